"""A person's own points in the window: kept at once, and every change can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.data.plane.own_points import MOST, own_points
from gui.bench.experiment_editor import ExperimentEditor
from gui.bench.own_points import OwnPointsEditor
from gui.bench.undo_stack import UndoStack

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def mine(qtbot: QtBot, isolated_home: Path) -> OwnPointsEditor:
    stack = UndoStack()
    editor = ExperimentEditor(stack)
    made = OwnPointsEditor(editor, editor)
    made.kept_alive = stack, editor  # type: ignore[attr-defined]
    return made


def seen(mine: OwnPointsEditor) -> list[tuple[float, float, str]]:
    return sorted((point.x, point.y, point.label) for point in mine.entries())


def test_points_are_added_carried_and_deleted_and_all_is_undone(mine: OwnPointsEditor) -> None:
    told: list[object] = []
    mine.changed.connect(lambda: told.append(None))
    assert mine.add([(0, 0), (1, 1)], "A")
    point = mine.entries()[0]
    assert mine.move(point, 2, 3)
    assert seen(mine) == [(1, 1, "A"), (2, 3, "A")]
    assert mine.delete([entry for entry in mine.entries() if entry.id == point.id])
    assert seen(mine) == [(1, 1, "A")]
    assert len(told) == 3
    steps = []
    while mine.undo_stack.canUndo():
        mine.undo_stack.undo()
        steps.append(seen(mine))
    assert steps == [[(1, 1, "A"), (2, 3, "A")], [(0, 0, "A"), (1, 1, "A")], []]
    while mine.undo_stack.canRedo():
        mine.undo_stack.redo()
    assert seen(mine) == [(1, 1, "A")]


def test_other_points_are_taken_over_in_place_of_those_there_were(mine: OwnPointsEditor) -> None:
    mine.add([(5, 5)], "Z")
    places = np.array([[0, 1], [2, 3]], np.float32)
    with mine.as_one("all at once"):
        assert mine.take_over(places, np.array([1, 0]), np.array([True, False]), ("A", "B"))
        mine.be_at_hand()
    assert seen(mine) == [(0, 1, "B"), (2, 3, "A")]
    assert [point.is_test for point in mine.entries()] == [True, False]
    assert mine.are_at_hand
    mine.undo_stack.undo()
    assert seen(mine) == [(5, 5, "Z")]
    assert not mine.are_at_hand


def test_a_class_gets_another_name_and_that_is_undone(mine: OwnPointsEditor) -> None:
    told: list[str] = []
    mine.failed.connect(lambda error, _text: told.append(str(error)))
    mine.add([(0, 0), (1, 1)], "A")
    mine.add([(2, 2)], "B")
    tests = [point.is_test for point in mine.entries()]
    assert mine.rename("A", " ill ")
    assert seen(mine) == [(0, 0, "ill"), (1, 1, "ill"), (2, 2, "B")]
    assert [point.is_test for point in mine.entries()] == tests
    assert not mine.rename("ill", "B")
    assert not mine.rename("C", "D")
    assert not mine.rename("B", "x" * 100)
    assert "already" in told[0]
    assert "no points yet" in told[1]
    mine.undo_stack.undo()
    assert seen(mine) == [(0, 0, "A"), (1, 1, "A"), (2, 2, "B")]


def test_what_cannot_be_kept_is_told_and_changes_nothing(mine: OwnPointsEditor) -> None:
    told: list[str] = []
    mine.failed.connect(lambda error, _text: told.append(str(error)))
    assert not mine.take_over(
        np.zeros((MOST + 1, 2), np.float32),
        np.zeros(MOST + 1, np.int64),
        np.zeros(MOST + 1, np.bool_),
        ("A", "B"),
    )
    assert "too many points" in told[0]
    assert not mine.undo_stack.canUndo()
    own_points().path.mkdir(parents=True)
    assert mine.entries() == ()
    assert "cannot be read" in told[1]


def test_there_are_always_two_classes_to_tell_apart(mine: OwnPointsEditor) -> None:
    assert mine.classes() == ("A", "B")
    mine.add([(0, 0)], "C")
    assert mine.classes() == ("A", "C")
