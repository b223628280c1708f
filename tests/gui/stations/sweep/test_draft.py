"""A sweep that is set up: filled in, changed, taken back, and refused with a word where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoStack

from engine.config import Experiment
from engine.errors import ConfigError
from engine.sweep.plan import Goal, Way
from gui.stations.sweep.draft import Draft, DraftEditor, by_path
from tests.gui.stations.sweep.conftest import BATCH, RATE


@pytest.fixture
def stack() -> QUndoStack:
    return QUndoStack()


def test_a_first_sweep_is_ready_to_go(stack: QUndoStack) -> None:
    editor = DraftEditor(stack)
    editor.suggest(Experiment())
    plan = editor.draft.plan(Experiment())
    assert [each.path for each in plan.ranges] == [RATE, BATCH]
    assert plan.ranges[0].log
    stack.undo()
    assert not editor.draft.ranges


def test_typing_on_is_one_step_back(stack: QUndoStack) -> None:
    editor = DraftEditor(stack)
    editor.set_range(BATCH, "32")
    for text in ("32,", "32,6", "32,64"):
        editor.set_range(BATCH, text)
    editor.edit("trials", 30)
    stack.undo()
    assert (editor.draft.trials, dict(editor.draft.ranges)[BATCH]) == (20, "32,64")
    stack.undo()
    assert dict(editor.draft.ranges)[BATCH] == "32"
    editor.drop_range(BATCH)
    stack.undo()
    assert dict(editor.draft.ranges) == {BATCH: "32"}


def test_what_is_wrong_stands_at_its_setting() -> None:
    draft = Draft(ranges=((RATE, "0.1:0.001"), (BATCH, "32,64"), ("training.optimizer", "adam,foo")))
    assert set(draft.range_problems(Experiment())) == {RATE, "training.optimizer"}
    nothing = Experiment().with_(**{"network.hidden": ""})
    assert "layer.dropout" in Draft(ranges=(("layer.dropout", "0:0.5"),)).range_problems(
        nothing
    ) or not by_path(nothing).keys() & {"layer.dropout"}


def test_a_plan_and_its_draft_say_the_same() -> None:
    draft = Draft(
        ranges=((RATE, "0.001:0.1:log"),),
        goal=Goal.ACCURACY_IN_SECONDS,
        seconds=12,
        way=Way.RANDOM,
        trials=7,
        workers=2,
    )
    assert Draft.of_plan(draft.plan(Experiment()), 2) == draft


def test_a_grid_of_a_span_is_no_plan() -> None:
    with pytest.raises(ConfigError, match="A grid needs a list"):
        Draft(ranges=((RATE, "0.001:0.1:log"),), way=Way.GRID).plan(Experiment())
