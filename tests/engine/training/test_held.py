"""Weights that are held keep every bit, whatever the optimiser and the kind of layer; the others learn as ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import torch

from engine.choices import Held
from engine.config import Experiment, OptimizerName
from engine.layers import Layer
from engine.models.size import memory_needed
from engine.training import train
from engine.training.learner import Learner
from tests.engine.layers.networks import OF_IMAGES, network_of
from tests.engine.training.test_resume import assert_goes_on_to_the_bit

if TYPE_CHECKING:
    from engine.data.dataset import Split

CPU = torch.device("cpu")
HARSH = {"training.weight_decay": 0.1, "training.gradient_clipping": 0.5, "training.epochs": 2}


def bits(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.contiguous().view(torch.int32)


def pruned(experiment: Experiment, split: Split) -> dict[str, torch.Tensor]:
    """First weights, every third of each matrix zero, half of them with a minus before the zero."""
    state = Learner(experiment, split, CPU).flat.copy()
    for name, tensor in state.items():
        if tensor.ndim > 1 and not name.startswith("normalize"):
            tensor.view(-1)[::3] = 0
            tensor.view(-1)[::6] = -0.0
    return state


def last_state(
    experiment: Experiment, split: Split, start: dict[str, torch.Tensor]
) -> dict[str, torch.Tensor]:
    *_, finished = train(experiment, split, start=start)
    state: dict[str, torch.Tensor] = finished.last_state  # type: ignore[union-attr]
    return state


@pytest.mark.parametrize("held", [Held.ZEROS, Held.WEIGHTS])
@pytest.mark.parametrize("optimizer", OptimizerName)
@pytest.mark.parametrize("kind", OF_IMAGES, ids=lambda kind: kind.kind_name())
def test_what_is_held_keeps_every_bit_and_the_rest_learns(
    experiment: Experiment, split: Split, kind: type[Layer], optimizer: OptimizerName, held: Held
) -> None:
    changes: dict[str, Any] = {"network.hidden": network_of(kind).hidden, "training.optimizer": optimizer}
    experiment = experiment.with_(**changes, **HARSH, **{"training.held": held})
    before = pruned(experiment, split)
    trained = [name for name, _ in Learner(experiment, split, CPU).flat.model.named_parameters()]

    after = last_state(experiment, split, before)

    for name in trained:
        is_matrix = before[name].ndim > 1
        stays = (
            (before[name] == 0) & is_matrix
            if held is Held.ZEROS
            else torch.full_like(before[name], is_matrix)
        )
        stays = stays.bool()
        assert torch.equal(bits(before[name])[stays], bits(after[name])[stays]), name
        if is_matrix:
            assert stays.any()
    learnt = [name for name in trained if not torch.equal(before[name], after[name])]
    assert any(before[name].ndim == 1 for name in learnt)
    assert any(before[name].ndim > 1 for name in learnt) is (held is Held.ZEROS)


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_free_ones_go_as_if_the_others_were_not_there(
    experiment: Experiment, split: Split, by_hand: bool
) -> None:
    """The length by which gradients are shortened is that of those that count."""
    experiment = experiment.with_(**{"training.optimizer": "sgd", "training.held": "weights"})
    plain = Learner(experiment.with_(**{"training.held": "nothing"}), split, CPU, by_hand=by_hand)
    plain.begin_epoch()
    plain.steps(0, [0.0])
    gradients = plain.flat.gradients.clone()
    for weights, there in plain.flat.beside(gradients):
        if weights.ndim > 1:
            there.zero_()
    limit = gradients.norm().item() / 2
    learner = Learner(experiment.with_(**{"training.gradient_clipping": limit}), split, CPU, by_hand=by_hand)
    learner.begin_with(learner.flat.copy())
    before = learner.flat.weights.clone()

    learner.begin_epoch()
    learner.steps(0, [0.1])

    torch.testing.assert_close(learner.flat.weights, before - 0.1 * gradients / 2, rtol=1e-5, atol=1e-7)


def test_where_nothing_is_held_the_rule_has_nothing_to_do(experiment: Experiment, split: Split) -> None:
    learner = Learner(experiment, split, CPU)
    assert learner._optimizer.rule.held == []
    assert "held" not in learner.states().optimizer


@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
def test_who_trains_from_the_beginning_trains_all(experiment: Experiment, split: Split, hidden: str) -> None:
    """The settings of a rounded model lie in the form when it is opened; nobody means to train biases alone then."""
    free = experiment.with_(**{"network.hidden": hidden})
    *_, held = train(free.with_(**{"training.held": Held.WEIGHTS}), split)
    *_, plain = train(free, split)
    assert held.state.keys() == plain.state.keys()  # type: ignore[union-attr]
    for name, tensor in plain.state.items():  # type: ignore[union-attr]
        assert torch.equal(bits(tensor), bits(held.state[name])), name  # type: ignore[union-attr]


@pytest.mark.parametrize("held", [Held.ZEROS, Held.WEIGHTS])
@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
@pytest.mark.parametrize("stop_after", [7, 8])
def test_it_goes_on_to_the_bit(
    experiment: Experiment, split: Split, hidden: str, held: Held, stop_after: int
) -> None:
    changes = {"network.hidden": hidden, "training.held": held, "training.weight_decay": 0.01}
    experiment = experiment.with_(**changes)
    assert_goes_on_to_the_bit(experiment, split, stop_after, start=pruned(experiment, split))


@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
def test_a_weight_that_became_zero_by_chance_is_free_after_resuming(
    experiment: Experiment, split: Split, hidden: str
) -> None:
    experiment = experiment.with_(**{"network.hidden": hidden, "training.held": "zeros"})
    *_, finished = train(experiment.with_(**{"training.epochs": 1}), split, start=pruned(experiment, split))
    checkpoint = finished.checkpoint  # type: ignore[union-attr]
    weights = checkpoint.model["output.weight"]
    chosen = int((weights.view(-1) != 0).nonzero()[0])
    weights.view(-1)[chosen] = 0

    *_, resumed = train(experiment, split, resume=checkpoint)

    after = resumed.last_state["output.weight"].view(-1)  # type: ignore[union-attr]
    assert after[chosen] != 0
    assert (after == 0).sum() == (weights.view(-1) == 0).sum() - 1


def test_it_takes_memory(experiment: Experiment) -> None:
    free, held = (experiment.with_(**{"training.held": held}) for held in (Held.NOTHING, Held.ZEROS))
    assert memory_needed(held.network, training=held.training) > memory_needed(
        free.network, training=free.training
    )


def test_what_earlier_programs_wrote_holds_nothing() -> None:
    described = Experiment().model_dump(mode="json")
    del described["training"]["held"]
    assert Experiment.model_validate(described) == Experiment()
