"""A run keeps a copy of its teacher: gone on with to the bit without the file, written again, taken along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import RunError, TrainingError
from engine.inference.teacher import Teaching, ask_teacher
from engine.models.build import build
from engine.storage import model_file
from engine.storage.runs import writer as writer_module
from engine.storage.runs.archive import export_run, import_run
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.training import StepsDone, TrainingControl, train
from tests.engine.storage.runs.recorded import assert_equal_weights, assert_same, ticks


@pytest.fixture
def path(tmp_path: Path, experiment: Experiment, split: Split) -> Path:
    path = tmp_path / "teacher.safetensors"
    model_file.save(
        path,
        experiment=experiment,
        classes=split.classes,
        state=build(experiment.network, image_shape=(1, 6, 6), classes=4, seed=9).state_dict(),
        image_shape=(1, 6, 6),
        results={"test_accuracy": 0.5},
    )
    return path


@pytest.fixture
def pupil(path: Path, experiment: Experiment) -> Experiment:
    return experiment.with_(**{"training.teacher": str(path)})


def follow(
    recorder: RunRecorder,
    split: Split,
    teaching: Teaching,
    on_event: Callable[[Any, TrainingControl], None] = lambda event, control: None,
) -> list[Any]:
    control, events = TrainingControl(), []
    resume = recorder.checkpoint
    training = train(recorder.experiment, split, control, resume, teacher=teaching.logits, clock=ticks())
    for event in recorder.follow(training, control):
        events.append(event)
        on_event(event, control)
    return events


def asked(experiment: Experiment, split: Split, run: RunFolder | None = None) -> Teaching:
    teaching = ask_teacher(experiment, split, run=run)
    assert teaching is not None
    return teaching


def begun(pupil: Experiment, split: Split, runs: Path) -> RunFolder:
    """A run that was suspended after seven steps."""

    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, StepsDone) and event.last_step >= 7:
            control.suspend()

    teaching = asked(pupil, split)
    with RunRecorder.create(pupil, split, runs=runs, teacher=teaching.saved) as recorder:
        follow(recorder, split, teaching, on_event)
    return recorder.run


def test_it_goes_on_to_the_bit_without_the_teachers_file(
    pupil: Experiment, split: Split, runs: Path, path: Path
) -> None:
    teaching = asked(pupil, split)
    with RunRecorder.create(pupil, split, runs=runs, teacher=teaching.saved) as whole:
        expected = follow(whole, split, teaching)
    run = begun(pupil, split, runs)
    path.unlink()

    again = asked(run.experiment(), split, run)
    with RunRecorder.resume(run, split, teacher=again.saved) as recorder:
        events = follow(recorder, split, again)

    assert again.warnings == teaching.warnings
    assert_equal_weights(events[-1].state, expected[-1].state)
    assert_same(run.history(), whole.run.history())
    copied = model_file.load(run.teacher_path)
    assert_equal_weights(copied.state, teaching.saved.state)
    assert (copied.experiment, copied.results) == (teaching.saved.experiment, teaching.saved.results)


@pytest.mark.parametrize("content", [None, b"damaged"])
def test_without_its_copy_it_goes_on_with_the_file_says_so_and_copies_that(
    content: bytes | None, pupil: Experiment, split: Split, runs: Path
) -> None:
    run = begun(pupil, split, runs)
    run.teacher_path.unlink()
    if content is not None:
        run.teacher_path.write_bytes(content)

    again = asked(run.experiment(), split, run)
    with RunRecorder.resume(run, split, teacher=again.saved) as recorder:
        follow(recorder, split, again)

    assert "copy of its teacher is gone or damaged" in again.warnings[0]
    assert_equal_weights(model_file.load(run.teacher_path).state, again.saved.state)


def test_without_both_it_says_what_is_missing(
    pupil: Experiment, split: Split, runs: Path, path: Path
) -> None:
    run = begun(pupil, split, runs)
    run.teacher_path.unlink()
    path.unlink()
    with pytest.raises(TrainingError) as caught:
        asked(run.experiment(), split, run)
    assert str(path) in caught.value.cause


def test_a_copy_that_is_taken_away_is_written_again(
    pupil: Experiment, split: Split, runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer_module, "WRITE_SECONDS", 0.0)
    teaching = asked(pupil, split)

    def on_event(event: Any, control: TrainingControl) -> None:
        if isinstance(event, StepsDone) and event.last_step == 3:
            recorder.run.teacher_path.unlink()

    with RunRecorder.create(pupil, split, runs=runs, teacher=teaching.saved) as recorder:
        follow(recorder, split, teaching, on_event)

    assert recorder.failure is None
    assert_equal_weights(model_file.load(recorder.run.teacher_path).state, teaching.saved.state)


def test_a_zip_takes_it_along_and_a_damaged_one_is_refused(
    pupil: Experiment, split: Split, runs: Path, tmp_path: Path
) -> None:
    run = begun(pupil, split, runs)
    export_run(run, tmp_path / "run.zip")
    library = RunLibrary(tmp_path / "others")

    run_id = import_run(tmp_path / "run.zip", library)

    arrived = library.open(run_id)
    assert_equal_weights(model_file.load(arrived.teacher_path).state, model_file.load(run.teacher_path).state)
    asked(arrived.experiment(), split, arrived)
    data = run.teacher_path.read_bytes()
    run.teacher_path.write_bytes(data[:-4] + b"\0\1\2\3")
    export_run(run, tmp_path / "damaged.zip")
    with pytest.raises(RunError, match="is damaged"):
        import_run(tmp_path / "damaged.zip", library)


def test_runs_without_a_teacher_have_no_such_file(experiment: Experiment, split: Split, runs: Path) -> None:
    with RunRecorder.create(experiment, split, runs=runs) as recorder:
        pass
    assert not recorder.run.teacher_path.exists()
