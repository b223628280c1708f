"""The shelf of runs over real folders: reading, changing, undoing, and telling of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from engine.storage.runs.library import RunLibrary
from gui.runs_shelf import RunsShelf
from tests.gui.run_folders import write_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from engine.errors import NetSketchError
    from gui.widgets.notice_bar import Notice


class Heard:
    """What a shelf has told."""

    def __init__(self, shelf: RunsShelf) -> None:
        self.changes = 0
        self.errors: list[NetSketchError] = []
        self.notices: list[Notice] = []
        shelf.changed.connect(self._on_changed)
        shelf.failed.connect(lambda error, _details: self.errors.append(error))
        shelf.told.connect(self.notices.append)

    def _on_changed(self) -> None:
        self.changes += 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three runs, the newest first: article-3, article-2, article-1."""
    for number in (1, 2, 3):
        write_run(tmp_path / "runs" / f"article-{number}", day=number)
    return tmp_path / "runs"


@pytest.fixture
def shelf(qtbot: QtBot, folder: Path) -> Iterator[RunsShelf]:
    made = RunsShelf(RunLibrary(folder))
    made.refresh()
    settle(qtbot, made)
    yield made
    made.shutdown()


def settle(qtbot: QtBot, shelf: RunsShelf) -> None:
    qtbot.waitUntil(lambda: not shelf.busy and not shelf.files.busy, timeout=20_000)


def names(shelf: RunsShelf) -> list[str]:
    return [run.name for run in shelf.summaries]


def test_the_runs_are_read_in_the_background(qtbot: QtBot, folder: Path) -> None:
    (folder / "broken").mkdir()
    (folder / "broken" / "run.json").write_text("{", encoding="utf-8")
    shelf = RunsShelf(RunLibrary(folder))
    heard = Heard(shelf)
    assert not shelf.is_read
    shelf.refresh()
    assert names(shelf) == []
    settle(qtbot, shelf)
    assert names(shelf) == ["article-3", "article-2", "article-1"]
    assert [name for name, _why in shelf.unreadable] == ["broken"]
    assert shelf.use is not None
    assert shelf.use > 3 * 4000
    assert heard.changes == 1
    shelf.shutdown()


def test_nothing_is_told_where_nothing_has_changed(qtbot: QtBot, shelf: RunsShelf, folder: Path) -> None:
    heard = Heard(shelf)
    shelf.refresh()
    settle(qtbot, shelf)
    assert heard.changes == 0
    write_run(folder / "article-4", day=4)
    shelf.refresh()
    settle(qtbot, shelf)
    assert heard.changes == 1
    assert names(shelf)[0] == "article-4"


def test_renaming_can_be_undone(qtbot: QtBot, shelf: RunsShelf) -> None:
    shelf.rename("article-2", "the wide one")
    settle(qtbot, shelf)
    assert names(shelf) == ["article-3", "the wide one", "article-1"]
    assert shelf.undo_stack.undoText() == "rename run"
    shelf.undo_stack.undo()
    settle(qtbot, shelf)
    assert names(shelf) == ["article-3", "article-2", "article-1"]
    shelf.undo_stack.redo()
    settle(qtbot, shelf)
    assert names(shelf)[1] == "the wide one"


def test_a_name_that_cannot_be_is_told_and_changes_nothing(qtbot: QtBot, shelf: RunsShelf) -> None:
    heard = Heard(shelf)
    shelf.rename("article-2", "article-1")
    settle(qtbot, shelf)
    assert "article-1" in str(heard.errors[0])
    assert names(shelf) == ["article-3", "article-2", "article-1"]
    assert not shelf.undo_stack.canUndo()


def test_colours_and_the_baseline_can_be_undone(qtbot: QtBot, shelf: RunsShelf) -> None:
    shelf.set_colour(["article-1", "article-3"], 4)
    shelf.set_baseline("article-1")
    settle(qtbot, shelf)
    shelf.set_baseline("article-2")
    settle(qtbot, shelf)
    assert [run.colour for run in shelf.summaries] == [4, None, 4]
    assert shelf.baseline is shelf.get("article-2")
    shelf.undo_stack.undo()
    settle(qtbot, shelf)
    assert shelf.baseline is shelf.get("article-1")
    shelf.undo_stack.undo()
    shelf.undo_stack.undo()
    settle(qtbot, shelf)
    assert shelf.baseline is None
    assert [run.colour for run in shelf.summaries] == [None] * 3


def test_deleted_runs_come_back(qtbot: QtBot, shelf: RunsShelf, folder: Path) -> None:
    heard = Heard(shelf)
    shelf.delete(["article-1", "article-3"])
    settle(qtbot, shelf)
    assert names(shelf) == ["article-2"]
    assert not (folder / "article-1").exists()
    assert heard.notices[0].action == "Undo"
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, shelf)
    assert names(shelf) == ["article-3", "article-2", "article-1"]
    assert not shelf.undo_stack.canUndo()
    shelf.undo_stack.redo()
    settle(qtbot, shelf)
    assert names(shelf) == ["article-2"]


def test_a_notice_brings_its_own_runs_back(qtbot: QtBot, shelf: RunsShelf) -> None:
    """Also where something else was changed after it; and that change stays what Undo takes back next."""
    heard = Heard(shelf)
    shelf.delete(["article-1"])
    settle(qtbot, shelf)
    shelf.rename("article-2", "two")
    settle(qtbot, shelf)
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, shelf)
    assert names(shelf) == ["article-3", "two", "article-1"]
    shelf.undo_stack.undo()
    settle(qtbot, shelf)
    assert names(shelf) == ["article-3", "article-2", "article-1"]
    shelf.undo_stack.undo()
    settle(qtbot, shelf)
    assert heard.errors == []
    assert names(shelf) == ["article-3", "article-2", "article-1"]


def test_a_run_under_way_is_not_deleted(qtbot: QtBot, shelf: RunsShelf, folder: Path) -> None:
    heard = Heard(shelf)
    with FileLock(folder / "article-2" / "lock"):
        shelf.delete(["article-2"])
        settle(qtbot, shelf)
    assert len(heard.errors) == 1
    assert heard.notices == []
    assert not shelf.undo_stack.canUndo()
    assert len(shelf.summaries) == 3


def test_histories_are_kept_until_the_run_goes_on(qtbot: QtBot, shelf: RunsShelf, folder: Path) -> None:
    loaded: list[str] = []
    shelf.history_loaded.connect(lambda name, _history: loaded.append(name))
    assert shelf.load_history("article-1") is None
    settle(qtbot, shelf)
    history = shelf.load_history("article-1")
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3]
    settle(qtbot, shelf)
    assert loaded == ["article-1"]
    line = (folder / "article-1" / "history.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    later = {**json.loads(line), "epoch": 4, "step": 16}
    with (folder / "article-1" / "history.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(later) + "\n")
    shelf.refresh()
    settle(qtbot, shelf)
    assert shelf.load_history("article-1") is history, "the old one is shown until the new one is read"
    settle(qtbot, shelf)
    history = shelf.load_history("article-1")
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3, 4]


def test_notes_are_kept_even_at_the_end(qtbot: QtBot, shelf: RunsShelf, folder: Path) -> None:
    texts: list[tuple[str, str]] = []
    shelf.notes_loaded.connect(lambda name, text: texts.append((name, text)))
    shelf.set_notes("article-1", "Too slow.")
    shelf.load_notes("article-1")
    settle(qtbot, shelf)
    assert texts == [("article-1", "Too slow.")]
    shelf.refresh()
    shelf.set_notes("article-1", "Fast enough after all.")
    shelf.shutdown()
    assert (folder / "article-1" / "notes.md").read_text(encoding="utf-8") == "Fast enough after all."


def test_old_snapshots_go_where_the_runs_take_too_much(qtbot: QtBot, shelf: RunsShelf, folder: Path) -> None:
    before = shelf.use
    assert before is not None
    shelf.set_limit(before - 500)
    settle(qtbot, shelf)
    assert shelf.use is not None
    assert shelf.use < before
    assert not (folder / "article-1" / "snapshots" / "step-00000008.safetensors").exists()
    assert (folder / "article-3" / "snapshots" / "step-00000008.safetensors").exists()
    shelf.set_limit(1)  # more than can be spared: it is tried once, not for ever
    settle(qtbot, shelf)
    assert (folder / "article-1" / "best.safetensors").exists()
    assert len(shelf.summaries) == 3
