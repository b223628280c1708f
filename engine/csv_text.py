"""Tables as text, for spreadsheets: every CSV that this program writes is made here.

A spreadsheet takes a cell that begins like a formula for one, and may run what it says. Such words are guarded by a
quotation mark in front, as spreadsheets have it themselves; our own reader takes it away again. Numbers stay numbers.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# The wide ones are those of Chinese and Japanese keyboards.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
BLOCK = 10_000  # rows
QUOTED = re.compile(
    '[",;|\t\r\n]'
)  # the signs that part cells, whatever the spreadsheet's language takes for one


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table with a header, a line a row.

    Args:
        header: What stands above each column.
        rows: Words and numbers; None is an empty cell.
    """
    return "".join(text for _, text in csv_blocks(header, rows))


def csv_blocks(
    header: Sequence[str], rows: Iterable[Sequence[object]], size: int = BLOCK
) -> Iterator[tuple[int, str]]:
    """Return a long table block by block: how many rows are in each, and its text, the header in front of the first.

    Args:
        header: What stands above each column.
        rows: Words and numbers; None is an empty cell.
        size: Rows of a block.
    """
    yield 0, f"{_row(header)}\n"
    left = iter(rows)
    while block := list(islice(left, size)):
        yield len(block), "".join(f"{_row(row)}\n" for row in block)


def _row(row: Sequence[object]) -> str:
    return ",".join([str(value) if type(value) is int else _cell(value) for value in row])  # pixels are many


def _cell(value: object) -> str:
    if not isinstance(value, str):  # numbers
        return "" if value is None else str(value)
    text = f"'{value}" if value.startswith(FORMULA) and not NUMBER.fullmatch(value) else value
    text = visible(text, lines=True)
    if QUOTED.search(text) or text != text.strip():
        return '"{}"'.format(text.replace('"', '""'))
    return text
