"""The colours: contrast of words, and curves and classes apart for the colour-blind."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.look.colours import THEMES, contrast

WORDS = [
    *((text, back) for text in ("text", "text_muted") for back in ("window", "surface", "sunken")),
    *((text, back) for text in ("accent", "error", "warning", "success") for back in ("window", "surface")),
    ("on_accent", "accent"),
    ("text", "accent_soft"),
    *((kind, f"{kind}_soft") for kind in ("error", "warning", "success")),
]


@pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)
@pytest.mark.parametrize(("words", "back"), WORDS)
def test_words_are_readable(look, words, back):
    assert contrast(look.color(words), look.color(back)) >= 4.5


@pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)
def test_edges_and_curves_stand_out(look):
    assert contrast(look.border_strong, look.surface) >= 3
    for color in (*look.series, look.positive, look.negative):
        assert contrast(color, look.surface) >= 3
    for color in look.classes:
        assert contrast(color, look.surface) >= 2


# What is left of red, green and blue (linear) for people without red or green cones (Viénot et al., 1999).
PROTANOPIA = np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]])
DEUTERANOPIA = np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]])


def seen(color: str, matrix: np.ndarray) -> np.ndarray:
    """Return the CIE Lab coordinates of a colour as a colour-blind eye has it."""
    srgb = np.array(QColor(color).getRgbF()[:3])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(matrix @ linear, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    ratio = to_xyz @ linear / np.array([0.9505, 1.0, 1.089])
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("matrix", [np.eye(3), PROTANOPIA, DEUTERANOPIA], ids=["all", "no red", "no green"])
@pytest.mark.parametrize("look", THEMES.values(), ids=lambda look: look.name)
def test_colours_stay_apart_for_the_colour_blind(look, matrix):
    training, validation = (seen(color, matrix) for color in look.series[:2])
    assert np.linalg.norm(training - validation) > 40
    assert np.linalg.norm(seen(look.positive, matrix) - seen(look.negative, matrix)) > 40
    for first, second in combinations(look.classes, 2):
        assert np.linalg.norm(seen(first, matrix) - seen(second, matrix)) > 10, (first, second)


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
