"""A station in a small window of its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.stations.station import Station
from tests.left_running import styled_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.workbench import Workbench

PAGE = QSize(940, 660)

Shown = TypeVar("Shown", bound=Station[Any])


@contextmanager
def shown(kind: type[Shown], bench: Workbench) -> Iterator[Shown]:
    """Show a station, and shut it down at the end; its window goes then and there.

    Left to the garbage search, widgets that are still on the screen would be ended in any order, which now and then is
    a segmentation fault.
    """
    with styled_once():
        window = QWidget()
        made = kind(bench, window)
        layout = QVBoxLayout(window)
        layout.addWidget(made.place)
        window.resize(PAGE)
        made.place.built()
    window.show()
    try:
        yield made
    finally:
        made.shutdown()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
