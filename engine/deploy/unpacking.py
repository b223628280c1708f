"""Reads arrays of weights from bytes, as exports hold them; in NumPy alone, for scripts hold a copy of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.compress.rounding import GROUP

if TYPE_CHECKING:
    import io
    from collections.abc import Sequence

    from numpy.typing import NDArray

FLOATS = {"float32": "<f4", "float16": "<f2"}


def read_array(content: io.BytesIO, kind: str, shape: Sequence[int]) -> NDArray[np.float32]:
    """Read the next array: numbers as they are, or codes and behind them their scales."""
    count = math.prod(shape)
    if kind in FLOATS:
        numbers = np.dtype(FLOATS[kind])
        return (
            np.frombuffer(content.read(numbers.itemsize * count), numbers).astype(np.float32).reshape(shape)
        )
    length = count // shape[0]
    span = GROUP if kind == "int4" else max(1, length)  # numbers of a row that share a scale
    if kind == "int4":
        codes = nibbles(content.read((count + 1) // 2), count)
    else:
        codes = np.frombuffer(content.read(count), np.int8)
    groups = -(-length // span)
    scales = np.frombuffer(content.read(4 * shape[0] * groups), "<f4").reshape(shape[0], groups)
    worth = np.repeat(scales, span, axis=1)[:, :length].astype(np.float32)
    return (codes.reshape(shape[0], length) * worth).reshape(shape)


def nibbles(content: bytes, count: int) -> NDArray[np.int8]:
    """Return codes of 4 bits, two of which are a byte, the lower half first."""
    pairs = np.frombuffer(content, np.uint8)
    codes = np.stack([pairs & 15, pairs >> 4], axis=1).ravel()[:count]
    return (codes ^ 8).astype(np.int8) - np.int8(8)
