"""The kinds of layers by their names: each is loaded when it is asked for, and others may be added."""

from __future__ import annotations

import subprocess
import sys

import pytest

from engine.layers import LAYER_KINDS, DenseLayer
from engine.layers.registry import LayerKinds


def test_each_is_called_as_in_the_registry() -> None:
    assert all(kind.kind_name() == name for name, kind in LAYER_KINDS.items())


def test_a_kind_can_be_added_and_taken_away() -> None:
    kinds = LayerKinds({"dense": "dense.DenseLayer"})
    kinds["thick"] = DenseLayer
    assert dict(kinds) == {"dense": DenseLayer, "thick": DenseLayer}
    del kinds["thick"]
    assert "thick" not in kinds
    assert len(kinds) == 1
    with pytest.raises(KeyError):
        kinds["thick"]


def test_an_experiment_loads_the_kinds_that_are_in_it() -> None:
    code = """
import sys
from engine.config import NetworkConfig
NetworkConfig(hidden=[{"kind": "lstm"}, 64])
print(*sorted({"gru", "lstm", "attention", "pool"} & {name.removeprefix("engine.layers.") for name in sys.modules}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["lstm"]
