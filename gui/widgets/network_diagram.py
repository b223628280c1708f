"""A live picture of the network: the image, the hidden layers, the classes, and what lies between them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QLocale, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.config import NetworkConfig
from engine.models.size import layer_shapes
from gui import theme
from gui.widgets import feature_maps, network_words
from gui.widgets.network_layout import LEAST_COLUMN, Column, columns
from gui.widgets.words import choice_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from engine.config import DenseLayer

TILE = 58.0  # largest side of the picture of the image
MARGIN = 10.0


class NetworkDiagram(QWidget):
    """Columns of circles from the image to the classes; pointing at one tells its arithmetic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkView")
        self._network = NetworkConfig()
        self._image_shape: tuple[int, ...] = (1, 28, 28)
        self._classes: tuple[str, ...] = tuple(str(digit) for digit in range(10))
        self._summary = ""
        self._hovered = -1
        self._columns: tuple[Column, ...] = ()
        self._shapes = layer_shapes(self._network, self._image_shape)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Network"))
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        self._describe()

    def set_network(self, network: NetworkConfig, image_shape: Sequence[int], classes: Sequence[str]) -> None:
        """Show a network.

        Args:
            network: Its description.
            image_shape: Channels, height, width of the images.
            classes: Names of the classes.

        Raises:
            ModelError: If a layer cannot take what comes before it.
        """
        self._network = network
        self._image_shape, self._classes = tuple(image_shape), tuple(classes)
        self._shapes = layer_shapes(network, self._image_shape)
        self._hovered = -1
        self._describe()
        self.update()

    def set_summary(self, parameters: int, size: int) -> None:
        """Say under the picture how large the network is.

        Args:
            parameters: How many numbers are trained.
            size: Memory for training it, bytes.
        """
        locale = QLocale()
        self._summary = self.tr("{parameters} parameters · {memory} of memory").format(
            parameters=locale.toString(parameters),
            memory=locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat),
        )
        self._describe()
        self.update()

    def summary(self) -> str:
        """Return the words under the picture."""
        return self._summary

    def sizeHint(self) -> QSize:
        return QSize(400, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 120)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns as they stand at the widget's size."""
        names = self._name_width()
        top, bottom = MARGIN, self.height() - self._foot_height()
        left = MARGIN + self._tile_side() / 2
        right = self.width() - MARGIN - names - 8
        convolutions = sum(layer.kind == "conv" for layer in self._network.hidden)
        return columns(
            self._network.sizes, len(self._classes), left, right, top, bottom, convolutions=convolutions
        )

    def column_at(self, x: float) -> int:
        """Return which column is nearest to ``x``, or -1 with none near."""
        near = [(abs(column.x - x), index) for index, column in enumerate(self.columns())]
        distance, index = min(near)
        return index if distance <= 30 else -1

    def explanation(self, column: Column) -> str:
        """Return what a column computes, in a few lines of HTML."""
        return network_words.explanation(column, self._network, self._image_shape)

    def _describe(self) -> None:
        words = network_words.description(self._network, self._image_shape, len(self._classes))
        self.setAccessibleDescription(f"{words}. {self._summary}" if self._summary else words)

    # Measures

    def _small_font(self) -> QFont:
        return theme.tabular_font(self.font(), scale=0.85)

    def _line_height(self) -> float:
        return QFontMetricsF(self._small_font()).height()

    def _foot_height(self) -> float:
        lines = 2 + any(layer.dropout for layer in self._network.hidden)
        return lines * self._line_height() + 6 + QFontMetricsF(self.font()).height() + 8

    def _tile_side(self) -> float:
        return max(20.0, min(TILE, self.width() * 0.16, self.height() - self._foot_height() - MARGIN))

    def _name_width(self) -> float:
        metrics = QFontMetricsF(self._small_font())
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
        return min(widest, 0.2 * self.width())

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._columns = self.columns()
        for index in range(len(self._columns) - 1):
            self._paint_links(painter, self._columns[index], self._columns[index + 1], index)
        for index, column in enumerate(self._columns):
            self._paint_column(painter, column, is_hovered=index == self._hovered)
        self._paint_summary(painter)
        painter.end()

    def _paint_links(self, painter: QPainter, before: Column, after: Column, index: int) -> None:
        look = theme.current()
        is_hovered = index + 1 == self._hovered
        starts = self._ends(before, side=1)
        ends = self._ends(after, side=-1)
        alpha = max(28, min(110, 900 // max(1, len(starts) * len(ends)) + 20))
        color = (
            look.color("accent", min(255, alpha * 2)) if is_hovered else look.color("border_strong", alpha)
        )
        style = Qt.PenStyle.DotLine if "gap" in (before.kind, after.kind) else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, 1.0, style))
        painter.drawLines([QLineF(start, end) for start in starts for end in ends])

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
        """Return the squares of a convolution."""
        middle = QPointF(column.x, self._middle())
        tile, image_side = self._tile_side(), self._image_shape[-2]
        return feature_maps.squares(self._shapes[column.index], image_side, tile, middle, LEAST_COLUMN - 4)

    def _middle(self) -> float:
        return (MARGIN + self.height() - self._foot_height()) / 2

    def _paint_column(self, painter: QPainter, column: Column, *, is_hovered: bool) -> None:
        look = theme.current()
        if column.kind == "input":
            self._paint_tile(painter, column, is_hovered=is_hovered)
            self._paint_words(
                painter,
                column,
                [QLocale().toString(math.prod(self._image_shape)), self.tr("pixels")],
                is_hovered,
            )
        elif column.kind == "gap":
            painter.setPen(look.color("text_muted"))
            painter.setFont(self.font())
            painter.drawText(_box(column.x, self._middle(), 24, 20), Qt.AlignmentFlag.AlignCenter, "…")
            self._paint_words(painter, column, [f"+{column.count}", self.tr("layers")], is_hovered)
        elif column.kind == "output":
            self._paint_output(painter, column, is_hovered=is_hovered)
        else:
            layer = self._network.hidden[column.index]
            words = [QLocale().toString(column.count)]
            if layer.kind == "conv":
                feature_maps.paint(painter, self._stack_of(column), layer, is_hovered=is_hovered)
                words.append(network_words.shape_words(self._shapes[column.index][1:]))
            else:
                self._paint_circles(painter, column, layer, is_hovered=is_hovered)
                words.append(choice_label(layer.activation))
            if layer.dropout:
                words.append("− " + QLocale().toString(100 * layer.dropout, "g", 3) + " %")
            self._paint_words(painter, column, words, is_hovered)

    def _paint_tile(self, painter: QPainter, column: Column, *, is_hovered: bool) -> None:
        """Draw the image: a grid of pixels with the stroke of a digit."""
        look = theme.current()
        side = self._tile_side()
        tile = _box(column.x, self._middle(), side, side)
        painter.setPen(
            QPen(look.color("accent" if is_hovered else "border_strong"), 1.4 if is_hovered else 1.0)
        )
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(tile, 4, 4)
        painter.setPen(QPen(look.color("border"), 0.7))
        for step in range(1, 7):
            x, y = tile.left() + step * side / 7, tile.top() + step * side / 7
            painter.drawLine(QPointF(x, tile.top() + 1), QPointF(x, tile.bottom() - 1))
            painter.drawLine(QPointF(tile.left() + 1, y), QPointF(tile.right() - 1, y))
        stroke = QPainterPath(tile.topLeft() + QPointF(0.33, 0.3) * side)
        stroke.cubicTo(
            *(tile.topLeft() + QPointF(x, y) * side for x, y in ((0.4, 0.14), (0.72, 0.18), (0.66, 0.4)))
        )
        stroke.cubicTo(
            *(tile.topLeft() + QPointF(x, y) * side for x, y in ((0.6, 0.58), (0.42, 0.66), (0.32, 0.8)))
        )
        stroke.lineTo(tile.topLeft() + QPointF(0.72, 0.8) * side)
        pen = QPen(look.color("text"), max(2.0, side / 12), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(stroke)

    def _paint_circles(
        self, painter: QPainter, column: Column, layer: DenseLayer, *, is_hovered: bool
    ) -> None:
        look = theme.current()
        off = round(layer.dropout * len(column.ys))
        for index, y in enumerate(column.ys):
            # Those that dropout switches off, spread over the column.
            is_off = off and (index * off) % len(column.ys) < off
            edge = look.color("text_disabled" if is_off else "accent")
            painter.setPen(
                QPen(
                    edge, 1.6 if is_hovered else 1.1, Qt.PenStyle.DotLine if is_off else Qt.PenStyle.SolidLine
                )
            )
            painter.setBrush(look.color("surface" if is_off else "accent" if is_hovered else "accent_soft"))
            painter.drawEllipse(QPointF(column.x, y), column.radius, column.radius)
        self._paint_dots(painter, column)

    def _paint_output(self, painter: QPainter, column: Column, *, is_hovered: bool) -> None:
        look = theme.current()
        small = self._small_font()
        shown = len(column.ys)
        front = (shown + 1) // 2 if column.is_cut else shown
        indices = [*range(front), *range(column.count - (shown - front), column.count)]
        pitch = column.ys[1] - column.ys[0] if shown > 1 else 20.0
        if pitch < self._line_height():
            small.setPointSizeF(max(5.5, small.pointSizeF() * pitch / self._line_height()))
        metrics = QFontMetricsF(small)
        width = self._name_width() + 2
        for index, y in zip(indices, column.ys, strict=True):
            painter.setPen(QPen(look.color("text" if is_hovered else "surface"), 1.0))
            painter.setBrush(look.class_color(index))
            painter.drawEllipse(QPointF(column.x, y), column.radius, column.radius)
            painter.setPen(look.color("text"))
            painter.setFont(small)
            box = QRectF(column.x + 8, y - 10, width + 6, 20)
            name = metrics.elidedText(self._classes[index], Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_dots(painter, column)
        words = [QLocale().toString(column.count), self.tr("classes")]
        self._paint_words(painter, column, words, is_hovered)

    def _paint_dots(self, painter: QPainter, column: Column) -> None:
        """Draw three dots where circles are left out."""
        if not column.is_cut:
            return
        place = len(column.ys) // 2
        middle = (column.ys[place - 1] + column.ys[place]) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("text_muted"))
        for step in (-3.2, 0.0, 3.2):
            painter.drawEllipse(QPointF(column.x, middle + step), 1.0, 1.0)

    def _paint_words(self, painter: QPainter, column: Column, words: list[str], is_hovered: bool) -> None:
        look = theme.current()
        font = self._small_font()
        height = self._line_height()
        top = self.height() - self._foot_height() + 6
        gaps = [abs(other.x - column.x) for other in self._columns if other is not column]
        width = max(30.0, min(90.0, 2 * column.x, 2 * (self.width() - column.x), *gaps) - 2)
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.column_at(event.pos().x())
            if index >= 0:
                QToolTip.showText(event.globalPos(), self.explanation(self.columns()[index]), self)
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Network"))
            self._describe()
            self.update()
        super().changeEvent(event)

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self.update()


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
