"""Write a file whole or not at all: beside its target first, then put in its place."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from engine.errors import NetSketchError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPORARY_PREFIX = ".netsketch-"
TEMPORARY_SUFFIX = ".tmp"

# Windows refuses to replace a file for the moment in which another program reads it: a scanner, or a second writer.
REPLACE_ATTEMPTS = 20
REPLACE_PAUSE = 0.025  # seconds

CAUSES = {
    errno.ENOSPC: (Phrase("The disk is full."), Phrase("Free some space or choose another place.")),
    errno.EDQUOT: (
        Phrase("Your share of the disk is used up."),
        Phrase("Free some space or choose another place."),
    ),
    errno.EFBIG: (Phrase("The file is too large for this disk."), Phrase("Choose another place.")),
    errno.EACCES: (
        Phrase("You may not write there."),
        Phrase("Choose another folder or change its permissions."),
    ),
    errno.EPERM: (
        Phrase("You may not write there."),
        Phrase("Choose another folder or change its permissions."),
    ),
    errno.EROFS: (Phrase("That disk can only be read."), Phrase("Choose another place.")),
    errno.ENOENT: (
        Phrase("The folder does not exist."),
        Phrase("Make the folder first or choose another one."),
    ),
    errno.ENOTDIR: (Phrase("A part of the path is not a folder."), Phrase("Choose another place.")),
    errno.EISDIR: (Phrase("There is a folder of that name."), Phrase("Choose another name.")),
    errno.ENAMETOOLONG: (Phrase("The name is too long."), Phrase("Choose a shorter name.")),
    errno.EIO: (Phrase("The disk reported a fault."), Phrase("Choose another disk and check this one.")),
}


class FileWriteError(NetSketchError):
    """A file could not be written; what was there before is untouched."""


@contextmanager
def replace_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a new file beside ``path`` that takes its place when the block ends without an error.

    Readers see the old file or the new one, never a part; after a power failure too. Of several writers at once the
    last to end wins. The permissions of a file that was there are kept, and a link stays a link to what is replaced.

    Args:
        path: The file to write.

    Yields:
        The new file, open for writing bytes.

    Raises:
        FileWriteError: If the disk is full, the folder is missing or read-only, and so on; ``path`` is then as it was.
    """
    try:
        target = _target(path)
    except OSError as error:
        raise write_error(Path(path), error) from error
    temporary = target.parent / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"
    try:
        # Not tempfile: its files are for their owner alone, while this one shall get what the umask grants.
        descriptor = os.open(
            temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666
        )
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            _keep_permissions(target, temporary)
            os.fsync(file.fileno())
        _put_in_place(temporary, target)
    except OSError as error:
        raise write_error(target, error) from error
    finally:
        with suppress(OSError):  # gone already where all went well
            temporary.unlink()
    _sync_folder(target.parent)


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write ``data`` to the file ``path``, whole or not at all.

    Raises:
        FileWriteError: As ``replace_file``.
    """
    with replace_file(path) as file:
        file.write(data)


def check_writable(path: str | os.PathLike[str]) -> None:
    """Make sure that the file ``path`` could be written now, by writing and removing an empty one beside it.

    Raises:
        FileWriteError: As ``replace_file``.
    """
    try:
        target = _target(path)
        probe = target.parent / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        probe.unlink()
    except OSError as error:
        raise write_error(Path(path), error) from error


def _target(path: str | os.PathLike[str]) -> Path:
    """Follow links to the file that is meant, and see that it may be replaced."""
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    if len(os.fsencode(target.name)) > 255:
        raise OSError(errno.ENAMETOOLONG, "File name too long")
    if target.exists() and not os.access(target, os.W_OK):  # replacing would not ask
        raise PermissionError(errno.EACCES, "Permission denied")
    return target


def _keep_permissions(target: Path, temporary: Path) -> None:
    with suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _put_in_place(temporary: Path, target: Path) -> None:
    for attempt in range(REPLACE_ATTEMPTS):
        try:
            temporary.replace(target)
        except PermissionError:
            if os.name != "nt" or attempt == REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(REPLACE_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Let the new name reach the disk; some file systems do not offer it, and the file is whole all the same."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_error(path: Path, error: OSError) -> FileWriteError:
    """Return the error to raise where the system refused to write ``path``."""
    reason = error.strerror or type(error).__name__
    unknown = (
        Phrase("The system says: {reason}.", reason=reason),
        Phrase("Choose another place and try again."),
    )
    cause, remedy = CAUSES.get(error.errno or 0, unknown)
    return FileWriteError("“{path}” could not be saved.", cause=cause, remedy=remedy, path=path)
