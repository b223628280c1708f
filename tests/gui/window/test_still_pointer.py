"""The pointer is hidden over curves where it stands still, and is there again when it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from gui.window.still_pointer import STILL_LOOKS, StillPointer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_hidden_where_it_stands_still_and_never_over_the_pad(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    curves, pad = QWidget(window), QWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(curves)
    row.addWidget(pad)
    window.setGeometry(0, 0, 400, 200)
    window.show()
    QApplication.processEvents()
    pointer = StillPointer(curves)
    pointer.set_watching(True)

    def look(times: int) -> None:
        for _ in range(times):
            pointer.look()

    def go_to(part: QWidget, x: int = 20) -> None:
        QCursor.setPos(part.mapToGlobal(QPoint(x, 20)))
        QApplication.processEvents()

    go_to(curves)
    look(STILL_LOOKS)
    assert not pointer.is_hidden
    look(1)
    assert pointer.is_hidden
    shape = QGuiApplication.overrideCursor()
    assert shape is not None
    assert shape.shape() is Qt.CursorShape.BlankCursor
    go_to(curves, 30)
    look(1)
    assert not pointer.is_hidden
    assert QGuiApplication.overrideCursor() is None
    go_to(pad)
    look(2 * STILL_LOOKS)
    assert not pointer.is_hidden
    go_to(curves)
    look(STILL_LOOKS + 1)
    pointer.set_watching(False)
    assert QGuiApplication.overrideCursor() is None
