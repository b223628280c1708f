"""A station in a small window of its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

PAGE = QSize(940, 660)

Shown = TypeVar("Shown", bound=Station[Any])


@contextmanager
def shown(kind: type[Shown], qtbot: QtBot, bench: Workbench) -> Iterator[Shown]:
    """Show a station, and shut it down at the end."""
    window = QWidget()
    qtbot.addWidget(window)
    made = kind(bench, window)
    layout = QVBoxLayout(window)
    layout.addWidget(made.place)
    window.resize(PAGE)
    window.show()
    yield made
    made.shutdown()
