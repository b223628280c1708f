"""Ctrl-C and the system's wish that the program end, heard while Qt's loop runs.

Python calls its handlers of signals between two of its own instructions, and Qt's loop may wait for an hour without
any. So the signal's number goes into a socket that the loop listens to.
"""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # of these a system knows some


class Termination(QObject):
    """Tells that the program is to end. One at a time, in the main thread; a signal that is ignored stays so.

    The first Ctrl-C only asks; the second one ends the program as it always does.

    Args:
        parent: Whom it belongs to.

    Signals:
        asked: The program is to end; told once.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_asked = False
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        self._descriptor_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        known = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._before: dict[int, Any] = {
            number: signal.signal(number, _noted)
            for number in known
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def close(self) -> None:
        """Hear no more, and leave the signals as they were."""
        while self._before:
            signal.signal(*self._before.popitem())
        signal.set_wakeup_fd(self._descriptor_before)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    @Slot()
    def _on_notifier_activated(self) -> None:
        with suppress(BlockingIOError):
            numbers = self._reading.recv(4096)
            if signal.SIGINT in numbers and signal.SIGINT in self._before:
                signal.signal(signal.SIGINT, signal.SIG_DFL)
            if not self._was_asked and any(number in self._before for number in numbers):
                self._was_asked = True
                self.asked.emit()


def _noted(number: int, frame: FrameType | None) -> None:
    """Do nothing here: the loop hears of it."""
