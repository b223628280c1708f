"""Parts side by side, and in a column where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from gui.widgets.sides import Sides

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from pytestqt.qtbot import QtBot


class Part(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setMinimumSize(width, height)


class WidePart(QWidget):
    def wanted_width(self) -> int:
        return 300

    def minimumSizeHint(self) -> QSize:
        return Part(100, 50).minimumSize()


def sides(qtbot: QtBot, *parts: QWidget) -> Sides:
    made = Sides()
    qtbot.addWidget(made)
    for part in parts:
        made.addWidget(part)
    give(made, 800)
    made.show()
    return made


def give(both: Sides, width: int) -> None:
    """Give it a width, also one below that of an own window."""
    both.setMinimumSize(1, 1)
    both.resize(width, 400)


def test_they_stand_in_a_column_where_there_is_no_room(qtbot: QtBot) -> None:
    left, right = Part(200, 100), Part(300, 50)
    both = sides(qtbot, left, right)
    assert (both.is_column, both.minimumSizeHint().width()) == (False, 300)
    assert both.wanted_size().width() == 500 + both.handleWidth()
    give(both, both.wanted_size().width() - 1)
    assert both.is_column
    assert (left.width(), right.width()) == (both.width(), both.width())
    assert both.minimumSizeHint().height() >= left.minimumHeight() + right.minimumHeight()
    give(both, both.wanted_size().width())
    assert not both.is_column


def test_how_the_width_is_shared_is_kept(qtbot: QtBot) -> None:
    both = sides(qtbot, Part(100, 50), Part(100, 50))
    both.setSizes([600, 800 - 600 - both.handleWidth()])
    shared, state = both.sizes(), both.saveState()
    give(both, 150)
    assert both.saveState() == state
    give(both, 800)
    assert both.sizes() == shared
    give(both, 150)
    both.setSizes([200, 594])  # as when the layout is reset
    give(both, 800)
    assert abs(both.sizes()[0] - 200) <= 2
    give(both, 150)
    assert both.restoreState(state)
    give(both, 800)
    assert both.sizes() == shared


def test_a_part_may_wish_for_more_beside_others_than_it_needs(qtbot: QtBot) -> None:
    wide = WidePart()
    both = sides(qtbot, wide, Part(100, 50))
    assert both.wanted_size().width() == 400 + both.handleWidth()
    both.setSizes([0, 800])
    assert wide.width() == 300
    give(both, 350)
    assert both.is_column
    assert both.minimumSizeHint().width() == 100
    give(both, 120)
    assert wide.width() == 120


def test_what_scrolls_is_whole_in_a_column(qtbot: QtBot) -> None:
    area = QScrollArea(widgetResizable=True)
    area.setWidget(Part(50, 900))
    area.setMinimumWidth(200)
    both = sides(qtbot, area, Part(200, 50))
    assert both.minimumSizeHint().height() < 900
    give(both, 300)
    assert both.is_column
    assert both.minimumSizeHint().height() >= 950


def test_hidden_parts_need_no_room(qtbot: QtBot) -> None:
    right = Part(300, 50)
    both = sides(qtbot, Part(200, 100), right)
    give(both, 320)
    assert both.is_column
    right.hide()
    qtbot.waitUntil(lambda: not both.is_column)
