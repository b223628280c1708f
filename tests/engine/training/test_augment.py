"""Variations of training examples, each held against the plain way to compute it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import AugmentationConfig
from engine.runtime import generator
from engine.training.augment import STRETCHES, WARP_SEED, Augmenter, dilate, inverse_affine

SHAPE = (1, 12, 10)
OFF = dict.fromkeys(
    ("rotation", "scale", "shear", "shift", "thickness", "elastic", "erasing", "noise", "mirror", "colour"), 0
)


def augmenter(shape: tuple[int, int, int] = SHAPE, *, seed: int = 0, **changes: float) -> Augmenter:
    config = AugmentationConfig(enabled=True, **(OFF | changes))
    return Augmenter(config, shape, generator(seed, "augmentation"))


def images(count: int = 6, shape: tuple[int, int, int] = SHAPE) -> torch.Tensor:
    random = np.random.default_rng(1)
    return torch.from_numpy(random.integers(0, 256, (count, math.prod(shape))).astype(np.uint8))


def always(varier: Augmenter, *values: float) -> Augmenter:
    """Let it draw these numbers for every image."""

    def uniform(rows: int, count: int) -> NDArray[np.float32]:
        return np.repeat(np.array(values[:rows], np.float32)[:, None], count, axis=1)

    varier._uniform = uniform  # type: ignore[method-assign]
    return varier


def plain_sample(image: NDArray[np.float64], x: float, y: float) -> float:
    """Mix the four pixels around a place given in pixels; black lies beyond the edges."""
    height, width = image.shape
    left, top = math.floor(x), math.floor(y)
    total = 0.0
    for row, column in ((top, left), (top, left + 1), (top + 1, left), (top + 1, left + 1)):
        if 0 <= row < height and 0 <= column < width:
            total += image[row, column] * (1 - abs(x - column)) * (1 - abs(y - row))
    return total


def plain_move(image: NDArray[np.float64], grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """Look up every pixel of a grid of x and y from −1 to 1."""
    height, width = image.shape
    places = ((grid + 1) * (width, height) - 1) / 2
    return np.array([[plain_sample(image, *places[y, x]) for x in range(width)] for y in range(height)])


def plain_forward(angle: float, log_width: float, log_height: float, slant: float) -> NDArray[np.float64]:
    """Scale, then shear, then turn; y points down."""
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    lean = np.array([[1.0, -math.tan(slant)], [0.0, 1.0]])
    return turn @ lean @ np.diag([math.exp(log_width), math.exp(log_height)])


def test_without_variations_only_the_scale_changes() -> None:
    raw = images()
    assert torch.equal(augmenter()(raw), raw.view(-1, *SHAPE).float() * (1 / 255))


def test_the_map_back_undoes_scale_shear_and_turn() -> None:
    numbers = np.random.default_rng(0).uniform(-0.5, 0.5, (6, 5))
    inverse, origin = inverse_affine(*numbers)
    for index in range(5):
        *shape, right, down = numbers[:, index]
        expected = np.linalg.inv(plain_forward(*shape))
        np.testing.assert_allclose(inverse[index], expected, rtol=1e-12)
        np.testing.assert_allclose(origin[index], -expected @ (right, down), rtol=1e-12)


@pytest.mark.parametrize(
    "changes",
    [{"rotation": 40}, {"scale": 0.5}, {"shear": 30}, {"shift": 3}, {"elastic": 1.5},
     {"rotation": 20, "scale": 0.3, "shear": 10, "shift": 1, "elastic": 1}],
    ids=str,
)  # fmt: skip
def test_images_are_looked_up_where_the_grid_says(changes: dict[str, Any]) -> None:
    raw = images()
    varied = augmenter(**changes)(raw)
    grid = augmenter(**changes).grid(len(raw)).double().numpy()
    for index, image in enumerate(raw.view(-1, *SHAPE[1:]).double().numpy() / 255):
        np.testing.assert_allclose(varied[index, 0], plain_move(image, grid[index]), atol=1e-5)


def test_the_grid_is_the_affine_map_and_the_warp() -> None:
    sides = {"rotation": 20, "scale": 0.3, "shear": 10, "shift": 2}
    grid = augmenter(elastic=0.7, **sides).grid(3).double().numpy()
    draw = generator(0, "augmentation")
    radians = math.pi / 180
    widths = [20 * radians, math.log(1.3), math.log(1.3), 10 * radians, 2, 2]
    *drawn, chosen = torch.empty(7, 3).uniform_(-1, 1, generator=draw)
    numbers = torch.stack(drawn).double().numpy() * np.array(widths)[:, None]
    _, height, width = SHAPE
    starts = ((chosen + 1) / 2 * STRETCHES).long().tolist()
    fixed = torch.empty(2, STRETCHES + 63).normal_(generator=torch.Generator().manual_seed(WARP_SEED))
    weights = [0.7 * fixed[:, start : start + 64].double().numpy().reshape(2, 8, 8) for start in starts]

    def gaussians(place: float, side: int) -> NDArray[np.float64]:
        length = side / 7
        centres = (np.arange(8) - 3.5) * length
        values = np.exp(-((place - centres) ** 2) / (2 * length**2))
        return values / math.sqrt((values**2).sum())

    for index in range(3):
        *shape, right, down = numbers[:, index]
        inverse = np.linalg.inv(plain_forward(*shape))
        for row in range(height):
            for column in range(width):
                place = np.array([column - (width - 1) / 2, row - (height - 1) / 2])
                source = inverse @ (place - (right, down))
                by_y, by_x = gaussians(place[1], height), gaussians(place[0], width)
                source += weights[index] @ by_x @ by_y
                expected = source * 2 / (width, height)
                np.testing.assert_allclose(grid[index, row, column], expected, atol=1e-5)


def test_a_warp_is_as_strong_as_it_says_and_smooth() -> None:
    shape = (1, 28, 28)
    still = torch.eye(2, 3).expand(500, 2, 3)
    unmoved = torch.nn.functional.affine_grid(still, [500, *shape], align_corners=False)
    moved = augmenter(shape, elastic=0.8).grid(500) - unmoved
    pixels = moved * 14
    assert pixels.square().mean().sqrt().item() == pytest.approx(0.8, rel=0.05)
    assert pixels.diff(dim=1).square().mean().sqrt().item() < 0.8 / 4


def test_positive_numbers_shift_right_and_down_turn_clockwise_enlarge_and_lean_right() -> None:
    shape = (1, 9, 9)
    dot = np.zeros((9, 9), np.uint8)
    dot[4, 4] = 255
    raw = torch.from_numpy(dot.reshape(1, -1))
    shifted = always(augmenter(shape, shift=2), 0, 0, 0, 0, 1, 1)(raw)
    assert shifted[0, 0].nonzero().tolist() == [[6, 6]]
    arm = np.zeros((9, 9), np.uint8)
    arm[4, 6] = 255
    raw = torch.from_numpy(arm.reshape(1, -1))
    turned = always(augmenter(shape, rotation=90), 1, 0, 0, 0, 0, 0)(raw)
    assert turned[0, 0].round(decimals=4).nonzero().tolist() == [[6, 4]]
    larger = always(augmenter(shape, scale=0.5), 0, 1, 0, 0, 0, 0)(raw)
    assert larger[0, 0].argmax().item() == 4 * 9 + 7
    top = np.zeros((9, 9), np.uint8)
    top[1, 4] = 255
    leaning = always(augmenter(shape, shear=45), 0, 0, 0, 1, 0, 0)(torch.from_numpy(top.reshape(1, -1)))
    assert leaning[0, 0].round(decimals=4).nonzero().tolist() == [[1, 7]]


def test_picture_in_colour_goes_on_beyond_its_edges() -> None:
    shape = (3, 9, 9)
    white = torch.full((5, 3 * 81), 255, dtype=torch.uint8)
    moved = augmenter(shape, shift=3, rotation=30)(white)
    assert moved.min().item() == pytest.approx(1, abs=1e-5)
    row = torch.zeros(1, *shape, dtype=torch.uint8)
    row[..., 0] = 200  # the left column is seen again at its other side
    shifted = always(augmenter(shape, shift=2), 0, 0, 0, 0, 1, 0)(row.view(1, -1))
    assert (shifted[0, 0, 4] * 255).round().tolist() == [0, 200, 200, 0, 0, 0, 0, 0, 0]


def plain_neighbours(image: NDArray[np.uint8], choose: Any) -> NDArray[np.float64]:
    height, width = image.shape
    result = np.zeros(image.shape)
    for y in range(height):
        for x in range(width):
            around = [(y, x), (y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
            result[y, x] = choose(image[j, i] for j, i in around if 0 <= j < height and 0 <= i < width)
    return result


@pytest.mark.parametrize("amount", [1.0, 0.4, 0.0, -0.3, -1.0])
def test_strokes_are_mixed_with_their_dilation_or_erosion(amount: float) -> None:
    raw = images()
    varied = always(augmenter(thickness=0.5), amount)(raw)
    for index, image in enumerate(raw.view(-1, *SHAPE[1:]).numpy()):
        other = plain_neighbours(image, max if amount > 0 else min)
        share = abs(amount) * 0.5
        np.testing.assert_allclose(varied[index, 0], ((1 - share) * image + share * other) / 255, atol=1e-6)


def test_dilation_keeps_channels_and_images_apart() -> None:
    shape = (3, 12, 10)
    raw = images(shape=shape).view(-1, *shape)
    dilated = dilate(raw, out=torch.empty_like(raw))
    expected = np.array([[plain_neighbours(channel, max) for channel in image] for image in raw.numpy()])
    assert np.array_equal(dilated.numpy(), expected)


def test_thickness_is_drawn_to_either_side() -> None:
    raw = images(200)
    totals = augmenter(thickness=0.5)(raw).sum((1, 2, 3)) - raw.float().sum(1) / 255
    assert 0.35 < totals.gt(0).float().mean() < 0.65


def test_a_rectangle_is_erased_and_nothing_else() -> None:
    white = torch.full((300, 28 * 28), 255, dtype=torch.uint8)
    varied = augmenter((1, 28, 28), erasing=0.4)(white)[:, 0]
    heights, widths = [], []
    for image in varied.numpy():
        rows, columns = (np.flatnonzero((image == 0).any(axis)) for axis in (1, 0))
        if len(rows):
            assert not image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].any()
            assert (image == 0).sum() == len(rows) * len(columns)
        heights.append(len(rows))
        widths.append(len(columns))
    assert 10 <= max(heights) <= 12
    assert np.mean(heights) == pytest.approx(0.2 * 28, rel=0.15)
    assert abs(np.corrcoef(heights, widths)[0, 1]) < 0.4
    seen = varied.mean(0).lt(1)
    assert seen.any(0).all(), "it may lie anywhere"
    assert seen.any(1).all()


def test_an_erased_rectangle_is_where_it_was_drawn() -> None:
    white = torch.full((1, 10 * 10), 255, dtype=torch.uint8)
    varied = always(augmenter((1, 10, 10), erasing=0.8), 0.0, -0.5, -1.0, 1.0)(white)[0, 0]
    rows, columns = (varied == 0).nonzero(as_tuple=True)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (0, 3, 8, 9)


def test_a_rectangle_is_erased_in_every_channel() -> None:
    white = torch.full((40, 3 * 9 * 7), 255, dtype=torch.uint8)
    varied = augmenter((3, 9, 7), erasing=0.8)(white)
    assert torch.equal(varied[:, 0], varied[:, 1])
    assert torch.equal(varied[:, 0], varied[:, 2])
    alone = augmenter((1, 9, 7), erasing=0.8)(white[:, : 9 * 7])
    assert torch.equal(varied[:, :1], alone)
    assert 0.05 < (alone == 0).float().mean() < 0.3


def test_noise_has_its_deviation_and_stays_in_bounds() -> None:
    grey = torch.full((400, 28 * 28), 128, dtype=torch.uint8)
    varied = augmenter((1, 28, 28), noise=0.1)(grey).view(400, -1) - 128 / 255
    assert varied.std().item() == pytest.approx(0.1, rel=0.02)
    assert abs(varied.mean().item()) < 0.002
    assert torch.corrcoef(varied[:20]).fill_diagonal_(0).abs().max() < 0.2, "images have noise of their own"
    black = augmenter((1, 28, 28), noise=0.5)(torch.zeros(9, 28 * 28, dtype=torch.uint8))
    assert 0 <= black.min() <= black.max() <= 1


@pytest.mark.parametrize("shape", [SHAPE, (3, 7, 16)])
def test_every_second_image_is_seen_in_a_mirror(shape: tuple[int, int, int]) -> None:
    raw = images(400, shape)
    varied = augmenter(shape, mirror=True)(raw)
    plain = raw.view(-1, *shape).float() * (1 / 255)
    turned = [bool(torch.equal(found, was.flip(2))) for found, was in zip(varied, plain, strict=True)]
    kept = [bool(torch.equal(found, was)) for found, was in zip(varied, plain, strict=True)]
    assert all(one is not other for one, other in zip(turned, kept, strict=True))
    assert 0.4 < np.mean(turned) < 0.6


def plain_recoloured(
    image: NDArray[np.float64], brightness: float, contrast: float, saturation: float
) -> NDArray[np.float64]:
    """Change ``image (3, H, W)`` one thing after the other, as picture programs do."""
    grey = np.tensordot([0.299, 0.587, 0.114], image, 1)
    coloured = grey + saturation * (image - grey)
    mean = grey.mean()  # saturation leaves it as it is
    return np.clip((mean + contrast * (coloured - mean)) * brightness, 0, 1)


@pytest.mark.parametrize(
    "drawn", [(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1), (0.5, -0.2, 0.7)]
)
def test_colours_change_in_brightness_contrast_and_saturation(drawn: tuple[float, float, float]) -> None:
    shape = (3, 7, 6)
    raw = images(shape=shape)
    varied = always(augmenter(shape, colour=0.4), *drawn)(raw)
    factors = [1 + 0.4 * number for number in drawn]
    for index, image in enumerate(raw.view(-1, *shape).double().numpy() / 255):
        np.testing.assert_allclose(varied[index], plain_recoloured(image, *factors), atol=1e-5)


def test_grey_pictures_keep_what_they_are_and_draw_no_more() -> None:
    raw = images()
    assert torch.equal(augmenter(colour=0.8, rotation=20)(raw), augmenter(rotation=20)(raw))


EVERYTHING = {
    "rotation": 10, "scale": 0.1, "shear": 5, "shift": 1, "thickness": 0.5, "elastic": 1, "erasing": 0.3, "noise": 0.1,
    "mirror": True, "colour": 0.3,
}  # fmt: skip


@pytest.mark.parametrize("shape", [SHAPE, (3, 7, 16), (1, 1, 1)])
def test_a_seed_repeats_and_each_batch_is_another(shape: tuple[int, int, int]) -> None:
    before = torch.get_rng_state()
    raw = images(5, shape)
    first, second = (augmenter(shape, seed=3, **EVERYTHING) for _ in range(2))
    batch = first(raw).clone()
    assert batch.shape == (5, *shape)
    assert batch.isfinite().all()
    assert torch.equal(batch, second(raw))
    if shape != (1, 1, 1):
        assert not torch.equal(batch, first(raw))
        assert not torch.equal(batch, augmenter(shape, seed=4, **EVERYTHING)(raw))
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.equal(raw, images(5, shape)), "the images themselves stay"


def test_the_generator_holds_all_that_is_to_come() -> None:
    own = generator(0, "augmentation")
    config = AugmentationConfig(enabled=True, **EVERYTHING)
    varier = Augmenter(config, SHAPE, own)
    varier(images())
    state = own.get_state()
    expected = varier(images()).clone()
    again = generator(9, "augmentation")
    resumed = Augmenter(config, SHAPE, again)
    again.set_state(state)
    assert torch.equal(resumed(images()), expected)
