"""The picture of trial after trial: what each reached, and the best so far as a line over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from engine.sweep.trial import TrialState, ordinal
from gui.look import theme
from gui.look.words import plain_number
from gui.stations.sweep import words
from gui.stations.sweep.scale import Scale, even_ticks
from gui.stations.sweep.trial_picture import TrialPicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene

MARK, HOLLOW, RING = 4.0, 3.4, 8.5  # pixels: half the size of a mark, of a hollow one, of the ring round one
NEAR = 12.0  # pixels from a mark in which the mouse means it
MARGIN = 0.06  # of the height, above and below the marks
BEST, FAR = "best", "far"  # entries of the legend that are no state
WRONG = (TrialState.FAILED, TrialState.LOST)


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """Where axes and legend stand.

    Attributes:
        scene: Of which sweep at which moment.
        size: Of the picture.
        area: What the axes go round.
        bounds: The goals at its lower and its upper edge.
        numbers: Of the trials at its left and its right edge.
        drawn: The trials that have a mark, by number.
        legend: What stands above it, its words, and where.
    """

    scene: Scene
    size: QSize
    area: QRectF
    bounds: tuple[float, float]
    numbers: tuple[int, int]
    drawn: tuple[Trial, ...]
    legend: tuple[tuple[TrialState | str, str, QRectF], ...]


class BestPicture(TrialPicture):
    """A mark for each trial that has reached anything, in the order of their numbers.

    Those far worse than half of all stand at the edge as triangles: the rest would lie in a line otherwise.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._frame: _Frame | None = None
        super().__init__("bestPicture", lambda: self.tr("Best so far, trial by trial"), parent)

    # Where things are

    def set_scene(self, scene: Scene) -> None:
        self._frame = None
        super().set_scene(scene)

    def forget_colours(self) -> None:
        self._frame = None  # words may be of another size

    def _framed(self, scene: Scene) -> _Frame:
        """Return where axes and legend stand, made anew for another sweep or size alone."""
        if self._frame is None or self._frame.size != self.size() or self._frame.scene is not scene:
            self._frame = self._made_frame(scene)
        return self._frame

    def _made_frame(self, scene: Scene) -> _Frame:
        metrics, goal = self.small_metrics(), scene.sweep.plan.goal
        line = metrics.height()
        axis = Scale.of_numbers(scene.sight)
        margin = MARGIN * (axis.high - axis.low)
        low, high = axis.low - margin, axis.high + margin
        lost = (trial for trial in scene.trials if trial.state in WRONG and trial.goal is None)
        drawn = tuple(sorted((*lost, *scene.counted), key=lambda trial: trial.number))
        legend = self._legend(drawn, low, high)
        ticks = [words.axis_text(goal, tick) for tick in even_ticks(low, high, 5)]
        left = max(map(metrics.horizontalAdvance, ticks), default=20.0) + 12
        top = legend[-1][2].bottom() + 0.5 * line
        room = QSizeF(self.width() - left - 12, self.height() - top - 2.5 * line)
        area = QRectF(QPointF(left, top), room.expandedTo(QSizeF(10, 10)))
        numbers = [trial.number for trial in scene.trials] or [0]
        return _Frame(
            scene, self.size(), area, (low, high), (min(numbers), max(2, *numbers)), drawn, tuple(legend)
        )

    def _place(self, scene: Scene, trial: Trial) -> QPointF:
        frame = self._framed(scene)
        area, (low, high), (first, last) = frame.area, frame.bounds, frame.numbers
        along = (trial.number - first) / max(1, last - first)
        x = area.left() + MARK + along * (area.width() - 2 * MARK)
        if trial.goal is None:
            return QPointF(x, area.bottom())
        up = min(max((trial.goal - low) / (high - low), 0.0), 1.0)
        return QPointF(x, area.bottom() - up * area.height())

    def place_of(self, number: int) -> QPointF:
        """Return where the mark of a trial lies."""
        assert self.scene is not None
        return self._place(self.scene, self.scene.by_number[number])

    def numbers_at(self, point: QPointF) -> tuple[int, ...]:
        scene = self.scene
        if scene is None:
            return ()
        near = [
            (QLineF(self._place(scene, trial), point).length(), trial.number)
            for trial in self._framed(scene).drawn
        ]
        distance, number = min(near, default=(NEAR, 0))
        return (number,) if distance < NEAR else ()

    def order(self) -> Sequence[tuple[int, ...]]:
        scene = self.scene
        return [] if scene is None else [(trial.number,) for trial in self._framed(scene).drawn]

    # Painting

    def draw(self, painter: QPainter, scene: Scene) -> None:
        look, area = theme.current(), self._framed(scene).area
        self._draw_axes(painter, scene, area)
        self._draw_legend(painter, scene)
        line = self._best_line(scene, area)
        if len(line) > 1:
            painter.setPen(QPen(look.series_color(1), 2))
            painter.drawPolyline(QPolygonF(line))
        low, high = self._framed(scene).bounds
        for trial in self._framed(scene).drawn:
            at = self._place(scene, trial)
            _draw_mark(
                painter, trial, at, is_outside=trial.goal is not None and not low <= trial.goal <= high
            )
            if trial.number in scene.chosen or trial.number in self.hovered:
                painter.setPen(QPen(look.color("accent"), 2 if trial.number in scene.chosen else 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, RING, RING)

    def _best_line(self, scene: Scene, area: QRectF) -> list[QPointF]:
        """Return the way of the best so far: along, and up where a trial is better."""
        found: list[QPointF] = []
        for trial in scene.counted:
            at = self._place(scene, trial)
            if not found:
                found.append(at)
            elif (at.y() > found[-1].y()) if scene.is_less_better else (at.y() < found[-1].y()):
                found += [QPointF(at.x(), found[-1].y()), at]
        if found:
            found.append(QPointF(area.right(), found[-1].y()))
        return found

    def _draw_axes(self, painter: QPainter, scene: Scene, area: QRectF) -> None:
        look, line = theme.current(), painter.fontMetrics().height()
        low, high = self._framed(scene).bounds
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in even_ticks(low, high, max(1, min(6, int(area.height() / (1.6 * line))))):
            y = area.bottom() - (tick - low) / (high - low) * area.height()
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(look.color("text_muted"))
            text = words.axis_text(scene.sweep.plan.goal, tick)
            painter.drawText(QRectF(0, y - line / 2, area.left() - 6, line), side, text)
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.setPen(look.color("text_muted"))
        if scene.trials:
            first, last = self._framed(scene).numbers
            for tick in even_ticks(ordinal(first), ordinal(last), 8):
                if tick == round(tick):
                    along = (tick - ordinal(first)) / max(1, last - first)
                    x = area.left() + MARK + along * (area.width() - 2 * MARK)
                    place = QRectF(x - 40, area.bottom() + MARK, 80, line)  # free of the marks on the axis
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, plain_number(tick, 6))
        below = QRectF(0, area.bottom() + MARK + line, self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("Trial"))

    def _legend(
        self, drawn: Sequence[Trial], low: float, high: float
    ) -> list[tuple[TrialState | str, str, QRectF]]:
        """Return what stands above the picture: a state, ``best`` or ``far``, its words and where, in rows that fit."""
        metrics, states = self.small_metrics(), {trial.state for trial in drawn}
        entries: list[tuple[TrialState | str, str]] = [(BEST, self.tr("Best so far"))]
        entries += [(state, words.state_name(state)) for state in TrialState if state in states]
        if any(trial.goal is not None and not low <= trial.goal <= high for trial in drawn):
            entries.append((FAR, self.tr("Far worse")))
        line, x, y = metrics.height(), 6.0, 0.4 * metrics.height()
        found: list[tuple[TrialState | str, str, QRectF]] = []
        for kind, text in entries:
            wide = metrics.horizontalAdvance(text) + 1.6 * line
            if x > 6 and x + wide > self.width():
                x, y = 6.0, y + 1.2 * line
            found.append((kind, text, QRectF(x, y, wide, line)))
            x += wide + line
        return found

    def _draw_legend(self, painter: QPainter, scene: Scene) -> None:
        look = theme.current()
        for kind, text, place in self._framed(scene).legend:
            at = QPointF(place.left() + 0.6 * place.height(), place.center().y())
            if kind == BEST:
                painter.setPen(QPen(look.series_color(1), 2))
                painter.drawLine(QLineF(at.x() - 8, at.y(), at.x() + 8, at.y()))
            elif kind == FAR:
                _draw_triangle(painter, at)
            elif isinstance(kind, TrialState):
                _draw_form(painter, kind, at)
            painter.setPen(look.color("text"))
            beside = place.adjusted(1.5 * place.height(), 0, 4, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, text)


def _draw_mark(painter: QPainter, trial: Trial, at: QPointF, *, is_outside: bool) -> None:
    if not is_outside:
        _draw_form(painter, trial.state, at)
        return
    _draw_triangle(painter, at)


def _draw_triangle(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(theme.current().series_color(0), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(
        QPolygonF([at + QPointF(-MARK, -MARK), at + QPointF(MARK, -MARK), at + QPointF(0, MARK)])
    )


def _draw_form(painter: QPainter, state: TrialState, at: QPointF) -> None:
    look = theme.current()
    colour = look.series_color(0)
    if state in WRONG:
        painter.setPen(QPen(look.color("error"), 1.8))
        painter.drawLine(QLineF(at.x() - MARK, at.y() - MARK, at.x() + MARK, at.y() + MARK))
        painter.drawLine(QLineF(at.x() - MARK, at.y() + MARK, at.x() + MARK, at.y() - MARK))
        return
    is_hollow = state is not TrialState.DONE
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(look.color("surface") if is_hollow else colour)
    size = HOLLOW if is_hollow else MARK
    painter.drawEllipse(at, size, size)
