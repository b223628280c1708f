"""The picture of parallel coordinates: an axis for each setting and one for the goal, and a line for each trial."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from gui.look import theme
from gui.stations.sweep import words
from gui.stations.sweep.scale import Scale
from gui.stations.sweep.trial_picture import TrialPicture, colour_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene

GOAL = ""  # the axis of what is looked for, beside those of the settings
NEAR = 7.0  # pixels from a line in which the mouse means it
BRUSH = 9.0  # pixels to either side of an axis in which it can be brushed, and half the width of a brush
LEAST_BRUSH = 4.0  # pixels; what is shorter is a press
SHADES = 63  # steps of colour from the worst to the best
BESIDE = 20.0  # pixels that a title may reach beyond what is left beside the outer axes
MOST_LINES = 1000  # that are drawn, the best of all


class LinesPicture(TrialPicture):
    """Lines through axes, the better ones in a stronger colour; a part of an axis can be brushed by the mouse.

    Signals:
        brushed: Other trials are within the brushes, or there is no brush any more.
    """

    brushed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._brushes: dict[str, tuple[float, float]] = {}  # by axis, places from 0 to 1
        self._brushing: tuple[str, float] | None = None  # the axis, and where the brush began
        self._ground: QPixmap | None = None  # all but what is chosen or under the mouse
        self._lines: dict[
            int, tuple[Trial, list[QPointF]]
        ] = {}  # by number of trial, while axes are the same
        self._shades: list[QColor] = []  # from the worst to the best
        super().__init__(
            "linesPicture", lambda: self.tr("Every trial as a line through its settings"), parent
        )

    def set_scene(self, scene: Scene) -> None:
        before = self.scene
        if before is None or before.trials is not scene.trials:
            self._ground = None
        if before is None or before.sweep is not scene.sweep:
            self._brushes.clear()
            self._lines.clear()
        elif before.sight != scene.sight:  # the axis of the goal is another
            self._lines.clear()
        super().set_scene(scene)

    def forget_colours(self) -> None:
        self._ground = None
        self._shades.clear()
        self._lines.clear()  # words may be of another size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = None
        self._lines.clear()

    # Where things are

    def _axes(self, scene: Scene) -> Mapping[str, Scale]:
        return {**scene.scales, GOAL: Scale.of_numbers(scene.sight)}

    def _area(self) -> QRectF:
        line = self.small_metrics().height()
        side = min(70.0, 0.12 * self.width())
        return QRectF(
            side, 2.9 * line, max(10.0, self.width() - 2 * side), max(10.0, self.height() - 4.1 * line)
        )

    def _along(self, scene: Scene, axis: str) -> float:
        names, area = [*scene.scales, GOAL], self._area()
        return area.left() + names.index(axis) / max(1, len(names) - 1) * area.width()

    def _height(self, place: float) -> float:
        area = self._area()
        return area.bottom() - place * area.height()

    def line_of(self, scene: Scene, trial: Trial) -> list[QPointF]:
        """Return the corners of the line of a trial; without those of values that have no place."""
        known = self._lines.get(trial.number)
        if known is None or known[0] is not trial:
            self._find_lines(scene)
            known = self._lines.get(trial.number)
        return known[1] if known is not None and known[0] is trial else []

    def _find_lines(self, scene: Scene) -> None:
        """Work out the lines of trials that are new."""
        axes, area = self._axes(scene), self._area()
        along = {axis: self._along(scene, axis) for axis in axes}
        bottom, height = area.bottom(), area.height()
        for each in scene.counted:
            known = self._lines.get(each.number)
            if known is not None and known[0] is each:
                continue
            places = (
                (along[axis], scale.place(each.goal if axis == GOAL else each.values.get(axis)))
                for axis, scale in axes.items()
            )
            line = [QPointF(x, bottom - place * height) for x, place in places if place is not None]
            self._lines[each.number] = (each, line)

    def _drawn(self, scene: Scene) -> Sequence[Trial]:
        return scene.ranked[:MOST_LINES]

    def within(self, scene: Scene, trial: Trial) -> bool:
        """Whether a trial lies within every brush."""
        if not self._brushes:
            return True
        axes = self._axes(scene)
        for axis, (low, high) in self._brushes.items():
            place = (
                axes[axis].place(trial.goal if axis == GOAL else trial.values.get(axis))
                if axis in axes
                else None
            )
            if place is None or not low - 1e-9 <= place <= high + 1e-9:
                return False
        return True

    def numbers_at(self, point: QPointF) -> tuple[int, ...]:
        scene = self.scene
        if scene is None:
            return ()
        found: tuple[int, ...] = ()
        least = NEAR
        for trial in self._drawn(scene):
            if self._brushes and not self.within(scene, trial):
                continue
            corners = self.line_of(scene, trial)
            for first, second in pairwise(corners):
                if first.x() - NEAR <= point.x() <= second.x() + NEAR:
                    distance = _distance(point, first, second)
                    if distance < least:
                        found, least = (trial.number,), distance
        return found

    def order(self) -> Sequence[tuple[int, ...]]:
        """Return the trials within the brushes, the best first."""
        scene = self.scene
        return (
            []
            if scene is None
            else [(trial.number,) for trial in self._drawn(scene) if self.within(scene, trial)]
        )

    # Brushing

    @property
    def brushes(self) -> Mapping[str, tuple[float, float]]:
        """The part of each axis that is brushed, 0 to 1."""
        return self._brushes

    def brush(self, axis: str, low: float, high: float) -> None:
        """Brush a part of an axis, and choose the trials within all brushes; from a place to itself takes it away."""
        if high <= low:
            self._brushes.pop(axis, None)
        else:
            self._brushes[axis] = (low, high)
        self._ground = None
        self.update()
        self.brushed.emit()
        if self.scene is not None:
            self.choose(tuple(number for (number,) in self.order()) if self._brushes else ())

    def clear_brushes(self) -> None:
        """Take all brushes away."""
        self._brushes.clear()
        self._ground = None
        self.update()
        self.brushed.emit()

    def _axis_at(self, point: QPointF) -> str | None:
        scene = self.scene
        if scene is None:
            return None
        near = ((abs(self._along(scene, axis) - point.x()), axis) for axis in (*scene.scales, GOAL))
        distance, axis = min(near)
        return axis if distance <= BRUSH else None

    def _place_at(self, point: QPointF) -> float:
        area = self._area()
        return min(max((area.bottom() - point.y()) / area.height(), 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to brush on an axis, choose a line elsewhere."""
        axis = self._axis_at(event.position())
        if axis is not None and event.button() is Qt.MouseButton.LeftButton:
            self._brushing = (axis, self._place_at(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._brushing is None:
            super().mouseMoveEvent(event)
            if self._axis_at(event.position()) is not None:
                self.setCursor(Qt.CursorShape.SizeVerCursor)
            elif not self.hovered:
                self.setCursor(Qt.CursorShape.ArrowCursor)
            return
        axis, began = self._brushing
        now = self._place_at(event.position())
        self._brushes[axis] = (min(began, now), max(began, now))
        self._ground = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the brush; a mere press on an axis takes its brush away."""
        if self._brushing is None:
            super().mouseReleaseEvent(event)
            return
        (axis, began), self._brushing = self._brushing, None
        low, high = sorted((began, self._place_at(event.position())))
        is_press = (high - low) * self._area().height() < LEAST_BRUSH
        had = axis in self._brushes and is_press
        self.brush(axis, *((0.0, 0.0) if is_press else (low, high)))
        if had or not is_press:
            return
        self.choose(self.numbers_at(event.position()))

    # Painting

    def draw(self, painter: QPainter, scene: Scene) -> None:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._painted_ground(scene, ratio)
        painter.drawPixmap(0, 0, self._ground)
        look = theme.current()
        for number in (*scene.chosen[::-1], *self.hovered):
            trial = scene.by_number.get(number)
            if trial is None or trial.goal is None:
                continue
            line = QPolygonF(self.line_of(scene, trial))
            painter.setPen(QPen(look.color("surface"), 5))
            painter.drawPolyline(line)
            painter.setPen(QPen(look.series_color(1), 2.4))
            painter.drawPolyline(line)
        self._draw_axes(painter, scene)
        self._draw_brushes(painter, scene)

    def _painted_ground(self, scene: Scene, ratio: float) -> QPixmap:
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        look = theme.current()
        ground.fill(look.color("surface"))
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small_font())
        drawn = self._drawn(scene)
        places = {trial.number: place / max(1, len(drawn) - 1) for place, trial in enumerate(drawn)}
        inside = [trial for trial in drawn if self.within(scene, trial)]
        if len(inside) < len(drawn):
            painter.setPen(QPen(look.color("grid"), 1))
            kept = {trial.number for trial in inside}
            for trial in drawn:
                if trial.number not in kept:
                    self._draw_line(painter, scene, trial)
        if not self._shades:
            self._shades = [colour_of(step / SHADES) for step in range(SHADES + 1)]
        for trial in reversed(inside):  # the best lie above the others
            painter.setPen(QPen(self._shades[round(SHADES * (1 - places[trial.number]))], 1.2))
            self._draw_line(painter, scene, trial)
        painter.end()
        return ground

    def _draw_line(self, painter: QPainter, scene: Scene, trial: Trial) -> None:
        """Draw a thin line stretch by stretch: as one polyline, with its joins, it would take six times as long."""
        painter.drawLines([QLineF(first, second) for first, second in pairwise(self.line_of(scene, trial))])

    def _draw_axes(self, painter: QPainter, scene: Scene) -> None:
        look, area = theme.current(), self._area()
        for axis in self._axes(scene):
            x = self._along(scene, axis)
            painter.setPen(QPen(look.color("border_strong"), 1.4))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            self._draw_ticks(painter, scene, axis)
        painter.setPen(look.color("text"))
        for place, title in self.titles(scene):
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, title)

    def titles(self, scene: Scene) -> list[tuple[QRectF, str]]:
        """Return where the titles of the axes stand, and what there is room for: in two lines if one has too little."""
        metrics, axes = self.small_metrics(), list(self._axes(scene))
        line, room = metrics.height(), self._area().width() / max(1, len(axes) - 1) - 6
        words = [scene.measure if axis == GOAL else scene.labels[axis] for axis in axes]
        is_tight = max(map(metrics.horizontalAdvance, words)) > room - BESIDE
        titles = []
        for number, (axis, title) in enumerate(zip(axes, words, strict=True)):
            x = self._along(scene, axis)
            wide = min(2 * room if is_tight else room, 2 * (min(x, self.width() - x) + BESIDE))
            place = QRectF(x - wide / 2, (0.2 if is_tight and number % 2 else 1.2) * line, wide, line)
            place.moveLeft(min(max(place.left(), 2.0), self.width() - wide - 2))
            titles.append((place, metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(wide))))
        return titles

    def _draw_ticks(self, painter: QPainter, scene: Scene, axis: str) -> None:
        look, metrics, area = theme.current(), self.small_metrics(), self._area()
        line = metrics.height()
        x, is_last = self._along(scene, axis), axis == GOAL
        free = area.bottom() + line
        for place, text in self.ticks(scene, axis):
            y = self._height(place)
            if y > free - 1.1 * line and y < area.bottom():
                continue
            free = y
            painter.setPen(QPen(look.color("border_strong"), 1))
            painter.drawLine(QLineF(x - 3, y, x + 3, y))
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 90)
            wide = metrics.horizontalAdvance(cut) + 4
            left = min(x + 5, self.width() - wide) if not is_last else x + 5
            box = QRectF(left, y - line / 2, wide, line)
            painter.fillRect(box, look.color("surface", 190))
            painter.setPen(look.color("text_muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def ticks(self, scene: Scene, axis: str) -> list[tuple[float, str]]:
        """Return what is marked along an axis, from below, and where far worse trials are held, that."""
        area, line, goal = self._area(), self.small_metrics().height(), scene.sweep.plan.goal
        scale = self._axes(scene)[axis]
        found = scale.ticks(max(2, min(6, int(area.height() / (1.8 * line)))))
        if axis != GOAL:
            return [(place, words.value_text(axis, value, short=True)) for place, value in found]
        ticks = [(place, words.axis_text(goal, float(str(value)))) for place, value in found]
        if not scene.has_far:
            return ticks
        end, limit = (1.0, scale.high) if scene.is_less_better else (0.0, scale.low)
        room = 1.1 * line / area.height()
        edge = (end, words.edge_text(goal, words.axis_text(goal, limit)))
        return sorted([*(tick for tick in ticks if abs(tick[0] - end) >= room), edge])

    def _draw_brushes(self, painter: QPainter, scene: Scene) -> None:
        look = theme.current()
        for axis, (low, high) in self._brushes.items():
            x = self._along(scene, axis)
            rect = QRectF(x - BRUSH, self._height(high), 2 * BRUSH, self._height(low) - self._height(high))
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(look.color("accent", 60))
            painter.drawRect(rect)


def _distance(point: QPointF, first: QPointF, second: QPointF) -> float:
    """Return how far a point lies from a stretch between two others, in pixels."""
    way = second - first
    length = QPointF.dotProduct(way, way)
    share = 0.0 if length == 0 else min(max(QPointF.dotProduct(point - first, way) / length, 0.0), 1.0)
    return QLineF(point, first + way * share).length()
