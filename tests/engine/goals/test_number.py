"""A number is learnt in any unit: what is told are the errors that NumPy finds, and R²."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.data.split import split
from engine.errors import DataError, TrainingError
from engine.evaluation.gate import verdict
from engine.evaluation.measure import measure
from engine.evaluation.number_report import NumberReport
from engine.goals.number import GOAL
from engine.inference import Recognizer
from engine.inputs.feature import Feature
from engine.models.build import build_with
from engine.storage import checkpoint as checkpoint_file
from engine.storage import model_file
from engine.storage.runs.file.header import stored_header
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.training import EpochDone, StepsDone, TrainingControl, TrainingFinished, train
from engine.training.doctor.probe import Probe

EXPERIMENT = Experiment().with_(
    **{
        "network.hidden": ({"size": 8, "activation": "tanh"},),
        "training.epochs": 30,
        "training.batch_size": 16,
        "training.learning_rate": 0.02,
        "training.threads": 1,
    }
)
UNIT, ZERO = 5_000.0, 120_000.0  # as the prices of houses are


def linear(size: int = 400, seed: int = 0) -> Dataset:
    """Return points in the plane whose target is a linear function of both, in an unwieldy unit."""
    points = np.random.default_rng(seed).normal(size=(size, 2)).astype(np.float32)
    targets = (ZERO + UNIT * (2 * points[:, 0] - points[:, 1])).astype(np.float32)
    return Dataset(
        "linear", points, targets, ("price",), features=(Feature("x", -3, 3, 0), Feature("y", -3, 3, 0))
    )


def parts() -> Split:
    return split(linear(), linear(100, seed=1), EXPERIMENT.data)


def trained(experiment: Experiment = EXPERIMENT, **options: Any) -> list[Any]:
    return list(train(experiment, parts(), **options))


def test_a_linear_target_is_learnt_and_told_in_its_own_unit() -> None:
    events = trained()
    data, done = parts(), events[-1]
    model = build_with(EXPERIMENT.network, done.state, image_shape=(2,), classes=1, goal="number")
    report = measure(model, data.test)
    assert isinstance(report, NumberReport)
    with torch.inference_mode():
        answers = model.eval()(torch.from_numpy(data.test.images))[:, 0].numpy().astype(np.float64)
    targets = data.test.labels.astype(np.float64)
    squares = np.square(answers - targets)
    assert report.accuracy > 0.99
    assert report.accuracy == pytest.approx(1 - squares.sum() / np.square(targets - targets.mean()).sum())
    assert report.mae == pytest.approx(np.abs(answers - targets).mean())
    assert report.rmse == pytest.approx(np.sqrt(squares.mean()))
    assert report.loss == pytest.approx(squares.mean())
    assert report.accuracy in report.interval
    assert report.worst[0] == squares.argmax()


def test_validation_tells_the_error_and_r2_of_its_own_targets() -> None:
    events = trained()
    told = [event for event in events if isinstance(event, EpochDone)][-1]
    model = build_with(EXPERIMENT.network, events[-1].last_state, image_shape=(2,), classes=1, goal="number")
    report = measure(model, parts().validation)
    assert told.validation_loss == pytest.approx(report.loss, rel=1e-3)
    assert told.validation_accuracy == pytest.approx(report.accuracy, abs=1e-4)
    assert told.validation_accuracy is not None
    assert told.validation_accuracy > 0.99
    first = next(event for event in events if isinstance(event, StepsDone))
    assert first.losses[0] > UNIT**2  # a squared error in the unit of the targets
    assert first.accuracies[0] < 0.8


def test_it_is_resumed_to_the_bit_from_amid_an_epoch(tmp_path: Path) -> None:
    control = TrainingControl()
    short = EXPERIMENT.with_(**{"training.epochs": 2})
    whole = trained(short)[-1]
    for event in train(short, parts(), control, clock=count().__next__):  # a look after each step
        if isinstance(event, StepsDone) and event.last_step >= 3:
            control.stop()
        if isinstance(event, TrainingFinished):
            point = event.checkpoint
    assert point is not None
    assert point.position
    assert point.epoch_correct.dtype == np.float64
    checkpoint_file.save(tmp_path / "point", point, {})
    again = checkpoint_file.load(tmp_path / "point").checkpoint
    rest = trained(short, resume=again)[-1]
    assert all(torch.equal(whole.state[name], tensor) for name, tensor in rest.state.items())


def test_a_checkpoint_of_classes_does_not_go_on_with_a_number() -> None:
    point = trained(EXPERIMENT.with_(**{"training.epochs": 1}))[-1].checkpoint
    amid = replace(
        point,
        position=1,
        step=point.step + 1,
        epoch_losses=np.ones(1, np.float32),
        epoch_correct=np.ones(1, np.int64),
    )
    with pytest.raises(TrainingError, match="resumed"):
        trained(resume=amid)


def test_a_model_file_answers_in_the_unit(tmp_path: Path) -> None:
    data, state = parts(), trained()[-1].state
    model_file.save(
        tmp_path / "m.safetensors",
        experiment=EXPERIMENT,
        classes=data.classes,
        state=state,
        image_shape=(2,),
        features=data.train.features,
        goal=data.goal,
    )
    recognizer = Recognizer.load(tmp_path / "m.safetensors")
    found = recognizer.probabilities(data.test.images[:5])
    assert recognizer.goal == "number"
    np.testing.assert_allclose(found[:, 0], data.test.labels[:5], atol=UNIT / 2)
    assert recognizer.activations(data.test.images[0])[-1] == pytest.approx(found[0], rel=1e-6)


def test_a_run_keeps_its_goal(tmp_path: Path) -> None:
    recorder = RunRecorder.create(EXPERIMENT, parts(), runs=tmp_path)
    with recorder:
        list(recorder.follow(train(EXPERIMENT, parts()), TrainingControl()))
    run = RunLibrary(tmp_path).open(recorder.run.id)
    assert stored_header(run.path).goal == "number"
    assert run.history().validation_accuracies[-1] > 0.99
    assert model_file.describe(run.model_path).goal == "number"


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"training.label_smoothing": 0.1}, "spreads"), ({"training.teacher": "m.safetensors"}, "teacher")],
)
def test_what_asks_for_classes_is_refused(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(TrainingError, match=words):
        trained(EXPERIMENT.with_(**changes))


def test_the_same_target_everywhere_is_no_division_by_zero() -> None:
    assert GOAL.fitted(np.full(5, 7.0, np.float32)).scale == (7.0, 1.0)
    assert GOAL.fitted(np.zeros(0, np.float32)).scale == (0.0, 1.0)


def test_targets_whose_spread_has_no_square_are_refused_with_a_remedy() -> None:
    def tiny(data: Dataset) -> Dataset:
        return replace(data, labels=(data.labels.astype(np.float64) * (1e-42 / UNIT)).astype(np.float32))

    data = parts()
    with pytest.raises(TrainingError) as caught:
        list(train(EXPERIMENT, Split(*map(tiny, (data.train, data.validation, data.test)))))
    assert "scale the column" in str(caught.value.cause)
    few = np.array([0, 1e-20], np.float32)  # some of many whose spread is fine, such as those that validate
    assert GOAL.fitted(few).scale.deviation == 1
    assert not GOAL.why_not(np.array([0, 1e-12], np.float32))
    assert not GOAL.why_not(np.full(3, 1e-42, np.float32))


@pytest.mark.parametrize(
    ("targets", "names"), [([np.nan, 1.0], ("y",)), ([1e13, 0.0], ("y",)), ([1.0, 2.0], ("y", "z"))]
)
def test_targets_that_cannot_be_learnt_are_refused(targets: list[float], names: tuple[str, ...]) -> None:
    points = np.zeros((2, 1), np.float32)
    with pytest.raises(DataError, match="targets"):
        Dataset("bad", points, np.array(targets, np.float32), names, features=(Feature("x", 0, 1, 0),))


def test_the_pass_mark_is_one_of_r2() -> None:
    targets = np.linspace(0, 1, 50).astype(np.float32)
    report = NumberReport.of(targets, targets + np.float32(0.01), "y")
    told = verdict(report, Experiment().with_(**{"evaluation.gate": 0.9}))
    assert told.passed
    assert "R²" in str(told.sentence)
    assert not verdict(report, Experiment().with_(**{"evaluation.gate": 0.9999})).passed


def test_the_doctor_looks_into_its_layers() -> None:
    done = trained()[-1]
    probes = Probe(EXPERIMENT, parts().train).measure(done.state, done.step)
    assert [layer.name for layer in probes.layers] == ["hidden_1", "output"]
    assert probes.loss < 0.1 * UNIT**2
