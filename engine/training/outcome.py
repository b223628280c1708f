"""The outcome of a run in one sentence: how many unseen images are read right, and by the weights of which epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.goals.registry import CLASSES
from engine.records import dataclass
from engine.training.events import FinishReason
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from engine.training.events import ThreadsChanged, TrainingFinished, TrainingStarted


@dataclass(frozen=True, slots=True)
class Measured:
    """How the weights that a run ended with, and no others, do on some images.

    Attributes:
        accuracy: Share that is right, 0 to 1; of other goals their measure, 1 at best.
        count: Of how many images.
    """

    accuracy: float
    count: int


def outcome(
    finished: TrainingFinished,
    *,
    test: Measured | None = None,
    validation: Measured | None = None,
    goal: Goal = CLASSES,
) -> Phrase:
    """Say in one sentence what came of a run; an empty one of a run that diverged or did no step.

    Args:
        finished: How it ended.
        test: The weights that are kept, measured on the test images; None where that was not done.
        validation: The same on the validation images.
        goal: What the network gives.
    """
    if finished.reason is FinishReason.DIVERGED or finished.step == 0:
        return Phrase("")
    return Phrase(
        "{ended}: {measured}{best}.",
        ended=_ended(finished, goal),
        measured=_measured(test, validation, goal),
        best=_best(finished),
    )


def _ended(finished: TrainingFinished, goal: Goal) -> Phrase:
    epoch, step = finished.epoch, finished.step
    if finished.reason is FinishReason.EARLY_STOPPED:
        return Phrase("Stopped early at epoch {epoch}", epoch=epoch)
    if finished.reason is FinishReason.TARGET_REACHED:
        if goal is not CLASSES:
            return Phrase("Target of {measure} reached at epoch {epoch}", measure=goal.measure, epoch=epoch)
        return Phrase("Target accuracy reached at epoch {epoch}", epoch=epoch)
    if finished.reason in (FinishReason.STOPPED, FinishReason.SUSPENDED):
        return Phrase("Stopped after step {step:,}", step=step)
    return Phrase("Done")


def _measured(test: Measured | None, validation: Measured | None, goal: Goal) -> Phrase:
    found = test or validation
    if goal is not CLASSES and found is not None:
        figures = {"measure": goal.measure, "share": found.accuracy, "count": found.count}
        return (
            Phrase("{measure} {share:.1%} on {count:,} unseen examples", **figures)
            if test is not None
            else Phrase("{measure} {share:.1%} on {count:,} validation examples", **figures)
        )
    if test is not None:
        return Phrase("{share:.1%} of {count:,} unseen examples right", share=test.accuracy, count=test.count)
    if validation is not None:
        return Phrase(
            "{share:.1%} of {count:,} validation examples right",
            share=validation.accuracy,
            count=validation.count,
        )
    return Phrase("not measured on unseen examples")


def _best(finished: TrainingFinished) -> Phrase:
    """Say which epoch was the best, where there is one; by what measure, its history and help say."""
    best = finished.best_epoch
    if finished.kept_epoch:
        return Phrase(", kept epoch {epoch}, the best", epoch=finished.kept_epoch)
    if not best or finished.reason is FinishReason.TARGET_REACHED:
        return Phrase("")
    if best == finished.epoch and finished.reason is FinishReason.COMPLETED:
        return Phrase(", best at epoch {epoch}, the last", epoch=best)
    return Phrase(", lowest loss at epoch {epoch}", epoch=best)


def precision_sentence(event: TrainingStarted) -> Phrase | None:
    """Return what a person is told where a run is not done in the numbers that it was done in before."""
    if event.precision_before in ("", event.precision):
        return None
    return Phrase(
        "The run was done in {before} before, which this machine cannot do here. As its settings leave the numerical "
        "precision open it is done in {now} from now on, and its numbers differ.",
        before=event.precision_before,
        now=event.precision,
    )


def threads_sentence(event: ThreadsChanged) -> Phrase:
    """Return what a person is told when the number changes while a run goes."""
    if event.new == 1:
        return Phrase(
            "Since step {step:,} one thread does the work instead of {old}: other work kept the processor busy.",
            step=event.step,
            old=event.old,
        )
    return Phrase(
        "Since step {step:,} {new} threads do the work instead of {old}, as in the run that is done again.",
        step=event.step,
        old=event.old,
        new=event.new,
    )
