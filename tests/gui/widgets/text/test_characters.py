"""Characters that leave no mark have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.text.task import END
from gui.widgets.text.characters import in_a_row, name_of, placed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_has_a_name(qtbot: QtBot) -> None:
    assert [name_of(one) for one in ("a", " ", "\n", END, "\x07")] == [
        "a",
        "space",
        "new line",
        "end",
        "U+0007",
    ]
    assert placed("+", 3) == "“+” in place 3"


def test_an_alphabet_leaves_none_out_and_says_that_there_are_more() -> None:
    assert in_a_row(("\n", " ", "a", "\x07"), 4) == "↵␣a□"
    assert in_a_row("abc", 2) == "ab…"
