"""Where the network's view lies on the drawing or image it was made of: the same ink at the same place in both."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from engine.data.ink import (
    SIZE,
    InkSteps,
    Place,
    centre_of_mass,
    image_digits,
    place_of_view,
    render_strokes,
)

STEPS = [InkSteps(), *(replace(InkSteps(), **{step.name: False}) for step in fields(InkSteps))]
PAD = (280.0, 280.0)


def mass_on_pad(view: np.ndarray, place: Place) -> np.ndarray:
    """Return where the middle of the ink of a view lies on what it was made of."""
    share = (centre_of_mass(view[None])[0] + 0.5) / SIZE
    corner, size = np.array(place[:2]), np.array(place[2:]) - place[:2]
    return np.asarray(corner + share * size)


@pytest.mark.parametrize("steps", STEPS, ids=str)
def test_the_ink_of_a_drawing_lies_where_it_was_drawn(steps: InkSteps) -> None:
    way = np.linspace(0, 1, 200)[:, None]
    for begin, end in (
        ((60, 40), (90, 220)),
        ((20, 30), (250, 60)),
        ((200, 150), (200, 260)),
        ((99, 30), (99, 30)),
    ):
        line = np.array(begin) * (1 - way) + np.array(end) * way
        view = render_strokes([line], steps=steps, pen_width_drawn=16.0, canvas=PAD)
        place = place_of_view([line], steps=steps, pen_width_drawn=16.0, canvas=PAD)
        pixel = (np.array(place[2:]) - place[:2]) / SIZE
        assert (np.abs(mass_on_pad(view, place) - line.mean(axis=0)) < 0.6 * pixel).all()


@pytest.mark.parametrize("steps", STEPS, ids=str)
@pytest.mark.parametrize("pen", [3, 14, 40])
def test_the_ink_of_an_image_lies_where_it_is_in_the_image(steps: InkSteps, pen: int) -> None:
    image = np.full((240, 300), 255, np.uint8)
    image[60:180, 190 : 190 + pen] = 0
    if steps.keep_aspect:
        image[180 - pen : 180, 130:190] = 0
    else:  # which weighs bars anew, so that only of an even cross the middle stays
        image[120 - pen // 2 : 120 - pen // 2 + pen, 160 + pen // 2 : 220 + pen // 2] = 0
    (digit,) = image_digits(image, steps=steps, several=False)
    middle = centre_of_mass((255 - image)[None])[0] + 0.5
    across, down = (np.array(digit.view_place[2:]) - digit.view_place[:2]) / SIZE
    found = mass_on_pad(digit.stages[-1].image, digit.view_place)
    assert (np.abs(found - middle) < 1.2 * np.array([across, down])).all()


def test_of_digits_side_by_side_each_has_its_own_place() -> None:
    image = np.full((120, 300), 255, np.uint8)
    for left in (40, 220):
        image[20:100, left : left + 9] = 0
        image[91:100, left : left + 40] = 0
    first, second = image_digits(image)
    assert second.view_place.left - first.view_place.left == pytest.approx(180, abs=4)
    assert first.view_place.top == pytest.approx(second.view_place.top, abs=2)


def test_an_image_of_the_networks_size_is_its_own_view() -> None:
    image = np.zeros((SIZE, SIZE), np.uint8)
    image[4:24, 10:14] = image[20:24, 10:20] = 255
    (digit,) = image_digits(image)
    by = centre_of_mass(digit.stages[-1].image[None])[0] - centre_of_mass(image[None])[0]
    np.testing.assert_allclose(digit.view_place, [*-by, *(SIZE - by)], atol=0.01)
