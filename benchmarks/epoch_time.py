"""Claim: an epoch of the article's network takes less than 1/2.5 of the time of the usual PyTorch loop.

Both train 784-64-64-10 with Adam, batches of 128, on one thread and the same images, in turns (A B C A B C …), and so
do the matrix products of a step alone, with everything ready: what the machine could do at best. Absolute times mean
little on a shared machine; the ratios are of the medians.

Run: python benchmarks/epoch_time.py [--rounds 7]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.config import Experiment, load_preset  # noqa: E402
from engine.data import datasets  # noqa: E402
from engine.data.dataset import Dataset, Split  # noqa: E402
from engine.training import EpochDone, ModelSnapshot, train  # noqa: E402

BATCH_SIZE = 128
CLAIM = 2.5
REACH = 1.45


def load_images() -> Dataset:
    """Return 54,000 images of MNIST, or as many generated ones where MNIST is not at hand."""
    beside = ROOT.parent / "shared" / "datasets"
    if "NETSKETCH_DATA" not in os.environ and beside.is_dir():
        os.environ["NETSKETCH_DATA"] = str(beside)
    name = "mnist" if datasets.is_available("mnist") else "generated"
    config = load_preset("article").with_(**{"data.dataset": name, "data.generated_count": 60_000}).data
    return datasets.load_split(config).train


def netsketch_epoch(experiment: Experiment, data: Split) -> float:
    """Return the seconds of one epoch of ``train()``, events and snapshots included."""
    started = ended = 0.0
    for event in train(experiment, data):
        if isinstance(event, ModelSnapshot) and event.step == 0:
            started = time.perf_counter()
        elif isinstance(event, EpochDone):
            ended = time.perf_counter()
    return ended - started


def usual_epoch(images: Tensor, labels: Tensor) -> float:
    """Return the seconds of one epoch as tutorials write it."""
    model = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = nn.CrossEntropyLoss()
    loader = DataLoader(TensorDataset(images, labels), batch_size=BATCH_SIZE, shuffle=True)
    started = time.perf_counter()
    total = correct = 0.0
    for batch, targets in loader:
        optimizer.zero_grad()
        logits = model(batch)
        loss = criterion(logits, targets)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(targets)
        correct += (logits.argmax(1) == targets).sum().item()
    return time.perf_counter() - started


def products_epoch(steps: int) -> float:
    """Return the seconds of an epoch's matrix products alone: forward, by weights, by activations."""
    sizes = (784, 64, 64, 10)
    inputs = [torch.rand(BATCH_SIZE, size) for size in sizes[:-1]]
    weights = [torch.rand(after, before) for before, after in pairwise(sizes)]
    sums = [torch.rand(BATCH_SIZE, size) for size in sizes[1:]]
    gradients = [torch.rand_like(weight) for weight in weights]
    passed = [torch.rand_like(value) for value in inputs]
    started = time.perf_counter()
    for _ in range(steps):
        for x, w, z in zip(inputs, weights, sums, strict=True):
            torch.mm(x, w.T, out=z)
        for number in (2, 1, 0):
            torch.mm(sums[number].T, inputs[number], out=gradients[number])
            if number:
                torch.mm(sums[number], weights[number], out=passed[number])
    return time.perf_counter() - started


def measure(ways: dict[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Run all ways in turns, once more than ``rounds`` to warm up, and return their seconds."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            seconds = way()
            if number:
                found[name].append(seconds)
    return found


def main() -> int:
    """Measure and print the table; the exit code says whether the claim is met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    torch.set_num_threads(1)
    images = load_images()
    split = Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
    experiment = load_preset("article").with_(**{"training.epochs": 1, "training.threads": 1})
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    found = measure(
        {
            "NetSketch": lambda: netsketch_epoch(experiment, split),
            "usual PyTorch loop": lambda: usual_epoch(ready, labels),
            "its matrix products alone": lambda: products_epoch(-(-len(images) // BATCH_SIZE)),
        },
        rounds,
    )
    own = statistics.median(found["NetSketch"])
    print(f"{len(images):,} images of “{images.name}”, batch {BATCH_SIZE}, one thread, {rounds} rounds\n")
    print("| an epoch | seconds, median | from | to | of NetSketch's |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, seconds in found.items():
        median = statistics.median(seconds)
        print(f"| {name} | {median:.3f} | {min(seconds):.3f} | {max(seconds):.3f} | {median / own:.2f} |")
    usual = statistics.median(found["usual PyTorch loop"]) / own
    products = own / statistics.median(found["its matrix products alone"])
    print(f"\n{usual:.2f} times as fast as the usual loop (claimed {CLAIM}), ", end="")
    print(f"{products:.2f} times its matrix products (to reach {REACH})")
    return 0 if usual >= CLAIM else 1


if __name__ == "__main__":
    sys.exit(main())
