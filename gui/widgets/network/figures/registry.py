"""Which figure stands for what: a new one is one file beside this, and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.inputs.registry import kind_of
from engine.layers import Picture
from gui.widgets.network.figures.block import BlockFigure
from gui.widgets.network.figures.features import FeaturesFigure
from gui.widgets.network.figures.image import ImageFigure
from gui.widgets.network.figures.maps import MapsFigure
from gui.widgets.network.figures.pool import PoolFigure
from gui.widgets.network.figures.recurrence import CellFigure, StepsFigure
from gui.widgets.network.figures.text import TextFigure
from gui.widgets.network.figures.tokens import TokensFigure
from gui.widgets.network.figures.units import CirclesFigure, ClassesFigure, GapFigure

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.widgets.network.figures.figure import Figure, Ground
    from gui.widgets.network.layout import Kind

INPUTS: dict[str, type[Figure]] = {  # by the kind of input
    "picture": ImageFigure,
    "numbers": FeaturesFigure,
    "text": TextFigure,
}


def _input(ground: Ground) -> Figure:
    return INPUTS[kind_of(ground.image_shape).name](ground)


FIGURES: dict[Kind, Callable[[Ground], Figure]] = {
    "input": _input,
    Picture.CIRCLES: CirclesFigure,
    Picture.MAPS: MapsFigure,
    Picture.CELL: CellFigure,
    Picture.STEPS: StepsFigure,
    Picture.TOKENS: TokensFigure,
    Picture.BLOCK: BlockFigure,
    Picture.POOL: PoolFigure,
    "gap": GapFigure,
    "output": ClassesFigure,
}
