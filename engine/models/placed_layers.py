"""The hidden layers of a network in their places: the shapes between them, and what keeps them from being built."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.errors import ModelError
from engine.inputs.registry import kind_of
from engine.layers import Form, form_of
from engine.layers.form import can_take
from engine.layers.order import in_place
from engine.records import dataclass
from engine.settings import Problem
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import NetworkConfig
    from engine.layers import Depiction, Layer

Shape = tuple[int, ...]

MOST_WEIGHTS = (
    10**15
)  # what a header can count and a form can show; memory is asked besides, where it is taken
FEWER_OR_SMALLER = Phrase("Use fewer or smaller layers.")
MOST_NUMBERS = 2**26  # that the layers keep for one image: a quarter of a gigabyte


@dataclass(frozen=True, slots=True)
class PlacedLayer:
    """A hidden layer and where in the network it stands.

    Attributes:
        layer: Its description, as it is in its place.
        input_shape: Shape of what it takes for one image.
        flattened: Whether an image or a sequence is made flat before it.
    """

    layer: Layer
    input_shape: Shape
    flattened: bool

    @property
    def misfit(self) -> Problem | None:
        """What keeps the layer from taking what comes before it, its path the setting's name; None if it fits."""
        return self.layer.misfit(self.input_shape)

    def label_of(self, problem: Problem) -> Phrase:
        """Return the label of the setting that a misfit names."""
        if not problem.path:
            return Phrase("It")
        return Phrase(type(self.layer).model_fields[problem.path].label)

    @property
    def depiction(self) -> Depiction:
        """The numbers that its picture is drawn by."""
        return self.layer.depiction(self.input_shape)

    @property
    def output_shape(self) -> Shape:
        """Shape of what it gives for one image."""
        return self.layer.output_shape(self.input_shape)


def placed_layers(network: NetworkConfig, image_shape: Shape) -> Iterator[PlacedLayer]:
    """Go through the hidden layers in order, with the shapes between them.

    Raises:
        ModelError: If a layer cannot take what comes before it.
    """
    for number, (placed, problem) in enumerate(_in_order(network, image_shape), start=1):
        if problem is not None:
            raise ModelError(
                "Hidden layer {number} cannot be built.",
                cause=Phrase(
                    "{setting} {problem}.", setting=placed.label_of(problem), problem=problem.message
                ),
                remedy=problem.remedy,
                number=number,
            )
        yield placed


def layer_problems(network: NetworkConfig, image_shape: Shape) -> tuple[Problem, ...]:
    """Return the first layer's problem that keeps a network from being built; the layers behind it have no shape.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)`` or ``(F,)``.
    """
    for place, (_, problem) in enumerate(_in_order(network, image_shape)):
        if problem is not None:
            return (_at_its_layer(problem, place),)
    return ()


def _at_its_layer(problem: Problem, place: int) -> Problem:
    """Return the problem of a layer as one of the network's; without a setting it is the layer's as a whole."""
    return replace(problem, path=f"network.hidden.{place}.{problem.path}".rstrip("."))


def _in_order(network: NetworkConfig, image_shape: Shape) -> Iterator[tuple[PlacedLayer, Problem | None]]:
    """Place one layer behind the other, each with what keeps it from being built; behind that there is no sense."""
    shape, weights, numbers = image_shape, 0, 0
    kind = kind_of(image_shape)
    form = Form.CHARACTERS if kind.per_place else form_of(shape)
    for layer in in_place(network.hidden, per_place=kind.per_place):
        flattened = form is not Form.VECTOR and not can_take(layer.takes - {Form.VECTOR}, form)
        placed = PlacedLayer(layer, (math.prod(shape),) if flattened else shape, flattened)
        if not can_take(layer.takes, form):  # nothing of a form it takes is left
            words = kind.no_layer or layer.misplaced_behind(form)
            problem: Problem | None = Problem("", words, remedy=kind.no_layer_remedy)
        else:
            problem = (layer.misfit_per_place() if kind.per_place else None) or placed.misfit
        if problem is not None:
            problem = replace(problem, remedy=problem.remedy or layer.misfit_remedy)
        else:
            weights += layer.parameter_count(placed.input_shape, network)
            numbers += layer.activation_count(placed.input_shape, network)
            problem = _excess(layer, weights, numbers)
        yield placed, problem
        shape = placed.output_shape
        form = form_of(shape)


def _excess(layer: Layer, weights: int, numbers: int) -> Problem | None:
    """Return what is wrong where a layer makes a network that no computer could hold, whatever memory there is.

    Args:
        layer: The layer.
        weights: Of the network, as far as this layer.
        numbers: That its layers keep for one image, likewise.
    """
    if weights > MOST_WEIGHTS:
        values = {"count": f"{weights:,}", "most": f"{MOST_WEIGHTS:,}"}
        return Problem(
            layer.counted,
            "makes the network too large: it would have {count} weights, and {most} are the most",
            tuple(values.items()),
            remedy=FEWER_OR_SMALLER,
        )
    if numbers > MOST_NUMBERS:
        values = {"count": f"{numbers:,}", "most": f"{MOST_NUMBERS:,}"}
        return Problem(
            layer.counted,
            "makes the network too large: it would make {count} numbers of one image, and {most} are the most",
            tuple(values.items()),
            remedy=FEWER_OR_SMALLER,
        )
    return None
