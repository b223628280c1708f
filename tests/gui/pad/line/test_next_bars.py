"""The bars of the next character stand still: those that read 0 % in the alphabet's order, all in one width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.text.task import END
from gui.pad.line.next_bars import NextBars, likeliest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ALPHABET = (END, *"abcdefgh")


def found(**shares: float) -> np.ndarray:
    each = np.full(len(ALPHABET), 0.0001, np.float32)
    for name, share in shares.items():
        each[0 if name == "end" else ALPHABET.index(name)] = share
    return each


def test_what_reads_as_nothing_stands_in_the_order_of_the_alphabet() -> None:
    assert likeliest(found(c=0.9, g=0.09, h=0.004, b=0.003)).tolist() == [3, 7, 0, 1, 2, 4]
    assert likeliest(np.array([0.2, 0.8], np.float32)).tolist() == [1, 0]
    assert likeliest(np.full(100, 0.01, np.float32)).tolist() == list(range(6))


def test_bars_are_as_wide_with_and_without_a_long_name(qtbot: QtBot) -> None:
    bars = NextBars()
    qtbot.addWidget(bars)
    bars.resize(260, 130)
    bars.set_found(found(end=0.5, a=0.4), ALPHABET)
    assert "end" in bars.classes
    wide = bars.track(0)
    likely = dict.fromkeys("abcdef", 0.1)
    bars.set_found(found(**likely), ALPHABET)
    assert "end" not in bars.classes
    assert bars.track(0) == wide
    bars.set_found(None, ALPHABET)
    assert bars.classes == ()
