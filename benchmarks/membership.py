"""What models betray of the images they learnt from: the fewer images and the longer, the more.

`article` on MNIST, on 400 images for 60 epochs, on 5,000 for 20 and on all for 10, and the presets that train with a
privacy budget, seed by seed. As many images of each kind as there are, 5,000 at most. Each row is added to the results
as soon as it is done, and not measured again if it is there.

Run: python benchmarks/membership.py [--seeds 0,1,2] [--results FILE] [--table]
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from _kept import keep_rows, rows_in
from _measure import command_line
from _trained import trained

from engine.challenge.membership import exposure
from engine.challenge.roc import Roc
from engine.config import Experiment, load_preset
from engine.config.presets import list_presets
from engine.data.datasets import load_split
from engine.data.learnt import Learnt

RESULTS = Path(__file__).resolve().parents[1] / "docs" / "membership.json"
CASES = {
    "400": (444, 60),
    "5,000": (5556, 20),
    "all": (0, 10),
}  # images, a tenth of them for validation; epochs
PRIVATE = ("private-8", "private-3", "private-1")


@dataclass(frozen=True)
class Row:
    """One model.

    Attributes:
        case: How it was trained: a key of ``CASES``, or a preset.
        seed: Of its weights and of the order of the images.
        learnt: How many examples it learnt from.
        count: How many of them were compared with as many others.
        part: Which part of the data those others are.
        auc: By the loss.
        low: The lower end of its interval.
        high: And the upper.
        accuracy: Of the best threshold.
        by_chance: What that stays below where there is no difference.
        few: The share found with 1 % false alarms.
        moved_auc: By copies moved by a pixel.
        moved_low: The lower end of its interval.
        moved_high: And the upper.
        moved_few: The share found with 1 % false alarms.
        seconds: Processor time of asking, on one thread.
    """

    case: str
    seed: int
    learnt: int
    count: int
    part: str
    auc: float
    low: float
    high: float
    accuracy: float
    by_chance: float
    few: float
    moved_auc: float
    moved_low: float
    moved_high: float
    moved_few: float
    seconds: float


def experiment_of(case: str, seed: int) -> Experiment:
    """Return the settings of a case."""
    changes: dict[str, object] = {"data.dataset": "mnist", "training.seed": seed, "training.threads": 1}
    if case not in CASES:
        return load_preset(case).with_(**changes)
    images, epochs = CASES[case]
    return load_preset("article").with_(**changes, **{"data.train_count": images, "training.epochs": epochs})


def measured(case: str, seed: int) -> Row:
    """Train a model and ask it."""
    experiment = experiment_of(case, seed)
    split = load_split(experiment.data)
    saved = replace(trained(experiment), learnt=Learnt().and_division(experiment.data, split.train))
    began = time.process_time()
    found = exposure(saved, split)
    seconds = round(time.process_time() - began, 2)
    loss, moved = found.loss, found.moved

    def told(one: Roc) -> tuple[float, ...]:
        return (one.auc, *one.interval)

    return Row(
        *(case, seed, len(split.train), found.count, found.part, *told(loss), loss.accuracy, loss.by_chance),
        *(loss.found_few, *told(moved), moved.found_few, seconds),
    )


def tables(rows: list[Row]) -> str:
    """Return a table in Markdown: the middle of the seeds, and all bounds of their intervals."""
    lines = [
        (
            "| trained on | compared | AUC by the loss | best accuracy | found at 1 % "
            "| AUC by moved copies | found at 1 % |"
        ),
        "| --- | --- | --: | --: | --: | --: | --: |",
    ]
    for case in (*CASES, *PRIVATE):
        those = [row for row in rows if row.case == case]
        if not those:
            continue

        def middle(name: str, those: list[Row] = those) -> float:
            return statistics.median(getattr(row, name) for row in those)

        def area(name: str, those: list[Row] = those) -> str:
            prefix = name.removesuffix("auc")
            low = min(getattr(row, f"{prefix}low") for row in those)
            high = max(getattr(row, f"{prefix}high") for row in those)
            return f"{statistics.median(getattr(row, name) for row in those):.3f} ({low:.3f} to {high:.3f})"

        first = those[0]
        what = f"{first.learnt:,} images" if case in CASES else f"{first.learnt:,} images, `{case}`"
        lines.append(
            f"| {what} | {first.count:,} with as many of {first.part} | {area('auc')} | "
            f"{100 * middle('accuracy'):.1f} % (chance up to {100 * middle('by_chance'):.1f} %) | "
            f"{100 * middle('few'):.1f} % | {area('moved_auc')} | {100 * middle('moved_few'):.1f} % |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure what is asked for."""
    parser = command_line(__doc__)
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--table", action="store_true")
    flags = parser.parse_args()
    torch.set_num_threads(1)
    rows = rows_in(flags.results, Row)
    there = {preset.name for preset in list_presets()}
    for case in [] if flags.table else [*CASES, *(name for name in PRIVATE if name in there)]:
        for seed in map(int, flags.seeds.split(",")):
            if not any((row.case, row.seed) == (case, seed) for row in rows):
                rows.append(measured(case, seed))
                keep_rows(flags.results, rows)
    print(tables(rows))


if __name__ == "__main__":
    main()
