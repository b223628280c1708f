"""Claim: the article's network reads about 97 % of the MNIST test images after its ten epochs.

The yardstick is what the article's own script reaches when it is run: 97.2 % on the test images; the 98.39 % that the
article prints is not reached by it. Three seeds, on the whole training set with 10 % kept for validation.

Run: python benchmarks/article_accuracy.py [--seeds 0 1 2]
"""

from __future__ import annotations

import argparse
import os
import statistics

from _measure import ROOT, machine

from engine.config import load_preset
from engine.data import datasets
from engine.evaluation import evaluate
from engine.models.build import build
from engine.training import TrainingFinished, train

REACHED_BY_THE_SCRIPT = 0.972


def main() -> None:
    """Train once a seed and print the test accuracy of each."""
    parser = argparse.ArgumentParser(description="Test accuracy of the article's network.")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    options = parser.parse_args()
    beside = ROOT.parent / "shared" / "datasets"
    if "NETSKETCH_DATA" not in os.environ and beside.is_dir():
        os.environ["NETSKETCH_DATA"] = str(beside)
    print(machine())
    accuracies = []
    for seed in options.seeds:
        experiment = load_preset("article").with_(**{"training.seed": seed})
        split = datasets.load_split(experiment.data)
        finished = next(event for event in train(experiment, split) if isinstance(event, TrainingFinished))
        model = build(experiment.network)
        model.load_state_dict(finished.state)
        report = evaluate(model, split.test)
        accuracies.append(report.accuracy)
        print(
            f"seed {seed}: test accuracy {report.accuracy:.4f}, loss {report.loss:.4f}, {finished.seconds:.2f} s"
        )
    print(f"mean {statistics.mean(accuracies):.4f}; the article's script, run: {REACHED_BY_THE_SCRIPT}")


if __name__ == "__main__":
    main()
