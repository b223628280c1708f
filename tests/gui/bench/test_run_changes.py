"""Runs renamed, coloured, pinned and deleted on real folders, and all of it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.bench.run_changes import RunChanges
from gui.bench.undo_stack import UndoStack
from gui.look.spoken import words_of
from tests.gui.run_folders import Heard, names, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.bench.run_catalogue import RunCatalogue


@pytest.fixture
def undo_stack(qapp: object) -> QUndoStack:
    return UndoStack()


@pytest.fixture
def changes(catalogue: RunCatalogue, undo_stack: QUndoStack) -> RunChanges:
    return RunChanges(catalogue, undo_stack)


def test_renaming_can_be_undone(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack
) -> None:
    changes.rename("article-2", "the wide one")
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "the wide one", "article-1"]
    assert undo_stack.undoText() == "rename run"
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    undo_stack.redo()
    settle(qtbot, catalogue)
    assert names(catalogue)[1] == "the wide one"


def test_a_name_that_cannot_be_is_told_and_changes_nothing(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack
) -> None:
    heard = Heard(catalogue)
    changes.rename("article-2", "article-1")
    settle(qtbot, catalogue)
    assert "article-1" in str(heard.errors[0])
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert not undo_stack.canUndo()


def test_colours_and_the_baseline_can_be_undone(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack
) -> None:
    changes.set_colour(["article-1", "article-3"], 4)
    changes.set_baseline("article-1")
    settle(qtbot, catalogue)
    changes.set_baseline("article-2")
    settle(qtbot, catalogue)
    assert [run.colour for run in catalogue.summaries] == [4, None, 4]
    assert catalogue.baseline is catalogue.get("article-2")
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert catalogue.baseline is catalogue.get("article-1")
    undo_stack.undo()
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert catalogue.baseline is None
    assert [run.colour for run in catalogue.summaries] == [None] * 3


def test_deleted_runs_come_back(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack, folder: Path
) -> None:
    heard = Heard(catalogue)
    changes.delete(["article-1", "article-3"])
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-2"]
    assert not (folder / "article-1").exists()
    assert words_of(heard.notices[0].action) == "Undo"
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert not undo_stack.canUndo()
    undo_stack.redo()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-2"]


def test_a_notice_brings_its_own_runs_back(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack
) -> None:
    """Also where something else was changed after it; and that change stays what Undo takes back next."""
    heard = Heard(catalogue)
    changes.delete(["article-1"])
    settle(qtbot, catalogue)
    changes.rename("article-2", "two")
    settle(qtbot, catalogue)
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "two", "article-1"]
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    undo_stack.undo()
    settle(qtbot, catalogue)
    assert heard.errors == []
    assert names(catalogue) == ["article-3", "article-2", "article-1"]


def test_a_notice_does_nothing_where_its_deletion_was_undone_and_forgotten(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack
) -> None:
    heard = Heard(catalogue)
    changes.delete(["article-1"])
    settle(qtbot, catalogue)
    undo_stack.undo()
    undo_stack.push(QUndoCommand("something else"))
    assert heard.notices[0].on_action is not None
    heard.notices[0].on_action()
    settle(qtbot, catalogue)
    assert names(catalogue) == ["article-3", "article-2", "article-1"]
    assert heard.errors == []


def test_a_run_under_way_is_not_deleted(
    qtbot: QtBot, catalogue: RunCatalogue, changes: RunChanges, undo_stack: QUndoStack, folder: Path
) -> None:
    heard = Heard(catalogue)
    with FileLock(folder / "article-2" / "lock"):
        changes.delete(["article-2"])
        settle(qtbot, catalogue)
    assert len(heard.errors) == 1
    assert heard.notices == []
    assert not undo_stack.canUndo()
    assert len(catalogue.summaries) == 3
