"""How far an image is read: what is left of it, the line between, and the step that reads a point."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from gui.widgets.read_part import ReadPart

AREA = QRectF(10, 20, 100, 200)
WHOLE = (0.0, 1.0)
THIRDS = (0.0, 0.25, 0.5, 1.0)


def corners(points: list[QPointF]) -> list[tuple[float, float]]:
    return [point.toTuple() for point in points]


def test_rows_end_in_a_line_from_side_to_side() -> None:
    part = ReadPart(2, THIRDS, WHOLE)
    assert part.unread(AREA) == [QRectF(10, 120, 100, 100)]
    assert corners(part.edge(AREA)) == [(110, 120), (10, 120)]


def test_columns_end_in_a_line_from_top_to_bottom() -> None:
    part = ReadPart(1, WHOLE, THIRDS)
    assert part.unread(AREA)[0] == QRectF(35, 20, 75, 200)
    assert corners(part.edge(AREA)) == [(35, 20), (35, 220)]


def test_patches_end_in_a_step() -> None:
    part = ReadPart(4, THIRDS, THIRDS)
    assert part.unread(AREA) == [QRectF(35, 70, 75, 50), QRectF(10, 120, 100, 100)]
    assert corners(part.edge(AREA)) == [(110, 70), (35, 70), (35, 120), (10, 120)]


@pytest.mark.parametrize(("down", "across"), [(THIRDS, WHOLE), (WHOLE, THIRDS), (THIRDS, THIRDS)])
def test_when_all_is_read_nothing_is_left(down: tuple[float, ...], across: tuple[float, ...]) -> None:
    steps = (len(down) - 1) * (len(across) - 1)
    assert all(rest.isEmpty() for rest in ReadPart(steps, down, across).unread(AREA))


def test_each_point_has_the_step_that_reads_it() -> None:
    part = ReadPart(1, THIRDS, THIRDS)
    assert part.step_at(AREA, QPointF(36, 71)) == 4
    assert part.step_at(AREA, QPointF(34, 71)) == 3
    assert part.step_at(AREA, QPointF(-5, -5)) == 0
    assert part.step_at(AREA, QPointF(500, 500)) == 8
