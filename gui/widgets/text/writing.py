"""Lets a model write in the window's thread, a little at a time, so that nothing else has to wait for it."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from engine.errors import NetSketchError
from gui.look.words import told

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger(__name__)

SLICE = 0.006  # seconds of writing between two turns of the event loop
REST = 3.0  # times as long as a slice took nothing is written: a quarter of the time at most
PACE = 22  # milliseconds from letter to letter where somebody watches them come


class Writing(QObject):
    """Takes letters from a model, one by one for those who watch, or as many as a slice of time has room for.

    Args:
        parent: Whom it belongs to.

    Signals:
        grown: Another letter came, of a writing that is watched (all of the text so far, str).
        ended: The writing is whole (all of the text, str).
        failed: It cannot be written (why, a sentence).
    """

    grown = Signal(str)
    ended = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._letters: Iterator[str] | None = None
        self._text = ""
        self._is_watched = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.setObjectName("writingTimer")
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_active(self) -> bool:
        """Whether letters are still to come."""
        return self._letters is not None

    @property
    def is_watched(self) -> bool:
        """Whether they come one by one."""
        return self.is_active and self._is_watched

    def begin(self, letters: Iterator[str], *, watched: bool = False) -> None:
        """Write another text in place of the one there was.

        Args:
            letters: Gives one after the other; the work is done as each is asked for.
            watched: Whether somebody watches them come.
        """
        self._letters, self._text, self._is_watched = letters, "", watched
        self._timer.start(0)

    def stop(self) -> None:
        """Write no further."""
        self._letters = None
        self._timer.stop()

    @Slot()
    def _on_timer_timeout(self) -> None:
        letters = self._letters
        if letters is None:
            return
        started = spent = time.perf_counter()
        try:
            while spent - started < SLICE:
                letter = next(letters, None)
                spent = time.perf_counter()
                if letter is None:
                    self._letters = None
                    self.ended.emit(self._text)
                    return
                self._text += letter
                if self._is_watched:
                    break
        except NetSketchError as error:
            self._fail(told(error))
            return
        except Exception as error:
            log.exception("The model could not write")
            self._fail(self.tr("The network wrote nothing: {reason}").format(reason=error))
            return
        pause = round(1000 * REST * (spent - started))
        self._timer.start(max(PACE if self._is_watched else 1, pause))
        if self._is_watched:
            self.grown.emit(self._text)

    def _fail(self, words: str) -> None:
        self._letters = None
        self.failed.emit(words)
