"""Rows and columns: what stands in them, with which room and margins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.layouts import STRETCH, column_of, row_of


def _margins(box: QBoxLayout) -> tuple[int, int, int, int]:
    margins = box.contentsMargins()
    return margins.left(), margins.top(), margins.right(), margins.bottom()


def test_parts_stand_in_their_order_with_stretch_space_and_alignment(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    first, second, last = QLabel("a"), QLabel("b"), QLabel("c")
    within = row_of(last)
    right = Qt.AlignmentFlag.AlignRight
    box = column_of(first, 7, (second, 2, right), STRETCH, (within, 3), on=place, spacing=5)

    assert place.layout() is box
    assert box.direction() is QBoxLayout.Direction.TopToBottom
    assert within.direction() is QBoxLayout.Direction.LeftToRight
    items = [box.itemAt(index) for index in range(box.count())]
    assert items[0].widget() is first
    assert items[1].spacerItem().sizeHint().height() == 7
    assert items[2].widget() is second
    assert items[2].alignment() == right
    assert items[4].layout() is within
    assert [box.stretch(index) for index in range(box.count())] == [0, 0, 2, 1, 3]
    assert box.spacing() == 5


def test_margins_are_none_unless_given(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)

    assert _margins(row_of()) == (0, 0, 0, 0)
    assert _margins(row_of(margins=4)) == (4, 4, 4, 4)
    assert _margins(column_of(margins=(1, 2, 3, 4))) == (1, 2, 3, 4)
    assert _margins(column_of(on=place, margins=None)) != (0, 0, 0, 0)  # the style's
