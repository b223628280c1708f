"""Where a token of attention lies, in words; the same ones wherever tokens are told of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from engine.insight.attention import Attention

_tr = partial(QCoreApplication.translate, "TokenWords")


def token_words(seen: Attention, token: int) -> str:
    """Return where a token lies, such as “row 3, column 2”, counted from 1; its step where that is not known."""
    row, column = divmod(token, seen.grid[1])
    if not seen.has_places:
        return _tr("step {step}").format(step=token + 1)
    if seen.grid[1] == 1:
        return _tr("row {row}").format(row=row + 1)
    if seen.grid[0] == 1:
        return _tr("column {column}").format(column=column + 1)
    return _tr("row {row}, column {column}").format(row=row + 1, column=column + 1)
