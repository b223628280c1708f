"""The lessons that come with the program can all be read, and speak both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engine.language import languages
from engine.lessons.figures import unknown_figures
from engine.lessons.lesson import Lesson, LessonText
from engine.lessons.shipped import lessons


def texts(lesson: Lesson) -> Iterator[LessonText]:
    yield from (lesson.title, lesson.summary)
    for step in lesson.steps:
        yield from (text for text in (step.text, step.title, step.hint, step.praise) if text.by_language)
        if step.question is not None:
            yield from (step.question.text, *step.question.choices)


def test_there_are_lessons_in_the_order_of_their_files() -> None:
    keys = [lesson.key for lesson in lessons()]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys)) >= 2


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.key)
def test_a_lesson_speaks_every_language_and_tells_figures_alike_in_each(lesson: Lesson) -> None:
    for text in texts(lesson):
        assert set(text.by_language) == set(languages()), text
        assert not any(list(unknown_figures(words)) for words in text.by_language.values())
