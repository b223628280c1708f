"""How points on a plane are drawn, and what of each the network is told."""

from __future__ import annotations

import re

from engine.choices import PlaneFeature
from engine.settings import Settings, setting

LEAST_POINTS, MOST_POINTS = 20, 20_000
WRITTEN = {
    "x2": "x²",
    "x^2": "x²",
    "y2": "y²",
    "y^2": "y²",
    "xy": "x·y",
    "x*y": "x·y",
    "sinx": "sin x",
    "sin(x)": "sin x",
    "siny": "sin y",
    "sin(y)": "sin y",
}  # what people type where the signs are not at hand


def _name(part: str) -> str:
    word = " ".join(part.strip().lower().split())
    return WRITTEN.get(word.replace(" ", ""), word)


def words_are_features(value: object) -> object:
    """Let “x,y,x²” stand for features, in any order, each once; also as one writes them without these signs."""
    if isinstance(value, str):
        value = [part for part in re.split("[,;，、]", value) if part.strip()]
    if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
        return value
    names = {_name(part) for part in value}
    known = [feature for feature in PlaneFeature if feature in names]
    return (*known, *sorted(names - set(PlaneFeature))[:1])  # one is enough to be told of


class PlaneConfig(Settings):
    """The points of a plane, and their features."""

    count: int = setting(
        500, ge=LEAST_POINTS, le=MOST_POINTS, label="Points", unit="points", one="point",
        help="How many points are drawn for training and validation; half of that number more are drawn for testing.",
    )  # fmt: skip
    noise: float = setting(
        0.1, ge=0, le=0.5, label="Noise", zero="none",
        help="How far points stray from the shape of their class. With much of it the classes overlap, and no network "
        "tells all of them apart.",
    )  # fmt: skip
    features: tuple[PlaneFeature, ...] = setting(
        (PlaneFeature.X, PlaneFeature.Y), label="Features", min_length=1, before=words_are_features,
        help="What the network is told of each point: its coordinates, or what is calculated from them. With a feature "
        "that fits, fewer layers do.",
    )  # fmt: skip
