"""Twenty of the built-in digits, drawn anew at once whenever a setting of theirs changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize

from engine.config import VariationConfig
from gui.look.plain import plain
from gui.look.spoken import said
from gui.stations.data.preview import Preview
from gui.widgets.images.cells import pad_words
from gui.widgets.images.pictures import as_image

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

COLUMNS = 10
"""One for each digit."""
ROWS = 2
SIDE = 28


class DigitPreview(Preview):
    """The first digits of a data set under given settings, each digit in a column.

    The same seed gives the same hands: what a setting does to them can be watched.
    """

    shape = (ROWS, COLUMNS)
    least = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = (VariationConfig(), 0)
        self._drawn: tuple[VariationConfig, int] | None = None
        self._images: NDArray[np.uint8] = np.zeros((0, SIDE, SIDE), np.uint8)
        said(self.setAccessibleName, lambda: self.tr("Preview of generated digits"))
        said(self.setToolTip, lambda: plain(pad_words()))

    def set_variation(self, variation: VariationConfig, seed: int) -> None:
        """Draw digits with other settings; while hidden, they are drawn when they come into sight."""
        self._wanted = (variation, seed)
        if self.isVisible():
            self.make()

    def images(self) -> NDArray[np.uint8]:
        """Return what is shown: ``(20, 28, 28)`` uint8, the digits 0 to 9 twice."""
        return self._images

    def make(self) -> None:
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

    def image_at(self, row: int, column: int) -> NDArray[np.uint8] | None:
        place = row * COLUMNS + column
        return self._images[place] if place < len(self._images) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMNS * 16, ROWS * 16)

    def paint(self, painter: QPainter) -> None:
        hint = painter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(hint, self.side(self.width()) % SIDE != 0)
        for number, pixels in enumerate(self._images):
            painter.drawImage(self.place(*divmod(number, COLUMNS)), as_image(pixels))
