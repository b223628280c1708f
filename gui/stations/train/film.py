"""The film of a run: it takes the time slider through all snapshots, at a pace that suits how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSlider

SECONDS = 8.0  # for a whole run, as far as the two rates allow
LEAST_RATE, MOST_RATE = 4.0, 30.0  # frames a second


def film_pace(count: int) -> tuple[float, int]:
    """Return how a film goes through ``count`` snapshots: places from frame to frame, and milliseconds."""
    rate = min(MOST_RATE, max(LEAST_RATE, count / SECONDS))
    return max(1.0, count / (SECONDS * MOST_RATE)), round(1000 / rate)


class Film(QTimer):
    """Moves a slider on to its right end, and follows where it is moved to meanwhile, also where it grows longer.

    Args:
        slider: Its places from 0 are snapshots, its right end is now.

    Signals:
        playing_changed: It began or ended.
    """

    playing_changed = Signal()

    def __init__(self, slider: QSlider) -> None:
        super().__init__(slider, timerType=Qt.TimerType.PreciseTimer)
        self._slider = slider
        self._place = 0.0
        self.timeout.connect(self._on_timeout)

    def play(self) -> None:
        """Go on from where the slider is, or from the first snapshot where it is at its end."""
        end = self._slider.maximum()
        if self._slider.value() == end:
            self._slider.setValue(0)
        self._place = float(self._slider.value())
        self.start(film_pace(end)[1])
        self.playing_changed.emit()

    @Slot()
    def end(self) -> None:
        """Let it stand where it is."""
        if self.isActive():
            self.stop()
            self.playing_changed.emit()

    @Slot()
    def _on_timeout(self) -> None:
        end = self._slider.maximum()
        stride, milliseconds = film_pace(end)
        if round(self._place) != self._slider.value():
            self._place = float(self._slider.value())  # moved by a key meanwhile
        self._place = min(self._place + stride, float(end))
        if self.interval() != milliseconds:
            self.setInterval(milliseconds)
        self._slider.setValue(round(self._place))
        if self._slider.value() == end:
            self.end()
