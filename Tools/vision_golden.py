#!/usr/bin/env python3
"""Makes Tests/Fixtures/Vision/pictures.safetensors (pip install torch torchvision pillow safetensors).

    python Tools/vision_golden.py

A photo of random pixels, and what others make of it:

    maps/NAME/…      through a map of the plane, by PyTorch's grid_sample (affine_grid, where the map is affine), with
                     each kind of padding; computed in float64
    parts/NAME/…     a part in another size, by Pillow's resize with a box, and by torchvision's resized_crop
    crops/HxW/…      quantiles of 20,000 parts that torchvision's RandomResizedCrop chooses in a photo of that size
"""
from pathlib import Path

import numpy
import torch
from PIL import Image
from safetensors.torch import save_file
from torch.nn import functional as F
from torchvision.transforms import RandomResizedCrop
from torchvision.transforms.v2 import functional as V

HEIGHT, WIDTH = 19, 31
PADDINGS = {"reflect": "reflection", "zeros": "zeros", "border": "border"}
out = {}


def turn(degrees, zoom=1.0):
    """Where points go: a turn against the clock around the middle, and a zoom."""
    angle, (x, y) = torch.tensor(degrees * torch.pi / 180, dtype=torch.float64), (WIDTH / 2, HEIGHT / 2)
    c, s = zoom * torch.cos(angle), zoom * torch.sin(angle)
    return [[c, s, x - c * x - s * y], [-s, c, y + s * x - c * y], [0, 0, 1]]


MAPS = {                                                             # where points go, and the new height and width
    "turn": (turn(25), (HEIGHT, WIDTH)),
    "turn and zoom": (turn(-70, 1.3), (HEIGHT, WIDTH)),
    "shear": ([[1.2, 0.3, -4], [-0.2, 1.1, 2.5], [0, 0, 1]], (24, 20)),
    "far away": ([[1, 0, 100.25], [0, 1, -70.5], [0, 0, 1]], (HEIGHT, WIDTH)),
    "warp": ([[1.1, 0.1, -1], [0.05, 1.2, 0.5], [0.002, -0.003, 1]], (HEIGHT, WIDTH)),
    "half": ([[0.5, 0.1, -1], [-0.1, 0.5, 2], [0, 0, 1]], (11, 17)),     # a new pixel covers 2 × 2 old ones
}


def places(back, height, width):
    """For each new pixel the place in the photo, from -1 to 1 as grid_sample wants it: [1, height, width, 2]."""
    if bool((back[2] == torch.tensor([0, 0, 1])).all()):
        # affine_grid's map goes between squares from -1 to 1.
        old = torch.tensor([[2 / WIDTH, 0, -1], [0, 2 / HEIGHT, -1], [0, 0, 1]], dtype=torch.float64)
        new = torch.tensor([[width / 2, 0, width / 2], [0, height / 2, height / 2], [0, 0, 1]], dtype=torch.float64)
        return F.affine_grid((old @ back @ new)[None, :2], [1, 3, height, width], align_corners=False)
    y, x = torch.meshgrid(torch.arange(height) + 0.5, torch.arange(width) + 0.5, indexing="ij")
    xyw = torch.stack([x, y, torch.ones_like(x)], -1).double() @ back.T
    return (xyw[..., :2] / xyw[..., 2:] / torch.tensor([WIDTH / 2, HEIGHT / 2]) - 1)[None]


def maps(pixels):
    for name, (matrix, (height, width)) in MAPS.items():
        matrix = torch.tensor(matrix, dtype=torch.float64).float()
        back, many = torch.linalg.inv(matrix.double()), 2 if name == "half" else 1
        # Where a new pixel covers several old ones, as many places of it are looked at, and their mean is taken.
        finer = back @ torch.diag(torch.tensor([1 / many, 1 / many, 1], dtype=torch.float64))
        grid = places(finer, many * height, many * width)
        out[f"maps/{name}/matrix"] = matrix
        for ours, theirs in PADDINGS.items():
            y = F.grid_sample(pixels, grid, mode="bilinear", padding_mode=theirs, align_corners=False)
            out[f"maps/{name}/{ours}"] = F.avg_pool2d(y, many)[0].float()


PARTS = {                                                            # left, top, width, height; new height and width
    "whole, smaller": ((0, 0, WIDTH, HEIGHT), (7, 9)),
    "whole, larger": ((0, 0, WIDTH, HEIGHT), (40, 50)),
    "part, smaller": ((5, 3, 22, 14), (5, 8)),
    "part, larger": ((5, 3, 12, 10), (30, 29)),
    "wider and lower": ((2, 1, 10, 17), (6, 25)),
    "between pixels": ((4.25, 2.5, 20.5, 13.75), (8, 12)),           # only Pillow knows such
}


def parts(photo, pixels):
    for name, ((x, y, width, height), size) in PARTS.items():
        out[f"parts/{name}/box"] = torch.tensor([x, y, width, height], dtype=torch.float32)
        image = Image.fromarray(photo).resize(size[::-1], Image.BILINEAR, box=(x, y, x + width, y + height))
        out[f"parts/{name}/pillow"] = torch.from_numpy(numpy.array(image))
        if name != "between pixels":
            resized = V.resized_crop(pixels[0], y, x, height, width, list(size), antialias=True)
            out[f"parts/{name}/torchvision"] = (resized * 255).float()


def crops():
    shares = torch.linspace(0.05, 0.95, 19, dtype=torch.float64)
    for height, width in [(375, 500), (400, 120)]:
        torch.manual_seed(1)
        photo = torch.empty(3, height, width)
        drawn = [RandomResizedCrop.get_params(photo, [0.35, 1], [3 / 4, 4 / 3]) for _ in range(20_000)]
        y, x, h, w = torch.tensor(drawn, dtype=torch.float64).T
        kinds = {"area": w * h / (width * height), "shape": torch.log(w / h), "x": x / width, "y": y / height}
        for name, values in kinds.items():
            out[f"crops/{height}x{width}/{name}"] = torch.quantile(values, shares).float()


def main():
    photo = numpy.random.default_rng(1).integers(0, 256, (HEIGHT, WIDTH, 3), dtype=numpy.uint8)
    out["photo"] = torch.from_numpy(photo)
    pixels = torch.from_numpy(photo).permute(2, 0, 1)[None].double() / 255
    maps(pixels)
    parts(photo, pixels)
    crops()
    folder = Path(__file__).resolve().parent.parent / "Tests/Fixtures/Vision"
    folder.mkdir(exist_ok=True)
    save_file({name: value.contiguous() for name, value in out.items()}, folder / "pictures.safetensors")
    print(f"{len(out)} tensors")


if __name__ == "__main__":
    main()
