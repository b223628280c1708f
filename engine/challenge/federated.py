"""Data that stay where they are: schools train a network together, and only weights travel.

Source: McMahan et al. 2017, "Communication-Efficient Learning of Deep Networks from Decentralized Data",
arXiv:1602.05629 (federated averaging, there algorithm 1 with all clients in each round).
"""

from __future__ import annotations

import math
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from engine.challenge.schools import Shares, check_schools, divided, pooled
from engine.choices import MAX_SEED, Adversary, Held, Schedule
from engine.data.dataset import Dataset, Split
from engine.data.learnt import Learnt
from engine.errors import Cancelled, ConfigError, DataError, TrainingError
from engine.goals.registry import GOALS
from engine.training.events import EpochDone, FinishReason, StepsDone, TrainingFinished
from engine.training.private.promise import is_private
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.config import Experiment
    from engine.storage.model_file import SavedModel
    from engine.training.events import TrainingEvent

Told = TypeVar("Told", EpochDone, TrainingFinished)

MOST_ROUNDS, MOST_EPOCHS = 1000, 100
FAR_APART = 1009  # of the seeds of one round and the next; more than there may be schools
WITHOUT = {
    "training.schedule": Schedule.CONSTANT,  # it would begin anew in each round
    "training.warm_up": 0.0,
    "training.warm_up_steps": 0,
    "training.early_stopping": 0,
    "training.target_accuracy": 0.0,
    "training.held": Held.NOTHING,
    "training.teacher": "",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is played through.

    Attributes:
        schools: How many there are, 2 to 100.
        shares: How the images are divided among them.
        rounds: How often the average goes out and comes back.
        local_epochs: Epochs that each school learns in a round.
        images: How many images each school has at most; 0 for all of its share.
        seed: Decides who has which images, and their order in each round.
        beside: Whether each school is trained alone as well, and a network with all images, for as many epochs.
    """

    schools: int = 10
    shares: Shares = Shares.EQUAL
    rounds: int = 15
    local_epochs: int = 1
    images: int = 0
    seed: int = 0
    beside: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class SchoolsReady:
    """Everybody has images.

    Attributes:
        counts: ``(schools, classes)`` int64, the images of each class that each has.
        part: What is measured on: ``validation``, or ``test`` where nothing was set aside.
        measured: So many images.
    """

    counts: NDArray[np.int64]
    part: str
    measured: int


@dataclass(frozen=True, slots=True)
class Learning:
    """How far it is.

    Attributes:
        round: The round under way, from 1.
        share: Of everything, 0 to 1.
    """

    round: int
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class RoundDone:
    """A round is over.

    Attributes:
        round: Its number, from 1.
        average: The share that the averaged network reads right.
        alone: What each school reads right that has learnt alone for as many epochs; empty where nobody asked.
        together: The same of a network that had all images; None where nobody asked.
        seconds: That learning and averaging took, the comparison left out.
        state: The averaged weights, on the CPU.
    """

    round: int
    average: float
    alone: tuple[float, ...]
    together: float | None
    seconds: float
    state: Mapping[str, Tensor]

    @property
    def alone_mean(self) -> float:
        """The mean of the schools alone; NaN where nobody asked."""
        return sum(self.alone) / len(self.alone) if self.alone else math.nan


def federated(
    experiment: Experiment,
    split: Split,
    plan: Plan,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[SchoolsReady | Learning | RoundDone]:
    """Play a training through in which images stay at the schools that have them.

    In each round every school trains on from the average, by the ordinary training with an optimiser that begins anew,
    and the weights are averaged by how many images a school has; so are the statistics of batch normalisation. All
    know the mean and deviation of the pixels of all. The learning rate is constant, and nothing ends it early.

    Args:
        experiment: Network and training; how many epochs is the plan's.
        split: Images to be divided, and to measure with.
        plan: How many schools, and so on.
        cancelled: Asked between some steps whether to give up.

    Raises:
        ConfigError: If the plan is out of bounds, or the training is private.
        DataError: If there are too few images.
        TrainingError: If a school's training diverges.
        Cancelled: If ``cancelled`` says so.
    """
    check(experiment, plan)
    if refusal := GOALS[split.goal].no_classes:
        raise DataError("These data are not dealt out to schools.", cause=refusal)
    parts = divided(split.train, plan.schools, plan.shares, images=plan.images, seed=plan.seed)
    part = "validation" if len(split.validation) else "test"
    measured = split.validation if len(split.validation) else split.test
    yield SchoolsReady(np.stack([each.class_counts() for each in parts]), part, len(measured))
    everything = pooled(parts)
    course = _Course(experiment, plan, parts, everything, measured, cancelled)
    with ExitStack() as stack:
        alone = [] if not plan.beside else [course.beside(each, number) for number, each in enumerate(parts)]
        together = course.beside(everything, plan.schools) if plan.beside else None
        for events in (*alone, *filter(None, [together])):
            stack.enter_context(closing(events))
        state = course.first()
        for number in range(1, plan.rounds + 1):
            began = time.perf_counter()
            states = []
            for school in range(plan.schools):
                states.append((yield from course.local(number, school, state)))  # noqa: PERF401 - it yields
            state = averaged(states, [len(each) for each in parts])
            seconds = time.perf_counter() - began
            reached = []
            for events in alone:
                reached.append((yield from course.go_on(events, number)))  # noqa: PERF401 - it yields
            best = None if together is None else (yield from course.go_on(together, number))
            yield RoundDone(number, course.accuracy(state), tuple(reached), best, seconds, state)


def check(experiment: Experiment, plan: Plan) -> None:
    """See that a plan is within bounds, and can be played through with these settings.

    Raises:
        ConfigError: If not.
    """
    check_schools(plan.schools)
    _check_bounds(Phrase("{count:,} rounds are not possible.", count=plan.rounds), plan.rounds, MOST_ROUNDS)
    epochs = plan.local_epochs
    _check_bounds(Phrase("{count:,} local epochs are not possible.", count=epochs), epochs, MOST_EPOCHS)
    training = experiment.training
    if is_private(training):
        raise ConfigError(
            "Schools cannot train privately here.",
            cause="The budget would be counted for each round by itself, and all of them together spend more.",
            remedy="Switch the privacy budget off, or train in one place.",
        )
    if training.adversary is not Adversary.OFF:
        raise ConfigError(
            "Schools cannot train against an adversary here.",
            cause="Its strength would begin at nothing anew in each round.",
            remedy="Switch the adversary off, or train in one place.",
        )


def _check_bounds(otherwise: Phrase, value: int, most: int) -> None:
    if not 1 <= value <= most:
        raise ConfigError(otherwise, remedy="Choose {least:,} to {most:,} of them.", least=1, most=most)


def averaged(states: list[Mapping[str, Tensor]], weights: list[int]) -> dict[str, Tensor]:
    """Return the mean of state dicts, each counting as often as it has images; whole numbers are those of the largest.

    Args:
        states: Of one network.
        weights: Images of each.
    """
    import torch

    shares = [weight / sum(weights) for weight in weights]
    largest = states[weights.index(max(weights))]

    def mean(name: str) -> Tensor:
        if not largest[name].is_floating_point():  # how many batches were seen
            return largest[name].clone()
        total = torch.zeros_like(largest[name], dtype=torch.float64)
        for state, share in zip(states, shares, strict=True):
            total += share * state[name]
        return total.to(largest[name].dtype)

    return {name: mean(name) for name in largest}


def as_saved(experiment: Experiment, split: Split, plan: Plan, done: RoundDone) -> SavedModel:
    """Return the average after a round as an ordinary model, which knows what its schools have learnt from."""
    from engine.storage.model_file import SavedModel

    learnt = Learnt()
    if plan.images:
        parts = divided(split.train, plan.schools, plan.shares, images=plan.images, seed=plan.seed)
        learnt = learnt.and_drawings(pooled(parts).images)
    else:
        learnt = learnt.and_division(experiment.data, split.train)
    epochs = done.round * plan.local_epochs
    return SavedModel(
        experiment.with_(**WITHOUT, **{"training.epochs": epochs}),
        split.classes,
        split.train.image_shape,
        results={"validation_accuracy": done.average} if len(split.validation) else {},
        learnt=learnt,
        features=split.train.features,
        state=dict(done.state),
    )


class _Course:
    """What is the same in all rounds, and how far everything is."""

    def __init__(
        self,
        experiment: Experiment,
        plan: Plan,
        parts: tuple[Dataset, ...],
        everything: Dataset,
        measured: Dataset,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._experiment = experiment.with_(**WITHOUT)
        self._plan, self._parts, self._everything = plan, parts, everything
        self._measured, self._nothing = measured, measured.subset(slice(0, 0))
        self._cancelled = cancelled
        self._seen = 0
        self._planned = len(everything) * plan.rounds * plan.local_epochs * (3 if plan.beside else 1)

    def first(self) -> dict[str, Tensor]:
        """Return the weights that go out first."""
        import torch

        from engine.models.build import build
        from engine.training.batches import ImageTensors

        data = self._everything
        mean, deviation = ImageTensors(data, torch.device("cpu")).statistics()
        model = build(
            self._experiment.network,
            image_shape=data.image_shape,
            classes=len(data.classes),
            mean=mean,
            deviation=deviation,
            seed=self._experiment.training.seed,
        )
        return dict(model.state_dict())

    def local(
        self, number: int, school: int, state: Mapping[str, Tensor]
    ) -> Generator[Learning, None, Mapping[str, Tensor]]:
        """Let a school train on from the average; return its weights."""
        events = self._train(
            self._parts[school], self._nothing, self._plan.local_epochs, number * FAR_APART + school, state
        )
        with closing(events):
            told = yield from self._until(events, TrainingFinished, 1, number)
        return told.state

    def beside(self, data: Dataset, place: int) -> Generator[TrainingEvent, None, None]:
        """Return a training that knows nothing of the others; it does nothing until it is asked to go on."""
        return self._train(data, self._measured, self._plan.rounds * self._plan.local_epochs, place, None)

    def go_on(
        self, events: Generator[TrainingEvent, None, None], number: int
    ) -> Generator[Learning, None, float]:
        """Let such a training do the epochs of a round; return what it reads right then."""
        told = yield from self._until(events, EpochDone, self._plan.local_epochs, number)
        return told.validation_accuracy or 0.0

    def accuracy(self, state: Mapping[str, Tensor]) -> float:
        """Return the share that a network with these weights reads right."""
        from engine.evaluation.evaluate import evaluate
        from engine.models.build import build_with

        data = self._measured
        model = build_with(
            *(self._experiment.network, state), image_shape=data.image_shape, classes=len(data.classes)
        )
        return evaluate(model, data, cancelled=self._cancelled).accuracy

    def _train(
        self, data: Dataset, measured: Dataset, epochs: int, place: int, start: Mapping[str, Tensor] | None
    ) -> Generator[TrainingEvent, None, None]:
        from engine.training import train

        seed = (self._experiment.training.seed + self._plan.seed * MOST_ROUNDS * FAR_APART + place) % MAX_SEED
        changed = self._experiment.with_(**{"training.epochs": epochs, "training.seed": seed})
        yield from train(changed, Split(data, measured, self._nothing), start=start)

    def _until(
        self, events: Iterator[TrainingEvent], kind: type[Told], count: int, number: int
    ) -> Generator[Learning, None, Told]:
        """Let a training go on to its ``count``-th event of a kind."""
        for event in events:
            if self._cancelled is not None and self._cancelled():
                raise Cancelled
            if isinstance(event, StepsDone):
                self._seen += len(event.losses) * self._experiment.training.batch_size
                yield Learning(number, min(1.0, self._seen / self._planned))
            if isinstance(event, TrainingFinished) and event.reason is FinishReason.DIVERGED:
                raise TrainingError(
                    "The training of a school ends here, as it diverged.",
                    cause="The loss or a weight became infinite, or not a number.",
                    remedy="Lower the learning rate.",
                )
            if isinstance(event, kind):
                count -= 1
                if count == 0:
                    return event
        raise TrainingError("The training ended without a result.", remedy="Try again.")
