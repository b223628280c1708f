from __future__ import annotations

import pytest

from engine.config import Experiment, list_presets
from engine.evaluation import Outcome, verdict
from tests.engine.evaluation.answers import made_up_report


def asked(gate: float) -> Experiment:
    return Experiment().with_(**{"evaluation.gate": gate})


@pytest.mark.parametrize(
    ("gate", "outcome", "words"),
    [
        (0.5, Outcome.PASSED, "Passed"),
        (0.99, Outcome.NOT_PASSED, "Not passed"),
        (0.0, Outcome.NO_GATE, "No gate"),
    ],
)
def test_the_gate_decides(gate: float, outcome: Outcome, words: str) -> None:
    report = made_up_report()
    found = verdict(report, asked(gate))

    assert found.outcome is outcome
    assert found.passed == (outcome is Outcome.PASSED)
    assert found.sentence.startswith(words)
    assert f"{100 * report.accuracy:.2f}\u00a0%" in found.sentence
    assert found.doubt == ""


def test_an_accuracy_at_the_gate_passes() -> None:
    report = made_up_report()

    assert verdict(report, asked(report.accuracy)).passed


def test_a_close_call_is_said_to_be_one() -> None:
    report = made_up_report()
    found = verdict(report, asked(report.accuracy + 0.001))

    assert not found.passed
    assert f"{100 * found.interval.low:.2f}\u00a0%" in found.doubt


def test_an_experiment_written_before_there_was_a_gate_gets_the_usual_one() -> None:
    written = Experiment().model_dump(mode="json")
    del written["evaluation"]

    assert Experiment.model_validate(written).evaluation.gate == 0.97
    assert all(preset.experiment.evaluation.gate == 0.97 for preset in list_presets())
