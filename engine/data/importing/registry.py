"""The forms in which images can be brought in: a new one is one file beside this and one line in here."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.data.importing import csv_table, folder, idx_pair, npz
from engine.data.importing.archive import ZipReader
from engine.data.importing.nested import NestedReader
from engine.data.importing.reader import Unreadable
from engine.errors import DataError
from engine.foreign_bytes import reading
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    is_folder = os.path.isdir(path)  # noqa: PTH112 - says no of a name that no folder can have
    return is_folder or any(reader.has_name(path) for reader in READERS)


def bare_name(path: Path) -> str:
    """Return what the images at a place are called, without the endings of files."""
    names = (reader.bare_name(path) for reader in READERS if reader.has_name(path) and not path.is_dir())
    return next(names, path.name)


def find_images(
    path: Path,
    *,
    label_column: str = "",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Found:
    """Find the labelled images in a folder or file, in any form there is a reader for.

    Args:
        path: The folder or file.
        label_column: Of a table, the column of the labels: its name, ``first`` or ``last``; found where it is empty.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Raises:
        DataError: If it is of no such form, cannot be read at all, or the labels cannot be found.
        Cancelled: If ``cancelled`` said so.
    """
    found = look_into(path, progress=progress, cancelled=cancelled)
    if label_column:
        found = with_labels_in(path, found, label_column)
    return checked(path, found)


def look_into(path: Path, *, progress: Progress | None = None, cancelled: IsCancelled | None = None) -> Found:
    """Find the images as ``find_images`` does, but leave it open where the labels are, if that cannot be told."""
    with _told(path):
        if not (path.is_dir() or path.is_file()):
            raise Unreadable(Phrase("There is no such file or folder."))
        return _read(path, progress, cancelled)


def with_labels_in(path: Path, found: Found, column: str) -> Found:
    """Take another column of a table for the labels.

    Args:
        path: Where the images were found.
        found: What was found there.
        column: The name of the column, ``first`` or ``last``.

    Raises:
        DataError: If it is no table, there is no such column, or no pictures are left beside it.
    """
    with _told(path):
        if found.table is None:
            raise Unreadable(Phrase("It is no table, and has no column of labels."))
        return found.table.choose(column)


def checked(path: Path, found: Found) -> Found:
    """Return what was found; refuse it where there is nothing to use, or it is open where the labels are.

    Raises:
        DataError: With the reason.
    """
    if found.table is not None and found.table.unclear is not None:
        raise DataError(
            "Where the labels are in “{name}” cannot be told.",
            cause=found.table.unclear,
            remedy="Say it: “Labels” in the window, --label-column on the command line, as “first”, “last” or a name.",
            name=path.name,
        )
    if not found.items:
        raise DataError(
            "“{name}” holds no usable images.",
            cause=found.rejected[0].why if found.rejected else Phrase("There are no images in it."),
            remedy=Phrase("Use {forms}.", forms=forms()),
            name=path.name,
        )
    return found


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Make a sentence for a person of what a reader stumbles over."""
    try:
        with reading(_damaged, told=(Unreadable,)):
            yield
    except (OSError, Unreadable) as error:
        cause = (
            error.cause
            if isinstance(error, Unreadable)
            else Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
        )
        raise DataError(
            "“{name}” cannot be read as labelled images.",
            cause=cause,
            remedy=Phrase("Use {forms}.", forms=forms()),
            name=(isinstance(error, Unreadable) and error.name) or path.name,
        ) from error


def _damaged(error: BaseException) -> Unreadable:
    if isinstance(error, MemoryError):
        return Unreadable(Phrase("It does not fit into memory."))
    return Unreadable(Phrase("It is damaged."))
