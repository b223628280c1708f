"""Each line of the arithmetic gives what it says, and the last one what the optimiser did."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pytest

from engine.config import OptimizerName
from engine.training.microscope.update import LINES, Line, update_lines
from engine.training.precision import multiplies_bfloat16

if TYPE_CHECKING:
    from engine.config import Experiment
    from tests.engine.training.microscope.conftest import Tracing

SETTINGS = {
    "plain": {},
    "weight decay": {"training.weight_decay": 0.05},
    "clipping": {"training.gradient_clipping": 0.2},
    "rounded": {"training.precision": "bfloat16"},
    "all": {
        "training.weight_decay": 0.02,
        "training.gradient_clipping": 0.2,
        "training.schedule": "one_cycle",
    },
}


def worked_out(line: Line) -> float:
    """Return what a line's formula gives with its numbers."""
    names = {name: f"v{number}" for number, name in enumerate(line.values)}
    text = re.sub(r"\{([^}]*)\}", lambda found: names[found[1]], line.formula)
    text = re.sub(r"√(v\d+)", r"sqrt(\1)", text)
    for sign, meaning in (("·", "*"), ("−", "-"), ("²", "**2"), ("^", "**")):
        text = text.replace(sign, meaning)
    numbers = {names[name]: value for name, value in line.values.items()}
    return float(eval(text, {"sqrt": math.sqrt}, numbers))  # noqa: S307


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.parametrize("optimizer", OptimizerName)
def test_every_line_gives_its_number(
    experiment: Experiment, traced: Tracing, settings: dict[str, object], optimizer: OptimizerName
) -> None:
    if "training.precision" in settings and not multiplies_bfloat16():
        pytest.skip("this processor does not multiply in bfloat16")
    wanted = experiment.with_(**settings, **{"training.optimizer": optimizer})
    for trace in traced(wanted).traces[::5]:
        for layer in trace.layers:
            places = [(layer.weights, (unit, unit)) for unit in range(4)] + [(layer.biases, (1,))]
            for change, place in places:
                lines = update_lines(trace.rule, change, place)
                assert lines[-1].result == "w′"
                assert lines[-1].value == float(change.after[place])
                for line in lines:
                    assert worked_out(line) == pytest.approx(line.value, rel=1e-4, abs=1e-7), line


def test_a_line_is_written_with_signs_and_with_numbers() -> None:
    line = Line("m′", "{β₁}·{m} + (1 − {β₁})·{g}", {"β₁": 0.9, "m": -0.5, "g": 0.25}, -0.425, "mean")
    assert line.in_signs == "β₁·m + (1 − β₁)·g"
    assert line.in_numbers(lambda value: f"{value:g}") == "0.9·(-0.5) + (1 − 0.9)·0.25"


def test_what_lines_are_about_is_known(experiment: Experiment, traced: Tracing) -> None:
    for optimizer in OptimizerName:
        wanted = experiment.with_(
            **{"training.optimizer": optimizer, **SETTINGS["all"], "training.epochs": 1}
        )
        trace = traced(wanted).traces[0]
        about = [line.about for line in update_lines(trace.rule, trace.layers[0].weights, (0, 0))]
        assert about == sorted(about, key=LINES.index)


def test_a_private_training_says_only_what_it_lets_out(experiment: Experiment, traced: Tracing) -> None:
    private = experiment.with_(**{"training.privacy_noise": 1.0, "training.optimizer": "sgd"})
    trace = traced(private).traces[0]
    first, last = update_lines(trace.rule, trace.layers[0].weights, (0, 0))
    assert (first.about, last.about) == ("private", "weight")
    assert worked_out(last) == pytest.approx(last.value, rel=1e-4, abs=1e-7)
