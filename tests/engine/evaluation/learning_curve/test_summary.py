from __future__ import annotations

import json

import numpy as np
import pytest

from engine.evaluation.learning_curve.summary import CurvePoint, CurveVerdict, Prediction, _verdict, summarise
from engine.goals.characters import Characters
from engine.goals.goal import Goal
from engine.goals.registry import GOALS

SIZES = (1000, 2000, 4000, 8000, 16000)


def points(
    errors: list[float], train_error: float = 0.0, *, noise: float = 0.0, seeds: int = 2
) -> list[CurvePoint]:
    random = np.random.default_rng(1)
    return [
        CurvePoint(size, seed, 1 - error * float(np.exp(noise * random.normal())), 1 - train_error, 5000)
        for seed in range(seeds)
        for size, error in zip(SIZES, errors, strict=True)
    ]


FALLING = [0.2, 0.141, 0.1, 0.0707, 0.05]
SLOWING = [0.08, 0.07, 0.0622, 0.056, 0.051]
RESTING = [0.06, 0.0525, 0.0505, 0.0501, 0.05]


@pytest.mark.parametrize(
    ("given", "verdict", "words"),
    [
        (points(FALLING), CurveVerdict.DATA_LIMITED, "data are the limit"),
        (points(RESTING), CurveVerdict.NETWORK_LIMITED, "network is the limit"),
        (points(FALLING, 0.049), CurveVerdict.NETWORK_LIMITED, "network is the limit"),
        (points(SLOWING, 0.02), CurveVerdict.BALANCED, "in balance"),
        (points(SLOWING, 0.0), CurveVerdict.DATA_LIMITED, "data are the limit"),  # learnt by heart
        (points(FALLING, noise=0.5), CurveVerdict.TOO_NOISY, "too much to tell"),
        (points(FALLING)[:2], CurveVerdict.TOO_NOISY, "too much to tell"),
    ],
)
def test_the_verdict_follows_from_the_points(
    given: list[CurvePoint], verdict: CurveVerdict, words: str
) -> None:
    found = summarise(given)

    assert found.verdict is verdict
    assert words in found.sentences[-1]


def test_twice_the_data_follow_the_law() -> None:
    found = summarise(points(FALLING))

    assert found.doubled is not None
    assert found.doubled.size == 32000
    assert found.doubled.error == pytest.approx(0.05 / np.sqrt(2), rel=0.03)
    assert found.doubled.low <= found.doubled.error <= found.doubled.high
    assert f"{100 * found.doubled.error:.2f}\u00a0%" in found.sentences[1]


def test_noise_makes_the_prediction_less_sure() -> None:
    calm, wild = summarise(points(FALLING, noise=0.02)).doubled, summarise(points(FALLING, noise=0.1)).doubled

    assert calm is not None
    assert wild is not None
    assert wild.high - wild.low > 2 * (calm.high - calm.low)


def test_means_and_spreads_are_over_the_seeds() -> None:
    found = summarise(
        [CurvePoint(10, 0, 0.5, 0.9, 100), CurvePoint(10, 1, 0.7, 1.0, 100), CurvePoint(5, 0, 0.4, 0.9, 100)]
    )

    assert found.sizes.tolist() == [5, 10]
    assert found.errors.tolist() == pytest.approx([0.6, 0.4])
    assert found.spreads.tolist() == pytest.approx([0, np.std([0.5, 0.7], ddof=1)])
    assert found.train_errors.tolist() == pytest.approx([0.1, 0.05])


def test_all_goes_into_json() -> None:
    for given in (points(FALLING), points(FALLING)[:1]):
        assert json.loads(json.dumps(summarise(given).to_dict(), allow_nan=False))["verdict"]


def test_the_same_points_give_the_same_summary() -> None:
    given = points(FALLING, noise=0.05)

    assert summarise(given).to_dict() == summarise(given[::-1]).to_dict()


def verdict_of(train_error: float, gain: float, width: float = 0.1, error: float = 0.1) -> CurveVerdict:
    """Return the verdict where twice the images would take away a share of the error, give or take half a width."""
    doubled = error * (1 - gain)
    return _verdict(
        train_error, error, Prediction(2, doubled, doubled - width * error / 2, doubled + width * error / 2)
    )


@pytest.mark.parametrize(
    ("train_error", "gain", "verdict"),
    [
        # Training examples wrong at 0.7 of the validation error and more: the network cannot learn them
        (0.07, 0.3, CurveVerdict.NETWORK_LIMITED),
        (0.0699, 0.3, CurveVerdict.DATA_LIMITED),
        # Not learnt by heart: twice the images must take 0.12 of the error away to be worth it
        (0.04, 0.12, CurveVerdict.DATA_LIMITED),
        (0.04, 0.1199, CurveVerdict.BALANCED),
        (0.04, 0.06, CurveVerdict.BALANCED),
        (0.04, 0.0599, CurveVerdict.NETWORK_LIMITED),
        # Learnt by heart, which is wrong at less than 0.2 of the validation error: 0.06 is worth it
        (0.0199, 0.06, CurveVerdict.DATA_LIMITED),
        (0.02, 0.06, CurveVerdict.BALANCED),
        (0.0199, 0.0599, CurveVerdict.NETWORK_LIMITED),
    ],
)
def test_each_bound_is_where_it_is_said_to_be(train_error: float, gain: float, verdict: CurveVerdict) -> None:
    assert verdict_of(train_error, gain) is verdict


@pytest.mark.parametrize(
    ("classes", "train_error", "verdict"),
    [
        (10, 0.88, CurveVerdict.GUESSING),
        (10, 0.84, CurveVerdict.NETWORK_LIMITED),
        (2, 0.48, CurveVerdict.GUESSING),
        (10, 0.48, CurveVerdict.NETWORK_LIMITED),
        (0, 0.88, CurveVerdict.NETWORK_LIMITED),  # how many classes there are is not known
    ],
)
def test_a_network_that_only_guesses_is_not_called_too_small(
    classes: int, train_error: float, verdict: CurveVerdict
) -> None:
    found = summarise([CurvePoint(size, 0, 0.1, 1 - train_error, 5000, classes) for size in SIZES])

    assert found.verdict is verdict
    assert ("has not begun to learn" in found.sentences[-1]) == (verdict is CurveVerdict.GUESSING)


def test_a_prediction_that_may_be_anything_decides_nothing() -> None:
    assert verdict_of(0.04, 0.3, width=0.5001) is CurveVerdict.TOO_NOISY
    assert verdict_of(0.04, 0.3, width=0.4999) is CurveVerdict.DATA_LIMITED
    assert (
        verdict_of(0.07, 0.3, width=0.6) is CurveVerdict.NETWORK_LIMITED
    )  # what is not learnt shows at once


@pytest.mark.parametrize(
    ("goal", "classes", "train_error", "wrong", "told"),
    [
        (GOALS["number"], 1, 0.99, "variance of the validation targets", "always saying the mean"),
        (GOALS["number"], 1, 0.8, "variance of the validation targets", "The network is the limit"),
        (Characters(), 15, 0.98, "of the validation answers are not exact", "training answers is exact"),
        (Characters(), 15, 0.9, "of the validation answers are not exact", "The network is the limit"),
        (
            Characters(is_prose=True),
            30,
            0.95,
            "of the validation characters are wrong",
            "than guessing would",
        ),
        (
            Characters(is_prose=True),
            30,
            0.9,
            "of the validation characters are wrong",
            "as far as what stands",
        ),
    ],
)
def test_each_goal_says_what_is_wrong_and_what_it_means(
    goal: Goal, classes: int, train_error: float, wrong: str, told: str
) -> None:
    points = [CurvePoint(size, 0, 0.1, 1 - train_error, 5000, classes, goal) for size in SIZES]
    first, *_middle, last = summarise(points).sentences

    assert wrong in first
    assert told in last
    assert "read wrong" not in first


def test_prose_that_is_as_wrong_in_training_may_want_more_text_all_the_same() -> None:
    """No network can be right of every next letter, so that errors alike on both sides accuse it of nothing."""
    errors = {size: 3.0 * size**-0.25 for size in SIZES}
    made = {
        prose: summarise(
            [
                CurvePoint(size, 0, 1 - error, 1 - 0.9 * error, 50_000, 30, Characters(is_prose=prose))
                for size, error in errors.items()
            ]
        )
        for prose in (True, False)
    }

    assert made[True].verdict is CurveVerdict.DATA_LIMITED
    assert made[False].verdict is CurveVerdict.NETWORK_LIMITED
