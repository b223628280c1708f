"""Claim: where letters must be looked up, attention gets there sooner; where prose goes on, memory does.

What is measured are seconds of the processor in training, on one thread, snapshots included and their measuring left
out, with each of three seeds: until a preset answers nine of ten unseen questions exactly, the Transformer and the LSTM
beside each other, and how surely each goes on with unseen prose after some seconds, in nats a character (the less, the
surer). Then how many characters a second a trained model writes, and how long an epoch takes beside the same network in
PyTorch as tutorials write it. Each figure is a row of its own: `--rows` names those to measure, and `--keep` puts them
in the place of older ones in docs/text.json, of which docs/text.md tells.

Run: python benchmarks/text.py [--rows little-gpt-adds lstm-adds …] [--seeds 0 1 2] [--limit 90] [--keep]
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
import torch
from _claims import Claim, arguments, conclude
from _measure import ROOT, machine
from torch import Tensor, nn
from torch.nn import functional

from engine.config import Experiment, load_preset
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.goals.registry import GOALS
from engine.inference.writer import Writer
from engine.models.build import build
from engine.training import ModelSnapshot, TrainingControl, train

KEPT = ROOT / "docs" / "text.json"
LEARNT = 0.9  # exact answers
EVERY = 0.5  # seconds of training between two measurements
MEASURED = 500  # unseen questions, or pieces of prose
PROSE_SECONDS = 10.0
WRITTEN = 400  # characters
HAIR = 0.9  # PyTorch's own kernels do the work on both sides: by so much, one and the same loop differs from itself
GPT = load_preset("little-gpt-reverses").network
LSTM = load_preset("little-lstm-writes").network


def presets() -> dict[str, Experiment]:
    """Return what is trained by name: the presets, and beside each the other kind of network on the same data."""
    adds, reverses, lstm_reverses, writes = map(
        load_preset, ("little-gpt-adds", "little-gpt-reverses", "lstm-reverses", "little-lstm-writes")
    )
    return {
        "little-gpt-adds": adds,
        "lstm-adds": adds.with_(**{"network": LSTM, "training.learning_rate": 0.006}),
        "little-gpt-reverses": reverses,
        "lstm-reverses": lstm_reverses,
        "little-lstm-writes": writes,
        "gpt-writes": writes.with_(**{"network": GPT, "training.learning_rate": 0.003}),
    }


PROSE = ("little-lstm-writes", "gpt-writes")
ROWS = (*presets(), "characters-a-second", "epoch-time")
# What a row of the page says of its figures.
OF_QUESTIONS = {
    "little-gpt-adds": "two numbers of up to two digits added, by the Transformer of `little-gpt-adds`",
    "lstm-adds": "the same by an LSTM of 128 units",
    "little-gpt-reverses": "up to ten letters backwards, by the Transformer of `little-gpt-reverses`",
    "lstm-reverses": "the same by the LSTM of `lstm-reverses`",
}
OF_PROSE = {
    "little-lstm-writes": "English sentences, by the LSTM of `little-lstm-writes`",
    "gpt-writes": "the same by a Transformer",
}


class Measure:
    """Measures weights on unseen examples, its own time left out of what it tells.

    Args:
        experiment: Whose network.
        unseen: The examples.
    """

    def __init__(self, experiment: Experiment, unseen: Dataset) -> None:
        self.goal = GOALS["characters"].fitted(unseen.labels)
        self.model = build(
            experiment.network, image_shape=unseen.image_shape, classes=len(unseen.classes), goal=self.goal
        ).eval()
        self.inputs = torch.from_numpy(unseen.images.astype(np.float32))
        self.labels = torch.from_numpy(unseen.labels)

    def of(self, state: dict[str, Tensor]) -> tuple[float, float]:
        """Return the share that is right, and nats a character."""
        self.model.load_state_dict(state)
        with torch.inference_mode():
            logits = self.model(self.inputs)
            share = float(self.goal.scores(logits, self.labels).mean())
            return share, float(self.goal.loss(logits, self.labels))


def curve(experiment: Experiment, split: Split, limit: float) -> list[tuple[float, float, float]]:
    """Train until the limit, or nine of ten answers of questions are exact.

    Returns:
        Seconds of the processor, the share that is right and nats a character, at each measurement.
    """
    measure = Measure(experiment, split.test.subset(slice(0, MEASURED)))
    control = TrainingControl()
    found: list[tuple[float, float, float]] = []
    started, aside = time.process_time(), 0.0
    for event in train(experiment, split, control):
        if not isinstance(event, ModelSnapshot):
            continue
        now = time.process_time()
        if event.step == 0:
            started, aside = now, 0.0
        seconds = now - started - aside
        if found and seconds < found[-1][0] + EVERY:
            continue
        found.append((seconds, *measure.of(event.state)))
        aside += time.process_time() - now
        if seconds > limit or (found[-1][1] >= LEARNT and not measure.goal.is_prose):
            control.stop()
    return found


def at(seconds: float, found: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Return what was measured last until then."""
    return [row for row in found if row[0] <= seconds][-1]


def characters_a_second(experiment: Experiment, split: Split) -> float:
    """Return how many characters a network writes in a second of the processor; trained or not, it is the same."""
    dataset = split.test
    model = build(
        experiment.network,
        image_shape=dataset.image_shape,
        classes=len(dataset.classes),
        goal=GOALS["characters"],
    ).eval()
    writer = Writer(model, dataset.classes, dataset.image_shape[0])
    prompt = next(sign for sign in dataset.classes if sign.isalnum())
    started = time.process_time()
    written = sum(1 for _ in writer.write(prompt, WRITTEN))
    return written / (time.process_time() - started)


class Plain(nn.Module):
    """The LSTM of the preset as tutorials write it."""

    def __init__(self, alphabet: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(alphabet, 64)
        self.lstm = nn.LSTM(64, 128, batch_first=True)
        self.output = nn.Linear(128, alphabet)

    def forward(self, places: Tensor) -> Tensor:
        """Answer ``places (B, T)`` with logits ``(B, T, alphabet)``."""
        logits: Tensor = self.output(self.lstm(self.embedding(places))[0])
        return logits


def plain_epoch(experiment: Experiment, split: Split) -> float:
    """Return the seconds of the processor of an epoch in PyTorch alone."""
    model = Plain(len(split.classes))
    settings = experiment.training
    rule = torch.optim.AdamW(
        model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay
    )
    pairs = torch.utils.data.TensorDataset(
        torch.from_numpy(split.train.images.astype(np.int64)), torch.from_numpy(split.train.labels)
    )
    started = time.process_time()
    for places, labels in torch.utils.data.DataLoader(pairs, settings.batch_size, shuffle=True):
        rule.zero_grad()
        loss = functional.cross_entropy(model(places).flatten(0, 1), labels.flatten())
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), settings.gradient_clipping)
        rule.step()
    return time.process_time() - started


def our_epoch(experiment: Experiment, split: Split) -> float:
    """Return the seconds of the processor of an epoch of ``train()``."""
    started = ended = 0.0
    for event in train(experiment.with_(**{"training.epochs": 1}), split):
        if isinstance(event, ModelSnapshot):
            if event.step == 0:
                started = time.process_time()
            ended = time.process_time()
    return ended - started


def spread(figures: list[float]) -> str:
    """Return the median, and from where to where."""
    return f"{statistics.median(figures):.2f} (from {min(figures):.2f} to {max(figures):.2f})"


def main() -> int:
    """Measure and print row by row; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=3)
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=ROWS)
    parser.add_argument("--seeds", nargs="+", type=int, default=(0, 1, 2))
    parser.add_argument("--keep", action="store_true", help="put the figures into docs/text.json")
    parser.add_argument("--limit", type=float, default=90.0, help="seconds of the processor for one training")
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"one thread; {machine()}\n")
    figures: dict[str, list[float]] = {}
    for name, experiment in presets().items():
        if name in options.rows:
            figures[name] = _row(name, experiment, options.seeds, options.limit)
    if "characters-a-second" in options.rows:
        for name in PROSE:
            experiment = presets()[name]
            small = experiment.with_(**{"data.text.count": 500})
            split = datasets.load_split(small.data)
            speeds = [characters_a_second(small, split) for _ in range(options.rounds)]
            figures[f"{name} writes"] = speeds
            print(f"{name}: {spread(speeds)} characters a second of the processor", flush=True)
    if "epoch-time" in options.rows:
        experiment = presets()["little-lstm-writes"].with_(**{"training.threads": 1, "data.text.count": 4000})
        split = datasets.load_split(experiment.data)
        both = [(our_epoch(experiment, split), plain_epoch(experiment, split)) for _ in range(options.rounds)]
        print(f"an epoch of little-lstm-writes on 4,000 sentences: {spread([ours for ours, _ in both])} s")
        print(
            f"the same in PyTorch as tutorials write it: {spread([plain for _, plain in both])} s", flush=True
        )
        figures["epoch-time"] = [plain / ours for ours, plain in both]
    if options.keep:
        keep(figures)
    return conclude(list(claims(figures)), as_json=options.json)


def kept() -> dict[str, list[float]]:
    """Return the figures that were kept, by row."""
    found: dict[str, list[float]] = json.loads(KEPT.read_text(encoding="utf-8"))["figures"]
    return found


def keep(figures: dict[str, list[float]]) -> None:
    """Put figures in the place of older ones."""
    older = kept() if KEPT.is_file() else {}
    rounded = {name: [round(figure, 3) for figure in row] for name, row in figures.items()}
    content = {"machine": machine(), "figures": older | rounded}
    KEPT.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def table(figures: dict[str, list[float]]) -> str:
    """Return the figures as the page has them."""
    lines = [
        "| until nine of ten unseen questions are answered exactly | seconds of the processor |",
        "| --- | ---: |",
    ]
    lines += [f"| {words} | {_told(figures[name], 1)} |" for name, words in OF_QUESTIONS.items()]
    lines += ["", "| after ten seconds of the processor | nats a character |", "| --- | ---: |"]
    lines += [f"| {words} | {_told(figures[name], 2)} |" for name, words in OF_PROSE.items()]
    lines += ["", "| of prose writes | characters a second of the processor |", "| --- | ---: |"]
    lines += [f"| {name} | {_told(figures[f'{name} writes'], 0)} |" for name in PROSE]
    return "\n".join(lines)


def _told(row: list[float], digits: int) -> str:
    return f"{statistics.median(row):,.{digits}f} ({min(row):,.{digits}f} to {max(row):,.{digits}f})"


def _row(name: str, experiment: Experiment, seeds: list[int], limit: float) -> list[float]:
    """Train with each seed; return seconds until nine of ten are right, or nats of prose."""
    figures: list[float] = []
    for seed in seeds:
        seeded = experiment.with_(
            **{"training.seed": seed, "data.seed": seed, "training.threads": 1, "data.validation_share": 0.0}
        )
        split = datasets.load_split(seeded.data)
        if name in PROSE:
            found = curve(seeded, split, min(limit, PROSE_SECONDS))
            seconds, share, nats = at(PROSE_SECONDS, found)
            figures.append(nats)
            print(
                f"{name}, seed {seed}: after {seconds:.1f} s {nats:.3f} nats a character, {share:.1%} right",
                flush=True,
            )
            continue
        found = curve(seeded, split, limit)
        seconds, share, _ = found[-1]
        figures.append(seconds if share >= LEARNT else float("inf"))
        at_five, at_ten = (at(moment, found)[1] for moment in (5.0, 10.0))
        end = f"{seconds:.1f} s to {share:.1%}" if share >= LEARNT else f"{share:.1%} in {seconds:.1f} s"
        print(f"{name}, seed {seed}: {end} exact; {at_five:.1%} at 5 s, {at_ten:.1%} at 10 s", flush=True)
    print(f"{name}: {spread(figures)}\n", flush=True)
    return figures


def claims(figures: dict[str, list[float]]) -> list[Claim]:
    """Return what is claimed of the rows that were measured."""
    middle: Callable[[str], float] = lambda name: statistics.median(figures[name])  # noqa: E731
    found = []
    if {"little-gpt-reverses", "lstm-reverses"} <= figures.keys():
        ratio = middle("lstm-reverses") / middle("little-gpt-reverses")
        found.append(
            Claim(
                "words said backwards, times as soon as an LSTM",
                "the preset lstm-reverses",
                1.0,
                "×",
                ratio,
                at_least=True,
            )
        )
    if {"little-lstm-writes", "gpt-writes"} <= figures.keys():
        ratio = middle("little-lstm-writes") / middle("gpt-writes")
        found.append(Claim("nats of prose after ten seconds", "a Transformer", 1.0, "×", ratio))
    if "epoch-time" in figures:
        found.append(
            Claim(
                "an epoch of little-lstm-writes, times as fast",
                "the usual loop",
                HAIR,
                "×",
                middle("epoch-time"),
                at_least=True,
            )
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
