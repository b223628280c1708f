"""Where the pad is: at the right of the window, hidden, or in a window of its own for a projector."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from gui.pad.panel import DrawingPanel

FLOATING_SIZE = QSize(520, 860)


class Place(StrEnum):
    """Where the pad can be."""

    RIGHT = "right"
    HIDDEN = "hidden"
    FLOATING = "floating"


class PadWindow(QWidget):
    """The pad's own window; closing it puts the pad back.

    Signals:
        closed: The person closed the window.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("padWindow")
        self.setWindowTitle(self.tr("Pad – NetSketch"))
        self.resize(FLOATING_SIZE)
        column_of(on=self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the pad wants back, and close."""
        event.accept()
        self.closed.emit()


class PadPlacement(QObject):
    """Moves the panel between the splitter and its own window.

    Signals:
        place_changed: Where it is now (Place).
    """

    place_changed = Signal(object)

    def __init__(self, panel: DrawingPanel, splitter: QSplitter, window: QWidget) -> None:
        super().__init__(window)
        self._panel = panel
        self._splitter = splitter
        self._place = Place.RIGHT
        self._window = PadWindow(window)
        self._window.closed.connect(self._on_window_closed)

    @property
    def place(self) -> Place:
        """Where the pad is."""
        return self._place

    def set_place(self, place: Place) -> None:
        """Put the pad at the right, away, or into a window of its own."""
        if place is self._place:
            return
        self._place = place
        if place is Place.FLOATING:
            layout = self._window.layout()
            assert layout is not None
            layout.addWidget(self._panel)
            self._panel.show()
            self._window.show()
        else:
            if self._panel.parentWidget() is not self._splitter:
                self._splitter.addWidget(self._panel)
            self._window.hide()
            self._panel.setVisible(place is Place.RIGHT)
        self.place_changed.emit(place)

    @Slot()
    def _on_window_closed(self) -> None:
        if self._place is Place.FLOATING:
            self.set_place(Place.RIGHT)
