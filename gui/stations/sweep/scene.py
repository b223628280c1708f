"""What a view of a sweep is handed: the sweep, its trials as they stand, and which of them are chosen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gui.stations.sweep import words
from gui.stations.sweep.scale import Scale, in_sight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.sweep.ranges import Range
    from engine.sweep.sweep import Sweep
    from engine.sweep.trial import Trial


@dataclass(frozen=True, eq=False)
class Scene:
    """A sweep at a moment.

    Attributes:
        sweep: It; asked off the window's thread alone for what takes long.
        trials: As they stood a moment ago, by number.
        best: The one that won so far, or None.
        chosen: Numbers of those that are looked at, the first of them foremost.
        labels: What each setting that is swept is called, by path.
    """

    sweep: Sweep
    trials: tuple[Trial, ...]
    best: Trial | None
    chosen: tuple[int, ...]
    labels: Mapping[str, str]

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The settings that are swept."""
        return self.sweep.plan.ranges

    @property
    def measure(self) -> str:
        """What the goal of a trial is called at an axis, or above a column."""
        return words.goal_short(self.sweep.plan.goal, self.sweep.plan.aim)

    @property
    def is_less_better(self) -> bool:
        """Whether the lowest goal wins."""
        return not self.sweep.plan.larger_is_better

    @cached_property
    def counted(self) -> tuple[Trial, ...]:
        """The trials that came to an end and reached a goal that can be compared."""
        return tuple(
            trial
            for trial in self.trials
            if trial.counts and trial.goal is not None and math.isfinite(trial.goal)
        )

    @cached_property
    def sight(self) -> tuple[float, float]:
        """The lowest and the highest goal that a picture has room for; a few far worse ones lie outside."""
        return in_sight([trial.goal or 0.0 for trial in self.counted], is_less_better=self.is_less_better)

    @cached_property
    def has_far(self) -> bool:
        """Whether a trial is far worse, so that it lies outside."""
        low, high = self.sight
        return any(not low <= (trial.goal or 0.0) <= high for trial in self.counted)

    @cached_property
    def by_number(self) -> Mapping[int, Trial]:
        """The trials by their numbers."""
        return {trial.number: trial for trial in self.trials}

    @cached_property
    def ranked(self) -> tuple[Trial, ...]:
        """Those that count, the best first, as ``best_of`` has it."""
        sign = 1.0 if self.is_less_better else -1.0
        return tuple(sorted(self.counted, key=lambda trial: (sign * (trial.goal or 0.0), trial.number)))

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """The axis of each setting, by path."""
        return {each.path: Scale.of_range(each) for each in self.ranges}

    def share(self, goal: float, low: float, high: float) -> float:
        """Return how good a goal is between two others, from 0 to 1, the best being 1."""
        share = 0.5 if high <= low else min(max((goal - low) / (high - low), 0.0), 1.0)
        return 1.0 - share if self.is_less_better else share
