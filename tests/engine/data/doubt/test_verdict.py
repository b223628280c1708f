from __future__ import annotations

import numpy as np
import pytest

from engine.data.doubt.verdict import Verdict, best_parting, verdict


@pytest.mark.parametrize(
    ("shares", "doubt", "wanted"),
    [
        ([0.02, 0.98], 0.0, Verdict.READ),
        ([0.02, 0.98], 1.0, Verdict.READ),
        ([0.02, 0.98], 1.1, Verdict.NONE),
        ([0.5, 0.5], 9.0, Verdict.NONE),
        ([0.1, 0.5, 0.4], 0.0, Verdict.UNSURE),
        ([0.1, 0.51, 0.39], 0.0, Verdict.READ),
        ([1.0], 0.0, Verdict.READ),
    ],
)
def test_what_may_be_said(shares: list[float], doubt: float, wanted: Verdict) -> None:
    assert verdict(np.array(shares, np.float32), doubt) is wanted


def test_a_drawing_is_parted_where_two_digits_are_less_strange_than_one() -> None:
    ways = np.array([[0.5, 9.0], [0.1, 0.2], [0.01, 0.3]])

    assert best_parting(5.0, ways) == 1
    assert best_parting(0.25, ways) is None, "not strange enough to part what may be one digit"
    assert best_parting(5.0, ways[:0]) is None
    assert best_parting(0.0, np.zeros((1, 2))) is None
