from __future__ import annotations

import numpy as np
import pytest

from engine.captions.pictures import UNSEEN_START, described, facts_of
from engine.data.generated import generate
from engine.errors import Cancelled


def test_pictures_are_the_generated_digits_and_their_digit_is_true() -> None:
    images, labels = generate(40, 5)
    found = described(40, 5)
    assert (found.images == images).all()
    assert (found.facts[:, 2] == labels + 1).all()


def test_what_is_true_follows_the_rule_at_its_borders() -> None:
    digits = np.zeros(6, np.int64)
    width = np.array([2.0, 2.1, 2.9, 3.0, 2.5, 2.5], np.float32)
    lean = np.array([10.0, 10.5, 14.5, 15.0, -10.5, -12.0], np.float32)
    found = facts_of(digits, width, lean)
    assert found[:, 0].tolist() == [1, 0, 0, 2, 0, 0]
    assert found[:, 1].tolist() == [1, 0, 0, 2, 0, 3]
    assert (found[:, 2] == 1).all()


def test_the_words_are_true_of_the_pixels() -> None:
    """Thick digits have more ink than thin ones, and what is slanted leans to the right by its moments."""
    found = described(3000, 1, start=UNSEEN_START)
    ones = found.facts[:, 2] == 2
    ink = found.images.sum(axis=(1, 2)).astype(float)
    y, x = np.mgrid[:28, :28] - 14.0
    weights = found.images / ink[:, None, None]
    lean = -(weights * x * y).sum(axis=(1, 2)) / (weights * y * y).sum(axis=(1, 2))
    thin, thick = (ink[ones & (found.facts[:, 0] == word)] for word in (1, 2))
    back, upright, slanted = (lean[ones & (found.facts[:, 1] == word)] for word in (3, 1, 2))
    # Flags and feet have ink of their own, so that a few thin ones have more of it than a few thick ones.
    assert np.quantile(thin, 0.8) < np.quantile(thick, 0.2)
    assert np.median(back) < -0.1 < np.median(upright) < 0.2 < np.median(slanted)


def test_pictures_of_captions_can_be_left_out() -> None:
    found = described(400)
    left = found.without(np.array([[2, 0, 4], [0, 0, 1]]))
    assert len(left.images) == len(left.facts) < 400
    assert not (left.facts[:, 2] == 1).any()
    assert not ((left.facts[:, 0] == 2) & (left.facts[:, 2] == 4)).any()
    assert ((left.facts[:, 0] == 1) & (left.facts[:, 2] == 4)).any()


def test_drawing_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        described(10, cancelled=lambda: True)
