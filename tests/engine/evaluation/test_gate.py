from __future__ import annotations

import numpy as np
import pytest

from engine.config import Experiment, list_presets
from engine.data.dataset import Dataset
from engine.evaluation.evaluate import evaluate
from engine.evaluation.gate import Outcome, verdict
from engine.evaluation.number_report import NumberReport
from engine.evaluation.report import Report
from tests.engine.evaluation.answers import Fixed, made_up_report


def asked(gate: float) -> Experiment:
    return Experiment().with_(**{"evaluation.gate": gate})


@pytest.mark.parametrize(
    ("gate", "outcome", "words"),
    [
        (0.5, Outcome.PASSED, "Passed"),
        (0.99, Outcome.NOT_PASSED, "Not passed"),
        (0.0, Outcome.NO_GATE, "No pass mark"),
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


def report_of(right: int, count: int) -> Report:
    """Return what is measured of a model that reads so many of so many images right."""
    logits = np.zeros((count, 2))
    logits[:right, 0] = logits[right:, 1] = 1
    labels = np.zeros(count, np.int64)
    return evaluate(Fixed(logits), Dataset("some", np.zeros((count, 1, 1), np.uint8), labels, ("a", "b")))


def test_as_many_right_as_the_pass_mark_asks_for_pass_and_one_less_does_not() -> None:
    """All round pass marks that a subtraction from 1 misses: 93 of 100 are 0.93, and 1 - 7 / 100 is less."""
    tried = 0
    for count in range(1, 1001):
        for hundredths in range(1, 101):
            right, rest = divmod(hundredths * count, 100)
            if rest or 1 - (count - right) / count >= hundredths / 100:
                continue
            tried += 1
            report = report_of(right, count)
            assert report.accuracy == hundredths / 100
            assert verdict(report, asked(hundredths / 100)).passed, (right, count)
            if count < 200:
                assert not verdict(report_of(right - 1, count), asked(hundredths / 100)).passed
    assert tried > 100


def test_the_words_count_what_is_asked_for() -> None:
    """9,299 of 10,000 are 92.99 %, and 92.996 % would be shown as 93 %: the counts tell why it does not pass."""
    assert "99,999 of 100,000 examples" in verdict(report_of(99_999, 100_000), asked(1.0)).sentence
    assert "100\u00a0% asks for 100,000" in verdict(report_of(99_999, 100_000), asked(1.0)).sentence
    assert "asks for 9,300" in verdict(report_of(9_299, 10_000), asked(0.93)).sentence


def test_a_close_call_is_said_to_be_one() -> None:
    report = made_up_report()
    found = verdict(report, asked(report.accuracy + 0.001))

    assert not found.passed
    assert f"{100 * found.interval.low:.2f}\u00a0%" in found.doubt


def test_an_experiment_written_before_there_was_a_gate_gets_the_usual_one() -> None:
    written = Experiment().model_dump(mode="json")
    del written["evaluation"]

    assert Experiment.model_validate(written).evaluation.gate == 0.97
    gates = {preset.name: preset.experiment.evaluation.gate for preset in list_presets()}
    assert gates.pop("little-lstm-writes") == 0  # nobody can know every next letter of prose
    assert gates.pop("hills") == 0.9  # of R², and no share of examples
    assert set(gates.values()) == {0.97}


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        (0.97, "Passed. R²: 98.00\u00a0% (50 examples); the pass mark is 97\u00a0%."),
        (0.99, "Not passed. R²: 98.00\u00a0% (50 examples); the pass mark is 99\u00a0%."),
        (0.0, "No pass mark is set. R²: 98.00\u00a0% (50 examples)."),
    ],
)
def test_a_measure_of_any_name_is_told_beside_its_value(gate: float, words: str) -> None:
    targets = np.tile(np.array([-1, 1], np.float32), 25)
    report = NumberReport(0.02, 0.98, 50, ("y",), targets, targets)
    assert verdict(report, asked(gate)).sentence == words
