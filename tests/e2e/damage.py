"""What may lie in place of a file of the home folder, and a home in which something of everything is kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine import cli
from engine.data.my_digits import KeptDrawing, my_digits
from engine.data.sources.known_files import remember
from engine.evaluation.marks import Marks
from engine.folders import home_folder
from engine.storage.runs.library import RunLibrary
from gui.bench.preferences import Preferences
from tests.engine.data.own_images import folder_of

RUN = "generated-1"
FILES = (
    "preferences.json",
    "my-digits/digits.jsonl",
    "marks/mislabelled.jsonl",
    "files.json",
    "datasets-of-ones-own/shapes/images.npz",
    *(
        f"runs/{RUN}/{name}"
        for name in (
            "run.json", "experiment.json", "history.jsonl", "label.json", "notes.md", "lock", "checkpoint.safetensors",
            "model.safetensors", "best.safetensors", "snapshots/step-00000004.safetensors",
        )
    ),
)  # fmt: skip
FOLDERS = (
    "my-digits",
    "marks",
    "datasets-of-ones-own",
    "runs",
    f"runs/{RUN}",
    f"runs/{RUN}/snapshots",
    "runs/.bin",
)
Damage = Callable[[Path], object]


def holds(content: bytes) -> Damage:
    return lambda path: path.write_bytes(content)


def leads_to(target: str) -> Damage:
    return lambda path: path.symlink_to(target or path.name)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 2**30)  # takes no room on the disk


def folder(path: Path) -> None:
    path.mkdir()
    (path / "mine").write_text("mine")


DAMAGE: dict[str, Damage] = {
    "nothing": lambda path: None,
    "empty": holds(b""),
    "noise": holds(bytes(index * 7919 % 251 for index in range(4096))),
    "deep": holds(b"[" * 100_000),
    "no text": holds(b'{"theme": "\xff\xfe", "id": "\xc3\x28"}\n' * 3),
    "list": holds(b"[1, 2, 3]\n"),
    "null": holds(b"null\n"),
    "numbers": holds(
        b'{"format": 1e400, "schema_version": -1, "theme": 9223372036854775808, "epoch": -1, "event": "epoch", '
        b'"do": "add", "id": 1e400, "created": "-001-01-01T00:00:00Z"}\n'
    ),
    "folder": folder,
    "nowhere": leads_to("gone"),
    "loop": leads_to(""),
    "device": leads_to("/dev/zero"),
    "pipe": os.mkfifo if hasattr(os, "mkfifo") else holds(b""),
    "sparse": sparse,
}


def keep_something(place: Path) -> None:
    """Fill the home folder: a run, a data set, drawings, a mark, a table, preferences.

    Args:
        place: For what is brought in.
    """
    train = (
        f"train --generated-count 200 --hidden 8 --epochs 2 --threads 1 --out {place / 'model.safetensors'}"
    )
    assert cli.main(train.split()) == 0
    library = RunLibrary()
    library.rename(RUN, "my run")
    library.set_notes(RUN, "a note")
    assert cli.main(["datasets", "import", str(folder_of(place / "shapes", {"a": 6, "b": 6}))]) == 0
    image = np.zeros((28, 28), np.uint8)
    image[4:20, 10:14] = 255
    my_digits().add_all([KeptDrawing("", str(number % 2), (), image=image) for number in range(4)])
    Marks().add("generated", image, "1")
    remember(place / "my.csv")
    Preferences().theme = "dark"


def damage(name: str, how: Damage) -> None:
    """Put something else in place of a file or folder of the home folder."""
    path = home_folder() / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    how(path)
