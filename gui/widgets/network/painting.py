"""How parts of the network's picture are drawn: links, circles and the image, bare or with the values of a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.look import theme
from gui.widgets.images.colours import diverging
from gui.widgets.images.pictures import as_image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.widgets.network.layout import Column

LEVELS = 6  # strengths of links that are told apart; each is one call to Qt
FAINTEST = 0.08  # links weaker than this share of the strongest are left out


def paint_links(
    painter: QPainter, starts: list[QPointF], ends: list[QPointF], *, is_hovered: bool, dotted: bool
) -> None:
    """Draw a line from each start to each end, fainter the more there are."""
    look = theme.current()
    alpha = max(28, min(110, 900 // max(1, len(starts) * len(ends)) + 20))
    color = look.color("accent", min(255, alpha * 2)) if is_hovered else look.color("border_strong", alpha)
    painter.setPen(QPen(color, 1.0, Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine))
    painter.drawLines([QLineF(start, end) for start in starts for end in ends])


def paint_weights(
    painter: QPainter,
    starts: list[QPointF],
    ends: list[QPointF],
    weights: NDArray[np.float32],
    *,
    is_hovered: bool,
) -> None:
    """Draw a line for each weight: its colour tells the sign, its strength the size, and the strongest lie on top.

    Args:
        painter: Where to.
        starts: Left ends.
        ends: Right ends.
        weights: ``(starts, ends)``, −1 to 1.
        is_hovered: Whether they are to stand out.
    """
    look = theme.current()
    sizes = np.nan_to_num(np.abs(weights), nan=0.0, posinf=0.0)  # nothing to draw for what is no number
    levels = np.ceil(sizes * LEVELS).astype(np.int64)
    levels[sizes < FAINTEST] = 0
    by_level: dict[tuple[int, str], list[QLineF]] = {}
    places = np.argwhere(levels > 0)
    signs = np.where(weights[tuple(places.T)] < 0, "negative", "positive").tolist()
    strengths = levels[tuple(places.T)].tolist()
    for (start, end), level, role in zip(places.tolist(), strengths, signs, strict=True):
        by_level.setdefault((level, role), []).append(QLineF(starts[start], ends[end]))
    for (level, role), lines in sorted(by_level.items()):
        share = level / LEVELS
        strength = min(1.0, (0.12 + 0.88 * share**1.4) * (1.35 if is_hovered else 1.0))
        # Mixed with what is behind: lines that are see-through take Qt ten times as long.
        painter.setPen(QPen(mixed(look.color("window"), look.color(role), strength), 0.7 + 1.1 * share**2))
        painter.drawLines(lines)


def fill_color(value: float) -> QColor:
    """Return the colour of an activation from −1 to 1: of its sign, over the empty circle's."""
    look = theme.current()
    return mixed(look.color("surface"), look.color("negative" if value < 0 else "positive"), abs(value))


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour between two; ``share`` 1 is the second."""
    share = min(1.0, max(0.0, share)) if share == share else 0.0
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def paint_circles(
    painter: QPainter,
    column: Column,
    off: int,
    fills: NDArray[np.float32] | None,
    *,
    is_hovered: bool,
    x: float | None = None,
) -> None:
    """Draw the units of a hidden layer.

    Args:
        painter: Where to.
        column: Where they stand.
        off: How many of them dropout switches off; they are dotted, and spread over the column.
        fills: ``(circles,)`` activations from −1 to 1, or None where they are not known.
        is_hovered: Whether they are to stand out.
        x: Where they stand, if that is not the middle of the column.
    """
    look = theme.current()
    x = column.x if x is None else x
    role, width = "accent" if fills is None or is_hovered else "border_strong", 1.6 if is_hovered else 1.1
    solid = QPen(look.color(role), width)
    dotted = QPen(look.color("text_disabled"), width, Qt.PenStyle.DotLine)
    for index, y in enumerate(column.ys):
        is_off = bool(off) and (index * off) % len(column.ys) < off
        painter.setPen(dotted if is_off else solid)
        if fills is not None:
            painter.setBrush(fill_color(float(fills[index])))
        else:
            painter.setBrush(look.color("surface" if is_off else "accent" if is_hovered else "accent_soft"))
        painter.drawEllipse(QPointF(x, y), column.radius, column.radius)
    paint_dots(painter, column, x)


def paint_planes(
    painter: QPainter, column: Column, off: int, planes: NDArray[np.float32] | None, *, is_hovered: bool
) -> None:
    """Draw a small plane for each unit or feature: what it gives at every place.

    Args:
        painter: Where to.
        column: Where they stand; its radius is half their side.
        off: How many of them dropout switches off; they are dotted, and spread over the column.
        planes: ``(units, side, side)`` from −1 to 1, or None where they are not known.
        is_hovered: Whether they are to stand out.
    """
    look, half = theme.current(), column.radius
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index, y in enumerate(column.ys):
        tile = QRectF(column.x - half, y - half, 2 * half, 2 * half)
        if planes is not None:
            painter.drawImage(tile, diverging(planes[index], 1.0))
        else:
            painter.fillRect(tile, look.color("accent_soft"))
        is_off = bool(off) and (index * off) % len(column.ys) < off
        style = Qt.PenStyle.DotLine if is_off else Qt.PenStyle.SolidLine
        painter.setPen(
            QPen(look.color("accent" if is_hovered else "border_strong"), 1.4 if is_hovered else 1.0, style)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile, 2, 2)
    paint_dots(painter, column)


def paint_dots(painter: QPainter, column: Column, x: float | None = None) -> None:
    """Draw three dots where circles are left out, at ``x`` if they do not stand in the middle of the column."""
    if not column.is_cut:
        return
    x = column.x if x is None else x
    place = len(column.ys) // 2
    middle = (column.ys[place - 1] + column.ys[place]) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("text_muted"))
    for step in (-3.2, 0.0, 3.2):
        painter.drawEllipse(QPointF(x, middle + step), 1.0, 1.0)


def paint_image(
    painter: QPainter, tile: QRectF, image: NDArray[np.uint8] | None, *, is_hovered: bool
) -> None:
    """Draw the image that the network takes: the present one, or a grid of pixels with the stroke of a digit.

    Args:
        painter: Where to.
        tile: Its place.
        image: ``(H, W)`` or ``(H, W, 3)`` uint8, or None.
        is_hovered: Whether it is to stand out.
    """
    look = theme.current()
    edge = QPen(look.color("accent" if is_hovered else "border_strong"), 1.4 if is_hovered else 1.0)
    if image is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(tile.adjusted(1, 1, -1, -1), as_image(image))
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile, 2, 2)
        return
    painter.setPen(edge)
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(tile, 4, 4)
    _paint_grid(painter, tile)
    _paint_stroke(painter, tile)


def _paint_grid(painter: QPainter, tile: QRectF) -> None:
    side = tile.width()
    painter.setPen(QPen(theme.current().color("border"), 0.7))
    for step in range(1, 7):
        x, y = tile.left() + step * side / 7, tile.top() + step * side / 7
        painter.drawLine(QPointF(x, tile.top() + 1), QPointF(x, tile.bottom() - 1))
        painter.drawLine(QPointF(tile.left() + 1, y), QPointF(tile.right() - 1, y))


def _paint_stroke(painter: QPainter, tile: QRectF) -> None:
    side = tile.width()
    stroke = QPainterPath(tile.topLeft() + QPointF(0.33, 0.3) * side)
    for corners in (((0.4, 0.14), (0.72, 0.18), (0.66, 0.4)), ((0.6, 0.58), (0.42, 0.66), (0.32, 0.8))):
        stroke.cubicTo(*(tile.topLeft() + QPointF(x, y) * side for x, y in corners))
    stroke.lineTo(tile.topLeft() + QPointF(0.72, 0.8) * side)
    pen = QPen(theme.current().color("text"), max(2.0, side / 12))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(stroke)
