"""How well presets of shipped tables read rows that they have not learnt: each fifth of them, learnt from the others.

python docs/tools/cross_check.py [PRESET ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # started as a file, Python looks only beside it

from engine.config import load_preset
from engine.data import datasets
from engine.data.split import split
from engine.evaluation.evaluate import evaluate
from engine.models.build import build_with
from engine.training import train
from engine.training.events import TrainingFinished

FOLDS = 5
SEEDS = 0, 1, 2
PRESETS = "iris", "breast-cancer"


def cross_checked(name: str, seed: int) -> float:
    """Return the mean accuracy of a preset on each fifth of its data, learnt from the others."""
    preset = load_preset(name).with_(**{"data.seed": seed, "training.seed": seed, "training.threads": 1})
    whole = datasets.load(name, part="all")
    order = np.random.default_rng(seed).permutation(len(whole))
    fold = np.empty(len(whole), np.int64)
    for label in range(len(whole.classes)):
        own = order[whole.labels[order] == label]
        fold[own] = np.arange(len(own)) % FOLDS
    accuracies = []
    for tested in range(FOLDS):
        test = whole.subset(np.flatnonzero(fold == tested))
        parts = split(whole.subset(np.flatnonzero(fold != tested)), test, preset.data)
        (end,) = (event for event in train(preset, parts) if isinstance(event, TrainingFinished))
        model = build_with(preset.network, end.state, image_shape=test.image_shape, classes=len(test.classes))
        accuracies.append(evaluate(model.eval(), test).accuracy)
    return float(np.mean(accuracies))


def main() -> None:
    """Print the accuracy of each preset, a seed a figure."""
    for name in sys.argv[1:] or PRESETS:
        print(name, *(f"{cross_checked(name, seed):.1%}" for seed in SEEDS), flush=True)


if __name__ == "__main__":
    main()
