"""What stands in one cell of a table: a number as somebody writes it, or a word in whatever letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
TRUTHS = {"true": 1.0, "false": 0.0}
NOTHING = frozenset({"", "?", "-", "–", ".", "na", "n/a", "nan", "null", "none", "nil", "missing", "#n/a"})
"""Words, in small letters, by which tables say that nothing is known."""


def point_of(cells: Iterable[str]) -> str | None:
    """Return what takes the place of commas within numbers: a point, or nothing where they set off thousands.

    Args:
        cells: Some cells; None is returned where no number with a comma is among them.
    """
    commas = [cell.strip() for cell in cells if "," in cell and DECIMAL_COMMA.fullmatch(cell.strip())]
    if not commas:
        return None
    return "" if all(map(THOUSANDS.fullmatch, commas)) else "."


def number_in(cell: str) -> float | None:
    """Return the number in a cell, with a point or a comma before its fraction; true and false are 1 and 0."""
    try:
        return float(cell)  # as most are
    except ValueError:
        pass
    cell = bare(cell).removesuffix("%").rstrip()
    if cell.lower() in TRUTHS:
        return TRUTHS[cell.lower()]
    try:
        return float(cell.replace(",", ".") if DECIMAL_COMMA.fullmatch(cell) else cell)
    except ValueError:
        return None


def says_nothing(cell: str) -> bool:
    """Say whether a cell is empty, or holds a word for that nothing is known."""
    return bare(cell).casefold() in NOTHING


def readable(cell: str) -> str:
    """Return what stands in a cell; where it is no UTF-8, in the letters that Windows had before."""
    try:
        cell.encode()
    except UnicodeEncodeError:
        cell = cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return bare(cell)


def bare(cell: str) -> str:
    """Return what stands in a cell without spaces and quotes; ``b'7'`` is what Python makes of bytes."""
    cell = cell.strip()
    if cell[:2] in ("b'", 'b"') and cell[-1] == cell[1]:
        cell = cell[1:]
    return cell.strip("'\"").strip()
