"""A small picture of what a model was asked about: ink on paper, or a picture in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import px
from gui.widgets.images.pictures import as_image
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
        """Show ``image (H, W)`` or ``(H, W, 3)`` uint8, or nothing."""
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
        height, width = image.shape[:2]
        scale = side / max(height, width)
        place.adjust(*[(side - width * scale) / 2 * way for way in (1, 0, -1, 0)])
        place.adjust(*[(side - height * scale) / 2 * way for way in (0, 1, 0, -1)])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(place, as_image(image))
        painter.setPen(QPen(theme.current().color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
