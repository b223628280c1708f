"""Columns that line up in a terminal, where a Chinese sign takes the room of two letters and an accent none."""

from __future__ import annotations

import unicodedata

_WIDE = "WF"  # East Asian Width: wide and full-width signs
_NO_ROOM = ("Mn", "Me", "Cf")  # accents that stand on the letter before them, and what only joins letters


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(sign) in _NO_ROOM
        else 2
        if unicodedata.east_asian_width(sign) in _WIDE
        else 1
        for sign in text
    )


def left(text: str, width: int) -> str:
    """Return a text with spaces behind it, ``width`` cells wide."""
    return text + " " * (width - cells(text))


def right(text: str, width: int) -> str:
    """Return a text with spaces in front of it, ``width`` cells wide."""
    return " " * (width - cells(text)) + text
