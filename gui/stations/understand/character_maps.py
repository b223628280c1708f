"""Pictures of attention over the characters of a text: a row for each head, and a table of who looks at whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.text.signs import sign_of
from gui.look import theme
from gui.look.text_size import px
from gui.look.words import labelled, percent
from gui.widgets.images import colours
from gui.widgets.painted import Painted
from gui.widgets.text.characters import placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

CELL = 16  # pixels of a character, at least
WIDEST = 34  # likewise, at most
GAP = 4.0  # between rows
EDGE = 3.0  # around all, for frames
TABLE = 250  # pixels of a table's side, at most
FAINT = 0.6  # of a share from which on its character is written in the colour of the ground
BY = {
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
}  # fmt: skip


class CharacterPicture(Painted):
    """What both pictures have in common: a text, the shares of every head, and the character and head in question.

    Signals:
        character_chosen: Another character is to be looked from (its place, int).
        head_moved: Keys went to another head: how many on (int).
        head_chosen: A head was clicked (its layer and its own place, int).
    """

    character_chosen = Signal(int)
    head_moved = Signal(int)
    head_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.layers: tuple[str, ...] = ()
        self.weights: tuple[NDArray[np.float32], ...] = ()
        self.character, self.layer, self.head = 0, 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_attention(self, text: str, layers: Sequence[str], weights: Sequence[NDArray[np.float32]]) -> None:
        """Show another text, or other weights.

        Args:
            text: ``T`` characters.
            layers: The names of the attention layers.
            weights: For each ``(heads, T, T)``: how much a character, the row, takes from each.
        """
        grows = (len(text), [len(each) for each in weights]) != (
            len(self.text),
            [len(each) for each in self.weights],
        )
        self.text, self.layers, self.weights = text, tuple(layers), tuple(weights)
        if grows:
            self.updateGeometry()
        self.update()

    def set_place(self, character: int, layer: int, head: int) -> None:
        """Look from another character, and mark a head."""
        self.character, self.layer, self.head = character, layer, head
        self.update()

    def forget_colours(self) -> None:
        self.update()

    def heads(self) -> list[tuple[int, int]]:
        """Return the places of all heads: of the layer, and their own."""
        return [(layer, head) for layer, each in enumerate(self.weights) for head in range(len(each))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from character to character, and from head to head."""
        key = Qt.Key(event.key())
        by = BY.get(key)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.text:
            self.character_chosen.emit(0 if key is Qt.Key.Key_Home else len(self.text) - 1)
        elif by is None or not self.text:
            super().keyPressEvent(event)
        elif by[1]:
            self.head_moved.emit(by[1])
        else:
            self.character_chosen.emit(min(max(self.character + by[0], 0), len(self.text) - 1))

    def paint_cell(self, painter: QPainter, place: QRectF, character: str, share: float) -> None:
        """Draw a character on the colour of its share, from 0 to 1."""
        look = theme.current()
        painter.drawImage(place, colours.sequential(np.array([[share]])))
        painter.setPen(look.color("surface" if share > FAINT else "text"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), sign_of(character))

    def paint_chosen(self, painter: QPainter, place: QRectF) -> None:
        """Frame the character that looks, so that it is seen on every colour."""
        look = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(look.color("accent" if self.hasFocus() else "text"), 3.0 if self.hasFocus() else 2.0)
        )
        painter.drawRect(place.adjusted(1, 1, -1, -1))


class HeadRows(CharacterPicture):
    """The text once for each head, each character in the colour of what the chosen one takes from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def title_of(self, layer: int, head: int) -> str:
        """Return what stands before a row."""
        number = self.layers[layer].rpartition("_")[2]
        return self.tr("Layer {layer}, head {head}").format(layer=number, head=head + 1)

    def _left(self) -> float:
        bold = self.font()
        bold.setBold(True)
        words = (self.title_of(*place) for place in self.heads())
        return EDGE + max(map(QFontMetrics(bold).horizontalAdvance, words), default=0) + 8

    def _cell(self) -> float:
        room = (self.width() - self._left() - EDGE) / max(1, len(self.text))
        return min(max(room, px(CELL)), px(WIDEST))

    def _high(self) -> float:
        return float(max(self.fontMetrics().height() + 4, px(CELL)))

    def sizeHint(self) -> QSize:
        rows = max(1, len(self.heads()))
        wide = self._left() + len(self.text) * px(CELL) + EDGE
        return QSize(round(wide), round(rows * (self._high() + GAP) + 2 * EDGE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def cell(self, row: int, character: int) -> QRectF:
        """Return where a character lies in a row."""
        wide, high = self._cell(), self._high()
        return QRectF(self._left() + character * wide, EDGE + row * (high + GAP), wide, high)

    def row_place(self, layer: int, head: int) -> QRectF:
        """Return where the row of a head lies."""
        row = self.heads().index((layer, head))
        return QRectF(0, self.cell(row, 0).top(), self.width(), self._high())

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        for row, (layer, head) in enumerate(self.heads()):
            is_chosen = (layer, head) == (self.layer, self.head)
            taken = self.weights[layer][head, self.character]
            font = self.font()
            font.setBold(is_chosen)
            painter.setFont(font)
            painter.setPen(look.color("text" if is_chosen else "text_muted"))
            first = self.cell(row, 0)
            title = QRectF(EDGE, first.top(), first.left() - EDGE - 6, first.height())
            painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter), self.title_of(layer, head))
            painter.setFont(theme.tabular_font(self.font()))
            for place, character in enumerate(self.text):
                share = float(taken[place]) if place <= self.character else 0.0
                self.paint_cell(painter, self.cell(row, place), character, share)
            whole = first.united(self.cell(row, len(self.text) - 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(look.color("accent" if is_chosen else "border_strong"), 2 if is_chosen else 1)
            )
            painter.drawRect(whole)
            self.paint_chosen(painter, self.cell(row, self.character))

    def _at(self, point: QPointF) -> tuple[int, int, int] | None:
        """Return the layer, the head and the character at a point; None beside all of them."""
        for row, place in enumerate(self.heads()):
            first = self.cell(row, 0)
            character = int((point.x() - first.left()) // first.width())
            if first.top() <= point.y() < first.bottom() + GAP and 0 <= character < len(self.text):
                return (*place, character)
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self.head_chosen.emit(*found[:2])
            self.character_chosen.emit(found[2])

    def tip_at(self, point: QPoint) -> str:
        found = self._at(QPointF(point))
        if found is None:
            return ""
        layer, head, character = found
        share = percent(float(self.weights[layer][head, self.character, character]), 1)
        return labelled(placed(self.text[character], character + 1), share)


class LookTable(CharacterPicture):
    """Who looks at whom in one head: a row for each character that looks, a column for each that it takes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _margin(self) -> float:
        return float(self.fontMetrics().height() + 4)

    def _side(self) -> float:
        room = min(self.width() - self._margin(), self.height() - self._margin()) - EDGE
        return max(2.0, min(room / max(1, len(self.text)), px(WIDEST)))

    def sizeHint(self) -> QSize:
        side = min(px(TABLE, 0.5), round(self._margin() + len(self.text) * px(WIDEST) + EDGE))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(150, 0.5)), px(120, 0.5))

    def cell(self, looks: int, at: int) -> QRectF:
        """Return where it stands how much one character takes from another."""
        side, margin = self._side(), self._margin()
        return QRectF(margin + at * side, margin + looks * side, side, side)

    def paint(self, painter: QPainter) -> None:
        if not self.weights or not self.text:
            return
        look, count = theme.current(), len(self.text)
        taken = self.weights[self.layer][self.head][:count, :count]
        first, last = self.cell(0, 0), self.cell(count - 1, count - 1)
        whole = first.united(last)
        painter.drawImage(whole, colours.sequential(np.tril(taken)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawRect(whole)
        painter.setFont(theme.tabular_font(self.font()))
        step = max(1, -(-self.fontMetrics().height() // max(1, round(first.width()))))
        for place, character in enumerate(self.text):
            if place % step and place != self.character:
                continue
            across, down = self.cell(0, place), self.cell(place, 0)
            painter.setPen(look.color("text" if place == self.character else "text_muted"))
            room = max(first.width(), self._margin())
            above = QRectF(across.center().x() - room / 2, 0, room, self._margin() - 2)
            beside = QRectF(0, down.center().y() - room / 2, self._margin() - 2, room)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignCenter), sign_of(character))
            painter.setPen(look.color("text_muted"))
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), sign_of(character))
        row = self.cell(self.character, 0).united(self.cell(self.character, count - 1))
        self.paint_chosen(painter, row)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        first = self.cell(0, 0)
        at = int((point.x() - first.left()) // first.width())
        looks = int((point.y() - first.top()) // first.height())
        inside = 0 <= at < len(self.text) and 0 <= looks < len(self.text)
        return (looks, at) if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            self.character_chosen.emit(found[0])

    def tip_at(self, point: QPoint) -> str:
        found = self._at(QPointF(point))
        if found is None or not self.weights:
            return ""
        looks, at = found
        if at > looks:
            return self.tr("Nothing is taken from characters that are still to come.")
        share = percent(float(self.weights[self.layer][self.head, looks, at]), 1)
        return self.tr("{looks} takes {share} from {other}").format(
            looks=placed(self.text[looks], looks + 1), share=share, other=placed(self.text[at], at + 1)
        )
