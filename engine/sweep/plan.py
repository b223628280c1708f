"""What a sweep is to do: which settings vary, what is looked for, how, and for how long."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from engine.choices import MAX_SEED
from engine.config import Experiment
from engine.config.reading import experiment_of
from engine.data.goal_by_name import goal_by_name
from engine.errors import ConfigError
from engine.foreign_bytes import json_of, reading
from engine.goals.registry import CLASSES, GOALS
from engine.storage.foreign_text import NAME, writable
from engine.sweep.ranges import Range
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.goals.goal import Goal as Aim

MOST_TRIALS = 10_000
MOST_MINUTES = 60 * 24 * 365.0
MOST_RANGES = 50
MOST_BYTES = 2_000_000
USUAL_TRIALS = 20
LARGEST_LIMIT = 1e12


class Goal(StrEnum):
    """What is looked for, on the validation examples."""

    ACCURACY = "accuracy"
    LOSS = "loss"
    ACCURACY_IN_SECONDS = "accuracy_in_seconds"
    ACCURACY_IN_PARAMETERS = "accuracy_in_parameters"


class Way(StrEnum):
    """How the values of the next trial are chosen."""

    GRID = "grid"
    RANDOM = "random"
    TPE = "tpe"


class Ending(StrEnum):
    """Which trials are ended early, as hopeless."""

    NEVER = "never"
    MEDIAN = "median"
    HALVING = "halving"


GOAL_LABELS = {  # where classes are told apart; ``goal_label`` says them of all goals
    Goal.ACCURACY: Phrase("validation accuracy"),
    Goal.LOSS: Phrase("validation loss"),
    Goal.ACCURACY_IN_SECONDS: Phrase("accuracy within seconds of training"),
    Goal.ACCURACY_IN_PARAMETERS: Phrase("accuracy with few parameters"),
}
WAY_LABELS = {
    Way.GRID: Phrase("grid: every combination"),
    Way.RANDOM: Phrase("random"),
    Way.TPE: Phrase("TPE: near what did well"),
}
ENDING_LABELS = {
    Ending.NEVER: Phrase("never"),
    Ending.MEDIAN: Phrase("worse than the median"),
    Ending.HALVING: Phrase("successive halving"),
}
LIMITED = (Goal.ACCURACY_IN_SECONDS, Goal.ACCURACY_IN_PARAMETERS)


def goal_label(goal: Goal, aim: Aim) -> Phrase:
    """Return what is looked for, amid a sentence.

    Args:
        goal: What is looked for.
        aim: What the networks are to give.
    """
    if aim is CLASSES or goal is Goal.LOSS:
        return GOAL_LABELS[goal]
    if goal is Goal.ACCURACY_IN_SECONDS:
        return Phrase("{measure} within seconds of training", measure=aim.measure)
    if goal is Goal.ACCURACY_IN_PARAMETERS:
        return Phrase("{measure} with few parameters", measure=aim.measure)
    return Phrase(aim.measure_of_validation)


@dataclass(frozen=True, slots=True)
class SweepPlan:
    """What a sweep is to do.

    Attributes:
        experiment: What is trained, the ranges left out.
        ranges: The settings that vary, and what each may be.
        goal: What is looked for.
        limit: Seconds of training or parameters of the network, for a goal that has a limit; else 0.
        way: How values are chosen.
        ending: Which trials are ended early.
        trials: How many trials; 0 for as many as the minutes allow, or as the grid has points.
        minutes: How long, over all; 0 without a limit.
        seed: Decides the values that are chosen. With one worker, the same plan gives the same sweep.
        preset: Name of the preset that the experiment begins from, which names the runs; empty for none.
        asks: What the networks are to give, the name of a goal: its measure is what is called accuracy here.
    """

    experiment: Experiment
    ranges: tuple[Range, ...]
    goal: Goal = Goal.ACCURACY
    limit: float = 0.0
    way: Way = Way.TPE
    ending: Ending = Ending.NEVER
    trials: int = USUAL_TRIALS
    minutes: float = 0.0
    seed: int = 0
    preset: str = ""
    asks: str = CLASSES.name

    @property
    def larger_is_better(self) -> bool:
        """Whether a larger value of the goal is the better one."""
        return self.goal is not Goal.LOSS

    @property
    def in_shares(self) -> bool:
        """Whether the goal is the measure of what the networks give, 1 at best."""
        return self.goal is not Goal.LOSS

    @property
    def aim(self) -> Aim:
        """What the networks are to give."""
        return goal_by_name(self.asks, self.experiment.data.dataset)

    @property
    def goal_label(self) -> Phrase:
        """What is looked for, amid a sentence."""
        return goal_label(self.goal, self.aim)

    @property
    def points(self) -> int:
        """How many combinations a grid has; 0 where a range is a span."""
        return math.prod(len(item.choices) for item in self.ranges)

    @property
    def budget(self) -> int:
        """How many trials there are to be; 0 for as many as the minutes allow."""
        if self.way is Way.GRID:
            return min(self.trials or self.points, self.points)
        return self.trials

    def grid_point(self, number: int) -> dict[str, object]:
        """Return the values of one point of the grid, the last range changing fastest.

        Args:
            number: Of the point, from 0.
        """
        values: dict[str, object] = {}
        for item in reversed(self.ranges):
            number, at = divmod(number, len(item.choices))
            values[item.path] = item.choices[at]
        return {item.path: values[item.path] for item in self.ranges}

    def check(self) -> None:
        """See that there is something to sweep over, and that it can come to an end.

        Raises:
            ConfigError: If not; one sentence on the first thing that is wrong.
        """
        if not self.ranges:
            raise ConfigError(
                "A sweep needs a setting that varies.", remedy="Choose at least one, with a list or a span."
            )
        if len(self.ranges) > MOST_RANGES:
            raise ConfigError("A sweep varies {most} settings at most.", most=MOST_RANGES)
        paths = [item.path for item in self.ranges]
        twice = next((path for path in paths if paths.count(path) > 1), None)
        if twice is not None:
            raise ConfigError("“{path}” is varied twice.", remedy="Give it one range.", path=twice)
        self._check_budget()
        if not self.experiment.data.validation_share:
            raise ConfigError(
                "Without validation examples, trials cannot be compared.",
                remedy="Set the validation share to 0.1, or to another share above 0.",
            )
        if self.goal in LIMITED and not 0 < self.limit <= LARGEST_LIMIT:
            raise ConfigError(
                "The goal “{goal}” needs a limit above 0.",
                remedy="Say how many seconds, or how many parameters.",
                goal=self.goal_label,
            )
        if self.goal not in LIMITED and self.limit:
            raise ConfigError(
                "The goal “{goal}” has no limit.", remedy="Leave the limit out.", goal=self.goal_label
            )
        varied = set(paths)
        if (
            self.ending is not Ending.NEVER
            and self.experiment.training.epochs < 2
            and "training.epochs" not in varied
        ):
            raise ConfigError(
                "A training of one epoch cannot be ended early.",
                remedy="Give it more epochs, or end no trial early.",
            )
        if not 0 <= self.seed <= MAX_SEED:
            raise ConfigError("The seed of the sweep must be from 0 to {most:,}.", most=MAX_SEED)

    def _check_budget(self) -> None:
        spans = [item for item in self.ranges if not item.choices]
        if self.way is Way.GRID and spans:
            raise ConfigError(
                "A grid needs a list of values for each setting, and “{setting}” has a span.",
                remedy="List its values, or choose another way than the grid.",
                setting=spans[0].label,
            )
        if not 0 <= self.trials <= MOST_TRIALS:
            raise ConfigError("A sweep has 1 to {most:,} trials.", most=MOST_TRIALS)
        if self.way is Way.GRID and not self.trials and self.points > MOST_TRIALS:
            raise ConfigError(
                "The grid has {points:,} points; {most:,} are the most.",
                remedy="List fewer values, or choose another way than the grid.",
                points=self.points,
                most=MOST_TRIALS,
            )
        if not 0 <= self.minutes <= MOST_MINUTES:
            raise ConfigError("The minutes of a sweep must be from 0 to {most:,.0f}.", most=MOST_MINUTES)
        if not self.budget and not self.minutes:
            raise ConfigError(
                "This sweep would never end.", remedy="Say how many trials it has, or how many minutes."
            )

    def to_json(self) -> str:
        """Return it as JSON in one line."""
        return json.dumps(
            {
                "experiment": self.experiment.model_dump(mode="json"),
                "ranges": {item.path: item.text for item in self.ranges},
                "goal": self.goal.value,
                "limit": self.limit,
                "way": self.way.value,
                "ending": self.ending.value,
                "trials": self.trials,
                "minutes": self.minutes,
                "seed": self.seed,
                "preset": self.preset,
            }
            | ({} if self.asks == CLASSES.name else {"asks": self.asks}),
            allow_nan=False,
        )

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the plan that JSON describes; nothing of it is believed.

        Raises:
            ConfigError: If it is none, or not usable.
        """
        if len(text) > MOST_BYTES:
            raise ConfigError("It is too large to be the plan of a sweep.")
        with reading(_refusal):
            described = json_of(text)
            ranges = described["ranges"]
            if not isinstance(ranges, dict) or len(ranges) > MOST_RANGES:
                raise ValueError("ranges")
            plan = cls(
                experiment=experiment_of(json.dumps(described["experiment"])),
                ranges=tuple(Range.parsed(str(path), str(text)) for path, text in ranges.items()),
                goal=Goal(described["goal"]),
                limit=_number(described["limit"]),
                way=Way(described["way"]),
                ending=Ending(described["ending"]),
                trials=_whole(described["trials"]),
                minutes=_number(described["minutes"]),
                seed=_whole(described["seed"]),
                preset=writable(described.get("preset", ""), NAME),
                asks=GOALS[described.get("asks", CLASSES.name)].name,
            )
        plan.check()
        return plan


def check_parameters(plan: SweepPlan, image_shape: Sequence[int], classes: int) -> None:
    """See that a network of the plan keeps within the parameters it may have.

    Args:
        plan: The plan.
        image_shape: ``(C, H, W)``.
        classes: How many classes there are to tell apart.

    Raises:
        ConfigError: If not even the smallest does, as far as a few hundred combinations tell.
    """
    from engine.models.size import parameter_count
    from engine.sweep.applied import applied

    if plan.goal is not Goal.ACCURACY_IN_PARAMETERS:
        return
    smallest: int | None = None
    for values in _corners(plan.ranges):
        try:
            network = applied(plan.experiment, values).network
            count = parameter_count(network, tuple(image_shape), classes)
        except (ConfigError, ValueError):
            continue
        smallest = count if smallest is None else min(smallest, count)
        if smallest <= plan.limit:
            return
    if smallest is not None:
        raise ConfigError(
            "Every network of this sweep has more than {limit:,.0f} parameters.",
            cause="The smallest has {smallest:,}.",
            remedy="Allow more of them, or smaller layers.",
            limit=plan.limit,
            smallest=smallest,
        )


def _corners(ranges: Sequence[Range], most: int = 500) -> list[dict[str, object]]:
    """Return combinations of what networks may be: every choice, and the ends of each span."""
    found: list[dict[str, object]] = [{}]
    for item in ranges:
        if not item.path.startswith(("network.", "layer.")):
            continue
        ends = item.choices or tuple(int(end) if item.whole else end for end in (item.low, item.high))
        found = [values | {item.path: end} for values in found for end in ends][:most]
    return found


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("no number")
    return float(value)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("no whole number")
    return value


def _refusal(error: BaseException) -> ConfigError:
    return ConfigError(
        "It is not the plan of a sweep.",
        cause="It says: {reason}.",
        reason=str(error)[:100] or type(error).__name__,
    )
