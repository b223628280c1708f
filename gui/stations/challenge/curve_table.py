"""The table beside the picture: a strength a row, a curve a column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from gui.look.dressed import dressed
from gui.look.words import percent, plain_number, translate_engine
from gui.stations.challenge.curve_picture import are_named, attack_short, point_words
from gui.widgets.tables.model import TableColumn, TableModel
from gui.widgets.tables.view import DenseTable

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from engine.attacks.attack import Strength
    from gui.stations.challenge.curve_picture import Curve


class CurveModel(TableModel[float]):
    """Strengths as rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()

    def identity(self, row: float) -> Hashable:
        """Return the strength itself."""
        return row

    def show_curves(self, curves: Sequence[Curve], strength: Strength) -> None:
        """Show these; headings are as short as they can be."""
        named = are_named(curves)
        first = TableColumn[float](translate_engine(strength.title), plain_number, is_number=True)
        columns = (first, *(_column(curve, named=named) for curve in curves))
        shown = (strength, tuple((curve.colour, curve.attack) for curve in curves))
        if shown != self._shown:
            self.beginResetModel()
            self._shown, self.columns, self._rows = shown, columns, list(strength.steps)
            self.endResetModel()
        else:
            self.columns = columns
            self._say_words()


def _column(curve: Curve, *, named: bool) -> TableColumn[float]:
    def text(at: float) -> str:
        point = curve.points.get(at)
        return "" if point is None else percent(point.accuracy, 1)

    def tip(at: float) -> str:
        point = curve.points.get(at)
        return "" if point is None else point_words(curve, point)

    attack = attack_short(curve.attack)
    title = f"{curve.model}\n{attack}" if named else attack
    return TableColumn(title, text, curve.title, tip=tip, is_number=True)


class CurveTable(DenseTable):
    """The table on the screen.

    Signals:
        chosen: Another strength is chosen (it, or None).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="attackCurves", accessible=lambda: self.tr("Accuracy by strength"))
        self._model = CurveModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._model.modelReset.connect(partial(self.chosen.emit, None))

    @property
    def strength(self) -> float | None:
        """The chosen strength, or None."""
        chosen = self.selectionModel().selectedRows()
        return self._model.rows[chosen[0].row()] if chosen else None

    def show_curves(self, curves: Sequence[Curve], strength: Strength) -> None:
        """Show these; a strength that was chosen stays so where it is one of theirs."""
        before = self.strength
        self._model.show_curves(curves, strength)
        if before in strength.steps and self.strength is None:
            self.choose(before)

    def choose(self, strength: float) -> None:
        """Choose the strength that is next to this."""
        rows = self._model.rows
        if rows:
            self.selectRow(min(range(len(rows)), key=lambda place: abs(rows[place] - strength)))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.strength)
