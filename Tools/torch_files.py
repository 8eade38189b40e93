#!/usr/bin/env python3
"""Makes Tests/Fixtures/Torch: small files as torch.save writes them (pip install torch numpy).

    python Tools/torch_files.py

Each of them is written in both formats: name.pth is a zip archive, name-legacy.pth pickles one after the other. What
they hold is written in Tests/Engine/TorchFilesTests/TorchFileTests.swift.
"""
import collections
import os

import torch

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Tests/Fixtures/Torch")
os.makedirs(HERE, exist_ok=True)


def save(name, value):
    torch.save(value, os.path.join(HERE, f"{name}.pth"))
    torch.save(value, os.path.join(HERE, f"{name}-legacy.pth"), _use_new_zipfile_serialization=False)


# Views of one storage of 12 numbers, and one that repeats a number.
numbers = torch.arange(12.0).reshape(3, 4)
save("views", {
    "whole": numbers, "transposed": numbers.t(), "row": numbers[1], "column": numbers[:, 2], "steps": numbers[::2, 1::2],
    "repeated": torch.tensor([7.0]).expand(2, 5), "permuted": numbers.reshape(2, 2, 3).permute(2, 0, 1),
    "empty": torch.zeros(0, 3), "scalar": torch.tensor(2.5),
})

# Every type of numbers that is read.
save("types", {
    "float": torch.tensor([0.1, -2.5e30, float("inf"), float("-inf")]),
    "double": torch.tensor([0.1, 1 / 3, -1e300, 2.0**-140], dtype=torch.float64),
    "half": torch.tensor([0.1, -65504.0, 6e-8, float("inf")], dtype=torch.float16),
    "brain": torch.tensor([0.1, -3e38, 1e-40, 2.0], dtype=torch.bfloat16),
    "long": torch.tensor([-(2**63), 2**63 - 1, 0], dtype=torch.int64),
    "int": torch.tensor([-(2**31), 2**31 - 1], dtype=torch.int32),
    "short": torch.tensor([-(2**15), 2**15 - 1], dtype=torch.int16),
    "char": torch.tensor([-128, 127], dtype=torch.int8),
    "byte": torch.tensor([0, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False, True]),
})

# A net with two weights that are one, a batch norm, and the attributes that a state dictionary has.
torch.manual_seed(1)


class Tied(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = torch.nn.Embedding(5, 3)
        self.norm = torch.nn.BatchNorm1d(3)
        self.decoder = torch.nn.Linear(3, 5)
        self.decoder.weight = self.encoder.weight


net = Tied()
with torch.no_grad():
    for place, parameter in enumerate(net.parameters()):
        parameter.copy_(torch.arange(parameter.numel()).reshape(parameter.shape) + 100.0 * place)
save("tied", net.state_dict())

# What a training loop saves: more than weights, and names as after training on several devices.
optimizer = torch.optim.Adam(net.parameters())
for parameter in net.parameters():
    parameter.grad = torch.ones_like(parameter)
optimizer.step()
save("checkpoint", {
    "epoch": 3, "best": 0.75, "arch": "tied", "flags": (True, None, [1, -5, 2**40]),
    "state_dict": collections.OrderedDict(("module." + name, x) for name, x in net.state_dict().items()),
    "optimizer": optimizer.state_dict(),
})
save("single", torch.nn.Parameter(torch.tensor([[1.0, 2.0], [3.0, 4.0]])))

# What a reader must refuse: a net as an object, and a function that is called.


class Calls:
    def __reduce__(self):
        return os.system, ("echo this was run",)


save("calls", {"weight": torch.ones(2), "more": Calls()})
torch.save(torch.nn.Sequential(torch.nn.Linear(2, 2)), os.path.join(HERE, "whole-net.pth"))
torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), os.path.join(HERE, "program.pth"))
print({name: os.path.getsize(os.path.join(HERE, name)) for name in sorted(os.listdir(HERE))})
