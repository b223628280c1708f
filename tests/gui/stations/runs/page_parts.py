"""The parts of a Runs page, found and pressed as a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from gui.bench.run_catalogue import RunCatalogue
from gui.stations.runs.page import RunsPage
from gui.stations.runs.run_table import Column

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = 20_000
PAGE = QSize(980, 612)  # what the window has for a page at 1366 × 768, the pad at its right


def settle(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    qtbot.waitUntil(
        lambda: catalogue.is_read and not catalogue.busy and not catalogue.files.busy, timeout=LONG
    )


def column(station: RunsPage, place: Column) -> list[str]:
    model = station.list.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def chosen(station: RunsPage) -> list[str]:
    names, selection = column(station, Column.NAME), station.list.selectionModel()
    return [name for row, name in enumerate(names) if selection.isRowSelected(row)]


def press(widget: QWidget, words: str) -> None:
    (found,) = (
        item for item in widget.findChildren(QAbstractButton) if item.text() == words and item.isVisible()
    )
    found.click()


def button(station: RunsPage, name: str) -> QPushButton:
    found = station.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found
