"""A defence that is an illusion is found where training shows one, and not where a network withstands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch

from engine.config import Adversary, Experiment
from engine.data.datasets import load_split
from engine.training import EpochDone, ModelSnapshot, TrainingStarted, train
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import Finding, FindingKind
from engine.training.doctor.probe import Probe
from tests.engine.training.doctor.test_doctor import steps

SMALL = {
    "data.dataset": "generated",
    "data.generated_count": 1500,  # so few are learnt, and against an adversary, where hands are alike
    **{f"data.variation.{of}": 0.5 for of in ("styles", "shape", "strokes", "slant", "warp")},
    "data.validation_share": 0.2,
    "network.hidden": "64,64",
    "training.epochs": 12,
    "training.adversary_steps": 4,
    "training.batch_size": 32,
    "training.learning_rate": 0.003,
    "training.threads": 1,
}
ATTACKED = EpochDone(
    5, 500, 1.0, 0.5, 0.5, 0.9, 0.001, 1.0, False, robust_accuracy=0.0, fgsm_accuracy=0.85, noise_accuracy=0.9
)


def trained(**changes: Any) -> tuple[tuple[Finding, ...], EpochDone]:
    """What the doctor says in the end, and the last epoch."""
    experiment = Experiment().with_(**SMALL, **changes)
    data = load_split(experiment.data)
    doctor, last, newest = Doctor(experiment, data), None, None
    for event in train(experiment, data):
        doctor.hear(event)
        if isinstance(event, EpochDone):
            last = event
        elif isinstance(event, ModelSnapshot):
            newest = event
    assert last is not None
    assert newest is not None
    doctor.add_probe(Probe(experiment, data.train).measure(newest.state, newest.step))
    return doctor.findings, last


@pytest.mark.slow
def test_one_step_against_a_dense_network_is_an_illusion_and_many_steps_mend_it() -> None:
    one_step = {"training.adversary": "fgsm", "training.adversary_strength": 0.3}
    (finding,), last = trained(**one_step)
    assert finding.kind is FindingKind.MASKED_GRADIENTS
    assert finding.what == "The network withstands less than it seems to."
    assert finding.changes == {"training.adversary": Adversary.PGD}
    assert (last.fgsm_accuracy or 0) > 0.6
    assert (last.robust_accuracy or 0) < 0.05
    assert "0.3" in finding.evidence

    findings, _ = trained(**one_step | finding.changes)
    assert FindingKind.MASKED_GRADIENTS not in {each.kind for each in findings}


@pytest.mark.slow
def test_half_the_strength_is_advised_where_an_adversary_lets_a_network_learn_nothing() -> None:
    doctor = Doctor(Experiment().with_(**{"training.adversary": "pgd", "training.epochs": 12}))
    doctor.add(TrainingStarted(12, 100, 6400, 640, 1000, "cpu", 1))
    doctor.add(ModelSnapshot(0, 0, {"hidden_1.linear.weight": torch.zeros(2, 2)}))
    doctor.add(steps([2.3] * 1000))
    doctor.add(ModelSnapshot(1000, 10, {"hidden_1.linear.weight": torch.ones(2, 2)}))
    for number in range(1, 11):
        doctor.add(EpochDone(number, 100 * number, 2.3, 0.1, 2.3, 0.1, 0.001, 1.0, False))
    (plateau,) = doctor.findings
    assert plateau.kind is FindingKind.PLATEAU
    assert plateau.changes == {"training.adversary_strength": 0.15}

    learnt = [
        trained(**{"training.adversary": "pgd", "training.adversary_strength": strength})[1].train_accuracy
        for strength in (0.3, 0.15)
    ]
    assert learnt[1] > learnt[0] + 0.2


@pytest.mark.slow
@pytest.mark.parametrize("adversary", ["fgsm", "pgd"])
def test_no_alarm_is_raised_of_a_network_that_withstands(adversary: str) -> None:
    findings, last = trained(**{"training.adversary": adversary, "training.adversary_strength": 0.1})
    assert findings == ()
    assert (last.robust_accuracy or 0) > 0.3


def found_after(event: EpochDone, **changes: Any) -> set[FindingKind]:
    experiment = Experiment().with_(**{"training.adversary": "pgd", "training.epochs": 12, **changes})
    doctor = Doctor(experiment)
    doctor.add(TrainingStarted(12, 100, 6400, 640, 1000, "cpu", 1))
    doctor.add(steps([1.0] * event.step))
    doctor.add(event)
    return {finding.kind for finding in doctor.findings}


def test_it_is_asked_once_the_adversary_has_its_whole_strength() -> None:
    masked = FindingKind.MASKED_GRADIENTS
    assert masked in found_after(ATTACKED)
    assert masked not in found_after(replace(ATTACKED, epoch=4, step=400))
    assert masked in found_after(replace(ATTACKED, epoch=1, step=100), **{"training.epochs": 1})
    assert masked not in found_after(replace(ATTACKED, robust_accuracy=0.7))
    assert masked in found_after(replace(ATTACKED, robust_accuracy=0.7, noise_accuracy=0.5))
    assert masked not in found_after(replace(ATTACKED, robust_accuracy=None))


def test_a_loss_that_rises_with_the_adversary_is_no_fault() -> None:
    experiment = Experiment().with_(**{"training.adversary": "pgd", "training.epochs": 12})
    for adversary, expected in (("pgd", False), ("off", True)):
        doctor = Doctor(experiment.with_(**{"training.adversary": adversary}))
        doctor.add(TrainingStarted(12, 100, 6400, 640, 1000, "cpu", 1))
        doctor.add(steps([2.3] * 50 + [9.0] + [2.4] * 50))
        doctor.add(EpochDone(1, 101, 2.4, 0.1, 2.3, 0.1, 0.001, 1.0, False))
        assert bool(doctor.findings) is expected
