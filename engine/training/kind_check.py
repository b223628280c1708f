"""What of a training its kind of input or its goal forbids, a sentence each: at the field, and before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import Adversary
from engine.config.experiment import problem_sentence
from engine.errors import TrainingError
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import kind_of
from engine.settings import Problem
from engine.training.private.promise import is_private
from engine.training.private.refusals import OFF
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.inputs.kind import Shape

NO_ADVERSARY = Phrase("Train without an adversary.")
NO_SMOOTHING = Phrase("Train without label smoothing.")
NO_TEACHER = Phrase("Train without a teacher.")


def check_kind(experiment: Experiment, shape: Shape, goal: str = CLASSES.name) -> None:
    """Refuse settings that the kind of input or the goal does not allow.

    Raises:
        TrainingError: If there are such.
    """
    for problem in kind_problems(experiment, shape, goal):
        raise TrainingError(problem_sentence(problem), remedy=problem.remedy)


def kind_problems(experiment: Experiment, shape: Shape, goal: str = CLASSES.name) -> tuple[Problem, ...]:
    """Say which settings of a training the kind of its input, or its goal, does not allow.

    Args:
        experiment: The settings.
        shape: ``(C, H, W)`` or ``(F,)`` of an example.
        goal: What the network is to give.
    """
    kind, aim, training = kind_of(shape), GOALS[goal], experiment.training
    found = []
    if (why := kind.no_privacy or aim.no_privacy) and is_private(training):
        path = "training.privacy_epsilon" if training.privacy_epsilon else "training.privacy_noise"
        found.append(Problem(path, why, remedy=OFF))
    if (why := kind.no_adversary or aim.no_adversary) and training.adversary is not Adversary.OFF:
        found.append(Problem("training.adversary", why, remedy=NO_ADVERSARY))
    if aim.no_smoothing and training.label_smoothing:
        found.append(Problem("training.label_smoothing", aim.no_smoothing, remedy=NO_SMOOTHING))
    if aim.no_teacher and training.teacher:
        found.append(Problem("training.teacher", aim.no_teacher, remedy=NO_TEACHER))
    return tuple(found)
