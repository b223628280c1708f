"""The face for pictures: the drawing pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.inputs.registry import kind_of
from gui.pad.face import PadFace
from gui.pad.panel import DrawingPanel

if TYPE_CHECKING:
    from engine.inputs.feature import Feature


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    del features
    return not kind_of(image_shape).no_drawing


FACE = PadFace("drawing", _suits, DrawingPanel)
