"""How much memory a training takes beside what was estimated, with an adversary and without: Linux, by hand.

Run: python benchmarks/_training_memory.py PRESET BATCH [off|fgsm|pgd]
"""

from __future__ import annotations

import ctypes
import gc
import sys
from pathlib import Path

import numpy as np
import torch

from engine.config import Experiment, load_preset
from engine.data.dataset import Dataset, Split
from engine.models.size import in_words, memory_needed
from engine.training import train


def main(name: str, batch: int, adversary: str = "off") -> None:
    """Train three steps, and print by how much the process has grown at most."""
    torch.set_num_threads(1)
    settings = {"training.batch_size": batch, "training.epochs": 1, "training.adversary": adversary}
    experiment = load_preset(name).with_(
        **settings, **{"training.precision": "float32", "training.threads": 1}
    )
    _train(experiment.with_(**{"training.batch_size": 8}), 24)  # what is loaded at the first time is loaded
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)
    before = _bytes("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak counts from here
    _train(experiment, 3 * batch)
    grown = _bytes("VmHWM") - before
    needed = memory_needed(experiment.network, training=experiment.training)
    print(f"{name}, batch {batch}, adversary {adversary}: {in_words(grown)} of {in_words(needed)} estimated")


def _train(experiment: Experiment, count: int) -> None:
    data = Split(_noise(count), _noise(10), _noise(10))
    for _event in train(experiment, data):
        pass


def _noise(count: int) -> Dataset:
    chance = np.random.default_rng(0)
    images = chance.integers(0, 255, (count, 28, 28), dtype=np.uint8)
    labels = chance.integers(0, 10, count)
    return Dataset(name="noise", images=images, labels=labels, classes=tuple("0123456789"))


def _bytes(field: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in status if line.startswith(field)).split()[1]) * 1024


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
