"""What is painted by hand: it follows the theme, tells its cost, and says what lies at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from gui.look import theme
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Square(Painted):
    forgotten = 0

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), theme.current().color("accent"))

    def forget_colours(self) -> None:
        self.forgotten += 1

    def tip_at(self, point: QPoint) -> str | None:
        return None if point.y() > 50 else f"at {point.x()}" if point.x() < 50 else ""


@pytest.fixture
def square(qtbot: QtBot) -> Square:
    widget = Square()
    qtbot.addWidget(widget)
    widget.resize(100, 100)
    return widget


def test_it_is_painted_in_the_colours_of_the_theme(square: Square) -> None:
    app, before = QApplication.instance(), theme.mode()
    assert isinstance(app, QApplication)
    for mode in ("light", "dark"):
        theme.apply(app, mode)
        assert square.grab().toImage().pixelColor(50, 50).name() == theme.current().accent
    assert square.forgotten == 2
    assert square.painting_seconds > 0
    theme.apply(app, before)


def test_a_tooltip_says_what_lies_at_a_place(square: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    for point in (QPoint(10, 10), QPoint(80, 10), QPoint(10, 80)):
        QApplication.sendEvent(square, QHelpEvent(QEvent.Type.ToolTip, point, square.mapToGlobal(point)))
    assert shown == ["at 10", ""], (
        "no words hide what was shown, and where there are none of its own Qt sees to it"
    )


def test_an_error_while_painting_leaves_no_painter_at_work(qtbot: QtBot) -> None:
    painters: list[QPainter] = []

    class Faulty(Painted):
        def paint(self, painter: QPainter) -> None:
            painters.append(painter)
            raise ValueError("a faulty picture")

    widget = Faulty()
    qtbot.addWidget(widget)
    canvas = QPixmap(10, 10)  # outlives the painter
    with pytest.raises(ValueError, match="a faulty picture"):
        widget.render(canvas)
    (painter,) = painters
    assert not painter.isActive(), "Qt would end the program"
