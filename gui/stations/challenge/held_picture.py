"""Images that a model holds for the surest of its classes, as large as there is room, each with how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import labelled, listed, percent
from gui.widgets.images.pictures import as_image
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter

    from gui.stations.challenge.holding import Held

GAP = 6  # pixels
LEAST = QSize(150, 150)  # pixels


def best_columns(count: int, width: float, height: float, words: float) -> tuple[int, float]:
    """Return how many images to a row, and the side of each, so that all are as large as can be.

    Args:
        count: How many images.
        width: Room, pixels.
        height: Likewise.
        words: Pixels of the line below each.
    """

    def side(columns: int) -> float:
        rows = -(-count // columns)
        return min((width + GAP) / columns - GAP, (height + GAP) / rows - GAP - words)

    columns = max(range(1, max(count, 1) + 1), key=side)
    return columns, max(side(columns), 1.0)


class HeldPicture(Painted):
    """One image a class, with the name of the class and how sure the model is of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Held | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_language(self, self._say)

    @property
    def held(self) -> Held | None:
        """What is shown."""
        return self._held

    def show_held(self, held: Held | None) -> None:
        """Show images, or none."""
        self._held = held
        self._say()
        self.update()

    def _say(self) -> None:
        count = 0 if self._held is None else len(self._held.classes)
        self.setAccessibleDescription(listed(labelled(*self._words(place)) for place in range(count)))

    def _words(self, place: int) -> tuple[str, str]:
        """Return the name of an image's class, and how sure the model is of it."""
        held = self._held
        assert held is not None
        name = held.challenged.saved.classes[held.classes[place]]
        return name, percent(float(held.probabilities[place]), 0)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 2

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST.width()), px(LEAST.height()))

    def _places(self) -> list[QRectF]:
        """Return where each image lies."""
        count = 0 if self._held is None else len(self._held.classes)
        words = self.fontMetrics().height() + 2.0
        columns, side = best_columns(count, self.width() - 2, self.height() - 2, words)
        across, down = side + GAP, side + words + GAP
        return [
            QRectF(1 + place % columns * across, 1 + place // columns * down, side, side)
            for place in range(count)
        ]

    def paint(self, painter: QPainter) -> None:
        held, look = self._held, theme.current()
        if held is None:
            return
        metrics = self.fontMetrics()
        for place, where in enumerate(self._places()):
            painter.drawImage(where, as_image(held.images[place]))
            painter.setPen(QPen(look.color("border_strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(where)
            painter.setPen(look.color("text"))
            line = QRectF(where.left(), where.bottom() + 1, where.width(), metrics.height())
            name, share = self._words(place)
            share_width = metrics.horizontalAdvance(share)
            room = max(0, int(line.width()) - share_width - 4)
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, room),
            )
            if share_width <= line.width():
                painter.setPen(look.color("text_muted"))
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)

    def tip_at(self, point: QPoint) -> str:
        for place, where in enumerate(self._places()):
            if where.contains(point):
                return labelled(*self._words(place))
        return ""
