"""What the parts of a network compute, in words and formulas."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.config import Pooling
from engine.models.layer_kinds import placed_layers
from engine.models.size import layer_shapes
from gui.look.words import choice_label

if TYPE_CHECKING:
    from engine.config import ConvLayer, NetworkConfig
    from gui.widgets.network.layout import Column

_tr = partial(QCoreApplication.translate, "NetworkDiagram")


def explanation(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> str:
    """Return what a column computes, in a few lines of HTML.

    Args:
        column: The column.
        network: The network it belongs to.
        image_shape: Channels, height, width of the images.
    """
    locale = QLocale()
    if column.kind == "input":
        height, width = image_shape[-2:]
        words = _tr("The image: {height} × {width} pixels make {count} numbers, x")
        return words.format(height=height, width=width, count=locale.toString(math.prod(image_shape)))
    if column.kind == "gap":
        return _tr("{count} more hidden layers").format(count=column.count)
    if column.kind == "output":
        arithmetic = _matrix(column, network, image_shape)
        return f"<b>{_tr('Output')}</b><br>{arithmetic}<br>{_tr('p = softmax(z)')}"
    layer = network.hidden[column.index]
    lines = [f"<b>{_tr('Hidden layer {number}').format(number=column.index + 1)}</b>"]
    if layer.kind == "conv":
        lines += _filters(column, layer, network, image_shape)
    else:
        lines.append(_matrix(column, network, image_shape))
    if network.normalizes(layer):
        lines.append(_tr("z is brought to mean 0 and deviation 1 over the batch"))
    lines.append(f"a = {choice_label(layer.activation)}(z)")
    if layer.dropout:
        share = locale.toString(100 * layer.dropout, "g", 3)
        lines.append(_tr("{share}\u00a0% of a are switched off while training").format(share=share))
    if layer.kind == "conv":
        shape = layer_shapes(network, image_shape)[column.index]
        lines.append(_tr("a is {shape}").format(shape=shape_words(shape)))
    return "<br>".join(lines)


def legend() -> str:
    """Return what the colours of links and circles mean."""
    return _tr("Blue is above 0, orange below; the stronger, the larger.")


def _matrix(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> str:
    """Say what a dense layer or the output does."""
    locale = QLocale()
    words = _tr("z = W x + b<br>W is {rows} × {columns}, b is {rows}: {parameters} parameters")
    return words.format(
        rows=locale.toString(column.count),
        columns=locale.toString(inputs_of(column, network, image_shape)),
        parameters=locale.toString(parameters_of(column, network, image_shape)),
    )


def _filters(
    column: Column, layer: ConvLayer, network: NetworkConfig, image_shape: tuple[int, ...]
) -> list[str]:
    """Say what a convolution does."""
    locale = QLocale()
    before = [image_shape, *layer_shapes(network, image_shape)][column.index]
    words = _tr("z = W ∗ x + b<br>{count} filters of {size}, b is {count}: {parameters} parameters")
    lines = [
        words.format(
            count=locale.toString(column.count),
            size=shape_words((before[0], layer.kernel, layer.kernel)),
            parameters=locale.toString(parameters_of(column, network, image_shape)),
        )
    ]
    if layer.stride > 1:
        lines.append(_tr("a filter moves by {stride} pixels").format(stride=layer.stride))
    if layer.pooling is not Pooling.NONE:
        largest = layer.pooling is Pooling.MAX
        lines.append(
            _tr("of every 2 × 2 of z the largest is kept")
            if largest
            else _tr("of every 2 × 2 of z the average is kept")
        )
    return lines


def shape_words(shape: tuple[int, ...]) -> str:
    """Return a shape as people write it, such as “16 × 14 × 14”."""
    return " × ".join(QLocale().toString(side) for side in shape)


def inputs_of(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> int:
    """Return how many numbers lead into each unit of a dense layer or the output."""
    before = len(network.hidden) if column.kind == "output" else column.index
    return math.prod([image_shape, *layer_shapes(network, image_shape)][before])


def parameters_of(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> int:
    """Return how many trained numbers a column has."""
    if column.kind == "output":
        return column.count * (inputs_of(column, network, image_shape) + 1)
    placed = list(placed_layers(network, image_shape))[column.index]
    return placed.kind.parameter_count(placed.layer, placed.input_shape, network)


def description(network: NetworkConfig, image_shape: tuple[int, ...], classes: int) -> str:
    """Return the whole network in one line."""
    locale = QLocale()
    parts = [_tr("{count} pixels").format(count=locale.toString(math.prod(image_shape)))]
    for layer, shape in zip(network.hidden, layer_shapes(network, image_shape), strict=True):
        parts.append(f"{shape_words(shape)} {choice_label(layer.activation)}")
    parts.append(_tr("{count} classes").format(count=locale.toString(classes)))
    return " – ".join(parts)
