"""All weights of a model as one vector, and copies of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torch import Tensor, nn

ALIGNMENT = 16  # floats: each tensor starts at a cache line, as one of its own would


class FlatModel:
    """A model whose parameters, and their gradients, are views of one vector each.

    An optimiser's step, a clipped gradient or a copy is then one call, whatever the number of layers. Between the
    tensors lie a few zeros, which every optimiser leaves at zero.

    Args:
        model: The model, on its device; it is changed to use the vectors and computes as before.

    Attributes:
        model: The model.
        weights: ``(P,)`` float, all parameters.
        gradients: ``(P,)`` float, their gradients.
    """

    def __init__(self, model: nn.Module) -> None:
        self.model = model
        self._offsets: dict[str, tuple[int, torch.Size]] = {}
        end = 0
        parameters = dict(model.named_parameters())
        for name, parameter in parameters.items():
            self._offsets[name] = (end, parameter.shape)
            end += -(-parameter.numel() // ALIGNMENT) * ALIGNMENT
        some = next(iter(parameters.values()))
        self.weights = torch.zeros(end, dtype=some.dtype, device=some.device)
        self.gradients = torch.zeros_like(self.weights)
        weights, gradients = self._views(self.weights), self._views(self.gradients)
        for name, parameter in parameters.items():
            weights[name].copy_(parameter.detach())
            parameter.data = weights[name]
            parameter.grad = gradients[name]
        self._names = list(model.state_dict())
        self._buffers = dict(model.named_buffers())

    def gradient_of(self, name: str) -> Tensor:
        """Return the gradient of the parameter ``name``, a view."""
        return self._views(self.gradients)[name]

    def parts_of(self, vector: Tensor) -> dict[str, Tensor]:
        """Return what of a vector ``(P,)`` belongs to which parameter, by their names; views."""
        return self._views(vector)

    def beside(self, vector: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
        """Go through the parameters, each with its part of another vector ``(P,)``, both views."""
        there = self._views(vector)
        yield from ((weights, there[name]) for name, weights in self._views(self.weights).items())

    @property
    def numbers(self) -> list[Tensor]:
        """The weights, and all buffers but those that count."""
        return [self.weights, *(b for b in self._buffers.values() if b.is_floating_point())]

    @property
    def finite(self) -> bool:
        """Whether there is neither infinity nor NaN in weights and buffers; waits for the device."""
        # NaN comes through as both, and asking every number for itself takes fifteen times as long.
        ends = [end for tensor in self.numbers for end in torch.aminmax(tensor)]
        return bool(torch.stack(ends).isfinite().all())

    def copy(self) -> dict[str, Tensor]:
        """Return the model's state dict, copied to the CPU; the parameters in it are views of one new vector."""
        tensors = self._views(self.weights.to("cpu", copy=True))
        tensors.update({name: buffer.to("cpu", copy=True) for name, buffer in self._buffers.items()})
        return {name: tensors[name] for name in self._names}

    def load(self, state: Mapping[str, Tensor]) -> None:
        """Take the weights and buffers of a state dict.

        Raises:
            RuntimeError: If it is another model's.
        """
        self.model.load_state_dict(dict(state))  # copies in place: the views stay views

    def _views(self, vector: Tensor) -> dict[str, Tensor]:
        return {
            name: vector[start : start + shape.numel()].view(shape)
            for name, (start, shape) in self._offsets.items()
        }
