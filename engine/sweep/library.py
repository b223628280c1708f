"""The sweeps of this machine: each a folder in the program's own."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from engine.atomic import write_error
from engine.errors import ConfigError
from engine.folders import home_folder
from engine.storage.runs import moving
from engine.storage.runs.file.label import checked_name
from engine.sweep.network_drive import check_is_local
from engine.sweep.plan import SweepPlan
from engine.sweep.sweep import (
    CREW_LOCK,
    WORKERS,
    Sweep,
    SweepHeader,
    SweepStatus,
    best_of,
    is_locked,
    now,
    read_header,
    write_header,
)
from engine.sweep.trial import Trial

FOLDER = "sweeps"
STEM = "sweep"


@dataclass(frozen=True, slots=True)
class SweepSummary:
    """A sweep in a line.

    Attributes:
        id: Name of its folder; never changes.
        name: What the person calls it.
        created: When it was made, in UTC.
        status: What it is doing.
        done: Trials that have come to their end, killed ones left out.
        trials: Trials there are to be; 0 where minutes alone decide.
        best: The trial that came nearest to the goal, or None.
        storage: Address of the database that machines share, without its password; empty for this machine alone.
    """

    id: str
    name: str
    created: datetime
    status: SweepStatus
    done: int
    trials: int
    best: Trial | None
    storage: str = ""


class SweepLibrary:
    """The sweeps in a folder.

    Args:
        folder: The folder of sweeps, by default that of this program; it need not exist yet.

    Attributes:
        folder: The folder of sweeps.
        unreadable: Id of each folder that could not be read when the sweeps were listed last, and why.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = home_folder() / FOLDER if folder is None else Path(folder)
        self.unreadable: tuple[tuple[str, ConfigError], ...] = ()
        self._open: dict[str, Sweep] = {}

    def sweeps(self) -> tuple[SweepSummary, ...]:
        """Return all sweeps, newest first; what is damaged is left out and stands in ``unreadable``."""
        found, unreadable = [], []
        for name in self._names():
            try:
                found.append(self._summary(name))
            except ConfigError as error:
                unreadable.append((name, error))
        self.unreadable = tuple(unreadable)
        return tuple(sorted(found, key=lambda item: (item.created, len(item.id), item.id), reverse=True))

    def create(self, plan: SweepPlan, name: str = "", *, storage: str = "", study: str = "") -> Sweep:
        """Make a sweep that has not begun.

        Args:
            plan: What it is to do.
            name: What to call it; its id where nothing is said.
            storage: Address of the database that machines share, without its password.
            study: What it is called there.

        Raises:
            ConfigError: If the plan is not usable, or the folder lies on a network share.
            RunError: If it cannot be called so.
            FileWriteError: If it cannot be written.
        """
        plan.check()
        if name:
            name = checked_name(name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            check_is_local(self.folder)
            names = moving.next_ids(self.folder, STEM)
            while True:
                folder = self.folder / next(names)
                with suppress(FileExistsError):
                    folder.mkdir()
                    break
            (folder / WORKERS).mkdir()
        except OSError as error:
            raise write_error(self.folder, error) from error
        write_header(folder, SweepHeader(name or folder.name, now(), plan, storage, study))
        return self.open(folder.name)

    def open(self, sweep_id: str) -> Sweep:
        """Return the sweep of that id.

        Raises:
            ConfigError: If there is none, or it is damaged.
        """
        folder = self.folder / sweep_id
        if not moving.is_id(sweep_id) or not folder.is_dir():
            raise _missing(sweep_id)
        return Sweep(folder)

    def find(self, name: str) -> Sweep:
        """Return the sweep of that id, or else the newest of that name.

        Raises:
            ConfigError: If there is none, or it is damaged.
        """
        if moving.is_id(name) and (self.folder / name).is_dir():
            return self.open(name)
        found = next((item for item in self.sweeps() if item.name == name), None)
        if found is None:
            raise _missing(name)
        return self.open(found.id)

    def rename(self, sweep_id: str, name: str) -> None:
        """Call a sweep otherwise.

        Raises:
            ConfigError: If there is no such sweep.
            RunError: If it cannot be called so.
            FileWriteError: If that cannot be written.
        """
        folder = self.open(sweep_id).folder
        write_header(folder, replace(read_header(folder), name=checked_name(name)))

    def delete(self, sweep_id: str) -> None:
        """Move a sweep into the bin; its runs stay in the library.

        Raises:
            ConfigError: If there is none, or it is running.
        """
        folder = self.folder / sweep_id
        if not moving.is_id(sweep_id) or not folder.is_dir():
            raise _missing(sweep_id)
        if is_locked(folder / CREW_LOCK):
            raise ConfigError("The sweep “{name}” is running.", remedy="Stop it first.", name=sweep_id)
        try:
            (self.folder / moving.BIN).mkdir(exist_ok=True)
            moving.move_in(folder, self.folder / moving.BIN, sweep_id)
        except OSError as error:
            raise write_error(folder, error) from error

    def restore(self, sweep_id: str) -> str:
        """Bring a deleted sweep back, and return the id it has now.

        Raises:
            ConfigError: If there is none of that id in the bin.
        """
        folder = self.folder / moving.BIN / sweep_id
        if not moving.is_id(sweep_id) or not folder.is_dir():
            raise ConfigError("There is no sweep “{name}” in the bin.", name=sweep_id[:100])
        try:
            return moving.move_in(folder, self.folder, sweep_id)
        except OSError as error:
            raise write_error(folder, error) from error

    def _names(self) -> list[str]:
        try:
            return [item.name for item in self.folder.iterdir() if moving.is_id(item.name) and item.is_dir()]
        except OSError:
            return []

    def _summary(self, name: str) -> SweepSummary:
        sweep = self._open.get(name)
        header = read_header(self.folder / name)
        if sweep is None or (sweep.name, sweep.plan) != (header.name, header.plan):
            sweep = self._open[name] = Sweep(self.folder / name)
        trials = sweep.trials()
        return SweepSummary(
            id=sweep.id,
            name=sweep.name,
            created=sweep.created,
            status=sweep.status(),
            done=sum(trial.counts for trial in trials),
            trials=sweep.plan.budget,
            best=best_of(sweep.plan, trials),
            storage=sweep.storage,
        )


def _missing(name: str) -> ConfigError:
    return ConfigError(
        "There is no sweep “{name}”.", remedy="`netsketch sweep list` lists them.", name=name[:100]
    )
