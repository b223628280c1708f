"""A run in full, in whatever room it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from engine.storage.runs.library import RunLibrary
from gui.stations.runs.details import RunDetails
from tests.gui.run_folders import write_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("width", [154, 200, 400])
def test_no_letter_is_lost(qtbot: QtBot, tmp_path: Path, width: int) -> None:
    write_run(tmp_path / "article-1", network__hidden="48,48,48,48,48,48")
    (run,) = RunLibrary(tmp_path).summaries()
    details = RunDetails()
    qtbot.addWidget(details)
    details.resize(300, 160)
    details.set_run(run)
    details.show()
    details.resize(width, 160)
    facts, seen = details._facts, details.findChild(QScrollArea).viewport()
    qtbot.waitUntil(lambda: facts.width() == seen.width())  # nothing of it is beyond
    assert facts.minimumSizeHint().width() <= seen.width()
    assert "table" in facts.text() or width < 400  # beside what they are about, where there is room for it
    for words in ("article-1", "On the disk"):
        assert words in facts.text()
