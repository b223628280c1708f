"""What the network is asked about, in small: pictures as they are, rows of numbers with their names."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from pytestqt.qtbot import QtBot

from engine.inputs.feature import Feature
from gui.widgets.views.subject_bar import ROW, SIDE, SubjectBar

ROWS = tuple(Feature(name, 0, 10, 5) for name in ("length", "width"))


def shown(bar: SubjectBar, image: object, features: tuple[Feature, ...]) -> None:
    bar.set_scene(
        SimpleNamespace(
            image=image,
            features=features,
            label=None,
            is_drawing=False,
            classes=("a", "b"),
            probabilities=np.array([0.9, 0.1], np.float32),
        )
    )


def test_numbers_stand_with_their_names_and_pictures_as_they_are(qtbot: QtBot) -> None:
    bar = SubjectBar()
    qtbot.addWidget(bar)
    shown(bar, np.array([9.5, 5.0], np.float32), ROWS)
    assert bar._thumb.width() == ROW
    assert "length = 9.5" in bar._thumb.toolTip()

    shown(bar, np.zeros((28, 28), np.uint8), ())
    assert bar._thumb.width() == SIDE
    assert bar._thumb.toolTip() == ""
