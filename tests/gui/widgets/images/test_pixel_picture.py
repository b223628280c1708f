"""One image as it is: each pixel has its own colour, and signed numbers have theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.look import theme
from gui.widgets.images.pixel_picture import PixelPicture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_pixels_are_shown_unblurred(qtbot: QtBot) -> None:
    picture = PixelPicture()
    qtbot.addWidget(picture)
    picture.resize(102, 102)
    picture.set_pixels(np.array([[0, 255], [255, 0]], np.uint8))
    shown = picture.grab().toImage()
    ratio = shown.devicePixelRatio()
    at = lambda x, y: shown.pixelColor(round(x * ratio), round(y * ratio)).lightness()  # noqa: E731
    assert [at(20, 20), at(48, 20), at(54, 20), at(20, 80)] == [0, 0, 255, 255]
    assert picture.numbers is None


def test_numbers_have_the_colours_of_their_signs(qtbot: QtBot) -> None:
    picture = PixelPicture()
    qtbot.addWidget(picture)
    picture.resize(102, 102)
    picture.set_numbers(np.array([[1.0, -1.0], [0.0, 0.0]]), 1.0)
    shown = picture.grab().toImage()
    ratio = shown.devicePixelRatio()
    colour = lambda x, y: shown.pixelColor(round(x * ratio), round(y * ratio)).name()  # noqa: E731
    look = theme.current()
    assert colour(25, 25) == look.color("positive").name()
    assert colour(75, 25) == look.color("negative").name()
    assert colour(25, 75) == look.color("surface").name()
    assert picture.pixels is None
