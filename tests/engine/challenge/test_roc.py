from __future__ import annotations

import numpy as np
import pytest

from engine.challenge.roc import Roc, roc

GENERATOR = np.random.default_rng(0)
CASES = {
    "apart": (GENERATOR.normal(1, 1, 200), GENERATOR.normal(0, 1, 300)),
    "alike": (GENERATOR.normal(0, 1, 150), GENERATOR.normal(0, 1, 150)),
    "ties": (GENERATOR.integers(0, 5, 200).astype(float), GENERATOR.integers(0, 4, 250).astype(float)),
    "all alike": (np.zeros(30), np.zeros(40)),
    "one each": (np.ones(1), np.zeros(1)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_curve_and_what_is_read_from_it_are_those_of_scikit_learn(name: str) -> None:
    from sklearn.metrics import roc_auc_score, roc_curve  # a second of loading that nobody else waits for

    inside, outside = CASES[name]
    found = roc(inside, outside)
    truth = np.r_[np.ones(len(inside)), np.zeros(len(outside))]
    false_alarms, shares, _ = roc_curve(truth, np.r_[inside, outside], drop_intermediate=False)
    assert np.allclose(found.false_alarms, false_alarms)
    assert np.allclose(found.found, shares)
    assert found.auc == pytest.approx(roc_auc_score(truth, np.r_[inside, outside]))
    assert found.accuracy == pytest.approx(((1 + shares - false_alarms) / 2).max())
    assert found.found_few == pytest.approx(shares[false_alarms <= 0.01].max())
    assert found.auc in found.interval
    assert found.found_few in found.found_interval


def test_the_interval_is_delongs() -> None:
    """Held against the definition: placements of each image among those of the other kind, pair by pair."""
    inside, outside = CASES["ties"]
    pairs = (inside[:, None] > outside).astype(float) + 0.5 * (inside[:, None] == outside)
    variance = pairs.mean(1).var(ddof=1) / len(inside) + pairs.mean(0).var(ddof=1) / len(outside)
    found = roc(inside, outside)
    assert found.interval.high - found.auc == pytest.approx(1.959964 * variance**0.5)


def draw(seed: int, shift: float) -> Roc:
    generator = np.random.default_rng(seed)
    return roc(generator.normal(shift, 1, 300), generator.normal(0, 1, 300))


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    from statistics import NormalDist

    few = 1 - NormalDist().cdf(
        NormalDist().inv_cdf(0.99) - 1
    )  # of a normal distribution one deviation higher
    area = NormalDist().cdf(1 / 2**0.5)
    tries = [draw(seed, 1.0) for seed in range(200)]
    assert 0.9 <= np.mean([area in one.interval for one in tries]) <= 0.99
    assert 0.9 <= np.mean([few in one.found_interval for one in tries])


def test_by_chance_the_best_threshold_seldom_does_better() -> None:
    tries = [draw(seed, 0.0) for seed in range(200)]
    assert 0.9 <= np.mean([one.accuracy <= one.by_chance for one in tries]) <= 0.99
    assert np.mean([one.tells for one in tries]) < 0.06


def test_where_nothing_goes_wrong_the_number_of_images_says_how_sure_that_is() -> None:
    found = roc(np.ones(60), np.zeros(60))
    assert (found.auc, found.interval.low, found.interval.high) == (1, pytest.approx(0.95), 1)
    assert found.tells


def test_the_same_seed_gives_the_same() -> None:
    inside, outside = CASES["apart"]
    assert roc(inside, outside).found_interval == roc(inside, outside, seed=0).found_interval
