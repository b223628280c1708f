"""Claim: whatever the width and the batch, an epoch is never slower than the best loop of PyTorch's own parts.

784-64-64-10 and 784-512-256-10 with batches of 32 to 4,096 are trained on one thread and the same images, in turns with
the same network on the highest rung of the ladder (`_usual_loop.py`): batches by index, a fused Adam (A B A B …). The
wide one with batches from 128 on is to be 1.6 times as fast, in the numbers that *automatic* takes: bfloat16 where the
processor multiplies in it, of which `rounded` says what it costs; float32 stands beside it. The article's network
with batches of 128 is missing here, as `epoch_time` measures it on all rungs and whole epochs. An epoch is cut short to
as many images as the batches are likely to need for a steady figure. Seconds of the processor.

Run: python benchmarks/widths_and_batches.py [--rounds 5]
"""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial

import numpy as np
import torch
from _claims import arguments, conclude, ratio
from _measure import in_turns, machine
from _usual_loop import FUSED, plain_epoch
from epoch_time import load_images, netsketch_epoch

from engine.choices import Precision
from engine.config import DenseLayer, load_preset
from engine.data.dataset import Split

NETWORKS = ((64, 64), (512, 256))
BATCHES = (32, 128, 512, 4096)
ELSEWHERE = ((64, 64), 128)  # what epoch_time measures
IMAGES = {32: 6_400, 128: 12_800, 512: 25_600, 4096: 49_152}  # of an epoch, by batch
NEVER_SLOWER, WIDE = 1.0, 1.6
OURS, PLAIN, FLOATS = "NetSketch", "PyTorch", "NetSketch in float32"


def main() -> int:
    """Measure and print the table; the exit code says whether none is slower."""
    options = arguments(__doc__, rounds=5).parse_args()
    torch.set_num_threads(1)
    images = load_images()
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    print(f"images of “{images.name}”, one thread, {options.rounds} rounds; {machine()}")
    print(f"beside {FUSED}\n")
    print("| network | batch | NetSketch, ms a step | in float32 | PyTorch, ms a step | times as fast |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    claims = []
    for hidden in NETWORKS:
        for batch in BATCHES:
            if (hidden, batch) == ELSEWHERE:
                continue
            count = min(IMAGES[batch], len(images))
            nothing = images.subset(slice(0, 0))
            split = Split(images.subset(slice(0, count)), nothing, nothing)
            automatic = load_preset("article").with_(
                **{
                    "network.hidden": tuple(DenseLayer(size=size) for size in hidden),
                    "training.epochs": 1, "training.batch_size": batch, "training.threads": 1,
                }
            )  # fmt: skip
            floats = automatic.with_(**{"training.precision": Precision.FLOAT32})
            usual = (ready[:count], labels[:count], hidden, batch, FUSED)
            clock = time.process_time
            found = in_turns(
                {
                    OURS: partial(netsketch_epoch, automatic, split, clock),
                    PLAIN: partial(plain_epoch, *usual, clock=clock),
                    FLOATS: partial(netsketch_epoch, floats, split, clock),
                },
                options.rounds,
            )
            name = "-".join(map(str, (784, *hidden, 10)))
            limit = WIDE if min(hidden) > 64 and batch >= 128 else NEVER_SLOWER
            said = f"{name}, a batch of {batch:,}, times as fast"
            claim = ratio(said, FUSED, found[PLAIN], found[OURS], limit, at_least=True)
            claims.append(claim)
            ours, floats_alone, plain = (
                f"{1000 * statistics.median(found[way]) / -(-count // batch):.2f}"
                for way in (OURS, FLOATS, PLAIN)
            )
            print(
                f"| {name} | {batch:,} | {ours} | {floats_alone} | {plain} | {claim.measured} ({claim.spread}) |",
                flush=True,
            )
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
