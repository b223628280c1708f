"""A slider's steps and the numbers they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.inputs.feature import Feature
from gui.pad.sliders.scale import STEPS, scale_of


def test_whole_numbers_come_one_by_one_and_others_with_few_digits() -> None:
    whole = scale_of(Feature("a", 3, 9, 5, whole=True))
    assert [whole.value(step) for step in range(whole.count + 1)] == [3, 4, 5, 6, 7, 8, 9]
    length = scale_of(Feature("b", 4.3, 7.9, 5.8))
    assert length.value(0) == 4.3
    assert length.value(length.count) == 7.9
    assert all(round(length.value(step), 2) == length.value(step) for step in range(STEPS))
    many = scale_of(Feature("c", 0, 123_456, 5, whole=True))
    assert all(many.value(step) == int(many.value(step)) for step in range(many.count))


def test_a_feature_that_is_always_the_same_has_a_slider_that_stays() -> None:
    same = scale_of(Feature("a", 2.5, 2.5, 2.5))
    assert same.value(0) == same.value(same.count) == 2.5
    assert same.step(2.5) == same.step(99) == 0


@given(low=st.floats(-1e6, 1e6), span=st.floats(1e-6, 1e6), share=st.floats(-0.5, 1.5), whole=st.booleans())
def test_the_step_of_a_number_is_the_one_next_to_it(
    low: float, span: float, share: float, *, whole: bool
) -> None:
    low, high = (round(low), round(low) + max(1, round(span))) if whole else (low, low + span)
    scale = scale_of(Feature("a", low, high, low, whole))
    value = low + share * (high - low)
    step = scale.step(value)
    assert 0 <= step <= scale.count
    inside = min(max(value, low), high)
    assert abs(scale.value(step) - inside) <= (high - low) / scale.count + 1e-9 * max(abs(low), abs(high))


@pytest.mark.parametrize("step", [0, 1, 57, 199, 200])
def test_a_step_is_its_own_number_again(step: int) -> None:
    scale = scale_of(Feature("a", 4.3, 7.9, 5.8))
    assert scale.step(scale.value(step)) == step
