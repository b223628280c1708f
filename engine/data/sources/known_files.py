"""Where tables and texts lie that were read: a model names the file alone, and here it is found again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from engine.atomic import FileWriteError, write_bytes
from engine.data.sources.paths import is_path
from engine.errors import DataError
from engine.folders import home_folder
from engine.foreign_bytes import json_of, reading
from engine.regular_file import read_regular

FILE_NAME = "files.json"
MOST = 100  # files that are remembered
MOST_BYTES = 2**20


def remember(path: Path) -> None:
    """Note where a file lies, in place of one of the same name; nothing where the home cannot be written."""
    known = known_files()
    if known.pop(path.name, None) != str(path):
        kept = {path.name: str(path)} | dict(list(known.items())[: MOST - 1])
        with suppress(FileWriteError, UnicodeError):
            write_bytes(home_folder() / FILE_NAME, json.dumps(kept, ensure_ascii=False).encode())


def without_folder(dataset: str) -> str:
    """Return a data set's name as it may go to others: of a path the file's own name."""
    return Path(dataset).name if is_path(dataset) else dataset


def found_again(dataset: str, beside: Path) -> str:
    """Return where the file lies of which the name alone is known: in a folder, where it was read last, or here.

    Args:
        dataset: The name of a data set; where it is no such file, or that is nowhere, it is returned as it is.
        beside: The folder in which it is looked for first.
    """
    if not is_path(dataset) or Path(dataset).name != dataset:
        return dataset
    for path in (beside / dataset, Path(known_files().get(dataset, dataset)), Path(dataset)):
        with suppress(OSError, ValueError):
            if path.is_file():
                return str(path.absolute())
    return dataset


def known_files() -> dict[str, str]:
    """Return the paths that are remembered, by file name, the latest first; what cannot be read counts for nothing."""
    try:
        with reading(lambda _error: DataError("It cannot be read.")):
            found = json_of(read_regular(home_folder() / FILE_NAME, MOST_BYTES))
            return {
                name: path
                for name, path in list(found.items())[:MOST]
                if isinstance(path, str) and is_path(path) and Path(path).name == name
            }
    except (OSError, DataError):
        return {}
