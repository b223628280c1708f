"""What the course of a run shows: a wrong learning rate, overfitting, a plateau."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from engine.config import Adversary, OptimizerName
from engine.shares import reaches
from engine.training.doctor.course import PLATEAU_EPOCHS
from engine.training.doctor.findings import Finding, FindingKind
from engine.training.private.promise import is_private
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.training.doctor.course import Course
    from engine.training.events import EpochDone

ADAPTIVE = (OptimizerName.ADAM, OptimizerName.ADAMW, OptimizerName.RMSPROP)
USUAL_RATE = 1e-3
"""With an adaptive optimiser."""

ENOUGH_STEPS = 40
"""From then on a loss that does no better than guessing tells something."""
NO_BETTER = 0.95
"""A loss above this share of guessing's is none better."""
PEAK = 1.5
"""A loss that rose to so many times guessing's, or its own beginning, was thrown there."""
NOISE = 2.0
"""By so many times guessing's loss a batch of a single image may lie above the mean, one of four by half of that."""
DIVERGED_LOSS = 2.0

SLOW_STEPS, LEAST_STEPS = 300, 20
SLOW_LOSS = 0.5
"""A loss above this share of guessing's has hardly begun to fall."""
SLOW_MOVE = 0.12
"""Weights that moved less than this share of their length have hardly begun to learn."""

WIDE_GAP, SOME_GAP = 0.1, 0.05
"""Training accuracy less validation accuracy."""
RISE = 1.5
"""The validation loss to its lowest, where a smaller gap counts, too."""
SINCE_BEST = 2

LEARNT_LEAST = 0.75
"""Training images wrong at more than this share of guessing's errors are not learnt by heart."""

PLATEAU_FALL = 0.05
"""The loss must fall by more than this share over the epochs looked at; a healthy one falls by a quarter."""
GOOD_ENOUGH = 0.97
"""Of the accuracy: there is little left to gain above it."""
FADED = 0.3
"""A schedule that has lowered the rate to this share of the highest brings the loss to rest, as it should."""
SMALL_HIDDEN = (64, 64)


def diverged(course: Course) -> Finding | None:
    """Find a loss that is no number any more, or far above that of guessing."""
    far = (
        course.last is not None
        and not course.hardens
        and course.loss > DIVERGED_LOSS * max(course.chance, course.first)
    )
    if not course.diverged and not far:
        return None
    lower = lowered(course.experiment, course.rate)
    changes: dict[str, Any] = {"training.learning_rate": lower}
    remedy = Phrase("Lower the learning rate to {lower:g}.", lower=lower)
    if not course.experiment.training.gradient_clipping:
        changes["training.gradient_clipping"] = 1.0
        remedy = Phrase(
            "Lower the learning rate to {lower:g} and limit the gradients to a length of 1.", lower=lower
        )
    return Finding(
        FindingKind.DIVERGED,
        Phrase("Training has diverged: each step made the network worse."),
        Phrase("After step {step:,} the loss or a weight was infinite, or not a number.", step=course.step)
        if course.diverged
        else Phrase(
            "The loss is {loss:.3g}; {guessing} gives {chance:.3g}.",
            loss=course.loss,
            guessing=course.goal.guessing,
            chance=course.chance,
        ),
        remedy,
        changes,
        course.step,
    )


def rate_too_high(course: Course) -> Finding | None:
    """Find a loss that was thrown up and does not do better than guessing."""
    start = max(course.chance, course.first if math.isfinite(course.first) else 0.0)
    # A batch of a few images has a high loss now and then; no step threw it up where the weights have hardly moved.
    noise = NOISE * course.chance / math.sqrt(course.experiment.training.batch_size)
    thrown = course.peak > PEAK * start + noise and not course.moved < SLOW_MOVE
    if course.steps < ENOUGH_STEPS or course.hardens or not thrown or course.loss < NO_BETTER * course.chance:
        return None
    lower = lowered(course.experiment, course.rate)
    return Finding(
        FindingKind.RATE_TOO_HIGH,
        Phrase("The learning rate is too high: every step overshoots."),
        Phrase(
            "The loss rose to {peak:,.3g} in step {at:,} and is {loss:.3g} now; {guessing} gives {chance:.3g}. The "
            "learning rate is {rate:g}.",
            guessing=course.goal.guessing,
            peak=course.peak,
            at=course.peak_step,
            loss=course.loss,
            chance=course.chance,
            rate=course.rate,
        ),
        Phrase("Lower the learning rate to {lower:g}.", lower=lower),
        {"training.learning_rate": lower},
        course.step,
    )


def rate_too_low(course: Course) -> Finding | None:
    """Find a loss that has hardly begun to fall, with weights that have hardly moved."""
    crawls = course.loss > SLOW_LOSS * course.chance and course.moved < SLOW_MOVE
    if course.warms_up or course.hardens:
        return None
    is_long = course.steps >= SLOW_STEPS or (course.steps >= LEAST_STEPS and _fell(course) <= PLATEAU_FALL)
    if not is_long or not crawls or course.peak > 2 * PEAK * course.chance:
        return None
    higher = raised(course.experiment, course.rate)
    return Finding(
        FindingKind.RATE_TOO_LOW,
        Phrase("The learning rate is too low: every step is a crawl."),
        Phrase(
            "After {steps:,} steps the loss is {loss:.3g}, where {guessing} gives {chance:.3g}, and the weights have "
            "moved by {moved:.1%} of their length. The learning rate is {rate:g}.",
            guessing=course.goal.guessing,
            steps=course.steps,
            loss=course.loss,
            chance=course.chance,
            moved=course.moved,
            rate=course.rate,
        ),
        Phrase("Raise the learning rate to {higher:g}.", higher=higher),
        {"training.learning_rate": higher},
        course.step,
    )


def overfitting(course: Course) -> Finding | None:
    """Find a network that does much better on the images it learnt from than on others."""
    best, last = course.best_validated, course.last_validated
    if best is None or last is None:
        return None
    train = course.train_accuracy
    gap = train - (last.validation_accuracy or 0.0)
    rose = _validation_loss(last) / max(_validation_loss(best), 1e-12)
    wide = reaches(gap, WIDE_GAP) or (reaches(gap, SOME_GAP) and rose >= RISE)
    # Among a few images a guess is right more often by chance.
    guesses = reaches(1 - train, LEARNT_LEAST * (1 - course.guessed))
    if not wide or guesses or last.epoch - best.epoch < SINCE_BEST:
        return None
    remedy, changes = _against_overfitting(course.experiment, can_vary=course.can_vary)
    return Finding(
        FindingKind.OVERFITTING,
        Phrase("The network learns the training examples by heart."),
        Phrase(
            "It reads {train:.1%} of {images} and {validation:.1%} of the validation examples. The validation loss was "
            "lowest after epoch {best} ({lowest:.3g}) and is {now:.3g} now."
            if course.goal.is_counted
            else "{measure} is {train:.1%} on {images} and {validation:.1%} on the validation examples. The validation "
            "loss was lowest after epoch {best} ({lowest:.3g}) and is {now:.3g} now.",
            measure=course.goal.measure,
            train=train,
            images=_train_images(course),
            validation=last.validation_accuracy,
            best=best.epoch,
            lowest=_validation_loss(best),
            now=_validation_loss(last),
        ),
        remedy,
        changes,
        course.step,
    )


def plateau(course: Course) -> Finding | None:
    """Find a loss that no longer falls although much is left to learn.

    Of a private run, noise hides the rest; of prose, nobody knows how much there is left.
    """
    if is_private(course.experiment.training) or not course.goal.can_be_right:
        return None
    if _fell(course) > PLATEAU_FALL:
        return None
    before, last = course.steady[0], course.steady[-1]
    accuracy = max(course.train_accuracy, last.validation_accuracy or 0.0)
    faded = last.learning_rate < FADED * course.steady_rate
    # It has hardly begun, or how far the weights went is not known yet.
    unmoved = not course.moved >= SLOW_MOVE and course.loss > NO_BETTER * course.chance
    if accuracy >= GOOD_ENOUGH or faded or unmoved:
        return None
    remedy, changes = _against_plateau(course)
    return Finding(
        FindingKind.PLATEAU,
        Phrase("The training loss no longer falls, although many training examples are still read wrong.")
        if course.goal.is_counted
        else Phrase(
            "The training loss no longer falls, although much of the training examples is not learnt."
        ),
        Phrase(
            "From epoch {first} to {last} the loss fell from {before:.3g} to {now:.3g}; {accuracy:.1%} of {images} are "
            "right."
            if course.goal.is_counted
            else "From epoch {first} to {last} the loss fell from {before:.3g} to {now:.3g}; {measure} is "
            "{accuracy:.1%} on {images}.",
            measure=course.goal.measure,
            first=before.epoch,
            last=last.epoch,
            before=before.train_loss,
            now=last.train_loss,
            accuracy=course.train_accuracy,
            images=_train_images(course),
        ),
        remedy,
        changes,
        course.step,
    )


def _fell(course: Course) -> float:
    """Return by which share of itself the training loss fell over the last epochs; infinity where they are too few."""
    epochs = course.steady
    if len(epochs) <= PLATEAU_EPOCHS:
        return math.inf
    return 1 - epochs[-1].train_loss / max(epochs[0].train_loss, 1e-12)


def _train_images(course: Course) -> Phrase:
    """Return of which training images ``Course.train_accuracy`` is told."""
    tried = course.tried
    if tried is None:
        return Phrase("the training examples")
    return Phrase("{count:,} training examples, tried as they are,", count=tried.count)


def lowered(experiment: Experiment, rate: float) -> float:
    """Return a learning rate to try in place of one that is too high."""
    usual = USUAL_RATE if experiment.training.optimizer in ADAPTIVE else math.inf
    return _rounded(min(usual, rate / 10) if rate > usual else rate / 10)


def raised(experiment: Experiment, rate: float) -> float:
    """Return a learning rate to try in place of one that is too low."""
    usual = USUAL_RATE if experiment.training.optimizer in ADAPTIVE else 10 * USUAL_RATE
    return _rounded(usual if rate < usual else 10 * rate)


def _rounded(value: float) -> float:
    return float(f"{value:.1g}")


def _validation_loss(epoch: EpochDone) -> float:
    return math.inf if epoch.validation_loss is None else epoch.validation_loss


def _against_overfitting(experiment: Experiment, *, can_vary: bool) -> tuple[Phrase, dict[str, Any]]:
    if experiment.data.train_count:
        return (
            Phrase(
                "Learn from all examples there are, not from {count:,}.", count=experiment.data.train_count
            ),
            {"data.train_count": 0},
        )
    if can_vary and not experiment.data.augmentation.enabled:
        return (
            Phrase("Vary every training image each time it is seen, so that none can be learnt by heart."),
            {"data.augmentation.enabled": True},
        )
    if not experiment.training.early_stopping:
        return (
            Phrase("Stop when the validation loss no longer falls, or find more examples."),
            {"training.early_stopping": 3},
        )
    return Phrase("Find more examples, or make the network smaller."), {}


def _against_plateau(course: Course) -> tuple[Phrase, dict[str, Any]]:
    experiment = course.experiment
    layers = experiment.network.hidden
    if course.loss > NO_BETTER * course.chance and experiment.training.adversary is not Adversary.OFF:
        weaker = experiment.training.adversary_strength / 2
        return (
            Phrase(
                "Train against an adversary of half the strength: against this one the network learns nothing."
            ),
            {"training.adversary_strength": weaker},
        )
    if course.loss > NO_BETTER * course.chance:
        lower = lowered(experiment, course.rate)
        return Phrase("Lower the learning rate to {lower:g} and begin anew.", lower=lower), {
            "training.learning_rate": lower
        }
    if not layers:
        return (
            Phrase("Give it hidden layers: without one it can only weigh pixels against each other.")
            if course.goal.is_counted
            else Phrase(
                "Give it hidden layers: without one it can only weigh its numbers against each other."
            ),
            {"network.hidden": SMALL_HIDDEN},
        )
    larger = tuple(layer.doubled() for layer in layers)
    return Phrase("Make the hidden layers twice as large."), {"network.hidden": larger}
