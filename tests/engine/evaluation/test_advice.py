"""Known cases and what is to be advised in them; whoever speaks quotes it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.evaluation.advice import Evidence, Limit, advise, holding, train_look
from engine.evaluation.learning_curve.summary import CurvePoint, CurveSummary, summarise
from engine.goals.characters import Characters
from engine.training.doctor.findings import Finding, FindingKind
from engine.words import Phrase

SIZES = (1000, 2000, 4000, 8000, 16000)


def curve(errors: list[float], train_error: float) -> CurveSummary:
    return summarise(
        [
            CurvePoint(size, seed, 1 - error, 1 - train_error, 5000)
            for seed in range(2)
            for size, error in zip(SIZES, errors, strict=True)
        ]
    )


FALLING = curve([0.2, 0.141, 0.1, 0.0707, 0.05], 0.0)
RESTING = curve([0.06, 0.0525, 0.0505, 0.0501, 0.05], 0.0)
SLOWING = curve([0.08, 0.07, 0.0622, 0.056, 0.051], 0.02)
GUESSING = summarise([CurvePoint(size, 0, 0.1, 0.12, 5000, 10) for size in SIZES])
NOISY = curve([0.05, 0.2, 0.04, 0.3, 0.05], 0.0)


def finding(kind: FindingKind) -> Finding:
    return Finding(kind, Phrase(f"{kind.value}."), Phrase("So it is."), Phrase("Mend it."))


RATE, OVERFITTING, PLATEAU = map(
    finding, (FindingKind.RATE_TOO_LOW, FindingKind.OVERFITTING, FindingKind.PLATEAU)
)


@pytest.mark.parametrize(
    ("evidence", "limit", "words"),
    [
        (Evidence(), Limit.UNKNOWN, "Enough data?"),
        # Accuracies alone
        (Evidence((), 1.0, 0.95), Limit.DATA, "data are the limit"),
        (Evidence((), 0.8, 0.8), Limit.NETWORK, "network is the limit"),
        (
            Evidence((), 0.86, 0.8),
            Limit.NETWORK,
            "network is the limit",
        ),  # 14 of 20 mistakes are made in learning, too
        (Evidence((), 0.9, 0.8), Limit.UNKNOWN, "Enough data?"),
        (Evidence((), 0.91, 0.8), Limit.DATA, "data are the limit"),
        (Evidence((), 1.0, 1.0), Limit.BALANCED, "in balance"),
        (Evidence((), 1.0, None), Limit.UNKNOWN, "Enough data?"),
        # No network is too small for data of which it has learnt nothing
        (Evidence((), 0.12, 0.1, classes=10), Limit.FAULT, "guessing"),
        (Evidence((), 0.52, 0.5, classes=2), Limit.FAULT, "guessing"),
        (Evidence((), 0.52, 0.5, classes=10), Limit.NETWORK, "network is the limit"),
        (Evidence((), 0.12, 0.1, RESTING, classes=10), Limit.FAULT, "guessing"),
        # A curve of trainings that all guess says the same; not of a model that did learn
        (Evidence((), None, None, GUESSING), Limit.FAULT, "guessing"),
        (Evidence((), 0.12, 0.1, GUESSING, classes=10), Limit.FAULT, "guessing"),
        (Evidence((), 1.0, 0.95, GUESSING, classes=10), Limit.DATA, "data are the limit"),
        # The curve knows better than a gap does
        (Evidence((), 1.0, 0.95, RESTING), Limit.NETWORK, "network is the limit"),
        (Evidence((), 0.95, 0.95, FALLING), Limit.DATA, "data are the limit"),
        (Evidence((), 0.98, 0.95, SLOWING), Limit.BALANCED, "in balance"),
        (Evidence((), 0.9, 0.8, NOISY), Limit.UNKNOWN, "differ too much"),
        (Evidence((), 1.0, 0.95, NOISY), Limit.DATA, "data are the limit"),
        # A fault is mended before anything else is tried
        (Evidence((RATE,), 0.24, 0.24, RESTING), Limit.FAULT, "rate_too_low. Mend it."),
        (Evidence((OVERFITTING, RATE), 1.0, 0.7), Limit.FAULT, "rate_too_low. Mend it."),
        # Findings that speak of a limit hold as long as no curve gainsays them
        (Evidence((OVERFITTING,), 1.0, 0.7), Limit.DATA, "overfitting. Mend it."),
        (Evidence((OVERFITTING,), 1.0, 0.95, FALLING), Limit.DATA, "overfitting. Mend it."),
        (Evidence((OVERFITTING,), 1.0, 0.95, RESTING), Limit.NETWORK, "network is the limit"),
        (Evidence((PLATEAU,), 0.8, 0.8), Limit.NETWORK, "plateau. Mend it."),
        (Evidence((PLATEAU,), 1.0, 0.95, FALLING), Limit.DATA, "data are the limit"),
    ],
)
def test_known_cases_get_the_advice_that_is_known(evidence: Evidence, limit: Limit, words: str) -> None:
    found = advise(evidence)

    assert found.limit is limit
    assert words in found.text
    assert (found.finding is not None) == ("Mend it." in found.text)
    assert found.finding is None or found.finding in holding(evidence)


def test_findings_that_a_curve_gainsays_are_not_held() -> None:
    assert holding(Evidence((OVERFITTING,), curve=RESTING)) == ()
    assert holding(Evidence((PLATEAU,), curve=FALLING)) == ()
    assert holding(Evidence((OVERFITTING, RATE))) == (RATE, OVERFITTING)


def test_a_look_at_training_images_is_even_and_bounded() -> None:
    data = Dataset("many", np.zeros((25_000, 1, 1), np.uint8), np.arange(25_000) % 7, tuple("abcdefg"))
    look = train_look(data)

    assert len(look) == 10_000
    assert np.ptp(look.class_counts()) <= 12
    assert train_look(look) is look


def test_a_private_training_is_limited_by_its_noise() -> None:
    as_wrong = {"train_accuracy": 0.93, "accuracy": 0.93, "classes": 10}
    assert advise(Evidence((), **as_wrong)).limit is Limit.NETWORK
    advice = advise(Evidence((), **as_wrong, private=True))
    assert advice.limit is Limit.PRIVACY
    assert "larger ε" in advice.text


def test_prose_that_is_as_wrong_in_training_accuses_no_network() -> None:
    alike = {"train_accuracy": 0.5, "accuracy": 0.49, "classes": 30}
    assert advise(Evidence(**alike)).limit is Limit.NETWORK
    assert advise(Evidence(**alike, goal=Characters(is_prose=True))).limit is Limit.UNKNOWN
    answers = advise(Evidence(train_accuracy=0.0, accuracy=0.0, classes=13, goal=Characters()))
    assert answers.limit is Limit.FAULT
    assert "answers is exact" in answers.text
