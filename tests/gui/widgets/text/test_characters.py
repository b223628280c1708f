"""Characters that leave no mark have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.text.task import END
from gui.widgets.text.characters import name_of, placed

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
