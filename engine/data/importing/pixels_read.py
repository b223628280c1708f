"""Reads the pictures of a set, and counts their pixels: small files may hold any number of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from engine.errors import DataError
from engine.packed import most_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.importing.item import Item

SAMPLE = 40  # pictures from which it is told what all of them will come to
FIRST_ONES = 2000  # pictures; where nearly none of so many can be used, the others are not tried
MOST_UNUSABLE = 0.95


class PixelsRead:
    """Reads pictures as long as what they come to is believable for their files.

    Args:
        count: How many pictures the set has.
        size: How many bytes they lie in; None where that is not known, or arrays hold them, which are bounded before.
    """

    def __init__(self, count: int, size: int | None) -> None:
        self._count = count
        self._most = None if size is None else most_pixels(size)
        self._pixels = 0
        self._read = 0

    def read(self, item: Item) -> NDArray[Any]:
        """Return a picture, numbers as they are stored.

        Raises:
            DataError: If it cannot be used; or ``TooManyPixels`` where this and those before are too much.
        """
        values = item.read()
        if item.is_bare or self._most is None:
            return values
        self._read += 1
        self._pixels += math.prod(values.shape[:2])
        foreseen = self._pixels / self._read * self._count if self._read == SAMPLE else 0
        if self._pixels > self._most or foreseen > 2 * self._most:
            raise TooManyPixels(self._most)
        return values


class TooManyPixels(DataError):
    """The pictures of a set are far too large for their files."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "The pictures are far too large for the size of their files.",
            cause="Together they have more than {millions:,} million pixels.",
            remedy="Scale them down: 28 pixels a side are what is kept, and 280 are plenty.",
            millions=most // 1_000_000,
        )


def check_usable(used: int, rejected: int, why: str) -> None:
    """See that it is worth while to try the pictures that are left.

    Raises:
        DataError: If nearly none of those that were tried can be used.
    """
    tried = used + rejected
    if tried == FIRST_ONES and rejected > MOST_UNUSABLE * tried:
        raise DataError(
            "{rejected:,} of the first {count:,} images cannot be used.",
            cause=why,
            remedy="Look at the files in another program.",
            rejected=rejected,
            count=tried,
        )
