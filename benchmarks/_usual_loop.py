"""The yardsticks of training: a fully connected network in PyTorch alone, in three ways to write the loop.

Each way has all of the one before it and one thing more that a person may do for speed, so that what we gain over
PyTorch can be told from what leaving its ``DataLoader`` gains.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

# The rungs of the ladder, from how tutorials write it to the fastest that PyTorch's own parts allow.
TUTORIAL = "PyTorch as in tutorials: DataLoader, Adam, the loss read after each step"
INDEXED = "PyTorch, batches by index instead of a DataLoader"
FUSED = "PyTorch, batches by index and Adam(fused=True)"
RUNGS = (TUTORIAL, INDEXED, FUSED)


def plain_epoch(
    images: Tensor,
    labels: Tensor,
    hidden: Sequence[int],
    batch_size: int,
    rung: str,
    device: str = "cpu",
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Return the seconds of one epoch, loss and right answers told after each step.

    Args:
        images: ``(N, 1, 28, 28)``, normalised.
        labels: ``(N,)``.
        hidden: Units of each hidden layer.
        batch_size: Images a step.
        rung: How the loop is written; one of `RUNGS`.
        device: Where the model is; batches are brought there one by one.
        clock: Seconds from any beginning.
    """
    layers: list[nn.Module] = [nn.Flatten()]
    for before, after in pairwise((784, *hidden)):
        layers += [nn.Linear(before, after), nn.ReLU()]
    model = nn.Sequential(*layers, nn.Linear(hidden[-1], 10))
    return epoch_of(model, images, labels, batch_size, rung, device, clock)


def epoch_of(
    model: nn.Module,
    images: Tensor,
    labels: Tensor,
    batch_size: int,
    rung: str,
    device: str = "cpu",
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Return the seconds of one epoch of any model, by a clock; the other arguments are those of ``plain_epoch``."""
    model = model.to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=rung == FUSED)
    criterion = nn.CrossEntropyLoss()
    started = clock()
    total = correct = 0.0
    for batch, targets in _batches(images, labels, batch_size, rung):
        batch, targets = batch.to(device), targets.to(device)
        optimizer.zero_grad()
        logits = model(batch)
        loss = criterion(logits, targets)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(targets)
        correct += (logits.argmax(1) == targets).sum().item()
    return clock() - started


def _batches(images: Tensor, labels: Tensor, size: int, rung: str) -> Iterator[tuple[Tensor, Tensor]]:
    """Return batches of images and labels in an order of chance."""
    if rung == TUTORIAL:
        yield from DataLoader(TensorDataset(images, labels), batch_size=size, shuffle=True)
        return
    for chosen in torch.randperm(len(images)).split(size):
        yield images[chosen], labels[chosen]
