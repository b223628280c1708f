"""Ink: the one way from a drawing or an image to the 28×28 that the network sees.

A drawing goes the way that MNIST's digits went: crop to the ink, longer side to 20 pixels with the aspect kept, a pen
of about 2.5 pixels, soft edges, and a shift by whole pixels that brings the centre of mass into the middle of pixel 14.
White ink (255) on black (0), as in MNIST.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.on_demand import on_demand

if TYPE_CHECKING:
    from engine.data.ink.coverage import render_polylines
    from engine.data.ink.frame import BOX, PEN_WIDTH, SIZE, Place, centre_of_mass
    from engine.data.ink.picture import image_stages, normalize_image
    from engine.data.ink.placing import Strokes
    from engine.data.ink.segment import (
        Box,
        ImageDigit,
        group_strokes,
        image_digits,
        stand_in_lines,
    )
    from engine.data.ink.steps import InkStage, InkSteps, StepText, step_texts
    from engine.data.ink.strokes import place_of_view, render_many, render_strokes, scaled_and_centred, stages
    from engine.data.ink.touching import partings

__all__ = [
    "BOX",
    "PEN_WIDTH",
    "SIZE",
    "Box",
    "ImageDigit",
    "InkStage",
    "InkSteps",
    "Place",
    "StepText",
    "Strokes",
    "centre_of_mass",
    "group_strokes",
    "image_digits",
    "image_stages",
    "normalize_image",
    "partings",
    "place_of_view",
    "render_many",
    "render_polylines",
    "render_strokes",
    "scaled_and_centred",
    "stages",
    "stand_in_lines",
    "step_texts",
]

__getattr__ = on_demand(
    __name__,
    {
        "render_polylines": "coverage",
        "BOX": "frame",
        "PEN_WIDTH": "frame",
        "SIZE": "frame",
        "Place": "frame",
        "centre_of_mass": "frame",
        "image_stages": "picture",
        "normalize_image": "picture",
        "Strokes": "placing",
        "Box": "segment",
        "ImageDigit": "segment",
        "group_strokes": "segment",
        "image_digits": "segment",
        "stand_in_lines": "segment",
        "InkStage": "steps",
        "InkSteps": "steps",
        "StepText": "steps",
        "step_texts": "steps",
        "place_of_view": "strokes",
        "render_many": "strokes",
        "render_strokes": "strokes",
        "scaled_and_centred": "strokes",
        "stages": "strokes",
        "partings": "touching",
    },
)
