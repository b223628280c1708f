"""Draw a learning curve: train the same network on ever more of the images."""

from __future__ import annotations

import math
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Split
from engine.errors import Cancelled, DataError, TrainingError
from engine.evaluation.learning_curve.events import (
    CurveFinished,
    CurveProgress,
    CurveStarted,
)
from engine.evaluation.learning_curve.summary import CurvePoint, summarise
from engine.goals.registry import GOALS
from engine.training.events import FinishReason, StepsDone, TrainingFinished, TrainingStarted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from engine.config import Experiment
    from engine.data.dataset import Dataset
    from engine.evaluation.learning_curve.events import CurveEvent

FRACTIONS = (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)
SEEDS = 2
LEAST_STEPS = 10
"""In an epoch, where the batch size allows it."""
MOST_EPOCHS = 4
"""A small part is seen up to so many times as often, as its epochs are short."""


def learning_curve(
    experiment: Experiment,
    data: Split,
    *,
    fractions: Sequence[float] = FRACTIONS,
    seeds: int = SEEDS,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[CurveEvent]:
    """Train the network of an experiment on parts of its training images, and say what that shows.

    Begins with ``CurveStarted``, ends with ``CurveFinished``. Each seed draws its own order of the images, of which a
    larger part holds every smaller one, and its own first weights; the validation images are always the same. A part
    of 1/k of the images is seen √k times as often, at most four times: with as many epochs it would merely be trained
    less. Smaller batches see to it that an epoch has ten steps at least. Nothing stops a training early, and no teacher
    has a part in it.

    Args:
        experiment: What to train and how.
        data: Training and validation images; ``test`` is left alone.
        fractions: Which parts of the training images to use.
        seeds: How many trainings each part gets.
        cancelled: Asked with each event of a training whether to give up.

    Raises:
        DataError: If there are no validation images, or too few to learn from.
        TrainingError: If a training fails or its loss becomes infinite.
        Cancelled: If ``cancelled`` says so.
    """
    sizes = _sizes(data, fractions)
    plans = [
        (seed, size, _part(experiment, size, len(data.train), seed))
        for seed in range(seeds)
        for size in sizes
    ]
    works = [size * part.training.epochs for _, size, part in plans]
    total, done = sum(works), 0
    points: list[CurvePoint] = []
    yield CurveStarted(sizes, seeds, len(plans))
    for run, ((seed, size, part), work) in enumerate(zip(plans, works, strict=True)):
        chosen = np.random.default_rng([experiment.data.seed, seed]).permutation(len(data.train))[:size]
        subset = Split(data.train.subset(np.sort(chosen)), data.validation, _none(data.test))
        with closing(_trained(part, subset, cancelled)) as training:
            for share in training:
                if isinstance(share, TrainingFinished):
                    points.append(_point(part, subset, share, seed, cancelled))
                else:
                    yield CurveProgress(size, seed, run, len(plans), (done + share * work) / total)
        done += work
        yield points[-1]
    yield CurveFinished(tuple(points), summarise(points))


def _trained(
    experiment: Experiment, data: Split, cancelled: Callable[[], bool] | None
) -> Generator[float | TrainingFinished, None, None]:
    """Train; yield the share that is done now and then, and at last how it ended."""
    from engine.training import train

    steps = 0
    for event in train(experiment, data):
        if cancelled is not None and cancelled():
            raise Cancelled
        if isinstance(event, TrainingStarted):
            steps = event.epochs * event.steps_per_epoch
        elif isinstance(event, StepsDone):
            yield event.last_step / steps
        elif isinstance(event, TrainingFinished):
            if event.reason is FinishReason.DIVERGED:
                raise TrainingError(
                    "The learning curve ends here, as a training diverged.",
                    cause=event.message,
                    remedy="Lower the learning rate and try again.",
                )
            yield event


def _sizes(data: Split, fractions: Sequence[float]) -> tuple[int, ...]:
    if len(data.validation) == 0:
        raise DataError(
            "A learning curve needs validation examples, and there are none.",
            remedy="Raise the validation share.",
        )
    count, least = len(data.train), 2 * len(data.classes)
    wanted = {min(count, round(count * fraction)) for fraction in fractions if fraction > 0}
    sizes = tuple(sorted(size for size in wanted if size >= least))
    if len(sizes) < 2:
        raise DataError(
            "There are too few examples for a learning curve.",
            cause="Two sizes of at least {least} training examples are needed; all together there are {count:,}.",
            remedy="Use more examples or larger parts of them.",
            least=least,
            count=count,
        )
    return sizes


def _part(experiment: Experiment, size: int, whole: int, seed: int) -> Experiment:
    """Return the experiment as a part of the images is trained with."""
    training = experiment.training
    times = min(math.sqrt(whole / size), MOST_EPOCHS)
    return experiment.with_(
        **{
            "training.epochs": max(1, round(training.epochs * times)),
            "training.batch_size": min(training.batch_size, max(2, size // LEAST_STEPS)),
            "training.seed": (training.seed + seed) % 2**31,
            "training.early_stopping": 0,
            "training.target_accuracy": 0.0,
            "training.teacher": "",  # it knows all of the images, of which a part is to be learnt from
        }
    )


def _point(
    experiment: Experiment,
    data: Split,
    finished: TrainingFinished,
    seed: int,
    cancelled: Callable[[], bool] | None,
) -> CurvePoint:
    """Measure both sides alike: while it learns, dropout and variation make training images harder than they are."""
    from engine.evaluation.measure import measure
    from engine.models.build import build

    shape, classes = data.train.image_shape, len(data.classes)
    model = build(experiment.network, image_shape=shape, classes=classes, goal=GOALS[data.goal])
    model.load_state_dict(finished.state)
    accuracy, train_accuracy = (
        measure(model, part, cancelled=cancelled).accuracy for part in (data.validation, data.train)
    )
    goal = GOALS[data.goal].fitted(data.validation.labels)
    return CurvePoint(len(data.train), seed, accuracy, train_accuracy, len(data.validation), classes, goal)


def _none(data: Dataset) -> Dataset:
    return data.subset(slice(0, 0))
