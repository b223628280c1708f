"""Small maps over the tokens of an image, in each of which a token is pointed at, chosen and framed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QWidget

from gui.look import theme
from gui.look.words import labelled
from gui.widgets.images import colours
from gui.widgets.images.pictures import as_image
from gui.widgets.painted import Painted
from gui.widgets.token_words import token_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent

    from engine.insight.attention import Attention
    from gui.stations.understand.scene import Scene

GAP = 10.0  # between the maps, pixels
LONGEST = 3.0  # times its other side a map is at most; a longer image is squeezed
VEIL = 110  # how thick the drawing lies over a map, of 255
BY = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class TokenMap:
    """A map and its place.

    Attributes:
        titles: What is written above it, the longest first; the first that has room is taken.
        help_text: What it shows, in a sentence.
        place: Where it is.
        values: What it shows of each token, ``(tokens,)``; None for the image itself.
        words: A value as a tooltip says it.
        scale: What gets the full colour; None for the largest there is.
        follows: Whether it is about the chosen token.
        head: Place of the layer, and of the head, whose map it is; None for another.
        room: Pixels for its title, where that is more than it is wide.
    """

    titles: tuple[str, ...]
    help_text: str
    place: QRectF
    values: NDArray[np.float32] | None = None
    words: Callable[[float], str] = str
    scale: float | None = None
    follows: bool = True
    head: tuple[int, int] | None = None
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """What is pointed at: a token, and the head in whose map that is, or None."""

    token: int
    head: tuple[int, int] | None


class TokenMaps(Painted):
    """A picture of maps; which and where is said by those made from it.

    Signals:
        pointed: The mouse lies on another ``spot``, or on none.
        chosen: A spot was clicked (``Spot``).
        token_moved: Keys went to another token (counted from 0).
        head_moved: Keys went to another head: how many layers and heads on (int, int).
    """

    pointed = Signal()
    chosen = Signal(object)
    token_moved = Signal(int)
    head_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._seen: Attention | None = None
        self._token = 0
        self._head: tuple[int, int] | None = None
        self.spot: Spot | None = None  # under the mouse
        self._maps: list[TokenMap] | None = None  # as they lie now
        self._images: dict[int, QImage] = {}
        self._ink: QImage | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_attention(self, scene: Scene, seen: Attention) -> None:
        """Show how another image is looked at, or by other weights."""
        self._scene, self._seen = scene, seen
        self._token = min(self._token, seen.count - 1)
        self.forget_colours()
        self.updateGeometry()
        self.update()

    def set_place(self, token: int, head: tuple[int, int]) -> None:
        """Show what another token takes, and mark a head by the place of its layer and its own."""
        self._token, self._head = token, head
        self._maps, self._images = None, {}
        self.update()

    def maps(self) -> list[TokenMap]:
        """Return all maps as they lie now."""
        if self._maps is None:
            self._maps = [] if self._seen is None else self.lay_out_maps(self._seen)
        return self._maps

    def lay_out_maps(self, seen: Attention) -> list[TokenMap]:
        """Make all maps for the room there is now."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._maps = None

    def changeEvent(self, event: QEvent) -> None:
        self._maps = None  # in another language, or other letters
        super().changeEvent(event)

    # Where things are

    def line(self) -> float:
        """Return the height of a title."""
        return self.fontMetrics().height() + 2.0

    def shape(self) -> tuple[float, float]:
        """Return width and height of a map whose longer side is 1."""
        if self._scene is None:
            return 1.0, 1.0
        _, height, width = self._scene.image_shape
        longer = max(height, width)
        return max(width / longer, 1 / LONGEST), max(height / longer, 1 / LONGEST)

    # Painting

    def forget_colours(self) -> None:
        self._maps, self._images, self._ink = None, {}, None

    def paint(self, painter: QPainter) -> None:
        scene, seen = self._scene, self._seen
        if scene is None or scene.image is None or seen is None:
            return
        if self._ink is None:
            self._ink = ink_of(scene.image)
        for number, item in enumerate(self.maps()):
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, item.values is None)
            if item.values is None:
                painter.drawImage(item.place, as_image(scene.image))
            else:
                if number not in self._images:
                    self._images[number] = self._image(item, seen)
                painter.drawImage(item.place, self._images[number])
                if seen.has_places:
                    painter.drawImage(item.place, self._ink)
            self._paint_frames(painter, item)
            self._paint_title(painter, item)
            if item.follows and (seen.has_places or item.values is not None):
                self._paint_token(painter, item.place)

    def _image(self, item: TokenMap, seen: Attention) -> QImage:
        assert item.values is not None
        largest = float(np.abs(item.values).max(initial=0.0)) if item.scale is None else item.scale
        return colours.diverging(seen.on_image(item.values), largest)

    def _paint_title(self, painter: QPainter, item: TokenMap) -> None:
        place, font = item.place, self.font()
        font.setBold(item.head is not None and item.head == self._head)
        painter.setFont(font)
        metrics, room = painter.fontMetrics(), int(max(place.width() + GAP, item.room) - 3)
        fitting = (text for text in item.titles if metrics.horizontalAdvance(text) <= room)
        words = next(fitting, None) or metrics.elidedText(item.titles[-1], Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.current().color("text" if font.bold() else "text_muted"))
        above = QRectF(place.left(), place.top() - self.line() - 1, room + 3, self.line())
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(self.font())

    def _paint_frames(self, painter: QPainter, item: TokenMap) -> None:
        look = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawRect(item.place)
        if item.head is not None and item.head == self._head:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRect(item.place.adjusted(-2, -2, 2, 2))

    def _paint_token(self, painter: QPainter, place: QRectF) -> None:
        """Frame the chosen token, so that it is seen on every colour; thicker where keys go to another."""
        look, width = theme.current(), 3.0 if self.hasFocus() else 2.0
        inside = self.token_in(place)
        painter.setPen(QPen(look.color("surface"), width + 2))
        painter.drawRect(inside)
        painter.setPen(QPen(look.color("accent" if self.hasFocus() else "text"), width))
        painter.drawRect(inside)

    def token_in(self, place: QRectF) -> QRectF:
        """Return where the chosen token lies in a map."""
        seen = self._seen
        assert seen is not None
        row, column, rows, columns = seen.area_of(self._token)
        pixels_down, pixels_across = seen.size
        height, width = place.height() / pixels_down, place.width() / pixels_across
        return QRectF(
            place.left() + column * width, place.top() + row * height, columns * width, rows * height
        )

    # Pointing

    def _item_at(self, point: QPointF) -> TokenMap | None:
        return next((item for item in self.maps() if item.place.contains(point)), None)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what lies under a point, or None."""
        seen, item = self._seen, self._item_at(point)
        if seen is None or item is None or (item.values is None and not seen.has_places):
            return None
        height, width = seen.size
        row = min(int((point.y() - item.place.top()) / item.place.height() * height), height - 1)
        column = min(int((point.x() - item.place.left()) / item.place.width() * width), width - 1)
        return Spot(seen.token_at(row, column), item.head)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, spot: Spot | None) -> None:
        if spot != self.spot:
            self.spot = spot
            self.pointed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None:
            self.chosen.emit(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from token to token, with Ctrl from head to head."""
        seen, by = self._seen, BY.get(Qt.Key(event.key()))
        if seen is None or by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.head_moved.emit(*by)
        else:
            row, column = divmod(self._token, seen.grid[1])
            row = min(max(row + by[0], 0), seen.grid[0] - 1)
            column = min(max(column + by[1], 0), seen.grid[1] - 1)
            self.token_moved.emit(row * seen.grid[1] + column)

    def tip_at(self, point: QPoint) -> str:
        item, spot, seen = self._item_at(QPointF(point)), self.spot_at(QPointF(point)), self._seen
        if item is None or seen is None:
            return ""
        if item.values is None or spot is None:
            return item.help_text
        value = float(item.values[spot.token])
        return "\n".join((item.help_text, labelled(token_words(seen, spot.token), item.words(value))))


def ink_of(image: NDArray[np.uint8]) -> QImage:
    """Return what stands out from the ground of an image, ``(H, W)`` or ``(H, W, C)``, as a veil to lie over a map."""
    grey = image.astype(np.float32)
    grey = grey if grey.ndim == 2 else grey.mean(axis=2)
    apart = np.abs(grey - np.median(grey))
    alpha = np.rint(VEIL * apart / max(float(apart.max(initial=0.0)), 1.0)).astype(np.uint32)
    color = theme.current().color("text").rgb() & 0x00FFFFFF
    pixels = np.ascontiguousarray((alpha << 24) | np.uint32(color))
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()
