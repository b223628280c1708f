"""The real window with names that look like markup, as class, data set, run and file: all of it is read through."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint
from PySide6.QtGui import QAction, QHelpEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QTabBar,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from engine.data import imported_sets
from engine.errors import DataError
from engine.folders import home_folder, runs_folder
from engine.storage.runs.library import RunLibrary
from gui.stations.data.import_preview import ImportPreview
from gui.widgets.images.image_grid import ImageGrid
from gui.widgets.painted import Painted
from gui.widgets.waiting_dialog import WaitingDialog
from gui.workbench import RunState

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

EVIL = "<b>7&lt;&up<img src=a>"
LONG = 60_000
Role = Qt.ItemDataRole
# Some of where the name must have been read, or the window was not read at all.
SEEN = {
    "ClassBalance painted tip", "CompareTable compareTable head's tip", "ImageGrid imageGrid painted tip",
    "Label neuronFormula", "Label noticeLabel", "Label whyLead", "MainWindow mainWindow action",
    "ChoiceBox datasetCombo cell", "QLabel qt_msgbox_label", "QMenu action's tip", "QToolButton thatWasKey0 tip",
    "RunList runsTable cell",
    "StatusSummary statusSummary", "StatusSummary statusSummary tip", "_Entry", "_Entry tip",
}  # fmt: skip


@pytest.fixture
def evil_set() -> str:
    """Put a data set on the disk whose title and first class are called so; return its name."""
    generator = np.random.default_rng(0)
    labels = np.arange(120) % 2
    images = generator.integers(0, 60, (120, 28, 28), dtype=np.uint8)
    images[labels == 1, 8:20, 10:18] += 150
    images[labels == 0, 4:8, 4:24] += 150
    folder = home_folder() / imported_sets.FOLDER / "evil"
    folder.mkdir(parents=True)
    arrays = {"images": images, "labels": labels, "test": np.arange(120) % 6 == 0}
    np.savez(
        folder / imported_sets.FILE_NAME, **arrays, classes=np.array([EVIL, "other"]), title=np.array(EVIL)
    )
    return "evil"


class Reading:
    """What was read, and where a name was not shown letter by letter."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.faults: set[str] = set()

    def read(self, where: str, text: object, *, is_rich: bool | None = None, has_keys: bool = False) -> None:
        """Look at one text; ``is_rich`` is None where Qt guesses, and ``has_keys`` where & marks a key."""
        if not isinstance(text, str):
            return
        if EVIL in text or "&lt;b&gt;7" in text or EVIL.replace("&", "&&") in text:
            self.places.add(where)
        if EVIL in text and (has_keys or (Qt.mightBeRichText(text) if is_rich is None else is_rich)):
            self.faults.add(f"{where}: {text[:200]}")

    def read_model(self, where: str, model: QAbstractItemModel) -> None:
        parent = QModelIndex()
        columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(parent), 30)
        rows = min(model.rowCount(parent), 30)
        for row in range(rows):
            for column in range(columns):
                index = model.index(row, column, parent)
                self.read(f"{where} cell", index.data(Role.DisplayRole), is_rich=False)
                for role in (Role.ToolTipRole, Role.WhatsThisRole):
                    self.read(f"{where} cell's tip", index.data(role))
        for side, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
            for section in range(count):
                self.read(f"{where} head", model.headerData(section, side, Role.DisplayRole), is_rich=False)
                self.read(f"{where} head's tip", model.headerData(section, side, Role.ToolTipRole))

    def read_tips(self, where: str, widget: QWidget) -> None:
        """Let the mouse rest at many places of what is painted."""
        for x in range(2, max(widget.width(), 3), max(widget.width() // 12, 4)):
            for y in range(2, max(widget.height(), 3), max(widget.height() // 8, 4)):
                place = QPoint(x, y)
                QApplication.sendEvent(
                    widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
                )
                self.read(f"{where} painted tip", QToolTip.text() if QToolTip.isVisible() else "")
        QToolTip.hideText()

    def read_all(self) -> None:
        """Read every widget there is, shown or not."""
        for widget in QApplication.allWidgets():
            if not isValid(widget):  # a tooltip that went meanwhile
                continue
            where = f"{type(widget).__name__} {widget.objectName()}".strip()
            self.read(f"{where} tip", widget.toolTip())
            self.read(f"{where} what's this", widget.whatsThis())
            if isinstance(widget, QLabel):
                form = widget.textFormat()
                guess = None if form == Qt.TextFormat.AutoText else form != Qt.TextFormat.PlainText
                self.read(where, widget.text(), is_rich=guess)
            elif isinstance(widget, QAbstractButton):
                self.read(where, widget.text(), is_rich=False, has_keys=True)
            elif isinstance(widget, QMenu):
                self.read(f"{where} title", widget.title(), is_rich=False, has_keys=True)
            elif isinstance(widget, QTabBar):
                for tab in range(widget.count()):
                    self.read(where, widget.tabText(tab), is_rich=False, has_keys=True)
                    self.read(f"{where} tip", widget.tabToolTip(tab))
            elif isinstance(widget, QComboBox | QAbstractItemView) and widget.model() is not None:
                self.read_model(where, widget.model())
            elif isinstance(widget, Painted) and widget.isVisible():
                self.read_tips(where, widget)
            if isinstance(widget, ImageGrid) and widget.isVisible():
                self.read_tips(where, widget.viewport())
            for action in (
                *widget.actions(),
                *widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly),
            ):
                self.read(f"{where} action", action.text(), is_rich=False, has_keys=True)
                self.read(f"{where} action's tip", action.toolTip())


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # tooltips, offscreen
def test_every_name_is_shown_letter_by_letter(
    qtbot: QtBot, window: MainWindow, evil_set: str, tmp_path: Path
) -> None:
    bench, reading = window.workbench, Reading()
    bench.editor.edit("data.dataset", evil_set)
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.classes[0] == EVIL, timeout=LONG)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)
    assert window.files.save_model(tmp_path / f"{EVIL}.safetensors")
    run = bench.current_run.run
    assert run is not None
    library = RunLibrary()
    library.rename(run.id, EVIL)
    library.set_notes(run.id, EVIL)
    shutil.copytree(runs_folder() / run.id, runs_folder() / "second")
    library.rename("second", f"{EVIL} 2")
    bench.catalogue.refresh()
    qtbot.waitUntil(lambda: len(bench.catalogue.summaries) == 2, timeout=LONG)

    for name in ("data", "train", "evaluate", "runs"):
        window.show_station(name)
        if name == "runs":
            window.station("runs").page.list.selectAll()
        if name == "evaluate":
            rows = window.findChild(QAbstractItemView, "classTable").model().rowCount
            qtbot.waitUntil(lambda rows=rows: rows() == 2, timeout=LONG)
        qtbot.wait(100)
        reading.read_all()
    window.show_station("understand")
    understand = window.station("understand").page
    for view in ("weights", "map", "why", "histograms", "activations"):
        understand.show_view(view)
        qtbot.wait(100)
        reading.read_all()
    understand.view.panel.choose("output", 0)
    understand._refresh()

    window.words.show_error(DataError("“{name}” is damaged.", name=EVIL), details=EVIL)
    assert window.notices.notice is not None
    window.notices.notice.on_action()
    waiting = WaitingDialog("waiting", EVIL, EVIL, "Cancel", window)
    waiting.show_progress(0.5, EVIL)
    window.findChild(QAction, "removeDataSet").trigger()
    preview = ImportPreview(tmp_path / EVIL, True, window)
    reading.read_all()
    preview.close()
    waiting.dismiss()
    for dialog in window.findChildren(QDialog):
        dialog.close()

    assert reading.faults == set()
    assert reading.places >= SEEN
