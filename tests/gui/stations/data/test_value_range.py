"""Ranges of values: all spellings that people use, and what is offered can be read back."""

from __future__ import annotations

import pytest

from gui.stations.data.value_range import OFFERED, ends_in, range_words


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("0 16", [0, 16]),
        ("0–16", [0, 16]),
        ("0 - 16", [0, 16]),
        ("0..255", [0, 255]),
        ("0 to 4,095", [0, 4095]),
        ("−1 1", [-1, 1]),
        ("0,5 1", [0.5, 1]),
        ("0 1e3", [0, 1000]),
        ("black", []),
        ("7", [7]),
    ],
)
def test_what_is_typed_is_read(text: str, ends: list[float]) -> None:
    assert ends_in(text) == ends


@pytest.mark.parametrize("offered", OFFERED)
def test_what_is_offered_is_read_back(qapp: object, offered: str) -> None:
    words = range_words(offered)
    black, white = map(float, offered.split())
    assert ends_in(words) == [black, white]
    assert ("dark ink" in words) == (black > white)
