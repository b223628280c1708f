"""Models that were made smaller leave the program as they are: pruned, with units removed, quantised.

Each preset is trained on MNIST as `exports.py` does it, made smaller in five ways without fine-tuning (what is compared
is inside and outside, not how well it reads), exported in every form with every kind of weights, and asked about
MNIST's 10,000 test images. The table says of each model the largest difference to what it answers inside (with
rounded weights, where they are rounded), how many answers rounding to a kind of weights changed, in any form, and how
many bytes its web page is, as it is and gzipped as a server sends it. The exit code says whether a difference is larger
than a form allows, or a model that was quantised in the way in which weights are stored lost anything.

Run: python benchmarks/compressed_exports.py [--presets article,lstm] [--models FOLDER] [--out FILE]
`--models` keeps what was trained, and trains nothing that is there already; `--out` writes the figures as JSON.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from _kept import keep_rows
from _measure import command_line, machine, mnist_is_here
from exports import model_of, rows_of

from engine.compress.method import Method
from engine.compress.pruning import Pruning
from engine.compress.quantising import Quantise
from engine.compress.units import Units
from engine.data import datasets
from engine.data.dataset import Dataset
from engine.deploy.about import About
from engine.deploy.export import plain_form
from engine.deploy.registry import FORMATS, format_named
from engine.deploy.web.format import WEB
from engine.deploy.weights import Weights
from engine.storage.model_file import SavedModel

PRESETS = ("article", "wide", "cnn", "lstm", "transformer")
WAYS: dict[str, tuple[Method, float]] = {
    "as trained": (Pruning(), 0.0),
    "80 % zeros": (Pruning(), 0.8),
    "half the units": (Units(), 0.5),
    "4 bits, group": (Quantise("group"), 4),
    "8 bits, channel": (Quantise("channel"), 8),
    "3 bits, tensor": (Quantise("tensor"), 3),
}
STORED_SO = {("4 bits, group", Weights.INT4), ("8 bits, channel", Weights.INT8)}


@dataclass(frozen=True)
class Row:
    """One model.

    Attributes:
        preset: The network.
        way: One of ``WAYS``.
        difference: Largest of a probability to the model, of all forms and kinds of weights.
        exports: How many files that were.
        changed: By the kind of weights, how many of 10,000 answers are not the model's, in the form with the most.
        page: Bytes of the web page with float32 weights.
        gzipped: Of the same, gzipped.
        page_int4: With weights as int4.
        gzipped_int4: Of the same, gzipped.
    """

    preset: str
    way: str
    difference: float
    exports: int
    changed: dict[str, int]
    page: int
    gzipped: int
    page_int4: int
    gzipped_int4: int

    @property
    def line(self) -> str:
        """It as a line of the table."""
        changed = " | ".join(str(self.changed[weights]) for weights in Weights)
        return (
            f"| {self.preset} | {self.way} | {self.exports} | {self.difference:.1e} | {changed} "
            f"| {self.page:,} | {self.gzipped:,} | {self.page_int4:,} | {self.gzipped_int4:,} |"
        )


HEAD = (
    "| preset | made smaller | files | largest difference | float32 | float16 | int8 | int4 "
    "| page | gzipped | as int4 | gzipped |"
)


def smaller(saved: SavedModel, way: str) -> SavedModel:
    """Return a model made smaller in a way."""
    method, amount = WAYS[way]
    shrunk = method.shrink(saved, amount)
    experiment = saved.experiment.model_copy(update={"network": shrunk.network})
    return replace(saved, experiment=experiment, state=shrunk.state)


def row_of(preset: str, way: str, saved: SavedModel, test: Dataset, folder: Path) -> tuple[Row, list[str]]:
    """Export a model in every form; return what came of it, and what could not be."""
    difference, files, troubles = 0.0, 0, []
    changed = dict.fromkeys((weights.value for weights in Weights), 0)
    for found in rows_of(preset, saved, FORMATS, test, folder):
        if isinstance(found, str):
            troubles.append(found)
            continue
        files += 1
        difference = max(difference, found.difference)
        changed[found.weights] = max(changed[found.weights], len(test) - found.same)
        if not found.difference <= format_named(found.format).limit:
            troubles.append(
                f"{preset}, {way}, {found.format}, {found.weights}: differs by {found.difference:.1e}"
            )
    pages = [
        WEB.written(plain_form(saved), About.of(saved), weights)
        for weights in (Weights.FLOAT32, Weights.INT4)
    ]
    sizes = [size for page in pages for size in (len(page), len(gzip.compress(page, 6, mtime=0)))]
    troubles += [
        f"{preset}, {way}, {weights}: {changed[weights]} answers changed"
        for method, weights in STORED_SO
        if method == way and changed[weights]
    ]
    return Row(preset, way, difference, files, changed, *sizes), troubles


def main() -> int:
    """Train, make smaller, export, ask, and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--presets", default=",".join(PRESETS), help="by commas")
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="keep what was trained there")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures there, as JSON")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    test = datasets.load("mnist", part="test")
    print(f"{machine()}; one thread\n\n{HEAD}")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    rows, troubles = [], []
    with tempfile.TemporaryDirectory(prefix="netsketch-", ignore_cleanup_errors=True) as made:
        folder = options.models or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for preset in options.presets.split(","):
            saved = model_of(preset, 1, folder)
            for way in WAYS:
                row, bad = row_of(preset, way, smaller(saved, way), test, Path(made))
                rows.append(row)
                troubles += bad
                print(row.line, flush=True)
            keep_rows(options.out, rows, machine=machine())
    print("", *troubles, sep="\n")
    return int(bool(troubles))


if __name__ == "__main__":
    sys.exit(main())
