"""The Evaluate station in the window, with what measures for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.errors import TrainingError
from gui.stations.evaluate.comparing import Comparing
from gui.stations.evaluate.learning_curve import CurveDrawing
from gui.stations.evaluate.measuring import Measuring
from gui.stations.evaluate.measuring_job import weights_gone
from gui.stations.evaluate.mislabelled import Mislabelled
from gui.widgets.lazy_page import LazyPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gui.bench.run_catalogue import RunCatalogue
    from gui.stations.evaluate import EvaluatePage
    from gui.workbench import Workbench


class EvaluateInWindow(QObject):
    """Joins the station to a workbench.

    Args:
        workbench: Whose model is measured.
        catalogue: The runs it can be compared with.
        parent: The window.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        station_wanted: Another station is to be shown (its name).
        model_wanted: A model file is to be opened (Path).
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
    """

    failed = Signal(object, str)
    station_wanted = Signal(str)
    model_wanted = Signal(object)
    example_chosen = Signal(object)

    def __init__(self, workbench: Workbench, catalogue: RunCatalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._catalogue = catalogue
        self._station: EvaluatePage | None = None
        self.measuring = Measuring(workbench, self)
        self.comparing = Comparing(workbench, self.measuring, catalogue, self)
        self.curve = CurveDrawing(workbench, self)
        self.mislabelled = Mislabelled(workbench.undo_stack, self)
        self.page = LazyPage(self._build_station, parent)
        self.measuring.failed.connect(self.failed)
        self.comparing.failed.connect(self.failed)
        self.curve.failed.connect(self.failed)
        self.mislabelled.failed.connect(self._on_mislabelled_failed)

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        self.measuring.shutdown()
        self.comparing.shutdown()
        self.curve.shutdown()

    @Slot(str, str)
    def compare_runs(self, this: str, other: str) -> None:
        """Take a kept run to hand, measure it and another one on the same images, and show how they differ.

        Args:
            this: Id of the run whose model is taken to hand.
            other: Id of the run that is subtracted.
        """
        run, subtracted = self._catalogue.get(this), self._catalogue.get(other)
        if run is None or subtracted is None:
            return
        if self._workbench.running:
            error = TrainingError("A training is under way.", remedy="Stop it before you compare kept runs.")
            self.failed.emit(error, "")
            return
        for one in (run, subtracted):
            if not self._weights(one.id).exists():
                self.failed.emit(weights_gone(one.name, self._weights(one.id)), "")
                return
        self.comparing.choose_run(subtracted)
        self.station_wanted.emit("evaluate")
        self._built_station().show_report()
        current_run, current_model = self._workbench.current_run, self._workbench.current_model
        if not (current_model.is_of_run and current_run.run is not None and current_run.run.id == this):
            self.model_wanted.emit(self._weights(this))

    def _weights(self, name: str) -> Path:
        """Return where the best weights of a run are, or the last where there are no best ones."""
        best = self._catalogue.model_path(name, "best")
        return best if best.exists() else self._catalogue.model_path(name, "last")

    def _built_station(self) -> EvaluatePage:
        self.page.built()
        assert self._station is not None, "the page builds it"
        return self._station

    def _build_station(self) -> QWidget:
        from gui.stations.evaluate import EvaluatePage

        station = EvaluatePage(
            *(self._workbench, self.measuring, self.comparing, self.curve, self.mislabelled), self.page
        )
        station.station_wanted.connect(self.station_wanted)
        station.example_chosen.connect(self.example_chosen)
        self._station = station
        return station

    @Slot(object)
    def _on_mislabelled_failed(self, error: object) -> None:
        self.failed.emit(error, "")
