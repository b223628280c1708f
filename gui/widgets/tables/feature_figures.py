"""What each feature of a table is like: its least, usual and greatest value, and how many were missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from engine.inputs.entries import entries_of
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, words_of
from gui.look.text_size import follow_size
from gui.look.words import listed, plain_number
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.inputs.feature import Feature

DIGITS = 3
MOST_SEEN = 8  # rows, without scrolling
NARROWEST = 36  # pixels of a column
PADDING = 18  # pixels beside the words of a heading
MISSING = 4  # the column that stands there where values were missing
MOST_CHOICES = 12  # categories that are named


class FigureRow(NamedTuple):
    """What is told of a feature, or of all features of a category."""

    place: int
    name: str
    numbers: tuple[float, float, float] | None
    usual: str
    choices: tuple[str, ...]
    missing: int


class FigureModel(TableModel[FigureRow]):
    """Features as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        follow_language(self, self._say_columns)

    def _say_columns(self) -> None:
        self.columns = (
            TableColumn[FigureRow](self.tr("Feature"), lambda row: row.name, tip=_tip),
            self._number(self.tr("Least"), self.tr("The least value among the training rows"), 0),
            self._number(
                self.tr("Usual"), self.tr("The median of the training rows; of words, the most frequent"), 1
            ),
            self._number(self.tr("Greatest"), self.tr("The greatest value among the training rows"), 2),
            TableColumn[FigureRow](
                self.tr("Missing"),
                lambda row: QLocale().toString(row.missing) if row.missing else "",
                self.tr(
                    "In how many rows nothing stood or could be read: a number was filled with the median, of words "
                    "it is a category of its own"
                ),
                is_number=True,
            ),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.tell_changed(0, len(self.rows) - 1)

    def _number(self, title: str, help_text: str, place: int) -> TableColumn[FigureRow]:
        def text(row: FigureRow) -> str:
            if row.numbers is None:
                return row.usual if place == 1 else ""
            return plain_number(row.numbers[place], DIGITS)

        return TableColumn(title, text, help_text, tip=_tip, is_number=True)

    def set_features(self, features: Sequence[Feature]) -> None:
        """Show other features."""
        self.show_rows(_rows(features))


def _rows(features: Sequence[Feature]) -> list[FigureRow]:
    rows = []
    for place, entry in enumerate(entries_of(features)):
        own = [features[each] for each in entry.places]
        missing = max(each.missing for each in own)
        if entry.choices:
            usual = max(range(len(own)), key=lambda number: own[number].usual)
            rows.append(FigureRow(place, entry.name, None, entry.choices[usual], entry.choices, missing))
        else:
            numbers = own[0].low, own[0].usual, own[0].high
            rows.append(FigureRow(place, entry.name, numbers, "", (), missing))
    return rows


def _tip(row: FigureRow) -> str:
    if not row.choices:
        return row.name
    return listed(row.choices[:MOST_CHOICES], goes_on=len(row.choices) > MOST_CHOICES)


class FeatureFigures(DenseTable):
    """The table on the screen, as high as its first rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_room=4)
        dressed(self, name="featureFigures", accessible=lambda: self.tr("Features"))
        self._model = FigureModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setTextElideMode(
            Qt.TextElideMode.ElideMiddle
        )  # “mean concavity” and “mean concave points” end apart
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # names give way
        self.horizontalHeader().setMinimumSectionSize(NARROWEST)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        follow_size(self, self._fit)
        follow_language(self, self._fit)

    def set_features(self, features: Sequence[Feature]) -> None:
        """Show other features."""
        self._model.set_features(features)
        self.setColumnHidden(MISSING, not any(feature.missing for feature in features))
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        """Give numbers the room that they and their headings need, and names what is left."""
        metrics, model = self.fontMetrics(), self._model
        for place, column in list(enumerate(model.columns))[1:]:
            texts = (words_of(column.title), *(column.text(row) for row in model.rows))
            wide = max(map(metrics.horizontalAdvance, texts)) + PADDING
            self.horizontalHeader().resizeSection(place, wide)

    def rows(self) -> Sequence[FigureRow]:
        """Return what is shown."""
        return self._model.rows

    def sizeHint(self) -> QSize:
        rows = min(max(len(self._model.rows), 1), MOST_SEEN)
        row = self.verticalHeader().defaultSectionSize()
        head = self.horizontalHeader().sizeHint().height()
        return QSize(240, head + rows * row + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())
