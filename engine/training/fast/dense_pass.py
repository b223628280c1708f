"""Forward and backward pass of a plain dense network by hand, and whole steps with them, one after another.

For a layer with input x (B, I), weights W (O, I) and bias b (O), sums z = x Wᵀ + b and activation h = f(z), a gradient
g (B, O) of the loss by h becomes g ∘ f′(z) by z; from that come gᵀ x by W, the column sums of g by b, and g W by x.
The gradient of the mean cross-entropy by the logits is (softmax − target) / B.

Of the last layer a class is a row in memory: what is done for each image then runs over all images at once, which for
ten classes takes a tenth of the time.

Of layers that are rounded, the products take numbers of bfloat16 and give such; everything else is float32.

All functions are written so that ``script.scripted`` can read them: no constants from outside, every result in a place
that was handed in.
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of the named tuples.
from typing import NamedTuple

import torch
from torch import Tensor

from engine.training.fast.product import multiply, product
from engine.training.optimizers import Rule, take_step
from engine.training.teaching import Taught, draw_to_teacher


class Layer(NamedTuple):
    """One layer; its tensors are views of the model's flat vectors.

    Attributes:
        weight: ``(O, I)``.
        weight_t: ``(I, O)``, a view.
        bias: ``(O,)``.
        weight_gradient: ``(O, I)``.
        bias_gradient: ``(1, O)``.
        activation: Its name; empty for the last layer.
        factor: What sums are multiplied with on their way to f; 1 but for tanh.
        slope: Of a leaky ReLU below 0.
        one: ``()``, 1.
        dropped: Of 65,536 values of 16 random bits, how many switch a unit off; 0 without dropout.
        rounded: ``(O, I)`` bfloat16, the weights as products take them; empty where these are float32.
        rounded_t: ``(I, O)``, a view.
        rounded_gradient: ``(O, I)`` bfloat16, what the product by the weights gives; empty likewise.
    """

    weight: Tensor
    weight_t: Tensor
    bias: Tensor
    weight_gradient: Tensor
    bias_gradient: Tensor
    activation: str
    factor: float
    slope: float
    one: Tensor
    dropped: int
    rounded: Tensor
    rounded_t: Tensor
    rounded_gradient: Tensor


class Place(NamedTuple):
    """Where the results of one layer lie for one size of batch, each ``(B, units)``.

    Attributes:
        sums: z times the layer's factor; where nothing asks for it again, what is active takes its place.
        active: After the activation.
        gate: σ(z), and f′(z) on the way back; empty but for SiLU.
        output: After dropout; the same as active without.
        mask: What dropout multiplies with; empty without.
        words: ``(W,)`` int64, where its random bits are drawn; empty without.
        bits: The same bits as int16, ``(B, units)``.
        gradient: Of the loss by output, then by z.
        gradient_t: Its transpose, a view.
        ones: ``(1, B)``, whose product with the gradient is its sum over all images.
        rounded: bfloat16, what products give or take: sums, then gradients by output, then by z; empty where neither
            this layer nor the next is rounded.
        rounded_t: Its transpose, a view.
        rounded_output: bfloat16, the output as the next layer's products take it; empty where that is not rounded.
        by_onednn: Whether products of float32 go through oneDNN, see ``product``.
    """

    sums: Tensor
    active: Tensor
    gate: Tensor
    output: Tensor
    mask: Tensor
    words: Tensor
    bits: Tensor
    gradient: Tensor
    gradient_t: Tensor
    ones: Tensor
    rounded: Tensor
    rounded_t: Tensor
    rounded_output: Tensor
    by_onednn: bool


class Batch(NamedTuple):
    """Where the rest lies for one size of batch.

    Attributes:
        raw: ``(B, pixels)`` uint8, or float of numbers.
        images: ``(B, pixels)`` float, what goes into the network.
        rounded: ``(B, pixels)`` bfloat16, the same; empty where the first layer is not rounded.
        target_of: ``(classes, classes)``, for each class what should come out, times −1 / B; a class is a column.
        truth_of: The same without label smoothing, for the loss that is told; empty where there is none.
        targets: ``(classes, B)`` float, the same for each image.
        log_probabilities: ``(classes, B)`` float.
        largest: ``(B,)`` float, the largest logit of each image.
        targets_flat: The same as targets in one row.
        log_probabilities_flat: Likewise.
        wanted: ``(B, classes)`` float, what the teacher finds probable; empty without one, as are those that follow.
        rows: ``(B, classes)`` float, logits with an image a row.
        softened: ``(B, classes)`` float, logits by the temperature.
        likely: ``(B, classes)`` float, what the network finds probable then.
    """

    raw: Tensor
    images: Tensor
    rounded: Tensor
    target_of: Tensor
    truth_of: Tensor
    targets: Tensor
    log_probabilities: Tensor
    largest: Tensor
    targets_flat: Tensor
    log_probabilities_flat: Tensor
    wanted: Tensor
    rows: Tensor
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
    if batch.rounded.numel() > 0:
        batch.rounded.copy_(batch.images)
    logits = forward(layers, places, batch.images, batch.rounded, dropout)
    judge(taught, places, batch, logits, labels, loss, answers)
    backward(layers, places, batch.images, batch.rounded)
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
    by_class = logits.t()  # (classes, B)
    torch.ops.aten.max(by_class, 0, max=batch.largest, max_values=answers)
    torch.index_select(batch.target_of, 1, labels, out=batch.targets)
    torch.log_softmax(by_class, 0, out=batch.log_probabilities)
    torch.ops.aten._log_softmax_backward_data(
        batch.targets, batch.log_probabilities, 0, torch.float32, out=places[-1].gradient_t
    )
    if batch.wanted.numel() > 0:
        batch.rows.copy_(logits)
        draw_to_teacher(places[-1].gradient, batch.rows, batch.wanted, batch.softened, batch.likely, taught)
    if batch.truth_of.numel() > 0:
        torch.index_select(batch.truth_of, 1, labels, out=batch.targets)
    torch.dot(batch.log_probabilities_flat, batch.targets_flat, out=loss)


def forward(
    layers: list[Layer], places: list[Place], images: Tensor, rounded: Tensor, dropout: torch.Generator
) -> Tensor:
    """Return the logits of ``images (B, pixels)``, of which ``rounded`` is what the products of a rounded layer take.

    What the way back needs stays in the places.
    """
    below, rounded_below = images, rounded
    for number in range(len(layers)):
        layer, place = layers[number], places[number]
        if layer.rounded.numel() > 0:
            layer.rounded.copy_(layer.weight)
            torch.mm(rounded_below, layer.rounded_t, out=place.rounded)
            place.sums.copy_(place.rounded).add_(layer.bias)
            if layer.factor != 1.0:
                place.sums.mul_(layer.factor)
        else:
            add_up(layer, below, place)
        if layer.activation != "":
            activate(layer, place)
        if layer.dropped > 0:
            draw_mask(place.mask, place.words, place.bits, layer.dropped, dropout)
            torch.mul(place.active, place.mask, out=place.output)
        below, rounded_below = place.output, place.rounded_output
        if rounded_below.numel() > 0:
            rounded_below.copy_(below)
    return below


def backward(layers: list[Layer], places: list[Place], images: Tensor, rounded: Tensor) -> None:
    """Turn the gradient by the logits, ready in the last place, into those by all weights; see ``forward``."""
    for back in range(len(layers)):
        number = len(layers) - 1 - back
        layer, place = layers[number], places[number]
        if layer.dropped > 0:
            place.gradient.mul_(place.mask)
        if layer.activation != "":
            pass_back(layer, place)
        torch.mm(place.ones, place.gradient, out=layer.bias_gradient)
        if layer.rounded.numel() > 0:
            place.rounded.copy_(place.gradient)
            given = places[number - 1].rounded_output if number > 0 else rounded
            torch.mm(place.rounded_t, given, out=layer.rounded_gradient)
            layer.weight_gradient.copy_(layer.rounded_gradient)
            if number > 0:
                torch.mm(place.rounded, layer.rounded, out=places[number - 1].rounded)
                places[number - 1].gradient.copy_(places[number - 1].rounded)
        elif number > 0:
            under = places[number - 1]
            multiply(place.gradient_t, under.output, place.by_onednn, layer.weight_gradient)
            multiply(place.gradient, layer.weight, place.by_onednn, under.gradient)
        else:
            multiply(place.gradient_t, images, place.by_onednn, layer.weight_gradient)


def add_up(layer: Layer, below: Tensor, place: Place) -> None:
    """Put z of what goes into a layer, ``below (B, I)``, times the layer's factor into ``place.sums``."""
    if place.by_onednn:
        bias = layer.bias if layer.factor == 1.0 else layer.bias * layer.factor
        torch.add(bias, product(below, layer.weight_t), alpha=layer.factor, out=place.sums)
    else:
        torch.addmm(layer.bias, below, layer.weight_t, beta=layer.factor, alpha=layer.factor, out=place.sums)


def activate(layer: Layer, place: Place) -> None:
    """Put f(z) into ``place.active``; the last layer has no f and its sums are what is active."""
    sums, active = place.sums, place.active
    if layer.activation == "relu":
        torch.clamp_min(sums, 0, out=active)
    elif layer.activation == "leaky_relu":
        torch.ops.aten.leaky_relu(sums, layer.slope, out=active)
    elif layer.activation == "tanh":
        # tanh z = 1 − 2 σ(−2 z), and σ is the faster function by far; the sums are −2 z already
        torch.sigmoid(sums, out=active)
        torch.sub(layer.one, active, alpha=2.0, out=active)
    elif layer.activation == "sigmoid":
        torch.sigmoid(sums, out=active)
    elif layer.activation == "gelu":
        torch.ops.aten.gelu(sums, out=active)
    elif layer.activation == "silu":
        torch.sigmoid(sums, out=place.gate)
        torch.mul(sums, place.gate, out=active)
    elif layer.activation == "identity":
        active.copy_(sums)


def pass_back(layer: Layer, place: Place) -> None:
    """Turn ``place.gradient`` by f(z) into the one by z, once for each ``activate``."""
    gradient, sums, active = place.gradient, place.sums, place.active
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
        # With f = z σ, f′ = σ + z σ (1 − σ) = f + σ (1 − f), which asks for no exponential again
        torch.lerp(active, layer.one, place.gate, out=place.gate)
        gradient.mul_(place.gate)


def draw_mask(mask: Tensor, words: Tensor, bits: Tensor, dropped: int, generator: torch.Generator) -> None:
    """Fill ``mask`` with 0 for what dropout drops and 1 / (1 − share) for what it keeps, as ``Dropout`` does."""
    words.random_(-9223372036854775807 - 1, None, generator=generator)
    mask.copy_(bits.ge_(dropped - 32768)).mul_(65536 / (65536 - dropped))
