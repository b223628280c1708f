"""Loss and gradients of a plain dense network by hand: the same as autograd's, in half the time for small networks.

Autograd builds a graph of a few dozen nodes and allocates every result anew in each step; for a network whose matrix
products take a third of a millisecond that costs as much again. Here every result has its place, allocated once for
each size of batch, and gradients are written straight into the vector the optimiser reads.

For a layer with input x (B, I), weights W (O, I) and bias b (O), sums z = x Wᵀ + b and activation h = f(z), a gradient
g (B, O) of the loss by h becomes g ∘ f′(z) by z; from that come gᵀ x by W, the column sums of g by b, and g W by x.
The gradient of the mean cross-entropy by the logits is (softmax − target) / B.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn

from engine.models.layers import LEAKY_SLOPE, Dropout, Linear, Normalize

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

    from engine.training.augment import Augmenter
    from engine.training.batches import ImageTensors
    from engine.training.flat import FlatModel

    Forward = Callable[[Tensor, Tensor], object]  # sums, where the result goes
    Backward = Callable[[Tensor, Tensor, Tensor], object]  # gradient (changed in place), sums, result

aten = torch.ops.aten
# Of each activation: what it does, and what it makes of a gradient.
RULES: dict[type[nn.Module], tuple[Forward, Backward]] = {
    nn.ReLU: (
        lambda z, h: torch.clamp_min(z, 0, out=h),
        lambda g, z, h: aten.threshold_backward.grad_input(g, z, 0, grad_input=g),
    ),
    nn.LeakyReLU: (
        lambda z, h: aten.leaky_relu.out(z, LEAKY_SLOPE, out=h),
        lambda g, z, h: aten.leaky_relu_backward.grad_input(g, z, LEAKY_SLOPE, False, grad_input=g),
    ),
    nn.Tanh: (
        lambda z, h: torch.tanh(z, out=h),
        lambda g, z, h: aten.tanh_backward.grad_input(g, h, grad_input=g),
    ),
    nn.Sigmoid: (
        lambda z, h: torch.sigmoid(z, out=h),
        lambda g, z, h: aten.sigmoid_backward.grad_input(g, h, grad_input=g),
    ),
    nn.GELU: (
        lambda z, h: aten.gelu.out(z, out=h),
        lambda g, z, h: aten.gelu_backward.grad_input(g, z, grad_input=g),
    ),
    nn.SiLU: (
        lambda z, h: aten.silu.out(z, out=h),
        lambda g, z, h: aten.silu_backward.grad_input(g, z, grad_input=g),
    ),
    nn.Identity: (lambda z, h: h.copy_(z), lambda g, z, h: None),
}


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer as the hand-written step sees it; tensors are views of the flat vectors."""

    weight: Tensor  # (O, I)
    weight_t: Tensor  # (I, O), a view
    bias: Tensor  # (O,)
    weight_gradient: Tensor
    bias_gradient: Tensor
    activation: type[nn.Module] | None  # None for the last
    dropout: Dropout | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the results of one layer lie for one size of batch, each ``(B, units)``."""

    sums: Tensor
    active: Tensor  # after the activation
    output: Tensor  # after dropout; the same as active without
    mask: Tensor | None
    gradient: Tensor
    gradient_t: Tensor  # its transpose, a view


class DenseStep:
    """Loss, answers and gradients of one batch, for networks that ``applies_to`` accepts.

    Args:
        flat: The model.
        data: The training images.
        sizes: The sizes of batch there will be.
        label_smoothing: Share of certainty spread over all classes.
        augmenter: Varies the images of each batch.
    """

    def __init__(
        self,
        flat: FlatModel,
        data: ImageTensors,
        sizes: set[int],
        label_smoothing: float = 0.0,
        augmenter: Augmenter | None = None,
    ) -> None:
        self._augmenter = augmenter
        self._layers = _layers(flat)
        self._pixels = data.pixels
        self._normalize = next(part for part in flat.model.children() if isinstance(part, Normalize))
        self._scale: float | Tensor
        self._shift: Tensor
        self.read_normalization()
        device, classes = data.pixels.device, len(self._layers[-1].bias)
        share = label_smoothing / classes
        self._targets = torch.full((classes, classes), share, device=device)
        self._targets.fill_diagonal_(1 - label_smoothing + share)
        self._batches = {size: _Batch(size, data.pixels.shape[1], self._layers, device) for size in sizes}

    @staticmethod
    def applies_to(model: nn.Module, device: torch.device) -> bool:
        """Whether this way of computing covers a model: dense layers alone, on the processor."""
        parts = list(model.children())
        if device.type != "cpu" or len(parts) < 3:
            return False
        normalize, flatten, *hidden, output = parts
        known = (Linear, Dropout, *RULES)
        return (
            isinstance(normalize, Normalize)
            and isinstance(flatten, nn.Flatten)
            and isinstance(output, Linear)
            and all(isinstance(block, nn.Sequential) and isinstance(block[0], Linear) for block in hidden)
            and all(type(part) in known for block in hidden for part in block.children())
        )

    def read_normalization(self) -> None:
        """Take mean and deviation of the pixels from the model; bytes become inputs in one go with them."""
        mean, deviation = self._normalize.mean.flatten(), self._normalize.deviation.flatten()  # (C,)
        scale, shift = 1 / (255 * deviation), -mean / deviation
        if len(scale) == 1:
            self._scale, self._shift = float(scale), shift[0]
        else:
            area = self._pixels.shape[1] // len(scale)
            self._scale, self._shift = scale.repeat_interleave(area), shift.repeat_interleave(area)

    def run(self, indices: Tensor, labels: Tensor, loss: Tensor, answers: Tensor) -> None:
        """Do everything of a step but the change of the weights.

        Args:
            indices: ``(B,)`` int64, which images.
            labels: ``(B,)`` int64, their classes.
            loss: ``()`` float, where the mean loss goes.
            answers: ``(B,)`` int64, where the most probable classes go.
        """
        batch = self._batches[len(indices)]
        images = self._load(indices, batch)  # (B, pixels)
        logits = self._forward(images, batch)  # (B, classes)
        torch.argmax(logits, 1, out=answers)
        torch.index_select(self._targets, 0, labels, out=batch.targets)
        torch.log_softmax(logits, 1, out=batch.log_probabilities)
        torch.dot(batch.log_probabilities_flat, batch.targets_flat, out=loss).mul_(-1 / batch.size)
        gradient = batch.places[-1].gradient
        torch.exp(batch.log_probabilities, out=gradient).sub_(batch.targets).mul_(1 / batch.size)
        self._backward(images, batch)

    def _load(self, indices: Tensor, batch: _Batch) -> Tensor:
        torch.index_select(self._pixels, 0, indices, out=batch.raw)
        images, white = batch.images, 1
        if self._augmenter is None:
            pixels = images.copy_(batch.raw)
        else:
            pixels, white = self._augmenter(batch.raw).view(images.shape), 255  # from [0, 1]
        if isinstance(self._scale, float):
            return torch.add(self._shift, pixels, alpha=self._scale * white, out=images)
        return torch.addcmul(self._shift, pixels, self._scale, value=white, out=images)

    def _forward(self, inputs: Tensor, batch: _Batch) -> Tensor:
        for layer, place in zip(self._layers, batch.places, strict=True):
            torch.addmm(layer.bias, inputs, layer.weight_t, out=place.sums)
            if layer.activation is not None:
                RULES[layer.activation][0](place.sums, place.active)
            if layer.dropout is not None and place.mask is not None:
                torch.mul(place.active, layer.dropout.draw_mask(place.mask), out=place.output)
            inputs = place.output
        return inputs

    def _backward(self, images: Tensor, batch: _Batch) -> None:
        for number in range(len(self._layers) - 1, -1, -1):
            layer, place = self._layers[number], batch.places[number]
            if layer.activation is not None:
                if place.mask is not None:
                    place.gradient.mul_(place.mask)
                RULES[layer.activation][1](place.gradient, place.sums, place.active)
            inputs = batch.places[number - 1].output if number else images
            torch.mm(place.gradient_t, inputs, out=layer.weight_gradient)
            torch.sum(place.gradient, 0, out=layer.bias_gradient)
            if number:
                torch.mm(place.gradient, layer.weight, out=batch.places[number - 1].gradient)


class _Batch:
    """Where everything lies for one size of batch."""

    def __init__(self, size: int, pixels: int, layers: list[_Layer], device: torch.device) -> None:
        def room(width: int, dtype: torch.dtype = torch.float32) -> Tensor:
            return torch.empty((size, width), dtype=dtype, device=device)

        self.size = size
        self.raw, self.images = room(pixels, torch.uint8), room(pixels)
        self.places = []
        for layer in layers:
            units = len(layer.bias)
            sums, gradient = room(units), room(units)
            active = sums if layer.activation is None else room(units)
            mask = None if layer.dropout is None else room(units)
            output = active if mask is None else room(units)
            self.places.append(_Place(sums, active, output, mask, gradient, gradient.T))
        classes = len(layers[-1].bias)
        self.targets, self.log_probabilities = room(classes), room(classes)
        self.targets_flat, self.log_probabilities_flat = (
            self.targets.view(-1),
            self.log_probabilities.view(-1),
        )


def _layers(flat: FlatModel) -> list[_Layer]:
    layers = []
    for name, block in list(flat.model.named_children())[2:]:
        parts = [*block.children()] or [block]
        prefix = f"{name}.linear." if len(parts) > 1 else f"{name}."
        linear = parts[0]
        assert isinstance(linear, Linear)
        layers.append(
            _Layer(
                weight=linear.weight.detach(),
                weight_t=linear.weight.detach().T,
                bias=linear.bias.detach(),
                weight_gradient=flat.gradient_of(f"{prefix}weight"),
                bias_gradient=flat.gradient_of(f"{prefix}bias"),
                activation=next((type(part) for part in parts if type(part) in RULES), None),
                dropout=next((part for part in parts if isinstance(part, Dropout)), None),
            )
        )
    return layers
