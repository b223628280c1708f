"""What was found of a preset that fails on purpose is mended by what is advised: with real training.

That each preset has its own finding or none, in the end and on the way there, is asked of the window:
tests/gui/bench/test_doctor_presets.py.
"""

from __future__ import annotations

import pytest

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.training import EpochDone, train
from engine.training.doctor.findings import Finding, FindingKind
from engine.training.doctor.network_check import check_network
from tests.engine.training.doctor.followed import found_on_the_way

pytestmark = pytest.mark.slow


def examine(name: str, **changes: object) -> list[Finding]:
    """Train a preset under the doctor's eyes; return all that was ever found."""
    experiment = load_preset(name).with_(**{"training.threads": 1, **changes})
    data = load_split(experiment.data)
    return found_on_the_way(experiment, data, train(experiment, data))


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
