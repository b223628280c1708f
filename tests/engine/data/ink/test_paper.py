"""Ink on photographed paper: whatever the light and the lines on it, the digit comes out as from clean paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.config import VariationConfig
from engine.data.generated import generate
from engine.data.ink import image_digits, normalize_image
from engine.data.ink.resample import resized

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Photo = Callable[[NDArray[np.float32], np.random.Generator], NDArray[np.float32]]

HEIGHT, WIDTH = 300, 390
SIDE = 150  # of the digit's picture
WHITE = 0.93
Y, X = np.mgrid[0 : 1 : HEIGHT * 1j, 0 : 1 : WIDTH * 1j]


def sheets(count: int) -> list[NDArray[np.float32]]:
    """Return sheets with one digit each, somewhere: 1 where there is ink."""
    random = np.random.default_rng(2)
    digits, _ = generate(count, seed=8, variation=VariationConfig(roughness=0, gaps=0))
    pages = []
    for digit in digits:
        ink = np.clip((resized(digit.astype(np.float32) / 255, SIDE, SIDE) - 0.35) / 0.3, 0, 1)
        page = np.zeros((HEIGHT, WIDTH), np.float32)
        top, left = random.integers(10, HEIGHT - SIDE - 10), random.integers(10, WIDTH - SIDE - 10)
        page[top : top + SIDE, left : left + SIDE] = ink
        pages.append(page)
    return pages


@pytest.fixture(scope="module")
def written() -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Return a dozen sheets, and how the digit on each looks as from clean paper."""
    return [(page, normalize_image(1 - 0.8 * page)) for page in sheets(12)]


def lit_from_the_side(ink: NDArray[np.float32], _: np.random.Generator) -> NDArray[np.float32]:
    return np.asarray((0.95 - 0.55 * X) * (1 - 0.75 * ink), dtype=np.float32)


def dark_corners(ink: NDArray[np.float32], _: np.random.Generator) -> NDArray[np.float32]:
    return np.asarray((0.9 - 1.1 * ((X - 0.5) ** 2 + (Y - 0.5) ** 2)) * (1 - 0.7 * ink), dtype=np.float32)


def half_in_shadow(ink: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    angle = random.uniform(0, np.pi)
    beyond = (X - 0.5) * np.cos(angle) + (Y - 0.5) * np.sin(angle) - random.uniform(-0.2, 0.2)
    return np.asarray((0.85 - 0.4 / (1 + np.exp(-60 * beyond))) * (1 - 0.7 * ink), dtype=np.float32)


def ruled(ink: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    paper = np.full(ink.shape, WHITE, np.float32)
    start = int(random.integers(0, 40))
    for row in range(2):
        paper[start + row :: 40] -= 0.28
    return np.minimum(paper, WHITE - 0.75 * ink)


def squared(ink: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.float32]:
    paper = ruled(np.zeros_like(ink), random)
    start = int(random.integers(0, 40))
    for column in range(2):
        paper[:, start + column :: 40] = WHITE - 0.28
    return np.minimum(paper, WHITE - 0.75 * ink)


def with_a_margin(ink: NDArray[np.float32], _: np.random.Generator) -> NDArray[np.float32]:
    paper = np.full(ink.shape, WHITE, np.float32)
    paper[:, 4:7] = 0.5
    return np.minimum(paper, WHITE - 0.75 * ink)


def chalk_on_a_board(ink: NDArray[np.float32], _: np.random.Generator) -> NDArray[np.float32]:
    return np.asarray(0.2 + 0.15 * X + 0.55 * ink, dtype=np.float32)


def red_on_blue_as_light(ink: NDArray[np.float32], _: np.random.Generator) -> NDArray[np.float32]:
    red, blue = np.array([0.85, 0.3, 0.25]), np.array([0.3, 0.45, 0.8])
    colours = (1 - 0.3 * X)[..., None] * (blue + (red - blue) * ink[..., None])
    return np.asarray(colours, dtype=np.float32)


@pytest.mark.slow
@pytest.mark.parametrize(
    "photo",
    [lit_from_the_side, dark_corners, half_in_shadow, ruled, squared, with_a_margin, chalk_on_a_board,
     red_on_blue_as_light],
)  # fmt: skip
def test_a_photographed_digit_looks_as_on_clean_paper(
    photo: Photo, written: list[tuple[NDArray[np.float32], NDArray[np.float32]]]
) -> None:
    random = np.random.default_rng(5)
    for page, expected in written:
        picture = photo(page, random)
        noisy = np.clip(picture + random.normal(0, 0.02, picture.shape), 0, 1)
        seen = normalize_image(noisy)
        likeness = np.corrcoef(seen.ravel(), expected.ravel())[0, 1]
        moved = max(
            np.corrcoef(np.roll(seen, (down, right), (0, 1)).ravel(), expected.ravel())[0, 1]
            for down in (-1, 0, 1)
            for right in (-1, 0, 1)
        )
        assert max(likeness, moved) > 0.85
        assert len(image_digits(noisy)) == 1


def test_lines_as_dark_as_the_pen_are_left_out_where_they_do_not_touch() -> None:
    page = np.full((HEIGHT, WIDTH), WHITE, np.float32)
    page[20:23] = page[-30:-27] = 0.2
    page[100:200, 150:160] = 0.2
    noisy = page + np.random.default_rng(0).normal(0, 0.02, page.shape)
    boxes = [digit.box for digit in image_digits(np.clip(noisy, 0, 1))]
    assert len(boxes) == 1
    np.testing.assert_allclose(boxes[0], (150, 100, 160, 200), atol=3)


def test_a_digit_that_fills_the_picture_is_no_line() -> None:
    picture = np.full((200, 200), 0.9, np.float32)
    picture[90:110] = 0.2  # a bar from edge to edge
    picture += np.random.default_rng(0).normal(0, 0.02, picture.shape).astype(np.float32)
    assert normalize_image(np.clip(picture, 0, 1)).any()
