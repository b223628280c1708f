"""The exports of late as the window has them: read in the background, with what became of their files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.tasks.working import Working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.deploy.recent import RecentExport, State
    from gui.tasks.task import Job

    Known = tuple[RecentExport, State]


class Recents(Working):
    """Knows the exports of late.

    Signals:
        changed: There are others, or something became of a file.
        failed: They could not be changed (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__("recent-exports", parent)
        self.items: tuple[Known, ...] = ()
        self._task.failed.connect(self.failed)

    def refresh(self) -> None:
        """Read them anew, and look what became of their files."""
        self._task.ask(_known, self._take, kind="look")

    def forget(self, exports: Sequence[RecentExport]) -> None:
        """Take some from the list; their files stay."""
        self._task.ask(partial(_forget, tuple(exports)), self._take, must_be_done=True)

    def _take(self, items: tuple[Known, ...]) -> None:
        if items != self.items:
            self.items = items
            self.changed.emit()


def _known(_job: Job) -> tuple[Known, ...]:
    from engine.deploy.recent import RecentExports

    return tuple((each, each.state) for each in RecentExports().all())


def _forget(exports: tuple[RecentExport, ...], job: Job) -> tuple[Known, ...]:
    from engine.deploy.recent import RecentExports

    RecentExports().forget(exports)
    return _known(job)
