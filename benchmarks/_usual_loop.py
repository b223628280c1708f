"""The yardstick of training: a fully connected network in PyTorch, trained as tutorials write it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset


def usual_epoch(
    images: Tensor, labels: Tensor, hidden: Sequence[int], batch_size: int, device: str = "cpu"
) -> float:
    """Return the seconds of one epoch: ``DataLoader``, Adam, and the loss told after each step.

    Args:
        images: ``(N, 1, 28, 28)``, normalised.
        labels: ``(N,)``.
        hidden: Units of each hidden layer.
        batch_size: Images a step.
        device: Where the model is; batches are brought there one by one.
    """
    layers: list[nn.Module] = [nn.Flatten()]
    for before, after in pairwise((784, *hidden)):
        layers += [nn.Linear(before, after), nn.ReLU()]
    model = nn.Sequential(*layers, nn.Linear(hidden[-1], 10)).to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    loader = DataLoader(TensorDataset(images, labels), batch_size=batch_size, shuffle=True)
    started = time.perf_counter()
    total = correct = 0.0
    for batch, targets in loader:
        batch, targets = batch.to(device), targets.to(device)
        optimizer.zero_grad()
        logits = model(batch)
        loss = criterion(logits, targets)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(targets)
        correct += (logits.argmax(1) == targets).sum().item()
    return time.perf_counter() - started
