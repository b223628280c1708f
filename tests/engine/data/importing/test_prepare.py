"""Pictures of things are scaled, ink on paper is turned and cropped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from engine.data import datasets
from engine.data.imported_sets import import_set
from engine.data.importing.preparation import Preparation
from tests.engine.data.own_images import sample


def test_photographs_are_scaled_and_not_taken_for_ink(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    for label in ("cat", "dog"):
        (tmp_path / "pets" / label).mkdir(parents=True)
        for number in range(3):
            coarse = random.integers(0, 255, (6, 9, 3), dtype=np.uint8)
            Image.fromarray(coarse).resize((90, 60), Image.Resampling.BICUBIC).save(
                tmp_path / "pets" / label / f"{number}.jpg"
            )
    report = import_set(tmp_path / "pets")
    assert report.preparation is Preparation.SCALE
    image = datasets.load("pets", part="all").images[0]
    assert (image[10:18] != image[10, 0]).mean() > 0.8  # it fills the width


def test_black_on_white_is_turned(tmp_path: Path) -> None:
    data = sample()
    np.savez(tmp_path / "w.npz", images=255 - data.images, labels=data.labels)
    assert import_set(tmp_path / "w.npz").preparation is Preparation.INK
    whole = datasets.load("w", part="all")
    far = np.abs(whole.images[0].astype(int) - data.images[whole.labels[0]])
    assert far.max() <= 2
