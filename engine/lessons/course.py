"""How far one is in a lesson: which step is in sight, which are done, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.lessons.lesson import Lesson, Step
    from engine.lessons.state import LabState


class Course:
    """Goes through a lesson; a step that was done stays so.

    Args:
        lesson: The lesson.
        place: The step to begin with, counted from 0.

    Attributes:
        lesson: The same.
        place: Which step is in sight, counted from 0.
    """

    def __init__(self, lesson: Lesson, place: int = 0) -> None:
        self.lesson = lesson
        self.place = place if 0 <= place < len(lesson.steps) else 0
        self._labs: dict[int, LabState] = {}  # in which the conditions of each step held last
        self._left: set[int] = set()  # steps that were done and left: their figures stay
        self._answers: dict[int, int] = {}

    @property
    def step(self) -> Step:
        """The step in sight."""
        return self.lesson.steps[self.place]

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.place == len(self.lesson.steps) - 1

    @property
    def holds(self) -> bool:
        """Whether what the step waits for was so."""
        return self.place in self._labs

    @property
    def answer(self) -> int:
        """What was answered last, counted from 1; 0 before."""
        return self._answers.get(self.place, 0)

    @property
    def is_right(self) -> bool:
        """Whether the question of the step is answered rightly; so is none."""
        question = self.step.question
        return question is None or self.answer == question.answer

    @property
    def is_done(self) -> bool:
        """Whether the step in sight is done."""
        return self.holds and self.is_right

    @property
    def lab(self) -> LabState | None:
        """The lab as it was when the step was last so, whose figures are told; None before."""
        return self._labs.get(self.place)

    def look(self, lab: LabState) -> bool:
        """See whether what the step waits for is so; return whether it is so anew, or with another lab.

        The lab follows as long as the step is in sight and is so: its figures are those of the window.
        """
        if self.place in self._left or lab == self.lab:
            return False
        if not all(condition.holds(lab) for condition in self.step.until):
            return False
        self._labs[self.place] = lab
        return True

    def begin_anew(self) -> None:
        """Let the step in sight wait again, as it was set up only now."""
        self._labs.pop(self.place, None)
        self._left.discard(self.place)

    def choose(self, choice: int) -> None:
        """Answer the question of the step; choices are counted from 1."""
        if not self.is_right:
            self._answers[self.place] = choice

    def go(self, by: int) -> bool:
        """Go to a step after or before; return whether there is such."""
        place = self.place + by
        if not 0 <= place < len(self.lesson.steps):
            return False
        if self.holds:
            self._left.add(self.place)
        self.place = place
        return True
