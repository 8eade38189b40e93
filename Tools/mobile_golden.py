#!/usr/bin/env python3
"""Prints the numbers that Tests/Engine/LayersTests/MobileNetTests.swift compares with (pip install torch numpy).

    python Tools/mobile_golden.py [FOLDER]

The forward passes of MobileNetV2, as torchvision has it, and of EfficientNet-Lite0, written in plain torch functions.
Weights and images come from the formula of resnet_golden.py; with a folder that has mobilenetv2-imagenet-body.safetensors
and efficientnet-lite0-imagenet.safetensors, also from these. PyTorch computes in float64 from float32 numbers.
"""
import json
import os
import struct
import sys

import numpy
import torch
from torch.nn import functional as F

from resnet_golden import SplitMix64, formula

MOBILE = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
EFFICIENT = [(1, 3, 16, 1, 1), (6, 3, 24, 2, 2), (6, 5, 40, 2, 2), (6, 3, 80, 3, 2), (6, 5, 112, 3, 1),
             (6, 5, 192, 4, 2), (6, 3, 320, 1, 1)]


class Net:
    """Runs through a net: `found` collects the shapes of its weights; with a state, they are used."""

    def __init__(self, state=None, epsilon=1e-5, same=False):
        self.state, self.found, self.epsilon, self.same = state, {}, epsilon, same

    def layer(self, x, conv, norm, inputs, outputs, kernel=1, stride=1, groups=1, active=True):
        self.found[f"{conv}.weight"] = (outputs, inputs // groups, kernel, kernel)
        for word in ["weight", "bias", "running_mean", "running_var"]:
            self.found[f"{norm}.{word}"] = (outputs,)
        if self.state is None:
            return x
        padding = kernel // 2
        if self.same:
            zeros = [max(0, (-(-n // stride) - 1) * stride + kernel - n) for n in x.shape[2:]]
            x = F.pad(x, [part for n in reversed(zeros) for part in (n // 2, n - n // 2)])
            padding = 0
        x = F.conv2d(x, self.state[f"{conv}.weight"], stride=stride, padding=padding, groups=groups)
        s = [self.state[f"{norm}.{word}"] for word in ["running_mean", "running_var", "weight", "bias"]]
        x = F.batch_norm(x, *s, training=False, eps=self.epsilon)
        return F.relu6(x) if active else x

    def linear(self, x, name, inputs, outputs):
        self.found[f"{name}.weight"], self.found[f"{name}.bias"] = (outputs, inputs), (outputs,)
        if self.state is None:
            return x
        return F.linear(x.mean(dim=(2, 3)), self.state[f"{name}.weight"], self.state[f"{name}.bias"])


def eights(number):
    near = max(8, int(number + 4) // 8 * 8)
    return near + 8 if near < 0.9 * number else near


def mobile(net, x, width=1.0, classes=10):
    before, number = eights(32 * width), 1
    x = net.layer(x, "features.0.0", "features.0.1", 3, before, 3, 2)
    for expansion, outputs, count, stride in MOBILE:
        outputs = eights(outputs * width)
        for k in range(count):
            name, step, inner, y, i = f"features.{number}.conv", stride if k == 0 else 1, before * expansion, x, 0
            if expansion > 1:
                y, i = net.layer(y, f"{name}.0.0", f"{name}.0.1", before, inner), 1
            y = net.layer(y, f"{name}.{i}.0", f"{name}.{i}.1", inner, inner, 3, step, inner)
            y = net.layer(y, f"{name}.{i + 1}", f"{name}.{i + 2}", inner, outputs, active=False)
            x = x + y if net.state is not None and step == 1 and before == outputs else y
            before, number = outputs, number + 1
    last = eights(1280 * max(1.0, width))
    x = net.layer(x, f"features.{number}.0", f"features.{number}.1", before, last)
    return net.linear(x, "classifier.1", last, classes) if classes else x


def efficient(net, x, classes=10, name=lambda word: word):
    before, number = 32, 0
    x = net.layer(x, name("convStem"), name("bn0"), 3, before, 3, 2)
    for expansion, kernel, outputs, count, stride in EFFICIENT:
        for k in range(count):
            block, step, inner, y = f"{name('blocks')}.{number}.", stride if k == 0 else 1, before * expansion, x
            if expansion > 1:
                y = net.layer(y, block + name("expandConv"), block + name("bn0"), before, inner)
            y = net.layer(y, block + name("depthwiseConv"), block + name("bn1"), inner, inner, kernel, step, inner)
            y = net.layer(y, block + name("projectConv"), block + name("bn2"), inner, outputs, active=False)
            x = x + y if net.state is not None and step == 1 and before == outputs else y
            before, number = outputs, number + 1
    x = net.layer(x, name("convHead"), name("bn1"), before, 1280)
    return net.linear(x, name("fc"), 1280, classes)


def published(word):
    """convStem → _conv_stem"""
    return "_" + "".join("_" + c.lower() if c.isupper() else c for c in word)


def read(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    return {name: torch.from_numpy(numpy.frombuffer(data[slice(*x["data_offsets"])], "<f4").reshape(x["shape"]).copy())
            .double() for name, x in header.items() if x.get("dtype") == "F32"}


def rounded(numbers):
    return [float(f"{x:.7g}") for x in numbers]


def show(title, run, seed, size, **options):
    shapes = Net()
    run(shapes, None)
    state = {name: x.double() for name, x in formula(shapes.found, seed).items()}
    images = SplitMix64(1000 + seed).uniform((2, 3, *size), -2, 2).double()
    count = sum(int(numpy.prod(s)) for name, s in shapes.found.items() if "running" not in name)
    print(title, count, "parameters")
    print(rounded(run(Net(state, **options), images).flatten().tolist()))


show("MobileNetV2", mobile, 2, (64, 48))
show("half as wide", lambda net, x: mobile(net, x, 0.5), 3, (64, 48))
show("1.4 times as wide", lambda net, x: mobile(net, x, 1.4), 4, (33, 40))
show("EfficientNet-Lite0", efficient, 5, (65, 48), epsilon=1e-3, same=True)
if len(sys.argv) > 1:
    image = SplitMix64(7).uniform((1, 3, 160, 160), -2, 2).double()
    state = read(os.path.join(sys.argv[1], "mobilenetv2-imagenet-body.safetensors"))
    features = mobile(Net(state), image, classes=0).mean(dim=(2, 3))[0]
    print("MobileNetV2 of ImageNet", rounded(features[::64].tolist()), rounded([features.mean(), features.std()]))
    image = SplitMix64(8).uniform((1, 3, 224, 224), -1, 1).double()
    state = read(os.path.join(sys.argv[1], "efficientnet-lite0-imagenet.safetensors"))
    logits = efficient(Net(state, 1e-3, True), image, classes=1000, name=published)[0]
    print("EfficientNet-Lite0 of ImageNet", rounded(logits[::50].tolist()), rounded([logits.mean(), logits.std()]),
          logits.argmax().item())
