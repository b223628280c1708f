"""The plane as the pad of the real window: points by mouse and by keys, an answer everywhere, live in training."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QToolButton
from shiboken6 import delete

from engine.data.plane.own_points import own_points
from gui.pad.plane import pad as pad_module
from gui.pad.plane.pad import PlanePad
from gui.workbench import RunState

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.widgets.plane.canvas import PlaneCanvas

pytestmark = pytest.mark.slow


def choose(qtbot: QtBot, window: MainWindow, **settings: object) -> PlanePad:
    """Take a plane as the data, and wait until the pad shows it."""
    bench = window.workbench
    for path, value in settings.items():
        bench.editor.edit(path.replace("__", "."), value)
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.train.kind == "numbers", timeout=20_000)
    face = window.pad.face
    assert isinstance(face, PlanePad)
    qtbot.waitUntil(lambda: len(face.canvas.points) > 0)
    return face


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


@pytest.fixture
def pad(qtbot: QtBot, window: MainWindow) -> PlanePad:
    return choose(qtbot, window, data__dataset="circles", data__plane__count=40)


def free(canvas: PlaneCanvas) -> QPoint:
    """Return a place where there is no point."""
    places = canvas.points.places
    grid = canvas.plane.grid(24)
    far = ((grid[:, None] - places[None]) ** 2).sum(axis=2).min(axis=1)
    return canvas.pixel_of(*grid[int(far.argmax())].tolist()).toPoint()


def test_it_shows_all_parts_of_the_data_those_to_test_with_hollow(window: MainWindow, pad: PlanePad) -> None:
    split = window.workbench.data
    assert split is not None
    assert len(pad.canvas.points) == len(split.train) + len(split.validation) + len(split.test)
    assert pad.canvas.points.is_test.sum() == len(split.validation) + len(split.test)


def test_a_click_makes_the_points_ones_own_and_one_undo_brings_the_others_back(
    qtbot: QtBot, window: MainWindow, pad: PlanePad
) -> None:
    bench, count = window.workbench, len(pad.canvas.points)
    pad.brushes.choose(1)
    QTest.mouseClick(pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, free(pad.canvas))
    assert bench.experiment.data.dataset == "points"
    assert len(own_points().entries()) == count + 1
    assert own_points().entries()[-1].label == "B"
    assert len(pad.canvas.points) == count + 1  # seen at once
    qtbot.waitUntil(lambda: bench.data is not None)
    window.undo.undo_action.trigger()
    assert bench.experiment.data.dataset == "circles"
    assert own_points().entries() == ()
    qtbot.waitUntil(lambda: bench.data is not None and len(pad.canvas.points) == count)


def test_what_validates_is_not_tested_with_once_points_are_ones_own(
    window: MainWindow, pad: PlanePad
) -> None:
    split = window.workbench.data
    assert split is not None
    assert len(split.validation)
    QTest.mouseClick(pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, free(pad.canvas))
    tested = [(point.x, point.y) for point in own_points().entries()[:-1] if point.is_test]
    np.testing.assert_allclose(tested, pad.canvas.plane.points(split.test.images), atol=1e-4)


def test_a_class_is_renamed_and_that_is_undone(qtbot: QtBot, window: MainWindow, pad: PlanePad) -> None:
    """A double click on its button, the right button or F2 asks for a name; others' points are copied first."""
    bench = window.workbench
    button = pad.findChild(QToolButton, "brush2")
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    dialog = pad.findChild(QInputDialog)
    assert dialog.textValue() == "B"
    dialog.setTextValue("healthy")
    dialog.accept()
    assert {point.label for point in own_points().entries()} == {"A", "healthy"}
    assert pad.brushes.names == ("A", "healthy")
    assert bench.experiment.data.dataset == "points"
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.classes == ("A", "healthy"))

    pad.brushes.choose(0)
    qtbot.keyClick(pad, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: pad.findChild(QInputDialog) not in (None, dialog))
    again = pad.findChildren(QInputDialog)[-1]
    again.setTextValue("healthy")
    again.accept()
    assert pad.brushes.names == ("A", "healthy"), "two classes do not become one unasked"
    window.undo.undo_action.trigger()
    qtbot.waitUntil(lambda: pad.brushes.names == ("A", "B"))


def test_a_notice_moves_no_place_from_under_the_mouse(qtbot: QtBot, pad: PlanePad) -> None:
    before = pad.canvas.geometry()
    pad.set_notice("This model is from older settings. Train to use the new ones.")
    notice = pad.findChild(QLabel, "planeNotice")
    qtbot.waitUntil(lambda: notice.geometry().top() > pad.canvas.geometry().bottom())
    assert notice.isVisible()
    assert pad.canvas.geometry() == before


def test_undo_says_what_it_undoes(window: MainWindow, pad: PlanePad) -> None:
    undo = pad.findChild(QToolButton, "undoPointButton")
    window.workbench.editor.edit("training.epochs", 7)
    assert undo.toolTip().startswith("Undo change Epochs")
    QTest.mouseClick(pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, free(pad.canvas))
    assert undo.toolTip().startswith("Undo add points")


def test_before_points_that_one_has_are_replaced_one_is_asked(
    window: MainWindow, pad: PlanePad, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_points().add([(1, 1, "Z")])
    asked: list[str] = []

    def ask(_parent: object, _title: object, text: object) -> bool:
        asked.append(text())  # type: ignore[operator]
        return len(asked) > 1

    monkeypatch.setattr(pad_module.MessageBox, "ask", ask)
    for expected in ("circles", "points"):
        QTest.mouseClick(
            pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, free(pad.canvas)
        )
        assert window.workbench.experiment.data.dataset == expected
    assert "1 points" in asked[0] or "1 point" in asked[0]
    assert "Z" not in {point.label for point in own_points().entries()}


def test_points_are_carried_and_deleted_and_each_step_is_undone(
    qtbot: QtBot, window: MainWindow, pad: PlanePad
) -> None:
    own_points().add([(-3, 0, "A"), (3, 0, "B")])
    choose(qtbot, window, data__dataset="points")
    canvas = pad.canvas
    qtbot.waitUntil(lambda: len(canvas.points) == 2)
    start, end = canvas.pixel_of(3, 0).toPoint(), canvas.pixel_of(0, 4).toPoint()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    moved = next(point for point in own_points().entries() if point.label == "B")
    assert (moved.x, moved.y) == pytest.approx((0, 4), abs=0.1)
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, end)
    assert [point.label for point in own_points().entries()] == ["A"]
    window.undo.undo_action.trigger()
    window.undo.undo_action.trigger()
    back = next(point for point in own_points().entries() if point.label == "B")
    assert (back.x, back.y) == (3, 0)
    window.findChild(QToolButton, "clearPointsButton").click()
    assert own_points().entries() == ()
    window.findChild(QToolButton, "undoPointButton").click()
    assert len(own_points().entries()) == 2


def test_by_keys_a_class_is_chosen_and_a_point_put_down(window: MainWindow, pad: PlanePad) -> None:
    canvas = pad.canvas
    canvas.setFocus()
    window.findChild(QToolButton, "newClassButton").click()
    assert pad.brushes.name == "C"
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert pad.brushes.name == "B"
    QTest.keyClick(canvas, Qt.Key.Key_C)
    canvas.look_at(*canvas.place_of(free(canvas).toPointF()))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert own_points().entries()[-1].label == "C"
    assert pad.brushes.names == ("A", "B", "C")


def test_the_background_changes_while_it_trains_and_the_answer_is_that_of_the_place(
    qtbot: QtBot, window: MainWindow, pad: PlanePad
) -> None:
    bench, canvas = window.workbench, pad.canvas
    bench.editor.edit("training.epochs", 30)
    before = canvas.grab().toImage()
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.model is not None, timeout=60_000)
    qtbot.waitUntil(lambda: canvas.pictures > 0)
    canvas.catch_up()
    assert canvas.grab().toImage() != before
    canvas.look_at(0, 0)
    model = bench.model
    assert model is not None
    answer = model.recognizer.probabilities(np.zeros((1, 2), np.float32))[0]
    shown = pad.bars.probabilities()
    assert shown is not None
    assert np.allclose(shown, answer)
    assert np.array_equal(window.pad.example(), np.zeros(2, np.float32))


def test_an_example_of_the_data_page_is_looked_at(window: MainWindow, pad: PlanePad) -> None:
    split = window.workbench.data
    assert split is not None
    window.pad.set_example(split.test.images[3])
    assert pad.canvas.place == pytest.approx(tuple(split.test.images[3].tolist()), abs=1e-5)


def test_a_feature_more_leaves_the_points_where_they_are(
    qtbot: QtBot, window: MainWindow, pad: PlanePad
) -> None:
    before = pad.canvas.points.places.copy()
    choose(qtbot, window, data__plane__features="x2,y2")
    qtbot.waitUntil(lambda: pad.canvas.plane.names == ("x²", "y²"))
    qtbot.waitUntil(lambda: np.allclose(pad.canvas.points.places, before))
    assert pad.canvas.is_editable


def test_an_undo_stack_that_ends_is_asked_for_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt tells of changed words while a stack ends, too."""
    alone, stack = PlanePad(), QUndoStack()
    qtbot.addWidget(alone)
    monkeypatch.setattr(alone, "_bench", SimpleNamespace(undo_stack=stack))
    delete(stack)
    alone._say_undo()


def test_what_is_answered_at_the_place_is_its_reading(
    qtbot: QtBot, window: MainWindow, pad: PlanePad
) -> None:
    def right(rows: NDArray[np.float32]) -> NDArray[np.float32]:
        second = np.where(rows[:, 0] > 0, 0.75, 0.125)
        return np.column_stack([1 - second, second]).astype(np.float32)

    assert pad.newest_readings() == []
    pad.set_predictor(right, ("A", "B"))
    pad.canvas.look_at(1.0, 0.0)
    qtbot.waitUntil(lambda: pad.newest_readings() == [("B", 0.75)])
    pad.canvas.look_at(-1.0, 0.0)
    qtbot.waitUntil(lambda: pad.newest_readings() == [("A", 0.875)])
    pad.set_predictor(None, ())
    assert pad.newest_readings() == []


def test_points_of_ones_own_that_are_all_deleted_are_told(
    qtbot: QtBot, window: MainWindow, pad: PlanePad
) -> None:
    told: list[bool] = []
    window.pad.emptied.connect(lambda: told.append(True))
    QTest.mouseClick(pad.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, free(pad.canvas))
    qtbot.waitUntil(lambda: pad._data.are_own)
    assert told == []
    pad.findChild(QToolButton, "clearPointsButton").click()
    assert told == [True]
