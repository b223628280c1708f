"""Who is taken for whom: a table of coloured cells, as counts, as shares of each row, or less another such table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.colours import contrast
from gui.look.dressed import dressed
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from gui.look.colours import Theme

LEAST_CELL = 16.0  # pixels
MOST_CELL = 64.0


class _Highest(NamedTuple):
    """The largest values, signs left out: on the diagonal and beside it."""

    right: float
    wrong: float


class _CellLook(NamedTuple):
    """What a cell shows: its ground, its text, and the colour of that."""

    ground: QColor
    text: str
    words: QColor


class ConfusionMatrix(Painted):
    """Rows are the truth, columns the model's answers; arrow keys move, Enter or a click chooses a cell.

    Signals:
        cell_chosen: The images of a cell are to be shown (row, column).
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="confusionMatrix", accessible=self.tr("Confusion matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._classes: tuple[str, ...] = ()
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._values: NDArray[np.float64] = np.zeros((0, 0))
        self._is_share = False
        self._is_difference = False
        self._cell: tuple[int, int] | None = None
        self._looks: dict[tuple[int, int], _CellLook] | None = None

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 220)

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
        self._classes, self._counts = tuple(classes), counts
        self._values = np.asarray(values, np.float64)
        self._is_share, self._is_difference = is_share, is_difference
        self._looks = None
        self._tell()
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
        return min(MOST_CELL, room / count)

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height() + 4

    def _margin(self) -> float:
        """Room at the left: the words on the side, and the names of the classes."""
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
        return min(widest, 90.0) + self._line() + 10

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
            (left, top), side = self._origin(), self._side()
            font = theme.tabular_font(self.font(), scale=min(1.0, max(0.7, side / 36)))
            if self._looks is None:
                self._looks = self._cell_looks(look)
            painter.setFont(font)
            for (row, column), cell in self._looks.items():
                rect = QRectF(left + column * side + 0.5, top + row * side + 0.5, side - 1, side - 1)
                self._paint_cell(painter, rect, cell)
            if self._cell is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.color("text"), 2))
                painter.drawRect(self.cell_rect(*self._cell).adjusted(1, 1, -1, -1))

    def forget_colours(self) -> None:
        self._looks = None

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
        metrics = painter.fontMetrics()
        if side < metrics.height() - 2:
            return  # names would lie on each other
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        for index, name in enumerate(self._classes):
            words = metrics.elidedText(name, elide, int(margin - line - 8))
            painter.drawText(QRectF(left - margin, top + index * side, margin - 6, side), right, words)
            words = metrics.elidedText(name, elide, int(side))
            painter.drawText(QRectF(left + index * side, top - line, side, line), centre, words)

    def _cell_looks(self, look: Theme) -> dict[tuple[int, int], _CellLook]:
        """Return what each cell shows and in which colours; kept until something of it changes."""
        text, window, faint = look.color("text"), look.color("window"), look.color("text_disabled")
        places = np.ndindex(self._values.shape)
        looks = {}
        highest = self._highest_values()
        for row, column in places:
            value = float(self._values[row, column])
            ground = self._ground(look, highest, row, column)
            words = text if contrast(text, ground) >= contrast(window, ground) else window
            if not value or math.isnan(value):
                words = faint
            looks[row, column] = _CellLook(ground, self.text(row, column), words)
        return looks

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: _CellLook) -> None:
        painter.fillRect(rect, cell.ground)
        if not cell.text or rect.width() < LEAST_CELL - 1:
            return
        painter.setPen(cell.words)
        width = painter.fontMetrics().horizontalAdvance(cell.text)
        font = painter.font()
        if width > rect.width():
            small = QFont(font)
            small.setPointSizeF(max(5.0, font.pointSizeF() * rect.width() / width))
            painter.setFont(small)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.text)
        if width > rect.width():
            painter.setFont(font)

    def ground(self, row: int, column: int) -> QColor:
        """Return the colour of a cell: mistakes on a scale of their own, or they could not be told apart."""
        return self._ground(theme.current(), self._highest_values(), row, column)

    def _ground(self, look: Theme, highest: _Highest, row: int, column: int) -> QColor:
        value = float(self._values[row, column])
        surface = look.color("surface")
        if math.isnan(value):
            return surface
        is_right = row == column
        if self._is_difference:
            good = (value > 0) == is_right
            share = abs(value) / (max(highest) or 1.0)
            return _mixed(surface, look.color("positive" if good else "negative"), math.sqrt(share))
        share = max(0.0, value / ((highest.right if is_right else highest.wrong) or 1.0))
        if is_right:
            return _mixed(surface, look.color("positive"), 0.15 + 0.5 * share)
        return _mixed(surface, look.color("negative"), 0.9 * math.sqrt(share))

    def _highest_values(self) -> _Highest:
        values = np.abs(np.nan_to_num(self._values))
        diagonal = np.eye(len(values), dtype=np.bool_)
        right, wrong = values[diagonal], values[~diagonal]
        return _Highest(float(right.max(initial=0.0)), float(wrong.max(initial=0.0)))

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
            self.tr("{count} of {whole} images of “{truth}” are read right.")
            if row == column
            else self.tr("{count} of {whole} images of “{truth}” are taken for “{answer}”.")
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
        return f"{told} {(points if self._is_share else images).format(change=change)}"

    def _tell(self) -> None:
        text = self.sentence(*self._cell) if self._cell is not None and self._classes else ""
        self.setAccessibleDescription(text)


def _mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return so much of a colour on a ground."""
    share = min(max(share, 0.0), 1.0)
    parts = (
        round(low + (high - low) * share)
        for low, high in zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts)
