"""The picture of a layer of images: its channels as a stack of squares, each as large as its image."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from gui.look import theme
from gui.widgets.network.painting import fill_color

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from engine.layers import Layer

LEAST_SIDE = 11.0  # pixels; an image of 1 × 1 can still be seen
STEP = 4.0  # pixels from one square to the next
MOST_SQUARES = 6
MOST_CHANNELS = 256  # from here on the stack grows no higher


def squares(
    shape: tuple[int, ...], image_side: int, tile: float, middle: QPointF, room: float
) -> list[QRectF]:
    """Return the squares of a stack, the farthest first.

    Args:
        shape: Channels, height, width of what the layer gives.
        image_side: Height of the image that the network takes.
        tile: Side of the square that stands for that image.
        middle: Middle of the stack.
        room: Greatest width of the stack.
    """
    channels, height, _ = shape
    count = min(channels, round(2 + (MOST_SQUARES - 2) * math.log(channels) / math.log(MOST_CHANNELS)))
    count = max(1, min(MOST_SQUARES, count))
    spread = STEP * (count - 1)
    side = min(max(LEAST_SIDE, 0.8 * tile * math.sqrt(height / image_side)), max(LEAST_SIDE, room - spread))
    corner = middle - QPointF(side + spread, side + spread) / 2
    return [
        QRectF(corner.x() + STEP * (count - 1 - place), corner.y() + STEP * place, side, side)
        for place in range(count)
    ]


def paint(
    painter: QPainter,
    stack: list[QRectF],
    layer: Layer,
    fills: NDArray[np.float32] | None = None,
    *,
    is_hovered: bool,
) -> None:
    """Draw a stack; squares that dropout switches off are dotted.

    Args:
        painter: Where to.
        stack: Its squares.
        layer: What it stands for.
        fills: ``(squares,)`` activations from −1 to 1, or None where they are not known.
        is_hovered: Whether it is to stand out.
    """
    look = theme.current()
    off = round(layer.dropped * len(stack))
    for place, square in enumerate(stack):
        is_off = bool(off) and (place * off) % len(stack) < off
        style = Qt.PenStyle.DotLine if is_off else Qt.PenStyle.SolidLine
        edge = "text_disabled" if is_off else "accent" if fills is None or is_hovered else "border_strong"
        painter.setPen(QPen(look.color(edge), 1.6 if is_hovered else 1.1, style))
        if fills is not None:
            painter.setBrush(fill_color(float(fills[place])))
        else:
            painter.setBrush(look.color("surface" if is_off else "accent" if is_hovered else "accent_soft"))
        painter.drawRoundedRect(square, 2, 2)
    if layer.window:
        _paint_window(painter, stack[-1], layer.window)


def _paint_window(painter: QPainter, square: QRectF, window: int) -> None:
    """Draw a small square on the nearest channel for what a unit looks at, larger for more pixels."""
    side = min(0.6 * square.width(), 2 + 1.5 * window)
    painter.setPen(QPen(theme.current().color("text_muted"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(square.left() + 2.5, square.top() + 2.5, side, side))


def ends(stack: list[QRectF], *, side: int) -> list[QPointF]:
    """Return where the lines to a neighbour begin: at the left (-1) or right (1) of a stack."""
    hull = stack[0].united(stack[-1])
    nearest = stack[0] if side > 0 else stack[-1]
    x = hull.right() if side > 0 else hull.left()
    return [QPointF(x, nearest.center().y() + nearest.height() * place) for place in (-0.35, 0.0, 0.35)]
