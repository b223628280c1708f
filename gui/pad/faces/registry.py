"""The faces of the pad there are, the most special first: a new one is one file and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.pad.faces import drawing, line, plane, sliders

if TYPE_CHECKING:
    from engine.inputs.feature import Feature
    from gui.pad.face import PadFace

FACES: list[PadFace] = [
    plane.FACE,
    sliders.FACE,
    line.FACE,
    drawing.FACE,
]


def face_for(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> PadFace | None:
    """Return the pad for a model, by its features and the shape it takes; None where there is none."""
    return next((face for face in FACES if face.suits(features, image_shape)), None)
