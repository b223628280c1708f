"""A plot of the same curve of several runs; a click on a curve tells whose it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.widgets.curves.plot import CurvePlot

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.look.spoken import Words
    from gui.widgets.curves.canvas import CurveCanvas

REACH = 8.0  # pixels; so near to a curve a click means it


class RunPlot(CurvePlot):
    """A curve plot without a legend of its own, whose head is shared with other plots.

    Signals:
        curve_clicked: A curve was clicked (its key).
    """

    curve_clicked = Signal(str)

    def __init__(self, title: Words, *, percent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(title, percent=percent, parent=parent)
        for part in (self.bar.heading, self.bar.legend, self.bar.smooth_button):
            part.hide()

    def set_head(self, head: QWidget) -> None:
        """Put what chooses between plots in front of the buttons."""
        self.bar.put_first(head)

    @Slot()
    def prepare(self) -> None:
        """Load what draws, and listen to clicks on it."""
        before = self._canvas
        super().prepare()
        if before is None and self._canvas is not None:
            self._canvas.scene().sigMouseClicked.connect(self._on_scene_clicked)

    @Slot(object)
    def _on_scene_clicked(self, event: object) -> None:
        key = self.curve_at(event.scenePos())  # type: ignore[attr-defined]  # pyqtgraph has no stubs
        if key:
            self.curve_clicked.emit(key)

    def curve_at(self, place: QPointF) -> str:
        """Return the key of the curve at a place of the scene, empty where there is none within reach."""
        if self._canvas is None:
            return ""
        gaps = {
            item.key: distance(*_in_pixels(self._canvas, item.x, item.y), (place.x(), place.y()))
            for item in self.series()
            if item.is_visible and len(item.x)
        }
        nearest = min(gaps, key=gaps.__getitem__, default="")
        return nearest if gaps.get(nearest, math.inf) <= REACH else ""


def _in_pixels(
    canvas: CurveCanvas, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return where points lie in the scene of a canvas."""
    view = canvas.getViewBox()
    origin = view.mapViewToScene(QPointF(0, 0))
    across, up = (view.mapViewToScene(QPointF(*unit)) - origin for unit in ((1, 0), (0, 1)))
    return origin.x() + x * across.x(), origin.y() + canvas.heights(y) * up.y()


def distance(x: NDArray[np.float64], y: NDArray[np.float64], at: tuple[float, float]) -> float:
    """Return how far a point lies from a line through points; without end where there is no line.

    Args:
        x: ``(N,)``, pixels.
        y: ``(N,)``, pixels; what is not finite leaves a gap.
        at: The point, pixels.
    """
    points = np.stack([x, y], axis=1) - np.asarray(at)  # (N, 2), seen from the point
    starts, ends = (points, points) if len(points) == 1 else (points[:-1], points[1:])
    along = ends - starts
    length = (along**2).sum(axis=1)
    share = np.clip(-(starts * along).sum(axis=1) / np.where(length > 0, length, 1.0), 0.0, 1.0)
    gaps = np.hypot(*(starts + share[:, None] * along).T)
    return float(np.nanmin(gaps)) if np.isfinite(gaps).any() else math.inf
