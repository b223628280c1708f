"""The picture of a network that looks around: for a chosen token, what each head takes from where in the image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.words import labelled, percent
from gui.stations.understand import colours
from gui.widgets.network.painting import paint_image
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter

    from engine.insight import Attention
    from gui.stations.understand.scene import Scene

GAP = 10.0  # between the maps, pixels
LEAST_SIDE = 56
MOST_HEADS, MOST_LAYERS = 8, 6  # for which there is room


class AttentionPicture(Painted):
    """A line of maps for each layer, a map for each head; beside them the image, the flow and the positions.

    Signals:
        token_chosen: A token was pointed at (counted from 0).
    """

    token_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._seen: Attention | None = None
        self._token = 0
        self._maps: list[QImage] = []  # as the places behind the image are
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_attention(self, scene: Scene, seen: Attention) -> None:
        """Show how another image is looked at, or by other weights."""
        self._scene, self._seen, self._maps = scene, seen, []
        self.updateGeometry()
        self.update()

    def set_token(self, token: int) -> None:
        """Show what another token takes."""
        self._token, self._maps = token, []
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 420)

    def minimumSizeHint(self) -> QSize:
        rows, columns = self._counts()
        line = int(self._line())
        return QSize(int((columns + 1) * (LEAST_SIDE + GAP)), int(rows * (LEAST_SIDE + line + GAP)))

    # Where things are

    def _line(self) -> float:
        return self.fontMetrics().height() + 2.0

    def _counts(self) -> tuple[int, int]:
        """Return how many lines of maps there are, and how many maps of heads are in the longest."""
        if self._seen is None:
            return 1, 1
        layers = self._seen.layers[:MOST_LAYERS]
        side = 2 if self._seen.alike is None else 3  # image, flow and positions stand below each other
        return max(side, len(layers)), max(min(item.heads, MOST_HEADS) for item in layers)

    def places(self) -> list[tuple[str, QRectF]]:
        """Return the title and the place of each map: the image first, flow and positions, then heads line by line."""
        seen = self._seen
        if seen is None:
            return []
        rows, columns = self._counts()
        line = self._line()
        side = max(
            20.0, min(self.height() / rows - line - GAP, (self.width() - 2 * GAP) / (columns + 1) - GAP)
        )

        def place(row: int, column: int) -> QRectF:
            left = 1 + column * (side + GAP) + (2 * GAP if column else 0)
            return QRectF(left, line + row * (side + line + GAP), side, side)

        found = [(self.tr("Pointed at"), place(0, 0)), (self.tr("To the answer"), place(1, 0))]
        if seen.alike is not None:
            found.append((self.tr("Positions alike"), place(2, 0)))
        for row, item in enumerate(seen.layers[:MOST_LAYERS]):
            for head, entropy in enumerate(item.entropies[:MOST_HEADS]):
                words = self.tr("{layer}.{head}: {share}").format(
                    layer=item.layer.rpartition("_")[2], head=head + 1, share=percent(float(entropy), 0)
                )
                found.append((words, place(row, 1 + head)))
        return found

    def values(self) -> list[NDArray[np.float32]]:
        """Return what the maps behind the image show of each token, ``(tokens,)``, as their places are."""
        seen = self._seen
        if seen is None:
            return []
        heads = [head for item in seen.layers[:MOST_LAYERS] for head in item.of(self._token)[:MOST_HEADS]]
        return [seen.flow, *([] if seen.alike is None else [seen.alike[self._token]]), *heads]

    # Painting

    def forget_colours(self) -> None:
        self._maps = []

    def paint(self, painter: QPainter) -> None:
        scene, seen = self._scene, self._seen
        if scene is None or seen is None:
            return
        if not self._maps:
            for values in self.values():
                largest = float(abs(values).max(initial=0.0))
                self._maps.append(colours.diverging(seen.on_image(values), largest))
        look = theme.current()
        places = self.places()
        paint_image(painter, places[0][1], scene.image, is_hovered=False)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, False)
        for (_, place), picture in zip(places[1:], self._maps, strict=True):
            painter.drawImage(place, picture)
        for number, (title, place) in enumerate(places):
            painter.setPen(look.color("text_muted"))
            above = QRectF(place.left(), place.top() - self._line(), place.width() + GAP, self._line())
            fitting = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(above.width()))
            painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("border_strong"), 1))
            painter.drawRect(place)
            if number != 1:  # the flow is the same whatever is pointed at
                painter.setPen(QPen(look.color("accent"), 2))
                painter.drawRect(self._token_in(place))

    def _token_in(self, place: QRectF) -> QRectF:
        """Return where the chosen token lies in a map."""
        seen, scene = self._seen, self._scene
        assert seen is not None
        assert scene is not None
        row, column, rows, columns = seen.area_of(self._token)
        _, pixels_down, pixels_across = scene.image_shape
        height, width = place.height() / pixels_down, place.width() / pixels_across
        return QRectF(
            place.left() + column * width, place.top() + row * height, columns * width, rows * height
        )

    # Pointing

    def token_at(self, point: QPointF) -> int:
        """Return the token that lies under a point of any map, or -1."""
        seen, scene = self._seen, self._scene
        if seen is None or scene is None:
            return -1
        _, height, width = scene.image_shape
        for _, place in self.places():
            if place.contains(point):
                row = min(int((point.y() - place.top()) / place.height() * height), height - 1)
                column = min(int((point.x() - place.left()) / place.width() * width), width - 1)
                return seen.token_at(row, column)
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        token = self.token_at(event.position())
        if token >= 0 and token != self._token:
            self.token_chosen.emit(token)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from token to token."""
        seen = self._seen
        if seen is None:
            super().keyPressEvent(event)
            return
        row, column = divmod(self._token, seen.grid[1])
        by = {
            Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
        }.get(Qt.Key(event.key()))  # fmt: skip
        if by is None:
            super().keyPressEvent(event)
            return
        row = min(max(row + by[0], 0), seen.grid[0] - 1)
        column = min(max(column + by[1], 0), seen.grid[1] - 1)
        self.token_chosen.emit(row * seen.grid[1] + column)

    def tip_at(self, point: QPoint) -> str:
        token = self.token_at(QPointF(point))
        found = zip(self.places()[1:], self.values(), strict=True)
        inside = next((item for item in found if item[0][1].contains(QPointF(point))), None)
        if token < 0 or inside is None:
            return ""
        (title, _), values = inside
        return labelled(title, percent(float(values[token])))
