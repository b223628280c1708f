"""A list leaves the wheel to the page, unless it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget

from gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow


def turn(box: QComboBox) -> None:
    """Turn the wheel by a step over a list."""
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        *(middle, QPointF(box.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(box, event)


def test_the_wheel_turns_only_what_has_the_focus(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, other = ChoiceBox(page), QLineEdit(page)
    box.addItems(["one", "two", "three"])
    column = QVBoxLayout(page)
    column.addWidget(box)
    column.addWidget(other)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    other.setFocus()
    turn(box)
    assert (box.currentIndex(), other.hasFocus()) == (0, True)
    box.setFocus()
    turn(box)
    assert box.currentIndex() == 1


@pytest.mark.parametrize("words", ["the answer: 3", "the next best: 9", "Many steps (PGD)", "iiiiii"])
def test_a_list_as_wide_as_it_wants_to_be_shows_all(qtbot: QtBot, words: str) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem(words)
    box.resize(box.sizeHint())
    assert box.shown() == words


def test_what_is_chosen_ends_in_dots_where_there_is_no_room(qtbot: QtBot) -> None:
    box, short = ChoiceBox(), ChoiceBox()
    box.addItem("Validation accuracy, within seconds of training")
    for each in (box, short):
        qtbot.addWidget(each)
        each.be_narrow(6)
        each.resize(1000, 30)
    assert box.shown() == box.currentText()
    box.resize(160, 30)
    short.resize(160, 30)
    assert box.shown().startswith("Validation")
    assert box.shown().endswith("…")
    short.addItem(box.shown())
    assert box.grab().toImage() == short.grab().toImage()  # and so it is painted
    box.setPlaceholderText("Choose one of the many that there are")
    box.setCurrentIndex(-1)
    assert box.shown().startswith("Choose")
    assert box.shown().endswith("…")


def test_no_list_of_a_station_takes_the_focus_by_the_wheel(window: MainWindow) -> None:
    for name in ("data", "evaluate", "understand", "compress", "deploy", "sweep", "runs", "train"):
        window.show_station(name)
    boxes = window.findChildren(QComboBox)
    assert len(boxes) > 10
    assert [box.objectName() for box in boxes if box.focusPolicy() is Qt.FocusPolicy.WheelFocus] == []
