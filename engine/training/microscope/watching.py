"""Listens to the dense layers of a network while it answers and learns, without changing what it does."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import torch
from torch import nn

from engine.layers import DenseLayer
from engine.layers.modules import Dropout
from engine.models.parts import is_layer, layers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor
    from torch.utils.hooks import RemovableHandle


@dataclass(slots=True, eq=False)
class Heard:
    """What was heard of one layer; tensors ``(B, units)``, or ``(B, inputs)`` for what it was given.

    Attributes:
        name: Its name.
        before: That of the layer before it, or ``input``.
        part: Its module.
        linear: What makes its sums.
        tensors: ``given``, ``sums``, ``before_f``, ``made`` and ``mask``, as far as the layer has them, and
            ``sums_gradient`` and ``made_gradient`` of the batch's loss.
    """

    name: str
    before: str
    part: nn.Module
    linear: nn.Linear
    tensors: dict[str, Tensor] = field(default_factory=dict)

    @property
    def function(self) -> nn.Module | None:
        """The activation; None for the output."""
        return getattr(self.part, "activation", None)

    @property
    def prefix(self) -> str:
        """What the names of its parameters begin with."""
        return f"{self.name}." if self.part is self.linear else f"{self.name}.linear."


@contextmanager
def watched(model: nn.Module) -> Iterator[tuple[list[Heard], list[Tensor]]]:
    """Listen to a network; of several passes, the last is what is kept.

    Yields:
        What is heard of each dense layer, the output last; and a list that holds what the network was given.
    """
    heard = list(_dense_layers(model))
    given: list[Tensor] = []
    handles = [model.register_forward_pre_hook(partial(_note_given, given))]
    for layer in heard:
        handles += _listen(layer)
    try:
        yield heard, given
    finally:
        for handle in handles:
            handle.remove()


def slopes(layer: Heard) -> Tensor | None:
    """Return f′ where the layer's function was asked, ``(B, units)``; None for the output, which has no function."""
    if layer.function is None:
        return None
    with torch.enable_grad():
        place = layer.tensors["before_f"].detach().float().requires_grad_()
        (found,) = torch.autograd.grad(layer.function(place).sum(), place)
    return found


def _dense_layers(model: nn.Module) -> Iterator[Heard]:
    before = "input"
    for name, part, described in layers(model):
        if not is_layer(name):
            continue
        linear = part if isinstance(part, nn.Linear) else getattr(part, "linear", None)
        if type(described) is DenseLayer and isinstance(linear, nn.Linear):
            yield Heard(name, before, part, linear)
        before = name


def _listen(layer: Heard) -> Iterator[RemovableHandle]:
    yield layer.linear.register_forward_hook(partial(_note, layer, "sums"))
    if layer.part is layer.linear:
        return
    yield layer.part.register_forward_hook(partial(_note, layer, "made"))
    assert layer.function is not None, "a hidden layer has one"
    yield layer.function.register_forward_pre_hook(partial(_note_before, layer))
    dropout = getattr(layer.part, "dropout", None)
    if isinstance(dropout, Dropout):
        yield dropout.register_forward_pre_hook(partial(_note_mask, layer))


def _note_given(place: list[Tensor], _model: nn.Module, given: tuple[Tensor, ...]) -> None:
    place[:] = [given[0].detach().clone()]  # its memory is used again for the next batch


def _note(layer: Heard, what: str, _part: nn.Module, given: tuple[Tensor, ...], made: Tensor) -> None:
    if what == "sums":
        layer.tensors["given"] = given[0].detach()
    layer.tensors[what] = made.detach()
    if made.requires_grad:
        made.register_hook(partial(layer.tensors.__setitem__, f"{what}_gradient"))


def _note_before(layer: Heard, _function: nn.Module, given: tuple[Tensor, ...]) -> None:
    layer.tensors["before_f"] = given[0].detach()


def _note_mask(layer: Heard, dropout: Dropout, given: tuple[Tensor, ...]) -> None:
    """Draw what dropout is about to draw, and let it draw the same again."""
    generator = dropout.generator
    if not dropout.training or generator is None:
        return
    state = generator.get_state()
    layer.tensors["mask"] = dropout.draw_mask(torch.empty_like(given[0], requires_grad=False))
    generator.set_state(state)
