"""Runs a model over a set of images: which images, which weights, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.errors import DataError, RunError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    import torch

    from engine.config import Experiment
    from engine.data.dataset import Dataset
    from engine.evaluation import Report
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True)
class Target:
    """What is measured.

    Attributes:
        part: ``test``, ``validation`` or ``train`` of the present data; ``all`` of another data set.
        dataset: Name of the other data set; empty for the present data.
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
        report: What was found, with the probabilities of each image.
        dataset: The images.
        experiment: The settings of the model.
        step: Steps of training behind its weights.
        seconds: How long measuring took.
        file: The model file it was opened from, with its folder; empty for the model of the current run.
    """

    target: Target
    report: Report
    dataset: Dataset
    experiment: Experiment
    step: int
    seconds: float
    file: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A copy of a model: how it is built, and its weights or the file they are in."""

    experiment: Experiment
    classes: tuple[str, ...]
    image_shape: tuple[int, int, int]
    step: int
    state: dict[str, torch.Tensor] | Path | None
    file: str = ""


def measure(
    weights: Weights, target: Target, images: Dataset | None, present: Experiment, job: Job
) -> Measured:
    """Measure a model.

    Args:
        weights: What is measured.
        target: On which images.
        images: Those of the present data; None to load another data set.
        present: The present settings, for loading it.
        job: Told how far it is, and asked many times a second whether to give up.
    """
    if images is None:
        from engine.data.datasets import load

        config = present.data.model_copy(update={"dataset": target.dataset})
        images = load(
            target.dataset, part="all", config=config, progress=job.progress, cancelled=job.cancelled
        )
    _check(weights, images)
    state = weights.state
    if not isinstance(state, dict):
        from engine.storage import model_file

        assert state is not None, "the best weights are in a file"
        state = model_file.load(state).state
    return _measure(replace(weights, state=state), target, images, job)


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
    from engine.storage import model_file

    if not path.exists():
        raise weights_gone(name, path)
    saved = model_file.load(path)
    if saved.image_shape != images.image_shape or saved.classes != images.classes:
        raise DataError(
            "“{name}” cannot be compared on “{images}”.",
            cause="It was trained on images of another size or with other classes.",
            remedy="Choose a run that was trained on the same kind of images.",
            name=name,
            images=images.name,
        )
    weights = Weights(saved.experiment, saved.classes, saved.image_shape, step, saved.state)
    return _measure(weights, target, images, job)


def weights_gone(name: str, path: Path) -> RunError:
    """Return what to say where a run has no model file."""
    return RunError(
        "The weights of “{name}” are gone.",
        cause="There is no file “{path}” any more.",
        remedy="Choose other weights of the run, or another run.",
        name=name,
        path=path,
    )


def _measure(weights: Weights, target: Target, images: Dataset, job: Job) -> Measured:
    from engine.evaluation import evaluate
    from engine.insight import own_model

    assert isinstance(weights.state, dict), "the weights are read"
    classes, shape = len(weights.classes), weights.image_shape
    model = own_model(weights.experiment, weights.state, classes=classes, image_shape=shape)
    started = time.perf_counter()
    report = evaluate(model, images, keep_probabilities=True, progress=job.progress, cancelled=job.cancelled)
    seconds = time.perf_counter() - started
    return Measured(target, report, images, weights.experiment, weights.step, seconds, weights.file)


def _check(weights: Weights, dataset: Dataset) -> None:
    """See that the images are such as the model was trained on.

    Raises:
        DataError: If they are of another form or other classes.
    """
    if not len(dataset) or (
        dataset.image_shape == weights.image_shape and dataset.classes == weights.classes
    ):
        return
    raise DataError(
        "The model cannot be measured on “{name}”.",
        cause=Phrase("These images have another size or other classes than those it was trained on."),
        remedy="Choose other images, or train a model on these.",
        name=dataset.name,
    )
