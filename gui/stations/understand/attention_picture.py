"""The pictures of a network that looks around: the image with its positions, and a map of each head, layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from gui.look import theme
from gui.look.text_size import px
from gui.look.words import layer_title, percent
from gui.stations.understand.attention_words import count_words
from gui.stations.understand.scene import number_words
from gui.stations.understand.token_maps import GAP, TokenMap, TokenMaps
from gui.widgets.images import colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from engine.insight.attention import Attention

LEAST_SIDE, MOST_SIDE = 60, 220  # of a map, pixels
EDGE = 3.0  # around all of them, for frames


class TokensPicture(TokenMaps):
    """The image, in which a token is pointed at, and below it how alike the positions of all tokens are to its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _count(self) -> int:
        return 1 if self._seen is None or not self._seen.has_positions else 2

    def _side(self) -> float:
        room = (self.height() - self.line() - EDGE) / self._count() - self.line() - GAP
        return max(20.0, min(room / self.shape()[1], (self.width() - GAP) / self.shape()[0]))

    def sizeHint(self) -> QSize:
        return QSize(px(150, 0.5), px(330, 0.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            px(150, 0.5), int(self._count() * (px(LEAST_SIDE, 0.5) + self.line() + GAP) + self.line() + EDGE)
        )

    def lay_out_maps(self, seen: Attention) -> list[TokenMap]:
        width, height = (self._side() * share for share in self.shape())

        def place(row: int) -> QRectF:
            return QRectF(EDGE, self.line() + row * (height + self.line() + GAP), width, height)

        title = self.tr("Point at a token") if seen.has_places else self.tr("The image")
        found = [
            TokenMap(
                (title, self.tr("Image")), self.tr("What the network is shown."), place(0), room=self.width()
            )
        ]
        if seen.has_positions:
            found.append(
                TokenMap(
                    (self.tr("Positions alike"), self.tr("Positions")),
                    self.tr(
                        "How alike the numbers learned for each place are to those of the chosen token: 1 the same, "
                        "0 nothing in common, −1 opposite."
                    ),
                    place(1),
                    seen.alike(self._token),
                    number_words,
                    scale=1.0,
                    room=self.width(),
                )
            )
        return found

    def paint(self, painter: QPainter) -> None:
        """Draw the maps, and below them the colours of likeness from −1 to 1."""
        super().paint(painter)
        if self._count() < 2:
            return
        under, look = self.maps()[1].place, theme.current()
        line = QRectF(under.left(), under.bottom() + 3, under.width(), self.line())
        low, high = number_words(-1.0, 0), number_words(1.0, 0)
        left, right = (painter.fontMetrics().horizontalAdvance(words) + 5 for words in (low, high))
        strip = line.adjusted(left, self.line() * 0.3, -right, -self.line() * 0.3)
        painter.drawImage(strip, colours.diverging(np.linspace(-1, 1, 61)[None], 1.0))
        painter.setPen(look.color("border_strong"))
        painter.drawRect(strip)
        painter.setPen(look.color("text_muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)


class AttentionPicture(TokenMaps):
    """A line of maps for each layer: what the answer has of each token there, and what the chosen one takes by head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(700, 330)

    def minimumSizeHint(self) -> QSize:
        rows, columns = self._counts()
        width, height = (px(LEAST_SIDE, 0.5) * share for share in self.shape())
        return QSize(
            int(columns * (width + GAP) + 2 * EDGE), int(rows * (height + 2 * self.line() + GAP) + EDGE)
        )

    def _counts(self) -> tuple[int, int]:
        """Return how many lines of maps there are, and how many maps are in the longest."""
        layers = () if self._seen is None else self._seen.layers
        return max(1, len(layers)), 1 + max((item.heads for item in layers), default=1)

    def _arrangement(self) -> tuple[float, float]:
        """Return the longer side of a map, and the room for the names of layers at the left; 0 where they are above."""
        rows, columns = self._counts()
        width, height = self.shape()
        words = [] if self._seen is None else [layer_title(item.layer) for item in self._seen.layers]
        name = max(map(self.fontMetrics().horizontalAdvance, words), default=0) + GAP

        def side(left: float, lines: int) -> float:
            down = ((self.height() - EDGE) / rows - lines * self.line() - GAP) / height
            return min(down, ((self.width() - left - 2 * EDGE) / columns - GAP) / width)

        left = name if side(name, 1) >= max(side(0, 2), px(LEAST_SIDE, 0.5)) else 0.0
        return min(max(side(left, 1 if left else 2), px(LEAST_SIDE, 0.5)), px(MOST_SIDE)), left

    def _places(self) -> tuple[Callable[[int, int], QRectF], float]:
        """Return where the map in a line and a column of them is, and the room for the names of layers at the left."""
        side, left = self._arrangement()
        width, height = (side * share for share in self.shape())
        above = (1 if left else 2) * self.line() + 1

        def place(row: int, column: int) -> QRectF:
            return QRectF(
                left + EDGE + column * (width + GAP), above + row * (height + above + GAP), width, height
            )

        return place, left

    def place_of(self, head: tuple[int, int]) -> QRectF:
        """Return where the map of a head is, with its titles; ``head`` are the places of its layer and its own."""
        place, _ = self._places()
        return place(head[0], 1 + head[1]).adjusted(-EDGE, -2 * self.line(), EDGE, EDGE)

    def lay_out_maps(self, seen: Attention) -> list[TokenMap]:
        found = []
        place, _ = self._places()
        for row, item in enumerate(seen.layers):
            title, taken, spreads = layer_title(item.layer), item.of(self._token), item.spreads
            flow = self.tr(
                "{layer}: what the answer has of each token that comes in, by all heads of this layer and those "
                "behind it together. It is an estimate: each token is taken for half its own, half what it was brought."
            )
            found.append(
                TokenMap(
                    (self.tr("To the answer"), self.tr("Answer")),
                    flow.format(layer=title),
                    place(row, 0),
                    item.flow,
                    percent,
                    follows=False,
                )
            )
            for head in range(item.heads):
                spread = count_words(float(spreads[head]))
                says = self.tr(
                    "{layer}, head {head}: what the chosen token takes from each. On average this head looks at about "
                    "{spread} of {count} tokens."
                )
                long = (
                    self.tr("Head {head}: {spread} of {count} tokens"),
                    self.tr("Head {head}: {spread} of {count}"),
                    self.tr("Head {head}: {spread}/{count}"),
                )
                titles = (*(long if seen.count > 1 else ()), self.tr("Head {head}"), "{head}")
                values = {"layer": title, "head": head + 1, "spread": spread, "count": seen.count}
                found.append(
                    TokenMap(
                        tuple(words.format(**values) for words in titles),
                        says.format(**values),
                        place(row, 1 + head),
                        taken[head],
                        percent,
                        head=(row, head),
                    )
                )
        return found

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        place, left = self._places()
        for row, item in enumerate(() if self._seen is None else self._seen.layers):
            painter.setPen(theme.current().color("text"))
            first = place(row, 0)
            if left:
                line = QRectF(EDGE, first.top(), left, first.height())
            else:
                line = QRectF(first.left(), first.top() - 2 * self.line() - 1, self.width(), self.line())
            painter.drawText(
                line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, layer_title(item.layer)
            )
