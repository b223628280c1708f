"""Numbers are learnt from as pictures are: by hand and by autograd, resumed to the bit, saved and asked again."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.errors import ModelError, TrainingError
from engine.evaluation.evaluate import evaluate
from engine.inference import Recognizer
from engine.models.build import build_with
from engine.models.placed_layers import layer_problems
from engine.storage import model_file
from engine.training import StepsDone, TrainingControl, TrainingFinished, train
from engine.training.doctor.data_check import check_data
from engine.training.doctor.findings import FindingKind
from engine.training.doctor.probe import Probe
from engine.training.fast.dense_step import DenseStep
from engine.training.learner import Learner
from tests.engine.data.sources.petals import split_of

CPU = torch.device("cpu")
SPLIT = split_of()
FORMS = [
    {"network.hidden": ()},
    {"network.hidden": ({"size": 7, "activation": "tanh"}, {"size": 5, "dropout": 0.3})},
    {"training.label_smoothing": 0.2},
    {"data.augmentation.enabled": True},  # says nothing of numbers
]


def finished(experiment: Experiment, **options: Any) -> TrainingFinished:
    *_, last = train(experiment, SPLIT, **options)
    assert isinstance(last, TrainingFinished)
    return last


def test_a_table_is_learnt(experiment: Experiment) -> None:
    done = finished(experiment.with_(**{"training.epochs": 20}))
    model = build_with(experiment.network, done.state, image_shape=(5,), classes=3)
    assert evaluate(model, SPLIT.test).accuracy > 0.9


@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_by_hand_is_autograds(experiment: Experiment, changes: dict[str, Any]) -> None:
    learners = [
        Learner(experiment.with_(**changes), SPLIT, CPU, by_hand=by_hand) for by_hand in (True, False)
    ]
    for learner in learners:
        learner.begin_epoch()
        learner.steps(0, [0.05] * learner.steps_per_epoch)
        learner.end_epoch()
    assert DenseStep.applies_to(learners[0].flat.model, CPU)
    torch.testing.assert_close(*(each.flat.weights for each in learners), rtol=1e-4, atol=1e-6)
    assert learners[0].validate() == pytest.approx(learners[1].validate(), rel=1e-4)


def test_each_feature_is_brought_to_mean_0_and_deviation_1(experiment: Experiment) -> None:
    normalize, *_ = Learner(experiment, SPLIT, CPU).flat.model.children()
    rows = normalize(torch.from_numpy(SPLIT.train.images)).double()
    torch.testing.assert_close(rows.mean(dim=0), torch.zeros(5).double(), atol=1e-4, rtol=0)
    torch.testing.assert_close(rows.std(dim=0, correction=0), torch.ones(5).double(), atol=1e-4, rtol=0)


@pytest.mark.parametrize("batch_norm", [False, True])
def test_a_run_goes_on_to_the_bit(experiment: Experiment, batch_norm: bool) -> None:
    experiment = experiment.with_(
        **{"network.batch_norm": batch_norm, "network.hidden": ({"size": 6, "dropout": 0.2},)}
    )
    whole = finished(experiment)
    control, ticks = TrainingControl(), count()
    for event in train(experiment, SPLIT, control, clock=lambda: float(next(ticks))):  # every step is told
        if isinstance(event, StepsDone) and event.last_step == 7:
            control.stop()
    assert isinstance(event, TrainingFinished)
    assert event.step == 7
    assert event.checkpoint is not None
    again = finished(experiment, resume=event.checkpoint)
    for name, tensor in whole.last_state.items():
        assert torch.equal(tensor, again.last_state[name])


def test_a_model_is_saved_read_and_asked(experiment: Experiment, tmp_path: Path) -> None:
    done = finished(experiment)
    path = tmp_path / "petals.safetensors"
    model_file.save(
        path,
        experiment=experiment,
        classes=SPLIT.classes,
        state=done.state,
        image_shape=(5,),
        features=SPLIT.train.features,
    )
    assert model_file.describe(path).features == SPLIT.train.features
    recognizer = Recognizer.load(path)
    assert recognizer.features == SPLIT.train.features
    assert recognizer.image_shape == (5,)
    model = build_with(experiment.network, done.state, image_shape=(5,), classes=3)
    report = evaluate(model, SPLIT.test, keep_probabilities=True)
    answers = recognizer.probabilities(SPLIT.test.images)
    np.testing.assert_allclose(answers, report.probabilities, atol=1e-6)
    np.testing.assert_allclose(recognizer.probabilities(SPLIT.test.images[0]), answers[:1], atol=1e-6)
    assert [len(each) for each in recognizer.activations(SPLIT.test.images[0])] == [8, 8, 3]


def test_the_doctor_looks_at_numbers(experiment: Experiment) -> None:
    probes = Probe(experiment, SPLIT.train).measure(finished(experiment).state)
    assert [layer.units for layer in probes.layers] == [8, 8, 3]


def test_the_doctor_advises_no_variation_of_numbers(experiment: Experiment) -> None:
    found = {each.kind: each for each in check_data(experiment, split_of(6, 3, 3))}
    finding = found[FindingKind.TOO_FEW_IMAGES]
    assert (finding.remedy, finding.changes) == (
        "Add examples: with so few, chance decides what is learnt.",
        {},
    )


@pytest.mark.parametrize("layers", ["conv4,8", "patches8,attention2,8", "lstm8", "8,8"])
def test_what_takes_pictures_or_steps_is_refused(experiment: Experiment, layers: str) -> None:
    experiment = experiment.with_(**{"network.hidden": layers})
    problems = layer_problems(experiment.network, (5,))
    if layers == "8,8":
        assert problems == ()
        return
    assert problems[0].path == "network.hidden.0"
    assert problems[0].message == "cannot take numbers: they go through dense layers alone"
    with pytest.raises(ModelError, match="layer 1 cannot be built") as caught:
        finished(experiment)
    assert str(caught.value.cause) == "It cannot take numbers: they go through dense layers alone."


@pytest.mark.parametrize(
    "changes",
    [{"training.privacy_epsilon": 3.0}, {"training.privacy_noise": 1.0}, {"training.adversary": "pgd"}],
)
def test_what_is_for_pictures_alone_is_refused(experiment: Experiment, changes: dict[str, Any]) -> None:
    with pytest.raises(TrainingError, match="numbers"):
        finished(experiment.with_(**changes))


def test_numbers_go_by_hand_as_the_network_has_them(experiment: Experiment) -> None:
    """To the bit: of numbers far from 0, a shift behind a scale would lose the digits."""
    assert abs(SPLIT.train.images[:, 0].mean()) > 50 * SPLIT.train.images[:, 0].std()
    learner = Learner(experiment, SPLIT, CPU)
    assert isinstance(learner._step, DenseStep)
    normalize, *_ = learner.flat.model.children()
    given = normalize(torch.from_numpy(SPLIT.train.images))
    inputs = learner._step._inputs
    assert torch.equal(torch.add(inputs.shift, inputs.pixels, alpha=inputs.scale), given)
