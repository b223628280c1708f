"""What lies where in the folder of a run, and what the folder may be called; without torch.

A run is a folder of its own in the folder of runs. Names that begin with a dot are not runs: the bin, and what is
being brought in.
"""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXPERIMENT = "experiment.json"
HEADER = "run.json"
HISTORY = "history.jsonl"
MODEL = "model.safetensors"
BEST = "best.safetensors"
CHECKPOINT = "checkpoint.safetensors"
SNAPSHOTS = "snapshots"
LABEL = "label.json"
NOTES = "notes.md"
LOCK = "lock"

BIN = ".bin"
ARRIVING = ".import-"  # beginning of the name of a folder into which a run is being imported

SNAPSHOT = re.compile(r"step-(\d{8,15})\.safetensors")
_ID = re.compile(
    r"[^\W_](?:[\w .+-]{0,118}[\w+-])?"
)  # in any script; no path, no hidden name, none that Windows refuses
_NUMBERED = re.compile(r"(.+)-(\d{1,9})", re.DOTALL)
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE
)  # no folder of that name on Windows


def is_id(name: str) -> bool:
    """Tell whether a folder of this name can be a run, on any system."""
    return _ID.fullmatch(name) is not None and _DEVICES.fullmatch(name) is None


def stem_of(run_id: str) -> str:
    """Return what stands before the number of a run, such as ``article`` of ``article-12``."""
    numbered = _NUMBERED.fullmatch(run_id)
    return numbered[1] if numbered else run_id


def next_ids(folder: Path, stem: str) -> Iterator[str]:
    """Return the ids to try for a new run, from the number after the highest that was used, the bin's included.

    Args:
        folder: The folder of runs; it need not exist.
        stem: What stands before the number: the name of a preset, or ``run``.
    """
    used = [0]
    for place in (folder, folder / BIN):
        try:
            names = os.listdir(place)  # noqa: PTH208 - names alone, and quickly
        except OSError:
            continue
        found = (_NUMBERED.fullmatch(name.partition("~")[0]) for name in names)
        used += [int(match[2]) for match in found if match and match[1] == stem]
    return (f"{stem}-{number}" for number in count(max(used) + 1))


def make_folder(folder: Path, stem: str) -> Path:
    """Make the folder of a new run, which no other process can get, and return it.

    Args:
        folder: The folder of runs; it is made if need be.
        stem: What stands before the number of the run.

    Raises:
        OSError: If the system refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for run_id in next_ids(folder, stem):
        try:
            (folder / run_id).mkdir()
        except FileExistsError:
            continue
        return folder / run_id
    raise AssertionError("numbers do not end")


def move_in(source: Path, folder: Path, wanted: str) -> str:
    """Move a whole run into the folder of runs, under a new id where the wanted one is taken, and return its id.

    Args:
        source: The folder of the run, on the same disk.
        folder: The folder of runs.
        wanted: The id it should have.

    Raises:
        OSError: If the system refuses; the run is then where it was.
    """
    return move(source, folder, chain([wanted], next_ids(folder, stem_of(wanted))))


def move(source: Path, folder: Path, names: Iterable[str]) -> str:
    """Move a folder into another one under the first of ``names`` that is free, and return that name.

    Raises:
        OSError: If the system refuses; all is then where it was.
    """
    for name in names:
        if _moved(source, folder / name):
            return name
    raise FileExistsError(errno.EEXIST, "File exists")


def _moved(source: Path, target: Path) -> bool:
    """Move a folder to a place that nothing has; tell whether it was free."""
    try:
        if os.name != "nt":
            # Elsewhere than on Windows a folder takes the place of an empty one, which may be that of a run that is
            # just being begun: the place has to be ours first.
            target.mkdir()
    except FileExistsError:
        return False
    try:
        source.rename(target)
    except FileExistsError:
        return False
    except OSError:
        if os.name != "nt":
            with suppress(OSError):
                target.rmdir()
        raise
    return True
