from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QInputDevice,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data.ink import InkSteps
from gui.pad.canvas import DrawingCanvas
from gui.pad.drawing import array_of
from gui.pad.palms import PUT_DOWN, Palms
from gui.pad.pens import HARDEST, LIGHTEST
from gui.pad.reading import digits_of
from gui.pad.sketch import PEN_WIDTH

PRESS, MOVE, RELEASE = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease
Send = Callable[..., None]


@pytest.fixture
def now() -> list[float]:
    """The time that the canvas goes by, in seconds."""
    return [0.0]


@pytest.fixture
def canvas(qtbot: QtBot, now: list[float]) -> Iterator[DrawingCanvas]:
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    canvas.pens.palms = Palms(lambda: now[0])
    canvas.resize(280, 280)
    canvas.show()
    qtbot.waitExposed(canvas)
    yield canvas
    canvas.shutdown()


@pytest.fixture
def stylus(canvas: DrawingCanvas) -> Iterator[Send]:
    """Sends, or posts, events of a stylus that tells how it is pressed; its device lives as long as the test."""
    both = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    kind, tip = QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen
    device = QPointingDevice("stylus", 75, kind, tip, both, 1, 1, "", QPointingDeviceUniqueId())
    plain, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton

    def send(kind: QEvent.Type, x: float, y: float, pressure: float = 0.5, *, post: bool = False) -> None:
        place, button = QPointF(x, y), Qt.MouseButton.NoButton if kind == MOVE else left
        event = QTabletEvent(kind, device, place, place, pressure, 0, 0, 0, 0, 0, plain, button, button)
        if post:
            QCoreApplication.postEvent(canvas, event)
        else:
            QCoreApplication.sendEvent(canvas, event)

    yield send
    for kind in (PRESS, MOVE, RELEASE):  # not all: that it is to be deleted is among them
        QCoreApplication.removePostedEvents(canvas, kind.value)


def finger(canvas: DrawingCanvas, *path: tuple[int, int]) -> None:
    """Draw with one finger."""
    screen = QTest.createTouchDevice()
    QTest.touchEvent(canvas, screen).press(0, QPoint(*path[0]), canvas).commit()
    for place in path[1:]:
        QTest.touchEvent(canvas, screen).move(0, QPoint(*place), canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, QPoint(*path[-1]), canvas).commit()


def touch(
    canvas: DrawingCanvas, state: QEventPoint.State, x: float, y: float, broad: float = 0.0, number: int = 0
) -> None:
    """Touch with a contact that is so many pixels broad: Qt lets nobody but a screen say that."""
    point = SimpleNamespace(
        state=lambda: state,
        id=lambda: number,
        position=lambda: QPointF(x, y),
        ellipseDiameters=lambda: QSizeF(broad, broad / 2),
    )
    event = SimpleNamespace(type=lambda: QEvent.Type.TouchUpdate, accept=lambda: None, points=lambda: [point])
    canvas.pens.take_touch(cast("QTouchEvent", event))


def widths(canvas: DrawingCanvas) -> Any:
    (stroke,) = canvas.drawing().strokes
    return stroke.widths


def test_a_stylus_makes_the_pen_as_wide_as_it_is_pressed(canvas: DrawingCanvas, stylus: Send) -> None:
    stylus(PRESS, 40, 100, 0.0)
    stylus(MOVE, 140, 100, 0.5)
    stylus(MOVE, 240, 100, 1.0)
    stylus(RELEASE, 240, 100, 0.0)
    wide = widths(canvas)
    np.testing.assert_allclose(wide[[0, -1]], [LIGHTEST * PEN_WIDTH, HARDEST * PEN_WIDTH])
    assert (np.diff(wide) >= 0).all()
    middle = np.abs(canvas.strokes()[0][:, 0] - 140).argmin()
    assert wide[middle] == pytest.approx(PEN_WIDTH)


def test_lifting_does_not_thin_the_end(canvas: DrawingCanvas, stylus: Send) -> None:
    stylus(PRESS, 40, 100, 0.9)
    stylus(RELEASE, 90, 100, 0.0)
    assert np.ptp(widths(canvas)) == 0


def test_a_mouse_and_a_finger_have_an_even_pen(canvas: DrawingCanvas) -> None:
    finger(canvas, (40, 40), (100, 40))
    assert widths(canvas) is None


def test_what_is_pressed_is_seen_copied_and_undone(canvas: DrawingCanvas, stylus: Send) -> None:
    stylus(PRESS, 60, 140, 0.1)
    stylus(MOVE, 220, 140, 1.0)
    stylus(RELEASE, 220, 140, 0.0)
    ink = canvas.drawing().render(280, Qt.GlobalColor.black, Qt.GlobalColor.white)

    def high(x: int) -> int:
        return sum(ink.pixelColor(x, y).lightness() < 128 for y in range(280))

    assert high(215) > 1.8 * high(65) > 0
    canvas.undo_stack.undo()
    assert canvas.is_empty


def test_a_finger_is_a_palm_while_a_stylus_draws_or_hovers(
    canvas: DrawingCanvas, stylus: Send, now: list[float]
) -> None:
    stylus(MOVE, 50, 50)  # it hovers
    finger(canvas, (200, 200), (220, 210))
    assert canvas.is_empty
    stylus(PRESS, 40, 40)
    finger(canvas, (200, 200), (220, 210))
    stylus(RELEASE, 90, 40)
    finger(canvas, (200, 200), (220, 210))
    assert len(canvas.strokes()) == 1
    now[0] += PUT_DOWN + 0.1  # it was put away
    finger(canvas, (200, 200), (220, 210))
    assert len(canvas.strokes()) == 2


def test_what_the_palm_drew_goes_when_the_stylus_comes(canvas: DrawingCanvas, stylus: Send) -> None:
    touch(canvas, QEventPoint.State.Pressed, 200, 200)
    touch(canvas, QEventPoint.State.Updated, 230, 210)
    assert len(canvas.strokes()) == 1
    stylus(PRESS, 40, 40)
    stylus(MOVE, 90, 40)
    touch(canvas, QEventPoint.State.Updated, 240, 220)
    touch(canvas, QEventPoint.State.Released, 240, 220)
    stylus(RELEASE, 120, 40)
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(stroke[[0, -1]], [[40, 40], [120, 40]])
    assert canvas.undo_stack.count() == 1


def test_a_broad_contact_is_a_palm(canvas: DrawingCanvas) -> None:
    broad = 1.2 * canvas.logicalDpiX()
    touch(canvas, QEventPoint.State.Pressed, 200, 200, broad)
    assert canvas.is_empty
    touch(canvas, QEventPoint.State.Updated, 230, 210, broad)
    touch(canvas, QEventPoint.State.Released, 230, 210, broad)
    assert canvas.is_empty


def test_a_contact_that_grows_to_a_palm_drew_nothing(canvas: DrawingCanvas) -> None:
    touch(canvas, QEventPoint.State.Pressed, 200, 200, 30)
    touch(canvas, QEventPoint.State.Updated, 215, 205, 50)
    assert not canvas.is_empty
    touch(canvas, QEventPoint.State.Updated, 230, 210, 1.2 * canvas.logicalDpiX())
    assert canvas.is_empty
    assert canvas.undo_stack.count() == 0
    touch(canvas, QEventPoint.State.Pressed, 40, 40, 30, number=1)  # while the palm still lies there
    touch(canvas, QEventPoint.State.Updated, 90, 40, 30, number=1)
    touch(canvas, QEventPoint.State.Released, 90, 40, 30, number=1)
    assert len(canvas.strokes()) == 1


def test_every_movement_of_a_stylus_counts_that_comes_in_one_turn(
    canvas: DrawingCanvas, stylus: Send
) -> None:
    turns = np.linspace(0, 2 * np.pi, 60)
    arc = np.stack([140 + 100 * np.cos(turns), 140 + 100 * np.sin(turns)], axis=1)
    kinds = [PRESS, *[MOVE] * 58, RELEASE]
    for kind, (x, y) in zip(kinds, arc, strict=True):
        stylus(kind, x, y, post=True)
    assert canvas.is_empty  # nobody has listened yet
    QCoreApplication.sendPostedEvents(canvas)
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(np.hypot(*(stroke - 140).T), 100, atol=0.5)


def test_every_movement_of_a_finger_counts_that_comes_in_one_turn(canvas: DrawingCanvas) -> None:
    screen = QTest.createTouchDevice()
    turns = np.linspace(0, 2 * np.pi, 60)
    arc = [QPoint(round(140 + 100 * np.cos(t)), round(140 + 100 * np.sin(t))) for t in turns]
    QTest.touchEvent(canvas, screen).press(0, arc[0], canvas).commit(False)
    for place in arc[1:]:
        QTest.touchEvent(canvas, screen).move(0, place, canvas).commit(False)
    QTest.touchEvent(canvas, screen).release(0, arc[-1], canvas).commit()
    (stroke,) = canvas.strokes()
    np.testing.assert_allclose(np.hypot(*(stroke - 140).T), 100, atol=1.5)


def test_paper_and_network_agree_on_how_wide_a_pen_was(canvas: DrawingCanvas, stylus: Send) -> None:
    stylus(PRESS, 60, 60, 0.05)
    for turn in np.linspace(0, 1.5 * np.pi, 30):
        stylus(MOVE, 140 + 70 * np.sin(turn), 60 + 30 * turn, 0.5 + 0.5 * np.sin(3 * turn))
    stylus(RELEASE, 70, 200, 0.0)
    drawing = canvas.drawing()
    (digit,) = digits_of(drawing, InkSteps(), canvas.pen_width)
    shown = digit.stages()[0].image / 255
    size = len(shown)
    paper = array_of(drawing.render(4 * size, QColor("black"), QColor("white")))[:, :, 0]
    seen = 1 - paper.reshape(size, 4, size, 4).mean(axis=(1, 3)) / 255
    assert np.abs(shown - seen).mean() < 0.006
    assert np.ptp(drawing.strokes[0].widths) > 15
