from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui.bench.undo_stack import UndoStack
from gui.pad.drawing import Picture
from gui.pad.sketch import ERASER_RATIO, PEN_WIDTH, PEN_WIDTHS, Sketch, Tool
from gui.pad.strokes import BEYOND, SIDE


@pytest.fixture
def sketch(qtbot: QtBot) -> Sketch:
    return Sketch()


def draw(sketch: Sketch, *points: tuple[float, ...], erase: bool = False) -> None:
    sketch.begin(points[0], erase=erase)
    for point in points[1:]:
        sketch.extend(point)
    sketch.end()


def grey_picture() -> Picture:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 200, 200))
    return Picture.of(image)


def test_a_pull_is_one_stroke_and_one_command(sketch: Sketch) -> None:
    draw(sketch, (50, 50), (100, 50), (150, 60))
    assert len(sketch.drawing.strokes) == 1
    np.testing.assert_allclose(sketch.drawing.strokes[0].points[[0, -1]], [[50, 50], [150, 60]])
    assert sketch.undo_stack.count() == 1
    assert sketch.undo_stack.undoText() == "stroke"


def test_the_stroke_under_way_is_part_of_the_drawing_but_not_finished(sketch: Sketch) -> None:
    sketch.begin((50, 50))
    sketch.extend((90, 90))
    assert len(sketch.drawing.strokes) == 1
    assert sketch.finished.is_empty
    assert sketch.undo_stack.count() == 0


def test_a_tap_is_a_dot(sketch: Sketch) -> None:
    draw(sketch, (70, 80))
    np.testing.assert_array_equal(sketch.drawing.strokes[0].points, [[70, 80]])


def test_a_stroke_far_beyond_the_edge_is_cut(sketch: Sketch) -> None:
    draw(sketch, (200, 100), (400, 100))
    np.testing.assert_allclose(sketch.drawing.strokes[0].points[-1], [SIDE + BEYOND, 100])
    draw(sketch, (-50, 10), (-60, 200))
    assert len(sketch.drawing.strokes) == 1
    assert sketch.undo_stack.count() == 1


def test_pressing_harder_makes_the_pen_wider(sketch: Sketch) -> None:
    sketch.set_pen_width(10)
    draw(sketch, (50, 50, 0.5), (90, 50, 1.5))
    (stroke,) = sketch.drawing.strokes
    assert stroke.widths is not None
    np.testing.assert_allclose(stroke.widths, [5, 15])
    assert stroke.width == 10
    sketch.undo_stack.undo()
    assert sketch.drawing.is_empty
    sketch.undo_stack.redo()
    assert sketch.drawing.strokes == (stroke,)


def test_a_dot_is_as_wide_as_it_was_pressed_hardest(sketch: Sketch) -> None:
    draw(sketch, (50, 50, 0.5), (50, 50, 1.5), (50, 50, 0.7))
    (dot,) = sketch.drawing.strokes
    assert dot.width == 1.5 * PEN_WIDTH


def test_the_eraser_is_even_and_leaves_the_width_of_what_it_cuts(sketch: Sketch) -> None:
    draw(sketch, (20, 50, 0.5), (260, 50, 1.5))
    sketch.begin((140, 20, 0.5), erase=True)
    sketch.extend((140, 80, 1.5))
    sketch.end()
    left, right = sketch.drawing.strokes
    assert left.widest < right.widest
    assert left.points[-1][0] > 100


def test_undo_and_redo_every_change(sketch: Sketch) -> None:
    stack = sketch.undo_stack
    draw(sketch, (20, 100), (260, 100))
    draw(sketch, (140, 20), (140, 260), erase=True)
    assert len(sketch.drawing.strokes) == 2
    sketch.clear()
    assert sketch.drawing.is_empty
    sketch.set_picture(grey_picture())
    assert [stack.text(index) for index in range(stack.count())] == [
        "stroke",
        "erase",
        "clear drawing",
        "paste image",
    ]
    states = []
    while stack.canUndo():
        stack.undo()
        states.append((len(sketch.drawing.strokes), sketch.drawing.picture is not None))
    assert states == [(0, False), (2, False), (1, False), (0, False)]
    for _ in range(4):
        stack.redo()
    assert sketch.drawing.picture is not None


def test_erasing_nothing_is_no_command(sketch: Sketch) -> None:
    draw(sketch, (20, 20), (60, 20))
    draw(sketch, (200, 200), (220, 220), erase=True)
    assert sketch.undo_stack.count() == 1


def test_the_eraser_tool_erases_with_its_own_width(sketch: Sketch) -> None:
    sketch.set_pen_width(10)
    draw(sketch, (0, 100), (280, 100))
    sketch.set_tool(Tool.ERASER)
    assert sketch.tip_width == 10 * ERASER_RATIO
    draw(sketch, (140, 100))
    left, right = sketch.drawing.strokes
    assert right.points[0, 0] - left.points[-1, 0] == pytest.approx(10 * ERASER_RATIO + 10)


def test_undo_while_drawing_drops_the_stroke_and_undoes(sketch: Sketch) -> None:
    draw(sketch, (20, 20), (60, 20))
    sketch.begin((100, 100))
    sketch.extend((150, 150))
    sketch.undo_stack.undo()
    assert not sketch.pulling
    assert sketch.drawing.is_empty
    sketch.extend((160, 160))
    sketch.end()
    assert sketch.drawing.is_empty


def test_dropping_a_pull_of_the_eraser_brings_the_ink_back(sketch: Sketch) -> None:
    draw(sketch, (20, 100), (260, 100))
    before = sketch.drawing
    sketch.begin((140, 100), erase=True)
    assert sketch.drawing is not before
    sketch.drop()
    assert sketch.drawing is before


def test_clearing_blank_paper_is_no_command(sketch: Sketch) -> None:
    sketch.clear()
    assert sketch.undo_stack.count() == 0


def test_a_stack_from_outside_takes_the_commands(sketch: Sketch) -> None:
    stack = UndoStack()
    sketch.undo_stack = stack
    draw(sketch, (20, 20), (60, 20))
    assert stack.count() == 1
    stack.undo()
    assert sketch.drawing.is_empty


def test_the_pen_stays_within_its_bounds(sketch: Sketch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sketch.pen_width_changed):
        sketch.set_pen_width(1e9)
    assert sketch.pen_width == PEN_WIDTHS[1]
    sketch.set_pen_width(-4)
    assert sketch.pen_width == PEN_WIDTHS[0]


def test_erasing_an_image_leaves_its_paper(sketch: Sketch) -> None:
    image = QImage(280, 280, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 200, 200))
    for x in range(100, 180):
        for y in range(100, 180):
            image.setPixelColor(x, y, QColor(0, 0, 0))
    sketch.set_picture(Picture.of(image))
    draw(sketch, (90, 140), (190, 140), erase=True)
    pixels = sketch.drawing.pixels()
    assert pixels is not None
    assert pixels[280, 280, 0] == 200
    assert pixels[210, 280, 0] == 0
    sketch.undo_stack.undo()
    pixels = sketch.drawing.pixels()
    assert pixels is not None
    assert pixels[140, 140, 0] == 0


def test_another_width_is_that_of_the_whole_stroke_under_way(sketch: Sketch) -> None:
    sketch.begin((10.0, 10.0))
    for place in range(20, 200, 10):
        sketch.extend((float(place), 10.0))
    parts: list[object] = []
    sketch.changed.connect(parts.append)
    sketch.set_pen_width(sketch.pen_width + 8)
    assert parts == [None], "all of the paper is painted anew"
