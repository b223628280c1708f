"""The sweeps on disk as the window has them, and the one that is looked at: read and changed in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import ConfigError, NetSketchError
from engine.sweep.library import SweepLibrary
from engine.sweep.sweep import best_of
from gui.bench.kept_change import KeptChange, take_back
from gui.tasks.working import Working
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QUndoStack

    from engine.sweep.library import SweepSummary
    from engine.sweep.plan import SweepPlan
    from engine.sweep.sweep import Sweep
    from engine.sweep.trial import Trial
    from gui.look.spoken import Words
    from gui.tasks.task import Job

    Change = Callable[[SweepLibrary], object]


class SweepCatalogue(Working):
    """The sweeps there are, and the trials of one of them.

    All work on the disk is done in the order in which it was asked for, on a thread of its own.

    Args:
        undo_stack: Where what a person changes can be undone.
        parent: Whom it belongs to.

    Signals:
        changed: There are other sweeps than before, or something of one is another.
        opened: Another sweep is looked at, or none.
        trials_changed: Trials of the sweep that is looked at have come on.
        failed: Something could not be read or done (NetSketchError, traceback or nothing).
        notice_raised: Something worth a notice was done (Notice).
    """

    changed = Signal()
    opened = Signal()
    trials_changed = Signal()
    failed = Signal(object, str)
    notice_raised = Signal(object)

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__("sweeps", parent)
        self._library = SweepLibrary()
        self._undo_stack = undo_stack
        self._task.failed.connect(self._on_task_failed)
        self.summaries: tuple[SweepSummary, ...] = ()
        self.unreadable: tuple[tuple[str, ConfigError], ...] = ()
        self.is_read = False
        self.sweep: Sweep | None = None
        self.trials: tuple[Trial, ...] = ()

    @property
    def best(self) -> Trial | None:
        """The trial that won so far, of the sweep that is looked at."""
        return None if self.sweep is None else best_of(self.sweep.plan, self.trials)

    @property
    def summary(self) -> SweepSummary | None:
        """The sweep that is looked at, in a line, as it was a moment ago."""
        return None if self.sweep is None else self.get(self.sweep.id)

    def get(self, identity: str) -> SweepSummary | None:
        """Return the sweep of an id in a line, or None where there is none."""
        return next((item for item in self.summaries if item.id == identity), None)

    # Reading

    @Slot()
    def refresh(self) -> None:
        """Read which sweeps there are."""
        self._task.ask(partial(_list, self._library), self._take_list, kind="list")

    def _take_list(
        self, listed: tuple[tuple[SweepSummary, ...], tuple[tuple[str, ConfigError], ...]]
    ) -> None:
        is_new = not self.is_read or listed != (self.summaries, self.unreadable)
        self.is_read = True
        self.summaries, self.unreadable = listed
        if is_new:
            self.changed.emit()
        if self.sweep is not None and self.summary is None:
            self.close()

    def open(self, identity: str) -> None:
        """Look at a sweep."""
        self._task.ask(partial(_open, self._library, identity), self._take_opened, kind="open")

    def close(self) -> None:
        """Look at none."""
        self.sweep, self.trials = None, ()
        self.opened.emit()

    def _take_opened(self, found: tuple[Sweep, tuple[Trial, ...]]) -> None:
        self.sweep, self.trials = found
        self.opened.emit()

    @Slot()
    def look(self) -> None:
        """Read the trials of the sweep that is looked at; next to nothing where none has come on."""
        if self.sweep is not None:
            self._task.ask(
                partial(_trials, self.sweep), partial(self._take_trials, self.sweep), kind="trials"
            )

    def _take_trials(self, sweep: Sweep, trials: tuple[Trial, ...]) -> None:
        if sweep is self.sweep and trials is not self.trials:
            self.trials = trials
            self.trials_changed.emit()

    # Changing

    def create(self, make: Callable[[], SweepPlan], name: str, then: Callable[[Sweep], object]) -> None:
        """Make a sweep and look at it.

        Args:
            make: Returns its plan; on the thread, where it may take a moment to see whether it can be met.
            name: What it is called.
            then: Given the sweep, once it is looked at.
        """

        def take(sweep: Sweep) -> None:
            self._take_opened((sweep, ()))
            self.refresh()
            then(sweep)

        self._task.ask(lambda _job: self._library.create(make(), name), take)

    def do(self, change: Change, then: Callable[[], object] = lambda: None) -> None:
        """Change something on the disk, then do something in the window's thread, unless that failed."""

        def take(_result: object) -> None:
            self.refresh()
            then()

        self._task.ask(partial(_changed, self._library, change), take, must_be_done=True)

    def rename(self, identity: str, name: str) -> None:
        """Call a sweep something else, undoably."""
        summary = self.get(identity)
        if summary is None or not name or name == summary.name:
            return
        before = summary.name
        self._change(
            lambda: self.tr("rename sweep"),
            lambda library: library.rename(identity, name),
            lambda library: library.rename(identity, before),
        )

    def delete(self, identity: str) -> None:
        """Put a sweep into the bin, undoably; its runs stay."""
        summary = self.get(identity)
        if summary is None:
            return
        ids = [identity]

        def back(library: SweepLibrary) -> None:
            ids[0] = library.restore(ids[0])  # another may have taken its id

        command = KeptChange(
            lambda: self.tr("delete sweep"), self.do, lambda library: library.delete(ids[0]), back
        )
        self.do(lambda library: library.delete(ids[0]), partial(self._tell_deleted, command, summary.name))

    def _change(self, text: Words, change: Change, back: Change) -> None:
        self.do(change, partial(self._undo_stack.push, KeptChange(text, self.do, change, back)))

    def _tell_deleted(self, command: KeptChange, name: str) -> None:
        self._undo_stack.push(command)
        self.notice_raised.emit(
            Notice(
                "info",
                lambda: self.tr("“{name}” is deleted; its runs are kept.").format(name=name),
                action=lambda: self.tr("Undo"),
                on_action=partial(take_back, self._undo_stack, command),
                stands=lambda: command.is_done,
            )
        )

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self.failed.emit(error, details)
        self.refresh()


def _list(
    library: SweepLibrary, _job: Job
) -> tuple[tuple[SweepSummary, ...], tuple[tuple[str, ConfigError], ...]]:
    found = library.sweeps()
    return found, library.unreadable


def _open(library: SweepLibrary, identity: str, _job: Job) -> tuple[Sweep, tuple[Trial, ...]]:
    sweep = library.open(identity)
    return sweep, sweep.trials()


def _trials(sweep: Sweep, _job: Job) -> tuple[Trial, ...]:
    return sweep.trials()


def _changed(library: SweepLibrary, change: Change, _job: Job) -> None:
    change(library)
