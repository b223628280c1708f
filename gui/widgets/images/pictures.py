"""An image as a picture, and what is drawn around it: a frame, and an answer with a tick or a cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen, QPixmap

from gui.look import theme
from gui.look.text_size import px

if TYPE_CHECKING:
    from numpy.typing import NDArray

MARK = 8  # pixels, of a tick or a cross
MARK_ROOM = 12  # likewise, with the space to the word


def as_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return ``(H, W)`` grey or ``(H, W, C)`` pixels, uint8, as an image that holds its own copy."""
    pixels = np.ascontiguousarray(pixels)
    is_grey = pixels.ndim == 2 or pixels.shape[2] == 1
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if is_grey else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, width * (1 if is_grey else 3), kind).copy()


def scaled(pixels: NDArray[np.uint8], side: int, ratio: float) -> QPixmap:
    """Return an image as a picture whose longer side is ``side``.

    Args:
        pixels: ``(H, W)`` grey or ``(H, W, C)``, uint8.
        side: Device-independent pixels.
        ratio: Pixels of the screen in each of those.
    """
    room = round(side * ratio)
    smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    result = QPixmap.fromImage(as_image(pixels).scaled(room, room, keep, smooth))
    result.setDevicePixelRatio(ratio)
    return result


def paint_image(painter: QPainter, place: QRect, pixmap: QPixmap) -> None:
    """Draw an image in the middle of its place."""
    size = pixmap.deviceIndependentSize()
    middle = QRectF(place).center()
    painter.drawPixmap(middle - QPointF(size.width() / 2, size.height() / 2), pixmap)


def paint_frame(painter: QPainter, place: QRect, role: str) -> None:
    """Draw a frame around an image, in a colour of the theme."""
    painter.setPen(QPen(theme.current().color(role), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(-1, -1, 1, 1), 2, 2)


def paint_answer(painter: QPainter, line: QRect, name: str, role: str, *, is_right: bool) -> None:
    """Write a class in the middle of a line, behind a tick or a cross, in a colour of the theme."""
    metrics, mark = QFontMetricsF(painter.font()), px(MARK)
    text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, line.width() - px(MARK_ROOM) - 2)
    width = metrics.horizontalAdvance(text)
    left = QRectF(line).center().x() - (width + px(MARK_ROOM)) / 2
    pen = QPen(theme.current().color(role), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = QPointF(left, QRectF(line).center().y() - mark / 2 + 0.5)
    if is_right:
        corner = at + QPointF(0.38, 0.84) * mark
        painter.drawPolyline([at + QPointF(0.06, 0.46) * mark, corner, at + QPointF(1.0, 0.06) * mark])
    else:
        near, far = 0.12 * mark, 0.88 * mark
        falling = QLineF(at + QPointF(near, near), at + QPointF(far, far))
        rising = QLineF(at + QPointF(near, far), at + QPointF(far, near))
        painter.drawLines([falling, rising])
    words = QRectF(left + px(MARK_ROOM), line.y(), width + 2, line.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
