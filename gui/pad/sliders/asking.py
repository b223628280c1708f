"""Asks a network about the row of numbers on the pad, while somebody looks and no more often than one can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.inputs.evidence import feature_evidence
from gui.pad.asker import Asker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from engine.inputs.evidence import FeatureEvidence
    from engine.inputs.feature import Feature

    RowPredictor = Callable[[NDArray[np.float32]], NDArray[np.float32]]


class Asking(Asker):
    """Holds what a network answers for a row.

    Args:
        viewer: Who shows the answer.

    Attributes:
        predictor: The network, from rows ``(N, F)`` to probabilities ``(N, classes)``, or None.
    """

    def __init__(self, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.predictor: RowPredictor | None = None
        self._row: NDArray[np.float32] = np.zeros(0, np.float32)
        self._features: tuple[Feature, ...] = ()
        self._evidence: FeatureEvidence | None = None

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

    def _forget(self) -> None:
        self._evidence = None

    def _find(self) -> None:
        if self.predictor is not None and len(self._row):
            self._evidence = feature_evidence(self.predictor, self._row, self._features)
