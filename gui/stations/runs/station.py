"""The Runs station in the window: the library of runs, the notices on runs, and what is done with a chosen one."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from engine.errors import NetSketchError
from engine.storage.runs.status import UNFINISHED, RunStatus
from engine.words import Phrase
from gui.bench.run_changes import RunChanges
from gui.stations.runs.keeping import RoomQuestion
from gui.stations.runs.notices import RunNotices
from gui.stations.station import CompareRuns, OverlayRuns, ShowRun, Station
from gui.tasks.task import Task
from gui.tasks.worker import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History
    from gui.stations.runs.page import RunsPage
    from gui.workbench import Workbench

ENDED = (RunStatus.DONE, RunStatus.STOPPED)


class RunsStation(Station["RunsPage"]):
    """Look at every run, compare them, and go on with one."""

    name = "runs"
    icon = "runs"

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench, window)
        self._offered = False
        self._reading = Task("opening", self)
        self._reading.failed.connect(self.failed)
        self._reading.idle.connect(self._on_reading_idle)
        self.catalogue = workbench.catalogue
        self._changes = RunChanges(self.catalogue, workbench.undo_stack, self)
        self.notices = RunNotices(workbench, self)
        self.catalogue.failed.connect(self.failed)
        self.catalogue.notice_raised.connect(self.notice_raised)
        self.catalogue.changed.connect(self._on_catalogue_changed)
        self.notices.notice_raised.connect(self.notice_raised)
        self.notices.resume_wanted.connect(self.resume)
        self.notices.open_wanted.connect(self.open)
        workbench.run_finished.connect(self.catalogue.refresh)
        workbench.current_run.moments_changed.connect(self._on_current_run_moments_changed)
        workbench.preferences.guard("runs_limit_mb", RoomQuestion(self.catalogue, window).ask)
        workbench.preferences.follow("runs_limit_mb", self._set_room)

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Runs")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("Look at every run, compare them, and go on with one")

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("F2", self.tr("rename the run")),
            ("Del", self.tr("delete the chosen runs")),
            ("Ctrl+F", self.tr("find a run by its words")),
        )

    def build(self, place: QWidget) -> RunsPage:
        """Make the page."""
        from gui.stations.runs.page import RunsPage

        page = RunsPage(self.catalogue, self._changes, self.workbench.preferences, place)
        page.settings_wanted.connect(self._on_page_settings_wanted)
        page.resume_wanted.connect(self.resume)
        page.model_wanted.connect(self.model_wanted)
        page.compare_wanted.connect(self._on_page_compare_wanted)
        page.station_wanted.connect(self.station_wanted)
        page.preferences_wanted.connect(self.preferences_wanted)
        self.catalogue.refresh()
        return page

    def reset(self) -> None:
        """Let no run be chosen."""
        if self.is_built:
            self.page.choose_none()

    def offers(self) -> Mapping[type, Callable[[Any], object]]:
        """Show a run in the list."""
        return {ShowRun: self.show_run, OverlayRuns: self.overlay_runs}

    def show_run(self, wanted: ShowRun) -> None:
        """Turn to the list, a run chosen in it."""
        self.station_wanted.emit(self.name)
        self.page.choose(wanted.run)

    def overlay_runs(self, wanted: OverlayRuns) -> None:
        """Turn to the list, several runs chosen in it, their curves over each other."""
        self.station_wanted.emit(self.name)
        self.page.choose_all(wanted.runs)

    @Slot(str)
    @Slot(str, object)
    def resume(self, run_id: str, more_epochs: int = 0) -> None:
        """Go on with a run, for a finished one with more epochs, and turn to where one watches it."""
        from engine.storage.runs.folder import RunFolder

        try:
            self.workbench.actions.resume(RunFolder(self.catalogue.folder / run_id), more_epochs)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self.station_wanted.emit("train")

    @Slot(str)
    def open(self, run_id: str) -> None:
        """Bring back a run that has ended, and turn to where one sees its curves; a very long one is read beside."""
        from engine.storage.runs.folder import RunFolder

        run = RunFolder(self.catalogue.folder / run_id)
        if run.is_long:
            self.workbench.progress_changed.emit(Progress(Phrase("Reading the run"), math.nan))
            self._reading.give_up()
            self._reading.ask(lambda _job: _to_be_drawn(run), partial(self._open, run))
        else:
            self._open(run)

    def _open(self, run: RunFolder, history: History | None = None) -> None:
        try:
            self.workbench.actions.open(run, history)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self.station_wanted.emit("train")

    @Slot()
    def _on_reading_idle(self) -> None:
        if not self.workbench.running:
            self.workbench.progress_changed.emit(None)

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        self._reading.shutdown()

    @Slot(object)
    def _set_room(self, megabytes: int) -> None:
        self.catalogue.set_limit(megabytes * 1024**2)

    @Slot(object)
    def _on_page_settings_wanted(self, run: RunSummary) -> None:
        self.workbench.actions.use_settings(run)
        self.station_wanted.emit("train")

    @Slot(str, str)
    def _on_page_compare_wanted(self, this: str, other: str) -> None:
        self.requested.emit(CompareRuns(this, other))

    @Slot()
    def _on_current_run_moments_changed(self) -> None:
        """Follow the run under way, where somebody looks at the runs."""
        if self.place.isVisible():
            self.catalogue.refresh()

    @Slot()
    def _on_catalogue_changed(self) -> None:
        """At the first reading, offer to go on with the newest run that waits for it, or the newest that has ended.

        What the person has closed once is not offered again.
        """
        self.workbench.preferences.refresh()  # another window may have granted them more room
        if self._offered or not self.catalogue.is_read:
            return
        self._offered = True
        bench = self.workbench
        if bench.running or bench.model is not None:
            return
        passed_over = bench.preferences.passed_over_run
        runs = [run for run in self.catalogue.summaries if not run.here and not run.sweep]
        waiting = next((run for run in runs if run.status in UNFINISHED), None)
        ended = next((run for run in runs if run.status in ENDED and run.step > 0), None)
        if waiting is not None and waiting.id != passed_over:
            killed = waiting.status is RunStatus.INTERRUPTED
            self.notices.offer(waiting.id, waiting.name, waiting.epoch, waiting.epochs, killed=killed)
        elif ended is not None and ended.id != passed_over:
            self.notices.offer_finished(ended)


def _to_be_drawn(run: RunFolder) -> History:
    """Read the history of a run, and work out what drawing it for the first time takes."""
    history = run.history()
    history.prepare()
    return history
