"""Columns stand below each other, whatever letters are in them."""

import pytest

from engine.cli.columns import cells, left, right


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("mnist", 5), ("数字", 4), ("ａ，", 4), ("café", 4), ("cafe\u0301", 4), ("a\u200db", 2),
     ("97.5\u00a0%", 6)],
)  # fmt: skip
def test_cells_of_a_text(text: str, width: int) -> None:
    assert cells(text) == width


def test_columns_are_filled_up_in_cells() -> None:
    assert [left("数", 4) + "|", left("ab", 4) + "|"] == ["数  |", "ab  |"]
    assert [right("数", 4), right("ab", 4)] == ["  数", "  ab"]
    assert left("数数数", 4) == "数数数"  # wider than the column
