"""The runs on disk as the window has them: read and changed in the background, each change told."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from engine.errors import NetSketchError
from engine.folders import runs_folder
from engine.records import dataclass
from engine.storage.leftovers import sweep_home
from engine.storage.runs.status import RunStatus
from gui.bench.run_files import RunFiles
from gui.tasks.working import Working

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.errors import RunError
    from engine.storage.runs.disk_use import Going
    from engine.storage.runs.library import RunLibrary
    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History
    from gui.tasks.task import Job

    Change = Callable[[RunLibrary], object]

MEASURE_AGAIN = 10_000  # milliseconds; while a run goes on its room is not counted more often


@dataclass(frozen=True, slots=True, eq=False)
class _Listed:
    """The runs there are.

    Attributes:
        summaries: Each in a line, the newest first.
        unreadable: Folders that could not be read, and why.
        deleted: Id and name of each run in the bin, the last deleted first.
    """

    summaries: tuple[RunSummary, ...]
    unreadable: tuple[tuple[str, RunError], ...]
    deleted: tuple[tuple[str, str], ...]


class RunCatalogue(Working):
    """The runs that there are.

    All work on the disk is done in the order in which it was asked for, on a thread of its own; the runs in memory
    are always as the disk had them a moment ago.

    Args:
        library: Where the runs lie; the program's own folder if left out.
        parent: Whom it belongs to.

    Attributes:
        folder: Where the runs lie.
        files: What is written elsewhere and brought in.
        history_at_hand: Returns the history of a run, by its id, where that is in memory; it is not read then.

    Signals:
        changed: There are other runs than before, or something of one is another.
        use_changed: The runs take another room on the disk.
        history_loaded: The history of a run was read (its id, History).
        notes_loaded: The notes on a run were read (its id, the text).
        failed: Something could not be read or done, and nothing is changed (NetSketchError, traceback or nothing).
        notice_raised: Something worth a notice was done (Notice).
    """

    changed = Signal()
    use_changed = Signal()
    history_loaded = Signal(str, object)
    notes_loaded = Signal(str, str)
    failed = Signal(object, str)
    notice_raised = Signal(object)

    def __init__(self, library: RunLibrary | None = None, parent: QObject | None = None) -> None:
        super().__init__("runs", parent)
        self.folder = runs_folder() if library is None else library.folder
        self._disk = _Disk(self.folder, library)
        self.history_at_hand: Callable[[str, int], History | None] = lambda _name, _epochs: None
        self._summaries: dict[str, RunSummary] = {}
        self._unreadable: tuple[tuple[str, RunError], ...] = ()
        self._deleted: tuple[tuple[str, str], ...] = ()
        self._measured = QElapsedTimer()
        self._asked: dict[str, RunSummary] = {}  # whose histories were asked for, as they stood then
        self._histories: dict[str, History | NetSketchError] = {}
        self._use: int | None = None
        self._limit: int | None = None
        self._thinned_to = -1  # bytes left when thinning had nothing more to spare
        self._is_read = False
        self._task.failed.connect(self._on_task_failed)
        self.files = RunFiles(self.folder, self)
        self.files.failed.connect(self.failed)
        self.files.notice_raised.connect(self.notice_raised)
        self.files.imported.connect(self.refresh)

    # What there is

    @property
    def is_read(self) -> bool:
        """Whether the runs were read at all."""
        return self._is_read

    @property
    def summaries(self) -> tuple[RunSummary, ...]:
        """Every run in a line, the newest first."""
        return tuple(self._summaries.values())

    @property
    def unreadable(self) -> tuple[tuple[str, RunError], ...]:
        """Folders that could not be read, and why."""
        return self._unreadable

    @property
    def deleted(self) -> tuple[tuple[str, str], ...]:
        """Id and name of each run that can be brought back, the last deleted first."""
        return self._deleted

    @property
    def use(self) -> int | None:
        """Bytes that all runs take on the disk, the deleted ones too; None before they were counted."""
        return self._use

    @property
    def baseline(self) -> RunSummary | None:
        """The run with which the others are compared, or None."""
        return next((item for item in self._summaries.values() if item.baseline), None)

    def get(self, name: str) -> RunSummary | None:
        """Return the run of an id, or None where there is none."""
        return self._summaries.get(name)

    def model_path(self, name: str, which: str = "last") -> Path:
        """Return where a run keeps its model.

        Args:
            name: Id of the run.
            which: ``last`` or ``best``.
        """
        from engine.storage.runs.folder import RunFolder

        folder = RunFolder(self.folder / name)
        return folder.best_path if which == "best" else folder.model_path

    # Reading

    @Slot()
    def refresh(self) -> None:
        """Read the runs anew; next to nothing where nothing has changed."""
        self._task.ask(partial(_list, self._disk), self._take_list, kind="list")

    def load_history(self, name: str) -> History | None:
        """Return the history of a run where it is known; where the run is another now, ``history_loaded`` follows.

        It is asked for once as long as the run stays as it is, whatever came of it.
        """
        summary = self._summaries.get(name)
        if summary is None:
            return None
        at_hand = self.history_at_hand(name, summary.epoch)
        if at_hand is not None:
            return at_hand
        if self._asked.get(name) is not summary:
            self._asked[name] = summary
            work, then = partial(_history, self._disk, name), partial(self._take_history, name)
            self._task.ask(work, then, kind=f"history {name}")
        known = self._histories.get(name)
        return None if isinstance(known, NetSketchError) else known

    def load_notes(self, name: str) -> None:
        """Read the notes on a run; ``notes_loaded`` follows."""
        work, then = partial(_notes, self._disk, name), partial(self._take_notes, name)
        self._task.ask(work, then, kind=f"notes {name}")

    # Changing

    def set_notes(self, name: str, text: str, before: str) -> None:
        """Keep what the person notes on a run, where it was ``before``; ``notes_loaded`` follows where more is kept."""
        kept = [text]

        def change(library: RunLibrary) -> None:
            kept[0] = library.set_notes(name, text, before=before)

        def then() -> None:
            if kept[0] != text:
                self.notes_loaded.emit(name, kept[0])

        self.do(change, then)

    def thin(self) -> None:
        """Drop old snapshots until the runs take no more than their limit; never the best or the last weights."""
        if self._limit is not None:
            self._task.ask(partial(_thin, self._disk, self._limit), self._take_thinned, kind="thin")

    def would_thin(self, limit: int, then: Callable[[tuple[Going, ...]], object]) -> None:
        """Look which snapshots would go if all runs might take no more than so many bytes.

        Args:
            limit: Bytes.
            then: Given what would go of which run; of several who ask at once, the last is told.
        """
        self._task.ask(partial(_would_thin, self._disk, limit), then, kind="foresee")

    def set_limit(self, limit: int) -> None:
        """Say how many bytes all runs may take; old snapshots go from then on whenever they take more."""
        self._limit = limit
        self._thinned_to = -1
        self._hold_limit()

    def do(self, change: Change, then: Callable[[], None] = lambda: None) -> None:
        """Make a change, and tell of it or of why it failed.

        Args:
            change: What to do with the library, on the catalogue's thread.
            then: What to do in the window once it is done.
        """
        work = partial(_change, self._disk, change)
        self._task.ask(work, partial(self._take_change, then), must_be_done=True)

    def shutdown(self) -> None:
        """Make the changes that still wait and end the threads; nothing is read after this."""
        self.files.shutdown()
        super().shutdown()

    # The work

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self.failed.emit(error, details)
        self._is_read = True
        self.changed.emit()  # what was shown ahead of the change is not so

    def _take_change(self, then: Callable[[], None], listed: _Listed) -> None:
        then()
        self._take_list(listed)

    def _take_history(self, name: str, found: History | NetSketchError) -> None:
        summary = self._summaries.get(name)
        if summary is not None and self.history_at_hand(name, summary.epoch) is not None:
            return  # it came to hand while it was read, and is shown from there: what was read is older
        before = self._histories.get(name)
        self._histories[name] = found
        if not isinstance(found, NetSketchError):
            self.history_loaded.emit(name, found)
        elif found is not before:  # the library remembers it until the file changes: it is told once
            self._tell_unread(name, found)

    def _take_notes(self, name: str, found: str | NetSketchError) -> None:
        if isinstance(found, NetSketchError):
            self._tell_unread(name, found)
        else:
            self.notes_loaded.emit(name, found)

    def _tell_unread(self, name: str, error: NetSketchError) -> None:
        """Tell why something of a run could not be read; where the run itself is gone, the list says it by itself."""
        if (self.folder / name).exists():
            self.failed.emit(error, "")
        else:  # another window has deleted it since the runs were read
            self.refresh()

    def _take_thinned(self, thinned: tuple[int, int]) -> None:
        freed, use = thinned
        self._thinned_to = -1 if self._use is None else self._use - freed
        self._take_use(use)

    def _take_use(self, use: int) -> None:
        self._use = use
        self.use_changed.emit()
        self._hold_limit()

    def _take_list(self, listed: _Listed) -> None:
        before, disk = self._summaries, self._disk
        self._summaries = {item.id: item for item in listed.summaries}
        same = (
            self._is_read
            and (self._unreadable, self._deleted) == (listed.unreadable, listed.deleted)
            and list(before) == list(self._summaries)
            and all(before[name] is item for name, item in self._summaries.items())
        )
        if not self._is_read:
            self._task.ask(partial(_put_in_order, disk), kind="expire")
        self._is_read = True
        self._unreadable, self._deleted = listed.unreadable, listed.deleted
        for kept in (self._asked, self._histories):
            for name in kept.keys() - self._summaries.keys():
                del kept[name]
        if not same:
            self.changed.emit()
        others = before.keys() != self._summaries.keys()
        has_ended = any(
            before[name].status is RunStatus.RUNNING and item.status is not RunStatus.RUNNING
            for name, item in self._summaries.items()
            if name in before
        )
        is_due = has_ended or (not same and self._measured.hasExpired(MEASURE_AGAIN))
        if others or self._use is None or is_due:
            self._measured.start()
            self._task.ask(lambda _job: disk.library.disk_use(), self._take_use, kind="measure")

    def _hold_limit(self) -> None:
        if self._limit is None or self._use is None or self._use <= self._limit:
            return
        if self._use > self._thinned_to:  # else there is nothing left to spare
            self._thinned_to = self._use
            self.thin()


class _Disk:
    """Where the runs lie, and what works on them, made on the thread where that is asked for first.

    Args:
        folder: Of all runs.
        library: What works on them where it is there already.
    """

    def __init__(self, folder: Path, library: RunLibrary | None) -> None:
        self._folder = folder
        self._given = library

    @cached_property
    def library(self) -> RunLibrary:
        """What works on the disk; loading it would hold the window up as a run ends."""
        from engine.storage.runs.library import RunLibrary

        return self._given or RunLibrary(self._folder)


def _list(disk: _Disk, _job: Job) -> _Listed:
    """Read the runs there are; those that have not changed cost next to nothing."""
    summaries = disk.library.summaries()
    return _Listed(summaries, disk.library.unreadable, disk.library.deleted())


def _history(disk: _Disk, name: str, _job: Job) -> History | NetSketchError:
    """Return the history of a run, or why it cannot be read."""
    try:
        return disk.library.history(name)
    except NetSketchError as error:
        return error


def _notes(disk: _Disk, name: str, _job: Job) -> str | NetSketchError:
    """Return the notes on a run, or why they cannot be read."""
    try:
        return disk.library.notes(name)
    except NetSketchError as error:
        return error


def _change(disk: _Disk, change: Change, job: Job) -> _Listed:
    """Make a change, then read the runs anew."""
    change(disk.library)
    return _list(disk, job)


def _thin(disk: _Disk, limit: int, _job: Job) -> tuple[int, int]:
    """Return how many bytes of old snapshots are gone, and how many all runs take now."""
    return disk.library.thin(limit), disk.library.disk_use()


def _would_thin(disk: _Disk, limit: int, _job: Job) -> tuple[Going, ...]:
    """Return which snapshots would go under a limit."""
    return disk.library.would_thin(limit)


def _put_in_order(disk: _Disk, _job: Job) -> None:
    """Remove what nobody will miss: runs that were deleted long ago, and what killed programs left."""
    disk.library.expire()
    sweep_home()
