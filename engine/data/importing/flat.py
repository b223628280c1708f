"""Pictures that lie in rows of numbers: their side, and in which order colours come."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError
from engine.records import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

SURE = 0.8  # of the differences between neighbours that the other order has: a picture is smooth in its true order
LOOKED_AT = 128  # rows and columns in the middle of a picture, where it is larger


class Colours(Enum):
    """In which order the colours of a picture come."""

    NONE = "none"
    PLANES = "planes"  # all reds, then all greens, then all blues
    MIXED = "mixed"  # red, green and blue of each pixel


@dataclass(frozen=True, slots=True)
class Flat:
    """How a picture lies in a row.

    Attributes:
        side: Its height and width.
        colours: The order of its colours.
    """

    side: int
    colours: Colours = Colours.NONE

    def pictures(self, rows: NDArray[Any]) -> NDArray[Any]:
        """Return rows ``(…, pixels)`` as pictures ``(…, side, side)`` or ``(…, side, side, 3)``."""
        before = rows.shape[:-1]
        if self.colours is Colours.NONE:
            return rows.reshape(*before, self.side, self.side)
        if self.colours is Colours.MIXED:
            return rows.reshape(*before, self.side, self.side, 3)
        return np.moveaxis(rows.reshape(*before, 3, self.side, self.side), -3, -1)


def fills_picture(count: int) -> bool:
    """Say whether so many numbers are a square picture, grey or in colours."""
    return bool(_side(count) or (count % 3 == 0 and _side(count // 3)))


def flat_form(rows: NDArray[Any]) -> Flat:
    """Return how pictures lie in rows ``(N, pixels)``.

    Raises:
        DataError: If they fill no square, or the order of their colours cannot be told.
    """
    count = rows.shape[-1]
    if side := _side(count):
        return Flat(side)
    side = _side(count // 3) if count % 3 == 0 else 0
    if not side:
        raise DataError(
            "This is no square picture.",
            cause="It has {count} pixels, which fill no square.",
            remedy="Use square pictures.",
            count=count,
        )
    some = rows[:: max(1, len(rows) // 64)]
    roughness = {}
    middle = slice(max(0, (side - LOOKED_AT) // 2), (side + LOOKED_AT + 1) // 2)
    for colours in (Colours.PLANES, Colours.MIXED):
        pictures = Flat(side, colours).pictures(some)[:, middle, middle].astype(np.float64)
        roughness[colours] = sum(float(np.abs(np.diff(pictures, axis=axis)).mean()) for axis in (1, 2))
    best, other = sorted(roughness, key=roughness.__getitem__)
    if not roughness[best] < SURE * roughness[other]:
        raise DataError(
            "The colours of the pictures cannot be told.",
            cause="{count} numbers are {side}×{side} pixels of three colours, in an order that is not to be seen.",
            remedy="Store them as an array of the shape (images, {side}, {side}, 3).",
            count=count,
            side=side,
        )
    return Flat(side, best)


def _side(count: int) -> int:
    side = math.isqrt(max(count, 0))
    return side if side * side == count and side > 1 else 0
