"""The look in use, and the switch between light and dark.

Whoever paints for itself asks ``current()`` and repaints when ``notifier.theme_changed`` comes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from gui.look.colours import DARK, LIGHT, THEMES, Theme
from gui.look.style import STYLE, STYLED
from gui.look.style_sheet import put_on, style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Mode = Literal["light", "dark", "system"]
MODES: tuple[Mode, ...] = ("system", "light", "dark")


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
_scale = 1.0  # of words, beside the scaling of the system


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
        # Without it, a sheet that is put on anew takes every font away that a widget was given by hand.
        app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
        if not app.property(STYLED):
            app.setStyle(STYLE)
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
    sheet = style_sheet(current(), _scale)
    if app.styleSheet() != sheet:
        put_on(app, sheet)


def scale() -> float:
    """Return how large words are in relation to what the system asks for; ``gui/look/text_size.py`` changes it."""
    return _scale


def set_scale(app: QApplication, factor: float) -> None:
    """Let the style sheet have the sizes that go with words of another size; where it is not on yet, later."""
    global _scale
    _scale = factor
    if app.styleSheet():
        put_on_sheet(app)


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
        instance.setPalette(palette(theme))
        if not bare:
            put_on_sheet(instance)
        # Or the widgets of this moment have their new colours only in the next turn of the event loop.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationPaletteChange.value)
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
