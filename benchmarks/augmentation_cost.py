"""Claim: varying every training image anew costs less than 30 % of an epoch of 784-512-256-10.

The preset “wide” is trained with and without augmentation, on one thread and the same images, in turns (A B C A B C …):
with the variations as they come, and with erasing and noise as well, which the claim is about; in float32, as steps in
bfloat16 are shorter where a processor has it. Besides, each variation alone is timed on one batch. What is counted is
the processor's time of the one thread that trains, as others share the machine; the shares are of the medians.

Run: python benchmarks/augmentation_cost.py [--rounds 7]
"""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial

import numpy as np
import torch
from _measure import command_line, in_turns, machine, spread

from engine.config import AugmentationConfig, Experiment, load_preset
from engine.data.dataset import Dataset, Split
from engine.runtime import generator
from engine.training import EpochDone, ModelSnapshot, train
from engine.training.augment import Augmenter

BATCH_SIZE = 128
IMAGES = 100 * BATCH_SIZE  # a stretch of an epoch: the share is the same
CLAIM = 0.30
BATCHES = 50
STRENGTHS = {
    "rotation": 12.0, "scale": 0.15, "shear": 12.0, "shift": 1.5, "thickness": 0.5, "elastic": 0.6, "erasing": 0.3,
    "noise": 0.1,
}  # fmt: skip
OFF = dict.fromkeys(STRENGTHS, 0.0)
VARIATIONS = {
    "without": None,
    "as they come": AugmentationConfig(enabled=True),
    "erasing and noise as well": AugmentationConfig(enabled=True, **STRENGTHS),
}


def noise_images() -> Split:
    """Return images of noise; what is in them makes no difference to the time."""
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (IMAGES, 28, 28)).astype(np.uint8)
    labels = random.integers(0, 10, IMAGES).astype(np.int64)
    images = Dataset("noise", pixels, labels, tuple("0123456789"))
    return Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))


def epoch_seconds(experiment: Experiment, data: Split) -> float:
    """Return the seconds of one epoch of ``train()``, events and snapshots included."""
    started = ended = 0.0
    for event in train(experiment, data):
        if isinstance(event, ModelSnapshot) and event.step == 0:
            started = time.thread_time()
        elif isinstance(event, EpochDone):
            ended = time.thread_time()
    return ended - started


def batch_milliseconds(config: AugmentationConfig) -> float:
    """Return the milliseconds that varying one batch takes."""
    batch = torch.randint(0, 256, (BATCH_SIZE, 28 * 28), dtype=torch.uint8, generator=generator(0, "images"))
    augmenter = Augmenter(config, (1, 28, 28), generator(0, "augmentation"))
    augmenter(batch)
    started = time.thread_time()
    for _ in range(BATCHES):
        augmenter(batch)
    return (time.thread_time() - started) / BATCHES * 1000


def main() -> int:
    """Measure and print the tables; the exit code says whether the claim is met."""
    parser = command_line(__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    torch.set_num_threads(1)
    data = noise_images()
    changes = {"training.epochs": 1, "training.threads": 1, "training.precision": "float32"}
    wide = load_preset("wide").with_(**changes)
    experiments = {
        name: wide if config is None else wide.with_(**{"data.augmentation": config})
        for name, config in VARIATIONS.items()
    }

    found = in_turns(
        {name: partial(epoch_seconds, experiment, data) for name, experiment in experiments.items()}, rounds
    )
    plain = statistics.median(found["without"])
    print(
        f"784-512-256-10, {IMAGES:,} images, batch {BATCH_SIZE}, one thread, {rounds} rounds; {machine()}\n"
    )
    print("| variations | seconds | added |")
    print("| --- | ---: | ---: |")
    for name, seconds in found.items():
        print(f"| {name} | {spread(seconds)} | {statistics.median(seconds) / plain - 1:.0%} |")
    alone_configs = {
        name: AugmentationConfig(enabled=True, **(OFF | {name: value})) for name, value in STRENGTHS.items()
    }
    alone = in_turns(
        {name: partial(batch_milliseconds, config) for name, config in alone_configs.items()}, rounds
    )
    print(f"\n| one variation alone, a batch of {BATCH_SIZE} | milliseconds |")
    print("| --- | ---: |")
    for name, milliseconds in alone.items():
        print(f"| {name} | {spread(milliseconds, 2)} |")
    added = statistics.median(found["erasing and noise as well"]) / plain - 1
    print(f"\n{added:.0%} of an epoch is added by all together (claimed: less than {CLAIM:.0%}).")
    return 0 if added < CLAIM else 1


if __name__ == "__main__":
    sys.exit(main())
