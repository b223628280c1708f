"""The gate: whether a model is good enough by its accuracy on the test images."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from engine.evaluation.report import Report
from engine.shares import least_count
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.evaluation.goal_report import GoalReport
    from engine.evaluation.interval import Interval


class Outcome(StrEnum):
    """What the gate says."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"
    NO_GATE = "no_gate"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a model passes.

    Attributes:
        outcome: Passed, not passed, or no gate set.
        gate: The accuracy that was asked for; 0 for none.
        accuracy: The accuracy on the test images.
        interval: Between which bounds it lies on all such images, with 95 % confidence.
        sentence: What is said of it.
        doubt: A second sentence where so few images cannot decide it, else empty.
    """

    outcome: Outcome
    gate: float
    accuracy: float
    interval: Interval
    sentence: Phrase
    doubt: Phrase

    @property
    def passed(self) -> bool:
        """Whether a gate is set and the model reached it."""
        return self.outcome is Outcome.PASSED


def outcome_of(accuracy: float, gate: float) -> Outcome:
    """Return what the gate says of an accuracy on the test images; a gate of 0 is none."""
    if gate == 0:
        return Outcome.NO_GATE
    return Outcome.PASSED if accuracy >= gate else Outcome.NOT_PASSED


def verdict(report: GoalReport, experiment: Experiment) -> Verdict:
    """Hold the accuracy against the gate of the experiment.

    Args:
        report: Of the test images.
        experiment: ``evaluation.gate`` is what is asked for.
    """
    gate = experiment.evaluation.gate
    if not isinstance(report, Report):
        return _of_a_measure(report, gate)
    right = report.count - len(report.mistakes)
    figures = {
        "right": right,
        "accuracy": report.accuracy,
        "count": report.count,
        "gate": 100 * gate,
        "needed": least_count(gate, report.count),
    }
    outcome = outcome_of(right / report.count, gate)
    if outcome is Outcome.NO_GATE:
        sentence = Phrase(
            "No pass mark is set; the model reads {right:,} of {count:,} examples ({accuracy:.2%}).",
            **figures,
        )
    elif outcome is Outcome.PASSED:
        sentence = Phrase(
            "Passed: the model reads {right:,} of {count:,} examples ({accuracy:.2%}); the pass mark of "
            "{gate:.6g}\u00a0% asks for {needed:,}.",
            **figures,
        )
    else:
        sentence = Phrase(
            "Not passed: the model reads {right:,} of {count:,} examples ({accuracy:.2%}); the pass mark of "
            "{gate:.6g}\u00a0% asks for {needed:,}.",
            **figures,
        )
    return Verdict(outcome, gate, report.accuracy, report.interval, sentence, _doubt(report, gate))


def _of_a_measure(report: GoalReport, gate: float) -> Verdict:
    """Hold what is not counted, such as R², against the gate."""
    outcome = outcome_of(report.accuracy, gate)
    figures = {
        "measure": report.measure,
        "accuracy": report.accuracy,
        "count": report.count,
        "gate": 100 * gate,
    }
    if outcome is Outcome.NO_GATE:
        sentence = Phrase("No pass mark is set. {measure}: {accuracy:.2%} ({count:,} examples).", **figures)
    elif outcome is Outcome.PASSED:
        sentence = Phrase(
            "Passed. {measure}: {accuracy:.2%} ({count:,} examples); the pass mark is {gate:.6g}\u00a0%.",
            **figures,
        )
    else:
        sentence = Phrase(
            "Not passed. {measure}: {accuracy:.2%} ({count:,} examples); the pass mark is {gate:.6g}\u00a0%.",
            **figures,
        )
    return Verdict(outcome, gate, report.accuracy, report.interval, sentence, _doubt(report, gate))


def _doubt(report: GoalReport, gate: float) -> Phrase:
    """Return the words where the interval leaves open on which side of the gate the model is."""
    low, high = report.interval
    if gate == 0 or not low <= gate <= high:
        return Phrase("")
    return Phrase(
        "That is close: with {count:,} examples the accuracy is known to lie between {low:.2%} and {high:.2%}, and "
        "the pass mark lies between them."
        if isinstance(report, Report)
        else "That is close: with {count:,} examples it is known to lie between {low:.2%} and {high:.2%}, and the pass "
        "mark lies between them.",
        count=report.count,
        low=low,
        high=high,
    )
