"""What the parts of a network compute, in words and formulas."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.config import NetworkConfig
from engine.inputs.registry import kind_of
from engine.layers import PLAIN
from engine.models.placed_layers import placed_layers
from engine.models.size import layer_shapes
from gui.look.words import choice_label, percent, plain_number, translate_engine
from gui.widgets.token_words import token_words

if TYPE_CHECKING:
    from engine.inference.step_values import TokenLook
    from gui.widgets.network.layout import Column

MOST_HEADS = 8  # that are told of

_tr = partial(QCoreApplication.translate, "NetworkDiagram")


def explanation(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> str:
    """Return what a column computes, in a few lines.

    Args:
        column: The column.
        network: The network it belongs to.
        image_shape: Channels, height, width of the images.
    """
    locale = QLocale()
    if column.kind == "input":
        if kind_of(image_shape).has_features:
            words = _tr("The row: {count} features, each brought to mean 0 and deviation 1, make x")
            return words.format(count=locale.toString(math.prod(image_shape)))
        if kind_of(image_shape).per_place:
            words = _tr(
                "The text: {places} characters at most, each one of the {signs} of the alphabet, read from the left"
            )
            return words.format(places=locale.toString(image_shape[0]), signs=locale.toString(image_shape[1]))
        height, width = image_shape[-2:]
        words = _tr("The image: {height} × {width} pixels make {count} numbers, x")
        return words.format(height=height, width=width, count=locale.toString(math.prod(image_shape)))
    if column.kind == "gap":
        if column.count == 1:
            return _tr("1 more hidden layer")
        return _tr("{count} more hidden layers").format(count=column.count)
    if column.kind == "output":
        before = [image_shape, *layer_shapes(network, image_shape)][-1]
        if kind_of(image_shape).per_place:
            (arithmetic,) = PLAIN(size=column.count).arithmetic(before[-1:], NetworkConfig())
            first = _tr("Output: at each place, how likely each sign is to come next")
            return "\n".join([first, translate_engine(arithmetic), _tr("p = softmax(z)")])
        flat = [_made_flat(before)] if len(before) > 1 and network.hidden else []
        (arithmetic,) = PLAIN(size=column.count).arithmetic(before, NetworkConfig())
        return "\n".join([_tr("Output"), *flat, translate_engine(arithmetic), _tr("p = softmax(z)")])
    in_order = list(placed_layers(network, image_shape))
    placed = in_order[column.index]
    layer = placed.layer
    number = column.index + 1
    lines = [_tr("Hidden layer {number}").format(number=number)]
    if column.alike > 1:
        words = _tr("Hidden layers {first} to {last} are alike; of the first:")
        lines = [words.format(first=number, last=column.index + column.alike)]
    if placed.flattened and column.index > 0:  # how many numbers the image is stands with it
        lines.append(_made_flat(in_order[column.index - 1].output_shape))
    lines += map(translate_engine, layer.arithmetic(placed.input_shape, network))
    if network.normalizes(layer):
        lines.append(_tr("z is brought to mean 0 and deviation 1 over the batch"))
    if layer.function is not None:
        lines.append(f"a = {choice_label(layer.function)}(z)")
    if layer.dropped:
        share = plain_number(100 * layer.dropped)
        lines.append(_tr("{share}\u00a0% of a are switched off while training").format(share=share))
    if len(placed.output_shape) > 1:
        lines.append(_tr("a is {shape}").format(shape=shape_words(placed.output_shape)))
    return "\n".join(lines)


def look_words(look: TokenLook) -> str:
    """Return the arithmetic of attention with the numbers of the moment: of one token, what each head takes most of."""
    seen, layer = look.seen, look.layer
    of_answer = percent(float(seen.flow[look.token]))
    words = (
        _tr("Now, for the token at {token}, of which the answer has most, {share}:")
        if look.is_most
        else _tr("Now, for the token at {token}, of which the answer has {share}:")
    )
    lines = [words.format(token=token_words(seen, look.token), share=of_answer)]
    text = _tr("head {head}: q · k / √{size} = {score}, {share} of V from {token}")
    for head in range(min(layer.heads, MOST_HEADS)):
        found = layer.head_sum(head, look.token)
        (most,) = found.most(1)
        lines.append(
            text.format(
                head=head + 1,
                size=found.size,
                score=plain_number(float(found.scores[most])),
                share=percent(float(found.shares[most])),
                token=token_words(seen, most),
            )
        )
    if layer.heads > MOST_HEADS:
        rest = layer.heads - MOST_HEADS
        lines.append(
            _tr("and 1 more head")
            if rest == 1
            else _tr("and {count} more heads").format(count=QLocale().toString(rest))
        )
    return "\n".join(lines)


def of_planes() -> str:
    """Return what the small planes of a layer say."""
    return _tr("Each square shows what a unit gives at every place of the plane: blue above 0, orange below.")


def how_to_choose() -> str:
    """Return how another token is chosen whose attention is shown."""
    return _tr(
        "Click on a part of it to see what its token takes, and again to see the one that counts most."
    )


def too_many() -> str:
    """Return why there are no numbers of the moment for attention."""
    return _tr("There are too many pairs of tokens to follow them here; Understand ▸ Attention shows them.")


def elsewhere() -> str:
    """Return where it is seen which character looks at which."""
    return _tr("Understand ▸ Attention shows which character looks at which.")


def _made_flat(shape: tuple[int, ...]) -> str:
    """Say that what the layer before gives is read as one long row of numbers."""
    count = QLocale().toString(math.prod(shape))
    return _tr("{shape} are made flat: {count} numbers, x").format(shape=shape_words(shape), count=count)


def legend() -> str:
    """Return what the colours of links and circles mean."""
    return _tr("Blue is above 0, orange below; the stronger, the larger.")


def shape_words(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it, such as “16 × 14 × 14”."""
    return " × ".join(QLocale().toString(side) for side in shape)


def description(network: NetworkConfig, image_shape: tuple[int, ...], classes: int) -> str:
    """Return the whole network in one line."""
    locale = QLocale()
    counted = _tr("{count} features") if kind_of(image_shape).has_features else _tr("{count} pixels")
    per_place = kind_of(image_shape).per_place
    if per_place:
        counted = _tr("{count} characters")
    size = image_shape[0] if per_place else math.prod(image_shape)
    parts = [counted.format(count=locale.toString(size))]
    for layer, shape in zip(network.hidden, layer_shapes(network, image_shape), strict=True):
        activation = "" if layer.function is None else f" {choice_label(layer.function)}"
        parts.append(f"{shape_words(shape)}{activation}")
    ends = _tr("1 number") if classes == 1 else _tr("{count} classes")
    if per_place:
        ends = _tr("{count} signs to choose from")
    parts.append(ends.format(count=locale.toString(classes)))
    return " – ".join(parts)
