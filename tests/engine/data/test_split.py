"""The division into training, validation and test images."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.config import DataConfig
from engine.data.dataset import Dataset
from engine.data.split import split, split_indices
from engine.errors import DataError

STEADY = settings(deadline=None, derandomize=True)  # the same on a slow machine as on a fast one
shares = st.floats(0, 0.95)
seeds = st.integers(0, 2**31 - 1)


def numbered(count: int, first: int = 0) -> Dataset:
    images = np.arange(first, first + count, dtype=np.uint8).reshape(-1, 1, 1)
    return Dataset("numbers", images, np.zeros(count, np.int64), ("number",))


@STEADY
@given(st.integers(1, 400), shares, st.integers(0, 500), seeds)
def test_parts_are_disjoint_and_complete(count: int, share: float, limit: int, seed: int) -> None:
    used = min(count, limit or count)
    try:
        train, validation = split_indices(count, validation_share=share, train_count=limit, seed=seed)
    except DataError:
        assert round(used * share) >= used
        return
    both = np.concatenate([train, validation])
    assert len(both) == used == len(np.unique(both))
    assert both.min() >= 0
    assert both.max() < count
    assert len(train) >= 1
    assert abs(len(validation) - used * share) <= 1
    assert (len(validation) > 0) == (share > 0 and used > 1)
    assert train.dtype == validation.dtype == np.int64


@STEADY
@given(st.integers(20, 200), shares, seeds)
def test_same_seed_same_split(count: int, share: float, seed: int) -> None:
    one, other = (split_indices(count, validation_share=share, seed=seed) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_other_seed_other_split() -> None:
    one, other = (split_indices(1000, validation_share=0.1, seed=seed)[1] for seed in (0, 1))
    assert not np.array_equal(one, other)


def test_share_is_drawn_from_everywhere() -> None:
    _, validation = split_indices(10_000, validation_share=0.1)
    counts = np.histogram(validation, bins=10, range=(0, 10_000))[0]
    assert len(validation) == 1000
    assert counts.min() > 60


def test_dataset_is_divided_by_its_settings() -> None:
    data = numbered(100)
    parts = split(data, numbered(7, 100), DataConfig(validation_share=0.25, train_count=40, seed=3))
    assert (len(parts.train), len(parts.validation), len(parts.test)) == (30, 10, 7)
    assert not set(parts.train.images.ravel()) & set(parts.validation.images.ravel())
    assert parts.classes == ("number",)


def test_validation_may_be_empty() -> None:
    parts = split(numbered(5), numbered(1), DataConfig(validation_share=0))
    assert len(parts.validation) == 0
    assert parts.validation.image_shape == (1, 1, 1)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_nothing_left_to_train_on(count: int) -> None:
    with pytest.raises(DataError, match="No example is left to train on") as caught:
        split_indices(count, validation_share=0.99)
    assert f"of {count} examples" in caught.value.cause


def labelled(counts: list[int]) -> Dataset:
    labels = np.repeat(np.arange(len(counts)), counts).astype(np.int64)
    return Dataset(
        "few", np.zeros((len(labels), 1, 1), np.uint8), labels, tuple(map(str, range(len(counts))))
    )


@STEADY
@given(st.lists(st.integers(1, 40), min_size=1, max_size=10), st.floats(0, 0.8), seeds)
def test_few_images_are_divided_class_by_class(counts: list[int], share: float, seed: int) -> None:
    parts = split(labelled(counts), numbered(1), DataConfig(validation_share=share, seed=seed))
    assert (parts.train.class_counts() >= 1).all()
    assert np.array_equal(parts.train.class_counts() + parts.validation.class_counts(), counts)
    assert np.abs(parts.validation.class_counts() - np.array(counts) * share).max() <= 2


def test_with_one_image_a_class_nothing_is_kept_back() -> None:
    parts = split(labelled([1] * 10), numbered(1), DataConfig(validation_share=0.1))
    assert (len(parts.train), len(parts.validation)) == (10, 0)


def test_a_few_of_few_images_come_from_all_classes() -> None:
    parts = split(labelled([20] * 10), numbered(1), DataConfig(validation_share=0, train_count=10))
    assert parts.train.class_counts().tolist() == [1] * 10
