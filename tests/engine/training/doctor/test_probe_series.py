from __future__ import annotations

import numpy as np
import pytest

from engine.training.doctor.findings import LayerProbe, LayerProbes
from engine.training.doctor.probe_series import MOST, ProbeSeries


def probes(step: int, *norms: float) -> LayerProbes:
    names = [f"hidden_{number}" for number in range(1, len(norms))] + ["output"]
    layers = [
        LayerProbe(name, "", 8, 0.0, 0.0, norm, norm / 10, 1.0)
        for name, norm in zip(names, norms, strict=True)
    ]
    return LayerProbes(step, tuple(layers), 1.0, np.full(10, 0.1), np.full(10, 0.1))


def series(count: int) -> ProbeSeries:
    made = ProbeSeries()
    for step in range(count):
        made.add(probes(step, 1.0, 2.0))
    return made


def test_norms_by_layer_and_look() -> None:
    made = ProbeSeries()
    assert made.layers == ()
    assert made.gradient_norms().size == 0
    made.add(probes(5, 0.1, 0.2, 0.3))
    made.add(probes(9, 0.4, 0.5, 0.6))
    assert made.layers == ("hidden_1", "hidden_2", "output")
    assert made.steps.tolist() == [5, 9]
    assert made.gradient_norms().tolist() == [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]


def test_an_older_look_is_passed_over() -> None:
    made = series(3)
    version = made.version
    made.add(probes(2, 7.0, 7.0))
    assert (len(made), made.version) == (3, version)


@pytest.mark.parametrize("count", [MOST, MOST + 1, 10 * MOST])
def test_it_is_bounded_and_spans_the_run(count: int) -> None:
    made = series(count)
    assert MOST // 2 <= len(made) <= MOST
    assert made.steps[0] == 0
    assert made.steps[-1] == count - 1
    assert (np.diff(made.steps) > 0).all()


def test_no_peak_is_lost() -> None:
    made = ProbeSeries()
    for step in range(8 * MOST):
        made.add(probes(step, 1.0, 500.0 if step == 777 else 2.0))
    assert 777 in made.steps
    assert made.gradient_norms().max() == 500


def test_a_run_resumed_tells_anew_what_came_after() -> None:
    made = series(10)
    made.forget_after(6)
    made.add(probes(7, 9.0, 9.0))
    assert made.steps.tolist() == list(range(8))
    assert made.gradient_norms()[0, -1] == 9
