"""The Evaluate station in the window, with what measures for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from engine.errors import TrainingError
from engine.lessons import state
from gui.stations.station import CompareRuns, Station

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gui.stations.evaluate.measuring_job import Measured
    from gui.stations.evaluate.page import EvaluatePage


class EvaluateStation(Station["EvaluatePage"]):
    """Measure how good the network is and where it errs, and whether the data are enough."""

    name = "evaluate"
    icon = "evaluate"

    _told: Measured | None = None  # what was measured last

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Evaluate")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("Measure how good the network is and where it errs, and whether the data are enough")

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Left / Right / Up / Down", self.tr("in the table of answers: from cell to cell")),
            ("Return", self.tr("on a cell: show its examples; on an example: try it on the pad")),
        )

    def build(self, place: QWidget) -> EvaluatePage:
        """Make the page, and what measures for it."""
        from gui.stations.evaluate.comparing import Comparing
        from gui.stations.evaluate.learning_curve import CurveDrawing
        from gui.stations.evaluate.measuring import Measuring
        from gui.stations.evaluate.mislabelled import Mislabelled
        from gui.stations.evaluate.page import EvaluatePage

        bench = self.workbench
        self.measuring = Measuring(bench, self)
        self.comparing = Comparing(bench, self.measuring, bench.catalogue, self)
        self.curve = CurveDrawing(bench, self)
        self.mislabelled = Mislabelled(bench.undo_stack, self)
        self.measuring.failed.connect(self.failed)
        self.comparing.failed.connect(self.failed)
        self.curve.failed.connect(self.failed)
        self.mislabelled.failed.connect(self._on_mislabelled_failed)
        page = EvaluatePage(bench, self.measuring, self.comparing, self.curve, self.mislabelled, place)
        page.station_wanted.connect(self.station_wanted)
        page.example_chosen.connect(self.example_chosen)
        self.measuring.changed.connect(self._on_measuring_changed)
        self.curve.changed.connect(self._on_curve_changed)
        return page

    def view(self) -> str:
        """Return ``report`` or ``data``."""
        return self.page.view.value if self.is_built else ""

    def show_view(self, name: str) -> None:
        """Turn to the report, or to whether the data are enough."""
        self.page.show_view(name)

    @Slot()
    def _on_measuring_changed(self) -> None:
        newest = self.measuring.newest
        if newest is not None and newest is not self._told:
            self._told = newest
            self.achieved.emit(state.Deed("measured", "report", {"accuracy": newest.report.accuracy}))

    @Slot()
    def _on_curve_changed(self) -> None:
        if self.curve.is_finished and not self.curve.busy:
            self.achieved.emit(state.Deed("measured", "learning_curve"))

    def offers(self) -> Mapping[type, Callable[[Any], object]]:
        """Compare two kept runs."""
        return {CompareRuns: self.compare_runs}

    def compare_runs(self, runs: CompareRuns) -> None:
        """Take a kept run to hand, measure it and another one on the same images, and show how they differ."""
        from gui.bench.kept_file import weights_gone

        catalogue = self.workbench.catalogue
        run, subtracted = catalogue.get(runs.this), catalogue.get(runs.other)
        if run is None or subtracted is None:
            return
        if self.workbench.running:
            error = TrainingError("A training is under way.", remedy="Stop it before you compare kept runs.")
            self.failed.emit(error, "")
            return
        for one in (run, subtracted):
            if not self._weights(one.id).exists():
                self.failed.emit(weights_gone(one.name, self._weights(one.id)), "")
                return
        page = self.page
        self.comparing.choose_run(subtracted)
        self.station_wanted.emit(self.name)
        page.show_report()
        current_run, current_model = self.workbench.current_run, self.workbench.current_model
        if not (current_model.is_of_run and current_run.run is not None and current_run.run.id == run.id):
            self.model_wanted.emit(self._weights(run.id))

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        if self.is_built:
            self.measuring.shutdown()
            self.comparing.shutdown()
            self.curve.shutdown()

    def _weights(self, name: str) -> Path:
        """Return where the best weights of a run are, or the last where there are no best ones."""
        best = self.workbench.catalogue.model_path(name, "best")
        return best if best.exists() else self.workbench.catalogue.model_path(name, "last")

    @Slot(object)
    def _on_mislabelled_failed(self, error: object) -> None:
        self.failed.emit(error, "")
