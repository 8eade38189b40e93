#!/usr/bin/env python3
"""Makes Tests/Fixtures/Training with PyTorch (pip install torch safetensors).

    python Tools/training_fixtures.py [--seed N]

optimizers.safetensors: two parameters, their gradients in 8 steps (the second has none in step 3), and what
every optimizer makes of them. losses.safetensors: predictions, targets, and every loss with its gradient.
"""
import argparse
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch.nn import functional as F

folder = Path(__file__).resolve().parent.parent / "Tests/Fixtures/Training"
optim = torch.optim

OPTIMIZERS = {
    "sgd": lambda p: optim.SGD(p, lr=0.1),
    "sgd decay": lambda p: optim.SGD(p, lr=0.1, weight_decay=0.2),
    "sgd momentum": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.2),
    "sgd nesterov": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.2, nesterov=True),
    "sgd dampening": lambda p: optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.7, weight_decay=0.2),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.01, alpha=0.9, eps=0.1),
    "rmsprop momentum": lambda p: optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-8, momentum=0.8, weight_decay=0.2),
    "adam": lambda p: optim.Adam(p, lr=0.01, betas=(0.9, 0.999), eps=1e-8),
    "adam decay": lambda p: optim.Adam(p, lr=0.01, betas=(0.8, 0.99), eps=0.1, weight_decay=0.2),
    "adamw": lambda p: optim.AdamW(p, lr=0.01, betas=(0.8, 0.99), eps=0.1, weight_decay=0.2),
    "adamw book": lambda p: optim.AdamW(p, lr=0.01, betas=(0.9, 0.99), eps=1e-5, weight_decay=0.01),
    "adam amsgrad": lambda p: optim.Adam(p, lr=0.01, betas=(0.8, 0.99), eps=0.1, weight_decay=0.2, amsgrad=True),
    "adamw amsgrad": lambda p: optim.AdamW(p, lr=0.01, betas=(0.8, 0.99), eps=0.1, weight_decay=0.2, amsgrad=True),
    "radam": lambda p: optim.RAdam(p, lr=0.01, betas=(0.9, 0.99), eps=0.1),
    "radam decay": lambda p: optim.RAdam(p, lr=0.01, betas=(0.8, 0.999), eps=1e-5, weight_decay=0.2),
    "radam decoupled": lambda p: optim.RAdam(
        p, lr=0.01, betas=(0.8, 0.999), eps=1e-5, weight_decay=0.2, decoupled_weight_decay=True),
}


def optimizers():
    shapes, steps, out = [(3, 5), (7,)], 8, {}
    start = [torch.randn(s) for s in shapes]
    grads = [[torch.randn(s) * 0.5**step for s in shapes] for step in range(steps)]
    grads[3][1] = None
    for k, value in enumerate(start):
        out[f"start.{k}"] = value.clone()
    for step, row in enumerate(grads):
        for k, grad in enumerate(row):
            if grad is not None:
                out[f"grad.{step}.{k}"] = grad
    for name, make in OPTIMIZERS.items():
        parameters = [v.clone().requires_grad_() for v in start]
        optimizer = make(parameters)
        for step, row in enumerate(grads):
            for p, grad in zip(parameters, row):
                p.grad = None if grad is None else grad.clone()
            optimizer.step()
            for k, p in enumerate(parameters):
                out[f"{name}.{step}.{k}"] = p.detach().clone()
    save_file(out, folder / "optimizers.safetensors")


def losses():
    x, y = 2 * torch.randn(5, 4), torch.randn(5, 4)
    yes, factors, positive = torch.rand(5, 4), torch.rand(5, 1), torch.rand(4) * 3
    scores, labels = 2 * torch.randn(6, 5), torch.tensor([0, 4, 2, 2, 1, 3])
    grid, grid_labels = 2 * torch.randn(2, 5, 3), torch.tensor([[0, 4, 2], [2, 1, 3]])
    weights, soft = torch.rand(5) + 0.2, torch.randn(6, 5).softmax(1)
    grid_soft = torch.randn(2, 5, 3).softmax(1)
    out = {"x": x, "y": y, "yes": yes, "factors": factors, "positive": positive, "scores": scores, "grid": grid,
           "labels": labels, "grid labels": grid_labels, "weights": weights, "soft": soft, "grid soft": grid_soft}

    for r in ("mean", "sum", "none"):
        bce = lambda z, **more: F.binary_cross_entropy_with_logits(z, yes, reduction=r, **more)
        ce = lambda z, t=labels, **more: F.cross_entropy(z, t, reduction=r, **more)
        cases = {
            "l1": (x, lambda z: F.l1_loss(z, y, reduction=r)), "mse": (x, lambda z: F.mse_loss(z, y, reduction=r)),
            "smooth": (x, lambda z: F.smooth_l1_loss(z, y, reduction=r)),
            "smooth 0.3": (x, lambda z: F.smooth_l1_loss(z, y, reduction=r, beta=0.3)),
            "bce": (x, bce), "bce weights": (x, lambda z: bce(z, weight=factors)),
            "bce positive": (x, lambda z: bce(z, pos_weight=positive)),
            "bce both": (x, lambda z: bce(z, weight=factors, pos_weight=positive)),
            "nll": (scores, lambda z: F.nll_loss(z, labels, reduction=r)),
            "nll weights": (scores, lambda z: F.nll_loss(z, labels, weight=weights, ignore_index=2, reduction=r)),
            "ce": (scores, ce), "ce weights": (scores, lambda z: ce(z, weight=weights)),
            "ce ignoring": (scores, lambda z: ce(z, ignore_index=2)),
            "ce smoothing": (scores, lambda z: ce(z, label_smoothing=0.1)),
            "ce all": (scores, lambda z: ce(z, weight=weights, ignore_index=2, label_smoothing=0.1)),
            "ce grid": (grid, lambda z: ce(z, grid_labels)),
            "ce grid all": (grid, lambda z: ce(z, grid_labels, weight=weights, ignore_index=2, label_smoothing=0.1)),
            "soft": (scores, lambda z: ce(z, soft)),
            "soft all": (scores, lambda z: ce(z, soft, weight=weights, label_smoothing=0.1)),
            "soft grid": (grid, lambda z: ce(z, grid_soft, weight=weights, label_smoothing=0.1)),
        }
        for name, (given, loss) in cases.items():
            z = given.clone().requires_grad_()
            value = loss(z)
            # Losses that are not reduced each get their own factor.
            torch.sin(torch.arange(value.numel()) + 1.0).reshape(value.shape).mul(value).sum().backward()
            out[f"{name}.{r}"], out[f"{name}.{r}.grad"] = value.detach().clone(), z.grad
    save_file(out, folder / "losses.safetensors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    torch.manual_seed(parser.parse_args().seed)
    folder.mkdir(parents=True, exist_ok=True)
    optimizers()
    losses()
