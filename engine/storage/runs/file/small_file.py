"""Reading the small files of a run with suspicion, and what is said where one is missing or damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import RunError
from engine.regular_file import open_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = (
    32 * 2**20
)  # bytes; a header of 100,000 classes, or of 10,000 features with the longest names, has fewer


def read_limited(folder: Path, name: str, limit: int = LIMIT) -> bytes:
    """Return the bytes of a small file of a run.

    Raises:
        RunError: If it is missing, cannot be read, or has more bytes than ``limit``.
    """
    try:
        with open_regular(folder / name) as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise RunError("There is no run “{run}” any more.", run=folder.name) from error
        raise RunError(
            "“{run}” is not a whole run.",
            cause="It has no file {file}.",
            remedy=where_the_rest_lies(folder),
            run=folder.name,
            file=name,
        ) from error
    except OSError as error:
        raise refused(folder, error) from error
    if len(data) > limit:
        raise damaged(folder, Phrase("Its file {file} is too large.", file=name))
    return data


def damaged(folder: Path, cause: Phrase) -> RunError:
    """Return the error of a run with a file that is not whole."""
    remedy = where_the_rest_lies(folder)
    return RunError("The run “{run}” is damaged.", cause=cause, remedy=remedy, run=folder.name)


def where_the_rest_lies(folder: Path) -> Phrase:
    """Say that only one file is damaged, and where the others are."""
    return Phrase("Its other files are as they were; they lie in “{folder}”.", folder=folder)


def refused(folder: Path, error: OSError) -> RunError:
    """Return the error of a run that the system does not let us read or change."""
    return RunError(
        "The run “{run}” cannot be reached.",
        cause="The system says: {reason}.",
        remedy="Check the permissions of “{folder}”.",
        run=folder.name,
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )
