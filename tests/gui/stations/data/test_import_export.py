"""My Digits and data sets of one's own in the window: browse, relabel, delete, bring in, write out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QMenu, QMessageBox, QProgressDialog, QPushButton

from engine.data import datasets, ink
from engine.data.exporting.registry import FORMATS
from engine.data.generated import generate
from engine.data.imported_sets import imported_sets
from engine.data.my_digits import my_digits
from gui.look.spoken import words_of
from gui.widgets.images.image_grid import ImageGrid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from engine.data.exporting.export_format import ExportFormat
    from gui.main_window import MainWindow
    from gui.stations.data.station import DataStation

LONG = 20_000
SEVEN = [np.array([[60.0, 60.0], [200.0, 58.0], [120.0, 230.0]])]


def labels() -> list[str]:
    return [entry.label for entry in my_digits().entries()]


def action(window: MainWindow, text: str) -> QAction:
    return next(each for each in window.findChildren(QAction) if each.text().replace("&", "") == text)


def table(path: Path, count: int = 40) -> Path:
    images, numbers = generate(count)
    np.savez(path, images=images, labels=numbers)
    return path


@pytest.fixture
def grid(qtbot: QtBot, window: MainWindow) -> ImageGrid:
    """The Data station with three drawings of one's own; the newest, a 3, is selected."""
    for label in "123":
        my_digits().add(SEVEN, label)
    window.station("data").import_export.browse()
    bench = window.workbench
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    grid = window.station("data").page.findChild(ImageGrid, "imageGrid")
    grid.setFocus()
    grid.select(0)
    return grid


def captions(grid: ImageGrid) -> list[str]:
    return [grid.words_of(index).rpartition(" ")[2] for index in range(grid.count())]


def test_the_data_menu_has_the_data_sets_first_by_their_kind(window: MainWindow) -> None:
    menu = window.menus.menu("dataMenu")
    shown = [each for each in menu.actions() if each.isVisible()]
    words = [each.text().replace("&", "") for each in shown]
    shelves = ["Pictures", "Points", "Tables", "Texts", "My Own"]
    assert words[:8] == [*shelves, "", "Look at the Data", "My Digits"]
    inner = {
        name: [on.text() for on in each.menu().actions()] for name, each in zip(shelves, shown, strict=False)
    }
    offered = [title for titles in inner.values() for title in titles]
    assert sorted(offered) == sorted(info.title for info in datasets.names())
    assert inner["My Own"] == ["My Digits", "My points"]
    assert "Two moons" not in inner["Tables"]
    assert "Iris flowers" in inner["Tables"]
    assert [each.isChecked() for each in shown[:5]] == [True, False, False, False, False]
    window.workbench.editor.edit("data.dataset", "iris")
    assert [each.isChecked() for each in shown[:5]] == [False, False, True, False, False]
    assert action(window, "Iris flowers").isChecked()


def test_the_data_menu_stays_low_with_sets_of_ones_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for name in ("pens", "more pens"):
        with qtbot.waitSignal(window.station("data").import_export.notice_raised, timeout=LONG):
            window.station("data").import_export.make_set(table(tmp_path / f"{name}.npz"))
    menu = window.menus.menu("dataMenu")
    assert menu.sizeHint().height() < 400
    own = menu.findChild(QMenu, "ownSetsMenu")
    assert [each.text() for each in own.actions()][2:] == ["more pens", "pens"]
    assert action(window, "more pens").isChecked()
    action(window, "pens").trigger()
    assert window.workbench.experiment.data.dataset == "pens"


def test_browsing_shows_the_newest_first(window: MainWindow, grid: ImageGrid) -> None:
    assert window.rail.station == "data"
    assert captions(grid) == ["3", "2", "1"]
    assert not window.station("data").page.findChild(QComboBox, "partCombo").isVisible()


def test_a_key_relabels_and_undo_takes_it_back(window: MainWindow, grid: ImageGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_7)
    assert labels() == ["1", "2", "7"]
    assert grid.selected() == 0
    assert "relabel" in window.undo.undo_action.text()
    window.undo.undo_action.trigger()
    assert labels() == ["1", "2", "3"]


def test_delete_and_undo(window: MainWindow, grid: ImageGrid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert labels() == ["1", "2"]
    assert grid.count() == 2
    assert grid.selected() == 0
    window.undo.undo_action.trigger()
    assert sorted(labels()) == ["1", "2", "3"]
    window.undo.redo_action.trigger()
    assert labels() == ["1", "2"]


def test_the_menu_of_a_drawing(window: MainWindow, grid: ImageGrid) -> None:
    menu = window.station("data").page.examples.browser.menu()
    classes = menu.actions()[0].menu()
    next(each for each in classes.actions() if each.data() == "9").trigger()
    assert labels() == ["1", "2", "9"]
    next(each for each in menu.actions() if each.text() == "Delete").trigger()
    assert labels() == ["1", "2"]


def test_one_class_alone(window: MainWindow, grid: ImageGrid) -> None:
    combo = window.station("data").page.findChild(QComboBox, "classCombo")
    combo.setCurrentIndex(combo.findText("2"))
    combo.activated.emit(combo.currentIndex())
    assert captions(grid) == ["2"]


def test_other_data_take_the_grid_back(qtbot: QtBot, window: MainWindow, grid: ImageGrid) -> None:
    window.workbench.editor.edit("data.dataset", "generated")
    qtbot.waitUntil(lambda: grid.count() > 100, timeout=LONG)
    grid.select(0)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert len(labels()) == 3
    assert window.station("data").page.findChild(QComboBox, "partCombo").isVisible()


def test_no_drawings_yet(window: MainWindow) -> None:
    action(window, "Browse").trigger()
    station = window.station("data").page
    assert "pad" in words_of(station.examples.browser._grid._empty_text)
    assert not station.findChild(QPushButton, "fetchButton").isVisible()
    assert not station.findChild(QPushButton, "exportButton").isEnabled()


def test_the_last_drawing_goes(qtbot: QtBot, window: MainWindow, grid: ImageGrid) -> None:
    for _ in range(3):
        grid.select(0)
        QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert labels() == []
    qtbot.waitUntil(lambda: window.workbench.data is None, timeout=LONG)
    assert grid.count() == 0


def test_a_dropped_file_becomes_a_data_set(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table(tmp_path / "My pens.npz")))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "importPreview") is not None, timeout=LONG)
    preview = window.findChild(QDialog, "importPreview")
    qtbot.waitUntil(preview.findChild(QPushButton, "importMake").isEnabled, timeout=LONG)
    with qtbot.waitSignal(window.station("data").import_export.sets_changed, timeout=LONG):
        QTest.keyClick(preview, Qt.Key.Key_Return)
    bench = window.workbench
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    assert bench.experiment.data.dataset == "my-pens"
    assert bench.data is not None
    assert bench.data.train.name == "my-pens"
    combo = window.station("data").page.findChild(QComboBox, "datasetCombo")
    assert combo.currentText() == "My pens"
    assert action(window, "My pens").isChecked()
    assert window.notices.notice is not None
    assert window.notices.notice.kind == "success"
    assert window.findChild(QProgressDialog) is None or not window.findChild(QProgressDialog).isVisible()


def test_what_was_not_used_can_be_looked_at(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    images, numbers = generate(10)
    rows = [f"{n}," + ",".join(map(str, image.ravel())) for image, n in zip(images, numbers, strict=True)]
    (tmp_path / "t.csv").write_text("\n".join([*rows, "7,nonsense"]))
    with qtbot.waitSignal(window.station("data").import_export.notice_raised, timeout=LONG):
        window.station("data").import_export.make_set(tmp_path / "t.csv")
    notice = window.notices.notice
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert "row 11" in dialog.findChild(type(dialog.children()[2])).toPlainText()
    dialog.close()


def test_a_set_is_removed_after_a_question(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.station("data").import_export.notice_raised, timeout=LONG):
        window.station("data").import_export.make_set(table(tmp_path / "pens.npz"))
    action(window, "Remove Data Set …").trigger()
    window.findChild(QMessageBox, "removeSetDialog").button(QMessageBox.StandardButton.Yes).click()
    assert imported_sets() == ()
    assert window.workbench.experiment.data.dataset == "generated"
    assert window.station("data").page.findChild(QComboBox, "datasetCombo").findData("pens") < 0
    assert not action(window, "Remove Data Set …").isEnabled()


def test_what_cannot_be_read_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "torn.npz").write_bytes(b"PK")
    with qtbot.waitSignal(window.station("data").import_export.failed, timeout=LONG):
        window.station("data").import_export.make_set(tmp_path / "torn.npz")
    assert window.notices.notice is not None
    assert window.notices.notice.kind == "error"
    assert imported_sets() == ()


def test_images_come_into_my_digits_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.station("data").import_export.notice_raised, timeout=LONG):
        window.station("data").import_export.take_in(table(tmp_path / "pens.npz", 20))
    assert len(labels()) == 20
    window.undo.undo_action.trigger()
    assert labels() == []


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_my_digits_go_out_and_come_in_again(
    qtbot: QtBot, station: DataStation, tmp_path: Path, form: ExportFormat
) -> None:
    for label in "77x":
        my_digits().add(SEVEN, label)
    with qtbot.waitSignal(station.import_export.notice_raised, timeout=LONG):
        station.import_export.export(tmp_path / f"mine{form.ending}", form.name)
    ids = [entry.id for entry in my_digits().entries()]
    my_digits().delete(*ids)
    source = tmp_path / f"mine{form.ending}"
    with qtbot.waitSignal(station.import_export.notice_raised, timeout=LONG):
        station.import_export.take_in(source if source.exists() else tmp_path / "mine-images-idx3-ubyte")
    assert sorted(labels()) == ["7", "7", "x"]
    assert np.array_equal(my_digits().dataset().images[0], ink.render_strokes(SEVEN))


def test_a_drawing_that_comes_in_again_is_on_the_side_it_was(
    qtbot: QtBot, station: DataStation, tmp_path: Path
) -> None:
    ids = [my_digits().add([SEVEN[0] * [1.0, 1.0 + number / 9]], "7") for number in range(7)]
    my_digits().delete(ids[0])  # by its order alone each of the others would change its side
    sides = {entry.id: entry.kept_back for entry in my_digits().entries()}
    with qtbot.waitSignal(station.import_export.notice_raised, timeout=LONG):
        station.import_export.export(tmp_path / "mine.npz", "npz")
    my_digits().delete(*ids[1:])
    my_digits().restore(ids[2])
    with qtbot.waitSignal(station.import_export.notice_raised, timeout=LONG):
        station.import_export.take_in(tmp_path / "mine.npz")
    again = [entry for entry in my_digits().entries() if entry.id not in ids]
    assert [entry.kept_back for entry in again] == list(sides.values())


def test_bringing_in_can_be_cancelled(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    station.import_export.make_set(table(tmp_path / "many.npz", 3000))
    station.place.window().findChild(QProgressDialog, "ownDataProgress").canceled.emit()
    qtbot.waitUntil(lambda: not station.import_export.busy, timeout=LONG)
    assert imported_sets() == ()
    assert not datasets.is_available("many")


def test_closing_the_window_ends_what_is_under_way(window: MainWindow, tmp_path: Path) -> None:
    window.station("data").import_export.make_set(table(tmp_path / "many.npz", 3000))
    window.close()
    assert not window.station("data").import_export.busy
