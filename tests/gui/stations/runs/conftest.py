"""Four runs on the disk, and a Runs page over them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QUndoStack

from engine.storage.runs.library import RunLibrary
from gui.bench.preferences import Preferences
from gui.bench.run_catalogue import RunCatalogue
from gui.bench.run_changes import RunChanges
from gui.bench.undo_stack import UndoStack
from gui.stations.runs.page import RunsPage
from tests.gui.run_folders import write_run
from tests.gui.stations.runs.page_parts import PAGE, settle
from tests.left_running import styled_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


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
def preferences() -> Preferences:
    return Preferences()


@pytest.fixture
def station(
    qtbot: QtBot, catalogue: RunCatalogue, undo_stack: QUndoStack, preferences: Preferences
) -> RunsPage:
    with styled_once():
        made = RunsPage(catalogue, RunChanges(catalogue, undo_stack), preferences)
        qtbot.addWidget(made)
        made.resize(PAGE)
    made.show()
    settle(qtbot, catalogue)
    return made
