"""Numbers as colours: blue above 0, orange below, the surface's own colour at 0."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor, QImage

from gui.look import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.look.colours import Theme

LEVELS = 255  # to either side of 0


def diverging(values: NDArray[np.floating], scale: float) -> QImage:
    """Return numbers as a picture, a pixel each.

    Args:
        values: ``(H, W)``; what is no number is drawn as 0.
        scale: What gets the full colour; larger numbers get it too.
    """
    table = _table(theme.current())
    size = scale if scale > 0 and np.isfinite(scale) else 1.0
    shares = np.nan_to_num(np.clip(values / size, -1, 1), nan=0.0)
    return _picture(table[np.rint(shares * LEVELS).astype(np.int64) + LEVELS])


def around_grey(values: NDArray[np.floating], scale: float) -> QImage:
    """Return numbers of red, green and blue as a picture in these colours: 0 is grey, what raises a colour shows it.

    Args:
        values: ``(H, W, 3)``; what is no number is drawn as 0.
        scale: What gets the full colour; larger numbers get it too.
    """
    size = scale if scale > 0 and np.isfinite(scale) else 1.0
    shares = np.nan_to_num(np.clip(values / size, -1, 1), nan=0.0)
    pixels = np.ascontiguousarray(np.rint(127.5 + 127.5 * shares).astype(np.uint8))
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def sequential(shares: NDArray[np.floating]) -> QImage:
    """Return shares from 0 to 1 as a picture, a pixel each: from the surface's colour to blue."""
    table = _table(theme.current())
    return _picture(table[np.rint(np.clip(shares, 0, 1) * LEVELS).astype(np.int64) + LEVELS])


def _picture(pixels: NDArray[np.uint32]) -> QImage:
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=4)
def _table(look: Theme) -> NDArray[np.uint32]:
    """Return the colour of each level, from the most negative on, ``(2 * LEVELS + 1,)`` as 0xffRRGGBB."""
    middle = _channels(look.color("surface"))
    shares = np.linspace(0, 1, LEVELS + 1)[:, None]
    below = middle + (_channels(look.color("negative")) - middle) * shares[:0:-1]
    above = middle + (_channels(look.color("positive")) - middle) * shares
    colours = np.rint(np.concatenate([below, above])).astype(np.uint32)
    table: NDArray[np.uint32] = (
        np.uint32(0xFF000000) | (colours[:, 0] << 16) | (colours[:, 1] << 8) | colours[:, 2]
    ).astype(np.uint32)
    return table


def _channels(color: QColor) -> NDArray[np.float64]:
    return np.array([color.red(), color.green(), color.blue()], np.float64)
