"""Texts to learn from: as they are brought in, and as they are kept."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import PLACE, npz

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "The farmer sees a small owl – 你好，小猫 – and laughs.\r\n" * 12
ODD = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\x1b[31m",
    b"\xed\xa0\x80",
    "\u202e∎\ufffd".encode(),
    b"\xf5",
)


class TextFile(Kind):
    """A text in UTF-8."""

    name = "text"
    modules = ("engine.data.text.own_text",)
    place = "story.txt"

    def make(self) -> Files:
        """Twelve lines, some words of them Chinese."""
        return {f"{PLACE}/{self.place}": WORDS.encode()}

    def spoilt(self, chance: random.Random) -> Files:
        """Return the text damaged like any file, or with what stands in no text put into it."""
        if chance.random() < 0.5:
            return super().spoilt(chance)
        content = bytearray(self.sound[f"{PLACE}/{self.place}"])
        for _ in range(chance.randrange(1, 4)):
            place = chance.choice((0, chance.randrange(len(content))))
            content[place:place] = chance.choice(ODD)
        return {f"{PLACE}/{self.place}": bytes(content)}

    def read(self, folder: Path) -> bool:
        """Read it, cut it into pieces, keep it as a set, and load that."""
        from engine.data.import_set import import_set
        from engine.data.imported_sets import imported_sets, load_text
        from engine.data.text.own_text import own_text, read_text
        from engine.data.text.pieces import divided

        path = folder / PLACE / self.place
        text = read_text(path)
        coded = own_text(text, path.name, 8)
        assert "".join(coded.classes[place] for place in coded.numbers) == text
        train, test, blocks = divided(coded.numbers, 8, 0)
        assert len(train[0]) == len(blocks)
        assert len(test[0])
        report = import_set(path)
        (listed,) = imported_sets()
        assert listed.is_text
        assert listed.count == report.count
        assert load_text(report.name) == text
        return True


class KeptText(Kind):
    """A text that was brought in."""

    name = "kept-text"
    modules = ("engine.data.imported_sets", "engine.data.npz_file")

    def make(self) -> Files:
        """The same twelve lines, as characters."""
        codes = np.frombuffer(WORDS.encode("utf-32-le"), "<u4")
        arrays = {"text": codes, "title": np.array("A story")}
        return {"datasets-of-ones-own/story/images.npz": npz(arrays)}

    def read(self, folder: Path) -> bool:
        """List the sets, as every start does, load it, and cut it into pieces."""
        from engine.data.imported_sets import imported_sets, load_text
        from engine.data.text.own_text import own_text

        (listed,) = imported_sets()
        assert listed.name == "story"
        text = load_text("story")
        assert len(text) == listed.count
        own_text(text, listed.title, 8)
        return True
