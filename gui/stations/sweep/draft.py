"""A sweep that is being set up: what varies, what is looked for, how long; undoable, and checked as one types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from engine.errors import ConfigError
from engine.goals.registry import CLASSES
from engine.sweep.applied import applied
from engine.sweep.crew import usual_workers
from engine.sweep.plan import LIMITED, USUAL_TRIALS, Ending, Goal, SweepPlan, Way
from engine.sweep.ranges import Range
from engine.sweep.sweepable import sweepable
from gui.bench.replacement import Replacement

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from engine.config import Experiment
    from engine.sweep.sweepable import Sweepable
    from gui.look.spoken import Words

FIRST = ("training.learning_rate", "training.batch_size")  # what a first sweep varies
SECONDS, PARAMETERS = 30.0, 50_000.0  # limits to begin with


@dataclass(frozen=True, slots=True)
class Draft:
    """What was entered so far, right or wrong.

    Attributes:
        ranges: Path of each setting that varies, and what was typed for it.
        goal: What is looked for.
        seconds: Limit of a goal within a time.
        parameters: Limit of a goal of small networks.
        way: How values are chosen.
        ending: Which trials are ended early.
        trials: How many; 0 for as many as the minutes allow, or the grid has points.
        minutes: How long; 0 without a limit.
        workers: How many processes.
    """

    ranges: tuple[tuple[str, str], ...] = ()
    goal: Goal = Goal.ACCURACY
    seconds: float = SECONDS
    parameters: float = PARAMETERS
    way: Way = Way.TPE
    ending: Ending = Ending.NEVER
    trials: int = USUAL_TRIALS
    minutes: float = 0.0
    workers: int = 1

    @property
    def limit(self) -> float:
        """What the goal is limited to; 0 for one without a limit."""
        if self.goal not in LIMITED:
            return 0.0
        return self.seconds if self.goal is Goal.ACCURACY_IN_SECONDS else self.parameters

    def range_problems(self, experiment: Experiment) -> dict[str, ConfigError]:
        """Return what is wrong with what was typed for each setting, by path."""
        found = {}
        for path, text in self.ranges:
            try:
                what = Range.parsed(path, text)
                ends = what.choices or tuple(int(end) if what.whole else end for end in (what.low, what.high))
                for value in (ends[0], ends[-1]):
                    applied(experiment, {path: value})
            except ConfigError as error:
                found[path] = error
        return found

    def plan(self, experiment: Experiment, asks: str = CLASSES.name) -> SweepPlan:
        """Return it as a plan for networks that are to give this, the name of a goal.

        Raises:
            ConfigError: If it is none yet.
        """
        plan = SweepPlan(
            experiment=experiment,
            ranges=tuple(Range.parsed(path, text) for path, text in self.ranges),
            goal=self.goal,
            limit=self.limit,
            way=self.way,
            ending=self.ending,
            trials=self.trials,
            minutes=self.minutes,
            asks=asks,
        )
        plan.check()
        return plan

    @classmethod
    def of_plan(cls, plan: SweepPlan, workers: int) -> Draft:
        """Return what a plan was made from, to make another like it."""
        limits: dict[str, Any] = {}
        if plan.goal in LIMITED:
            limits["seconds" if plan.goal is Goal.ACCURACY_IN_SECONDS else "parameters"] = plan.limit
        return cls(
            ranges=tuple((each.path, each.text) for each in plan.ranges),
            goal=plan.goal,
            way=plan.way,
            ending=plan.ending,
            trials=plan.trials,
            minutes=plan.minutes,
            workers=workers,
            **limits,
        )


class DraftEditor(QObject):
    """Holds the draft and changes it, one undoable command at a time.

    Args:
        undo_stack: Where changes can be undone.
        parent: Whom it belongs to.

    Signals:
        changed: The draft is another.
    """

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._draft = Draft(workers=usual_workers())

    @property
    def draft(self) -> Draft:
        """What was entered so far."""
        return self._draft

    def edit(self, name: str, value: Any) -> None:
        """Change one of the fields beside the ranges."""
        self._push(
            replace(self._draft, **{name: value}), lambda: self.tr("change the sweep"), f"sweep {name}"
        )

    def set_range(self, path: str, text: str) -> None:
        """Let a setting vary, or vary otherwise; what follows on the same setting is undone as one."""
        known = dict(self._draft.ranges)
        is_new = path not in known
        ranges = tuple((known | {path: text}).items())
        key = "" if is_new else f"sweep {path}"
        self._push(replace(self._draft, ranges=ranges), lambda: self.tr("change what the sweep tries"), key)

    def drop_range(self, path: str) -> None:
        """Let a setting stay as it is."""
        ranges = tuple(item for item in self._draft.ranges if item[0] != path)
        self._push(replace(self._draft, ranges=ranges), lambda: self.tr("change what the sweep tries"))

    def suggest(self, experiment: Experiment) -> None:
        """Fill in a good first sweep: learning rate and batch size, around what they are now."""
        known = {item.path: item for item in sweepable(experiment)}
        ranges = tuple((path, known[path].suggested.text) for path in FIRST if path in known)
        self._push(replace(self._draft, ranges=ranges), lambda: self.tr("fill in a first sweep"))

    def take(self, draft: Draft) -> None:
        """Take over what another sweep was made from."""
        self._push(draft, lambda: self.tr("take over a sweep"))

    def _push(self, draft: Draft, text: Words, merge_key: str = "") -> None:
        if draft != self._draft:
            self._undo_stack.push(Replacement(text, self._draft, draft, self._apply, merge_key))

    def _apply(self, draft: Draft) -> None:
        self._draft = draft
        self.changed.emit()


def by_path(experiment: Experiment) -> dict[str, Sweepable]:
    """Return what can be swept of an experiment, by path, in the order of the form."""
    return {item.path: item for item in sweepable(experiment)}
