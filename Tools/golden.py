#!/usr/bin/env python3
"""Makes the fixtures of Tests/Engine/GoldenTests with PyTorch 2.13 on the CPU (pip install torch numpy).

    python Tools/golden.py [--seed N] [--out FOLDER]

One safetensors file per family, with inputs, output and all gradients of every case:

    "conv2d stride 2/x"    an input               "conv2d stride 2/dx"   its gradient, if it has one
    "conv2d stride 2/y"    the output             "conv2d stride 2/dy"   the gradient that comes back to it
    (further outputs are y2 and y3)

PyTorch computes in float64, from float32 inputs, and only the results are rounded to float32. So the fixtures hold
the true values, and any difference is the engine's own rounding, not PyTorch's as well.

Every case has its own generator, so a new case leaves the others as they are.
"""
import argparse
import hashlib
import json
import math
import struct
from pathlib import Path

import numpy
import torch
from torch import einsum
from torch.nn import functional as F

root = Path(__file__).resolve().parent.parent
optim = torch.optim
families = {}


NAN, INF = math.nan, math.inf


# What an input is: a function from a random generator to a float32, int64 or bool tensor.

def N(*shape, scale=1.0):
    """Normal random numbers."""
    return lambda g: torch.randn(shape, generator=g) * scale


def U(low, high, *shape):
    """Random numbers from low to high."""
    return lambda g: torch.rand(shape, generator=g) * (high - low) + low


def P(*shape):
    """Mostly positive numbers, where a single sum is compared: it must not happen to be near 0."""
    return U(-0.3, 1.5, *shape)


def I(end, *shape):
    """Random whole numbers 0 ..< end."""
    return lambda g: torch.randint(end, shape, generator=g)


def V(values):
    """Exactly these numbers."""
    return lambda g: torch.tensor(values)


def M(*shape):
    """A random mask."""
    return lambda g: torch.rand(shape, generator=g) < 0.5


def C(draw):
    """A constant: no gradient is asked for."""
    draw.is_constant = True
    return draw


def soft(*shape):
    """Random probabilities over axis 1, which are not differentiated."""
    return C(lambda g: torch.randn(shape, generator=g).softmax(1))


class Family:
    """The cases of one file."""

    def __init__(self, name, seed):
        self.name, self.seed, self.tensors = name, seed, {}

    def __call__(self, name, f, **draws):
        """Adds a case: f in float64, its outputs, and the gradients of all inputs."""
        assert f"{name}/y" not in self.tensors, name
        digest = hashlib.sha256(f"{self.seed}/{self.name}/{name}".encode()).digest()
        g = torch.Generator().manual_seed(int.from_bytes(digest[:6], "little"))
        inputs = {k: draw(g) for k, draw in draws.items()}
        leaves = {
            k: x.double().requires_grad_() for k, x in inputs.items()
            if x.is_floating_point() and not hasattr(draws[k], "is_constant")}
        given = {k: x.double() if x.is_floating_point() else x for k, x in inputs.items()} | leaves
        results = f(**given)
        found, loss = dict(inputs), 0
        for number, y in enumerate(results if isinstance(results, (tuple, list)) else [results], 1):
            key = "y" if number == 1 else f"y{number}"
            found[key] = y.detach().double().float()
            if y.requires_grad:
                found["d" + key] = torch.randn(y.shape, generator=g)
                loss = loss + (y * found["d" + key].double()).sum()
        if isinstance(loss, torch.Tensor):
            loss.backward()
            for k, x in leaves.items():
                found["d" + k] = (torch.zeros_like(x) if x.grad is None else x.grad).float()
        self.tensors.update({f"{name}/{k}": x for k, x in found.items()})


def family(make):
    """Makes a function that lists cases the maker of a file."""
    families[make.__name__] = make
    return make


# Operations

@family
def arithmetic(case):
    shapes = {"": ((2, 3), (2, 3)), " row": ((3,), (2, 3)), " column": ((2, 3), (2, 1)), " number": ((), (2, 3)),
              " both stretched": ((4, 1, 3), (2, 1)), " long": ((131,), (131,))}
    for word, (a, b) in shapes.items():
        case("add" + word, lambda a, b: a + b, a=N(*a), b=N(*b))
        case("subtract" + word, lambda a, b: a - b, a=N(*a), b=N(*b))
        case("multiply" + word, lambda a, b: a * b, a=N(*a), b=N(*b))
        case("divide" + word, lambda a, b: a / b, a=N(*a), b=U(0.3, 3, *b))
        case("maximum" + word, torch.maximum, input=N(*a), other=N(*b))
        case("minimum" + word, torch.minimum, input=N(*a), other=N(*b))
    ties = dict(input=V([1.0, 2, 3, -0.5]), other=V([1.0, 5, -3, -0.5]))
    case("maximum ties", torch.maximum, **ties)
    case("minimum ties", torch.minimum, **ties)
    case("negate", lambda x: -x, x=N(2, 3))
    edges = dict(a=V([NAN, 1.0, NAN, INF, INF, -INF, 0, 0, 0, NAN, -1]), b=V([1.0, NAN, NAN, INF, 1, 0, 0, -1, INF, 0, INF]))
    for name, f in {"maximum": torch.maximum, "minimum": torch.minimum, "divide": torch.div, "pow": torch.pow}.items():
        case(f"{name} at the edges", lambda a, b: f(a, b), **edges)
    case("with numbers", lambda x: 3 / (2 - (x + 1.5) * 0.25) - 1, x=U(-1, 1, 4, 5))
    case("in place", lambda a, b: (((a * 1 + b) - 3) * a) / b, a=N(2, 3), b=U(1, 2, 3))
    case("where", torch.where, condition=M(2, 3), input=N(2, 3), other=N(2, 3))
    case("where stretched", torch.where, condition=M(4, 1, 3), input=N(2, 1), other=N())
    compared = dict(a=lambda g: torch.randint(3, (4, 5), generator=g).float(),
                    b=lambda g: torch.randint(3, (5,), generator=g).float())
    case("comparisons", lambda a, b: (a < b, a <= b, a > b, a >= b, a == b, a != b), **compared)
    case("masks", lambda a, b: (a & b, a | b, ~a), a=M(3, 5), b=M(5))
    case("detached", lambda a: a * a.detach(), a=N(3))
    case("hook alone", lambda x: hooked(x * 1, lambda dy: dy * 3), x=N(2, 3))
    case("hook", lambda x: hooked(x * 2, lambda dy: dy * 3) ** 2, x=N(2, 3))


def hooked(x, body):
    x.register_hook(body)
    return x


def softplus(x):
    """ln(1 + e^x). (PyTorch's own gives x from 20 on.)"""
    return torch.logaddexp(x, torch.zeros_like(x))


@family
def functions(case):
    sizes = {"": (3, 5), " long": (131,)}
    for word, s in sizes.items():
        case("abs" + word, torch.abs, input=N(*s))
        case("squared" + word, torch.square, input=N(*s))
        case("sqrt" + word, torch.sqrt, input=U(1e-3, 9, *s))
        case("exp" + word, torch.exp, input=U(-20, 20, *s))
        case("log" + word, torch.log, input=U(1e-4, 50, *s))
        case("sin" + word, torch.sin, input=U(-6, 6, *s))
        case("cos" + word, torch.cos, input=U(-6, 6, *s))
        case("tanh" + word, torch.tanh, input=N(*s, scale=2))
        case("sigmoid" + word, torch.sigmoid, input=N(*s, scale=5))
        case("relu" + word, torch.relu, input=N(*s))
        case("leaky relu" + word, lambda x: F.leaky_relu(x, 0.2), x=N(*s))
        case("softplus" + word, softplus, x=N(*s, scale=5))
        case("elu" + word, lambda x: F.elu(x, 0.5), x=N(*s, scale=3))
        case("silu" + word, F.silu, input=N(*s, scale=5))
        case("mish" + word, F.mish, input=N(*s, scale=5))
        case("hardSwish" + word, F.hardswish, input=N(*s, scale=3))
        case("gelu" + word, F.gelu, input=N(*s, scale=2))
        case("erf" + word, torch.erf, input=N(*s, scale=1.5))
    case("relu at zero", torch.relu, input=V([0.0, -0.0, 1.0, -1.0]))
    case("abs at zero", torch.abs, input=V([0.0, 1.0, -2.0]))
    case("pow 3", lambda x: x**3, x=N(3, 5))
    case("pow 0", lambda x: x**0, x=V([0.0, 1, -2]))
    case("pow 1", lambda x: x**1, x=V([0.0, 1, -2]))
    case("pow -1.5", lambda x: x**-1.5, x=U(0.3, 3, 3, 5))
    case("pow 0.5", lambda x: x**0.5, x=U(0.3, 3, 3, 5))
    case("pow of tensors", torch.pow, input=U(0.3, 3, 3, 5), exponent=N(5))
    case("clamped", lambda x: x.clamp(-0.5, 0.75), x=N(4, 5))
    case("clamped at the bounds", lambda x: x.clamp(-0.5, 0.75), x=V([-0.5, 0.75, -0.6, 0.8, 0.0]))
    case("clamped from below", lambda x: x.clamp(min=0.25), x=N(4, 5))
    case("steps", lambda x: (x.sign(), x.floor(), x.round()), x=C(V([-2.5, -1.5, -0.3, 0.0, 0.5, 0.7, 1.5, 2.0])))
    # What is NaN, infinite, or without a slope; not abs, sign and clamp, which hide NaN in PyTorch.
    for name, f in {"squared": torch.square, "sqrt": torch.sqrt, "exp": torch.exp, "log": torch.log, "sin": torch.sin,
                    "cos": torch.cos, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "relu": torch.relu,
                    "erf": torch.erf, "leaky relu": lambda x: F.leaky_relu(x, 0.2), "silu": F.silu,
                    "mish": F.mish, "pow 3": lambda x: x**3,
                    "pow 1": lambda x: x**1, "pow 0": lambda x: x**0, "pow -1": lambda x: x**-1}.items():
        case(f"{name} at the edges", lambda x: f(x), x=V([NAN, INF, -INF, 0.0, -0.0, 1.0]))
    # Their slopes at NaN are NaN or 1, depending on how many numbers there are.
    case("elu at the edges", F.elu, input=V([INF, -INF, 0.0, -0.0, 1.0]))
    case("hardSwish at the edges", F.hardswish, input=V([INF, -INF, 0.0, -0.0, 1.0, 3.0, -3.0]))
    extremes = V([-1e4, -100.0, -90, -30, -1e-20, 0, 1e-20, 30, 90, 100, 1e4])
    case("tanh extremes", torch.tanh, input=extremes)
    case("sigmoid extremes", torch.sigmoid, input=extremes)
    case("softplus extremes", softplus, x=V([-100.0, -50, -16, -1e-20, 0, 16, 50, 1e4]))
    case("elu extremes", F.elu, input=extremes)
    case("silu extremes", F.silu, input=V([-1e4, -100.0, -80, -30, -1e-20, 0, 1e-20, 30, 90, 1e4, 3e38]))
    case("mish extremes", F.mish, input=V([-1e4, -100.0, -80, -30, -1e-20, 0, 1e-20, 19, 20, 21, 90, 1e4, 3e38]))
    case("hardSwish extremes", F.hardswish, input=V([-1e4, -3.0, -2.9999, 0, 2.9999, 3, 1e4, 3e38]))
    case("leaky relu with slopes", lambda x, a: torch.where(x > 0, x, a * x), x=N(4, 3, 5), a=N(3, 1))
    slopes = dict(x=V([NAN, INF, -INF, 0.0, -0.0, 1.0]), a=V([0.25] * 6))
    case("leaky relu with slopes at the edges", lambda x, a: F.prelu(x[None], a)[0], **slopes)
    case("gelu extremes", F.gelu, input=V([-1e4, -30.0, 0, 30, 1e4]))
    case("erf extremes", torch.erf, input=V([-1e4, -4.0, -1e-20, 0, 1e-20, 4, 1e4]))


@family
def reductions(case):
    for word, axes in {"": (0, 1, 2), " first": (0,), " middle": (1,), " last": (2,), " outer": (0, 2), " tail": (1, 2)}.items():
        case("sum" + word, lambda x: x.sum(axes), x=P(3, 4, 5))
        case("mean" + word, lambda x: x.mean(axes, keepdim=True), x=P(3, 4, 5))
        case("logSumExp" + word, lambda x: x.logsumexp(axes), x=N(3, 4, 5, scale=3))
        case("variance" + word, lambda x: x.var(axes), x=N(3, 4, 5))
        case("biased variance" + word, lambda x: x.var(axes, correction=0, keepdim=True), x=N(3, 4, 5))
        case("std" + word, lambda x: x.std(axes), x=N(3, 4, 5))
        case("max over" + word, lambda x: x.amax(axes), x=N(3, 4, 5))
        case("min over" + word, lambda x: x.amin(axes, keepdim=True), x=N(3, 4, 5))
    many = dict(x=N(160), w=P(250, 1))
    case("sum of many", lambda x, w: (x.tile(250, 1) * w).sum(), x=P(160), w=P(250, 1))
    case("variance of many", lambda x, w: (x.tile(250, 1) * w).var(), **many)
    case("sum of many rows", lambda x, w: (x.tile(250, 1) * w).sum(0), **many)
    case("sum of rows", lambda x: x.sum(1), x=N(9, 67))
    case("variance far from zero", lambda x: x.var(1), x=U(500, 501, 3, 16))
    equal = V([[3.0, 3, 3], [1, 2, 6], [0, 0, 0]])
    case("std of equal numbers", lambda x: (x.std(1), x.std(1, correction=0)), x=equal)
    case("std of one number", lambda x: (x.std(1, correction=0), x.std(1)), x=V([[3.0], [-2]]))
    infinite = V([[1.0, 2, INF], [-INF, 2, 1], [1, NAN, 2], [-INF, -INF, 3]])
    case("variance at the edges", lambda x: x.var(1), x=infinite)
    case("logSumExp at the edges", lambda x: x.logsumexp(1), x=infinite)
    case("softmax at the edges", lambda x: x.softmax(1), x=infinite)
    case("logSoftmax at the edges", lambda x: x.log_softmax(1), x=infinite)
    case("max over at the edges", lambda x: (x.amax(1), x.amin(1)), x=infinite)
    case("max and min along", lambda x: (x.max(1).values, x.min(2).values), x=N(4, 9, 3))
    case("max along a row", lambda x: (x.max(1).values, x.min(1, keepdim=True).values), x=N(5, 37))
    tied = V([[1.0, 3, 3, 2], [5, 5, 5, 5]])
    case("max of ties", lambda x: (x.amax((0, 1)), x.amin((0,))), x=tied)
    case("max along ties", lambda x: first_places(x, 1), x=tied)
    case("argmax and argmin", lambda x: (x.argmax(1), x.argmin(0)), x=C(N(7, 41)))
    case("cumsum", lambda x: (x.cumsum(0), x.cumsum(-1)), x=N(5, 6))
    zeros = V([[2.0, -3, 0.5], [0, 3, 4], [2, 0, 0], [0, 0, 0]])
    for word, axes in {"": (0, 1, 2), " last": (2,), " outer": (0, 2)}.items():
        case("prod" + word, lambda x: multiplied(x, axes), x=U(0.5, 1.6, 3, 4, 5))
        case("median over" + word, lambda x: median(x, axes), x=N(3, 4, 5))
        for p in (0.5, 1, 1.5, 2, 3, INF, -INF, -1):
            case(f"norm {p}" + word, lambda x: torch.linalg.vector_norm(x, p, axes), x=N(3, 4, 5))
    case("prod with zeros", lambda x: (x.prod(1), x.prod(0, keepdim=True)), x=zeros)
    case("prod at the edges", lambda x: x[:, 0] * x[:, 1] * x[:, 2], x=infinite)
    case("cumprod", lambda x: (x.cumprod(0), x.cumprod(-1)), x=N(5, 6))
    case("cumprod with zeros", lambda x: (x.cumprod(0), x.cumprod(-1)), x=zeros)
    case("median", lambda x: x.median(), x=N(6, 7))
    case("median along", lambda x: (*x.median(1), *x.median(0, keepdim=True)), x=N(6, 7))
    case("median of ties", lambda x: x.median(), x=V([2.0, 1, 2, 3, 2, 1]))
    case("median at the edges", lambda x: (*x.median(1), *x.median(0)),  # no ties: which place PyTorch takes is open
         x=V([[1.0, 2, INF], [-INF, 3, 4], [5, NAN, 6], [7, -INF, NAN]]))
    case("median of NaN", lambda x: x.median(), x=infinite)
    for p in (0.5, 1, 1.5, 2, 3, INF, -INF, -1):
        case(f"norm {p} with zeros", lambda x: torch.linalg.vector_norm(x, p, 1), x=zeros)
    for p in (0.5, 1.5, 2, 3):  # the others hide NaN in PyTorch's gradient
        case(f"norm {p} at the edges", lambda x: torch.linalg.vector_norm(x, p, 1), x=infinite)
    case("norm of large and small", lambda x: torch.linalg.vector_norm(x, 2, 1), x=V([[3e30, 4e30], [3e-30, 4e-30]]))
    case("norm 0", lambda x: torch.linalg.vector_norm(x, 0, 1), x=C(zeros))
    case("normalized", lambda x: (F.normalize(x, dim=1), F.normalize(x, dim=0)), x=N(4, 5))
    case("cosineSimilarity", lambda a, b: F.cosine_similarity(a, b, dim=-1), a=N(4, 5), b=N(1, 5))
    for word, axis in {"": -1, " first": 0, " middle": 1}.items():
        case("softmax" + word, lambda x: x.softmax(axis), x=N(4, 5, 7, scale=2))
        case("logSoftmax" + word, lambda x: x.log_softmax(axis), x=N(4, 5, 7, scale=2))
    large = V([[1e4, 9999.0, -1e4], [-1e4, -1e4, -1e4], [80, -80, 0]])
    case("softmax of large", lambda x: x.softmax(1), x=large)
    case("logSoftmax of large", lambda x: x.log_softmax(1), x=large)
    case("logSumExp of large", lambda x: x.logsumexp(1), x=large)
    case("softmax of many", lambda x: x.softmax(1), x=N(3, 203, scale=2))
    case("logSoftmax of many", lambda x: x.log_softmax(1), x=N(3, 203, scale=2))


def multiplied(x, axes):
    """The product over several axes. (PyTorch's prod takes one.)"""
    for axis in sorted(axes, reverse=True):
        x = x.prod(axis)
    return x


def median(x, axes):
    """The median over several axes. (PyTorch's takes one.)"""
    others = [axis for axis in range(x.ndim) if axis not in axes]
    return x.permute(others + list(axes)).flatten(len(others)).median(-1).values


def first_places(x, axis):
    """The largest numbers, gathered where they occur first. (PyTorch's max leaves open which of several it takes.)"""
    return x.gather(axis, torch.from_numpy(x.detach().numpy().argmax(axis, keepdims=True)))


@family
def orders(case):
    case("sorted", lambda x: (*x.sort(1), *x.sort(0, descending=True)), x=N(5, 7))
    tied = V([[2.0, 1, 2, 1, 0], [3, 3, 3, 3, 3]])
    case("sorted ties", lambda x: (*x.sort(dim=1, stable=True), *x.sort(dim=1, stable=True, descending=True)), x=tied)
    case("topK", lambda x: (*x.topk(3, 1), *x.topk(2, 0, largest=False)), x=N(6, 9))
    case("gathered", lambda x, indices: x.gather(1, indices), x=N(3, 5), indices=I(5, 3, 4))
    case("gathered first", lambda x, indices: x.gather(0, indices), x=N(3, 5), indices=I(3, 6, 5))
    case("scatterAdded", lambda x, source, indices: x.scatter_add(1, indices, source),
         x=N(3, 5), source=N(3, 4), indices=I(5, 3, 4))
    case("scatterAdded first", lambda x, source, indices: x.scatter_add(0, indices, source),
         x=N(3, 5), source=N(6, 5), indices=I(3, 6, 5))
    case("entries", lambda x, ids: x.index_select(1, ids), x=N(3, 4, 2), ids=I(4, 6))
    case("entries of a grid", lambda x, ids: x[:, ids], x=N(3, 4, 2), ids=I(4, 2, 3))
    case("rows", lambda x: x[[2, 0, 2, 2]], x=N(4, 3))
    case("embedded", lambda weight, ids: F.embedding(ids, weight), weight=N(5, 3), ids=I(5, 4, 6))
    case("embedded with padding", lambda weight, ids: F.embedding(ids, weight, 2), weight=N(5, 3), ids=I(5, 4, 6))
    case("embedded wide", lambda weight, ids: F.embedding(ids, weight), weight=N(7, 21), ids=I(7, 40))
    case("masked", lambda x, mask: x[mask], x=N(4, 3), mask=V([True, False, True, True]))
    spots = C(lambda g: torch.randint(3, (4, 5), generator=g).float())
    case("nonzero", lambda x, mask: (x.nonzero(), mask.nonzero()), x=spots, mask=M(3, 2, 4))
    case("unique", lambda x, labels: (*uniques(x), *uniques(labels)), x=spots, labels=I(7, 3, 5))
    case("unique at the edges", uniques, x=C(V([3.0, NAN, 1, NAN, INF, -0.0, 0.0, -INF])))
    case("bincount", lambda labels: labels.bincount(minlength=9), labels=I(7, 30))
    case("all and any", lambda mask: (mask.all(0), mask.any(2), mask.all((0, 2)), mask.any((0, 1), keepdim=True),
                                      mask.count_nonzero(1)), mask=M(2, 3, 2))
    case("masked elements", lambda x: x[torch.tensor([[True, False, True], [False, True, True]])], x=N(2, 3))


def uniques(x):
    return torch.unique(x, return_inverse=True, return_counts=True)


@family
def shapes(case):
    case("tril", lambda x: (x.tril(), x.tril(1), x.tril(-2)), x=N(2, 4, 3))
    case("triu", lambda x: (x.triu(), x.triu(1), x.triu(-2)), x=N(3, 5))
    case("reshaped", lambda x: x.reshape(4, -1), x=N(2, 6))
    case("flattened", lambda x: x.flatten(1), x=N(2, 3, 4))
    case("transposed", lambda x: x.transpose(0, 2), x=N(2, 3, 4))
    case("permuted", lambda x: x.permute(2, 0, 1), x=N(2, 3, 4))
    case("squeezed", lambda x: (x.squeeze(), x.squeeze(2)), x=N(2, 1, 1, 3))
    case("unsqueezed", lambda x: (x.unsqueeze(1), x.unsqueeze(-1)), x=N(2, 3))
    case("expanded", lambda x: x.expand(4, 2, 3), x=N(2, 1))
    case("slice", lambda x: (x[1], x[:, 1:3], x[..., -1], x[:, ::2]), x=N(3, 4, 2))
    case("assign", assigned, a=N(3, 4), b=N(4))
    case("stack", lambda a, b: (torch.stack([a, b]), torch.stack([a, b, a], 1)), a=N(2, 3), b=N(2, 3))
    case("cat", lambda a, b: (torch.cat([a, b]), torch.cat([b, b], 1)), a=N(2, 3), b=N(4, 3))
    case("split", lambda x: x.split([1, 2, 2], 1), x=N(2, 5))
    case("split every", lambda x: x.split(2, 0), x=N(5, 2))
    case("chunked", lambda x: x.chunk(3, 1), x=N(2, 7))
    case("tiled", lambda x: x.tile(2, 1, 3), x=N(2, 3))
    case("repeated", lambda x: x.repeat_interleave(3, 1), x=N(2, 3))
    case("padded", lambda x: F.pad(x, (1, 2, 0, 1), value=7), x=N(2, 3, 4))
    case("padded reflecting", lambda x: F.pad(x, (3, 1, 2, 2), mode="reflect"), x=N(2, 3, 4))
    case("padded replicating", lambda x: F.pad(x, (5, 1, 0, 4), mode="replicate"), x=N(2, 3, 4))
    case("flipped", lambda x: x.flip(0, 2), x=N(2, 3, 4))
    case("rolled", lambda x: (x.roll(2, 0), x.roll(-1, 1)), x=N(3, 4))
    case("windows", lambda x: (x.unfold(1, 3, 1), x.unfold(0, 2, 2)), x=N(5, 7))
    case("diagonal", lambda x: (x.diagonal(0, 0, 1), x.diagonal(0, 0, 2)), x=N(3, 3, 3))
    case("pixelShuffled", lambda x: F.pixel_shuffle(x, 2), x=N(2, 8, 3, 2))
    case("pixelUnshuffled", lambda x: F.pixel_unshuffle(x, 3), x=N(1, 2, 3, 6))


def assigned(a, b):
    y = a * 1
    y[1] = b
    y[:, 0] = 5
    return y


@family
def products(case):
    for word, (a, b) in {"": ((5, 3), (3, 4)), " odd": ((17, 33), (33, 9)), " vectors": ((7,), (7,)),
                         " row": ((5,), (5, 3)), " column": ((4, 5), (5,)), " batch": ((6, 3, 5), (6, 5, 2)),
                         " one for all": ((2, 3, 4, 5), (5, 6)), " stretched": ((2, 1, 3, 4), (5, 4, 2)),
                         " thin": ((1, 37), (37, 1)), " vector of batches": ((4,), (3, 4, 2))}.items():
        draw = P if word in (" vectors", " thin") else N
        case("matmul" + word, torch.matmul, input=draw(*a), other=draw(*b))
    case("matmul turned", lambda a, b: a.T @ b.T, a=N(19, 6), b=N(8, 19))
    case("matmul large", lambda a, b, s: ((a.tile(32, 1) @ b) * s).reshape(32, 20, 48).sum(0),
         a=N(20, 40), b=N(40, 48), s=N(640, 1))
    case("linear", F.linear, input=N(6, 5), weight=N(3, 5), bias=N(3))
    case("linear without bias", F.linear, input=N(2, 3, 7), weight=N(4, 7))
    case("linear of one row", F.linear, input=N(1, 50), weight=N(30, 50), bias=N(30))
    case("dot", torch.dot, input=P(11), tensor=P(11))
    case("outer", torch.outer, input=N(4), vec2=N(3))
    for k, (equation, *s) in enumerate(EINSUMS):
        draw = P if equation.endswith("->") else N
        case(f"einsum {equation}", lambda **x: einsum(equation, *x.values()), **{"abc"[i]: draw(*s[i]) for i in range(len(s))})


EINSUMS = [
    ("ij,jk->ik", (2, 3), (3, 4)), ("ik,jk", (2, 3), (4, 3)), ("bij,bjk->bik", (5, 2, 3), (5, 3, 4)),
    ("ibj,jkb->kbi", (2, 5, 3), (3, 4, 5)), ("i,i->", (3,), (3,)), ("i,j->ij", (3,), (4,)), ("ij->ji", (2, 3)),
    ("ij->", (2, 3)), ("ii->", (3, 3)), ("iij->ij", (3, 3, 2)), ("bn,anm,bm->ba", (2, 3), (4, 3, 2), (2, 2)),
    ("ij,jk,kl->il", (2, 3), (3, 4), (4, 2)), ("bqhd,bkhd->bhqk", (2, 3, 2, 4), (2, 2, 2, 4)),
    ("...ij,...jk->...ik", (5, 2, 3), (3, 4)), ("ij,kl->", (2, 3), (3, 2)),
]


@family
def convolutions(case):
    def conv(word, x, weight, bias=True, f=F.conv2d, frozen=False, **options):
        draw = N(*weight, scale=math.prod(weight[1:])**-0.5)
        inputs = dict(input=N(*x), weight=C(draw) if frozen else draw)
        if bias:
            inputs["bias"] = N(weight[1] * options.get("groups", 1) if f is F.conv_transpose2d else weight[0])
        name = {F.conv1d: "conv1d", F.conv2d: "conv2d", F.conv_transpose2d: "convTranspose2d"}[f]
        case((name + " " + word).strip(), lambda **x: f(**x, **options), **inputs)

    conv("", (2, 3, 6, 5), (4, 3, 3, 3))
    conv("without bias", (2, 3, 5, 5), (2, 3, 2, 2), bias=False)
    conv("stride", (2, 2, 9, 8), (3, 2, 3, 3), stride=2, padding=1)
    conv("stride beyond the kernel", (1, 2, 10, 11), (3, 2, 2, 2), stride=(3, 4))
    conv("uneven", (2, 2, 7, 9), (3, 2, 3, 5), stride=(1, 2), padding=(2, 1), dilation=(2, 1))
    conv("dilation", (1, 3, 11, 10), (2, 3, 3, 3), padding=2, dilation=3)
    conv("groups", (2, 6, 6, 5), (4, 3, 3, 3), padding=1, groups=2)
    conv("each channel alone", (2, 9, 6, 7), (9, 1, 3, 3), padding=1, groups=9)
    conv("strided groups", (1, 4, 9, 9), (8, 2, 3, 3), stride=2, padding=1, dilation=2, groups=2)
    conv("1x1", (2, 20, 5, 3), (24, 20, 1, 1))
    conv("1x1 stride", (2, 9, 5, 6), (11, 9, 1, 1), stride=2, bias=False)
    conv("7x7", (1, 3, 13, 15), (9, 3, 7, 7), stride=2, padding=3)
    conv("wide image", (1, 1, 13, 45), (3, 1, 3, 3), padding=1)
    conv("many channels, stride", (1, 18, 7, 6), (17, 18, 3, 3), stride=2, padding=1)
    conv("whole image", (3, 4, 3, 3), (17, 4, 3, 3))
    conv("one pixel", (5, 3, 1, 1), (2, 3, 3, 3), padding=1)
    conv("many images", (19, 2, 4, 4), (3, 2, 3, 3), padding=1)
    # What Winograd's way takes: at least 32 channels and filters, 3x3, stride 1, at least 32 tiles of 4x4.
    conv("winograd", (2, 32, 17, 14), (32, 32, 3, 3), padding=1)
    conv("winograd without padding", (1, 33, 26, 23), (32, 33, 3, 3), bias=False, frozen=True)
    conv("winograd offset", (1, 32, 21, 27), (33, 32, 3, 3), frozen=True, padding=(2, 1))
    conv("", (2, 3, 9), (4, 3, 3), f=F.conv1d, padding=1)
    conv("options", (2, 4, 17), (6, 2, 3), f=F.conv1d, stride=2, padding=2, dilation=3, groups=2)
    up = F.conv_transpose2d
    conv("", (2, 3, 4, 5), (3, 2, 3, 3), f=up)
    conv("stride", (2, 3, 4, 5), (3, 2, 4, 4), f=up, stride=2, padding=1)
    conv("uneven", (1, 2, 4, 3), (2, 3, 3, 2), f=up, stride=(3, 2), padding=(1, 0), output_padding=(2, 1))
    conv("dilation", (1, 2, 4, 5), (2, 2, 3, 3), f=up, stride=2, dilation=2, bias=False)
    conv("groups", (2, 4, 3, 4), (4, 3, 3, 3), f=up, stride=2, padding=1, output_padding=1, groups=2)
    conv("stride beyond the kernel", (1, 2, 3, 4), (2, 3, 2, 2), f=up, stride=3)
    conv("winograd", (1, 32, 22, 23), (32, 32, 3, 3), f=up, frozen=True, padding=1)


@family
def poolings(case):
    """Names of options are the engine's."""
    for word, s, k, o in [
            ("", (2, 3, 6, 8), 2, {}), ("overlapping", (2, 3, 7, 9), 3, dict(stride=2, padding=1)),
            ("ceil", (2, 2, 7, 8), 3, dict(stride=2, ceil_mode=True)),
            ("ceil and padding", (1, 2, 6, 9), 3, dict(stride=2, padding=1, ceil_mode=True)),
            ("uneven", (1, 2, 8, 9), (3, 2), dict(stride=(2, 3), padding=(1, 0))),
            ("stride beyond the window", (1, 1, 9, 10), 2, dict(stride=4)), ("wide", (1, 2, 9, 41), 3, dict(stride=1))]:
        case(f"max {word}".strip(), lambda x: F.max_pool2d(x, k, **o), x=N(*s))
        case(f"average {word}".strip(), lambda x: F.avg_pool2d(x, k, **o), x=N(*s))
    case("average without margin", lambda x: F.avg_pool2d(x, 3, 2, 1, True, False), x=N(2, 2, 6, 9))
    for word, s, k, o in [("a number", (2, 1, 1), 2, {}), ("less than a window", (2, 2, 2), 3, dict(stride=2)),
                          ("much less", (1, 3, 3), 5, {}), ("less, padded", (2, 5, 6), 8, dict(stride=4, padding=1))]:
        case(f"max of {word}", lambda x: F.max_pool2d(x, k, ceil_mode=True, **o), x=N(*s))
        case(f"average of {word}", lambda x: F.avg_pool2d(x, k, ceil_mode=True, **o), x=N(*s))
    case("max of ties", lambda x: F.max_pool2d(x, 2), x=V([[[1.0, 1, 2, 3], [1, 1, 3, 3]]]))
    for size in (1, 3, (2, 5), (7, 9)):
        case(f"adaptive average {size}", lambda x: F.adaptive_avg_pool2d(x, size), x=N(1, 3, 7, 9))
        case(f"adaptive max {size}", lambda x: F.adaptive_max_pool2d(x, size), x=N(1, 3, 7, 9))


@family
def resizings(case):
    for word, s, size in [("larger", (2, 2, 3, 5), (7, 8)), ("smaller", (1, 2, 9, 8), (4, 3)),
                          ("mixed", (1, 1, 4, 6), (9, 2)), ("one pixel", (2, 1, 1, 1), (3, 2))]:
        case(f"nearest {word}", lambda x: F.interpolate(x, size), x=N(*s))
        case(f"bilinear {word}", lambda x: F.interpolate(x, size, mode="bilinear"), x=N(*s))
        case(f"bilinear corners {word}", lambda x: F.interpolate(x, size, mode="bilinear", align_corners=True), x=N(*s))
    case("nearest by 2", lambda x: F.interpolate(x, scale_factor=2), x=N(2, 2, 3, 4))
    case("bilinear by 1.5", lambda x: F.interpolate(x, scale_factor=1.5, mode="bilinear"), x=N(1, 2, 4, 7))
    case("bilinear by 0.7", lambda x: F.interpolate(x, scale_factor=0.7, mode="bilinear"), x=N(1, 1, 90, 30))
    case("bilinear by 2.1", lambda x: F.interpolate(x, scale_factor=2.1, mode="bilinear"), x=N(1, 1, 30, 4))
    case("bilinear of two and three", lambda x: F.interpolate(x, scale_factor=1.4, mode="bilinear"), x=N(1, 2, 2, 3))
    case("nearest by 2.1", lambda x: F.interpolate(x, scale_factor=2.1), x=N(1, 2, 3, 4))
    case("nearest of two and three", lambda x: F.interpolate(x, scale_factor=1.4), x=N(1, 2, 2, 3))
    case("bilinear by 0.5", lambda x: F.interpolate(x, scale_factor=0.5, mode="bilinear"), x=N(1, 2, 6, 9))


@family
def norms(case):
    for word, s in {"of rows": (6, 5), "of sequences": (4, 3, 7), "of images": (3, 4, 6, 7), "of wide rows": (3, 67),
                    "of many rows": (67, 3), "of two rows": (2, 4), "of large images": (2, 2, 9, 17)}.items():
        ours = dict(x=P(*s), gamma=N(s[1]), beta=U(-0.5, 1, s[1]))
        eps = 0.5 if word in ("of two rows", "of wide rows") else 1e-5  # two normalized numbers are only signs
        other = [i for i in range(len(s)) if i != 1]
        statistics = dict(mean=C(N(s[1])), variance=C(U(0.5, 2, s[1])))
        case(f"batchNorm {word}", lambda x, gamma, beta: (
            F.batch_norm(x, None, None, gamma, beta, True, eps=eps), x.detach().mean(other), x.detach().var(other, correction=0)),
            **ours)
        case(f"batchNorm relu {word}", lambda x, gamma, beta: F.batch_norm(
            x, None, None, gamma, beta, True, eps=eps).relu(), **ours)
        case(f"batchNorm relu6 {word}", lambda x, gamma, beta: F.relu6(F.batch_norm(
            x, None, None, 8 * gamma, beta, True, eps=eps)), **ours)
        case(f"batchNorm in use {word}", lambda x, gamma, beta, mean, variance: F.batch_norm(
            x, mean, variance, gamma, beta, eps=eps), **ours, **statistics)
    case("batchNorm plain", lambda x: F.batch_norm(x, None, None, training=True), x=N(5, 3, 2))
    case("batchNorm epsilon", lambda x: F.batch_norm(x, None, None, training=True, eps=0.1), x=N(5, 3, 4, scale=0.3))
    case("batchNorm far from zero", lambda x: F.batch_norm(x, None, None, training=True), x=U(50, 52, 6, 3, 5))
    for word, s, count in [("images", (4, 3, 6, 7), 70), ("small images", (4, 5, 2, 3), 100)]:
        case(f"batchNorm of many {word}", lambda x, w, gamma: (
            F.batch_norm(x.tile(count, 1, 1, 1), None, None, gamma, training=True) * w
        ).reshape(count, *s).sum(0), x=N(*s), w=N(count * s[0], 1, 1, 1), gamma=N(s[1]))
    for word, s, shape in [("", (4, 6), (6,)), ("of long rows", (3, 201), (201,)), ("over two axes", (3, 2, 4, 5), (4, 5)),
                           ("of many rows", (40, 7), (7,)), ("of one row", (1, 9), (9,))]:
        case(f"layerNorm {word}".strip(), lambda x, gamma, beta: F.layer_norm(x, shape, gamma, beta),
             x=N(*s), gamma=N(*shape), beta=N(*shape))
    case("layerNorm plain", lambda x: F.layer_norm(x, (5,)), x=N(3, 5))
    case("layerNorm far from zero", lambda x: F.layer_norm(x, (15,)), x=U(50, 52, 4, 15))
    for word, s, groups in [("", (3, 6, 4, 5), 3), ("of rows", (5, 12), 2), ("of sequences", (2, 4, 7), 1),
                            ("each channel alone", (2, 5, 3, 4), 5)]:
        case(f"groupNorm {word}".strip(), lambda x, gamma, beta: F.group_norm(x, groups, gamma, beta),
             x=N(*s), gamma=N(s[1]), beta=N(s[1]))
    case("groupNorm plain", lambda x: F.group_norm(x, 2, eps=0.1), x=N(3, 4, 5))
    case("dropout of all", lambda x: F.dropout(x, 1.0), x=N(3, 4))
    case("channelDropout of all", lambda x: F.dropout2d(x, 1.0), x=N(3, 4, 2, 2))
    case("lockedDropout of all", lambda x: F.dropout(x, 1.0), x=N(3, 4, 2))


# Recurrent nets, with the engine's names for PyTorch's weights

WEIGHTS = {"inputWeight": "weight_ih", "hiddenWeight": "weight_hh", "inputBias": "bias_ih", "hiddenBias": "bias_hh"}


def run_net(kind, given, inputs, hidden, layers, bias, x, *state, **options):
    """PyTorch's module with the given weights in place of its own."""
    net = getattr(torch.nn, kind)(inputs, hidden, layers, bias=bias, batch_first=True, **options).double()
    weights = {}
    for name, value in given.items():
        if "_l" in name:  # PyTorch's own name
            weights[name] = value
            continue
        layer, word = name.split(".")[1:] if "." in name else ("0", name)
        weights[f"{WEIGHTS[word]}_l{layer}"] = value
    state = state[0] if len(state) == 1 else state or None
    return torch.func.functional_call(net, weights, (x, state))


def net_weights(kind, inputs, hidden, layers, bias, prefix="layers.{}."):
    gates = {"RNN": 1, "GRU": 3, "LSTM": 4}[kind]
    draws = {}
    for k in range(layers):
        shapes = {"inputWeight": (inputs if k == 0 else hidden,), "hiddenWeight": (hidden,)}
        if bias:
            shapes |= {"inputBias": (), "hiddenBias": ()}
        for word, rest in shapes.items():
            draws[prefix.format(k) + word] = N(gates * hidden, *rest, scale=0.7 / hidden**0.5)
    return draws


def both_ways(kind, inputs, hidden, layers, bias):
    """The weights of a bidirectional net, by PyTorch's names."""
    net = getattr(torch.nn, kind)(inputs, hidden, layers, bias=bias, bidirectional=True)
    return {name: N(*p.shape, scale=0.7 / hidden**0.5) for name, p in net.named_parameters()}


@family
def recurrences(case):
    for word, (batch, steps, inputs, hidden) in {
            "": (3, 4, 5, 6), " of one": (1, 1, 1, 1), " odd": (5, 7, 3, 19), " wide": (2, 3, 9, 24),
            " batch": (21, 2, 3, 4)}.items():
        for kind, name, options in [("RNN", "rnn", {}), ("RNN", "rnn relu", dict(nonlinearity="relu")),
                                    ("GRU", "gru", {}), ("LSTM", "lstm", {})]:
            if word == " wide" and name == "rnn relu":
                continue
            one = lambda *shape: U(0.1, 1.5, *shape)  # nothing cancels where there is a single number
            draw = one if word == " of one" else N
            state = {k: draw(1, batch, hidden) for k in (["h", "c"] if kind == "LSTM" else ["h"])}
            weights = net_weights(kind, inputs, hidden, 1, True, "")
            if word == " of one":
                gates = {"RNN": 1, "GRU": 3, "LSTM": 4}[kind]
                weights = {k: U(0.1, 0.6, *([gates, 1] if "Weight" in k else [gates])) for k in weights}

            def f(x, h, c=None, **w):
                y, last = run_net(kind, w, inputs, hidden, 1, True, x, *([h] if c is None else [h, c]), **options)
                return y if c is None else (y, last[1])

            case(name + word, f, x=draw(batch, steps, inputs), **state, **weights)


# Layers: inputs are called as the engine's layer calls its parameters and buffers

@family
def layers(case):
    image = dict(x=N(2, 4, 5, 6))
    case("Linear", F.linear, input=N(6, 5), weight=N(3, 5), bias=N(3))
    case("Linear without bias", F.linear, input=N(2, 4, 5), weight=N(3, 5))
    case("Linear tied to an Embedding", lambda weight, bias, ids: F.linear(F.embedding(ids, weight), weight, bias),
         weight=N(6, 4), bias=N(6), ids=I(6, 3, 5))
    case("Conv1d", lambda x, weight, bias: F.conv1d(x, weight, bias, 2, 1, 2, 2),
         x=N(2, 4, 11), weight=N(6, 2, 3), bias=N(6))
    case("Conv2d", lambda x, weight, bias: F.conv2d(x, weight, bias, 2, 1, groups=2),
         **image, weight=N(6, 2, 3, 3), bias=N(6))
    case("ConvTranspose2d", lambda x, weight, bias: F.conv_transpose2d(x, weight, bias, 2, 1, 1),
         **image, weight=N(4, 3, 3, 3), bias=N(3))
    case("MaxPool2d", lambda x: F.max_pool2d(x, 3, 2, 1), **image)
    case("AveragePool2d", lambda x: F.avg_pool2d(x, 3, 2, 1, True, False), **image)
    case("AdaptiveAveragePool2d", lambda x: F.adaptive_avg_pool2d(x, (2, 3)), **image)
    case("AdaptiveMaxPool2d", lambda x: F.adaptive_max_pool2d(x, (2, 3)), **image)
    for name, s in [("BatchNorm1d", (5, 4)), ("BatchNorm1d of sequences", (5, 4, 3)), ("BatchNorm2d", (2, 4, 7, 6))]:
        ours = dict(x=N(*s), gamma=N(4), beta=N(4), runningMean=C(N(4)), runningVariance=C(U(0.5, 2, 4)))

        def batch_norm(x, gamma, beta, runningMean, runningVariance):
            mean, variance = runningMean.clone(), runningVariance.clone()
            return F.batch_norm(x, mean, variance, gamma, beta, True, 0.2), mean, variance

        case(name, batch_norm, **ours)
        case(name + " in use", lambda x, gamma, beta, runningMean, runningVariance: F.batch_norm(
            x, runningMean, runningVariance, gamma, beta), **ours)
    small = lambda g: torch.randn(6, 4, generator=g) * torch.tensor([1, 1e-2, 1e-4, 1e-5])

    def last_batch(x, gamma, beta, runningMean, runningVariance):
        mean, variance = runningMean.clone(), runningVariance.clone()
        return F.batch_norm(x, mean, variance, gamma, beta, True, 1.0), mean, variance

    case("BatchNorm1d of the last batch", last_batch, x=small, gamma=N(4), beta=N(4), runningMean=C(N(4)),
         runningVariance=C(U(0.5, 2, 4)))
    case("LayerNorm", lambda x, gamma, beta: F.layer_norm(x, (4, 6), gamma, beta, 1e-3),
         x=N(3, 4, 6), gamma=N(4, 6), beta=N(4, 6))
    case("GroupNorm", lambda x, gamma, beta: F.group_norm(x, 2, gamma, beta, 1e-3), **image, gamma=N(4), beta=N(4))
    case("GroupNorm plain", lambda x: F.group_norm(x, 2), **image)
    for name, s in [("InstanceNorm1d", (3, 4, 7)), ("InstanceNorm2d", (2, 4, 5, 6))]:
        case(name, F.instance_norm, input=N(*s))
        case(name + " affine", lambda x, gamma, beta: F.instance_norm(x, weight=gamma, bias=beta),
             x=N(*s), gamma=N(4), beta=N(4))
    case("Embedding", lambda weight, ids: F.embedding(ids, weight), weight=N(6, 4), ids=I(6, 3, 5))
    case("Embedding with padding", lambda weight, ids: F.embedding(ids, weight, -2), weight=N(6, 4), ids=I(6, 3, 5))
    case("Embedding with padding, tied", lambda weight, ids: F.linear(F.embedding(ids, weight, 1), weight),
         weight=N(6, 4), ids=I(6, 3, 5))
    case("Dropout in use", lambda x: F.dropout(x, 0.5, training=False), x=N(3, 4))
    case("Dropout1d in use", lambda x: F.dropout1d(x, 0.5, training=False), x=N(3, 4, 5))
    case("Dropout2d in use", lambda x: F.dropout2d(x, 0.5, training=False), **image)
    case("LockedDropout in use", lambda x: F.dropout(x, 0.5, training=False), x=N(3, 4, 5))
    table = {"embedding.weight": N(6, 4)}
    case("EmbeddingDropout in use", lambda ids, **w: F.embedding(ids, w["embedding.weight"]), ids=I(6, 3, 5), **table)
    case("EmbeddingDropout of all", lambda ids, **w: 0 * F.embedding(ids, w["embedding.weight"]), ids=I(6, 3, 5), **table)
    lstm = net_weights("LSTM", 4, 5, 2, True, "lstm.layers.{}.")
    for name, factor in [("in use", 1), ("of all", 0)]:  # of all: no weight of the states is left

        def dropped(x, factor=factor, **w):
            w = {k.removeprefix("lstm."): factor * v if "hiddenWeight" in k else v for k, v in w.items()}
            return run_net("LSTM", w, 4, 5, 2, True, x)[0]

        case(f"WeightDroppedLSTM {name}", dropped, x=N(3, 4, 4), **lstm)
    case("ReLU", F.relu, input=N(3, 4))
    case("ReLU6", F.relu6, input=N(3, 4, scale=5))
    for name, f in dict(LeakyReLU=F.leaky_relu, ELU=F.elu, GELU=F.gelu, SiLU=F.silu, Mish=F.mish, HardSwish=F.hardswish,
                        Softplus=softplus).items():
        case(name, f, **{"x" if name == "Softplus" else "input": N(3, 4, scale=3)})
    case("ELU alpha", lambda x: F.elu(x, 2.0), x=N(3, 4))
    case("PReLU", lambda x, slopes: F.prelu(x, slopes), x=N(3, 4), slopes=V([0.3]))
    case("PReLU of channels", lambda x, slopes: F.prelu(x, slopes), **image, slopes=N(4))
    case("Softmax", lambda x: x.softmax(-1), x=N(3, 4))
    case("Softmax of channels", lambda x: x.softmax(1), **image)
    case("Sigmoid", torch.sigmoid, input=N(3, 4))
    case("Tanh", torch.tanh, input=N(3, 4))
    case("LogSoftmax", lambda x: x.log_softmax(-1), x=N(3, 4))
    case("LogSoftmax of channels", lambda x: x.log_softmax(1), **image)
    case("Flatten", lambda x: x.flatten(1), **image)
    case("Upsample", lambda x: F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=True), **image)
    case("Upsample to a size", lambda x: F.interpolate(x, (9, 4)), **image)
    case("PixelShuffle", lambda x: F.pixel_shuffle(x, 2), **image)
    case("Sequential", lambda x, **w: F.linear(F.relu(F.linear(x, w["layers.0.weight"], w["layers.0.bias"])),
                                               w["layers.2.weight"], w["layers.2.bias"]),
         x=N(5, 4), **{"layers.0.weight": N(7, 4), "layers.0.bias": N(7), "layers.2.weight": N(2, 7), "layers.2.bias": N(2)})
    case("Lambda", lambda x: x**2, x=N(3))
    for kind in ("RNN", "GRU", "LSTM"):
        cell = net_weights(kind, 3, 5, 1, True, "")
        state = dict(h=N(1, 2, 5), **(dict(c=N(1, 2, 5)) if kind == "LSTM" else {}))

        def step(x, h, c=None, **w):
            y, last = run_net(kind, w, 3, 5, 1, True, x, *([h] if c is None else [h, c]))
            return (last[0], last[1]) if c is not None else last

        case(f"{kind}Cell", step, x=N(2, 1, 3), **state, **cell)
        for word, bias, relu in [("", True, False), (" without bias", False, False), (" relu", True, True)]:
            if relu and kind != "RNN":
                continue
            state = dict(h=N(2, 3, 5), **(dict(c=N(2, 3, 5)) if kind == "LSTM" else {}))

            # Two batches in turn: the second begins where the first ended.
            def net(x, more, h, c=None, **w):
                options = dict(nonlinearity="relu") if relu else {}
                y, last = run_net(kind, w, 4, 5, 2, bias, x, *([h] if c is None else [h, c]), **options)
                y2, end = run_net(kind, w, 4, 5, 2, bias, more, *(last if c is not None else [last]), **options)
                return (y, y2, *(end if c is not None else [end]))

            case(kind + word, net, x=N(3, 4, 4), more=N(3, 2, 4), **state, **net_weights(kind, 4, 5, 2, bias))
        for word, bias in [("", True), (" without bias", False)]:
            state = dict(h=N(4, 3, 5), **(dict(c=N(4, 3, 5)) if kind == "LSTM" else {}))

            def both(x, more, h, c=None, **w):
                given = [h] if c is None else [h, c]
                y, last = run_net(kind, w, 4, 5, 2, bias, x, *given, bidirectional=True)
                y2, end = run_net(kind, w, 4, 5, 2, bias, more, *(last if c is not None else [last]), bidirectional=True)
                return (y, y2, *(end if c is not None else [end]))

            case(f"{kind} both ways{word}", both, x=N(3, 4, 4), more=N(3, 2, 4), **state, **both_ways(kind, 4, 5, 2, bias))
        case(f"{kind} both ways from nothing", lambda x, **w: run_net(kind, w, 4, 5, 1, True, x, bidirectional=True)[0],
             x=N(1, 3, 4), **both_ways(kind, 4, 5, 1, True))
        case(f"{kind} truncated", lambda x, more, **w: truncated(kind, x, more, w),
             x=N(3, 4, 4), more=N(3, 2, 4), **net_weights(kind, 4, 5, 1, True))


def truncated(kind, x, more, w):
    """The state is carried on, the gradient is not."""
    y, last = run_net(kind, w, 4, 5, 1, True, x)
    state = [s.detach() for s in last] if kind == "LSTM" else [last.detach()]
    return y, run_net(kind, w, 4, 5, 1, True, more, *state)[0]


@family
def losses(case):
    pairs = dict(x=N(5, 4, scale=2), y0=C(N(5, 4)))
    yes = dict(x=N(5, 4, scale=3), y0=C(U(0, 1, 5, 4)))
    scores, labels, weights = N(6, 5, scale=2), V([0, 4, 2, 2, 1, 3]), C(U(0.2, 2, 5))
    grid, grid_labels = N(2, 5, 3, scale=2), I(5, 2, 3)
    large = V([[1e4, 0.0, -1e4], [0, 200, 100], [-1e4, -1e4, -1e4]])
    for r in ("mean", "sum", "none"):
        case(f"l1Loss {r}", lambda x, y0: F.l1_loss(x, y0, reduction=r), **pairs)
        case(f"mseLoss {r}", lambda x, y0: F.mse_loss(x, y0, reduction=r), **pairs)
        case(f"smoothL1Loss {r}", lambda x, y0: F.smooth_l1_loss(x, y0, reduction=r), **pairs)
        case(f"smoothL1Loss beta {r}", lambda x, y0: F.smooth_l1_loss(x, y0, beta=0.25, reduction=r), **pairs)
        bce = F.binary_cross_entropy_with_logits
        case(f"binaryCrossEntropy {r}", lambda x, y0: bce(x, y0, reduction=r), **yes)
        case(f"binaryCrossEntropy weights {r}", lambda x, y0, w, positive: bce(x, y0, w, reduction=r, pos_weight=positive),
             **yes, w=C(U(0, 2, 5, 1)), positive=C(U(0, 3, 4)))
        case(f"nllLoss {r}", lambda x, labels: F.nll_loss(x.log_softmax(1), labels, reduction=r), x=scores, labels=labels)
        case(f"nllLoss weights {r}", lambda x, labels, w: F.nll_loss(x.log_softmax(1), labels, w, ignore_index=2, reduction=r),
             x=scores, labels=labels, w=weights)
        ce = lambda x, labels, w=None, **o: F.cross_entropy(x, labels, w, reduction=r, **o)
        case(f"crossEntropy {r}", ce, x=scores, labels=labels)
        case(f"crossEntropy weights {r}", ce, x=scores, labels=labels, w=weights)
        case(f"crossEntropy ignoring {r}", lambda x, labels: ce(x, labels, ignore_index=2), x=scores, labels=labels)
        case(f"crossEntropy smoothing {r}", lambda x, labels: ce(x, labels, label_smoothing=0.125), x=scores, labels=labels)
        every = lambda x, labels, w: ce(x, labels, w, ignore_index=2, label_smoothing=0.125)
        case(f"crossEntropy everything {r}", every, x=scores, labels=labels, w=weights)
        case(f"crossEntropy grid {r}", every, x=grid, labels=grid_labels, w=weights)
        case(f"crossEntropy pixels {r}", lambda x, labels: ce(x, labels, ignore_index=2, label_smoothing=0.125),
             x=grid, labels=grid_labels)
        case(f"crossEntropy soft {r}", lambda x, soft: ce(x, soft), x=scores, soft=soft(6, 5))
        case(f"crossEntropy soft grid {r}", lambda x, soft, w: ce(x, soft, w, label_smoothing=0.125),
             x=grid, soft=soft(2, 5, 3), w=weights)
        case(f"crossEntropy large {r}", lambda x, labels: ce(x, labels, label_smoothing=0.125), x=large, labels=V([1, 2, 0]))
        bce_of = lambda p, y0, w=None: F.binary_cross_entropy(p, y0, w, reduction=r)
        case(f"binaryCrossEntropy of probabilities {r}", bce_of, p=U(0, 1, 5, 4), y0=C(U(0, 1, 5, 4)))
        case(f"binaryCrossEntropy of probabilities, weights {r}", bce_of,
             p=U(0.01, 0.99, 5, 4), y0=U(0, 1, 5, 4), w=C(U(0, 2, 5, 1)))
    for r in ("mean", "sum", "none", "batchmean"):
        kl = lambda x, t, log=False: F.kl_div(x.log_softmax(1), t, reduction=r, log_target=log)
        case(f"klDivergenceLoss {r}", kl, x=scores, t=C(lambda g: F.relu(torch.randn(6, 5, generator=g))))
        case(f"klDivergenceLoss of logs {r}", lambda x, t: kl(x, t.log_softmax(1), True), x=grid, t=N(2, 5, 3))
        case(f"klDivergenceLoss of targets {r}", kl, x=scores, t=U(0.01, 1, 6, 5))
    ends = V([0.0, 1e-30, 1e-8, 0.25, 1 - 2**-24, 1])
    for word, y in {"no": 0.0, "yes": 1.0}.items():
        case(f"binaryCrossEntropy of probabilities, a {word} at the edges",
             lambda p, y0: F.binary_cross_entropy(p, y0, reduction="none"), p=ends, y0=C(V([y] * 6)))
    sure = V([-15.0, -20, -30, -80, 15, 20, 30, 80])
    for word, y in {"no": 0.0, "yes": 1.0}.items():
        case(f"binaryCrossEntropy of a sure {word}", lambda x, y0: bce(x, y0, reduction="none"), x=sure, y0=C(V([y] * 8)))
    case("smoothL1Loss at the edges", lambda x, y0: F.smooth_l1_loss(x, y0, beta=0.5, reduction="none"),
         x=V([INF, -INF, NAN, 0.0, 0.5, 0.1, 1e30]), y0=C(V([0.0] * 7)))
    case("binaryCrossEntropy large", lambda x, y0: bce(x, y0, reduction="none"),
         x=V([100.0, -100, 100, -100, 0]), y0=C(V([1.0, 0, 0, 1, 0.5])))


# Optimizers: two parameters, six gradients of each, and all values on the way. Schedules: all values.

class LAMB(optim.Optimizer):
    """PyTorch has none: the formula of the paper, and fastai's limit of 10."""

    def __init__(self, parameters, lr, betas, eps, weight_decay):
        super().__init__(parameters, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            (beta1, beta2), eps, decay = group["betas"], group["eps"], group["weight_decay"]
            for p in group["params"]:
                state = self.state[p]
                t = state["t"] = state.get("t", 0) + 1
                state["m"] = beta1 * state.get("m", 0) + (1 - beta1) * p.grad
                state["s"] = beta2 * state.get("s", 0) + (1 - beta2) * p.grad**2
                u = state["m"] / (1 - beta1**t) / ((state["s"] / (1 - beta2**t)).sqrt() + eps) + decay * p
                p -= group["lr"] * min(p.norm() / u.norm(), 10) * u


# The engine's settings are float32, so PyTorch gets the same: 0.9 is 0.89999998 there.
def f(x):
    return struct.unpack("f", struct.pack("f", x))[0]


@family
def optimizers(case):
    def steps(name, make):
        def run(p, q, gp, gq):
            parameters = [p.clone(), q.clone()]
            optimizer, ways = make(parameters), [[], []]
            for grads in zip(gp, gq):
                for parameter, grad, way in zip(parameters, grads, ways):
                    parameter.grad = grad.clone()
                optimizer.step()
                for parameter, way in zip(parameters, ways):
                    way.append(parameter.clone())
            return [torch.stack(way) for way in ways]

        case(name, run, p=C(N(3, 5)), q=C(N(21)), gp=C(N(6, 3, 5)), gq=C(N(6, 21)))

    decay = dict(weight_decay=f(0.2))
    ours = dict(lr=f(0.01), betas=(f(0.8), f(0.95)), eps=f(0.01))
    steps("SGD", lambda p: optim.SGD(p, f(0.1)))
    steps("SGD decay", lambda p: optim.SGD(p, f(0.1), **decay))
    steps("SGD momentum", lambda p: optim.SGD(p, f(0.1), momentum=f(0.9), **decay))
    steps("SGD nesterov", lambda p: optim.SGD(p, f(0.1), momentum=f(0.9), nesterov=True, **decay))
    steps("SGD dampening", lambda p: optim.SGD(p, f(0.1), momentum=f(0.9), dampening=f(0.7), **decay))
    steps("RMSProp", lambda p: optim.RMSprop(p, f(0.01), f(0.9), f(0.01)))
    steps("RMSProp momentum", lambda p: optim.RMSprop(p, f(0.01), f(0.9), f(0.01), momentum=f(0.8), **decay))
    steps("Adam", lambda p: optim.Adam(p, f(0.01), (f(0.9), f(0.999)), f(1e-8)))
    steps("Adam decay", lambda p: optim.Adam(p, **ours, **decay))
    steps("AdamW", lambda p: optim.AdamW(p, **ours, **decay))
    steps("Adam amsgrad", lambda p: optim.Adam(p, **ours, amsgrad=True))
    steps("AdamW amsgrad", lambda p: optim.AdamW(p, **ours, **decay, amsgrad=True))
    steps("RAdam", lambda p: optim.RAdam(p, **ours))
    steps("RAdam decay", lambda p: optim.RAdam(p, **ours, **decay))
    steps("RAdam decoupled", lambda p: optim.RAdam(p, **ours, **decay, decoupled_weight_decay=True))
    steps("LAMB", lambda p: LAMB(p, **ours, weight_decay=0))
    steps("LAMB decay", lambda p: LAMB(p, **ours, **decay))
    case("clipping to a norm", lambda p, q: clipped(torch.nn.utils.clip_grad_norm_, [p, q], 2.0), p=C(N(3, 5)), q=C(N(21)))
    case("clipping to a value", lambda p, q: clipped(torch.nn.utils.clip_grad_value_, [p, q], 0.5), p=C(N(3, 5)), q=C(N(21)))


def clipped(clip, grads, bound):
    """The inputs are the gradients."""
    parameters = [torch.zeros_like(g) for g in grads]
    for p, g in zip(parameters, grads):
        p.grad = g.clone()
    norm = clip(parameters, bound)
    return [p.grad for p in parameters] + ([] if norm is None else [norm])


@family
def schedules(case):
    lr = optim.lr_scheduler

    def values(name, make, count=20, key="lr"):
        optimizer = optim.SGD([torch.zeros(1)], lr=1.0, momentum=0.9)
        schedule, way = make(optimizer), []
        for step in range(count + 1):
            way.append(optimizer.param_groups[0][key])
            optimizer.step()
            if step < count:
                schedule.step()
        case(name, lambda: torch.tensor(way, dtype=torch.float64))

    def cycle(o):
        return lr.OneCycleLR(o, 0.01, total_steps=21, pct_start=6 / 21, div_factor=25, final_div_factor=4000,
                             base_momentum=0.85, max_momentum=0.95)

    values("constant", lambda o: lr.ConstantLR(o, 1.0))
    values("linear", lambda o: lr.LinearLR(o, 0.25, 0.75, 20))
    values("cosine", lambda o: lr.CosineAnnealingLR(o, 20, 0.125))
    values("exponential", lambda o: lr.ExponentialLR(o, 0.75))
    values("step", lambda o: lr.MultiStepLR(o, [5, 12], 0.25))
    values("oneCycle", cycle)
    values("oneCycleMomentum", cycle, key="momentum")
    values("flatCosine", lambda o: lr.SequentialLR(o, [lr.ConstantLR(o, 1.0), lr.CosineAnnealingLR(o, 5, 1e-5)], [15]))
    values("sequence", lambda o: lr.SequentialLR(o, [lr.LinearLR(o, 0.5, 1, 5), lr.CosineAnnealingLR(o, 15, 0.5)], [5]))

    def plateau(word, measured, **options):
        def rates(x):
            optimizer, way = optim.SGD([torch.zeros(1)], lr=f(0.1)), []
            schedule = lr.ReduceLROnPlateau(optimizer, **options)
            for value in x.tolist():
                schedule.step(value)
                way.append(optimizer.param_groups[0]["lr"])
            return torch.tensor(way, dtype=torch.float64)

        case(f"ReduceLearningRateOnPlateau {word}", rates, x=C(measured))

    noisy = lambda g: torch.randn(40, generator=g) * 0.2 + torch.linspace(2, 0, 40)
    tenths = lambda g: torch.randint(10, (40,), generator=g) * 0.125
    plateau("of a constant", V([1.0] * 40))
    plateau("of a loss", noisy, factor=f(0.5), patience=2)
    plateau("of an accuracy", tenths, mode="max", factor=f(0.8), patience=1, threshold=f(0.05), cooldown=2)
    plateau("by a tenth", noisy, factor=f(0.7), patience=0, threshold=f(0.1), threshold_mode="abs", cooldown=1)
    plateau("by a tenth upwards", tenths, mode="max", factor=f(0.7), patience=0, threshold=f(0.1), threshold_mode="abs")
    plateau("to a bound", noisy, factor=f(0.3), patience=0, min_lr=f(0.002), eps=f(0.001))
    plateau("with gaps", V([2.0, NAN, NAN, 1, INF, NAN, -1, -0.5, -2, -INF, -3, NAN, NAN]), factor=f(0.5), patience=1)


# Writing

TYPES = {torch.float32: "F32", torch.int64: "I64", torch.bool: "BOOL"}


def write(path, tensors, seed):
    """The safetensors format: the header's length, the header, the numbers. (Sources/Engine/Safetensors/SafetensorsFile.swift)"""
    header, data = {"__metadata__": {"seed": str(seed), "torch": torch.__version__}}, b""
    for name, x in tensors.items():
        piece = numpy.ascontiguousarray(x.numpy()).tobytes()
        header[name] = {"dtype": TYPES[x.dtype], "shape": list(x.shape), "data_offsets": [len(data), len(data) + len(piece)]}
        data += piece
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    out = options.out or root / f"Tests/Engine/GoldenTests/Fixtures/seed-{options.seed}"
    out.mkdir(parents=True, exist_ok=True)
    for name, make in families.items():
        cases = Family(name, options.seed)
        make(cases)
        write(out / f"{name}.safetensors", cases.tensors, options.seed)
        print(f"{name}: {sum(k.endswith('/y') for k in cases.tensors)} cases")
