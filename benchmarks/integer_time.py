"""How long an ONNX file takes for a drawing: in floating-point numbers, and in whole ones.

Each network is trained on MNIST (what is compared is time, and what rounding costs), and written as ONNX three times:
in float32, with weights as int8, and with activations as int8 as well, whose steps 1,000 training examples decide.
onnxruntime asks each on one thread about one drawing, and about 64 together: the processor's time, the least of some
rounds in turns. Beside it stands what onnxruntime reads of MNIST's 10,000 test images, how many answers are not those
of float32, and how far its probabilities are from what this program computes of the same rounded network.

Run: python benchmarks/integer_time.py [--networks article,large] [--rounds 15] [--models FOLDER] [--out FILE]
`--models` keeps what was trained, and trains nothing that is there already; `--out` writes the figures as JSON.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from _kept import keep_rows
from _measure import command_line, machine, mnist_is_here
from _trained import trained
from exports import by_onnxruntime, model_of
from numpy.typing import NDArray

from engine.config import load_preset
from engine.data import datasets
from engine.data.dataset import Dataset
from engine.deploy import reference
from engine.deploy.about import About
from engine.deploy.activations import some_of, with_levels
from engine.deploy.export import plain_form
from engine.deploy.onnx.format import ONNX
from engine.deploy.weights import Weights, rounded
from engine.storage.model_file import SavedModel

NETWORKS = ("article", "wide", "cnn", "large")
LARGE = (2048, 2048)  # units of two dense layers
LARGE_IMAGES = 10_000  # by which these are trained
KINDS = ("float32", "int8", "int8 and activations")
TOGETHER = 64
CALLS = 20  # in a round


@dataclass(frozen=True)
class Row:
    """One file.

    Attributes:
        network: The preset, or ``large``.
        kind: One of ``KINDS``.
        size: Bytes of the file.
        one: Milliseconds for one drawing.
        many: Milliseconds a drawing, of ``TOGETHER``.
        read: Share of the test images that onnxruntime reads.
        changed: How many of its answers are not those of float32.
        difference: Largest of a probability, between onnxruntime and this program's arithmetic.
    """

    network: str
    kind: str
    size: int
    one: float
    many: float
    read: float
    changed: int
    difference: float

    @property
    def line(self) -> str:
        """It as a line of the table."""
        return (
            f"| {self.network} | {self.kind} | {self.size:,} | {self.one:.3f} ms | {self.many:.4f} ms "
            f"| {self.read:.2%} | {self.changed} | {self.difference:.1e} |"
        )


HEAD = "| network | kind | bytes | one drawing | each of 64 | read | changed | difference |"


def large(folder: Path) -> SavedModel:
    """Return two large dense layers, trained for a little while."""
    changes = {"data.dataset": "mnist", "training.epochs": 1, "training.threads": 1}
    chosen = load_preset("wide").with_(**changes, **{"data.train_count": LARGE_IMAGES})
    network = chosen.network.model_copy(update={"hidden": type(chosen.network)(hidden=list(LARGE)).hidden})
    return trained(chosen.model_copy(update={"network": network}), folder / "large.safetensors")


def rows_of(
    name: str, saved: SavedModel, test: Dataset, train_images: NDArray[np.uint8], rounds: int
) -> list[Row]:
    """Return the three files of a network."""
    plain, about = plain_form(saved), About.of(saved)
    whole = with_levels(plain, some_of(train_images))
    made = {
        "float32": (plain, Weights.FLOAT32),
        "int8": (plain, Weights.INT8),
        "int8 and activations": (whole, Weights.INT8),
    }
    contents = {kind: ONNX.written(network, about, weights) for kind, (network, weights) in made.items()}
    with tempfile.TemporaryDirectory() as folder:
        asks = {kind: by_onnxruntime(content, Path(folder)) for kind, content in contents.items()}
    least = {(kind, count): float("inf") for kind in made for count in (1, TOGETHER)}
    for _ in range(rounds):
        for (kind, count), before in least.items():
            images = test.images[:count]
            started = time.thread_time()
            for _ in range(CALLS):
                asks[kind](images)
            least[kind, count] = min(before, (time.thread_time() - started) * 1000 / CALLS / count)
    answers = {kind: ask(test.images) for kind, ask in asks.items()}
    usual = answers["float32"].argmax(axis=1)
    rows = []
    for kind, (network, weights) in made.items():
        found = answers[kind]
        ours = reference.probabilities(rounded(network, weights), test.images)
        rows.append(
            Row(
                name,
                kind,
                len(contents[kind]),
                least[kind, 1],
                least[kind, TOGETHER],
                float((found.argmax(axis=1) == test.labels).mean()),
                int((found.argmax(axis=1) != usual).sum()),
                float(np.abs(found - ours).max()),
            )
        )
    return rows


def main() -> int:
    """Train, write, ask, and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--networks", default=",".join(NETWORKS), help="by commas")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="keep what was trained there")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures there, as JSON")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    test = datasets.load("mnist", part="test")
    print(f"{machine()}; one thread; {options.rounds} rounds\n\n{HEAD}")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="netsketch-", ignore_cleanup_errors=True) as made:
        folder = options.models or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for name in options.networks.split(","):
            saved = large(folder) if name == "large" else model_of(name, 1, folder)
            images = datasets.load_split(saved.experiment.data).train.images
            for row in rows_of(name, saved, test, images, options.rounds):
                rows.append(row)
                print(row.line, flush=True)
    keep_rows(options.out, rows, machine=machine(), rounds=options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
