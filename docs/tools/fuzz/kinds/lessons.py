"""Lessons, which anybody may write and give to a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.tools.fuzz.kind import Files, Kind

if TYPE_CHECKING:
    from pathlib import Path

LESSON = """title = {en = "A lesson", zh_Hans = "一课"}
summary = "What it is about"
minutes = 3

[[step]]
text = {en = "Raise the *rate*.", zh_Hans = "调高。"}
preset = "cnn"
settings = {"training.epochs" = 3}
look = "training.learning_rate"
until = [
  {setting = "training.learning_rate", changed = "raised"},
  {any = [{figure = "gap", above = 0.1}, {not = {recognised = ["7", "1"], at_least = 0.5}}]},
]
praise = "{validation_accuracy} of {epochs}"

[[step]]
text = "Think."
question = "What?"
choices = ["a", "b"]
answer = 2
hint = "{{b}}"
"""


class LessonFile(Kind):
    """A lesson as somebody writes it."""

    name = "lesson"
    modules = ("engine.lessons.reading", "engine.lessons.lines")

    def make(self) -> Files:
        """A lesson with all that one can hold."""
        return {"own.toml": LESSON.encode()}

    def read(self, folder: Path) -> bool:
        """Read it, look at every condition, and say its words."""
        from engine.config import Experiment
        from engine.lessons.figures import filled
        from engine.lessons.reading import lesson_in
        from engine.lessons.state import LabState, LessonRun

        lesson = lesson_in(folder / "own.toml")
        run = LessonRun(
            {"validation_accuracy": 0.5, "first_loss": 2.3, "last_loss": float("nan"), "steps": 3.0}
        )
        lab = LabState(Experiment(), Experiment(), run=run, previous=run, readings=(("7", 0.9),))
        for step in lesson.steps:
            str([condition.holds(lab) for condition in step.until])
            str(
                (
                    step.text.said("zh_Hans"),
                    filled(step.praise.said("en"), lab),
                    filled(step.hint.said(""), lab),
                )
            )
            assert step.question is None or 1 <= step.question.answer <= len(step.question.choices)
        return True
