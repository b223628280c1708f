"""The catalogue of runs over real folders: reading, changing, undoing, and telling of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.storage.runs.library import RunLibrary
from gui.bench.run_catalogue import RunCatalogue
from tests.gui.run_folders import write_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from engine.errors import NetSketchError
    from gui.widgets.notice_bar import Notice


class Heard:
    """What a catalogue has told."""

    def __init__(self, catalogue: RunCatalogue) -> None:
        self.changes = 0
        self.errors: list[NetSketchError] = []
        self.notices: list[Notice] = []
        catalogue.changed.connect(self._on_changed)
        catalogue.failed.connect(lambda error, _details: self.errors.append(error))
        catalogue.notice_raised.connect(self.notices.append)

    def _on_changed(self) -> None:
        self.changes += 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three runs, the newest first: article-3, article-2, article-1."""
    for number in (1, 2, 3):
        write_run(tmp_path / "runs" / f"article-{number}", day=number)
    return tmp_path / "runs"


@pytest.fixture
def catalogue(qtbot: QtBot, folder: Path) -> Iterator[RunCatalogue]:
    made = RunCatalogue(QUndoStack(), RunLibrary(folder))
    made.refresh()
    settle(qtbot, made)
    yield made
    made.shutdown()


def settle(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    qtbot.waitUntil(lambda: not catalogue.busy and not catalogue.files.busy, timeout=20_000)


def names(catalogue: RunCatalogue) -> list[str]:
    return [run.name for run in catalogue.summaries]


def test_the_runs_are_read_in_the_background(qtbot: QtBot, folder: Path) -> None:
    (folder / "broken").mkdir()
    (folder / "broken" / "run.json").write_text("{", encoding="utf-8")
    catalogue = RunCatalogue(QUndoStack(), RunLibrary(folder))
    heard = Heard(catalogue)
    assert not catalogue.is_read
    catalogue.refresh()
    assert names(catalogue) == []
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert [name for name, _why in catalogue.unreadable] == ["broken"]
    assert catalogue.use is not None
    assert catalogue.use > 3 * 4000
    assert heard.changes == 1
    catalogue.shutdown()


def test_nothing_is_told_where_nothing_has_changed(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    heard = Heard(catalogue)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert heard.changes == 0
    write_run(folder / "article-4", day=4)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert heard.changes == 1
    assert names(catalogue)[0] == "article-4"


def test_renaming_can_be_undone(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    catalogue.rename("article-2", "the wide one")
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "the wide one", "article-1"]
    assert catalogue.undo_stack.undoText() == "rename run"
    catalogue.undo_stack.undo()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    catalogue.undo_stack.redo()
    settle(qtbot, catalogue)
    assert names(catalogue)[1] == "the wide one"


def test_a_name_that_cannot_be_is_told_and_changes_nothing(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    heard = Heard(catalogue)
    catalogue.rename("article-2", "article-1")
    settle(qtbot, catalogue)
    assert "article-1" in str(heard.errors[0])
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert not catalogue.undo_stack.canUndo()


def test_colours_and_the_baseline_can_be_undone(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    catalogue.set_colour(["article-1", "article-3"], 4)
    catalogue.set_baseline("article-1")
    settle(qtbot, catalogue)
    catalogue.set_baseline("article-2")
    settle(qtbot, catalogue)
    assert [run.colour for run in catalogue.summaries] == [4, None, 4]
    assert catalogue.baseline is catalogue.get("article-2")
    catalogue.undo_stack.undo()
    settle(qtbot, catalogue)
    assert catalogue.baseline is catalogue.get("article-1")
    catalogue.undo_stack.undo()
    catalogue.undo_stack.undo()
    settle(qtbot, catalogue)
    assert catalogue.baseline is None
    assert [run.colour for run in catalogue.summaries] == [None] * 3


def test_deleted_runs_come_back(qtbot: QtBot, catalogue: RunCatalogue, folder: Path) -> None:
    heard = Heard(catalogue)
    catalogue.delete(["article-1", "article-3"])
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-2"]
    assert not (folder / "article-1").exists()
    assert heard.notices[0].action == "Undo"
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert not catalogue.undo_stack.canUndo()
    catalogue.undo_stack.redo()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-2"]


def test_a_notice_brings_its_own_runs_back(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    """Also where something else was changed after it; and that change stays what Undo takes back next."""
    heard = Heard(catalogue)
    catalogue.delete(["article-1"])
    settle(qtbot, catalogue)
    catalogue.rename("article-2", "two")
    settle(qtbot, catalogue)
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "two", "article-1"]
    catalogue.undo_stack.undo()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    catalogue.undo_stack.undo()
    settle(qtbot, catalogue)
    assert heard.errors == []
    assert names(catalogue) == ["article-3", "article-2", "article-1"]


def test_a_notice_does_nothing_where_its_deletion_was_undone_and_forgotten(
    qtbot: QtBot, catalogue: RunCatalogue
) -> None:
    heard = Heard(catalogue)
    catalogue.delete(["article-1"])
    settle(qtbot, catalogue)
    catalogue.undo_stack.undo()
    catalogue.undo_stack.push(QUndoCommand("something else"))
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert heard.errors == []


def test_a_run_under_way_is_not_deleted(qtbot: QtBot, catalogue: RunCatalogue, folder: Path) -> None:
    heard = Heard(catalogue)
    with FileLock(folder / "article-2" / "lock"):
        catalogue.delete(["article-2"])
        settle(qtbot, catalogue)
    assert len(heard.errors) == 1
    assert heard.notices == []
    assert not catalogue.undo_stack.canUndo()
    assert len(catalogue.summaries) == 3


def test_histories_are_kept_until_the_run_goes_on(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    loaded: list[str] = []
    catalogue.history_loaded.connect(lambda name, _history: loaded.append(name))
    assert catalogue.load_history("article-1") is None
    settle(qtbot, catalogue)
    history = catalogue.load_history("article-1")
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3]
    settle(qtbot, catalogue)
    assert loaded == ["article-1"]
    line = (folder / "article-1" / "history.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    later = {**json.loads(line), "epoch": 4, "step": 16}
    with (folder / "article-1" / "history.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(later) + "\n")
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert catalogue.load_history("article-1") is history, "the old one is shown until the new one is read"
    settle(qtbot, catalogue)
    history = catalogue.load_history("article-1")
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3, 4]


def test_notes_are_kept_even_at_the_end(qtbot: QtBot, catalogue: RunCatalogue, folder: Path) -> None:
    texts: list[tuple[str, str]] = []
    catalogue.notes_loaded.connect(lambda name, text: texts.append((name, text)))
    catalogue.set_notes("article-1", "Too slow.")
    catalogue.load_notes("article-1")
    settle(qtbot, catalogue)
    assert texts == [("article-1", "Too slow.")]
    catalogue.refresh()
    catalogue.set_notes("article-1", "Fast enough after all.")
    catalogue.shutdown()
    assert (folder / "article-1" / "notes.md").read_text(encoding="utf-8") == "Fast enough after all."


def test_old_snapshots_go_where_the_runs_take_too_much(
    qtbot: QtBot, catalogue: RunCatalogue, folder: Path
) -> None:
    before = catalogue.use
    assert before is not None
    catalogue.set_limit(before - 500)
    settle(qtbot, catalogue)
    assert catalogue.use is not None
    assert catalogue.use < before
    assert not (folder / "article-1" / "snapshots" / "step-00000008.safetensors").exists()
    assert (folder / "article-3" / "snapshots" / "step-00000008.safetensors").exists()
    catalogue.set_limit(1)  # more than can be spared: it is tried once, not for ever
    settle(qtbot, catalogue)
    assert (folder / "article-1" / "best.safetensors").exists()
    assert len(catalogue.summaries) == 3
