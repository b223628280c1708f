"""When a network is asked about what is on a pad: soon after each change, and no more often than it can answer."""

from __future__ import annotations

import logging

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.errors import NetSketchError
from gui.look.words import error_words, joined

log = logging.getLogger(__name__)

PAUSES = (4, 100)
"""Shortest and longest pause between two questions in milliseconds; between them, as long as the last one took."""
READING_PAUSE = 250
"""Pause in milliseconds where only the weights are others, as they are all the time in training."""


class Asker(QObject):
    """Asks at the right time; what is asked, and where the answer goes, is a subclass's (``_find``).

    Nothing is asked while nobody sees the answer; whoever wants it then gets it at once.

    Args:
        viewer: Who shows the answer.

    Signals:
        answered: The network was asked anew.

    Attributes:
        problem: Why there is no answer, a sentence for the person, or an empty string.
    """

    answered = Signal()

    def __init__(self, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.problem = ""
        self._viewer = viewer
        self._stale = False
        self._pause = PAUSES[0]
        self._since_asked = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.setObjectName("predictionTimer")
        self._timer.timeout.connect(self.catch_up)

    def _find(self) -> None:
        """Ask, and keep the answer."""
        raise NotImplementedError

    def _forget(self) -> None:
        """Keep the answer there was no longer."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask anew, as the weights are others; no more often than one can read the answer."""
        self._schedule(READING_PAUSE)

    @Slot()
    def catch_up(self) -> None:
        """Ask now where that is still to be done."""
        if self._stale:
            self._ask()

    def catch_up_soon(self) -> None:
        """Ask where that is still to be done, as somebody looks again."""
        if self._stale:
            self._schedule()

    def _schedule(self, pause: int = 0) -> None:
        """Ask soon, once for all that happens until then, ``pause`` milliseconds after the last time or later."""
        self._stale = True
        if not self._viewer.isVisible():
            return
        spent = self._since_asked.elapsed() if self._since_asked.isValid() else READING_PAUSE
        wait = max(0, max(self._pause, pause) - int(spent))
        if not self._timer.isActive() or wait < self._timer.remainingTime():
            self._timer.start(wait)

    def _ask(self) -> None:
        self._timer.stop()
        self._stale = False
        self.problem = ""
        self._forget()
        clock = QElapsedTimer()
        clock.start()
        try:
            self._find()
        except NetSketchError as error:
            self.problem = joined(error_words(error))
        except Exception as error:
            log.exception("The prediction failed")
            self.problem = self.tr("The network gave no answer: {reason}").format(reason=error)
        self._pause = min(max(int(clock.elapsed()), PAUSES[0]), PAUSES[1])
        self._since_asked.start()
        self.answered.emit()
