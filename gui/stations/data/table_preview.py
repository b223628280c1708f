"""What a table becomes before it is brought in: its columns, the label among them, and what is filled and left out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QWidget,
)

from engine.data.tables.column import Use
from gui.look.dressed import dressed
from gui.look.plain import breakable, window_title
from gui.look.spoken import Words, follow_language, said
from gui.look.words import error_words, joined, labelled, listed, translate_engine
from gui.stations.data.column_table import ColumnTable
from gui.stations.data.import_preview import bring_in_words
from gui.stations.data.table_looking import LookedTable, TableChoices, look_at_table
from gui.tasks.task import Task
from gui.widgets import text_dialog
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.item import Rejected
    from engine.errors import NetSketchError
    from gui.tasks.worker import Progress

MOST_CLASSES = 12  # that are named


class TablePreview(QDialog):
    """Shows what a table becomes; whatever is chosen here changes it at once.

    Args:
        path: The file.
        parent: The window that waits beneath it.

    Signals:
        agreed: The person wants it as it is shown (LookedTable).
    """

    agreed = Signal(object)

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        said(self.setWindowTitle, lambda: window_title(bring_in_words(path.name)))
        self._path = path
        self._choices = TableChoices()
        self._looked: LookedTable | None = None
        self._rejected: tuple[Rejected, ...] = ()
        self._task = Task("preview", self)
        self._build_ui()
        self._connect()
        self.resize(940, 520)
        self._look()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self._facts: dict[str, Label] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(7)
        self._label = dressed(
            ChoiceBox(self),
            name="importLabel",
            tip=lambda: self.tr("The column that says the class of each row"),
        )
        self._label.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._label.setMinimumContentsLength(12)
        self._add_row(lambda: self.tr("&Label"), self._label)
        for key, title in (
            ("rows", lambda: self.tr("Rows")),
            ("parts", lambda: self.tr("Parts")),
            ("classes", lambda: self.tr("Classes")),
            ("features", lambda: self.tr("Features")),
            ("filled", lambda: self.tr("Filled")),
        ):
            self._facts[key] = self._text(key)
            self._add_row(title, self._facts[key])
        self._left_out = self._text("leftOut")
        self._show = dressed(QPushButton(self), text=lambda: self.tr("Show Which"), name="importShowWhich")
        self._show.hide()  # until something is left out
        self._left_row = row_of((self._left_out, 1), self._show)
        left_title = Label(lambda: self.tr("Could not be read"), self)
        self._form.addRow(left_title, self._left_row)
        self._problem = dressed(self._text("problem"), role="problem")
        self._notes = dressed(self._text("notes"), role="muted")
        left = QWidget(self)
        column_of(self._form, self._problem, self._notes, STRETCH, on=left, margins=(0, 0, 10, 0), spacing=10)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(left)
        self._columns = ColumnTable(self)
        self._use_words = Label(self, wordWrap=True)
        self._use = dressed(ChoiceBox(self), name="importUse")
        self._use_words.setBuddy(self._use)
        self._why = dressed(self._text("why"), role="muted")
        right = column_of(
            (self._columns, 1), row_of((self._use_words, 1), self._use, spacing=8), self._why, spacing=6
        )
        self._progress = dressed(ProgressBar(self, textVisible=False), name="importProgress")
        self._progress.setRange(0, 100)
        self._doing = dressed(Label(self), role="muted")
        self._buttons = QDialogButtonBox(self)
        self._make = dressed(
            self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole),
            name="importMake",
            text=lambda: self.tr("&Make Data Set"),
        )
        self._make.setDefault(True)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        column_of(
            (row_of((scroll, 4), (right, 5), spacing=14), 1),
            row_of((self._doing, 1), (self._progress, 1), self._buttons, spacing=12),
            on=self,
            margins=(18, 16, 18, 14),
            spacing=12,
        )

    def _add_row(self, title: Words, part: QWidget) -> None:
        label = Label(title, self)
        label.setBuddy(part)
        self._form.addRow(label, part)

    def _connect(self) -> None:
        self._label.activated.connect(self._on_label_activated)
        self._columns.chosen.connect(self._show_use)
        self._use.activated.connect(self._on_use_activated)
        self._show.clicked.connect(self._show_left_out)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        self._task.progressed.connect(self._on_progressed)
        self._task.failed.connect(self._on_failed)

    def done(self, result: int) -> None:
        """End what is under way before the dialog goes."""
        self._task.shutdown()
        super().done(result)

    @property
    def busy(self) -> bool:
        """Whether the table is being read or rows are made of it."""
        return self._task.busy

    @property
    def looked(self) -> LookedTable | None:
        """What is shown; None while nothing was found yet."""
        return self._looked

    # What is chosen

    @Slot(int)
    def _on_label_activated(self, place: int) -> None:
        self._choose(replace(self._choices, label=str(self._label.itemData(place) or "")))

    @Slot(int)
    def _on_use_activated(self, place: int) -> None:
        column = self._columns.column()
        if column is None:
            return
        use = Use(self._use.itemData(place))
        if use is Use.LABEL:
            self._choose(replace(self._choices, label=column.name))
        elif use is not column.use:
            self._choose(replace(self._choices, uses={**self._choices.uses, column.name: use}))

    def _choose(self, choices: TableChoices) -> None:
        if choices != self._choices:
            self._choices = choices
            self._look()

    def _look(self) -> None:
        self._make.setEnabled(False)
        self._say("")
        self._progress.setValue(0)
        self._progress.show()
        said(self._doing.setText, lambda: self.tr("Looking at it …"))
        self._task.give_up()
        opened = self._looked.opened if self._looked is not None else None
        self._task.ask(partial(look_at_table, self._path, opened, self._choices), self._on_looked)

    # What came of it

    def _on_looked(self, looked: LookedTable) -> None:
        self._looked = looked
        self._progress.hide()
        said(self._doing.setText, "")
        self._columns.set_columns(looked.columns)
        self._say_words()
        if looked.error is not None:
            self._say_error(looked.error)
        self._make.setEnabled(looked.error is None)

    @Slot(object, str)
    def _on_failed(self, error: NetSketchError, _trace: str) -> None:
        self._progress.hide()
        said(self._doing.setText, "")
        self._show_rows(found=False)
        self._say_error(error)

    def _say_error(self, error: NetSketchError) -> None:
        self._say(lambda: joined(error_words(error)))

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        said(self._doing.setText, partial(translate_engine, progress.text))
        if 0 <= progress.share <= 1:
            self._progress.setValue(round(100 * progress.share))

    def _show_rows(self, *, found: bool) -> None:
        for label in self._facts.values():
            self._form.setRowVisible(label, found)
        self._form.setRowVisible(self._left_row, self._looked is not None)

    def _say(self, problem: Words) -> None:
        words = problem if callable(problem) else lambda: problem
        said(self._problem.setText, lambda: breakable(words()))
        self._problem.setVisible(bool(problem))

    def _say_words(self) -> None:
        """Say what was found, in the language of the moment."""
        looked = self._looked
        self._show_rows(found=looked is not None and looked.made is not None)
        self._fill_labels()
        self._show_use()
        if looked is None:
            return
        number, made = QLocale().toString, looked.made
        self._rejected = looked.opened.rejected if made is None else made.rejected
        self._left_out.setText(number(len(self._rejected)) if self._rejected else self.tr("nothing"))
        self._show.setVisible(bool(self._rejected))
        notes = () if made is None else made.notes
        self._notes.setText(breakable("\n".join(map(translate_engine, notes))))
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
        counts = np.bincount(made.labels, minlength=len(made.classes))
        named = (labelled(name, number(int(count))) for name, count in zip(made.classes, counts, strict=True))
        self._facts["classes"].setText(
            listed(list(named)[:MOST_CLASSES], goes_on=len(made.classes) > MOST_CLASSES)
        )
        self._facts["features"].setText(number(len(made.features)))
        filled = self.tr("{count} cells").format(count=number(made.filled))
        self._facts["filled"].setText(filled if made.filled else self.tr("nothing"))

    def _fill_labels(self) -> None:
        """Offer the columns that the label may be, the found one first."""
        self._label.blockSignals(True)
        self._label.clear()
        columns = () if self._looked is None else self._looked.columns
        found = next((each.name for each in columns if each.use is Use.LABEL), "")
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
        is_label = column.use is Use.LABEL  # another column is made the label in its place
        offered = {Use.LABEL} if is_label else {*column.can_be, Use.LABEL, column.use}
        for use in Use:
            if use in offered:
                self._use.addItem(self._columns.use_words(use), use.value)
        self._use.setCurrentIndex(self._use.findData(column.use.value))
        self._use.blockSignals(False)
        self._why.setText("" if column.why is None else translate_engine(column.why))
        self._why.setVisible(column.why is not None)

    @Slot()
    def _show_left_out(self) -> None:
        rejected = self._rejected

        def title() -> str:
            return self.tr("{count} rows or cells could not be read.").format(
                count=QLocale().toString(len(rejected))
            )

        def lines() -> str:
            return "\n".join(
                labelled(translate_engine(item.name), translate_engine(item.why)) for item in rejected
            )

        text_dialog.details(self, title, lines).open()

    @Slot()
    def _agree(self) -> None:
        looked = self._looked
        if looked is not None and looked.made is not None and not self.busy:
            self.agreed.emit(looked)
            self.accept()

    def _text(self, name: str) -> Label:
        label = Label("", self, wordWrap=True)
        return dressed(label, name="import" + name[:1].upper() + name[1:])
