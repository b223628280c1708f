"""A widget's name, words and look, given to it where it is made."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from gui.look.plain import plain

_Widget = TypeVar("_Widget", bound=QWidget)


def dressed(
    widget: _Widget, *, name: str = "", tip: str = "", accessible: str = "", **look: str | bool
) -> _Widget:
    """Return the widget, with all that is given.

    Args:
        widget: Just made.
        name: Its object name, by which tests and the style sheet find it.
        tip: Its tooltip.
        accessible: What a screen reader calls it.
        look: What the style sheet asks for, such as ``role="muted"`` or ``main=True``.
    """
    if name:
        widget.setObjectName(name)
    if tip:
        widget.setToolTip(plain(tip))
    if accessible:
        widget.setAccessibleName(accessible)
    for key, value in look.items():
        widget.setProperty(key, value)
    return widget
