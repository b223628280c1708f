"""Layers in a row: what each is in its place, which of them cannot stand where they stand, and where a new one can."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from engine.layers.form import Form, can_take

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.layers.layer import Layer


def in_place(layers: Sequence[Layer], *, per_place: bool = False) -> Iterator[Layer]:
    """Go through the layers as they are in front of each other, the last in front of the network's output.

    Args:
        layers: As they were asked for.
        per_place: Whether the network answers at every place of a text, by what stands before it alone.
    """
    for layer, following in pairwise((*layers, None)):
        assert layer is not None
        yield layer.in_front_of(following, per_place=per_place)


def reads_characters(layers: Sequence[Layer]) -> bool:
    """Whether the first layer takes nothing but characters, so that the network is one for texts."""
    return bool(layers) and layers[0].takes == {Form.CHARACTERS}


def forms_before(layers: Sequence[Layer], form: Form = Form.IMAGE) -> Iterator[Form]:
    """Go through the forms of what the layers are given, the first of them ``form``: of a text a sequence."""
    for layer in in_place(layers, per_place=form in (Form.SEQUENCE, Form.CHARACTERS)):
        yield form
        form = layer.gives


def misplaced(layers: Sequence[Layer]) -> Iterator[tuple[int, Form]]:
    """Go through the layers that stand where nothing of a form they take is left, as an image behind a dense layer.

    Yields:
        A layer's place, counted from 0, and the form that is left there.
    """
    of_text = reads_characters(layers)
    form = Form.CHARACTERS if of_text else Form.IMAGE
    for place, layer in enumerate(in_place(layers, per_place=of_text)):
        if can_take(layer.takes, form):
            form = layer.gives
        else:
            yield place, form


def place_for(layer: Layer, layers: Sequence[Layer]) -> int:
    """Return the last place at which a new layer can stand, and all others with it; the first where there is none."""
    if reads_characters((layer,)):
        return 0
    for place in range(len(layers), 0, -1):
        if not any(misplaced((*layers[:place], layer, *layers[place:]))):
            return place
    return 0
