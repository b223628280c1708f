"""The examples whose answers lie furthest off, and the chosen one in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from engine.evaluation.number_report import NumberReport
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import follow_size, px, sized
from gui.look.words import listed, plain_number
from gui.widgets.examples.examples import Examples
from gui.widgets.images.pictures import scaled
from gui.widgets.images.rows import row_words
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.stations.evaluate.measuring_job import Measured

PICTURE, ROW = 64, 80  # pixels
MOST_TOLD = 6  # features of the chosen example that are said in words
MOST = 200  # examples that are listed


class WorstExamples(QWidget):
    """Examples above, the chosen one below.

    Signals:
        example_chosen: An example is to be tried on the pad (as its data set keeps it).
        index_chosen: Another example is chosen (its index in the data set, int; -1 for none).
    """

    example_chosen = Signal(object)
    index_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("worstExamples")
        self._measured: Measured | None = None
        self._indices: NDArray[np.int64] = np.zeros(0, np.int64)
        self._build_ui()
        self.grid.image_selected.connect(self._show_example)
        self.grid.image_activated.connect(self._on_try_clicked)
        self._try.clicked.connect(self._on_try_clicked)
        follow_language(self, self._show_example)
        follow_size(self, self._show_example)

    def _build_ui(self) -> None:
        heading = Label(self._heading_words, self, wordWrap=True)
        self._heading = dressed(heading, name="worstHeading")
        self.grid = Examples("worstGrid", self)
        sized(self.grid.setMinimumHeight, ROW)
        self._picture = Label(self)
        sized(self._picture.setFixedSize, QSize(PICTURE, PICTURE))
        self._words = WholeLabel(self, alignment=Qt.AlignmentFlag.AlignTop)
        self._try = dressed(QPushButton(self), text=lambda: self.tr("Send to the pad"), name="worstToPad")
        self._card = dressed(QFrame(self), card=True)
        middle = column_of((self._words, 1), self._try, spacing=4)
        row_of(
            (self._picture, 0, Qt.AlignmentFlag.AlignTop), (middle, 1), on=self._card, margins=8, spacing=8
        )
        column_of(self._heading, (self.grid, 1), self._card, on=self, spacing=6)

    @property
    def indices(self) -> NDArray[np.int64]:
        """Which examples of the data set are listed, ``(K,)``."""
        return self._indices

    def set_measured(self, measured: Measured) -> None:
        """Show those of another report."""
        report, data = measured.report, measured.dataset
        assert isinstance(report, NumberReport), "it is shown where there is a number"
        self._measured, self._indices = measured, report.worst[:MOST]
        said(self._heading.setText, self._heading_words)
        captions = [self._caption(report, index) for index in self._indices.tolist()]
        labels = data.labels[self._indices]
        self.grid.set_examples(data.images[self._indices], labels, data.classes, captions, data.features)
        if len(self._indices):
            self.grid.select(0)  # which shows it
        else:
            self._show_example()

    def _heading_words(self) -> str:
        count = QLocale().toString(len(self._indices))
        return self.tr("The {count} examples whose answers are furthest off").format(count=count)

    def _caption(self, report: NumberReport, index: int) -> str:
        target, answer = float(report.targets[index]), float(report.answers[index])
        return f"{plain_number(target)} → {plain_number(answer)}"

    def select(self, index: int) -> None:
        """Choose an example of the data set, where it is listed."""
        places = np.flatnonzero(self._indices == index)
        if len(places):
            self.grid.select(int(places[0]))

    def _chosen(self) -> int:
        place = self.grid.selected()
        return int(self._indices[place]) if 0 <= place < len(self._indices) else -1

    @Slot()
    def _show_example(self) -> None:
        index, measured = self._chosen(), self._measured
        self._card.setVisible(index >= 0)
        self.index_chosen.emit(index)
        if index < 0 or measured is None:
            self._words.clear()
            return
        report, data = measured.report, measured.dataset
        assert isinstance(report, NumberReport)
        self._picture.setVisible(not data.features)
        if not data.features:
            self._picture.setPixmap(scaled(data.images[index], px(PICTURE), self.devicePixelRatioF()))
        words = self.tr("{name} is {target}; the network says {answer}, which is off by {error}.")
        text = words.format(
            name=report.name,
            target=plain_number(float(report.targets[index]), 4),
            answer=plain_number(float(report.answers[index]), 4),
            error=plain_number(abs(float(report.errors[index])), 4),
        )
        told = row_words(data.images[index], data.features, MOST_TOLD) if data.features else ()
        self._words.setText("\n".join((text, listed(told))) if told else text)

    @Slot()
    def _on_try_clicked(self) -> None:
        index = self._chosen()
        if index >= 0 and self._measured is not None:
            self.example_chosen.emit(self._measured.dataset.images[index])
