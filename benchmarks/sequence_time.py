"""Claim: an epoch of a network with layers for sequences is never slower than PyTorch as tutorials write it.

An LSTM and a GRU of 64 units that read images row by row, and the networks of the presets `transformer` and `hybrid`,
each beside the same network in PyTorch alone (`_usual_networks.py`) on the ladder of `_usual_loop.py`. All train with
Adam on batches of 128, on one thread and the same images, in turns (A B C … A B C …). PyTorch's own kernels do nearly
all the work on every rung, so what can be gained is little. What counts are seconds of the processor, which other work
on the machine changes least; the ratios are of figures of the same round.

Run: python benchmarks/sequence_time.py [--rounds 5] [--images 6000] [--networks lstm64 transformer]
"""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial

import numpy as np
import torch
from _claims import Claim, arguments, conclude, ratio
from _measure import in_turns, machine
from _usual_loop import RUNGS, TUTORIAL, epoch_of
from _usual_networks import Rows, hybrid, patches
from epoch_time import BATCH_SIZE, load_images, netsketch_epoch
from torch import nn

from engine.config import Experiment, load_preset
from engine.data.dataset import Split

UNITS = 64
# What is measured by name: the same network in PyTorch alone.
NETWORKS = {
    f"lstm{UNITS}": partial(Rows, nn.LSTM, UNITS),
    f"gru{UNITS}": partial(Rows, nn.GRU, UNITS),
    "transformer": patches,
    "hybrid": hybrid,
}
HAIR = 0.9  # where all do the same work: by so much, one and the same loop differs from itself here


def experiment_of(name: str) -> Experiment:
    """Return the settings with which we train a network: those of the article's, and its layers."""
    layers = load_preset(name).network.hidden if name in ("transformer", "hybrid") else name
    return load_preset("article").with_(
        **{
            "network.hidden": layers,
            "training.epochs": 1,
            "training.threads": 1,
            "training.batch_size": BATCH_SIZE,
        }
    )


def main() -> int:
    """Measure and print the table; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=5, images=6000)
    parser.add_argument("--networks", nargs="+", choices=tuple(NETWORKS), default=tuple(NETWORKS))
    options = parser.parse_args()
    torch.set_num_threads(1)
    images = load_images().subset(slice(0, options.images))
    split = Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    print(f"{len(images):,} images, batch {BATCH_SIZE}, one thread, {options.rounds} rounds; {machine()}\n")
    print("| an epoch | seconds of the processor, median | from | to |")
    print("| --- | ---: | ---: | ---: |")
    claims: list[Claim] = []
    for name in options.networks:

        def plain(rung: str, name: str = name) -> float:
            return epoch_of(NETWORKS[name](), ready, labels, BATCH_SIZE, rung, clock=time.process_time)

        ladder = {rung: partial(plain, rung) for rung in RUNGS}
        ours = f"NetSketch, {name}"
        found = in_turns(
            {**ladder, ours: partial(netsketch_epoch, experiment_of(name), split, time.process_time)},
            options.rounds,
        )
        for way, seconds in found.items():
            middle = statistics.median(seconds)
            print(f"| {way} | {middle:.3f} | {min(seconds):.3f} | {max(seconds):.3f} |")
        claim = f"an epoch of {name}, times as fast"
        claims += [
            ratio(claim, rung, found[rung], found[ours], 1.0 if rung == TUTORIAL else HAIR, at_least=True)
            for rung in RUNGS
        ]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
