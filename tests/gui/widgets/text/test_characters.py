"""Characters that leave no mark have a sign and a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.text.task import END
from gui.widgets.text.characters import name_of, placed, sign_of, signs_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_has_a_sign_of_one_letter(qtbot: QtBot) -> None:
    assert [sign_of(one) for one in ("a", " ", "\n", "\t", "\x07", "猫")] == ["a", "␣", "↵", "⇥", "□", "猫"]
    assert sign_of(END) == END
    assert signs_of("a b\nc") == "a b↵c"


def test_each_has_a_name(qtbot: QtBot) -> None:
    assert [name_of(one) for one in ("a", " ", "\n", END, "\x07")] == [
        "a",
        "space",
        "new line",
        "end",
        "U+0007",
    ]
    assert placed("+", 3) == "“+” in place 3"
