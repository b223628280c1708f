"""What the window is filled with: the run bar above, the rail at the left, a station's page, and the pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.bench.undo_stack import UndoStack
from gui.look.dressed import dressed
from gui.pad.naming import PadNaming
from gui.pad.pad import Pad
from gui.pad.place import PadPlacement
from gui.widgets.layouts import column_of, row_of
from gui.widgets.notice_bar import NoticeBar
from gui.window import registry
from gui.window.run_bar import RunBar
from gui.window.stations import Stations

if TYPE_CHECKING:
    from gui.workbench import Workbench


class WindowBody(QWidget):
    """The parts of the window, laid out.

    Args:
        workbench: What they show and steer.
        window: What they belong to.
        later: Whether pages out of sight are built later, by ``Stations.complete``.

    Attributes:
        run_bar: Train, pause, step and stop.
        notices: What is told above the page.
        stations: The rail and the pages.
        pad: The pad.
        panel: The drawing pad, one of its faces.
        draw_stack: What can be undone of the drawing.
        pad_placement: Where the pad stands.
        splitter: Between page and pad.
        rows: Between rail, panels beside the page, and page.
    """

    def __init__(self, workbench: Workbench, window: QWidget, *, later: bool = False) -> None:
        super().__init__(window)
        self.run_bar = RunBar(workbench, self)
        self.notices = NoticeBar(self)
        self.stations = Stations(registry.STATIONS, workbench, window)
        self.draw_stack = UndoStack(self)
        self.pad = Pad(self)
        self.pad.set_bench(workbench)
        self.panel = self.pad.panel
        self.pad.set_undo_stack(self.draw_stack)
        self.naming = PadNaming(self.panel, workbench.my_digits, self.draw_stack)
        self.splitter = dressed(QSplitter(Qt.Orientation.Horizontal, self), name="mainSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stations.pages)
        self.pad_placement = PadPlacement(self.pad, self.splitter, window, self.stations.needed_width)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.stations.needs_changed.connect(self.pad_placement.fit)
        middle = QWidget(self)
        column = _column(middle)
        column.addWidget(self.notices)
        column.addLayout(row_of((self.splitter, 1), self.pad_placement.edge, spacing=0), 1)
        self.rows = QSplitter(Qt.Orientation.Horizontal, self)
        self.rows.setHandleWidth(1)
        self.rows.setChildrenCollapsible(False)
        self.rows.addWidget(self.stations.rail)
        self.rows.addWidget(middle)
        self.rows.setStretchFactor(1, 1)
        column = _column(self)
        column.addWidget(self.run_bar)
        column.addWidget(self.rows, 1)
        # Where they stay: with every move of its place, Qt goes through all that is on a page.
        if later:
            self.stations.begin()
        else:
            self.stations.complete()

    def put_beside(self, panel: QWidget) -> None:
        """Put a panel between the rail and the page."""
        self.rows.insertWidget(1, panel)
        self.rows.setStretchFactor(1, 0)
        self.rows.setStretchFactor(2, 1)

    def beside(self) -> tuple[QWidget, ...]:
        """Return what stands before the page: the rail, and panels that were put there."""
        found = (self.rows.widget(place) for place in range(self.rows.count() - 1))
        return tuple(part for part in found if part is not None)

    def set_beside_width(self, width: int) -> None:
        """Give the panel so many pixels, at most a third of the room; 0 for as many as it asks for."""
        panel = self.rows.widget(1)
        assert panel is not None, "it was put there"
        room = self.rows.width() - self.stations.rail.width()
        wide = min(width or panel.sizeHint().width(), max(room // 3, panel.minimumSizeHint().width()))
        self.rows.setSizes([self.stations.rail.width(), wide, room - wide])


def _column(widget: QWidget) -> QVBoxLayout:
    return column_of(on=widget, spacing=0)
