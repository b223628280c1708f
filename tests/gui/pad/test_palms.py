from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from gui.pad.palms import PUT_DOWN, Palms


@pytest.mark.parametrize(
    ("width", "height", "broad"),
    [(0, 0, False), (30, 40, False), (76, 60, False), (40, 100, True), (100, 40, True)],
)
def test_what_is_broader_than_a_thumb_is_no_finger(width: float, height: float, broad: bool) -> None:
    assert Palms.is_broad(QSizeF(width, height), 96.0) is broad
    assert Palms.is_broad(QSizeF(2 * width, 2 * height), 192.0) is broad  # the same hand on a finer screen


def test_a_stylus_is_in_the_hand_until_it_was_silent_for_a_while() -> None:
    now = [100.0]
    palms = Palms(lambda: now[0])
    assert not palms.stylus_is_near
    palms.note_stylus()
    now[0] += PUT_DOWN - 0.01
    assert palms.stylus_is_near
    now[0] += 0.02
    assert not palms.stylus_is_near
