"""Pictures come to the pad beside the window: nothing drawn is lost, the newest wins, and one can do without them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.pad import canvas as canvas_module
from gui.pad.arrivals import ArrivalNote
from gui.pad.canvas import DrawingCanvas
from gui.pad.drawing import Picture
from tests.gui.pad.hands import SEVEN, pull


@dataclass
class Disk:
    """Files that are read only when they may be; the name of one says how many pixels wide it is."""

    free: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def read(self, name: str) -> Picture:
        self.asked.append(name)
        self.threads.add(threading.get_ident())
        assert self.free.wait(30)
        image = QImage(int(name), 20, QImage.Format.Format_RGB32)
        image.fill(QColor(255, 255, 255))
        return Picture.of(image)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(canvas_module, "picture_of_file", disk.read)
    return disk


@pytest.fixture
def canvas(qtbot: QtBot, disk: Disk) -> Iterator[DrawingCanvas]:
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    canvas.show()
    qtbot.waitExposed(canvas)
    yield canvas
    disk.free.set()
    canvas.shutdown()


def width(canvas: DrawingCanvas) -> int | None:
    image = canvas.image()
    return None if image is None else image.shape[1]


def idle(canvas: DrawingCanvas) -> Callable[[], bool]:
    return lambda: not canvas._arrivals.busy


def test_the_window_goes_on_and_what_is_drawn_meanwhile_is_undone_to(
    canvas: DrawingCanvas, disk: Disk, qtbot: QtBot
) -> None:
    canvas.load_image("30")
    qtbot.waitUntil(lambda: disk.asked == ["30"])
    assert disk.threads != {threading.get_ident()}
    pull(canvas, SEVEN)
    pull(canvas, [(0.1, 0.1), (0.2, 0.2)], release=False)
    disk.free.set()
    qtbot.waitUntil(lambda: width(canvas) == 30)
    assert canvas.strokes() == []
    assert not canvas.awaits_image
    canvas.undo_stack.undo()
    assert width(canvas) is None
    assert len(canvas.strokes()) == 2
    canvas.undo_stack.redo()
    assert width(canvas) == 30


def test_of_several_the_newest_comes(canvas: DrawingCanvas, disk: Disk, qtbot: QtBot) -> None:
    for name in ("30", "40", "50"):
        canvas.load_image(name)
        qtbot.waitUntil(lambda: bool(disk.asked))
    disk.free.set()
    qtbot.waitUntil(lambda: width(canvas) is not None)
    assert width(canvas) == 50
    assert disk.asked == ["30", "50"]
    assert canvas.undo_stack.count() == 1


@pytest.mark.parametrize("way", ["escape", "button"])
def test_one_can_do_without_it(canvas: DrawingCanvas, disk: Disk, qtbot: QtBot, way: str) -> None:
    pull(canvas, SEVEN)
    canvas.load_image("30")
    note = canvas.findChild(ArrivalNote)
    assert isinstance(note, ArrivalNote)
    assert not note.isVisible()
    qtbot.waitUntil(note.isVisible)
    assert canvas.rect().contains(note.geometry())
    if way == "escape":
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(note.cancel, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
    assert not canvas.awaits_image
    disk.free.set()
    qtbot.waitUntil(idle(canvas))
    assert width(canvas) is None
    assert len(canvas.strokes()) == 1  # Escape clears only where nothing is on its way
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.is_empty


def test_nothing_comes_after_the_end(canvas: DrawingCanvas, disk: Disk, qtbot: QtBot) -> None:
    canvas.load_image("30")
    qtbot.waitUntil(lambda: bool(disk.asked))
    disk.free.set()
    canvas.shutdown()
    canvas.load_image("40")
    assert not canvas.awaits_image
    assert width(canvas) is None
    assert disk.asked == ["30"]


def test_an_image_that_is_there_takes_the_place_of_one_on_its_way(
    canvas: DrawingCanvas, disk: Disk, qtbot: QtBot
) -> None:
    canvas.load_image("30")
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    canvas.set_image(image)
    disk.free.set()
    qtbot.waitUntil(idle(canvas))
    assert width(canvas) == 60
