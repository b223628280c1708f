"""Claim: an epoch of the article's network takes less than 1/2.5 of the time of PyTorch as tutorials write it.

All train 784-64-64-10 with Adam, batches of 128, on one thread and the same images, in turns (A B C … A B C …): we, and
PyTorch alone on a ladder of three rungs (`_usual_loop.py`): a `DataLoader` as in tutorials, batches by index, and a
fused Adam besides. Likewise the matrix products of a step alone, with everything ready: what the machine could do at
best, of which an epoch may take 1.45 times. Absolute times mean little on a shared machine; the ratios are of figures
of the same round. With `--device cuda` all run on the graphics card, where there is one.

Run: python benchmarks/epoch_time.py [--rounds 7] [--device cuda]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np
import torch
from _claims import Claim, arguments, conclude, ratio
from _measure import images_at_hand, in_turns, machine
from _usual_loop import RUNGS, TUTORIAL, plain_epoch

from engine.config import Experiment, load_preset
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.training import EpochDone, ModelSnapshot, train
from engine.training.fast.product import by_onednn, multiply

BATCH_SIZE = 128
CLAIM = 2.5  # against the loop of tutorials; against the other rungs of the ladder: never slower
REACH = 1.45
PRODUCTS = "its six matrix products a step"


def load_images() -> Dataset:
    """Return 54,000 images of MNIST, or as many generated ones where MNIST is not at hand."""
    changes = {"data.dataset": images_at_hand(), "data.generated_count": 60_000}
    return datasets.load_split(load_preset("article").with_(**changes).data).train


def netsketch_epoch(
    experiment: Experiment, data: Split, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Return the seconds of one epoch of ``train()``, events and snapshots included, by a clock."""
    started = ended = 0.0
    for event in train(experiment, data):
        if isinstance(event, ModelSnapshot) and event.step == 0:
            started = clock()
        elif isinstance(event, EpochDone):
            ended = clock()
    return ended - started


def products_epoch(steps: int, device: str) -> float:
    """Return the seconds of an epoch's matrix products alone: forward, by weights, by activations.

    On the processor they go through the library that NetSketch takes for their size, which is the faster.
    """
    sizes = (784, 64, 64, 10)
    torch.set_default_device(device)
    inputs = [torch.rand(BATCH_SIZE, size) for size in sizes[:-1]]
    weights = [torch.rand(after, before) for before, after in pairwise(sizes)]
    sums = [torch.rand(BATCH_SIZE, size) for size in sizes[1:]]
    gradients = [torch.rand_like(weight) for weight in weights]
    passed = [torch.rand_like(value) for value in inputs]
    torch.set_default_device("cpu")
    quick = [device == "cpu" and by_onednn(BATCH_SIZE, *size) for size in pairwise(sizes)]
    started = time.perf_counter()
    for _ in range(steps):
        for x, w, z, by in zip(inputs, weights, sums, quick, strict=True):
            multiply(x, w.T, by, z)
        for number in (2, 1, 0):
            multiply(sums[number].T, inputs[number], quick[number], gradients[number])
            if number:
                multiply(sums[number], weights[number], quick[number], passed[number])
    float(sums[-1][0, 0])  # a graphics card works on behind the program: wait for it
    return time.perf_counter() - started


def main() -> int:
    """Measure and print the table; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=7)
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    options = parser.parse_args()
    place = "" if options.device == "cpu" else ", on the graphics card"
    claim = f"an epoch of the article's network{place}"
    limits = {rung: CLAIM if rung == TUTORIAL else 1.0 for rung in RUNGS}
    if options.device == "cuda" and not torch.cuda.is_available():
        reason = "PyTorch finds no CUDA device here."
        claims = [
            Claim(f"{claim}, times as fast", rung, limit, "×", at_least=True, reason=reason)
            for rung, limit in limits.items()
        ]
        claims.append(Claim(f"{claim}, times as long", PRODUCTS, REACH, "×", reason=reason))
        return conclude(claims, as_json=options.json)
    torch.set_num_threads(1)
    images = load_images()
    split = Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
    experiment = load_preset("article").with_(
        **{"training.epochs": 1, "training.threads": 1, "training.device": options.device}
    )
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    ladder = {
        rung: partial(plain_epoch, ready, labels, (64, 64), BATCH_SIZE, rung, options.device)
        for rung in RUNGS
    }
    steps = -(-len(images) // BATCH_SIZE)
    found = in_turns(
        {
            **ladder,
            "NetSketch": lambda: netsketch_epoch(experiment, split),
            "its matrix products alone": lambda: products_epoch(steps, options.device),
        },
        options.rounds,
    )
    ours, products = found["NetSketch"], found["its matrix products alone"]
    print(
        f"{len(images):,} images of “{images.name}”, batch {BATCH_SIZE}, one thread, {options.device}, "
        f"{options.rounds} rounds; {machine()}\n"
    )
    print("| an epoch | seconds, median | from | to | NetSketch's times |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, seconds in found.items():
        middle = statistics.median(seconds)
        share = middle / statistics.median(ours)
        print(f"| {name} | {middle:.3f} | {min(seconds):.3f} | {max(seconds):.3f} | {share:.2f} |")
    claims = [
        ratio(f"{claim}, times as fast", rung, found[rung], ours, limit, at_least=True)
        for rung, limit in limits.items()
    ]
    claims.append(ratio(f"{claim}, times as long", PRODUCTS, ours, products, REACH))
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
