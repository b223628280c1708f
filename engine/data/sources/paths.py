"""Paths that stand in place of a data set's name: of tables and texts that are read from where they lie."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from engine.data.sources import table_file, text_file
from engine.data.text.limits import ENDING

if TYPE_CHECKING:
    from engine.data.sources.source import Source

ENDINGS = (*table_file.ENDINGS, ENDING)


def is_path(name: str) -> bool:
    """Say whether what stands in place of a data set's name is the path of a file; by its ending alone."""
    return name.casefold().endswith(ENDINGS)


def source_at(path: str) -> Source | None:
    """Return the source of a file at a path; None where that is none."""
    if table_file.is_table_path(path):
        return table_file.table_file(path)
    return text_file.text_file(path) if text_file.is_text_path(path) else None


def short_name(name: str) -> str:
    """Return what stands for the name of a data set where there is little room: of a path the file's own name.

    The name of another data set, which may have dots in it, stays as it is.
    """
    if not is_path(name):
        return name
    ending = next(ending for ending in ENDINGS[::-1] if name.casefold().endswith(ending))
    return PureWindowsPath(name[: -len(ending)]).name or name  # it parts at both kinds of slash
