"""What a character is called: those that leave no mark by a word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.data.text.signs import STRANGE, sign_of
from engine.data.text.task import END

if TYPE_CHECKING:
    from collections.abc import Sequence

_tr = partial(QCoreApplication.translate, "Characters")


def name_of(character: str) -> str:
    """Return what a character is called in a list of them."""
    names = {" ": _tr("space"), "\n": _tr("new line"), "\t": _tr("tab"), "\u3000": _tr("wide space")}
    names[END] = _tr("end")
    if character in names:
        return names[character]
    if sign_of(character) == STRANGE and character != STRANGE:
        return f"U+{ord(character):04X}"
    return character


def in_a_row(alphabet: Sequence[str], most: int) -> str:
    """Return so many characters of an alphabet at most in one word, each by its sign: “␣abc”; “abc…” where more are."""
    return "".join(map(sign_of, alphabet[:most])) + ("…" if len(alphabet) > most else "")


def placed(character: str, place: int) -> str:
    """Return a character with where it stands, counted from 1: “+” in place 3."""
    return _tr("“{character}” in place {place}").format(character=name_of(character), place=place)
