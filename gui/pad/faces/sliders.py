"""The face for rows of numbers: a slider for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.inputs.registry import kind_of
from gui.pad.face import PadFace
from gui.pad.sliders.panel import SlidersPanel

if TYPE_CHECKING:
    from engine.inputs.feature import Feature


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return bool(features) and kind_of(image_shape).has_features


FACE = PadFace("sliders", _suits, SlidersPanel)
