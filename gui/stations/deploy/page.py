"""The Deploy station: which model leaves, whether it is good enough, and the forms in which it can leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from engine.errors import NetSketchError
from engine.evaluation.gate import Outcome
from engine.goals import characters as characters_goal
from engine.goals import number as number_goal
from gui.bench.run_picker import RunPicker
from gui.look.dressed import dressed
from gui.look.plain import shortened
from gui.look.spoken import follow_language
from gui.look.words import error_words, joined, listed, translate_engine
from gui.stations.deploy.cards import Cards
from gui.stations.deploy.destination import Destination
from gui.stations.deploy.gate_bar import GateBar
from gui.stations.deploy.model_box import ModelBox
from gui.stations.deploy.recent_list import RecentList
from gui.stations.deploy.service_box import ServiceBox
from gui.stations.deploy.subject import Choice, Kind
from gui.widgets.empty_page import EmptyPage
from gui.widgets.fields.segments import Segments
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of
from gui.widgets.notice_bar import Notice
from gui.widgets.pages import turn_to
from gui.widgets.steady_focus import SteadyFocus
from gui.widgets.text.characters import in_a_row
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from engine.deploy.export_format import ExportFormat
    from gui.stations.deploy.exporting import Done, Exporting
    from gui.stations.deploy.looking import Looked, Looking
    from gui.stations.deploy.opening import Opening
    from gui.stations.deploy.recents import Recents
    from gui.stations.deploy.serving import Serving
    from gui.stations.deploy.subject import Source, Subjects
    from gui.workbench import Workbench

SETTLE = 120  # milliseconds from the last change to looking at the model
MOST_NAMED = 12  # classes
MOST_LETTERS = 200  # of their names


class DeployPage(QWidget):
    """Leads from the model to a file or a service.

    Args:
        workbench: Whose models.
        subjects: The models that can be chosen.
        looking: What looks at the chosen one.
        exporting: What writes it.
        serving: What serves it.
        recents: What was written of late.
        opening: What opens files and folders.
        parent: The widget it belongs to.

    Signals:
        evaluate_wanted: The model is to be looked at in Evaluate.
        station_wanted: Another station is to be shown (its name).
        model_wanted: A model file is to be opened in the window (Path).
        notice_raised: Something is to be told above the page (Notice).
        failed: Something could not be done (NetSketchError, traceback or empty string).
    """

    evaluate_wanted = Signal()
    station_wanted = Signal(str)
    model_wanted = Signal(object)
    notice_raised = Signal(object)
    failed = Signal(object, str)

    def __init__(
        self,
        workbench: Workbench,
        subjects: Subjects,
        looking: Looking,
        exporting: Exporting,
        serving: Serving,
        recents: Recents,
        opening: Opening,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("deployStation")
        self._workbench = workbench
        self._subjects = subjects
        self._looking = looking
        self._exporting = exporting
        self._serving = serving
        self._recents = recents
        self._opening = opening
        self._looked: Looked | None = None
        self._problem: NetSketchError | None = None  # why the chosen model cannot be read
        self._shown: Choice | None = None
        self._destination = Destination(recents, self)
        self._leaving = ""  # fingerprint of the model that is being written
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self.view = Segments(lambda: self.tr("How the model leaves"), self)
        self.view.add(
            "export", lambda: self.tr("Export"), lambda: self.tr("Write the model to a file that others use")
        )
        self.view.add(
            "serve", lambda: self.tr("Service"), lambda: self.tr("Let the model answer other programs")
        )
        self.model_box = ModelBox(self._subjects, self)
        top = FlowBox(spacing=8, parent=self, last_at_end=True)  # a small screen takes two rows
        for part in (self.view, self.model_box):
            top.add(part)
        self.about = dressed(WholeLabel(self), name="deployAbout", role="muted")
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setMinimumWidth(1)
        self.gate = GateBar(self)
        self._empty = EmptyPage(
            "deploy",
            lambda: self.tr("No model yet"),
            lambda: self.tr(
                "Train a network or open a model. Then it can leave the program: as a web page to draw on, as a "
                "script, as a file for other runtimes, as source code, or as a service. Each export is proved to "
                "answer as the model does here."
            ),
            self,
        )
        self._empty_open = self._empty.add_button(lambda: self.tr("Open a model …"))
        self._empty_open.setObjectName("deployOpenModel")
        self.cards = Cards(self._exporting, self._recents, self)
        self.recent = RecentList(self._recents, self)
        self.service = ServiceBox(self._serving, self)
        self._export = QWidget(self)
        self._coming = dressed(
            WholeLabel(lambda: self.tr("The network is on its way: its first weights can leave soon."), self),
            role="muted",
        )
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column_of(self.cards, self._coming, (self._empty, 1), (self.recent, 1), on=self._export, spacing=12)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._export)
        self._pages.addWidget(self.service)
        column_of(top, self.about, self.gate, (self._pages, 1), on=self, margins=(12, 10, 12, 10), spacing=8)

    def _connect(self) -> None:
        self._settle.timeout.connect(self._look)
        self._subjects.changed.connect(self._on_subjects_changed)
        self.view.chosen.connect(self._show)
        self.model_box.run_wanted.connect(self._on_run_wanted)
        self.model_box.file_wanted.connect(self._on_file_wanted)
        self.gate.evaluate_wanted.connect(self.evaluate_wanted)
        self._empty.station_wanted.connect(self.station_wanted)
        self._empty_open.clicked.connect(self._on_empty_open_clicked)
        for part in (self.cards, self.recent):
            part.open_wanted.connect(self._opening.open_file)
            part.folder_wanted.connect(self._opening.open_folder)
            for wanted in (part.open_wanted, part.folder_wanted):
                wanted.connect(self._recents.refresh)  # it may be gone meanwhile
        self.cards.export_wanted.connect(self._on_export_wanted)
        self.service.open_wanted.connect(self._opening.open_address)
        self.service.start_wanted.connect(self._on_serve_wanted)
        self._serving.changed.connect(self._on_work_changed)
        self._looking.looked.connect(self._on_looked)
        self._looking.failed.connect(self._on_looking_failed)
        self._exporting.changed.connect(self._on_work_changed)
        self._exporting.done.connect(self._on_exporting_done)
        self._recents.changed.connect(self._on_work_changed)

    # For the station

    def show_view(self, name: str) -> None:
        """Turn to ``export`` or ``serve``, and to what starts it."""
        self.view.set_value(name)
        self._show()
        first = next(iter(self.cards.cards.values())).button
        start = self.service.start if name == "serve" else first
        if start.isVisibleTo(self) and start.isEnabled():
            SteadyFocus.lead_to(start, Qt.FocusReason.ShortcutFocusReason)

    # What is shown

    @Slot()
    def _look(self) -> None:
        """Look at the chosen model, as it is now."""
        source = self._source()
        if source is None:
            self._looked = None
            self._show()
        else:
            self._looking.ask(source)

    def _source(self) -> Source | None:
        try:
            source = self._subjects.source()
        except NetSketchError as error:
            self._problem = error
            return None
        return source

    @Slot()
    def _show(self) -> None:
        looked, subjects = self._looked, self._subjects
        has_model = subjects.has_model
        can_choose = has_model or self._serving.served is not None  # one that is served goes on
        is_service = can_choose and self.view.value == "serve"
        turn_to(self._pages, self.service if is_service else self._export)
        self.cards.setVisible(has_model)  # no pages on each other: these would be as high as the higher one
        is_coming = not has_model and self._workbench.running
        self._coming.setVisible(is_coming)
        self._empty.setVisible(not has_model and not is_coming)
        self.view.setVisible(can_choose)
        self.about.setVisible(has_model)
        self.about.setText(self._about_words())
        advice = ""
        if looked is not None and looked.about.verdict is Outcome.NOT_PASSED and subjects.is_at_hand:
            advice = self._workbench.counsel.words
        self.gate.set_about(looked.about if looked is not None and has_model else None, advice)
        refusal = self._refusal()
        busy = self.tr("Another export is under way.") if self._exporting.busy else ""
        self.cards.show_offers(looked if has_model else None, refusal or busy)
        self.service.set_model("" if looked is None else looked.fingerprint, refusal)

    def _refusal(self) -> str:
        """Return why nothing can leave now."""
        if not self._subjects.has_model:
            return self.tr("There is no model yet.")
        if self._problem is not None:
            return translate_engine(self._problem.what)
        return ""  # before it was looked at too: an export looks for itself

    def _about_words(self) -> str:
        looked = self._looked
        if self._problem is not None:
            return joined(error_words(self._problem)[:2])
        if looked is None:
            return ""
        about, number = looked.about, QLocale().toString
        classes = listed(about.classes[:MOST_NAMED], goes_on=len(about.classes) > MOST_NAMED)
        classes = shortened(classes, MOST_LETTERS)
        layers = listed(about.layers.split(",")) or self.tr("no hidden layer")
        words = self.tr("Layers: {layers}. {parameters} parameters, {count} classes: {classes}.")
        if about.goal == number_goal.GOAL.name:
            words = self.tr("Layers: {layers}. {parameters} parameters, and it gives a number: {classes}.")
        elif about.goal == characters_goal.GOAL.name:
            words = self.tr(
                "Layers: {layers}. {parameters} parameters, an alphabet of {count} characters: {classes}."
            )
            classes = in_a_row(about.classes, MOST_LETTERS)
        return words.format(
            layers=layers,
            parameters=number(looked.parameters),
            count=number(len(about.classes)),
            classes=classes,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has become other while nobody looked."""
        super().showEvent(event)
        self._workbench.catalogue.refresh()
        self._recents.refresh()
        self._follow_subjects()
        self._settle.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing that nobody sees."""
        super().hideEvent(event)
        self._settle.stop()

    def event(self, event: QEvent) -> bool:
        """Look what became of the files, when the person comes back from another program."""
        if event.type() == QEvent.Type.WindowActivate:  # a change of activation is told to the window alone
            self._recents.refresh()
        return super().event(event)

    # What is heard

    @Slot()
    def _on_subjects_changed(self) -> None:
        """Offer what there is, and look at the chosen model once all has changed that changes with it."""
        if self.isVisible():  # or it catches up when it is shown
            self._follow_subjects()
            self._settle.start(SETTLE)

    def _follow_subjects(self) -> None:
        self.model_box.show_choices()
        if self._subjects.choice != self._shown or not self._subjects.has_model:
            self._shown = self._subjects.choice
            self._looked = self._problem = None
            self.cards.forget_exports()
        self._show()

    @Slot()
    def _on_work_changed(self) -> None:
        if self.isVisible():
            self._show()

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        if self._looked is not None and looked.fingerprint != self._looked.fingerprint:
            self.cards.forget_exports()
        self._looked, self._problem = looked, None
        self._show()

    @Slot(object, str)
    def _on_looking_failed(self, error: NetSketchError, details: str) -> None:
        self._looked, self._problem = None, error
        self._show()
        if details:
            self.failed.emit(error, details)

    @Slot()
    def _on_run_wanted(self) -> None:
        picker = RunPicker(
            self._subjects.runs, lambda: self.tr("Choose a Run"), lambda: self.tr("Choose"), self.window()
        )
        picker.run_chosen.connect(self._subjects.choose_run)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _ask_file(self) -> Path | None:
        pattern = self.tr("NetSketch models (*.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a model"), self._start_folder(), pattern)
        return Path(name) if name else None

    @Slot()
    def _on_file_wanted(self) -> None:
        path = self._ask_file()
        if path is not None:
            self._subjects.choose(Choice(Kind.FILE, path=path))

    @Slot()
    def _on_empty_open_clicked(self) -> None:
        path = self._ask_file()
        if path is not None:
            self.model_wanted.emit(path)

    def _start_folder(self) -> str:
        recent = self._workbench.preferences.recent_files
        return str(recent[0].parent if recent else Path.home())

    @Slot(object)
    def _on_export_wanted(self, form: ExportFormat) -> None:
        """Ask where to, and write the model there as it is now."""
        source = self._source()
        if source is None or self._exporting.busy:
            self._show()
            return
        try:
            target = self._destination.ask(source, form)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        if target is None:
            return
        card = self.cards.cards[form.name]
        card.set_export(None)
        self._leaving = "" if self._looked is None else self._looked.fingerprint
        self._exporting.start(source, target, form, card.chosen, card.chosen_activations)

    @Slot(object)
    def _on_exporting_done(self, done: Done) -> None:
        card = self.cards.cards.get(done.export.format)
        is_same = self._looked is not None and self._looked.fingerprint == self._leaving
        if card is not None and is_same:  # of another one it would tell what is not so
            card.set_export(done.export)
        if done.unkept is not None:
            error = done.unkept
            self.notice_raised.emit(
                Notice(
                    "warning",
                    lambda: self.tr("The export is made, but it could not be noted among the recent ones."),
                    lambda: translate_engine(error.cause),
                )
            )
        self._recents.refresh()

    @Slot()
    def _on_serve_wanted(self) -> None:
        source = self._source()
        if source is None:
            self._show()
            return
        box = self.service
        self._serving.start(source, box.port.value(), is_open=box.reachable.isChecked())
