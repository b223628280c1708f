"""No image on two sides: what is there more than once is found by its content, and told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data import datasets
from engine.data.import_set import ImportReport, import_set
from engine.data.same_images import beside_their_like, cut_between_groups, first_of_same
from engine.data.split import split_indices


def noise(count: int, seed: int = 0) -> np.ndarray:
    """Images that are all different, white on a black edge."""
    images = np.zeros((count, 28, 28), np.uint8)
    images[:, 4:24, 4:24] = np.random.default_rng(seed).integers(0, 256, (count, 20, 20))
    return images


def brought(path: Path, **arrays: Any) -> ImportReport:
    np.savez(path / "set.npz", **arrays)
    return import_set(path / "set.npz")


def sides(name: str, **settings: Any) -> list[set[bytes]]:
    split = datasets.load_split(DataConfig(dataset=name, **settings))
    return [
        {image.tobytes() for image in part.images} for part in (split.train, split.validation, split.test)
    ]


def assert_apart(name: str, **settings: Any) -> None:
    train, validation, test = sides(name, **settings)
    assert not train & validation
    assert not (train | validation) & test
    assert min(len(train), len(test)) > 0


def test_test_images_are_not_learnt_from(tmp_path: Path) -> None:
    images, labels = noise(60), np.arange(60) % 2
    report = brought(
        tmp_path, x_train=images[:50], y_train=labels[:50], x_test=images[40:], y_test=labels[40:]
    )
    assert (report.count, len(datasets.load("set"))) == (60, 40)
    assert_apart("set")
    assert len(datasets.load("set", part="test")) == 20  # the published test set stays whole
    assert "among the training images, too: 10 of 20 (image 40," in report.notes[0]


def test_a_class_keeps_what_there_is_to_learn_from(tmp_path: Path) -> None:
    images, labels = noise(40), np.arange(40) % 2
    images[20], labels[20] = images[1], 1
    train = [*range(0, 20, 2), 1]  # one image of class 1 alone, which is in the test set, too
    report = brought(
        tmp_path, x_train=images[train], y_train=labels[train], x_test=images[20:], y_test=labels[20:]
    )
    assert datasets.load("set").class_counts().tolist()[:2] == [10, 1]
    assert len(datasets.load("set", part="test")) == 19
    assert_apart("set", validation_share=0)
    assert "all there is to learn a class from: 1 of 20" in " ".join(report.notes)


def test_a_test_set_that_is_the_training_set(tmp_path: Path) -> None:
    images, labels = noise(60), np.arange(60) % 2
    report = brought(tmp_path, x_train=images, y_train=labels, x_test=images, y_test=labels)
    assert_apart("set")
    assert "a sixth is drawn" in report.notes[0] or "learn a class from" in report.notes[0]


@pytest.mark.parametrize("count", [40, 1200])
def test_what_is_there_twice_stays_together(tmp_path: Path, count: int) -> None:
    images = np.concatenate([noise(count // 2), noise(count // 2)])
    labels = np.concatenate([np.arange(count // 2) % 2] * 2)
    report = brought(tmp_path, images=images, labels=labels)
    assert report.count == count
    assert f"the same as another one in every pixel: {count // 2:,} (" in report.notes[0]
    for seed in range(5):
        assert_apart("set", seed=seed, validation_share=0.2)
        train, validation, _ = sides("set", seed=seed, validation_share=0.2)
        assert 0.1 < len(validation) / len(train | validation) < 0.3
        assert_apart("set", seed=seed, validation_share=0.2, train_count=count // 3)


def test_one_image_under_two_labels_is_told(tmp_path: Path) -> None:
    images, labels = noise(20), np.arange(20) % 2
    images[7] = images[2]
    report = brought(tmp_path, images=images, labels=labels)
    told = " ".join(report.notes)
    assert "under several labels: 1, such as image 2 (“0”) and image 7 (“1”)." in told
    assert report.count == 20


def test_images_that_are_all_the_same_are_taken_nevertheless(tmp_path: Path) -> None:
    images = np.repeat(noise(1), 24, axis=0)
    report = brought(tmp_path, images=images, labels=np.arange(24) % 2)
    split = datasets.load_split(DataConfig(dataset=report.name, validation_share=0.2))
    assert min(len(part) for part in (split.train, split.validation, split.test)) > 0


def test_nothing_is_told_of_images_that_are_there_once(tmp_path: Path) -> None:
    report = brought(tmp_path, images=noise(20), labels=np.arange(20) % 2)
    assert report.notes == ()
    assert_apart("set")


def test_capital_letters_alone_are_told(tmp_path: Path) -> None:
    labels = np.array(["a", "A", "b"] * 4)
    report = brought(tmp_path, images=noise(12), labels=labels)
    assert report.classes == ("A", "a", "b")
    assert any("“A”, “a”" in note for note in report.notes)


def test_groups() -> None:
    images = np.array([[[1]], [[2]], [[1]], [[3]]], np.uint8)
    assert first_of_same(images).tolist() == [0, 1, 0, 3]
    groups = np.array([0, 1, 0, 2, 1])
    order = beside_their_like(np.array([4, 0, 3, 2, 1]), groups)
    assert order.tolist() == [4, 1, 0, 2, 3]
    assert [cut_between_groups(order, cut, groups) for cut in range(6)] == [0, 1, 2, 2, 4, 5]


def test_a_division_without_twins_is_what_it_was() -> None:
    plain = split_indices(50, validation_share=0.2, seed=3)
    grouped = split_indices(50, validation_share=0.2, seed=3, same=np.arange(50))
    for one, other in zip(plain, grouped, strict=True):
        assert one.tolist() == other.tolist()


def test_an_old_set_is_divided_as_it_was(tmp_path: Path, isolated_home: Path) -> None:
    images = np.concatenate([noise(30), noise(30)])
    brought(tmp_path, images=images, labels=np.arange(60) % 2)
    path = next(isolated_home.rglob("images.npz"))
    with np.load(path) as arrays:
        held = {name: arrays[name] for name in arrays.files if name != "same"}
    np.savez_compressed(path, **held)
    split = datasets.load_split(DataConfig(dataset="set", validation_share=0.2))
    train = held["images"][~held["test"]]
    chosen, _ = split_indices(len(train), validation_share=0.2, labels=held["labels"][~held["test"]])
    assert np.array_equal(split.train.images, train[chosen])
