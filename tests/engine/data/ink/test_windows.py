"""Windows around pixels, against the plainest way to compute each."""

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from engine.data.ink.paper import _histogram, patches_of
from engine.data.ink.windows import blurred, extreme, medians

SHAPES = [(1, 1), (2, 3), (1, 9), (28, 28), (40, 17)]


def pictures(shape: tuple[int, int]) -> list[np.ndarray]:
    random = np.random.default_rng(shape[0])
    return [
        random.random(shape, dtype=np.float32),
        (random.integers(0, 4, shape) / 255).astype(np.float32),
        np.full(shape, 0.5, np.float32),
    ]


def windows(image: np.ndarray, reach: int) -> np.ndarray:
    padded = np.pad(image, reach, mode="edge")
    return sliding_window_view(padded, (2 * reach + 1, 2 * reach + 1)).reshape(*image.shape, -1)


@pytest.mark.parametrize("reach", [1, 3, 10])
@pytest.mark.parametrize("shape", SHAPES)
def test_each_is_that_of_all_values_in_its_window(shape: tuple[int, int], reach: int) -> None:
    for image in pictures(shape):
        around = windows(image, reach)
        assert (medians(image, reach) == np.median(around, axis=2)).all()
        assert (extreme(image, reach, np.minimum) == around.min(axis=2)).all()
        assert (extreme(image, reach, np.maximum) == around.max(axis=2)).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_blurring_is_the_mean_of_nine(shape: tuple[int, int]) -> None:
    for image in pictures(shape):
        assert blurred(image) == pytest.approx(windows(image, 1).mean(axis=2), rel=1e-5)


@pytest.mark.parametrize("top", [0.001, 0.37, 1.0, 3.0])
def test_the_histogram_is_numpys(top: float) -> None:
    random = np.random.default_rng(5)
    values = np.concatenate([random.random(5000), np.arange(129) / 128]).astype(np.float32) * np.float32(top)
    values[0] = -1e-9  # left out
    counts, middles = _histogram(values, float(values.max()))
    expected, edges = np.histogram(values, bins=128, range=(0.0, float(values.max())))
    assert counts.tolist() == expected.tolist()
    assert (middles == (edges[1:] + edges[:-1]) / 2).all()


def flooded(mask: np.ndarray) -> np.ndarray:
    """Number patches in the order of their first pixels, by walking from neighbour to neighbour."""
    numbers = np.zeros(mask.shape, np.int64)
    for start in zip(*mask.nonzero(), strict=True):
        to_do = [] if numbers[start] else [start]
        number = numbers.max() + 1
        while to_do:
            row, column = to_do.pop()
            if not (0 <= row < mask.shape[0] and 0 <= column < mask.shape[1]):
                continue
            if mask[row, column] and not numbers[row, column]:
                numbers[row, column] = number
                to_do += [(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)]
    return numbers


@pytest.mark.parametrize("share", [0.0, 0.2, 0.4, 0.7, 1.0])
@pytest.mark.parametrize("shape", SHAPES)
def test_patches_are_those_of_neighbours(shape: tuple[int, int], share: float) -> None:
    mask = np.random.default_rng(9).random(shape) < share
    patches = patches_of(mask)
    assert ((patches > 0) == mask).all()
    _, numbered = np.unique(
        np.append(0, patches), return_inverse=True
    )  # 0 is paper, in the order of first pixels
    assert (numbered[1:].reshape(shape) == flooded(mask)).all()
