"""How wildly the built-in digits vary: one setting for each way in which hands differ."""

from __future__ import annotations

from engine.settings import Settings, setting

MOST = 3.0


class VariationConfig(Settings):
    """How strong each variation is: 1 is as people write, 0 switches it off."""

    styles: float = setting(
        1.0, ge=0, le=MOST, label="Rare styles", zero="off",
        help="How often rarer ways of writing appear: slashed zeros, ones with flag and foot, barred sevens …",
    )  # fmt: skip
    shape: float = setting(
        1.0, ge=0, le=MOST, label="Shape", zero="off",
        help="How far loops, corners and bars stray from the model, each by itself.",
    )  # fmt: skip
    strokes: float = setting(
        1.0, ge=0, le=MOST, label="Strokes", zero="off",
        help="How far whole strokes are displaced and turned, such as the bar of a 5.",
    )  # fmt: skip
    slant: float = setting(
        1.0, ge=0, le=MOST, label="Slant", zero="off", help="How strongly digits lean and turn.",
    )  # fmt: skip
    width: float = setting(
        1.0, ge=0, le=MOST, label="Width", zero="off", help="How wide or narrow digits are.",
    )  # fmt: skip
    proportion: float = setting(
        1.0, ge=0, le=MOST, label="Proportion", zero="off",
        help="How much the upper half differs in size from the lower half.",
    )  # fmt: skip
    curvature: float = setting(
        1.0, ge=0, le=MOST, label="Curvature", zero="off", help="How much corners are rounded or curves sharpened.",
    )  # fmt: skip
    tremor: float = setting(
        1.0, ge=0, le=MOST, label="Tremor", zero="off", help="How unsteady the hand is along a stroke.",
    )  # fmt: skip
    ends: float = setting(
        1.0, ge=0, le=MOST, label="Ends", zero="off", help="How much strokes begin or end too early or too late.",
    )  # fmt: skip
    gaps: float = setting(
        1.0, ge=0, le=MOST, label="Gaps", zero="off", help="How often the pen fails for a short way.",
    )  # fmt: skip
    pen: float = setting(
        1.0, ge=0, le=MOST, label="Pen width", zero="off",
        help="How much the pen's width differs from 2.5 pixels, and how unevenly it is pressed.",
    )  # fmt: skip
    softness: float = setting(
        1.0, ge=0, le=MOST, label="Softness", zero="off", help="How soft the edges of the ink are.",
    )  # fmt: skip
    roughness: float = setting(
        1.0, ge=0, le=MOST, label="Roughness", zero="off",
        help="How ragged the edges of the ink are: paper has a grain, and a scanner adds its own.",
    )  # fmt: skip
    warp: float = setting(
        1.0, ge=0, le=MOST, label="Elastic warp", zero="off", help="How much the paper is bent in all directions.",
    )  # fmt: skip
