from __future__ import annotations

import numpy as np

from engine.data.doubt.directions import CELLS, DIRECTIONS, FEATURES, PARTS, features


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


def test_directions_are_what_their_formula_says() -> None:
    image = np.random.default_rng(0).integers(0, 256, (1, 28, 28), dtype=np.uint8)
    ink = np.pad(image[0] / 255, 1)
    across, down = ink[1:-1, 2:] - ink[1:-1, :-2], ink[2:, 1:-1] - ink[:-2, 1:-1]
    length, angle = np.hypot(across, down), np.arctan2(down, across)
    turn = 3
    counted = length * np.cos(angle - turn * np.pi / DIRECTIONS) ** 4
    wanted = np.sqrt(counted[7:14, 14:21].mean() + 1e-3)

    found = features(image)[0, : DIRECTIONS * PARTS**2].reshape(PARTS, PARTS, DIRECTIONS)[1, 2, turn]

    np.testing.assert_allclose(found, wanted, rtol=1e-4)


def test_ink_is_gathered_in_cells() -> None:
    cells = features(bars(1))[0, DIRECTIONS * PARTS**2 :].reshape(CELLS, CELLS)

    assert cells[2, 3] == np.float32(3 / 4)
    assert cells[0].sum() == cells[:, 0].sum() == 0


def test_no_drawing_has_no_features() -> None:
    assert features(np.zeros((0, 28, 28), np.uint8)).shape == (0, FEATURES)
    assert features(np.zeros((600, 28, 28), np.uint8)).shape == (600, FEATURES)
