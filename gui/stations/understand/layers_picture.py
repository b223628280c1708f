"""The picture of all activations: the image, the cells of each layer, the answer, and the strongest links between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.goals import number
from gui.look import theme
from gui.look.text_size import px
from gui.look.words import labelled, layer_title, listed, percent, plain_number
from gui.stations.understand.layer_layout import MOST_BAR, Block, blocks
from gui.stations.understand.neuron_words import neuron_title
from gui.stations.understand.scene import number_words
from gui.widgets.images import colours
from gui.widgets.images.rows import paint_bars
from gui.widgets.network.painting import mixed, paint_image
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from engine.insight.activations import LayerActivations
    from engine.insight.connections import Connections
    from gui.stations.understand.scene import Scene

MOST_IMAGE = 150  # side of the image, pixels
OUTPUT = 150  # width of the answers
MOST_NAME = 64  # width of a class's name
NAMED = 10  # classes whose names are to have room
SPACE = 14.0  # between image or output and the layers


class LayersPicture(Painted):
    """What a network makes of an image, from left to right.

    Signals:
        unit_clicked: A neuron or a filter was chosen (name of its layer, its index).
    """

    unit_clicked = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._layers: tuple[LayerActivations, ...] = ()
        self._links: tuple[Connections, ...] = ()
        self._pictures: list[QImage] = []
        self._blocks: list[Block] = []
        self._chosen: tuple[str, int] | None = None
        self._hovered: tuple[str, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_values(
        self, scene: Scene, layers: Sequence[LayerActivations], links: Sequence[Connections]
    ) -> None:
        """Show other activations.

        Args:
            scene: The moment and the image.
            layers: What each layer makes of it.
            links: The strongest connections into each layer.
        """
        self._scene, self._layers, self._links = scene, tuple(layers), tuple(links)
        self._pictures = []
        self.updateGeometry()
        answer = listed(
            f"{name} {self._told(float(share))}"
            for name, share in zip(scene.classes, layers[-1].values if layers else (), strict=False)
            if share >= 0.005 or scene.goal == number.GOAL.name
        )
        self.setAccessibleDescription(answer)
        self.update()

    def choose(self, neuron: tuple[str, int] | None) -> None:
        """Mark a neuron, or none."""
        self._chosen = neuron
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        classes = len(self._layers[-1].values) if self._layers else 0
        rows = round(min(classes, NAMED) * self._line())
        return QSize(px(480, share=0.3), max(170, round(self._head()) + 6 + rows))

    def _line(self) -> float:
        """Return the height in which the name of a class can be read."""
        return 0.8 * QFontMetricsF(theme.tabular_font(self.font(), bold=True)).height()

    # Where things are

    def _head(self) -> float:
        return self.fontMetrics().height() + 6.0

    def _image_place(self) -> QRectF:
        side = min(float(px(MOST_IMAGE)), self.height() - self._head() - 4, self.width() * 0.17)
        return QRectF(2, self._head() + (self.height() - self._head() - side) / 2, side, side)

    def _place_blocks(self) -> list[Block]:
        left = self._image_place().right() + SPACE
        width = self.width() - px(OUTPUT) - SPACE - left
        hidden = [item.values.shape for item in self._layers[:-1]]
        found = blocks(hidden, width, self.height() - self._head() - 6, self._head() + 2)
        return [
            Block(left + item.left, item.top, item.columns, item.count, item.pitch, item.side)
            for item in found
        ]

    def _bar_place(self, index: int) -> QRectF:
        """Return the row of a class in the output."""
        count = len(self._layers[-1].values)
        room = self.height() - self._head() - 6
        pitch = min(float(px(MOST_BAR)), room / count)
        top = self._head() + 2 + (room - count * pitch) / 2
        return QRectF(self.width() - px(OUTPUT), top + index * pitch, px(OUTPUT) - 3, pitch)

    def unit_at(self, x: float, y: float) -> tuple[str, int] | None:
        """Return the layer and index of the neuron at a point, or None."""
        for block, item in zip(self._blocks, self._layers[:-1], strict=False):
            index = block.index_at(x, y)
            if index >= 0:
                return item.layer, index
        if self._layers and x >= self.width() - px(OUTPUT):
            for index in range(len(self._layers[-1].values)):
                if self._bar_place(index).contains(x, y):
                    return "output", index
        return None

    def place_of(self, layer: str, unit: int) -> QRectF:
        """Return where a neuron is drawn."""
        if layer == "output":
            return self._bar_place(unit)
        place = next(number for number, item in enumerate(self._layers) if item.layer == layer)
        block = self._blocks[place]
        return QRectF(*block.corner(unit), block.side, block.side)

    # Painting

    def forget_colours(self) -> None:
        self._pictures = []

    def paint(self, painter: QPainter) -> None:
        scene = self._scene
        if scene is None or not self._layers:
            return
        if not self._pictures:
            self._pictures = [_picture(item) for item in self._layers[:-1]]
        self._blocks = self._place_blocks()
        look = theme.current()
        image = self._image_place()
        if scene.features and scene.image is not None:
            paint_bars(painter, image, scene.image, scene.features)
        else:
            paint_image(painter, image, scene.image, is_hovered=False)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, False)
        self._paint_head(painter, image, layer_title("input"))
        for block, item, picture in zip(self._blocks, self._layers, self._pictures, strict=False):
            title = layer_title(item.layer)
            if self.fontMetrics().horizontalAdvance(title) + 8 > self.width() * 0.6 / len(self._blocks):
                title = item.layer.rpartition("_")[2]
            self._paint_head(painter, QRectF(block.left, 0, block.width, 0), title)
            height, width = (*item.values.shape[1:], 1, 1)[:2]  # the steps of a unit stand below each other
            painter.setPen(QPen(look.color("border_strong", 150), 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for index in range(block.count):
                cell = QRectF(*block.corner(index), block.side, block.side)
                painter.drawImage(cell, picture, QRectF(0, index * height, width, height))
                painter.drawRect(cell)
        self._paint_output(painter)
        self._paint_links(painter)
        for neuron, width in ((self._hovered, 1.6), (self._chosen, 2.4)):
            if neuron is not None:
                painter.setPen(QPen(look.color("accent"), width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.place_of(*neuron).adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2)

    def _paint_head(self, painter: QPainter, under: QRectF, text: str) -> None:
        painter.setFont(self.font())
        painter.setPen(theme.current().color("text_muted"))
        width = max(under.width(), painter.fontMetrics().horizontalAdvance(text) + 4.0)
        left = max(0.0, under.center().x() - width / 2)
        painter.drawText(QRectF(left, 0, width, self._head() - 4), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_output(self, painter: QPainter) -> None:
        scene, look = self._scene, theme.current()
        assert scene is not None
        values = self._layers[-1].values
        self._paint_head(painter, QRectF(self.width() - px(OUTPUT), 0, px(OUTPUT), 0), layer_title("output"))
        answer = int(values.argmax())
        bold = QFontMetricsF(theme.tabular_font(self.font(), bold=True))
        widest = max(bold.horizontalAdvance(name) for name in scene.classes)
        name_width = min(float(px(MOST_NAME)), widest) + 14
        room = px(OUTPUT) - name_width - bold.horizontalAdvance(percent(1.0, 0)) - 14
        for index, share in enumerate(values.tolist()):
            place = self._bar_place(index)
            thick = min(10.0, 0.7 * place.height())
            bar = QRectF(place.left() + name_width, place.center().y() - thick / 2, room, thick)
            if scene.goal == number.GOAL.name:
                bar.setWidth(0)  # a number is no share of anything
            else:
                painter.fillRect(bar, look.color("sunken"))
                painter.fillRect(QRectF(bar.left(), bar.top(), room * share, thick), look.color("positive"))
            if place.height() < self._line() - 0.5:
                if index != answer:
                    continue  # of so many classes only the answer can be named
                place = QRectF(
                    place.left(), place.center().y() - bold.height() / 2, place.width(), bold.height()
                )
            painter.setFont(theme.tabular_font(self.font(), bold=index == answer))
            painter.setPen(look.color("text" if index == answer else "text_muted"))
            name = QRectF(place.left() + 4, place.top(), name_width - 10, place.height())
            text = painter.fontMetrics().elidedText(
                scene.classes[index], Qt.TextElideMode.ElideRight, int(name.width())
            )
            painter.drawText(name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            words = QRectF(bar.right(), place.top(), place.right() - bar.right() - 4, place.height())
            painter.drawText(
                words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._told(share)
            )

    def _told(self, value: float) -> str:
        """Return an answer in words: a probability, or a number."""
        assert self._scene is not None, "there is an answer"
        return plain_number(value, 4) if self._scene.goal == number.GOAL.name else percent(value, 0)

    def _paint_links(self, painter: QPainter) -> None:
        look = theme.current()
        for links in self._links:
            amounts = np.nan_to_num(links.contributions, nan=0.0, posinf=0.0, neginf=0.0)
            strongest = float(np.abs(amounts).max(initial=0.0)) or 1.0
            numbers = (links.sources.tolist(), links.targets.tolist(), amounts.tolist())
            for source, target, amount in reversed(list(zip(*numbers, strict=True))):
                share = abs(amount) / strongest
                role = "negative" if amount < 0 else "positive"
                color = mixed(look.color("window"), look.color(role), 0.35 + 0.65 * share)
                painter.setPen(QPen(color, 0.6 + 1.6 * share))
                start = self._start(links.source_layer, links.layer, source)
                place = self.place_of(links.layer, target)
                painter.drawLine(QLineF(start, QPointF(place.left(), place.center().y())))

    def _start(self, source_layer: str, layer: str, source: int) -> QPointF:
        """Return where a link begins: at a pixel of the image, below a feature's bar, or at the right of a cell."""
        scene = self._scene
        assert scene is not None
        if source_layer != "input":
            place = self.place_of(source_layer, source)
            return QPointF(place.right(), place.center().y())
        image = self._image_place()
        is_pixels = not next(item for item in self._layers if item.layer == layer).is_image
        if not is_pixels:
            return QPointF(image.right(), image.center().y())
        if scene.features:  # a bar each
            return image.topLeft() + QPointF(
                (source + 0.5) * image.width() / len(scene.features), image.height()
            )
        _, height, width = scene.image_shape
        row, column = divmod(source % (height * width), width)
        return image.topLeft() + QPointF(
            (column + 0.5) * image.width() / width, (row + 0.5) * image.height() / height
        )

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.unit_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        neuron = self.unit_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and neuron is not None:
            self._take(*neuron)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the neurons with the arrows: up and down in a layer, left and right from layer to layer."""
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key not in moves or not self._layers:
            super().keyPressEvent(event)
            return
        names = [item.layer for item in self._layers]
        layer, unit = self._chosen or (names[0], -1)
        to_layer, to_unit = moves[key]
        place = min(max(names.index(layer) + to_layer, 0), len(names) - 1)
        unit = min(max(unit + to_unit, 0), len(self._layers[place].values) - 1)
        self._take(names[place], unit)

    def _take(self, layer: str, unit: int) -> None:
        self.choose((layer, unit))
        self.unit_clicked.emit(layer, unit)

    def _hover(self, neuron: tuple[str, int] | None) -> None:
        if neuron != self._hovered:
            self._hovered = neuron
            self.setCursor(Qt.CursorShape.PointingHandCursor if neuron else Qt.CursorShape.ArrowCursor)
            self.update()

    def tip_at(self, point: QPoint) -> str:
        neuron = self.unit_at(point.x(), point.y())
        return self.words_of(*neuron) if neuron else ""

    def words_of(self, layer: str, unit: int) -> str:
        """Return what is known of a neuron, such as “Hidden layer 1, neuron 12: 1.32”."""
        item = next(item for item in self._layers if item.layer == layer)
        assert self._scene is not None
        title = neuron_title(layer, unit, self._scene.classes, is_filter=item.is_image)
        if item.values.ndim > 1:  # in many places, or steps
            words = self.tr("{neuron}: at most {value}")
            return words.format(neuron=title, value=number_words(float(item.values[unit].max())))
        if layer == "output":
            return labelled(title, self._told(float(item.values[unit])))
        return labelled(title, number_words(float(item.values[unit])))


def _picture(item: LayerActivations) -> QImage:
    """Return the values of a layer as one picture, unit under unit, the strongest in the full colour."""
    values = item.values.reshape(-1, item.values.shape[2] if item.is_image else 1)
    return colours.diverging(values, float(np.abs(values).max(initial=0.0)))
