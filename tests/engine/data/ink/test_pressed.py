"""A pen that is pressed now more, now less: the network's view beside ink that is reckoned point by point."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.ink import InkSteps, place_of_view, render_strokes, stages
from engine.errors import DataError

PAD = (280.0, 280.0)
OWN_PEN = InkSteps(pen=False, mass_centre=False)


def wedge() -> tuple[list[np.ndarray], list[np.ndarray]]:
    """A line that grows wider, and a dot beside it."""
    x = np.linspace(40, 240, 101)
    line = np.c_[x, 100 + 0.2 * x]
    return [line, np.array([[60.0, 200.0]])], [np.linspace(8, 32, 101), np.array([24.0])]


def covered(strokes: list[np.ndarray], widths: list[np.ndarray], size: int, scale: float) -> np.ndarray:
    """How much of each pixel lies under the pen: ``(size, size)`` in [0, 1]."""
    middle = (np.arange(size) + 0.5) / scale
    points, radius = np.concatenate(strokes), np.concatenate(widths) / 2
    away = np.hypot(middle[None, :, None] - points[:, 0], middle[:, None, None] - points[:, 1])
    return np.clip((radius - away).max(axis=2) * scale + 0.5, 0, 1)


def test_the_drawing_is_shown_as_it_was_pressed() -> None:
    strokes, widths = wedge()
    drawn = stages(strokes, pen_width_drawn=20, canvas=PAD, widths=widths)[0].image / 255
    wanted = covered(strokes, widths, 112, 0.4)
    assert np.abs(drawn - wanted).mean() < 0.004
    assert np.abs(drawn - wanted).max() < 0.35


def test_the_network_sees_an_even_pen_unless_that_step_is_off() -> None:
    strokes, widths = wedge()
    even = render_strokes(strokes, pen_width_drawn=20, canvas=PAD)
    np.testing.assert_array_equal(
        render_strokes(strokes, pen_width_drawn=20, canvas=PAD, widths=widths), even
    )
    own = render_strokes(strokes[:1], steps=OWN_PEN, pen_width_drawn=20, canvas=PAD, widths=widths[:1])
    thin, thick = own[:, 6].sum(dtype=int), own[:, 20].sum(dtype=int)
    assert thick > 2 * thin


def test_the_box_is_that_of_the_ink() -> None:
    strokes, widths = wedge()
    own = render_strokes(strokes, steps=OWN_PEN, pen_width_drawn=20, canvas=PAD, widths=widths)
    columns = np.flatnonzero((own > 40).any(axis=0))
    assert (columns[0], columns[-1]) == (4, 23)
    place = place_of_view(strokes, steps=OWN_PEN, pen_width_drawn=20, canvas=PAD, widths=widths)
    share = 28 / (place.right - place.left)
    wanted = covered([s - [place.left, place.top] for s in strokes], widths, 28, share)
    assert np.abs(own / 255 - wanted).mean() < 0.02


def test_one_width_everywhere_is_an_even_pen() -> None:
    strokes, widths = wedge()
    same = [np.full(len(width), 20.0) for width in widths]
    pressed = render_strokes(strokes, steps=OWN_PEN, pen_width_drawn=20, canvas=PAD, widths=same)
    even = render_strokes(strokes, steps=OWN_PEN, pen_width_drawn=20, canvas=PAD)
    np.testing.assert_allclose(pressed.astype(int), even, atol=1)


@pytest.mark.parametrize("scale", [0.01, 1.0, 300.0])
def test_wild_widths_are_held_and_make_numbers(scale: float) -> None:
    strokes, widths = wedge()
    wild = [scale * width for width in widths]
    for antialias in (True, False):
        steps = InkSteps(pen=False, antialias=antialias)
        picture = render_strokes(strokes, steps=steps, pen_width_drawn=20, canvas=PAD, widths=wild)
        assert picture.max() > 0


def test_each_point_needs_its_width() -> None:
    strokes, widths = wedge()
    with pytest.raises(DataError, match="one width"):
        render_strokes(strokes, steps=OWN_PEN, pen_width_drawn=20, widths=widths[:1])
    nan = [np.full(len(width), np.nan) for width in widths]
    with pytest.raises(DataError, match="one width"):
        render_strokes(strokes, steps=OWN_PEN, pen_width_drawn=20, widths=nan)
    assert not render_strokes([], steps=OWN_PEN, pen_width_drawn=20, widths=[]).any()
