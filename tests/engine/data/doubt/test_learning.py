from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.data.doubt.learning import known_doubt, learn_doubt
from engine.data.generated.images import dataset
from engine.errors import Cancelled

sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "benchmarks"))
from _no_digits import KINDS, no_digits

DIGITS = tuple("0123456789")
COUNT, HELD = 3000, 600


@pytest.fixture(scope="module")
def split() -> Split:
    return Split(dataset(COUNT), dataset(HELD, start=COUNT), dataset(HELD, start=COUNT + HELD))


def test_a_scribble_is_doubted_and_a_digit_is_not(split: Split) -> None:
    doubt = learn_doubt(split)

    assert doubt is not None
    validation, test = (
        float((doubt.doubts(each.images) > 1).mean()) for each in (split.validation, split.test)
    )
    assert validation == doubt.refused <= 0.0175
    assert test < 0.05, "of 600 others"
    caught = {kind: float((doubt.doubts(no_digits(kind, 50).images) > 1).mean()) for kind in KINDS}
    assert caught["scribbles"] > 0.5
    assert caught["corner dabs"] > 0.7
    assert np.mean(list(caught.values())) > 0.4
    assert known_doubt(split) is doubt
    assert known_doubt(replace(split, train=split.validation)) is None


def test_it_is_the_same_every_time(split: Split) -> None:
    few = replace(split, train=split.validation)

    first, second = (learn_doubt(few, anew=True) for _ in range(2))

    assert first is not None
    assert second is not None
    assert first.to_text() == second.to_text()


def test_more_may_be_refused_where_that_is_wished(split: Split) -> None:
    few = replace(split, train=split.validation)

    doubt = learn_doubt(few, most=300, refused=0.1)

    assert doubt is not None
    assert doubt.refused == pytest.approx(0.1, abs=0.002)


def test_what_is_only_added_lets_no_more_pass(split: Split) -> None:
    few = replace(split, train=split.validation)
    blots = np.random.default_rng(0).integers(0, 256, (HELD, 28, 28)).astype(np.uint8)
    held = split.validation
    images, labels = np.concatenate([held.images, blots]), np.concatenate([held.labels, held.labels])
    mixed = Dataset("mixed", images, labels, DIGITS, added=np.arange(2 * HELD) >= HELD)

    alone, beside = (learn_doubt(replace(few, validation=each), most=300) for each in (held, mixed))
    let_pass = learn_doubt(replace(few, validation=replace(mixed, added=None)), most=300)

    assert alone is not None
    assert beside is not None
    assert let_pass is not None
    assert beside.to_text() == alone.to_text()
    assert let_pass.limit > alone.limit
    shown = replace(mixed, added=np.arange(2 * HELD) >= 199)
    too_few = learn_doubt(replace(few, validation=shown), most=300)
    assert too_few is not None
    assert too_few.limit == let_pass.limit, "199 make no limit, so all count"


def test_of_few_drawings_nothing_is_claimed(split: Split) -> None:
    few = split.validation.images[:199], split.validation.labels[:199]

    assert learn_doubt(replace(split, validation=Dataset("few", *few, DIGITS))) is None
    assert learn_doubt(replace(split, train=Dataset("few", *few, DIGITS))) is None


def test_of_what_no_pen_drew_nothing_is_claimed(split: Split) -> None:
    filled = np.full((400, 28, 28), 200, np.uint8), np.arange(400) % 10
    clothes = Dataset("clothes", *filled, DIGITS)
    larger = Dataset("larger", np.zeros((400, 32, 32), np.uint8), np.arange(400) % 10, DIGITS)
    one = Dataset("one", split.validation.images, np.zeros(HELD, np.int64), DIGITS)

    for data in (clothes, larger, one):
        assert learn_doubt(Split(data, data, data)) is None


def test_whoever_has_no_patience_is_not_kept(split: Split) -> None:
    with pytest.raises(Cancelled):
        learn_doubt(replace(split, train=split.validation), cancelled=lambda: True)


@pytest.mark.mnist
def test_of_mnist_two_of_a_hundred_are_refused_and_eight_of_ten_others_caught() -> None:
    doubt = learn_doubt(datasets.load_split(DataConfig(dataset="mnist")))

    assert doubt is not None
    assert (doubt.doubts(datasets.load("mnist", part="test").images) > 1).mean() <= 0.02
    caught = {kind: float((doubt.doubts(no_digits(kind).images) > 1).mean()) for kind in KINDS}
    assert np.mean(list(caught.values())) >= 0.85
    assert min(caught.values()) >= 0.7
