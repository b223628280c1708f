"""The face for rows of numbers: a slider for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.inputs.registry import kind_of
from gui.pad.face import FaceWidget, PadFace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.inputs.feature import Feature


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return bool(features) and kind_of(image_shape).has_features


def _make(parent: QWidget) -> FaceWidget:
    from gui.pad.sliders.panel import SlidersPanel

    return SlidersPanel(parent)


FACE = PadFace("sliders", _suits, _make)
