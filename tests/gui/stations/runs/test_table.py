"""The table of runs: sorted, filtered, chosen from and named in its place, while runs come and grow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem

from engine.storage.runs.listing import RunListing
from gui.bench.run_catalogue import RunCatalogue
from gui.stations.runs.page import RunsPage
from gui.stations.runs.run_list import NameDelegate, RunList
from gui.stations.runs.run_table import Column, RunTable
from tests.gui.run_folders import STEPS, write_run
from tests.gui.stations.runs.page_parts import LONG, PAGE, chosen, column, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it


def test_the_newest_run_comes_first_and_each_column_sorts(station: RunsPage) -> None:
    assert column(station, Column.NAME) == ["wide", "slow", "quick", "article-1"]
    assert column(station, Column.STATE) == ["Done", "Interrupted 2/5", "Done", "Done"]
    assert column(station, Column.VALIDATION) == [
        "97.00\u00a0%",
        "90.00\u00a0%",
        "95.00\u00a0%",
        "90.00\u00a0%",
    ]
    assert column(station, Column.TEST) == ["96.00\u00a0%", "–", "94.00\u00a0%", "89.00\u00a0%"]
    assert column(station, Column.NETWORK)[0] == "256-256"
    station.list.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert column(station, Column.NAME) == ["article-1", "quick", "slow", "wide"]
    station.list.sortByColumn(Column.VALIDATION, Qt.SortOrder.DescendingOrder)
    assert column(station, Column.NAME) == ["wide", "quick", "slow", "article-1"], "the newer of equals first"


def test_settings_are_those_that_differ_from_the_preset(station: RunsPage) -> None:
    settings = dict(zip(column(station, Column.NAME), column(station, Column.SETTINGS), strict=True))
    assert "Learning rate 0.01" in settings["quick"]
    assert "Hidden layers 256-256" in settings["wide"]
    assert "Learning rate" not in settings["wide"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("wide", ["wide"]),
        ("256", ["wide"]),
        ("RATE 0.01", ["quick"]),
        ("interrupted", ["slow"]),
        ("mnist done", ["wide", "quick", "article-1"]),
        ("nothing of that", []),
        ("", ["wide", "slow", "quick", "article-1"]),
    ],
)
def test_the_filter_looks_into_all_words(station: RunsPage, words: str, names: list[str]) -> None:
    field = station.findChild(QLineEdit, "runsFilter")
    field.setText(words)
    assert column(station, Column.NAME) == names


def test_what_is_chosen_outlasts_sorting_filtering_and_new_runs(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    station.list.choose(["article-2", "article-4"])
    assert chosen(station) == ["wide", "quick"]
    station.list.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert chosen(station) == ["quick", "wide"] or chosen(station) == ["wide", "quick"]
    write_run(folder / "article-9", day=9)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert station.list.model().rowCount() == 5
    assert sorted(chosen(station)) == ["quick", "wide"]
    station.findChild(QLineEdit, "runsFilter").setText("quick")
    assert chosen(station) == ["quick"]


def test_a_row_under_way_follows_while_another_place_is_looked_at(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    for number in range(10, 60):
        write_run(folder / f"article-{number}", epochs=1, day=5)
    catalogue.refresh()
    settle(qtbot, catalogue)
    station.list.choose(["article-3"])
    station.list.verticalScrollBar().setValue(300)
    grow(folder / "article-3", epoch=3)
    catalogue.refresh()
    settle(qtbot, catalogue)
    states = dict(zip(column(station, Column.NAME), column(station, Column.STATE), strict=True))
    assert states["slow"] == "Interrupted 3/5"
    assert chosen(station) == ["slow"]
    assert station.list.verticalScrollBar().value() == 300
    curve = next(item for item in station.curves.plot.series() if item.label == "slow")
    assert curve.x.tolist() == [1, 2, 3]


def grow(run: Path, epoch: int) -> None:
    """Let a run tell of one epoch more."""
    path = run / "history.jsonl"
    line = json.loads(path.read_text(encoding="utf-8").splitlines()[-1])
    line |= {"epoch": epoch, "step": epoch * STEPS}
    with path.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line) + "\n")


def test_a_name_is_typed_in_its_place(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path, undo_stack: QUndoStack
) -> None:
    station.list.choose(["article-1"])
    QTest.keyClick(station, Qt.Key.Key_F2)
    editor = station.list.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "the first")
    write_run(folder / "article-7", day=7)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert editor.text() == "the first", "typing is not disturbed by what others do"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot, catalogue)
    qtbot.waitUntil(lambda: "the first" in column(station, Column.NAME), timeout=LONG)
    assert len(column(station, Column.NAME)) == 5
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert "article-1" in column(station, Column.NAME)


def test_all_columns_fit_the_page(station: RunsPage) -> None:
    assert not station.list.horizontalScrollBar().isVisible()
    for place in Column:
        assert station.list.columnWidth(place) >= 48
    assert station.minimumSizeHint().width() <= PAGE.width()


def test_names_stay_whole_where_the_table_is_scrolled(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    write_run(folder / "first-try-at-spiral-12", day=5)
    catalogue.refresh()
    settle(qtbot, catalogue)
    station.list.setFixedWidth(500)
    assert station.list.columnWidth(Column.NAME) >= station.list.sizeHintForColumn(Column.NAME)


def test_a_run_that_is_asked_for_is_in_sight_once_the_page_has_its_size(
    station: RunsPage, qtbot: QtBot
) -> None:
    station.choose("article-1")
    runs = station.list
    runs.setFixedHeight(runs.horizontalHeader().height() + 2 * runs.verticalHeader().defaultSectionSize())
    place = runs.viewport()
    qtbot.waitUntil(
        lambda: place.rect().contains(runs.visualRect(runs.currentIndex()).center()), timeout=LONG
    )


def test_a_change_of_the_width_measures_the_names_of_few_runs(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_run(tmp_path / "article-1")
    (run,) = RunListing(tmp_path).summaries()
    asked: set[int] = set()

    class Delegate(NameDelegate):
        def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
            asked.add(index.row())
            return super().sizeHint(option, index)

    monkeypatch.setattr("gui.stations.runs.run_list.NameDelegate", Delegate)
    listed = RunList(table := RunTable())
    qtbot.addWidget(listed)
    listed.resize(900, 300)
    listed.show()
    table.set_runs([replace(run, id=f"article-{number}") for number in range(500)], {})
    asked.clear()
    listed.resize(901, 300)
    assert 10 < len(asked) < 100
