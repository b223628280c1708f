"""Examples on their way into the network: held as they are kept, gathered and converted batch by batch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.inputs.registry import INPUT_KINDS

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
        pixels: ``(N, C · H · W)`` uint8, an image a row; of numbers ``(N, F)`` float32, of text ``(N, T)`` int16.
        labels: ``(N,)`` int64; of other goals, as the data set keeps them.
        image_shape: ``(C, H, W)``, ``(F,)`` or ``(T, alphabet)``.
        given: What a network is given of an example; of a text ``(T,)``, of others the same.
        kind: The kind of input.
    """

    def __init__(self, data: Dataset, device: torch.device) -> None:
        self.image_shape, self.kind = data.image_shape, INPUT_KINDS[data.kind]
        self.given = self.kind.given(self.image_shape)
        rows = _tensor(self.kind.arranged(data.images)).reshape(len(data), math.prod(self.given))
        self.pixels = rows.to(device)
        self.labels = _tensor(data.labels).to(device)

    def __len__(self) -> int:
        return len(self.labels)

    def statistics(self) -> tuple[list[float], list[float]]:
        """Return mean and standard deviation of what a network is given, one each for every channel or feature."""
        chosen = (
            torch.linspace(0, len(self) - 1, min(len(self), STATISTICS_IMAGES)).long().to(self.pixels.device)
        )
        return self.kind.statistics(self.pixels.index_select(0, chosen), self.image_shape)

    def inputs(self, chosen: Tensor) -> Tensor:
        """Return the examples at ``chosen (B,)`` as a network takes them, ``(B, *given)`` float32."""
        out = torch.empty((len(chosen), self.pixels.shape[1]), device=self.pixels.device)
        self.kind.fill(out, self.pixels[chosen])
        return out.view(-1, *self.given)


class BatchBuffers:
    """Where batches are made ready: allocated once, filled again for every step.

    Args:
        data: Where the images come from.
        sizes: The sizes of batch there will be.
        augmenter: Varies what ``gather`` returns.
    """

    def __init__(self, data: ImageTensors, sizes: set[int], augmenter: Augmenter | None = None) -> None:
        self._pixels, self._kind = data.pixels, data.kind
        self._augmenter = augmenter
        largest = max(sizes)
        device = data.pixels.device
        raw = torch.empty((largest, data.pixels.shape[1]), dtype=data.pixels.dtype, device=device)
        ready = torch.empty((largest, *data.given), dtype=torch.float32, device=device)
        self._raw = {size: raw[:size] for size in sizes}
        self._ready = {size: ready[:size] for size in sizes}
        self._ready_flat = {size: ready[:size].view(size, -1) for size in sizes}

    def gather(self, indices: Tensor) -> Tensor:
        """Return the examples at ``indices (B,)`` as a network takes them, ``(B, …)``; good until the next call."""
        size = len(indices)
        raw = self._raw[size]
        torch.index_select(self._pixels, 0, indices, out=raw)
        if self._augmenter is not None:
            return self._augmenter(raw)
        self._kind.fill(self._ready_flat[size], raw)
        return self._ready[size]

    def slice(self, start: int, size: int) -> Tensor:
        """Return ``size`` images from ``start`` on as they are, in the form ``gather`` gives."""
        self._kind.fill(self._ready_flat[size], self._pixels[start : start + size])
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
    if array.dtype == np.uint16:  # of which PyTorch gathers no rows; an alphabet has far fewer characters
        array = array.view(np.int16)
    return torch.from_numpy(array if array.flags.writeable else array.copy())
