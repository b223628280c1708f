"""Rows of numbers as a person writes them."""

from __future__ import annotations

import warnings

import pytest

from engine.deploy.script.rows_program import read_row


def test_numbers_stand_between_commas_or_spaces() -> None:
    row = read_row(" 5.1, 3.5 1e-3,-0 ", 4)
    assert row is not None
    assert row.tolist() == pytest.approx([5.1, 3.5, 0.001, 0])


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "1,two", "nan,1", "1,inf", "1e39,1", "1,-1e300"])
def test_what_is_no_row_is_refused_in_silence(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_row(text, 2) is None
