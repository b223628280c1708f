"""Real worker processes."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from engine.errors import ConfigError, TrainingError
from engine.storage.runs.library import RunLibrary
from engine.sweep import crew
from engine.sweep.crew import Crew, CrewControl
from engine.sweep.library import SweepLibrary
from engine.sweep.plan import SweepPlan
from engine.sweep.sweep import CREW_LOCK, WORKERS, SweepState, SweepStatus
from engine.sweep.trial import TrialState
from engine.sweep.wishes import SUSPEND


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no such kill")
def test_the_trial_of_a_killed_worker_is_done_again_and_a_stopped_sweep_keeps_what_is_there(
    tmp_path: Path, plan_of: Callable[..., SweepPlan]
) -> None:
    library = SweepLibrary(tmp_path / "sweeps")
    sweep = library.create(plan_of(None, {"training.epochs": 100_000}))
    crew_of_one, control = Crew(sweep, 1, runs=tmp_path / "runs"), CrewControl()
    killed: list[int] = []
    statuses: list[SweepStatus] = []

    def look() -> None:
        running = [trial for trial in sweep.trials() if trial.state is TrialState.RUNNING and trial.epochs]
        if running and not killed:
            with pytest.raises(ConfigError, match="running already"):
                Crew(library.open(sweep.id), 1).run(CrewControl(), lambda: None)
            killed.extend(crew_of_one.processes)
            os.kill(killed[0], signal.SIGKILL)
        elif running and running[0].again_of is not None:
            statuses.append(library.sweeps()[0].status)
            control.stop()

    crew_of_one.run(control, look)
    first, second = sweep.trials()
    assert (first.state, second.state, second.again_of) == (TrialState.LOST, TrialState.ENDED_EARLY, 0)
    assert first.values == second.values
    assert first.worker != second.worker
    (run,) = RunLibrary(tmp_path / "runs").summaries()
    assert (run.id, run.sweep) == (second.run, sweep.id)
    assert statuses[0] is SweepStatus.RUNNING
    assert sweep.status() is SweepStatus.STOPPED
    assert crew_of_one.processes == ()
    assert sweep.state().seconds > 0


def test_workers_that_cannot_begin_are_told_of_once(
    tmp_path: Path, plan_of: Callable[..., SweepPlan], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import sys; sys.exit('netsketch: There is no data set here.')"
    monkeypatch.setattr(crew, "command", lambda: [sys.executable, "-S", "-c", code])
    sweep = SweepLibrary(tmp_path).create(plan_of())
    with pytest.raises(TrainingError, match=r"without a result\. There is no data set here\."):
        Crew(sweep, 1, runs=tmp_path / "runs").run(CrewControl(), lambda: None)
    assert sweep.trials() == ()
    assert sweep.status() is SweepStatus.PAUSED


def test_who_asks_whether_a_sweep_is_running_does_not_hinder_a_crew(
    tmp_path: Path, plan_of: Callable[..., SweepPlan]
) -> None:
    sweep = SweepLibrary(tmp_path).create(plan_of(minutes=1.0, trials=0))
    sweep.note_state(SweepState(seconds=60.0))
    lock = FileLock(sweep.folder / CREW_LOCK, thread_local=False)
    lock.acquire()
    asked = threading.Timer(0.1, lock.release)
    asked.start()
    Crew(sweep, 1, runs=tmp_path / "runs").run(CrewControl(), lambda: None)
    asked.join()


def test_where_a_worker_cannot_be_begun_those_before_it_end(
    tmp_path: Path, plan_of: Callable[..., SweepPlan], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[subprocess.Popen[str]] = []
    real = subprocess.Popen

    def begin(*arguments: Any, **more: Any) -> subprocess.Popen[str]:
        if begun:
            raise OSError(errno.EMFILE, "Too many open files")
        begun.append(real(*arguments, **more))
        return begun[0]

    monkeypatch.setattr(crew, "command", lambda: [sys.executable, "-S", "-c", "import sys; sys.stdin.read()"])
    monkeypatch.setattr(subprocess, "Popen", begin)
    with pytest.raises(TrainingError, match=r"cannot be begun\. .*Too many open files"):
        Crew(SweepLibrary(tmp_path).create(plan_of()), 2, runs=tmp_path / "runs").run(
            CrewControl(), lambda: None
        )
    assert begun[0].poll() == 0


def test_who_leaves_waits_but_a_moment_and_the_workers_end_by_themselves(
    tmp_path: Path, plan_of: Callable[..., SweepPlan], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[subprocess.Popen[str]] = []
    real = subprocess.Popen

    def begin(*arguments: Any, **more: Any) -> subprocess.Popen[str]:
        begun.append(real(*arguments, **more))
        return begun[-1]

    # It hears that its crew has gone, and takes longer to end than anybody waits.
    code = "import sys; sys.stdin.read(); print('late', flush=True, file=sys.stderr); sys.stdin.close(); "
    code += "import threading; threading.Event().wait(600)"
    monkeypatch.setattr(crew, "command", lambda: [sys.executable, "-S", "-c", code])
    monkeypatch.setattr(subprocess, "Popen", begin)
    monkeypatch.setattr(crew, "LEAVE_SECONDS", 0.1)
    sweep, control = SweepLibrary(tmp_path).create(plan_of()), CrewControl()
    control.leave()
    Crew(sweep, 1, runs=tmp_path / "runs").run(control, lambda: None)
    assert begun[0].poll() is None
    assert sweep.status() is SweepStatus.PAUSED  # another crew may go on at once
    assert control.wish == SUSPEND
    begun[0].kill()
    begun[0].wait()
    begun[0].stdin = None


def test_what_killed_workers_left_is_taken_away_and_what_others_hold_is_not(
    tmp_path: Path, plan_of: Callable[..., SweepPlan]
) -> None:
    sweep = SweepLibrary(tmp_path).create(plan_of(minutes=1.0, trials=0))
    sweep.note_state(SweepState(seconds=60.0))
    folder = sweep.folder / WORKERS
    for name in ("12-1.log", f"{'a' * 16}.lock", "notes.log", "mine.lock"):
        (folder / name).write_text("", encoding="utf-8")
    with FileLock(folder / f"{'b' * 16}.lock"):
        Crew(sweep, 1, runs=tmp_path / "runs").run(CrewControl(), lambda: None)
        assert {path.name for path in folder.iterdir()} == {"notes.log", "mine.lock", f"{'b' * 16}.lock"}


def test_an_end_stays_and_is_heard_in_the_middle_of_a_wait() -> None:
    control = CrewControl()
    waiting = threading.Thread(target=control.wait, args=(100.0,))
    waiting.start()
    while waiting.is_alive():
        control.suspend()
        waiting.join(0.01)
    control.go_on()
    assert control.ended
