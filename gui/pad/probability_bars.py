"""A bar for each class: how sure the network is, in words and in length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.spoken import follow_language, said
from gui.look.theme import tabular_font
from gui.look.words import labelled, listed, percent, percent_of, plain_number
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray
    from PySide6.QtGui import QPaintEvent, QRegion, QResizeEvent

LOWEST_ROW, HIGHEST_ROW = 11.0, 60.0
"""Pixels of a row; below the first, rows go to further columns."""
EASY_ROW = 16.0
"""Pixels of a row where not all have room: of the likeliest, fewer are read more easily."""
NARROWEST_COLUMN, NARROWEST_NAMED = 96.0, 180.0
"""Pixels of a column of short names, and of one whose names take more than a few letters."""
SHORT = 4
"""Letters of a short name."""
NAME_SHARE = 0.42
"""The most that a name takes of a row's width where it stands beside its bar."""
STACKED_ROW = 26.0
"""From this height of a row on, a long name stands above its bar and not beside it."""
GAP = 14.0
"""Pixels between columns."""
FAINT = 0.005
"""A smaller share reads 0 %, and is written faintly."""
AT_LEFT, AT_RIGHT = (
    int(Qt.AlignmentFlag.AlignVCenter | side)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


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


def grid_for(count: int, width: float, height: float, narrowest: float = NARROWEST_COLUMN) -> Grid:
    """Return the grid with the fewest columns in which ``count`` rows can be read.

    Args:
        count: How many rows there are.
        width: Pixels of all columns.
        height: Pixels of a column.
        narrowest: The fewest pixels of a column's width.
    """
    widest = max(1, int((width + GAP) // (narrowest + GAP)))
    for columns in range(1, widest + 1):
        rows = -(-max(count, 1) // columns)
        if height / rows >= LOWEST_ROW:
            return Grid(columns, rows, min(height / rows, HIGHEST_ROW))
    rows = max(1, int(height // EASY_ROW))
    return Grid(widest, rows, min(height / rows, HIGHEST_ROW))


def shown_classes(probabilities: NDArray[np.float32] | None, count: int, room: int) -> list[int]:
    """Return the classes to show: all in their order, or the likeliest first where not all have room."""
    if count <= room:
        return list(range(count))
    if probabilities is None:
        return list(range(room))
    return [int(index) for index in np.argsort(-probabilities, kind="stable")[:room]]


class _Row(NamedTuple):
    """Where the parts of one row lie.

    Attributes:
        name: The name of the class.
        percent: Its probability in words.
        track: What its bar is a part of.
        key: The key that names it.
        flush: Whether the name stands close to its bar.
    """

    name: QRectF
    percent: QRectF
    track: QRectF
    key: QRectF
    flush: bool


class _Layout(NamedTuple):
    """How rows are divided.

    Attributes:
        grid: Columns and rows.
        width: Pixels of a column.
        name: Pixels of a name beside its bar.
        percent: Pixels of a probability in words.
        letters: Pixels of a letter's height.
        stacked: Whether names stand above their bars.
        key: Pixels before a name for the key that means it; 0 where no name has one.
    """

    grid: Grid
    width: float
    name: float
    percent: float
    letters: int
    stacked: bool
    key: float

    def row(self, place: int) -> _Row:
        """Return the places of one row, counted down the columns from 0."""
        column, line = divmod(place, self.grid.rows)
        high = self.grid.row_height
        area = QRectF(column * (self.width + GAP), line * high, self.width, high)
        if self.stacked:
            words = min(self.letters * 1.35, high * 0.6)
            thick = max(4.0, min((high - words) * 0.6, 14.0))
            top = area.y() + max((high - words - thick) * 0.3, 0.0)
            percent = QRectF(area.right() - self.percent, top, self.percent, words)
            name = QRectF(area.x(), top, max(self.width - self.percent - self.letters, 2.0), words)
            return self._keyed(name, percent, QRectF(area.x(), top + words + 1, self.width, thick))
        space = min(high * 0.4, self.letters * 0.7)
        name = QRectF(area.x(), area.y(), self.name, high)
        percent = QRectF(area.right() - self.percent, area.y(), self.percent, high)
        thick = max(4.0, min(high * 0.52, 24.0))
        left = name.right() + space
        track = QRectF(left, area.center().y() - thick / 2, max(percent.left() - space - left, 2.0), thick)
        return self._keyed(name, percent, track)

    def area(self, place: int) -> QRect:
        """Return the pixels of a row, with those around it that a letter may reach into."""
        column, line = divmod(place, self.grid.rows)
        high = self.grid.row_height
        area = QRectF(column * (self.width + GAP), line * high, self.width, high)
        return area.adjusted(-2, -2, 2, 2).toAlignedRect()

    def _keyed(self, name: QRectF, percent: QRectF, track: QRectF) -> _Row:
        return _Row(name.adjusted(self.key, 0, 0, 0), percent, track, name, not (self.stacked or self.key))


class _Look(NamedTuple):
    """How a row looks.

    Attributes:
        words: Its probability in words.
        is_faint: Whether these are.
        share: The length of its bar in that of its track; 0 where it has none.
        wins: Whether it stands out.
    """

    words: str
    is_faint: bool
    share: float
    wins: bool


class _Rows(NamedTuple):
    """Rows as they are painted.

    Attributes:
        layout: How they are divided.
        rows: The places of each.
        fonts: Of rows, and of the one that stands out.
        metrics: Of these.
    """

    layout: _Layout
    rows: list[_Row]
    fonts: tuple[QFont, QFont]
    metrics: tuple[QFontMetricsF, ...]


class ProbabilityBars(Painted):
    """Shows one probability for each class; the likeliest in the accent colour.

    Bars are looked at: nothing happens where they are clicked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probabilityBars")
        self._classes: tuple[str, ...] = ()
        self._probabilities: NDArray[np.float32] | None = None
        self._keys: dict[str, str] = {}  # from a class to the key that names it
        self._widest = ""
        self._is_doubted = False
        self._words: dict[int, str] = {}  # of the probabilities shown
        self._looks: list[_Look] | None = None  # of the rows as they are, where only some are painted anew
        self._rows: tuple[object, _Rows] | None = None  # and for what they were laid out
        self._part: QRegion | None = None  # what is being painted; None for all
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        said(self.setAccessibleName, lambda: self.tr("Probability of each class"))
        follow_language(self, self._tell)

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
        self._probabilities = self._looks = None
        self._words = {}
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
        self._words = {}
        self._tell()
        self._update_rows()

    def _update_rows(self) -> None:
        """Paint anew what looks other than before: of ten classes, most have next to nothing before and after."""
        before, self._looks = self._looks, self._looks_now()
        if before is None or self._looks is None:
            self.update()
            return
        rows = self._laid(range(len(self._looks)))
        for place, (old, new) in enumerate(zip(before, self._looks, strict=True)):
            if new != old or new.wins:
                self.update(rows.layout.area(place))

    def _looks_now(self) -> list[_Look] | None:
        """Return how each row looks; None where there is nothing to show, or rows do not stand in order of classes."""
        shares, count = self._probabilities, len(self._classes)
        if shares is None or not 0 < count <= self._grid().room:
            return None
        width, winner = self._laid(range(count)).rows[0].track.width(), self._winner()
        return [
            _Look(self.text_of(place), share < FAINT, share if share * width >= 1.0 else 0.0, place == winner)
            for place, share in enumerate(shares.tolist())
        ]

    def _winner(self) -> int:
        """Return the class that stands out; -1 for none."""
        shares = None if self._is_doubted else self._probabilities
        return -1 if shares is None else int(np.argmax(shares))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Write before each class the key that names it, where that is not its name.

        Args:
            keys: From a key to the class it means.
        """
        self._keys = {name: key for key, name in keys.items() if key != name}
        self.update()

    def set_doubted(self, doubted: bool) -> None:
        """Let no bar stand out, where the answer is that it may be none of the classes: they only share out."""
        if doubted != self._is_doubted:
            self._is_doubted = doubted
            self.update()

    def set_widest(self, name: str) -> None:
        """Leave room for a name at all times, where classes come and go: rows stand as if it were among them."""
        self._widest = name
        self.update()

    def text_of(self, index: int) -> str:
        """Return a probability in words, such as "97 %"; empty if there is none."""
        if self._probabilities is None:
            return ""
        if index not in self._words:
            self._words[index] = self.words_for(float(self._probabilities[index]))
        return self._words[index]

    def words_for(self, share: float) -> str:
        """Return any probability in words, such as "97 %"."""
        return percent(share, 0)

    def _tell(self) -> None:
        """Put the three likeliest into words for those who hear the window."""
        self._words = {}  # the language may be another
        if self._probabilities is None:
            self.setAccessibleDescription(self.tr("Nothing is drawn yet."))
            return
        best = np.argsort(-self._probabilities, kind="stable")[:3]
        words = (labelled(self._classes[index], self.text_of(index)) for index in best)
        self.setAccessibleDescription(listed(words))

    def tip_at(self, point: QPoint) -> str:
        index = self._class_at(point.x(), point.y())
        if index is None:
            return ""
        name = self._classes[index]
        if self._probabilities is None:
            return name
        share = plain_number(100 * float(self._probabilities[index]), 4)
        return self.tr("{name}: {percent}\u00a0%").format(name=name, percent=share)

    def _class_at(self, x: float, y: float) -> int | None:
        grid = self._grid()
        shown = shown_classes(self._probabilities, len(self._classes), grid.room)
        column = int(x * grid.columns // max(self.width(), 1))
        row = int(y // grid.row_height)
        place = column * grid.rows + row
        return shown[place] if 0 <= row < grid.rows and 0 <= place < len(shown) else None

    def _grid(self) -> Grid:
        named = any(len(name) > SHORT for name in (*self._classes, self._widest))
        narrowest = NARROWEST_NAMED if named else NARROWEST_COLUMN
        return grid_for(len(self._classes), self.width(), self.height(), narrowest)

    def track(self, index: int) -> QRectF:
        """Return where the bar of a class lies; nowhere where the class has no room."""
        grid = self._grid()
        shown = shown_classes(self._probabilities, len(self._classes), grid.room)
        if index not in shown:
            return QRectF()
        place = shown.index(index)
        return self._layout(grid, shown).row(place).track

    def _layout(self, grid: Grid, shown: Sequence[int]) -> _Layout:
        """Return how the rows are laid out; names have what room they need, but never that of the bars."""
        width = (self.width() - GAP * (grid.columns - 1)) / grid.columns
        size = min(max(grid.row_height * 0.66, 9.0), 30.0, max(width / 11, 9.0))
        bold = tabular_font(self.font())
        bold.setBold(True)
        keyed = any(self._classes[index] in self._keys for index in shown)
        stacked = False
        while True:
            bold.setPixelSize(round(size))
            metrics = QFontMetricsF(bold)
            key = metrics.horizontalAdvance("0  ") if keyed else 0.0
            names = (self._widest, *(self._classes[index] for index in shown))
            longest = key + max(map(metrics.horizontalAdvance, names))
            if stacked or longest <= width * NAME_SHARE or size <= 11:
                break
            stacked = grid.row_height >= STACKED_ROW
            size = min(size, grid.row_height * 0.42, 16.0) if stacked else max(size * 0.8, 11.0)
        percent = metrics.horizontalAdvance(percent_of("99.9"))  # at least as wide as 100
        return _Layout(grid, width, min(longest, width * NAME_SHARE), percent, round(size), stacked, key)

    def _laid(self, shown: Sequence[int]) -> _Rows:
        """Return the rows of these classes with their letters; laid out anew only where something asks for it."""
        grid, font = self._grid(), self.font()
        asked = (
            grid,
            tuple(shown),
            self._classes,
            self._widest,
            self._keys,
            self.size(),
            font,
            percent_of("99.9"),
        )
        if self._rows is None or self._rows[0] != asked:
            layout = self._layout(grid, shown)
            letters = tabular_font(font)
            letters.setPixelSize(layout.letters)
            bold = QFont(letters)
            bold.setBold(True)
            rows = [layout.row(place) for place in range(len(shown))]
            self._rows = (
                asked,
                _Rows(layout, rows, (letters, bold), tuple(map(QFontMetricsF, (letters, bold)))),
            )
        return self._rows[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._looks = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._part = event.region()
        super().paintEvent(event)
        self._part = None

    def paint(self, painter: QPainter) -> None:
        if not self._classes:
            return
        shown = shown_classes(self._probabilities, len(self._classes), self._grid().room)
        laid, winner = self._laid(shown), self._winner()
        for place, index in enumerate(shown):
            if self._part is None or self._part.intersects(laid.layout.area(place)):
                wins = index == winner
                painter.setFont(laid.fonts[wins])
                self._paint_row(painter, laid.rows[place], index, laid.metrics[wins], wins)

    def _paint_row(
        self, painter: QPainter, row: _Row, index: int, metrics: QFontMetricsF, wins: bool
    ) -> None:
        colors = self.palette()
        key = self._keys.get(self._classes[index], "")
        if key:
            painter.setPen(colors.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(row.key, AT_LEFT, key)
        painter.setPen(colors.color(QPalette.ColorRole.WindowText))
        text = metrics.elidedText(self._classes[index], Qt.TextElideMode.ElideRight, row.name.width() + 0.5)
        painter.drawText(row.name, AT_RIGHT if row.flush else AT_LEFT, text)
        share = float(self._probabilities[index]) if self._probabilities is not None else 0.0
        if not wins and share < FAINT:
            painter.setPen(colors.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(row.percent, AT_RIGHT, self.text_of(index))

        round_by = min(row.track.height() / 2, 3.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(row.track, round_by, round_by)
        length = row.track.width() * min(share, 1.0)
        if length >= 1.0:
            bar = QRectF(row.track)
            bar.setWidth(length)
            painter.setBrush(self._bar_color(wins))
            painter.drawRoundedRect(bar, min(round_by, bar.width() / 2), min(round_by, bar.width() / 2))

    def _bar_color(self, wins: bool) -> QColor:
        role = QPalette.ColorRole.Highlight if wins else QPalette.ColorRole.Dark
        return self.palette().color(role)
