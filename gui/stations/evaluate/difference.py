"""The words under the matrix: what was subtracted from what, and how much that changed; or how far measuring is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.look.dressed import dressed
from gui.look.words import joined
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from engine.evaluation.comparison import Comparison
    from gui.tasks.worker import Progress

PER_MILLE = 1000


class Difference(QWidget):
    """Words, or a bar with a way out while a run is being measured.

    Signals:
        cancelled: The run is not to be measured.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = dressed(Label(self, wordWrap=True), name="difference", role="muted")
        self._bar = dressed(ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Progress"))
        self._bar.setRange(0, PER_MILLE)
        self._cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelComparing")
        self._cancel.clicked.connect(self.cancelled)
        row = row_of((self._bar, 1), self._cancel, spacing=8)
        column_of(self.words, row, on=self, spacing=4)
        self.set_text("")

    def set_text(self, text: str, *, is_measuring: bool = False) -> None:
        """Say something, or nothing."""
        self.words.setText(text)
        self.setVisible(bool(text))
        for part in (self._bar, self._cancel):
            part.setVisible(is_measuring)

    def set_progress(self, progress: Progress) -> None:
        """Show how far measuring is."""
        self._bar.setValue(round(PER_MILLE * progress.share) if progress.share == progress.share else 0)


def difference_words(change: Comparison, this: str, other: str) -> str:
    """Return what changed.

    Args:
        change: The report that is shown less the other.
        this: What the former is of.
        other: What the latter is of.
    """
    if not change.confusion.any() and change.mended is not None and not len(change.mended):
        words = _tr("{this} and {other} get the same examples right: there is no difference to show.")
        return _capital(words.format(this=this, other=other))
    number = QLocale().toString
    figures = {
        "this": this,
        "other": other,
        "gain": ("+" if change.accuracy > 0 else "") + number(100 * change.accuracy, "f", 2),
    }
    sentences = [
        _tr("{this} less {other}: blue cells are better, orange ones worse."),
        _tr("Accuracy {gain} percentage points."),
    ]
    if change.mended is not None and change.broken is not None:
        figures |= {"mended": number(len(change.mended)), "broken": number(len(change.broken))}
        sentences.append(
            _tr("{mended} examples are right with the former alone, {broken} with the latter alone.")
        )
    if change.significant is False:
        sentences.append(_tr("Chance alone could make such a difference."))
    return _capital(joined(sentences).format(**figures))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Difference", text)
