"""A bar of how far something is moves at once, and is painted when its turn comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Counted(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_what_waits_to_be_painted_is_not_painted_with_each_step(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    picture, bar = Counted(window), ProgressBar(window)
    picture.setGeometry(0, 0, 200, 100)
    bar.setGeometry(0, 120, 200, 20)
    bar.setRange(0, 100)
    window.show()
    QApplication.processEvents()
    before = picture.painted
    for value in range(1, 101):
        picture.update()
        bar.setRange(0, 0)  # nobody knows how far it is
        bar.setRange(0, 100)
        bar.setValue(value)
        assert (bar.maximum(), bar.value()) == (100, value)
    assert picture.painted == before
    QApplication.processEvents()
    assert picture.painted == before + 1
    place = bar.width() - 10, bar.height() // 2
    full = bar.grab().toImage().pixelColor(*place)
    bar.setValue(0)
    assert bar.grab().toImage().pixelColor(*place) != full
