"""The answers that are not exact, the surest first, and the chosen one in words; of prose the pieces it knows least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from engine.data.text.asked import asked_of
from engine.data.text.signs import signs_of
from engine.evaluation.characters_report import CharactersReport
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import percent
from gui.widgets.examples.examples import Examples
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.stations.evaluate.measuring_job import Measured

ROWS = 80  # pixels at least
MOST = 200  # pieces of prose that are listed


class WrongAnswers(QWidget):
    """Lines above, the chosen one below.

    Signals:
        example_chosen: An example is to be tried on the pad (``(T,)`` uint16).
    """

    example_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wrongAnswers")
        self._measured: Measured | None = None
        self._indices: NDArray[np.int64] = np.zeros(0, np.int64)
        self._heading = dressed(Label(self, wordWrap=True), name="wrongHeading")
        self.grid = Examples("wrongGrid", self)
        sized(self.grid.setMinimumHeight, ROWS)
        self._words = dressed(
            WholeLabel(self, alignment=Qt.AlignmentFlag.AlignTop, least_lines=2), name="wrongWords"
        )
        self._try = dressed(QPushButton(self), text=lambda: self.tr("Send to the pad"), name="wrongToPad")
        self._card = dressed(QFrame(self), card=True)
        row_of(
            (self._words, 1),
            (self._try, 0, Qt.AlignmentFlag.AlignTop),
            on=self._card,
            margins=8,
            spacing=8,
        )
        column_of(self._heading, (self.grid, 1), self._card, on=self, spacing=6)
        self.grid.image_selected.connect(self._show_example)
        self.grid.image_activated.connect(self._on_try_clicked)
        self._try.clicked.connect(self._on_try_clicked)
        follow_language(self, self._show_example)

    @property
    def indices(self) -> NDArray[np.int64]:
        """Which examples of the data set are listed, ``(K,)``."""
        return self._indices

    def set_measured(self, measured: Measured) -> None:
        """Show those of another report."""
        report, data = measured.report, measured.dataset
        assert isinstance(report, CharactersReport), "it is shown where there is text"
        self._measured = measured
        captions: list[str] | None = None
        if report.is_prose:
            self._indices = np.argsort(report.scores, kind="stable")[:MOST].astype(np.int64)
        else:
            self._indices = np.array([one.index for one in report.wrong], np.int64)
            captions = [one.said for one in report.wrong]
        said(self._heading.setText, self._heading_words)
        self.grid.set_examples(data.images[self._indices], data.labels[self._indices], data.classes, captions)
        if len(self._indices):
            self.grid.select(0)  # which shows it
        self._show_example()

    def _heading_words(self) -> str:
        report = None if self._measured is None else self._measured.report
        if not isinstance(report, CharactersReport):
            return ""
        if report.is_prose:
            return self.tr("Pieces of text, those first of which fewest characters are right")
        count = len(report.mistakes)
        if not count:
            return self.tr("Every answer is exact")
        words = self.tr("{count} wrong answers, those the model is surest of first")
        if count > len(report.wrong):
            words = self.tr("{shown} of {count} wrong answers, those the model is surest of first")
        number = QLocale().toString
        return words.format(count=number(count), shown=number(len(report.wrong)))

    def table(self) -> tuple[tuple[str, ...], list[list[Any]]]:
        """Return what is listed as numbers and words."""
        measured = self._measured
        assert measured is not None, "there is something to save"
        report, data = measured.report, measured.dataset
        assert isinstance(report, CharactersReport)
        if report.is_prose:
            heads: tuple[str, ...] = (self.tr("Index"), self.tr("Text"), self.tr("Right"))
            texts = (asked_of(data.images[at], data.labels[at], data.classes).answer for at in self._indices)
            return heads, [
                [int(at), text, round(float(report.scores[at]), 6)]
                for at, text in zip(self._indices, texts, strict=True)
            ]
        heads = (
            *(self.tr("Index"), self.tr("Question"), self.tr("Right answer"), self.tr("Said")),
            self.tr("Confidence"),
        )
        return heads, [
            [one.index, one.question, one.right, one.said, round(one.confidence, 6)] for one in report.wrong
        ]

    @Slot()
    def _show_example(self) -> None:
        place, measured = self.grid.selected(), self._measured
        is_chosen = measured is not None and 0 <= place < len(self._indices)
        self._card.setVisible(is_chosen)
        if not is_chosen or measured is None:
            self._words.clear()
            return
        report = measured.report
        assert isinstance(report, CharactersReport)
        if report.is_prose:
            words = self.tr("{share} of the characters of this piece are the likeliest ones")
            self._words.setText(words.format(share=percent(float(report.scores[self._indices[place]]), 0)))
            return
        one = report.wrong[place]
        words = self.tr("“{question}”: right is “{right}”, the model says “{said}” and is {share} sure of it")
        self._words.setText(
            words.format(
                question=signs_of(one.question),
                right=signs_of(one.right),
                said=signs_of(one.said),
                share=percent(one.confidence, 0),
            )
        )

    @Slot()
    def _on_try_clicked(self) -> None:
        place = self.grid.selected()
        if self._measured is not None and 0 <= place < len(self._indices):
            self.example_chosen.emit(self._measured.dataset.images[int(self._indices[place])])
