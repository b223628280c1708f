"""The pad of a network that takes pictures in colour: what is dropped on it keeps its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.pad.drawing import image_of
from gui.pad.panel import DIGITS, DrawingPanel
from gui.pad.strokes import SIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

CLASSES = ("bird", "cat", "ship")
SHAPE = (3, 32, 32)


class Asked:
    """Says the same of all pictures, and keeps what it was asked."""

    def __init__(self) -> None:
        self.images: list[NDArray[np.uint8]] = []

    def __call__(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        self.images.append(images)
        return np.tile(np.array([0.1, 0.7, 0.2], np.float32), (len(images), 1))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def panel(qtbot: QtBot, asked: Asked) -> Iterator[DrawingPanel]:
    pad = DrawingPanel()
    qtbot.addWidget(pad)
    pad.set_naming(True)
    pad.set_predictor(asked, CLASSES, image_shape=SHAPE)
    pad.resize(300, 660)
    pad.show()
    yield pad
    pad.canvas.shutdown()


def photo(*sides: int) -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (*sides, 3), dtype=np.uint8)


def test_picture_of_its_size_is_seen_as_it_is(panel: DrawingPanel, asked: Asked) -> None:
    image = photo(32, 32)
    panel.canvas.set_image(image)
    assert panel.readings() == [("cat", pytest.approx(0.7))]
    drawing = panel.drawing()
    assert drawing is not None
    assert np.array_equal(drawing, image)
    assert asked.images[-1].shape == (1, 32, 32, 3)


def test_pasted_picture_is_brought_to_size(panel: DrawingPanel, qtbot: QtBot) -> None:
    image = np.zeros((64, 128, 3), np.uint8)
    image[:, 32:96] = (20, 180, 90)
    QGuiApplication.clipboard().setImage(image_of(image))
    with qtbot.waitSignal(panel.canvas.drawing_changed):
        panel.canvas.paste()
    drawing = panel.drawing()
    assert drawing is not None
    assert (drawing == (20, 180, 90)).all()
    [digit] = panel.digits()
    assert digit.place().getRect() == pytest.approx((SIDE / 4, SIDE / 4, SIDE / 2, SIDE / 2))


def test_what_is_drawn_on_a_picture_is_seen_without_the_paper_beside_it(
    panel: DrawingPanel, qtbot: QtBot
) -> None:
    image = np.full((50, 100, 3), (200, 40, 10), np.uint8)
    image[:16, 20:80] = (0, 120, 250)
    panel.canvas.set_image(image)
    canvas = panel.canvas
    middle = canvas.rect().center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle)
    drawing = panel.drawing()
    assert drawing is not None
    assert (drawing[0, 16] == (0, 120, 250)).all(), "no paper stands above it"
    assert (drawing[31, 0] == (200, 40, 10)).all()
    assert drawing[16, 16].min() > 200  # the pen is white on what is dark


def test_drawing_alone_is_black_on_white(panel: DrawingPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    drawing = panel.drawing()
    assert drawing is not None
    assert (drawing[0, 0] == 255).all()
    assert drawing[16, 16].max() < 60


def test_words_and_steps_are_those_of_pictures(panel: DrawingPanel) -> None:
    assert panel.canvas._placeholder == "Drop or paste a picture here, or draw"
    assert panel._answer.text() == "Drop, paste or open a picture"
    strip = panel.strip
    assert [name for name in ("drawn", "cropped", "scaled", "centred") if strip.picture(name).isVisible()] == [
        "drawn", "cropped", "centred",
    ]  # fmt: skip
    shown = [name for name in ("crop", "keep_aspect", "mass_centre", "pen") if strip.switch(name).isVisible()]
    assert shown == ["crop", "keep_aspect"]
    assert "32 × 32 pixels in three colours" in strip.picture("centred").toolTip()
    assert strip.picture("centred").picture_area().width() > 55, "all the room there is"


def test_switch_shows_all_of_a_long_picture(panel: DrawingPanel) -> None:
    image = np.zeros((40, 80, 3), np.uint8)
    image[:, 20:60] = 255
    panel.canvas.set_image(image)
    whole = panel.drawing()
    panel.strip.switch("crop").click()
    framed = panel.drawing()
    assert whole is not None
    assert framed is not None
    assert whole.min() == 255
    assert framed[16, 2].max() == 0


def test_my_digits_are_no_place_for_pictures(panel: DrawingPanel, asked: Asked) -> None:
    assert not panel.naming_row.isVisible()
    panel.set_predictor(None, DIGITS)
    assert panel.naming_row.isVisible()
    assert panel.canvas._placeholder == "Draw a digit here"
    assert panel.strip.picture("scaled").isVisible()
    assert panel.strip.switch("pen").isVisible()


def test_picture_is_looked_at_anew_when_only_its_size_is_another(panel: DrawingPanel, asked: Asked) -> None:
    panel.canvas.set_image(photo(32, 32))
    assert panel.readings()
    panel.set_predictor(asked, CLASSES, image_shape=(3, 16, 16))
    assert panel.readings()
    assert asked.images[-1].shape == (1, 16, 16, 3)


def test_picture_on_the_pad_is_looked_at_anew_when_the_network_takes_drawings(
    panel: DrawingPanel,
) -> None:
    panel.canvas.set_image(photo(32, 32))
    panel.set_predictor(lambda images: np.full((len(images), 10), 0.1, np.float32), DIGITS)
    drawing = panel.drawing()
    assert drawing is not None
    assert drawing.shape == (28, 28)
