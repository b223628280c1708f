"""Batches: how images are divided, gathered and converted."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.data.dataset import Dataset
from engine.training.batches import BatchBuffers, ImageTensors, batch_sizes

CPU = torch.device("cpu")


@pytest.mark.parametrize(
    ("count", "batch_size", "least", "sizes"),
    [
        (10, 5, 1, [5, 5]),
        (11, 5, 1, [5, 5, 1]),
        (11, 5, 2, [5, 6]),  # one alone joins the batch before it
        (12, 5, 2, [5, 5, 2]),
        (3, 5, 1, [3]),
        (1, 5, 1, [1]),
        (1, 5, 2, []),
        (3, 1, 2, []),
        (0, 5, 1, []),
    ],
)
def test_images_are_divided(count: int, batch_size: int, least: int, sizes: list[int]) -> None:
    assert batch_sizes(count, batch_size, least) == sizes


@pytest.mark.parametrize("shape", [(7, 5, 4), (7, 5, 4, 3)])
def test_batches_hold_the_images_asked_for(shape: tuple[int, ...]) -> None:
    images = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    images.flags.writeable = False  # as data sets read from files are
    data = ImageTensors(Dataset("noise", images, np.zeros(7, np.int64), ("a",)), CPU)
    buffers = BatchBuffers(data, {2, 3})
    expected = torch.from_numpy(images.copy()).float() / 255
    expected = expected[:, None] if len(shape) == 3 else expected.permute(0, 3, 1, 2)
    assert torch.equal(buffers.gather(torch.tensor([6, 0, 3])), expected[[6, 0, 3]])
    assert torch.equal(buffers.slice(4, 2), expected[4:6])


def test_statistics_are_those_of_the_pixels() -> None:
    images = np.random.default_rng(1).integers(0, 200, (50, 6, 5, 2)).astype(np.uint8)
    images[..., 1] //= 3
    data = ImageTensors(Dataset("noise", images, np.zeros(50, np.int64), ("a",)), CPU)
    mean, deviation = data.statistics()
    assert mean == pytest.approx(images.mean(axis=(0, 1, 2)) / 255)
    assert deviation == pytest.approx(images.std(axis=(0, 1, 2)) / 255)


def test_images_of_one_grey_can_be_divided_by_their_deviation() -> None:
    data = ImageTensors(Dataset("grey", np.full((3, 2, 2), 7, np.uint8), np.zeros(3, np.int64), ("a",)), CPU)
    assert data.statistics() == ([pytest.approx(7 / 255)], [1 / 255])
