"""The images that a model gets wrong, or those of one cell of the matrix, and what can be done with one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import follow_size, px, sized
from gui.look.words import listed, percent
from gui.pad.probability_bars import ProbabilityBars
from gui.widgets.examples.examples import Examples
from gui.widgets.images.pictures import scaled
from gui.widgets.images.rows import row_words
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gui.stations.evaluate.measuring_job import Measured
    from gui.stations.evaluate.mislabelled import Mislabelled

PICTURE = 64  # pixels
ROW = 80  # pixels; one row of images is in sight
MOST_TOLD = 2  # features of a row of numbers
BARS = (80, 230)  # pixels that they are wide, at least and at most


class Mistakes(QWidget):
    """Images above, the chosen one in full below.

    Args:
        mislabelled: Where images are marked.
        parent: The widget it belongs to.

    Signals:
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
        all_wanted: All mistakes are to be shown again, and no cell.
    """

    example_chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self, mislabelled: Mislabelled, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mistakes")
        self._mislabelled = mislabelled
        self._measured: Measured | None = None
        self._cell: tuple[int, int] | None = None
        self._indices: NDArray[np.int64] = np.zeros(0, np.int64)
        self._build_ui()
        self._connect()
        follow_language(self, self._show_example)
        follow_size(self, self._show_example)

    def _build_ui(self) -> None:
        self._heading = dressed(Label(self, wordWrap=True), name="mistakesHeading")
        self._all = dressed(QPushButton(self), text=lambda: self.tr("All mistakes"), name="allMistakes")
        top = row_of((self._heading, 1), self._all)
        self.grid = Examples("mistakesGrid", self)
        sized(self.grid.setMinimumHeight, ROW)
        self._picture = Label(self)
        sized(self._picture.setFixedSize, QSize(PICTURE, PICTURE))
        self._words = WholeLabel(self, alignment=Qt.AlignmentFlag.AlignTop)
        self._try = dressed(QPushButton(self), text=lambda: self.tr("Send to the pad"), name="sendToPad")
        self._mark = dressed(QPushButton(self), text=lambda: self.tr("Mislabelled"), name="markMislabelled")
        self._mark.setCheckable(True)
        dressed(
            self._mark,
            tip=lambda: self.tr(
                "Mark the image as mislabelled: it is noted in a file beside the data, which stay as they are"
            ),
        )
        self._bars = ProbabilityBars(self)
        sized(self._bars.setMinimumWidth, BARS[0])
        sized(self._bars.setMaximumWidth, BARS[1])
        self._card = dressed(QFrame(self), card=True)
        buttons = column_of(self._try, self._mark, STRETCH, spacing=4)
        parts = (self._picture, 0, Qt.AlignmentFlag.AlignTop), (buttons, 1), (self._bars, 1)
        column_of(self._words, (row_of(*parts, spacing=8), 1), on=self._card, margins=8, spacing=6)
        column_of(top, (self.grid, 1), self._card, on=self, spacing=6)

    def _connect(self) -> None:
        self.grid.image_selected.connect(self._show_example)
        self.grid.image_activated.connect(self._on_try_clicked)
        self._all.clicked.connect(self.all_wanted)
        self._try.clicked.connect(self._on_try_clicked)
        self._mark.clicked.connect(self._on_mark_clicked)
        self._mislabelled.changed.connect(self._show_mark)

    @property
    def indices(self) -> NDArray[np.int64]:
        """Which images of the data set are shown, ``(K,)``."""
        return self._indices

    def set_measured(self, measured: Measured) -> None:
        """Show the mistakes of another report, or the same cell of it."""
        self._measured = measured
        self._show_images()

    def set_cell(self, cell: tuple[int, int] | None) -> None:
        """Show the images of one cell, row and column, or all mistakes."""
        self._cell = cell
        self._show_images()

    def _show_images(self) -> None:
        measured = self._measured
        if measured is None:
            return
        report, classes = measured.of_classes, measured.of_classes.classes
        self._indices = report.mistakes if self._cell is None else report.images_of(*self._cell)
        said(self._heading.setText, partial(self._heading_words, classes))
        self._all.setVisible(self._cell is not None)
        labels = report.labels[self._indices]
        pairs = zip(labels.tolist(), report.predictions[self._indices].tolist(), strict=True)
        captions = [f"{classes[truth]} → {classes[answer]}" for truth, answer in pairs]
        data = measured.dataset
        self.grid.set_examples(data.images[self._indices], labels, classes, captions, data.features)
        self._bars.set_classes(classes)
        if len(self._indices):
            self.grid.select(0)  # which shows it
        else:
            self._show_example()

    def _heading_words(self, classes: Sequence[str]) -> str:
        text = self.tr("{count} mistakes, those the model is surest of first")
        if self._cell is not None:
            truth, answer = self._cell
            right, wrong = (
                self.tr("{count} examples of “{truth}” read right"),
                self.tr("{count} examples of “{truth}” taken for “{answer}”"),
            )
            text = (right if truth == answer else wrong).replace("{truth}", classes[truth])
            text = text.replace("{answer}", classes[answer])
        elif not len(self._indices):
            text = self.tr("No mistakes")
        return text.replace("{count}", QLocale().toString(len(self._indices)))

    def _chosen(self) -> int:
        """Return which image of the data set is chosen, or -1."""
        place = self.grid.selected()
        return int(self._indices[place]) if 0 <= place < len(self._indices) else -1

    @Slot()
    def _show_example(self) -> None:
        index, measured = self._chosen(), self._measured
        self._card.setVisible(index >= 0)
        if index < 0 or measured is None:
            self._words.clear()
            return
        report, data = measured.of_classes, measured.dataset
        truth, answer = int(report.labels[index]), int(report.predictions[index])
        self._picture.setVisible(not data.features)
        if not data.features:
            self._picture.setPixmap(scaled(data.images[index], px(PICTURE), self.devicePixelRatioF()))
        text = self.tr("“{truth}”, taken for “{answer}” with {confidence} confidence")
        if truth == answer:
            text = self.tr("“{truth}”, read right with {confidence} confidence")
        confidence = percent(float(report.confidences[index]), 1)
        text = text.format(truth=report.classes[truth], answer=report.classes[answer], confidence=confidence)
        told = row_words(data.images[index], data.features, MOST_TOLD) if data.features else ()
        self._words.setText("\n".join((text, listed(told))) if told else text)
        if report.probabilities is not None:
            self._bars.set_probabilities(report.probabilities[index])
        self._show_mark()

    @Slot()
    def _show_mark(self) -> None:
        index, measured = self._chosen(), self._measured
        if index >= 0 and measured is not None:
            self._mark.setChecked(self._mislabelled.is_marked(*_place(measured, index)))

    @Slot()
    def _on_try_clicked(self) -> None:
        index = self._chosen()
        if index >= 0 and self._measured is not None:
            self.example_chosen.emit(self._measured.dataset.images[index])

    @Slot(bool)
    def _on_mark_clicked(self, is_marked: bool) -> None:
        index, measured = self._chosen(), self._measured
        if index < 0 or measured is None:
            return
        report = measured.of_classes
        answer, truth = int(report.predictions[index]), int(report.labels[index])
        should_be = report.classes[answer] if answer != truth else ""
        self._mislabelled.set_marked(*_place(measured, index), is_marked=is_marked, should_be=should_be)


def _place(measured: Measured, index: int) -> tuple[str, NDArray[np.uint8], str]:
    """Return what a mark knows an image by."""
    data = measured.dataset
    return data.name, data.images[index], data.classes[int(data.labels[index])]
