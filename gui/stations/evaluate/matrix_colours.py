"""The colours of a confusion matrix, of all cells at once: thousands of classes have millions of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from gui.look.colours import Theme

# Source: WCAG 2.2, relative luminance; the contrast of one pair of colours is in gui/look/colours.py.
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


class MatrixColours:
    """What colours the cells have, and the words on them.

    Mistakes are on a scale of their own, or they could not be told apart beside far larger numbers.

    Args:
        values: ``(classes, classes)`` what the cells show; nan for nothing.
        is_difference: Whether they are changes, above and below 0.
        look: The theme.
    """

    def __init__(self, values: NDArray[np.float64], look: Theme, *, is_difference: bool) -> None:
        numbers = np.nan_to_num(values)
        diagonal = np.eye(len(values), dtype=np.bool_)
        highest = np.abs(numbers)
        right, wrong = (float(highest[cells].max(initial=0.0)) for cells in (diagonal, ~diagonal))
        if is_difference:
            good = (numbers > 0) == diagonal
            shares = np.sqrt(np.abs(numbers) / (max(right, wrong) or 1.0))
        else:
            good = diagonal
            shares = np.where(
                diagonal,
                0.15 + 0.5 * np.maximum(numbers, 0) / (right or 1.0),
                0.9 * np.sqrt(np.maximum(numbers, 0) / (wrong or 1.0)),
            )
        shares = np.where(np.isnan(values), 0.0, np.clip(shares, 0.0, 1.0))
        self._shares = shares
        self.grounds: NDArray[np.uint8] = np.empty((*values.shape, 3), np.uint8)
        surface, better, worse = (_rgb(look.color(name)) for name in ("surface", "positive", "negative"))
        for channel in range(3):  # one by one: of thousands of classes, copies in wide numbers take gigabytes
            far = np.where(good, better[channel], worse[channel])
            self.grounds[..., channel] = np.rint(surface[channel] + (far - surface[channel]) * shares)

    def image(self, side: float) -> QImage:
        """Return a picture with a pixel for each cell, or for a block of them where cells are smaller than pixels.

        Of a block the most striking cell is seen: a rare mistake shall not vanish among thousands of zeros.

        Args:
            side: How large a cell is, in pixels of the screen.
        """
        count = len(self.grounds)
        step = max(1, math.ceil(1 / side)) if side > 0 else count
        grounds = self.grounds
        if step > 1:
            blocks = math.ceil(count / step)
            padding = ((0, blocks * step - count), (0, blocks * step - count))
            shares = np.pad(self._shares, padding, constant_values=-1.0)
            shares = shares.reshape(blocks, step, blocks, step).swapaxes(1, 2).reshape(blocks, blocks, -1)
            rows, columns = np.divmod(shares.argmax(axis=2), step)
            starts = np.arange(blocks) * step
            grounds = grounds[starts[:, None] + rows, starts[None, :] + columns]
        grounds = np.ascontiguousarray(grounds)
        size = len(grounds)
        return QImage(grounds.data, size, size, 3 * size, QImage.Format.Format_RGB888).copy()

    def are_dark_words(self, dark: QColor, light: QColor) -> NDArray[np.bool_]:
        """Return for each cell whether the first of two colours is read better on it, ``(classes, classes)``."""
        ground = _luminance(self.grounds)
        first, second = (_luminance(_rgb(colour)) for colour in (dark, light))
        return np.asarray(_contrast(first, ground) >= _contrast(second, ground))


def _rgb(colour: QColor) -> NDArray[np.float64]:
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)


def _luminance(colours: NDArray[np.float64] | NDArray[np.uint8]) -> NDArray[np.float64]:
    shares = np.asarray(colours, np.float64) / 255
    return np.asarray(
        np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4) @ LUMINANCE
    )


def _contrast(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
