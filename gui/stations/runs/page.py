"""The Runs station: every run in a table, the chosen ones drawn and compared, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter, QStackedWidget, QWidget

from engine.storage.runs.status import RunStatus
from gui.bench.value_words import data_titles
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import error_words, joined, labelled
from gui.stations.runs.buttons import RunButtons
from gui.stations.runs.chosen_runs import ChosenRuns
from gui.stations.runs.deleted import DeletedButton
from gui.stations.runs.keeping import ROOM, KeepingButton
from gui.stations.runs.run_curves import RunCurves
from gui.stations.runs.run_list import RunList
from gui.stations.runs.run_table import RunTable
from gui.stations.runs.trials import TrialsButton
from gui.stations.runs.unreadable import UnreadableFold
from gui.widgets.empty_page import EmptyPage
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.pages import turn_to
from gui.widgets.remembered_layout import HasLayout
from gui.widgets.sides import Sides

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from engine.storage.runs.summary import RunSummary
    from gui.bench.preferences import Preferences
    from gui.bench.run_catalogue import RunCatalogue
    from gui.bench.run_changes import RunChanges

PATIENCE = 500  # milliseconds before it is said that the runs are being read
LOOK_AGAIN = 3000  # milliseconds between two looks at a run that is trained elsewhere
FILTER_WIDTH = 260  # pixels


class RunsPage(HasLayout, QWidget):
    """The library of runs.

    Args:
        catalogue: The runs.
        changes: How they are changed.
        preferences: How much room they may take and how often they are made safe.

    Signals:
        settings_wanted: The settings of a run are to go into the editor (RunSummary).
        resume_wanted: A run is to be gone on with (its id, epochs more than planned).
        model_wanted: A model file is to be opened (Path).
        compare_wanted: The mistakes of two runs are to be compared (id of the one, id of the one to subtract).
        station_wanted: Another station is to be shown (its name).
        preferences_wanted: What is preferred is to be shown, one of it first (its key).
    """

    settings_wanted = Signal(object)
    resume_wanted = Signal(str, object)
    model_wanted = Signal(object)
    compare_wanted = Signal(str, str)
    station_wanted = Signal(str)
    preferences_wanted = Signal(str)

    def __init__(
        self,
        catalogue: RunCatalogue,
        changes: RunChanges,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("runsStation")
        self._catalogue = catalogue
        self._changes = changes
        self._has_chosen = False
        self._wanted: tuple[str, ...] = ()  # to be chosen as soon as they are read
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._look_again = QTimer(self, interval=LOOK_AGAIN)
        self._build_ui(preferences)
        self._connect()
        self._on_catalogue_use_changed()
        follow_language(self, self._show_runs)

    def _build_ui(self, preferences: Preferences) -> None:
        self._filter = dressed(QLineEdit(self), name="runsFilter", accessible=lambda: self.tr("Filter"))
        said(self._filter.setPlaceholderText, lambda: self.tr("Filter: name, data, network, settings, state"))
        self._filter.setClearButtonEnabled(True)
        sized(self._filter.setMinimumWidth, FILTER_WIDTH, share=0.5)
        self._count = dressed(Label(self), role="muted")
        self._keeping = KeepingButton(preferences, self)
        self._trials = TrialsButton(self)
        self._bin = DeletedButton(self)
        self._import = dressed(QPushButton(self), text=lambda: self.tr("Import …"), name="importRunsButton")
        dressed(self._import, tip=lambda: self.tr("Take in runs that were exported as zip files"))
        top = FlowBox(spacing=10, parent=self)  # a small screen takes two rows
        for part in (self._filter, self._count, self._trials, self._bin, self._keeping, self._import):
            top.add(part)
        self._table = RunTable(self)
        self.list = RunList(self._table, self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._unreadable = UnreadableFold(self)
        self._buttons = RunButtons(self)
        upper = QWidget(self)
        column_of(
            top, (self.list, 1), self._unreadable, self._buttons, on=upper, margins=(12, 10, 12, 6), spacing=8
        )

        self.curves = RunCurves(self)
        self._side = ChosenRuns(self)
        self.compare = self._side.compare
        self._lower = Sides(self)
        self._lower.addWidget(self.curves)
        self._lower.addWidget(self._side)
        self._lower.setStretchFactor(0, 1)
        self._splitter = dressed(QSplitter(Qt.Orientation.Vertical, self), name="runsSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(self._lower)
        self._reading = Label(
            lambda: self.tr("Reading the runs …"), self, alignment=Qt.AlignmentFlag.AlignCenter
        )
        self._reading.setProperty("role", "muted")
        self._empty = EmptyPage(
            "runs",
            lambda: self.tr("No runs yet"),
            lambda: self.tr(
                "Press Train, and the run is kept here: its settings, its curves and its weights. It can be resumed "
                "another day, and compared with others."
            ),
            self,
        )
        self._empty_import = self._empty.add_button(lambda: self.tr("Import runs …"))
        self._blank = QWidget(self)
        self._pages = QStackedWidget(self)
        for page in (self._blank, self._reading, self._empty, self._splitter):
            self._pages.addWidget(page)
        column_of(self._pages, on=self)
        self.reset_layout()

    def _connect(self) -> None:
        catalogue = self._catalogue
        catalogue.changed.connect(self._on_catalogue_changed)
        catalogue.use_changed.connect(self._on_catalogue_use_changed)
        catalogue.history_loaded.connect(self.curves.set_history)
        catalogue.notes_loaded.connect(self._side.details.set_notes)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._look_again.timeout.connect(self._on_look_again_timeout)
        self._filter.textChanged.connect(self._on_filter_text_changed)
        self._trials.toggled.connect(self._on_trials_toggled)
        self._import.clicked.connect(self._on_import_wanted)
        self._bin.restore_wanted.connect(self._changes.restore)
        self._keeping.clicked.connect(lambda: self.preferences_wanted.emit(ROOM))
        self._empty_import.clicked.connect(self._on_import_wanted)
        self._empty.station_wanted.connect(self.station_wanted)
        self._table.renamed.connect(self._changes.rename)
        self.list.chosen_changed.connect(self._on_list_chosen_changed)
        self.list.delete_wanted.connect(self._on_delete_wanted)
        self.list.customContextMenuRequested.connect(self._on_list_menu_requested)
        self.curves.run_clicked.connect(self.choose)
        self.curves.looks_changed.connect(self._on_curves_looks_changed)
        self.compare.run_clicked.connect(self.choose)
        self._side.details.notes_edited.connect(catalogue.set_notes)
        buttons = self._buttons
        buttons.settings_wanted.connect(self._on_buttons_settings_wanted)
        buttons.resume_wanted.connect(self._on_buttons_resume_wanted)
        buttons.model_wanted.connect(self._on_buttons_model_wanted)
        buttons.colour_wanted.connect(self._on_buttons_colour_wanted)
        buttons.pin_wanted.connect(self._on_buttons_pin_wanted)
        buttons.rename_wanted.connect(self.list.rename_current)
        buttons.compare_wanted.connect(self._on_buttons_compare_wanted)
        self._side.mistakes.clicked.connect(buttons.compare.trigger)
        buttons.export_wanted.connect(self._on_buttons_export_wanted)
        buttons.delete_wanted.connect(self._on_delete_wanted)
        # In the whole window while the page is in sight: one comes here by a key or the rail, with the focus elsewhere.
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        rename = QShortcut(QKeySequence("F2"), self)
        rename.activated.connect(self.list.rename_current)
        find.activated.connect(self._on_find_activated)

    # For the window

    def reset_layout(self) -> None:
        """Bring the splitters back to where they were at the first start."""
        self._splitter.setSizes([320, 300])
        self._lower.setSizes([590, 390])

    def splitters(self) -> dict[str, QSplitter]:
        return {"runs": self._splitter, "runsLower": self._lower}

    @Slot(str)
    def choose(self, name: str) -> None:
        """Choose a run in the table; a filter that hides it is taken away."""
        self.choose_all((name,))

    def choose_none(self) -> None:
        """Let no run be chosen, and all be shown."""
        self._wanted = ()
        self._filter.clear()
        self.list.choose(())

    def choose_all(self, names: tuple[str, ...]) -> None:
        """Choose runs in the table, now or once they are read; what hides them is taken away."""
        self._has_chosen = True
        runs = [self._catalogue.get(name) for name in names]
        self._wanted = names if None in runs else ()
        if any(run is not None and run.sweep for run in runs):
            self._trials.setChecked(True)
        if any(run is not None and self._table.row_of(run.id) < 0 for run in runs):
            self._filter.clear()
        self.list.choose(names)
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the runs when the page comes into sight."""
        super().showEvent(event)
        if not self._catalogue.is_read:
            self._patience.start()
        self._look_again.start()
        self._catalogue.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no runs any more that nobody sees."""
        self._look_again.stop()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Read the runs when one comes back from another window, which may have changed them."""
        if event.type() == QEvent.Type.WindowActivate:  # a change of activation is told to the window alone
            self._catalogue.refresh()
        return super().event(event)

    # What is shown

    def _show_runs(self) -> None:
        catalogue = self._catalogue
        self.list.set_runs(catalogue.summaries, data_titles())
        lines = [labelled(name, joined(error_words(why))) for name, why in catalogue.unreadable]
        self._unreadable.set_folders(lines)
        self._bin.set_deleted(catalogue.deleted)
        if catalogue.summaries or catalogue.deleted or lines:
            turn_to(self._pages, self._splitter)
        elif catalogue.is_read:
            turn_to(self._pages, self._empty)
        self._trials.set_count(sum(bool(run.sweep) for run in catalogue.summaries))
        if self._wanted and any(catalogue.get(name) is not None for name in self._wanted):
            self.choose_all(self._wanted)
            self._wanted = ()
        shown = self._table.ids()
        if shown and not self._has_chosen:
            self._has_chosen = True
            newest = next(run.id for run in catalogue.summaries if run.id in shown)
            self.list.choose({newest})  # it says most to who comes here for the first time
        self._show_count()
        self._show_chosen()

    def _show_count(self) -> None:
        number = QLocale().toString
        shown, total = self._table.rowCount(), self._table.total
        if shown < total:
            text = self.tr("{shown} of {total} runs").format(shown=number(shown), total=number(total))
        else:
            text = self.tr("1 run") if total == 1 else self.tr("{total} runs").format(total=number(total))
        self._count.setText(text)

    def _chosen(self) -> list[RunSummary]:
        runs = (self._catalogue.get(name) for name in self.list.chosen())
        return [run for run in runs if run is not None]

    def _show_chosen(self) -> None:
        runs, baseline = self._chosen(), self._catalogue.baseline
        one = runs[0] if len(runs) == 1 else None
        has = {
            which: one is not None and self._catalogue.model_path(one.id, which).exists()
            for which in ("last", "best")
        }
        self._buttons.set_runs(runs, has_last=has["last"], has_best=has["best"])
        self._side.mistakes.setVisible(self._buttons.compare.isEnabled())
        if self._side.details.set_run(runs[0] if runs else None) and runs:
            self._catalogue.load_notes(runs[0].id)
        drawn = runs if baseline is None else [baseline, *(run for run in runs if run.id != baseline.id)]
        self.curves.set_runs(drawn, len(runs))
        for run in drawn[: len(self.curves.looks)]:
            history = self._catalogue.load_history(run.id)
            if history is not None:
                self.curves.set_history(run.id, history)
        self.compare.set_runs(drawn, baseline, self.curves.looks)

    # What is heard

    @Slot()
    def _on_catalogue_changed(self) -> None:
        self._patience.stop()
        self._show_runs()

    @Slot()
    def _on_catalogue_use_changed(self) -> None:
        self._keeping.set_use(self._catalogue.use)

    @Slot()
    def _on_patience_timeout(self) -> None:
        if not self._catalogue.is_read:
            turn_to(self._pages, self._reading)

    @Slot()
    def _on_look_again_timeout(self) -> None:
        """Follow the runs that another window or command trains; those of this window tell by themselves."""
        if any(run.status is RunStatus.RUNNING and not run.here for run in self._catalogue.summaries):
            self._catalogue.refresh()

    @Slot(str)
    def _on_filter_text_changed(self, text: str) -> None:
        self._table.set_filter(text)
        self._show_count()

    @Slot(bool)
    def _on_trials_toggled(self, is_on: bool) -> None:
        self._table.show_trials(is_on)
        self._show_count()

    @Slot()
    def _on_find_activated(self) -> None:
        self._filter.setFocus()
        self._filter.selectAll()

    @Slot()
    def _on_list_chosen_changed(self) -> None:
        self._side.show_view("compare" if len(self.list.chosen()) > 1 else "details")
        self._show_chosen()

    @Slot()
    def _on_curves_looks_changed(self) -> None:
        self._table.set_curve_colours({name: look.colour for name, look in self.curves.looks.items()})

    @Slot(QPoint)
    def _on_list_menu_requested(self, point: QPoint) -> None:
        if self.list.chosen():
            menu = self._buttons.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(point))

    @Slot()
    def _on_import_wanted(self) -> None:
        self._catalogue.files.choose_import(self.window())

    @Slot()
    def _on_buttons_settings_wanted(self) -> None:
        for run in self._chosen()[:1]:
            self.settings_wanted.emit(run)

    @Slot(int)
    def _on_buttons_resume_wanted(self, more_epochs: int) -> None:
        for run in self._chosen()[:1]:
            self.resume_wanted.emit(run.id, more_epochs)

    @Slot(str)
    def _on_buttons_model_wanted(self, which: str) -> None:
        for run in self._chosen()[:1]:
            self.model_wanted.emit(self._catalogue.model_path(run.id, which))

    @Slot(object)
    def _on_buttons_colour_wanted(self, colour: int | None) -> None:
        self._changes.set_colour(self.list.chosen(), colour)

    @Slot(bool)
    def _on_buttons_pin_wanted(self, is_pinned: bool) -> None:
        for run in self._chosen()[:1]:
            self._changes.set_baseline(run.id if is_pinned else None)

    @Slot()
    def _on_buttons_compare_wanted(self) -> None:
        """Subtract the baseline where it is one of the two, else the older run."""
        other, this = sorted(self._chosen(), key=lambda run: (not run.baseline, run.created, run.id))
        self.compare_wanted.emit(this.id, other.id)

    @Slot(str)
    def _on_buttons_export_wanted(self, form: str) -> None:
        runs = {run.id: run.name for run in self._chosen()}
        self._catalogue.files.choose_export(runs, self.window(), form)

    @Slot()
    def _on_delete_wanted(self) -> None:
        self._changes.delete(self.list.chosen())
