"""Rows of numbers as a table: the class, and a column for each feature."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView

from engine.inputs.entries import entries_of
from engine.inputs.registry import kind_of
from gui.look import theme
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.words import plain_number
from gui.widgets.examples.view import ExamplesView
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from engine.inputs.entries import Entry
    from engine.inputs.feature import Feature

DIGITS = 5  # significant ones of a number
WIDEST, NARROWEST = 180, 56  # pixels of a column
MEASURED, MOST_MEASURED = 100, 5000  # rows by which columns get their width, and cells of all columns


class ExampleModel(TableModel[int]):
    """Examples by their index."""

    def __init__(self, parent: ExampleRows) -> None:
        super().__init__(parent)
        self.features: tuple[Feature, ...] = ()
        self._images: NDArray[Any] = np.zeros((0, 0), np.float32)
        self._labels: NDArray[np.int64] = np.zeros(0, np.int64)
        self._classes: tuple[str, ...] = ()
        self._captions: Sequence[str] | None = None

    def identity(self, row: int) -> Hashable:
        return row

    def set_examples(
        self,
        images: NDArray[Any],
        labels: NDArray[np.int64],
        classes: Sequence[str],
        captions: Sequence[str] | None,
    ) -> None:
        """Show examples from the first on; as ``ExampleRows.set_images``."""
        self.beginResetModel()
        self._images, self._labels = images, labels
        self._classes, self._captions = tuple(classes), captions
        self.columns = self.make_columns()
        self._rows = list(range(len(images)))
        self.endResetModel()

    def make_columns(self) -> tuple[TableColumn[int], ...]:
        """Return what is told of each of the examples at hand."""
        entries = entries_of(self.features) if self._images.shape[1] == len(self.features) else ()
        return (self._class_column(), *map(self._feature_column, entries))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; without one, as they were given."""
        if column < 0:
            self.show_rows(range(len(self._images)))
        elif self.columns:
            super().sort(column, order)

    def _feature_column(self, entry: Entry) -> TableColumn[int]:
        if entry.choices:
            return TableColumn[int](entry.name, lambda row: entry.choices[entry.chosen(self._images[row])])
        place = entry.places[0]
        return TableColumn[int](
            entry.name,
            lambda row: plain_number(float(self._images[row, place]), DIGITS),
            partial(self._figures, self.features[place]),
            key=lambda row: float(self._images[row, place]),
            is_number=True,
        )

    def _figures(self, feature: Feature) -> str:
        return self.tr("{name}: from {low} to {high}, usually {usual}").format(
            name=feature.name,
            low=plain_number(feature.low, DIGITS),
            high=plain_number(feature.high, DIGITS),
            usual=plain_number(feature.usual, DIGITS),
        )

    @property
    def _have_numbers(self) -> bool:
        """Whether a number is right for each example, and no class."""
        return self._labels.dtype.kind == "f" and bool(self._classes)

    def _class_column(self) -> TableColumn[int]:
        if self._captions is not None:
            head = self.tr("{name} → answer").format(name=self._classes[0]) if self._have_numbers else ""
            return TableColumn[int](
                lambda: head or self.tr("Class → answer"), self.caption, is_bold=lambda _: True
            )
        return TableColumn[int](
            lambda: self._classes[0] if self._have_numbers else self.tr("Class"),
            self.caption,
            key=lambda row: float(self._labels[row]),
            is_bold=lambda _: True,
        )

    def caption(self, row: int) -> str:
        """Return what stands beside an example: its class, or what it was taken for."""
        if self._captions is not None:
            return self._captions[row]
        if self._have_numbers:
            return plain_number(float(self._labels[row]), 4)
        label = int(self._labels[row])
        return self._classes[label] if 0 <= label < len(self._classes) else str(label)


class ExampleRows(DenseTable):
    """Examples to look through with mouse and keyboard; as ``ImageGrid`` for pictures.

    Arrow keys move the selection, a click or Enter activates it, a click on a heading sorts.

    Signals:
        image_selected: Index of the example that was selected (int).
        image_activated: Index of the one that was clicked, or selected when Enter was pressed (int).
    """

    image_selected = Signal(int)
    image_activated = Signal(int)

    widest = WIDEST

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_text: Words = lambda: self.tr("No examples")
        self._model = self.make_model()
        self.setModel(self._model)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        said(self.setAccessibleName, lambda: self.tr("Examples"))
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.clicked.connect(self._on_clicked)
        follow_language(self, self.viewport().update)

    def make_model(self) -> ExampleModel:
        """Return what tells of each example."""
        return ExampleModel(self)

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Take what each number of an example is, before the examples."""
        self._model.features = features

    def set_images(
        self,
        images: NDArray[Any],
        labels: NDArray[np.int64],
        classes: Sequence[str],
        captions: Sequence[str] | None = None,
    ) -> None:
        """Show examples from the first on; the arrays are kept, not copied.

        Args:
            images: ``(N, F)`` float32.
            labels: ``(N,)``, index of each one's class.
            classes: Names of the classes.
            captions: Words beside each, where they are to be other than the class.
        """
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._model.set_examples(images, labels, classes, captions)
        count = len(images)
        said(
            self.setAccessibleDescription,
            lambda: self.tr("{count} examples").format(count=QLocale().toString(count)),
        )
        self._fit_columns()
        self.verticalScrollBar().setValue(0)

    def set_empty_text(self, text: Words) -> None:
        """Change what is said where there are no examples."""
        self._empty_text = text
        self.viewport().update()

    def count(self) -> int:
        """Return how many examples there are."""
        return len(self._model.rows)

    def selected(self) -> int:
        """Return the index of the selected example, or -1."""
        place = self.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else -1

    def select(self, index: int) -> None:
        """Select an example and bring it into sight."""
        if index in self._model.rows and index != self.selected():
            place = self._model.index(list(self._model.rows).index(index), 0)
            self.setCurrentIndex(place)
            self.scrollTo(place)

    def caption(self, index: int) -> str:
        """Return what stands beside an example."""
        return self._model.caption(index)

    def _fit_columns(self) -> None:
        """Give each column the room that its heading and the first rows need, within reason."""
        heads, bold = self.horizontalHeader(), QFont(self.font())
        bold.setBold(True)
        rows = self._model.rows[: max(1, min(MEASURED, MOST_MEASURED // max(1, len(self._model.columns))))]
        for place, column in enumerate(self._model.columns):
            words = (column.text(row) for row in rows)
            metrics = self.fontMetrics() if column.is_bold is None else QFontMetrics(bold)
            wide = max((metrics.horizontalAdvance(text) for text in words), default=0) + 20
            heads.resizeSection(place, min(max(wide, heads.sectionSizeHint(place), NARROWEST), self.widest))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.image_selected.emit(self._model.rows[current.row()])

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.image_activated.emit(self._model.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected() >= 0:
            self.image_activated.emit(self.selected())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().color("text_muted"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words_of(self._empty_text))
            painter.end()


def _suits(features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> bool:
    return bool(features) and kind_of(image_shape).has_features


VIEW = ExamplesView("rows", _suits, ExampleRows)
