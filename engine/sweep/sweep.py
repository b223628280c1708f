"""One sweep on disk: its plan, its trials, and what they tell."""

from __future__ import annotations

import json
import socket
import time
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from engine.atomic import write_text
from engine.csv_text import csv_text
from engine.errors import ConfigError
from engine.foreign_bytes import json_of, reading
from engine.regular_file import read_regular
from engine.storage.foreign_text import NAME, writable
from engine.sweep.journal import Journal, Noted, trials_of
from engine.sweep.plan import SweepPlan
from engine.sweep.trial import Trial
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SWEEP_NAME, STATE_NAME, JOURNAL_NAME, SHARED_NAME = "sweep.json", "state.json", "journal.log", "trials.json"
CREW_LOCK, TURN_LOCK, JOURNAL_LOCK = "crew.lock", "turn.lock", "journal.lock"
WORKERS = "workers"
MOST_BYTES = 50_000_000
TABLE = ("goal", "accuracy", "loss", "seconds", "parameters", "epochs", "run", "worker", "began", "again_of")


class SweepStatus(StrEnum):
    """What a sweep is doing."""

    RUNNING = "running"
    PAUSED = "paused"  # it goes on when it is asked to
    STOPPED = "stopped"  # ended by the person
    DONE = "done"


STATUS_LABELS = {
    SweepStatus.RUNNING: Phrase("running"),
    SweepStatus.PAUSED: Phrase("paused"),
    SweepStatus.STOPPED: Phrase("stopped"),
    SweepStatus.DONE: Phrase("done"),
}


@dataclass(frozen=True, slots=True)
class SweepHeader:
    """What ``sweep.json`` says.

    Attributes:
        name: What the person calls it.
        created: When, in UTC.
        plan: What it is to do.
        storage: Address of the database that several machines share, without its password; empty for the journal.
        study: What the sweep is called in that database.
    """

    name: str
    created: datetime
    plan: SweepPlan
    storage: str = ""
    study: str = ""


@dataclass(frozen=True, slots=True)
class SweepState:
    """What ``state.json`` says.

    Attributes:
        stopped: Whether the person ended it.
        seconds: How long its workers have been at it, over all.
    """

    stopped: bool = False
    seconds: float = 0.0


class Sweep:
    """A sweep; its files are read when they are asked for.

    Args:
        folder: Its folder.

    Attributes:
        id: Name of the folder.
        folder: The folder.
        name: What the person calls it.
        created: When it was made, in UTC.
        plan: What it is to do.
        storage: Address of the database that several machines share, without its password; empty for the journal of
            this one.
        tag: What its runs are tagged with: its id, or what it is called in that database.

    Raises:
        ConfigError: If it is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.id = folder.name
        header = read_header(folder)
        self.name, self.created, self.plan, self.storage = (
            header.name,
            header.created,
            header.plan,
            header.storage,
        )
        self.tag = header.study or self.id
        self._journal = Journal(
            folder / JOURNAL_NAME, in_shares=self.plan.in_shares, least=self.plan.aim.least
        )
        self._kept = ""
        self._shared: tuple[tuple[int, int], tuple[Trial, ...]] | None = None

    @property
    def is_shared(self) -> bool:
        """Whether its trials lie in a database that several machines share."""
        return bool(self.storage)

    def trials(self) -> tuple[Trial, ...]:
        """Return all trials by number; the very same tuple where nothing changed, which costs one look at a file.

        Those of a shared sweep are as they were when a crew of this machine asked last.

        Raises:
            ConfigError: If the journal is damaged or cannot be read.
        """
        try:
            return self._copies() if self.is_shared else self._journal.trials()
        except OSError as error:
            raise ConfigError(
                "The sweep “{name}” cannot be read.",
                cause="The system says: {reason}.",
                name=self.name,
                reason=error.strerror or type(error).__name__,
            ) from error

    def best(self) -> Trial | None:
        """Return the trial that came nearest to the goal, the first of several; None while there is none."""
        return best_of(self.plan, self.trials())

    def importance(self) -> tuple[tuple[str, float], ...]:
        """Return how much each setting decides of the goal, the most first; shares that add up to 1.

        Loads Optuna and takes up to some seconds: for a thread in the background.

        Returns:
            Path of each range and its share; empty where there are too few trials to tell.
        """
        from engine.sweep.importance import importance

        return importance(self.plan, self.trials())

    def csv(self) -> str:
        """Return its trials as a table."""
        paths = [item.path for item in self.plan.ranges]
        rows = [
            (
                trial.number,
                trial.state.value,
                *(_cell(trial.values.get(path)) for path in paths),
                *(_cell(getattr(trial, name)) for name in TABLE),
                trial.failure,
            )
            for trial in self.trials()
        ]
        return csv_text(("number", "state", *paths, *TABLE, "failure"), rows)

    def state(self) -> SweepState:
        """Return what was noted of it when a crew ended."""
        try:
            data = read_regular(self.folder / STATE_NAME, MOST_BYTES)
        except OSError:
            return SweepState()
        try:
            told = json_of(data)
            seconds = float(told["seconds"])
            return SweepState(bool(told["stopped"]), min(max(0.0, seconds), 1e12))
        except (ValueError, KeyError, TypeError, OverflowError):
            return SweepState()

    def note_state(self, state: SweepState) -> None:
        """Write how long it has taken and whether it was ended.

        Raises:
            FileWriteError: If that cannot be written.
        """
        write_text(self.folder / STATE_NAME, json.dumps(asdict(state)) + "\n")

    def status(self) -> SweepStatus:
        """Return what it is doing."""
        if is_locked(self.folder / CREW_LOCK):
            return SweepStatus.RUNNING
        if self.is_done():
            return SweepStatus.DONE
        return SweepStatus.STOPPED if self.state().stopped else SweepStatus.PAUSED

    def is_done(self) -> bool:
        """Tell whether there is nothing left to do, in trials or minutes."""
        trials = self.trials()
        if self.plan.minutes and self.state().seconds >= self.plan.minutes * 60:
            return True
        return 0 < self.plan.budget <= sum(trial.counts for trial in trials)

    # For the crew of a shared sweep

    def keep_copies(self, trials: Iterable[Noted]) -> None:
        """Keep what the database says of the trials, unless that is what is kept already.

        Raises:
            FileWriteError: If it cannot be written.
        """
        text = json.dumps([trial.to_row() for trial in trials]) + "\n"
        if text != self._kept:
            write_text(self.folder / SHARED_NAME, text)
            self._kept = text

    def _copies(self) -> tuple[Trial, ...]:
        path = self.folder / SHARED_NAME
        try:
            state = path.stat()
        except FileNotFoundError:
            return ()
        stamp = (state.st_mtime_ns, state.st_ino)
        if self._shared is None or self._shared[0] != stamp:
            with reading(lambda _error: damaged(self.folder)):
                rows = json_of(read_regular(path, MOST_BYTES))
                self._shared = stamp, tuple(map(_seen_from_here, self._trials_of(rows)))
        return self._shared[1]

    def _trials_of(self, rows: Iterable[Any]) -> tuple[Trial, ...]:
        return trials_of(map(Noted.of_row, rows), in_shares=self.plan.in_shares, least=self.plan.aim.least)


def best_of(plan: SweepPlan, trials: Iterable[Trial]) -> Trial | None:
    """Return the trial that came nearest to the goal, the first of several; None where none came to anything."""
    found = [trial for trial in trials if trial.counts and trial.goal is not None]
    sign = -1.0 if plan.larger_is_better else 1.0
    return min(found, key=lambda trial: (sign * (trial.goal or 0.0), trial.number), default=None)


def read_header(folder: Path) -> SweepHeader:
    """Read what ``sweep.json`` says.

    Raises:
        ConfigError: If there is no such sweep, or it is damaged.
    """
    try:
        data = read_regular(folder / SWEEP_NAME, MOST_BYTES)
    except OSError as error:
        raise ConfigError(
            "There is no sweep “{name}”.", remedy="`netsketch sweep list` lists them.", name=folder.name
        ) from error
    with reading(lambda _error: damaged(folder)):
        told = json_of(data)
        created = datetime.fromisoformat(told["created"])
        if created.tzinfo is None:
            raise ValueError("no zone")
        return SweepHeader(
            name=writable(told["name"], NAME) or folder.name,
            created=created,
            plan=SweepPlan.from_json(json.dumps(told["plan"])),
            storage=writable(told.get("storage", ""), NAME),
            study=writable(told.get("study", ""), NAME),
        )


def write_header(folder: Path, header: SweepHeader) -> None:
    """Write ``sweep.json``.

    Raises:
        FileWriteError: If it cannot be written.
    """
    told = {
        "format": 1,
        "name": header.name,
        "created": header.created.isoformat(),
        "plan": json_of(header.plan.to_json()),
        "storage": header.storage,
        "study": header.study,
    }
    write_text(folder / SWEEP_NAME, json.dumps(told, indent=1) + "\n")


def damaged(folder: Path) -> ConfigError:
    """Return the error of a sweep with a file that is not whole."""
    return ConfigError(
        "The sweep “{name}” is damaged.",
        remedy="Its runs are in the library all the same; its files lie in “{folder}”.",
        name=folder.name,
        folder=folder,
    )


def is_locked(path: Path) -> bool:
    """Tell whether somebody holds a lock; asking hinders nobody."""
    if not path.exists():
        return False
    lock = FileLock(path, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    lock.release()
    return False


def now() -> datetime:
    """Return the time of day, in UTC and whole seconds."""
    from engine.storage.runs.file.header import moment_of

    return moment_of(time.time())


def _seen_from_here(trial: Trial) -> Trial:
    """Return a trial without its run where another machine has that: here another one may be called so."""
    machine = trial.worker.rpartition("-")[0]
    return trial if machine == socket.gethostname() else replace(trial, run="")


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "on" if value else "off"
    return value.isoformat() if isinstance(value, datetime) else value
