"""What the program keeps for itself between two starts, of digits: those it drew, and what tells others from them."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind

if TYPE_CHECKING:
    import random
    from pathlib import Path

KEY = "of-a-drawing"
CLASSES = 2


class DrawnDigits(Kind):
    """Digits that were drawn at an earlier start."""

    name = "drawn-digits"
    modules = ("engine.data.generated.kept",)

    def make(self) -> Files:
        """As few as are kept, the same image over and over."""
        from engine.config import DataConfig
        from engine.data.generated import kept

        images = np.repeat(sound.drawings().images[:1], kept.LEAST_IMAGES, axis=0)
        return {f"{kept.FOLDER}/{kept._path(DataConfig()).name}": zlib.compress(images.data, 9)}

    def read(self, folder: Path) -> bool:
        """Look for them; where there are none they are drawn."""
        from engine.config import DataConfig
        from engine.data.generated import kept

        images = kept.load(DataConfig(), kept.LEAST_IMAGES)
        assert images is None or images.shape == (kept.LEAST_IMAGES, 28, 28)
        return images is not None


class KeptDoubt(Kind):
    """What was learnt at an earlier start to tell drawings that are no digits."""

    name = "kept-doubt"
    modules = ("engine.data.doubt.kept", "engine.data.doubt.doubt")

    @property
    def _path(self) -> str:
        return f"doubts/{KEY}.doubt"

    def make(self) -> Files:
        """One of two classes and two hidden units."""
        from engine.data.doubt.directions import FEATURES
        from engine.data.doubt.doubt import Doubt

        hidden, outputs = 2, CLASSES + 1
        doubt = Doubt(
            inner=np.ones((FEATURES, hidden), np.int8),
            inner_steps=np.full(hidden, 0.01, np.float32),
            inner_bias=np.zeros(hidden, np.float32),
            outer=np.ones((hidden, outputs), np.int8),
            outer_steps=np.full(outputs, 0.01, np.float32),
            outer_bias=np.arange(outputs, dtype=np.float32),
            limit=1.5,
            refused=0.02,
        )
        return {self._path: _with_sum(doubt.to_text().encode("ascii"))}

    def spoilt(self, chance: random.Random) -> Files:
        """Return it with faults, mostly under a sum that is right: without one nothing behind it would be read."""
        files = super().spoilt(chance)
        if chance.random() < 0.8:
            files[self._path] = _with_sum(files[self._path].partition(b"\n")[2])
        return files

    def read(self, folder: Path) -> bool:
        """Look for it as at a start, and ask it about drawings."""
        from engine.data.doubt import kept

        kept.forget()
        doubt = kept.load(KEY, CLASSES)
        kept.forget()
        if doubt is None:
            return False
        images = sound.drawings().images
        assert np.isfinite(doubt.doubts(images)).all()
        assert len(doubt.odds(images)) == len(images)
        doubt.best_parting(images[:3])
        assert type(doubt).of_text(doubt.to_text(), CLASSES) is not None
        return True


def _with_sum(text: bytes) -> bytes:
    return hashlib.blake2b(text, digest_size=16).hexdigest().encode() + b"\n" + text
