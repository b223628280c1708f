"""Claim: counting the gradients adds at most 2 ms of one thread's time to a look of the doctor.

There are two looks a second at most. Each preset's network is looked into with and without the histograms of its
gradients, in turns (A B A B …). What is counted is the processor's time of the one thread that looks, as others share
the machine.

Run: python benchmarks/doctor_cost.py [--rounds 30]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING

import torch
from _measure import in_turns, machine, spread

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.models.build import build
from engine.training.doctor import Probe, probe

if TYPE_CHECKING:
    from torch import Tensor

MOST = 2.0  # milliseconds more
PRESETS = ("article", "wide", "cnn")


def main() -> int:
    """Measure, print, and return 1 where counting costs more than it should."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    torch.set_num_threads(1)
    print(machine())
    worst = max(_measure(preset, rounds) for preset in PRESETS)
    return 0 if worst <= MOST else 1


def _measure(preset: str, rounds: int) -> float:
    experiment = load_preset(preset).with_(**{"data.dataset": "generated", "data.generated_count": 2000})
    data = load_split(experiment.data)
    network = build(experiment.network, image_shape=data.train.image_shape, classes=10, seed=0)
    patient, state = Probe(experiment, data.train), network.state_dict()
    counted = probe.count

    def look(*, counts: bool) -> float:
        probe.count = counted if counts else _nothing
        started = time.thread_time()
        patient.measure(state)
        return 1000 * (time.thread_time() - started)

    ways = {"without": lambda: look(counts=False), "with": lambda: look(counts=True)}
    found = in_turns(ways, rounds, warm_up=3)
    probe.count = counted
    more = statistics.median(found["with"]) - statistics.median(found["without"])
    numbers = sum(tensor.numel() for tensor in state.values())
    print(
        f"{preset}, {numbers:,} numbers: {spread(found['without'], 2)} ms without, "
        f"{spread(found['with'], 2)} ms with histograms, {more:+.2f} ms"
    )
    return more


def _nothing(_layer: str, _values: Tensor, **_options: int) -> None:
    """Count nothing, as before there were histograms."""


if __name__ == "__main__":
    sys.exit(main())
