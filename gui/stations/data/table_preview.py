"""What a table becomes before it is brought in: its columns, the label among them, and what is filled and left out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import (
    QWidget,
)

from engine.choices import LabelTask
from engine.data.tables.column import LABELS, Use
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import choice_label, labelled, listed, plain_number, translate_engine
from gui.stations.data.column_table import ColumnTable
from gui.stations.data.preview_dialog import PreviewDialog
from gui.stations.data.table_looking import LookedTable, TableChoices, look_at_table
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.data.tables.table_set import TableSet


MOST_CLASSES = 12  # that are named


class TablePreview(PreviewDialog):
    """Shows what a table becomes; whatever is chosen here changes it at once.

    Args:
        path: The file.
        parent: The window that waits beneath it.

    Signals:
        agreed: The person wants it as it is shown (LookedTable).
    """

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(path, parent)
        self._choices = TableChoices()
        self._build_ui()
        self._connect()
        self.resize(940, 520)
        self._look()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self._label = dressed(
            ChoiceBox(self),
            name="importLabel",
            tip=lambda: self.tr("The column that says the class of each row"),
        )
        self._label.be_narrow(12)
        self._add_row(lambda: self.tr("&Label"), self._label)
        self._found = dressed(
            ChoiceBox(self),
            name="importTask",
            tip=lambda: self.tr(
                "Whether the label is a class or a number: it is taken for a number where it has fractions, or where "
                "more than 30 different numbers come again fewer than five times each"
            ),
        )
        for task in LabelTask:
            self._found.addItem("", task.value)
        self._add_row(lambda: self.tr("To be &found"), self._found)
        for key, title in (
            ("rows", lambda: self.tr("Rows")),
            ("parts", lambda: self.tr("Parts")),
            ("classes", lambda: self.tr("Classes")),
            ("target", lambda: self.tr("Number")),
            ("features", lambda: self.tr("Features")),
            ("filled", lambda: self.tr("Filled")),
        ):
            self._add_fact(key, title)
        self._columns = ColumnTable(self)
        self._use_words = Label(self, wordWrap=True)
        self._use = dressed(ChoiceBox(self), name="importUse")
        self._use_words.setBuddy(self._use)
        self._why = dressed(self._text("why"), role="muted")
        right = QWidget(self)
        column_of(
            (self._columns, 1),
            row_of((self._use_words, 1), self._use, spacing=8),
            self._why,
            on=right,
            spacing=6,
        )
        self._lay_out(lambda: self.tr("Could not be read"), right, (4, 5), lambda: self.tr("&Make Data Set"))

    def _connect(self) -> None:
        self._label.activated.connect(self._on_label_activated)
        self._found.activated.connect(self._on_task_activated)
        self._columns.chosen.connect(self._show_use)
        self._use.activated.connect(self._on_use_activated)

    @property
    def looked(self) -> LookedTable | None:
        """What is shown; None while nothing was found yet."""
        found: LookedTable | None = self._looked
        return found

    # What is chosen

    @Slot(int)
    def _on_label_activated(self, place: int) -> None:
        self._choose(replace(self._choices, label=str(self._label.itemData(place) or "")))

    @Slot(int)
    def _on_task_activated(self, place: int) -> None:
        self._choose(replace(self._choices, task=LabelTask(self._found.itemData(place))))

    @Slot(int)
    def _on_use_activated(self, place: int) -> None:
        column = self._columns.column()
        if column is None:
            return
        use = Use(self._use.itemData(place))
        if use in LABELS:
            task = LabelTask.NUMBER if use is Use.TARGET else LabelTask.CLASSES
            self._choose(replace(self._choices, label=column.name, task=task))
        elif use is not column.use:
            self._choose(replace(self._choices, uses={**self._choices.uses, column.name: use}))

    def _choose(self, choices: TableChoices) -> None:
        if choices != self._choices:
            self._choices = choices
            self._look()

    def _question(self) -> Callable[..., object]:
        opened = None if self.looked is None else self.looked.opened
        return partial(look_at_table, self._path, opened, self._choices)

    # What came of it

    def _on_looked(self, looked: LookedTable) -> None:
        self._columns.set_columns(looked.columns)
        self._say_words()

    def _show_nothing(self) -> None:
        self._show_rows(found=False)

    def _left_out_words(self, count: str) -> str:
        return self.tr("{count} rows or cells could not be read.").format(count=count)

    def _show_rows(self, *, found: bool) -> None:
        for label in self._facts.values():
            self._form.setRowVisible(label, found)
        self._form.setRowVisible(self._left_row, self._looked is not None)

    def _say_words(self) -> None:
        """Say what was found, in the language of the moment."""
        looked = self.looked
        self._show_rows(found=looked is not None and looked.made is not None)
        self._fill_labels()
        for place, task in enumerate(LabelTask):
            self._found.setItemText(place, choice_label(task))
        self._show_use()
        if looked is None:
            return
        number, made = QLocale().toString, looked.made
        rejected = looked.opened.rejected if made is None else made.rejected
        self._tell_left_out(rejected, () if made is None else made.notes)
        if made is None:
            return
        tested = int(made.test.sum())
        self._facts["rows"].setText(number(len(made.rows)))
        parts = (
            self.tr("{learnt} to learn from, {tested} to test with, as the table says")
            if made.is_divided
            else self.tr("{learnt} to learn from, {tested} to test with, drawn from each class")
        )
        self._facts["parts"].setText(
            parts.format(learnt=number(len(made.rows) - tested), tested=number(tested))
        )
        is_number = made.labels.dtype.kind == "f"
        self._form.setRowVisible(self._facts["classes"], not is_number)
        self._form.setRowVisible(self._facts["target"], is_number)
        if is_number:
            self._facts["target"].setText(self._target_words(made))
        counts = np.bincount(made.labels.astype(np.int64) * (not is_number), minlength=len(made.classes))
        named = (labelled(name, number(int(count))) for name, count in zip(made.classes, counts, strict=True))
        self._facts["classes"].setText(
            listed(list(named)[:MOST_CLASSES], goes_on=len(made.classes) > MOST_CLASSES)
        )
        self._facts["features"].setText(number(len(made.features)))
        filled = self.tr("{count} cells").format(count=number(made.filled))
        self._facts["filled"].setText(filled if made.filled else self.tr("nothing"))

    def _target_words(self, made: TableSet) -> str:
        return self.tr("{name}, {low} to {high}").format(
            name=made.classes[0],
            low=plain_number(float(made.labels.min()), 4),
            high=plain_number(float(made.labels.max()), 4),
        )

    def _fill_labels(self) -> None:
        """Offer the columns that the label may be, the found one first."""
        self._label.blockSignals(True)
        self._label.clear()
        columns = () if self.looked is None else self.looked.columns
        found = next((each.name for each in columns if each.use in LABELS), "")
        if self._choices.label or not found:
            self._label.addItem(self.tr("Found by itself"), "")
        else:
            self._label.addItem(self.tr("{column} (found)").format(column=found), "")
        for each in columns:
            self._label.addItem(each.name, each.name)
        place = self._label.findData(self._choices.label) if self._choices.label else 0
        self._label.setCurrentIndex(max(place, 0))
        self._label.blockSignals(False)

    @Slot()
    def _show_use(self) -> None:
        """Say what becomes of the chosen column, and offer what else may."""
        column = self._columns.column()
        for widget in (self._use_words, self._use, self._why):
            widget.setVisible(column is not None)
        if column is None:
            return
        self._use_words.setText(self.tr("“{column}” becomes").format(column=column.name))
        self._use.blockSignals(True)
        self._use.clear()
        is_label = column.use in LABELS  # another column is made the label in its place
        offered = {*LABELS} if is_label else {*column.can_be, Use.LABEL, column.use}
        for use in Use:
            if use in offered:
                self._use.addItem(self._columns.use_words(use), use.value)
        self._use.setCurrentIndex(self._use.findData(column.use.value))
        self._use.blockSignals(False)
        self._why.setText("" if column.why is None else translate_engine(column.why))
        self._why.setVisible(column.why is not None)
