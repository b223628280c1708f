"""Times as a person reads them."""

from __future__ import annotations

import pytest

from gui.bench.value_words import duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0.0 s"),
        (0.004, "< 0.1 s"),
        (0.06, "0.1 s"),
        (3.14, "3.1 s"),
        (42.4, "42 s"),
        (61, "1 min 1 s"),
        (3720, "1 h 2 min"),
    ],
)
def test_a_time_is_said_in_its_unit_and_is_never_none_where_there_was_one(seconds: float, words: str) -> None:
    assert duration(seconds).replace("\u00a0", " ") == words
