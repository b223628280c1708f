"""The row that moves the animation: first, back, play, on, last, and a slider with a tick a phase."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolButton, QWidget

from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language
from gui.look.text_size import px
from gui.widgets.layouts import row_of

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent

SECONDS = 1.6  # that a phase takes
FRAME_MS = 33
HANDLE = 7  # half of the handle's width, pixels
GRAIN = 50  # places of the slider in a phase


class PhaseSlider(QSlider):
    """A slider whose keys go from phase to phase, and whose handle may stand between two.

    Signals:
        turned: A key asks for the phase before or after (−1 or 1).
        sent: A key asks for the first or the last phase (−1 or 1).
    """

    turned = Signal(int)
    sent = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPageStep(GRAIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a tick for each phase, below the groove."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().color("border_strong"), 1.0))
        edge, count = px(HANDLE), self.maximum() // GRAIN
        for phase in range(count + 1):
            x = round(edge + (self.width() - 2 * edge) * phase / max(1, count)) + 0.5
            painter.drawLine(QLineF(x, self.height() / 2 + px(7), x, self.height() / 2 + px(11)))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(200, px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_PageDown
        on = Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageUp
        if event.key() in back or event.key() in on:
            self.turned.emit(-1 if event.key() in back else 1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.sent.emit(-1 if event.key() == Qt.Key.Key_Home else 1)
        else:
            super().keyPressEvent(event)


class Transport(QWidget):
    """Moves from phase to phase, by hand, by key or as a film.

    Signals:
        moved: The animation is elsewhere (position, whole at the end of a phase).
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepTransport")
        self._last = 0  # number of the last phase
        self._position = 0.0
        self._told_at = 0.0
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._build_ui()
        self._connect()
        follow_language(self, self._show_playing)

    def _build_ui(self) -> None:
        self.back = self._tool("phaseBackButton", "left", lambda: self.tr("The phase before (Left)"))
        self.play = dressed(QToolButton(self), name="phasePlayButton")
        self.play.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.on = self._tool("phaseOnButton", "right", lambda: self.tr("The next phase (Right)"))
        self.slider = dressed(
            PhaseSlider(self), name="phaseSlider", accessible=lambda: self.tr("Phases of the step")
        )
        row_of(self.back, self.play, self.on, (self.slider, 1), on=self, spacing=4)

    def _tool(self, name: str, icon: str, tip: Words) -> QToolButton:
        button = dressed(QToolButton(self), name=name, tip=tip, accessible=tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.set_icon(button, icon)
        return button

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_timer_timeout)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.play.clicked.connect(self.toggle)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self.slider.sliderPressed.connect(self.pause)
        self.slider.turned.connect(self.step)
        self.slider.sent.connect(self._on_slider_sent)

    @property
    def position(self) -> float:
        """Where the animation is: whole at the end of a phase."""
        return self._position

    @property
    def is_playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def set_phases(self, count: int) -> None:
        """Take how many phases there are; the animation goes to the beginning."""
        self._last = max(0, count - 1)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, self._last * GRAIN)
        self.go(0.0)

    def go(self, position: float) -> None:
        """Go somewhere."""
        self._position = min(max(0.0, position), float(self._last))
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(self._position * GRAIN))
        self.moved.emit(self._position)

    def step(self, by: int) -> None:
        """Go to the end of the phase before or after, and stand."""
        self.pause()
        place = math.floor(self._position + 1e-6) + 1 if by > 0 else math.ceil(self._position - 1e-6) - 1
        self.go(float(place))

    @Slot()
    def toggle(self) -> None:
        """Play, from the beginning where it is at its end, or stand still."""
        if self.is_playing:
            self.pause()
            return
        if self._position >= self._last:
            self.go(0.0)
        self._told_at = time.perf_counter()
        self._timer.start()
        self._show_playing()

    @Slot()
    def pause(self) -> None:
        """Stand still."""
        self._timer.stop()
        self._show_playing()

    @Slot()
    def _on_timer_timeout(self) -> None:
        now = time.perf_counter()
        passed, self._told_at = min(now - self._told_at, 0.25), now  # after a hold-up it goes on where it was
        self.go(self._position + passed / SECONDS)
        if self._position >= self._last:
            self.pause()

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self.go(value / GRAIN)

    @Slot(int)
    def _on_slider_sent(self, side: int) -> None:
        self.pause()
        self.go(0.0 if side < 0 else float(self._last))

    @Slot()
    def _show_playing(self) -> None:
        icons.set_icon(self.play, "pause" if self.is_playing else "play")
        tip = self.tr("Hold the animation (P)") if self.is_playing else self.tr("Play the step (P)")
        dressed(self.play, tip=tip, accessible=tip)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves out of sight."""
        self.pause()
        super().hideEvent(event)
