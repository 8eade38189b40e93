#!/usr/bin/env python3
"""Writes Tests/Fixtures/Tabular/net.safetensors, which Tests/Applications/TabularTests compares with (pip install torch safetensors).

    python Tools/tabular_golden.py

A net for tables as the book's library builds it: embeddings side by side with normed numbers, then linear layers, each with
ReLU and batch norm, and a sigmoid that is stretched to a range. One step of learning: what the net gives in training, the loss,
the gradients of everything, and what it gives in evaluation afterwards. PyTorch computes in float64 from float32 numbers.
"""
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

LEVELS, WIDTHS, NUMBERS, LAYERS, RANGE = [5, 3, 12], [4, 3, 6], 2, [8, 5], (8.0, 12.0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeddings = nn.ModuleList(nn.Embedding(n, w) for n, w in zip(LEVELS, WIDTHS))
        self.numberNorm = nn.BatchNorm1d(NUMBERS)
        parts, width = [], sum(WIDTHS) + NUMBERS
        for size in LAYERS:
            parts += [nn.Linear(width, size, bias=False), nn.ReLU(), nn.BatchNorm1d(size)]
            width = size
        self.layers = nn.Sequential(*parts, nn.Linear(width, 1))

    def forward(self, categories, numbers):
        found = [table(categories[:, i]) for i, table in enumerate(self.embeddings)]
        y = self.layers(torch.cat(found + [self.numberNorm(numbers)], 1))
        return torch.sigmoid(y) * (RANGE[1] - RANGE[0]) + RANGE[0]


def ours(net, name):
    """Our name for one of PyTorch's."""
    words = name.split(".")
    module = net.get_submodule(".".join(words[:-1]))
    if isinstance(module, nn.BatchNorm1d):
        words[-1] = {"weight": "gamma", "bias": "beta", "running_mean": "runningMean",
                     "running_var": "runningVariance"}[words[-1]]
    return ".".join(words[:1] + ["layers"] + words[1:] if words[0] == "layers" else words)


def main():
    torch.manual_seed(9)
    net = Net()
    for parameter in net.parameters():
        parameter.data = (parameter.data + 0.2 * torch.randn_like(parameter)).float().double()
    net.double()
    state = {f"before.{ours(net, name)}": value.clone() for name, value in net.state_dict().items()
             if not name.endswith("num_batches_tracked")}
    categories = torch.stack([torch.randint(n, (16,)) for n in LEVELS], 1)
    numbers = torch.randn(16, NUMBERS).float().double()
    targets = (10 + torch.randn(16)).float().double()
    output = net(categories, numbers)
    loss = nn.functional.mse_loss(output.squeeze(1), targets)
    loss.backward()
    gradients = {f"gradient.{ours(net, name)}": p.grad for name, p in net.named_parameters()}
    net.eval()
    with torch.no_grad():
        later = net(categories, numbers)
    tensors = {**state, **gradients, "numbers": numbers, "targets": targets, "output": output.detach(),
               "loss": loss.detach().reshape(1), "later": later}
    tensors = {name: value.float().contiguous() for name, value in tensors.items()}
    target = Path(__file__).resolve().parent.parent / "Tests/Fixtures/Tabular/net.safetensors"
    target.parent.mkdir(parents=True, exist_ok=True)
    save_file({**tensors, "categories": categories}, target)


main()
