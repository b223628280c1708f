"""The Runs station over real folders: the table, what is chosen, the curves, the comparison, and what can be done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from engine.storage.runs.library import RunLibrary
from gui.bench.preferences import Preferences
from gui.bench.run_catalogue import RunCatalogue
from gui.bench.run_changes import RunChanges
from gui.bench.undo_stack import UndoStack
from gui.stations.runs.page import RunsPage
from gui.stations.runs.run_table import Column
from gui.stations.runs.unreadable import UnreadableFold
from gui.widgets.curves.canvas import CurveCanvas
from gui.widgets.fields.number_fields import FloatField, IntField
from tests.gui.run_folders import STEPS, write_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it

LONG = 20_000
PAGE = QSize(980, 612)  # what the window has for a page at 1366 × 768, the pad at its right


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four runs, the newest first: wide, slow, quick, article-1."""
    runs = tmp_path / "runs"
    write_run(runs / "article-1", day=1, accuracy=0.9)
    write_run(runs / "article-2", day=2, accuracy=0.95, training__learning_rate=0.01, label={"name": "quick"})
    write_run(runs / "article-3", day=3, reason=None, epochs=2, planned=5, label={"name": "slow"})
    write_run(runs / "article-4", day=4, accuracy=0.97, network__hidden="256,256", label={"name": "wide"})
    return runs


@pytest.fixture
def catalogue(qtbot: QtBot, folder: Path) -> Iterator[RunCatalogue]:
    made = RunCatalogue(RunLibrary(folder))
    yield made
    made.shutdown()


@pytest.fixture
def undo_stack(qapp: object) -> QUndoStack:
    return UndoStack()


@pytest.fixture
def station(qtbot: QtBot, catalogue: RunCatalogue, undo_stack: QUndoStack) -> RunsPage:
    made = RunsPage(catalogue, RunChanges(catalogue, undo_stack), Preferences())
    qtbot.addWidget(made)
    made.resize(PAGE)
    made.show()
    settle(qtbot, catalogue)
    return made


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


# The table


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


# Curves and comparison


def test_the_chosen_runs_are_drawn_over_each_other(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue
) -> None:
    station.list.choose(["article-2", "article-4"])
    settle(qtbot, catalogue)
    series = {item.label: item for item in station.curves.plot.series()}
    assert set(series) == {"quick", "wide"}
    assert series["quick"].color != series["wide"].color
    np.testing.assert_allclose(series["quick"].y, 0.95 * np.arange(1, 4) / 3, rtol=1e-6)
    colour = series["quick"].color
    station.list.choose(["article-1", "article-2", "article-4"])
    settle(qtbot, catalogue)
    series = {item.label: item for item in station.curves.plot.series()}
    assert series["quick"].color == colour, "a curve keeps its colour while others come"
    assert len({item.color for item in series.values()}) == 3


def test_curves_by_step_and_of_training(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1"])
    settle(qtbot, catalogue)
    for words in ("Loss", "by step", "Training"):
        press(station.curves, words)
    validation, training = station.curves.plot.series()
    assert validation.x.tolist() == [4, 8, 12]
    assert validation.y.tolist() == [3, 1.5, 1]
    assert training.label == "article-1, training"
    assert len(training.x) == 12
    assert training.color == validation.color
    press(station.curves, "Training")
    assert [item.label for item in station.curves.plot.series()] == ["article-1"]


def test_a_click_on_a_curve_chooses_its_run(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1", "article-4"])
    settle(qtbot, catalogue)
    plot = station.curves.plot
    plot.prepare()
    plot.flush()
    canvas = plot.findChild(CurveCanvas)
    place = canvas.getViewBox().mapViewToScene(QPointF(2, 0.97 * 2 / 3))
    assert plot.curve_at(place + QPointF(0, 3)).startswith("article-4/")
    assert plot.curve_at(place + QPointF(0, -60)) == ""
    view = canvas.mapFromScene(place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=view)
    assert chosen(station) == ["wide"]


def test_the_baseline_stays_in_view(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1"])
    station.findChild(QToolButton, "pinBaselineButton").click()
    settle(qtbot, catalogue)
    station.list.choose(["article-4"])
    settle(qtbot, catalogue)
    baseline, other = station.curves.plot.series()
    assert (baseline.label, baseline.style, baseline.width) == ("article-1", "dashes", 3)
    assert (other.label, other.style, other.width) == ("wide", "line", 0)
    rows = {row.label: row for row in station.compare.compare_model().rows}
    assert rows["Validation"].texts == ("90.00\u00a0%", "97.00\u00a0%  +7.00")
    assert rows["Validation"].best == {1}
    assert rows["Hidden layers"].texts == ("64-64", "256-256")
    assert "Batch size" not in rows


def test_several_chosen_runs_are_compared(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1"])
    assert not station.compare.isVisible()
    station.list.choose(["article-1", "article-2"])
    assert station.compare.isVisible()
    labels = [row.label for row in station.compare.compare_model().rows if row.is_setting]
    assert labels == ["Learning rate"]


# What can be done


def test_settings_go_back_into_the_editor(qtbot: QtBot, station: RunsPage) -> None:
    assert station.list.chosen() == ("article-4",)  # the newest, at first
    station.list.choose([])
    assert not button(station, "useSettingsButton").isEnabled()
    station.list.choose(["article-4"])
    with qtbot.waitSignal(station.settings_wanted) as heard:
        button(station, "useSettingsButton").click()
    experiment, name = heard.args
    assert [layer.size for layer in experiment.network.hidden] == [256, 256]
    assert name == "wide"


def test_a_run_is_resumed_and_a_finished_one_gets_more_epochs(qtbot: QtBot, station: RunsPage) -> None:
    epochs = station.findChild(IntField, "moreEpochs")
    station.list.choose(["article-3"])
    assert not epochs.isVisible()
    with qtbot.waitSignal(station.resume_wanted) as heard:
        button(station, "resumeRunButton").click()
    assert heard.args == ["article-3", 0]
    station.list.choose(["article-4"])
    assert epochs.isVisible()
    assert epochs.value() == 3
    epochs.setValue(7)
    with qtbot.waitSignal(station.resume_wanted) as heard:
        button(station, "resumeRunButton").click()
    assert heard.args == ["article-4", 7]


def test_a_diverged_run_is_not_resumed(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    write_run(folder / "article-5", reason="diverged", day=5)
    catalogue.refresh()
    settle(qtbot, catalogue)
    station.list.choose(["article-5"])
    assert not button(station, "resumeRunButton").isEnabled()
    assert "lower learning rate" in button(station, "resumeRunButton").toolTip()


def test_models_that_are_there_can_be_opened(qtbot: QtBot, station: RunsPage, folder: Path) -> None:
    (folder / "article-1" / "best.safetensors").unlink()
    station.list.choose(["article-1"])
    last, best = button(station, "openModelButton").menu().actions()
    assert last.isEnabled()
    assert not best.isEnabled()
    with qtbot.waitSignal(station.model_wanted) as heard:
        last.trigger()
    assert heard.args == [folder / "article-1" / "model.safetensors"]
    station.list.choose(["article-2"])
    with qtbot.waitSignal(station.model_wanted) as heard:
        best.trigger()
    assert heard.args == [folder / "article-2" / "best.safetensors"]


def test_colours_are_given_from_a_palette(qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue) -> None:
    station.list.choose(["article-1", "article-2"])
    menu = station.findChild(QMenu, "runColours")
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 9
    menu.actions()[3].trigger()
    settle(qtbot, catalogue)
    assert {run.colour for run in catalogue.summaries} == {3, None}
    symbols = [item.symbol for item in station.curves.plot.series()]
    assert len(set(symbols)) == 2, "marks tell curves of one colour apart"


def test_the_delete_key_deletes_what_is_chosen(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, undo_stack: QUndoStack
) -> None:
    station.list.choose(["article-1", "article-2"])
    QTest.keyClick(station.list, Qt.Key.Key_Delete)
    settle(qtbot, catalogue)
    assert column(station, Column.NAME) == ["wide", "slow"]
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert column(station, Column.NAME) == ["wide", "slow", "quick", "article-1"]


def test_a_deleted_run_can_be_brought_back_later(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, undo_stack: QUndoStack
) -> None:
    bin_button = station.findChild(QToolButton, "deletedRunsButton")
    assert not bin_button.isVisible()
    changes = RunChanges(catalogue, undo_stack)
    changes.delete(["article-1"])
    changes.delete(["article-2"])
    settle(qtbot, catalogue)
    undo_stack.clear()
    assert bin_button.isVisible()
    bin_button.menu().aboutToShow.emit()
    entries = [entry for entry in bin_button.menu().actions() if entry.isEnabled()]
    assert [entry.text() for entry in entries] == ["quick", "article-1"]
    entries[0].trigger()
    settle(qtbot, catalogue)
    assert column(station, Column.NAME) == ["wide", "slow", "quick"]
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert column(station, Column.NAME) == ["wide", "slow"]


def test_notes_are_kept_for_their_run(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    station.list.choose(["article-1"])
    settle(qtbot, catalogue)
    notes = station.findChild(QPlainTextEdit, "runNotes")
    QTest.keyClicks(notes, "Better than it looks.")
    station.list.choose(["article-2"])
    settle(qtbot, catalogue)
    assert notes.toPlainText() == ""
    assert (folder / "article-1" / "notes.md").read_text(encoding="utf-8") == "Better than it looks."
    QTest.keyClicks(notes, "Unstable.")
    station.hide()
    catalogue.shutdown()
    assert (folder / "article-2" / "notes.md").read_text(encoding="utf-8") == "Unstable."
    assert notes.toPlainText() == "Unstable."


def test_a_page_that_is_opened_late_shows_the_room_that_is_known(
    qtbot: QtBot, catalogue: RunCatalogue, undo_stack: QUndoStack
) -> None:
    catalogue.refresh()
    qtbot.waitUntil(lambda: catalogue.use is not None, timeout=LONG)
    late = RunsPage(catalogue, RunChanges(catalogue, undo_stack), Preferences())
    qtbot.addWidget(late)
    keeping = late.findChild(QToolButton, "keepingButton")
    assert keeping is not None
    assert "of at most 4 GB" in keeping.text()


def test_room_and_safe_points_are_set(qtbot: QtBot, station: RunsPage) -> None:
    keeping = station.findChild(QToolButton, "keepingButton")
    assert "of at most 4 GB" in keeping.text()
    limit, seconds = (
        station.findChild(FloatField, "runsLimit"),
        station.findChild(IntField, "checkpointSeconds"),
    )
    assert (limit.value(), seconds.value()) == (4, 10)
    with qtbot.waitSignal(station.keeping_changed):
        limit.setValue(1.5)
    with qtbot.waitSignal(station.keeping_changed):
        seconds.setValue(30)
    assert (Preferences().runs_limit_mb, Preferences().checkpoint_seconds) == (1536, 30)
    assert "of at most 1.5 GB" in keeping.text()
    seconds.setValue(0)
    assert Preferences().checkpoint_seconds == seconds.value() == 1


# No runs, damaged runs, runs from files


def test_without_runs_the_page_leads_to_training(qtbot: QtBot, tmp_path: Path) -> None:
    catalogue = RunCatalogue(RunLibrary(tmp_path / "nothing"))
    station = RunsPage(catalogue, RunChanges(catalogue, UndoStack()), Preferences())
    qtbot.addWidget(station)
    station.show()
    assert not button(station, "runsGoToTrain").isVisible(), "nothing is said before the folder was read"
    settle(qtbot, catalogue)
    with qtbot.waitSignal(station.station_wanted) as heard:
        button(station, "runsGoToTrain").click()
    assert heard.args == ["train"]
    catalogue.shutdown()


def test_folders_that_cannot_be_read_are_listed(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    (folder / "article-1" / "run.json").write_text("{", encoding="utf-8")
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert column(station, Column.NAME) == ["wide", "slow", "quick"]
    fold = station.findChild(UnreadableFold)
    assert fold.isVisible()
    assert fold.heading().text() == "A folder could not be read"
    fold.heading().click()
    text = fold.content().findChild(QLabel).text()
    assert text.startswith("article-1: ")
    assert str(folder / "article-1") in text


def test_runs_go_out_and_come_in(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, tmp_path: Path
) -> None:
    told = []
    catalogue.notice_raised.connect(told.append)
    catalogue.failed.connect(lambda error, _details: told.append(error))
    target = tmp_path / "quick.zip"
    catalogue.files.export({"article-2": target}, station)
    settle(qtbot, catalogue)
    assert target.exists()
    assert "quick.zip" in told[-1].text
    (tmp_path / "bad.zip").write_bytes(b"no zip")
    catalogue.files.take_in([tmp_path / "bad.zip"], station)
    settle(qtbot, catalogue)
    assert "bad.zip" in str(told[-1])
    assert len(catalogue.summaries) == 4
