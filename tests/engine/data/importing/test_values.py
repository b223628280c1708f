"""The same pictures in every encoding that circulates are stored as the same bytes, or refused with the true reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.data import datasets
from engine.data.generated import generate
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets
from engine.errors import DataError

Encoding = Callable[[np.ndarray], np.ndarray]

COUNT = 40
STEP_OF_16 = 8  # digits of 17 levels come back as bytes within half a level


@pytest.fixture(scope="module")
def digits() -> tuple[np.ndarray, np.ndarray]:
    """Forty digits ``(40, 28, 28)`` that reach black and white, and their labels."""
    images, labels = generate(COUNT)
    assert (images.min(), images.max()) == (0, 255)
    return images, labels


def stored(name: str = "t") -> np.ndarray:
    """The images of a set, those to learn from first."""
    return datasets.load(name, part="all").images


def difference(images: np.ndarray, expected: np.ndarray) -> int:
    """How far the worst pixel of an image is from the image that it should be; their order does not matter."""
    far = np.abs(images[:, None].astype(int) - expected[None].astype(int)).max(axis=(2, 3))
    return int(max(far.min(axis=0).max(), far.min(axis=1).max()))


ENCODINGS: dict[str, tuple[Encoding, str, int]] = {
    "bytes": (lambda x: x, "0 to 255", 0),
    "whole floats to 255": (lambda x: x.astype(float), "0 to 255", 0),
    "fractions": (lambda x: x / 255, "0 to 1", 0),
    "half floats": (lambda x: (x / 255).astype(np.float16), "0 to 1", 1),
    "a hair above 1": (lambda x: x / 255 * 1.0000001, "0 to 1", 0),
    "overshoot": (lambda x: np.where(x == 255, 1.02, np.where(x == 0, -0.02, x / 255)), "0 to 1", 1),
    "overshoot of bytes": (lambda x: np.where(x == 255, 258, x.astype(np.int16)), "0 to 255", 0),
    "divided by 256": (lambda x: x / 256, "0 to 0.9961", 0),
    "divided twice": (lambda x: x / 255 / 255, "0 to 0.003922", 0),
    "12 bits": (lambda x: np.rint(x * (4095 / 255)).astype(np.uint16), "0 to 4,095", 1),
    "12 bits, shifted": (lambda x: x.astype(np.uint16) << 4, "0 to 4,080", 0),
    "16 bits": (lambda x: x.astype(np.uint16) * 257, "0 to 65,535", 0),
    "16 bits as wide numbers": (lambda x: x.astype(np.int64) * 257, "0 to 65,535", 0),
    "percent": (lambda x: x * (100 / 255), "0 to 100", 1),
    "whole percent": (lambda x: np.rint(x * (100 / 255)).astype(np.int8), "0 to 100", 2),
    "0 to 16": (lambda x: np.rint(x * (16 / 255)), "0 to 16", STEP_OF_16),
    "0 to 9": (lambda x: np.rint(x * (9 / 255)).astype(np.uint8), "0 to 9", 15),
    "0 to 15": (lambda x: np.rint(x * (15 / 255)).astype(np.uint8), "0 to 15", 9),
    "\u22121 to 1": (lambda x: x / 127.5 - 1, "\u22121 to 1", 0),
    "\u22120.5 to 0.5": (lambda x: (x / 255 - 0.5).astype(np.float32), "\u22120.5 to 0.5", 0),
    "with a sign": (lambda x: (x.astype(int) - 128).astype(np.int8), "\u2212128 to 127", 0),
    "mean taken off": (lambda x: x - x.mean(), "", 0),
    "standardised": (lambda x: (x - x.mean()) / x.std(), "", 0),
    "standardised by MNIST's": (lambda x: ((x / 255 - 0.1307) / 0.3081).astype(np.float32), "", 0),
    "from 0.01 to 1": (lambda x: x / 255 * 0.99 + 0.01, "0.01 to 1", 0),
    "dark ink": (lambda x: 255 - x, "255 to 0", 0),
    "dark ink, fractions": (lambda x: 1 - x / 255, "1 to 0", 0),
    "dark ink, centred": (lambda x: 1 - x / 127.5, "1 to \u22121", 0),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_same_pictures_in_an_array(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], encoding: str
) -> None:
    encode, values, tolerance = ENCODINGS[encoding]
    images, labels = digits
    np.savez(tmp_path / "t.npz", images=encode(images), labels=labels)
    report = import_set(tmp_path / "t.npz")
    assert report.count == COUNT
    assert difference(stored(), images) <= tolerance
    if values:
        assert report.values == f"{values} → 0 to 255"


@pytest.mark.parametrize("kind", [bool, np.uint8, np.int64, float])
def test_black_and_white_alone(tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], kind: type) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", images=(images > 127).astype(kind), labels=labels)
    assert import_set(tmp_path / "t.npz").values == "0 to 1 → 0 to 255"
    assert difference(stored(), (images > 127) * np.uint8(255)) == 0


def test_two_greys_are_black_and_white(tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", images=np.where(images > 127, 128, 3), labels=labels)
    assert import_set(tmp_path / "t.npz").values == "3 to 128 → 0 to 255"
    assert difference(stored(), (images > 127) * np.uint8(255)) == 0


def test_things_that_are_dark_on_white_are_turned(tmp_path: Path) -> None:
    things = np.zeros((12, 28, 28), np.uint8)
    for number, thing in enumerate(things):
        thing[3:25, 3 : 22 + number % 4] = 90 + 12 * number
    np.savez(tmp_path / "t.npz", images=255 - things, labels=np.arange(12) % 2)
    assert import_set(tmp_path / "t.npz").values == "255 to 0 → 0 to 255"
    assert difference(stored(), things) == 0


def test_one_range_holds_for_pale_and_bright_pictures(tmp_path: Path) -> None:
    images = np.zeros((12, 28, 28))
    for number, image in enumerate(images):
        image[8:20, 10:18] = (number + 1) / 12  # the palest reaches a twelfth
    np.savez(tmp_path / "t.npz", x_train=images[:8], y_train=np.arange(8) % 2,
             x_test=images[8:], y_test=np.arange(4) % 2)  # fmt: skip
    import_set(tmp_path / "t.npz")
    assert stored().max(axis=(1, 2)).tolist() == [round(255 * number / 12) for number in range(1, 13)]


@pytest.mark.parametrize("bright", ["train", "test"])
def test_either_part_may_be_the_one_that_tells(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], bright: str
) -> None:
    images, labels = digits
    pale = (images * (100 / 255)).astype(np.uint8)  # alone they would be taken for percent
    parts = {"train": pale[:30], "test": pale[30:]}
    parts[bright] = images[:30] if bright == "train" else images[30:]
    np.savez(tmp_path / "t.npz", x_train=parts["train"], y_train=labels[:30],
             x_test=parts["test"], y_test=labels[30:])  # fmt: skip
    assert import_set(tmp_path / "t.npz").values == "0 to 255 → 0 to 255"
    assert datasets.load("t", part="test" if bright == "train" else "train").images.max() == 100


NOT_TOLD: dict[str, tuple[Encoding, str]] = {
    "dim": (lambda x: (x // 5).astype(np.uint8), "from 0 to 51"),
    "of no scale": (lambda x: x**1.1, "from 0 to 443"),
    "about nothing": (lambda x: np.where(x > 99, x - 300.5, x * 0.77), "from \u2212"),
    "constant": (lambda x: np.full(x.shape, 7), "Every value in it is 7"),
    "each picture by itself": (
        lambda x: (x - x.mean(axis=(1, 2), keepdims=True)) / x.std(axis=(1, 2), keepdims=True),
        "Each picture was standardised by itself",
    ),
    "each pixel by itself": (
        lambda x: (x - x.mean(axis=0)) / np.where(x.std(axis=0) > 0, x.std(axis=0), 1),
        "Each pixel was standardised by itself",
    ),
    "the mean picture off": (lambda x: x - x.mean(axis=0), "mean picture was taken off"),
    "the mean picture off fractions": (lambda x: (x - x.mean(axis=0)) / 255, "mean picture was taken off"),
    "run over": (lambda x: x.astype(np.int8), "with a sign"),
    "nothing is finite": (lambda x: np.where(x > 0, np.inf, np.nan), "not numbers"),
}


@pytest.mark.parametrize("encoding", NOT_TOLD)
def test_what_cannot_be_told_is_refused(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], encoding: str
) -> None:
    encode, reason = NOT_TOLD[encoding]
    images, labels = digits
    np.savez(tmp_path / "t.npz", images=encode(images), labels=labels)
    with pytest.raises(DataError, match=reason):
        import_set(tmp_path / "t.npz")
    assert imported_sets() == ()


@pytest.mark.parametrize(
    ("train", "test"),
    [
        (lambda x: x, lambda x: x / 255),
        (lambda x: x, lambda x: 255 - x),
        (lambda x: x / 127.5 - 1, lambda x: x / 255),
    ],
)
def test_parts_in_different_units_are_refused(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], train: Encoding, test: Encoding
) -> None:
    images, labels = digits
    arrays = {"x_train": train(images), "y_train": labels, "x_test": test(images), "y_test": labels}
    np.savez(tmp_path / "t.npz", **arrays)
    with pytest.raises(DataError, match="training and the test images are of different values"):
        import_set(tmp_path / "t.npz")


def test_papers_of_parts_about_zero_may_differ_a_little(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]
) -> None:
    images, labels = digits[0] / 127.5 - 1, digits[1]
    arrays = {"x_train": images, "y_train": labels, "x_test": np.maximum(images, -0.92), "y_test": labels}
    np.savez(tmp_path / "t.npz", **arrays)
    import_set(tmp_path / "t.npz")


def test_a_named_range_is_taken(tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", images=images // 5, labels=labels)
    report = import_set(tmp_path / "t.npz", value_range=(0, 51))
    assert report.values == "0 to 51 → 0 to 255"
    assert difference(stored(), images) <= 4
    np.savez(tmp_path / "u.npz", images=255 - images, labels=labels)
    import_set(tmp_path / "u.npz", value_range=(255, 0))
    assert difference(stored("u"), images) == 0


@pytest.mark.parametrize("ends", [(3, 3), (0, float("inf")), (float("nan"), 1)])
def test_no_range_at_all(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], ends: tuple[float, float]
) -> None:
    np.savez(tmp_path / "t.npz", images=digits[0], labels=digits[1])
    with pytest.raises(DataError, match="no range from"):
        import_set(tmp_path / "t.npz", value_range=ends)


def opacity(images: np.ndarray, ink: int) -> np.ndarray:
    """Ink of one colour on nothing."""
    colours = np.full((*images.shape, 4), ink, np.uint8)
    colours[..., 3] = images
    return colours


PICTURES: dict[str, tuple[Encoding, str, str, int]] = {
    "8 bits": (lambda x: x, "png", "0 to 255", 0),
    "dim": (lambda x: x // 5, "png", "0 to 255", -1),
    "0 and 1": (lambda x: (x > 127).astype(np.uint8), "png", "0 to 1", -1),
    "0 to 16": (lambda x: (np.rint(x * (16 / 255))).astype(np.uint8), "bmp", "0 to 16", STEP_OF_16),
    "12 bits": (lambda x: np.rint(x * (4095 / 255)).astype(np.uint16), "png", "0 to 4,095", 1),
    "16 bits": (lambda x: x.astype(np.uint16) * 257, "tiff", "0 to 65,535", 0),
    "grey in colours": (lambda x: np.repeat(x[..., None], 3, 3), "jpg", "0 to 255", 90),
    "black ink in the opacity": (lambda x: opacity(x, 0), "png", "0 to 255", -1),
    "white ink in the opacity": (lambda x: opacity(x, 255), "png", "0 to 255", -1),
    "fractions": (lambda x: (x / 255).astype(np.float32), "tiff", "0 to 1", 0),
    "standardised": (lambda x: ((x / 255 - 0.13) / 0.31).astype(np.float32), "tiff", "", 0),
}


@pytest.mark.parametrize("encoding", PICTURES)
def test_the_same_pictures_in_files(
    tmp_path: Path, digits: tuple[np.ndarray, np.ndarray], encoding: str
) -> None:
    encode, ending, values, tolerance = PICTURES[encoding]
    images, labels = digits
    for number, (image, label) in enumerate(zip(encode(images), labels, strict=True)):
        (tmp_path / "t" / str(label)).mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(tmp_path / "t" / str(label) / f"{number}.{ending}")
    report = import_set(tmp_path / "t")
    if values:
        assert report.values == f"{values} → 0 to 255"
    assert report.count == COUNT
    if tolerance >= 0:
        assert difference(stored(), images) <= tolerance


def test_pictures_of_two_depths_in_one_set(tmp_path: Path, digits: tuple[np.ndarray, np.ndarray]) -> None:
    images, labels = digits
    for number, (image, label) in enumerate(zip(images, labels, strict=True)):
        (tmp_path / "t" / str(label)).mkdir(parents=True, exist_ok=True)
        deep: Any = image.astype(np.uint16) * 257 if number % 3 else image
        Image.fromarray(deep).save(tmp_path / "t" / str(label) / f"{number}.png")
    import_set(tmp_path / "t")
    assert difference(stored(), images) == 0
