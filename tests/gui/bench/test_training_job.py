"""What a run is refused for before there is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.data.generated.images import dataset
from engine.errors import RunError
from engine.storage import model_file
from engine.training import TrainingControl, TrainingFinished, train
from gui.bench.training_job import Branch, DoubtLearnt, Keeping, RunMeasured, training_job
from gui.tasks.worker import Progress
from tests.engine.training.texts import EXPERIMENT, prose


def of(data: Dataset) -> Split:
    return Split(data, replace(data), replace(data))


def test_text_in_other_characters_does_not_begin_with_weights_that_know_these(tmp_path: Path) -> None:
    experiment = EXPERIMENT.with_(**{"training.epochs": 1})
    *_, last = train(experiment, of(prose()))
    assert isinstance(last, TrainingFinished)
    branch = Branch("", 5, last.state, classes=prose().classes)
    keeping = Keeping(tmp_path, "", 60, None, None, branch)
    other = replace(prose(), classes=("x", "y", "z", " "))
    with pytest.raises(RunError, match="weights of another"):
        training_job(experiment, of(other), TrainingControl(), keeping)(lambda _event: None)
    assert not list(tmp_path.iterdir())
    told: list[object] = []
    training_job(experiment, of(prose()), TrainingControl(), keeping)(told.append)
    assert any(isinstance(event, TrainingFinished) for event in told)


def test_what_is_no_digit_is_learnt_at_the_end_and_kept_with_the_run(tmp_path: Path) -> None:
    digits, experiment = dataset(800), Experiment().with_(**{"network.hidden": (4,), "training.epochs": 1})
    held = Dataset("held", digits.images[-200:], digits.labels[-200:], digits.classes)
    told: list[object] = []

    training_job(experiment, Split(digits, held, held), TrainingControl(), Keeping(tmp_path, "", 60))(
        told.append
    )

    measured, learnt = (
        next(place for place, event in enumerate(told) if isinstance(event, kind))
        for kind in (RunMeasured, DoubtLearnt)
    )
    assert measured < learnt, "nobody waits for it to see how good the model is"
    said = [str(event.text) for event in told[measured:learnt] if isinstance(event, Progress)]
    assert said == ["Learning what is none of the classes"]
    kept = model_file.describe(next(tmp_path.glob("*/model.safetensors"))).doubt
    event = told[learnt]
    assert isinstance(event, DoubtLearnt)
    assert kept is not None
    assert kept.to_text() == event.doubt.to_text()


def test_a_run_that_is_stopped_learns_none(tmp_path: Path) -> None:
    digits, control = dataset(800), TrainingControl()
    held = Dataset("held", digits.images[-200:], digits.labels[-200:], digits.classes)
    told: list[object] = []

    def hear(event: object) -> None:
        told.append(event)
        if isinstance(event, RunMeasured):
            control.stop()

    experiment = Experiment().with_(**{"network.hidden": (4,), "training.epochs": 1})
    training_job(experiment, Split(digits, held, held), control, Keeping(tmp_path, "", 60))(hear)

    assert any(isinstance(event, RunMeasured) for event in told)
    assert not any(isinstance(event, DoubtLearnt) for event in told)
