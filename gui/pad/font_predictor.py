"""A stand-in for a network, to show the pad alone: compares a drawing with the digits of a font."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from engine.data.ink import normalize_image
from gui.pad.drawing import array_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE = 84
SHARPNESS = 24.0


class FontPredictor:
    """Gives each digit the likeness of the drawing to how a font draws it."""

    def __init__(self) -> None:
        self._digits = np.stack([_unit(normalize_image(_draw(str(digit)))) for digit in range(10)])

    def __call__(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return probabilities ``(N, 10)`` for images ``(N, 28, 28)`` uint8."""
        likeness = np.stack([_unit(image) for image in images]) @ self._digits.T
        weight = np.exp(SHARPNESS * (likeness - likeness.max(axis=1, keepdims=True)))
        return np.asarray(weight / weight.sum(axis=1, keepdims=True), dtype=np.float32)


def _unit(image: NDArray[np.uint8]) -> NDArray[np.float64]:
    vector = image.reshape(-1).astype(np.float64)
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))


def _draw(text: str) -> NDArray[np.uint8]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(SIDE * 3 // 4)
    painter.setFont(font)
    painter.drawText(image.rect(), int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return array_of(image)
