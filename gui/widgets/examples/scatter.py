"""Examples as points, where their features lie on a plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.plane.ground import is_plane
from gui.widgets.examples.view import ExamplesView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.inputs.feature import Feature


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return is_plane(features) and image_shape == (len(features),)


def _make(parent: QWidget) -> QWidget:
    from gui.widgets.plane.scatter import ScatterView

    return ScatterView(parent)


VIEW = ExamplesView("scatter", _suits, _make)
