"""The face for text: a line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.inputs.registry import kind_of
from gui.pad.face import FaceWidget, PadFace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.inputs.feature import Feature


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return not features and kind_of(image_shape).per_place


def _make(parent: QWidget) -> FaceWidget:
    from gui.pad.line.panel import LinePad

    return LinePad(parent)


FACE = PadFace("line", _suits, _make)
