"""The lessons that come with the program: a new one is one file in resources/lessons, in the order of their names."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from engine.lessons.reading import ENDING, lesson_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from engine.lessons.lesson import Lesson


def lesson_folder() -> Traversable:
    """Return where the files lie."""
    return resources.files("resources") / "lessons"


@cache
def lessons() -> tuple[Lesson, ...]:
    """Return the lessons that come with the program, in the order in which they are taken.

    Raises:
        LessonError: If one of them is damaged.
    """
    files = sorted(lesson_folder().iterdir(), key=lambda file: file.name)
    return tuple(
        lesson_of(file.read_bytes(), file.name.removesuffix(ENDING))
        for file in files
        if file.name.endswith(ENDING)
    )
