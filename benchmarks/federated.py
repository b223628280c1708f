"""What federated averaging reaches, round by round: `article` on MNIST at ten schools.

Images are mixed, or each school has two digits; beside it the schools alone and a network that has all images, for as
many epochs. Measured on the 6,000 validation examples, which no school has. Each run is added to the results as soon as
it is done, and not run again if it is there.

Run: python benchmarks/federated.py [--seeds 0,1,2] [--results FILE] [--table]
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from _kept import keep_rows, rows_in
from _measure import command_line

from engine.challenge.federated import Plan, RoundDone, federated
from engine.challenge.schools import Shares
from engine.config import load_preset
from engine.data.datasets import load_split

PRESET, SCHOOLS = "article", 10
ROUNDS = {Shares.EQUAL: 10, Shares.TWO_CLASSES: 15}
TOLD = {Shares.EQUAL: (1, 2, 5, 10), Shares.TWO_CLASSES: (1, 2, 5, 10, 15)}  # rounds that the table has
NAMES = {Shares.EQUAL: "mixed", Shares.TWO_CLASSES: "two digits each"}
RESULTS = Path(__file__).resolve().parents[1] / "docs" / "federated.json"


@dataclass(frozen=True)
class Row:
    """One round.

    Attributes:
        shares: How the images were divided.
        seed: Of weights, division and order.
        round: Its number, from 1.
        average: The share that the average reads right.
        alone: Of the schools alone, the mean.
        worst: Of them, the worst.
        best: And the best.
        together: Of a network that had all images.
        seconds: Processor time of the round's learning and averaging, on one thread; of the whole run in equal parts.
    """

    shares: str
    seed: int
    round: int
    average: float
    alone: float
    worst: float
    best: float
    together: float
    seconds: float


def run(shares: Shares, seed: int) -> list[Row]:
    """Play one training through, and once more without the comparison, for the time."""
    experiment = load_preset(PRESET).with_(
        **{"data.dataset": "mnist", "training.seed": seed, "training.threads": 1}
    )
    split = load_split(experiment.data)
    plan = Plan(SCHOOLS, shares, ROUNDS[shares], seed=seed)
    done = [event for event in federated(experiment, split, plan) if isinstance(event, RoundDone)]
    began = time.process_time()
    few = Plan(SCHOOLS, shares, 2, seed=seed, beside=False)
    for _event in federated(experiment, split, few):
        pass
    seconds = round((time.process_time() - began) / 2, 2)
    rows = []
    for event in done:
        assert event.together is not None
        alone = event.alone_mean, min(event.alone), max(event.alone)
        rows.append(Row(shares, seed, event.round, event.average, *alone, event.together, seconds))
    return rows


def tables(rows: list[Row]) -> str:
    """Return a table in Markdown: the middle of the seeds."""
    lines = [
        "| shares | round | average | a school alone | worst to best | all together |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for shares, told in TOLD.items():
        for number in told:
            those = [row for row in rows if (row.shares, row.round) == (shares, number)]
            figures = (
                statistics.median(getattr(row, name) for row in those)
                for name in ("average", "alone", "worst", "best", "together")
            )
            average, alone, worst, best, together = (f"{100 * figure:.1f}" for figure in figures)
            lines.append(
                f"| {NAMES[shares]} | {number} | {average} % | {alone} % | {worst} to {best} % | {together} % |"
            )
    return "\n".join(lines)


def main() -> None:
    """Run what is asked for."""
    parser = command_line(__doc__)
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--table", action="store_true")
    flags = parser.parse_args()
    torch.set_num_threads(1)
    rows = rows_in(flags.results, Row)
    for seed in [] if flags.table else map(int, flags.seeds.split(",")):
        for shares in Shares:
            if not any((row.shares, row.seed) == (shares, seed) for row in rows):
                rows += run(shares, seed)
                keep_rows(flags.results, rows)
    print(tables(rows))


if __name__ == "__main__":
    main()
