"""One step, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from engine.lessons.course import Course
from gui.lessons.step_page import StepPage
from tests.engine.lessons.lab import lab, lesson

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def shown(page: StepPage, course: Course, *, is_new: bool = True) -> StepPage:
    page.show_course(course, lab(), is_new=is_new)
    return page


def text(page: StepPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return "" if label.isHidden() else label.text()


def page_in(qtbot: QtBot, height: int = 400) -> StepPage:
    page = StepPage()
    qtbot.addWidget(page)
    page.resize(240, height)
    page.show()
    return page


def test_lines_of_a_paragraph_are_joined_as_their_language_does(qtbot: QtBot) -> None:
    step = 'title = """\none\ntwo"""\nhint = """\na *b*\nc\n\n中文\n字"""\nuntil = {drawn = true}\n'
    page = shown(page_in(qtbot), Course(lesson(step)))
    page.hint_button.click()
    shown(page, Course(lesson(step)), is_new=False)
    assert "a <b>b</b> c" in text(page, "lessonHint")
    assert "中文字" in text(page, "lessonHint")


def test_a_hint_is_shown_when_it_is_asked_for_and_goes_with_the_step(qtbot: QtBot) -> None:
    course = Course(lesson('hint = "H"\nuntil = {drawn = true}\npraise = "P"\n'))
    page = shown(page_in(qtbot), course)
    assert not text(page, "lessonHint")
    page.hint_wanted.connect(lambda: shown(page, course, is_new=False))
    page.hint_button.click()
    assert text(page, "lessonHint") == "H"
    course.look(lab(is_drawn=True))
    shown(page, course, is_new=False)
    assert not text(page, "lessonHint")
    assert page.hint_button.isHidden()
    assert text(page, "lessonPraise") == "P"


def test_praise_is_scrolled_to_and_begins_in_sight(qtbot: QtBot) -> None:
    long = "word " * 200
    course = Course(lesson(f'title = "{long}"\nuntil = {{drawn = true}}\npraise = "{long}"\n'))
    page = shown(page_in(qtbot, 120), course)
    course.look(lab(is_drawn=True))
    shown(page, course, is_new=False)
    praise = page.findChild(QLabel, "lessonPraise")
    assert praise is not None
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() == praise.y() > 0, timeout=5000)


def test_what_a_screen_reader_says_has_no_signs_of_emphasis(qtbot: QtBot) -> None:
    page = shown(page_in(qtbot), Course(lesson('hint = "a *b*"\nuntil = {drawn = true}\n')))
    assert page.accessibleName() == "C"
