"""Weights and activations as the network's picture shows them: from −1 to 1, for what is drawn. No Qt in here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.inference.diagram_values import BANDS, kept
from engine.inference.step_values import StepValues
from engine.layers import Form, Picture, form_of
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.models.placed_layers import PlacedLayer
    from gui.widgets.network.layout import Column


@dataclass(frozen=True, slots=True, eq=False)
class NetworkValues:
    """The values of one moment, as ``engine.inference.diagram_values`` gives them; what is not known is None.

    Attributes:
        weights: For each hidden layer and the output ``(parts of it, parts of what is before it)``, or None where a
            layer does not tell.
        activations: For each hidden layer and the output, ``(units,)``; the output's are probabilities.
        image: What the network was shown, ``(H, W)`` or ``(H, W, 3)`` uint8, or ``(F,)`` float32.
        steps: For each hidden layer, what it makes of the steps of a sequence.
        planes: For each hidden layer, what its units answer at every place of a plane, ``(units, side, side)``.
    """

    weights: tuple[NDArray[np.float32] | None, ...] | None = None
    activations: tuple[NDArray[np.float32], ...] | None = None
    image: NDArray[Any] | None = None
    steps: tuple[StepValues, ...] | None = None
    planes: tuple[NDArray[np.float32] | None, ...] | None = None

    @property
    def has_places(self) -> bool:
        """Whether attention is shown, and its tokens lie in the image."""
        return any(item.look is not None and item.look.seen.has_places for item in self.steps or ())

    def looked_at(self, pixel: tuple[int, int] | None) -> NetworkValues:
        """Return the same with attention as it looks from the token that a pixel belongs to, or that counts most."""
        steps = [
            item if item.look is None else replace(item, look=item.look.at(pixel))
            for item in self.steps or ()
        ]
        return replace(self, steps=None if self.steps is None else tuple(steps))

    def of_steps(self, column: Column) -> StepValues:
        """Return what the layer of a column makes of steps; nothing where that is not known."""
        is_layer = isinstance(column.kind, Picture)
        return self.steps[column.index] if self.steps is not None and is_layer else StepValues()

    def links(self, before: Column, after: Column) -> NDArray[np.float32] | None:
        """Return the weights between what two columns show, the strongest of that layer being 1 or −1.

        Args:
            before: The column at the left.
            after: The one at the right.

        Returns:
            ``(shown in before, shown in after)``, or None where they are not known, not told, or layers lie between.
        """
        if self.weights is None or "gap" in (before.kind, after.kind):
            return None
        weights = self.weights[_place(after, self.weights)]
        if weights is None:
            return None
        strongest = float(np.abs(weights).max(initial=0.0))
        rows, columns = _shown_parts(after, len(weights)), _shown_parts(before, weights.shape[1])
        if strongest == 0.0 or not np.isfinite(strongest):
            return np.zeros((len(columns), len(rows)), np.float32)
        shown: NDArray[np.float32] = weights[np.ix_(rows, columns)].T / strongest
        return shown

    def planes_of(self, column: Column) -> NDArray[np.float32] | None:
        """Return what the units that a column shows answer over the plane, each from −1 to 1; None where not known."""
        is_layer = isinstance(column.kind, Picture)
        planes = self.planes[column.index] if self.planes is not None and is_layer else None
        if planes is None:
            return None
        shown: NDArray[np.float32] = np.nan_to_num(planes[unit_indices(len(column.ys), len(planes))])
        strongest: NDArray[np.float32] = np.abs(shown).max(axis=(1, 2), keepdims=True)
        strongest[strongest == 0] = 1
        return shown / strongest

    def fills(self, column: Column, shown: int) -> NDArray[np.float32] | None:
        """Return the activations of what a column shows; the strongest of a hidden layer is 1 or −1.

        Args:
            column: A column of circles, or of what stands for several units.
            shown: How many of them are drawn.

        Returns:
            ``(shown,)``, or None where they are not known.
        """
        if self.activations is None:
            return None
        values = self.activations[_place(column, self.activations)]
        strongest = 1.0 if column.kind == "output" else float(np.abs(values).max(initial=0.0))
        if strongest == 0.0 or not np.isfinite(strongest):
            return np.zeros(shown, np.float32)
        if not column.shows_units:
            parts = [part.mean() for part in np.array_split(values, shown)]
            return np.array(parts, np.float32) / np.float32(strongest)
        return values[unit_indices(shown, len(values))] / np.float32(strongest)


def units_shown(shown: int, count: int) -> list[int]:
    """Return which units the circles of a column stand for: the first and the last ones where not all are drawn.

    Without NumPy: a window that opens draws a network of which nothing is known yet.
    """
    front = (shown + 1) // 2 if shown < count else shown
    return [*range(front), *range(count - (shown - front), count)]


@lru_cache(maxsize=64)
def unit_indices(shown: int, count: int) -> NDArray[np.intp]:
    """Return the same as indices of an array."""
    indices = np.array(units_shown(shown, count), dtype=np.intp)
    indices.setflags(write=False)  # who asks again gets the same
    return indices


def grouped(values: NDArray[np.float32], shown: int) -> NDArray[np.float32]:
    """Take neighbouring ones of the last axis together, so that ``shown`` are left: their means."""
    parts = [part.mean(axis=-1) for part in np.array_split(values, shown, axis=-1)]
    return np.stack(parts, axis=-1).astype(np.float32)


def group_of(place: int, count: int, shown: int) -> int:
    """Return in which of the groups that ``grouped`` makes of ``count`` one of them is."""
    large, more = divmod(count, shown)
    return (
        place // (large + 1) if place < more * (large + 1) else more + (place - more * (large + 1)) // large
    )


def in_relation(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return values so that the strongest is 1 or −1; zeros where one is no number."""
    strongest = float(np.abs(values).max(initial=0.0))
    if strongest == 0.0 or not np.isfinite(strongest):
        return np.zeros_like(values)
    return values / np.float32(strongest)


def _place(column: Column, values: Sequence[object]) -> int:
    return len(values) - 1 if column.kind == "output" else column.index


def _shown_parts(column: Column, kept: int) -> NDArray[np.intp]:
    """Return which of the kept parts of a layer a column shows."""
    return unit_indices(len(column.ys), kept) if column.shows_units else np.arange(kept)


def check_weights(
    weights: Sequence[NDArray[np.float32] | None],
    layers: Sequence[tuple[Picture, int]],
    classes: int,
    features: int = 0,
) -> None:
    """Refuse weights that are not those between the parts of a network.

    Args:
        weights: The weights; None for a layer that does not tell.
        layers: How each hidden layer is drawn, and how many units it has.
        classes: How many classes there are.
        features: How many features go in; 0 for an image.

    Raises:
        ValueError: If there are too few or too many of them.
    """
    sides = [
        kept(Picture.CIRCLES, features) if features else BANDS,
        *(kept(*layer) for layer in layers),
        kept(Picture.CIRCLES, classes),
    ]
    wanted = [(after, before) for before, after in pairwise(sides)]
    _check_shapes("weights", [None if array is None else array.shape for array in weights], wanted)


def check_activations(activations: Sequence[NDArray[np.float32]], sizes: Sequence[int]) -> None:
    """Refuse activations that are not those of the layers of a network; ``sizes`` are theirs and the output's.

    Raises:
        ValueError: If there are too few or too many of them.
    """
    _check_shapes("activations", [array.shape for array in activations], [(size,) for size in sizes])


def check_steps(steps: Sequence[StepValues], layers: Sequence[PlacedLayer]) -> None:
    """Refuse what is not made of the steps of a network's layers.

    Raises:
        ValueError: If there are others than these have.
    """
    if len(steps) != len(layers):
        raise ValueError(f"steps of {len(layers)} layers are needed, not of {len(steps)}")
    for item, layer in zip(steps, layers, strict=True):
        drawn = layer.depiction
        for values, shape in ((item.given, layer.input_shape), (item.made, layer.output_shape)):
            is_sequence = form_of(shape) is Form.SEQUENCE
            if values is not None and not (is_sequence and values.shape[-1] == shape[0]):
                raise ValueError(f"values of steps of a shape {shape} are needed, not of {values.shape}")
        if item.look is not None and item.look.shares.shape != (drawn.strands, drawn.steps):
            raise ValueError(f"{drawn.strands} heads over {drawn.steps} tokens are needed")


def _check_shapes(
    what: str, found: Sequence[tuple[int, ...] | None], wanted: Sequence[tuple[int, ...]]
) -> None:
    is_right = len(found) == len(wanted) and all(map(lambda have, want: have in (None, want), found, wanted))
    if not is_right:
        raise ValueError(f"{what} of shapes {wanted} are needed, not {found}")
