"""Files of data: written whole, or by lines that are only ever appended; whatever fails is a ``DataError``."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from engine.atomic import FileWriteError, write_bytes
from engine.errors import DataError
from engine.one_at_a_time import descriptor_locked
from engine.regular_file import check_regular

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder and those above it.

    Raises:
        DataError: If that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_kept(folder, error) from error


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        DataError: If that cannot be done; what was there before is untouched.
    """
    write_bytes(path, data, refused=not_kept)


def append_lines(path: Path, made: bytes | Callable[[], bytes]) -> None:
    """Append whole lines to a file that several programs may append to at once; it is made where it is missing.

    All lines go out in one write behind a lock. Where an earlier program broke off amid a line, they begin on a new
    one; where the disk is full, what was half written is taken back.

    Args:
        path: The file; its folder is made, too.
        made: One or more lines, each with its line feed; or what makes them while no other program can add any, as
            they depend on what is there.

    Raises:
        DataError: If they cannot be written; the file is then as it was.
    """
    make_folder(path.parent)
    try:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        with suppress(FileNotFoundError):
            check_regular(path)
        descriptor = os.open(path, flags, 0o666)
        try:
            with descriptor_locked(path, descriptor):
                lines = made if isinstance(made, bytes) else made()
                size = os.lseek(descriptor, 0, os.SEEK_END)
                if size:
                    os.lseek(descriptor, size - 1, os.SEEK_SET)
                    if os.read(descriptor, 1) != b"\n":
                        lines = b"\n" + lines
                try:
                    written = os.write(descriptor, lines)
                    if written < len(lines):
                        written += os.write(descriptor, lines[written:])  # says why it fell short
                except OSError:
                    with suppress(OSError):
                        os.ftruncate(descriptor, size)
                    raise
        finally:
            os.close(descriptor)
    except OSError as error:
        raise not_kept(path, error) from error
    except FileWriteError as error:  # another program does not let go
        raise DataError(error.what, cause=error.cause, remedy=error.remedy) from error


def not_kept(path: Path, error: OSError) -> DataError:
    """Return the error to raise where ``path`` could not be written."""
    return DataError(
        "“{path}” could not be saved.",
        cause="The system says: {reason}.",
        remedy="Free some space, or let NETSKETCH_HOME name a folder in which you may write.",
        path=path,
        reason=error.strerror or type(error).__name__,
    )


def not_read(path: Path, error: OSError) -> DataError:
    """Return the error to raise where ``path`` is there and could not be read."""
    return DataError(
        "“{path}” cannot be read.",
        cause="The system says: {reason}.",
        remedy="Check the file and its permissions.",
        path=path,
        reason=error.strerror or type(error).__name__,
    )


def time_now() -> str:
    """Return the time as such lines say it, such as ``2026-01-02T03:04:05Z``."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
