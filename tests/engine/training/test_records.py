"""The best of a run so far, and of any beginning of it, against a look at all values."""

from __future__ import annotations

import numpy as np
import pytest

from engine.training.records import Records


@pytest.mark.parametrize("lowest", [False, True])
def test_the_best_of_any_beginning_is_the_first_of_the_greatest(lowest: bool) -> None:
    random, records = np.random.default_rng(3), Records(lowest=lowest)
    values = random.choice([0.1, 0.4, 0.6, np.nan, np.inf, -np.inf], 300)
    values[:3] = np.nan
    for place, value in enumerate(values):
        records.note(place, float(value))
    merit = np.where(np.isfinite(values), -values if lowest else values, -np.inf)
    for count in range(len(values) + 1):
        is_any = bool(np.isfinite(values[:count]).any())
        assert records.best(count) == (int(np.argmax(merit[:count])) if is_any else None)
    assert records.best() == records.best(len(values))


def test_what_is_forgotten_is_no_record_any_more() -> None:
    records = Records()
    for place, value in enumerate([0.2, 0.5, 0.4, 0.9]):
        records.note(place, value)
    records.truncate(3)
    assert records.best() == 1
    records.note(3, 0.5)  # not better than what is left
    assert records.best() == 1
    records.note(4, 0.6)
    assert records.best() == 4
    records.truncate(0)
    assert records.best() is None
    records.note(0, 0.1)
    assert records.best() == 0
