"""The look: one palette for light and one for dark, plot and class colours, and the switch between them.

Colours are picked so that text reaches a contrast of 4.5 to what lies under it, and so that series and classes
stay apart for people who see few colours. Whoever paints for itself asks ``current()`` and repaints when
``notifier.theme_changed`` comes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from gui.look.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Mode = Literal["light", "dark", "system"]
MODES: tuple[Mode, ...] = ("system", "light", "dark")


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


class ThemeNotifier(QObject):
    """Tells that the look has changed; the payload is the new ``Theme``."""

    theme_changed = Signal(object)

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        if _mode == "system":
            _use(_theme_of_mode("system"))


notifier = ThemeNotifier()

_mode: Mode = "system"
_current: Theme = LIGHT
_prepared = False


def current() -> Theme:
    """Return the theme in use; light until ``apply`` was called."""
    return _current


def mode() -> Mode:
    """Return what was chosen: ``light``, ``dark`` or ``system``."""
    return _mode


def apply(app: QApplication, mode: Mode = "system", *, bare: bool = False) -> Theme:
    """Give the whole application one look and return its theme.

    Args:
        app: The application.
        mode: ``light``, ``dark``, or ``system`` to do as the desktop does, also when it changes its mind.
        bare: Whether to leave the style sheet off if it is not on yet, for ``put_on_sheet`` to follow. Qt goes through
            it for a widget and all that is in it whenever that gets another parent: put on once a window is built, it
            takes a quarter of the time.
    """
    global _mode, _prepared
    if not _prepared:
        app.setStyle("Fusion")
        app.setFont(text_font(app.font()))
    _mode = mode
    hints = app.styleHints()
    # Colours are ours whatever the platform does with this; it turns the title bars of macOS and Windows.
    if mode == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if mode == "dark" else Qt.ColorScheme.Light)
    if not _prepared:
        hints.colorSchemeChanged.connect(notifier._on_system_scheme_changed)
        _prepared = True
    return _use(_theme_of_mode(mode), app, bare=bare and not app.styleSheet())


def put_on_sheet(app: QApplication) -> None:
    """Put the style sheet of the present theme on, where it is not on yet."""
    sheet = style_sheet(current())
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def _theme_of_mode(mode: Mode) -> Theme:
    if mode != "system":
        return THEMES[mode]
    return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _use(theme: Theme, app: QApplication | None = None, *, bare: bool = False) -> Theme:
    global _current
    from PySide6.QtWidgets import QApplication

    instance = app or QApplication.instance()
    _current = theme
    if isinstance(instance, QApplication):
        # Emptying the sheet first would be three times as fast, and now and then ends in a segmentation fault.
        instance.setPalette(palette(theme))
        if not bare:
            put_on_sheet(instance)
    notifier.theme_changed.emit(theme)
    return theme


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, every role set, so that nothing of the desktop's shows through."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.sunken,
        role.Mid: theme.border,
        role.Dark: theme.border_strong,
        role.Shadow: "#000000" if theme.is_dark else "#6b7280",
    }
    result = QPalette()
    for key, value in colors.items():
        result.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.text_disabled))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border))
    result.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(theme.text_disabled))
    return result


def text_font(font: QFont) -> QFont:
    """Return the system's font at a size that reads well; macOS and Windows already have one."""
    result = QFont(font)
    if sys.platform not in ("darwin", "win32") and not 9 <= result.pointSizeF() <= 11:
        result.setPointSizeF(10)
    return result


def tabular_font(font: QFont, *, scale: float = 1.0, bold: bool = False) -> QFont:
    """Return ``font`` with figures of equal width, so that numbers which change do not jitter.

    Args:
        font: The font to start from, such as ``widget.font()``.
        scale: Size in relation to ``font``.
        bold: Whether to draw it bold.
    """
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    if scale != 1.0:
        result.setPointSizeF(max(6.0, font.pointSizeF() * scale))
    if bold:
        result.setBold(True)
    return result


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
