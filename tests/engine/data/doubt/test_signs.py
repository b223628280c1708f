from __future__ import annotations

import numpy as np

from engine.data.doubt.signs import signs


def test_signs_are_drawings_as_they_come_from_the_pad() -> None:
    found = signs(300, np.random.default_rng(1))

    assert found.dtype == np.uint8
    assert found.shape == (300, 28, 28)
    inked = found > 40
    longest = np.maximum(*(inked.any(axis=axis).sum(axis=1) for axis in (1, 2)))
    assert longest.max() <= 22
    assert np.median(longest) == 20
    assert 0.04 < inked.mean() < 0.35, "lines, and no patches"


def test_no_two_are_alike_and_all_are_the_same_every_time() -> None:
    found = signs(300, np.random.default_rng(2))

    assert len({each.tobytes() for each in found}) == len(found)
    np.testing.assert_array_equal(found, signs(300, np.random.default_rng(2)))
    assert signs(0, np.random.default_rng(2)).shape == (0, 28, 28)


def test_few_are_a_line_alone() -> None:
    """Which is a one."""
    inked = signs(600, np.random.default_rng(3)) > 40

    narrow = np.minimum(*(inked.any(axis=axis).sum(axis=1) for axis in (1, 2))) < 7
    assert narrow.mean() < 0.1
