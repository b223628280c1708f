"""The look: contrast of words, colours apart for the colour-blind, and the switch between light and dark."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from gui.look import theme
from gui.look.style_sheet import style_sheet

WORDS = [
    *((text, back) for text in ("text", "text_muted") for back in ("window", "surface", "sunken")),
    *((text, back) for text in ("accent", "error", "warning", "success") for back in ("window", "surface")),
    ("on_accent", "accent"),
    ("text", "accent_soft"),
    *((kind, f"{kind}_soft") for kind in ("error", "warning", "success")),
]


@pytest.fixture
def app(qapp):
    """The application, given back without a look of ours."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    yield qapp
    theme.apply(qapp, "light")
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.mark.parametrize("look", theme.THEMES.values(), ids=lambda look: look.name)
@pytest.mark.parametrize(("words", "back"), WORDS)
def test_words_are_readable(look, words, back):
    assert theme.contrast(look.color(words), look.color(back)) >= 4.5


@pytest.mark.parametrize("look", theme.THEMES.values(), ids=lambda look: look.name)
def test_edges_and_curves_stand_out(look):
    assert theme.contrast(look.border_strong, look.surface) >= 3
    for color in (*look.series, look.positive, look.negative):
        assert theme.contrast(color, look.surface) >= 3
    for color in look.classes:
        assert theme.contrast(color, look.surface) >= 2


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
@pytest.mark.parametrize("look", theme.THEMES.values(), ids=lambda look: look.name)
def test_colours_stay_apart_for_the_colour_blind(look, matrix):
    training, validation = (seen(color, matrix) for color in look.series[:2])
    assert np.linalg.norm(training - validation) > 40
    assert np.linalg.norm(seen(look.positive, matrix) - seen(look.negative, matrix)) > 40
    for first, second in combinations(look.classes, 2):
        assert np.linalg.norm(seen(first, matrix) - seen(second, matrix)) > 10, (first, second)


def test_apply_changes_palette_and_tells(app, qtbot):
    theme.apply(app, "light")
    with qtbot.waitSignal(theme.notifier.theme_changed) as told:
        theme.apply(app, "dark")
    assert told.args == [theme.DARK]
    assert theme.current() is theme.DARK
    assert theme.mode() == "dark"
    assert app.palette().color(QPalette.ColorRole.Window) == QColor(theme.DARK.window)
    label, late = QLabel("words"), QLabel("not shown before")
    for widget in (label, late):
        qtbot.addWidget(widget)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.DARK.text)
    theme.apply(app, "light")
    late.show()
    for widget in (label, late):
        assert widget.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.LIGHT.text)


def test_system_follows_the_desktop(app, monkeypatch):
    scheme = Qt.ColorScheme.Dark
    hints = type(QApplication.styleHints())
    monkeypatch.setattr(hints, "colorScheme", lambda self: scheme)
    assert theme.apply(app, "system") is theme.DARK
    scheme = Qt.ColorScheme.Light
    app.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is theme.LIGHT
    theme.apply(app, "dark")
    app.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.current() is theme.DARK


def test_palette_leaves_nothing_to_the_desktop():
    roles = [
        role
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
    ]
    palette = theme.palette(theme.DARK)
    assert [role for role in roles if not palette.isBrushSet(QPalette.ColorGroup.Active, role)] == []


@pytest.mark.parametrize("look", theme.THEMES.values(), ids=lambda look: look.name)
def test_style_sheet_names_pictures_that_exist(look):
    sheet = style_sheet(look)
    pictures = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)
    assert "$" not in sheet


def test_tabular_font(qapp):
    font = theme.tabular_font(QFont("DejaVu Sans", 10), scale=1.5, bold=True)
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.pointSizeF() == 15
    assert font.bold()


def test_contrast_of_black_and_white():
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#777777") == 1
