"""Images on their way into the network: held as bytes on its device, gathered and converted batch by batch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from torch import Tensor

    from engine.data.dataset import Dataset
    from engine.training.augment import Augmenter

STATISTICS_IMAGES = 10_000  # enough for two decimals more than matter


class ImageTensors:
    """A data set on a device.

    Args:
        data: Images and labels.
        device: Where they are put.

    Attributes:
        pixels: ``(N, C · H · W)`` uint8, an image a row.
        labels: ``(N,)`` int64.
        image_shape: ``(C, H, W)``.
    """

    def __init__(self, data: Dataset, device: torch.device) -> None:
        images = data.images if data.images.ndim == 3 else np.moveaxis(data.images, 3, 1)  # (N, [C,] H, W)
        self.image_shape = data.image_shape
        self.pixels = _tensor(images).reshape(len(data), math.prod(self.image_shape)).to(device)
        self.labels = _tensor(data.labels).to(device)

    def __len__(self) -> int:
        return len(self.labels)

    def statistics(self) -> tuple[list[float], list[float]]:
        """Return mean and standard deviation of the pixels in [0, 1], one each for every channel."""
        channels = self.image_shape[0]
        chosen = (
            torch.linspace(0, len(self) - 1, min(len(self), STATISTICS_IMAGES)).long().to(self.pixels.device)
        )
        pixels = self.pixels[chosen].view(len(chosen), channels, -1)
        values = torch.arange(256, dtype=torch.float64)
        means, deviations = [], []
        for channel in range(channels):
            counts = torch.bincount(pixels[:, channel].reshape(-1), minlength=256).cpu().double()
            shares = counts / counts.sum()
            mean = float((shares * values).sum())
            variance = float((shares * (values - mean) ** 2).sum())
            means.append(mean / 255)
            deviations.append(max(variance**0.5, 1.0) / 255)  # images of one grey still have to be divided
        return means, deviations


class BatchBuffers:
    """Where batches are made ready: allocated once, filled again for every step.

    Args:
        data: Where the images come from.
        sizes: The sizes of batch there will be.
        augmenter: Varies what ``gather`` returns.
    """

    def __init__(self, data: ImageTensors, sizes: set[int], augmenter: Augmenter | None = None) -> None:
        self._pixels = data.pixels
        self._augmenter = augmenter
        largest = max(sizes)
        device = data.pixels.device
        raw = torch.empty((largest, data.pixels.shape[1]), dtype=torch.uint8, device=device)
        ready = torch.empty((largest, *data.image_shape), dtype=torch.float32, device=device)
        self._raw = {size: raw[:size] for size in sizes}
        self._ready = {size: ready[:size] for size in sizes}
        self._ready_flat = {size: ready[:size].view(size, -1) for size in sizes}

    def gather(self, indices: Tensor) -> Tensor:
        """Return the images at ``indices (B,)`` as ``(B, C, H, W)`` float32 in [0, 1]; good until the next call."""
        size = len(indices)
        raw = self._raw[size]
        torch.index_select(self._pixels, 0, indices, out=raw)
        if self._augmenter is not None:
            return self._augmenter(raw)
        self._ready_flat[size].copy_(raw).div_(255)
        return self._ready[size]

    def slice(self, start: int, size: int) -> Tensor:
        """Return ``size`` images from ``start`` on as they are, in the form ``gather`` gives."""
        self._ready_flat[size].copy_(self._pixels[start : start + size]).div_(255)
        return self._ready[size]


def batch_sizes(count: int, batch_size: int, least: int = 1) -> list[int]:
    """Divide ``count`` images into batches.

    Args:
        count: How many images there are.
        batch_size: How many go into one batch; the last may hold fewer.
        least: The fewest a batch may hold; a smaller last one joins the one before it. Batch normalisation needs 2.

    Returns:
        The sizes of the batches; empty if there are too few images even for one.
    """
    sizes = [batch_size] * (count // batch_size)
    rest = count % batch_size
    if rest >= least:
        sizes.append(rest)
    elif rest and sizes:
        sizes[-1] += rest
    return sizes if sizes and sizes[0] >= least else []


def _tensor(array: np.ndarray) -> Tensor:
    array = np.ascontiguousarray(array)
    return torch.from_numpy(array if array.flags.writeable else array.copy())
