"""The workers of a sweep on this machine: begun, watched, replaced where they were killed."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from engine.errors import ConfigError, TrainingError
from engine.folders import runs_folder
from engine.regular_file import open_regular
from engine.runtime import usable_cores
from engine.storage.foreign_text import writable
from engine.sweep import traces
from engine.sweep.sweep import CREW_LOCK, WORKERS, SweepState
from engine.sweep.wishes import GO_ON, PAUSE, STOP, SUSPEND, TIME_IS_UP
from engine.this_program import command
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.sweep.shared_study import SharedStore
    from engine.sweep.sweep import Sweep
    from engine.sweep.trial import Trial

LOOK_SECONDS = 0.2  # between looks at workers and trials
ASK_SECONDS = 2.0  # between questions to a database
NOTE_SECONDS = 5.0  # between notes on the time it took
MOMENT = 1.0  # seconds: who asks whether a sweep is running holds its lock for an instant
PATIENCE = 20.0  # seconds that workers have to end by themselves
LEAVE_SECONDS = 1.0  # that whoever leaves waits for workers; they end by themselves a little later
MOST_DEATHS = 10  # of each worker in a row, without a trial that came to its end
MOST_WORKERS = 256
LOG_BYTES = 4000
ADDRESS_VARIABLE = "NETSKETCH_STORAGE"  # an address has a password, and arguments are for all to see


def usual_workers() -> int:
    """Return how many workers a machine has by default: its cores minus one, at least one."""
    return max(1, usable_cores() - 1)


# Workers that were left to end by themselves: kept, so that they are asked for their end at some time.
_left: list[subprocess.Popen[str]] = []


class CrewControl:
    """Pause, go on, stop and suspend a crew; safe to call from any thread, acknowledged at once.

    Attributes:
        left: Whether nobody waits for the workers any more: they have been told, and end by themselves.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._wish = GO_ON
        self.left = False

    @property
    def wish(self) -> str:
        """What was asked for last; an end stays."""
        return self._wish

    @property
    def paused(self) -> bool:
        """Whether trials are held."""
        return self._wish == PAUSE

    @property
    def ended(self) -> bool:
        """Whether the crew was asked to end, for now or for good."""
        return self._wish in (STOP, SUSPEND)

    def pause(self) -> None:
        """Hold the trials under way where they are; no new one begins."""
        self._want(PAUSE)

    def go_on(self) -> None:
        """Let held trials go on."""
        self._want(GO_ON)

    def stop(self) -> None:
        """End the sweep: the trials under way end here, with what they have come to."""
        self._want(STOP)

    def suspend(self) -> None:
        """End the crew, to be gone on with later by another: as by Ctrl-C. Trials under way begin anew."""
        self._want(SUSPEND)

    def leave(self) -> None:
        """Suspend, unless an end was asked for before, and wait but a moment for it: as when the window closes."""
        self.left = True
        self._want(SUSPEND)

    def wait(self, seconds: float) -> None:
        """For the crew: wait for so long, or until something is asked for."""
        with self._changed:
            self._changed.wait(seconds)

    def _want(self, wish: str) -> None:
        # Called from a signal's handler, too: no lock is taken that the thread in it may hold.
        if not self.ended:
            self._wish = wish
        if self._changed.acquire(blocking=False):
            self._changed.notify_all()
            self._changed.release()


@dataclass(slots=True)
class _Worker:
    """A worker process.

    Attributes:
        process: The process; words on its standard input steer it.
        log: What it says on standard error.
        told: The last wish it was told.
    """

    process: subprocess.Popen[str]
    log: Path
    told: str = GO_ON

    def tell(self, wish: str) -> None:
        if wish != self.told and self.process.stdin is not None:
            self.told = wish
            with suppress(OSError):  # it has ended
                self.process.stdin.write(f"{wish}\n")
                self.process.stdin.flush()

    def last_words(self) -> str:
        """Return the last line it said, without the name of the program."""
        with suppress(OSError), open_regular(self.log) as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - LOG_BYTES))
            text = file.read(LOG_BYTES).decode(errors="replace")
            lines = [line for line in text.splitlines() if line.strip()]
            if lines:
                return writable(lines[-1].removeprefix("netsketch: "))
        return ""

    def forget(self) -> None:
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        self.process.wait()
        with suppress(OSError):
            self.log.unlink()


class Crew:
    """Worker processes of one machine for one sweep; each lives for many trials.

    Args:
        sweep: The sweep.
        workers: How many processes; ``usual_workers()`` where it is 0.
        storage: Address of the database with its password, for a shared sweep; that of the sweep where it is empty.
        runs: The folder of runs; that of this program by default.

    Raises:
        ConfigError: If there are too many workers.
    """

    def __init__(
        self, sweep: Sweep, workers: int = 0, *, storage: str = "", runs: Path | None = None
    ) -> None:
        if not 0 <= workers <= MOST_WORKERS:
            raise ConfigError("A machine has 1 to {most} workers.", most=MOST_WORKERS)
        self.sweep = sweep
        self.workers = workers or usual_workers()
        self._storage = storage or sweep.storage
        self._runs = runs_folder() if runs is None else runs
        self._crew: list[_Worker] = []
        self._trials: tuple[Trial, ...] = ()
        self._store: SharedStore | None = None
        self._asked = 0.0
        self._number = 0
        self._deaths = 0

    @property
    def processes(self) -> tuple[int, ...]:
        """Numbers of the worker processes that live."""
        return tuple(each.process.pid for each in list(self._crew) if each.process.poll() is None)

    def run(self, control: CrewControl, changed: Callable[[], None]) -> None:
        """Do the sweep to its end; blocks, for a thread in the background.

        A sweep that was paused or stopped goes on; trials of workers that are gone are done again.

        Args:
            control: Through which others pause and end it.
            changed: Called, on this thread, whenever trials have changed; at most some times a second.

        Raises:
            ConfigError: If another crew of this machine is at it.
            TrainingError: If workers end again and again without a trial.
        """
        lock = FileLock(self.sweep.folder / CREW_LOCK, thread_local=False)
        try:
            lock.acquire(timeout=MOMENT)
        except Timeout as error:
            raise ConfigError(
                "The sweep “{name}” is running already.",
                cause="Another window or command of this machine is at it.",
                remedy="Pause it there first.",
                name=self.sweep.name,
            ) from error
        try:
            self._run(control, changed)
        finally:
            self._end(LEAVE_SECONDS if control.left else PATIENCE, leave=control.left)
            if self._store is not None:
                self._store.close()
            if not control.left:
                traces.clear(self.sweep.folder)
            lock.release()

    def _run(self, control: CrewControl, changed: Callable[[], None]) -> None:
        before = self.sweep.state().seconds
        self.sweep.note_state(SweepState(False, before))
        traces.clear(self.sweep.folder)  # of a crew that was killed
        _left[:] = [each for each in _left if each.poll() is None]
        if self.sweep.is_done():
            return
        wanted = min(self.workers, self.sweep.plan.budget or self.workers)
        for _ in range(wanted):
            self._crew.append(self._begun())
        seconds, noted, last = before, before, time.monotonic()
        time_is_up = False
        while self._crew:
            now = time.monotonic()
            seconds, last = seconds + (0.0 if control.paused else now - last), now
            if seconds - noted >= NOTE_SECONDS:
                noted = seconds
                self.sweep.note_state(SweepState(False, seconds))
            minutes = self.sweep.plan.minutes
            time_is_up = time_is_up or bool(minutes and seconds >= minutes * 60)
            wish = TIME_IS_UP if time_is_up and not control.ended else control.wish
            for each in self._crew:
                each.tell(wish)
            self._look_after(ended=control.ended or time_is_up)
            self._look_at_trials(changed)
            if control.left:
                break
            if self._crew:
                control.wait(LOOK_SECONDS)
        if not control.left:
            self._asked = 0.0
            self._look_at_trials(changed)
        self.sweep.note_state(SweepState(control.wish == STOP, seconds))

    def _look_after(self, *, ended: bool) -> None:
        """Let go of workers that have ended, and begin others in place of those that were killed."""
        for each in list(self._crew):
            code = each.process.poll()
            if code is None:
                continue
            self._crew.remove(each)
            words = each.last_words()
            each.forget()
            if code == 0 or ended:
                continue
            self._deaths += 1
            if self._deaths > MOST_DEATHS * self.workers or (code > 0 and not self._trials):
                raise TrainingError(
                    "The workers of the sweep end without a result.",
                    cause=words or Phrase("The last one ended with the code {code}.", code=code),
                    remedy="What was done so far is kept; mend the cause, then go on with the sweep.",
                )
            self._crew.append(self._begun())

    def _look_at_trials(self, changed: Callable[[], None]) -> None:
        if self.sweep.is_shared:
            now = time.monotonic()
            if now - self._asked < ASK_SECONDS and self._asked:
                return
            self._asked = now
            self._copy()
        trials = self.sweep.trials()
        if trials is self._trials or trials == self._trials:
            return
        if sum(trial.counts for trial in trials) > sum(trial.counts for trial in self._trials):
            self._deaths = 0
        self._trials = trials
        changed()

    def _copy(self) -> None:
        """Ask the database how the trials are, and keep that."""
        from engine.sweep.shared_study import SharedStore, told

        with told(self._storage):
            if self._store is None:
                self._store = SharedStore.opened(self._storage, self.sweep.tag)
            self.sweep.keep_copies(self._store.noted())

    def _begun(self) -> _Worker:
        """Begin a worker.

        Raises:
            TrainingError: If the system refuses.
        """
        self._number += 1
        folder = self.sweep.folder / WORKERS
        log = folder / f"{os.getpid()}-{self._number}.log"
        arguments = ["sweep", "worker", "--steered", "--runs", str(self._runs)]
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        if self.sweep.is_shared:
            arguments += ["--study", self.sweep.tag]
            environment[ADDRESS_VARIABLE] = self._storage
        else:
            arguments += ["--folder", str(self.sweep.folder)]
        try:
            folder.mkdir(exist_ok=True)
            with log.open("wb") as file:
                process = subprocess.Popen(
                    [*command(), *arguments],
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=file,
                    text=True,
                    start_new_session=True,  # Ctrl-C is for this process, which tells them
                    creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
                )
        except OSError as error:
            raise TrainingError(
                "A worker of the sweep cannot be begun.",
                cause="The system says: {reason}.",
                remedy="What was done so far is kept; mend the cause, then go on with the sweep.",
                reason=error.strerror or type(error).__name__,
            ) from error
        return _Worker(process, log)

    def _end(self, patience: float, *, leave: bool) -> None:
        """Let every worker end, by itself if it can.

        Args:
            patience: Seconds to wait for them all.
            leave: Whether to leave those alone that take longer; else they are killed. A worker that hears no more
                from its crew ends at last, whatever it is at.
        """
        for each in self._crew:
            if each.process.stdin is not None:
                with suppress(OSError):
                    each.process.stdin.close()
        deadline = time.monotonic() + patience
        for each in self._crew:
            try:
                each.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                if leave:
                    _left.append(each.process)
                    continue
                each.process.kill()
            each.forget()
        self._crew = []
