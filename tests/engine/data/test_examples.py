"""Which examples are picked: the classes in turn, each time another image."""

import numpy as np

from engine.data.dataset import Dataset
from engine.data.examples import pick_examples

DIGITS = tuple(str(digit) for digit in range(10))


def dataset(labels, classes=DIGITS):
    labels = np.asarray(labels, np.int64)
    return Dataset("made", np.zeros((len(labels), 28, 28), np.uint8), labels, classes)


def test_picks_the_classes_in_turn():
    data = dataset(np.random.default_rng(0).integers(0, 10, 500))
    picked = pick_examples(data, 25)
    assert list(data.labels[picked]) == [place % 10 for place in range(25)]
    assert len(set(picked)) == 25
    assert list(pick_examples(data, 7)) == list(picked[:7])
    assert list(pick_examples(data, 25, seed=1)) != list(picked)


def test_picks_what_there_is():
    data = dataset([0, 0, 0, 5, 0, 7, 5])
    picked = pick_examples(data, 100)
    assert sorted(picked) == list(range(7))
    assert list(data.labels[picked]) == [0, 5, 7, 0, 5, 0, 0]
    assert len(pick_examples(dataset([]), 5)) == 0
