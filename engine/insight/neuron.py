"""The sum in one unit, z = Σ wᵢxᵢ + b, term by term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from engine.errors import ModelError
from engine.insight.activations import inputs_of_layers, layer_names
from engine.insight.model import layers, pixels_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor


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
        ModelError: If there is no such layer, unit or place.
    """
    found = next(((part, sums) for name, part, sums in layers(model) if name == layer), None)
    if found is None or not 0 <= unit < found[1].weight.shape[0]:
        raise ModelError(
            "The network has no unit {unit} in a layer “{layer}”.",
            remedy="Layers are: {known}.",
            unit=unit,
            layer=layer,
            known=", ".join(layer_names(model)),
        )
    part, sums = found
    made: dict[str, Tensor] = {}
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image), made)
        if isinstance(sums, nn.Conv2d):
            return _of_convolution(part, sums, given[layer], made[layer], layer, unit, position)
        # An image that is made flat just before keeps its form in the picture.
        before = given.get("flatten")
        flattened = before is not None and torch.equal(before.flatten(1), given[layer])
        form = before.shape[1:] if before is not None and flattened else None
        return _made(layer, unit, None, sums, given[layer][0], sums.weight[unit], made[layer][0, unit], form)


def _of_convolution(
    part: nn.Module,
    sums: nn.Conv2d,
    given: Tensor,
    made: Tensor,
    layer: str,
    unit: int,
    position: tuple[int, int] | None,
) -> NeuronSum:
    pad = next((module for module in part.modules() if isinstance(module, nn.ZeroPad2d)), None)
    bare = sums.padding[0] if isinstance(sums.padding, tuple) else 0
    left, right, top, bottom = pad.padding if pad is not None else (bare,) * 4
    padded = functional.pad(given, (left, right, top, bottom))  # (1, C, H, W)
    filtered = functional.conv2d(padded, sums.weight[unit : unit + 1], stride=sums.stride)[0, 0]
    if position is None:
        row, column = divmod(int(filtered.argmax()), filtered.shape[1])
    else:
        row, column = position
    if not (0 <= row < filtered.shape[0] and 0 <= column < filtered.shape[1]):
        raise ModelError(
            "The filter has no place {row}, {column}.",
            cause="Its sums have {height} rows and {width} columns.",
            row=row,
            column=column,
            height=filtered.shape[0],
            width=filtered.shape[1],
        )
    side, stride = sums.kernel_size[0], sums.stride[0]
    area = (slice(row * stride, row * stride + side), slice(column * stride, column * stride + side))
    seen = padded[0, :, area[0], area[1]]
    pooled = 2 if any(isinstance(module, nn.MaxPool2d | nn.AvgPool2d) for module in part.modules()) else 1
    place = [min(at // pooled, size - 1) for at, size in zip((row, column), made.shape[2:], strict=True)]
    value = made[0, unit, place[0], place[1]]
    result = _made(layer, unit, (row, column), sums, seen, sums.weight[unit], value, None)
    picture = torch.zeros_like(padded[0])
    picture[:, area[0], area[1]] = seen * sums.weight[unit]
    height, width = given.shape[2:]
    inner = picture[:, top : top + height, left : left + width].contiguous().numpy().copy()
    return NeuronSum(
        result.layer, unit, result.position, result.inputs, result.weights, result.products, result.order,
        result.bias, result.total, result.value, inner,
    )  # fmt: skip


def _made(
    layer: str,
    unit: int,
    position: tuple[int, int] | None,
    sums: nn.Linear | nn.Conv2d,
    inputs: Tensor,
    weights: Tensor,
    value: Tensor,
    form: torch.Size | None,
) -> NeuronSum:
    inputs, weights = inputs.contiguous().flatten(), weights.contiguous().flatten()
    products = (inputs * weights).numpy().copy()
    bias = float(sums.bias[unit]) if sums.bias is not None else 0.0
    return NeuronSum(
        layer=layer,
        unit=unit,
        position=position,
        inputs=inputs.numpy().copy(),
        weights=weights.numpy().copy(),
        products=products,
        order=np.argsort(-np.abs(products), kind="stable").astype(np.int64),
        bias=bias,
        total=float(products.sum(dtype=np.float64)) + bias,
        value=float(value),
        picture=None if form is None else products.reshape(form),
    )
