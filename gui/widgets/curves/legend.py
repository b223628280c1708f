"""The legend of a curve plot: an entry for each curve, which shows and hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.plain import caption, plain
from gui.look.text_size import px, sized

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gui.widgets.curves.series import CurveSeries

SWATCH = QSize(20, 12)  # pixels, of a piece of a curve
LEAST_SHARE = 0.7  # of the width of all names in several rows: where there is less, none is shown
SHARPNESS = 2  # pixels drawn for each pixel of an entry's picture


class CurveLegend(QWidget):
    """Entries in a row, each with a piece of its curve.

    Attributes:
        columns: How many entries fill a row, before another begins.
    """

    toggled = Signal(str, bool)
    """A curve is to be shown or hidden: its key, and which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, tuple[CurveSeries, _Entry]] = {}
        self.columns = 100
        self._places: dict[str, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the room for all names, whether or not they are shown now."""
        return QSize(self._named_width(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_names()

    def _show_names(self) -> None:
        """Show the names of all entries, or of none: half a name says less than the line and its tip.

        In several rows they may be shortened a little.
        """
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        needed = self._grid_width() * LEAST_SHARE if self._rows() > 1 else self._named_width()
        style = beside if needed <= self.width() else alone
        for _series, entry in self._entries.values():
            entry.setToolButtonStyle(style)

    def count(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def _rows(self) -> int:
        return max((place // self.columns for place in self._places.values()), default=0) + 1

    def _named_width(self) -> int:
        """Return the pixels that the entries take in one row, with their names."""
        widths = [entry.named_width() for _series, entry in self._entries.values()]
        return sum(widths) + self._grid.spacing() * max(0, len(widths) - 1)

    def marks_width(self) -> int:
        """Return the pixels that the entries take in one row without their names."""
        widths = [entry.marked_width() for _series, entry in self._entries.values()]
        return sum(widths) + self._grid.spacing() * max(0, len(widths) - 1)

    def _grid_width(self) -> int:
        """Return the pixels that the entries take in their rows, with their names."""
        widths: dict[int, int] = {}
        for key, (_series, entry) in self._entries.items():
            column = self._places[key] % self.columns
            widths[column] = max(widths.get(column, 0), entry.named_width())
        return sum(widths.values()) + self._grid.spacing() * max(0, len(widths) - 1)

    def add(self, series: CurveSeries) -> None:
        """Append an entry."""
        entry = dressed(_Entry(self), legend=True)
        entry.setCheckable(True)
        entry.setChecked(True)
        entry.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sized(entry.setIconSize, SWATCH)
        entry.setIcon(_picture(series, is_on=True))
        self._say(series, entry)
        entry.toggled.connect(self._on_entry_toggled)
        self._entries[series.key] = series, entry
        place = max(self._places.values(), default=-1) + 1
        self._places[series.key] = place
        self._grid.addWidget(entry, *divmod(place, self.columns))
        self._show_names()

    def _say(self, series: CurveSeries, entry: _Entry) -> None:
        entry.setText(caption(series.label))
        entry.setAccessibleName(series.label)
        show = self.tr("Show or hide “{curve}”").format(curve=series.label)
        entry.setToolTip(plain("\n".join(filter(None, (series.help, show)))))

    def say_words(self) -> None:
        """Say the names of all curves anew."""
        for series, entry in self._entries.values():
            self._say(series, entry)
        self.updateGeometry()
        self._show_names()

    def remove(self, key: str) -> None:
        """Take an entry away."""
        _, entry = self._entries.pop(key)
        del self._places[key]
        self._grid.removeWidget(entry)
        entry.deleteLater()

    @Slot(bool)
    def _on_entry_toggled(self, is_on: bool) -> None:
        for key, (series, entry) in self._entries.items():
            if entry is self.sender():
                entry.setIcon(_picture(series, is_on=is_on))
                self.toggled.emit(key, is_on)

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        for series, entry in self._entries.values():
            entry.setIcon(_picture(series, is_on=entry.isChecked()))
        self.updateGeometry()
        self._show_names()


class _Entry(QToolButton):
    """A curve's line with its name, or the line alone."""

    def named_width(self) -> int:
        """Return the pixels it takes with its name."""
        is_alone = self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return self.sizeHint().width() + (self._name_width() if is_alone else 0)

    def marked_width(self) -> int:
        """Return the pixels it takes without its name."""
        if self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return self.sizeHint().width()
        return self.sizeHint().width() - self._name_width()

    def _name_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(f" {self.text()} ") + 5  # as Qt has it, and a fraction


def _picture(series: CurveSeries, *, is_on: bool) -> QIcon:
    look = theme.current()
    return swatch(series, look.series_color(series.color) if is_on else look.color("text_disabled"))


def swatch(series: CurveSeries, color: QColor) -> QIcon:
    """Return a piece of a curve as the picture of an entry."""
    picture = QPixmap(QSize(px(SWATCH.width()), px(SWATCH.height())) * SHARPNESS)
    picture.setDevicePixelRatio(SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_swatch(painter, series, color)
    painter.end()
    return QIcon(picture)


def paint_swatch(painter: QPainter, series: CurveSeries, color: QColor) -> None:
    """Draw a piece of a curve, ``SWATCH`` large while words have their usual size, at the origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(px(SWATCH.width()) / SWATCH.width(), px(SWATCH.height()) / SWATCH.height())
    styles = {"dashes": Qt.PenStyle.DashLine, "dots": Qt.PenStyle.DotLine}
    painter.setPen(QPen(color, 2, styles.get(series.style, Qt.PenStyle.SolidLine)))
    painter.drawLine(QPointF(1, 6), QPointF(19, 6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if series.symbol == "circle":
        painter.drawEllipse(QPointF(10, 6), 3.5, 3.5)
    elif series.symbol == "square":
        painter.drawRect(QRect(7, 3, 6, 6))
    elif series.symbol == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(10, 2), QPointF(14, 10), QPointF(6, 10)]))
