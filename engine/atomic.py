"""Write a file or a folder whole or not at all: beside its target first, then put in its place."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
import time
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from engine.errors import NetSketchError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Refusal = Callable[[Path, OSError], NetSketchError]

TEMPORARY_PREFIX = ".netsketch-"
TEMPORARY_SUFFIX = ".tmp"
OWN_NAME = re.compile(r"\.netsketch-[0-9a-f]{16}\.tmp")

# A killed program leaves its half behind. Whoever is still writing may sit at another machine, where no lock is seen:
# what tells the living from the dead is how long nobody has touched it.
LEFT_SECONDS = 24 * 3600.0
MOST_ENTRIES = 20_000  # of a folder that are looked at: a person may keep a model among a million pictures

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
    errno.ENOTSUP: (Phrase("It is a device or a pipe, not a file."), Phrase("Choose another name.")),
    errno.ENAMETOOLONG: (Phrase("The name is too long."), Phrase("Choose a shorter name.")),
    errno.EIO: (Phrase("The disk reported a fault."), Phrase("Choose another disk and check this one.")),
}


class FileWriteError(NetSketchError):
    """A file could not be written; what was there before is untouched."""


def write_error(path: Path, error: OSError) -> FileWriteError:
    """Return the error to raise where the system refused to write ``path``."""
    reason = error.strerror or type(error).__name__
    unknown = (
        Phrase("The system says: {reason}.", reason=reason),
        Phrase("Choose another place and try again."),
    )
    cause, remedy = CAUSES.get(error.errno or 0, unknown)
    return FileWriteError("“{path}” could not be saved.", cause=cause, remedy=remedy, path=path)


@contextmanager
def replace_file(path: str | os.PathLike[str], *, refused: Refusal = write_error) -> Iterator[BinaryIO]:
    """Open a new file beside ``path`` that takes its place when the block ends without an error.

    Readers see the old file or the new one, never a part; after a power failure too. Of several writers at once the
    last to end wins. The permissions of a file that was there are kept, and a link stays a link to what is replaced.

    Args:
        path: The file to write.
        refused: Makes the error to raise of the path and of what the system says.

    Yields:
        The new file, open for writing bytes.

    Raises:
        FileWriteError: If the disk is full, the folder is missing or read-only, and so on; ``path`` is then as it was.
            Another one where ``refused`` makes another.
    """
    try:
        target = _target(path)
    except OSError as error:
        raise refused(Path(path), error) from error
    temporary = _beside(target)
    try:
        # Not tempfile: its files are for their owner alone, while this one shall get what the umask grants.
        with os.fdopen(_created(temporary), "wb") as file:
            yield file
            file.flush()
            _keep_permissions(target, temporary)
            os.fsync(file.fileno())
        _put_in_place(temporary, target)
    except OSError as error:
        raise refused(target, error) from error
    finally:
        with suppress(OSError):  # gone already where all went well
            temporary.unlink()
    _sync_folder(target.parent)
    _sweep_once(target.parent)


@contextmanager
def new_folder(path: Path, *, refused: Refusal = write_error) -> Iterator[Path]:
    """Make a folder beside ``path`` that takes this name when the block ends without an error; else it is gone.

    Args:
        path: The folder; nothing is there yet.
        refused: Makes the error to raise of the path and of what the system says.

    Yields:
        The folder to write into.

    Raises:
        FileWriteError: If the system refuses, to make it or what the block writes; another where ``refused`` makes one.
    """
    temporary = _beside(path)
    try:
        temporary.mkdir()
        yield temporary
        _put_in_place(temporary, path)
    except OSError as error:
        raise refused(path, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)  # gone already where all went well
    _sweep_once(path.parent)


def write_bytes(path: str | os.PathLike[str], data: bytes, *, refused: Refusal = write_error) -> None:
    """Write ``data`` to the file ``path``, whole or not at all.

    Raises:
        FileWriteError: As ``replace_file``.
    """
    with replace_file(path, refused=refused) as file:
        file.write(data)


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write ``text`` to the file ``path`` as UTF-8, its line ends as they are, whole or not at all.

    Raises:
        FileWriteError: As ``replace_file``.
    """
    write_bytes(path, text.encode())


def check_writable(path: str | os.PathLike[str]) -> None:
    """Make sure that the file ``path`` could be written now, by writing and removing an empty one beside it.

    Raises:
        FileWriteError: As ``replace_file``.
    """
    try:
        probe = _beside(_target(path))
        os.close(_created(probe))
        probe.unlink()
    except OSError as error:
        raise write_error(Path(path), error) from error


def with_ending(path: Path, ending: str) -> Path:
    """Return a path with an ending, added where it is missing.

    Args:
        path: As a person named it, without an ending as likely as with it.
        ending: With its dot, such as ``.zip``; capital letters do not matter.

    Raises:
        FileWriteError: If what was named is there without the ending and is a folder, a device or a pipe: that was
            meant then, and beside it nobody looks for a file.
    """
    if path.suffix.lower() == ending:
        return path
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # whether the other one can be written is seen when it is
        mode = stat.S_IFREG
    if not stat.S_ISREG(mode):
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENOTSUP
        raise write_error(path, OSError(number, os.strerror(number)))
    return path.with_name(path.name + ending)


def sweep(folder: Path, *, depth: int = 0) -> None:
    """Remove what killed programs left half written in a folder: ours by its name, and untouched for a day.

    Args:
        folder: The folder; it need not exist.
        depth: How many floors of folders below it are swept, too.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in islice(entries, MOST_ENTRIES):
            with suppress(OSError):
                if OWN_NAME.fullmatch(entry.name):
                    _remove_if_left(Path(entry.path))
                elif depth and entry.is_dir(follow_symlinks=False):
                    sweep(Path(entry.path), depth=depth - 1)


def _remove_if_left(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, where nobody has touched anything of it for a day."""
    is_folder = stat.S_ISDIR(path.lstat().st_mode)
    inside = path.rglob("*") if is_folder else ()
    if time.time() - max(each.lstat().st_mtime for each in (path, *inside)) <= LEFT_SECONDS:
        return
    if is_folder:
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink()


MOST_SWEPT = 200  # folders that are remembered: each run has two of its own, and a day of runs has thousands
_swept: set[Path] = set()


def _sweep_once(folder: Path) -> None:
    """Sweep a folder that is written to, as a rule once while the program runs."""
    if folder not in _swept:
        if len(_swept) >= MOST_SWEPT:
            _swept.clear()
        _swept.add(folder)
        sweep(folder)


def is_temporary(name: str) -> bool:
    """Tell whether a file or folder of this name is one that a killed program left half written."""
    return name.startswith(TEMPORARY_PREFIX) and name.endswith(TEMPORARY_SUFFIX)


def _beside(target: Path) -> Path:
    return target.parent / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"


def _created(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)


def _target(path: str | os.PathLike[str]) -> Path:
    """Follow links to the file that is meant, and see that it may be replaced."""
    try:
        target = Path(os.path.realpath(path))
    except ValueError as error:  # of a name that no file can have
        raise OSError(errno.EINVAL, str(error)) from error
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    if len(os.fsencode(target.name)) > 255:
        raise OSError(errno.ENAMETOOLONG, "File name too long")
    if target.exists() and not target.is_file():  # as root, the system would let a device be replaced
        raise OSError(errno.ENOTSUP, "Not a file")
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
