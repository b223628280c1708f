"""Numbers rounded to few bits: whole codes from −(2^(bits − 1) − 1) to as much above 0, and what one step is worth.

The largest number is the largest code, and what is above 0 is rounded as what is below it. With fewer than four bits
the largest ones may be cut, where the square of all that is missed is less so: a network of two bits reads most digits
then, and else hardly any. 0 stays 0, and what was rounded is rounded to itself.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)

GROUP = 32  # numbers of a row that share a scale, where they are taken by group
FEWEST_BITS, MOST_BITS = 2, 8
FITTED_BELOW = 4  # bits: with so few codes the largest number is better cut
SHARES = np.arange(20, 5, -1) / 20  # of the largest number, that may become the largest code
LARGEST_FLOAT32 = float(np.finfo(np.float32).max)


class Grouping(StrEnum):
    """Which numbers of an array share a scale."""

    TENSOR = "tensor"  # all of them
    CHANNEL = "channel"  # a row of the first axis: the weights of one unit or filter
    GROUP = "group"  # so many numbers of a row as lie side by side


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """An array as whole codes, and what they stand for.

    Attributes:
        values: int8, of the array's shape.
        scales: float32, what one step is worth: ``(1,)`` by tensor, ``(rows,)`` by channel, ``(rows, groups)`` by
            group, where the last group of a row may be shorter.
        bits: That a code takes.
    """

    values: NDArray[np.int8]
    scales: NDArray[np.float32]
    bits: int

    @property
    def size(self) -> int:
        """How many bytes the codes are, packed side by side, and their scales."""
        return -(-self.values.size * self.bits // 8) + self.scales.nbytes

    def packed(self) -> bytes:
        """Return the codes side by side, each in its bits, the highest first, as two's complement."""
        each = self.values.reshape(-1, 1).view(np.uint8)
        return np.packbits(np.unpackbits(each, axis=1)[:, 8 - self.bits :]).tobytes()

    def unpacked(self) -> NDArray[np.float32]:
        """Return the numbers that they stand for, of the array's shape."""
        per = Grouping.GROUP if self.scales.ndim == 2 else Grouping.CHANNEL
        parts = _parts(self.values.astype(np.float32), per)  # (rows, groups, numbers)
        worth = self.scales.reshape(*self.scales.shape, *(1,) * (3 - self.scales.ndim))
        return _whole(parts * worth, self.values.shape)


def rounded(values: NDArray[np.float32], bits: int, per: Grouping) -> Codes:
    """Return an array rounded to so many bits.

    Args:
        values: Finite; those of one axis are one row.
        bits: 2 to 8.
        per: Which numbers share a scale.

    Raises:
        ValueError: If there are not so many bits.
    """
    if not FEWEST_BITS <= bits <= MOST_BITS:
        raise ValueError(f"{bits} bits are not possible")
    parts = _parts(values.astype(np.float64), per)  # (rows, groups, numbers)
    most = 2 ** (bits - 1) - 1
    largest = np.abs(parts).max(axis=2, initial=0.0, keepdims=True)
    scales = _fitting(parts, largest, most) if bits < FITTED_BELOW else _scales(largest, most)
    # Of the very smallest numbers the scale is coarse, and that of what they become is another: it is that.
    scales = _scales((_codes(largest, scales, most) * scales).astype(np.float32), most)
    codes = _whole(_codes(parts, scales, most), values.shape)
    shape = scales.shape[:2] if per == Grouping.GROUP else (-1,)
    return Codes(codes.astype(np.int8), scales.reshape(shape), bits)


def _scales(largest: NDArray[np.floating], most: int) -> NDArray[np.float32]:
    """Return what one step is worth, so that the largest number is ``most`` of them."""
    scales = (largest.astype(np.float64) / most).astype(np.float32)
    # Rounded up, so many steps could be more than the largest number there is.
    limit = np.nextafter(np.float32(LARGEST_FLOAT32 / most), np.float32(0))
    return np.minimum(scales, limit)


def _fitting(parts: NDArray[np.float64], largest: NDArray[np.float64], most: int) -> NDArray[np.float32]:
    """Return scales of which some are less, so that the largest numbers are cut, where all are met better so."""
    best, least = _scales(largest, most), np.full(largest.shape, np.inf)
    for share in SHARES:
        scales = _scales(share * largest, most)
        met = (_codes(parts, scales, most) * scales).astype(np.float32)
        missed = np.square(met - parts).sum(axis=2, keepdims=True)
        best, least = np.where(missed < least, scales, best), np.minimum(missed, least)
    return best


def _codes(parts: NDArray[np.float64], scales: NDArray[np.float32], most: int) -> NDArray[np.float64]:
    worth = np.where(scales > 0, scales, 1).astype(np.float64)  # zeros have none
    return np.clip(np.rint(parts / worth), -most, most)


def _parts(values: NDArray[Number], per: Grouping) -> NDArray[Number]:
    """Return the numbers that share a scale along the last axis: (rows, groups, numbers), filled up with zeros."""
    if per == Grouping.TENSOR:
        return values.reshape(1, 1, -1)
    rows = values.reshape(len(values) if values.ndim > 1 else 1, -1)
    if per == Grouping.CHANNEL:
        return rows[:, None]
    missing = -rows.shape[1] % GROUP
    return np.pad(rows, ((0, 0), (0, missing))).reshape(len(rows), -1, GROUP)


def _whole(parts: NDArray[Number], shape: tuple[int, ...]) -> NDArray[Number]:
    """Return an array from the parts that share a scale; those filled up are cut."""
    rows = parts.reshape(len(parts), -1)
    return rows[:, : math.prod(shape) // len(rows)].reshape(shape)
