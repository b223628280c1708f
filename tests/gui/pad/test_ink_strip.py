from __future__ import annotations

import itertools
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from engine.data.ink import InkStage, InkSteps, stages, step_texts
from gui.pad.drawing import array_of
from gui.pad.ink_strip import InkStrip

STROKES = [np.array([[60.0, 40], [200, 40], [120, 240]])]


@pytest.fixture
def strip(qtbot: QtBot) -> InkStrip:
    strip = InkStrip()
    qtbot.addWidget(strip)
    strip.resize(264, strip.heightForWidth(264))
    strip.show()
    qtbot.waitExposed(strip)
    return strip


@pytest.mark.parametrize("name", [text.name for text in step_texts()])
def test_each_step_has_a_switch_that_says_why(strip: InkStrip, name: str, qtbot: QtBot) -> None:
    button = strip.switch(name)
    assert "Without it" in button.toolTip()
    assert button.text()
    assert button.accessibleName()
    with qtbot.waitSignal(strip.steps_changed) as changed:
        button.click()
    assert changed.args == [InkSteps(**{name: False})]
    assert button.font().strikeOut()
    button.click()
    assert strip.steps == InkSteps()
    assert not button.font().strikeOut()


def test_steps_can_be_set_from_outside(strip: InkStrip) -> None:
    steps = InkSteps(crop=False, antialias=False)
    strip.set_steps(steps)
    assert strip.steps == steps
    assert not strip.switch("crop").isChecked()
    assert strip.switch("pen").isChecked()


def test_the_last_picture_is_what_the_network_sees_in_whole_pixels(strip: InkStrip) -> None:
    all_stages = stages(STROKES)
    strip.set_stages(all_stages)
    picture = strip.picture("centred")
    area = picture.picture_area()
    factor = round(area.width() * picture.devicePixelRatioF()) // 28
    assert factor >= 2
    pixels = array_of(picture.grab().toImage())[:, :, 0]
    left, top = round(area.left()), round(area.top())
    middle = pixels[top + factor // 2 :: factor, left + factor // 2 :: factor][:28, :28]
    # The outermost pixels lie under the frame.
    np.testing.assert_array_equal(middle[2:26, 2:26], all_stages[-1].image[2:26, 2:26])


def test_an_empty_pad_shows_no_pictures(strip: InkStrip) -> None:
    strip.set_stages(stages(STROKES))
    assert strip.picture("cropped").image is not None
    strip.set_stages([])
    assert all(strip.picture(name).image is None for name in ("drawn", "cropped", "scaled", "centred"))


def test_of_many_movements_the_newest_is_shown_and_few_are_looked_at(qtbot: QtBot, strip: InkStrip) -> None:
    looked_at: list[int] = []

    def pictures(number: int) -> list[InkStage]:
        looked_at.append(number)
        return stages(STROKES)

    for number in range(50):
        strip.follow(partial(pictures, number))
    qtbot.waitUntil(lambda: strip.picture("centred").image is not None)
    assert looked_at == [49]
    strip.follow(partial(pictures, 50))
    strip.set_stages([])  # the pad is wiped before there was time
    assert not any(timer.isActive() for timer in strip.findChildren(QTimer))


@pytest.mark.parametrize("width", [190, 264, 700])
def test_switches_lie_side_by_side_inside(strip: InkStrip, width: int) -> None:
    strip.resize(width, strip.heightForWidth(width))
    areas = [strip.switch(text.name).geometry() for text in step_texts()]
    assert all(not a.intersects(b) for a, b in itertools.pairwise(areas))
    assert strip.rect().contains(areas[-1])
