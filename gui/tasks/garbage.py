"""Python's search for garbage, held in the window's thread alone.

Widgets in cycles of references are ended by whichever thread happens to run the search. Off the window's thread that
ends a QObject where it does not live: Qt takes its lock, waits for Python's, and the window's thread, which holds
Python's, waits for Qt's. So the search is never automatic; a timer of the window asks for it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

INTERVAL_MS = 250

_of_application: GarbageCollector | None = None


class GarbageCollector(QObject):
    """Switches the automatic search off and does it from a timer, by Python's own thresholds.

    Args:
        parent: Whoever lives as long as the program, in the window's thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rests: Callable[[], bool] = lambda: False
        gc.disable()
        timer = QTimer(self, interval=INTERVAL_MS)
        timer.timeout.connect(self.check)
        timer.start()

    def rest_while(self, rests: Callable[[], bool]) -> None:
        """Search for nothing as long as this says so, as while a library comes whose thousands of parts all stay."""
        self._rests = rests

    @Slot()
    def check(self) -> None:
        """Search the oldest generation that is due."""
        if self._rests():
            return
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold > 0
        ]
        if due:
            gc.collect(due[-1])


def collector_of(app: QObject) -> GarbageCollector:
    """Return the one of the application, made if there is none yet.

    It is not looked for among the application's children: PySide would look at every class there is to tell what each
    of them is, which takes seven milliseconds of the start.
    """
    global _of_application
    if _of_application is None or not isValid(_of_application):
        _of_application = GarbageCollector(app)
    return _of_application
