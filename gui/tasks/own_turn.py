"""Work that can wait for a turn of the event loop in which little else is done, so that no turn takes long.

What is due at once, such as a movement of the pen, its ink and the answer to it, is done in the turn in which it comes.
Pictures and curves beside it would come in the same turn now and then, and everything that waits would wait for all of
them.
"""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer, Signal, Slot

ROOM = 0.0015
"""Seconds of the window's thread that a turn may have taken before: with more, what can wait waits for the next."""
PATIENCE = 0.05
"""Seconds after which it waits no longer; twenty pictures a second still look like one that moves."""


class OwnTurn(QObject):
    """Comes once, in one of the turns that follow: the first in which little was done before, or when it waited enough.

    Args:
        parent: Whom it belongs to.

    Signals:
        come: It is time.
    """

    come = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = 0.0
        self._turn: _Turn | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_awaited(self) -> bool:
        """Whether it is still to come."""
        return self._timer.isActive()

    @Slot()
    def start(self) -> None:
        """Ask for it; once, however often that is done before it has come."""
        if not self._timer.isActive():
            self._asked = time.perf_counter()
            self._turn = _Turn(self)
            self._timer.start()

    @Slot()
    def stop(self) -> None:
        """Let it not come."""
        self._timer.stop()
        self._end()

    def _end(self) -> None:
        if self._turn is not None:
            self._turn.deleteLater()
            self._turn = None

    @Slot()
    def _on_timer_timeout(self) -> None:
        is_full = self._turn is not None and self._turn.taken() > ROOM
        if is_full and time.perf_counter() - self._asked < PATIENCE:
            self._timer.start()
            return
        self._end()
        self.come.emit()


class _Turn(QObject):
    """Knows what the turn under way has taken; of the one in which it is made it is not known, and counts as full."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._began = -math.inf
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self._on_turn_began)
            dispatcher.awake.connect(self._on_turn_began)

    def taken(self) -> float:
        """Return the seconds of this thread since the turn began; others that keep it waiting do not count."""
        return time.thread_time() - self._began

    @Slot()
    def _on_turn_began(self) -> None:
        self._began = time.thread_time()
