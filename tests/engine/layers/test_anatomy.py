"""What a kind says hangs on its units and inputs is there, and is all that its state has of them."""

from __future__ import annotations

import pytest

from engine.layers.anatomy import Flow, Of
from engine.layers.form import units_of
from engine.models.build import build
from engine.models.parts import hidden_name
from engine.models.placed_layers import placed_layers
from tests.engine.models.mixes import random_networks


@pytest.mark.parametrize("seed", range(2))
def test_sides_are_as_long_as_those_of_the_tensors(seed: int) -> None:
    for network, shape in random_networks(25, seed):
        model = build(network, image_shape=shape, classes=3)
        for number, placed in enumerate(placed_layers(network, shape), start=1):
            anatomy = placed.layer.anatomy(placed.input_shape, network)
            assert anatomy is not None
            state = model.get_submodule(hidden_name(number)).state_dict()
            for name, sides in anatomy.tensors.items():
                assert len(sides) == state[name].ndim
                for axis, length in zip(sides, state[name].shape, strict=True):
                    assert axis is None or axis.before * axis.count * axis.behind == length
            if anatomy.flow is Flow.UNITS:
                assert anatomy.units == units_of(placed.output_shape)
                silent = {name for name, tensor in state.items() if tensor.ndim} - set(anatomy.tensors)
                assert not silent
            elif anatomy.flow is Flow.INPUTS:
                assert placed.output_shape[-1] == units_of(placed.input_shape)
                assert set(anatomy.tensors) == set(state)
            axes = [axis for sides in anatomy.tensors.values() for axis in sides if axis]
            assert all(axis.count == units_of(placed.input_shape) for axis in axes if axis.of is Of.INPUTS)
            for of in (Of.UNITS, Of.READ):
                starts = {(axis.start, axis.count) for axis in axes if axis.of is of}
                assert len(starts) in (0, anatomy.groups)
            if anatomy.units:
                assert anatomy.units % (anatomy.groups * getattr(placed.layer, anatomy.setting)) == 0
