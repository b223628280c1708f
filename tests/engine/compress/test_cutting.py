"""Which units go first: those that are made by, and read by, the smallest weights."""

from __future__ import annotations

import pytest
import torch

from engine.compress.cuts import cuts
from engine.compress.cutting import chosen
from engine.config import NetworkConfig
from tests.engine.compress.unlike_fresh import SHAPE, saved_of


def test_units_with_the_smallest_weights_go() -> None:
    saved = saved_of(NetworkConfig(hidden=(4,)))
    for unit, (made, read) in enumerate(((1.0, 1.0), (9.0, 0.1), (0.1, 9.5), (3.0, 3.0))):
        saved.state["hidden_1.linear.weight"][unit] = made
        saved.state["output.weight"][:, unit] = read
    kept = chosen(cuts(saved.experiment.network, SHAPE), saved.state, 0.5)
    assert kept["hidden_1"].tolist() == [0, 3]


def test_all_places_of_a_channel_count_where_channels_are_made_flat() -> None:
    saved = saved_of(NetworkConfig(hidden=("conv3",)))
    saved.state["hidden_1.convolution.weight"].fill_(1.0)
    read = saved.state["output.weight"].view(5, 3, 36)
    for channel, size in enumerate((1.0, 0.1, 1.2)):
        read[:, channel] = size
    read[:, 1, -1] = 2.0
    kept = chosen(cuts(saved.experiment.network, SHAPE), saved.state, 0.4)
    assert kept["hidden_1"].tolist() == [0, 2]


def test_each_way_of_a_recurrent_layer_keeps_units_of_its_own() -> None:
    saved = saved_of(NetworkConfig(hidden=("bigru2",)))
    for way, small in (("", 0), ("_reverse", 1)):
        for gate in range(3):
            saved.state[f"hidden_1.recurrence.core.weight_ih_l0{way}"][2 * gate + small] = 0.0
            saved.state[f"hidden_1.recurrence.core.weight_hh_l0{way}"][2 * gate + small] = 0.0
    kept = chosen(cuts(saved.experiment.network, SHAPE), saved.state, 0.5)
    assert kept["hidden_1"].tolist() == [1, 2]


@pytest.mark.parametrize("size", [1e-44, 1e30])
def test_very_small_and_very_large_weights_are_told_apart(size: float) -> None:
    saved = saved_of(NetworkConfig(hidden=(2,)))
    saved.state["hidden_1.linear.weight"].copy_(size * torch.tensor([[1.0], [2.0]]))
    saved.state["output.weight"].fill_(1.0)
    kept = chosen(cuts(saved.experiment.network, SHAPE), saved.state, 0.5)
    assert kept["hidden_1"].tolist() == [1]
