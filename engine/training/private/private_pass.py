"""Private steps of a plain dense network: the length of each image's gradient, a sum of shortened ones, and noise.

For one image, the gradient by a layer's weights is the outer product δ xᵀ of the gradient δ (O,) by its sums and what
went in, x (I,); by its biases it is δ. Its squared length is thus ‖δ‖² (‖x‖² + 1), and that of all layers together
their sum: no gradient of a single image is ever made. Where the δ of every layer are then shortened by one factor,
the ordinary product δᵀ x over the batch is the sum of the shortened gradients.

All functions are written so that ``script.scripted`` can read them, as those of ``dense_pass``.

Source: Goodfellow 2015, arXiv:1510.01799 (lengths by outer products); Abadi et al. 2016, arXiv:1607.00133, algorithm 1.
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of the named tuples.
from typing import NamedTuple

import torch
from torch import Tensor

from engine.training.fast.dense_pass import Inputs, Layer, Place, forward, load, pass_back
from engine.training.optimizers import Rule, take_step


class Veil(NamedTuple):
    """What hides a single image.

    Attributes:
        clip: Longest gradient of an image.
        deviation: Of the noise on their sum.
        expected: How many images a step sees on average.
        noise: ``(P,)``, where it is drawn.
        weighs: ``(P,)``, 1 where there is a weight and 0 between them.
        generator: Where it comes from.
    """

    clip: float
    deviation: float
    expected: float
    noise: Tensor
    weighs: Tensor
    generator: torch.Generator


class Room(NamedTuple):
    """Where the rest of a step lies: for as many images as there may be, or for those that there are.

    Attributes:
        raw: ``(B, pixels)`` uint8.
        images: ``(B, pixels)`` float, what goes into the network.
        targets: ``(B, classes)`` float, what should come out.
        log_probabilities: ``(B, classes)`` float.
        squares: ``(B,)`` float, squared lengths of gradients.
        factors: ``(B,)`` float, what they are multiplied with.
    """

    raw: Tensor
    images: Tensor
    targets: Tensor
    log_probabilities: Tensor
    squares: Tensor
    factors: Tensor


def run_private_steps(
    inputs: Inputs,
    layers: list[Layer],
    places: list[Place],
    room: Room,
    target_of: Tensor,
    truth_of: Tensor,
    indices: list[Tensor],
    labels: list[Tensor],
    losses: list[Tensor],
    answers: list[Tensor],
    rates: list[float],
    rule: Rule,
    clipping: float,
    dropout: torch.Generator,
    veil: Veil,
) -> None:
    """Do a step for each of ``rates``, each on as many images as there are for it; see ``dense_pass.run_steps``.

    Args:
        inputs: What the images are made from.
        layers: The network.
        places: Where its results go, for the most images.
        room: Where the rest goes, likewise.
        target_of: ``(classes, classes)``, for each class what should come out.
        truth_of: The same without label smoothing, for the loss that is told.
        indices: ``(B,)`` int64 for each step, which images.
        labels: ``(B,)`` int64 for each step, their classes.
        losses: ``()`` float for each step, where its mean loss goes, label smoothing left out; 0 without images.
        answers: ``(B,)`` int64 for each step, where the most probable classes go.
        rates: The learning rate of each step.
        rule: How gradients become weights.
        clipping: Longest gradient of a whole step; 0 for no limit.
        dropout: Where the random bits of dropout come from.
        veil: What hides a single image.
    """
    for step in range(len(rates)):
        here = part_of(room, len(labels[step]))
        load(inputs, indices[step], here.raw, here.images)
        learn_privately(
            layers, places, here, target_of, truth_of, labels[step], losses[step], answers[step],
            rates[step], rule, clipping, dropout, veil,
        )  # fmt: skip


def learn_privately(
    layers: list[Layer],
    places: list[Place],
    room: Room,
    target_of: Tensor,
    truth_of: Tensor,
    labels: Tensor,
    loss: Tensor,
    answers: Tensor,
    rate: float,
    rule: Rule,
    clipping: float,
    dropout: torch.Generator,
    veil: Veil,
) -> None:
    """Do one step with the images that lie ready in ``room``; see ``run_private_steps``."""
    count = len(labels)
    gradients = rule.gradients[0]
    if count == 0:
        loss.zero_()
        gradients.zero_()
    else:
        here = [first_of(layers[number], places[number], count) for number in range(len(layers))]
        logits = forward(layers, here, room.images, room.images, dropout)  # (B, classes)
        torch.argmax(logits, 1, out=answers)
        torch.log_softmax(logits, 1, out=room.log_probabilities)
        torch.index_select(truth_of, 0, labels, out=room.targets)
        loss.copy_(torch.sum(room.log_probabilities * room.targets)).div_(-count)
        torch.index_select(target_of, 0, labels, out=room.targets)
        gradient = torch.exp(room.log_probabilities, out=here[len(here) - 1].gradient)
        gradient.sub_(room.targets)
        add_shortened(layers, here, room.images, room.squares, room.factors, veil.clip)
    veil.noise.normal_(0.0, 1.0, generator=veil.generator)
    gradients.addcmul_(veil.noise, veil.weighs, value=veil.deviation).div_(veil.expected)
    take_step(rule, rate, clipping)


def add_shortened(
    layers: list[Layer], places: list[Place], images: Tensor, squares: Tensor, factors: Tensor, clip: float
) -> None:
    """Turn the gradients by the logits, ready in the last place for each image, into sums of shortened ones by weights.

    Args:
        layers: The network.
        places: Where the results of its way forward lie.
        images: ``(B, pixels)``, what went in.
        squares: ``(B,)``, where the squared lengths come to lie.
        factors: ``(B,)``, where what each image's gradient is multiplied with comes to lie.
        clip: Longest gradient of an image.
    """
    squares.zero_()
    for back in range(len(layers)):
        number = len(layers) - 1 - back
        layer, place = layers[number], places[number]
        if layer.dropped > 0:
            place.gradient.mul_(place.mask)
        pass_back(layer, place)
        below = places[number - 1].output if number > 0 else images
        went_in = torch.linalg.vector_norm(below, 2, [1]).square_().add_(1)
        squares.addcmul_(torch.linalg.vector_norm(place.gradient, 2, [1]).square_(), went_in)
        if number > 0:
            torch.mm(place.gradient, layer.weight, out=places[number - 1].gradient)
    torch.sqrt(squares, out=factors)
    factors.add_(1e-6).reciprocal_().mul_(clip).clamp_max_(1.0)
    for number in range(len(layers)):
        layer, place = layers[number], places[number]
        below = places[number - 1].output if number > 0 else images
        place.gradient.mul_(factors.unsqueeze(1))
        torch.mm(place.gradient_t, below, out=layer.weight_gradient)
        torch.mm(place.ones, place.gradient, out=layer.bias_gradient)


def part_of(room: Room, count: int) -> Room:
    """Return the room of the first ``count`` images."""
    return Room(
        room.raw[:count],
        room.images[:count],
        room.targets[:count],
        room.log_probabilities[:count],
        room.squares[:count],
        room.factors[:count],
    )


def first_of(layer: Layer, place: Place, count: int) -> Place:
    """Return the place of the first ``count`` images; as a batch has any size, oneDNN would begin anew for each."""
    sums, gradient = place.sums[:count], place.gradient[:count]
    active = place.active[:count] if len(layer.activation) > 0 else sums
    mask, words, bits, output = place.mask, place.words, place.bits, active
    if layer.dropped > 0:
        mask, bits, output = mask[:count], bits[:count], place.output[:count]
        words = words[: (mask.numel() + 3) // 4]
    return Place(
        sums, active, place.gate[:count], output, mask, words, bits, gradient, gradient.t(),
        place.ones[:, :count], place.rounded, place.rounded_t, place.rounded_output, False,
    )  # fmt: skip
