"""The window of a stand: it reads, forgets, and gives a hostile child nothing to open, paste, copy or close."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QToolButton, QWidget

from engine.config import Experiment
from engine.errors import ModelError
from engine.inference import Recognizer
from engine.models.build import build
from engine.models.shipped import shipped_model
from gui.pad import intake
from gui.pad.arrivals import Arrivals
from gui.pad.sketch import PEN_WIDTH, Tool
from gui.window.kiosk import QUIET_MS, Kiosk
from tests.engine.data.doubt.conftest import made
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LONG_MS = 3_600_000


@pytest.fixture
def make(qtbot: QtBot, unstyled: None) -> Iterator[Callable[..., Kiosk]]:
    """Makes kiosks, in sight and with a network, and ends them."""
    made: list[Kiosk] = []

    def make_one(quiet_ms: int = LONG_MS) -> Kiosk:
        kiosk = Kiosk(quiet_ms)
        made.append(kiosk)
        kiosk.resize(1024, 600)
        kiosk.show()
        qtbot.waitExposed(kiosk)
        kiosk.set_recognizer(Recognizer.load(shipped_model()))
        return kiosk

    yield make_one
    for kiosk in made:
        kiosk.end()
        kiosk.deleteLater()


@pytest.fixture
def kiosk(make: Callable[..., Kiosk]) -> Kiosk:
    return make()


def test_it_reads_what_is_drawn(kiosk: Kiosk) -> None:
    pull(kiosk.panel.canvas, SEVEN)
    [(name, _share)] = kiosk.panel.readings()
    assert name == "7"


def test_what_is_drawn_while_the_network_is_loaded_is_read_once_it_is_there(
    qtbot: QtBot, unstyled: None
) -> None:
    kiosk = Kiosk(LONG_MS)
    kiosk.resize(1024, 600)
    kiosk.show()
    qtbot.waitExposed(kiosk)
    drawn, threads = threading.Event(), []

    def load() -> Recognizer:
        threads.append(threading.current_thread())
        assert drawn.wait(60)
        return Recognizer.load(shipped_model())

    kiosk.load(load)
    pull(kiosk.panel.canvas, SEVEN)  # the window lives while the network is on its way
    assert kiosk.loading
    assert kiosk.panel.probabilities() is None
    drawn.set()
    qtbot.waitUntil(lambda: [name for name, _share in kiosk.panel.newest_readings()] == ["7"])
    assert threads != [threading.current_thread()]
    kiosk.end()
    kiosk.deleteLater()


def test_a_network_that_cannot_be_loaded_is_told(qtbot: QtBot, unstyled: None, tmp_path: Path) -> None:
    kiosk = Kiosk(LONG_MS)
    with qtbot.waitSignal(kiosk.refused) as told:
        kiosk.load(lambda: Recognizer.load(tmp_path / "none.safetensors"))
    assert "none.safetensors" in str(told.args[0])
    with qtbot.waitSignal(kiosk.refused) as told:
        kiosk.load(_photos)
    assert "reads no drawings" in str(told.args[0])
    kiosk.end()
    kiosk.deleteLater()


def test_it_forgets_when_no_hand_is_there(make: Callable[..., Kiosk], qtbot: QtBot) -> None:
    kiosk = make(80)
    canvas = kiosk.panel.canvas
    canvas.set_tool(Tool.ERASER)
    canvas.set_tool(Tool.PEN)
    canvas.set_pen_width(40)
    pull(canvas, SEVEN)
    canvas.set_tool(Tool.ERASER)
    assert canvas.undo_stack.canUndo()
    qtbot.waitUntil(lambda: canvas.is_empty)
    assert not canvas.undo_stack.canUndo()
    assert not canvas.undo_stack.canRedo()
    assert (canvas.tool, canvas.pen_width) == (Tool.PEN, PEN_WIDTH)
    qtbot.waitUntil(lambda: kiosk.panel.probabilities() is None)


def test_it_waits_half_a_minute_from_the_last_touch(make: Callable[..., Kiosk]) -> None:
    kiosk = make(QUIET_MS)
    assert QUIET_MS == 30_000
    quiet = kiosk.quiet_timer
    assert not quiet.isActive()  # nobody was there
    pull(kiosk.panel.canvas, SEVEN)
    assert quiet.isActive()
    for touch in (
        lambda: QTest.mouseMove(kiosk.panel.canvas, QPoint(20, 30)),
        lambda: QTest.mouseClick(kiosk.panel.tools, LEFT, NONE, QPoint(1, 1)),
        lambda: QTest.keyClick(kiosk.panel.canvas, Qt.Key.Key_Plus),
        lambda: (
            QTest.touchEvent(kiosk.panel.canvas, QTest.createTouchDevice())
            .press(0, QPoint(40, 40), kiosk.panel.canvas)
            .commit()
        ),
    ):
        quiet.stop()
        touch()
        assert quiet.isActive()


def test_a_stroke_under_way_is_dropped_too(kiosk: Kiosk) -> None:
    pull(kiosk.panel.canvas, SEVEN, release=False)
    kiosk.begin_anew()
    assert kiosk.panel.canvas.is_empty
    QTest.mouseMove(kiosk.panel.canvas, QPoint(90, 90))
    QTest.mouseRelease(kiosk.panel.canvas, LEFT, NONE, QPoint(90, 90))
    assert kiosk.panel.canvas.is_empty


def windows() -> set[QWidget]:
    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def press(target: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press a key as Qt does: first it asks for shortcuts, then it tells the key."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, held))


@pytest.fixture
def alarms(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was read or asked for."""
    rung: list[str] = []
    monkeypatch.setattr(Arrivals, "ask", lambda *_: rung.append("read an image"))
    monkeypatch.setattr(intake, "picture_of_file", lambda *_: rung.append("read a file"))
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: rung.append("dialog"))
    return rung


def test_no_key_leads_anywhere(kiosk: Kiosk, alarms: list[str], isolated_home: Path) -> None:
    before = windows()
    clipboard = QGuiApplication.clipboard()
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    clipboard.setImage(image)
    pull(kiosk.panel.canvas, SEVEN)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    alt, meta = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
    some = [
        *(Qt.Key(number) for number in range(Qt.Key.Key_Space.value, Qt.Key.Key_AsciiTilde.value)),
        *(Qt.Key(number) for number in range(Qt.Key.Key_F1.value, Qt.Key.Key_F20.value)),
        *(Qt.Key.Key_Insert, Qt.Key.Key_Menu, Qt.Key.Key_Help, Qt.Key.Key_Open, Qt.Key.Key_Save),
        *(Qt.Key.Key_Close, Qt.Key.Key_Exit, Qt.Key.Key_Paste, Qt.Key.Key_Copy, Qt.Key.Key_Escape),
    ]
    ends = (Qt.Key.Key_Q, control | shift)
    for key, held in itertools.product(
        some, (NONE, shift, control, control | shift, alt, meta, control | alt)
    ):
        if (key, held) != ends:
            press(QApplication.focusWidget() or kiosk.panel.canvas, key, held)
            press(kiosk.panel.canvas, key, held)
    assert windows() == before
    assert kiosk.isVisible()
    assert alarms == []
    assert clipboard.image() == image  # nothing was copied
    assert not isolated_home.exists() or not any(isolated_home.rglob("*"))
    clipboard.clear()


def test_nothing_is_taken_that_is_dropped_or_pasted(
    kiosk: Kiosk, alarms: list[str], tmp_path: Path, isolated_home: Path
) -> None:
    model, picture = tmp_path / "evil.safetensors", tmp_path / "evil.png"
    model.write_bytes(b"no model")
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(picture))
    before = windows()
    for path, target in itertools.product((model, picture), (kiosk, kiosk.panel, kiosk.panel.canvas)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        data.setImageData(image)
        copy, middle = Qt.DropAction.CopyAction, QPointF(60, 60)
        enters = QDragEnterEvent(middle.toPoint(), copy, data, LEFT, NONE)
        QCoreApplication.sendEvent(target, enters)
        assert not enters.isAccepted() or target is not kiosk.panel.canvas
        QCoreApplication.sendEvent(target, QDropEvent(middle, copy, data, LEFT, NONE))
    QGuiApplication.clipboard().setImage(image)
    kiosk.panel.canvas.paste()
    QGuiApplication.clipboard().clear()
    assert kiosk.panel.canvas.is_empty
    assert alarms == []
    assert windows() == before


def test_no_menu_opens_and_none_is_there(kiosk: Kiosk) -> None:
    before = windows()
    for part in (kiosk, *kiosk.findChildren(QWidget)):
        middle = part.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, part.mapToGlobal(middle))
        QCoreApplication.sendEvent(part, event)
    assert windows() == before
    assert not [menu for menu in kiosk.findChildren(QMenu) if menu.isVisible()]
    assert kiosk.findChildren(QDialog) == []
    image = kiosk.panel.findChild(QToolButton, "imageButton")
    assert image is not None
    assert not image.isVisible()


def test_every_button_that_is_in_sight_draws_or_clears(kiosk: Kiosk, alarms: list[str]) -> None:
    before = windows()
    pull(kiosk.panel.canvas, SEVEN)
    for button in kiosk.findChildren(QToolButton):
        if button.isVisible():
            QTest.mouseClick(button, LEFT)
    assert windows() == before
    assert alarms == []


def test_the_window_cannot_be_closed_but_by_its_key(kiosk: Kiosk) -> None:
    QCoreApplication.sendEvent(kiosk, QCloseEvent())
    kiosk.close()  # as Alt+F4 does
    assert kiosk.isVisible()
    press(kiosk.panel.canvas, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert kiosk.isVisible()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(kiosk.panel.canvas, Qt.Key.Key_Q, both)
    assert not kiosk.isVisible()


def test_the_pad_is_drawn_and_cleared_by_keys(kiosk: Kiosk) -> None:
    canvas = kiosk.panel.canvas
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.is_empty


def _photos() -> Recognizer:
    """Return a network that reads photographs."""
    experiment = Experiment().with_(**{"network.hidden": ""})
    model = build(experiment.network, image_shape=(3, 32, 32), classes=10)
    return Recognizer(experiment, tuple("0123456789"), model.state_dict(), image_shape=(3, 32, 32))


def test_a_network_of_something_else_is_refused(kiosk: Kiosk) -> None:
    with pytest.raises(ModelError, match="reads no drawings"):
        kiosk.set_recognizer(_photos())


def test_it_says_what_it_takes_for_no_digit(kiosk: Kiosk) -> None:
    recognizer = Recognizer.load(shipped_model())
    recognizer.doubt = made(10, limit=-100.0)  # a limit below which nothing lies
    kiosk.set_recognizer(recognizer)
    pull(kiosk.panel.canvas, SEVEN)
    kiosk.panel.probabilities()
    said = kiosk.panel.findChild(QLabel, "predictionLabel")
    assert said is not None
    assert said.text() == "No digit?"


def test_what_goes_wrong_is_said_and_forgotten(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    def fails(_images: np.ndarray) -> np.ndarray:
        raise RuntimeError("out of memory")

    kiosk.panel.set_predictor(fails, tuple("0123456789"))
    pull(kiosk.panel.canvas, SEVEN)
    assert kiosk.panel.probabilities() is None
    assert windows() == {kiosk}
    kiosk.begin_anew()
    assert kiosk.panel.canvas.is_empty
