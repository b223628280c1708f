"""Each preset that fails on purpose has its own finding, and the good ones have none: with real training."""

from __future__ import annotations

import pytest

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.training import EpochDone, ModelSnapshot, TrainingFinished, train
from engine.training.doctor import Doctor, Finding, FindingKind, Probe, check_network

pytestmark = pytest.mark.slow

FEW = {"data.validation_share": 0.02, "data.generated_count": 1_000}  # drawn and measured besides, for speed
QUICK = {  # what makes a run quick, and its finding no other
    "rate-too-high": {"data.generated_count": 3_000},
    "rate-too-low": {"data.generated_count": 3_000},
    "overfit": {"training.epochs": 12},
}


def examine(name: str, **changes: object) -> list[Finding]:
    """Train a preset under the doctor's eyes; return all that was ever found.

    How many snapshots there are hangs on the clock, how many are probed hardly does: ever fewer, as less and less
    changes.
    """
    experiment = load_preset(name).with_(**{"training.threads": 1, **changes})
    data = load_split(experiment.data)
    doctor, probe = Doctor(experiment, data), Probe(experiment, data.train)
    found: list[Finding] = []
    next_step = 0.0
    for event in train(experiment, data):
        found.extend(doctor.add(event))
        if isinstance(event, ModelSnapshot) and event.step >= next_step:
            found.extend(doctor.add_probe(probe.measure(event.state, event.step)))
            next_step = 1.4 * event.step
        elif isinstance(event, TrainingFinished):
            found.extend(doctor.add_probe(probe.measure(event.last_state, event.step)))
    return found


@pytest.mark.parametrize(
    ("preset", "kind", "change"),
    [
        ("rate-too-high", FindingKind.RATE_TOO_HIGH, {"training.learning_rate": 0.001}),
        ("rate-too-low", FindingKind.RATE_TOO_LOW, {"training.learning_rate": 0.001}),
        ("overfit", FindingKind.OVERFITTING, {"data.train_count": 0}),
        ("no-hidden-layer", FindingKind.PLATEAU, {"network.hidden": (64, 64)}),
    ],
)
def test_each_failure_has_its_own_finding(preset: str, kind: FindingKind, change: dict[str, object]) -> None:
    found = examine(preset, **QUICK.get(preset, {}))

    assert {finding.kind for finding in found} == {kind}
    assert found[0].changes == change
    load_preset(preset).with_(**found[0].changes)
    assert any(letter.isdigit() for letter in found[0].evidence)


def test_mending_what_was_found_helps() -> None:
    assert examine("rate-too-low", **QUICK["rate-too-low"], **{"training.learning_rate": 0.001}) == []


def test_the_first_try_has_none() -> None:
    assert examine("first-try", **{"data.generated_count": 4_000, "training.batch_size": 32}) == []


@pytest.mark.mnist
def test_the_article_has_none() -> None:
    assert examine("article", **{"data.train_count": 20_000}) == []


@pytest.mark.mnist
def test_the_finding_of_no_positions_is_told_at_once_and_mending_it_helps() -> None:
    """The finding itself, and none other beside it, is asked of the window: tests/gui/bench/test_doctor_presets.py."""
    experiment = load_preset("no-positions").with_(
        **{
            "data.train_count": 2_000,
            "training.epochs": 3,
            "training.batch_size": 16,
            "training.threads": 1,
        }
    )
    (finding,) = check_network(experiment)
    assert finding.kind is FindingKind.NO_POSITIONS
    mended = experiment.with_(**finding.changes)
    assert check_network(mended) == ()
    data = load_split(experiment.data)
    without, positioned = (
        [event for event in train(each, data) if isinstance(event, EpochDone)][-1].train_accuracy
        for each in (experiment, mended)
    )
    assert positioned > without + 0.05  # 0.65 and 0.74


@pytest.mark.mnist
@pytest.mark.parametrize(
    ("preset", "changes"),
    [
        ("wide", {"data.train_count": 3_000, "training.batch_size": 32, "training.epochs": 4}),
        ("pen", {**FEW, "data.train_count": 800, "training.batch_size": 32, "training.epochs": 2}),
        ("lstm", {**FEW, "data.train_count": 1_000, "training.batch_size": 32, "training.epochs": 3}),
        ("transformer", {**FEW, "data.train_count": 800, "training.batch_size": 32, "training.epochs": 2}),
        ("hybrid", {**FEW, "data.train_count": 800, "training.batch_size": 32, "training.epochs": 2}),
    ],
)
def test_the_other_good_ones_have_none_either(preset: str, changes: dict[str, object]) -> None:
    """With fewer images and epochs than they ask for, so that it is quick."""
    assert examine(preset, **changes) == []
