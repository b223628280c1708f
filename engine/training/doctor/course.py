"""The course of a run as the doctor keeps it: a few numbers, however long it lasts."""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from engine.config import Adversary
from engine.goals.registry import CLASSES
from engine.models.parts import is_layer, is_matrix
from engine.training.events import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.schedules import ADVERSARY_RISE, warm_up_steps

if TYPE_CHECKING:
    from torch import Tensor

    from engine.config import Experiment
    from engine.goals.goal import Goal
    from engine.training.doctor.findings import LayerProbes

RECENT = 50
FIRST = 5
PLATEAU_EPOCHS = 4
"""Over so many epochs it is asked whether the loss still falls."""
LEARNT = 0.5
"""A loss below this share of guessing's is that of a network that learns."""


class Course:
    """What happened since the run, or the learning rate now used, began.

    Of the epochs only those are kept that a rule asks for: an event takes as long after a million of them as after ten.

    Args:
        experiment: What is trained and how.
        classes: How many classes there are.
        can_vary: Whether the training examples can be varied, as pictures can.
        goal: What the network is to give, as it is measured on the training examples.

    Attributes:
        experiment: The same.
        can_vary: The same.
        goal: The same.
        chance: The loss of mere guessing: of classes ln(classes), in nats.
        guessed: The accuracy of mere guessing.
        rate: The base learning rate now.
        step: Steps done.
        steps: Steps done with this rate.
        peak: The highest loss of a step among them; 0 before.
        peak_step: When that was.
        last: The newest epoch finished in this run, or None before.
        best_validated: The first of those with the lowest validation loss, or None where none was validated.
        last_validated: The newest that was validated, or None likewise.
        steady: The newest epochs that were finished with this rate, and with the whole strength of an adversary; one
            more than ``PLATEAU_EPOCHS`` at most.
        steady_rate: The highest learning rate at the end of any such epoch; 0 before.
        validation_count: How many validation images there are.
        moved: How far the weights went from where they began, as a share of their length, while the network
            does not learn; nan before, infinity for weights that began at 0.
        diverged: Whether the run ended for a number that is not finite.
        probes: The newest look into the layers, or None before.
    """

    def __init__(
        self, experiment: Experiment, classes: int, *, can_vary: bool = True, goal: Goal = CLASSES
    ) -> None:
        self.experiment, self.can_vary, self.goal = experiment, can_vary, goal
        self.chance, self.guessed = goal.guess(classes)
        self.begin()

    def begin(self) -> None:
        """Forget everything: a run begins."""
        self.rate = self.experiment.training.learning_rate
        self.step = 0
        self._warm_up = self._hardened_from = 0  # steps
        self.validation_count = 0
        self.last: EpochDone | None = None
        self.best_validated: EpochDone | None = None
        self.last_validated: EpochDone | None = None
        self.moved = math.nan
        self.diverged = False
        self.probes: LayerProbes | None = None
        self._origin: dict[str, Tensor] | None = None
        self._begin_rate()

    def _begin_rate(self) -> None:
        self.steps = 0
        self.peak, self.peak_step = 0.0, 0
        self._first: list[float] = []
        self._recent: deque[float] = deque(maxlen=RECENT)
        self.steady: deque[EpochDone] = deque(maxlen=PLATEAU_EPOCHS + 1)
        self.steady_rate = 0.0

    def add(self, event: object) -> bool:
        """Take an event in; returns whether something may be found anew."""
        if isinstance(event, StepsDone):
            self._add_steps(event)
        elif isinstance(event, EpochDone):
            self._add_epoch(event)
        elif isinstance(event, LearningRateChanged):
            self.rate = event.new
            self._begin_rate()
        elif isinstance(event, ModelSnapshot):
            self._add_weights(event.state)
        elif isinstance(event, TrainingStarted):
            self.begin()
            self.step = event.first_step
            self.validation_count = event.validation_count
            self._warm_up = warm_up_steps(self.experiment.training, event.steps_per_epoch)
            if self._has_adversary:
                total = self.experiment.training.epochs * event.steps_per_epoch
                self._hardened_from = math.ceil(ADVERSARY_RISE * total)
        elif isinstance(event, TrainingFinished):
            self.diverged = event.reason is FinishReason.DIVERGED
            if event.state:  # a run may be over before a second snapshot was taken
                self._add_weights(event.last_state)
        else:
            return False
        return True

    def _add_epoch(self, event: EpochDone) -> None:
        self.last = event
        if event.validation_loss is not None:
            best, self.last_validated = self.best_validated, event
            if best is None or event.validation_loss < (best.validation_loss or 0.0):
                self.best_validated = event
        if event.step > self._hardened_from:
            self.steady.append(event)
            self.steady_rate = max(self.steady_rate, event.learning_rate)

    def _add_steps(self, event: StepsDone) -> None:
        losses = event.losses
        if not len(losses):
            return
        self._first.extend(losses[: FIRST - len(self._first)].tolist() if len(self._first) < FIRST else ())
        highest = int(losses.argmax())
        if losses[highest] > self.peak and self.step >= self._hardened_from:
            self.peak, self.peak_step = float(losses[highest]), event.first_step + highest
        self._recent.extend(losses[-RECENT:].tolist())
        self.step = event.last_step
        self.steps += len(losses)

    def _add_weights(self, state: dict[str, Tensor]) -> None:
        weights = {
            name: tensor
            for name, tensor in state.items()
            if is_layer(name.partition(".")[0]) and is_matrix(tensor)
        }
        if self._origin is None:
            self._origin = weights
            return
        learnt = self.loss < LEARNT * self.chance  # how far they moved is asked of runs that do not learn
        if learnt or weights.keys() != self._origin.keys():
            return
        far = sum(float((weights[name] - first).square().sum()) for name, first in self._origin.items())
        length = sum(float(first.square().sum()) for first in self._origin.values())
        self.moved = math.sqrt(far / length) if length > 0 else math.inf

    @property
    def warms_up(self) -> bool:
        """Whether the learning rate still rises to its full height, as was asked for."""
        return self.step <= self._warm_up and self._warm_up > 0

    @property
    def hardens(self) -> bool:
        """Whether an adversary still grows: the loss may rise with it, and that says nothing of the training."""
        return self.step <= self._hardened_from and self._hardened_from > 0

    @property
    def _has_adversary(self) -> bool:
        return self.experiment.training.adversary is not Adversary.OFF

    @property
    def first(self) -> float:
        """Mean loss of the first steps with this rate; nan before."""
        return float(np.mean(self._first)) if self._first else math.nan

    @property
    def loss(self) -> float:
        """Mean loss of the last steps; nan before."""
        return float(np.mean(self._recent)) if self._recent else math.nan

    @property
    def tried(self) -> LayerProbes | None:
        """The look that tells how training images are read plainly, where the newest epoch does not tell it.

        While images are varied or attacked, or units left out, an epoch counts how hard learning was made, not what was
        learnt.
        """
        probes = self.probes
        if probes is None or probes.right is None or not self._is_hindered:
            return None
        is_new = self.last is None or probes.step >= self.last.step
        return probes if is_new else None

    @property
    def train_accuracy(self) -> float:
        """Share of the training images that are read right after the newest epoch; at least that, where it is hard.

        0 before the first.
        """
        told, tried = 0.0 if self.last is None else self.last.train_accuracy, self.tried
        return told if tried is None or tried.right is None else max(told, tried.right / tried.count)

    @property
    def _is_hindered(self) -> bool:
        drops = any(layer.dropped > 0 for layer in self.experiment.network.hidden)
        varies = self.can_vary and self.experiment.data.augmentation.enabled
        return drops or varies or self._has_adversary
