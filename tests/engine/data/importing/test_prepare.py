"""Pictures of things are scaled, ink on paper is turned and cropped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data import datasets
from engine.data.import_set import import_set
from engine.data.importing import prepare as prepare_module
from engine.data.importing.item import Item
from engine.data.importing.preparation import Preparation
from engine.data.importing.prepare import _brought
from engine.data.ink import normalize_image
from engine.data.ink.picture import _lightness
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


@pytest.mark.parametrize(("channel", "weight"), [(0, 0.299), (1, 0.587), (2, 0.114)])
def test_colours_are_as_light_as_eyes_see_them(channel: int, weight: float) -> None:
    """Source: ITU-R BT.601; a picture of a thing and a drawing are told light by the same weights."""
    picture = np.zeros((40, 40, 3), np.uint8)
    picture[:, :, channel] = 200
    assert _brought(picture, Preparation.SCALE) == pytest.approx(200 * weight, abs=1)
    assert _lightness(picture.astype(np.float32)) == pytest.approx(200 * weight, abs=1)


def test_a_picture_that_comes_again_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    monkeypatch.setattr(
        prepare_module, "normalize_image", lambda image: seen.append(b"") or normalize_image(image)
    )
    random = np.random.default_rng(0)
    wide, tall = (
        random.integers(0, 255, (9, 12), dtype=np.uint8),
        random.integers(0, 255, (12, 9), dtype=np.uint8),
    )
    other = wide.copy()
    other[0, 0] += 1
    pictures = [wide, tall, other] * 20
    items = [
        Item(str(number), "a", lambda picture=picture: picture) for number, picture in enumerate(pictures)
    ]
    prepared = prepare_module.prepare(items, Preparation.INK)
    assert len(seen) == 3
    assert (prepared.images == np.stack([normalize_image(picture) for picture in pictures])).all()
