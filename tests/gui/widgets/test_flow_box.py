"""The box that breaks rows like words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.widgets.flow_box import FlowBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def flow(qtbot: QtBot, *widths: int, last_at_end: bool = False) -> FlowBox:
    box = FlowBox(spacing=4, last_at_end=last_at_end)
    qtbot.addWidget(box)
    for width in widths:
        part = QWidget()
        part.setFixedSize(width, 20)
        box.add(part)
    return box


def test_rows_break_where_there_is_no_room(qtbot: QtBot) -> None:
    box = flow(qtbot, 40, 40, 40)
    assert box.heightForWidth(128) == 20
    assert box.heightForWidth(127) == 44
    assert box.heightForWidth(50) == 68
    box.resize(90, 100)
    box.show()
    assert [(part.x(), part.y()) for part in box.parts] == [(0, 0), (44, 0), (0, 24)]


def test_a_layout_gives_it_the_height_of_its_rows(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = flow(qtbot, 40, 40, 40)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(box)
    column.addStretch(1)
    page.resize(100, 300)
    page.show()
    assert box.height() == 44
    page.resize(200, 300)
    qtbot.waitUntil(lambda: box.height() == 20)


def test_parts_come_and_go(qtbot: QtBot) -> None:
    box = flow(qtbot, 40, 70)
    box.remove_last()
    assert [part.width() for part in box.parts] == [40]
    assert box.heightForWidth(60) == 20


def test_the_last_part_stands_at_the_right_edge_and_lower_ones_in_the_middle(qtbot: QtBot) -> None:
    box = flow(qtbot, 40, 40, 30, last_at_end=True)
    box.parts[0].setFixedHeight(10)
    box.resize(200, 20)
    box.show()
    assert [(part.x(), part.y()) for part in box.parts] == [(0, 5), (44, 0), (170, 0)]
    box.resize(90, 44)
    assert [(part.x(), part.y()) for part in box.parts] == [(0, 5), (44, 0), (60, 24)]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    box = flow(qtbot, 40, 60, 40)
    box.resize(90, 44)
    box.show()
    box.parts[1].hide()
    qtbot.waitUntil(lambda: (box.parts[2].x(), box.parts[2].y()) == (44, 0))
    box.parts[1].show()
    qtbot.waitUntil(lambda: (box.parts[2].x(), box.parts[2].y()) != (44, 0))


def test_what_expands_needs_little_and_takes_what_its_row_has_left(qtbot: QtBot) -> None:
    box = flow(qtbot, 40, 60)
    field = QLineEdit()
    field.setMinimumWidth(50)
    box.add(field)
    box.resize(300, 30)
    box.show()
    assert (field.x(), field.width()) == (108, 192)
    assert box.sizeHint().width() == 108 + max(50, field.minimumSizeHint().width())
    box.resize(107, 60)
    assert (field.x(), field.width()) == (0, 107)


def test_what_expands_together_becomes_as_wide(qtbot: QtBot) -> None:
    box = FlowBox(spacing=4)
    qtbot.addWidget(box)
    for width in (50, 90, 20, 0):
        field = QLineEdit()
        field.setMinimumWidth(max(width, field.minimumSizeHint().width()))
        box.add(field)
    box.resize(412, 30)
    box.show()
    assert [part.width() for part in box.parts] == [100, 100, 100, 100]
    box.resize(320, 30)
    assert [part.width() for part in box.parts] == [72, 90, 73, 73]


def test_boxes_in_a_box_break_after_it(qtbot: QtBot) -> None:
    outer, inner = flow(qtbot, 100), flow(qtbot, 40, 40)
    outer.add(inner)
    assert outer.heightForWidth(188) == 20
    assert outer.heightForWidth(187) == 44
    assert outer.heightForWidth(83) == 20 + 4 + 44


def test_a_splitter_does_not_lay_rows_on_each_other(qtbot: QtBot) -> None:
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    splitter.setChildrenCollapsible(False)
    box = flow(qtbot, 40, 40, 40)
    for part in (box, QWidget()):
        splitter.addWidget(part)
    splitter.resize(200, 200)
    splitter.show()
    splitter.resize(90, 200)
    splitter.setSizes([1, 199])
    qtbot.waitUntil(lambda: box.height() >= 44)


def test_parts_of_unlike_height_stand_at_the_top_where_that_is_asked(qtbot: QtBot) -> None:
    box = FlowBox(level=False)
    qtbot.addWidget(box)
    for height in (10, 30):
        part = QWidget()
        part.setFixedSize(20, height)
        box.add(part)
    box.resize(100, 30)
    assert [part.y() for part in box.parts] == [0, 0]


def test_what_grows_out_of_sight_gets_its_room_when_it_is_seen(qtbot: QtBot) -> None:
    pages, box = QStackedWidget(), flow(qtbot, 40, 40)
    qtbot.addWidget(pages)
    pages.addWidget(box)
    pages.addWidget(QWidget())
    pages.resize(400, 100)
    pages.show()
    pages.setCurrentIndex(1)
    box.parts[0].setFixedWidth(90)  # of what nobody sees Qt tells nobody
    pages.setCurrentIndex(0)
    assert [part.x() for part in box.parts] == [0, 94]


def test_it_does_not_raise_when_qt_asks_what_has_lost_its_python_half(qtbot: QtBot) -> None:
    box = flow(qtbot, 40, 40)
    box.show()
    vars(box).clear()  # as the search for garbage leaves it
    box.resize(30, 30)
    box.hide()
    box.show()
    assert box.sizeHint().isValid()


class Asked(QWidget):
    """A part that counts how often it is asked what it wants."""

    def __init__(self) -> None:
        super().__init__()
        self.wide, self.times = 40, 0

    def sizeHint(self) -> QSize:
        self.times += 1
        return QSize(self.wide, 20)


def test_a_part_is_asked_once_until_it_wants_something_else(qtbot: QtBot) -> None:
    box, part = flow(qtbot, 40), Asked()
    box.add(part)
    box.resize(100, 100)
    box.show()
    part.times = 0
    assert [box.heightForWidth(width) for width in (84, 83, 84, 200)] == [20, 44, 20, 20]
    assert box.sizeHint().width() == 84
    assert part.times == 0
    part.wide = 70
    part.updateGeometry()
    qtbot.waitUntil(lambda: (part.x(), part.y(), part.width()) == (0, 24, 70))
    assert box.heightForWidth(84) == 44
    box.hide()
    part.wide = 30
    part.updateGeometry()  # out of sight, nobody hears of it
    box.show()
    assert box.heightForWidth(84) == 20
    assert (part.x(), part.y(), part.width()) == (44, 0, 30)
