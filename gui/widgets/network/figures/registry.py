"""Which figure stands for what: a new one is one file beside this, and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.layers import Picture
from gui.widgets.network.figures.block import BlockFigure
from gui.widgets.network.figures.image import ImageFigure
from gui.widgets.network.figures.maps import MapsFigure
from gui.widgets.network.figures.pool import PoolFigure
from gui.widgets.network.figures.recurrence import CellFigure, StepsFigure
from gui.widgets.network.figures.tokens import TokensFigure
from gui.widgets.network.figures.units import CirclesFigure, ClassesFigure, GapFigure

if TYPE_CHECKING:
    from gui.widgets.network.figures.figure import Figure
    from gui.widgets.network.layout import Kind

FIGURES: dict[Kind, type[Figure]] = {
    "input": ImageFigure,
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
