"""The students before an exam: made by a formula that is known."""

from __future__ import annotations

import numpy as np

from engine.config import DataConfig
from engine.data import datasets
from engine.data.sources.article_example import ready, students


def test_two_hundred_to_learn_from_and_forty_to_test_with() -> None:
    config = DataConfig(dataset="article-example")
    train, test = (datasets.load("article-example", part=part, config=config) for part in ("train", "test"))
    assert train.images.shape == (200, 3)
    assert len(test) == 40
    assert train.kind == "numbers"
    assert train.classes == ("failed", "passed")
    assert [each.name for each in train.features] == ["hours studied", "hours slept", "marks before"]
    assert 0.35 < train.class_counts()[1] / 200 < 0.65


def test_the_seed_decides_the_students() -> None:
    rows, labels = students(50, 3)
    again, same = students(50, 3)
    assert (rows == again).all()
    assert (labels == same).all()
    assert (rows != students(50, 4)[0]).any()


def test_what_there_is_to_learn_is_known_and_a_straight_line_does_not_learn_all_of_it() -> None:
    rows, labels = students(4000, 0)
    known = ((ready(rows) > 0) == labels).mean()
    assert 0.93 < known < 0.99  # luck takes a little
    values = np.column_stack([rows, np.ones(len(rows))])
    weights = np.linalg.lstsq(values, 2.0 * labels - 1, rcond=None)[0]
    assert ((values @ weights > 0) == labels).mean() < known - 0.02


def test_the_story_holds() -> None:
    studied, rested, tired = [8, 8, 60], [8, 8, 60], [8, 4, 60]
    idle = [0, 8, 60]
    assert ready(np.array([studied, rested])).tolist()[0] > 0
    assert ready(np.array([tired])) < ready(np.array([studied]))
    assert ready(np.array([idle])) < ready(np.array([studied]))
    assert ready(np.array([[5, 7, 80]])) > ready(np.array([[5, 7, 40]]))
