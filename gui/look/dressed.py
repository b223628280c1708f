"""A widget's name, words and look, given to it where it is made."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.look.plain import plain
from gui.look.spoken import Words, said, words_of

_Widget = TypeVar("_Widget", bound=QWidget)


def dressed(
    widget: _Widget,
    *,
    name: str = "",
    text: Words = "",
    tip: Words = "",
    accessible: Words = "",
    **look: str | bool,
) -> _Widget:
    """Return the widget, with all that is given.

    Args:
        widget: Just made.
        name: Its object name, by which tests and the style sheet find it.
        text: What stands on it; of buttons and boxes to tick.
        tip: Its tooltip.
        accessible: What a screen reader calls it.
        look: What the style sheet asks for, such as ``role="muted"`` or ``main=True``.
    """
    if name:
        widget.setObjectName(name)
    if text:
        assert isinstance(widget, QAbstractButton)
        said(widget.setText, text)
    if tip:
        said(widget.setToolTip, lambda: plain(words_of(tip)))
    if accessible:
        said(widget.setAccessibleName, accessible)
    for key, value in look.items():
        widget.setProperty(key, value)
    return widget
