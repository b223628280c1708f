"""The icons: line drawings of our own, drawn in the colour of the theme and kept once drawn."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from gui.look import theme
from gui.look.colours import Theme
from gui.look.text_size import is_sized, px, sized

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SIZES = (16, 20, 24, 32, 48)
USUAL = 16  # pixels, on a button that asks for no other size
LARGE = 24  # pixels at 100 %: where nobody says in which size an icon is shown, none is larger
_NAME, _ROLE = "iconName", "iconRole"


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    files = _folder().iterdir()
    return tuple(sorted(file.name.removesuffix(".svg") for file in files if file.name.endswith(".svg")))


def icon(name: str, role: str = "text", side: int = 0) -> QIcon:
    """Return an icon in a colour of the theme in use.

    Args:
        name: Its file name in ``resources/icons`` without ending, such as ``play``.
        role: A colour of the theme, such as ``text`` or ``on_accent``.
        side: Pixels in which it is shown, so that it is drawn for those alone; 0 for any size that icons usually have.

    Raises:
        FileNotFoundError: If there is none of that name.
    """
    least = next((size for size in SIZES if size >= (side or px(LARGE))), SIZES[-1])
    sizes = (least,) if side else tuple(size for size in SIZES if size <= least)
    return _icon(name, role, theme.current(), _pixel_ratio(), sizes)


def pixmap(name: str, size: int, role: str = "text") -> QPixmap:
    """Return an icon as a picture of ``size`` × ``size`` device-independent pixels."""
    return _pixmap(name, size, theme.current().color(role).name(), _pixel_ratio())


def set_icon(target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
    """Give a button or an action an icon that follows the theme."""
    target.setProperty(_NAME, name)
    target.setProperty(_ROLE, role)
    if isinstance(target, QAbstractButton) and not is_sized(target.setIconSize):
        sized(target.setIconSize, QSize(USUAL, USUAL))
    _draw(target)
    _follow_theme()


def set_side(button: QAbstractButton, side: int) -> None:
    """Show the icon of a button in another size, in pixels."""
    button.setIconSize(QSize(side, side))
    _draw(button)


def _draw(target: QAbstractButton | QAction) -> None:
    """Give a target the icon that was chosen for it, if any, in the colours and sizes of the moment."""
    name = target.property(_NAME)
    if name:
        side = target.iconSize().width() if isinstance(target, QAbstractButton) else 0
        target.setIcon(icon(name, target.property(_ROLE), side))


def _pixel_ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


@lru_cache(maxsize=512)
def _icon(name: str, role: str, look: Theme, ratio: float, sizes: tuple[int, ...]) -> QIcon:
    result = QIcon()
    for colour, mode in (
        (look.color(role).name(), QIcon.Mode.Normal),
        (look.text_disabled, QIcon.Mode.Disabled),
    ):
        for scale in {1.0, ratio}:
            for size in sizes:
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
    file = _folder().joinpath(f"{name}.svg")
    if not file.is_file():
        raise FileNotFoundError(str(file))
    return QIcon(str(file)).pixmap(QSize(size, size), ratio)


@lru_cache(maxsize=1)  # where resources lie is found out by looking for their package
def _folder() -> Traversable:
    return resources.files("resources").joinpath("icons")


class _Repainter(QObject):
    """Draws the icons of all buttons and actions anew when the theme changes."""

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        targets: set[QObject] = set()
        for widget in QApplication.allWidgets():
            targets.add(widget)
            targets.update(widget.actions())
        for target in targets:
            if isinstance(target, QAbstractButton | QAction):
                _draw(target)


_repainter: _Repainter | None = None


def _follow_theme() -> None:
    global _repainter
    if _repainter is None:
        _repainter = _Repainter()
        theme.notifier.theme_changed.connect(_repainter._on_notifier_theme_changed)
