"""Faults of tables: cells, rows, signs between columns, and how the text is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.tools.fuzz.faults.plain import MOST, in_bytes

if TYPE_CHECKING:
    import random

CELLS = (
    "", " ", "x", "-1", "1e400", "-1e400", "nan", "inf", "1e-400", "256", "65536", "1e38", "1e39", "9" * 5000, "0x10",
    "1_000", "1,5", "١٢", "=cmd|' /C calc'!A0", "<b>b</b>", "\x1b[31m", '"', "'", '"a;b,c\t"', "\0", "a" * 100_000,
    "label", "class", "pixel0", "train", "test", "9007199254740993", "½", "\ufeff1", "1.5", "#", "\x1a",
)  # fmt: skip
SIGNS = (",", ";", "\t", " ", "|", "\x1f", ",,")


def in_table(data: bytes, chance: random.Random) -> bytes:
    """Return a table with one to three faults."""
    rows = data.decode(errors="replace").splitlines()
    for _ in range(chance.randint(1, 3)):
        _spoil(rows, chance)
    text = chance.choice(("\n", "\n", "\n", "\r\n", "\r", "\n\n")).join(rows)
    match chance.randrange(12):
        case 0:
            spoilt = text.encode(chance.choice(("utf-16", "utf-8-sig", "utf-32")), errors="replace")
        case 1:
            spoilt = text.encode("latin-1", errors="replace") + b"\xff\xfe"
        case 2:
            spoilt = in_bytes(text.encode(), chance)
        case _:
            spoilt = (text + "\n").encode(errors="replace")
    return spoilt[:MOST]


def _spoil(rows: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(rows)) if rows else 0
    match chance.randrange(12):
        case 0 if rows:
            del rows[place]
        case 1 if rows:
            most = max(1, MOST // (len(rows[place]) + 1))
            rows[place:place] = [rows[place]] * min(chance.choice((1, 3, 20, 100, 5000)), most)
        case 2 if rows:
            sign = chance.choice(SIGNS)
            rows[:] = [row.replace(",", sign) for row in rows]
        case 3 if rows:  # as many columns as there may be
            rows[place] += ",0" * chance.choice((1, 1, 100, 1000, 200_000, 900_000))
        case 4 if rows:
            width = chance.choice((0, 1, 2, 5, 12))
            rows[:] = [",".join(row.split(",")[:width]) for row in rows]
        case 5:
            rows.insert(place, chance.choice(CELLS))
        case 6 if rows:
            column = chance.randrange(rows[0].count(",") + 1)
            cell = chance.choice(CELLS)
            rows[:] = [_with(row, column, cell) for row in rows]
        case 7 if rows:
            rows.reverse()
        case 8 if rows:  # wide and long at once, each within what a table may have
            rows[:] = (rows * 200)[:1000]
        case _ if rows:
            rows[place] = _with(
                rows[place], chance.randrange(rows[place].count(",") + 1), chance.choice(CELLS)
            )
        case _:
            rows.append(chance.choice(CELLS))


def _with(row: str, column: int, cell: str) -> str:
    cells = row.split(",")
    if column < len(cells):
        cells[column] = cell
    return ",".join(cells)
