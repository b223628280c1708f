"""How little it takes to fool what presets learn: accuracy under each attack, the smallest change, what carries over.

Each preset is trained on MNIST as it is, and attacked on MNIST's test images: on so many of them as `--limit` says,
drawn by chance and the same for all. Beside it stand the smallest change of single drawings, how many changes against
one network fool another, and how far our attacks lie from those of torchattacks, begun at the same place. Every row is
added to the results as soon as it is done, and not measured again if it is there, so it can be done in parts. Seconds
are those of the processor, on one thread.

Run: python benchmarks/attacks.py [--presets article,wide] [--attacks fgsm,pgd] [--limit 500] [--seed 0]
     [--models FOLDER] [--results FILE] [--table]
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from _kept import rows_in
from _measure import command_line
from _trained import trained
from torch import Tensor, nn

from engine.attacks.pgd import STRIDE
from engine.attacks.registry import ATTACKS, attack_named
from engine.challenge.carried import carried_over
from engine.challenge.curve import STEPS, accuracy_curve
from engine.challenge.smallest import smallest_change
from engine.config import load_preset
from engine.data.dataset import Dataset
from engine.data.datasets import load_split
from engine.evaluation.evaluate import evaluate, model_input
from engine.models.build import build_with

PRESETS = ("article", "wide", "cnn", "hardened")
RESULTS = Path(__file__).resolve().parents[1] / "docs" / "attacks.json"
BY_PIXEL = (0.05, 0.1, 0.2, 0.3)
STRENGTHS = {
    **dict.fromkeys(("noise", "fgsm", "pgd", "pgd-hard"), BY_PIXEL),
    "pgd-l2": (1.0, 2.0, 3.0),
    "few-pixels": (1.0, 3.0, 10.0, 20.0),
    "patch": (3.0, 5.0, 8.0),
}
SMALLEST = ("pgd", "pgd-l2", "few-pixels", "patch")
CARRIED = ("pgd", 0.2)
BEYOND = (0.1, 2.0)  # how far PGD and PGD by distance go where they are held to torchattacks
DRAWINGS = 100  # whose smallest change is looked for
TRIES = 20  # of the clock


@dataclass(frozen=True)
class Row:
    """One measurement; what does not belong to its kind is None.

    Attributes:
        kind: ``curve``, ``smallest``, ``drawing``, ``carried`` or ``yardstick``.
        preset: The network that is attacked.
        attack: How.
        strength: How far; of ``smallest`` the median, where most were fooled.
        count: Images, or drawings.
        steps: Of each attack; None where it takes none.
        accuracy: Share of the examples that are right before and after; at strength 0 as they are.
        fooled: How many were fooled: of ``smallest`` at all, of ``carried`` the network attacked.
        second: The network that was not attacked, and
        carried: how many of those fooled it, too.
        apart: The largest difference of a pixel to what torchattacks makes, and
        same: the share of pixels that lie no more than a rounding apart.
        seconds: Of the processor: of all images, or of one drawing.
    """

    kind: str
    preset: str
    attack: str
    strength: float
    count: int
    steps: int | None = None
    accuracy: float | None = None
    fooled: int | None = None
    second: str = ""
    carried: int | None = None
    apart: float | None = None
    same: float | None = None
    seconds: float = 0.0

    @property
    def key(self) -> tuple[object, ...]:
        """What it is found again by."""
        strength = None if self.kind == "smallest" else self.strength
        return (self.kind, self.preset, self.second, self.attack, strength)


class Subject:
    """A preset's network.

    Args:
        preset: Its name.
        seed: Of its training.
        folder: Where trained networks are kept, or None.
    """

    def __init__(self, preset: str, seed: int, folder: Path | None) -> None:
        experiment = load_preset(preset).with_(
            **{"data.dataset": "mnist", "training.seed": seed, "training.threads": 1}
        )
        path = None if folder is None else folder / f"{preset}-{seed}.safetensors"
        saved = trained(experiment, path)
        self.preset = preset
        self.test: Dataset = load_split(experiment.data).test
        model = build_with(saved.experiment.network, saved.state, image_shape=(1, 28, 28), classes=10)
        self.model: nn.Module = model.eval().requires_grad_(False)

    def right(self, count: int) -> tuple[Tensor, Tensor]:
        """Return the first images that it reads right, ``(count, 1, 28, 28)``, and their labels."""
        part = self.test.subset(slice(0, 2 * count))
        report = evaluate(self.model, part)
        places = (report.predictions == part.labels).nonzero()[0][:count]
        return model_input(part.images[places]), torch.from_numpy(part.labels[places])


def curves(subject: Subject, attacks: Iterable[str], limit: int, done: set[object]) -> Iterator[Row]:
    """Measure what each attack leaves."""
    for name in ("", *attacks):
        attack = attack_named(name or "noise")
        steps = STEPS if attack.has_steps else None
        for strength in STRENGTHS[name] if name else (0.0,):
            row = Row("curve", subject.preset, name, strength, limit, steps)
            if row.key in done:
                continue
            started = time.process_time()
            (point,) = accuracy_curve(subject.model, subject.test, attack, strengths=(strength,), limit=limit)
            yield replace(
                row, accuracy=point.accuracy, count=point.count, seconds=time.process_time() - started
            )


def smallest(subject: Subject, attacks: Iterable[str], done: set[object]) -> Iterator[Row]:
    """Look for the smallest change of drawings that are read right."""
    images, labels = subject.right(DRAWINGS)
    for name in attacks:
        row = Row("smallest", subject.preset, name, 0.0, len(images))
        if name not in SMALLEST or row.key in done:
            continue
        started = time.process_time()
        found = [
            smallest_change(subject.model, image[None], int(label), attack_named(name))
            for image, label in zip(images, labels, strict=True)
        ]
        seconds = (time.process_time() - started) / len(images)
        # What is not fooled at all would need more than all that were.
        strengths = [float("inf") if each is None else each.strength for each in found]
        yield replace(
            row,
            strength=min(round(statistics.median(strengths), 4), attack_named(name).strength.high),
            fooled=sum(each is not None for each in found),
            seconds=seconds,
        )


def one_drawing(subject: Subject, attacks: Iterable[str], done: set[object]) -> Iterator[Row]:
    """Take the time that the usual strength of each attack needs for one drawing."""
    images, labels = subject.right(1)
    for name in attacks:
        attack = attack_named(name)
        row = Row("drawing", subject.preset, name, attack.strength.usual, 1)
        if row.key in done:
            continue
        least = float("inf")
        for _ in range(TRIES):
            started = time.process_time()
            attack.perturb(subject.model, images, labels, attack.strength.usual, generator=torch.Generator())
            least = min(least, time.process_time() - started)
        yield replace(row, seconds=least)


def carried(subject: Subject, others: Iterable[Subject], limit: int, done: set[object]) -> Iterator[Row]:
    """Show what fools one network to the others."""
    name, strength = CARRIED
    for other in others:
        row = Row("carried", subject.preset, name, strength, 0, STEPS, second=other.preset)
        if other is subject or row.key in done:
            continue
        found = carried_over(
            subject.model, other.model, subject.test, attack_named(name), strength, limit=limit
        )
        yield replace(row, count=found.right, fooled=found.fooled, carried=found.carried)


def yardsticks(subject: Subject, limit: int, done: set[object]) -> Iterator[Row]:
    """Hold three attacks to those of torchattacks, from the images themselves and in double precision.

    In single precision roundings grow over the steps. And torchattacks adds 1e-10 to the length of a gradient before it
    divides by it, which is much where a network is sure and its gradient short. Here it adds less.
    """
    from copy import deepcopy

    import torchattacks

    far, distance = BEYOND
    model = deepcopy(subject.model).double()
    theirs = {
        "fgsm": (far, torchattacks.FGSM(model, eps=far)),
        "pgd": (
            far,
            torchattacks.PGD(model, eps=far, alpha=STRIDE * far / STEPS, steps=STEPS, random_start=False),
        ),
        "pgd-l2": (
            distance,
            torchattacks.PGDL2(
                model,
                eps=distance,
                alpha=STRIDE * distance / STEPS,
                steps=STEPS,
                random_start=False,
                eps_for_division=1e-30,
            ),
        ),
    }
    images, labels = subject.right(limit)
    images = images.double()
    for name, (strength, attack) in theirs.items():
        row = Row("yardstick", subject.preset, name, strength, len(images), STEPS)
        if row.key in done:
            continue
        ours = attack_named(name).perturb(model, images, labels, strength)
        apart = (ours - attack(images, labels)).abs()
        yield replace(row, apart=float(apart.max()), same=float((apart < 1e-5).double().mean()))


def percents(share: float) -> str:
    """Return a share as a table shows it."""
    return f"{share:.1%}"


def milliseconds(seconds: float) -> str:
    """Return a time as a table shows it, two digits of it."""
    return f"{1000 * seconds:.0f}" if seconds >= 0.01 else f"{1000 * seconds:.2g}"


def size(row: Row | None) -> str:
    """Return a smallest change as a table shows it; where most drawings were not fooled, it is more than the most."""
    if row is None or row.fooled is None:
        return "–"
    return f"{row.strength:.3g}" if 2 * row.fooled > row.count else f"more than {row.strength:.3g}"


def tables(rows: list[Row]) -> str:
    """Return the rows as tables in Markdown."""
    presets = [preset for preset in PRESETS if any(row.preset == preset for row in rows)]
    found = {row.key: row for row in rows}
    count = {row.count for row in rows if row.kind == "curve"}
    assert len(count) == 1, "all are attacked on the same images"
    lines = [f"| attack | strength | {' | '.join(presets)} |", f"| --- | ---: |{' ---: |' * len(presets)}"]
    for name in ("", *STRENGTHS):
        for strength in STRENGTHS[name] if name else (0.0,):
            of = [found.get(("curve", preset, "", name, strength)) for preset in presets]
            cells = ["–" if row is None else percents(row.accuracy or 0.0) for row in of]
            lines.append(
                f"| {name or 'none'} | {strength:g} | {' | '.join(cells)} |"
                if name
                else f"| none | – | {' | '.join(cells)} |"
            )
    lines += [
        "",
        f"| smallest change | {' | '.join(presets)} |",
        f"| --- |{' ---: |' * len(presets)}",
    ]
    for name in SMALLEST:
        of = [found.get(("smallest", preset, "", name, None)) for preset in presets]
        lines.append(f"| {name} | {' | '.join(map(size, of))} |")
    lines += ["", f"| changed against | {' | '.join(presets)} |", f"| --- |{' ---: |' * len(presets)}"]
    for first in presets:
        cells = []
        for second in presets:
            row = found.get(("carried", first, second, *CARRIED))
            cells.append(
                "–"
                if row is None or not row.fooled
                else f"{percents((row.carried or 0) / row.fooled)} of {row.fooled:,}"
            )
        lines.append(f"| {first} | {' | '.join(cells)} |")
    lines += [
        "",
        "| milliseconds | "
        + " | ".join(f"{preset}, one drawing | {preset}, each of many" for preset in presets)
        + " |",
        f"| --- |{' ---: |' * 2 * len(presets)}",
    ]
    for name in STRENGTHS:
        cells = []
        for preset in presets:
            one = found.get(("drawing", preset, "", name, ATTACKS[name].strength.usual))
            strengths = [each for each in STRENGTHS[name] if each <= ATTACKS[name].strength.usual]
            many = found.get(("curve", preset, "", name, strengths[-1]))
            cells.append("–" if one is None else milliseconds(one.seconds))
            cells.append("–" if many is None else milliseconds(many.seconds / many.count))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += [
        "",
        "| network | attack | images | largest difference | pixels no further apart than 0.00001 |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row.preset} | {row.attack} | {row.count:,} | {row.apart:.1e} | {row.same:.4%} |"
        for row in rows
        if row.kind == "yardstick" and row.apart is not None and row.same is not None
    ]
    return "\n".join(lines)


def keep(rows: list[Row], path: Path) -> None:
    """Write the rows."""
    rows.sort(key=lambda row: (row.kind, PRESETS.index(row.preset), row.second))
    text = ",\n".join(" " + json.dumps(asdict(row)) for row in rows)
    path.write_text(f"[\n{text}\n]\n", encoding="utf-8")


def main() -> None:
    """Measure what is asked for."""
    parser = command_line(__doc__)
    parser.add_argument("--presets", default=",".join(PRESETS))
    parser.add_argument("--attacks", default=",".join(STRENGTHS))
    parser.add_argument("--limit", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--models", type=Path, help="where trained networks are kept")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument(
        "--table", action="store_true", help="print the tables of the results, measure nothing"
    )
    options = parser.parse_args()
    rows = rows_in(options.results, Row)
    if options.table:
        print(tables(rows))
        return
    torch.set_num_threads(1)
    attacks = options.attacks.split(",")
    subjects = [Subject(preset, options.seed, options.models) for preset in options.presets.split(",")]
    for subject in subjects:
        done = {row.key for row in rows}
        measured: tuple[Iterator[Row], ...] = (
            yardsticks(subject, options.limit, done),
            one_drawing(subject, attacks, done),
            curves(subject, attacks, options.limit, done),
            smallest(subject, attacks, done),
            carried(subject, subjects, options.limit, done),
        )
        for part in measured:
            for row in part:
                rows.append(row)
                keep(rows, options.results)
                print(row, flush=True)
    print(tables(rows))


if __name__ == "__main__":
    main()
