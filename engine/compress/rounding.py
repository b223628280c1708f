"""Weights rounded to few bits: whole steps of a scale, which a tensor, each row of it, or each group of numbers has.

A scale keeps only so many binary digits that a whole number of its steps is a float32 exactly. So what codes stand for
is the same wherever they are multiplied, and rounding what was rounded changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_BITS, MOST_BITS = 2, 8
GROUP = 32  # numbers of a row that share a scale
DIGITS = 17  # binary, of a scale: with the seven of the largest code they are the 24 of a float32


class Grouping(StrEnum):
    """What shares a scale: all of an array, each row of its first axis, or each ``GROUP`` numbers of a row."""

    TENSOR = "tensor"
    CHANNEL = "channel"
    GROUP = "group"


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """An array as whole steps of scales.

    Attributes:
        values: The steps, int8, of the array's shape.
        scales: What a step is worth, float32: ``(1,)`` for a tensor, ``(rows,)`` for channels, ``(rows, groups)`` for
            groups, of which the last of a row may be shorter.
        bits: In how many bits a step fits.
    """

    values: NDArray[np.int8]
    scales: NDArray[np.float32]
    bits: int

    def unpacked(self) -> NDArray[np.float32]:
        """Return the numbers that they stand for."""
        values = self.values.astype(np.float32)
        if self.scales.ndim == 1:
            return values * self.scales.reshape(-1, *(1,) * (values.ndim - 1))
        rows = values.reshape(len(self.scales), -1)
        return (rows * np.repeat(self.scales, GROUP, axis=1)[:, : rows.shape[1]]).reshape(values.shape)

    @property
    def size(self) -> int:
        """How many bytes they are, steps packed one behind the other."""
        return -(-self.values.size * self.bits // 8) + self.scales.nbytes


def rounded(values: NDArray[np.float32], bits: int, per: Grouping) -> Codes:
    """Round numbers to the nearest of ``2 ** bits - 1`` steps, as many below zero as above.

    Args:
        values: Finite numbers of one axis at least; an array of one axis is one row.
        bits: From ``FEWEST_BITS`` to ``MOST_BITS``.
        per: What shares a scale: its largest number is the largest step.
    """
    assert FEWEST_BITS <= bits <= MOST_BITS
    most = 2 ** (bits - 1) - 1
    rows = values.reshape(len(values) if values.ndim > 1 and per is not Grouping.TENSOR else 1, -1)
    length = rows.shape[1]
    groups = rows[:, None]  # (rows, groups, numbers)
    if per is Grouping.GROUP:
        groups = np.pad(rows, ((0, 0), (0, -length % GROUP))).reshape(len(rows), -1, GROUP)
    scales = _scales(np.abs(groups).max(axis=2, initial=0.0) / np.float64(most))
    worth = np.where(scales > 0, scales, 1).astype(np.float64)  # what is zero throughout has none
    steps = np.clip(np.rint(groups / worth[..., None]), -most, most).astype(np.int8)
    steps = steps.reshape(len(rows), -1)[:, :length].reshape(values.shape)
    return Codes(steps, scales if per is Grouping.GROUP else scales[:, 0], bits)


def _scales(wanted: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return scales of few binary digits: none is more than was wanted, so that no step is beyond the largest."""
    mantissa, exponent = np.frexp(wanted)
    few: NDArray[np.float64] = np.ldexp(np.floor(np.ldexp(mantissa, DIGITS)), exponent - DIGITS)
    return few.astype(np.float32)
