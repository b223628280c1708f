"""The Runs station in the window: the library of runs, the notices on runs, and what is done with a chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from engine.errors import NetSketchError
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.summary import UNFINISHED, RunStatus
from gui.bench.run_changes import RunChanges
from gui.stations.runs.notices import RunNotices
from gui.stations.station import CompareRuns, Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from engine.config import Experiment
    from gui.stations.runs.page import RunsPage
    from gui.workbench import Workbench


class RunsStation(Station["RunsPage"]):
    """Look at every run, compare them, and go on with one."""

    name = "runs"
    icon = "runs"

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench, window)
        self._offered = False
        self.catalogue = workbench.catalogue
        self._changes = RunChanges(self.catalogue, workbench.undo_stack, self)
        self.notices = RunNotices(workbench, self)
        self.catalogue.failed.connect(self.failed)
        self.catalogue.notice_raised.connect(self.notice_raised)
        self.catalogue.changed.connect(self._on_catalogue_changed)
        self.notices.notice_raised.connect(self.notice_raised)
        self.notices.resume_wanted.connect(self.resume)
        workbench.run_finished.connect(self.catalogue.refresh)
        workbench.current_run.moments_changed.connect(self._on_current_run_moments_changed)
        self._apply_keeping()

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
        page.keeping_changed.connect(self._apply_keeping)
        self.catalogue.refresh()
        return page

    @Slot(str)
    @Slot(str, object)
    def resume(self, run_id: str, more_epochs: int = 0) -> None:
        """Go on with a run, for a finished one with more epochs, and turn to where one watches it."""
        try:
            self.workbench.actions.resume(RunFolder(self.catalogue.folder / run_id), more_epochs)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self.station_wanted.emit("train")

    @Slot()
    def _apply_keeping(self) -> None:
        preferences = self.workbench.preferences
        self.workbench.current_run.safe_seconds = float(preferences.checkpoint_seconds)
        self.catalogue.set_limit(preferences.runs_limit_bytes)

    @Slot(object, str)
    def _on_page_settings_wanted(self, experiment: Experiment, name: str) -> None:
        self.workbench.editor.replace(experiment, self.tr("settings of “{name}”").format(name=name))
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
        """At the first reading, offer to go on with the newest run that waits for it."""
        if self._offered or not self.catalogue.is_read:
            return
        self._offered = True
        if self.workbench.running:
            return
        for run in self.catalogue.summaries:
            if run.status in UNFINISHED and not run.here:
                killed = run.status is RunStatus.INTERRUPTED
                self.notices.offer(run.id, run.name, run.epoch, run.epochs, killed=killed)
                return
