"""Numbers over an image as colours, with the outline of the ink to see where they lie.

A picture in colour has no ink: it shines through in grey instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.widgets.images import colours
from gui.widgets.images.pictures import as_image
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

INK = 96  # grey from which a pixel counts as ink
LEAST_SIDE = 84  # pixels
SHINE = 0.3  # how much of a picture is seen through the colours


def outline(ink: NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Return the edges between ink and paper, each as x1, y1, x2, y2 in pixels of the image.

    Args:
        ink: ``(H, W)``, where there is ink.
    """
    framed = np.pad(ink, 1)
    upright = np.argwhere(framed[1:-1, 1:] != framed[1:-1, :-1])
    level = np.argwhere(framed[1:, 1:-1] != framed[:-1, 1:-1])
    edges = [(column, row, column, row + 1) for row, column in upright.tolist()]
    return edges + [(column, row, column + 1, row) for row, column in level.tolist()]


class ImpactMap(Painted):
    """A map over an image, as large a square as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[np.float32] | None = None
        self._scale = 1.0
        self._edges: list[tuple[int, int, int, int]] = []
        self._grey: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_map(
        self,
        values: NDArray[np.float32] | None,
        image: NDArray[np.uint8] | None = None,
        scale: float | None = None,
    ) -> None:
        """Show other numbers.

        Args:
            values: ``(H, W)`` float32, or None for nothing.
            image: ``(H, W)`` uint8, whose ink is outlined, or ``(H, W, 3)``, which shines through.
            scale: What gets the full colour; by default the largest of the numbers.
        """
        self._values = values
        if values is not None:
            self._scale = scale if scale is not None else float(np.abs(values).max(initial=0.0))
        self._edges, self._grey = [], None
        if image is not None and image.ndim == 2:
            self._edges = outline(image >= INK)
        elif image is not None:
            self._grey = as_image(image.mean(axis=2).astype(np.uint8))
        self.update()

    def values(self) -> NDArray[np.float32] | None:
        """Return what is shown."""
        return self._values

    def sizeHint(self) -> QSize:
        return QSize(168, 168)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_SIDE, LEAST_SIDE)

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        side = min(self.width(), self.height()) - 2
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.fillRect(square, look.color("surface"))
        if self._values is not None:
            height, width = self._values.shape
            step = side / max(height, width)
            square = QRectF(0, 0, step * width, step * height)
            square.moveCenter(QRectF(self.rect()).center())
            painter.drawImage(square, colours.diverging(self._values, self._scale))
            if self._grey is not None:
                painter.setOpacity(SHINE)
                painter.drawImage(square, self._grey)
                painter.setOpacity(1.0)
            painter.setPen(QPen(look.color("text", 150), 1.0))
            corner = square.topLeft()
            painter.drawLines(
                [
                    QLineF(
                        corner.x() + x1 * step,
                        corner.y() + y1 * step,
                        corner.x() + x2 * step,
                        corner.y() + y2 * step,
                    )
                    for x1, y1, x2, y2 in self._edges
                ]
            )
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square)
