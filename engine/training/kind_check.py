"""What of a training the kind of its input does not allow, a sentence each: at the field, and before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import Adversary
from engine.config.experiment import problem_sentence
from engine.errors import TrainingError
from engine.inputs.registry import kind_of
from engine.settings import Problem
from engine.training.private.promise import is_private
from engine.training.private.refusals import OFF
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.inputs.kind import Shape

NO_ADVERSARY = Phrase("Train without an adversary.")


def check_kind(experiment: Experiment, shape: Shape) -> None:
    """Refuse settings that the kind of input does not allow.

    Raises:
        TrainingError: If there are such.
    """
    for problem in kind_problems(experiment, shape):
        raise TrainingError(problem_sentence(problem), remedy=problem.remedy)


def kind_problems(experiment: Experiment, shape: Shape) -> tuple[Problem, ...]:
    """Say which settings of a training the kind of its input does not allow.

    Args:
        experiment: The settings.
        shape: ``(C, H, W)`` or ``(F,)`` of an example.
    """
    kind, training = kind_of(shape), experiment.training
    found = []
    if kind.no_privacy and is_private(training):
        path = "training.privacy_epsilon" if training.privacy_epsilon else "training.privacy_noise"
        found.append(Problem(path, kind.no_privacy, remedy=OFF))
    if kind.no_adversary and training.adversary is not Adversary.OFF:
        found.append(Problem("training.adversary", kind.no_adversary, remedy=NO_ADVERSARY))
    return tuple(found)
