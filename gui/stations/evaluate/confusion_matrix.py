"""Who is taken for whom: a table of coloured cells, as counts, as shares of each row, or less another such table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import joined
from gui.stations.evaluate.matrix_colours import MatrixColours
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from gui.look.colours import Theme

LEAST_CELL = 16  # pixels; in smaller cells stands nothing
MOST_NAMED = 10  # classes whose names are to have room
LEAST_NAMED = 8.0  # pixels; beside smaller cells no name can be read
LEAST_GAP_CELL = 5.0  # pixels; between smaller cells is no gap
MOST_CELL = 64


class ConfusionMatrix(Painted):
    """Rows are the truth, columns the model's answers; arrow keys move, Enter or a click chooses a cell.

    Signals:
        cell_chosen: The images of a cell are to be shown (row, column).
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="confusionMatrix", accessible=lambda: self.tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._classes: tuple[str, ...] = ()
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._values: NDArray[np.float64] = np.zeros((0, 0))
        self._is_share = False
        self._is_difference = False
        self._cell: tuple[int, int] | None = None
        self._colours: MatrixColours | None = None
        self._image: tuple[int, QImage] | None = None  # and of how small cells it is
        self._texts: list[list[str]] | None = None
        self._widest: tuple[str, float] | None = None  # name of a class, and in which font
        follow_language(self, self._tell)

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def minimumSizeHint(self) -> QSize:
        cells = min(len(self._classes), MOST_NAMED) * px(LEAST_CELL)
        wide, high = round(self._margin()) + 2 + cells, round(2 * self._line()) + 2 + cells
        return QSize(wide, high).expandedTo(QSize(200, 200))

    def set_matrix(
        self,
        classes: Sequence[str],
        counts: NDArray[np.int64],
        values: NDArray[np.floating] | NDArray[np.integer],
        *,
        is_share: bool = False,
        is_difference: bool = False,
    ) -> None:
        """Show a matrix.

        Args:
            classes: The names of the classes.
            counts: ``(classes, classes)`` images in each cell; row is the truth, column the answer.
            values: ``(classes, classes)`` what the cells show: counts, shares or changes of them; nan for nothing.
            is_share: Whether they are shares, shown in percent.
            is_difference: Whether they are changes, above and below 0.
        """
        if tuple(classes) != self._classes:
            self._cell = None
            self._widest = None
        self._classes, self._counts = tuple(classes), counts
        self._values = np.asarray(values, np.float64)
        self._is_share, self._is_difference = is_share, is_difference
        self._texts = None
        self.forget_colours()
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def values(self) -> NDArray[np.float64]:
        """What the cells show, ``(classes, classes)``."""
        return self._values

    @property
    def is_share(self) -> bool:
        """Whether these are shares, or changes of shares."""
        return self._is_share

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell that is chosen, row and column."""
        return self._cell

    @property
    def named(self) -> bool:
        """Whether there is room for the names of the classes beside their rows, small as they may be."""
        return self._side() >= LEAST_NAMED

    def set_cell(self, cell: tuple[int, int] | None) -> None:
        """Mark a cell, telling nobody."""
        self._cell = cell
        self._tell()
        self.update()

    # Where things are

    def _side(self) -> float:
        count = max(1, len(self._classes))
        margin = self._margin()
        room = min(self.width() - margin - 2, self.height() - 2 * self._line() - 2)
        return min(float(px(MOST_CELL)), room / count)

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height() + 4

    def _margin(self) -> float:
        """Room at the left: the words on the side, and the names of the classes."""
        font = self.font()
        if self._widest is None or self._widest[0] != font.key():
            metrics = QFontMetricsF(font)
            widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
            self._widest = font.key(), widest
        return min(self._widest[1], float(px(90))) + self._line() + 10

    def _origin(self) -> tuple[float, float]:
        whole = self._side() * len(self._classes)
        left = self._margin() + max(0.0, (self.width() - self._margin() - whole) / 2)
        return left, 2 * self._line()

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        (left, top), side = self._origin(), self._side()
        return QRectF(left + column * side, top + row * side, side, side)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return the cell at a point, row and column."""
        (left, top), side = self._origin(), self._side()
        if side <= 0:
            return None
        column, row = math.floor((point.x() - left) / side), math.floor((point.y() - top) / side)
        count = len(self._classes)
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    # Painting

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        if self._classes:
            self._paint_names(painter, look)
            self._paint_grounds(painter)
            if self._side() >= px(LEAST_CELL) - 0.01:
                self._paint_texts(painter, look)
            if self._cell is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.color("text"), 2))
                painter.drawRect(self.cell_rect(*self._cell).adjusted(1, 1, -1, -1))

    def forget_colours(self) -> None:
        self._colours = self._image = None

    @property
    def colours(self) -> MatrixColours:
        """The colours of the cells; kept until something of them changes."""
        if self._colours is None:
            self._colours = MatrixColours(self._values, theme.current(), is_difference=self._is_difference)
        return self._colours

    def _paint_grounds(self, painter: QPainter) -> None:
        """Paint all cells as one picture, and the gaps over it."""
        (left, top), side, count = self._origin(), self._side(), len(self._classes)
        fine = side * self.devicePixelRatioF()
        step = max(1, math.ceil(1 / fine)) if fine > 0 else count
        if self._image is None or self._image[0] != step:
            self._image = step, self.colours.image(fine)
        whole = QRectF(left, top, side * count, side * count)
        painter.drawImage(whole, self._image[1], QRectF(0, 0, count / step, count / step))
        if side >= LEAST_GAP_CELL:
            painter.setPen(QPen(self.palette().color(self.backgroundRole()), 1))
            places = [place * side for place in range(count + 1)]
            painter.drawLines(
                [QLineF(left + place, top, left + place, whole.bottom()) for place in places]
                + [QLineF(left, top + place, whole.right(), top + place) for place in places]
            )

    def _paint_texts(self, painter: QPainter, look: Theme) -> None:
        (left, top), side, count = self._origin(), self._side(), len(self._classes)
        painter.setFont(theme.tabular_font(self.font(), scale=min(1.0, max(0.7, side / px(36)))))
        if self._texts is None:
            self._texts = [[self.text(row, column) for column in range(count)] for row in range(count)]
        text, window, faint = look.color("text"), look.color("window"), look.color("text_disabled")
        is_dark = self.colours.are_dark_words(text, window)
        for row, texts in enumerate(self._texts):
            for column, words in enumerate(texts):
                if words:
                    is_faint = not self._values[row, column]
                    painter.setPen(faint if is_faint else text if is_dark[row, column] else window)
                    rect = QRectF(left + column * side + 0.5, top + row * side + 0.5, side - 1, side - 1)
                    _paint_text(painter, rect, words)

    def _paint_names(self, painter: QPainter, look: Theme) -> None:
        (left, top), side, line, margin = self._origin(), self._side(), self._line(), self._margin()
        whole = side * len(self._classes)
        painter.setPen(look.color("text_muted"))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(left, 0, whole, line), centre, self.tr("The model's answer"))
        painter.save()
        painter.translate(left - margin, top + whole)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, whole, line), centre, self.tr("Truth"))
        painter.restore()
        painter.setPen(look.color("text"))
        if not self.named:
            return
        metrics = painter.fontMetrics()
        if side < min(metrics.height() - 2.0, px(LEAST_CELL)):
            small = QFont(self.font())
            small.setPixelSize(round(side))
            painter.setFont(small)
            metrics = painter.fontMetrics()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        for index, name in enumerate(self._classes):
            words = metrics.elidedText(name, elide, int(margin - line - 8))
            painter.drawText(QRectF(left - margin, top + index * side, margin - 6, side), right, words)
            words = metrics.elidedText(name, elide, int(side))
            painter.drawText(QRectF(left + index * side, top - line, side, line), centre, words)
        painter.setFont(self.font())

    def ground(self, row: int, column: int) -> QColor:
        """Return the colour of a cell."""
        return QColor(*self.colours.grounds[row, column].tolist())

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        value, locale = float(self._values[row, column]), QLocale()
        if math.isnan(value):
            return ""
        if value == 0:
            return "" if self._is_difference else "0"
        sign = "+" if self._is_difference and value > 0 else ""
        if self._is_share:
            percent = 100 * value
            digits = 0 if abs(percent) >= 99.95 else 1
            if self._is_difference and abs(percent) < 0.05:
                return ""
            return sign + locale.toString(percent, "f", digits)
        return sign + locale.toString(round(value))

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.cell_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_cell = self.cell_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_cell else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key, last = Qt.Key(event.key()), len(self._classes) - 1
        if key in steps and last >= 0:
            row, column = self._cell or (0, 0)
            down, right = steps[key] if self._cell is not None else (0, 0)
            self._choose((min(max(row + down, 0), last), min(max(column + right, 0), last)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell is not None:
            self._choose(self._cell)
        else:
            event.ignore()

    def _choose(self, cell: tuple[int, int] | None) -> None:
        if cell is not None:
            self.set_cell(cell)
            self.cell_chosen.emit(*cell)

    def tip_at(self, point: QPoint) -> str:
        cell = self.cell_at(point)
        return "" if cell is None else self.sentence(*cell)

    def sentence(self, row: int, column: int) -> str:
        """Return a cell in words."""
        count, whole = int(self._counts[row, column]), int(self._counts[row].sum())
        words = (
            self.tr("{count} of {whole} examples of “{truth}” are read right.")
            if row == column
            else self.tr("{count} of {whole} examples of “{truth}” are taken for “{answer}”.")
        )
        number = QLocale().toString
        told = words.format(
            count=number(count), whole=number(whole), truth=self._classes[row], answer=self._classes[column]
        )
        change = self.text(row, column)
        if not self._is_difference or not change:
            return told
        points = self.tr("That is {change} percentage points against the other.")
        images = self.tr("That is {change} against the other.")
        return joined((told, (points if self._is_share else images).format(change=change)))

    def _tell(self) -> None:
        text = self.sentence(*self._cell) if self._cell is not None and self._classes else ""
        self.setAccessibleDescription(text)


def _paint_text(painter: QPainter, rect: QRectF, text: str) -> None:
    """Paint what stands in a cell, smaller where it would not fit."""
    width = painter.fontMetrics().horizontalAdvance(text)
    font = painter.font()
    if width > rect.width():
        small = QFont(font)
        small.setPointSizeF(max(5.0, font.pointSizeF() * rect.width() / width))
        painter.setFont(small)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    if width > rect.width():
        painter.setFont(font)
