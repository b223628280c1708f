"""Files of a run that somebody takes away while it is trained: noticed, told once, and written again."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import RunError
from engine.storage import model_file
from engine.storage.runs import writer as writer_module
from engine.storage.runs.file.lock import RunLock, is_held
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.recording_status import RunWrittenAgain
from engine.storage.runs.summary import read_summary
from engine.training import EpochDone, TrainingControl, train
from tests.engine.storage.runs.recorded import assert_equal_weights, assert_same, record, ticks

Follow = Callable[..., list[Any]]

marks = count()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the writer not gather what it is told."""
    monkeypatch.setattr(writer_module, "WRITE_SECONDS", 0.0)


@pytest.fixture(scope="module")
def whole(experiment: Experiment, split: Split, tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run that nobody touched."""
    control = TrainingControl()
    with RunRecorder.create(experiment, split, runs=tmp_path_factory.mktemp("runs")) as recorder:
        for _ in recorder.follow(train(experiment, split, control, clock=ticks()), control):
            pass
    return recorder.run


def the_folder(run: RunFolder) -> None:
    run.path.rename(run.path.with_name("elsewhere"))


def the_home(run: RunFolder) -> None:
    run.path.parent.rename(run.path.parent.with_name("elsewhere"))


def all_files(run: RunFolder) -> None:
    for path in run.path.iterdir():
        if path.is_file():
            path.unlink()


def half_of_the_history(run: RunFolder) -> None:
    data = run.history_path.read_bytes()
    run.history_path.write_bytes(data[: len(data) // 2])


def all_weights(run: RunFolder) -> None:
    for path in (run.model_path, run.best_path, run.checkpoint_path):
        path.unlink(missing_ok=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("take_away", "epoch"),
    [(each, 3) for each in (the_folder, the_home, all_files, half_of_the_history)]
    + [(the_folder, 5), (all_weights, 5)],
)
def test_what_is_taken_away_is_written_again(
    experiment: Experiment,
    split: Split,
    runs: Path,
    follow: Follow,
    whole: RunFolder,
    take_away: Callable[[RunFolder], None],
    epoch: int,
) -> None:
    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, EpochDone) and event.epoch == 2:
            control.request_checkpoint()
        if isinstance(event, EpochDone) and event.epoch == epoch:
            wait_for_writer(recorder)
            take_away(recorder.run)
            if epoch == 3:
                wait_for_writer(recorder)
                assert is_held(recorder.run.path)

    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        events = follow(recorder, split, on_event, clock=ticks())
    events += recorder.written_again()
    run = recorder.run
    assert recorder.failure is None
    assert [type(event) for event in events].count(RunWrittenAgain) == 1
    assert_same(run.history(), whole.history())
    assert_equal_weights(model_file.load(run.model_path).state, model_file.load(whole.model_path).state)
    saved = run.checkpoint()
    assert saved is not None
    assert saved.checkpoint.step == 35
    assert run.experiment() == experiment
    assert read_summary(run.path).epoch == record(run)["progress"]["epoch"] == 5


def test_what_is_taken_away_from_a_run_at_rest_is_written_again(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "LOOK_SECONDS", 0.01)
    said: list[RunWrittenAgain] = []

    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, EpochDone) and event.epoch == 2:
            control.request_checkpoint()
        if isinstance(event, EpochDone) and event.epoch == 3:
            wait_for_writer(recorder)
            the_folder(recorder.run)
            control.pause()
        if isinstance(event, RunWrittenAgain):  # only a checkpoint that was asked for lets it be told at rest
            said.append(event)
            control.stop()

    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split, on_event, clock=ticks())
    assert len(said) == 1
    assert recorder.failure is None
    assert recorder.run.checkpoint() is not None


def test_a_run_that_is_gone_on_with_has_its_whole_history_again(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    with RunRecorder.create(experiment.with_(**{"training.epochs": 2}), split, runs=runs) as recorder:
        follow(recorder, split)
    with RunRecorder.resume(recorder.run, split, epochs=4) as again:
        wait_for_writer(again)
        the_folder(again.run)
        follow(again, split)
    assert again.failure is None
    assert len(again.run.history()) == 28


def test_a_run_begun_elsewhere_in_the_meantime_is_left_alone(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    recorder = RunRecorder.create(experiment, split, runs=runs)
    wait_for_writer(recorder)
    the_folder(recorder.run)
    recorder.run.path.mkdir()
    with RunLock(recorder.run.path):
        follow(recorder, split)
        recorder.close()
        assert isinstance(recorder.failure, RunError)
        assert "is being trained" in str(recorder.failure)
        assert [path.name for path in recorder.run.path.iterdir()] == ["lock"]


def wait_for_writer(recorder: RunRecorder) -> None:
    """Wait until what the writer was told so far is on the disk; the header goes out last."""
    mark = str(next(marks))
    recorder._writer.note(program_version=mark)
    while True:
        with suppress(FileNotFoundError):
            if record(recorder.run)["program_version"] == mark:
                return
        time.sleep(0)  # the other thread's turn
