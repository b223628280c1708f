"""Claim: whatever the width and the batch, an epoch is never slower than the best loop of PyTorch's own parts.

784-64-64-10 and 784-512-256-10 with batches of 32 to 4,096 are trained on one thread and the same images, in turns with
the same network on the highest rung of the ladder (`_usual_loop.py`): batches by index, a fused Adam (A B A B …). The
article's network with batches of 128 is missing here, as `epoch_time` measures it on all rungs and whole epochs. An
epoch is cut short to as many images as the batches are likely to need for a steady figure.

Run: python benchmarks/widths_and_batches.py [--rounds 5]
"""

from __future__ import annotations

import statistics
import sys
from functools import partial

import numpy as np
import torch
from _claims import arguments, conclude, ratio
from _measure import in_turns, machine
from _usual_loop import FUSED, plain_epoch
from epoch_time import load_images, netsketch_epoch

from engine.config import DenseLayer, load_preset
from engine.data.dataset import Split

NETWORKS = ((64, 64), (512, 256))
BATCHES = (32, 128, 512, 4096)
ELSEWHERE = ((64, 64), 128)  # what epoch_time measures
IMAGES = {32: 6_400, 128: 12_800, 512: 25_600, 4096: 49_152}  # of an epoch, by batch


def main() -> int:
    """Measure and print the table; the exit code says whether none is slower."""
    options = arguments(__doc__, rounds=5).parse_args()
    torch.set_num_threads(1)
    images = load_images()
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    print(f"images of “{images.name}”, one thread, {options.rounds} rounds; {machine()}")
    print(f"beside {FUSED}\n")
    print("| network | batch | NetSketch, ms a step | PyTorch, ms a step | times as fast |")
    print("| --- | ---: | ---: | ---: | ---: |")
    claims = []
    for hidden in NETWORKS:
        for batch in BATCHES:
            if (hidden, batch) == ELSEWHERE:
                continue
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
                    "plain": partial(plain_epoch, ready[:count], labels[:count], hidden, batch, FUSED),
                },
                options.rounds,
            )
            name = "-".join(map(str, (784, *hidden, 10)))
            claim = ratio(
                f"{name}, a batch of {batch:,}, times as fast", FUSED, found["plain"],
                found["NetSketch"], 1.0, at_least=True,
            )  # fmt: skip
            claims.append(claim)
            ours, plain = (
                1000 * statistics.median(row) / -(-count // batch)
                for row in (found["NetSketch"], found["plain"])
            )
            print(
                f"| {name} | {batch:,} | {ours:.2f} | {plain:.2f} | {claim.measured} ({claim.spread}) |",
                flush=True,
            )
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
