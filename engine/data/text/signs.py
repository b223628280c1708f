"""How a character is shown: those that leave no mark by a sign."""

from __future__ import annotations

import unicodedata

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
