"""The workers of a sweep on this machine: begun, watched, replaced where they were killed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from engine.runtime import usable_cores

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.sweep.sweep import Sweep


def usual_workers() -> int:
    """Return how many workers a machine has by default: its cores minus one, at least one."""
    return max(1, usable_cores() - 1)


class CrewControl:
    """Pause, go on, stop and suspend a crew; safe to call from any thread, acknowledged at once."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._wish = ""

    @property
    def paused(self) -> bool:
        """Whether trials are held."""
        return self._wish == "pause"

    @property
    def ended(self) -> bool:
        """Whether the crew was asked to end, for now or for good."""
        return self._wish in ("stop", "suspend")

    def pause(self) -> None:
        """Hold the trials under way where they are; no new one begins."""
        self._want("pause")

    def go_on(self) -> None:
        """Let held trials go on."""
        self._want("go_on")

    def stop(self) -> None:
        """End the sweep: the trials under way end here, with what they have come to."""
        self._want("stop")

    def suspend(self) -> None:
        """End the crew, to be gone on with later by another: as when the window closes. Trials under way begin anew."""
        self._want("suspend")

    def _want(self, wish: str) -> None:
        with self._changed:
            if not self.ended:
                self._wish = wish
            self._changed.notify_all()


class Crew:
    """Worker processes of one machine for one sweep; each lives for many trials.

    Args:
        sweep: The sweep.
        workers: How many processes; ``usual_workers()`` where it is 0.
        storage: Address of the database with its password, for a shared sweep; else empty.
    """

    def __init__(self, sweep: Sweep, workers: int = 0, *, storage: str = "") -> None:
        self.sweep = sweep
        self.workers = workers or usual_workers()
        self._storage = storage

    def run(self, control: CrewControl, changed: Callable[[], None]) -> None:
        """Do the sweep to its end; blocks, for a thread in the background.

        Args:
            control: Through which others pause and end it.
            changed: Called, on this thread, whenever trials have changed; at most some times a second.

        Raises:
            ConfigError: If another crew of this machine is at it.
            TrainingError: If workers end again and again without a trial.
        """
        raise NotImplementedError
