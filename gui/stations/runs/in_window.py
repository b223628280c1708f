"""The library of runs in the window: its station, the notices on runs, and what is done with a chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import NetSketchError
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.summary import UNFINISHED, RunStatus
from gui.bench.run_changes import RunChanges
from gui.stations.runs.notices import RunNotices
from gui.widgets.lazy_page import LazyPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.config import Experiment
    from gui.bench.preferences import Preferences
    from gui.widgets.notice_bar import NoticeBar
    from gui.workbench import Workbench


class RunsInWindow(QObject):
    """Joins catalogue, station and notices to a workbench.

    Args:
        workbench: Who trains runs.
        preferences: How they are kept.
        notices: Where notices are shown.
        parent: The window.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        model_wanted: A model file is to be opened (Path).
        compare_wanted: Two runs are to be measured and subtracted (id of the one, id of the other).
        station_wanted: Another station is to be shown (its name).
    """

    failed = Signal(object, str)
    model_wanted = Signal(object)
    compare_wanted = Signal(str, str)
    station_wanted = Signal(str)

    def __init__(
        self, workbench: Workbench, preferences: Preferences, notices: NoticeBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._preferences = preferences
        self._offered = False
        self.catalogue = workbench.catalogue
        self._changes = RunChanges(self.catalogue, workbench.undo_stack, self)
        self.notices = RunNotices(workbench, notices)
        self.page = LazyPage(self._build_station, parent)
        self.catalogue.failed.connect(self.failed)
        self.catalogue.notice_raised.connect(notices.set_notice)
        self.catalogue.changed.connect(self._on_catalogue_changed)
        self.notices.resume_wanted.connect(self.resume)
        workbench.run_finished.connect(self._on_workbench_run_finished)
        workbench.current_run.moments_changed.connect(self._on_current_run_moments_changed)
        self._apply_keeping()

    def _build_station(self) -> QWidget:
        from gui.stations.runs import RunsPage

        station = RunsPage(self.catalogue, self._changes, self._preferences, self.page)
        station.settings_wanted.connect(self._on_station_settings_wanted)
        station.resume_wanted.connect(self.resume)
        station.model_wanted.connect(self.model_wanted)
        station.compare_wanted.connect(self.compare_wanted)
        station.station_wanted.connect(self.station_wanted)
        station.keeping_changed.connect(self._apply_keeping)
        self.catalogue.refresh()
        return station

    @Slot(str)
    @Slot(str, int)
    def resume(self, run_id: str, more_epochs: int = 0) -> None:
        """Go on with a run, for a finished one with more epochs, and turn to the Train station."""
        try:
            self._workbench.actions.resume(RunFolder(self.catalogue.folder / run_id), more_epochs)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self.station_wanted.emit("train")

    @Slot()
    def _apply_keeping(self) -> None:
        self._workbench.current_run.safe_seconds = float(self._preferences.checkpoint_seconds)
        self.catalogue.set_limit(self._preferences.runs_limit_bytes)

    @Slot(object, str)
    def _on_station_settings_wanted(self, experiment: Experiment, name: str) -> None:
        self._workbench.editor.replace(experiment, self.tr("settings of “{name}”").format(name=name))
        self.station_wanted.emit("train")

    @Slot(object)
    def _on_workbench_run_finished(self, _event: object) -> None:
        self.catalogue.refresh()

    @Slot()
    def _on_current_run_moments_changed(self) -> None:
        """Follow the run under way, where somebody looks at the runs."""
        if self.page.isVisible():
            self.catalogue.refresh()

    @Slot()
    def _on_catalogue_changed(self) -> None:
        """At the first reading, offer to go on with the newest run that waits for it."""
        if self._offered or not self.catalogue.is_read:
            return
        self._offered = True
        if self._workbench.running:
            return
        for run in self.catalogue.summaries:
            if run.status in UNFINISHED and not run.here:
                killed = run.status is RunStatus.INTERRUPTED
                self.notices.offer(run.id, run.name, run.epoch, run.epochs, killed=killed)
                return
