"""The room that a screen has for windows; of Qt's core alone, as the bare window asks at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget


def room_for(widget: QWidget) -> QRect:
    """Return what the screen on which a widget lies has free for windows; of the first screen where it lies on none.

    The widget itself is not asked for its screen: PySide takes that for a child of the widget, and now and then deletes
    it with a window that is collected as garbage, after which Qt ends the program as soon as it looks for a screen.
    """
    outer = widget.window()
    screen = QGuiApplication.screenAt(outer.geometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
