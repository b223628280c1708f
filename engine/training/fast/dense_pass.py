"""Forward and backward pass of a plain dense network by hand, and whole steps with them, one after another.

For a layer with input x (B, I), weights W (O, I) and bias b (O), sums z = x Wᵀ + b and activation h = f(z), a gradient
g (B, O) of the loss by h becomes g ∘ f′(z) by z; from that come gᵀ x by W, the column sums of g by b, and g W by x.
The gradient of the mean cross-entropy by the logits is (softmax − target) / B.

Of the last layer a class is a row in memory: what is done for each image then runs over all images at once, which for
ten classes takes a tenth of the time.

All functions are written so that ``script.scripted`` can read them: no constants from outside, every result in a place
that was handed in.
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of the named tuples.
from typing import NamedTuple

import torch
from torch import Tensor

from engine.training.optimizers import Rule, take_step
from engine.training.teaching import Taught, draw_to_teacher


class Layer(NamedTuple):
    """One layer; its tensors are views of the model's flat vectors.

    Attributes:
        weight: ``(O, I)``.
        weight_t: ``(I, O)``, a view.
        bias: ``(O,)``.
        weight_gradient: ``(O, I)``.
        bias_gradient: ``(O,)``.
        activation: Its name; empty for the last layer.
        slope: Of a leaky ReLU below 0.
        dropped: Of 65,536 values of 16 random bits, how many switch a unit off; 0 without dropout.
    """

    weight: Tensor
    weight_t: Tensor
    bias: Tensor
    weight_gradient: Tensor
    bias_gradient: Tensor
    activation: str
    slope: float
    dropped: int


class Place(NamedTuple):
    """Where the results of one layer lie for one size of batch, each ``(B, units)``.

    Attributes:
        sums: z; where nothing asks for it again, what is active takes its place.
        active: After the activation.
        output: After dropout; the same as active without.
        mask: What dropout multiplies with; empty without.
        words: ``(W,)`` int64, where its random bits are drawn; empty without.
        bits: The same bits as int16, ``(B, units)``.
        gradient: Of the loss by output, then by z.
        gradient_t: Its transpose, a view.
    """

    sums: Tensor
    active: Tensor
    output: Tensor
    mask: Tensor
    words: Tensor
    bits: Tensor
    gradient: Tensor
    gradient_t: Tensor


class Batch(NamedTuple):
    """Where the rest lies for one size of batch.

    Attributes:
        raw: ``(B, pixels)`` uint8, or float of numbers.
        images: ``(B, pixels)`` float, what goes into the network.
        target_of: ``(classes, classes)``, for each class what should come out, times −1 / B; a class is a column.
        truth_of: The same without label smoothing, for the loss that is told; empty where there is none.
        targets: ``(classes, B)`` float, the same for each image.
        log_probabilities: ``(classes, B)`` float.
        rows: ``(B, classes)`` float, logits with an image a row, where the largest is looked for.
        targets_flat: The same as targets in one row.
        log_probabilities_flat: Likewise.
        wanted: ``(B, classes)`` float, what the teacher finds probable; empty without one, as are the two that follow.
        softened: ``(B, classes)`` float, logits by the temperature.
        likely: ``(B, classes)`` float, what the network finds probable then.
    """

    raw: Tensor
    images: Tensor
    target_of: Tensor
    truth_of: Tensor
    targets: Tensor
    log_probabilities: Tensor
    rows: Tensor
    targets_flat: Tensor
    log_probabilities_flat: Tensor
    wanted: Tensor
    softened: Tensor
    likely: Tensor


class Inputs(NamedTuple):
    """What the images of a batch are made from.

    Attributes:
        pixels: ``(N, pixels)`` uint8, all training images; of numbers float, brought to mean 0 already.
        scale: What a byte is multiplied with, where all pixels have one factor.
        scales: ``(pixels,)``, where each has its own; empty otherwise.
        shift: ``()`` or ``(pixels,)``, what is added then.
    """

    pixels: Tensor
    scale: float
    scales: Tensor
    shift: Tensor


def run_steps(
    inputs: Inputs,
    taught: Taught,
    layers: list[Layer],
    places: list[Place],
    batch: Batch,
    indices: list[Tensor],
    labels: list[Tensor],
    losses: list[Tensor],
    answers: list[Tensor],
    rates: list[float],
    rule: Rule,
    clipping: float,
    dropout: torch.Generator,
) -> None:
    """Do a step for each of ``rates``, on batches of one size.

    Args:
        inputs: What the images are made from.
        taught: What a teacher says of all training images.
        layers: The network.
        places: Where its results go, a place a layer.
        batch: Where the rest goes.
        indices: ``(B,)`` int64 for each step, which images.
        labels: ``(B,)`` int64 for each step, their classes.
        losses: ``()`` float for each step, where its mean loss goes, label smoothing left out.
        answers: ``(B,)`` int64 for each step, where the most probable classes go.
        rates: The learning rate of each step.
        rule: How gradients become weights.
        clipping: Longest gradient; 0 for no limit.
        dropout: Where the random bits of dropout come from.
    """
    for step in range(len(rates)):
        load(inputs, indices[step], batch.raw, batch.images)
        if batch.wanted.numel() > 0:
            torch.index_select(taught.probabilities, 0, indices[step], out=batch.wanted)
        learn(
            taught, layers, places, batch, labels[step], losses[step], answers[step],
            rates[step], rule, clipping, dropout,
        )  # fmt: skip


def load(inputs: Inputs, chosen: Tensor, raw: Tensor, images: Tensor) -> None:
    """Bring the images ``chosen (B,)`` into ``images (B, pixels)``, by way of ``raw (B, pixels)`` as they are kept."""
    torch.index_select(inputs.pixels, 0, chosen, out=raw)
    images.copy_(raw)
    if inputs.scales.numel() > 0:
        torch.addcmul(inputs.shift, images, inputs.scales, out=images)
    else:
        torch.add(inputs.shift, images, alpha=inputs.scale, out=images)


def learn(
    taught: Taught,
    layers: list[Layer],
    places: list[Place],
    batch: Batch,
    labels: Tensor,
    loss: Tensor,
    answers: Tensor,
    rate: float,
    rule: Rule,
    clipping: float,
    dropout: torch.Generator,
) -> None:
    """Do one step with what lies ready in ``batch``, images and what the teacher says of them; see ``run_steps``."""
    judge(taught, places, batch, forward(layers, places, batch.images, dropout), labels, loss, answers)
    backward(layers, places, batch.images)
    take_step(rule, rate, clipping)


def judge(
    taught: Taught,
    places: list[Place],
    batch: Batch,
    logits: Tensor,
    labels: Tensor,
    loss: Tensor,
    answers: Tensor,
) -> None:
    """Find answers and loss from ``logits (B, classes)``, and the gradient by them, which goes into the last place."""
    torch.argmax(batch.rows.copy_(logits), 1, out=answers)
    torch.index_select(batch.target_of, 1, labels, out=batch.targets)
    torch.log_softmax(logits.t(), 0, out=batch.log_probabilities)
    gradient = torch.exp(batch.log_probabilities, out=places[-1].gradient_t)  # (classes, B)
    torch.add(batch.targets, gradient, alpha=1.0 / len(labels), out=gradient)
    if batch.wanted.numel() > 0:
        draw_to_teacher(places[-1].gradient, batch.rows, batch.wanted, batch.softened, batch.likely, taught)
    if batch.truth_of.numel() > 0:
        torch.index_select(batch.truth_of, 1, labels, out=batch.targets)
    torch.dot(batch.log_probabilities_flat, batch.targets_flat, out=loss)


def forward(layers: list[Layer], places: list[Place], images: Tensor, dropout: torch.Generator) -> Tensor:
    """Return the logits of ``images (B, pixels)``; what the way back needs stays in the places."""
    below = images
    for number in range(len(layers)):
        layer, place = layers[number], places[number]
        torch.addmm(layer.bias, below, layer.weight_t, out=place.sums)
        activate(layer, place.sums, place.active)
        if layer.dropped > 0:
            draw_mask(place.mask, place.words, place.bits, layer.dropped, dropout)
            torch.mul(place.active, place.mask, out=place.output)
        below = place.output
    return below


def backward(layers: list[Layer], places: list[Place], images: Tensor) -> None:
    """Turn the gradient by the logits, ready in the last place, into those by all weights."""
    for back in range(len(layers)):
        number = len(layers) - 1 - back
        layer, place = layers[number], places[number]
        if layer.dropped > 0:
            place.gradient.mul_(place.mask)
        pass_back(layer, place.gradient, place.sums, place.active)
        below = places[number - 1].output if number > 0 else images
        torch.mm(place.gradient_t, below, out=layer.weight_gradient)
        torch.sum(place.gradient, [0], out=layer.bias_gradient)
        if number > 0:
            torch.mm(place.gradient, layer.weight, out=places[number - 1].gradient)


def activate(layer: Layer, sums: Tensor, active: Tensor) -> None:
    """Put f(z) into ``active``, both ``(B, units)``; the last layer has no f and its sums are what is active."""
    if layer.activation == "relu":
        torch.clamp_min(sums, 0, out=active)
    elif layer.activation == "leaky_relu":
        torch.ops.aten.leaky_relu(sums, layer.slope, out=active)
    elif layer.activation == "tanh":
        # tanh z = 2 σ(2 z) − 1, and σ is the faster function by far
        torch.sigmoid(torch.mul(sums, 2.0, out=active), out=active)
        active.mul_(2.0).sub_(1.0)
    elif layer.activation == "sigmoid":
        torch.sigmoid(sums, out=active)
    elif layer.activation == "gelu":
        torch.ops.aten.gelu(sums, out=active)
    elif layer.activation == "silu":
        torch.ops.aten.silu(sums, out=active)
    elif layer.activation == "identity":
        active.copy_(sums)


def pass_back(layer: Layer, gradient: Tensor, sums: Tensor, active: Tensor) -> None:
    """Turn ``gradient`` by f(z) into the one by z in place, all ``(B, units)``."""
    if layer.activation == "relu":
        torch.ops.aten.threshold_backward(gradient, sums, 0, grad_input=gradient)
    elif layer.activation == "leaky_relu":
        torch.ops.aten.leaky_relu_backward(gradient, sums, layer.slope, False, grad_input=gradient)
    elif layer.activation == "tanh":
        torch.ops.aten.tanh_backward(gradient, active, grad_input=gradient)
    elif layer.activation == "sigmoid":
        torch.ops.aten.sigmoid_backward(gradient, active, grad_input=gradient)
    elif layer.activation == "gelu":
        torch.ops.aten.gelu_backward(gradient, sums, grad_input=gradient)
    elif layer.activation == "silu":
        torch.ops.aten.silu_backward(gradient, sums, grad_input=gradient)


def draw_mask(mask: Tensor, words: Tensor, bits: Tensor, dropped: int, generator: torch.Generator) -> None:
    """Fill ``mask`` with 0 for what dropout drops and 1 / (1 − share) for what it keeps, as ``Dropout`` does."""
    words.random_(-9223372036854775807 - 1, None, generator=generator)
    mask.copy_(bits.ge_(dropped - 32768)).mul_(65536 / (65536 - dropped))
