"""Sums taken apart give the sums again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.training.microscope.terms import (
    Term,
    arriving_terms,
    gradient_terms,
    strongest,
    strongest_places,
    sum_terms,
)

if TYPE_CHECKING:
    from engine.config import Experiment
    from tests.engine.training.microscope.conftest import Tracing


def test_terms_add_up_to_what_they_explain(experiment: Experiment, traced: Tracing) -> None:
    trace = traced(experiment.with_(**{"training.epochs": 1})).traces[3]
    hidden, output = trace.layers[1:]
    z = sum(term.product for term in sum_terms(hidden, 4, 2)) + float(hidden.biases.before[2])
    assert z == pytest.approx(float(hidden.sums[4, 2]), abs=1e-5)
    arriving = sum(term.product for term in arriving_terms(output, 4, 2))
    assert arriving == pytest.approx(float(hidden.arriving[4, 2]), abs=1e-6)
    terms = gradient_terms(hidden, 2, 5)
    assert len(terms) == trace.size
    mean = sum(term.product for term in terms) / trace.size
    assert mean == pytest.approx(float(hidden.weights.gradient[2, 5]), abs=1e-6)
    assert hidden.deltas[:, 2].mean() == pytest.approx(float(hidden.biases.gradient[2]), abs=1e-6)


def test_the_strongest_terms_stay_in_order_and_the_others_are_added_up() -> None:
    terms = [Term(place, 1.0, value) for place, value in enumerate([0.1, -3.0, 0.2, 2.0])]
    few, rest = strongest(terms, 2)
    assert [term.place for term in few] == [1, 3]
    assert rest == pytest.approx(0.3)
    assert strongest(terms, 4) == (terms, 0.0)


def test_the_strongest_places_are_those_farthest_from_0_and_those_that_are_kept() -> None:
    values = np.array([0.1, -3.0, 0.2, 2.0, 0.0], np.float32)
    assert strongest_places(values, 2) == [1, 3]
    assert strongest_places(values, 3, kept=[4]) == [1, 3, 4]
    assert strongest_places(values, 9) == [0, 1, 2, 3, 4]
