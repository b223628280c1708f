"""The table of trials: sorted by numbers as numbers, chosen from outside and in, copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from engine.sweep.library import SweepLibrary
from engine.sweep.plan import Goal
from gui.stations.sweep.trial_table import TrialTable
from tests.gui.stations.sweep.conftest import TRIALS, plan_of, scene_of, trial

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from engine.sweep.sweep import Sweep


@pytest.fixture
def table(qtbot: QtBot, sweep: Sweep) -> TrialTable:
    made = TrialTable()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.set_scene(scene_of(sweep))
    return made


def numbers(table: TrialTable) -> list[int]:
    return [row.number for row in table.model_of_trials.rows]


def test_rows_go_by_the_chosen_column(table: TrialTable) -> None:
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert numbers(table)[:2] == [4, 0]  # by learning rate
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert numbers(table)[:3] == [1, 2, 4]  # by what they reached; what reached nothing last


def test_columns_are_called_by_what_networks_give(qtbot: QtBot, small: Experiment) -> None:
    plan = replace(plan_of(experiment=small.with_(**{"data.dataset": "hills"})), asks="number")
    made = TrialTable()
    qtbot.addWidget(made)
    made.set_scene(scene_of(SweepLibrary().create(plan)))
    heads = made.copied().splitlines()[0].split("\t")
    assert "R²" in heads
    assert "Best loss" in heads
    assert not any("ccuracy" in head for head in heads)


@pytest.mark.parametrize(("goal", "other"), [(Goal.ACCURACY, "Best loss"), (Goal.LOSS, "Best accuracy")])
def test_what_the_goal_says_has_no_column_besides(
    qtbot: QtBot, small: Experiment, goal: Goal, other: str
) -> None:
    made = TrialTable()
    qtbot.addWidget(made)
    made.set_scene(scene_of(SweepLibrary().create(replace(plan_of(experiment=small), goal=goal))))
    heads = made.copied().splitlines()[0].split("\t")
    assert [head for head in heads if head.startswith("Best")] == [other]


def test_a_choice_is_told_and_one_from_elsewhere_is_shown_without_telling(
    table: TrialTable, sweep: Sweep
) -> None:
    found: list[tuple[int, ...]] = []
    table.chosen_changed.connect(found.append)
    table.selectRow(2)
    assert found == [(2,)]
    table.set_scene(scene_of(sweep, chosen=(4, 0)))
    assert len(found) == 1
    assert sorted(index.row() for index in table.selectionModel().selectedRows()) == [0, 4]


def test_what_is_chosen_stays_so_when_trials_come(table: TrialTable, sweep: Sweep) -> None:
    found: list[tuple[int, ...]] = []
    table.selectRow(1)
    table.chosen_changed.connect(found.append)
    table.set_scene(scene_of(sweep, (*TRIALS, trial(6, 0.003, 32, 0.99)), chosen=(1,)))
    assert found == []
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]


def test_the_chosen_rows_are_copied_with_their_heads(table: TrialTable, qtbot: QtBot) -> None:
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:4] == ["Trial", "Accuracy", "Learning rate", "Batch size"]
    assert row.split("\t")[:4] == ["2", "97.00\u00a0%", "0.01", "32"]
