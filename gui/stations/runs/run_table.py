"""The table of runs as a model: sorted, filtered, and brought up to date without losing what is selected."""

from __future__ import annotations

import math
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon

from engine.storage.runs.status import RunStatus
from gui.bench.value_words import MISSING, duration
from gui.look import icons
from gui.look.moments import full_moment, short_moment
from gui.look.spoken import follow_language
from gui.stations.runs import run_words
from gui.stations.runs.dots import dot, sign
from gui.stations.runs.trial_changes import TrialChanges, by_sweep
from gui.widgets.tables.model import Role, TableColumn, TableModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from engine.storage.runs.summary import RunSummary
    from gui.widgets.tables.model import Index


class Column(IntEnum):
    """What is told of each run."""

    NAME = 0
    STATE = 1
    BEGUN = 2
    DATA = 3
    NETWORK = 4
    SETTINGS = 5
    VALIDATION = 6
    TEST = 7
    TIME = 8


NO_ICON = QIcon()
STATE_ORDER = {status: place for place, status in enumerate(RunStatus)}


class RunRow:
    """A run with its words, each made when it is first asked for.

    Args:
        run: The run.
        data_title: Name of its data set as a person reads it.
        trials: What it differs in from the other trials of its sweep; None for a run of its own.
    """

    __slots__ = ("_changes", "_words", "data_title", "run", "trials")

    def __init__(self, run: RunSummary, data_title: str, trials: TrialChanges | None = None) -> None:
        self.run = run
        self.data_title = data_title
        self.trials = trials
        self._changes: str | None = None
        self._words = ""

    def forget_words(self) -> None:
        """Have the words made anew, in another language."""
        self._changes, self._words = None, ""

    @property
    def changes(self) -> str:
        """The settings that differ from the preset's; of a trial, from those of the others of its sweep."""
        if self._changes is None:
            own = self.trials.text_of(self.run) if self.trials is not None else ""
            self._changes = own or run_words.changes_text(self.run)
        return self._changes

    @property
    def words(self) -> str:
        """All that a filter looks into, in small letters."""
        if not self._words:
            parts = (
                *(self.run.name, self.run.id, self.run.preset, self.run.sweep, self.data_title),
                *(run_words.network(self.run.experiment), self.changes),
                run_words.status_word(self.run.status),
            )
            self._words = "\n".join(parts).casefold()
        return self._words

    def title(self) -> str:
        return self.data_title

    def network(self) -> str:
        return run_words.network(self.run.experiment)

    def validation(self) -> str:
        return run_words.in_a_cell(self.run, self.run.validation_accuracy)

    def test(self) -> str:
        return run_words.in_a_cell(self.run, self.run.test_accuracy)

    def time(self) -> str:
        return duration(self.run.seconds)


def _sortable(value: float | None) -> float:
    return -math.inf if value is None or not math.isfinite(value) else value


class RunTable(TableModel[RunRow]):
    """The runs that pass the filter, in the order of the chosen column.

    Signals:
        renamed: A run was given a name by hand (its id, the name).
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, RunRow] = {}
        self._sweeps: dict[str, TrialChanges] = {}
        self._words: tuple[str, ...] = ()
        self._has_trials = False
        self._colours: Mapping[str, int] = {}
        self.columns = self._described()
        follow_language(self, self._forget_words)
        self._column, self._order = Column.BEGUN, Qt.SortOrder.DescendingOrder

    def _described(self) -> tuple[TableColumn[RunRow], ...]:
        """Return what is told of each run, in the order of ``Column``."""
        name = TableColumn[RunRow](
            lambda: self.tr("Name"),
            lambda row: row.run.name,
            lambda: self.tr("Name; F2 changes it"),
            tip=self._name_help,
            icon=self._dot,
            is_bold=lambda row: row.run.baseline,
            is_editable=True,
        )
        state = TableColumn[RunRow](
            lambda: self.tr("State"),
            lambda row: run_words.status_text(row.run),
            lambda: self.tr("What became of the run"),
            key=lambda row: (STATE_ORDER[row.run.status], row.run.epoch),
            tip=lambda row: run_words.status_help(row.run),
            icon=lambda row: sign(*run_words.SIGNS[row.run.status]),
        )
        begun = TableColumn[RunRow](
            lambda: self.tr("Begun"),
            lambda row: short_moment(row.run.created),
            lambda: self.tr("When the run was begun"),
            key=lambda row: row.run.created,
            tip=lambda row: full_moment(row.run.created),
        )
        data = TableColumn[RunRow](
            lambda: self.tr("Data"), RunRow.title, lambda: self.tr("Data set"), tip=RunRow.title
        )
        network = TableColumn[RunRow](
            lambda: self.tr("Network"),
            RunRow.network,
            lambda: self.tr("Hidden layers; sorted by the number of parameters"),
            key=lambda row: (row.run.parameters, row.run.experiment.network.summary),
            tip=RunRow.network,
        )
        settings = TableColumn[RunRow](
            lambda: self.tr("Settings"),
            lambda row: row.changes or MISSING,
            lambda: self.tr(
                "Settings that differ from the preset's; of a trial, from those of the other trials"
            ),
            tip=self._settings_help,
            icon=lambda row: icons.icon("sweep", "text_muted") if row.run.sweep else NO_ICON,
        )
        validation = TableColumn[RunRow](
            lambda: self.tr("Validation"),
            RunRow.validation,
            lambda: self.tr("Best result on the validation examples: accuracy, or what the cell says"),
            key=lambda row: _sortable(row.run.validation_accuracy),
            tip=self._validation_help,
            is_number=True,
        )
        test = TableColumn[RunRow](
            lambda: self.tr("Test"),
            RunRow.test,
            lambda: self.tr("Result on the test examples at the end: accuracy, or what the cell says"),
            key=lambda row: _sortable(row.run.test_accuracy),
            tip=RunRow.test,
            is_number=True,
        )
        time = TableColumn[RunRow](
            lambda: self.tr("Time"),
            RunRow.time,
            lambda: self.tr("Time spent in training, pauses left out"),
            key=lambda row: row.run.seconds,
            tip=RunRow.time,
            is_number=True,
        )
        return name, state, begun, data, network, settings, validation, test, time

    def _name_help(self, row: RunRow) -> str:
        baseline = self.tr("{name}: the others are compared with it")
        return baseline.format(name=row.run.name) if row.run.baseline else row.run.name

    def _settings_help(self, row: RunRow) -> str:
        trial = self.tr("A trial of “{sweep}”").format(sweep=row.run.sweep) if row.run.sweep else ""
        return "\n".join((*filter(None, [trial]), *run_words.changes(row.run))) or self.tr("As in its preset")

    def _dot(self, row: RunRow) -> QIcon:
        return dot(self._colours.get(row.run.id, row.run.colour), pinned=row.run.baseline)

    def _validation_help(self, row: RunRow) -> str:
        return run_words.best_accuracy(row.run)

    def _forget_words(self) -> None:
        for trials in self._sweeps.values():
            trials.forget_words()
        for row in self._all.values():
            row.forget_words()

    # What is in it

    def set_runs(self, runs: Iterable[RunSummary], data_titles: Mapping[str, str]) -> None:
        """Show these runs; the words of those that have not changed are kept."""
        before = self._all
        self._all = {}
        runs = tuple(runs)
        self._sweeps = by_sweep(runs, self._sweeps)
        for run in runs:
            trials = self._sweeps.get(run.sweep)
            title = data_titles.get(run.experiment.data.dataset, run.experiment.data.dataset)
            kept = before.get(run.id)
            same = kept is not None and kept.run is run and kept.trials is trials and kept.data_title == title
            self._all[run.id] = kept if same and kept is not None else RunRow(run, title, trials)
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Show the runs alone in which each of these words occurs."""
        self._words = tuple(text.casefold().split())
        self._arrange()

    def show_trials(self, has_trials: bool) -> None:
        """Show the trials of sweeps as well, or not."""
        self._has_trials = has_trials
        self._arrange()

    def set_curve_colours(self, colours: Mapping[str, int]) -> None:
        """Say in which colours runs are drawn beside the table."""
        self._colours = dict(colours)
        self.tell_changed(0, len(self._rows) - 1, Column.NAME)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the runs in the order of a column; the newest come first among equals."""
        self._column, self._order = column, order
        self._arrange()

    @property
    def total(self) -> int:
        """How many runs there are, also those that the filter holds back; trials only while they are shown."""
        return sum(map(self._is_meant, self._all.values()))

    @property
    def is_all_hidden(self) -> bool:
        """Whether there are runs, but all of them are trials that are not shown."""
        return bool(self._all) and not self.total

    def ids(self) -> tuple[str, ...]:
        """Return the runs in the order in which they stand."""
        return tuple(row.run.id for row in self._rows)

    def run_at(self, row: int) -> RunSummary:
        """Return the run of a row."""
        return self._rows[row].run

    def row_of(self, name: str) -> int:
        """Return the row of a run, or -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.run.id == name), -1)

    def identity(self, row: RunRow) -> str:
        return row.run.id

    def _is_meant(self, row: RunRow) -> bool:
        return self._has_trials or not row.run.sweep

    def _arrange(self) -> None:
        rows = [
            row
            for row in self._all.values()
            if self._is_meant(row) and all(word in row.words for word in self._words)
        ]
        rows.sort(key=lambda row: row.run.created, reverse=True)
        self.show_rows(self.sorted(rows))

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hand on a name that was typed; it stands in the table once it is kept."""
        if role != Role.EditRole or not index.isValid():
            return False
        run = self._rows[index.row()].run
        if str(value).strip() != run.name:
            self.renamed.emit(run.id, str(value).strip())
        return True
