"""A run in full, in whatever room it has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from engine.storage.runs.library import RunLibrary
from gui.stations.runs.compare_rows import compare_rows
from gui.stations.runs.details import RunDetails
from gui.stations.runs.run_words import best_attacked
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


def test_what_a_run_withstood_is_told_in_full_and_when_runs_are_compared(tmp_path: Path) -> None:
    for number in (1, 2):
        write_run(tmp_path / f"article-{number}")
    runs = RunLibrary(tmp_path).summaries()
    assert best_attacked(runs[0]) == ""
    assert "Attacked" not in [row.label for row in compare_rows(runs, None)]
    hardened = replace(runs[0], robust_accuracy=0.9, robust_epoch=3)
    assert best_attacked(hardened) == "90.00\u00a0% at epoch 3"
    rows = {row.label: row.texts for row in compare_rows((hardened, runs[1]), None)}
    assert rows["Attacked"] == ("90.00\u00a0%", "–")


def test_by_what_its_steps_were_done_is_told_as_far_as_it_was_kept(qtbot: QtBot, tmp_path: Path) -> None:
    write_run(tmp_path / "article-1")
    (run,) = RunLibrary(tmp_path).summaries()
    details = RunDetails()
    qtbot.addWidget(details)
    details.set_run(replace(run, ranks=4, threads=((1, 2), (846, 1)), precision="bfloat16"))
    for label, text in (
        ("Processes", "4"),
        ("Threads", "2; 1 from step 846 on"),
        ("Numerical precision", "bfloat16"),
    ):
        assert f"{label}</td><td>{text}</td>" in details._columns
    details.set_run(replace(run, ranks=1, threads=(), precision=""))
    for label in ("Processes", "Threads", "Numerical precision"):
        assert label not in details._columns
