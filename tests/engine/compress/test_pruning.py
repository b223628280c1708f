"""Pruning: the weights nearest to 0 of the whole network go, and nothing else changes."""

from __future__ import annotations

import pytest
import torch

from engine.compress.pruning import Pruning
from engine.models.build import build_with
from tests.engine.compress.models import WORDS, trained, untrained, with_weights
from tests.engine.layers.networks import OF_IMAGES

WEIGHTS = 784 * 24 + 24 * 10


def zeros(state: dict[str, torch.Tensor]) -> int:
    return sum(int((tensor == 0).sum()) for name, tensor in state.items() if name.endswith("weight"))


@pytest.mark.parametrize("amount", [0.1, 0.5, 0.8, 0.99])
def test_the_smallest_of_all_layers_together_become_zero(amount: float) -> None:
    saved = trained()
    shrunk = Pruning().shrink(saved, amount)
    assert zeros(shrunk.state) == round(amount * WEIGHTS)
    sizes = torch.cat(
        [saved.state[f"{name}.weight"].abs().flatten() for name in ("hidden_1.linear", "output")]
    )
    limit = sizes.sort().values[round(amount * WEIGHTS)]
    for name, before in saved.state.items():
        wanted = before.where(before.abs() >= limit, 0) if name.endswith("weight") else before
        assert torch.equal(shrunk.state[name], wanted), name

    hidden, output = shrunk.shares
    assert (hidden.name, hidden.whole, output.name, output.whole) == ("hidden_1", 784 * 24, "output", 240)
    assert hidden.kept + output.kept == WEIGHTS - round(amount * WEIGHTS)
    assert hidden.share < output.share, "the last layer has the larger weights and keeps more"


def test_nothing_of_it_leaves_all_and_the_model_is_never_changed() -> None:
    saved = trained()
    before = {name: tensor.clone() for name, tensor in saved.state.items()}
    shrunk = Pruning().shrink(saved, 0.0)
    assert all(share.share == 1 for share in shrunk.shares)
    for name, tensor in Pruning().shrink(saved, 0.9).state.items():
        assert torch.equal(saved.state[name], before[name])
        assert torch.equal(shrunk.state[name], before[name])
        tensor.zero_()
        assert torch.equal(saved.state[name], before[name])


def test_of_equal_weights_exactly_as_many_go() -> None:
    saved = with_weights(
        untrained("24"),
        hidden_1__linear__weight=torch.full((24, 784), 0.5),
        output__weight=-torch.full((10, 24), 0.5),
    )
    shrunk = Pruning().shrink(saved, 0.25)
    assert zeros(shrunk.state) == round(0.25 * WEIGHTS)
    assert shrunk.shares[1].share == 1, "those of earlier layers go first"
    assert [share.kept for share in Pruning().shrink(saved, 0.25).shares] == [x.kept for x in shrunk.shares]


def test_what_was_pruned_counts() -> None:
    half = Pruning().shrink(trained(), 0.5)
    model = with_weights(
        trained(), **{name.replace(".", "__"): tensor for name, tensor in half.state.items()}
    )
    again = Pruning().shrink(model, 0.8)
    assert zeros(again.state) == round(0.8 * WEIGHTS)
    assert all(
        torch.equal(again.state[name], t) for name, t in Pruning().shrink(trained(), 0.8).state.items()
    )
    less = Pruning().shrink(model, 0.3)
    assert all(torch.equal(less.state[name], tensor) for name, tensor in half.state.items())


@pytest.mark.parametrize("kind", [kind.kind_name() for kind in OF_IMAGES])
def test_every_kind(kind: str) -> None:
    """Whatever a layer is made of: arrays of two axes and more are pruned, those of one axis are not."""
    saved = untrained(WORDS.get(kind, f"{kind}6"))
    assert kind in {layer.kind for layer in saved.experiment.network.hidden}
    shrunk = Pruning().shrink(saved, 0.6)
    model = build_with(
        shrunk.network, shrunk.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )
    matrices = [tensor for tensor in model.parameters() if tensor.ndim > 1]
    gone = sum(int((tensor == 0).sum()) for tensor in matrices)
    assert gone == round(0.6 * sum(tensor.numel() for tensor in matrices))
    assert sum(share.whole - share.kept for share in shrunk.shares) == gone
    for name, tensor in model.named_parameters():
        if tensor.ndim == 1:
            assert torch.equal(tensor, saved.state[name])
