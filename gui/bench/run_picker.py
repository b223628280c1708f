"""A dialog with all kept runs, to choose one of: to compare a report with, or to export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from engine.data import datasets
from engine.data.goal_by_name import goal_by_name
from engine.goals.registry import CLASSES
from gui.look.dressed import dressed
from gui.look.moments import short_moment
from gui.look.spoken import Words, follow_language, said
from gui.look.words import percent, translate_engine
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.storage.runs.summary import RunSummary

_tr = partial(QCoreApplication.translate, "RunPicker")

SIZE = (640, 420)  # pixels
ROW_ROOM = 8  # pixels above and below the words of a row


class RunPicker(QDialog):
    """Lists runs, the newest first, with a filter; a run and its best or last weights are chosen.

    Args:
        runs: The runs.
        title: What is chosen a run for.
        button: What the button does that chooses.
        parent: The window.

    Signals:
        run_chosen: A run was chosen (RunSummary, ``best`` or ``last``).
    """

    run_chosen = Signal(object, str)

    def __init__(
        self, runs: Sequence[RunSummary], title: Words, button: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("runPicker")
        said(self.setWindowTitle, title)
        self._runs = tuple(runs)
        self._build_ui(button)
        self._filter.textChanged.connect(self._on_filter_text_changed)
        self._list.itemSelectionChanged.connect(self._show_buttons)
        self._list.itemActivated.connect(self.accept)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._show_buttons()

    def _build_ui(self, button: Words) -> None:
        self._filter = dressed(QLineEdit(self), name="pickerFilter", accessible=lambda: self.tr("Filter"))
        said(self._filter.setPlaceholderText, lambda: self.tr("Filter: name or data"))
        self._filter.setClearButtonEnabled(True)
        self._list = QTreeWidget(self)
        dressed(self._list, name="pickerRuns", accessible=lambda: self.tr("Runs"))
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._items: list[QTreeWidgetItem] = []
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, run in enumerate(self._runs):
            item = QTreeWidgetItem([run.name])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            for column in (2, 3):
                item.setTextAlignment(column, right)
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROW_ROOM))
            self._list.addTopLevelItem(item)
            self._items.append(item)
        follow_language(self, self._say_runs)
        heads = self._list.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if self._items:
            self._list.setCurrentItem(self._items[0])
        words = Label(lambda: self.tr("&Weights:"), self)
        self._which = dressed(ChoiceBox(self), name="pickerWeights")
        for which in ("best", "last"):
            self._which.addItem("", which)
        said(partial(self._which.setItemText, 0), lambda: self.tr("Best weights"))
        said(partial(self._which.setItemText, 1), lambda: self.tr("Final weights"))
        words.setBuddy(self._which)
        self._buttons = QDialogButtonBox(self)
        self._choose = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        said(self._choose.setText, button)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        bottom = row_of(words, self._which, STRETCH, self._buttons)
        column_of(self._filter, (self._list, 1), bottom, on=self, margins=None)
        self.resize(*SIZE)

    def _say_runs(self) -> None:
        self._list.setHeaderLabels(
            [self.tr("Run"), self.tr("Data"), self.tr("Validation"), self.tr("Test"), self.tr("Begun")]
        )
        titles = {info.name: translate_engine(info.title) for info in datasets.names()}
        for run, item in zip(self._runs, self._items, strict=True):
            data = run.experiment.data.dataset
            begun = short_moment(run.created)
            shares = (percent(run.validation_accuracy), percent(run.test_accuracy))
            for column, words in enumerate((titles.get(data, data), *shares, begun), start=1):
                item.setText(column, words)

    def accept(self) -> None:
        """Tell of the run that is chosen."""
        item = self._list.currentItem()
        if item is None or item.isHidden():
            return
        run = self._runs[item.data(0, Qt.ItemDataRole.UserRole)]
        super().accept()
        self.run_chosen.emit(run, self._which.currentData())

    @Slot()
    def _show_buttons(self) -> None:
        item = self._list.currentItem()
        self._choose.setEnabled(item is not None and not item.isHidden())

    @Slot(str)
    def _on_filter_text_changed(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self._items:
            words = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in words for word in wanted))
        shown = [item for item in self._items if not item.isHidden()]
        current = self._list.currentItem()
        if shown and (current is None or current.isHidden()):
            self._list.setCurrentItem(shown[0])
        self._show_buttons()


def run_entry(run: RunSummary) -> str:
    """Return a run as a short list names it: with its accuracy, and on which images where these are not the test's."""
    name, share = _tr("{name} · {share}"), run.test_accuracy
    if share is None:
        name, share = _tr("{name} · {share} of the validation examples"), run.validation_accuracy
    if share is None:
        return run.name
    goal = goal_by_name(run.goal, run.experiment.data.dataset)
    if goal is not CLASSES:
        name = _tr("{name} · {measure} {share}")
        if run.test_accuracy is None:
            name = _tr("{name} · {measure} {share} on the validation examples")
    return name.format(name=run.name, share=percent(share), measure=translate_engine(goal.measure))
