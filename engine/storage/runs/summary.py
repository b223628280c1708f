"""A run in a line: read from its files, and whether it is being trained at this moment. Without torch."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.choices import Precision
from engine.foreign_bytes import json_of
from engine.goals.registry import CLASSES
from engine.records import dataclass
from engine.regular_file import open_regular
from engine.storage import failures
from engine.storage.runs.disk_use import folder_size
from engine.storage.runs.file import snapshots
from engine.storage.runs.file.experiment import EXPERIMENT_NAME, read_experiment
from engine.storage.runs.file.header import HEADER_NAME, read_header
from engine.storage.runs.file.history import HISTORY_NAME
from engine.storage.runs.file.label import LABEL_NAME, label_or_none
from engine.storage.runs.file.lock import is_held, is_held_here
from engine.storage.runs.file.progress import FAILED, PAUSED
from engine.storage.runs.status import UNFINISHED, RunStatus

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from engine.config import Experiment
    from engine.training.thread_course import ThreadCourse


RESUMABLE = frozenset(
    {RunStatus.PAUSED, RunStatus.INTERRUPTED, RunStatus.STOPPED, RunStatus.DONE, RunStatus.FAILED}
)
STATUS = {
    None: RunStatus.INTERRUPTED,
    "completed": RunStatus.DONE,
    "early_stopped": RunStatus.DONE,
    "target_reached": RunStatus.DONE,
    "stopped": RunStatus.STOPPED,
    "diverged": RunStatus.DIVERGED,
    PAUSED: RunStatus.PAUSED,
    FAILED: RunStatus.FAILED,
}
LAST_BYTES = 4096  # of a history; a line on a pause is shorter
STAMPED = ("", HEADER_NAME, EXPERIMENT_NAME, LABEL_NAME, HISTORY_NAME, snapshots.FOLDER)

RunStamp = tuple[failures.Stamp, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RunSummary:
    """A run in a line.

    Attributes:
        id: Name of its folder; never changes.
        name: What the person calls it; the id where nothing else was said.
        colour: Number of the colour of its curves, or None.
        baseline: Whether the others are compared with it.
        created: When it was begun, in UTC.
        status: What became of it.
        here: Whether it is held by this very process.
        experiment: Its settings.
        preset: Name of the preset it was begun from, or an empty string.
        parent: Id of the run it was branched from, or an empty string.
        train_count: Training images.
        parameters: Trained numbers.
        epoch: Epochs finished.
        epochs: Epochs planned.
        step: Steps done.
        seconds: Seconds of training, pauses left out.
        best_epoch: The epoch with the lowest validation loss, from 1; 0 for none.
        validation_accuracy: Best share right on the validation images, or None.
        accuracy_epoch: The epoch that reached it, from 1; 0 where that is not known.
        validation_loss: Loss on them of the best epoch, or None.
        kept_epoch: The epoch whose weights are its model, where these are not its last ones; 0 where they are.
        test_accuracy: Share right on the test images, measured at the end, or None.
        message: What was said at its end.
        size: Bytes its folder takes.
        advice: What to try, as it was said at its end, in English.
        privacy_spent: ε of a private training so far; None of another.
        robust_accuracy: Best share right on attacked validation images, or None without an adversary.
        robust_epoch: The epoch that reached it, from 1; 0 for none.
        sweep: Id of the sweep that it is a trial of, or an empty string.
        threads: How many threads did the steps, from which on; empty where that is not known.
        precision: In which numbers the products of its steps were done; empty where that is not known.
        fingerprint: What the examples are known by that it learnt from; empty where that is not known.
        ranks: Processes that shared the work.
        goal: What its network gives: what is called accuracy here is the goal's measure.
    """

    id: str
    name: str
    colour: int | None
    baseline: bool
    created: datetime
    status: RunStatus
    here: bool
    experiment: Experiment
    preset: str
    parent: str
    train_count: int
    parameters: int
    epoch: int
    epochs: int
    step: int
    seconds: float
    best_epoch: int
    validation_accuracy: float | None
    accuracy_epoch: int
    validation_loss: float | None
    kept_epoch: int
    test_accuracy: float | None
    message: str
    size: int
    advice: tuple[str, ...] = ()
    privacy_spent: float | None = None
    robust_accuracy: float | None = None
    robust_epoch: int = 0
    sweep: str = ""
    threads: ThreadCourse = ()
    precision: str = ""
    fingerprint: str = ""
    ranks: int = 1
    goal: str = CLASSES.name

    @property
    def resumable(self) -> bool:
        """Whether it can be gone on with, for a finished one with more epochs."""
        return self.status in RESUMABLE


def read_summary(folder: Path) -> RunSummary:
    """Read a run as its files tell it.

    Raises:
        RunError: If it is no run, or damaged.
    """
    header = read_header(folder)
    label = label_or_none(folder)
    progress = header.progress
    experiment = read_experiment(folder)
    return RunSummary(
        id=header.id,
        name=label.name or header.id,
        colour=label.colour,
        baseline=label.baseline,
        created=header.created,
        status=STATUS[progress.reason],
        here=False,
        experiment=experiment,
        preset=header.preset,
        parent=header.parent.run if header.parent else "",
        sweep=header.sweep,
        train_count=header.counts.train,
        parameters=header.parameters,
        epoch=progress.epoch,
        epochs=progress.epochs or experiment.training.epochs,
        step=progress.step,
        seconds=progress.seconds,
        best_epoch=progress.best_epoch,
        validation_accuracy=progress.validation_accuracy,
        accuracy_epoch=progress.accuracy_epoch,
        validation_loss=progress.validation_loss,
        robust_accuracy=progress.robust_accuracy,
        robust_epoch=progress.robust_epoch,
        kept_epoch=progress.kept_epoch,
        test_accuracy=header.results.test_accuracy,
        goal=header.goal,
        advice=header.advice,
        message=progress.message,
        size=folder_size(folder),
        privacy_spent=progress.privacy_spent,
        threads=progress.threads or ((1, header.threads),) * bool(header.parameters and header.threads),
        precision=header.precision if header.parameters and header.precision in list(Precision) else "",
        fingerprint=header.fingerprint,
        ranks=max(1, header.ranks),
    )


def as_it_is_now(run: RunSummary, folder: Path) -> RunSummary:
    """Return a run with what its files do not tell: whether it is being trained at this moment.

    One that says of itself that it has ended is not asked: two thousand locks take a while.
    """
    here = is_held_here(folder)
    if not here and not (run.status in UNFINISHED and is_held(folder)):
        return run
    paused = run.status is RunStatus.PAUSED or _ends_paused(folder)
    return replace(run, here=here, status=RunStatus.PAUSED if paused else RunStatus.RUNNING)


def stamp_of(folder: str) -> RunStamp:
    """Return what changes whenever the files of a run do."""
    return tuple(failures.stamp_of(os.path.join(folder, name)) for name in STAMPED)  # noqa: PTH118


def _ends_paused(folder: Path) -> bool:
    """Tell whether the last thing that the history of a run tells is that it was paused."""
    with suppress(OSError, ValueError), open_regular(folder / HISTORY_NAME) as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - LAST_BYTES))
        last = json_of(b"".join(file.read().splitlines()[-1:]))
        return isinstance(last, dict) and last.get("event") == PAUSED
    return False
