"""Which layers can spare units, and in a sentence why others cannot."""

from __future__ import annotations

import pytest

from engine.compress.cuts import cuts
from engine.compress.units import Units
from engine.config import NetworkConfig
from tests.engine.compress.unlike_fresh import SHAPE, saved_of
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer, register


@pytest.mark.parametrize(
    ("layers", "reasons"),
    [
        ([], []),
        ([1, 1], ["single unit", "single unit"]),
        (["patches4x8", "attention2"], ["adds something to each number", ""]),
        (
            ["patches4x8", {"kind": "attention", "heads": 2, "mlp_factor": 1}, "pool"],
            ["adds", "8 at a time", "A pool has no units"],
        ),
        ([6, {"kind": "twin"}, 5], ["does not say what hangs on each of its inputs", "on each of its units", ""]),
        ([6, {"kind": "fold"}], ["of its inputs", "of its units"]),
        (["patches4x8", "pool", {"kind": "twin"}], ["of its inputs", "A pool has no units", "of its units"]),
    ],
    ids=str,
)  # fmt: skip
def test_layer_that_can_spare_nothing_says_why(
    layers: list[object], reasons: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch, TwinLayer, FoldLayer)
    network = NetworkConfig.model_validate({"hidden": layers})
    parts = cuts(network, SHAPE)[:-1]
    assert len(parts) == len(reasons)
    for part, reason in zip(parts, reasons, strict=True):
        assert reason in part.obstacle
        assert bool(part.obstacle) == bool(reason)
    obstacle = Units().obstacle(saved_of(network))
    assert bool(obstacle) == all(reasons)
    assert not reasons or not obstacle or reasons[0] in obstacle
