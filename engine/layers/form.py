"""The forms of what passes between layers: image, sequence or vector."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

Shape = tuple[int, ...]


class Form(StrEnum):
    """What a layer takes or gives for one image: ``(C, H, W)``, ``(steps, features)`` or ``(units,)``.

    The first two can be made flat, and are for a layer that takes vectors alone. Characters ``(steps, alphabet)`` are
    what a network is given of a text: they alone can be looked up, and are else a sequence, of which one number in
    each step is 1.
    """

    IMAGE = "image"
    CHARACTERS = "characters"
    SEQUENCE = "sequence"
    VECTOR = "vector"


FORMS = {1: Form.VECTOR, 2: Form.SEQUENCE, 3: Form.IMAGE}  # by how many sizes a shape has


def form_of(shape: Shape) -> Form:
    """Return the form that a shape has."""
    return FORMS[len(shape)]


def can_take(takes: frozenset[Form], form: Form) -> bool:
    """Whether a layer that takes some forms can stand behind what gives a form; anything can be made flat.

    Args:
        takes: What the layer says that it takes.
        form: What is there.
    """
    return bool(takes & {form, Form.VECTOR}) or (form is Form.CHARACTERS and Form.SEQUENCE in takes)


def units_of(shape: Shape) -> int:
    """Return how many units, channels or features there are in a shape: the first size, of a sequence the last."""
    return shape[-1] if form_of(shape) is Form.SEQUENCE else shape[0]


def units_first(values: Tensor) -> Tensor:
    """Turn what a layer gives for one image so that its units come first: a sequence becomes ``(units, steps)``."""
    return values.swapaxes(0, 1) if values.ndim == 2 else values
