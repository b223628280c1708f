"""The sum of a neuron in words, as a textbook writes it: z = Σ wᵢxᵢ + b, with its largest terms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.data.photo import takes_colours
from engine.goals import number
from gui.look.plain import escaped
from gui.look.words import choice_label, layer_title, listed, percent, plain_number, translate_engine
from gui.stations.understand.scene import number_words

if TYPE_CHECKING:
    from engine.insight.neuron import NeuronSum
    from gui.stations.understand.scene import Scene

_tr = partial(QCoreApplication.translate, "UnderstandPage")

FIRST_TERMS = 3  # written into the formula; the rest is added up
MINUS = "−"
FIRM = "\u00a0"  # a space at which no line is broken


def neuron_title(
    layer: str,
    unit: int,
    classes: tuple[str, ...],
    *,
    is_filter: bool,
    position: tuple[int, int] | None = None,
) -> str:
    """Return the name of a unit, such as “Hidden layer 1, neuron 12”; units, rows and columns count from 1.

    Args:
        layer: Its layer.
        unit: Which of it.
        classes: Names of the classes, which those of the output are called by.
        is_filter: Whether it is a filter of a convolution.
        position: Row and column of the place where the filter lies, where that matters.
    """
    if layer == "output":
        return _tr("{layer}, “{name}”").format(layer=layer_title(layer), name=classes[unit])
    words = _tr("{layer}, filter {unit}") if is_filter else _tr("{layer}, neuron {unit}")
    title = words.format(layer=layer_title(layer), unit=unit + 1)
    if position is None:
        return title
    row, column = position[0] + 1, position[1] + 1
    return _tr("{filter} at row {row}, column {column}").format(filter=title, row=row, column=column)


def formula(found: NeuronSum, scene: Scene) -> str:
    """Return the sum step by step, in a few lines of HTML.

    Args:
        found: The sum.
        scene: Whose it is.
    """
    terms = found.largest(FIRST_TERMS)
    rest = len(found.products) - len(terms)
    factors = " + ".join(f"{bracket(term.weight)}{FIRM}·{FIRM}{bracket(term.value)}" for term in terms)
    products = number_words(terms[0].product) if terms else ""
    products += "".join(f" {_signed(term.product)}" for term in terms[1:])
    lines = ["<i>z</i> = Σ <i>w</i><sub>i</sub> <i>x</i><sub>i</sub> + <i>b</i>"]
    if rest > 0:
        left = found.total - found.bias - sum(term.product for term in terms)
        more = more_terms(rest)
        factors += f" + … {_signed(found.bias)}"
        products += f" {_signed(left)} <small>({more})</small>"
    else:
        factors += f" {_signed(found.bias)}"
    products += f" {_signed(found.bias)} <small>(<i>b</i>)</small>"
    lines += [f"= {factors}", f"= {products}", f"= <b>{number_words(found.total)}</b>"]
    return "".join(f"<p style='margin: 0 0 3px 0'>{line}</p>" for line in [*lines, outcome(found, scene)])


def outcome(found: NeuronSum, scene: Scene) -> str:
    """Return what becomes of the sum, such as ``a = ReLU(z) = 1.97``."""
    if found.layer == "output":
        share = percent(float(scene.probabilities[found.unit]), 0) if scene.probabilities is not None else ""
        words = _tr("<i>p</i> = softmax(<i>z</i>) = <b>{share}</b>: how sure the network is of “{name}”")
        if scene.goal == number.GOAL.name and scene.probabilities is not None:
            share = plain_number(float(scene.probabilities[found.unit]), 4)
            words = _tr("<i>z</i>, brought to the scale of “{name}”, is <b>{share}</b>")
        return words.format(share=share, name=escaped(scene.classes[found.unit]))
    network = scene.experiment.network
    layer = network.hidden[int(found.layer.rpartition("_")[2]) - 1]
    value = number_words(found.value)
    steps = [translate_engine(step) for step in layer.steps(network)]
    if layer.function is None:
        return f"<i>a</i> = <b>{value}</b>"
    activation = choice_label(layer.function)
    if steps:
        words = _tr("after {steps} and {activation}: <i>a</i> = <b>{value}</b>")
        return words.format(steps=listed(steps), activation=activation, value=value)
    return f"<i>a</i> = {activation}(<i>z</i>) = <b>{value}</b>"


def place_words(found: NeuronSum, place: int, scene: Scene, before: tuple[str, tuple[int, ...]]) -> str:
    """Return what an input of a unit is, such as “pixel 12, 7” or “neuron 5”, counted from 1.

    Of a filter they are its own rows and columns.

    Args:
        found: The sum.
        place: Which input.
        scene: Whose it is.
        before: Name of the layer before, or ``input``, and the shape of what it gives on, units first.
    """
    name, shape = before
    if name == "input" and scene.features:
        return scene.features[place].name
    if len(shape) == 1:
        return _tr("neuron {unit}").format(unit=place + 1)
    if len(shape) == 2:  # units and steps; they are made flat step by step
        step, unit = divmod(place, shape[0])
        return _tr("neuron {unit}, step {step}").format(unit=unit + 1, step=step + 1)
    is_inside = found.position is not None  # a place in the filter
    if is_inside:
        side = round((len(found.products) / shape[0]) ** 0.5)
        shape = (shape[0], side, side)
    channel, inside = divmod(place, shape[1] * shape[2])
    row, column = divmod(inside, shape[2])
    if name == "input" and shape[0] == 1:
        words = _tr("place {row}, {column}") if is_inside else _tr("pixel {row}, {column}")
        return words.format(row=row + 1, column=column + 1)
    words = _tr("channel {channel}, {row}, {column}")
    if name == "input" and takes_colours(shape):
        words = (_tr("red {row}, {column}"), _tr("green {row}, {column}"), _tr("blue {row}, {column}"))[
            channel
        ]
    return words.format(channel=channel + 1, row=row + 1, column=column + 1)


def bracket(value: float) -> str:
    """Return a factor of a product: a negative number stands in brackets."""
    text = number_words(value)
    return f"({text})" if text.startswith(MINUS) else text


def _signed(value: float) -> str:
    text = number_words(value)
    return f"{MINUS}{FIRM}{text[1:]}" if text.startswith(MINUS) else f"+{FIRM}{text}"


def more_terms(count: int) -> str:
    """Say how many terms of a sum are not written."""
    if count == 1:
        return _tr("1 more term")
    return _tr("{count} more terms").format(count=QLocale().toString(count))
