from __future__ import annotations

import pytest

from engine.config import Experiment
from engine.errors import ConfigError
from engine.sweep.applied import applied

CONV = Experiment().with_(**{"network.hidden": "conv8,patches7,pool,64,32"})


@pytest.mark.parametrize(
    ("values", "summary"),
    [
        ({"network.layers": 3}, "conv8-patches7-pool-64-32-32"),
        ({"network.layers": 1}, "conv8-patches7-pool-64"),
        ({"network.units": 10}, "conv8-patches7-pool-10-10"),
        ({"network.layers": 3, "network.units": 10}, "conv8-patches7-pool-10-10-10"),
        ({"network.hidden": "20,20", "network.units": 5}, "5-5"),
    ],
)
def test_layers_are_counted_and_sized(values: dict[str, object], summary: str) -> None:
    assert applied(CONV, values).network.summary == summary


def test_a_setting_of_each_layer_goes_to_those_that_have_it() -> None:
    found = applied(CONV, {"layer.dropout": 0.25, "training.learning_rate": 0.5})
    told = [getattr(layer, "dropout", None) for layer in found.network.hidden]
    assert told == [0.25 if "dropout" in type(layer).model_fields else None for layer in CONV.network.hidden]
    assert found.training.learning_rate == 0.5


def test_what_no_layer_has_is_refused() -> None:
    with pytest.raises(ConfigError, match="No hidden layer has"):
        applied(Experiment().with_(**{"network.hidden": "none"}), {"layer.dropout": 0.25})
