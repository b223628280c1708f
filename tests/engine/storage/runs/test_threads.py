"""How many threads did the steps of a run stands in its record, changes and all, and in its checkpoint."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from engine.storage.runs.file import history as history_file
from engine.storage.runs.file.header import HEADER_NAME, read_header
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.summary import read_summary
from engine.training import StepsDone, ThreadsChanged, TrainingControl, TrainingStarted, train
from engine.training import threads as threads_module
from engine.training.manner import Manner
from tests.engine.storage.runs.recorded import ticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.config import Experiment
    from engine.data.dataset import Split

COURSE = ((1, 2), (9, 1))


@pytest.fixture
def automatic(experiment: Experiment, monkeypatch: pytest.MonkeyPatch) -> Experiment:
    monkeypatch.setattr(threads_module, "usable_cores", lambda: 2)
    return experiment.with_(**{"training.threads": 0})


def keep(recorder: RunRecorder, split: Split, until: int = 10**6) -> list[Any]:
    """Have a run go by the course, and closed after so many steps."""
    control = TrainingControl()
    events = []
    options = {"manner": Manner(COURSE)} if recorder.checkpoint is None else {}
    training = train(recorder.experiment, split, control, recorder.checkpoint, clock=ticks(), **options)
    with recorder:
        for event in recorder.follow(training, control):
            events.append(event)
            if isinstance(event, StepsDone) and event.last_step >= until:
                control.suspend()
    return events


@pytest.mark.parametrize("until", [5, 12])
def test_the_record_tells_every_change_and_a_resumed_run_follows_it(
    automatic: Experiment, split: Split, runs: Path, until: int
) -> None:
    recorder = RunRecorder.create(automatic, split, runs=runs)
    keep(recorder, split, until)
    run = recorder.run
    course = COURSE if until > 9 else COURSE[:1]
    saved = run.checkpoint()
    assert saved is not None
    assert saved.about["threads"] == course[-1][1]
    assert saved.checkpoint.threads_to_come == COURSE[len(course) :]
    assert read_header(run.path).threads == course[-1][1]
    assert read_header(run.path).progress.threads == run.history().thread_course == course
    again = keep(RunRecorder.resume(run, split), split)
    assert next(event.threads for event in again if isinstance(event, TrainingStarted)) == course[-1][1]
    assert [event.step for event in again if isinstance(event, ThreadsChanged)] == [9] * (until < 9)
    assert read_summary(run.path).threads == run.history().thread_course == COURSE


def test_a_killed_run_forgets_the_changes_that_it_has_not_kept(
    automatic: Experiment, split: Split, runs: Path
) -> None:
    recorder = RunRecorder.create(automatic, split, runs=runs)
    keep(recorder, split, 5)
    late = [
        '{"event":"threads","step":7,"old":2,"new":1}',
        '{"event":"threads","step":0,"old":2,"new":"many"}',
    ]
    history_file.append(recorder.run.history_path, late)
    assert read_header(recorder.run.path).progress.threads == ((1, 2), (7, 1))
    keep(RunRecorder.resume(recorder.run, split), split)
    assert recorder.run.history().thread_course == COURSE


@pytest.mark.parametrize(("said", "known"), [("bfloat16", "bfloat16"), ("float128", "")])
def test_a_run_says_in_which_numbers_it_was_done(
    make_run: Callable[..., Path], said: str, known: str
) -> None:
    folder = make_run()
    path = folder / HEADER_NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | {"precision": said}))
    assert read_summary(folder).precision == known


def test_what_older_runs_say_is_known(make_run: Callable[..., Path]) -> None:
    folder = make_run()
    summary = read_summary(folder)
    assert (summary.threads, summary.precision) == (((1, 1),), "float32")
    assert replace(summary, threads=()).threads == ()
