"""Open files that others named or put there, and nothing else: a pipe may never answer, a device never end."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from itertools import chain, count
from typing import TYPE_CHECKING

from engine.words import Phrase

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

    AnyPath = str | os.PathLike[str]

NO_NAME = Phrase("no file can have such a name")
NO_FILE = Phrase("it is a device or a pipe, not a file")
MOST_BACKUPS = 100


def open_regular(path: AnyPath, most: int | None = None) -> BufferedReader:
    """Open a file for reading bytes; it never waits, as opening a pipe does.

    Args:
        path: The file.
        most: How many bytes it may have; no limit if left out.

    Raises:
        OSError: If it is no file, is not there or may not be read, or if the system knows no such names; with
            ``EFBIG`` where it has more bytes.
    """
    check_regular(path)  # before it is opened: to open a device may do something
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    )
    descriptor = os.open(path, flags)
    try:
        _check(os.fstat(descriptor), path, most)  # it may be another one by now
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_regular(path: AnyPath, most: int | None = None) -> bytes:
    """Return all bytes of a file.

    Args:
        path: The file.
        most: How many bytes it may have; no limit if left out.

    Raises:
        OSError: As ``open_regular``; with ``EFBIG`` where there are more bytes.
    """
    with open_regular(path, most) as file:
        return (
            file.read() if most is None else file.read(most)
        )  # what is added meanwhile is read the next time


def check_regular(path: AnyPath, most: int | None = None) -> None:
    """See that a file is one, for a library that opens it by its path.

    Args:
        path: The file.
        most: How many bytes it may have; no limit if left out.

    Raises:
        OSError: If it is none, or not there; with ``EFBIG`` where it has more bytes.
    """
    try:
        state = os.stat(path)  # noqa: PTH116 - also a str
    except ValueError as error:  # a zero byte, or letters that the system cannot write
        raise OSError(errno.EINVAL, NO_NAME, os.fspath(path)) from error
    _check(state, path, most)


def set_aside(path: Path, *, stays: bool = False) -> Path:
    """Move a file, or whatever is in its place, to a name beside it that nothing has; returns that.

    Args:
        path: What cannot be used.
        stays: Whether the file stays as well, as some of it can be used.

    Raises:
        OSError: If it cannot be moved.
    """
    names = chain([""], (f"-{number}" for number in count(2)))
    for _ in range(MOST_BACKUPS):  # the hundredth and all after it are one
        backup = path.with_name(f"{path.name}.bak{next(names)}")
        if not os.path.lexists(backup):
            break
    if stays:
        shutil.copyfile(path, backup)
    else:
        path.rename(backup)
    return backup


def _check(state: os.stat_result, path: AnyPath, most: int | None) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.ENOTSUP, NO_FILE, os.fspath(path))
    if most is not None and state.st_size > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
