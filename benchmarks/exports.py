"""What leaves the program answers as the model does: every preset, in every form, with weights of every kind.

Each preset is trained on MNIST (fewer epochs than its own: what is compared is inside and outside, not how well it
reads), exported in every form of the registry with every kind of weights that the form can hold, and asked about
MNIST's 10,000 test images: as others will run it where that is possible here (the script as a module, the ONNX file by
onnxruntime, the C source compiled into a library), else as the form proves itself. The table says bytes, the largest
difference to the model (with rounded weights, where they are rounded), how many answers are the model's, what share is
read inside and outside, and the processor's time of the export, its proof and compilers included, and of one image
that is asked about alone. The exit code says whether a difference is larger than a form allows.

Run: python benchmarks/exports.py [--presets article,cnn] [--epochs 1] [--formats onnx,c] [--models FOLDER]
`--models` keeps what was trained, and trains nothing that is there already.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from _measure import command_line, machine, mnist_is_here
from _trained import trained
from numpy.typing import NDArray

from engine.config import load_preset
from engine.data import datasets
from engine.data.dataset import Dataset
from engine.deploy import reference
from engine.deploy.export import export, plain_form
from engine.deploy.export_format import ExportFormat
from engine.deploy.proof import largest_difference
from engine.deploy.registry import FORMATS, format_named
from engine.deploy.script.format import SCRIPT
from engine.deploy.weights import Weights, rounded
from engine.errors import NetSketchError
from engine.inference import Recognizer
from engine.storage.model_file import SavedModel

PRESETS = ("article", "wide", "cnn", "pen", "lstm", "transformer", "hybrid")
TIMED = 300  # images that are asked about one by one
HEAD = (
    "| preset | format | weights | bytes | largest difference | same answer | read inside | read outside "
    "| export | one image |"
)

Floats = NDArray[np.float32]
Ask = Callable[[NDArray[np.uint8]], Floats]


@dataclass(frozen=True)
class Row:
    """What became of one export.

    Attributes:
        size: Bytes of the file.
        difference: Largest of a probability, to the model with weights as they are stored.
        same: How many answers are those of the model.
        inside: Share of the examples that the model reads.
        outside: Share that was read outside.
        seconds: Of the processor, for the export with its proof.
        milliseconds: Of the processor, for one image; None where it was not run as others would.
    """

    preset: str
    format: str
    weights: str
    size: int
    difference: float
    same: int
    inside: float
    outside: float
    seconds: float
    milliseconds: float | None

    @property
    def line(self) -> str:
        """It as a line of the table."""
        each = "–" if self.milliseconds is None else f"{self.milliseconds:.3g} ms"
        return (
            f"| {self.preset} | {self.format} | {self.weights} | {self.size:,} | {self.difference:.1e} "
            f"| {self.same:,} | {self.inside:.2%} | {self.outside:.2%} | {self.seconds:.1f} s | {each} |"
        )


def model_of(preset: str, epochs: int, folder: Path) -> SavedModel:
    """Return a preset, trained on MNIST, from the folder where it is there already."""
    changes = {"data.dataset": "mnist", "training.epochs": epochs, "training.threads": 1}
    return trained(load_preset(preset).with_(**changes), folder / f"{preset}.safetensors")


# As others run what was written


def by_script(content: bytes, folder: Path) -> Ask:
    """Return the script's own function."""
    del folder
    found: Ask = SCRIPT.loaded(content).probabilities
    return found


def by_onnxruntime(content: bytes, folder: Path) -> Ask:
    """Return what onnxruntime makes of the file, on one thread."""
    import onnxruntime

    del folder
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def ask(images: NDArray[np.uint8]) -> Floats:
        parts = np.split(images, range(500, len(images), 500))
        return np.concatenate([session.run(["probabilities"], {"images": part})[0] for part in parts])

    return ask


def by_compiler(content: bytes, folder: Path) -> Ask:
    """Return the function of the source, compiled into a library."""
    source, library = folder / "digit.c", Path(tempfile.mkdtemp(dir=folder)) / "digit.so"
    source.write_bytes(content)
    command = ["cc", "-std=c99", "-O3", "-shared", "-fPIC", str(source), "-o", str(library), "-lm"]
    subprocess.run(command, check=True, timeout=300)
    loaded = ctypes.CDLL(str(library))
    classes = ctypes.POINTER(ctypes.c_float)

    def ask(images: NDArray[np.uint8]) -> Floats:
        answers = np.empty((len(images), 10), np.float32)
        for image, row in zip(np.ascontiguousarray(images), answers, strict=True):
            loaded.digit_probabilities(image.ctypes.data_as(ctypes.c_char_p), row.ctypes.data_as(classes))
        return answers

    return ask


WAYS: dict[str, Callable[[bytes, Path], Ask]] = {
    "script": by_script,
    "onnx": by_onnxruntime,
    "c": by_compiler,
}


def asked(
    form: ExportFormat, content: bytes, images: NDArray[np.uint8], folder: Path
) -> tuple[Floats, float | None]:
    """Return the probabilities of all images, and the milliseconds of one that is asked about alone."""
    try:
        ask = WAYS[form.name](content, folder)
    except (KeyError, ImportError, FileNotFoundError):  # nothing here runs it but the form itself
        return form.answers(content, images), None
    answers = ask(images)
    few = [images[place : place + 1] for place in range(TIMED)]
    started = time.thread_time()
    for one in few:
        ask(one)
    return answers, (time.thread_time() - started) * 1000 / TIMED


def worked() -> float:
    """Return the seconds of the processor so far, those of compilers and other programs included."""
    return sum(os.times()[:4])


def rows_of(
    preset: str, saved: SavedModel, forms: list[ExportFormat], test: Dataset, folder: Path
) -> Iterator[Row | str]:
    """Export a model in every form; where that cannot be, say so."""
    recognizer = Recognizer(saved.experiment, saved.classes, saved.state, image_shape=saved.image_shape)
    answers = recognizer.probabilities(test.images)
    plain = plain_form(saved)
    for form in (each.for_model(saved) for each in forms):
        for weights in form.weights:
            started = worked()
            try:
                done = export(saved, folder / f"{preset}-{weights}", form, weights=weights)
            except NetSketchError as error:
                yield f"{preset}, {form.name}, {weights}: {error}"
                continue
            seconds = worked() - started
            wanted = answers
            if weights is not Weights.FLOAT32:
                wanted = reference.probabilities(rounded(plain, weights), test.images)
            found, milliseconds = asked(form.for_model(saved), done.path.read_bytes(), test.images, folder)
            yield Row(
                preset,
                form.name,
                weights,
                done.size,
                largest_difference(wanted, found),
                int((found.argmax(axis=1) == answers.argmax(axis=1)).sum()),
                float((answers.argmax(axis=1) == test.labels).mean()),
                float((found.argmax(axis=1) == test.labels).mean()),
                seconds,
                milliseconds,
            )


def main() -> int:
    """Train, export, ask, and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--presets", default=",".join(PRESETS), help="by commas")
    parser.add_argument("--formats", default=",".join(form.name for form in FORMATS), help="by commas")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="keep what was trained there")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    test = datasets.load("mnist", part="test")
    forms = [format_named(name) for name in options.formats.split(",")]
    differs = False
    print(f"{machine()}; one thread; {options.epochs} epochs\n\n{HEAD}")
    print("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    troubles = []
    with tempfile.TemporaryDirectory(prefix="netsketch-", ignore_cleanup_errors=True) as made:
        folder = options.models or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for preset in options.presets.split(","):
            saved = model_of(preset, options.epochs, folder)
            for row in rows_of(preset, saved, forms, test, Path(made)):
                if isinstance(row, str):
                    troubles.append(row)
                    continue
                print(row.line, flush=True)
                differs |= not row.difference <= format_named(row.format).limit
    print("", *troubles, sep="\n")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
