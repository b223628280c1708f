"""What each way of making a model smaller costs: accuracy, bytes and milliseconds, preset by preset, seed by seed.

Each preset is trained on MNIST as it is, and then made smaller by every method and amount, now and after fine-tuning,
always from the trained model. Amounts are none of the test images' choice: all are told. Every row is added to the
results as soon as it is done, and not measured again if it is there, so it can be done in parts. Milliseconds are
those of one drawing on one thread, the least of some tries, for a busy machine only ever takes longer.

Run: python benchmarks/compression.py [--presets article,wide] [--seeds 0,1,2] [--methods prune,units,quantise,both]
     [--finetune 2] [--models FOLDER] [--results FILE] [--table | --times | --zeros]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from _kept import rows_in
from _measure import command_line
from _trained import trained
from torch import Tensor

from engine.compress.latency import milliseconds
from engine.compress.method import Method
from engine.compress.pruning import Pruning
from engine.compress.quantising import Quantise
from engine.compress.rounding import Grouping
from engine.compress.trial import Trial, attempt, original
from engine.compress.units import Units
from engine.config import load_preset
from engine.data.dataset import Split
from engine.data.datasets import load_split
from engine.errors import NetSketchError
from engine.models.build import build
from engine.storage.model_file import SavedModel

PRESETS = ("article", "wide", "cnn", "lstm")
METHODS = ("prune", "units", "quantise", "both")
RESULTS = Path(__file__).resolve().parents[1] / "docs" / "compression.json"
SPARSITIES, TUNED_SPARSITIES = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98), (0.8, 0.9, 0.95, 0.98)
REMOVED = (0.25, 0.5, 0.75)
BITS, FEW_BITS = (8, 4, 3, 2), (4, 3, 2)
BOTH = (0.9, 4)  # sparsity, then bits
TRIES = 5  # of the clock
ROUNDS = 10  # of the clock, where all rows are timed in one go


@dataclass(frozen=True)
class Row:
    """One model.

    Attributes:
        preset: What it was trained as.
        seed: Of its weights and of the order of the images.
        method: How it was made smaller: one of ``METHODS``; ``original`` if it was not.
        per: Which weights share a scale; empty where none does.
        amount: Share or bits.
        finetune: Epochs afterwards.
        validation: Share of the validation examples that is read.
        test: Share of the test examples.
        size: Bytes, packed and gzipped.
        milliseconds: Of one drawing.
        seconds: Processor time that the method and fine-tuning took, measuring included.
        control: Share of the validation examples that the same network reads, trained from scratch for as many epochs;
            None where there is none.
    """

    preset: str
    seed: int
    method: str
    per: str
    amount: float
    finetune: int
    validation: float
    test: float
    size: int
    milliseconds: float
    seconds: float
    control: float | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What it is found again by."""
        return (self.preset, self.seed, self.method, self.per, self.amount, self.finetune)


def model_of(preset: str, seed: int, folder: Path | None) -> tuple[SavedModel, Split]:
    """Return a preset trained on MNIST, from the folder if it is there, and its data."""
    experiment = load_preset(preset).with_(
        **{"data.dataset": "mnist", "training.seed": seed, "training.threads": 1}
    )
    path = None if folder is None else folder / f"{preset}-{seed}.safetensors"
    return trained(experiment, path), load_split(experiment.data)


def plans(methods: list[str], epochs: int) -> Iterator[tuple[str, Method, float, int]]:
    """Yield what is measured: method, amount, and epochs of fine-tuning."""
    for name in methods:
        if name == "prune":
            yield from (("prune", Pruning(), amount, 0) for amount in SPARSITIES)
            yield from (("prune", Pruning(), amount, epochs) for amount in TUNED_SPARSITIES)
        elif name == "units":
            yield from (("units", Units(), amount, tuned) for amount in REMOVED for tuned in (0, epochs))
        elif name == "quantise":
            for per in Grouping:
                yield from (
                    ("quantise", Quantise(per), bits, 0) for bits in (BITS if per == "group" else FEW_BITS)
                )
            yield "quantise", Quantise(), 2, epochs
        elif name == "both":
            yield "both", Quantise(), BOTH[0], epochs


def row(preset: str, seed: int, name: str, amount: float, trial: Trial, seconds: float) -> Row:
    """Return what a try came to."""
    assert trial.validation is not None
    assert trial.test is not None
    return Row(
        preset=preset,
        seed=seed,
        method=name,
        per=trial.options.get("per", ""),
        amount=amount,
        finetune=trial.finetune,
        validation=trial.validation.accuracy,
        test=trial.test.accuracy,
        size=trial.size,
        milliseconds=min(milliseconds(trial.saved) for _ in range(TRIES)),
        seconds=round(seconds, 2),
        control=None if trial.control is None else trial.control.accuracy,
    )


def tried(saved: SavedModel, split: Split, name: str, method: Method, amount: float, epochs: int) -> Trial:
    """Return what comes of a method; “both” prunes and fine-tunes first, and then rounds."""
    if name == "both":
        pruned = tried(saved, split, "prune", Pruning(), amount, epochs)
        found = tried(pruned.saved, split, "quantise", method, BOTH[1], 0)
        return replace(found, finetune=epochs)
    *_, trial = attempt(saved, method, amount, split, finetune=epochs, test=True)
    assert isinstance(trial, Trial)
    return trial


def measure(options: argparse.Namespace) -> None:
    """Measure what is not among the results yet."""
    rows = rows_in(options.results, Row)
    for seed in (int(word) for word in options.seeds.split(",")):
        for preset in options.presets.split(","):
            saved, split = model_of(preset, seed, options.models)
            done = {each.key for each in rows}
            if (preset, seed, "original", "", 0.0, 0) not in done:
                whole = original(saved, split, test=True)
                rows = added(options.results, row(preset, seed, "original", 0.0, whole, 0.0))
            for name, method, amount, epochs in plans(options.methods.split(","), options.finetune):
                if (preset, seed, name, method.options.get("per", ""), amount, epochs) in done:
                    continue
                began = time.process_time()
                try:
                    trial = tried(saved, split, name, method, amount, epochs)
                except NetSketchError as error:
                    print(preset, seed, name, amount, error, flush=True)
                    continue
                found = row(preset, seed, name, amount, trial, time.process_time() - began)
                rows = added(options.results, found)
                print(found, flush=True)


def time_anew(path: Path) -> None:
    """Take the times of all rows anew, in one go: they hang on a network's shape alone, and not on its weights."""
    rows = rows_in(path, Row)
    shapes = sorted({(row.preset, row.amount if row.method == "units" else 0.0) for row in rows})
    took: dict[tuple[str, float], list[float]] = {shape: [] for shape in shapes}
    models = {shape: _of_shape(*shape) for shape in shapes}
    for _ in range(ROUNDS):
        for shape, model in models.items():
            took[shape].append(milliseconds(model))
    for row in rows:
        best = min(took[row.preset, row.amount if row.method == "units" else 0.0])
        added(path, replace(row, milliseconds=best))
    for shape, found in took.items():
        print(*shape, f"{min(found):.3f} ms", flush=True)


def _of_shape(preset: str, removed: float) -> SavedModel:
    """Return an untrained network of a preset, a share of its units removed."""
    experiment = load_preset(preset)
    classes, shape = tuple("0123456789"), (1, 28, 28)
    state = build(experiment.network).state_dict()
    saved = SavedModel(experiment, classes, shape, state=state)
    if not removed:
        return saved
    shrunk = Units().shrink(saved, removed)
    smaller = experiment.model_copy(update={"network": shrunk.network})
    return replace(saved, experiment=smaller, state=shrunk.state)


def time_zeros() -> None:
    """Time matrices that are mostly 0, as they are and by arithmetic that leaves zeros out, for one drawing."""
    torch.manual_seed(0)
    for rows, columns in ((64, 784), (512, 784), (2048, 2048)):
        given = torch.randn(columns, 1)
        for zeros in (0.8, 0.9, 0.95, 0.98):
            dense = torch.randn(rows, columns) * (torch.rand(rows, columns) >= zeros)
            with warnings.catch_warnings(action="ignore"):  # torch says that such tensors are in beta
                sparse = dense.to_sparse_csr()
            took = [_least(weights, given) for weights in (dense, sparse)]
            print(f"{rows} x {columns}, {zeros:.0%} zeros: {took[0]:.1f} us, without them {took[1]:.1f} us")


def _least(weights: Tensor, given: Tensor) -> float:
    """Return microseconds of a product, the least of some."""
    found = []
    for _ in range(300):
        started = time.perf_counter()
        weights @ given
        found.append(time.perf_counter() - started)
    return 1e6 * min(found)


def added(path: Path, new: Row) -> list[Row]:
    """Add a row to the file, and return all that are in it; other rows may have come to it meanwhile."""
    rows = [each for each in rows_in(path, Row) if each.key != new.key]
    rows = sorted([*rows, new], key=lambda each: (PRESETS.index(each.preset), str(each.key)))
    lines = ",\n".join(json.dumps(asdict(each)) for each in rows)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(f"[\n{lines}\n]\n")
    beside.replace(path)
    return rows


# Tables


def middle(rows: list[Row], what: str) -> float:
    """Return the mean of the seeds."""
    return statistics.mean(getattr(each, what) for each in rows)


def grouped(rows: list[Row]) -> dict[tuple[str, str, float, int], dict[str, list[Row]]]:
    """Return rows by what was done, and by preset, in the order of the plans."""
    found: dict[tuple[str, str, float, int], dict[str, list[Row]]] = {}
    for each in rows:
        found.setdefault((each.method, each.per, each.amount, each.finetune), {}).setdefault(
            each.preset, []
        ).append(each)
    order = ("original", *METHODS)
    return dict(
        sorted(
            found.items(),
            key=lambda item: (order.index(item[0][0]), item[0][3] > 0, item[0][1], _harsh(item[0])),
        )
    )


def _harsh(key: tuple[str, str, float, int]) -> float:
    return -key[2] if key[0] == "quantise" else key[2]


def name_words(method: str, per: str) -> str:
    """Return what was done, as the tables have it."""
    return (
        f"quantise, by {per}"
        if method == "quantise"
        else {"both": "prune, then quantise"}.get(method, method)
    )


def amount_words(method: str, amount: float) -> str:
    """Return an amount as the tables have it."""
    if method == "original":
        return "–"
    if method == "quantise":
        return f"{amount:g} bits"
    return f"{amount:.0%}, {BOTH[1]} bits" if method == "both" else f"{amount:.0%}"


def tables(rows: list[Row]) -> str:
    """Return all tables in Markdown: accuracy by method and amount, and then, of each preset, what is worth having."""
    of_seeds = {preset: len({each.seed for each in rows if each.preset == preset}) for preset in PRESETS}
    presets = [preset for preset in PRESETS if of_seeds[preset]]
    heads = [f"{preset} ({of_seeds[preset]})" for preset in presets]
    lines = [
        f"| method | amount | epochs after | {' | '.join(heads)} |",
        f"| --- | --- | ---: |{' ---: |' * len(presets)}",
    ]
    for (method, per, amount, epochs), of in grouped(rows).items():
        cells = [f"{middle(of[preset], 'test'):.1%}" if preset in of else "–" for preset in presets]
        told = [name_words(method, per), amount_words(method, amount), str(epochs or "–"), *cells]
        lines.append(f"| {' | '.join(told)} |")
    for preset in presets:
        lines += [
            "",
            f"| {preset} | amount | epochs after | test | bytes | ms |",
            "| --- | --- | ---: | ---: | ---: | ---: |",
        ]
        for (method, per, amount, epochs), found in pareto(rows, preset).items():
            told = [
                *(name_words(method, per), amount_words(method, amount), str(epochs or "–")),
                *(f"{middle(found, 'test'):.1%}", f"{middle(found, 'size'):,.0f}"),
                f"{middle(found, 'milliseconds'):.3f}",
            ]
            lines.append(f"| {' | '.join(told)} |")
    lines += ["", controls(rows, presets)]
    return "\n".join(lines)


def controls(rows: list[Row], presets: list[str]) -> str:
    """Return the table of what the same network reads that was trained from scratch for as many epochs."""
    lines = [
        "| preset | units removed | epochs | validation, fine-tuned | validation, from scratch | ms |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (_, _, amount, epochs), of in grouped([each for each in rows if each.control is not None]).items():
        lines += [
            f"| {preset} | {amount:.0%} | {epochs} | {middle(of[preset], 'validation'):.1%} | "
            f"{middle(of[preset], 'control'):.1%} | {middle(of[preset], 'milliseconds'):.3f} |"
            for preset in presets
            if preset in of
        ]
    return "\n".join(lines)


def pareto(rows: list[Row], preset: str) -> dict[tuple[str, str, float, int], list[Row]]:
    """Return the original, and what no other model beats in accuracy and in bytes at once, the largest first."""
    found = {key: of[preset] for key, of in grouped(rows).items() if preset in of}
    figures = {key: (middle(of, "test"), middle(of, "size")) for key, of in found.items()}
    best = [
        key
        for key, (test, size) in figures.items()
        if key[0] == "original" or not any(other[0] >= test and other[1] < size for other in figures.values())
    ]
    return {key: found[key] for key in sorted(best, key=lambda key: -figures[key][1])}


def main() -> None:
    """Measure, or print the tables."""
    parser = command_line(__doc__)
    parser.add_argument("--presets", default="article")
    parser.add_argument("--seeds", default="0")
    parser.add_argument("--methods", default=",".join(METHODS))
    parser.add_argument("--finetune", type=int, default=2)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--zeros", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.table:
        print(tables(rows_in(options.results, Row)))
    elif options.zeros:
        time_zeros()
    elif options.times:
        time_anew(options.results)
    else:
        measure(options)


if __name__ == "__main__":
    main()
