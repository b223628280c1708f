"""What a private training cannot be combined with, a sentence each: at the field, and before it begins; no torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import Adversary, Device
from engine.config.experiment import problem_sentence
from engine.errors import TrainingError
from engine.layers.dense import DenseLayer
from engine.settings import Problem
from engine.training.private.promise import is_private
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import Experiment

OFF = Phrase("Change that, or switch privacy off: budget and noise 0.")


def check_private(experiment: Experiment, *, has_validation: bool) -> None:
    """Refuse settings whose training cannot be private.

    Raises:
        TrainingError: If there are such.
    """
    for problem in privacy_problems(experiment, has_validation=has_validation):
        raise TrainingError(problem_sentence(problem), remedy=OFF)


def privacy_problems(experiment: Experiment, *, has_validation: bool = True) -> tuple[Problem, ...]:
    """Say why a training cannot be private as its settings want it, at the first setting that wants it.

    Args:
        experiment: The settings.
        has_validation: Whether there are validation images.
    """
    training = experiment.training
    if not is_private(training):
        return ()
    path = "training.privacy_epsilon" if training.privacy_epsilon else "training.privacy_noise"
    reason = next(_reasons(experiment, has_validation=has_validation), None)
    if reason is None:
        return ()
    values = tuple((name, str(value)) for name, value in reason.values.items())
    return (Problem(path, reason.template, values, remedy=OFF),)


def _reasons(experiment: Experiment, *, has_validation: bool) -> Iterator[Phrase]:
    """Go through the reasons, each a phrase that follows the setting's label."""
    from engine.training.private.accountant import LEAST_NOISE

    network, training = experiment.network, experiment.training
    for number, layer in enumerate(network.hidden, start=1):
        if type(layer) is not DenseLayer:
            yield Phrase("is for dense layers alone, and hidden layer {number} is another", number=number)
        if network.normalizes(layer):
            yield Phrase("cannot be kept with batch normalisation, in which images see each other")
    if training.teacher:
        yield Phrase("cannot be kept with a teacher, whose own images it does not cover")
    if training.adversary is not Adversary.OFF:
        yield Phrase("is not joined with an adversary here: train either privately or against one")
    if 0 < training.privacy_noise < LEAST_NOISE:
        yield Phrase("is worth nothing with noise below {least}", least=number_words(LEAST_NOISE))
    if training.device not in (Device.AUTO, Device.CPU):
        yield Phrase("is kept on the processor alone: set the device to automatic or CPU")
    if (training.early_stopping or training.target_accuracy) and not has_validation:
        yield Phrase("cannot be kept where the training images decide when to stop: keep some for validation")


def begins_with_weights() -> TrainingError:
    """Return the error of a private training that is to begin with weights that have learnt already."""
    return TrainingError(
        "A private training begins with random weights.",
        cause="Its budget does not cover what the weights at hand have learnt from.",
        remedy="Train from the beginning, or switch privacy off: budget and noise 0.",
    )
