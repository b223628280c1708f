"""Text as lines: a question and its answer, and what a model said instead; of prose the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.text.asked import Asked, asked_of, is_prose
from engine.data.text.signs import signs_of
from engine.inputs.registry import kind_of
from gui.widgets.examples.rows import ExampleModel, ExampleRows
from gui.widgets.examples.view import ExamplesView
from gui.widgets.tables.model import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from engine.inputs.feature import Feature

QUESTION, PROSE = 260, 900  # pixels of the widest columns


class LineModel(ExampleModel):
    """Lines by the index of their example; an example is put into words when it is first asked for."""

    def __init__(self, parent: ExampleRows) -> None:
        super().__init__(parent)
        self.is_prose = True
        self._words: dict[int, Asked] = {}

    def make_columns(self) -> tuple[TableColumn[int], ...]:
        self._words = {}
        self.is_prose = is_prose(self._labels)
        if self.is_prose:
            return (TableColumn[int](lambda: self.tr("Text"), self.caption, tip=self._text),)
        answer = TableColumn[int](lambda: self.tr("Answer"), self._answer, is_bold=lambda _: True)
        columns = TableColumn[int](lambda: self.tr("Question"), self._question), answer
        if self._captions is None:
            return columns
        return *columns, TableColumn[int](lambda: self.tr("The model said"), self._said)

    def asked(self, row: int) -> Asked:
        """Return the words of an example."""
        if row not in self._words:
            self._words[row] = asked_of(self._images[row], self._labels[row], self._classes)
        return self._words[row]

    def caption(self, row: int) -> str:
        """Return all of an example in a line."""
        asked = self.asked(row)
        return signs_of(asked.question + asked.answer)

    def _text(self, row: int) -> str:
        return self.asked(row).answer

    def _question(self, row: int) -> str:
        return signs_of(self.asked(row).question)

    def _answer(self, row: int) -> str:
        return signs_of(self.asked(row).answer)

    def _said(self, row: int) -> str:
        return "" if self._captions is None else signs_of(self._captions[row])


class ExampleLines(ExampleRows):
    """Lines to look through with mouse and keyboard; as ``ImageGrid`` for pictures."""

    widest = QUESTION

    def make_model(self) -> ExampleModel:
        return LineModel(self)

    def set_images(
        self,
        images: NDArray[Any],
        labels: NDArray[np.int64],
        classes: Sequence[str],
        captions: Sequence[str] | None = None,
    ) -> None:
        """Show lines from the first on.

        Args:
            images: ``(N, T)`` uint16.
            labels: ``(N, T)``, at each place the next character, or -1.
            classes: The alphabet.
            captions: What a model said in place of each right answer.
        """
        self.widest = PROSE if is_prose(labels) else QUESTION
        super().set_images(images, labels, classes, captions)


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return not features and kind_of(image_shape).per_place


def _make(parent: QWidget) -> ExampleLines:
    return ExampleLines(parent)


VIEW = ExamplesView("lines", _suits, _make)
