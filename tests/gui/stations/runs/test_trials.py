"""Trials of sweeps among the runs: left out until they are asked for, and shown where one of them is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gui.stations.runs.run_table import Column
from gui.stations.runs.trials import TrialsButton
from tests.gui.run_folders import write_run
from tests.gui.stations.runs.page_parts import column, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.bench.run_catalogue import RunCatalogue
    from gui.stations.runs.page import RunsPage

OWN = ["wide", "slow", "quick", "article-1"]


def write_trial(folder: Path, **settings: object) -> None:
    """Write a run that is a trial of a sweep."""
    write_run(folder, day=6, **settings)
    path = folder / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"sweep": "sweep-1"}), encoding="utf-8")


def test_they_are_left_out_until_they_are_asked_for(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    button = station.findChild(TrialsButton)
    assert not button.isVisible()
    write_trial(folder / "mnist-1")
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert column(station, 0) == OWN
    assert (button.isVisible(), button.text()) == (True, "1")
    button.click()
    assert column(station, 0) == ["mnist-1", *OWN]
    button.click()
    assert column(station, 0) == OWN


def test_one_that_is_asked_for_is_shown_as_soon_as_it_is_read(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    write_trial(folder / "mnist-1")
    station.choose_all(("mnist-1", "article-2"))  # as from the Sweep station, before it was read
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert set(station.list.chosen()) == {"mnist-1", "article-2"}
    assert station.findChild(TrialsButton).isChecked()


def test_of_a_trial_that_is_told_in_which_it_differs_from_the_others(
    qtbot: QtBot, station: RunsPage, catalogue: RunCatalogue, folder: Path
) -> None:
    everywhere = {"network__hidden": "20,20,20", "training__momentum": 0.5}
    write_trial(folder / "mnist-1", training__learning_rate=0.1, **everywhere)
    station.findChild(TrialsButton).click()
    catalogue.refresh()
    settle(qtbot, catalogue)
    alone = column(station, Column.SETTINGS)[0]
    assert "20-20-20" in alone  # nothing to compare it with but its preset
    write_trial(folder / "mnist-2", training__learning_rate=0.2, **everywhere)
    catalogue.refresh()
    settle(qtbot, catalogue)
    assert set(column(station, Column.SETTINGS)[:2]) == {"Learning rate 0.1", "Learning rate 0.2"}
