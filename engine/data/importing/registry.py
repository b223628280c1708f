"""The forms in which images can be brought in: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.importing import csv_table, folder, idx_pair, npz
from engine.data.importing.archive import ZipReader
from engine.data.importing.nested import NestedReader
from engine.data.importing.reader import Unreadable
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.reader import Found, IsCancelled, Progress, Reader


def _read(path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
    """Let the first reader that recognises a place read it."""
    reader = next((reader for reader in READERS if reader.recognises(path)), None)
    if reader is None:
        raise Unreadable(Phrase("It is of no form that is read here."))
    return reader.read(path, progress, cancelled)


# The first one that recognises a place reads it.
READERS: list[Reader] = [
    idx_pair.READER,
    csv_table.READER,
    npz.READER,
    NestedReader([csv_table.READER, npz.READER]),
    folder.READER,
    ZipReader(_read),
]


def forms(*, files_alone: bool = False) -> Phrase:
    """Name what can be read, to stand within a sentence; without folders if ``files_alone``."""
    *others, last = (
        reader.title for reader in READERS if reader.title and (reader.patterns or not files_alone)
    )
    return Phrase("{others} or {last}", others=Phrase.joined(others, ", "), last=last)


def file_patterns() -> str:
    """Return how the names of files that can be read look, as dialogs take it: ``*.csv *.npz``."""
    return " ".join(pattern for reader in READERS for pattern in reader.patterns)


def is_image_source(path: Path) -> bool:
    """Say whether a file or folder may hold labelled images, by its name alone."""
    return path.is_dir() or any(reader.has_name(path) for reader in READERS)


def bare_name(path: Path) -> str:
    """Return what the images at a place are called, without the endings of files."""
    names = (reader.bare_name(path) for reader in READERS if reader.has_name(path) and not path.is_dir())
    return next(names, path.name)


def find_images(
    path: Path, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> Found:
    """Find the labelled images in a folder or file, in any form there is a reader for.

    Args:
        path: The folder or file.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Raises:
        DataError: If it is of no such form, or cannot be read at all.
        Cancelled: If ``cancelled`` said so.
    """
    remedy = Phrase("Use {forms}.", forms=forms())
    try:
        if not (path.is_dir() or path.is_file()):
            raise Unreadable(Phrase("There is no such file or folder."))
        found = _read(path, progress, cancelled)
    except (OSError, Unreadable) as error:
        cause = (
            error.cause
            if isinstance(error, Unreadable)
            else Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
        )
        raise DataError(
            "“{name}” cannot be read as labelled images.",
            cause=cause,
            remedy=remedy,
            name=(isinstance(error, Unreadable) and error.name) or path.name,
        ) from error
    if not found.items:
        raise DataError(
            "“{name}” holds no usable images.",
            cause=found.rejected[0].why if found.rejected else Phrase("There are no images in it."),
            remedy=remedy,
            name=path.name,
        )
    return found
