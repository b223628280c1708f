"""Rows and columns, said as what stands in them from first to last."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget


class Room(Enum):
    """Room that grows."""

    STRETCH = 1


STRETCH = Room.STRETCH
"""Takes what room is left over."""

Margins = int | tuple[int, int, int, int] | None
Part = (
    QWidget
    | QLayout
    | Room
    | int
    | tuple[QWidget, int]
    | tuple[QLayout, int]
    | tuple[QWidget, int, Qt.AlignmentFlag]
)
_Box = TypeVar("_Box", bound=QBoxLayout)


def row_of(
    *parts: Part, on: QWidget | None = None, margins: Margins = 0, spacing: int | None = None
) -> QHBoxLayout:
    """Lay parts out from left to right.

    Args:
        parts: Widgets and layouts, alone or with their stretch and alignment; ``STRETCH``; or pixels left free.
        on: The widget that they fill; None for a layout within another.
        margins: Pixels around them, all the same or left, top, right and bottom; None leaves it to the style.
        spacing: Pixels between them; None leaves it to the style.
    """
    return _filled(QHBoxLayout(), parts, on, margins, spacing)


def column_of(
    *parts: Part, on: QWidget | None = None, margins: Margins = 0, spacing: int | None = None
) -> QVBoxLayout:
    """Lay parts out from top to bottom; all else as in ``row_of``."""
    return _filled(QVBoxLayout(), parts, on, margins, spacing)


def _filled(
    box: _Box, parts: tuple[Part, ...], on: QWidget | None, margins: Margins, spacing: int | None
) -> _Box:
    if on is not None:
        on.setLayout(box)
    if margins is not None:
        left, top, right, bottom = (margins,) * 4 if isinstance(margins, int) else margins
        box.setContentsMargins(left, top, right, bottom)
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        if isinstance(part, Room):
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        else:
            _add(box, *(part if isinstance(part, tuple) else (part,)))
    return box


def _add(
    box: QBoxLayout, part: QWidget | QLayout, stretch: int = 0, alignment: Qt.AlignmentFlag | None = None
) -> None:
    if isinstance(part, QLayout):
        box.addLayout(part, stretch)
    elif alignment is None:
        box.addWidget(part, stretch)
    else:
        box.addWidget(part, stretch, alignment)
