"""Runs a model over a set of images: which images, which weights, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.data.learnt import Learnt
from engine.errors import DataError
from engine.goals.registry import CLASSES
from engine.inputs.feature import is_same_input
from engine.words import Phrase
from gui.bench.kept_file import load_kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import torch

    from engine.config import DataConfig, Experiment
    from engine.data.dataset import Dataset, Split
    from engine.evaluation.goal_report import GoalReport
    from engine.evaluation.learnt_images import LearntImages
    from engine.evaluation.report import Report
    from engine.inputs.feature import Feature
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True)
class Target:
    """What is measured.

    Attributes:
        part: ``test``, ``validation`` or ``train`` of the data as they were divided for the model; ``all`` of another
            data set.
        dataset: Name of the other data set; empty for the model's own data.
        best: Whether the best weights of the run are measured, and not the newest.
    """

    part: str = "test"
    dataset: str = ""
    best: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A report and what it is of.

    Attributes:
        target: What was asked for.
        report: What was found; of classes with the probabilities of each image.
        dataset: The images.
        experiment: The settings of the model.
        step: Steps of training behind its weights.
        seconds: How long measuring took.
        learnt: Which of the images the model has learnt from.
        file: The model file it was opened from, with its folder; empty for the model of the current run.
        train_accuracy: Share of the training images read right, as far as that was asked for; else None.
    """

    target: Target
    report: GoalReport
    dataset: Dataset
    experiment: Experiment
    step: int
    seconds: float
    learnt: LearntImages
    file: str = ""
    train_accuracy: float | None = None

    @property
    def of_classes(self) -> Report:
        """The report, of a model that tells classes apart."""
        from engine.evaluation.report import Report

        assert isinstance(self.report, Report), "it is shown where there are classes"
        return self.report


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A copy of a model: how it is built, its weights or the file they are in, and what it has learnt from."""

    experiment: Experiment
    classes: tuple[str, ...]
    image_shape: tuple[int, ...]
    features: tuple[Feature, ...]
    step: int
    state: dict[str, torch.Tensor] | Path | None
    learnt: Learnt
    file: str = ""
    goal: str = CLASSES.name


def measure(
    weights: Weights,
    target: Target,
    own: Split | None,
    present: Experiment,
    job: Job,
    *,
    is_advised: bool = False,
) -> Measured:
    """Measure a model.

    Args:
        weights: What is measured.
        target: On which images.
        own: The data as they were divided for the model; None to load them where they are needed.
        present: The present settings, for loading another data set.
        job: Told how far it is, and asked many times a second whether to give up.
        is_advised: Whether training images of its own data are measured, too, for the advice on it.
    """
    from engine.data import datasets

    config = weights.experiment.data.images
    if target.dataset:
        other = present.data.model_copy(update={"dataset": target.dataset})
        images = datasets.load(
            target.dataset, part="all", config=other, progress=job.progress, cancelled=job.cancelled
        )
    else:
        if own is None:
            _check_here(config)
            own = datasets.load_split(config, progress=job.progress, cancelled=job.cancelled)
        images = getattr(own, target.part)
    _check(weights, images)
    state = weights.state
    if not isinstance(state, dict):
        from engine.storage import model_file

        assert state is not None, "the best weights are in a file"
        state = model_file.load(state).state
    at_hand = {} if own is None else {config: own}
    train = own.train if is_advised and own is not None else None
    return _measure(replace(weights, state=state), target, images, at_hand, job, train)


def measure_kept_run(name: str, path: Path, step: int, target: Target, images: Dataset, job: Job) -> Measured:
    """Measure the model of a kept run on images, as ``measure`` does.

    Args:
        name: What the person calls the run.
        path: Its model file.
        step: Steps of training behind it.
        target: What the images are.
        images: The images.
        job: Told how far it is, and asked many times a second whether to give up.
    """
    saved = load_kept(name, path)
    if not is_same_input(saved, images) or (saved.classes, saved.goal) != (images.classes, images.goal):
        raise DataError(
            "“{name}” cannot be compared on “{images}”.",
            cause="It was trained on images of another size or with other classes.",
            remedy="Choose a run that was trained on the same kind of examples.",
            name=name,
            images=images.name,
        )
    learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
    weights = Weights(
        *(saved.experiment, saved.classes, saved.image_shape, saved.features, step, saved.state, learnt),
        goal=saved.goal,
    )
    return _measure(weights, target, images, {}, job)


def _measure(
    weights: Weights,
    target: Target,
    images: Dataset,
    at_hand: Mapping[DataConfig, Split],
    job: Job,
    train: Dataset | None = None,
) -> Measured:
    from engine.evaluation.advice import train_look
    from engine.evaluation.learnt_images import learnt_images
    from engine.evaluation.measure import measure as measured_by
    from engine.insight.model import own_model

    assert isinstance(weights.state, dict), "the weights are read"
    classes, shape = len(weights.classes), weights.image_shape
    model = own_model(
        weights.experiment, weights.state, classes=classes, image_shape=shape, goal=weights.goal
    )
    started = time.perf_counter()
    report = measured_by(
        model, images, keep_probabilities=True, progress=job.progress, cancelled=job.cancelled
    )
    learnt = learnt_images(weights.learnt, images, at_hand, progress=job.progress, cancelled=job.cancelled)
    seconds = time.perf_counter() - started
    train_accuracy = None
    if train is not None:
        train_accuracy = measured_by(model, train_look(train), cancelled=job.cancelled).accuracy
    return Measured(
        *(target, report, images, weights.experiment, weights.step, seconds, learnt, weights.file),
        train_accuracy,
    )


def _check_here(config: DataConfig) -> None:
    """See that the data of a model can be had without the network, which nobody asked to be used.

    Raises:
        DataError: If they cannot.
    """
    from engine.data import datasets

    if not datasets.is_available(config.dataset):
        raise DataError(
            "The model cannot be measured on its own data.",
            cause="“{name}” is not on this computer.",
            remedy="Bring it in, or choose another data set in the list on the page.",
            name=config.dataset,
        )


def _check(weights: Weights, dataset: Dataset) -> None:
    """See that the images are such as the model was trained on.

    Raises:
        DataError: If they are of another form or other classes.
    """
    if not len(dataset) or (
        is_same_input(dataset, weights) and (dataset.classes, dataset.goal) == (weights.classes, weights.goal)
    ):
        return
    raise DataError(
        "The model cannot be measured on “{name}”.",
        cause=Phrase("These images have another size or other classes than those it was trained on."),
        remedy="Choose other examples, or train a model on these.",
        name=dataset.name,
    )
