"""The words of the lessons: names of buttons are those of the window, in each language, and every step says why."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from engine.lessons.conditions.registry import CONDITIONS
from engine.lessons.figures import OF_A_RUN, OF_DEEDS, OF_THE_LAB
from engine.lessons.places import PLACES
from engine.lessons.reading import lesson_of
from engine.lessons.shipped import lessons
from tests.docs.test_translations import CHINESE, wrong_signs
from tests.docs.test_translations import said as translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.lessons.lesson import Lesson, LessonText

NAMED = re.compile(r"\*([^*]+)\*")
FIGURE = re.compile(r"\{[^{}]+\}")
MOST_WORDS = 60  # of one text, in English
LONGEST_SENTENCE = 34  # words
MOST_SIGNS = 170  # of one text, in Chinese
SHIPPED = lessons()


class Said(NamedTuple):
    """One text of a lesson and where it stands."""

    where: str
    english: str
    chinese: str


def said(lesson: Lesson) -> Iterator[Said]:
    """Return every text of a lesson."""

    def of(where: str, text: LessonText) -> Iterator[Said]:
        if text.by_language:
            yield Said(where, text.by_language["en"], text.by_language["zh_Hans"])

    yield from of("title", lesson.title)
    yield from of("summary", lesson.summary)
    for number, step in enumerate(lesson.steps, 1):
        for name in ("title", "text", "hint", "praise"):
            yield from of(f"step {number}, {name}", getattr(step, name))
        if step.question is not None:
            yield from of(f"step {number}, question", step.question.text)
            for choice in step.question.choices:
                yield from of(f"step {number}, choice", choice)


def bare(text: str) -> str:
    """Return what a button shows of its words: no sign for a key of the menu, which Chinese puts in brackets."""
    return re.sub(r"\s?\(&\w\)|&(?=\w)", "", text).strip()


@pytest.fixture(scope="module")
def of_the_window() -> dict[str, set[str]]:
    """What the window says, and how it says that in Chinese."""
    found: dict[str, set[str]] = {}
    for word, chinese in translated(CHINESE).items():
        found.setdefault(bare(word.source), set()).add(bare(chinese))
    return found


def not_of_the_window(texts: Said, window: dict[str, set[str]]) -> list[str]:
    """Return the names in a text that nothing in the window bears, in English or in Chinese."""
    english, chinese = NAMED.findall(texts.english), NAMED.findall(texts.chinese)
    foreign = [name for name in english if name not in window]
    meant = set[str]().union(*(window.get(name, set()) for name in english))
    return foreign + [name for name in chinese if name not in meant] + english[len(chinese) :]


@pytest.mark.parametrize("lesson", SHIPPED, ids=lambda lesson: lesson.key)
def test_what_is_named_is_in_the_window(lesson: Lesson, of_the_window: dict[str, set[str]]) -> None:
    foreign = {texts.where: not_of_the_window(texts, of_the_window) for texts in said(lesson)}
    assert not {where: names for where, names in foreign.items() if names}


def test_what_counts_as_no_name_of_the_window(of_the_window: dict[str, set[str]]) -> None:
    known = of_the_window
    assert not_of_the_window(Said("", "Press *Train*.", "请按下*训练*。"), known) == []
    assert not_of_the_window(Said("", "Press *Go*.", "请按下*训练*。"), known) == ["Go", "训练"]
    assert not_of_the_window(Said("", "Press *Train*.", "请按下*停止*。"), known) == ["停止"]
    assert not_of_the_window(Said("", "Press *Train*.", "请按一下。"), known) == ["Train"]


@pytest.mark.parametrize("lesson", SHIPPED, ids=lambda lesson: lesson.key)
def test_both_languages_tell_the_same_figures(lesson: Lesson) -> None:
    for texts in said(lesson):
        assert sorted(FIGURE.findall(texts.english)) == sorted(FIGURE.findall(texts.chinese)), texts.where


@pytest.mark.parametrize("lesson", SHIPPED, ids=lambda lesson: lesson.key)
def test_chinese_is_set_as_chinese_is(lesson: Lesson) -> None:
    faults = {texts.where: wrong_signs(texts.chinese.replace("*", "")) for texts in said(lesson)}
    assert not {where: wrong for where, wrong in faults.items() if wrong}


@pytest.mark.parametrize("lesson", SHIPPED, ids=lambda lesson: lesson.key)
def test_texts_are_short(lesson: Lesson) -> None:
    for texts in said(lesson):
        assert len(texts.english.split()) <= MOST_WORDS, texts
        assert len(texts.chinese) <= MOST_SIGNS, texts
        longest = max(len(sentence.split()) for sentence in re.split(r"[.?!:;] ", texts.english))
        assert longest <= LONGEST_SENTENCE, texts


@pytest.mark.parametrize("lesson", SHIPPED, ids=lambda lesson: lesson.key)
def test_a_lesson_is_of_a_few_steps_of_which_each_asks_for_something_and_says_why(lesson: Lesson) -> None:
    assert 3 <= len(lesson.steps) <= 8
    assert 3 <= lesson.minutes <= 10
    assert any(step.question is not None for step in lesson.steps)
    for step in lesson.steps:
        assert step.until or step.question
        assert step.praise.by_language
        assert step.title.by_language
        assert not (step.question and not step.hint.by_language), "who is wrong is helped"


def test_no_two_lessons_have_the_same_title() -> None:
    for language in ("en", "zh_Hans"):
        titles = [lesson.title.said(language) for lesson in SHIPPED]
        assert len(set(titles)) == len(titles)


# The page for teachers

PAGE = Path(__file__).resolve().parents[2] / "docs" / "lessons.md"
EXAMPLE = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def between(mark: str) -> str:
    """Return what stands between two marks of the page."""
    found = re.search(
        f"<!-- {mark}: begin -->\n(.*?)<!-- {mark}: end -->", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found is not None
    return found[1]


def test_the_page_lists_the_lessons() -> None:
    rows = [
        f"| {number} | {lesson.title.said('en')}: {lesson.summary.said('en')} | {lesson.minutes} |"
        for number, lesson in enumerate(SHIPPED, 1)
    ]
    assert [line for line in between("lessons").splitlines() if line.startswith("| ")][2:] == rows


def test_the_page_names_places_conditions_and_figures() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"`([^`]+)`", between("places")) == list(PLACES)
    assert re.findall(r"\{(\w+)\}", between("figures")) == list(OF_A_RUN)
    missing = [kind for kind in CONDITIONS if not re.search(rf"`{kind} = ", text)]
    assert not missing
    assert not [figure for figure in (*OF_DEEDS, *OF_THE_LAB) if f"`{{{figure}}}`" not in text]


def test_the_example_of_the_page_is_a_lesson() -> None:
    example = EXAMPLE.search(PAGE.read_text(encoding="utf-8"))
    assert example is not None
    assert len(lesson_of(example[1].encode(), "example").steps) == 3
