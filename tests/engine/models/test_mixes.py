"""Random networks of all kinds, with every setting: what is said before they are built is what they then are."""

from __future__ import annotations

import math
import random
from typing import Any

import pytest
import torch
from pydantic import ValidationError
from torch import nn

from engine.choices import Returns
from engine.config import NetworkConfig, config_error
from engine.layers import LAYER_KINDS, Layer, LstmLayer, PatchesLayer, form_of
from engine.layers.order import misplaced, place_for
from engine.models.build import build
from engine.models.placed_layers import placed_layers
from engine.models.size import parameter_count, work_per_image
from tests.engine.layers.throwaway_kinds import register
from tests.engine.models.mixes import random_networks

CLASSES = 5


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch)


def multiplied(model: nn.Module, image: torch.Tensor) -> int:
    """Count the multiply-adds of matrices and filters that one image goes through; of attention without the looks."""
    count = 0

    def note(module: nn.Module, _given: object, made: Any) -> None:
        nonlocal count
        if isinstance(module, nn.Linear):
            count += made.numel() * module.in_features
        elif isinstance(module, nn.Conv2d):
            count += made.numel() * module.in_channels * math.prod(module.kernel_size)
        elif isinstance(module, nn.LSTM | nn.GRU):
            steps = made[0].shape[1]
            count += steps * sum(weight.numel() for weight in module.parameters() if weight.ndim > 1)

    hooks = [module.register_forward_hook(note) for module in model.modules()]
    model(image)
    for hook in hooks:
        hook.remove()
    return count


@pytest.mark.parametrize("seed", range(4))
def test_sizes_and_words_told_beforehand_are_those_of_the_built_network(seed: int) -> None:
    for network, shape in random_networks(25, seed):
        model = build(network, image_shape=shape, classes=CLASSES, seed=seed).eval()
        assert parameter_count(network, shape, CLASSES) == sum(p.numel() for p in model.parameters())
        placed = list(placed_layers(network, shape))
        looks = sum(
            2 * math.prod(item.output_shape) * item.output_shape[0]
            for item in placed
            if item.layer.kind == "attention"
        )
        image = torch.rand(1, *shape)
        with torch.no_grad():
            assert work_per_image(network, shape, CLASSES) == multiplied(model, image) + looks, network
            values, items = image, iter(placed)
            for name, part in model.named_children():
                values = part(values)
                if name.startswith("hidden"):
                    item = next(items)
                    assert tuple(values.shape[1:]) == item.output_shape
                    assert item.layer.gives is form_of(item.output_shape)
        assert NetworkConfig.model_validate_json(network.model_dump_json()) == network
        words = NetworkConfig(hidden=network.summary)
        assert words.summary == network.summary
        assert [type(layer) for layer in words.hidden] == [type(layer) for layer in network.hidden]


def mended(layers: list[Layer], place: int, advice: str) -> None:
    """Do with the layer at ``place`` what is advised."""
    layer = layers[place]
    if "put patches in front of it" in advice:
        layers.insert(place, PatchesLayer(width=8))
    elif "leave it out" in advice:
        layers.pop(place)
    elif "let that one give on what fits" in advice:
        wrong = {at for at, _ in misplaced(layers)}
        giver = max(at for at in range(place) if at not in wrong)
        layers[giver] = layers[giver].model_copy(update={"returns": Returns.AUTOMATIC})
    else:
        assert "in front" in advice
        layers.pop(place)
        layers.insert(place_for(layer, layers[:place]), layer)


def test_what_is_advised_for_an_impossible_order_mends_it() -> None:
    chance = random.Random(5)
    usual: list[Layer] = [kind() for kind in LAYER_KINDS.values()]
    usual += [LstmLayer(returns=Returns.LAST_STATE), LstmLayer(returns=Returns.SEQUENCE)]
    advised = 0
    for _ in range(150):
        layers = [chance.choice(usual) for _ in range(chance.randint(2, 6))]
        for _ in range(20):
            try:
                NetworkConfig(hidden=tuple(layers))
                break
            except ValidationError as error:
                advised += 1
                problem = config_error(error).problems[0]
                mended(layers, int(problem.path.rpartition(".")[2]), str(problem.message))
        else:
            pytest.fail(f"it is not mended: {layers}")
    assert advised > 100
