"""The other screen, such as a projector beside the screen of a laptop: whether there is one, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SecondScreen(QObject):
    """Knows the screen on which a window does not stand.

    Args:
        window: The window.

    Signals:
        changed: A screen was plugged in or unplugged.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        # What has changed is looked at when Qt is done with it: windows have left a screen that goes by then.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            signal.connect(self._on_app_screens_changed)

    def area(self) -> QRect | None:
        """Return where it is among all screens, or None where there is none, or it shows the same as the first."""
        places = screens()
        middle = self._window.geometry().center()
        own = next((place for place in places if place.contains(middle)), places[0] if places else QRect())
        return next((place for place in places if not place.intersects(own)), None)

    @Slot()
    def _on_app_screens_changed(self) -> None:
        self._soon.start()


def screens() -> list[QRect]:
    """Return where the screens are, the first one first."""
    return [screen.geometry() for screen in QGuiApplication.screens()]
