"""The list of lessons: a title that stands out, and no word of what is below it cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from engine.lessons.shipped import lessons as shipped
from gui.lessons.list_page import LessonList
from gui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QListWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def lessons(qtbot: QtBot) -> LessonList:
    return shown_at(qtbot, 250, 500)


def shown_at(qtbot: QtBot, width: int, height: int) -> LessonList:
    made = LessonList()
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show_lessons((lesson.key, lesson, False) for lesson in shipped())
    made.show()
    return made


def darkest(picture: QImage, area: QRect) -> int:
    return min(
        picture.pixelColor(x, y).lightness()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def test_titles_stand_out_from_what_is_said_of_a_lesson(lessons: LessonList) -> None:
    rows = lessons.list
    area = rows.visualItemRect(rows.item(1)).adjusted(40, 0, -4, 0)
    picture = rows.viewport().grab(area).toImage()
    line = rows.fontMetrics().height()
    title = QRect(0, 0, area.width(), line + 6)
    rest = QRect(0, area.height() - line - 6, area.width(), line)
    assert darkest(picture, title) < darkest(picture, rest) - 20


def are_below_each_other(rows: QListWidget) -> bool:
    places = [rows.visualItemRect(rows.item(row)) for row in range(rows.count())]
    return [place.top() for place in places[1:]] == [place.bottom() + 1 for place in places[:-1]]


def test_rows_lie_below_each_other_where_the_scroll_bar_takes_room(qtbot: QtBot) -> None:
    rows = shown_at(qtbot, 203, 260).list
    qtbot.waitUntil(rows.verticalScrollBar().isVisible)
    assert are_below_each_other(rows)


def test_a_narrow_list_has_room_for_all_words(qtbot: QtBot) -> None:
    lessons = shown_at(qtbot, 400, 300)
    rows = lessons.list
    before, wide = rows.height(), rows.visualItemRect(rows.item(0)).height()
    lessons.resize(250, 300)
    assert rows.height() == before  # another width alone
    qtbot.waitUntil(lambda: are_below_each_other(rows))
    assert rows.visualItemRect(rows.item(0)).height() > wide


def test_a_word_wider_than_the_list_goes_on_in_the_next_line(lessons: LessonList) -> None:
    rows = lessons.list
    item = rows.item(0)
    item.setText("Title\n" + "w" * 10)
    short = rows.visualItemRect(item).height()
    item.setText("Title\n" + "w" * 200)
    assert rows.visualItemRect(item).height() >= short + 3 * rows.fontMetrics().height()
    item.setText("w" * 200 + "\nSummary")
    assert rows.visualItemRect(item).height() >= short + 3 * rows.fontMetrics().height()


def test_signs_follow_the_theme(lessons: LessonList) -> None:
    item = lessons.list.item(1)
    before = item.icon().cacheKey()
    theme.notifier.theme_changed.emit(theme.current())
    assert item.icon().cacheKey() != before
