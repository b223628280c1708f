"""Runs recorded as they go, resumed to the bit, and written whatever the disk does."""

from __future__ import annotations

import errno
import json
import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.data.learnt import fingerprint
from engine.data.photo import DRAWN_SHAPE
from engine.errors import NetSketchError, RunError
from engine.evaluation.advice import Advice, Limit
from engine.inference import Recognizer
from engine.storage import checkpoint as checkpoint_file
from engine.storage import model_file
from engine.storage.runs.file.header import read_header
from engine.storage.runs.file.lock import RunLock, is_held
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.recording_status import RecordingStatus
from engine.storage.runs.summary import read_summary
from engine.training import (
    Checkpoint,
    CheckpointTaken,
    EpochDone,
    FinishReason,
    TrainingControl,
    TrainingFinished,
    train,
)
from engine.training.history import History
from engine.words import Phrase
from tests.engine.data.doubt.conftest import made
from tests.engine.storage.runs.recorded import assert_equal_weights, assert_same, record

Follow = Callable[..., list[Any]]


def test_a_run_explains_itself(experiment: Experiment, split: Split, runs: Path, follow: Follow) -> None:
    with RunRecorder.create(experiment, split, runs=runs, preset="article", parent=("wide-2", 7)) as recorder:
        events = follow(recorder, split)
        recorder.measured({"test_accuracy": 0.5})
    run = recorder.run
    assert run.path == runs / "article-1"
    assert run.experiment() == experiment
    finished = events[-1]
    history = History()
    for event in events:
        history.add(event)
    assert_same(run.history(), history)
    assert run.history().reason is FinishReason.COMPLETED
    saved = Recognizer.load(run.model_path)
    assert saved.classes == split.classes
    assert_equal_weights(saved.state, finished.state)
    assert_equal_weights(Recognizer.load(run.best_path).state, finished.best_state)
    about = record(run)
    assert about["progress"]["reason"] == "completed"
    assert (about["progress"]["epoch"], about["progress"]["step"]) == (5, 35)
    assert about["progress"]["history_bytes"] == run.history_path.stat().st_size
    accuracies = [event.validation_accuracy for event in events if isinstance(event, EpochDone)]
    assert about["progress"]["validation_accuracy"] == max(accuracies)
    assert about["results"] == {"test_accuracy": 0.5}
    assert about["parent"] == {"run": "wide-2", "step": 7}
    assert about["fingerprint"] == fingerprint(split)
    assert set(about["versions"]) == {"torch", "numpy", "python"}


def test_a_run_that_stops_early_holds_its_best_weights_and_goes_on_from_its_last(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    labels = (split.validation.labels + 1) % 4  # the surer it is, the higher the loss
    split = Split(split.train, replace(split.validation, labels=labels), split.test)
    changes = {"training.epochs": 40, "training.early_stopping": 3, "training.learning_rate": 0.01}
    with RunRecorder.create(experiment.with_(**changes), split, runs=runs) as recorder:
        finished = follow(recorder, split)[-1]
    run, progress = recorder.run, record(recorder.run)["progress"]
    assert finished.reason is FinishReason.EARLY_STOPPED
    assert finished.epoch == finished.kept_epoch + 3
    assert (progress["best_epoch"], progress["kept_epoch"]) == (finished.kept_epoch, finished.kept_epoch)
    assert_equal_weights(Recognizer.load(run.model_path).state, finished.best_state)
    assert_equal_weights(run.weights(finished.kept_step), finished.best_state)
    last = run.weights(finished.step)
    assert not torch.equal(last["output.weight"], finished.best_state["output.weight"])
    assert read_summary(run.path).kept_epoch == finished.kept_epoch

    with RunRecorder.resume(RunFolder(run.path), split, epochs=60) as again:
        assert again.checkpoint is not None
        assert_equal_weights(again.checkpoint.model, last)
        resumed = follow(again, split)[-1]
    assert resumed.best_epoch == finished.best_epoch  # the labels are wrong: nothing better comes
    assert resumed.epoch > finished.epoch
    assert_equal_weights(Recognizer.load(run.model_path).state, finished.best_state)


def test_snapshots_lie_close_at_first_and_then_by_epoch(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        events = follow(recorder, split)
    found = recorder.run.snapshots()
    assert [item.step for item in found] == [0, 1, 2, 4, 7, 8, 14, 16, 21, 28, 32, 35]
    assert_equal_weights(recorder.run.weights(35), events[-1].state)
    assert not torch.equal(recorder.run.weights(1)["output.weight"], recorder.run.weights(0)["output.weight"])


def test_no_checkpoint_is_written_before_the_moments_it_leaves_behind(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = checkpoint_file.save
    there: list[tuple[int, set[int]]] = []  # steps of the checkpoint, and of the snapshots there by then

    def noted(path: Path, checkpoint: Checkpoint, about: dict[str, Any]) -> None:
        there.append((checkpoint.step, {item.step for item in RunFolder(path.parent).snapshots()}))
        save(path, checkpoint, about)

    monkeypatch.setattr(checkpoint_file, "save", noted)
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split)
    kept = {item.step for item in recorder.run.snapshots()}
    assert there
    for step, before in there:
        assert before >= {moment for moment in kept if moment <= step}


def test_where_room_is_short_the_model_is_written_and_not_the_way_to_it(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = checkpoint_file.save

    def refused(path: Path, checkpoint: Checkpoint, about: dict[str, Any]) -> None:
        if any(item.step == checkpoint.step for item in RunFolder(path.parent).snapshots()):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        save(path, checkpoint, about)

    monkeypatch.setattr(checkpoint_file, "save", refused)
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        finished = follow(recorder, split)[-1]
    assert_equal_weights(Recognizer.load(recorder.run.model_path).state, finished.state)
    assert finished.step in {item.step for item in recorder.run.snapshots()}, "there was room after all"
    assert recorder.failure is None


def as_drawn(split: Split) -> Split:
    """Return its images in a corner of images as large as drawings, with which alone a doubt is kept."""

    def part(of: Dataset) -> Dataset:
        height, width = of.images.shape[1:]
        _, high, wide = DRAWN_SHAPE
        return replace(of, images=np.pad(of.images, ((0, 0), (0, high - height), (0, wide - width))))

    return Split(part(split.train), part(split.validation), part(split.test))


def test_what_was_measured_is_said_of_the_weights_it_was_measured_with_alone(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    split = as_drawn(split)
    doubt = made(len(split.classes))
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split)
        recorder.measured({"test_accuracy": 0.5}, Advice(Limit.DATA, (Phrase("Find more images."),)), doubt)
    model = model_file.describe(recorder.run.model_path)
    assert model.doubt is not None
    assert model.doubt.to_text() == doubt.to_text()
    assert (model.results, model.advice) == ({"test_accuracy": 0.5}, ("Find more images.",))
    assert model_file.describe(recorder.run.best_path).results == {}
    with RunRecorder.resume(recorder.run, split, epochs=6) as more:
        follow(more, split)
    model = model_file.describe(recorder.run.model_path)
    assert (model.results, model.advice) == ({}, ())
    assert read_header(recorder.run.path).results.test_accuracy is None


def test_what_privacy_cost_is_kept_also_where_nothing_is_measured(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    private = experiment.with_(**{"network.batch_norm": False, "training.privacy_noise": 1.0})
    with RunRecorder.create(private, split, runs=runs) as recorder:
        finished = follow(recorder, split)[-1]
    assert finished.privacy_spent > 0
    assert read_header(recorder.run.path).results.privacy_spent == finished.privacy_spent
    assert model_file.load(recorder.run.model_path).results["privacy_spent"] == finished.privacy_spent


def test_a_held_run_refuses_another(experiment: Experiment, split: Split, runs: Path, follow: Follow) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        assert is_held(recorder.run.path)
        follow(recorder, split)
        with pytest.raises(RunError, match="at this moment"):
            RunRecorder.resume(recorder.run, split)
    assert not is_held(recorder.run.path)


def test_asking_whether_it_is_held_hinders_nobody(tmp_path: Path) -> None:
    lock = RunLock(tmp_path)
    with lock:
        pass
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            is_held(tmp_path)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        for _ in range(20):
            with lock:
                assert is_held(tmp_path)
    finally:
        stop.set()
        asking.join()


def test_a_pause_is_on_the_disk(experiment: Experiment, split: Split, runs: Path) -> None:
    control = TrainingControl()
    control.step_batch()
    seen: list[str] = []
    recorder = RunRecorder.create(experiment, split, runs=runs)
    paused = threading.Event()

    def go() -> None:
        with recorder:
            for event in recorder.follow(train(experiment, split, control), control):
                seen.append(type(event).__name__)
                if isinstance(event, CheckpointTaken):
                    paused.set()

    thread = threading.Thread(target=go)
    thread.start()
    try:
        assert paused.wait(30)
        while not recorder.run.checkpoint_path.exists():
            assert thread.is_alive()
        control.resume()
    finally:
        control.stop()
        thread.join()
    events = [json.loads(line)["event"] for line in recorder.run.history_path.read_text().splitlines()]
    assert events[:3] == ["started", "steps", "paused"]
    assert events[-1] == "finished"
    assert record(recorder.run)["progress"]["reason"] in ("stopped", "completed")


def test_a_training_that_fails_is_noted(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    empty = Split(split.train.subset(np.arange(0)), split.validation, split.test)
    with RunRecorder.create(experiment, empty, runs=runs) as recorder, pytest.raises(NetSketchError):
        follow(recorder, empty)
    progress = record(recorder.run)["progress"]
    assert progress["reason"] == "failed"
    assert "no examples" in progress["message"]


@pytest.mark.slow
def test_a_full_disk_stops_nothing_but_the_writing(
    experiment: Experiment, split: Split, runs: Path, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At first nothing reaches the disk; once that was said, there is room again."""
    full = [True]
    fsync = os.fsync

    def refuse(descriptor: int) -> None:
        if full[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    recorder = RunRecorder.create(
        experiment.with_(**{"training.epochs": 60}), split, runs=runs, safe_seconds=0.01
    )
    monkeypatch.setattr(os, "fsync", refuse)
    troubles: list[NetSketchError | None] = []

    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, RecordingStatus):
            troubles.append(event.error)
            full[0] = False

    with recorder:
        events = follow(recorder, split, on_event)
    assert isinstance(events[-1], TrainingFinished)
    assert troubles[0] is not None
    assert "disk is full" in str(troubles[0])
    assert len(recorder.run.history()) == 420  # all of it, once there was room
    assert_equal_weights(Recognizer.load(recorder.run.model_path).state, events[-1].state)


def test_a_folder_that_cannot_be_made_is_said(experiment: Experiment, split: Split, tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file")
    with pytest.raises(NetSketchError, match="could not be saved"):
        RunRecorder.create(experiment, split, runs=tmp_path / "runs")


def test_numbers_go_on_and_the_stillborn_are_swept(experiment: Experiment, split: Split, runs: Path) -> None:
    for name in ("article-7", "article-x", "other-9", ".bin/article-11"):
        (runs / name).mkdir(parents=True)
        (runs / name / "experiment.json").write_text("{}")
    (runs / "article-20").mkdir()
    (runs / "article-20" / "lock").touch()
    with RunRecorder.create(experiment, split, runs=runs, preset="article") as recorder:
        pass
    assert recorder.run.id == "article-12"
    assert not (runs / "article-20").exists()


def test_snapshots_are_thinned_to_their_bound(
    experiment: Experiment, split: Split, runs: Path, follow: Follow
) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        follow(recorder, split)
    size = max(item.size for item in recorder.run.snapshots())
    shutil.rmtree(runs)
    with RunRecorder.create(experiment, split, runs=runs, snapshot_bytes=7 * size) as recorder:
        events = follow(recorder, split)
    steps = [item.step for item in recorder.run.snapshots()]
    assert len(steps) == 7
    assert (steps[0], steps[-1]) == (0, 35)
    assert 7 * events[-1].best_epoch in steps


def test_a_run_on_a_file_is_called_like_the_file_alone(
    experiment: Experiment, split: Split, runs: Path
) -> None:
    on_file = experiment.with_(**{"data.dataset": "/data/flowers.csv"})
    with RunRecorder.create(on_file, split, runs=runs) as recorder:
        assert recorder.run.path == runs / "flowers-1"
