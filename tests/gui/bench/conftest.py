"""Three runs on the disk, and the catalogue of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.storage.runs.library import RunLibrary
from gui.bench.run_catalogue import RunCatalogue
from tests.gui.run_folders import settle, write_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three runs, the newest first: article-3, article-2, article-1."""
    for number in (1, 2, 3):
        write_run(tmp_path / "runs" / f"article-{number}", day=number)
    return tmp_path / "runs"


@pytest.fixture
def catalogue(qtbot: QtBot, folder: Path) -> Iterator[RunCatalogue]:
    made = RunCatalogue(RunLibrary(folder))
    made.refresh()
    settle(qtbot, made)
    yield made
    made.shutdown()
