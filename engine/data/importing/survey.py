"""Looks through the pictures of a set before any is used, for the one range that their values have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.pixels_read import TooManyPixels
from engine.data.importing.spread import Spread
from engine.data.importing.values import BYTES, ValueRange, check_parts, range_of
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.data.importing.item import Item
    from engine.data.importing.pixels_read import PixelsRead
    from engine.data.importing.reader import IsCancelled, Progress

BLOCK = 256  # pictures that are looked at together
TOLD = 32  # pictures after which progress is told
BLOCK_VALUES = 1 << 20
FEW_LEVELS = 16  # a picture file of bytes that go no further may be one of 0 and 1, or of digits from 0 to 16
BARE = "bare"


class Ranges:
    """The range of the values of each kind of pictures in a set.

    Bare numbers, of arrays and tables, are of one kind, whatever their types. Picture files are of a kind by the type
    of their numbers: bytes run to 255 because the format says so, unless all pictures go to 16 at most.

    Args:
        items: All pictures of the set, of training and testing.
        chosen: The range that a person named; it holds for all.
        pictures: Reads them.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.
    """

    def __init__(
        self,
        items: Sequence[Item],
        chosen: ValueRange | None,
        pictures: PixelsRead,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        self._items = items
        self._chosen = chosen
        self._pictures = pictures
        self._progress = progress
        self._cancelled = cancelled
        self._found: dict[str, ValueRange] = {}

    def of(self, item: Item, image: NDArray[Any]) -> ValueRange:
        """Return the range for a picture that was just read.

        Raises:
            DataError: If it cannot be told from all pictures of its kind.
            Cancelled: If ``cancelled`` said so.
        """
        kind = _kind(item, image)
        if kind not in self._found:
            self._found[kind] = self._chosen or self._searched(kind)
        return self._found[kind]

    @property
    def found(self) -> tuple[ValueRange, ...]:
        """Each range that was asked for, once."""
        return tuple(dict.fromkeys(self._found.values()))

    def _searched(self, kind: str) -> ValueRange:
        parts = {False: Spread(), True: Spread()}
        for test, block in self._blocks(kind):
            if kind == np.dtype(np.uint8).str and block.max() > FEW_LEVELS:
                return BYTES
            parts[test].add(block)
            del block  # the next one may be as large
        whole = parts[False].merged(parts[True])
        if not whole.count:
            return BYTES  # all of them are refused one by one
        found = range_of(whole)
        check_parts(parts, found)
        return found

    def _blocks(self, kind: str) -> Iterator[tuple[bool, NDArray[Any]]]:
        """Go through all pictures of a kind, those of one shape and part together; of opacity nothing is seen."""
        waiting: list[NDArray[Any]] = []
        state: tuple[object, ...] = ()
        for number, item in enumerate(self._items):
            if self._cancelled is not None and self._cancelled():
                raise Cancelled
            if number % TOLD == 0 and self._progress is not None:
                self._progress(Phrase("Looking at the values"), number / len(self._items))
            if (kind == BARE) != item.is_bare:
                continue
            try:
                image = self._pictures.read(item)
            except TooManyPixels:
                raise
            except DataError:
                continue
            if _kind(item, image) != kind or not image.size or not np.isfinite(image).all():
                continue
            if image.ndim == 3 and image.shape[2] == 4 and np.ptp(image[:, :, 3]) == 0:
                image = image[:, :, :3]  # but where opacity is the drawing, its values are the picture's
            own = (item.test, image.shape, image.dtype)
            is_full = len(waiting) >= BLOCK or len(waiting) * image.size >= BLOCK_VALUES
            if waiting and (own != state or is_full):
                yield bool(state[0]), np.stack(waiting)
                waiting = []
            state = own
            waiting.append(image)
            del image
            if waiting[0].size >= BLOCK_VALUES:
                yield own[0], waiting.pop()[None]
        if waiting:
            yield bool(state[0]), np.stack(waiting)


def _kind(item: Item, image: NDArray[Any]) -> str:
    return BARE if item.is_bare else image.dtype.str
