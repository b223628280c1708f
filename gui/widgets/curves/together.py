"""Several plots over the same x: one stretch of it in sight in all, one line through all, a click in any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from gui.widgets.curves.plot import CurvePlot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class CurvesTogether(QObject):
    """Keeps plots on one scale: who zooms, moves or fits one of them does so to all, along x.

    Args:
        plots: One above the other. The first that draws says where the scale lies.
        parent: Whose they are.
    """

    sight_changed = Signal()
    """Another stretch of x is in sight, or the plots lie elsewhere."""
    clicked = Signal(float)
    """A place was clicked at in one of them: its x."""
    double_clicked = Signal()

    def __init__(self, plots: Sequence[CurvePlot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plots: list[CurvePlot] = []
        self._is_spreading = False
        for plot in plots:
            self.add(plot)

    def add(self, plot: CurvePlot) -> None:
        """Have another plot below them, on the same scale."""
        self._plots.append(plot)
        plot.sight_changed.connect(self._on_plot_sight_changed)
        plot.following_changed.connect(self._on_plot_following_changed)
        plot.clicked.connect(self.clicked)
        plot.double_clicked.connect(self.double_clicked)

    def set_moment(self, x: float | None) -> None:
        """Draw an upright line through all plots, or none."""
        for plot in self._plots:
            plot.set_moment(x)

    def sight(self) -> tuple[float, float] | None:
        """Return the x at the left and the right edge, or None while nothing draws."""
        return next((sight for plot in self._plots if (sight := plot.sight()) is not None), None)

    def edges_in(self, widget: QWidget) -> tuple[float, float] | None:
        """Return where the drawing areas begin and end, in pixels from the left of a widget of the same window."""
        for plot in self._plots:
            edges = plot.edges()
            if edges is not None:
                shift = widget.mapFromGlobal(plot.mapToGlobal(QPoint(0, 0))).x()
                return edges[0] + shift, edges[1] + shift
        return None

    @Slot()
    def _on_plot_sight_changed(self) -> None:
        plot = self.sender()
        assert isinstance(plot, CurvePlot)
        if self._is_spreading:
            return
        if not plot.is_following():
            self._spread(plot)
        self.sight_changed.emit()

    @Slot(bool)
    def _on_plot_following_changed(self, is_following: bool) -> None:
        plot = self.sender()
        assert isinstance(plot, CurvePlot)
        if self._is_spreading:
            return
        if not is_following:
            self._spread(plot)
        else:
            self._is_spreading = True
            for other in self._plots:
                if other is not plot:
                    other.fit()
            self._is_spreading = False
        self.sight_changed.emit()

    def _spread(self, plot: CurvePlot) -> None:
        """Let the others show what one shows."""
        sight = plot.sight()
        self._is_spreading = True
        for other in self._plots:
            if other is not plot and sight is not None:
                other.set_sight(*sight)
        self._is_spreading = False
