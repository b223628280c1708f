"""What was found of a preset that fails on purpose is mended by what is advised: with real training.

That each preset has its own finding or none, in the end and on the way there, is asked of the window:
tests/gui/bench/test_doctor_presets.py.
"""

from __future__ import annotations

import pytest

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.training import EpochDone, ModelSnapshot, TrainingFinished, train
from engine.training.doctor import Doctor, Finding, FindingKind, Probe, check_network

pytestmark = pytest.mark.slow


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


def test_mending_what_was_found_helps() -> None:
    assert examine("rate-too-low", **{"data.generated_count": 3_000, "training.learning_rate": 0.001}) == []


@pytest.mark.mnist
def test_the_finding_of_no_positions_is_told_at_once_and_mending_it_helps() -> None:
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
