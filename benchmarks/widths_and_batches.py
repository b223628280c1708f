"""Claim: whatever the width and the batch, an epoch is never slower than the usual PyTorch loop.

784-64-64-10 and 784-512-256-10 with batches of 32 to 4,096 are trained on one thread and the same images, in turns with
the same network in the loop of tutorials (A B A B …). An epoch is cut short to as many images as the batches are likely
to need for a steady figure; the ratio does not depend on it.

Run: python benchmarks/widths_and_batches.py [--rounds 5]
"""

from __future__ import annotations

import statistics
import sys

import numpy as np
import torch
from _claims import arguments, conclude, ratio
from _measure import in_turns, machine
from _usual_loop import usual_epoch
from epoch_time import load_images, netsketch_epoch

from engine.config import DenseLayer, load_preset
from engine.data.dataset import Split

NETWORKS = ((64, 64), (512, 256))
BATCHES = (32, 128, 512, 4096)
IMAGES = {32: 6_400, 128: 12_800, 512: 25_600, 4096: 49_152}  # of an epoch, by batch


def main() -> int:
    """Measure and print the table; the exit code says whether none is slower."""
    options = arguments(__doc__, rounds=5).parse_args()
    torch.set_num_threads(1)
    images = load_images()
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    print(f"images of “{images.name}”, one thread, {options.rounds} rounds; {machine()}\n")
    print("| network | batch | NetSketch, ms a step | usual loop, ms a step | times as fast |")
    print("| --- | ---: | ---: | ---: | ---: |")
    claims = []
    for hidden in NETWORKS:
        for batch in BATCHES:
            count = min(IMAGES[batch], len(images))
            part = images.subset(slice(0, count))
            split = Split(part, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
            experiment = load_preset("article").with_(
                **{
                    "network.hidden": tuple(DenseLayer(size=size) for size in hidden),
                    "training.epochs": 1, "training.batch_size": batch, "training.threads": 1,
                }
            )  # fmt: skip
            found = in_turns(
                {
                    "NetSketch": lambda experiment=experiment, split=split: netsketch_epoch(
                        experiment, split
                    ),
                    "usual": lambda hidden=hidden, batch=batch, count=count: usual_epoch(
                        ready[:count], labels[:count], hidden, batch
                    ),
                },
                options.rounds,
            )
            name = "-".join(map(str, (784, *hidden, 10)))
            claim = ratio(
                f"{name}, a batch of {batch:,}, times as fast", "usual PyTorch loop", found["usual"],
                found["NetSketch"], 1.0, at_least=True,
            )  # fmt: skip
            claims.append(claim)
            ours, usual = (
                1000 * statistics.median(row) / -(-count // batch)
                for row in (found["NetSketch"], found["usual"])
            )
            print(
                f"| {name} | {batch:,} | {ours:.2f} | {usual:.2f} | {claim.measured} ({claim.spread}) |",
                flush=True,
            )
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
