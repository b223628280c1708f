"""The picture of two settings against each other: in each cell the best that was reached with such values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from gui.look import theme
from gui.look.spoken import follow_language
from gui.look.words import joined, labelled, listed
from gui.stations.sweep import words
from gui.stations.sweep.scale import Cell, in_sight
from gui.stations.sweep.trial_picture import TrialPicture, colour_of, ink_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene

GAP = 2.0  # pixels between cells
KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(frozen=True, slots=True)
class Heat:
    """Trials in cells.

    Attributes:
        across: The setting from left to right.
        up: That from bottom to top; empty where there is only one.
        cells: The trials in each cell, the best first, by its column and row.
    """

    across: str
    up: str
    cells: Mapping[tuple[int, int], tuple[Trial, ...]]


def heat_of(scene: Scene, across: str, up: str) -> Heat:
    """Return the trials that count, sorted into the cells of two settings.

    Args:
        scene: The sweep.
        across: Path of the one setting.
        up: Path of the other; empty for one alone.
    """
    found: dict[tuple[int, int], list[Trial]] = {}
    for trial in scene.ranked:
        column = scene.scales[across].cell_of(trial.values.get(across))
        row = scene.scales[up].cell_of(trial.values.get(up)) if up else 0
        if column is not None and row is not None:
            found.setdefault((column, row), []).append(trial)
    return Heat(across, up, {place: tuple(trials) for place, trials in found.items()})


def _goals(heat: Heat) -> list[float]:
    return [trials[0].goal for trials in heat.cells.values() if trials[0].goal is not None]


def _sight(scene: Scene, heat: Heat) -> tuple[float, float]:
    return in_sight(_goals(heat), is_less_better=scene.is_less_better)


class HeatPicture(TrialPicture):
    """Cells in the colour of their best trial, that in words, and how many there are.

    Signals:
        cell_changed: The keys have gone to another cell.
    """

    cell_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._heat: Heat | None = None
        self._at = (0, 0)  # the cell the keys are at
        super().__init__("heatPicture", lambda: self.tr("Two settings against each other"), parent)
        follow_language(self, self._say)

    def show_heat(self, scene: Scene, across: str, up: str) -> None:
        """Draw two settings of a sweep."""
        if self._heat is None or (self._heat.across, self._heat.up) != (across, up):
            self._at = (0, 0)
        self._heat = heat_of(scene, across, up)
        self.set_scene(scene)

    @property
    def heat(self) -> Heat | None:
        """What is drawn."""
        return self._heat

    # Where things are

    def _axes(self, scene: Scene, heat: Heat) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
        return scene.scales[heat.across].cells(), scene.scales[heat.up].cells() if heat.up else (
            Cell("", ""),
        )

    def _area(self, scene: Scene, heat: Heat) -> QRectF:
        metrics = self.small_metrics()
        line = metrics.height()
        left = 10.0
        if heat.up:
            names = [self._cell_text(heat.up, cell) for cell in self._axes(scene, heat)[1]]
            left += min(max(map(metrics.horizontalAdvance, names), default=0.0), 0.3 * self.width())
        top = 1.5 * line if heat.up else 0.4 * line
        return QRectF(
            left, top, max(10.0, self.width() - left - 10), max(10.0, self.height() - top - 4.6 * line)
        )

    def _rect(self, scene: Scene, heat: Heat, column: int, row: int) -> QRectF:
        columns, rows = self._axes(scene, heat)
        area = self._area(scene, heat)
        wide, high = area.width() / len(columns), area.height() / len(rows)
        corner = QPointF(area.left() + column * wide, area.bottom() - (row + 1) * high)
        return QRectF(corner.x(), corner.y(), wide - GAP, high - GAP)

    def rect_of(self, column: int, row: int) -> QRectF:
        """Return where a cell lies."""
        assert self.scene is not None
        assert self._heat is not None
        return self._rect(self.scene, self._heat, column, row)

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        scene, heat = self.scene, self._heat
        if scene is None or heat is None:
            return None
        area, (columns, rows) = self._area(scene, heat), self._axes(scene, heat)
        if not area.contains(point):
            return None
        column = int((point.x() - area.left()) / area.width() * len(columns))
        row = int((area.bottom() - point.y()) / area.height() * len(rows))
        return min(column, len(columns) - 1), min(row, len(rows) - 1)

    def numbers_at(self, point: QPointF) -> tuple[int, ...]:
        return self._numbers(self._cell_at(point))

    def _numbers(self, cell: tuple[int, int] | None) -> tuple[int, ...]:
        trials = () if cell is None or self._heat is None else self._heat.cells.get(cell, ())
        return tuple(trial.number for trial in trials)

    def order(self) -> Sequence[tuple[int, ...]]:
        """Return nothing: the keys go from cell to cell here, through empty ones as well."""
        return []

    # Keys and words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell."""
        scene, heat = self.scene, self._heat
        key = Qt.Key(event.key())
        if scene is None or heat is None or key not in KEYS:
            super().keyPressEvent(event)
            return
        columns, rows = self._axes(scene, heat)
        across, up = KEYS[key]
        column = min(max(self._at[0] + across, 0), len(columns) - 1)
        row = min(max(self._at[1] + up, 0), len(rows) - 1)
        self._at = (column, row)
        numbers = self._numbers(self._at)
        if numbers:
            self.choose(numbers)
        self._say()
        self.update()
        self.cell_changed.emit()

    def _say(self) -> None:
        scene, heat = self.scene, self._heat
        if scene is None or heat is None:
            return
        self.setAccessibleDescription(self.cell_words(*self._at))

    def cell_words(self, column: int, row: int) -> str:
        """Return what a cell says: its values, how many trials lie in it, and the best of them."""
        scene, heat = self.scene, self._heat
        if scene is None or heat is None:
            return ""
        columns, rows = self._axes(scene, heat)
        places = [labelled(scene.labels[heat.across], self._span_text(heat.across, columns[column]))]
        if heat.up:
            places.append(labelled(scene.labels[heat.up], self._span_text(heat.up, rows[row])))
        trials = heat.cells.get((column, row), ())
        if not trials:
            return joined((listed(places), self.tr("No trial yet.")))
        number = QLocale().toString(len(trials))
        count = self.tr("1 trial") if len(trials) == 1 else self.tr("{count} trials").format(count=number)
        best = words.trial_words(
            trials[0], scene.sweep.plan.goal, {path: scene.labels[path] for path in scene.labels}
        )
        return "\n".join((listed((*places, count)), best))

    def tip_at(self, point: QPoint) -> str:
        cell = self._cell_at(QPointF(point))
        return "" if cell is None else self.cell_words(*cell)

    @staticmethod
    def _cell_text(path: str, cell: Cell) -> str:
        """Return what stands at the axis for a cell: its value, or the middle of its span."""
        if cell.low == cell.high:
            return words.value_text(path, cell.low, short=True)
        return words.value_text(path, cell.low, short=True)

    def _span_text(self, path: str, cell: Cell) -> str:
        if cell.low == cell.high:
            return words.value_text(path, cell.low)
        low, high = (words.value_text(path, value, short=True) for value in (cell.low, cell.high))
        return self.tr("{low} to {high}").format(low=low, high=high)

    # Painting

    def draw(self, painter: QPainter, scene: Scene) -> None:
        heat = self._heat
        if heat is None:
            return
        look, area = theme.current(), self._area(scene, heat)
        low, high = _sight(scene, heat)
        columns, rows = self._axes(scene, heat)
        for column in range(len(columns)):
            for row in range(len(rows)):
                self._draw_cell(painter, scene, heat, (column, row), (low, high))
        painter.setPen(look.color("text_muted"))
        self._draw_names(painter, scene, heat, area)
        self._draw_ramp(painter, scene, heat)

    def _draw_cell(
        self, painter: QPainter, scene: Scene, heat: Heat, place: tuple[int, int], bounds: tuple[float, float]
    ) -> None:
        look, rect = theme.current(), self._rect(scene, heat, *place)
        trials = heat.cells.get(place, ())
        painter.setPen(Qt.PenStyle.NoPen)
        if not trials or trials[0].goal is None:
            painter.setPen(QPen(look.color("border"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            colour = colour_of(scene.share(trials[0].goal, *bounds))
            painter.setBrush(colour)
            painter.drawRect(rect)
            painter.setPen(ink_on(colour))
            self._draw_words(painter, scene, rect, trials)
        is_chosen = bool(trials) and any(trial.number in scene.chosen for trial in trials)
        if is_chosen or (self.hasFocus() and place == self._at):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("text"), 3))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            painter.setPen(QPen(look.color("surface"), 1))
            painter.drawRect(rect.adjusted(3, 3, -3, -3))

    def _draw_words(self, painter: QPainter, scene: Scene, rect: QRectF, trials: Sequence[Trial]) -> None:
        metrics = self.small_metrics()
        text = words.goal_text(scene.sweep.plan.goal, trials[0].goal)
        line = metrics.height()
        if metrics.horizontalAdvance(text) + 6 > rect.width() or line > rect.height():
            return
        number = QLocale().toString(len(trials))
        count = self.tr("best of {count}").format(count=number) if len(trials) > 1 else ""
        has_room = count and 2 * line + 4 < rect.height() and metrics.horizontalAdvance(count) < rect.width()
        both = f"{text}\n{count}" if has_room else text
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, both)

    def _draw_names(self, painter: QPainter, scene: Scene, heat: Heat, area: QRectF) -> None:
        metrics = self.small_metrics()
        line = metrics.height()
        columns, rows = self._axes(scene, heat)
        free = -1.0
        for number, cell in enumerate(columns):
            rect = self._rect(scene, heat, number, 0)
            text = self._cell_text(heat.across, cell)
            is_edge = cell.low != cell.high  # a span is named by where it begins
            wide = metrics.horizontalAdvance(text) + 6
            left = rect.left() - wide / 2 if is_edge else rect.center().x() - wide / 2
            place = QRectF(max(0.0, left), area.bottom() + 2, wide, line)
            if place.left() > free and place.right() <= self.width():
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                free = place.right()
        if columns[-1].low != columns[-1].high:  # and the last one by where it ends, too
            text = words.value_text(heat.across, columns[-1].high, short=True)
            wide = metrics.horizontalAdvance(text) + 6
            right = min(area.right() + wide / 2, float(self.width()))
            if right - wide > free:
                painter.drawText(
                    QRectF(right - wide, area.bottom() + 2, wide, line), Qt.AlignmentFlag.AlignCenter, text
                )
        below = QRectF(area.left(), area.bottom() + line + 3, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, scene.labels[heat.across])
        if not heat.up:
            return
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, cell in enumerate(rows):
            rect = self._rect(scene, heat, 0, number)
            y = rect.bottom() - line / 2 if cell.low != cell.high else rect.center().y() - line / 2
            wide = area.left() - 6
            text = metrics.elidedText(self._cell_text(heat.up, cell), Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(0, y, wide, line), side, text)
        painter.drawText(
            QRectF(2, 0.1 * line, self.width() - 4, line), Qt.AlignmentFlag.AlignLeft, scene.labels[heat.up]
        )

    @staticmethod
    def ramp_words(scene: Scene, heat: Heat) -> tuple[str, str]:
        """Return what the palest colour means, which what is far worse has as well, and what the strongest."""
        goal, bounds = scene.sweep.plan.goal, _sight(scene, heat)
        worst, best = reversed(bounds) if scene.is_less_better else bounds
        text = words.goal_text(goal, worst)
        if any(not bounds[0] <= each <= bounds[1] for each in _goals(heat)):
            text = words.edge_text(goal, text)
        return text, words.goal_text(goal, best)

    def _draw_ramp(self, painter: QPainter, scene: Scene, heat: Heat) -> None:
        """Draw which colours mean what, from the worst to the best."""
        metrics, look = self.small_metrics(), theme.current()
        line = metrics.height()
        left_text, right_text = self.ramp_words(scene, heat)
        wide, top = min(160.0, 0.3 * self.width()), self.height() - 1.6 * line
        left = (self.width() - wide) / 2
        for step in range(24):
            painter.fillRect(
                QRectF(left + step * wide / 24, top, wide / 24 + 1, 0.8 * line), colour_of(step / 23)
            )
        painter.setPen(look.color("text_muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, top, left - 6, 0.8 * line), right, left_text)
        beside = QRectF(left + wide + 6, top, self.width() - left - wide - 6, 0.8 * line)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, right_text)
