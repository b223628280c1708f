"""Figures that take hours, row by row in a JSON file: what was measured once is not measured again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

Row = TypeVar("Row")


def rows_in(path: Path | None, kind: type[Row]) -> list[Row]:
    """Return the rows of a file, each a dataclass of a kind; none where there is no such file."""
    if path is None or not path.exists():
        return []
    content = json.loads(path.read_text(encoding="utf-8"))
    return [kind(**row) for row in (content["rows"] if isinstance(content, dict) else content)]


def keep_rows(path: Path | None, rows: Sequence[Any], **beside: object) -> None:
    """Write rows, which are dataclasses, into a file.

    Args:
        path: Where; nowhere if None.
        rows: All of them.
        beside: What else the file tells, such as the machine; without it the file is a list of rows.
    """
    if path is not None:
        told = [asdict(row) for row in rows]
        content = {**beside, "rows": told} if beside else told
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
