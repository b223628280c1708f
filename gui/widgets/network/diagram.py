"""A live picture of the network: the image, the hidden layers, the classes, and what lies between them."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.config import NetworkConfig
from engine.layers import Picture, units_of
from engine.models.size import layer_shapes
from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import joined, percent_of, plain_number, sentence, translate_engine
from gui.widgets.network import feature_maps
from gui.widgets.network import painting as network_painting
from gui.widgets.network import words as network_words
from gui.widgets.network.layout import LEAST_COLUMN, Column, columns
from gui.widgets.network.values import NetworkValues, check_activations, check_weights, unit_indices
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent

MOST_BYTES = 2**62  # that Qt can tell
TILE = 58  # largest side of the picture of the image
MARGIN = 10.0
LEAST_PICTURE = 56  # pixels in height, of the circles


class NetworkDiagram(Painted):
    """Columns of circles from the image to the classes; pointing at one tells its arithmetic.

    Given the values of a moment, links take on the colour and strength of their weights and circles those of their
    activations.

    Attributes:
        paint_seconds: What painting it took the last time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkView")
        self._network = NetworkConfig()
        self._image_shape: tuple[int, ...] = (1, 28, 28)
        self._classes: tuple[str, ...] = tuple(str(digit) for digit in range(10))
        self._size: tuple[int, int] | None = None  # parameters, and bytes for training them
        self._summary = ""
        self._values = NetworkValues()
        self._hovered = -1
        self.paint_seconds = 0.0
        self._columns: tuple[Column, ...] = ()
        self._shapes = layer_shapes(self._network, self._image_shape)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        said(self.setAccessibleName, lambda: self.tr("Network"))
        self._describe()

    def set_network(self, network: NetworkConfig, image_shape: Sequence[int], classes: Sequence[str]) -> None:
        """Show a network, without weights and activations where it is another one.

        Args:
            network: Its description.
            image_shape: Channels, height, width of the images.
            classes: Names of the classes.

        Raises:
            ModelError: If a layer cannot take what comes before it.
        """
        shapes = layer_shapes(network, tuple(image_shape))
        if (shapes, len(classes), tuple(image_shape)) != (
            self._shapes,
            len(self._classes),
            self._image_shape,
        ):
            self._values = NetworkValues()
        self._network, self._shapes = network, shapes
        self._image_shape, self._classes = tuple(image_shape), tuple(classes)
        self._hovered = -1
        self._describe()
        self.update()

    def set_summary(self, parameters: int, size: int) -> None:
        """Say under the picture how large the network is.

        Args:
            parameters: How many numbers are trained.
            size: Memory for training it, bytes.
        """
        self._size = parameters, size
        self._describe()
        self.update()

    def set_weights(self, weights: Sequence[NDArray[np.float32] | None] | None) -> None:
        """Show the weights of a moment: blue above 0 and orange below, stronger for larger ones of a layer.

        Args:
            weights: What ``engine.inference.diagram_values.weights_between`` gives for this network; None for
                bare links.

        Raises:
            ValueError: If they are those of another network.
        """
        if weights is not None:
            pictures = [layer.picture for layer in self._network.hidden]
            check_weights(weights, list(zip(pictures, self._sizes(), strict=True)), len(self._classes))
        elif self._values.weights is None:
            return
        self._values = replace(self._values, weights=None if weights is None else tuple(weights))
        self.update()

    def set_activations(
        self, activations: Sequence[NDArray[np.float32]] | None, image: NDArray[np.uint8] | None = None
    ) -> None:
        """Show what the network makes of an image.

        Args:
            activations: One number a unit or channel of each hidden layer, and last the probabilities, as
                ``engine.inference.diagram_values.unit_means`` gives them; None for bare circles.
            image: That image, ``(H, W)`` or ``(H, W, 3)`` uint8, or None for the drawing of one.

        Raises:
            ValueError: If they are those of another network.
        """
        if activations is not None:
            check_activations(activations, (*self._sizes(), len(self._classes)))
        elif self._values.activations is None and image is self._values.image:
            return
        found = None if activations is None else tuple(activations)
        self._values = replace(self._values, activations=found, image=image)
        self.update()

    def summary(self) -> str:
        """Return the words under the picture."""
        return self._summary

    def sizeHint(self) -> QSize:
        return QSize(400, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260, share=0.5), round(self._foot_height() + MARGIN) + LEAST_PICTURE)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns as they stand at the widget's size."""
        names = self._name_width()
        top, bottom = MARGIN, self.height() - self._foot_height()
        half = QFontMetricsF(self._small_font()).horizontalAdvance(self.tr("classes")) / 2 + 4
        left = max(MARGIN + self._tile_side() / 2, half)
        right = self.width() - max(MARGIN + names + 8, half)
        maps = [place for place, layer in enumerate(self._network.hidden) if layer.picture is Picture.MAPS]
        return columns(self._sizes(), len(self._classes), left, right, top, bottom, maps)

    def _sizes(self) -> list[int]:
        """Return how many units, or channels, each hidden layer has."""
        return [units_of(shape) for shape in self._shapes]

    def column_at(self, x: float) -> int:
        """Return which column is nearest to ``x``, or -1 with none near."""
        near = [(abs(column.x - x), index) for index, column in enumerate(self.columns())]
        distance, index = min(near)
        return index if distance <= 30 else -1

    def explanation(self, column: Column) -> str:
        """Return what a column computes, in a few lines."""
        words = network_words.explanation(column, self._network, self._image_shape)
        return f"{words}\n{network_words.legend()}" if self._values.weights is not None else words

    def _describe(self) -> None:
        if self._size is not None:
            locale, (parameters, size) = QLocale(), self._size
            memory = locale.formattedDataSize(
                min(size, MOST_BYTES), 1, QLocale.DataSizeFormat.DataSizeSIFormat
            )
            self._summary = self.tr("{parameters} parameters · {memory} of memory").format(
                parameters=locale.toString(parameters), memory=memory
            )
        words = network_words.description(self._network, self._image_shape, len(self._classes))
        self.setAccessibleDescription(joined((sentence(words), self._summary)))

    # Measures

    def _small_font(self) -> QFont:
        return theme.tabular_font(self.font(), scale=0.85)

    def _line_height(self) -> float:
        return QFontMetricsF(self._small_font()).height()

    def _foot_height(self) -> float:
        lines = 2 + any(layer.dropped for layer in self._network.hidden)
        return lines * self._line_height() + 6 + QFontMetricsF(self.font()).height() + 8

    def _tile_side(self) -> float:
        return max(
            20.0, min(float(px(TILE)), self.width() * 0.16, self.height() - self._foot_height() - MARGIN)
        )

    def _name_width(self) -> float:
        metrics = QFontMetricsF(self._small_font())
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
        return min(widest, 0.2 * self.width())

    # Painting

    def paint(self, painter: QPainter) -> None:
        started = time.perf_counter()
        self._columns = self.columns()
        for index in range(len(self._columns) - 1):
            self._paint_links(painter, self._columns[index], self._columns[index + 1], index)
        for index, column in enumerate(self._columns):
            self._paint_column(painter, column, is_hovered=index == self._hovered)
        self._paint_summary(painter)
        self.paint_seconds = time.perf_counter() - started

    def _paint_links(self, painter: QPainter, before: Column, after: Column, index: int) -> None:
        is_hovered = index + 1 == self._hovered
        starts, ends = self._ends(before, side=1), self._ends(after, side=-1)
        weights = self._values.links(before, after)
        if weights is not None:
            network_painting.paint_weights(painter, starts, ends, weights, is_hovered=is_hovered)
        else:
            is_dotted = "gap" in (before.kind, after.kind)
            network_painting.paint_links(painter, starts, ends, is_hovered=is_hovered, dotted=is_dotted)

    def _ends(self, column: Column, *, side: int) -> list[QPointF]:
        if column.kind == "input":
            half = self._tile_side() / 2
            middle = self._middle()
            return [
                QPointF(column.x + half, middle + half * place) for place in (-0.9, -0.45, 0.0, 0.45, 0.9)
            ]
        if column.kind == "gap":
            return [QPointF(column.x + 12 * side, self._middle())]
        if column.kind == "maps":
            return feature_maps.ends(self._stack_of(column), side=side)
        return [QPointF(column.x, y) for y in column.ys]

    def _stack_of(self, column: Column) -> list[QRectF]:
        """Return the squares of a layer of images."""
        middle = QPointF(column.x, self._middle())
        tile, image_side = self._tile_side(), self._image_shape[-2]
        return feature_maps.squares(self._shapes[column.index], image_side, tile, middle, LEAST_COLUMN - 4)

    def _middle(self) -> float:
        return (MARGIN + self.height() - self._foot_height()) / 2

    def _paint_column(self, painter: QPainter, column: Column, *, is_hovered: bool) -> None:
        look = theme.current()
        if column.kind == "input":
            side = self._tile_side()
            tile = _box(column.x, self._middle(), side, side)
            network_painting.paint_image(painter, tile, self._values.image, is_hovered=is_hovered)
            self._paint_words(
                painter,
                column,
                [QLocale().toString(math.prod(self._image_shape)), self.tr("pixels")],
                is_hovered,
            )
        elif column.kind == "gap":
            painter.setPen(look.color("text_muted"))
            painter.setFont(self.font())
            painter.drawText(
                _box(column.x, self._middle(), px(24), px(20)), Qt.AlignmentFlag.AlignCenter, "…"
            )
            self._paint_words(painter, column, [f"+{column.count}", self.tr("layers")], is_hovered)
        elif column.kind == "output":
            self._paint_output(painter, column, is_hovered=is_hovered)
        else:
            layer = self._network.hidden[column.index]
            if column.kind == "maps":
                stack = self._stack_of(column)
                fills = self._values.fills(column, len(stack))
                feature_maps.paint(painter, stack, layer, fills, is_hovered=is_hovered)
            else:
                off, fills = round(layer.dropped * len(column.ys)), self._values.fills(column, len(column.ys))
                network_painting.paint_circles(painter, column, off, fills, is_hovered=is_hovered)
            caption = translate_engine(layer.caption([self._image_shape, *self._shapes][column.index]))
            words = [QLocale().toString(column.count), caption]
            if layer.dropped:
                words.append("− " + percent_of(plain_number(100 * layer.dropped)))
            self._paint_words(painter, column, words, is_hovered)

    def _paint_output(self, painter: QPainter, column: Column, *, is_hovered: bool) -> None:
        look = theme.current()
        small = self._small_font()
        shown = len(column.ys)
        indices = unit_indices(shown, column.count).tolist()
        shares = self._values.fills(column, shown)
        pitch = column.ys[1] - column.ys[0] if shown > 1 else self._line_height()
        if pitch < self._line_height():
            small.setPointSizeF(max(5.5, small.pointSizeF() * pitch / self._line_height()))
        metrics = QFontMetricsF(small)
        width = self._name_width() + 2
        for place, (index, y) in enumerate(zip(indices, column.ys, strict=True)):
            color = look.class_color(index)
            edge = look.color("text" if is_hovered else "surface")
            if shares is not None:
                edge = look.color("text") if is_hovered else color
                color = network_painting.mixed(look.color("surface"), color, float(shares[place]))
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(color)
            painter.drawEllipse(QPointF(column.x, y), column.radius, column.radius)
            painter.setPen(look.color("text"))
            painter.setFont(small)
            high = metrics.height()
            box = QRectF(column.x + 8, y - high / 2, width + 6, high)
            name = metrics.elidedText(self._classes[index], Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        network_painting.paint_dots(painter, column)
        words = [QLocale().toString(column.count), self.tr("classes")]
        self._paint_words(painter, column, words, is_hovered)

    def _paint_words(self, painter: QPainter, column: Column, words: list[str], is_hovered: bool) -> None:
        look = theme.current()
        font = self._small_font()
        height = self._line_height()
        top = self.height() - self._foot_height() + 6
        gaps = [abs(other.x - column.x) for other in self._columns if other is not column]
        width = max(30.0, min(px(90.0), 2 * column.x, 2 * (self.width() - column.x), *gaps) - 2)
        left = min(max(0.0, column.x - width / 2), self.width() - width)
        for line, text in enumerate(words):
            font.setBold(line == 0)
            painter.setFont(font)
            painter.setPen(
                look.color("accent" if is_hovered and line == 0 else "text" if line == 0 else "text_muted")
            )
            fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                QRectF(left, top + line * height, width, height), Qt.AlignmentFlag.AlignCenter, fitting
            )

    def _paint_summary(self, painter: QPainter) -> None:
        painter.setFont(theme.tabular_font(self.font()))
        painter.setPen(theme.current().color("text_muted"))
        height = QFontMetricsF(self.font()).height()
        line = QRectF(0, self.height() - height - 2, self.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._summary)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.column_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def tip_at(self, point: QPoint) -> str | None:
        index = self.column_at(point.x())
        return self.explanation(self.columns()[index]) if index >= 0 else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)


def _box(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x - width / 2, y - height / 2, width, height)


if __name__ == "__main__":
    from engine.config import ConvLayer, DenseLayer
    from gui.widgets.demo import show

    def demo() -> NetworkDiagram:
        """Make a network of two convolutions and two dense layers."""
        diagram = NetworkDiagram()
        layers = (ConvLayer(), ConvLayer(channels=64, dropout=0.3), DenseLayer(size=256), DenseLayer(size=8))
        diagram.set_network(NetworkConfig(hidden=layers), (1, 28, 28), [str(digit) for digit in range(10)])
        diagram.set_summary(535_818, 6_430_000)
        return diagram

    show(demo)
