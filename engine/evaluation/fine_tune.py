"""Fine-tuning: a trained model learns My Digits without forgetting what it knew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.config import Schedule
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.data.labels import DIGITS
from engine.data.learnt import Learnt
from engine.data.sources import generated
from engine.errors import DataError, ModelError
from engine.evaluation.learnt_images import learnt_images
from engine.inputs.registry import kind_of
from engine.training.events import TrainingFinished
from engine.training.private.promise import NOT_PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import torch
    from numpy.typing import NDArray
    from torch import nn

    from engine.config import Experiment
    from engine.data.my_digits import MyDigits
    from engine.training.control import TrainingControl
    from engine.training.events import TrainingEvent

EPOCHS = 4
RATE = 0.3
"""The learning rate to that with which the model was trained."""
OLD_IMAGES = 6000
"""As many of the old images as this go along, so that nothing is forgotten."""
MY_DIGITS_SHARE = 1 / 3
MOST_REPEATS = 100
INK_SHAPE = (1, 28, 28)


@dataclass(frozen=True, slots=True, eq=False)
class FineTuneSet:
    """What a model is taught with and measured on.

    Attributes:
        learnt: Those of My Digits that are learnt from.
        kept_back: Those of My Digits that it never saw: neither now nor among the data it was trained on; perhaps
            none.
        old: The data it was trained on, or such as come near.
        skipped: How many drawings are of classes that the model does not know.
    """

    learnt: Dataset
    kept_back: Dataset
    old: Split
    skipped: int


@dataclass(frozen=True, slots=True)
class Scores:
    """How many images of each kind a model reads right.

    Attributes:
        my_digits: Of all in My Digits.
        kept_back: Of those among them that it does not learn from.
        test: Of the old data's test images.
    """

    my_digits: int
    kept_back: int
    test: int


@dataclass(frozen=True, slots=True, eq=False)
class FineTuned:
    """What came of it.

    Attributes:
        state: The weights afterwards.
        steps: How many steps were taken.
        lesson: What it was taught with.
        before: How it did before.
        after: How it does now.
    """

    state: dict[str, torch.Tensor]
    steps: int
    lesson: FineTuneSet
    before: Scores
    after: Scores


def prepare_fine_tuning(
    experiment: Experiment,
    classes: tuple[str, ...],
    my_digits: MyDigits,
    *,
    model_learnt: Learnt | None = None,
    image_shape: tuple[int, ...] = INK_SHAPE,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FineTuneSet:
    """Gather what a model can be taught with.

    Args:
        experiment: With which the model was made.
        classes: The model's classes.
        my_digits: The person's drawings.
        model_learnt: What the model has learnt from, drawings in earlier lessons too; by default what its settings say.
        image_shape: ``(C, H, W)`` of the images the model takes.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Raises:
        DataError: If no drawing is of a class that the model knows, or the old data cannot be had.
        ModelError: If the model takes other images than drawings are.
        Cancelled: If ``cancelled`` said so.
    """
    no_drawing = kind_of(image_shape).no_drawing
    if no_drawing:
        raise ModelError(
            "This model cannot learn from drawings.",
            cause=no_drawing,
            remedy="Choose data that are drawn, and train a model on them.",
        )
    if image_shape != INK_SHAPE:
        raise ModelError(
            "This model cannot learn from drawings.",
            cause="It takes images of the shape {shape}.",
            remedy="Train a model on images of 28 × 28 pixels.",
            shape=image_shape,
        )
    learnt, kept_back = (_known(part, classes) for part in my_digits.parts())
    count = len(learnt) + len(kept_back)
    if not len(learnt):
        raise DataError(
            "There is nothing to teach yet.",
            cause="None of the drawings in My Digits is of a class that this model knows.",
            remedy="Draw on the pad and say what it is: press its key.",
        )
    config = experiment.data
    if not datasets.is_available(config.dataset):
        if classes != DIGITS:
            raise DataError(
                "The data that this model was trained on are not here.",
                cause="Without them it would forget what it knows.",
                remedy="Bring “{name}” onto this computer first.",
                name=config.dataset,
            )
        config = config.model_copy(update={"dataset": generated.SOURCE.info.name})
    old = datasets.load_split(config, progress=progress, cancelled=cancelled)
    if old.classes != classes:
        raise DataError(
            "The data “{name}” have other classes than this model.",
            remedy="Train a model on them first.",
            name=config.dataset,
        )
    known = model_learnt or Learnt.assumed(experiment.data)
    learnt, kept_back = _without_seen(
        learnt, kept_back, learnt_images(known, kept_back, {config.images: old}, cancelled=cancelled).mask
    )
    return FineTuneSet(learnt, kept_back, old, len(my_digits.entries()) - count)


def fine_tune(
    experiment: Experiment, state: Mapping[str, torch.Tensor], lesson: FineTuneSet, control: TrainingControl
) -> Iterator[TrainingEvent | FineTuned]:
    """Train a model on for a few epochs on My Digits mixed with what it knew.

    The drawings make up a third of the images, each varied anew every time; the learning rate is lower than the
    model's own and falls to zero.

    Args:
        experiment: With which the model was made.
        state: Its weights.
        lesson: What it is taught with.
        control: Through which others stop it.

    Yields:
        The events of the training, and at last what came of it.

    Raises:
        TrainingError: If the weights do not belong to the experiment's network, or memory runs out.
    """
    from engine.training import train

    before = _scores(experiment, state, lesson)
    finished: TrainingFinished | None = None
    for event in train(_gently(experiment), mixed(lesson, experiment.training.seed), control, start=state):
        if isinstance(event, TrainingFinished):
            finished = event
        yield event
    assert finished is not None, "every training ends with that"
    after = _scores(experiment, finished.state, lesson)
    yield FineTuned(finished.state, finished.step, lesson, before, after)


def mixed(lesson: FineTuneSet, seed: int = 0) -> Split:
    """Return the images of a lesson: old ones, and those of My Digits as often as it takes to make up their share."""
    old, drawings = lesson.old.train, lesson.learnt
    count = min(len(old), OLD_IMAGES)
    some = np.sort(np.random.default_rng(seed).permutation(len(old))[:count])
    repeats = round(count * MY_DIGITS_SHARE / (1 - MY_DIGITS_SHARE) / len(drawings))
    again = np.tile(np.arange(len(drawings)), min(max(repeats, 1), MOST_REPEATS))
    train = Dataset(
        drawings.name,
        np.concatenate([old.images[some], drawings.images[again]]),
        np.concatenate([old.labels[some], drawings.labels[again]]),
        old.classes,
    )
    return Split(train, old.subset(slice(0, 0)), lesson.old.test)


def _gently(experiment: Experiment) -> Experiment:
    return experiment.with_(
        **{
            "data.augmentation.enabled": True,
            "training.epochs": EPOCHS,
            "training.learning_rate": experiment.training.learning_rate * RATE,
            "training.schedule": Schedule.COSINE,
            "training.early_stopping": 0,
            "training.target_accuracy": 0.0,
            "training.teacher": "",  # which has not seen what is taught here
            **NOT_PRIVATE,  # which begins with random weights
        }
    )


def _known(data: Dataset, classes: tuple[str, ...]) -> Dataset:
    """Return the images of classes that the model knows, labelled as it does."""
    place = np.array([classes.index(name) if name in classes else -1 for name in data.classes], np.int64)
    labels = place[data.labels] if len(data) else data.labels
    chosen = np.flatnonzero(labels >= 0)
    return Dataset(data.name, data.images[chosen], labels[chosen], classes)


def _without_seen(learnt: Dataset, kept_back: Dataset, seen: NDArray[np.bool_]) -> tuple[Dataset, Dataset]:
    """Return both, with those kept back that the model has seen already, in whichever set, counted as learnt."""
    if not seen.any():
        return learnt, kept_back
    more = kept_back.subset(np.flatnonzero(seen))
    return (
        Dataset(
            learnt.name,
            np.concatenate([learnt.images, more.images]),
            np.concatenate([learnt.labels, more.labels]),
            learnt.classes,
        ),
        kept_back.subset(np.flatnonzero(~seen)),
    )


def _scores(experiment: Experiment, state: Mapping[str, torch.Tensor], lesson: FineTuneSet) -> Scores:
    from engine.models.build import build

    model = build(experiment.network, image_shape=INK_SHAPE, classes=len(lesson.old.classes))
    model.load_state_dict(dict(state))
    kept_back = _right(model, lesson.kept_back)
    return Scores(_right(model, lesson.learnt) + kept_back, kept_back, _right(model, lesson.old.test))


def _right(model: nn.Module, data: Dataset) -> int:
    from engine.evaluation.evaluate import evaluate

    return round(evaluate(model, data).accuracy * len(data)) if len(data) else 0
