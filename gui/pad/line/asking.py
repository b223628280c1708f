"""Asks a model which character comes next, while somebody looks and no more often than one can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.pad.asker import Asker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gui.widgets.text.writes import Writes


class NextAsking(Asker):
    """Holds what a model finds likely to come next.

    Args:
        viewer: Who shows the answer.

    Attributes:
        writer: The model, or None.
        text: What stands before the character that is asked for.
    """

    def __init__(self, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.writer: Writes | None = None
        self.text = ""
        self._probabilities: NDArray[np.float32] | None = None

    @property
    def probabilities(self) -> NDArray[np.float32] | None:
        """The newest answer ``(V,)``, or None; it may be of an earlier moment while training goes on."""
        return self._probabilities

    def set_writer(self, writer: Writes | None) -> None:
        """Take another model, and ask it."""
        self.writer = writer
        self._probabilities = None
        self._ask()

    def set_text(self, text: str) -> None:
        """Ask what comes behind another text."""
        if text != self.text:
            self.text = text
            self._schedule()

    def _forget(self) -> None:
        self._probabilities = None

    def _find(self) -> None:
        if self.writer is not None and self.text:
            self._probabilities = self.writer.next(self.text)
