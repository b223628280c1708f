from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.learning_curve.power_law import PowerLaw, fit_power_law

SIZES = np.array([100, 200, 400, 800, 1600])


@given(st.floats(0.3, 5), st.floats(0.2, 0.9), st.floats(0, 0.1))
def test_a_law_is_found_again(a: float, b: float, c: float) -> None:
    law = PowerLaw(a, b, c, 0)

    found = fit_power_law(SIZES, law.error(SIZES))

    assert found is not None
    assert found.misfit < 0.01
    assert float(found.error(3200)) == pytest.approx(float(law.error(3200)), rel=0.05)


def test_errors_that_do_not_fall_have_a_law_that_does_not() -> None:
    found = fit_power_law(SIZES, np.array([0.1, 0.1, 0.11, 0.1, 0.1]))

    assert found is not None
    assert float(found.error(3200)) == pytest.approx(0.1, abs=0.005)


def test_errors_that_rise_have_a_flat_law() -> None:
    found = fit_power_law(SIZES, np.array([0.1, 0.12, 0.14, 0.16, 0.18]))

    assert found is not None
    assert found.b == 0


@pytest.mark.parametrize(
    ("sizes", "errors"), [([1, 2], [0.5, 0.4]), ([5, 5, 5], [0.1, 0.2, 0.3]), ([1, 2, 3], [0, 0, 0])]
)
def test_too_little_has_no_law(sizes: list[int], errors: list[float]) -> None:
    assert fit_power_law(np.array(sizes), np.array(errors)) is None


def test_an_error_of_nothing_does_not_end_it() -> None:
    found = fit_power_law(SIZES, np.array([0.2, 0.1, 0.05, 0.01, 0.0]))

    assert found is not None
    assert np.isfinite(found.error(3200))
