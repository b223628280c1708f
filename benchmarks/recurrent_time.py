"""Claim: an epoch of an LSTM or GRU that reads images row by row is never slower than in PyTorch alone.

Both kinds have 64 units, and train with Adam on batches of 128, on one thread and the same images, in turns (A B C …
A B C …): we, and PyTorch alone on the ladder of `_usual_loop.py`. PyTorch's own kernels do nearly all the work on every
rung, so what can be gained is little; the ratios are of figures of the same round.

Run: python benchmarks/recurrent_time.py [--rounds 5] [--images 6000]
"""

from __future__ import annotations

import statistics
import sys
from functools import partial

import numpy as np
import torch
from _claims import Claim, arguments, conclude, ratio
from _measure import in_turns, machine
from _usual_loop import RUNGS, TUTORIAL, Rows, epoch_of
from epoch_time import BATCH_SIZE, load_images, netsketch_epoch
from torch import nn

from engine.config import load_preset
from engine.data.dataset import Split

UNITS = 64
KINDS = {"lstm": nn.LSTM, "gru": nn.GRU}
HAIR = 0.97  # where all do the same work, a share of it is the machine's


def main() -> int:
    """Measure and print the table; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=5)
    parser.add_argument("--images", type=int, default=6000)
    options = parser.parse_args()
    torch.set_num_threads(1)
    images = load_images().subset(slice(0, options.images))
    split = Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    print(f"{len(images):,} images, batch {BATCH_SIZE}, one thread, {options.rounds} rounds; {machine()}\n")
    print("| an epoch | seconds, median | from | to |")
    print("| --- | ---: | ---: | ---: |")
    claims: list[Claim] = []
    for word, kind in KINDS.items():
        experiment = load_preset("article").with_(
            **{"network.hidden": f"{word}{UNITS}", "training.epochs": 1, "training.threads": 1}
        )

        def plain(rung: str, kind: type[nn.LSTM | nn.GRU] = kind) -> float:
            return epoch_of(Rows(kind, UNITS), ready, labels, BATCH_SIZE, rung)

        ladder = {rung: partial(plain, rung) for rung in RUNGS}
        ours = f"NetSketch, {word}{UNITS}"
        found = in_turns({**ladder, ours: partial(netsketch_epoch, experiment, split)}, options.rounds)
        for name, seconds in found.items():
            middle = statistics.median(seconds)
            print(f"| {name} | {middle:.3f} | {min(seconds):.3f} | {max(seconds):.3f} |")
        claim = f"an epoch of {word}{UNITS} over rows, times as fast"
        claims += [
            ratio(claim, rung, found[rung], found[ours], 1.0 if rung == TUTORIAL else HAIR, at_least=True)
            for rung in RUNGS
        ]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
