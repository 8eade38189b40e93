#!/usr/bin/env python3
"""Makes Tests/Fixtures/Safetensors with Python's own library (pip install safetensors numpy).

    python Tools/safetensors_fixtures.py

all-types.safetensors holds every type of element that the engine reads; written-by-us.safetensors the
four that it writes, so that a test can compare the two libraries' files byte for byte.
"""
from pathlib import Path

import numpy as np
from safetensors import TensorSpec, serialize
from safetensors.numpy import save_file

folder = Path(__file__).resolve().parent.parent / "Tests/Fixtures/Safetensors"
folder.mkdir(parents=True, exist_ok=True)

floats = [1.5, -2.25, 0.0, float("inf"), float("nan"), 2.0**-24, -65504.0]
types = {
    "f64": np.array([1 / 3, -1e30, 0], np.float64), "f32": np.array([[1, 2, 3], [4, 5, 6.5]], np.float32),
    "f16": np.array(floats, np.float16), "i64": np.array([-(2**62), 7]), "i32": np.array([-(2**31), 7], np.int32),
    "i16": np.array([-(2**15), 7], np.int16), "i8": np.array([-128, 7], np.int8),
    "u64": np.array([2**62, 7], np.uint64), "u32": np.array([2**32 - 1, 7], np.uint32),
    "u16": np.array([2**16 - 1, 7], np.uint16), "u8": np.array([255, 7], np.uint8),
    "bool": np.array([True, False, True]), "scalar": np.array(3.0, np.float32),
    "empty": np.zeros((0, 3), np.float32), 'a "quoted"\n größe': np.array([1.0], np.float32),
}
types["bf16"] = (np.array([1.5, -2.25, 3e38], np.float32).view(np.uint32) >> 16).astype(np.uint16)  # the upper half
stored = {
    name: TensorSpec(dtype="bfloat16" if name == "bf16" else values.dtype.name, shape=values.shape,
                     data_ptr=values.ctypes.data, data_len=values.nbytes)
    for name, values in types.items()
}
(folder / "all-types.safetensors").write_bytes(serialize(stored, metadata={"made by": "safetensors for Python"}))

save_file({
    "weight": np.arange(6, dtype=np.float32).reshape(2, 3) / 4, "bias": np.array([-1.0, 0.5], np.float32),
    "step": np.array(12, np.int64), "pixels": np.array([[0, 255], [7, 8]], np.uint8),
    "mask": np.array([True, False, False]),
}, folder / "written-by-us.safetensors", metadata={"epoch": "3"})
