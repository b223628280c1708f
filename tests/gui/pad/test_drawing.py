from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from engine.data.ink import normalize_image
from engine.errors import DataError
from gui.pad.drawing import BLACK, LARGEST, WHITE, Drawing, Picture, array_of, image_of
from gui.pad.strokes import Stroke

pytestmark = pytest.mark.usefixtures("qapp")


def bar(paper: int, ink: int) -> np.ndarray:
    pixels = np.full((60, 90), paper, np.uint8)
    pixels[10:50, 40:50] = ink
    return pixels


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 1), (5, 7, 2), (5, 7, 3), (5, 7, 4)])
def test_arrays_go_through_an_image_unchanged(shape: tuple[int, ...]) -> None:
    array = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    back = array_of(image_of(array))
    assert back.shape == (5, 7, 4)
    grey_or_color = array if array.ndim == 3 else array[:, :, None]
    channels = grey_or_color.shape[2]
    np.testing.assert_array_equal(back[:, :, 0], grey_or_color[:, :, 0])
    np.testing.assert_array_equal(back[:, :, 3], grey_or_color[:, :, -1] if channels in (2, 4) else 255)


@pytest.mark.parametrize(
    "array", [np.zeros((3, 4, 5), np.uint8), np.zeros((0, 4), np.uint8), np.zeros((3, 4))]
)
def test_other_arrays_are_refused(array: np.ndarray) -> None:
    with pytest.raises(DataError, match="cannot be shown"):
        image_of(array)


def test_an_empty_image_is_refused() -> None:
    with pytest.raises(DataError, match="nothing in it"):
        Picture.of(QImage())


def test_large_images_are_made_smaller() -> None:
    image = QImage(3000, 1500, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    picture = Picture.of(image)
    assert (picture.image.width(), picture.image.height()) == (LARGEST, LARGEST // 2)
    assert picture.place.width() == 280
    assert picture.place.height() == 140
    assert picture.place.y() == 70


@pytest.mark.parametrize(("paper", "ink", "pen"), [(230, 20, BLACK), (15, 240, WHITE)])
def test_the_pen_takes_the_ink_of_the_image(paper: int, ink: int, pen: QColor) -> None:
    picture = Picture.of(image_of(bar(paper, ink)))
    assert picture.paper == QColor(paper, paper, paper)
    assert picture.ink == pen


def test_transparent_images_lie_on_what_sets_them_off() -> None:
    pixels = np.zeros((20, 20, 4), np.uint8)
    pixels[5:15, 9:12, 3] = 255  # black ink, nothing behind it
    assert Picture.of(image_of(pixels)).paper == WHITE
    pixels[..., :3] = 255
    assert Picture.of(image_of(pixels)).paper == BLACK


def test_an_image_alone_goes_to_the_network_as_it_came() -> None:
    array = bar(230, 20)
    pixels = Drawing(picture=Picture.of(image_of(array))).pixels()
    assert pixels is not None
    np.testing.assert_array_equal(pixels[:, :, 0], array)


def test_strokes_on_an_image_go_to_the_network_with_it() -> None:
    picture = Picture.of(image_of(np.full((50, 50), 220, np.uint8)))
    pixels = Drawing((Stroke(np.array([[140.0, 60], [140, 220]]), 20),), picture).pixels()
    assert pixels is not None
    view = normalize_image(pixels)
    assert (view.max(axis=1) > 60).sum() == pytest.approx(20, abs=1)
    assert 2 <= (view.max(axis=0) > 60).sum() <= 4


def test_a_drawing_is_painted_as_it_lies() -> None:
    drawing = Drawing((Stroke(np.array([[70.0, 140], [210, 140]]), 20), Stroke(np.array([[140.0, 40]]), 20)))
    pixels = array_of(drawing.render(280, BLACK, WHITE))[:, :, 0]
    assert pixels[140, 140] == 0
    assert pixels[40, 140] == 0
    assert pixels[140, 40] == 255
    assert (pixels < 128).sum() == pytest.approx(140 * 20 + 2 * np.pi * 100, rel=0.03)


def test_a_blank_drawing_has_no_pixels(qtbot: QtBot) -> None:
    assert Drawing().is_empty
    assert Drawing().pixels() is None
