"""The ways of showing examples there are, the most special first: a new one is one file and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.examples import images, lines, rows, scatter

if TYPE_CHECKING:
    from engine.inputs.feature import Feature
    from gui.widgets.examples.view import ExamplesView

VIEWS: list[ExamplesView] = [
    scatter.VIEW,
    rows.VIEW,
    lines.VIEW,
    images.VIEW,  # whatever it is, it makes a picture of it
]


def view_for(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> ExamplesView:
    """Return the way of showing examples with these features, of that shape ``(C, H, W)`` or ``(F,)``."""
    return next(view for view in VIEWS if view.suits(features, image_shape))
