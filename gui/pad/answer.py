"""What the network says: one class with its probability, or several digits side by side of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.look.plain import plain
from gui.look.spoken import said
from gui.look.style_sheet import repolish
from gui.look.theme import tabular_font
from gui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGE, SMALL = 26.0, 13.0
"""Pixels of an answer's and of a sentence's letters at the usual size."""


class ShownReading(NamedTuple):
    """One digit as it is shown.

    Attributes:
        label: The likeliest class.
        percent: How likely it is, in words.
        doubt: What is said in place of these two, such as “No digit?”; empty where they are.
        reason: Why, in a sentence.
        mark: What stands for that where there is no room for words.
    """

    label: str
    percent: str
    doubt: str = ""
    reason: str = ""
    mark: str = ""


class Answer(Label):
    """Says what the network makes of the drawing, in the largest letters that fit.

    Signals:
        reading_chosen: Another one of several digits was chosen, counted from 0 (int).
    """

    reading_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predictionLabel")
        self._readings: tuple[ShownReading, ...] = ()
        self._single: ShownReading | None = None
        self._chosen = 0
        self._scale = 1.0
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        said(self.setAccessibleName, lambda: self.tr("Prediction"))

    @property
    def chosen(self) -> int:
        """Which of several digits is chosen, counted from 0."""
        return self._chosen

    def set_scale(self, scale: float) -> None:
        """Set how much larger letters are than in the rest of the window."""
        self._scale = scale
        self._fit()

    def say(self, text: str, role: str) -> None:
        """Show a sentence.

        Args:
            text: The words.
            role: ``answer``, ``muted`` or ``problem``.
        """
        self._single = None
        self._set_readings((), 0)
        self._set_text(text, role)

    def show_readings(self, readings: Sequence[ShownReading], chosen: int) -> None:
        """Show digits in order; a single one has all the room.

        Args:
            readings: At least one.
            chosen: Which one's bars are shown, counted from 0.
        """
        self._single = readings[0] if len(readings) == 1 else None
        self._set_readings(tuple(readings) if len(readings) > 1 else (), chosen)
        words = (item.doubt or self._words(item.label, item.percent) for item in readings)
        self._set_text("   ".join(words), "answer")

    def _words(self, name: str, percent: str) -> str:
        return self.tr("{name} · {percent}").format(name=name, percent=percent)

    def _set_readings(self, readings: tuple[ShownReading, ...], chosen: int) -> None:
        if (readings, chosen) == (self._readings, self._chosen):
            return
        self._readings, self._chosen = readings, chosen
        several = bool(readings)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if several else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(
            self.tr("Number {number} of {count} is chosen.").format(number=chosen + 1, count=len(readings))
            if several
            else ""
        )
        self.update()

    def _set_text(self, text: str, role: str) -> None:
        if text == self.text() and role == self.property("role"):
            return
        self.setText(text)
        reason = "" if self._single is None else self._single.reason
        self.setToolTip(plain(text if role == "problem" else reason))
        self.setAccessibleDescription(reason if not self._readings else self.accessibleDescription())
        if role != self.property("role"):
            self.setProperty("role", role)
            repolish(self)
        self._fit()

    def _fit(self) -> None:
        role = self.property("role")
        size = (LARGE if role == "answer" else SMALL) * self._scale
        font = tabular_font(self.font())
        font.setBold(role == "answer")  # what was an answer before is not bold for good
        font.setPixelSize(round(size))
        if self._single is not None:
            name, percent, doubt, reason, _mark = self._single
            room, whole = self.width() - 4.0, doubt or self._words(name, percent)
            wide = QFontMetricsF(font).horizontalAdvance(whole)
            least = round(SMALL * self._scale)
            font.setPixelSize(max(least, round(size * min(1.0, room / max(wide, 1.0)))))
            while font.pixelSize() > least and QFontMetricsF(font).horizontalAdvance(whole) > room:
                font.setPixelSize(font.pixelSize() - 1)  # letters do not shrink quite as their size does
            metrics = QFontMetricsF(font)
            rest = metrics.horizontalAdvance(self._words("", percent))
            words = doubt or self._words(
                metrics.elidedText(name, Qt.TextElideMode.ElideRight, room - rest), percent
            )
            self.setText(words)
            self.setToolTip(plain(reason if doubt else whole if words != whole else ""))
        if font != self.font():
            self.setFont(font)

    # Several digits

    def cell(self, place: int) -> QRectF:
        """Return where one of several digits is shown."""
        count = max(len(self._readings), 1)
        wide = min(self.width() / count, 1.5 * self.height())
        return QRectF((self.width() - count * wide) / 2 + place * wide, 0, wide, self.height())

    def _place_at(self, position: QPointF) -> int | None:
        places = range(len(self._readings))
        return next((place for place in places if self.cell(place).contains(position)), None)

    def _choose(self, place: int | None) -> None:
        if place is not None and 0 <= place < len(self._readings) and place != self._chosen:
            self.reading_chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._readings:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.height()
        large, small = tabular_font(self.font(), bold=True), tabular_font(self.font())
        small.setBold(False)
        large.setPixelSize(max(10, round(high * 0.56)))
        small.setPixelSize(max(8, round(high * 0.29)))
        widest = max(QFontMetricsF(small).horizontalAdvance(item.percent) for item in self._readings)
        with_percent = widest <= self.cell(0).width() - 2
        for place, reading in enumerate(self._readings):
            self._paint_cell(painter, place, reading, large, small if with_percent else None)
        painter.end()

    def _paint_cell(
        self, painter: QPainter, place: int, reading: ShownReading, large: QFont, small: QFont | None
    ) -> None:
        colors, cell = self.palette(), self.cell(place)
        is_chosen = place == self._chosen
        centre = int(Qt.AlignmentFlag.AlignCenter)
        top = QRectF(cell.x(), cell.y(), cell.width(), cell.height() * (0.64 if small else 1.0))
        role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.WindowText
        painter.setPen(colors.color(role))
        painter.setFont(large)
        painter.drawText(top, centre, reading.mark or reading.label)
        if small is not None:
            painter.setPen(colors.color(role if is_chosen else QPalette.ColorRole.PlaceholderText))
            painter.setFont(small)
            painter.drawText(
                QRectF(cell.x(), top.bottom(), cell.width(), cell.bottom() - top.bottom()),
                centre,
                reading.percent,
            )
        if is_chosen and self.hasFocus():
            painter.setPen(QPen(colors.color(QPalette.ColorRole.Highlight), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(event):
            super().keyPressEvent(event)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Let an arrow key choose the digit before or after the chosen one; return whether it was one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if step is None or not plain or not self._readings:
            return False
        self._choose(self._chosen + step)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._readings:
            place = self._place_at(QPointF(event.pos()))
            if place is not None:
                reading = self._readings[place]
                words = self.tr(
                    "{name}: {percent}. Click to see its bars; arrow keys go from one to the next."
                )
                words = words.format(name=reading.label, percent=reading.percent)
                if reading.doubt:
                    words = f"{reading.doubt} {reading.reason}\n{words}"
                QToolTip.showText(event.globalPos(), plain(words), self)
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
