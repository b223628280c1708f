"""The drawing on the pad as the model reads it and as a smaller one does, and what is left of each layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import percent
from gui.pad.probability_bars import ProbabilityBars
from gui.stations.compress.share_bars import ShareBars
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gui.look.spoken import Words
    from gui.stations.compress.answering import Answer


class Beside(QFrame):
    """Two rows of bars side by side, and the layers under them.

    Args:
        parent: The widget it belongs to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._answer: Answer | None = None
        self._classes: tuple[str, ...] = ()
        self._why_empty = ""
        self._title = dressed(Label(self, wordWrap=True), name="answersTitle", role="muted")
        self._before, before = self._half(lambda: self.tr("As it is"), "answerBefore")
        self._after, after = self._half(lambda: self.tr("Smaller"), "answerAfter")
        self._bars = QWidget(self)
        row_of((before, 1), (after, 1), on=self._bars, spacing=14)
        self._kept = dressed(Label(lambda: self.tr("Kept of each layer"), self), role="muted")
        self.shares = ShareBars(self)
        column_of(
            self._title,
            (self._bars, 20),
            self._kept,
            self.shares,
            STRETCH,
            on=self,
            margins=(10, 6, 10, 8),
            spacing=4,
        )
        follow_language(self, self._show)

    def _half(self, title: Words, name: str) -> tuple[tuple[Label, ProbabilityBars], QWidget]:
        half = QWidget(self)
        said = dressed(Label(half), name=name)
        bars = ProbabilityBars(half)
        column_of(Label(title, half), said, (bars, 1), on=half, spacing=2)
        return (said, bars), half

    def show_answer(self, answer: Answer | None, classes: tuple[str, ...], why_empty: str) -> None:
        """Show what came of a drawing.

        Args:
            answer: The two answers, and the layers; None while there is none.
            classes: Names of the classes.
            why_empty: What is said where there is no drawing.
        """
        self._answer, self._classes, self._why_empty = answer, classes, why_empty
        self._show()

    def _show(self) -> None:
        answer = self._answer
        shares = () if answer is None else answer.shares
        self.shares.show_shares(shares)
        for part in (self.shares, self._kept):
            part.setVisible(bool(shares))
        before, after = (None, None) if answer is None else (answer.before, answer.after)
        self._bars.setVisible(before is not None)
        self._title.setText(self.tr("What is on the pad") if before is not None else self._why_empty)
        for (said, bars), shares_of in ((self._before, before), (self._after, after)):
            bars.set_classes(self._classes)
            bars.set_probabilities(shares_of)
            said.setText(self._says(shares_of))

    def _says(self, shares: NDArray[np.float32] | None) -> str:
        if shares is None:
            return ""
        best = int(shares.argmax())
        words = self.tr("{name}, {share}")
        return words.format(name=self._classes[best], share=percent(float(shares[best]), 0))
