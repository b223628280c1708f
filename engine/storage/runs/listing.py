"""Every run in a folder, in a line each, read anew where its files changed. Without torch."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import RunError
from engine.folders import runs_folder
from engine.foreign_bytes import reading
from engine.records import dataclass
from engine.storage.failures import Failures
from engine.storage.runs.file.lock import LOCK_NAME
from engine.storage.runs.file.small_file import damaged
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.summary import as_it_is_now, read_summary, stamp_of
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.storage.runs.summary import RunStamp, RunSummary
    from engine.training.history import History


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of a run, or why it could not be, and the state of its files at that time."""

    stamp: RunStamp
    summary: RunSummary | None
    error: RunError | None = None


class RunListing:
    """The runs in a folder; the folders are the truth, what is kept in memory follows their file times.

    Args:
        folder: The folder of runs, by default that of this program; it need not exist yet.

    Attributes:
        folder: The folder of runs.
        unreadable: Id of each folder that could not be read when the runs were listed last, and why.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = runs_folder() if folder is None else Path(folder)
        self.unreadable: tuple[tuple[str, RunError], ...] = ()
        self._known: dict[str, _Known] = {}
        self._failures = Failures()
        self._lock = threading.Lock()  # a window may list in a thread of its own

    def summaries(self) -> tuple[RunSummary, ...]:
        """Return all runs, newest first; only those whose files changed are read anew.

        Folders that are no readable runs are left out; ``unreadable`` names them.

        Raises:
            RunError: If the folder of runs itself cannot be read.
        """
        with self._lock:
            known = {name: self._look(name) for name in self._names()}
            self._known = known
            self.unreadable = tuple((name, item.error) for name, item in known.items() if item.error)
        found = [
            as_it_is_now(item.summary, self.folder / item.summary.id)
            for item in known.values()
            if item.summary
        ]
        return tuple(sorted(found, key=lambda run: (run.created, len(run.id), run.id), reverse=True))

    def find(self, name: str) -> RunSummary:
        """Return the run of that name, or else of that id.

        Raises:
            RunError: If there is none, or several of that name.
        """
        runs = self.summaries()
        for found in (
            [run for run in runs if run.name == name],
            [run for run in runs if run.id == name],
        ):
            if len(found) == 1:
                return found[0]
            if found:
                raise RunError(
                    "There are {count} runs called “{run}”.",
                    remedy="Say which one by its id: {ids}.",
                    count=len(found),
                    run=name,
                    ids=Phrase.listed(run.id for run in found),
                )
        for run_id, error in self.unreadable:
            if run_id == name:
                raise error
        raise _missing(name)

    def get(self, run_id: str) -> RunSummary:
        """Return the run of that id.

        Raises:
            RunError: If there is none, or it is damaged.
        """
        self._folder_of(run_id)
        with self._lock:
            known = self._known[run_id] = self._look(run_id)
        if known.summary is None:
            raise known.error or _missing(run_id)
        return as_it_is_now(known.summary, self.folder / run_id)

    def open(self, run_id: str) -> RunFolder:
        """Return the folder of the run of that id, with all that is in it.

        Raises:
            RunError: If there is none.
        """
        return RunFolder(self._folder_of(run_id))

    def history(self, run_id: str) -> History:
        """Read the history of a run; one that could not be read is not read again before it changes.

        Raises:
            RunError: If there is no such run, or its history cannot be read.
        """
        run = self.open(run_id)
        with self._failures.reading(run.history_path):
            return run.history()

    # Underneath

    def _names(self) -> list[str]:
        """Return the ids of all runs, and of folders that are none."""
        try:
            with os.scandir(self.folder) as entries:
                return [item.name for item in entries if not item.name.startswith(".") and item.is_dir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise RunError(
                "The runs cannot be listed.",
                cause="The system says: {reason}.",
                remedy="Check the permissions of “{folder}”.",
                reason=error.strerror or type(error).__name__,
                folder=self.folder,
            ) from error

    def _folder_of(self, run_id: str) -> Path:
        """Return the folder of a run.

        Raises:
            RunError: If there is none.
        """
        folder = self.folder / run_id
        is_there = os.path.isdir(folder)  # noqa: PTH112 - says no of a name that no folder can have
        if not run_id or run_id.startswith(".") or folder.parent != self.folder or not is_there:
            raise _missing(run_id)
        return folder

    def _look(self, run_id: str) -> _Known:
        """Return what is known of a run, read anew where its files changed."""
        folder = os.path.join(self.folder, run_id)  # noqa: PTH118 - thousands of them, and quickly
        stamp = stamp_of(folder)
        known = self._known.get(run_id)
        if known is not None and known.stamp == stamp:
            return known
        try:
            with reading(lambda _error: damaged(Path(folder), Phrase("It cannot be read."))):
                return _Known(stamp, read_summary(Path(folder)))
        except RunError as error:
            # A run that is just being begun, or was killed in that moment, is none yet.
            return _Known(stamp, None, None if _is_unborn(folder) else error.with_traceback(None))


def _is_unborn(folder: str) -> bool:
    """Tell whether nothing was written yet into the folder of a run."""
    try:
        return all(name == LOCK_NAME or name.startswith(".") for name in os.listdir(folder))  # noqa: PTH208
    except OSError:
        return True  # gone


def _missing(run_id: str) -> RunError:
    return RunError("There is no run “{run}”.", remedy="Check its name.", run=run_id)
