"""A throw-away reader: a label and the bytes of a 28×28 image in hexadecimal on each line of a text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.item import Item
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.reader import IsCancelled, Progress


class BitsReader(Reader):
    """Reads one image a line."""

    title = Phrase("a file of bits")
    patterns = ("*.bits",)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        items = []
        for number, line in enumerate(path.read_text().splitlines()):
            label, _, values = line.partition(" ")
            if len(values) != 2 * 784:
                raise Unreadable(Phrase("Line {number} is no image.", number=number))
            image = np.frombuffer(bytes.fromhex(values), np.uint8).reshape(28, 28)
            items.append(Item(str(number), label, partial(np.copy, image)))
        return Found(items, [])


READER = BitsReader()
