"""A training: that it was begun or has ended, its figures, and those beside the run before it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Self

from engine.lessons.conditions.bounds import Bounds
from engine.lessons.figures import LAST_STEPS, OF_A_RUN, difference
from engine.lessons.state import BEGUN, ENDED, PAUSED
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.lessons.state import LabState, LessonRun
    from engine.lessons.table import Table

DIVERGED = 1.0  # times the first loss


@dataclass(frozen=True, slots=True)
class TrainingHappened:
    """A training was begun, paused or has ended since the step came into sight: ``training = "begun"``."""

    what: str

    @classmethod
    def read(cls, table: Table) -> Self:
        return cls(table.name("training", (BEGUN, PAUSED, ENDED)))

    def holds(self, lab: LabState) -> bool:
        return self.what in lab.happened


@dataclass(frozen=True, slots=True)
class Trained:
    """A run of this lesson has ended: ``trained = true``."""

    is_new: bool

    @classmethod
    def read(cls, table: Table) -> Self:
        table.yes("trained")
        return cls(table.flag("new"))

    def holds(self, lab: LabState) -> bool:
        run = _run(lab, is_new=self.is_new)
        return run is not None and run.has_ended


@dataclass(frozen=True, slots=True)
class FigureStands:
    """A figure of the run stands within bounds: ``figure = "validation_accuracy", above = 0.9``."""

    name: str
    bounds: Bounds
    is_new: bool

    @classmethod
    def read(cls, table: Table) -> Self:
        name = table.name("figure", OF_A_RUN)
        return cls(name, needed_bounds(table, "figure"), table.flag("new"))

    def holds(self, lab: LabState) -> bool:
        run = _run(lab, is_new=self.is_new)
        return run is not None and self.bounds.hold(run.figures.get(self.name))


@dataclass(frozen=True, slots=True)
class Diverged:
    """The loss of the run is no number any more, or stands above where it began: ``diverged = true``."""

    is_new: bool

    @classmethod
    def read(cls, table: Table) -> Self:
        table.yes("diverged")
        return cls(table.flag("new"))

    def holds(self, lab: LabState) -> bool:
        run = _run(lab, is_new=self.is_new)
        if run is None or "last_loss" not in run.figures:
            return False
        first, last = run.figures["first_loss"], run.figures["last_loss"]
        if not (math.isfinite(first) and math.isfinite(last)):
            return True
        return run.figures["steps"] >= LAST_STEPS and last > DIVERGED * first


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure is so much more than that of the run before: ``compared = "validation_accuracy", above = 0.02``."""

    name: str
    bounds: Bounds
    is_new: bool

    @classmethod
    def read(cls, table: Table) -> Self:
        name = table.name("compared", OF_A_RUN)
        return cls(name, needed_bounds(table, "compared"), table.flag("new"))

    def holds(self, lab: LabState) -> bool:
        return _run(lab, is_new=self.is_new) is not None and self.bounds.hold(difference(lab, self.name))


def _run(lab: LabState, *, is_new: bool) -> LessonRun | None:
    return None if lab.run is None or (is_new and not lab.run.is_new) else lab.run


def needed_bounds(table: Table, key: str) -> Bounds:
    """Return the bounds of a table, which makes no sense without any."""
    bounds = Bounds.read(table)
    if not bounds:
        table.note(key, Phrase("Here must be said where “{key}” is to stand, such as above = 0.9.", key=key))
    return bounds
