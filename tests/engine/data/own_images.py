"""Pictures of a 1 and a 7, on paper in folders and as a data set, to be brought in."""

from __future__ import annotations

from pathlib import Path

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


def folder_of(root: Path, counts: dict[str, int]) -> Path:
    for label, count in counts.items():
        (root / label).mkdir(parents=True)
        for number in range(count):
            Image.fromarray(paper(SEVEN if number % 2 else ONE, 100 + number)).save(
                root / label / f"{number}.png"
            )
    return root


def sample(count: int = 12, classes: tuple[str, ...] = ("1", "7")) -> Dataset:
    labels = (np.arange(count) % len(classes)).astype(np.int64)
    images = np.stack([ink.render_strokes(ONE if label == 0 else SEVEN) for label in labels])
    return Dataset("sample", images, labels, classes)
