"""Attention that has collapsed is found by a look into the layers; attention that looks around is not."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.config import Experiment, load_preset
from engine.models.build import build
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import Finding, FindingKind
from engine.training.doctor.network_check import check_network
from engine.training.doctor.probe import Probe
from tests.engine.training.conftest import make_dataset
from tests.engine.training.doctor.test_doctor import STARTED, steps

ATTENTION = {FindingKind.UNIFORM_ATTENTION, FindingKind.ONE_TOKEN_ATTENTION}
NETWORK = "patches2x8,attention2,attention2,pool"


def found_in(state: dict[str, torch.Tensor], experiment: Experiment) -> list[Finding]:
    doctor = Doctor(experiment)
    doctor.add(STARTED)
    doctor.add(steps(np.linspace(2.3, 1.0, 100)))
    doctor.add_probe(Probe(experiment, make_dataset(60)).measure(state, step=100))
    return [finding for finding in doctor.findings if finding.kind in ATTENTION]


@pytest.fixture
def experiment() -> Experiment:
    return Experiment().with_(**{"network.hidden": NETWORK})


@pytest.fixture
def state(experiment: Experiment) -> dict[str, torch.Tensor]:
    model = build(experiment.network, image_shape=(1, 6, 6), classes=4, seed=3)
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def test_fresh_attention_is_well(experiment: Experiment, state: dict[str, torch.Tensor]) -> None:
    assert found_in(state, experiment) == []


@pytest.mark.parametrize(
    ("initialisation", "setting"),
    [("kaiming", "training.learning_rate"), ("normal", "network.initialisation")],
)
def test_heads_that_look_everywhere_alike_are_told(
    experiment: Experiment, state: dict[str, torch.Tensor], initialisation: str, setting: str
) -> None:
    experiment = experiment.with_(**{"network.initialisation": initialisation})
    state["hidden_3.attention.query_key_value.weight"][:8] = 0  # no token asks for anything
    (found,) = found_in(state, experiment)
    assert (found.kind, found.layer) == (FindingKind.UNIFORM_ATTENTION, "hidden_3")
    assert "hidden layer 3" in found.what
    assert "Over 9 tokens" in found.evidence
    assert "100.0" in found.evidence
    assert list(found.changes) == [setting]
    assert experiment.with_(**found.changes) != experiment
    assert found.act


def test_one_head_that_looks_around_is_enough(experiment: Experiment, state: dict[str, torch.Tensor]) -> None:
    state["hidden_3.attention.query_key_value.weight"][:4] = 0  # of the first head alone
    assert found_in(state, experiment) == []


def test_heads_that_look_at_one_token_alone_are_told(
    experiment: Experiment, state: dict[str, torch.Tensor]
) -> None:
    state["hidden_1.positions"][:, 0] = -50
    state["hidden_1.positions"][4, 0] = 50  # what the token in the middle is known by
    weights, biases = (state[f"hidden_2.attention.query_key_value.{name}"] for name in ("weight", "bias"))
    weights[:16] = 0
    weights[8:16, 0] = 10  # its key
    biases[:8] = 10  # what all ask for
    (found,) = found_in(state, experiment)
    assert (found.kind, found.layer) == (FindingKind.ONE_TOKEN_ATTENTION, "hidden_2")
    assert "9 tokens" in found.evidence
    assert "training.learning_rate" in found.changes


def test_looking_each_at_itself_is_no_collapse(
    experiment: Experiment, state: dict[str, torch.Tensor]
) -> None:
    state["hidden_1.positions"][:] = 0
    state["hidden_1.positions"][torch.arange(8), torch.arange(8)] = 50
    weights = state["hidden_2.attention.query_key_value.weight"]
    weights[:8] = weights[8:16] = 20 * torch.eye(8)
    probe = Probe(experiment, make_dataset(60)).measure(state).layers[1]
    assert probe.attention is not None
    assert max(probe.attention.entropies) < 0.9
    assert max(probe.attention.favourites) < 0.5
    assert found_in(state, experiment) == []


@pytest.mark.parametrize(
    ("hidden", "is_found"),
    [
        ("patches7,attention4,pool", True),
        ("patches7,attention4,attention4,poollast,32", True),
        ("conv4,patches1,pool", True),
        ("patches7,attention4", False),  # made flat, each place has weights of its own
        ("patches7,attention4,lstm8", False),  # reads in order
        ("patches7,attention4,lstm8,pool", False),
        ("64", False),
    ],
)
def test_patches_without_positions_are_told_where_nothing_else_knows_the_place(
    hidden: str, is_found: bool
) -> None:
    network = Experiment().with_(**{"network.hidden": hidden}).network
    layers = tuple(
        layer.model_copy(update={"positions": False}) if layer.kind == "patches" else layer
        for layer in network.hidden
    )
    bare = Experiment().with_(**{"network.hidden": layers})
    assert check_network(Experiment().with_(**{"network.hidden": hidden})) == ()
    found = check_network(bare)
    assert [finding.kind for finding in found] == [FindingKind.NO_POSITIONS] * is_found
    for finding in found:
        assert bare.with_(**finding.changes).network == network
        assert finding.act == "Switch positions on"
        assert str(1 + [layer.kind for layer in layers].index("patches")) in finding.evidence


def test_the_preset_without_positions_is_told_as_it_begins() -> None:
    doctor = Doctor(load_preset("no-positions"))
    assert [finding.kind for finding in doctor.add(STARTED)] == [FindingKind.NO_POSITIONS]
