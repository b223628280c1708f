"""The icons: line drawings of our own, drawn in the colour of the theme and kept once drawn."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from gui.look import theme
from gui.look.colours import Theme
from gui.look.text_size import is_sized, sized

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 48)
USUAL = 16  # pixels, on a button that asks for no other size
_NAME, _ROLE = "iconName", "iconRole"


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    folder = resources.files("resources") / "icons"
    return tuple(
        sorted(item.name.removesuffix(".svg") for item in folder.iterdir() if item.name.endswith(".svg"))
    )


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon in a colour of the theme in use.

    Args:
        name: Its file name in ``resources/icons`` without ending, such as ``play``.
        role: A colour of the theme, such as ``text`` or ``on_accent``.

    Raises:
        FileNotFoundError: If there is none of that name.
    """
    return _icon(name, role, theme.current(), _pixel_ratio())


def pixmap(name: str, size: int, role: str = "text") -> QPixmap:
    """Return an icon as a picture of ``size`` × ``size`` device-independent pixels."""
    return _pixmap(name, size, theme.current().color(role).name(), _pixel_ratio())


def set_icon(target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
    """Give a button or an action an icon that follows the theme."""
    target.setProperty(_NAME, name)
    target.setProperty(_ROLE, role)
    target.setIcon(icon(name, role))
    if isinstance(target, QAbstractButton) and not is_sized(target.setIconSize):
        sized(target.setIconSize, QSize(USUAL, USUAL))
    _follow_theme()


def _pixel_ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


@lru_cache(maxsize=512)
def _icon(name: str, role: str, look: Theme, ratio: float) -> QIcon:
    result = QIcon()
    for colour, mode in (
        (look.color(role).name(), QIcon.Mode.Normal),
        (look.text_disabled, QIcon.Mode.Disabled),
    ):
        for scale in {1.0, ratio}:
            for size in SIZES:
                result.addPixmap(_pixmap(name, size, colour, scale), mode)
    return result


@lru_cache(maxsize=2048)
def _pixmap(name: str, size: int, color: str, ratio: float) -> QPixmap:
    result = QPixmap(_shape(name, size, ratio))
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size, size), QColor(color))
    painter.end()
    return result


@lru_cache(maxsize=1024)  # in black: drawn once for all colours
def _shape(name: str, size: int, ratio: float) -> QPixmap:
    renderer = _renderer(name)
    result = QPixmap(QSize(size, size) * ratio)
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result


@lru_cache(maxsize=8)  # of the sizes of one icon: it is read once for all of them
def _renderer(name: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", "black").encode()))


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class _Repainter(QObject):
    """Draws the icons of all buttons and actions anew when the theme changes."""

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        targets: set[QObject] = set()
        for widget in QApplication.allWidgets():
            targets.add(widget)
            targets.update(widget.actions())
        for target in targets:
            name = target.property(_NAME)
            if name and isinstance(target, QAbstractButton | QAction):
                target.setIcon(icon(name, target.property(_ROLE)))


_repainter: _Repainter | None = None


def _follow_theme() -> None:
    global _repainter
    if _repainter is None:
        _repainter = _Repainter()
        theme.notifier.theme_changed.connect(_repainter._on_notifier_theme_changed)
