"""The network's answer as colours: each class its own, stronger where it is surer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.look import theme
from gui.look.colours import THEMES
from gui.widgets.plane.field import answer_picture


def apart(first: QColor, second: QColor) -> int:
    return sum(abs(first.getRgb()[place] - second.getRgb()[place]) for place in range(3))


@pytest.mark.parametrize("name", list(THEMES))
def test_the_surer_the_stronger_and_undecided_is_nearly_the_surface(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_current", THEMES[name])
    sure, unsure, even, other = [0.99, 0.01], [0.7, 0.3], [0.5, 0.5], [0.02, 0.98]
    picture = answer_picture(np.array([sure, unsure, even, other], np.float32), 2)
    surface = theme.current().color("surface")
    strengths = [apart(picture.pixelColor(x, y), surface) for x, y in ((0, 0), (1, 0), (0, 1))]
    assert strengths[0] > 1.5 * strengths[1] > 3 * strengths[2]
    assert strengths[2] < 40
    for place, index in (((0, 0), 0), ((1, 1), 1)):
        mine, rest = (theme.current().class_color(index), theme.current().class_color(1 - index))
        assert apart(picture.pixelColor(*place), mine) < apart(picture.pixelColor(*place), rest)


def test_what_is_no_number_is_undecided() -> None:
    picture = answer_picture(np.full((4, 3), np.nan, np.float32), 2)
    assert apart(picture.pixelColor(0, 0), theme.current().color("surface")) < 40
