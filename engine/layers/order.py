"""Layers in a row: what each is in its place, which of them cannot stand where they stand, and where a new one can."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from engine.layers.form import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.layers.layer import Layer


def in_place(layers: Sequence[Layer]) -> Iterator[Layer]:
    """Go through the layers as they are in front of each other, the last in front of the network's output."""
    for layer, following in pairwise((*layers, None)):
        assert layer is not None
        yield layer.in_front_of(following)


def forms_before(layers: Sequence[Layer], form: Form = Form.IMAGE) -> Iterator[Form]:
    """Go through the forms of what the layers are given, the first of them ``form``."""
    for layer in in_place(layers):
        yield form
        form = layer.gives


def misplaced(layers: Sequence[Layer]) -> Iterator[tuple[int, Form]]:
    """Go through the layers that stand where nothing of a form they take is left, as an image behind a dense layer.

    Yields:
        A layer's place, counted from 0, and the form that is left there.
    """
    form = Form.IMAGE
    for place, layer in enumerate(in_place(layers)):
        if form in layer.takes or Form.VECTOR in layer.takes:  # anything can be made flat
            form = layer.gives
        else:
            yield place, form


def place_for(layer: Layer, layers: Sequence[Layer]) -> int:
    """Return the last place at which a new layer can stand, and all others with it; the first where there is none."""
    for place in range(len(layers), 0, -1):
        if not any(misplaced((*layers[:place], layer, *layers[place:]))):
            return place
    return 0
