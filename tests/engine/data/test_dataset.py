"""A data set holds pictures or numbers, and nothing that is neither."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.data.same_images import first_of_same
from engine.errors import DataError
from tests.engine.data.sources.petals import petals

LABELS = np.zeros(3, np.int64)


def test_numbers_have_features_and_keep_them_in_parts() -> None:
    data = petals(9)
    assert (data.kind, data.image_shape) == ("numbers", (5,))
    part = data.subset(np.array([1, 4]))
    assert part.features == data.features
    assert (part.kind, len(part)) == ("numbers", 2)


@pytest.mark.parametrize("shape", [(3, 6, 5), (3, 6, 5, 3)])
def test_pictures_are_pictures(shape: tuple[int, ...]) -> None:
    data = Dataset("grey", np.zeros(shape, np.uint8), LABELS, ("a",))
    assert (data.kind, data.features) == ("picture", ())
    assert data.image_shape == (1 if len(shape) == 3 else 3, 6, 5)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (np.zeros((3, 4), np.float32), "features"),
        (np.zeros((3, 5), np.float64), "wrong form"),
        (np.full((3, 5), np.nan, np.float32), "infinite or none"),
    ],
)
def test_what_is_no_table_is_refused(rows: np.ndarray, words: str) -> None:
    with pytest.raises(DataError, match=words):
        Dataset("odd", rows, LABELS, ("a",), features=petals(3).features)


def test_rows_that_differ_in_fractions_are_not_the_same() -> None:
    rows = np.array([[0.25], [0.5], [0.25]], np.float32)
    assert first_of_same(rows).tolist() == [0, 1, 0]
