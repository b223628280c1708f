"""One image with its pixels as they are, as large a square as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.text_size import px
from gui.widgets.images import colours
from gui.widgets.images.pictures import as_image
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

LEAST_SIDE, USUAL_SIDE = 84, 168  # pixels


class PixelPicture(Painted):
    """Shows grey or coloured pixels, or signed numbers in the colours for them; no pixel is blurred into the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._numbers: tuple[NDArray[np.floating], float] | None = None
        self._image: QImage | None = None  # in the colours of the theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_pixels(self, pixels: NDArray[np.uint8] | None) -> None:
        """Show an image, ``(H, W)`` or ``(H, W, 3)`` uint8; None for nothing."""
        self._pixels, self._numbers, self._image = pixels, None, None
        self.update()

    def set_numbers(self, numbers: NDArray[np.floating], scale: float) -> None:
        """Show numbers ``(H, W)``, blue above 0 and orange below; ``scale`` gets the full colour."""
        self._pixels, self._numbers, self._image = None, (numbers, scale), None
        self.update()

    @property
    def pixels(self) -> NDArray[np.uint8] | None:
        """The image that is shown; None for none or for numbers."""
        return self._pixels

    @property
    def numbers(self) -> NDArray[np.floating] | None:
        """The numbers that are shown; None for none or for an image."""
        return None if self._numbers is None else self._numbers[0]

    def forget_colours(self) -> None:
        self._image = None

    def sizeHint(self) -> QSize:
        return QSize(px(USUAL_SIDE), px(USUAL_SIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST_SIDE), px(LEAST_SIDE))

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        side = min(self.width(), self.height()) - 2
        square = QRectF((self.width() - side) / 2, 1, side, side)
        if self._image is None:
            if self._pixels is not None:
                self._image = as_image(self._pixels)
            elif self._numbers is not None:
                self._image = colours.diverging(*self._numbers)
        painter.fillRect(square, look.color("surface"))
        if self._image is not None:
            size = self._image.size().scaled(square.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(square.center())
            painter.drawImage(place, self._image)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square)
