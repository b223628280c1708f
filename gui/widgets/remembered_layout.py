"""Where the window and its parts stand, kept between sessions in QSettings and nowhere else."""

from __future__ import annotations

import logging
import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QLockFile, QSettings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtWidgets import QSplitter

log = logging.getLogger(__name__)

VERSION = 1
HELD_SECONDS = 2.0  # Qt holds the lock of its file for some thousandths
PATIENCE, PAUSE = 0.1, 10.0  # seconds: to wait for who holds it, and until that is tried again
MOST_BYTES = 2**22  # a layout has a thousandth of it


class HasLayout:
    """A page with splitters; it stands before Qt's class among the bases."""

    def splitters(self) -> dict[str, QSplitter]:
        """Return the splitters, each under the name it is remembered by."""
        raise NotImplementedError

    def reset_layout(self) -> None:
        """Bring the splitters back to where they were at the first start."""
        raise NotImplementedError

    def save_layout(self) -> None:
        """Remember the splitters."""
        for key, splitter in self.splitters().items():
            save(key, splitter.saveState())

    def restore_layout(self) -> None:
        """Put the splitters where they were."""
        for key, splitter in self.splitters().items():
            restore_splitter(key, splitter)


def save(key: str, value: object) -> None:
    """Keep a value, such as the state of a splitter, under ``key``."""
    write({"layout/version": VERSION, f"layout/{key}": value})


def write(values: Mapping[str, object]) -> None:
    """Keep values in QSettings, if no other program holds the file: Qt would wait for that one without end.

    Args:
        values: By their keys, such as ``layout/geometry``.
    """
    if _gathered is not None:
        _gathered.update(values)
    elif may_write():
        settings = QSettings()
        for key, value in values.items():
            settings.setValue(key, value)


_gathered: dict[str, object] | None = None  # what is kept meanwhile, for one write


@contextmanager
def gathered() -> Iterator[dict[str, object]]:
    """Gather what is kept meanwhile, for ``write``: the file is read, locked and replaced for each write."""
    global _gathered
    values: dict[str, object] = {}
    _gathered = values
    try:
        yield values
    finally:
        _gathered = None


_not_before = 0.0  # when another program held the file, and is asked again


def may_write() -> bool:
    """Tell whether the file of settings can be written now; where another program holds it, that is told once."""
    global _not_before
    name = QSettings().fileName()
    if QSettings.defaultFormat() is not QSettings.Format.IniFormat or not _is_folder(Path(name).parent):
        return True  # no such lock is there
    if time.monotonic() < _not_before:
        return False
    lock = QLockFile(f"{name}.lock")
    lock.setStaleLockTime(round(1000 * HELD_SECONDS))
    if _is_small_file(Path(f"{name}.lock")):  # it would wait for a pipe
        if lock.tryLock(round(1000 * PATIENCE)):
            lock.unlock()
            return True
        if lock.error() is not QLockFile.LockError.LockFailedError:
            return True  # such as of a full disk: then Qt does not wait, either
    _not_before = time.monotonic() + PAUSE
    log.warning("The layout of the window is not kept: another program holds %s.", name)
    return False


def text(key: str, default: str) -> str:
    """Return the text kept under ``key``, or ``default``."""
    return str(QSettings().value(f"layout/{key}", default, type=str)) if _is_ours() else default


def state(key: str) -> QByteArray | None:
    """Return the bytes kept under ``key``, or None where there are none of this version."""
    value = QSettings().value(f"layout/{key}") if _is_ours() else None
    return value if isinstance(value, QByteArray) else None


def restore_splitter(key: str, splitter: QSplitter) -> None:
    """Put a splitter where it stood, if that is known."""
    kept = state(key)
    if kept is not None:
        splitter.restoreState(kept)


def make_readable() -> tuple[Path, ...]:
    """Set aside what is no file of settings before Qt opens it: it would wait at a pipe, and read a device for ever.

    Settings that Qt understands in part are kept as they were, too, as it is going to write over them.

    Returns:
        Where that lies now; mostly nothing.
    """
    from engine.regular_file import set_aside

    form, scope = QSettings.defaultFormat(), QSettings.Scope.UserScope
    if form is not QSettings.Format.IniFormat:
        return ()
    # Qt opens what it is asked the name of: it is asked about a file that is not there.
    folder = Path(QSettings(form, scope, "none").fileName()).parent
    whose, name = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    own = folder / whose / f"{name}.ini"
    places = [own.with_name(f"{own.name}.lock"), own, folder / f"{whose}.ini.lock", folder / f"{whose}.ini"]
    found = [] if _is_folder(own.parent) else [own.parent]
    found += [path for path in places if not _is_small_file(path)]
    kept = []
    with suppress(OSError):  # whoever may not move them may not write, either
        kept += [set_aside(path) for path in found if os.path.lexists(path)]
        if own.is_file() and QSettings().status() is QSettings.Status.FormatError:
            kept.append(set_aside(own, stays=True))
    for lock in places[::2]:
        with suppress(OSError):
            if abs(time.time() - lock.lstat().st_mtime) > HELD_SECONDS:
                lock.unlink()  # Qt would wait half a minute for whoever left it
    return tuple(kept)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # of a name that is too long
        return False


def _is_small_file(path: Path) -> bool:
    from engine.regular_file import check_regular

    try:
        check_regular(path)
        return path.stat().st_size <= MOST_BYTES
    except FileNotFoundError:
        return True
    except OSError:
        return False


def forget() -> None:
    """Forget the layout, so that the next start is like the first."""
    if may_write():
        QSettings().remove("layout")


def _is_ours() -> bool:
    return int(str(QSettings().value("layout/version", 0, type=int))) == VERSION
