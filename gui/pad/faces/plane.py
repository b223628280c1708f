"""The face for points on a plane: the plane itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.plane.ground import is_plane
from gui.pad.face import FaceWidget, PadFace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.inputs.feature import Feature


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return is_plane(features) and image_shape == (len(features),)


def _make(parent: QWidget) -> FaceWidget:
    from gui.pad.plane.pad import PlanePad

    return PlanePad(parent)


FACE = PadFace("plane", _suits, _make)
