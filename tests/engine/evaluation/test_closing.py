from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.config import Experiment
from engine.data.dataset import Dataset, Split
from engine.data.generated.images import dataset
from engine.evaluation.advice import Limit
from engine.evaluation.closing import Closing
from engine.evaluation.evaluate import evaluate
from engine.models.build import build
from engine.training import TrainingFinished, train
from engine.training.doctor.findings import FindingKind
from engine.training.events import FinishReason
from tests.engine.training.conftest import make_split as _make_split

make_split = _make_split


def closed(experiment: Experiment, data: Split) -> tuple[Closing, TrainingFinished]:
    closing = Closing(experiment, data)
    for event in train(experiment, data):
        closing.add(event)
    assert isinstance(event, TrainingFinished)
    closing.close(event)
    return closing, event


def test_a_run_is_measured_plainly_and_advised_on(make_split: Callable[..., Split]) -> None:
    experiment = Experiment().with_(
        **{"network.hidden": ({"size": 16, "dropout": 0.5},), "training.epochs": 2, "training.threads": 1}
    )
    data = make_split(400)
    data = Split(data.train, data.validation, data.validation)

    closing, finished = closed(experiment, data)

    shape, classes = data.train.image_shape, len(data.classes)
    model = build(experiment.network, image_shape=shape, classes=classes)
    model.load_state_dict(finished.state)
    assert closing.results["train_accuracy"] == evaluate(model, data.train).accuracy
    assert closing.results["test_accuracy"] == evaluate(model, data.test).accuracy
    assert closing.advice is not None


@pytest.mark.parametrize(("rate", "kind"), [(1e-7, FindingKind.RATE_TOO_LOW)])
def test_what_the_doctor_finds_in_the_end_is_what_is_advised(
    make_split: Callable[..., Split], rate: float, kind: FindingKind
) -> None:
    experiment = Experiment().with_(
        **{
            "training.learning_rate": rate,
            "training.batch_size": 4,
            "training.epochs": 4,
            "training.threads": 1,
        }
    )
    data = make_split(400)

    closing, _finished = closed(experiment, Split(data.train, data.validation, data.validation))

    assert closing.advice is not None
    assert closing.advice.limit is Limit.FAULT
    assert closing.advice.finding is not None
    assert closing.advice.finding.kind is kind


def ended(
    reason: FinishReason = FinishReason.COMPLETED, privacy_spent: float | None = None
) -> TrainingFinished:
    return TrainingFinished(reason, step=1, epoch=1, seconds=1.0, state={}, privacy_spent=privacy_spent)


def test_what_is_no_digit_is_learnt_at_the_end() -> None:
    digits = dataset(1000)
    held = Dataset("held", digits.images[-200:], digits.labels[-200:], digits.classes)
    closing = Closing(Experiment(), Split(digits, held, held))
    assert closing.doubt is None

    closing.learn_doubt(ended(FinishReason.DIVERGED))
    assert closing.doubt is None
    closing.learn_doubt(ended(privacy_spent=1.0))
    assert closing.doubt is None, "what is private is looked at by nobody"
    closing.learn_doubt(ended())
    assert closing.doubt is not None

    again = Closing(Experiment(), Split(digits, held, held))
    again.learn_doubt(ended())
    assert again.doubt is closing.doubt, "the same drawings are not learnt twice"
