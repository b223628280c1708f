"""A lab for conditions to look at, and a lesson around them."""

from __future__ import annotations

from typing import Any

from engine.config import Experiment
from engine.lessons.condition import Condition
from engine.lessons.lesson import Lesson
from engine.lessons.reading import lesson_of
from engine.lessons.state import LabState, LessonRun

HEAD = 'title = "A"\nsummary = "B"\nminutes = 3\n'


def lesson(step: str) -> Lesson:
    """Return a lesson with one step."""
    return lesson_of(f'{HEAD}[[step]]\ntext = "C"\n{step}'.encode(), "own")


def condition(text: str) -> Condition:
    """Return what ``{text}`` waits for."""
    (found,) = lesson(f"until = {{{text}}}").steps[0].until
    return found


def lab(**values: Any) -> LabState:
    """Return a lab; ``settings`` are by their paths, ``before`` those when the step came into sight."""
    settings, before = values.pop("settings", {}), values.pop("before", {})
    return LabState(Experiment().with_(**settings), Experiment().with_(**before), **values)


def run(**figures: float) -> LessonRun:
    """Return a run with figures; ``ended`` and ``new`` say how it stands."""
    ended, new = bool(figures.pop("ended", 0)), bool(figures.pop("new", 0))
    return LessonRun(figures, has_ended=ended, is_new=new)
