"""The shapes there are, the easiest first: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.plane.circles import Circles
from engine.data.plane.gaussians import Gaussians
from engine.data.plane.moons import Moons
from engine.data.plane.spiral import Spiral
from engine.data.plane.xor import ExclusiveOr

if TYPE_CHECKING:
    from engine.data.plane.shape import Shape

SHAPES: tuple[Shape, ...] = (Gaussians(), Circles(), ExclusiveOr(), Moons(), Spiral())
