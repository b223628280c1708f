"""What a network answers at every place of a plane, as colours: one for each class, stronger where it is surer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from gui.look import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.look.colours import Theme

LEVELS = 64  # strengths of a colour that are told apart
FAINTEST, STRONGEST = 0.04, 0.62  # of a class's colour, mixed with the surface's: points must stand out of it


def answer_picture(probabilities: NDArray[np.float32], side: int) -> QImage:
    """Return answers as a picture, a pixel each.

    Args:
        probabilities: ``(side², classes)``, row by row from the upper left; what is no number counts as undecided.
        side: Pixels in a row.
    """
    classes = probabilities.shape[1]
    shares = np.nan_to_num(probabilities, nan=0.0)
    best = shares.argmax(axis=1)
    surest = shares[np.arange(len(shares)), best]
    chance = 1.0 / classes
    certain = np.clip((surest - chance) / max(1.0 - chance, 1e-6), 0, 1)
    table = _table(theme.current(), classes)
    pixels = table[best, np.rint(certain * (LEVELS - 1)).astype(np.int64)].reshape(side, side)
    return QImage(pixels.data, side, side, 4 * side, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=8)
def _table(look: Theme, classes: int) -> NDArray[np.uint32]:
    """Return the colour of each class at each strength, ``(classes, LEVELS)`` as 0xffRRGGBB."""

    def channels(color: object) -> NDArray[np.float64]:
        return np.array([color.red(), color.green(), color.blue()], np.float64)  # type: ignore[attr-defined]

    surface = channels(look.color("surface"))
    strength = FAINTEST + (STRONGEST - FAINTEST) * np.linspace(0, 1, LEVELS)[:, None] ** 0.8
    rows = []
    for index in range(classes):
        colours = np.rint(surface + (channels(look.class_color(index)) - surface) * strength).astype(
            np.uint32
        )
        rows.append(np.uint32(0xFF000000) | (colours[:, 0] << 16) | (colours[:, 1] << 8) | colours[:, 2])
    return np.stack(rows).astype(np.uint32)
