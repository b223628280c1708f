"""A table is looked at before it is brought in: its columns, its label, and what is filled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton, QScrollArea

from engine.data import datasets
from engine.data.imported_sets import imported_sets
from engine.data.tables.column import Use
from gui.stations.data.column_table import ColumnTable
from gui.stations.data.import_preview import ImportPreview
from gui.stations.data.table_preview import TablePreview
from tests.engine.data.tables.own_tables import FRUIT, two_clouds, written

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.stations.data.station import DataStation

pytestmark = pytest.mark.slow

LONG = 20_000


class Shown:
    """The preview as a person has it before them."""

    def __init__(self, qtbot: QtBot, station: DataStation, path: Path) -> None:
        station.import_export.preview_set(path)
        dialog = station.place.window().findChild(QDialog, "importPreview")
        assert isinstance(dialog, TablePreview)
        self.dialog, self.qtbot = dialog, qtbot
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog.busy, timeout=LONG)

    def text(self, name: str) -> str:
        return self.dialog.findChild(QLabel, f"import{name}").text()

    def uses(self) -> dict[str, Use]:
        return {each.name: each.use for each in self.table._model.rows}

    @property
    def table(self) -> ColumnTable:
        return self.dialog.findChild(ColumnTable)

    @property
    def make(self) -> QPushButton:
        return self.dialog.findChild(QPushButton, "importMake")

    def take(self, name: str, data: object) -> None:
        """Choose an entry of a box."""
        box = self.dialog.findChild(QComboBox, f"import{name}")
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())
        self.wait()


def test_all_is_said_before_anything_is_kept(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    preview = Shown(qtbot, station, written(tmp_path / "fruit.csv", FRUIT))
    assert preview.uses() == {
        "id": Use.LEFT_OUT, "picked": Use.LEFT_OUT, "colour": Use.CATEGORY, "weight (g)": Use.NUMBER,
        "sweet": Use.NUMBER, "fruit": Use.LABEL,
    }  # fmt: skip
    assert preview.text("Rows") == "11"
    assert preview.text("Classes") == "apple: 4, cherry: 4, pear: 3"
    assert preview.text("LeftOut") == "2"
    assert "Left out: “picked”. It holds days or times." in preview.text("Notes")
    which = preview.dialog.findChild(QPushButton, "importShowWhich")
    assert not which.isHidden()
    which.click()
    details = next(each for each in preview.dialog.findChildren(QDialog) if each.isVisible())
    assert "row 12: It has no label." in details.findChild(QPlainTextEdit).toPlainText()
    details.close()
    preview.table.choose("sweet")
    preview.take("Use", Use.LEFT_OUT.value)
    assert preview.uses()["sweet"] is Use.LEFT_OUT
    assert preview.text("Features") == "6"
    assert imported_sets() == ()
    with qtbot.waitSignal(station.import_export.notice_raised, timeout=LONG):
        preview.make.click()
    assert station.workbench.experiment.data.dataset == "fruit"
    info = datasets.info_of("fruit")
    assert info is not None
    assert (info.kind, info.is_imported) == ("numbers", True)
    assert len(datasets.load("fruit", part="all")) == 11


def test_the_label_is_asked_for_where_it_cannot_be_told(
    qtbot: QtBot, station: DataStation, tmp_path: Path
) -> None:
    rows = [f"{n % 3},{n * 7 % 11 + 0.5},1" for n in range(60)]
    preview = Shown(qtbot, station, written(tmp_path / "t.csv", "\n".join(["group,a,target", *rows])))
    assert "“target” is no label" in preview.text("Problem")
    assert not preview.make.isEnabled()
    preview.take("Label", "group")
    assert preview.text("Problem") == ""
    assert preview.make.isEnabled()
    assert preview.uses() == {"group": Use.LABEL, "a": Use.NUMBER, "target": Use.LEFT_OUT}
    preview.table.choose("group")
    box = preview.dialog.findChild(QComboBox, "importUse")
    assert box.count() == 2  # a class or a number; another column is made the label in its place
    preview.dialog.reject()


def test_a_label_with_fractions_is_a_number_unless_a_person_says_otherwise(
    qtbot: QtBot, station: DataStation, tmp_path: Path
) -> None:
    rows = [f"{n % 3},{n * 7 % 11 + 0.5},{n / 7:.2f}" for n in range(60)]
    preview = Shown(qtbot, station, written(tmp_path / "t.csv", "\n".join(["group,a,target", *rows])))
    assert preview.uses()["target"] is Use.TARGET
    assert preview.text("Target") == "target, 0 to 8.43"
    assert not preview.dialog.findChild(QLabel, "importClasses").isVisible()
    preview.take("Label", "group")
    assert preview.uses()["group"] is Use.LABEL
    preview.take("Task", "number")
    assert preview.uses()["group"] is Use.TARGET
    assert preview.make.isEnabled()
    preview.dialog.reject()


def test_what_is_no_set_leaves_no_empty_rows(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    preview = Shown(qtbot, station, written(tmp_path / f"{'n' * 200}.csv", "only words,\nand no label,\n"))
    assert "one column" in preview.text("Problem")
    assert not any(
        preview.dialog.findChild(QLabel, f"import{name}").isVisible()
        for name in ("Rows", "Parts", "Classes", "Features", "Filled")
    )
    assert not preview.make.isEnabled()
    scroll = preview.dialog.findChild(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width(), "a long name widens nothing"
    preview.dialog.reject()


def test_a_table_of_pixels_still_becomes_pictures(qtbot: QtBot, station: DataStation, tmp_path: Path) -> None:
    rows = [",".join([str(n % 2), *(str((n * k) % 256) for k in range(784))]) for n in range(20)]
    station.import_export.preview_set(written(tmp_path / "t.csv", "\n".join(rows)))
    dialog = station.place.window().findChild(QDialog, "importPreview")
    assert isinstance(dialog, ImportPreview)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=LONG)
    dialog.reject()


def test_a_table_dropped_on_the_window_is_looked_at(
    qtbot: QtBot, station: DataStation, tmp_path: Path
) -> None:
    path = two_clouds(tmp_path / "t.csv")
    opener = station.opener(path)
    assert opener is not None
    opener(path)
    dialog = station.place.window().findChild(QDialog, "importPreview")
    assert isinstance(dialog, TablePreview)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=LONG)
    dialog.reject()


def test_the_columns_of_a_table_that_is_read_from_its_file_are_chosen_later(
    qtbot: QtBot, station: DataStation, tmp_path: Path
) -> None:
    button = station.place.window().findChild(QPushButton, "chooseColumnsButton")
    assert not button.isVisible()
    station.workbench.editor.edit("data.dataset", str(two_clouds(tmp_path / "t.csv")))
    assert button.isVisible()
    button.click()
    dialog = station.place.window().findChild(QDialog, "importPreview")
    assert isinstance(dialog, TablePreview)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=LONG)
    dialog.reject()


def test_nothing_is_offered_to_look_at_where_all_can_be_read(
    qtbot: QtBot, station: DataStation, tmp_path: Path
) -> None:
    rows = [("width", "height", "kind"), *((str(n), str(n * n % 7), "ab"[n % 2]) for n in range(12))]
    preview = Shown(qtbot, station, written(tmp_path / "whole.csv", "\n".join(map(",".join, rows))))
    assert preview.text("LeftOut") == "nothing"
    assert preview.dialog.findChild(QPushButton, "importShowWhich").isHidden()
