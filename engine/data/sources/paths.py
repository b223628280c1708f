"""Paths that stand in place of a data set's name: of tables and texts that are read from where they lie."""

from __future__ import annotations

from pathlib import PureWindowsPath

from engine.data.text.limits import ENDING

OF_TABLES = (".csv", ".tsv", ".data", ".csv.gz", ".tsv.gz", ".data.gz")
ENDINGS = (*OF_TABLES, ENDING)


def is_path(name: str) -> bool:
    """Say whether what stands in place of a data set's name is the path of a file; by its ending alone."""
    return name.casefold().endswith(ENDINGS)


def is_table_path(name: str) -> bool:
    """Say whether it is the path of a table, likewise."""
    return name.casefold().endswith(OF_TABLES)


def short_name(name: str) -> str:
    """Return what stands for the name of a data set where there is little room: of a path the file's own name.

    The name of another data set, which may have dots in it, stays as it is.
    """
    if not is_path(name):
        return name
    ending = next(ending for ending in ENDINGS[::-1] if name.casefold().endswith(ending))
    return PureWindowsPath(name[: -len(ending)]).name or name  # it parts at both kinds of slash
