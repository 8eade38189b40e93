#!/usr/bin/env python3
"""Prints the numbers that Tests/Engine/LayersTests/ResNetGoldenTests.swift compares with (pip install torch numpy).

    python Tools/resnet_golden.py

The forward pass of torchvision's ResNets, written in plain torch functions, so that torchvision is not needed. Weights
and images come from a formula that the tests know too (SplitMix64), so that no file of weights has to be kept. PyTorch
computes in float64 from these float32 numbers.
"""
import numpy
import torch
from torch.nn import functional as F

PLANS = {18: ([2, 2, 2, 2], False), 50: ([3, 4, 6, 3], True)}
MASK = (1 << 64) - 1


class SplitMix64:
    """The generator of the engine; a number depends on its place alone, so many are made at once."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self, shape, low, high):
        count = int(numpy.prod(shape))
        with numpy.errstate(over="ignore"):
            z = numpy.uint64(self.state) + numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(
                0x9E3779B97F4A7C15)
            z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
            z = z ^ (z >> numpy.uint64(31))
        self.state = (self.state + count * 0x9E3779B97F4A7C15) & MASK
        low, high = numpy.float32(low), numpy.float32(high)
        x = low + (high - low) * (z >> numpy.uint64(40)).astype(numpy.float32) * numpy.float32(2.0**-24)
        return torch.from_numpy(numpy.where(x < high, x, low).reshape(shape))


def shapes(depth, classes):
    """The names of torchvision's state, without the counters of batches, and their shapes."""
    blocks, deep = PLANS[depth]
    found = {}

    def conv(name, inputs, outputs, kernel):
        found[f"{name}.weight"] = (outputs, inputs, kernel, kernel)

    def norm(name, channels):
        for word in ["weight", "bias", "running_mean", "running_var"]:
            found[f"{name}.{word}"] = (channels,)

    conv("conv1", 3, 64, 7)
    norm("bn1", 64)
    channels = 64
    for group, count in enumerate(blocks):
        width = 64 << group
        outputs = width * 4 if deep else width
        for k in range(count):
            name = f"layer{group + 1}.{k}"
            kernels = [(channels, width, 1), (width, width, 3), (width, outputs, 1)] if deep else [
                (channels, width, 3), (width, width, 3)]
            for number, (a, b, kernel) in enumerate(kernels):
                conv(f"{name}.conv{number + 1}", a, b, kernel)
                norm(f"{name}.bn{number + 1}", b)
            if channels != outputs or (group > 0 and k == 0):
                conv(f"{name}.downsample.0", channels, outputs, 1)
                norm(f"{name}.downsample.1", outputs)
            channels = outputs
    found["fc.weight"], found["fc.bias"] = (classes, channels), (classes,)
    return found


def formula(shapes, seed):
    random = SplitMix64(seed)
    state = {}
    for name in sorted(shapes):
        shape = shapes[name]
        if name.endswith(("bias", "running_mean")):
            state[name] = random.uniform(shape, -0.2, 0.2)
        elif len(shape) == 1:
            state[name] = random.uniform(shape, 0.5, 1.5)
        else:
            bound = numpy.sqrt(numpy.float32(3) / numpy.float32(numpy.prod(shape[1:])))
            state[name] = random.uniform(shape, -bound, bound)
    return state


def forward(state, x):
    def norm(name, x):
        s = [state[f"{name}.{word}"] for word in ["running_mean", "running_var", "weight", "bias"]]
        return F.batch_norm(x, *s, training=False, eps=1e-5)

    x = F.relu(norm("bn1", F.conv2d(x, state["conv1.weight"], stride=2, padding=3)))
    x = F.max_pool2d(x, 3, 2, 1)
    for group in range(1, 5):
        k = 0
        while f"layer{group}.{k}.conv1.weight" in state:
            name, stride = f"layer{group}.{k}", 2 if group > 1 and k == 0 else 1
            deep = f"{name}.conv3.weight" in state
            w = [state.get(f"{name}.conv{n}.weight") for n in (1, 2, 3)]
            y = F.conv2d(x, w[0], stride=1 if deep else stride, padding=0 if deep else 1)
            y = F.relu(norm(f"{name}.bn1", y))
            y = norm(f"{name}.bn2", F.conv2d(y, w[1], stride=stride if deep else 1, padding=1))
            if deep:
                y = norm(f"{name}.bn3", F.conv2d(F.relu(y), w[2]))
            if f"{name}.downsample.0.weight" in state:
                x = norm(f"{name}.downsample.1", F.conv2d(x, state[f"{name}.downsample.0.weight"], stride=stride))
            x, k = F.relu(y + x), k + 1
    return F.linear(x.mean(dim=(2, 3)), state["fc.weight"], state["fc.bias"])


if __name__ == "__main__":
    for depth in PLANS:
        state = formula(shapes(depth, 10), seed=depth)
        images = SplitMix64(1000 + depth).uniform((2, 3, 64, 48), -2, 2)
        logits = forward({name: x.double() for name, x in state.items()}, images.double())
        print(depth, sum(x.numel() for n, x in state.items() if "running" not in n), "parameters")
        print([[float(f"{x:.7g}") for x in row] for row in logits.tolist()])
    for size in [(5, 7), (400, 300), (224, 224), (1, 1), (20, 600)]:
        image = SplitMix64(size[0]).uniform((1, 3, *size), 0, 1)
        scale = 256 / min(size)
        new = [256 if n == min(size) else int(256 * n / min(size)) for n in size]
        resized = F.interpolate(image.double(), size=new, mode="bilinear", antialias=True, align_corners=False)
        top, left = [int(round((n - 224) / 2)) for n in new]
        crop = resized[0, :, top:top + 224, left:left + 224]
        picked = [crop[0, 0, 0], crop[1, 100, 17], crop[2, 223, 223], crop.mean(), crop.std(correction=0)]
        print(size, new, (top, left), [float(f"{x.item():.7g}") for x in picked])
