"""An adversary against a plain dense network by hand: the gradient goes on from the first layer to the pixels.

What ``Opponent.change`` does with autograd, here with the places of ``dense_pass``: no graph is built, no gradient of a
weight is found, and nothing is dropped. Pixels lie scaled in the batch; as that is the same upwards everywhere, the
sign of the gradient is the one by the pixels, and bounds and steps are scaled instead.

Functions that ``script.scripted`` reads, as in ``dense_pass``.
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of the named tuples.
from typing import NamedTuple

import torch
from torch import Tensor

from engine.attacks.beginning import draw
from engine.inputs.picture import WHITE
from engine.training.adversary import Opponent
from engine.training.fast.dense_pass import (
    Batch,
    Inputs,
    Layer,
    Place,
    activate,
    add_up,
    learn,
    load,
    pass_back,
)
from engine.training.fast.product import multiply
from engine.training.optimizers import Rule
from engine.training.teaching import Taught


class Foe(NamedTuple):
    """How the adversary goes, and between which bounds pixels lie.

    Attributes:
        steps: How many steps it takes.
        stride: How far one goes, in strengths.
        unit: ``()`` or ``(pixels,)``, what a change from black to white is in the numbers of a batch.
        black: ``()`` or ``(pixels,)``, what black is.
        white: ``()`` or ``(pixels,)``, what white is.
        generator: Where random beginnings come from.
    """

    steps: int
    stride: float
    unit: Tensor
    black: Tensor
    white: Tensor
    generator: torch.Generator


class Attacked(NamedTuple):
    """Where the results of an attack lie for one size of batch, of which ``A`` images are attacked.

    Attributes:
        images: ``(A, pixels)``, the first images of the batch, a view.
        places: Of each layer, the first rows of where the step that follows puts its results, views.
        low: ``(A, pixels)``, the least each pixel may be.
        high: ``(A, pixels)``, the most.
        change: ``(A, pixels)``, where the gradient by the pixels goes.
        words: ``(W,)`` int64, where random bits are drawn.
        bits: The same bits as int16, ``(A, pixels)``.
        truth_of: ``(classes, classes)``, for each class 1 for itself.
        truth: ``(A, classes)``, the same for each image.
    """

    images: Tensor
    places: list[Place]
    low: Tensor
    high: Tensor
    change: Tensor
    words: Tensor
    bits: Tensor
    truth_of: Tensor
    truth: Tensor


def foe_of(inputs: Inputs, opponent: Opponent) -> Foe:
    """Return how an adversary goes on a set of images."""
    unit = WHITE * inputs.scales if len(inputs.scales) else torch.tensor(WHITE * inputs.scale)
    stride = opponent.stride / opponent.steps
    return Foe(opponent.steps, stride, unit, inputs.shift, inputs.shift + unit, opponent.generator)


def attacked_of(places: list[Place], batch: Batch, count: int) -> Attacked:
    """Return where the results of attacking the first ``count`` images of a batch go."""
    images = batch.images[:count]
    low, high, change = (torch.empty_like(images) for _ in range(3))
    words = torch.empty(-(-images.numel() // 4), dtype=torch.int64)
    classes = len(batch.targets)
    narrowed = []
    for place in places:
        sums, active, gradient, gate = (
            each[:count] for each in (place.sums, place.active, place.gradient, place.gate)
        )
        narrowed.append(place._replace(sums=sums, active=active, output=active, gradient=gradient, gate=gate))
    return Attacked(
        images,
        narrowed,
        *(low, high, change),
        words,
        words.view(torch.int16)[: images.numel()].view(images.shape),
        torch.eye(classes),
        torch.empty(count, classes),
    )


def run_attacked(
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
    foe: Foe,
    attacked: Attacked,
    strengths: list[float],
) -> None:
    """Do a step for each of ``rates``, on attacked images.

    The first arguments are those of ``run_steps``; then come how the adversary goes, where its results lie, and how
    much it may change a pixel in each step.
    """
    for step in range(len(rates)):
        load(inputs, indices[step], batch.raw, batch.images)
        if batch.wanted.numel() > 0:
            torch.index_select(taught.probabilities, 0, indices[step], out=batch.wanted)
        attack(foe, layers, attacked, labels[step], strengths[step])
        learn(
            taught, layers, places, batch, labels[step], losses[step], answers[step],
            rates[step], rule, clipping, dropout,
        )  # fmt: skip


def attack(foe: Foe, layers: list[Layer], attacked: Attacked, labels: Tensor, strength: float) -> None:
    """Change the images that lie ready, ``labels (B,)`` being those of the whole batch."""
    images, change = attacked.images, attacked.change
    within = foe.unit * strength
    torch.sub(images, within, out=attacked.low)
    torch.maximum(attacked.low, foe.black, out=attacked.low)
    torch.add(images, within, out=attacked.high)
    torch.minimum(attacked.high, foe.white, out=attacked.high)
    torch.index_select(attacked.truth_of, 0, labels[: len(images)], out=attacked.truth)
    draw(change, attacked.words, attacked.bits, strength, foe.generator)
    torch.addcmul(images, change, foe.unit, out=images)
    torch.clamp(images, attacked.low, attacked.high, out=images)
    for _ in range(foe.steps):
        rise(layers, attacked)
        torch.addcmul(images, change.sign_(), within, value=foe.stride, out=images)
        torch.clamp(images, attacked.low, attacked.high, out=images)


def rise(layers: list[Layer], attacked: Attacked) -> None:
    """Put the gradient of each image's own cross-entropy by what goes into the network into ``attacked.change``."""
    places = attacked.places
    below = attacked.images
    for number in range(len(layers)):
        layer, place = layers[number], places[number]
        add_up(layer, below, place)
        activate(layer, place)
        below = place.active
    torch.softmax(below, 1, out=places[-1].gradient)
    places[-1].gradient.sub_(attacked.truth)
    for back in range(len(layers)):
        number = len(layers) - 1 - back
        place = places[number]
        pass_back(layers[number], place)
        below = places[number - 1].gradient if number > 0 else attacked.change
        multiply(place.gradient, layers[number].weight, place.by_onednn, below)
