from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.look import theme
from gui.look.words import percent
from gui.pad.drawing import array_of
from gui.pad.probability_bars import LOWEST_ROW, ProbabilityBars, grid_for, shown_classes
from tests.gui.pad.seen import Screen

DIGITS = [str(digit) for digit in range(10)]


@pytest.fixture
def bars(qtbot: QtBot) -> ProbabilityBars:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.set_classes(DIGITS)
    bars.resize(260, 200)
    return bars


def accent_rows(bars: ProbabilityBars) -> set[int]:
    """Rows of the widget in which the accent colour is found."""
    pixels = array_of(bars.grab().toImage())[:, :, :3].astype(int)
    accent = QColor(theme.current().accent)
    near = np.abs(pixels - [accent.red(), accent.green(), accent.blue()]).max(axis=2) < 6
    return set(np.flatnonzero(near.sum(axis=1) > 20).tolist())


def test_the_winner_has_the_accent_colour(bars: ProbabilityBars) -> None:
    assert accent_rows(bars) == set()
    values = np.full(10, 0.05, np.float32)
    values[7] = 0.55
    bars.set_probabilities(values)
    rows = accent_rows(bars)
    assert rows
    assert all(7 * 20 <= row < 8 * 20 for row in rows)


def test_says_it_in_words(bars: ProbabilityBars) -> None:
    assert bars.text_of(3) == ""
    assert "Nothing is drawn" in bars.accessibleDescription()
    values = np.array([0.01, 0, 0, 0.17, 0, 0, 0, 0.82, 0, 0], np.float32)
    bars.set_probabilities(values)
    assert bars.text_of(7) == "82\u00a0%"
    assert bars.accessibleDescription() == "7: 82\u00a0%, 3: 17\u00a0%, 0: 1\u00a0%"
    bars.set_probabilities(None)
    assert bars.probabilities() is None
    assert accent_rows(bars) == set()


def test_only_a_whole_probability_is_a_hundred_percent(bars: ProbabilityBars) -> None:
    """As everywhere else: the station Understand says of 0.997 “99.7 %”, too."""
    assert bars.words_for(1.0) == "100\u00a0%"
    assert bars.words_for(0.997) == percent(0.997, 0) == "99.7\u00a0%"


def test_new_classes_empty_the_bars(bars: ProbabilityBars) -> None:
    bars.set_probabilities(np.full(10, 0.1))
    bars.set_classes(["cat", "dog"])
    assert bars.probabilities() is None
    bars.set_probabilities([0.25, 0.75])
    assert bars.accessibleDescription() == "dog: 75\u00a0%, cat: 25\u00a0%"


def test_the_wrong_number_of_probabilities_is_refused(bars: ProbabilityBars) -> None:
    with pytest.raises(ValueError, match="10 probabilities"):
        bars.set_probabilities([0.5, 0.5])


@pytest.mark.parametrize("count", [0, 1, 2, 47, 300])
def test_any_number_of_classes_is_painted(bars: ProbabilityBars, count: int) -> None:
    bars.set_classes([f"class number {index}" for index in range(count)])
    bars.set_probabilities(np.full(count, 1 / max(count, 1)))
    for size in ((260, 160), (40, 20), (900, 700)):
        bars.resize(*size)
        assert not bars.grab().isNull()


@given(st.integers(1, 300), st.floats(20, 2000), st.floats(12, 1500))
def test_rows_can_be_read_and_stay_inside(count: int, width: float, height: float) -> None:
    grid = grid_for(count, width, height)
    assert grid.row_height >= LOWEST_ROW
    assert grid.rows * grid.row_height <= height + 1e-6
    assert len(shown_classes(None, count, grid.room)) == min(count, grid.room)


def test_fewer_are_shown_and_read_more_easily_where_not_all_have_room() -> None:
    grid = grid_for(300, 260, 180)
    assert grid.row_height >= 16
    assert grid.room < 300
    assert grid_for(30, 260, 180).room >= 30


def test_without_room_for_all_the_likeliest_are_shown() -> None:
    values = np.array([0.1, 0.5, 0.0, 0.4], np.float32)
    assert shown_classes(values, 4, 4) == [0, 1, 2, 3]
    assert shown_classes(values, 4, 2) == [1, 3]


LONG = "A name of sixty letters, which is the longest that can be it"


@pytest.mark.parametrize("size", [(194, 90), (208, 260), (268, 200), (268, 420), (404, 500)])
@pytest.mark.parametrize(
    "classes",
    [
        [LONG, "Trouser", "Ink"],
        ["no", "yes"],
        [f"{number} {LONG}"[:60] for number in range(12)],
        [chr(65 + number) for number in range(26)],
        [chr(48 + number) for number in range(62)],
        [f"{number} {LONG}"[:60] for number in range(345)],
    ],
    ids=["three", "two", "twelve", "letters", "sixty-two", "many"],
)
def test_bars_have_room_beside_any_names(
    bars: ProbabilityBars, classes: list[str], size: tuple[int, int]
) -> None:
    bars.set_classes(classes)
    bars.set_keys({"1": classes[0]})
    bars.resize(*size)
    values = np.full(len(classes), 0.1 / len(classes))
    values[-1] = 0.9
    bars.set_probabilities(values)
    track = bars.track(len(classes) - 1)
    assert track.width() >= 24
    assert bars.rect().contains(track.toAlignedRect())
    assert accent_rows(bars) or track.width() * 0.9 < 20  # the bar is seen


def test_of_three_classes_the_bars_are_long(bars: ProbabilityBars) -> None:
    bars.set_classes([LONG, "Trouser", "Ink"])
    assert bars.track(1).width() > 0.9 * bars.width()
    assert LONG in bars.tip_at(QPoint(30, 20))


def test_a_name_is_no_html(bars: ProbabilityBars, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, *_: told.append(text))
    bars.set_classes(["<b>bold</b>", "other"])
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert told == ["<qt>&lt;b&gt;bold&lt;/b&gt;</qt>"]


def test_only_rows_that_look_other_are_painted(bars: ProbabilityBars, qtbot: QtBot) -> None:
    bars.show()
    qtbot.waitExposed(bars)
    shares = np.full(10, 0.0004, np.float32)
    shares[[2, 7]] = 0.9, 0.09
    bars.set_probabilities(shares)
    screen = Screen(bars)
    shares[[2, 7]] = 0.7, 0.29
    shares[4] = 0.0006
    bars.set_probabilities(shares)
    screen.follow()
    assert 0 < screen.painted_area < 0.5 * bars.width() * bars.height()
    assert screen.is_true


def test_what_is_left_out_is_as_it_was(bars: ProbabilityBars, qtbot: QtBot) -> None:
    random = np.random.default_rng(0)
    bars.show()
    qtbot.waitExposed(bars)
    screen = Screen(bars)
    for turn in range(60):
        shares = random.dirichlet(np.full(10, 0.08 if turn % 3 else 2.0)).astype(np.float32)
        if turn % 10 == 4:
            bars.resize(200 + 3 * turn, 180)
            screen = Screen(bars)
        bars.set_doubted(turn % 7 == 3)
        bars.set_probabilities(shares)
        screen.follow()
        assert screen.is_true, turn
