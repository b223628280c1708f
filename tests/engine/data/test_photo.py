"""Pictures become what a network of photographs takes: their middle, in their colours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.ink import InkSteps
from engine.data.photo import (
    middle_box,
    picture_for,
    picture_stages,
    takes_colours,
    takes_drawings,
    takes_pictures,
)

COLOURED = (3, 32, 32)


def noise(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)


def test_picture_of_that_size_stays_as_it_is() -> None:
    image = noise(32, 32, 3)
    assert np.array_equal(picture_for(image, COLOURED), image)
    opaque = np.dstack([image, np.full((32, 32), 255, np.uint8)])
    assert np.array_equal(picture_for(opaque, COLOURED), image)


def test_larger_picture_is_averaged() -> None:
    image = noise(32, 32, 3)
    large = image.repeat(4, axis=0).repeat(4, axis=1)
    assert np.array_equal(picture_for(large, COLOURED), image)


def test_middle_of_a_long_picture_is_seen() -> None:
    image = np.zeros((64, 200, 3), np.uint8)
    image[:, 68:132] = (10, 200, 30)
    assert (picture_for(image, COLOURED) == (10, 200, 30)).all()
    whole = picture_for(image, COLOURED, steps=InkSteps(crop=False))
    assert (whole[0] == 0).all(), "the colour of its edges stands above it"
    assert (whole[16, 16] == (10, 200, 30)).all()
    squeezed = picture_for(image, COLOURED, steps=InkSteps(keep_aspect=False))
    assert (squeezed[:, 0] == 0).all()
    assert (squeezed[:, 16] == (10, 200, 30)).all()


def test_white_lies_behind_what_is_transparent() -> None:
    image = np.zeros((8, 8, 4), np.uint8)
    image[:, :4] = (10, 200, 30, 0)
    image[:, 4:] = (255, 0, 0, 255)
    seen = picture_for(image, (3, 8, 8))
    assert (seen[:, :4] == 255).all()
    assert (seen[:, 4:] == (255, 0, 0)).all()


@pytest.mark.parametrize("channels", [0, 1, 2])
def test_grey_has_the_same_in_all_colours(channels: int) -> None:
    shape = (40, 40, channels) if channels else (40, 40)
    seen = picture_for(noise(*shape), COLOURED)
    assert seen.shape == (32, 32, 3)
    assert np.array_equal(seen[..., 0], seen[..., 2])


def test_stages_end_in_what_the_network_sees() -> None:
    stages = picture_stages(noise(300, 500, 3), COLOURED)
    assert [stage.name for stage in stages] == ["drawn", "cropped", "centred"]
    assert stages[0].image.shape == (67, 112, 3)
    assert stages[1].image.shape == (112, 112, 3)
    assert stages[2].image.shape == (32, 32, 3)


@given(st.tuples(*[st.integers(1, 400)] * 2), st.tuples(*[st.integers(1, 64)] * 2))
def test_box_lies_in_the_picture_and_has_the_form(size: tuple[int, int], form: tuple[int, int]) -> None:
    left, top, right, bottom = middle_box(size, form)
    assert 0 <= left < right <= size[1]
    assert 0 <= top < bottom <= size[0]
    assert right - left == size[1] or bottom - top == size[0]
    assert abs((right - left) * form[0] - (bottom - top) * form[1]) <= max(form)


def test_what_networks_take() -> None:
    assert takes_drawings((1, 28, 28))
    assert not takes_drawings(COLOURED)
    assert takes_pictures(COLOURED)
    assert takes_pictures((1, 28, 28))
    assert not takes_pictures((1, 14, 14))
    assert not takes_pictures((4, 8, 8))
    assert not takes_pictures((7,))
    assert takes_colours(COLOURED)
    assert not takes_colours((1, 32, 32))
