"""The list of the models that can leave: those of the bench, the newest kept runs, and what else there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from engine.storage.runs.summary import RunSummary
from gui.bench.run_picker import run_entry
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.stations.deploy.subject import Choice, Kind
from gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from gui.stations.deploy.subject import Subjects

MOST_RUNS = 8  # in the list; all of them are in the dialog behind its last entry but one
LENGTH = 18  # characters
POPUP_LENGTH = 340  # pixels
MORE, FILE = object(), object()


class ModelBox(ChoiceBox):
    """Offers what is at hand, kept runs, all runs in a dialog, and a file.

    Args:
        subjects: The models.
        parent: The widget it belongs to.

    Signals:
        run_wanted: One of all kept runs is to be chosen.
        file_wanted: A file is to be chosen.
    """

    run_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, subjects: Subjects, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(
            self,
            name="deployModel",
            accessible=lambda: self.tr("Model that leaves"),
            tip=lambda: self.tr("Which model is exported or served"),
        )
        self.setMinimumContentsLength(LENGTH)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(20)
        sized(self.view().setMinimumWidth, POPUP_LENGTH)
        self._subjects = subjects
        self._entries: list[tuple[str, object]] = []  # each line, and what it stands for; None for a part
        self.activated.connect(self._on_activated)
        follow_language(self, self.show_choices)

    def show_choices(self) -> None:
        """Offer what there is now."""
        subjects = self._subjects
        choices, runs = subjects.choices, subjects.runs
        chosen = subjects.choice
        if chosen.kind is Kind.RUN and all(run.id != chosen.run for run in runs[:MOST_RUNS]):
            choices = (*choices, chosen)
        entries: list[tuple[str, object]] = [(subjects.title(choice), choice) for choice in choices]
        entries.append(("", None))
        for run in runs[:MOST_RUNS]:
            is_chosen = run.id == chosen.run
            words = subjects.title(chosen) if is_chosen else run_entry(run)
            entries.append((words, chosen if is_chosen else run))
        if runs:
            entries.append((self.tr("Choose a run …"), MORE))
        entries.append((self.tr("Choose a file …"), FILE))
        if entries != self._entries:  # or a list that is open would close for nothing
            with QSignalBlocker(self):
                self._fill(entries)
        self._show_chosen()

    def _fill(self, entries: list[tuple[str, object]]) -> None:
        self.clear()
        self._entries = entries
        for words, entry in entries:
            if entry is None:
                self.insertSeparator(self.count())
            else:
                self.addItem(words)

    def _show_chosen(self) -> None:
        chosen = self._subjects.choice
        self.setCurrentIndex(next((at for at, each in enumerate(self._entries) if each[1] == chosen), 0))

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        _words, entry = self._entries[place]
        self._show_chosen()  # until another one is
        if entry is MORE:
            self.run_wanted.emit()
        elif entry is FILE:
            self.file_wanted.emit()
        elif isinstance(entry, Choice):
            self._subjects.choose(entry)
        elif isinstance(entry, RunSummary):
            self._subjects.choose_run(entry)
