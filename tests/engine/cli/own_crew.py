"""A sweep whose trials are done in the test's own process, where its workers are not what is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli import sweep as command
from engine.sweep.crew import Crew

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from engine.sweep.crew import CrewControl


class OwnCrew(Crew):
    """A crew of one worker, in this process."""

    most = 100

    def run(self, control: CrewControl, changed: Callable[[], None]) -> None:
        from engine.sweep.local_study import Lease, LocalStore
        from engine.sweep.wishes import SUSPEND
        from engine.sweep.worker import work
        from engine.sweep.worker_control import WorkerControl

        store, own, done = LocalStore(self.sweep.folder, self.sweep.plan), WorkerControl(), []

        def told(number: int, _counts: bool) -> None:
            done.append(number)
            changed()
            if len(done) == self.most:
                own.take(SUSPEND)

        with Lease(self.sweep.folder) as worker:
            work(store, worker, own, runs=self._runs, tag=self.sweep.tag, told=told)


def crew_here(monkeypatch: pytest.MonkeyPatch) -> type[OwnCrew]:
    """Let the command ``sweep`` take such a crew."""
    monkeypatch.setattr(command, "Crew", OwnCrew)
    monkeypatch.setattr("engine.sweep.worker.be_modest", lambda: None)  # or all later tests go last, too
    monkeypatch.setattr(OwnCrew, "most", 100)
    return OwnCrew
