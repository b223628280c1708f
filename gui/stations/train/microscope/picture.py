"""The network while one step goes through it: values on their way there, gradients on their way back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import in_turn, labelled, listed
from gui.stations.train.microscope import lines, words
from gui.stations.train.microscope.layout import Column, Sizes, lay_out, unit_at, weight_at
from gui.stations.train.microscope.phases import Stage
from gui.widgets.network.painting import mixed, paint_weights
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from engine.training.step_trace import Floats
    from gui.stations.train.microscope.scene import Scene

BACK = 3  # which of the theme's colours of curves gradients have: neither that of values above 0 nor of those below


class StepPicture(Painted):
    """Layers as columns, units with what they give and, once that is known, their δ.

    Signals:
        unit_chosen: A unit was clicked (column, unit).
        weight_chosen: A line was clicked (column that it leads to, unit before, unit).
        turned: A key asks for what comes before or after: ``phase``, ``unit``, ``source`` or ``layer`` (what, −1 or 1).
    """

    unit_chosen = Signal(int, int)
    weight_chosen = Signal(int, int, int)
    turned = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepPicture")
        self._scene: Scene | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said(self.setAccessibleName, lambda: self.tr("One step through the network"))

    def set_scene(self, scene: Scene | None) -> None:
        """Show an instant of a step, or nothing."""
        self._scene = scene
        self.update()

    def describe(self) -> None:
        """Tell screen readers what is chosen, and its numbers."""
        scene = self._scene
        if scene is None:
            self.setAccessibleDescription("")
            return
        parts = [words.stage_title(scene, scene.phase), self._unit_words(scene, scene.column, scene.unit)]
        self.setAccessibleDescription(in_turn(parts))

    def sizeHint(self) -> QSize:
        return QSize(520, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), px(190))

    def columns(self) -> tuple[Column, ...]:
        """Return the columns as they stand at the widget's size."""
        if self._scene is None:
            return ()
        return lay_out(self._scene, self.width(), self.height(), self._sizes(self._scene))

    def _sizes(self, scene: Scene) -> Sizes:
        metrics = QFontMetricsF(theme.tabular_font(self.font(), scale=0.9, bold=True))
        line = metrics.height()
        sides = []
        for column in (0, len(scene.layers)):
            names = (words.unit_name(scene, column, unit) for unit in scene.shown(column, 12))
            wide = max(map(metrics.horizontalAdvance, names))
            truth = metrics.horizontalAdvance(words.truth_word()) + 8 if column else 0
            sides.append(max(min(wide, self.width() * 0.2), truth) + 12)
        unit = metrics.horizontalAdvance("−0.0000") + 14, 2 * line + 4
        return Sizes(unit, (sides[0], sides[1]), px(54), px(6), 2 * line + 8, 6)

    # Painting

    def paint(self, painter: QPainter) -> None:
        scene = self._scene
        if scene is None:
            return
        columns, sizes = self.columns(), self._sizes(scene)
        for before, after in pairwise(columns):
            self._paint_links(painter, scene, before, after, sizes)
        chosen = lines.chosen_line(scene, columns, sizes)
        if chosen is not None:
            painter.setPen(QPen(theme.current().color(lines.sign_role(scene)), 3.2))
            painter.drawLine(*chosen)
        for column in columns:
            self._paint_head(painter, scene, column, sizes, _stride(columns))
            for unit, y in zip(column.units, column.ys, strict=True):
                self._paint_unit(painter, scene, column, unit, y, sizes)
        self._paint_numbers(painter, scene, columns)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("accent"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 5, 5)

    def _paint_links(
        self, painter: QPainter, scene: Scene, before: Column, after: Column, sizes: Sizes
    ) -> None:
        half = sizes.unit[0] / 2
        starts = [QPointF(before.x + half, y) for y in before.ys]
        ends = [QPointF(after.x - half, y) for y in after.ys]
        places = np.ix_(after.units, before.units)
        weights = scene.weights(after.number)[places].T
        shares = lines.in_relation(weights)
        there = scene.share_of(Stage.FORWARD, after.number)
        is_active = scene.phase.column == after.number and scene.phase.stage is Stage.FORWARD
        paint_weights(painter, starts, ends, shares * np.float32(0.85 if there else 0.35), is_hovered=False)
        if is_active:
            reached = [[lines.between(start, end, there) for end in ends] for start in starts]
            products = weights * scene.values(before.number)[list(before.units)][:, None]  # w · a
            self._paint_moving(painter, starts, reached, lines.in_relation(products), back=False)
        if scene.phase.stage is Stage.GRADIENT:
            flow = scene.gradients(after.number)[places].T
        elif scene.phase.stage is Stage.BACKWARD and scene.phase.column == before.number:
            flow = weights * scene.deltas(after.number)[list(after.units)]  # w · δ
        else:
            return
        share = scene.instant.share
        reached = [[lines.between(end, start, share) for end in ends] for start in starts]
        self._paint_moving(painter, ends, reached, lines.in_relation(flow), back=True)

    def _paint_moving(
        self,
        painter: QPainter,
        starts: list[QPointF],
        reached: list[list[QPointF]],
        shares: Floats,
        *,
        back: bool,
    ) -> None:
        """Draw what is on its way along the lines, as far as it has come."""
        look = theme.current()
        for first, row in enumerate(reached):
            for second, end in enumerate(row):
                share = float(shares[first, second])
                start = starts[second] if back else starts[first]
                role = (
                    look.series_color(BACK) if back else look.color("negative" if share < 0 else "positive")
                )
                strength = abs(share)
                if strength < 0.04:
                    continue
                painter.setPen(
                    QPen(mixed(look.color("window"), role, 0.25 + 0.75 * strength), 0.8 + 2.2 * strength)
                )
                painter.drawLine(start, end)

    def _paint_head(
        self, painter: QPainter, scene: Scene, column: Column, sizes: Sizes, stride: float
    ) -> None:
        look = theme.current()
        wide = stride - 6
        left = max(0.0, min(column.x - wide / 2, self.width() - wide))
        area = QRectF(left, 2, wide, sizes.head - 4)
        line = area.height() / 2
        is_focus = column.number == scene.column
        painter.setFont(theme.tabular_font(self.font(), scale=0.9, bold=is_focus))
        painter.setPen(look.color("text" if is_focus else "text_muted"))
        top = QRectF(area.left(), area.top(), area.width(), line)
        _write(painter, top, words.column_title(scene, column.number))
        painter.setFont(theme.tabular_font(self.font(), scale=0.8))
        painter.setPen(look.color("text_muted"))
        note = words.shown_words(scene, column.number, len(column.units))
        _write(painter, QRectF(area.left(), area.top() + line, area.width(), line), note)

    def _paint_unit(
        self, painter: QPainter, scene: Scene, column: Column, unit: int, y: float, sizes: Sizes
    ) -> None:
        """Draw a unit: above what it gives, below its δ, each as strong as it is among those of the column."""
        look, number = theme.current(), column.number
        wide, high = sizes.unit
        box = QRectF(column.x - wide / 2, y - high / 2, wide, high)
        is_chosen = unit == scene.path[number] and number in (scene.column, scene.column - 1)
        values, deltas = scene.values(number), scene.deltas(number)
        most = 1.0 if _is_probability(scene, number) else float(np.abs(values).max(initial=0.0))
        sign = look.color("negative" if values[unit] < 0 else "positive")
        known = 1.0 if number == 0 else scene.share_of(Stage.FORWARD, number)
        halves = [(box, float(values[unit]), most, known, sign)]
        if number:
            middle, back = box.top() + high / 2, scene.share_of(Stage.BACKWARD, number)
            lower, most = box.adjusted(0, high / 2, 0, 0), float(np.abs(deltas).max(initial=0.0))
            halves[0] = (QRectF(box.topLeft(), QPointF(box.right(), middle)), *halves[0][1:])
            halves.append((lower, float(deltas[unit]), most, back, look.series_color(BACK)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        for area, value, most, there, color in halves:
            if there:
                share = abs(value) / most if most else 0.0
                painter.save()
                painter.setClipRect(box)
                painter.fillRect(area, mixed(look.color("surface"), color, 0.42 * share * there))
                painter.restore()
                painter.setPen(look.color("text", round(255 * min(1.0, there))))
                _write(painter, area, words.number(value, words.FEW_DIGITS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(look.color("accent" if is_chosen else "border_strong"), 2.0 if is_chosen else 1.0)
        )
        painter.drawRoundedRect(box, 5, 5)
        self._paint_name(painter, scene, column, unit, box, sizes)

    def _paint_name(
        self, painter: QPainter, scene: Scene, column: Column, unit: int, box: QRectF, sizes: Sizes
    ) -> None:
        look, name = theme.current(), words.unit_name(scene, column.number, unit)
        painter.setFont(theme.tabular_font(self.font(), scale=0.9))
        if column.number == 0:
            area = QRectF(box.left() - sizes.names[0], box.top(), sizes.names[0] - 6, box.height())
            painter.setPen(look.color("text"))
            _write(painter, area, name, Qt.AlignmentFlag.AlignRight)
        elif column.number == len(scene.layers):
            is_truth = unit == scene.label
            area = QRectF(box.right() + 6, box.top(), self.width() - box.right() - 8, box.height())
            painter.setFont(theme.tabular_font(self.font(), scale=0.9, bold=is_truth))
            painter.setPen(look.color("text"))
            if is_truth:  # in a word: a tick would say that the answer is right
                area.setHeight(area.height() / 2)
            _write(painter, area, name, Qt.AlignmentFlag.AlignLeft)
            if is_truth:
                painter.setFont(theme.tabular_font(self.font(), scale=0.8))
                painter.setPen(look.color("text_muted"))
                _write(
                    painter, area.translated(0, area.height()), words.truth_word(), Qt.AlignmentFlag.AlignLeft
                )
        elif column.is_cut:
            painter.setFont(theme.tabular_font(self.font(), scale=0.75))
            painter.setPen(look.color("text_muted"))
            metrics = QFontMetricsF(painter.font())
            wide = metrics.horizontalAdvance(name) + 4
            area = QRectF(box.left() - wide - 2, box.top(), wide, metrics.height())
            painter.fillRect(area, look.color("window"))  # or lines would cross it
            _write(painter, area, name)

    def _paint_numbers(self, painter: QPainter, scene: Scene, columns: tuple[Column, ...]) -> None:
        """Write the numbers of the chosen weight and of those beside it, where lines are apart and they have room."""
        sizes = self._sizes(scene)
        taken: list[QRectF] = []
        chosen = lines.chosen_line(scene, columns, sizes)
        if chosen is not None:
            painter.setFont(theme.tabular_font(self.font(), scale=0.85, bold=True))
            place = lines.between(*chosen, lines.APART)
            taken.append(self._paint_number(painter, lines.weight_words(scene), place, is_chosen=True))
        painter.setFont(theme.tabular_font(self.font(), scale=0.75))
        for text, place in lines.numbers_beside(scene, columns, sizes):
            box = self._number_box(painter, text, place)
            if not any(box.intersects(other) for other in taken):
                taken.append(self._paint_number(painter, text, place, is_chosen=False))

    def _number_box(self, painter: QPainter, text: str, place: QPointF) -> QRectF:
        metrics = QFontMetricsF(painter.font())
        wide, high = metrics.horizontalAdvance(text) + 8, metrics.height() + 1
        left = min(max(2.0, place.x() - wide / 2), self.width() - wide - 2)
        return QRectF(left, place.y() - high / 2, wide, high)

    def _paint_number(self, painter: QPainter, text: str, place: QPointF, *, is_chosen: bool) -> QRectF:
        look, box = theme.current(), self._number_box(painter, text, place)
        painter.setPen(QPen(look.color("accent"), 1.0) if is_chosen else Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface" if is_chosen else "window"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(look.color("text" if is_chosen else "text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return box

    # Pointing and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._scene is None:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        unit = self.unit_at(event.position())
        line = None if unit is not None else self.weight_at(event.position())
        if unit is not None:
            self.unit_chosen.emit(*unit)
        elif line is not None:
            self.weight_chosen.emit(*line)

    def unit_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return column and number of the unit at a place; None where there is none."""
        if self._scene is None:
            return None
        return unit_at(self.columns(), self._sizes(self._scene), point.x(), point.y())

    def weight_at(self, point: QPointF) -> tuple[int, int, int] | None:
        """Return column, unit before and unit of the weight whose line is nearest; None with none near."""
        if self._scene is None:
            return None
        return weight_at(self.columns(), self._sizes(self._scene), point.x(), point.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        across = "source" if shift else "unit"
        wanted = {
            Qt.Key.Key_Left: ("phase", -1),
            Qt.Key.Key_Right: ("phase", 1),
            Qt.Key.Key_Up: (across, -1),
            Qt.Key.Key_Down: (across, 1),
            Qt.Key.Key_PageUp: ("layer", -1),
            Qt.Key.Key_PageDown: ("layer", 1),
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
            return
        self.turned.emit(*wanted)

    def tip_at(self, point: QPoint) -> str | None:
        scene, place = self._scene, QPointF(point)
        unit = self.unit_at(place)
        if scene is None:
            return ""
        if unit is not None:
            return self._unit_words(scene, *unit)
        line = self.weight_at(place)
        if line is None:
            return ""
        return words.weight_title(scene.weight_chosen(*line))

    def _unit_words(self, scene: Scene, column: int, unit: int) -> str:
        told = []
        if column == 0 or scene.share_of(Stage.FORWARD, column) > 0:
            sign = "p" if _is_probability(scene, column) else "z" if column == len(scene.layers) else "a"
            told.append(f"{sign} = {words.number(float(scene.values(column)[unit]))}")
        if column and scene.share_of(Stage.BACKWARD, column) > 0:
            told.append(f"δ = {words.number(float(scene.deltas(column)[unit]))}")
        title = words.unit_title(scene, column, unit)
        return labelled(title, listed(told)) if told else title


def _is_probability(scene: Scene, column: int) -> bool:
    return column == len(scene.layers) and scene.share_of(Stage.LOSS) > 0


def _stride(columns: tuple[Column, ...]) -> float:
    """Return how far columns stand from each other, pixels."""
    return columns[1].x - columns[0].x if len(columns) > 1 else 0.0


def _write(
    painter: QPainter, area: QRectF, text: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter
) -> None:
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
