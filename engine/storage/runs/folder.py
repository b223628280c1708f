"""A run's folder: where everything lies in it, and how to read it."""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import is_temporary
from engine.errors import RunError
from engine.file_names import OF_A_RUN
from engine.foreign_bytes import reading
from engine.storage import checkpoint
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file import snapshots
from engine.storage.runs.file.experiment import EXPERIMENT_NAME, read_experiment
from engine.storage.runs.file.header import HEADER_NAME
from engine.storage.runs.file.history import HISTORY_NAME
from engine.storage.runs.file.lock import LOCK_NAME, RunLock
from engine.storage.runs.file.small_file import damaged
from engine.storage.runs.moving import next_ids
from engine.words import Phrase

if TYPE_CHECKING:
    import torch

    from engine.config import Experiment
    from engine.storage.checkpoint import SavedCheckpoint
    from engine.storage.runs.file.snapshots import Snapshot
    from engine.training.history import History

MODEL_NAME, BEST_NAME = OF_A_RUN
CHECKPOINT_NAME = "checkpoint.safetensors"
TEACHER_NAME = "teacher.safetensors"
UNREADABLE = Phrase("Its file {file} cannot be read.", file=HISTORY_NAME)
LONG_BYTES = 4 * 2**20  # some ten thousand epochs
BIRTH_SECONDS = 60.0  # after which a folder without a lock is nobody's


class RunFolder:
    """One run on disk; nothing is read before it is asked for.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.experiment_path = path / EXPERIMENT_NAME
        self.header_path = path / HEADER_NAME
        self.history_path = path / HISTORY_NAME
        self.model_path = path / MODEL_NAME
        self.best_path = path / BEST_NAME
        self.checkpoint_path = path / CHECKPOINT_NAME
        self.teacher_path = path / TEACHER_NAME

    @property
    def id(self) -> str:
        """The name of the folder, which never changes."""
        return self.path.name

    def experiment(self) -> Experiment:
        """Read the settings of the run.

        Raises:
            RunError: If they are missing or not usable.
        """
        return read_experiment(self.path)

    @property
    def is_long(self) -> bool:
        """Whether its history takes some tenths of a second to be read, or more."""
        try:
            return self.history_path.stat().st_size > LONG_BYTES
        except OSError:
            return False

    def history(self) -> History:
        """Read the history, as far as it was written.

        Raises:
            RunError: If it cannot be read.
        """
        with reading(lambda _error: damaged(self.path, UNREADABLE)):
            return history_file.read(self.history_path)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return the snapshots that are there, by step."""
        return snapshots.snapshots_in(self.path)

    def has_snapshot(self, step: int) -> bool:
        """Tell whether the weights after ``step`` steps are there."""
        return (self.path / snapshots.FOLDER / snapshots.file_name(step)).exists()

    def weights(self, step: int) -> dict[str, torch.Tensor]:
        """Read the weights after ``step`` steps.

        Raises:
            RunError: If that snapshot is missing or damaged.
        """
        return snapshots.load(self.path / snapshots.FOLDER / snapshots.file_name(step))

    def checkpoint(self) -> SavedCheckpoint | None:
        """Read the checkpoint; None where none was written yet, and the run begins anew.

        Raises:
            RunError: If it is damaged.
        """
        is_there = os.path.exists(self.checkpoint_path)  # noqa: PTH110 - says no of a name that no file can have
        return checkpoint.load(self.checkpoint_path) if is_there else None

    def sweep(self) -> None:
        """Remove what a killed program left half written; only who holds the lock may do so."""
        for folder in (self.path, self.path / snapshots.FOLDER):
            with suppress(OSError):
                for path in list(folder.iterdir()):
                    if is_temporary(path.name):
                        path.unlink(missing_ok=True)


def make_folder(runs: Path, stem: str) -> RunFolder:
    """Make the folder of a new run, such as ``article-12``: the next number that no run of that name has had.

    Args:
        runs: The folder of all runs; it is made where it is missing.
        stem: What the name begins with.

    Raises:
        OSError: If it cannot be made.
    """
    runs.mkdir(parents=True, exist_ok=True)
    sweep_stillborn(runs)
    stem = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:40] or "run"
    names = next_ids(runs, stem)
    while True:
        path = runs / next(names)
        with suppress(FileExistsError):  # another program was faster
            path.mkdir()
            return RunFolder(path)


def is_stillborn(path: Path) -> bool:
    """Tell whether a folder is that of a run killed, or about to be born, before it had written its settings."""
    return not (path / EXPERIMENT_NAME).exists()


def sweep_stillborn(runs: Path) -> None:
    """Remove the folders of runs that were killed before they had written their settings."""
    with suppress(OSError):
        for entry in list(os.scandir(runs)):
            path = Path(entry.path)
            if (
                entry.name.startswith(".")
                or not entry.is_dir(follow_symlinks=False)
                or not is_stillborn(path)
            ):
                continue
            if not (path / LOCK_NAME).exists() and time.time() - entry.stat().st_mtime < BIRTH_SECONDS:
                continue  # perhaps another program is about to take its lock
            if all(item.name == LOCK_NAME or is_temporary(item.name) for item in os.scandir(path)):
                lock = RunLock(path)
                with suppress(RunError):
                    lock.acquire(patience=0)
                    shutil.rmtree(path, ignore_errors=True)
                    lock.release()
