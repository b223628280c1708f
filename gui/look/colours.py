"""The colours of the two looks, light and dark: of the window's parts, of curves and of classes.

They are picked so that text reaches a contrast of 4.5 to what lies under it, and so that curves and classes stay
apart for people who see few colours.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from engine.records import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one look, each as ``#rrggbb``.

    Attributes:
        name: ``light`` or ``dark``; also the ending of picture files made for it.
        window: Behind everything.
        surface: Fields, lists, plots, cards.
        sunken: Hovered or pressed parts, the rail, tracks of bars.
        border: Hairlines between parts.
        border_strong: Edges of fields and buttons.
        text: Words.
        text_muted: Units, captions, help.
        text_disabled: Words that cannot be acted on.
        accent: The one colour that says "here": main button, selection, focus.
        on_accent: Words on ``accent``.
        accent_soft: Behind selected rows.
        error: Words and edges of what is wrong.
        error_soft: Behind an error's words.
        warning: Words and edges of what to heed.
        warning_soft: Behind a warning's words.
        success: Words and edges of what went well.
        success_soft: Behind such words.
        grid: Lines of a plot's grid.
        positive: Weights and activations above 0, also for the colour-blind.
        negative: Those below.
        series: Colours of curves, in order of use; training is the first, validation the second.
        classes: Ten colours of classes, apart from each other for the colour-blind too.
    """

    name: str
    window: str
    surface: str
    sunken: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_disabled: str
    accent: str
    on_accent: str
    accent_soft: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    grid: str
    positive: str
    negative: str
    series: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        """Whether words are light on dark."""
        return self.name == "dark"

    def color(self, role: str, alpha: int = 255) -> QColor:
        """Return the colour of a role such as ``text_muted``, with an opacity of 0 to 255."""
        color = QColor(getattr(self, role))
        color.setAlpha(alpha)
        return color

    def class_color(self, index: int) -> QColor:
        """Return the colour of class ``index``; they repeat after ten."""
        return QColor(self.classes[index % len(self.classes)])

    def series_color(self, index: int) -> QColor:
        """Return the colour of curve ``index``; they repeat when used up."""
        return QColor(self.series[index % len(self.series)])


LIGHT = Theme(
    name="light",
    window="#f4f5f8",
    surface="#ffffff",
    sunken="#e8ebf0",
    border="#d9dde4",
    border_strong="#8b93a1",
    text="#1b2029",
    text_muted="#586170",
    text_disabled="#9aa1ad",
    accent="#2a5fd8",
    on_accent="#ffffff",
    accent_soft="#e2eafc",
    error="#bb232b",
    error_soft="#fdebea",
    warning="#835400",
    warning_soft="#fdf2d8",
    success="#1a7041",
    success_soft="#e3f4ea",
    grid="#e3e6eb",
    positive="#0072b2",
    negative="#d55e00",
    series=("#0072b2", "#d55e00", "#009e73", "#b3548c", "#7a6a00", "#5b4bb5", "#3d8fbf", "#5d6573"),
    classes=(
        "#3f90da", "#e69500", "#bd1f01", "#7f908e", "#832db6", "#a96b59", "#e76300", "#a3955a", "#5b5f6b", "#4fb3b7",
    ),
)  # fmt: skip

DARK = Theme(
    name="dark",
    window="#1a1d23",
    surface="#22262e",
    sunken="#2d323c",
    border="#3a404c",
    border_strong="#727b8b",
    text="#e7eaf0",
    text_muted="#a6aebb",
    text_disabled="#6a7281",
    accent="#82a9ff",
    on_accent="#0f141d",
    accent_soft="#2b3958",
    error="#ff8f8a",
    error_soft="#402628",
    warning="#f0bf62",
    warning_soft="#3b301d",
    success="#74d69f",
    success_soft="#1f382b",
    grid="#333945",
    positive="#56b4e9",
    negative="#f0a030",
    series=("#56b4e9", "#f0a030", "#2fc79a", "#e39bc6", "#e8df6a", "#a99bff", "#8fd0f5", "#b4bcc9"),
    classes=(
        "#55a3ec", "#ffb52e", "#f0553a", "#a9b8b6", "#9a4fd0", "#c98f7d", "#ff8a3a", "#cfc384", "#878c99", "#9fe3e6",
    ),
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def contrast(first: QColor | str, second: QColor | str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (black on white).

    Source: WCAG 2.2, relative luminance and contrast ratio.
    """
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
