"""A small picture of 28 × 28 pixels, ink on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import px
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

SIDE = 84  # pixels


class DrawingPicture(Painted):
    """Shows an image as the data sets have it, ink light on dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("askedPicture")
        self._image: NDArray[np.uint8] | None = None
        said(self.setAccessibleName, lambda: self.tr("The picture that was asked about last"))

    def set_image(self, image: NDArray[np.uint8] | None) -> None:
        """Show ``image (H, W)`` uint8, or nothing."""
        if image is not self._image:
            self._image = None if image is None else np.ascontiguousarray(image)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE, share=0.5), px(SIDE, share=0.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        image = self._image
        if image is None:
            return
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        height, width = image.shape
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        shown = QImage(image.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        painter.drawImage(place, shown)
        painter.setPen(QPen(theme.current().color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
