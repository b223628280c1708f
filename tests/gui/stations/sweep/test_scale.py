"""Where values stand along an axis, and which of them are marked."""

from __future__ import annotations

import math

import pytest

from engine.sweep.ranges import Range
from gui.stations.sweep.scale import Scale, even_ticks, in_sight


def scale(path: str, text: str) -> Scale:
    return Scale.of_range(Range.parsed(path, text))


def test_powers_stand_evenly() -> None:
    rates = scale("training.learning_rate", "0.0001:0.1:log")
    assert [rates.place(value) for value in (1e-4, 1e-3, 1e-2, 1e-1)] == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert [value for _place, value in rates.ticks()] == pytest.approx([1e-4, 1e-3, 1e-2, 1e-1])
    assert rates.value(1 / 3) == pytest.approx(1e-3)


def test_choices_stand_evenly_whatever_they_are() -> None:
    sizes = scale("training.batch_size", "32,128,512")
    assert [sizes.place(value) for value in (32, 128, 512)] == [0, 0.5, 1]
    assert sizes.place(64) is None
    assert scale("training.optimizer", "adam").place("adam") == 0.5


def test_what_has_no_place_has_none() -> None:
    even = Scale(0, 10)
    assert even.place(math.nan) is None
    assert even.place("adam") is None
    assert even.place(None) is None
    assert even.place(99) == 1  # never beyond


def test_whole_numbers_are_marked_by_whole_numbers() -> None:
    units = scale("network.units", "16:128")
    assert all(isinstance(value, int) for _place, value in units.ticks())
    assert len(scale("network.layers", "1:3").cells()) == 3


def test_each_value_lies_in_the_cell_that_says_so() -> None:
    for axis in (scale("training.learning_rate", "0.0001:0.1:log"), scale("network.units", "16:128")):
        cells = axis.cells()
        for place in (0.0, 0.13, 0.5, 0.77, 1.0):
            value = axis.value(place)
            cell = cells[axis.cell_of(value)]
            assert cell.low <= value * (1 + 1e-9)
            assert value <= cell.high * (1 + 1e-9)


def test_one_number_alone_lies_in_the_middle() -> None:
    assert Scale.of_numbers([0.9]).place(0.9) == pytest.approx(0.5)
    assert Scale.of_numbers([]).place(0.5) == 0.5


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0.83, 0.97), (0.9701, 0.9722), (-3, 400)])
def test_ticks_are_round_within_and_not_too_many(low: float, high: float) -> None:
    found = even_ticks(low, high, 5)
    assert 2 <= len(found) <= 5
    assert all(low - 1e-9 <= tick <= high + 1e-9 for tick in found)


def test_a_few_that_are_far_worse_stand_outside() -> None:
    low, high = in_sight([0.1, 0.95, 0.96, 0.97, 0.975], is_less_better=False)
    assert high == 0.975
    assert 0.8 < low < 0.95
    assert in_sight([0.2, 0.21, 0.22, 9.0], is_less_better=True)[1] < 1
    assert in_sight([0.1, 0.9], is_less_better=False) == (0.1, 0.9)
