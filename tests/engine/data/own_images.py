"""Pictures of a 1 and a 7, each by another hand, on paper in folders and as a data set, to be brought in."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import numpy as np
from PIL import Image

from engine.data import ink
from engine.data.dataset import Dataset

SEVEN = [np.array([[60.0, 60.0], [200.0, 58.0], [120.0, 230.0]])]
ONE = [np.array([[140.0, 40.0], [138.0, 240.0]])]


def paper(strokes: list, side: int = 120) -> np.ndarray:
    """Dark ink on light paper, the ink in a corner."""
    sheet = np.full((side, side + 30, 3), 240, np.uint8)
    picture = ink.render_strokes(strokes)
    sheet[5 : 5 + 56, 20 : 20 + 56] -= (np.kron(picture, np.ones((2, 2))) * 0.8).astype(np.uint8)[:, :, None]
    return sheet


def by_hand(strokes: list, hand: str | int) -> list:
    """The same strokes by another hand: the same hand always draws the same."""
    chance = np.random.default_rng(crc32(str(hand).encode()))
    return [stroke + chance.uniform(-15, 15, stroke.shape) for stroke in strokes]


def folder_of(root: Path, counts: dict[str, int]) -> Path:
    for label, count in counts.items():
        (root / label).mkdir(parents=True)
        for number in range(count):
            strokes = by_hand(SEVEN if number % 2 else ONE, f"{root.name}/{label}/{number}")
            Image.fromarray(paper(strokes, 100 + number)).save(root / label / f"{number}.png")
    return root


def sample(count: int = 12, classes: tuple[str, ...] = ("1", "7"), seed: str = "") -> Dataset:
    labels = (np.arange(count) % len(classes)).astype(np.int64)
    hands = [by_hand(ONE if label == 0 else SEVEN, f"{seed}{number}") for number, label in enumerate(labels)]
    images = np.stack([ink.render_strokes(strokes) for strokes in hands])
    return Dataset("sample", images, labels, classes)
