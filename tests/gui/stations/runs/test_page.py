"""The Runs station over real folders: what can be done with runs, none there, damaged ones, runs from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QPushButton, QToolButton

from engine.errors import RunError
from engine.storage.runs.exporting.registry import RUN_FORMATS
from engine.storage.runs.file import history as history_file
from engine.storage.runs.library import RunLibrary
from engine.training.history import History
from gui.bench.preferences import Preferences
from gui.bench.run_catalogue import RunCatalogue
from gui.bench.run_changes import RunChanges
from gui.bench.undo_stack import UndoStack
from gui.look.spoken import words_of
from gui.stations.runs.page import RunsPage
from gui.stations.runs.run_table import Column
from gui.stations.runs.unreadable import UnreadableFold
from gui.widgets.fields.number_fields import IntField
from tests.gui.run_folders import write_run
from tests.gui.stations.runs.page_parts import LONG, button, column, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it


def test_settings_go_back_into_the_editor(qtbot: QtBot, station: RunsPage) -> None:
    assert station.list.chosen() == ("article-4",)  # the newest, at first
    station.list.choose([])
    assert not button(station, "useSettingsButton").isEnabled()
    station.list.choose(["article-4"])
    with qtbot.waitSignal(station.settings_wanted) as heard:
        button(station, "useSettingsButton").click()
    experiment, name = heard.args[0].experiment, heard.args[0].name
    assert [layer.size for layer in experiment.network.hidden] == [256, 256]
    assert name == "wide"


def test_a_run_that_is_trained_elsewhere_is_followed(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    def look_again() -> str:
        station._look_again.timeout.emit()
        settle(qtbot, catalogue)
        return {item.id: item.name for item in catalogue.summaries}["article-3"]

    assert station._look_again.isActive()
    RunLibrary(folder).rename("article-3", "other")
    assert look_again() == "slow", "nothing is trained elsewhere"
    with FileLock(folder / "article-3" / "lock", thread_local=False):
        catalogue.refresh()
        settle(qtbot, catalogue)
        RunLibrary(folder).rename("article-3", "third")
        assert look_again() == "third"
    station.hide()
    assert not station._look_again.isActive()


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


def test_the_room_is_shown_and_leads_to_the_preferences(
    qtbot: QtBot, station: RunsPage, preferences: Preferences
) -> None:
    keeping = station.findChild(QToolButton, "keepingButton")
    assert "of at most 4 GB" in keeping.text()
    with qtbot.waitSignal(station.preferences_wanted) as heard:
        keeping.click()
    assert heard.args == ["runs_limit_mb"]
    preferences.runs_limit_mb = 1536
    assert "of at most 1.5 GB" in keeping.text()


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
    catalogue.files.export(("article-2",), target, station)
    settle(qtbot, catalogue)
    assert target.exists()
    assert "quick.zip" in words_of(told[-1].text)
    (tmp_path / "bad.zip").write_bytes(b"no zip")
    catalogue.files.take_in([tmp_path / "bad.zip"], station)
    settle(qtbot, catalogue)
    assert "bad.zip" in str(told[-1])
    assert len(catalogue.summaries) == 4


def test_the_chosen_runs_leave_in_each_form_that_there_is(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    catalogue.notice_raised.connect(told.append)
    catalogue.failed.connect(lambda error, _details: told.append(error))
    asked = staticmethod(lambda *_: str(tmp_path))
    monkeypatch.setattr("gui.bench.run_files.QFileDialog.getExistingDirectory", asked)
    station.list.choose(["article-3", "article-2"])
    forms = station.findChild(QPushButton, "exportRunButton").menu().actions()
    assert [action.data() for action in forms] == [form.name for form in RUN_FORMATS]
    for form in forms:
        form.trigger()
        settle(qtbot, catalogue)
        assert "2 runs are exported." in words_of(told[-1].text)
    names = {path.name for path in tmp_path.iterdir() if path.stem in ("slow", "quick")}
    assert names == {"slow", "slow.zip", "slow.csv", "quick", "quick.zip", "quick.csv"}


@pytest.mark.parametrize("fault", [RunError("Damaged."), RuntimeError("a fault of our own")])
def test_a_history_that_cannot_be_read_is_read_once(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path, monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
) -> None:  # fmt: skip
    read, told = [], []

    def reading(path: Path) -> History:
        read.append(path)
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(history_file, "read", reading)
        catalogue.failed.connect(lambda error, _details: told.append(error))
        station.list.choose(["article-1"])
        for _ in range(5):
            settle(qtbot, catalogue)
            catalogue.changed.emit()
            catalogue.refresh()
        settle(qtbot, catalogue)
    assert (len(read), len(told)) == (1, 1)

    with (folder / "article-1" / "history.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n")
    catalogue.refresh()
    settle(qtbot, catalogue)
    settle(qtbot, catalogue)
    assert catalogue.load_history("article-1") is not None
