"""Going on with a run: the same as never interrupted, with what was there kept, and other data said."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import RunError
from engine.runtime import prefer_threads
from engine.storage import checkpoint as checkpoint_file
from engine.storage.runs import resuming
from engine.storage.runs.file import snapshots
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.recorder import RunRecorder
from engine.training import (
    Checkpoint,
    CheckpointTaken,
    EpochDone,
    StepsDone,
    TrainingControl,
    TrainingStarted,
    train,
)
from tests.engine.storage.runs.recorded import assert_equal_weights, assert_same, record, ticks

Follow = Callable[..., list[Any]]


@pytest.mark.parametrize("stop_at", [3, 7, 17])
def test_suspended_and_resumed_is_the_same_as_never_interrupted(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, stop_at: int
) -> None:
    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, StepsDone) and event.last_step >= stop_at:
            control.suspend()

    with RunRecorder.create(experiment, split, runs=runs) as whole:
        expected = follow(whole, split)
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split, on_event, clock=ticks())
    run = recorder.run
    assert record(run)["progress"]["reason"] == "paused"
    with RunRecorder.resume(RunFolder(run.path), split) as again:
        assert again.checkpoint is not None
        assert again.checkpoint.step == stop_at
        assert again.warnings == ()
        events = follow(again, split)
    assert_equal_weights(events[-1].state, expected[-1].state)
    assert_equal_weights(events[-1].best_state, expected[-1].best_state)
    assert_same(run.history(), whole.run.history())
    assert {item.step for item in whole.run.snapshots()} <= {item.step for item in run.snapshots()}
    assert record(run)["progress"]["reason"] == "completed"


def test_more_epochs_for_a_finished_run(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    constant = experiment.with_(**{"training.schedule": "constant"})
    with RunRecorder.create(constant, split, runs=runs) as whole:
        expected = follow(whole, split)
    with RunRecorder.create(constant.with_(**{"training.epochs": 2}), split, runs=runs) as recorder:
        follow(recorder, split)
    with RunRecorder.resume(recorder.run, split, epochs=5) as more:
        events = follow(more, split)
    assert_equal_weights(events[-1].state, expected[-1].state)
    assert_same(recorder.run.history(), whole.run.history())
    assert recorder.run.experiment() == constant


def test_a_run_gone_on_with_from_before_keeps_what_its_earlier_epochs_came_to(
    experiment: Experiment, split: Split, runs: Path
) -> None:
    experiment = experiment.with_(**{"training.learning_rate": 0.03, "training.schedule": "constant"})
    control = TrainingControl()
    epochs: list[EpochDone] = []
    early: Checkpoint | None = None
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        for event in recorder.follow(train(experiment, split, control, clock=ticks()), control):
            if isinstance(event, EpochDone):
                epochs.append(event)
                if event.epoch == 2:
                    control.request_checkpoint()
            elif isinstance(event, CheckpointTaken):
                early = event.checkpoint
    assert early is not None
    assert epochs[-1].best, "the end, which is taken back, was the best"
    before = [epoch for epoch in epochs if epoch.step <= early.step]
    checkpoint_file.save(recorder.run.checkpoint_path, early, {})  # the program was killed at its end

    control = TrainingControl()
    with RunRecorder.resume(recorder.run, split) as again:
        training = train(experiment, split, control, again.checkpoint, clock=ticks())
        for event in again.follow(training, control):
            if isinstance(event, StepsDone):
                control.stop()

    progress = record(recorder.run)["progress"]
    assert progress["epoch"] == len(before) < len(epochs)
    assert progress["best_epoch"] == early.best_epoch == max(epoch.epoch for epoch in before if epoch.best)
    assert progress["validation_loss"] == early.best_loss
    assert progress["validation_accuracy"] == max(epoch.validation_accuracy or 0 for epoch in before)


def test_a_run_without_a_checkpoint_begins_anew(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        expected = follow(recorder, split)
    recorder.run.checkpoint_path.unlink()
    with RunRecorder.resume(recorder.run, split) as again:
        assert again.checkpoint is None
        assert again.run.snapshots() == recorder.run.snapshots()[:1]
        events = follow(again, split)
    assert_equal_weights(events[-1].state, expected[-1].state)
    assert len(recorder.run.history()) == 35


def test_a_checkpoint_that_counts_other_steps_than_its_epochs_have_is_refused(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split)
    saved = recorder.run.checkpoint()
    assert saved is not None
    checkpoint_file.save(
        recorder.run.checkpoint_path, replace(saved.checkpoint, step=saved.checkpoint.step + 1), {}
    )
    with pytest.raises(RunError, match="steps, and its epochs make"):
        RunRecorder.resume(recorder.run, split)
    checkpoint_file.save(recorder.run.checkpoint_path, saved.checkpoint, {})
    with RunRecorder.resume(recorder.run, split):
        pass  # nobody holds it, and it can be gone on with


def test_other_data_and_versions_are_said(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split)
    monkeypatch.setattr(platform, "python_version", lambda: "9.9")
    images = split.train.images.copy()
    images[0, 0, 0] ^= 1
    other = Split(
        type(split.train)("rows", images, split.train.labels, split.classes), split.validation, split.test
    )
    with RunRecorder.resume(recorder.run, other) as again:
        assert len(again.warnings) == 2
        assert "versions" in again.warnings[0]
        assert "examples" in again.warnings[1]


def test_a_torn_end_and_a_temporary_file_are_swept(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split)
    run = recorder.run
    whole = run.history()
    with run.history_path.open("ab") as stream:
        stream.write(b'{"event":"steps","first_step":36,"lo')
    (run.path / ".netsketch-0123.tmp").write_bytes(b"x")
    (run.path / snapshots.FOLDER / ".netsketch-0123.tmp").write_bytes(b"x")
    assert_same(run.history(), whole)
    with RunRecorder.resume(run, split, epochs=6) as again:
        follow(again, split)
    assert not list(run.path.rglob("*.tmp"))
    assert all(json.loads(line)["event"] for line in run.history_path.read_text().splitlines())
    assert len(run.history()) == 42


@pytest.mark.parametrize(
    ("kept", "cores", "threads", "is_told"),
    [(None, 8, 3, False), (2, 8, 2, False), (16, 8, 1, True), (10**9, 8, 1, True), ("many", 8, 1, False)],
)
def test_it_goes_on_with_the_threads_that_it_had(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, monkeypatch: pytest.MonkeyPatch,
    kept: object, cores: int, threads: int, is_told: bool,
) -> None:  # fmt: skip
    """Attention differs in the last bits by threads; the machine's choice may have changed since."""

    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, StepsDone):
            control.suspend()

    monkeypatch.setattr(resuming, "usable_cores", lambda: cores)
    open_ = experiment.with_(**{"training.threads": 0, "network.hidden": "patches3x8,attention2,pool"})
    prefer_threads(3)
    try:
        with RunRecorder.create(open_, split, runs=runs) as recorder:
            follow(recorder, split, on_event, clock=ticks())
        if kept is not None:
            saved = recorder.run.checkpoint()
            assert saved is not None
            path = recorder.run.checkpoint_path
            checkpoint_file.save(path, saved.checkpoint, saved.about | {"threads": kept})
        prefer_threads(1)
        with RunRecorder.resume(RunFolder(recorder.run.path), split) as again:
            events = follow(again, split)
    finally:
        prefer_threads(0)
    assert isinstance(events[0], TrainingStarted)
    assert events[0].threads == threads
    assert any("threads" in warning for warning in again.warnings) == is_told
