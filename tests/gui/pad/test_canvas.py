from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data.ink import render_strokes
from gui.look.spoken import words_of
from gui.pad import sketch
from gui.pad.canvas import COPY_SIDE, DrawingCanvas
from gui.pad.drawing import array_of, image_of
from gui.pad.sketch import Tool
from gui.pad.strokes import BEYOND, SIDE, smoothed
from tests.gui.pad.hands import SEVEN, pull
from tests.gui.pad.seen import Screen

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
TIP, OTHER_END = QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[DrawingCanvas]:
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    canvas.show()
    qtbot.waitExposed(canvas)
    yield canvas
    canvas.shutdown()


def test_the_mouse_draws(canvas: DrawingCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.drawing_changed):
        pull(canvas, SEVEN)
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[[0, -1]], [[84, 70], [123, 238]], atol=1)
    assert canvas.undo_stack.undoText() == "stroke"


def test_every_movement_is_told(canvas: DrawingCanvas) -> None:
    told: list[int] = []
    canvas.drawing_changed.connect(lambda: told.append(len(canvas.strokes())))
    pull(canvas, SEVEN, release=False)
    assert told == [1] * len(SEVEN)


def test_the_drawing_keeps_its_place_at_any_size(canvas: DrawingCanvas) -> None:
    pull(canvas, SEVEN)
    before = canvas.strokes()[0]
    canvas.resize(560, 700)
    np.testing.assert_array_equal(canvas.strokes()[0], before)
    # The sheet is a square in the middle: its upper left corner is at (0, 70).
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(280, 350))
    np.testing.assert_allclose(canvas.strokes()[1], [[140, 140]])


def test_strokes_are_copies(canvas: DrawingCanvas) -> None:
    pull(canvas, SEVEN)
    canvas.strokes()[0][:] = 0
    assert canvas.strokes()[0].any()


def test_the_right_button_erases(canvas: DrawingCanvas) -> None:
    pull(canvas, [(0.1, 0.5), (0.9, 0.5)])
    pull(canvas, [(0.5, 0.1), (0.5, 0.9)], RIGHT)
    assert len(canvas.strokes()) == 2
    assert canvas.tool is Tool.PEN


def test_other_buttons_do_nothing(canvas: DrawingCanvas) -> None:
    pull(canvas, SEVEN, Qt.MouseButton.MiddleButton)
    assert canvas.is_empty


def test_a_second_button_does_not_disturb(canvas: DrawingCanvas) -> None:
    pull(canvas, [(0.2, 0.2), (0.5, 0.5)], release=False)
    QTest.mousePress(canvas, RIGHT, NONE, QPoint(140, 140))
    QTest.mouseRelease(canvas, RIGHT, NONE, QPoint(140, 140))
    QTest.mouseMove(canvas, QPoint(200, 200))
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(200, 200))
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[-1], [200, 200])


def test_a_finger_draws_and_the_palm_does_not(canvas: DrawingCanvas) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(canvas, screen).press(0, QPoint(50, 50), canvas).commit()
    QTest.touchEvent(canvas, screen).move(0, QPoint(90, 50), canvas).press(
        1, QPoint(200, 200), canvas
    ).commit()
    QTest.touchEvent(canvas, screen).move(0, QPoint(130, 50), canvas).move(
        1, QPoint(220, 220), canvas
    ).commit()
    QTest.touchEvent(canvas, screen).release(0, QPoint(130, 50), canvas).release(
        1, QPoint(220, 220), canvas
    ).commit()
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[[0, -1]], [[50, 50], [130, 50]], atol=1)


@pytest.fixture
def stylus() -> Iterator[Callable[..., None]]:
    """Sends events of a stylus; its devices live as long as the test, as events only point at them."""
    devices = {
        pointer: QPointingDevice(
            "stylus", number, QInputDevice.DeviceType.Stylus, pointer, QInputDevice.Capability.Position, 1, 1,
            "", QPointingDeviceUniqueId(),
        )
        for number, pointer in enumerate((TIP, OTHER_END), 70)
    }  # fmt: skip

    def send(
        canvas: DrawingCanvas,
        kind: QEvent.Type,
        x: float,
        y: float,
        pointer: QPointingDevice.PointerType = TIP,
    ) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else LEFT
        position = QPointF(x, y)
        event = QTabletEvent(
            kind, devices[pointer], position, position, 0.7, 0, 0, 0, 0, 0, NONE, button, button
        )
        QCoreApplication.sendEvent(canvas, event)

    yield send
    devices.clear()


def test_a_stylus_draws_between_pixels_and_its_other_end_erases(
    canvas: DrawingCanvas, stylus: Callable[..., None]
) -> None:
    press, move, release = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease
    stylus(canvas, press, 20.25, 100.5)
    stylus(canvas, move, 140.5, 100.5)
    stylus(canvas, release, 260.75, 100.5)
    stylus(canvas, press, 140, 60, OTHER_END)
    stylus(canvas, release, 140, 140, OTHER_END)
    first, second = canvas.strokes()
    np.testing.assert_allclose(first[0], [20.25, 100.5])
    np.testing.assert_allclose(second[-1], [260.75, 100.5])


def test_a_hovering_stylus_draws_nothing(canvas: DrawingCanvas, stylus: Callable[..., None]) -> None:
    stylus(canvas, QEvent.Type.TabletMove, 50, 50)
    assert canvas.is_empty


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_keys_clear(canvas: DrawingCanvas, key: Qt.Key) -> None:
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, key)
    assert canvas.is_empty
    canvas.undo_stack.undo()
    assert len(canvas.strokes()) == 1


def test_escape_while_drawing_drops_only_that_stroke(canvas: DrawingCanvas) -> None:
    pull(canvas, SEVEN)
    pull(canvas, [(0.2, 0.2), (0.5, 0.5)], release=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert len(canvas.strokes()) == 1


def test_keys_undo_redo_and_change_tools(canvas: DrawingCanvas) -> None:
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.is_empty
    QTest.keyClick(
        canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert not canvas.is_empty
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert canvas.tool is Tool.ERASER
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert canvas.tool is Tool.PEN
    width = canvas.pen_width
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.pen_width > width


def test_copy_and_paste(canvas: DrawingCanvas, qtbot: QtBot) -> None:
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (COPY_SIDE, COPY_SIDE)
    assert image.pixelColor(0, 0) == QColor(255, 255, 255)
    assert (array_of(image)[:, :, 0] < 128).any()
    with qtbot.waitSignal(canvas.drawing_changed):
        QTest.keyClick(canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert canvas.strokes() == []
    shown = canvas.image()
    assert shown is not None
    assert shown.shape == (COPY_SIDE, COPY_SIDE, 4)
    assert canvas.undo_stack.undoText() == "paste image"


def test_pasting_without_an_image_says_so_and_keeps_the_drawing(canvas: DrawingCanvas, qtbot: QtBot) -> None:
    pull(canvas, SEVEN)
    QGuiApplication.clipboard().setText("seven")
    with qtbot.waitSignal(canvas.failed) as failed:
        canvas.paste()
    assert failed.args is not None
    assert "no image to paste" in words_of(failed.args[0])
    assert len(canvas.strokes()) == 1


def test_copying_blank_paper_keeps_the_clipboard(canvas: DrawingCanvas) -> None:
    QGuiApplication.clipboard().setText("kept")
    canvas.copy()
    assert QGuiApplication.clipboard().text() == "kept"


def drop(canvas: DrawingCanvas, data: QMimeData) -> bool:
    """Drag over the canvas and let go; return whether it was wanted."""
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPoint(50, 50), both, data, LEFT, NONE)
    QCoreApplication.sendEvent(canvas, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(50, 50), both, data, LEFT, NONE)
    QCoreApplication.sendEvent(canvas, event)
    assert event.dropAction() == Qt.DropAction.CopyAction, "a moved file would be deleted where it came from"
    return True


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_an_image_file_can_be_dropped(canvas: DrawingCanvas, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "one.png"
    pixels = np.full((60, 40), 255, np.uint8)
    pixels[10:50, 18:22] = 0
    assert image_of(pixels).save(str(path))
    with qtbot.waitSignal(canvas.drawing_changed):
        assert drop(canvas, urls(path))
    shown = canvas.image()
    assert shown is not None
    assert shown.shape[:2] == (60, 40)
    canvas.undo_stack.undo()
    assert canvas.is_empty


def test_image_data_can_be_dropped(canvas: DrawingCanvas, qtbot: QtBot) -> None:
    data = QMimeData()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    data.setImageData(image)
    with qtbot.waitSignal(canvas.drawing_changed):
        assert drop(canvas, data)
    shown = canvas.image()
    assert shown is not None
    assert shown.shape == (20, 30, 4)


def test_a_file_that_is_no_image_fails_with_a_sentence(
    canvas: DrawingCanvas, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nnothing more")
    pull(canvas, SEVEN)
    with qtbot.waitSignal(canvas.failed) as failed:
        assert drop(canvas, urls(path))
    assert failed.args is not None
    assert "broken.png" in words_of(failed.args[0])
    assert len(canvas.strokes()) == 1


def test_models_and_words_are_left_to_the_window(canvas: DrawingCanvas, tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("seven")
    assert not drop(canvas, words)
    assert not drop(canvas, urls(tmp_path / "model.safetensors"))


def test_a_stroke_is_finished_when_the_canvas_is_hidden(canvas: DrawingCanvas) -> None:
    pull(canvas, [(0.2, 0.2), (0.5, 0.5)], release=False)
    canvas.hide()
    assert canvas.undo_stack.count() == 1


def moved(canvas: DrawingCanvas, kind: QEvent.Type, x: float, y: float, when: int) -> QMouseEvent:
    position = QPointF(x, y)
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, position, canvas.mapToGlobal(position), button, held, NONE)
    event.setTimestamp(when)
    return event


def test_movements_are_never_merged(qtbot: QtBot) -> None:
    kinds = (
        Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
        Qt.ApplicationAttribute.AA_CompressTabletEvents,
    )
    for kind in kinds:
        QCoreApplication.setAttribute(kind, True)  # as Qt does on X11 and Windows
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    assert not any(QCoreApplication.testAttribute(kind) for kind in kinds)  # before the pen is set down, too
    pull(canvas, SEVEN)
    assert not any(QCoreApplication.testAttribute(kind) for kind in kinds)


def test_the_second_of_two_quick_strokes_is_no_double_click(canvas: DrawingCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(100, 100))
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(101, 100))
    assert len(canvas.strokes()) >= 2


def test_an_arc_drawn_while_the_loop_is_blocked_stays_an_arc(canvas: DrawingCanvas) -> None:
    turns = np.linspace(0, 2 * np.pi, 60)
    arc = np.stack([140 + 100 * np.cos(turns), 140 + 100 * np.sin(turns)], axis=1)
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * 58, QEvent.Type.MouseButtonRelease]
    for number, (kind, (x, y)) in enumerate(zip(kinds, arc, strict=True)):
        QCoreApplication.postEvent(canvas, moved(canvas, kind, x, y, 1000 + 4 * number))
    assert canvas.strokes() == []  # nobody has listened yet
    QCoreApplication.sendPostedEvents(canvas)
    (stroke,) = canvas.strokes()
    away = np.hypot(*(stroke - 140).T)
    np.testing.assert_allclose(away, 100, atol=0.5)
    np.testing.assert_allclose(stroke[[0, -1]], arc[[0, -1]], atol=1e-9)
    assert canvas.undo_stack.count() == 1


def test_a_pull_that_leaves_the_pad_comes_back_where_it_does(canvas: DrawingCanvas) -> None:
    path = [(0.5, 0.5), (1.6, 0.5), (1.6, 0.8), (0.5, 0.8)]
    pull(canvas, path)
    out, back = canvas.strokes()
    assert (out[-1][0], back[0][0]) == (SIDE + BEYOND, SIDE + BEYOND)
    np.testing.assert_allclose(back[-1], [140, 224], atol=1)
    assert canvas.undo_stack.count() == 1


def test_a_digit_that_runs_over_the_edge_is_seen_as_it_was_drawn(canvas: DrawingCanvas) -> None:
    turns = np.linspace(0.1, 0.1 + 2 * np.pi, 40)
    ring = np.stack([0.5 + 0.25 * np.cos(turns), 0.5 + 0.35 * np.sin(turns)], axis=1)
    pull(canvas, ring)
    inside = render_strokes(canvas.strokes())
    canvas.clear()
    pull(canvas, ring + np.array([0.4, 0.0]))  # a third of it beyond the edge
    assert len(canvas.strokes()) == 1
    np.testing.assert_array_equal(render_strokes(canvas.strokes()), inside)


def test_a_long_stroke_is_not_smoothed_anew_at_every_movement(
    canvas: DrawingCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    smoothings: list[int] = []

    def counted(points: object) -> object:
        smoothings.append(1)
        return smoothed(points)

    monkeypatch.setattr(sketch, "smoothed", counted)
    blank: list[bool] = []
    canvas.drawing_changed.connect(lambda: blank.append(canvas.is_empty))
    canvas.setUpdatesEnabled(False)
    pull(canvas, [(0.1 + 0.8 * step / 300, 0.5) for step in range(301)])
    assert len(blank) > 200
    assert not any(blank)
    assert len(smoothings) <= 3


def test_ink_is_seen_where_it_was_drawn(canvas: DrawingCanvas) -> None:
    blank = array_of(canvas.grab().toImage())
    pull(canvas, [(0.2, 0.8), (0.8, 0.8)], release=False)
    while_drawing = array_of(canvas.grab().toImage())
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(224, 224))
    after = array_of(canvas.grab().toImage())
    changed = np.abs(after[:, :, :3].astype(int) - blank[:, :, :3]).max(axis=2) > 60
    rows = np.flatnonzero(changed[:, 60])
    assert (rows.min(), rows.max()) == (pytest.approx(214, abs=2), pytest.approx(233, abs=2))
    np.testing.assert_allclose(while_drawing.astype(int), after.astype(int), atol=2)


def test_the_pointer_is_as_large_as_pen_or_eraser(canvas: DrawingCanvas) -> None:
    pen = canvas.cursor().pixmap().width()
    canvas.set_tool(Tool.ERASER)
    assert canvas.cursor().pixmap().width() == pen + 10
    canvas.set_tool(Tool.PEN)
    canvas.resize(140, 140)
    assert canvas.cursor().pixmap().width() == pen - 10
    canvas.resize(2000, 2000)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor


@pytest.mark.parametrize("seed", range(6))
def test_a_movement_paints_only_the_ink_that_it_changes(canvas: DrawingCanvas, seed: int) -> None:
    random = np.random.default_rng(seed)
    canvas.resize(331, 317)
    screen = Screen(canvas)
    steps = random.normal(0, (1, 3, 9, 30, 4, 60)[seed], (60, 2)).cumsum(axis=0) + 150
    spots = [QPoint(round(x), round(y)) for x, y in steps.clip(40, 270).tolist()]
    QTest.mousePress(canvas, LEFT, pos=spots[0])
    screen.follow()
    areas = []
    for spot in spots[1:]:
        QTest.mouseMove(canvas, spot)
        screen.follow()
        areas.append(screen.painted_area)
        assert screen.is_true
    if seed in (0, 1, 4):  # a hand that does not jump
        assert max(areas) < 0.2 * canvas.width() * canvas.height()
    QTest.mouseRelease(canvas, LEFT, pos=spots[-1])


def test_a_stroke_that_comes_from_outside_is_painted_whole(canvas: DrawingCanvas) -> None:
    canvas.resize(300, 280)
    screen = Screen(canvas)
    QTest.mousePress(canvas, LEFT, pos=QPoint(2, 20))
    for spot in ((3, 60), (4, 100), (5, 140), (5, 180), (6, 220), (8, 240), (40, 250)):
        QTest.mouseMove(canvas, QPoint(*spot))
        screen.follow()
    assert screen.is_true
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(40, 250))
