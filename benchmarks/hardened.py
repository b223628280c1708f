"""What hardening brings and costs: the preset `hardened` on MNIST, seed after seed, and what a step against it takes.

Each is trained as it is. Then MNIST's test images, which nothing learnt from, are read as they are, under PGD of 40
steps at 0.3, and the first 1,000 of them under the hardest attack there is: 20 starts of 40 steps, every second by the
margin. Beside it stands the article's network, hardened against one step (FGSM), whose defence is an illusion.

Then epochs of the article's network are timed without an adversary, against one step, and against five, each by hand
and by autograd, in turns (A B A B …), on one thread, by the processor's clock.

Each row is printed and, with `--results`, added to a file as soon as it is done, and not run again if the file has it.

Run: python benchmarks/hardened.py [--seeds 0,1,2] [--rounds 5] [--results FILE]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from _kept import keep_rows, rows_in
from _measure import command_line, in_turns, machine, mnist_is_here, spread
from torch import nn

from engine.attacks.attack import Attack
from engine.attacks.fgsm import FastGradientSign
from engine.attacks.many_starts import ManyStarts
from engine.attacks.pgd import ProjectedGradient
from engine.challenge.curve import attacked_accuracy
from engine.config import Experiment, load_preset
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.models.build import build
from engine.training import TrainingFinished, train
from engine.training.learner import Learner

CPU = torch.device("cpu")
STRENGTH, STEPS, HARD_IMAGES = 0.3, 40, 1000
NETWORKS: dict[str, tuple[str, dict[str, Any]]] = {
    "hardened": ("hardened", {}),
    "article, one step": ("article", {"training.adversary": "fgsm", "training.adversary_strength": STRENGTH}),
}


@dataclass(frozen=True)
class Row:
    """One training.

    Attributes:
        network: Its key in ``NETWORKS``.
        seed: Of its first weights, of the images that a step sees, and of the adversary.
        clean: Share of MNIST's test images that it reads.
        fgsm: The same after one step at 0.3.
        pgd: After 40 steps.
        hard: Of the first 1,000, after 20 starts of 40 steps.
        cpu_seconds: Processor time of the training, on one thread, attacked validation images counted in.
    """

    network: str
    seed: int
    clean: float
    fgsm: float
    pgd: float
    hard: float
    cpu_seconds: float


def settings(network: str, seed: int = 0) -> Experiment:
    """Return the settings of a training on one thread."""
    preset, changes = NETWORKS[network]
    return load_preset(preset).with_(
        **{"data.dataset": "mnist", "training.seed": seed, "training.threads": 1} | changes
    )


def trained(experiment: Experiment, data: Split) -> tuple[nn.Module, float]:
    """Train a network; return it, and the processor's seconds."""
    started = time.process_time()
    for event in train(experiment, data):
        if isinstance(event, TrainingFinished):
            finished = event
    seconds = time.process_time() - started
    model = build(experiment.network, image_shape=data.train.image_shape, classes=len(data.classes))
    model.load_state_dict(finished.state)
    return model.eval(), seconds


def row_of(network: str, seed: int, model: nn.Module, test: Dataset, seconds: float) -> Row:
    """Measure a network that was trained."""

    def read(attack: Attack, images: Dataset, strength: float = STRENGTH) -> float:
        return float(attacked_accuracy(model, images, attack, strength, steps=STEPS, seed=0).accuracy)

    few = test.subset(np.arange(HARD_IMAGES))
    return Row(
        network,
        seed,
        clean=read(FastGradientSign(), test, 0.0),
        fgsm=read(FastGradientSign(), test),
        pgd=read(ProjectedGradient(), test),
        hard=read(ManyStarts(), few),
        cpu_seconds=round(seconds, 1),
    )


def run(network: str, seed: int) -> Row:
    """Train and measure one."""
    experiment = settings(network, seed)
    data = datasets.load_split(experiment.data)
    model, seconds = trained(experiment, data)
    return row_of(network, seed, model, data.test, seconds)


def epoch_of(experiment: Experiment, data: Split, *, by_hand: bool) -> Callable[[], float]:
    """Return what does one more epoch and says how many seconds of the processor it took."""
    learner = Learner(experiment, data, CPU, by_hand=by_hand)
    steps = learner.steps_per_epoch

    def epoch() -> float:
        started = time.process_time()
        learner.begin_epoch()
        learner.steps(0, [1e-4] * steps, [0.1] * steps)
        learner.results(0, steps)
        learner.end_epoch()
        return time.process_time() - started

    return epoch


def timed(rounds: int) -> str:
    """Time epochs of the article's network with and without an adversary, by hand and by autograd, in turns."""
    article = load_preset("article").with_(**{"data.dataset": "mnist", "training.threads": 1})
    data = datasets.load_split(article.data)
    ways = {
        f"{adversary}, {'by hand' if by_hand else 'by autograd'}": epoch_of(
            article.with_(**{"training.adversary": adversary}), data, by_hand=by_hand
        )
        for adversary in ("off", "fgsm", "pgd")
        for by_hand in (True, False)
    }
    figures = in_turns(ways, rounds)
    lines = [
        f"an epoch of the article's network, {name}: {spread(values)} s" for name, values in figures.items()
    ]
    for adversary in ("off", "fgsm", "pgd"):
        hand, auto = (figures[f"{adversary}, {way}"] for way in ("by hand", "by autograd"))
        times = statistics.median(slow / fast for slow, fast in zip(auto, hand, strict=True))
        lines.append(f"{adversary}: by hand {times:.2f} times as fast as by autograd")
    return "\n".join(lines)


def table(rows: list[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [
        "| network | seed | as they are | one step | 40 steps | 20 starts of 40 steps | seconds of training |",
        "| --- | --: | --: | --: | --: | --: | --: |",
    ]
    for row in rows:
        shares = " | ".join(f"{share:.1%}" for share in (row.clean, row.fgsm, row.pgd, row.hard))
        lines.append(f"| {row.network} | {row.seed} | {shares} | {row.cpu_seconds:.0f} |")
    return "\n".join(lines)


def main() -> int:
    """Train what is asked for, time it, and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--networks", default=";".join(NETWORKS), help="parted by semicolons")
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--rounds", type=int, default=5, help="epochs that are timed; 0 for none")
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    rows = rows_in(options.results, Row)
    for network in options.networks.split(";"):
        for seed in map(int, options.seeds.split(",")):
            if any((row.network, row.seed) == (network, seed) for row in rows):
                continue
            rows.append(run(network, seed))
            print(table(rows[-1:]).splitlines()[-1], flush=True)
            rows.sort(key=lambda row: ([*NETWORKS].index(row.network), row.seed))
            keep_rows(options.results, rows, machine=machine())
    print(f"\n{table(rows)}\n")
    if options.rounds:
        print(timed(options.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
