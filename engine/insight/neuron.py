"""The sum in one unit, z = Σ wᵢxᵢ + b, term by term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

from engine.errors import ModelError
from engine.insight.activations import inputs_of_layers, layer_names
from engine.insight.model import pixels_of
from engine.layers import Form, form_of, units_of
from engine.models.parts import layers
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.layers.layer import UnitTerms


class NoSumError(ModelError):
    """The units of a layer have no sum that can be taken apart; ``cause`` says why."""


class Term(NamedTuple):
    """One summand: ``weight * value``; ``place`` counts the unit's inputs from 0."""

    place: int
    weight: float
    value: float
    product: float


@dataclass(frozen=True, slots=True, eq=False)
class NeuronSum:
    """How a unit comes to its sum for one image.

    Attributes:
        layer: The unit's layer.
        unit: The unit, or the channel of a convolution, counted from 0.
        position: ``(row, column)`` of the place of the filter among its sums; None in a dense layer.
        inputs: ``(D,)`` float32: xᵢ; for the first layer these are pixels brought to mean 0 and deviation 1.
        weights: ``(D,)`` float32: wᵢ.
        products: ``(D,)`` float32: wᵢxᵢ.
        order: ``(D,)`` int64: the terms, the largest product without its sign first.
        bias: b.
        total: z.
        value: What the unit gives on: behind pooling, normalisation and activation.
        picture: ``(C, H, W)`` float32: the products where they lie in the image that the layer sees, else 0; None
            where the layer sees no image.
    """

    layer: str
    unit: int
    position: tuple[int, int] | None
    inputs: NDArray[np.float32]
    weights: NDArray[np.float32]
    products: NDArray[np.float32]
    order: NDArray[np.int64]
    bias: float
    total: float
    value: float
    picture: NDArray[np.float32] | None

    def largest(self, count: int) -> tuple[Term, ...]:
        """Return the largest terms, positive or negative, the largest first."""
        return tuple(
            Term(index, float(self.weights[index]), float(self.inputs[index]), float(self.products[index]))
            for index in self.order[:count].tolist()
        )


def neuron_sum(
    model: nn.Sequential,
    image: NDArray[np.uint8],
    layer: str,
    unit: int,
    position: tuple[int, int] | None = None,
) -> NeuronSum:
    """Take the sum of a unit apart.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        layer: ``hidden_1`` and on, or ``output``.
        unit: Which unit, or which channel of a convolution.
        position: Where the filter of a convolution lies, a row and a column of its sums; by default where its sum is
            largest.

    Raises:
        NoSumError: If the units of the layer have no sum that can be taken apart.
        ModelError: If there is no such layer, unit or place.
    """
    found = next(((part, description) for name, part, description in layers(model) if name == layer), None)
    made: dict[str, Tensor] = {}
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image), made)
    if found is None or not 0 <= unit < units_of(made[layer].shape[1:]):
        raise ModelError(
            "The network has no unit {unit} in a layer “{layer}”.",
            remedy="Layers are: {known}.",
            unit=unit,
            layer=layer,
            known=Phrase.listed(layer_names(model)),
        )
    part, description = found
    with torch.inference_mode():
        terms = description.unit_terms(part, given[layer], made[layer], unit, position)
        if terms is None:
            raise NoSumError("There is no sum to show.", cause=description.no_sum)
        # An image that is made flat just before keeps its form in the picture.
        before = given.get("flatten")
        is_image = before is not None and form_of(before.shape[1:]) is Form.IMAGE
        flattened = before is not None and is_image and torch.equal(before.flatten(1), given[layer])
        form = before.shape[1:] if before is not None and flattened else None
        return _as_arrays(layer, unit, terms, form)


def _as_arrays(layer: str, unit: int, terms: UnitTerms, form: torch.Size | None) -> NeuronSum:
    """Return the terms as arrays, in the order of their size; ``form`` is that of the image they add up."""
    inputs, weights = terms.inputs.contiguous().flatten(), terms.weights.contiguous().flatten()
    products = (inputs * weights).numpy().copy()
    picture = None if form is None else products.reshape(form)
    if terms.picture is not None:
        picture = terms.picture.contiguous().numpy().copy()
    return NeuronSum(
        layer=layer,
        unit=unit,
        position=terms.position,
        inputs=inputs.numpy().copy(),
        weights=weights.numpy().copy(),
        products=products,
        order=np.argsort(-np.abs(products), kind="stable").astype(np.int64),
        bias=terms.bias,
        total=float(products.sum(dtype=np.float64)) + terms.bias,
        value=terms.value,
        picture=picture,
    )
