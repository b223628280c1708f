"""Asks a network about the row of numbers on the pad, while somebody looks and no more often than one can read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from engine.errors import NetSketchError
from engine.inputs.evidence import feature_evidence
from gui.look.words import error_words, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from engine.inputs.evidence import FeatureEvidence
    from engine.inputs.feature import Feature

    RowPredictor = Callable[[NDArray[np.float32]], NDArray[np.float32]]

log = logging.getLogger(__name__)

PAUSES = (4, 100)
"""Shortest and longest pause between two questions in milliseconds; between them, as long as the last one took."""
READING_PAUSE = 250
"""Pause in milliseconds where only the weights are others, as they are all the time in training."""


class Asking(QObject):
    """Holds what a network answers for a row.

    Args:
        viewer: Who shows the answer.

    Signals:
        answered: The network was asked anew, or there is none any more.

    Attributes:
        predictor: The network, from rows ``(N, F)`` to probabilities ``(N, classes)``, or None.
        problem: Why there is no answer, a sentence for the person, or an empty string.
    """

    answered = Signal()

    def __init__(self, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.predictor: RowPredictor | None = None
        self.problem = ""
        self._viewer = viewer
        self._row: NDArray[np.float32] = np.zeros(0, np.float32)
        self._features: tuple[Feature, ...] = ()
        self._evidence: FeatureEvidence | None = None
        self._stale = False
        self._pause = PAUSES[0]
        self._since_asked = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.catch_up)

    @property
    def evidence(self) -> FeatureEvidence | None:
        """The newest answer, or None; it may be of an earlier moment while training goes on."""
        return self._evidence

    def set_predictor(self, predictor: RowPredictor | None) -> None:
        """Take another network, and ask it."""
        self.predictor = predictor
        self._evidence = None  # it may be about other classes
        self._ask()

    def set_row(self, row: NDArray[np.float32], features: Sequence[Feature]) -> None:
        """Ask about another row ``(F,)``."""
        if len(row) != len(self._row):
            self._evidence = None  # it is about other features
        self._row, self._features = row, tuple(features)
        self._schedule()

    def refresh(self) -> None:
        """Ask anew, as the weights are others."""
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
        self._evidence = None
        clock = QElapsedTimer()
        clock.start()
        try:
            if self.predictor is not None and len(self._row):
                self._evidence = feature_evidence(self.predictor, self._row, self._features)
        except NetSketchError as error:
            self.problem = joined(error_words(error))
        except Exception as error:
            log.exception("The prediction failed")
            self.problem = self.tr("The network gave no answer: {reason}").format(reason=error)
        self._pause = min(max(int(clock.elapsed()), PAUSES[0]), PAUSES[1])
        self._since_asked.start()
        self.answered.emit()
