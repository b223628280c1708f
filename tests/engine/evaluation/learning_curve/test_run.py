from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from engine import training
from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.errors import Cancelled, DataError, TrainingError
from engine.evaluation.evaluate import evaluate
from engine.evaluation.learning_curve.events import CurveEvent, CurveFinished, CurveProgress, CurveStarted
from engine.evaluation.learning_curve.run import learning_curve
from engine.evaluation.learning_curve.summary import CurvePoint
from engine.models.build import build
from engine.training import EpochDone, TrainingEvent, TrainingFinished


def rows(count: int, seed: int) -> Dataset:
    """Images whose class shows faintly as a bright row amid noise."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 4, count).astype(np.int64)
    images = random.integers(0, 200, (count, 6, 6)).astype(np.uint8)
    images[np.arange(count), labels] += 50
    return Dataset("rows", images, labels, tuple("abcd"))


DATA = Split(rows(640, 0), rows(400, 1), rows(4, 2))
EXPERIMENT = Experiment().with_(
    **{
        "network.hidden": (16,),
        "training.epochs": 8,
        "training.batch_size": 20,
        "training.learning_rate": 0.005,
        "training.threads": 1,
    }
)


@pytest.fixture(scope="module")
def events() -> list[CurveEvent]:
    return list(learning_curve(EXPERIMENT, DATA, seeds=2))


def test_each_size_is_trained_with_each_seed(events: list[CurveEvent]) -> None:
    assert events[0] == CurveStarted((40, 80, 160, 320, 640), 2, 10)
    done = [event for event in events if isinstance(event, CurvePoint)]
    assert [(point.size, point.seed) for point in done] == [
        (size, seed) for seed in (0, 1) for size in (40, 80, 160, 320, 640)
    ]
    finished = events[-1]
    assert isinstance(finished, CurveFinished)
    assert finished.points == tuple(done)


def test_more_images_make_fewer_mistakes(events: list[CurveEvent]) -> None:
    finished = events[-1]
    assert isinstance(finished, CurveFinished)
    errors = finished.summary.errors

    assert errors[-1] < errors[0] - 0.1
    assert finished.summary.doubled is not None
    assert finished.summary.doubled.error < errors[-1]


def test_progress_goes_from_nothing_to_all(events: list[CurveEvent]) -> None:
    shares = [event.share for event in events if isinstance(event, CurveProgress)]

    assert shares == sorted(shares)
    assert 0 < shares[0]
    assert shares[-1] == pytest.approx(1)


def test_it_can_be_repeated_and_leaves_the_global_generator_alone(events: list[CurveEvent]) -> None:
    before = torch.get_rng_state()
    again = [e for e in learning_curve(EXPERIMENT, DATA, seeds=1) if isinstance(e, CurvePoint)]

    assert again == [event for event in events if isinstance(event, CurvePoint)][:5]
    assert torch.equal(torch.get_rng_state(), before)


def test_it_can_be_cancelled_within_a_training() -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 20

    with pytest.raises(Cancelled):
        list(learning_curve(EXPERIMENT, DATA, cancelled=cancelled))

    assert len(asked) == 21


def test_whoever_stops_listening_ends_the_training() -> None:
    threads = torch.get_num_threads()
    curve: Iterator[CurveEvent] = learning_curve(EXPERIMENT.with_(**{"training.threads": threads + 1}), DATA)
    while not isinstance(next(curve), CurveProgress):
        pass
    assert torch.get_num_threads() == threads + 1

    curve.close()  # type: ignore[attr-defined]

    assert torch.get_num_threads() == threads


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (Split(DATA.train, DATA.validation.subset(slice(0, 0)), DATA.test), "needs validation examples"),
        (Split(DATA.train.subset(slice(0, 10)), DATA.validation, DATA.test), "too few examples"),
    ],
)
def test_too_little_is_said(data: Split, words: str) -> None:
    with pytest.raises(DataError, match=words):
        next(learning_curve(EXPERIMENT, data))


def test_a_training_that_diverges_is_said() -> None:
    linear = ({"size": 8, "activation": "identity"},) * 3
    wild = EXPERIMENT.with_(
        **{"network.hidden": linear, "training.optimizer": "sgd", "training.learning_rate": 1000}
    )

    with pytest.raises(TrainingError, match="diverged"):
        list(learning_curve(wild, DATA))


MOVING = ("rotation", "scale", "shear", "shift", "thickness", "elastic")


def test_training_images_are_measured_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dropout and variation make learning harder, not what was learnt: a network that reads all reads all."""
    hindered = EXPERIMENT.with_(
        **{
            "network.hidden": ({"size": 64, "dropout": 0.5},),
            "data.augmentation": {"enabled": True, "noise": 0.2, **dict.fromkeys(MOVING, 0)},
            "training.epochs": 12,
        }
    )
    ends: list[TrainingFinished] = []
    seen: list[float] = []
    real = training.train

    def listened(experiment: Experiment, data: Split) -> Iterator[TrainingEvent]:
        for event in real(experiment, data):
            if isinstance(event, TrainingFinished):
                ends.append(event)
            elif isinstance(event, EpochDone):
                seen.append(event.train_accuracy)
            yield event

    monkeypatch.setattr(training, "train", listened)
    points = [
        e for e in learning_curve(hindered, DATA, fractions=(1 / 2, 1), seeds=1) if isinstance(e, CurvePoint)
    ]

    model = build(hindered.network, image_shape=(1, 6, 6), classes=4)
    model.load_state_dict(ends[-1].state)
    assert points[-1].train_accuracy == evaluate(model, DATA.train).accuracy
    assert points[-1].accuracy == evaluate(model, DATA.validation).accuracy
    assert points[-1].train_accuracy > seen[-1] + 0.1  # what it read while it was hindered


def test_small_parts_are_seen_more_often_and_in_smaller_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of 1/k of the images √k times as often, four times at most; ten steps in an epoch at least."""
    plans: list[tuple[int, int, int]] = []
    real = training.train

    def noted(experiment: Experiment, data: Split) -> Iterator[TrainingEvent]:
        settings = experiment.training
        plans.append((len(data.train), settings.epochs, settings.batch_size))
        assert settings.target_accuracy == settings.early_stopping == 0
        return real(experiment.with_(**{"training.epochs": 1}), data)

    monkeypatch.setattr(training, "train", noted)
    stopping = {"training.target_accuracy": 0.3, "training.early_stopping": 1, "training.batch_size": 32}
    list(
        learning_curve(
            EXPERIMENT.with_(**stopping), DATA, fractions=(1 / 64, 1 / 32, 1 / 16, 1 / 4, 1), seeds=1
        )
    )

    assert plans == [(10, 32, 2), (20, 32, 2), (40, 32, 4), (160, 16, 16), (640, 8, 32)]
