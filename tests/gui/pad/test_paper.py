"""The words on blank paper: in its scale, and as large as all else where they fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from gui.pad.paper import paint_words


@pytest.mark.parametrize(
    ("side", "letters", "pixels"),
    [(256, 13, 14), (290, 24, 24), (720, 13, 40), (120, 24, 13), (60, 13, 11)],
)
def test_they_are_as_large_as_all_else_where_they_fit(
    qtbot: QtBot, side: int, letters: int, pixels: int
) -> None:
    font = QFont()
    font.setPixelSize(letters)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_words(painter, QRectF(image.rect()), "Draw a digit here", font, QPalette())
    size = painter.font().pixelSize()
    painter.end()
    assert size == pixels
