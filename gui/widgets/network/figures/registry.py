"""Which figure stands for what: a new one is one file beside this, and one line in here.

A file is loaded when its figure is first drawn: of ten a network has three or four.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from engine.inputs.registry import kind_of
from engine.layers import Picture

if TYPE_CHECKING:
    from gui.widgets.network.figures.figure import Figure, Ground
    from gui.widgets.network.layout import Kind

INPUTS = {  # by the kind of input
    "picture": "image.ImageFigure",
    "numbers": "features.FeaturesFigure",
    "text": "text.TextFigure",
}
FIGURES: dict[Kind, str] = {
    Picture.CIRCLES: "units.CirclesFigure",
    Picture.MAPS: "maps.MapsFigure",
    Picture.CELL: "recurrence.CellFigure",
    Picture.STEPS: "recurrence.StepsFigure",
    Picture.TOKENS: "tokens.TokensFigure",
    Picture.BLOCK: "block.BlockFigure",
    Picture.POOL: "pool.PoolFigure",
    "gap": "units.GapFigure",
    "output": "units.ClassesFigure",
}


def figure_of(kind: Kind, ground: Ground) -> Figure:
    """Return what stands in a column of a kind."""
    module, name = (INPUTS[kind_of(ground.image_shape).name] if kind == "input" else FIGURES[kind]).split(".")
    figure: Figure = getattr(import_module(f"{__package__}.{module}"), name)(ground)
    return figure
