"""A person's own points: kept, moved, deleted and brought back, whatever else is in their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.data.plane.own_points import MOST, OwnPoint, OwnPoints, own_points
from engine.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def mine(tmp_path: Path) -> OwnPoints:
    return OwnPoints(tmp_path / "points")


def test_points_are_kept_and_read_by_another_program(tmp_path: Path, mine: OwnPoints) -> None:
    assert mine.entries() == ()
    assert mine.stamp() is None
    kept = mine.add([(1.0, -2.5, "A"), (9.0, 0.00004, " B ")])
    assert [(point.x, point.y, point.label) for point in kept] == [(1.0, -2.5, "A"), (6.0, 0.0, "B")]
    assert OwnPoints(tmp_path / "points").entries() == kept


def test_a_point_is_moved_deleted_and_brought_back(mine: OwnPoints) -> None:
    first, second = mine.add([(0, 0, "A"), (1, 1, "B")])
    stamp = mine.stamp()
    moved = mine.put([OwnPoint(first.id, 2, 3, "B")])
    assert mine.entries() == (*moved, second)
    assert mine.stamp() != stamp
    mine.delete([first.id])
    assert mine.entries() == (second,)
    mine.put([first])
    assert set(mine.entries()) == {first, second}


def test_many_are_taken_over_in_one_go(mine: OwnPoints) -> None:
    old = mine.add([(0, 0, "A")])
    new = mine.put([OwnPoint("a1", 1, 1, "C", is_test=True)], gone=[old[0].id])
    assert mine.entries() == new


def test_every_third_point_of_a_class_is_kept_to_test_with_for_good(mine: OwnPoints) -> None:
    points = mine.add([(step / 10, 0, "A") for step in range(7)])
    assert [point.is_test for point in points] == [False, True, False, False, True, False, False]
    mine.delete([points[0].id])
    assert [point.is_test for point in mine.entries()] == [True, False, False, True, False, False]


def test_parts_are_divided_and_no_class_is_left_with_nothing_to_learn_from(mine: OwnPoints) -> None:
    points = mine.add([(1, 2, "B"), (3, 4, "B"), (5, 6, "A")])
    classes, (train, labels), (test, truth) = mine.parts()
    assert classes == ("A", "B")
    assert train.tolist() == [[1, 2], [5, 6]]
    assert labels.tolist() == [1, 0]
    assert test.tolist() == [[3, 4]]
    assert truth.tolist() == [1]
    assert train.dtype == np.float32
    mine.delete([points[0].id])
    _, (train, _), (test, _) = mine.parts()
    assert (len(train), len(test)) == (2, 0)


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'{"do":"put","id":"b","x":7,"y":0,"label":"A","test":false}',
        b'{"do":"put","id":"b","x":true,"y":0,"label":"A","test":false}',
        b'{"do":"put","id":"b","x":1e999,"y":0,"label":"A","test":false}',
        b'{"do":"put","id":"b","x":1,"y":0,"label":"","test":false}',
        b'{"do":"put","id":["b"],"x":1,"y":0,"label":"A","test":false}',
        b'{"do":"delete","id":{}}',
        b'{"do":"dance","id":"a"}',
        b"x" * 9000,
    ],
)
def test_lines_that_say_nothing_are_passed_over(mine: OwnPoints, line: bytes) -> None:
    kept = mine.add([(0, 0, "A")])
    with mine.path.open("ab") as file:
        file.write(line)
    assert mine.entries() == kept
    assert len(mine.add([(1, 1, "B")])) == 1
    assert len(mine.entries()) == 2


def test_a_name_that_is_none_and_too_many_points_are_refused(mine: OwnPoints) -> None:
    with pytest.raises(DataError, match="no name for a class"):
        mine.add([(0, 0, "A"), (0, 0, " ")])
    with pytest.raises(DataError, match="too many points"):
        mine.put([OwnPoint(f"a{number}", 0, 0, "A") for number in range(MOST + 1)])
    assert mine.entries() == ()


def test_a_folder_in_the_way_is_told(mine: OwnPoints) -> None:
    mine.path.mkdir(parents=True)
    with pytest.raises(DataError, match="cannot be read"):
        mine.entries()
    assert mine.stamp() is None


def test_the_points_of_this_computer_lie_in_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETSKETCH_HOME", str(tmp_path))
    own_points().add([(0, 0, "A")])
    assert (tmp_path / "points" / "points.jsonl").exists()
    assert own_points() is own_points()
