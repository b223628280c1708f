"""The crew of workers that this window has begun: one sweep at a time, paused, gone on with and ended from here."""

from __future__ import annotations

import time
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.sweep.crew import Crew, CrewControl
from engine.sweep.library import SweepLibrary
from gui.tasks.task import Task

if TYPE_CHECKING:
    from pathlib import Path

    from gui.tasks.task import Job

LEAST_ENDED = 3  # trials before anything is said of the pace


class Doing(StrEnum):
    """What the crew of this window does."""

    NOTHING = "nothing"
    RUNNING = "running"
    PAUSED = "paused"
    ENDING = "ending"


class SweepRunner(QObject):
    """Runs a crew on a thread of its own.

    Args:
        parent: Whom it belongs to.

    Signals:
        changed: It does something else.
        trials_changed: Trials have come on.
        ended: The crew is gone.
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    trials_changed = Signal()
    ended = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = Task("crew", self)
        self._task.reported.connect(self._on_task_reported)
        self._task.finished.connect(self._on_task_finished)
        self._task.failed.connect(self.failed)
        self._control = CrewControl()
        self.sweep = ""
        self.doing = Doing.NOTHING
        self._worked = 0.0  # seconds, pauses left out
        self._since: float | None = None  # on a steady clock, while it works
        self._ended_before = -1  # trials that had ended when it began

    @property
    def busy(self) -> bool:
        """Whether there is a crew."""
        return self._task.busy

    def start(self, sweep: str, workers: int, folder: Path | None = None) -> None:
        """Begin with a sweep, or go on with it; nothing while there is a crew.

        Args:
            sweep: Its id.
            workers: How many processes.
            folder: Of all sweeps; the program's own if left out.
        """
        if self._task.busy:
            return
        self.sweep, self._control = sweep, CrewControl()
        self._worked, self._since, self._ended_before = 0.0, time.monotonic(), -1
        self._task.ask(partial(_run, folder, sweep, workers, self._control))
        self._do(Doing.RUNNING)

    @Slot()
    def pause(self) -> None:
        """Hold the trials where they are."""
        if self.doing is Doing.RUNNING:
            self._control.pause()
            self._rest()
            self._do(Doing.PAUSED)

    @Slot()
    def go_on(self) -> None:
        """Let held trials go on."""
        if self.doing is Doing.PAUSED:
            self._control.go_on()
            self._since = time.monotonic()
            self._do(Doing.RUNNING)

    @Slot()
    def stop(self) -> None:
        """End the sweep with what it has come to."""
        if self.doing in (Doing.RUNNING, Doing.PAUSED):
            self._control.stop()
            self._rest()
            self._do(Doing.ENDING)

    def remaining(self, ended: int, budget: int) -> float | None:
        """Return how many seconds are left at the pace so far; None where nothing can be said.

        Args:
            ended: Trials that have come to their end.
            budget: How many there are to be; 0 where that is open.
        """
        if self._ended_before < 0:
            self._ended_before = ended
        done = ended - self._ended_before
        if self.doing is not Doing.RUNNING or self._since is None or done < LEAST_ENDED or not budget:
            return None
        worked = self._worked + time.monotonic() - self._since
        return worked / done * max(0, budget - ended)

    def shutdown(self) -> None:
        """Suspend the sweep: its processes end by themselves, it goes on another day. Nothing starts after this."""
        self._control.leave()
        self._task.shutdown()

    def _rest(self) -> None:
        if self._since is not None:
            self._worked += time.monotonic() - self._since
        self._since = None

    def _do(self, doing: Doing) -> None:
        self.doing = doing
        self.changed.emit()

    @Slot(object)
    def _on_task_reported(self, _what: object) -> None:
        self.trials_changed.emit()

    @Slot()
    def _on_task_finished(self) -> None:
        self._since = None
        self._do(Doing.NOTHING)
        self.ended.emit()


def _run(folder: Path | None, sweep: str, workers: int, control: CrewControl, job: Job) -> None:
    """Let a crew go through a sweep.

    Raises:
        NetSketchError: As ``Crew.run`` does.
    """
    library = SweepLibrary() if folder is None else SweepLibrary(folder)
    Crew(library.open(sweep), workers).run(control, lambda: job.report(None))
