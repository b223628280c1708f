from __future__ import annotations

import numpy as np
import pytest

from engine.data.doubt.directions import CELLS, DIRECTIONS, FEATURES, FORMER, FORMER_PARTS, PARTS, features


def bars(along: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 13:16] = 255
    return (image if along else image.T)[None]


def test_an_edge_counts_for_the_direction_of_its_gradient() -> None:
    upright, lying = (
        features(bars(along))[0, : DIRECTIONS * PARTS**2].reshape(-1, DIRECTIONS).sum(axis=0)
        for along in (1, 0)
    )

    assert upright.argmax() == 0
    assert lying.argmax() == DIRECTIONS // 2


def test_parts_run_into_each_other() -> None:
    image = np.random.default_rng(0).integers(0, 256, (1, 28, 28), dtype=np.uint8)
    ink = np.pad(image[0] / 255, 1)
    across, down = ink[1:-1, 2:] - ink[1:-1, :-2], ink[2:, 1:-1] - ink[:-2, 1:-1]
    upright = np.hypot(across, down) * np.cos(np.arctan2(down, across)) ** 4
    width = 28 / PARTS
    row, column = (
        np.maximum(0, width - np.abs(np.arange(28) + 0.5 - at)) for at in (1.5 * width, 2.5 * width)
    )
    share = np.outer(row, column)
    wanted = np.sqrt((upright * share).sum() / share.sum() + 1e-3)

    found = features(image)[0, : DIRECTIONS * PARTS**2].reshape(PARTS, PARTS, DIRECTIONS)[1, 2, 0]

    np.testing.assert_allclose(found, wanted, rtol=1e-4)


def test_directions_are_what_their_formula_says_of_parts_with_edges() -> None:
    image = np.random.default_rng(0).integers(0, 256, (1, 28, 28), dtype=np.uint8)
    ink = np.pad(image[0] / 255, 1)
    across, down = ink[1:-1, 2:] - ink[1:-1, :-2], ink[2:, 1:-1] - ink[:-2, 1:-1]
    length, angle = np.hypot(across, down), np.arctan2(down, across)
    turn = 3
    counted = length * np.cos(angle - turn * np.pi / DIRECTIONS) ** 4
    wanted = np.sqrt(counted[7:14, 14:21].mean() + 1e-3)

    parts = features(image, FORMER)[0, : DIRECTIONS * FORMER_PARTS**2]
    found = parts.reshape(FORMER_PARTS, FORMER_PARTS, DIRECTIONS)[1, 2, turn]

    np.testing.assert_allclose(found, wanted, rtol=1e-4)


def test_ink_is_gathered_in_cells() -> None:
    cells = features(bars(1))[0, DIRECTIONS * PARTS**2 :].reshape(CELLS, CELLS)

    assert cells[2, 3] == np.float32(3 / 4)
    assert cells[0].sum() == cells[:, 0].sum() == 0


@pytest.mark.parametrize("count", [FEATURES, FORMER])
def test_no_drawing_has_no_features(count: int) -> None:
    assert features(np.zeros((0, 28, 28), np.uint8), count).shape == (0, count)
    assert features(np.zeros((600, 28, 28), np.uint8), count).shape == (600, count)
