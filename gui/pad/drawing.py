"""A drawing: strokes, and perhaps an image under them; how it is painted and how images come in and go out."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from engine.errors import DataError
from engine.records import dataclass
from engine.words import Phrase
from gui.pad.strokes import SIDE, Stroke

if TYPE_CHECKING:
    from numpy.typing import NDArray

LARGEST = 1024
"""Images are brought to this many pixels a side at most; the network sees 28."""
DISCS = 1.0
"""Distance in radii of the discs along a stroke of changing width."""
STRAIGHT = 0.97  # cos 14°
"""Where the way turns further than this from one point to the next, a disc rounds the turn."""
WHITE, BLACK = QColor(255, 255, 255), QColor(0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An image that lies on the pad.

    Attributes:
        image: The image, at most ``LARGEST`` pixels a side.
        paper: The colour of its paper, which the eraser leaves behind.
        ink: The colour that the pen takes on it.
        wipes: What was erased of it.
    """

    image: QImage
    paper: QColor
    ink: QColor
    wipes: tuple[Stroke, ...] = ()

    @classmethod
    def of(cls, image: QImage) -> Picture:
        """Make an image fit for the pad.

        Raises:
            DataError: If there is nothing in it.
        """
        if image.isNull() or not image.width() or not image.height():
            raise _not_shown(Phrase("There is nothing in it."))
        if max(image.width(), image.height()) > LARGEST:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            if image.isNull():  # so thin that its shorter side vanished
                raise _not_shown(Phrase("One of its sides is far longer than the other."))
        image = image.convertToFormat(QImage.Format.Format_RGBA8888)
        image.setDevicePixelRatio(1.0)
        paper = _paper_of(array_of(image))
        ink = BLACK if paper.lightnessF() > 0.5 else WHITE
        return cls(image, paper, ink)

    @property
    def place(self) -> QRectF:
        """Where the image lies on the pad, in pad pixels."""
        scale = SIDE / max(self.image.width(), self.image.height())
        width, height = self.image.width() * scale, self.image.height() * scale
        return QRectF((SIDE - width) / 2, (SIDE - height) / 2, width, height)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """What is on the pad at one moment; each change makes a new one.

    Attributes:
        strokes: The strokes in the order in which they were drawn.
        picture: The image under them, or None.
    """

    strokes: tuple[Stroke, ...] = field(default=())
    picture: Picture | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the pad is blank."""
        return not self.strokes and self.picture is None

    def pixels(self) -> NDArray[np.uint8] | None:
        """Return the image with what was drawn on it, ``(H, W, 4)`` uint8; None if there is only ink."""
        if self.picture is None:
            return None
        if not self.strokes and not self.picture.wipes:
            return array_of(self.picture.image)
        return array_of(self.render(2 * int(SIDE), BLACK, WHITE))

    def scene(self) -> NDArray[np.uint8]:
        """Return all that is on the pad in its colours, ``(H, W, 4)`` uint8: an image without the paper beside it."""
        picture = self.picture
        if picture is None:
            return array_of(self.render(2 * int(SIDE), BLACK, WHITE))
        if not self.strokes and not picture.wipes:
            return array_of(picture.image)
        side = 2 * int(SIDE)
        place = picture.place
        part = QRect(*(round(2 * edge) for edge in (place.x(), place.y(), place.width(), place.height())))
        whole = QRect(0, 0, side, side)
        part.setSize(part.size().expandedTo(QSize(1, 1)))
        return array_of(self.render(side, BLACK, WHITE).copy(part.intersected(whole)))

    def render(self, side: int, ink: QColor, paper: QColor) -> QImage:
        """Paint the drawing on an image of ``side`` pixels.

        Args:
            side: Width and height in pixels.
            ink: Colour of the pen where there is no image under it.
            paper: Colour of the paper.
        """
        result = QImage(side, side, QImage.Format.Format_RGB32)
        result.fill(paper)
        painter = QPainter(result)
        painter.scale(side / SIDE, side / SIDE)
        paint(painter, self, ink)
        painter.end()
        return result


def paint(painter: QPainter, drawing: Drawing, ink: QColor) -> None:
    """Paint a drawing in pad pixels.

    Args:
        painter: Where to; its coordinates are pad pixels.
        drawing: What to paint.
        ink: Colour of the pen where there is no image under it.
    """
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    picture = drawing.picture
    if picture is not None:
        painter.fillRect(QRectF(0, 0, SIDE, SIDE), picture.paper)
        painter.drawImage(picture.place, picture.image)
        for wipe in picture.wipes:
            paint_stroke(painter, wipe, picture.paper)
        ink = picture.ink
    for stroke in drawing.strokes:
        paint_stroke(painter, stroke, ink)


def paint_stroke(painter: QPainter, stroke: Stroke, color: QColor) -> None:
    """Paint one stroke with a round pen."""
    points = stroke.points
    if len(points) == 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(*points[0].tolist()), stroke.width / 2, stroke.width / 2)
        return
    if stroke.widths is not None:
        painter.fillPath(_outline(points, stroke.widths / 2), color)
        return
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.strokePath(path, QPen(color, stroke.width, Qt.PenStyle.SolidLine, cap, join))


def _outline(points: NDArray[np.float64], radius: NDArray[np.float64]) -> QPainterPath:
    """Return what a round pen covers whose radius ``(N,)`` changes along ``(N, 2)``: a band, with discs for turns."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    way = np.diff(points, axis=0)
    length = np.hypot(way[:, 0], way[:, 1])
    across = np.stack([way[:, 1], -way[:, 0]], axis=1) / length[:, None]
    # At each point the band is as wide across the way before it as across the way after it: two points a side.
    middle, out = np.repeat(points, 2, axis=0)[1:-1], np.repeat(across, 2, axis=0)
    out = out * np.repeat(radius, 2)[1:-1, None]
    band = np.concatenate([middle + out, (middle - out)[::-1]])
    # Turning as discs do, or what both cover would be taken away.
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in band.tolist()]))
    path.closeSubpath()
    gone = np.append(0.0, np.cumsum(length / np.minimum(radius[1:], radius[:-1]).clip(1.0)))
    some = np.unique(np.append(np.searchsorted(gone, np.arange(0.0, gone[-1], DISCS)), len(points) - 1))
    turns = np.flatnonzero((across[1:] * across[:-1]).sum(axis=1) < STRAIGHT) + 1
    swells = np.flatnonzero(np.abs(np.diff(radius)) > length / 2)
    for index in np.unique(np.concatenate([some, turns, swells, swells + 1])).tolist():
        half = float(radius[index])
        path.addEllipse(QPointF(*points[index].tolist()), half, half)
    return path


def image_of(array: NDArray[np.uint8]) -> QImage:
    """Return ``(H, W)``, ``(H, W, 2)``, ``(H, W, 3)`` or ``(H, W, 4)`` uint8 as an image of its own memory.

    Raises:
        DataError: If the array has another form.
    """
    if array.ndim == 2:
        array = array[:, :, None]
    if array.ndim != 3 or array.shape[2] not in (1, 2, 3, 4) or array.dtype != np.uint8 or array.size == 0:
        raise DataError(
            "The image cannot be shown.",
            cause="It has the shape {shape} of {dtype}.",
            remedy="Choose or copy another one.",
            shape=array.shape,
            dtype=array.dtype,
        )
    height, width, channels = array.shape
    whole = np.full((height, width, 4), 255, dtype=np.uint8)
    whole[:, :, :3] = array[:, :, :3] if channels >= 3 else array[:, :, :1]
    if channels in (2, 4):
        whole[:, :, 3] = array[:, :, -1]
    return QImage(whole.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def array_of(image: QImage) -> NDArray[np.uint8]:
    """Return an image as ``(H, W, 4)`` uint8: red, green, blue, alpha."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8, count=stride * height).reshape(height, stride)
    return rows[:, : 4 * width].reshape(height, width, 4).copy()


def _paper_of(pixels: NDArray[np.uint8]) -> QColor:
    """Return the colour at the image's edges; behind transparent images, what sets them off."""
    if (pixels[:, :, 3] < 128).any():
        visible = pixels[pixels[:, :, 3] >= 128]
        return WHITE if not len(visible) or visible[:, :3].mean() < 128 else BLACK
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])[:, :3]
    red, green, blue = (int(value) for value in np.median(edge, axis=0))
    return QColor(red, green, blue)


def _not_shown(cause: Phrase) -> DataError:
    return DataError("The image cannot be shown.", cause=cause, remedy="Choose or copy another one.")
