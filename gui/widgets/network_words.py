"""What the parts of a network compute, in words and formulas."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from gui.widgets.words import choice_label

if TYPE_CHECKING:
    from engine.config import NetworkConfig
    from gui.widgets.network_layout import Column

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
    numbers = {
        "rows": locale.toString(column.count),
        "columns": locale.toString(inputs_of(column, network, image_shape)),
        "parameters": locale.toString(parameters_of(column, network, image_shape)),
    }
    words = _tr("z = W x + b<br>W is {rows} × {columns}, b is {rows}: {parameters} parameters")
    arithmetic = words.format(**numbers)
    if column.kind == "output":
        return f"<b>{_tr('Output')}</b><br>{arithmetic}<br>{_tr('p = softmax(z)')}"
    layer = network.hidden[column.index]
    lines = [f"<b>{_tr('Hidden layer {number}').format(number=column.index + 1)}</b>", arithmetic]
    if network.batch_norm:
        lines.append(_tr("z is brought to mean 0 and deviation 1 over the batch"))
    lines.append(f"a = {choice_label(layer.activation)}(z)")
    if layer.dropout:
        share = locale.toString(100 * layer.dropout, "g", 3)
        lines.append(_tr("{share} % of a are switched off while training").format(share=share))
    return "<br>".join(lines)


def inputs_of(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> int:
    """Return how many numbers lead into each unit of a column."""
    before = len(network.hidden) if column.kind == "output" else column.index
    return network.hidden[before - 1].size if before else math.prod(image_shape)


def parameters_of(column: Column, network: NetworkConfig, image_shape: tuple[int, ...]) -> int:
    """Return how many trained numbers a column has."""
    norm = 2 * column.count if network.batch_norm and column.kind == "layer" else 0
    return column.count * (inputs_of(column, network, image_shape) + 1) + norm


def description(network: NetworkConfig, image_shape: tuple[int, ...], classes: int) -> str:
    """Return the whole network in one line."""
    locale = QLocale()
    parts = [_tr("{count} pixels").format(count=locale.toString(math.prod(image_shape)))]
    parts += [f"{locale.toString(layer.size)} {choice_label(layer.activation)}" for layer in network.hidden]
    parts.append(_tr("{count} classes").format(count=locale.toString(classes)))
    return " – ".join(parts)
