"""Labels of a logarithmic axis: round numbers, as many as fit without overlapping."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from gui.widgets.curves.axis import StepAxis, ValueAxis, power_ticks, thinned, value_text

RANGES = (
    *((-300.0, 10.0), (-9.0, 0.2), (-4.3, 1.0), (-1.1, 0.4)),
    *((-0.4, 0.35), (0.05, 0.25), (-2.01, -1.99), (1.0, 1.001)),
)


@pytest.mark.parametrize("lines", [0.5, 2.5, 4, 5, 8, 12, 33])
@pytest.mark.parametrize(("low", "high"), RANGES)
def test_labels_are_there_and_do_not_overlap(low: float, high: float, lines: float) -> None:
    ticks = power_ticks(low, high, lines)
    assert ticks
    assert all(low <= tick <= high for tick in ticks)
    for before, after in pairwise(ticks):
        assert (after - before) / (high - low) * lines >= 1 - 1e-9


def test_much_room_is_used() -> None:
    assert [round(10**tick, 3) for tick in power_ticks(-1.1, 1.05, 16)] == [0.1, 0.2, 0.5, 1, 2, 5, 10]
    assert [round(10**tick) for tick in power_ticks(-0.1, 3.1, 5)] == [1, 10, 100, 1000]
    assert len(power_ticks(-0.4, 0.35, 25)) >= 6


def test_a_narrow_range_has_labels_too() -> None:
    assert [round(10**tick, 2) for tick in power_ticks(0.05, 0.25, 5)] == [1.2, 1.4, 1.6]


def test_an_even_axis_keeps_labels_apart_too() -> None:
    ticks = [(0.2, [0.2, 0.4, 0.6, 0.8, 1.0]), (0.1, [0.1, 0.3, 0.5, 0.7, 0.9])]
    assert thinned(ticks, 0.0, 1.0, 8) == ticks
    assert thinned(ticks, 0.0, 1.0, 4) == [(0.4, [0.4, 0.8])]
    assert thinned([], 0.0, 1.0, 4) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_log", [False, True])
def test_numbers_twice_as_large_are_twice_as_far_apart(is_log: bool) -> None:
    axis = ValueAxis(percent=True)
    axis.shows_log = is_log
    font = QGuiApplication.font()
    for scale in (1.0, 2.0):
        font.setPointSizeF(scale * 9)
        axis.setTickFont(font)
        values = axis.tickValues(-1.0, 0.0, 80.0)[0][1]
        assert len(values) > 1
        gaps = [80.0 * (after - before) for before, after in pairwise(values)]
        assert min(gaps) >= 0.9 * QFontMetricsF(font).height()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("low", "high"), [(0.2, 1.0), (0.8, 5.1), (0.0, 7.5), (0.0, 40.0), (3.2, 3.4)])
def test_there_is_no_half_an_epoch(low: float, high: float) -> None:
    found = [value for _gap, values in StepAxis().tickValues(low, high, 400.0) for value in values]
    assert all(value == round(value) for value in found)
    assert bool(found) == (low < 3)  # as there is a whole number in all of them but the last


@pytest.mark.usefixtures("qapp")
def test_shares_along_x_are_said_in_percent_and_between_0_and_1_too() -> None:
    axis = StepAxis(percent=True)
    (_gap, values), *_ = axis.tickValues(0.001, 0.999, 400.0)
    assert len(values) >= 3
    assert axis.tickStrings([0.25, 0.5], 1.0, 0.25) == ["25\u00a0%", "50\u00a0%"]


@pytest.mark.usefixtures("qapp")
def test_no_axis_says_numbers_as_computers_do() -> None:
    steps, values, shares = StepAxis(), ValueAxis(percent=False), ValueAxis(percent=True)
    assert steps.tickStrings([0, 20_000, 1_000_000], 1.0, 20_000) == ["0", "20,000", "1,000,000"]
    assert values.tickStrings([0.0, 0.30000000000000004, 5180.0], 1.0, 0.1) == ["0", "0.3", "5,180"]
    assert shares.tickStrings([0.0, 0.925, 1.0], 1.0, 0.025) == ["0\u00a0%", "92.5\u00a0%", "100\u00a0%"]
    values.shows_log = True
    assert values.tickStrings([-5.0, -4.0, 3.0], 1.0, 1.0) == ["10⁻⁵", "0.0001", "1,000"]
    assert value_text(5183.2, percent=False) == "5,183"
    assert value_text(1.2e-5, percent=False) == "1.2\u00a0×\u00a010⁻⁵"
