"""Generated digits and what is true of each, by rule: read from how it was drawn, not guessed from the picture.

- **thin**: the pen was at most 2 pixels wide in the picture of 28×28; **thick**: at least 3. Between, neither is said.
- **upright**: an upright line leans at most 10°; **slanted**: at least 15° to the right, as most hands write;
  **backslanted**: at least 12° to the left. Between, none is said, so that a word that is said is plainly true.
- the digit is the one that was drawn.

How large it is cannot be said: every picture is scaled to the same 20 pixels, as MNIST's are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.captions.words import is_true
from engine.config import VariationConfig
from engine.data.generated.drawing import draw
from engine.data.generated.images import BATCH, labels_of
from engine.data.ink import SIZE, render_polylines
from engine.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

THIN, THICK = 2.0, 3.0  # pixels
UPRIGHT, SLANTED, BACKSLANTED = 10.0, 15.0, -12.0  # degrees
UNSEEN_START = 1 << 41  # index of the first picture that is never trained on


@dataclass(frozen=True, slots=True, eq=False)
class DescribedPictures:
    """Pictures and what is true of them.

    Attributes:
        images: ``(N, 28, 28)`` uint8, 255 is ink.
        facts: ``(N, 3)`` int64, all that can be said of each, as ``words`` numbers it.
    """

    images: NDArray[np.uint8]
    facts: NDArray[np.int64]

    def without(self, captions: NDArray[np.int64]) -> DescribedPictures:
        """Return those of which none of ``captions (M, 3)`` is true."""
        kept = ~is_true(captions, self.facts).any(axis=1)
        return DescribedPictures(self.images[kept], self.facts[kept])


def described(
    count: int, seed: int = 0, *, start: int = 0, cancelled: Callable[[], bool] | None = None
) -> DescribedPictures:
    """Draw digits and say what is true of each.

    Args:
        count: How many.
        seed: Decides all of them, with ``start``.
        start: Index of the first; from ``UNSEEN_START`` on they are kept for trying.
        cancelled: Asked between batches whether to stop.

    Raises:
        Cancelled: If ``cancelled`` said so.
    """
    images = np.empty((count, SIZE, SIZE), dtype=np.uint8)
    facts = np.empty((count, 3), dtype=np.int64)
    labels = labels_of(np.arange(start, start + count), seed)
    for begin in range(0, count, BATCH):
        if cancelled is not None and cancelled():
            raise Cancelled
        part = slice(begin, min(begin + BATCH, count))
        indices = np.arange(start + part.start, start + part.stop)
        drawn = draw(labels[part], seed, indices, VariationConfig())
        images[part] = render_polylines(
            drawn.points,
            drawn.pen_down,
            pen_width=drawn.pen_width,
            softness=drawn.softness,
            grain=drawn.grain,
            pressure=drawn.pressure,
        )
        facts[part] = facts_of(labels[part], drawn.pen_width, np.degrees(drawn.lean))
    return DescribedPictures(images, facts)


def facts_of(
    digits: NDArray[np.int64], pen_width: NDArray[np.float32], lean: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Return what is true by the rule of this module, ``(N, 3)`` int64.

    Args:
        digits: ``(N,)``.
        pen_width: ``(N,)`` pixels.
        lean: ``(N,)`` degrees to the right.
    """
    thickness = np.select([pen_width <= THIN, pen_width >= THICK], [1, 2], 0)
    slant = np.select([np.abs(lean) <= UPRIGHT, lean >= SLANTED, lean <= BACKSLANTED], [1, 2, 3], 0)
    return np.stack([thickness, slant, digits + 1], axis=1).astype(np.int64)
