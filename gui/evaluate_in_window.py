"""The Evaluate station in the window, with what measures for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.curve_drawing import CurveDrawing
from gui.lazy_page import LazyPage
from gui.measuring import Measuring
from gui.mislabelled import Mislabelled

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack
    from PySide6.QtWidgets import QWidget

    from gui.workbench import Workbench


class EvaluateInWindow(QObject):
    """Joins the station to a workbench.

    Args:
        workbench: Whose model is measured.
        parent: The window.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        station_wanted: Another station is to be shown (its name).
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
    """

    failed = Signal(object, str)
    station_wanted = Signal(str)
    example_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.measuring = Measuring(workbench, self)
        self.curve = CurveDrawing(workbench, self)
        self.mislabelled = Mislabelled(self)
        self.page = LazyPage(self._build_station, parent)
        self.measuring.failed.connect(self.failed)
        self.curve.failed.connect(self.failed)
        self.mislabelled.failed.connect(self._on_mislabelled_failed)

    @property
    def undo_stack(self) -> QUndoStack:
        """What was marked, for the Edit menu."""
        return self.mislabelled.undo_stack

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        self.measuring.shutdown()
        self.curve.shutdown()

    def _build_station(self) -> QWidget:
        from gui.stations.evaluate import EvaluateStation

        station = EvaluateStation(self._workbench, self.measuring, self.curve, self.mislabelled, self.page)
        station.station_wanted.connect(self.station_wanted)
        station.example_chosen.connect(self.example_chosen)
        return station

    @Slot(object)
    def _on_mislabelled_failed(self, error: object) -> None:
        self.failed.emit(error, "")
