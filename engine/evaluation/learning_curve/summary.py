"""What follows from a learning curve: what twice the data would bring, and whether data or network is the limit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.evaluation.learning_curve.power_law import PowerLaw, fit_power_law
from engine.goals.registry import CLASSES
from engine.shares import reaches
from engine.training.doctor.course_rules import NO_BETTER
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.goals.goal import Goal

MUCH, LITTLE = 0.12, 0.06
"""Share of the error that twice the data would take away."""
BY_HEART = 0.2
"""Where the training images are wrong at less than this share of the validation error, more of them help the more."""
LEARNT = 0.7
"""A network that gets the training images wrong at more than this share of the validation error cannot learn them."""
VAGUE = 0.5
"""The width of what twice the data may take away, as a share of the error, above which nothing can be said."""
DRAWS = 200


class CurveVerdict(StrEnum):
    """What limits the accuracy."""

    GUESSING = "guessing"
    DATA_LIMITED = "data-limited"
    NETWORK_LIMITED = "network-limited"
    BALANCED = "balanced"
    TOO_NOISY = "too-noisy"


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A training that is done: one point of the curve.

    Attributes:
        size: Its training images.
        seed: Its seed.
        accuracy: Share of the validation images that are right after it.
        train_accuracy: Share of the training images that are right after it, measured as the validation images are:
            without dropout, and as they are before they are varied.
        validation_count: How many validation images there are.
        classes: How many classes are told apart, characters or a number's one name; 0 where that is not known.
        goal: What is given: accuracy is its measure.
    """

    size: int
    seed: int
    accuracy: float
    train_accuracy: float
    validation_count: int
    classes: int = 0
    goal: Goal = CLASSES

    @property
    def error(self) -> float:
        """Share of the validation examples that is wrong; of a number 1 − R², of its variance what is not explained."""
        return _wrong(self.accuracy)

    @property
    def train_error(self) -> float:
        """The same of the training examples."""
        return _wrong(self.train_accuracy)


def guesses(train_accuracy: float, classes: int, goal: Goal = CLASSES) -> bool:
    """Tell whether mere guessing gets so much of the training examples right, or nearly.

    Args:
        train_accuracy: The goal's measure, of training examples as they are.
        classes: How many classes there are; 0 where that is not known, and then nothing is said.
        goal: What is given.
    """
    return classes > 0 and reaches(1 - train_accuracy, NO_BETTER * (1 - goal.guess(classes).accuracy))


def _wrong(accuracy: float) -> float:
    return round(1 - accuracy, 12)  # 1 - 0.93 is a hair more than 0.07


@dataclass(frozen=True, slots=True)
class Prediction:
    """What more images would bring.

    Attributes:
        size: How many training images.
        error: Share of the validation images that would be wrong.
        low: It is likely (95 %) no less than this,
        high: and no more than this.
    """

    size: int
    error: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class CurveSummary:
    """A learning curve in figures and words.

    Attributes:
        sizes: ``(S,)`` int64, numbers of training images, ascending.
        errors: ``(S,)`` mean share of wrong validation images.
        spreads: ``(S,)`` standard deviation over the seeds; 0 where there is one.
        train_errors: ``(S,)`` mean share of wrong training images.
        fit: The law that the errors follow, or None where they are too few.
        doubled: What twice the largest size would bring, or None without a law.
        verdict: What limits the accuracy.
        sentences: The same in words.
    """

    sizes: NDArray[np.int64]
    errors: NDArray[np.float64]
    spreads: NDArray[np.float64]
    train_errors: NDArray[np.float64]
    fit: PowerLaw | None
    doubled: Prediction | None
    verdict: CurveVerdict
    sentences: tuple[Phrase, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them."""
        fit, doubled = self.fit, self.doubled
        return {
            "verdict": self.verdict.value,
            "sizes": self.sizes.tolist(),
            "errors": self.errors.tolist(),
            "spreads": self.spreads.tolist(),
            "train_errors": self.train_errors.tolist(),
            "fit": None if fit is None else {"a": fit.a, "b": fit.b, "c": fit.c, "misfit": fit.misfit},
            "doubled": None
            if doubled is None
            else {"size": doubled.size, "error": doubled.error, "low": doubled.low, "high": doubled.high},
            "sentences": [str(sentence) for sentence in self.sentences],
        }


def summarise(points: Sequence[CurvePoint]) -> CurveSummary:
    """Say what the points of a learning curve show; also while others are still to come.

    Args:
        points: One at least, in any order.
    """
    sizes = np.array(sorted({point.size for point in points}), np.int64)
    groups = [[point for point in points if point.size == size] for size in sizes]
    errors = np.array([np.mean([point.error for point in group]) for group in groups])
    spreads = np.array(
        [np.std([point.error for point in group], ddof=1) if len(group) > 1 else 0.0 for group in groups]
    )
    train_errors = np.array([np.mean([point.train_error for point in group]) for group in groups])
    fit = fit_power_law(sizes, errors)
    doubled = None if fit is None else _doubled(sizes, errors, _noise(groups, fit), fit)
    classes, goal = max(point.classes for point in points), points[0].goal
    verdict = _verdict(float(train_errors[-1]), float(errors[-1]), doubled, classes, goal)
    sentences = _sentences(verdict, int(sizes[-1]), float(errors[-1]), float(train_errors[-1]), doubled, goal)
    return CurveSummary(sizes, errors, spreads, train_errors, fit, doubled, verdict, sentences)


def _noise(groups: list[list[CurvePoint]], fit: PowerLaw) -> float:
    """Return by which share of itself a mean error is off, about: by the seeds' spread and the law's misfit.

    With one seed the spread is that of counting so many validation images.
    """
    squares = []
    for group in groups:
        errors = np.array([point.error for point in group])
        mean = max(float(errors.mean()), 1 / group[0].validation_count)
        if len(group) > 1:
            squares.append(float(errors.var(ddof=1)) / mean**2 / len(group))
        else:
            squares.append((1 - mean) / mean / group[0].validation_count)
    return float(np.sqrt(np.mean(squares) + fit.misfit**2))


def _doubled(
    sizes: NDArray[np.int64], errors: NDArray[np.float64], noise: float, fit: PowerLaw
) -> Prediction:
    """Predict the error with twice the images; fits to errors varied by their noise tell how sure that is."""
    size = 2 * int(sizes[-1])
    random = np.random.default_rng(0)
    fits = (
        fit_power_law(sizes, errors * np.exp(noise * random.normal(size=len(errors)))) for _ in range(DRAWS)
    )
    drawn = [float(other.error(size)) for other in fits if other is not None]
    low, high = np.quantile(drawn, [0.025, 0.975]).tolist()
    error = float(fit.error(size))
    return Prediction(size, error, min(low, error), max(high, error))


def _verdict(
    train_error: float,
    error: float,
    doubled: Prediction | None,
    classes: int = 0,
    goal: Goal = CLASSES,
) -> CurveVerdict:
    if guesses(1 - train_error, classes, goal):
        return CurveVerdict.GUESSING
    if doubled is None:
        return CurveVerdict.TOO_NOISY
    if error == 0:
        return CurveVerdict.BALANCED
    gain = 1 - doubled.error / error
    # What can never be wholly right is as wrong in training, however good the network is.
    if goal.can_be_right and reaches(train_error, LEARNT * error):
        return CurveVerdict.NETWORK_LIMITED
    if (doubled.high - doubled.low) / error > VAGUE:
        return CurveVerdict.TOO_NOISY
    is_learnt = not reaches(train_error, BY_HEART * error)
    if reaches(gain, LITTLE if is_learnt else MUCH):
        return CurveVerdict.DATA_LIMITED
    return CurveVerdict.BALANCED if reaches(gain, LITTLE) else CurveVerdict.NETWORK_LIMITED


def _sentences(
    verdict: CurveVerdict,
    size: int,
    error: float,
    train_error: float,
    doubled: Prediction | None,
    goal: Goal,
) -> tuple[Phrase, ...]:
    sentences = [goal.wrong_words(size, error, train_error)]
    if doubled is not None:
        sentences.append(
            Phrase(
                "With twice as many it would be about {error:.2%} (between {low:.2%} and {high:.2%}).",
                error=doubled.error,
                low=doubled.low,
                high=doubled.high,
            )
        )
    return (*sentences, verdict_words(verdict, goal))


def verdict_words(verdict: CurveVerdict, goal: Goal = CLASSES) -> Phrase:
    """Return what a verdict says of a network that is to give this."""
    of_the_goal = {CurveVerdict.GUESSING: goal.not_begun, CurveVerdict.NETWORK_LIMITED: goal.at_its_end}
    return Phrase(of_the_goal.get(verdict) or VERDICT_WORDS[verdict])


VERDICT_WORDS = {
    CurveVerdict.GUESSING: Phrase(CLASSES.not_begun),
    CurveVerdict.NETWORK_LIMITED: Phrase(CLASSES.at_its_end),
    CurveVerdict.DATA_LIMITED: Phrase(
        "The data are the limit: the error still falls with more examples. Find more of them; pictures can be varied, "
        "too."
    ),
    CurveVerdict.BALANCED: Phrase(
        "Data and network are in balance: more examples help a little, and so may a larger network."
    ),
    CurveVerdict.TOO_NOISY: Phrase(
        "The runs differ too much to tell what is the limit. Use more seeds, more sizes or more validation examples."
    ),
}
