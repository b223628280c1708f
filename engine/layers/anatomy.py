"""Where in its tensors a layer's units lie, and where its inputs: what is to go with a unit that is cut off."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from engine.records import dataclass


class Of(StrEnum):
    """What lies along a side of a tensor."""

    UNITS = "units"  # what they are made by
    READ = "read"  # what the layer itself reads of its units again, as a state
    INPUTS = "inputs"  # units of the layer before


class Flow(StrEnum):
    """What a layer gives on."""

    UNITS = "units"  # its own units
    INPUTS = "inputs"  # what it takes, number for number
    SUM = "sum"  # what it takes, number for number, and something added to each: none of them can be missing


@dataclass(frozen=True, slots=True)
class Axis:
    """What a side of a tensor consists of: ``before`` times ``count`` times ``behind`` places.

    Attributes:
        of: What it goes along.
        count: How many units or inputs lie along it.
        start: The first of them, where it is not the first of the layer.
        before: How often they follow each other, as in each gate of a recurrent layer.
        behind: How many places each of them has, as in each row of an image.
    """

    of: Of
    count: int
    start: int = 0
    before: int = 1
    behind: int = 1


Sides = dict[str, tuple[Axis | None, ...]]
"""By name of a tensor, what goes along each of its sides; None where it is neither units nor inputs."""


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What hangs on a layer's units, and on its inputs.

    Inputs are counted as the layer takes them: channels of an image, numbers of a step, or of a vector.

    Attributes:
        tensors: Those of its state that units or inputs go along.
        units: How many units it has.
        groups: How many parts of the same size they are in, of which all keep as many.
        setting: Which setting says how many there are; it may count several as one.
        flow: What it gives on.
    """

    tensors: Sides = field(default_factory=dict)
    units: int = 0
    groups: int = 1
    setting: str = ""
    flow: Flow = Flow.UNITS


def batch_norm(units: Axis) -> Sides:
    """Return what hangs on units, or channels, in the batch normalisation that layers call ``norm``."""
    names = ("weight", "bias", "running_mean", "running_var")
    return {f"norm.{name}": (units,) for name in names}
