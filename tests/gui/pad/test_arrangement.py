from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.pad.arrangement import Arrangement, arrange, letters_for, scale_for


def places(width: int, height: int, top: int = 0, keys: int = 0) -> Arrangement:
    scale = scale_for(width, height)
    return arrange(
        width,
        height,
        top=top,
        tools=28,
        answer=round(36 * scale),
        strip=round(96 * scale),
        keys=round(keys * scale),
    )


def test_all_fits_into_a_column_beside_the_curves() -> None:
    parts = places(284, 620)
    assert 240 <= parts.canvas.height() <= 268
    assert parts.canvas.width() == parts.canvas.height()
    assert parts.bars.height() >= 10 * 15
    assert parts.scale == pytest.approx(1, abs=0.1)


def test_a_projector_gets_two_columns_and_large_letters() -> None:
    parts = places(1600, 1000)
    assert parts.canvas.width() > 700
    assert parts.answer.left() > parts.canvas.right()
    assert parts.scale > 2


@given(st.integers(210, 2000), st.integers(420, 1600), st.sampled_from([0, 36, 70]), st.sampled_from([0, 24]))
def test_nothing_overlaps_and_all_is_inside(width: int, height: int, top: int, keys: int) -> None:
    parts = places(width, height, top, keys)
    rows = [parts.canvas, parts.tools, parts.answer, parts.keys, parts.strip, parts.bars]
    for index, one in enumerate(rows):
        assert one.left() >= 0
        assert one.right() < width
        assert one.top() >= top
        assert one.bottom() < height
        for other in rows[index + 1 :]:
            assert not one.intersects(other)
    assert parts.canvas.height() >= 90
    assert parts.canvas.width() == parts.canvas.height()
    assert parts.bars.height() >= 40


@pytest.mark.parametrize(("width", "height"), [(210, 420), (284, 620), (400, 900), (900, 600), (1600, 1000)])
def test_letters_grow_with_the_words_as_far_as_there_is_room(width: int, height: int) -> None:
    usual = scale_for(width, height)
    sizes = [letters_for(width, height, scale) for scale in (1.0, 1.5, 2.0)]
    assert sizes[0] == usual
    assert sizes == sorted(sizes)
    assert sizes[-1] <= 2 * usual
    assert letters_for(300, 1400, 1.5) == 1.5 * scale_for(300, 1400)
