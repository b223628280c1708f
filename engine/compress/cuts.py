"""Which layers of a network can spare units, and how many are left of each; known without its weights."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.layers.anatomy import Anatomy, Axis, Flow, Of
from engine.layers.form import Form, form_of, units_of
from engine.models.parts import OUTPUT, hidden_name
from engine.models.placed_layers import placed_layers
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.config import NetworkConfig
    from engine.layers.form import Shape
    from engine.models.placed_layers import PlacedLayer

ADDED_TO = Phrase(
    "A layer behind it adds something to each number that it gives, so that none of them can be missing."
)
UNKNOWN_BEHIND = Phrase("The layer behind it does not say what hangs on each of its inputs.")
SINGLE = Phrase("It has a single unit.")
EXACT = 1e-9  # of a share of units, so that 29 % of 100 are 29


@dataclass(frozen=True, slots=True)
class Cut:
    """A layer, as one who would cut units off sees it.

    Attributes:
        name: Of the part of the network.
        number: How many units the setting of the layer says there are; the output has none to spare.
        anatomy: What hangs on its units and inputs; None where that is not said.
        inputs: How many it has: channels, numbers of a step, or of a vector.
        flat: How the units of the layer before lie among them, where an image or a sequence is made flat.
        obstacle: Why it can spare none; empty where it can.
    """

    name: str
    number: int
    anatomy: Anatomy | None
    inputs: int
    flat: Axis | None
    obstacle: str

    @property
    def setting(self) -> str:
        """The setting that says how many units there are; empty where there is none."""
        return "" if self.anatomy is None else self.anatomy.setting

    @property
    def units(self) -> int:
        """How many units there are, those of all groups together."""
        return 0 if self.anatomy is None else self.anatomy.units

    def left(self, amount: float) -> int:
        """Return the setting that says how many units there are, where a share of them goes: no more, and never all."""
        return (
            self.number if self.obstacle else max(1, self.number - math.floor(amount * self.number + EXACT))
        )


def cuts(network: NetworkConfig, image_shape: tuple[int, ...]) -> tuple[Cut, ...]:
    """Return the layers of a network, the output the last, each with what keeps it from being cut.

    Raises:
        ModelError: If a layer cannot take what comes before it.
    """
    placed = tuple(placed_layers(network, image_shape))
    shape: Shape = placed[-1].output_shape if placed else image_shape
    inputs = math.prod(shape)
    found = [
        Cut(
            OUTPUT,
            0,
            Anatomy({"weight": (None, Axis(Of.INPUTS, inputs))}),
            inputs,
            _flat(shape) if len(shape) > 1 else None,
            Phrase("The output has a unit for each class."),
        )
    ]
    whole = ""  # why what is given on must stay whole
    for number in range(len(placed), 0, -1):
        item = placed[number - 1]
        anatomy = item.layer.anatomy(item.input_shape, network)
        shape = placed[number - 2].output_shape if number > 1 else image_shape
        found.append(
            Cut(
                hidden_name(number),
                int(getattr(item.layer, anatomy.setting)) if anatomy is not None and anatomy.setting else 0,
                anatomy,
                units_of(item.input_shape),
                _flat(shape) if item.flattened else None,
                _obstacle(item, anatomy, whole),
            )
        )
        if anatomy is None:
            whole = UNKNOWN_BEHIND
        elif anatomy.flow is not Flow.INPUTS:
            whole = ADDED_TO if anatomy.flow is Flow.SUM else ""
    return tuple(reversed(found))


def _obstacle(item: PlacedLayer, anatomy: Anatomy | None, whole: str) -> str:
    """Return why a layer can spare no unit; empty where it can.

    Args:
        item: The layer.
        anatomy: Its own.
        whole: Why what it gives on must stay whole; empty where it need not.
    """
    if anatomy is None or not anatomy.units:
        return item.layer.no_units
    if whole and anatomy.flow is Flow.UNITS:
        return whole
    if anatomy.units == anatomy.groups:
        return SINGLE
    if getattr(item.layer, anatomy.setting) == 1:
        return Phrase(
            "Its units can be cut off by {count:,} at a time alone, and it has no more.", count=anatomy.units
        )
    return ""


def _flat(shape: Shape) -> Axis:
    """Return how units or features follow each other in what is made flat."""
    if form_of(shape) is Form.IMAGE:
        return Axis(Of.INPUTS, shape[0], behind=math.prod(shape[1:]))
    return Axis(Of.INPUTS, shape[1], before=shape[0])
