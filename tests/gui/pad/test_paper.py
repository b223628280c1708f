"""The words on blank paper: in its scale, and as large as all else where they fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from gui.pad.drawing import Drawing
from gui.pad.paper import Paper, paint_words


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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_a_part_painted_alone_covers_what_was_there_whatever_the_scale(qtbot: QtBot, ratio: float) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    image = QImage(QSize(200, 200) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.red)
    part = QRect(51, 53, 71, 67)
    painter = QPainter(image)
    painter.setClipRect(part)  # as a window is painted
    Paper().paint(painter, QRectF(0, 0, 200, 200), Drawing(), (), palette=palette, marked=False, part=part)
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert seen == {"#ff0000", "#ffffff"}, "nothing of what was there shines through"
