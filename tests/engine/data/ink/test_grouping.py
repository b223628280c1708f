"""How pieces of ink lie to each other: beside, within and above."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.ink.grouping import TOUCH, Pieces, _shared_width, _stands_beside

Stroke = NDArray[np.float64]
ALONG = np.linspace(0, 20, 41)


def stem(x: float) -> Stroke:
    return np.column_stack([np.full(41, x), ALONG])


def ring() -> Stroke:
    turn = np.linspace(0, 2 * np.pi, 201)
    return np.column_stack([8 * np.sin(turn), 10 - 10 * np.cos(turn)])


def roof(y: float) -> Stroke:
    return np.column_stack([ALONG - 10, np.full(41, y)])


def pieces(*strokes: Stroke) -> Pieces:
    owner = np.concatenate([np.full(len(stroke), number) for number, stroke in enumerate(strokes)])
    return Pieces.of(np.concatenate(strokes), owner)


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        (stem(0), stem(10), True),
        (stem(10), stem(0), True),
        (ring(), stem(12), True),
        (ring(), stem(0), False),  # within it, as in a slashed zero
        (stem(0), roof(-3), False),  # above it: no row has both
        (stem(0), stem(0), False),
    ],
)
def test_what_stands_clear_in_most_rows_stands_beside(one: Stroke, other: Stroke, beside: bool) -> None:
    found = _stands_beside(pieces(one, other))
    assert found[0, 1] == found[1, 0] == beside
    assert not found.diagonal().any()


def test_rows_go_down_to_the_lowest_piece() -> None:
    lean = np.column_stack([ALONG[::-1], ALONG])
    found = _stands_beside(
        pieces(lean, lean + np.array([6, 0]), roof(-3))
    )  # at a width they overlap, in no row
    assert found[0, 1]
    assert found[1, 0]


def test_shared_width_is_a_share_of_the_narrower() -> None:
    assert _shared_width(pieces(stem(0), roof(-3)), 1.0)[0, 1] == pytest.approx(
        1
    )  # the stem lies under the roof
    assert _shared_width(pieces(stem(10), roof(-3)), 1.0)[0, 1] == pytest.approx(
        1
    )  # at its very end, within the edge
    assert _shared_width(pieces(stem(11), roof(-3)), 1.0)[0, 1] == pytest.approx(0.5)
    assert _shared_width(pieces(stem(0), stem(10)), 1.0)[0, 1] == 0


def test_pieces_touch_by_the_height_of_the_drawing_or_by_the_pen() -> None:
    thin = pieces(stem(0), stem(3))
    assert thin.gap[0, 1] == pytest.approx(3)
    assert thin.touch == pytest.approx(TOUCH * 20)
