"""What was found out about making one model smaller; kept beside its model, so that undo brings it back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.compress.method import Method
    from engine.compress.trial import Measure, Trial
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel

    Key = tuple[str, tuple[tuple[str, str], ...]]

MOST_TRIALS = 60  # each holds a model; of more, the oldest goes


@dataclass(frozen=True, slots=True)
class Point:
    """What a model is like after a method, not fine-tuned.

    Attributes:
        amount: Of the method.
        validation: On the validation images.
        size: Bytes of the weights, packed and gzipped.
    """

    amount: float
    validation: Measure
    size: int


@dataclass(slots=True, eq=False)
class Study:
    """All that is known of one model.

    Attributes:
        saved: The model.
        split: What it was trained on; None while it is not loaded.
        original: The model measured as it is; None before that.
        points: What it is like now, by method and options, then by amount.
        trials: What was tried, in the order of trying.
    """

    saved: SavedModel
    split: Split | None = None
    original: Trial | None = None
    points: dict[Key, dict[float, Point]] = field(default_factory=dict)
    trials: list[Trial] = field(default_factory=list)

    def is_of(self, saved: SavedModel) -> bool:
        """Whether it is of this model, weight by weight."""
        import torch

        mine, other = self.saved, saved
        return (
            mine.experiment == other.experiment
            and mine.classes == other.classes
            and mine.state.keys() == other.state.keys()
            and all(torch.equal(tensor, other.state[name]) for name, tensor in mine.state.items())
        )

    def points_of(self, method: Method) -> dict[float, Point]:
        """Return what is known of a method, by amount."""
        return self.points.setdefault(key_of(method), {})

    def missing(self, method: Method) -> tuple[float, ...]:
        """Return the amounts that were not measured yet."""
        known = self.points_of(method)
        return tuple(amount for amount in method.amount.steps if amount not in known)

    def tuned(self, method: Method, epochs: int) -> list[Trial]:
        """Return what was tried with a method and so many epochs, by amount, from the mildest."""
        name, options = key_of(method)
        found = {
            trial.amount: trial
            for trial in self.trials
            if (trial.method, _options(trial.options), trial.finetune) == (name, options, epochs)
        }
        return [found[amount] for amount in sorted(found)]

    def add(self, trial: Trial) -> None:
        """Keep a trial; one of the same kind before it stays, as training differs from time to time."""
        self.trials.append(trial)
        del self.trials[: max(0, len(self.trials) - MOST_TRIALS)]


def key_of(method: Method) -> Key:
    """Return what points of a method are known by."""
    return method.name, _options(method.options)


def _options(options: object) -> tuple[tuple[str, str], ...]:
    assert isinstance(options, dict), "as methods tell them"
    return tuple(sorted(options.items()))
