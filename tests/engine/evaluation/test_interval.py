from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.interval import wilson_interval


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (9700, 10000, 0.96648, 0.97317)],
)
def test_bounds_are_those_of_the_tables(right: int, count: int, low: float, high: float) -> None:
    assert tuple(wilson_interval(right, count)) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_the_share_lies_within_and_the_bounds_between_0_and_1(numbers: tuple[int, int]) -> None:
    right, count = numbers
    found = wilson_interval(right, count)

    assert 0 <= found.low <= found.high <= 1
    assert count == 0 or right / count in found


def test_more_images_make_it_narrower() -> None:
    few, many = wilson_interval(90, 100), wilson_interval(9000, 10000)

    assert many.high - many.low < (few.high - few.low) / 5
