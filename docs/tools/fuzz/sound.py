"""Sound files to begin with: a few small pictures and a run trained on them, the same to the byte each time."""

from __future__ import annotations

import json
import re
import tempfile
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz.faults.weights import joined, parted
from docs.tools.fuzz.kind import Files, files_in
from engine.config import Experiment
from engine.data.dataset import Dataset, Split

if TYPE_CHECKING:
    from numpy.typing import NDArray

CREATED = "2026-01-01T00:00:00+00:00"
CLASSES = ("0", "1", "2")


def drawings(number: int = 12) -> Dataset:
    """Return digits as the network sees them, ``(number, 28, 28)``, of three classes in turn."""
    images = np.zeros((number, 28, 28), np.uint8)
    for place in range(number):
        row = 6 + place % 3 * 3
        images[place, row : row + 12, 8 + place % 7 : 11 + place % 7] = 255 - place
        images[place, row : row + 2, 6:20] = 200
    return Dataset("rows", images, np.arange(number, dtype=np.int64) % 3, CLASSES)


def sketch() -> NDArray[np.uint8]:
    """Return a drawing on white paper, ``(40, 30)`` uint8."""
    paper = np.full((40, 30), 255, np.uint8)
    paper[8:32, 13:17] = 10
    return paper


def experiment() -> Experiment:
    """Two epochs of a small network with everything that draws random numbers."""
    return Experiment().with_(
        **{
            "network.hidden": ({"size": 6, "dropout": 0.2},),
            "network.batch_norm": True,
            "training.epochs": 2,
            "training.batch_size": 8,
            "training.threads": 1,
            "training.device": "cpu",
        }
    )


@cache
def split() -> Split:
    """Return 24 training, 8 validation and 8 test images of 6×6 in three classes."""
    chance = np.random.default_rng(0)

    def part(size: int) -> Dataset:
        labels = np.arange(size, dtype=np.int64) % 3
        images = chance.integers(80, size=(size, 6, 6)) + 40 * labels[:, None, None]
        return Dataset("rows", images.astype(np.uint8), labels, CLASSES)

    return Split(part(24), part(8), part(8))


@cache
def run() -> Files:
    """Return the files of a run that was trained to its end: settings, header, history, label, notes and weights."""
    from engine.storage.runs.file.label import Label, write_label
    from engine.storage.runs.file.notes import write_notes
    from engine.storage.runs.recorder import RunRecorder
    from engine.training import TrainingControl, train

    seconds = count()
    with tempfile.TemporaryDirectory(prefix="netsketch-fuzz-") as folder:
        runs = Path(folder)
        with RunRecorder.create(experiment(), split(), runs=runs, preset="article") as recorder:
            training = train(recorder.experiment, split(), clock=lambda: next(seconds) / 8)
            for _ in recorder.follow(training, TrainingControl()):
                pass
            recorder.measured({"test_accuracy": 0.5, "test_loss": 1.25})
        path = next(runs.iterdir())
        write_label(path, Label(name="First try", colour=3, baseline=True))
        write_notes(path, "# Notes\n\nThe first one.\n")
        files = files_in(path)
    files.pop("lock", None)
    files = {name: _timeless(name, content) for name, content in files.items()}
    size = f'"history_bytes":{len(files["history.jsonl"])}'.encode()
    return files | {"run.json": re.sub(rb'"history_bytes":\d+', size, files["run.json"])}


@cache
def model() -> bytes:
    """Return the file of a model that takes drawings of 28×28."""
    import torch

    from engine.models.build import build
    from engine.storage import model_file

    network = experiment()
    torch.manual_seed(0)
    state = build(network.network, image_shape=(1, 28, 28), classes=len(CLASSES)).state_dict()
    with tempfile.TemporaryDirectory(prefix="netsketch-fuzz-") as folder:
        path = Path(folder, "model.safetensors")
        model_file.save(
            path,
            experiment=network,
            classes=CLASSES,
            state=state,
            image_shape=(1, 28, 28),
            results={"test_accuracy": 0.5},
            advice=("Try more epochs.",),
        )
        return _timeless(path.name, path.read_bytes())


def json_bytes(value: object) -> bytes:
    """Return JSON as the program's files have it."""
    return json.dumps(value, indent=2).encode() + b"\n"


def json_line(value: object) -> bytes:
    """Return JSON as a line of the program's files."""
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def _timeless(name: str, content: bytes) -> bytes:
    """Return a file with another time of writing, which nothing depends on."""
    if name.endswith((".json", ".jsonl")):
        content = re.sub(rb'"time":[\d.]+', b'"time":1767225600.0', content)
        return re.sub(rb'"created":"[^"]*"', f'"created":"{CREATED}"'.encode(), content)
    if not name.endswith(".safetensors"):
        return content
    header, body = parted(content)
    beside = next(pair[1] for pair in header if pair[0] == "__metadata__")
    for pair in beside:
        if pair[0] == "created":
            pair[1] = CREATED
    beside.sort()
    return joined(header, body)
