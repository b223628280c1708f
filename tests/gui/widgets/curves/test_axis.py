"""Labels of a logarithmic axis: round numbers, as many as fit without overlapping."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.widgets.curves.axis import LABEL_ROOM, power_ticks, thinned

RANGES = (
    *((-300.0, 10.0), (-9.0, 0.2), (-4.3, 1.0), (-1.1, 0.4)),
    *((-0.4, 0.35), (0.05, 0.25), (-2.01, -1.99), (1.0, 1.001)),
)


@pytest.mark.parametrize("length", [30, 45, 60, 100, 150, 400])
@pytest.mark.parametrize(("low", "high"), RANGES)
def test_labels_are_there_and_do_not_overlap(low: float, high: float, length: float) -> None:
    ticks = power_ticks(low, high, length)
    assert ticks
    assert all(low <= tick <= high for tick in ticks)
    for before, after in pairwise(ticks):
        assert (after - before) / (high - low) * length >= LABEL_ROOM - 1e-9


def test_much_room_is_used() -> None:
    assert [round(10**tick, 3) for tick in power_ticks(-1.1, 1.05, 200)] == [0.1, 0.2, 0.5, 1, 2, 5, 10]
    assert [round(10**tick) for tick in power_ticks(-0.1, 3.1, 60)] == [1, 10, 100, 1000]
    assert len(power_ticks(-0.4, 0.35, 300)) >= 6


def test_a_narrow_range_has_labels_too() -> None:
    assert [round(10**tick, 2) for tick in power_ticks(0.05, 0.25, 60)] == [1.2, 1.4, 1.6]


def test_an_even_axis_keeps_labels_apart_too() -> None:
    ticks = [(0.2, [0.2, 0.4, 0.6, 0.8, 1.0]), (0.1, [0.1, 0.3, 0.5, 0.7, 0.9])]
    assert thinned(ticks, 0.0, 1.0, 100) == ticks
    assert thinned(ticks, 0.0, 1.0, 50) == [(0.4, [0.4, 0.8])]
    assert thinned([], 0.0, 1.0, 50) == []
