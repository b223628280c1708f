"""The shapes and surfaces there are, the easiest first: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.plane.circles import Circles
from engine.data.plane.gaussians import Gaussians
from engine.data.plane.hills import Hills
from engine.data.plane.moons import Moons
from engine.data.plane.slope import Slope
from engine.data.plane.spiral import Spiral
from engine.data.plane.xor import ExclusiveOr

if TYPE_CHECKING:
    from engine.data.plane.shape import Shape
    from engine.data.plane.surface import Surface

SHAPES: tuple[Shape, ...] = (Gaussians(), Circles(), ExclusiveOr(), Moons(), Spiral())
SURFACES: tuple[Surface, ...] = (Slope(), Hills())
