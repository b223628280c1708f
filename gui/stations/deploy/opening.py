"""Opens what was exported, its folder or an address by the programs of the system; says so where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeDatabase, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from engine.deploy.registry import FORMATS
from engine.file_names import is_there
from gui.tasks.working import Working
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from gui.look.spoken import Words
    from gui.tasks.task import Job

RUN_BY_SYSTEM = {"win32": (".py",)}  # opened there, they would be run
PATIENCE, POLL = 6.0, 0.05  # seconds: what fails does so at once, and a browser may go on for hours
_left: list[subprocess.Popen[bytes]] = []  # what still runs, to be asked for its end


def is_page(path: Path) -> bool:
    """Tell whether a file is a page for a browser."""
    return path.suffix.lower() in (".html", ".htm")


def is_openable(path: Path) -> bool:
    """Tell whether a file is one to look at: text as one of the formats writes it, such as a page or source."""
    ending = path.suffix.lower()
    is_ours = any(ending == form.ending for form in FORMATS)
    return is_ours and _is_text(ending) and ending not in RUN_BY_SYSTEM.get(sys.platform, ())


@cache
def _is_text(ending: str) -> bool:
    kind = QMimeDatabase().mimeTypeForFile(f"digit{ending}", QMimeDatabase.MatchMode.MatchExtension)
    return kind.inherits("text/plain")


class Opening(Working):
    """Opens one thing after the other.

    Qt's own way says that it worked once a program is started that looks for another one: where that finds none, as on
    a system without a file manager, nothing would happen and nothing be said.

    Args:
        parent: Whom it belongs to.

    Signals:
        refused: What is to be told, as it could not be opened (Notice).
    """

    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__("opening", parent)

    def open_file(self, path: Path) -> None:
        """Open a file by the program that such files are opened by."""
        if not is_there(path):
            self._take(str(path), partial(self._gone, path.name), False)
            return
        words = partial(self._no_program, path.name)
        self._open(QUrl.fromLocalFile(str(path)), str(path), words)

    def open_folder(self, path: Path) -> None:
        """Open the folder that a file lies in."""
        if not is_there(path.parent):
            self._take(str(path), partial(self._gone, path.parent.name), False)
            return
        self._open(
            QUrl.fromLocalFile(str(path.parent)),
            str(path),
            lambda: self.tr("No program of this system shows folders."),
        )

    def open_address(self, address: str) -> None:
        """Open an address in the browser."""
        self._open(QUrl(address), address, lambda: self.tr("No browser was found."))

    def _gone(self, name: str) -> str:
        return self.tr("“{name}” is not there any more.").format(name=name)

    def _no_program(self, name: str) -> str:
        return self.tr("No program of this system opens “{name}”.").format(name=name)

    def _open(self, url: QUrl, place: str, words: Words) -> None:
        opener = shutil.which("xdg-open") if sys.platform.startswith("linux") else None
        if opener is None:
            self._take(place, words, QDesktopServices.openUrl(url))
            return
        target = url.toLocalFile() if url.isLocalFile() else url.toString()
        self._task.ask(partial(launched, [opener, target]), partial(self._take, place, words))

    def _take(self, place: str, words: Words, is_open: bool) -> None:
        if is_open:
            return
        self.refused.emit(
            Notice(
                "warning",
                words,
                lambda: self.tr("This is the place: {place}").format(place=place),
                lambda: self.tr("Copy the place"),
                lambda: QGuiApplication.clipboard().setText(place),
            )
        )


def launched(command: list[str], job: Job) -> bool:
    """Start a program that outlives this one; tell whether it did what it was asked, or is still at it."""
    _left[:] = [process for process in _left if process.poll() is None]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
    except OSError:
        return False
    _left.append(process)
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until and not job.cancelled():
        time.sleep(POLL)
    return not process.returncode


def _environment() -> dict[str, str]:
    """Return the surroundings of other programs: those of this one, without the libraries it brings along."""
    surroundings = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = surroundings.pop("LD_LIBRARY_PATH_ORIG", None)
        surroundings.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            surroundings["LD_LIBRARY_PATH"] = before
    return surroundings
