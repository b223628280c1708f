"""The notes on a run, a free text in a file of its own; without torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.atomic import write_bytes
from engine.errors import RunError
from engine.storage.runs.file.small_file import damaged, read_limited
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

NOTES_NAME = "notes.md"
LIMIT = 16 * 2**20  # bytes


def read_notes(folder: Path) -> str:
    """Return the notes on the run in ``folder``; an empty text where there are none.

    Raises:
        RunError: If they cannot be read, are too long, or are no text.
    """
    if not (folder / NOTES_NAME).exists():
        return ""
    try:
        return read_limited(folder, NOTES_NAME, LIMIT).decode()
    except UnicodeDecodeError as error:
        raise damaged(folder, Phrase("Its file {file} is not a text.", file=NOTES_NAME)) from error


def write_notes(folder: Path, text: str) -> None:
    """Keep notes on the run in ``folder``; an empty text leaves no file behind.

    Raises:
        RunError: If they are too long.
        FileWriteError: If they cannot be written.
    """
    data = as_kept(text).encode()
    if len(data) > LIMIT:
        raise RunError("These notes are too long.", remedy="Shorten them, or keep a part in a file.")
    if data:
        write_bytes(folder / NOTES_NAME, data)
    else:
        (folder / NOTES_NAME).unlink(missing_ok=True)


def as_kept(text: str) -> str:
    """Return notes as they come back from the disk: half a character, as a broken paste may leave, is no text."""
    return text.encode(errors="replace").decode()
