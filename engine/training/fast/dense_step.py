"""Steps of a plain dense network by hand: the same as autograd's, in half the time for small networks.

Autograd builds a graph of a few dozen nodes and allocates every result anew in each step; for a network whose matrix
products take a third of a millisecond that costs as much again. Here every result has its place, allocated once for
each size of batch, gradients are written straight into the vector the optimiser reads, and many steps are one call
(see ``dense_pass`` for the arithmetic and ``script`` for the call).
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from engine.config import Activation, DenseLayer
from engine.layers.first_weights import LEAKY_SLOPE
from engine.layers.modules import ACTIVATIONS, Dropout, Linear
from engine.models.normalize import Normalize
from engine.models.parts import layer_of
from engine.models.parts import layers as layers_of
from engine.training.fast.dense_attack import Attacked, attack, attacked_of, foe_of, run_attacked
from engine.training.fast.dense_pass import Batch, Inputs, Layer, Place, learn, run_steps
from engine.training.fast.product import by_onednn
from engine.training.fast.script import scripted
from engine.training.teaching import untaught

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from engine.training.adversary import Opponent
    from engine.training.augment import Augmenter
    from engine.training.batches import ImageTensors
    from engine.training.flat import FlatModel
    from engine.training.optimizers import Optimizer
    from engine.training.teaching import Taught

OF_SUMS = (Activation.GELU,)  # whose slope follows from its sums, and not from what it gave
LEAST_WORK = 2_000_000
"""Multiply-adds of a product; of smaller ones, rounding costs as much as bfloat16 saves."""
NAMES: dict[type[nn.Module], Activation] = {type(make()): name for name, make in ACTIVATIONS.items()}


class DenseStep:
    """Steps of one network on one set of images, for networks that ``applies_to`` accepts.

    Args:
        flat: The model.
        data: The training images.
        sizes: The sizes of batch there will be.
        optimizer: How gradients become weights.
        dropout: Where the random bits of dropout come from.
        label_smoothing: Share of certainty spread over all classes.
        clipping: Longest gradient; 0 for no limit.
        augmenter: Varies the images of each batch.
        taught: What a teacher says of all images; None without one.
        opponent: Changes the images of each batch against the network; None without one.
        rounded: Images of a whole batch, whose large products are done in bfloat16, whatever share of it is learnt from
            here; 0 for float32. See ``_rounded_layers``.
    """

    def __init__(
        self,
        flat: FlatModel,
        data: ImageTensors,
        sizes: set[int],
        optimizer: Optimizer,
        *,
        dropout: torch.Generator,
        label_smoothing: float = 0.0,
        clipping: float = 0.0,
        augmenter: Augmenter | None = None,
        taught: Taught | None = None,
        opponent: Opponent | None = None,
        rounded: int = 0,
    ) -> None:
        self._augmenter = augmenter
        self._taught = untaught(data.pixels) if taught is None else taught
        self._rest = (optimizer.rule, clipping, dropout)
        self._layers = _layers(flat)
        if rounded:
            self._layers = _rounded_layers(self._layers, rounded)
        self._pixels, self._one = data.pixels, data.kind.one
        self._normalize = next(part for part in flat.model.children() if isinstance(part, Normalize))
        classes = len(self._layers[-1].bias)
        share = label_smoothing / classes
        target_of = torch.full((classes, classes), share)
        target_of.fill_diagonal_(1 - label_smoothing + share)
        truth_of = torch.eye(classes) if label_smoothing else torch.empty(0, classes)
        self._opponent = opponent
        self.read_normalization()
        self._places = {size: places_for(size, self._layers, by_class=True) for size in sizes}
        self._batches = {
            size: _batch(
                *(size, data.pixels, target_of, truth_of),
                is_taught=taught is not None,
                is_rounded=is_rounded(self._layers[0]),
            )
            for size in sizes
        }
        self._attacked: dict[int, Attacked] = {}
        if opponent is not None:
            self._attacked = {
                size: attacked_of(self._places[size], self._batches[size], opponent.count(size))
                for size in sizes
            }

    @staticmethod
    def applies_to(model: nn.Module, device: torch.device) -> bool:
        """Whether this way of computing covers a model: dense layers alone, on the processor, none normalised."""
        parts = list(model.children())
        if device.type != "cpu" or len(parts) < 2:
            return False
        normalize, *hidden, output = parts
        if hidden and isinstance(hidden[0], nn.Flatten):  # of pictures; numbers lie in a row
            del hidden[0]
        known = (Linear, Dropout, *NAMES)
        return (
            isinstance(normalize, Normalize)
            and isinstance(output, Linear)
            and all(type(layer_of(block)) is DenseLayer for block in hidden)
            and all(type(part) in known for block in hidden for part in block.children())
        )

    @property
    def rounds(self) -> bool:
        """Whether any product is done in bfloat16."""
        return any(map(is_rounded, self._layers))

    @contextmanager
    def by_autograd(self, model: nn.Module) -> Iterator[None]:
        """Let autograd round in a model what is rounded here, and nothing else."""
        linears = [part for part in model.modules() if isinstance(part, Linear)]
        rounded = [part for part, layer in zip(linears, self._layers, strict=True) if is_rounded(layer)]
        for part in rounded:
            part.forward = partial(_rounded_sums, part)  # type: ignore[method-assign]
        try:
            yield
        finally:
            for part in rounded:
                del part.forward

    def read_normalization(self) -> None:
        """Take mean and deviation from the model; bytes become inputs in one go with them, numbers here and now."""
        mean, deviation = self._normalize.mean.flatten(), self._normalize.deviation.flatten()  # (C,) or (F,)
        pixels, one = self._pixels, torch.ones(1)
        if (
            pixels.is_floating_point()
        ):  # each has its own mean and deviation, and digits that are worth keeping
            pixels, mean, deviation = (pixels - mean) / deviation, 0 * one, one
        scales, shift = 1 / (self._one * deviation), -mean / deviation
        scale = float(scales[0])
        if len(scales) == 1:
            scales, shift = scales[:0], shift[0]
        else:
            area = self._pixels.shape[1] // len(scales)
            scales, shift = scales.repeat_interleave(area), shift.repeat_interleave(area)
        self._inputs = Inputs(pixels, scale, scales, shift)
        if self._opponent is not None:
            self._foe = foe_of(self._inputs, self._opponent)

    def run(
        self,
        indices: Sequence[Tensor],
        labels: Sequence[Tensor],
        losses: Sequence[Tensor],
        answers: Sequence[Tensor],
        rates: Sequence[float],
        strengths: Sequence[float] = (),
    ) -> None:
        """Do a step for each of ``rates``.

        Args:
            indices: ``(B,)`` int64 for each step, which images.
            labels: ``(B,)`` int64 for each step, their classes.
            losses: ``()`` float for each step, where its mean loss goes.
            answers: ``(B,)`` int64 for each step, where the most probable classes go.
            rates: The learning rate of each step.
            strengths: How much an opponent may change a pixel in each step; not looked at without one.
        """
        for size, steps in groupby(range(len(rates)), lambda step: indices[step].size(0)):
            where = list(steps)
            part = slice(where[0], where[-1] + 1)
            of_steps = [list(each[part]) for each in (indices, labels, losses, answers)]
            here = (self._taught, self._layers, self._places[size], self._batches[size])
            if self._augmenter is None and self._opponent is None:
                scripted(run_steps)(self._inputs, *here, *of_steps, list(rates[part]), *self._rest)
            elif self._augmenter is None:
                attacked = (self._foe, self._attacked[size], list(strengths[part]))
                scripted(run_attacked)(
                    self._inputs, *here, *of_steps, list(rates[part]), *self._rest, *attacked
                )
            else:
                for number, (chosen, truth, *told, rate) in enumerate(
                    zip(*of_steps, rates[part], strict=True)
                ):
                    batch = self._batches[size]
                    self._load_varied(chosen, batch.raw, batch.images)
                    if batch.wanted.numel():
                        torch.index_select(self._taught.probabilities, 0, chosen, out=batch.wanted)
                    if self._opponent is not None:
                        here_too = (self._foe, self._layers, self._attacked[size], truth)
                        scripted(attack)(*here_too, strengths[where[number]])
                    scripted(learn)(*here, truth, *told, rate, *self._rest)

    def _load_varied(self, indices: Tensor, raw: Tensor, images: Tensor) -> None:
        assert self._augmenter is not None, "asked only with one"
        torch.index_select(self._pixels, 0, indices, out=raw)
        pixels = self._augmenter(raw).view(images.shape)  # in [0, 1]
        inputs = self._inputs
        if len(inputs.scales):
            torch.addcmul(inputs.shift, pixels, inputs.scales, value=self._one, out=images)
        else:
            torch.add(inputs.shift, pixels, alpha=inputs.scale * self._one, out=images)


class _RoundedProduct(torch.autograd.Function):
    """The product of a rounded layer, and what ``dense_pass.backward`` makes of a gradient by it."""

    @staticmethod
    def forward(ctx: Any, given: Tensor, weight: Tensor) -> Tensor:
        given, weight = given.bfloat16(), weight.bfloat16()
        ctx.save_for_backward(given, weight)
        return (given @ weight.T).float()

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, Tensor]:
        given, weight = ctx.saved_tensors
        slope = slope.bfloat16()
        return (slope @ weight).float(), (slope.T @ given).float()


def _rounded_sums(part: Linear, given: Tensor) -> Tensor:
    sums: Tensor = _RoundedProduct.apply(given, part.weight)  # type: ignore[no-untyped-call]
    return sums + part.bias


def places_for(size: int, layers: list[Layer], *, by_class: bool = False) -> list[Place]:
    """Return where the results of each layer lie for batches of one size.

    Args:
        size: Images in a batch.
        layers: The network.
        by_class: Whether a class, not an image, is a row in memory where logits and their gradients lie.
    """
    places = []
    for number, layer in enumerate(layers, start=1):
        units = len(layer.bias)
        if by_class and number == len(layers):
            sums, gradient = torch.empty(units, size).T, torch.empty(units, size).T
        else:
            sums, gradient = torch.empty(size, units), torch.empty(size, units)
        active = torch.empty(size, units) if layer.activation in OF_SUMS else sums
        gate = torch.empty(size if layer.activation == Activation.SILU else 0, units)
        drops = layer.dropped > 0
        mask = torch.empty(size if drops else 0, units)
        words = torch.empty(-(-mask.numel() // 4), dtype=torch.int64)
        bits = words.view(torch.int16)[: mask.numel()].view(mask.shape)
        output = torch.empty(size, units) if drops else active
        before_rounded = any(map(is_rounded, layers[number : number + 1]))
        rounded = _in_bfloat16(size if is_rounded(layer) or before_rounded else 0, units)
        rounded_output = _in_bfloat16(size if before_rounded else 0, units)
        places.append(
            Place(
                *(sums, active, gate, output, mask, words, bits, gradient, gradient.T),
                torch.ones(1, size),
                *(rounded, rounded.T, rounded_output),
                by_onednn(size, *reversed(layer.weight.shape)),
            )
        )
    return places


def is_rounded(layer: Layer) -> bool:
    """Whether the products of a layer are done in bfloat16."""
    return layer.rounded.numel() > 0


def _rounded_layers(layers: list[Layer], size: int) -> list[Layer]:
    """Return layers of which those with large products in batches of ``size`` are rounded, and one at least.

    The last one is not: it has the fewest weights, and what the loss sees keeps its digits.
    """
    most = max((layer.weight.numel() for layer in layers[:-1]), default=0)
    least = min(most, -(-LEAST_WORK // size))
    return [
        layer._replace(
            rounded=(weights := _in_bfloat16(*layer.weight.shape)),
            rounded_t=weights.T,
            rounded_gradient=_in_bfloat16(*layer.weight.shape),
        )
        if layer.weight.numel() >= least
        else layer
        for layer in layers[:-1]
    ] + layers[-1:]


def _in_bfloat16(*shape: int) -> Tensor:
    return torch.empty(shape, dtype=torch.bfloat16)


def _batch(
    size: int, pixels: Tensor, target_of: Tensor, truth_of: Tensor, *, is_taught: bool, is_rounded: bool
) -> Batch:
    classes = len(target_of)
    targets, log_probabilities = torch.empty(classes, size), torch.empty(classes, size)
    wanted, rows, softened, likely = (torch.empty(size if is_taught else 0, classes) for _ in range(4))
    return Batch(
        raw=torch.empty(size, pixels.shape[1], dtype=pixels.dtype),
        images=torch.empty(size, pixels.shape[1]),
        rounded=_in_bfloat16(size if is_rounded else 0, pixels.shape[1]),
        target_of=target_of / -size,
        truth_of=truth_of / -size,
        targets=targets,
        log_probabilities=log_probabilities,
        largest=torch.empty(size),
        targets_flat=targets.view(-1),
        log_probabilities_flat=log_probabilities.view(-1),
        wanted=wanted,
        rows=rows,
        softened=softened,
        likely=likely,
    )


def _layers(flat: FlatModel) -> list[Layer]:
    layers, nothing = [], _in_bfloat16(0, 0)
    for name, block, _ in layers_of(flat.model):
        parts = [*block.children()] or [block]
        prefix = f"{name}.linear." if len(parts) > 1 else f"{name}."
        linear = parts[0]
        assert isinstance(linear, Linear)
        dropout = next((part for part in parts if isinstance(part, Dropout)), None)
        activation = next((NAMES[type(part)].value for part in parts if type(part) in NAMES), "")
        layers.append(
            Layer(
                weight=linear.weight.detach(),
                weight_t=linear.weight.detach().T,
                bias=linear.bias.detach(),
                weight_gradient=flat.gradient_of(f"{prefix}weight"),
                bias_gradient=flat.gradient_of(f"{prefix}bias").view(1, -1),
                activation=activation,
                factor=-2.0 if activation == Activation.TANH else 1.0,
                slope=LEAKY_SLOPE,
                one=torch.ones(()),
                dropped=0 if dropout is None else dropout.dropped,
                rounded=nothing,
                rounded_t=nothing.T,
                rounded_gradient=nothing,
            )
        )
    return layers
