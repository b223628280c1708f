"""Claim: keeping a run on disk makes an epoch less than 1.05 times as long, with the article's preset.

The yardstick is the same ``train()`` whose events nobody keeps; both in turns in the same process, epoch time being
the median over the epochs of a run (pauses and the end left out), and the whole run with opening and closing beside it.

Run: python benchmarks/run_cost.py [--rounds 6] [--epochs 10]
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

import torch
from _measure import command_line, in_turns, machine, own_home, spread

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.storage.runs.recorder import RunRecorder
from engine.training import EpochDone, TrainingControl, train


def main() -> None:
    """Measure and print."""
    options = _options()
    torch.set_num_threads(1)
    experiment = load_preset("article").with_(**{"training.epochs": options.epochs})
    split = load_split(experiment.data)
    whole: dict[str, list[float]] = {"kept": [], "not kept": []}
    with own_home() as home:
        runs = Path(home) / "runs"

        def timed(name: str, run) -> float:
            began = time.perf_counter()
            ends = [event.seconds for event in run() if isinstance(event, EpochDone)]
            whole[name].append(time.perf_counter() - began)
            return statistics.median(
                after - before for before, after in zip([0.0, *ends], ends, strict=False)
            )

        def kept():
            control = TrainingControl()
            with RunRecorder.create(experiment, split, runs=runs, preset="article") as recorder:
                yield from recorder.follow(train(experiment, split, control), control)

        ways = {
            "kept": lambda: timed("kept", kept),
            "not kept": lambda: timed("not kept", lambda: train(experiment, split)),
        }
        found = in_turns(ways, options.rounds)
        size = sum(path.stat().st_size for path in (runs / "article-1").rglob("*") if path.is_file())
    print(machine())
    for name, values in found.items():
        print(f"{name:8}  seconds an epoch {spread(values)}; the whole run {spread(whole[name][1:])}")
    epoch = statistics.median(found["kept"]) / statistics.median(found["not kept"])
    run = statistics.median(whole["kept"][1:]) / statistics.median(whole["not kept"][1:])
    print(
        f"an epoch is {epoch:.3f} times as long, the whole run {run:.3f} times; its folder takes {size / 1e6:.1f} MB"
    )


def _options() -> argparse.Namespace:
    parser = command_line(__doc__)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=10)
    return parser.parse_args()


if __name__ == "__main__":
    main()
