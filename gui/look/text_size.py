"""How large words are, apart from the scaling of the system, and the sizes in pixels that go with them.

What words stand in grows with them by itself, where Qt lays it out. A size in pixels that is not for pictures alone is
given through ``sized``, or asked for by ``px`` whenever it is needed, as in a size hint or while painting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QFont

from gui.look import theme
from gui.look.spoken import do_again, keep, say_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

PERCENT = (100, 125, 150, 175, 200)
SIZED = "_sized"  # attribute of an object with what goes with the size of words

_points = 0.0  # of the application's font at 100 %


def percent() -> int:
    """Return how large words are, in percent of what the system asks for."""
    return round(100 * theme.scale())


def fixed_font() -> QFont:
    """Return the system's font of letters that are all as wide, as large as other words are."""
    from PySide6.QtGui import QFontDatabase  # no widget in sight at the start asks

    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(font.pointSizeF() * percent() / 100)
    return font


def apply(app: QApplication, percent: int) -> None:
    """Let words be larger or smaller from now on, and all that goes with them.

    Args:
        app: The application, its look already applied.
        percent: Of the size that the system asks for.
    """
    global _points
    factor = percent / 100
    if factor == theme.scale():
        return
    _points = _points or app.font().pointSizeF()
    font = QFont(app.font())
    font.setPointSizeF(_points * factor)
    app.setFont(font)
    theme.set_scale(app, factor)
    _follow_font()
    say_all()  # what is as wide as its words
    theme.notifier.theme_changed.emit(theme.current())  # what paints for itself


def use_families(app: QGuiApplication, families: list[str]) -> None:
    """Let words be drawn by other fonts from now on, those of widgets with a font of their own too.

    Args:
        app: The application.
        families: Their names; each stands in where those before it lack a sign.
    """
    font = QFont(app.font())
    font.setFamilies(families)
    app.setFont(font)
    _follow_font()


def _follow_font() -> None:
    # Or the widgets of this moment have their new letters only in the next turn of the event loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
    do_again(SIZED)


def px(pixels: float, share: float = 1.0) -> int:
    """Return a length in pixels as it is while words have the size of this moment.

    Args:
        pixels: At 100 %.
        share: Of the growth of words that it takes part in.
    """
    return round(pixels * (1 + share * (theme.scale() - 1)))


def sized(place: Callable[..., object], pixels: float | QSize, *, share: float = 1.0) -> None:
    """Give a length or a size to a widget, and again whenever words become larger or smaller.

    Args:
        place: A method of an object of Qt that takes it: ``button.setMinimumWidth``. Another size for the same place
            takes over from that before.
        pixels: At 100 %.
        share: Of the growth of words that it takes part in; less where only some of what stands in it are words.
    """
    method: Any = place
    owner, name = method.__self__, method.__name__  # not the method: it would hold its owner

    def fit() -> None:
        if isinstance(pixels, QSize):
            size: int | QSize = QSize(px(pixels.width(), share), px(pixels.height(), share))
        else:
            size = px(pixels, share)
        getattr(owner, name)(size)

    follow_size(owner, fit, key=name)


def is_sized(place: Callable[..., object]) -> bool:
    """Return whether a length or a size was given to this place by ``sized``."""
    method: Any = place
    return method.__name__ in getattr(method.__self__, SIZED, {})


def follow_size(owner: QObject, fit: Callable[[], object], key: str = "") -> None:
    """Call what depends on the size of words, and again whenever that changes.

    Args:
        owner: What it belongs to; with it, it is forgotten.
        fit: What is called.
        key: What takes the place of what was given before for the same; nothing where it stands beside all others.
    """
    keep(owner, SIZED, key or fit, fit)
    fit()
