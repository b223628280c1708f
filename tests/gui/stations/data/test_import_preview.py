"""What is about to be brought in is shown before it is: what was found is said, and whatever is chosen changes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton, QScrollArea

from engine.data import datasets
from engine.data.generated import generate
from engine.data.imported_sets import imported_sets
from engine.data.my_digits import my_digits
from gui.stations.data.import_preview import ImportPreview
from gui.widgets.images.image_grid import ImageGrid
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.data.station import DataStation

LONG = 20_000
COUNT = 40


@pytest.fixture(scope="module")
def digits() -> tuple[np.ndarray, np.ndarray]:
    return generate(COUNT)


class Shown:
    """The preview as a person has it before them."""

    def __init__(self, qtbot: QtBot, dialog: QDialog) -> None:
        self.qtbot = qtbot
        assert isinstance(dialog, ImportPreview)
        self.dialog = dialog
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog.busy, timeout=LONG)

    def text(self, name: str) -> str:
        return self.dialog.findChild(QLabel, f"import{name}").text()

    def box(self, name: str) -> QComboBox:
        return self.dialog.findChild(QComboBox, f"import{name}")

    def type(self, name: str, text: str) -> None:
        box = self.box(name)
        box.setFocus()
        box.lineEdit().selectAll()
        QTest.keyClicks(box.lineEdit(), text)
        QTest.keyClick(box.lineEdit(), Qt.Key.Key_Tab)
        self.wait()

    @property
    def make(self) -> QPushButton:
        return self.dialog.findChild(QPushButton, "importMake")

    @property
    def images(self) -> np.ndarray:
        return self.dialog.findChild(ImageGrid, "importImages")._images


def shown(qtbot: QtBot, station: DataStation, path: Path) -> Shown:
    station.import_export.preview_set(path)
    return Shown(qtbot, station.place.window().findChild(QDialog, "importPreview"))


def agree(qtbot: QtBot, station: DataStation, preview: Shown) -> Notice:
    """Bring in what is shown; return what is told of it."""
    with qtbot.waitSignal(station.notice_raised, timeout=LONG) as raised:
        preview.make.click()
    (notice,) = raised.args
    assert isinstance(notice, Notice)
    return notice


def table(path: Path, columns: list[np.ndarray], more: str = "") -> Path:
    rows = np.column_stack([column.reshape(COUNT, -1) for column in columns])
    path.write_text("\n".join(",".join(map(str, row)) for row in rows) + more)
    return path


def test_all_is_said_before_anything_is_kept(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    images, labels = digits
    path = table(tmp_path / "t.csv", [np.rint(images * (16 / 255)).astype(int), labels], "\n7,3")
    preview = shown(qtbot, station, path)
    assert preview.text("Images") == "40"
    assert preview.text("Classes") == "10: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9; 4 images each"
    assert preview.text("Sizes") == "28 × 28 → 28 × 28"
    assert preview.text("Parts").startswith("33 to learn from, 7 to test with")
    assert preview.box("Values").currentText() == "0 to 16 → 0 to 255 (found)"
    assert preview.box("Labels").currentText() == "last column (found)"
    assert preview.text("LeftOut") == "1"
    which = preview.dialog.findChild(QPushButton, "importShowWhich")
    assert not which.isHidden()
    which.click()
    details = next(each for each in preview.dialog.findChildren(QDialog) if each.isVisible())
    assert "row 41" in details.findChild(QPlainTextEdit).toPlainText()
    details.close()
    assert imported_sets() == ()
    assert agree(qtbot, station, preview).kind == "success"
    assert datasets.load("t", part="all").images.max() == 255
    assert station.workbench.experiment.data.dataset == "t"


def test_a_range_that_cannot_be_told_is_named_by_hand(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    np.savez(tmp_path / "t.npz", images=digits[0] // 5, labels=digits[1])
    preview = shown(qtbot, station, tmp_path / "t.npz")
    assert "Its values run from 0 to 51." in preview.text("Problem")
    assert not preview.make.isEnabled()
    preview.type("Values", "0 to")
    assert "black, then white" in preview.text("Problem")
    assert not preview.make.isEnabled()
    preview.type("Values", "0-51")
    assert preview.text("Problem") == ""
    assert preview.images.max() == 255
    preview.type("Values", "51 0")
    assert preview.images[:, 0, 0].min() == 255
    agree(qtbot, station, preview)
    assert datasets.load("t", part="all").images[:, 0, 0].min() == 255


def test_the_labels_are_asked_for_where_two_columns_fit(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    images, labels = digits[0].copy(), digits[1]
    images[:, -1, -1] = np.random.default_rng(1).integers(0, 4, COUNT) * 85
    preview = shown(qtbot, station, table(tmp_path / "t.csv", [labels, images]))
    assert "in the first column or in the last column" in preview.text("Problem")
    box = preview.box("Labels")
    assert box.isVisible()
    box.setCurrentIndex(box.findText("first column"))
    box.activated.emit(box.currentIndex())
    preview.wait()
    assert preview.make.isEnabled()
    assert preview.text("Classes").startswith("10: 0, 1, 2")
    preview.type("Labels", "colour")
    assert "no column “colour”" in preview.text("Problem")


def test_pictures_that_lie_on_their_side_are_turned(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", images=images.swapaxes(1, 2), labels=labels)
    preview = shown(qtbot, station, tmp_path / "t.npz")
    before = preview.images.copy()
    preview.dialog.findChild(QCheckBox, "importTransposed").click()
    preview.wait()
    assert np.array_equal(preview.images, before.swapaxes(1, 2))


def test_what_cannot_be_read_is_said_in_place(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    (tmp_path / "torn.npz").write_bytes(b"PK")
    preview = shown(qtbot, station, tmp_path / "torn.npz")
    assert "It is not a zip file, or its end is missing." in preview.text("Problem")
    assert not preview.make.isEnabled()
    QTest.keyClick(preview.dialog, Qt.Key.Key_Escape)
    assert imported_sets() == ()


def test_my_digits_are_looked_at_first_too(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    np.savez(tmp_path / "t.npz", images=digits[0] / 255, labels=np.full(COUNT, 7))
    station.import_export.preview_digits(tmp_path / "t.npz")
    preview = Shown(qtbot, station.place.window().findChild(QDialog, "importPreview"))
    assert preview.text("Classes") == "1: 7; 40 images each"
    agree(qtbot, station, preview)
    assert len(my_digits().entries()) == COUNT


def test_it_fits_a_small_screen_and_is_reached_by_keys(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    preview = shown(qtbot, station, table(tmp_path / "t.csv", [digits[0], digits[1]]))
    assert preview.dialog.width() <= 1024
    assert preview.dialog.height() <= 560
    reached = set()
    preview.box("Values").setFocus()
    for _ in range(12):
        reached.add(preview.dialog.focusWidget().objectName())
        QTest.keyClick(preview.dialog.focusWidget(), Qt.Key.Key_Tab)
    assert {
        "importValues",
        "importLabels",
        "importAs",
        "importTransposed",
        "importImages",
        "importMake",
    } <= reached


def test_closing_the_window_puts_it_away(
    window: MainWindow, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    np.savez(tmp_path / "t.npz", images=digits[0], labels=digits[1])
    window.station("data").import_export.preview_set(tmp_path / "t.npz")
    preview = window.findChild(QDialog, "importPreview")
    window.close()
    assert not preview.isVisible()
    assert not preview.busy


def test_what_cannot_be_read_leaves_no_empty_rows(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 200}.csv"
    path.write_bytes(b"PK\x03\x04 and no pixels")
    preview = shown(qtbot, station, path)
    assert "cannot be read" in preview.text("Problem")
    assert preview.dialog.findChild(QLabel, "importProblem").isVisible()
    assert not any(
        preview.dialog.findChild(QLabel, f"import{name}").isVisible()
        for name in ("Images", "Parts", "Classes", "Sizes", "LeftOut")
    )
    assert not preview.box("Values").isVisible()
    scroll = preview.dialog.findChild(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width(), "a long name widens nothing"


def test_rows_that_were_empty_come_back_with_what_is_found(
    qtbot: QtBot, station: DataStation, tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    np.savez(tmp_path / "t.npz", images=digits[0] // 5, labels=digits[1])
    preview = shown(qtbot, station, tmp_path / "t.npz")
    assert not preview.make.isEnabled()
    images = preview.dialog.findChild(QLabel, "importImages")
    assert not images.isVisible()
    assert preview.box("Values").isVisible()
    preview.type("Values", "0 51")
    assert images.isVisible()
    assert images.text() == "40"
