"""A bar for each class: how sure the network is, in words and in length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import tabular_font
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

LOWEST_ROW, HIGHEST_ROW = 11.0, 60.0
"""Pixels of a row; below the first, rows go to further columns."""
NARROWEST_COLUMN = 96.0
GAP = 14.0
"""Pixels between columns."""


class Grid(NamedTuple):
    """How rows are laid out.

    Attributes:
        columns: How many columns.
        rows: Rows in each.
        row_height: Pixels.
    """

    columns: int
    rows: int
    row_height: float

    @property
    def room(self) -> int:
        """How many rows there is room for."""
        return self.columns * self.rows


def grid_for(count: int, width: float, height: float) -> Grid:
    """Return the grid with the fewest columns in which ``count`` rows can be read."""
    widest = max(1, int((width + GAP) // (NARROWEST_COLUMN + GAP)))
    for columns in range(1, widest + 1):
        rows = -(-max(count, 1) // columns)
        if height / rows >= LOWEST_ROW:
            return Grid(columns, rows, min(height / rows, HIGHEST_ROW))
    rows = max(1, int(height // LOWEST_ROW))
    return Grid(widest, rows, min(height / rows, HIGHEST_ROW))


def shown_classes(probabilities: NDArray[np.float32] | None, count: int, room: int) -> list[int]:
    """Return the classes to show: all in their order, or the likeliest first where not all have room."""
    if count <= room:
        return list(range(count))
    if probabilities is None:
        return list(range(room))
    return [int(index) for index in np.argsort(-probabilities, kind="stable")[:room]]


class ProbabilityBars(Painted):
    """Shows one probability for each class; the likeliest in the accent colour.

    Signals:
        class_clicked: A row was clicked while rows are clickable (index of its class, int).
    """

    class_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probabilityBars")
        self._classes: tuple[str, ...] = ()
        self._probabilities: NDArray[np.float32] | None = None
        self._clickable = False
        self._hovered: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Probability of each class"))
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(240, 18 * max(1, min(len(self._classes), 12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(LOWEST_ROW) * max(1, min(len(self._classes), 10)))

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes."""
        return self._classes

    def probabilities(self) -> NDArray[np.float32] | None:
        """Return what is shown, ``(classes,)`` float32, or None."""
        return self._probabilities

    def set_classes(self, classes: Sequence[str]) -> None:
        """Set the names of the classes; the bars are empty then."""
        if tuple(classes) == self._classes:
            return
        self._classes = tuple(classes)
        self._probabilities = None
        self._tell()
        self.updateGeometry()
        self.update()

    def set_probabilities(self, probabilities: ArrayLike | None) -> None:
        """Show one probability for each class, or empty bars.

        Raises:
            ValueError: If there are more or fewer than classes.
        """
        if probabilities is None:
            if self._probabilities is None:
                return
            self._probabilities = None
        else:
            values = np.asarray(probabilities, dtype=np.float32)
            if values.shape != (len(self._classes),):
                raise ValueError(f"{len(self._classes)} probabilities are needed, not {values.shape}")
            self._probabilities = np.nan_to_num(values)
        self._tell()
        self.update()

    def set_clickable(self, clickable: bool) -> None:
        """Let a click on a row say that the drawing is of its class."""
        if clickable != self._clickable:
            self._clickable = clickable
            self.setMouseTracking(clickable)
            self._hover(None)
            if not clickable:
                self.unsetCursor()

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._clickable:
            index = self._class_at(event.position().x(), event.position().y())
            self._hover(index)
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if index is not None else Qt.CursorShape.ArrowCursor
            )

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._class_at(event.position().x(), event.position().y())
        if self._clickable and index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.class_clicked.emit(index)
        else:
            event.ignore()

    def text_of(self, index: int) -> str:
        """Return a probability in words, such as "97 %"; empty if there is none."""
        if self._probabilities is None:
            return ""
        return self.words_for(float(self._probabilities[index]))

    def words_for(self, share: float) -> str:
        """Return any probability in words, such as "97 %"."""
        return self.tr("{percent}\u00a0%").format(percent=round(100 * share))

    def _tell(self) -> None:
        """Put the three likeliest into words for those who hear the window."""
        if self._probabilities is None:
            self.setAccessibleDescription(self.tr("Nothing is drawn yet."))
            return
        best = np.argsort(-self._probabilities, kind="stable")[:3]
        words = (f"{self._classes[index]}: {self.text_of(index)}" for index in best)
        self.setAccessibleDescription(", ".join(words))

    def tip_at(self, point: QPoint) -> str:
        index = self._class_at(point.x(), point.y())
        if index is None:
            return ""
        lines = []
        if self._probabilities is not None:
            share = f"{100 * float(self._probabilities[index]):.4g}"
            lines.append(self.tr("{name}: {percent}\u00a0%").format(name=self._classes[index], percent=share))
        if self._clickable:
            lines.append(
                self.tr("Click to say: that was a {name}. It goes to My Digits.").format(
                    name=self._classes[index]
                )
            )
        return "\n".join(lines)

    def _class_at(self, x: float, y: float) -> int | None:
        grid = self._grid()
        shown = shown_classes(self._probabilities, len(self._classes), grid.room)
        column = int(x * grid.columns // max(self.width(), 1))
        row = int(y // grid.row_height)
        place = column * grid.rows + row
        return shown[place] if 0 <= row < grid.rows and 0 <= place < len(shown) else None

    def _grid(self) -> Grid:
        return grid_for(len(self._classes), self.width(), self.height())

    def paint(self, painter: QPainter) -> None:
        if not self._classes:
            return
        grid = self._grid()
        shown = shown_classes(self._probabilities, len(self._classes), grid.room)
        font = tabular_font(self.font())
        font.setPixelSize(round(min(max(grid.row_height * 0.66, 9.0), 30.0)))
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        width = (self.width() - GAP * (grid.columns - 1)) / grid.columns
        longest = max(metrics.horizontalAdvance(self._classes[index]) for index in shown)
        name_width = min(longest, width * 0.38)
        percent_width = metrics.horizontalAdvance(self.tr("{percent}\u00a0%").format(percent=100))
        winner = int(np.argmax(self._probabilities)) if self._probabilities is not None else -1
        for place, index in enumerate(shown):
            column, row = divmod(place, grid.rows)
            area = QRectF(column * (width + GAP), row * grid.row_height, width, grid.row_height)
            if index == self._hovered:
                glow = QColor(self.palette().color(QPalette.ColorRole.Highlight))
                glow.setAlpha(36)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(glow)
                painter.drawRoundedRect(area, 3, 3)
            painter.setFont(bold if index == winner else font)
            self._paint_row(painter, area, index, name_width, percent_width, index == winner)

    def _paint_row(
        self, painter: QPainter, area: QRectF, index: int, name_width: float, percent_width: float, wins: bool
    ) -> None:
        colors = self.palette()
        space = area.height() * 0.4
        name = QRectF(area.x(), area.y(), name_width, area.height())
        percent = QRectF(area.right() - percent_width, area.y(), percent_width, area.height())
        painter.setPen(colors.color(QPalette.ColorRole.WindowText))
        middle = Qt.AlignmentFlag.AlignVCenter
        text = QFontMetricsF(painter.font()).elidedText(
            self._classes[index], Qt.TextElideMode.ElideRight, name_width + 0.5
        )
        painter.drawText(name, int(middle | Qt.AlignmentFlag.AlignRight), text)
        share = float(self._probabilities[index]) if self._probabilities is not None else 0.0
        if not wins and share < 0.005:
            painter.setPen(colors.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(percent, int(middle | Qt.AlignmentFlag.AlignRight), self.text_of(index))

        thick = max(4.0, area.height() * 0.52)
        left = name.right() + space
        track = QRectF(left, area.center().y() - thick / 2, max(percent.left() - space - left, 2.0), thick)
        round_by = min(thick / 2, 3.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(track, round_by, round_by)
        length = track.width() * min(share, 1.0)
        if length >= 1.0:
            bar = QRectF(track)
            bar.setWidth(length)
            painter.setBrush(self._bar_color(wins))
            painter.drawRoundedRect(bar, min(round_by, bar.width() / 2), min(round_by, bar.width() / 2))

    def _bar_color(self, wins: bool) -> QColor:
        role = QPalette.ColorRole.Highlight if wins else QPalette.ColorRole.Dark
        return self.palette().color(role)


if __name__ == "__main__":
    from gui.widgets.demo import show

    def make() -> ProbabilityBars:
        """Return bars of ten classes."""
        bars = ProbabilityBars()
        bars.set_classes([str(digit) for digit in range(10)])
        bars.set_probabilities(np.arange(10) / 45)
        return bars

    show(make)
