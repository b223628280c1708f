from __future__ import annotations

import numpy as np
import pytest

from engine.challenge.schools import Shares, divided
from engine.data.dataset import Dataset
from engine.errors import ConfigError, DataError


def images(count: int, classes: int = 10) -> Dataset:
    labels = np.random.default_rng(1).integers(0, classes, count).astype(np.int64)
    pixels = (np.arange(count, dtype=np.uint32)[:, None] >> np.array([0, 8, 16])).astype(np.uint8)
    return Dataset("made", pixels.reshape(count, 1, 3), labels, tuple("0123456789"[:classes]))


def names(data: Dataset) -> list[bytes]:
    return [image.tobytes() for image in data.images]


@pytest.mark.parametrize("shares", Shares)
@pytest.mark.parametrize("schools", [5, 10, 33, 100])
def test_each_image_goes_to_one_school(shares: Shares, schools: int) -> None:
    data = images(2000)
    parts = divided(data, schools, shares)
    found = [name for part in parts for name in names(part)]
    assert len(parts) == schools
    assert sorted(found) == sorted(names(data))


def test_equal_shares_are_mixed_and_of_one_size() -> None:
    parts = divided(images(1003), 10, Shares.EQUAL)
    assert {len(part) for part in parts} == {100, 101}
    assert all((part.class_counts() > 0).sum() >= 9 for part in parts)


@pytest.mark.parametrize(
    ("schools", "classes"), [(10, 10), (5, 10), (7, 10), (40, 10), (3, 5), (6, 3), (4, 2)]
)
def test_two_classes_each_and_no_class_is_left_out(schools: int, classes: int) -> None:
    parts = divided(images(3000, classes), schools, Shares.TWO_CLASSES)
    counts = np.stack([part.class_counts() for part in parts])
    assert ((counts > 0).sum(1) == 2).all()
    assert (counts.sum(0) > 0).all()


def test_ten_schools_have_each_digit_twice() -> None:
    counts = np.stack([part.class_counts() for part in divided(images(3000), 10, Shares.TWO_CLASSES)])
    assert ((counts > 0).sum(0) == 2).all()
    assert len({tuple(row) for row in (counts > 0).tolist()}) == 10, "no two have the same"


def test_a_share_can_be_cut() -> None:
    parts = divided(images(2000), 10, Shares.TWO_CLASSES, images=30)
    assert [len(part) for part in parts] == [30] * 10
    assert all((part.class_counts() > 0).sum() == 2 for part in parts)


def test_the_same_seed_divides_alike() -> None:
    first, again, other = (divided(images(500), 4, Shares.EQUAL, seed=seed) for seed in (1, 1, 2))
    assert [names(part) for part in first] == [names(part) for part in again]
    assert [names(part) for part in first] != [names(part) for part in other]


@pytest.mark.parametrize("schools", [-1, 0, 1, 101])
def test_too_few_or_many_schools_are_refused(schools: int) -> None:
    with pytest.raises(ConfigError, match="There cannot be"):
        divided(images(500), schools, Shares.EQUAL)


def test_too_few_images_or_classes_are_refused() -> None:
    with pytest.raises(DataError, match="too few images for 10 schools"):
        divided(images(9), 10, Shares.EQUAL)
    with pytest.raises(DataError, match="do not go round"):
        divided(images(500), 4, Shares.TWO_CLASSES)
