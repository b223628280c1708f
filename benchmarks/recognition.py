"""What each preset recognises, by the images it was trained on: MNIST, generated digits, or both.

Three tables. The first has a row for every preset and training data: the share of MNIST's test images that is read,
seed by seed, and the share of two harder sets, which nothing was trained on: MNIST's test images turned, pressed,
thickened and thinned, and ways of writing that MNIST lacks, drawn by pens of any width (_strange_pens.py). The second
switches off one step of the preparation after the other, for MNIST's test images re-placed and re-scaled at random and
for those strange pens. The third says how long one drawing takes.

Runs take seconds (`article`) to minutes (`cnn`, `pen`), an hour and more in all, so they can be done in parts; without
flags only the quick ones are. Each is printed and, with `--results`, added to a file as soon as it is done, and not run
again if the file has it.

Run: python benchmarks/recognition.py [--all] [--presets article,cnn] [--data mnist,both] [--seeds 0,1,2] [--epochs 2]
     [--ink-only | --runs-only | --tables-only] [--results FILE] [--json]
     --rank --presets pen,pen+averaged --data both --runs-only [--seeds 0]   which of some ways is the better, briefly
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from _measure import command_line, machine, mnist_is_here
from _strange_pens import strange_pens, turned_images
from numpy.typing import NDArray

from engine.config import DataConfig, Experiment, load_preset
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.data.ink import InkSteps, normalize_image, render_many, render_strokes, step_texts
from engine.data.ink.resample import resized
from engine.data.split import split
from engine.inference import Recognizer
from engine.layers import PatchesLayer
from engine.models.build import build
from engine.training import EpochDone, TrainingControl, TrainingEvent, TrainingFinished, train


def convolutions(*channels: int, kernels: tuple[int, ...] = (3, 3, 3)) -> list[dict[str, object]]:
    """Return hidden layers in the form of those of `pen`."""
    pairs = zip(channels, kernels, strict=True)
    layers: list[dict[str, object]] = [
        {"kind": "conv", "channels": count, "kernel": kernel} for count, kernel in pairs
    ]
    return [*layers, {"kind": "dense", "size": 128, "dropout": 0.1}]


PRESETS = (
    "first-try", "article", "wide", "wide+varied", "cnn", "pen", "lstm", "transformer", "hybrid", "hybrid+longer",
    "no-positions", "no-positions+placed",
)  # fmt: skip
PLACED = "placed"  # behind a “+”: with positions
VARIANTS: dict[str, dict[str, object]] = {
    "varied": {"data.augmentation.enabled": True},
    "longer": {"training.epochs": 9},
    "averaged": {"training.averaging": 0.25},
    "smoothed": {"training.label_smoothing": 0.1},
    "varied-statistics": {"training.plain_statistics": False},
    "slower": {"training.learning_rate": 0.006},
    "faster": {"training.learning_rate": 0.01},
    "larger-filters": {"network.hidden": convolutions(16, 32, 64, kernels=(5, 5, 3)), "training.epochs": 6},
    "wider": {"network.hidden": convolutions(24, 48, 96), "training.epochs": 5},
    "half-generated": {"data.generated_count": 50_000},
    "bent-more": {
        "data.augmentation.rotation": 10,
        "data.augmentation.scale": 0.12,
        "data.augmentation.shear": 8,
        "data.augmentation.shift": 1.5,
        "data.augmentation.thickness": 0.5,
        "data.augmentation.elastic": 0.6,
    },
    "plain-end": {},
}  # other settings, behind a “+” as well
PLAIN_END = "plain-end"  # the last epoch sees images as they are
RANKING: dict[str, object] = {
    "data.train_count": 30_000,
    "data.generated_count": 25_000,
    "data.validation_share": 0.05,
    "training.epochs": 8,
}  # what is enough to tell which of two ways is the better
HELD = slice(50_000, 60_000)  # of MNIST's training images, for choosing
QUICK = ("article", "wide")
OWN = "own"  # the data that the preset names, as many as it says
DATA = ("mnist", "generated", "both", OWN)
GENERATED = 60_000  # drawn where nothing else is trained on
INK_PRESET = "article"
INK_IMAGES = 1000
PAPER = 112  # side of the paper on which digits are re-placed, in pixels
SIZES = (0.8, 4.0)  # factors by which they are re-scaled
CLOCK_DRAWINGS = 300


@dataclass(frozen=True)
class Row:
    """One run.

    Attributes:
        preset: A preset, or one with a variant behind a “+”.
        data: What it was trained on; ``own`` is what the preset names.
        seed: Of the weights and of the order of the images.
        mnist: Share of MNIST's test images that is read.
        turned: Share of these, turned and pressed.
        strange: Share of the strange pens' drawings.
        images: How many were trained on.
        epochs: How often.
        cpu_seconds: Processor time of the training, on one thread.
        seconds: What the clock said meanwhile.
        load: Programs that wanted a processor, over the last minute.
        shown: Share of its validation images that is read at the end, as the window shows it; 0 where it was not kept.
    """

    preset: str
    data: str
    seed: int
    mnist: float
    turned: float
    strange: float
    images: int
    epochs: int
    cpu_seconds: float
    seconds: float
    load: float
    shown: float = 0.0


@dataclass(frozen=True)
class Trials:
    """What is recognised: all three with MNIST's classes."""

    mnist: Dataset
    turned: Dataset
    strange: Dataset


def experiment(preset: str, data: str, seed: int, epochs: int | None, *, ranks: bool = False) -> Experiment:
    """Return the settings of a run: the preset's own but for the data, and for what its variant changes."""
    name, _, variant = preset.partition("+")
    chosen = load_preset(name)
    changes: dict[str, object] = {
        "training.seed": seed, "training.threads": 1, **(RANKING if ranks else {}), **VARIANTS.get(variant, {}),
    }  # fmt: skip
    if data != OWN:
        changes["data.dataset"] = data
    if variant == PLACED:
        changes["network.hidden"] = [
            layer.model_copy(update={"positions": True}) if isinstance(layer, PatchesLayer) else layer
            for layer in chosen.network.hidden
        ]
    if data == "generated":
        changes["data.generated_count"] = GENERATED
    if epochs is not None:
        changes["training.epochs"] = epochs
    return chosen.with_(**changes)


def split_without_held(config: DataConfig) -> Split:
    """Return MNIST and generated digits, without those images that decide which way is the better."""
    whole = datasets.load("both", config=config)
    kept = np.delete(np.arange(len(whole)), HELD)
    return split(whole.subset(kept), datasets.load("both", part="test", config=config), config)


def events(chosen: Experiment, data: Split, *, plain_end: bool) -> Iterator[TrainingEvent]:
    """Train; at wish the last epoch sees images as they are."""
    control = TrainingControl()
    for event in train(chosen, data, control):
        if plain_end and isinstance(event, EpochDone) and event.epoch == chosen.training.epochs - 1:
            control.stop()
        if plain_end and isinstance(event, TrainingFinished):
            plain = chosen.with_(**{"data.augmentation.enabled": False})
            yield from train(plain, data, resume=event.checkpoint)
            return
        yield event


def trained(
    chosen: Experiment, *, ranks: bool = False, plain_end: bool = False
) -> tuple[Recognizer, int, float, float, float]:
    """Train; return the model, how many images it saw, the seconds of processor and clock, and what it shows."""
    data = split_without_held(chosen.data) if ranks else datasets.load_split(chosen.data)
    processor, clock = time.process_time(), time.perf_counter()
    shown = 0.0
    for event in events(chosen, data, plain_end=plain_end):
        if isinstance(event, EpochDone):
            shown = event.validation_accuracy or 0.0
        if isinstance(event, TrainingFinished):
            state = event.state
    seconds = time.process_time() - processor, time.perf_counter() - clock
    return Recognizer(chosen, data.classes, state), len(data.train), *seconds, shown


def run(preset: str, data: str, seed: int, epochs: int | None, trials: Trials, *, ranks: bool = False) -> Row:
    """Train one network and see what it recognises."""
    chosen = experiment(preset, data, seed, epochs, ranks=ranks)
    plain_end = preset.endswith(f"+{PLAIN_END}")
    model, images, cpu, clock, shown = trained(chosen, ranks=ranks, plain_end=plain_end)
    return Row(
        preset=preset,
        data=data,
        seed=seed,
        mnist=share(model, trials.mnist.images, trials.mnist.labels),
        turned=share(model, trials.turned.images, trials.turned.labels),
        strange=share(model, trials.strange.images, trials.strange.labels),
        images=images,
        epochs=chosen.training.epochs,
        cpu_seconds=round(cpu, 1),
        seconds=round(clock, 1),
        load=round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0,
        shown=round(shown, 4),
    )


def share(model: Recognizer, images: NDArray[np.uint8], labels: NDArray[np.int64]) -> float:
    """Return the share of the images that is recognised."""
    answers = [model.probabilities(images[start : start + 1000]) for start in range(0, len(images), 1000)]
    return float((np.concatenate(answers).argmax(axis=1) == labels).mean())


# Preparation


def replaced(dataset: Dataset, count: int) -> list[NDArray[np.uint8]]:
    """Return the first images, each re-scaled and somewhere on a larger paper."""
    random = np.random.default_rng(0)
    papers = []
    for image in dataset.images[:count]:
        rows, columns = (np.flatnonzero(image.any(axis=axis)) for axis in (1, 0))
        ink = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float32)
        factor = np.exp(random.uniform(*np.log(SIZES)))
        larger = resized(ink, *(max(1, round(length * factor)) for length in ink.shape))
        paper = np.zeros((PAPER, PAPER), np.uint8)
        top, left = (int(random.integers(0, PAPER - length + 1)) for length in larger.shape)
        paper[top : top + larger.shape[0], left : left + larger.shape[1]] = larger.round()
        papers.append(paper)
    return papers


def ink_variants() -> dict[str, InkSteps]:
    """Return what is compared, by name: all steps, each one off, and the whole paper made small."""
    off = {f"without “{step.label}”": InkSteps(**{step.name: False}) for step in step_texts()}
    whole = InkSteps(crop=False, keep_aspect=True, mass_centre=False, pen=False)
    return {"all steps": InkSteps(), **off, "the whole paper made small": whole}


def ink_rows(seeds: Iterable[int], epochs: int | None, trials: Trials) -> Iterator[dict[str, object]]:
    """Train on MNIST as it is, and see what is recognised of drawings that went through each variant."""
    models = [trained(experiment(INK_PRESET, "mnist", seed, epochs))[0] for seed in seeds]
    labels = trials.mnist.labels[:INK_IMAGES]
    asked = trials.mnist.images[:INK_IMAGES]
    papers = replaced(trials.mnist, INK_IMAGES)

    def row(name: str, images: NDArray[np.uint8], strange: Dataset | None) -> dict[str, object]:
        mnist = [share(model, images, labels) for model in models]
        drawn = [share(model, strange.images, strange.labels) for model in models] if strange else None
        return {"ink": name, "mnist": mnist, "strange": drawn}

    yield row("as in MNIST's file", asked, None)
    for name, steps in ink_variants().items():
        images = np.stack([normalize_image(paper, steps=steps) for paper in papers])
        yield row(name, images, strange_pens(steps=steps).dataset)


def time_rows(trials: Trials) -> Iterator[dict[str, object]]:
    """Say how many milliseconds of the processor one drawing takes, preparation and networks apart."""
    random = np.random.default_rng(0)
    drawings = [
        [np.cumsum(random.normal(0, 4, (40, 2)), axis=0), np.cumsum(random.normal(0, 4, (15, 2)), axis=0)]
        for _ in range(10_000)
    ]
    papers = replaced(trials.mnist, CLOCK_DRAWINGS)

    def row(name: str, count: int, work: Callable[[], object]) -> dict[str, object]:
        work()
        started = time.thread_time()
        work()
        return {"work": name, "milliseconds": (time.thread_time() - started) / count * 1000}

    some = drawings[:CLOCK_DRAWINGS]
    yield row("strokes, one by one", len(some), lambda: [render_strokes(strokes) for strokes in some])
    yield row("strokes, 10,000 at once", len(drawings), lambda: render_many(drawings))
    yield row(f"image of {PAPER}×{PAPER}", len(papers), lambda: [normalize_image(paper) for paper in papers])
    for name in PRESETS:
        if "+" not in name:
            model, images = untrained(name, trials.mnist.classes), trials.mnist.images[:CLOCK_DRAWINGS, None]
            asked = partial(answer_each, model, images)
            yield row(f"network of `{name}`", len(images), asked)


def answer_each(model: Recognizer, images: NDArray[np.uint8]) -> None:
    """Ask about one image after the other, as the pad does; ``images (N, 1, 28, 28)``."""
    for one in images:
        model.probabilities(one)


def untrained(preset: str, classes: tuple[str, ...]) -> Recognizer:
    """Return a network that knows nothing; it takes as long as others."""
    chosen = load_preset(preset)
    return Recognizer(chosen, classes, build(chosen.network).state_dict())


# What is printed


def row_line(row: Row) -> str:
    """Return one run as a line of a table."""
    return (
        f"| {row.preset} | {row.data} | {row.seed} | {row.mnist:.2%} | {row.turned:.2%} | {row.strange:.2%} "
        f"| {row.images:,} | {row.epochs} | {row.cpu_seconds:.1f} | {row.seconds:.0f} | {row.load} | {row.shown:.2%} |"
    )


def summary(rows: Iterable[Row]) -> Iterator[str]:
    """Return the table over all seeds."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row.preset, row.data), []).append(row)
    yield "| preset | trained on | MNIST test | seed by seed | turned | strange pens | images × epochs | CPU seconds |"
    yield "| --- | --- | ---: | --- | ---: | ---: | ---: | ---: |"
    for preset in dict.fromkeys((*PRESETS, *(preset for preset, _ in found))):
        for data in DATA:
            if some := sorted(found.get((preset, data), []), key=lambda row: row.seed):
                mnist, turned, strange, cpu = (
                    statistics.mean(getattr(row, name) for row in some)
                    for name in ("mnist", "turned", "strange", "cpu_seconds")
                )
                each = ", ".join(f"{row.mnist:.2%}" for row in some)
                yield (
                    f"| {preset} | {data} | {mnist:.2%} | {each} | {turned:.2%} | {strange:.2%} "
                    f"| {some[0].images:,} × {some[0].epochs} | {cpu:.0f} |"
                )


def ink_line(row: dict[str, object]) -> str:
    """Return one variant of the preparation as a line of a table."""
    mnist, strange = row["mnist"], row["strange"]
    assert isinstance(mnist, list)
    drawn = f"{statistics.mean(strange):.1%}" if isinstance(strange, list) else "–"
    each = ", ".join(f"{one:.1%}" for one in mnist)
    return f"| {row['ink']} | {statistics.mean(mnist):.1%} | {each} | {drawn} |"


def kept(path: Path | None) -> list[Row]:
    """Return the runs that a file of results holds."""
    if path is None or not path.exists():
        return []
    return [Row(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def words(text: str) -> list[str]:
    """Part a list at its commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def main() -> int:
    """Run what is asked for and print the tables."""
    parser = command_line(__doc__)
    parser.add_argument("--all", action="store_true", help="every preset, three seeds")
    parser.add_argument("--presets", help="by commas; article,wide unless --all")
    parser.add_argument("--data", default=",".join(DATA[:3]), help="by commas; own is what the preset names")
    parser.add_argument("--seeds", help="by commas; 0 unless --all")
    parser.add_argument("--epochs", type=int, help="instead of the presets' own")
    parser.add_argument(
        "--results", type=Path, metavar="FILE", help="runs as lines of JSON, read and added to"
    )
    parser.add_argument("--json", action="store_true", help="print lines of JSON instead of tables")
    parser.add_argument(
        "--rank",
        action="store_true",
        help="by 10,000 of MNIST's training images that none learns from; briefly",
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--ink-only", action="store_true", help="preparation and times only")
    part.add_argument("--runs-only", action="store_true", help="neither preparation nor times")
    part.add_argument("--tables-only", action="store_true", help="print what --results holds; train nothing")
    options = parser.parse_args()
    say = (lambda _: None) if options.json else (lambda line: print(line, flush=True))
    tell = (lambda row: print(json.dumps(row), flush=True)) if options.json else (lambda _: None)
    rows = kept(options.results)
    if options.tables_only:
        for line in summary(rows):
            print(line)
        return 0
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    presets = words(options.presets or ",".join(PRESETS if options.all else QUICK))
    seeds = [int(seed) for seed in words(options.seeds or ("0,1,2" if options.all else "0"))]
    mnist = datasets.load("mnist").subset(HELD) if options.rank else datasets.load("mnist", part="test")
    trials = Trials(mnist, turned_images(mnist), strange_pens().dataset)
    say(f"{machine()}; one thread; {len(trials.strange):,} drawings by strange pens\n")
    if not options.ink_only:
        say(
            "| preset | trained on | seed | MNIST test | turned | strange pens | images | epochs | CPU s | s | load "
            "| shown |"
        )
        say("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        done = {(row.preset, row.data, row.seed) for row in rows}
        for preset in presets:
            for data in words(options.data):
                for seed in seeds:
                    if (preset, data, seed) in done:
                        continue
                    row = run(preset, data, seed, options.epochs, trials, ranks=options.rank)
                    rows.append(row)
                    say(row_line(row))
                    tell(asdict(row))
                    if options.results is not None:
                        with options.results.open("a", encoding="utf-8") as stream:
                            stream.write(json.dumps(asdict(row)) + "\n")
        say("")
        for line in summary(rows):
            say(line)
    if not options.runs_only:
        say(f"\n| preparation (`{INK_PRESET}`) | MNIST re-placed | seed by seed | strange pens |")
        say("| --- | ---: | --- | ---: |")
        for found in ink_rows(seeds, options.epochs, trials):
            say(ink_line(found))
            tell(found)
        say("\n| one drawing | milliseconds |")
        say("| --- | ---: |")
        for found in time_rows(trials):
            say(f"| {found['work']} | {found['milliseconds']:.2f} |")
            tell(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
