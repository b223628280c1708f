"""The sheet on the screen: where it lies, the drawing on it, and the words on a blank one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPainterPath, QPalette, QPen, QPixmap

from gui.pad.drawing import Drawing, paint, paint_stroke
from gui.pad.strokes import SIDE

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from gui.pad.strokes import Stroke

ROUNDING = 6.0
INSIDE = (3.0, 3.0, -3.0, -3.0)
"""What lies so far within the edge has no line over it; the rounding of corners takes less than 2 pixels."""
ROWS = 9
"""So many rows of the words on blank paper have their room on it."""


def area_in(size: QSize) -> QRectF:
    """Return the square of the sheet in a widget."""
    side = min(size.width(), size.height())
    return QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)


def on_pad(position: QPointF, area: QRectF) -> tuple[float, float]:
    """Return a position of the widget in pad pixels."""
    scale = SIDE / max(area.width(), 1.0)
    return (position.x() - area.x()) * scale, (position.y() - area.y()) * scale


def on_screen(part: QRectF, area: QRectF) -> QRect:
    """Return the pixels of the widget that show a part of the pad, with a margin for soft edges."""
    scale = area.width() / SIDE
    place = QRectF(part.topLeft() * scale + area.topLeft(), part.size() * scale)
    return place.adjusted(-2, -2, 2, 2).toAlignedRect()


class Paper:
    """Paints a sheet; the finished strokes are painted once for each change."""

    def __init__(self) -> None:
        self._layer: tuple[object, QPixmap] | None = None

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        finished: Drawing,
        under_way: tuple[Stroke, ...],
        *,
        palette: QPalette,
        marked: bool,
        part: QRect | None = None,
    ) -> QRectF:
        """Paint the sheet.

        Args:
            painter: Where to.
            area: The square of the sheet.
            finished: The drawing but for the stroke under way.
            under_way: The stroke under way.
            palette: The widget's colours.
            marked: Whether the edge shows that keys or a drop go here.
            part: The pixels that are painted alone; away from the edge they take far less time. None for all.

        Returns:
            The area within the edge.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = area.adjusted(0.75, 0.75, -0.75, -0.75)
        sheet = QPainterPath()
        sheet.addRoundedRect(frame, ROUNDING, ROUNDING)
        ink, base = (palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base))
        is_inside = part is not None and frame.adjusted(*INSIDE).contains(QRectF(part))
        if is_inside:
            assert part is not None, "it lies inside"
            # The part is all that is seen of it; its own edge would lie amid pixels where a screen has 1.25 for each.
            painter.fillRect(part.adjusted(-1, -1, 1, 1), base)
        else:
            painter.fillPath(sheet, base)
        if under_way or not finished.is_empty:
            painter.save()
            if not is_inside:
                painter.setClipPath(sheet)
            painter.drawPixmap(
                area.topLeft(), self._painted(finished, area, painter.device().devicePixelRatioF(), ink)
            )
            painter.translate(area.topLeft())
            painter.scale(area.width() / SIDE, area.height() / SIDE)
            for stroke in under_way:
                paint_stroke(painter, stroke, finished.picture.ink if finished.picture is not None else ink)
            painter.restore()
        if is_inside:
            return frame
        edge = QPalette.ColorRole.Highlight if marked else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(edge), 1.5 if marked else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, ROUNDING, ROUNDING)
        return frame

    def _painted(self, drawing: Drawing, area: QRectF, ratio: float, ink: QColor) -> QPixmap:
        key = (drawing, area.width(), ratio, ink.rgba())
        if self._layer is None or self._layer[0] != key:
            pixmap = QPixmap((area.size() * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.scale(area.width() / SIDE, area.height() / SIDE)
            paint(painter, drawing, ink)
            painter.end()
            self._layer = (key, pixmap)
        return self._layer[1]


def paint_words(painter: QPainter, frame: QRectF, words: str, font: QFont, palette: QPalette) -> None:
    """Write faint words in the middle of a blank sheet: in its scale, yet no smaller than ``font`` where they fit."""
    color = palette.color(QPalette.ColorRole.PlaceholderText)
    color.setAlpha(200)
    painter.setPen(color)
    font = QFont(font)
    usual = min(QFontInfo(font).pixelSize(), round(frame.height() / ROWS))
    font.setPixelSize(max(11, round(frame.height() / 18), usual))
    painter.setFont(font)
    margin = frame.width() / 12
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(frame.adjusted(margin, margin, -margin, -margin), int(flags), words)
