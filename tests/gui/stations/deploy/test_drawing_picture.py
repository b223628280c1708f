"""The picture that a service was asked about last, in grey or in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from gui.stations.deploy.drawing_picture import DrawingPicture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("shape", [(28, 28), (32, 32, 3), (12, 24, 3)])
def test_picture_stands_in_the_middle(qtbot: QtBot, shape: tuple[int, ...]) -> None:
    picture = DrawingPicture()
    qtbot.addWidget(picture)
    picture.resize(84, 84)
    picture.set_image(np.full(shape, 200, np.uint8))
    seen = picture.grab().toImage()
    assert seen.pixelColor(42, 42).red() == 200
    assert (seen.pixelColor(42, 4).red() == 200) is (shape[0] == shape[1])
