"""Twenty of the built-in digits, drawn anew at once whenever a setting of theirs changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.config import VariationConfig

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS = 10
"""One for each digit."""
ROWS = 2
SIDE = 28
GAP = 4
LARGEST = 2 * SIDE
"""Pixels of a digit where there is room."""


class DigitPreview(QWidget):
    """The first digits of a data set under given settings, each digit in a column.

    The same seed gives the same hands: what a setting does to them can be watched.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = (VariationConfig(), 0)
        self._drawn: tuple[VariationConfig, int] | None = None
        self._images: NDArray[np.uint8] = np.zeros((0, SIDE, SIDE), np.uint8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Preview of generated digits"))

    def set_variation(self, variation: VariationConfig, seed: int) -> None:
        """Draw digits with other settings; while hidden, they are drawn when they come into sight."""
        self._wanted = (variation, seed)
        if self.isVisible():
            self._draw()

    def images(self) -> NDArray[np.uint8]:
        """Return what is shown: ``(20, 28, 28)`` uint8, the digits 0 to 9 twice."""
        return self._images

    def _draw(self) -> None:
        if self._drawn == self._wanted:
            return
        from engine.data.generated import generate  # loads the skeletons, which a start need not wait for

        variation, seed = self._wanted
        images, labels = generate(COLUMNS * ROWS, seed, variation=variation)
        # Every ten hold each digit once.
        order = np.argsort(labels.reshape(ROWS, COLUMNS), axis=1) + COLUMNS * np.arange(ROWS)[:, None]
        self._images = images[order.ravel()]
        self._drawn = self._wanted
        self.update()

    def _side(self, width: int) -> int:
        return max(min((width - GAP * (COLUMNS - 1)) // COLUMNS, LARGEST), 8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of two rows of digits that fill the width."""
        return ROWS * (self._side(width) + GAP) - GAP

    def sizeHint(self) -> QSize:
        width = COLUMNS * (LARGEST + GAP) - GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMNS * 16, ROWS * 16)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self._side(self.width())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side % SIDE != 0)
        for number, pixels in enumerate(self._images):
            row, column = divmod(number, COLUMNS)
            image = QImage(pixels.data, SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8)
            painter.drawImage(QRect(column * (side + GAP), row * (side + GAP), side, side), image)
        painter.end()


if __name__ == "__main__":
    from gui.widgets.demo import show

    def demo() -> DigitPreview:
        """Show digits that lean strongly."""
        preview = DigitPreview()
        preview.set_variation(VariationConfig(slant=2.5), 0)
        return preview

    show(demo)
