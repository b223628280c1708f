"""What to try with a network: one advice from all that is known of it. Whoever gives advice quotes this one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from engine.evaluation.learning_curve.summary import (
    LEARNT,
    VERDICT_WORDS,
    CurveVerdict,
    guesses,
    verdict_words,
)
from engine.goals.registry import CLASSES
from engine.shares import reaches
from engine.training.doctor.findings import FindingKind
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.evaluation.learning_curve.summary import CurveSummary
    from engine.goals.goal import Goal
    from engine.training.doctor.findings import Finding

TRAIN_LOOK = 10_000
"""As many training images as this tell how they are read; more would tell hardly more, and take longer."""

HALF = 0.5
"""Without a learning curve: where training images are wrong at less than this share of the error on others, most of
that error is on images unlike those learnt from, and more of them would help."""


class Limit(StrEnum):
    """What stands in the way of a better network."""

    FAULT = "fault"
    DATA = "data"
    NETWORK = "network"
    PRIVACY = "privacy"
    BALANCED = "balanced"
    UNKNOWN = "unknown"


LIMITS = {
    CurveVerdict.GUESSING: Limit.FAULT,
    CurveVerdict.DATA_LIMITED: Limit.DATA,
    CurveVerdict.NETWORK_LIMITED: Limit.NETWORK,
    CurveVerdict.BALANCED: Limit.BALANCED,
    CurveVerdict.TOO_NOISY: Limit.UNKNOWN,
}
OF_FINDINGS = {FindingKind.OVERFITTING: Limit.DATA, FindingKind.PLATEAU: Limit.NETWORK}
"""Findings that speak of a limit; all others are faults, to be mended before anything else is tried."""
OF_THE_GOAL = {Limit.FAULT: CurveVerdict.GUESSING, Limit.NETWORK: CurveVerdict.NETWORK_LIMITED}
WORDS = {LIMITS[verdict]: words for verdict, words in VERDICT_WORDS.items()} | {
    Limit.UNKNOWN: Phrase(
        "Whether the data or the network is the limit is not known: “Enough data?” on the Evaluate station shows it."
    ),
    Limit.PRIVACY: Phrase(
        "Privacy is the limit: noise hides what more the examples could teach. Allow a larger ε, or use more examples."
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What is known of a trained network.

    Attributes:
        findings: What the doctor found in the course of its run, the gravest first.
        train_accuracy: Share of training images read right, without dropout and as they are; None if not measured.
        accuracy: Share of images read right that it did not learn from; None if not measured.
        curve: Its learning curve, or None where none was drawn.
        classes: How many classes it tells apart; 0 where that is not known.
        goal: What it gives.
        private: Whether it was trained privately.
    """

    findings: tuple[Finding, ...] = ()
    train_accuracy: float | None = None
    accuracy: float | None = None
    curve: CurveSummary | None = None
    classes: int = 0
    goal: Goal = CLASSES
    private: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """What to try.

    Attributes:
        limit: What stands in the way.
        sentences: What it is, and what to do.
        finding: The finding that says so, where it is one of the doctor's.
    """

    limit: Limit
    sentences: tuple[Phrase, ...]
    finding: Finding | None = None

    @property
    def text(self) -> Phrase:
        """The sentences in a row."""
        return Phrase.joined(self.sentences)


def advise(evidence: Evidence) -> Advice:
    """Return what to try: mend what is wrong; else what the learning curve shows; else what the accuracies tell."""
    findings = holding(evidence)
    if findings:
        first = findings[0]
        return Advice(OF_FINDINGS.get(first.kind, Limit.FAULT), (first.what, first.remedy), first)
    limit = _limit(evidence)
    is_noisy = evidence.curve is not None and limit is Limit.UNKNOWN
    if limit in OF_THE_GOAL:
        return Advice(limit, (verdict_words(OF_THE_GOAL[limit], evidence.goal),))
    return Advice(limit, (VERDICT_WORDS[CurveVerdict.TOO_NOISY] if is_noisy else WORDS[limit],))


def holding(evidence: Evidence) -> tuple[Finding, ...]:
    """Return the findings that the learning curve does not gainsay, faults first.

    A curve that no longer falls makes more images useless, however wide the gap between training and validation is;
    one that falls makes a larger network so.
    """
    shown = Limit.UNKNOWN if evidence.curve is None else LIMITS[evidence.curve.verdict]
    gainsaid = {Limit.NETWORK: FindingKind.OVERFITTING, Limit.DATA: FindingKind.PLATEAU}.get(shown)
    held = [finding for finding in evidence.findings if finding.kind is not gainsaid]
    return tuple(sorted(held, key=lambda finding: finding.kind in OF_FINDINGS))


def train_look(train: Dataset) -> Dataset:
    """Return training images to measure a network on, taken evenly from the whole."""
    if len(train) <= TRAIN_LOOK:
        return train
    return train.subset(np.linspace(0, len(train) - 1, TRAIN_LOOK).astype(np.int64))


def _limit(evidence: Evidence) -> Limit:
    curve = evidence.curve
    is_measured = evidence.train_accuracy is not None and evidence.classes > 0
    if evidence.train_accuracy is not None and guesses(
        evidence.train_accuracy, evidence.classes, evidence.goal
    ):
        return Limit.FAULT
    # That other trainings of it learnt nothing says nothing of a model that did.
    is_other = is_measured and curve is not None and curve.verdict is CurveVerdict.GUESSING
    if curve is not None and curve.verdict is not CurveVerdict.TOO_NOISY and not is_other:
        return LIMITS[curve.verdict]
    if evidence.train_accuracy is None or evidence.accuracy is None:
        return Limit.UNKNOWN
    train_error, error = 1 - evidence.train_accuracy, 1 - evidence.accuracy
    if error == 0:
        return Limit.BALANCED
    # What it cannot learn, more examples do not teach it.
    if evidence.goal.can_be_right and reaches(train_error, LEARNT * error):
        return Limit.PRIVACY if evidence.private else Limit.NETWORK
    return Limit.UNKNOWN if reaches(train_error, HALF * error) else Limit.DATA
