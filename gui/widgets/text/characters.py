"""How a character is shown: those that leave no mark by a sign where they stand alone, and by a word in a list."""

from __future__ import annotations

import unicodedata
from functools import partial

from PySide6.QtCore import QCoreApplication

from engine.data.text.task import END

_tr = partial(QCoreApplication.translate, "Characters")

SPACE, BREAK, TAB, STRANGE = "␣", "↵", "⇥", "□"


def sign_of(character: str) -> str:
    """Return what stands for a character in a cell of its own."""
    if character in {" ", "\u3000", "\u00a0"}:
        return SPACE
    if character == "\n":
        return BREAK
    if character == "\t":
        return TAB
    return character if character.isprintable() and not unicodedata.combining(character) else STRANGE


def signs_of(text: str) -> str:
    """Return a text in one line: what would break it stands by a sign."""
    return "".join(character if character == " " else sign_of(character) for character in text)


def name_of(character: str) -> str:
    """Return what a character is called in a list of them."""
    names = {" ": _tr("space"), "\n": _tr("new line"), "\t": _tr("tab"), "\u3000": _tr("wide space")}
    names[END] = _tr("end")
    if character in names:
        return names[character]
    if sign_of(character) == STRANGE and character != STRANGE:
        return f"U+{ord(character):04X}"
    return character


def placed(character: str, place: int) -> str:
    """Return a character with where it stands, counted from 1: “+” in place 3."""
    return _tr("“{character}” in place {place}").format(character=name_of(character), place=place)
