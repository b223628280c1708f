"""The Sweep station: a sweep is set up, steered and looked at, and what it found is taken over."""

from __future__ import annotations

import math
import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.data.goal_by_name import goal_by_name
from engine.errors import ConfigError, NetSketchError
from engine.sweep.plan import check_parameters
from engine.sweep.ranges import setting_label
from engine.sweep.sweep import SweepStatus
from gui.bench.experiment_editor import preset_of
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import translate_engine
from gui.stations.station import OverlayRuns, ShowRun
from gui.stations.sweep import registry, words
from gui.stations.sweep.catalogue import SweepCatalogue
from gui.stations.sweep.draft import Draft, DraftEditor
from gui.stations.sweep.head import SweepHead
from gui.stations.sweep.runner import Doing, SweepRunner
from gui.stations.sweep.scene import Scene
from gui.stations.sweep.setup_form import SetupForm
from gui.stations.sweep.standing import SweepStanding
from gui.stations.sweep.trial_panel import TrialPanel
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.views.deck import ViewDeck

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from engine.sweep.plan import SweepPlan
    from engine.sweep.sweep import Sweep
    from engine.sweep.trial import Trial
    from gui.stations.sweep.view import View
    from gui.workbench import Workbench

LEAST_WIDTH = 366  # pixels
LOOK_EVERY = 1000  # milliseconds between two looks at a sweep that goes on
SHOW_AFTER = 80  # milliseconds in which news of trials are gathered
LONGEST_PAUSE = 1.5  # seconds between two pictures of trials, however much one costs
WAITING = (SweepStatus.PAUSED, SweepStatus.RUNNING)


class SweepPage(QWidget):
    """A head that chooses and steers; below it the setting up, or the views of a sweep.

    Args:
        workbench: Whose settings are swept.
        parent: The widget it belongs to.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        notice_raised: Something is to be told above the page (Notice).
        station_wanted: Another station is to be shown (its name).
        requested: Another station is to do something.
    """

    failed = Signal(object, str)
    notice_raised = Signal(object)
    station_wanted = Signal(str)
    requested = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweepStation")
        self._bench = workbench
        self.catalogue = SweepCatalogue(workbench.undo_stack, self)
        self.runner = SweepRunner(self)
        self._standing = SweepStanding(self.catalogue, self.runner)
        self.draft = DraftEditor(workbench.undo_stack, self)
        self._chosen: tuple[int, ...] = ()
        self._was_offered = False
        self._look_timer = QTimer(self, interval=LOOK_EVERY)
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._budget = RepaintBudget(longest=LONGEST_PAUSE)
        self._painted = 0.0  # seconds that painting had taken when results were shown last
        self._build_ui()
        self._connect()
        self._on_workbench_data_changed()
        follow_language(self, self._show_all)
        self.catalogue.refresh()

    def _build_ui(self) -> None:
        self.head = SweepHead(self)
        self.setup = SetupForm(self.draft, self._bench.editor, self)
        self.deck: ViewDeck[View] = ViewDeck(
            "sweep",
            lambda: self.tr("How the sweep is looked at"),
            [kind(self) for kind in registry.VIEWS],
            parent=self,
        )
        self.deck.subject.hide()
        self._waiting = self.deck.words(lambda: self.tr("The first trials are on their way …"))
        self.panel = TrialPanel(self)
        results = QWidget(self)
        column_of(
            (self.deck, 1),
            row_of((self.panel, 1), margins=(14, 0, 14, 0)),
            on=results,
            margins=(0, 0, 0, 8),
            spacing=2,
        )
        self._results = results
        self._note = dressed(Label(self, wordWrap=True), role="muted", name="sweepNote")
        self._note.setContentsMargins(14, 0, 14, 0)
        self._pages = QStackedWidget(self)
        for page in (self.setup, results):
            self._pages.addWidget(page)
        column_of(self.head, self._note, (self._pages, 1), on=self, spacing=2)

    def _connect(self) -> None:
        catalogue, runner, head = self.catalogue, self.runner, self.head
        catalogue.changed.connect(self._on_catalogue_changed)
        catalogue.opened.connect(self._on_catalogue_opened)
        catalogue.trials_changed.connect(self._on_catalogue_trials_changed)
        catalogue.failed.connect(self.failed)
        catalogue.notice_raised.connect(self.notice_raised)
        runner.changed.connect(self._on_runner_changed)
        runner.trials_changed.connect(catalogue.look)
        runner.ended.connect(self._on_runner_ended)
        runner.failed.connect(self.failed)
        head.chosen.connect(self.open)
        head.go_wanted.connect(self._on_head_go_wanted)
        head.pause_wanted.connect(runner.pause)
        head.stop_wanted.connect(runner.stop)
        head.again_wanted.connect(self._on_head_again_wanted)
        head.rename_wanted.connect(catalogue.rename)
        head.delete_wanted.connect(catalogue.delete)
        self.setup.start_wanted.connect(self._on_setup_start_wanted)
        self.deck.chosen.connect(self.show_view)
        for view in self.deck.views.values():
            view.failed.connect(self.failed)
            view.chosen.connect(self.choose)
        self.panel.settings_wanted.connect(self._on_panel_settings_wanted)
        self.panel.runs_wanted.connect(self._on_panel_runs_wanted)
        self.panel.best_wanted.connect(self._on_panel_best_wanted)
        self._show_timer.timeout.connect(self._on_show_timer_timeout)
        self._look_timer.timeout.connect(self._on_look_timer_timeout)
        self._bench.state_changed.connect(self._show_head)
        self._bench.data_changed.connect(self._on_workbench_data_changed)

    def minimumSizeHint(self) -> QSize:
        """Return the width in which a view can be read: the pad gives way to it where words are large."""
        return super().minimumSizeHint().expandedTo(QSize(px(LEAST_WIDTH), 0))

    # For the window

    @Slot(str)
    def open(self, identity: str) -> None:
        """Look at a sweep; at none, to set one up, for an empty id."""
        self._was_offered = True
        if identity:
            self.catalogue.open(identity)
        else:
            self.catalogue.close()

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Turn to a view."""
        self.deck.choose(name)
        self._budget.reset()
        self._painted = self.deck.view.painting_seconds()
        self._show_results()

    @Slot(object)
    def choose(self, numbers: tuple[int, ...]) -> None:
        """Look at trials, the foremost first."""
        self._chosen = numbers
        self._show_results()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The trials that are looked at."""
        return self._chosen

    def shutdown(self) -> None:
        """Suspend the sweep and end its processes; nothing starts after this."""
        self._look_timer.stop()
        self._show_timer.stop()
        self.runner.shutdown()
        self.catalogue.shutdown()
        self.deck.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while the page was hidden."""
        super().showEvent(event)
        self._look_timer.start()
        self.catalogue.refresh()
        self.catalogue.look()
        self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing that nobody sees."""
        super().hideEvent(event)
        self._look_timer.stop()

    # What is shown

    def _show_all(self) -> None:
        self.setup.show_draft()
        self._show_head()
        self._show_results()

    @Slot()
    def _show_head(self) -> None:
        sweep, standing = self.catalogue.sweep, self._standing
        self.head.set_sweeps(standing.summaries(), "" if sweep is None else sweep.id)
        self.head.show_state(standing.status(), standing.doing(), standing.words(), standing.share())
        note = self._note_words()
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _note_words(self) -> str:
        """Return what a training of this window and the trials cost each other, while both go on."""
        if self.runner.doing is not Doing.RUNNING or not self._bench.running:
            return ""
        return self.tr(
            "A network is trained in this window as well. The trials give way to it, so that they take longer "
            "meanwhile; where seconds are the goal, they count against the trials."
        )

    def _made_scene(self, sweep: Sweep) -> Scene:
        known = {trial.number for trial in self.catalogue.trials}
        self._chosen = tuple(number for number in self._chosen if number in known)
        labels = {each.path: translate_engine(setting_label(each.path)) for each in sweep.plan.ranges}
        return Scene(sweep, self.catalogue.trials, self.catalogue.best, self._chosen, labels)

    @Slot()
    def _show_results(self) -> None:
        """Show the sweep in the view that is chosen; only where somebody looks."""
        if not self.isVisible():
            return
        sweep = self.catalogue.sweep
        turn_to(self._pages, self.setup if sweep is None else self._results)
        if sweep is None:
            return
        self._show_head()
        scene = self._made_scene(sweep)
        self.panel.set_scene(scene)
        has_some = bool(scene.trials) and (bool(scene.counted) or self.deck.view.name == "table")
        self._waiting.setText(self._why_nothing(scene) if not has_some else "")
        self.deck.turn(None if has_some else self._waiting)
        self.deck.subject.hide()
        if has_some:
            self.deck.view.set_scene(scene)

    def _why_nothing(self, scene: Scene) -> str:
        ended = sum(trial.counts for trial in scene.trials)
        if ended:
            return self.tr("Trials that ended without a figure: {count}. The table says why.").format(
                count=QLocale().toString(ended)
            )
        if self._standing.status() is SweepStatus.RUNNING:
            return self.tr("The first trials are on their way …")
        return self.tr("No trial of this sweep has come to its end yet.")

    # What is heard

    @Slot()
    def _on_catalogue_changed(self) -> None:
        """At the first reading, look at the newest sweep that goes on or waits to."""
        if not self._was_offered and self.catalogue.is_read:
            self._was_offered = True
            waiting = next((item for item in self.catalogue.summaries if item.status in WAITING), None)
            if waiting is not None and self.catalogue.sweep is None:
                self.catalogue.open(waiting.id)
        self._show_head()

    @Slot()
    def _on_catalogue_opened(self) -> None:
        self._chosen = ()
        self._show_head()
        self._show_results()

    @Slot()
    def _on_catalogue_trials_changed(self) -> None:
        if not self._show_timer.isActive():
            self._show_timer.start(SHOW_AFTER)

    @Slot()
    def _on_show_timer_timeout(self) -> None:
        """Show what came: the less often, the more a picture of it costs."""
        started = time.perf_counter()
        wait = self._budget.pause(started)
        if wait > 0:
            self._show_timer.start(math.ceil(1000 * wait))
            return
        painted, self._painted = self._painted, self.deck.view.painting_seconds()
        self._show_results()
        self._budget.spent(started, time.perf_counter() + max(0.0, self._painted - painted))

    @Slot()
    def _on_look_timer_timeout(self) -> None:
        """Follow a sweep that another window or command runs, and let the time that is left be told anew."""
        if self._standing.status() is SweepStatus.RUNNING:
            if self._standing.doing() is Doing.NOTHING:
                self.catalogue.refresh()
            self.catalogue.look()
            self._show_head()

    @Slot()
    def _on_runner_changed(self) -> None:
        self._show_head()
        self._show_results()

    @Slot()
    def _on_runner_ended(self) -> None:
        self.catalogue.refresh()
        self.catalogue.look()

    @Slot()
    def _on_workbench_data_changed(self) -> None:
        data = self._bench.data
        if data is not None:
            self.setup.set_aim(goal_by_name(data.goal, self._bench.experiment.data.dataset))

    @Slot()
    def _on_setup_start_wanted(self) -> None:
        if not self._is_free():
            return
        try:
            plan = self.setup.plan()
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        self._bench.editor.note_use()
        split, workers = self._bench.data, self.draft.draft.workers
        shape = None if split is None else (split.train.image_shape, len(split.train.classes))
        self._was_offered = True
        self.catalogue.create(
            partial(_checked, plan, shape), self._name_of(plan), partial(self._begin, workers)
        )

    def _name_of(self, plan: SweepPlan) -> str:
        """Return what a sweep is called at first: the settings that it tries."""
        names = [translate_engine(setting_label(each.path)) for each in plan.ranges]
        if len(names) == 1:
            return names[0]
        form = self.tr("{first} × {second}") if len(names) == 2 else self.tr("{first} × {second} …")
        return form.format(first=names[0], second=names[1])

    def _begin(self, workers: int, sweep: Sweep) -> None:
        self.runner.start(sweep.id, workers)
        self.head.pause.setFocus()

    @Slot()
    def _on_head_go_wanted(self) -> None:
        sweep = self.catalogue.sweep
        if self._standing.doing() is Doing.PAUSED:
            self.runner.go_on()
        elif sweep is not None and self._is_free():
            self.runner.start(sweep.id, self.draft.draft.workers)

    def _is_free(self) -> bool:
        """Whether another sweep may begin in this window; where not, it is said."""
        if not self.runner.busy:
            return True
        error = ConfigError(
            "A sweep is under way in this window.",
            remedy="Stop it first; it can be gone on with at any time.",
        )
        self.failed.emit(error, "")
        return False

    @Slot()
    def _on_head_again_wanted(self) -> None:
        sweep = self.catalogue.sweep
        if sweep is not None:
            self.draft.take(Draft.of_plan(sweep.plan, self.draft.draft.workers))
            self.catalogue.close()

    @Slot(object)
    def _on_panel_settings_wanted(self, trial: Trial) -> None:
        from engine.sweep.applied import applied

        sweep = self.catalogue.sweep
        if sweep is None:
            return
        try:
            experiment = applied(sweep.plan.experiment, trial.values)
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        title, plan = partial(words.trial_title, trial), sweep.plan
        self._bench.editor.replace(
            experiment,
            lambda: self.tr("settings of “{name}”").format(name=title()),
            begun_with=plan.preset or preset_of(plan.experiment),
        )
        self.station_wanted.emit("train")

    @Slot(object)
    def _on_panel_runs_wanted(self, runs: tuple[str, ...]) -> None:
        self.requested.emit(ShowRun(runs[0]) if len(runs) == 1 else OverlayRuns(runs))

    @Slot()
    def _on_panel_best_wanted(self) -> None:
        best = self.catalogue.best
        if best is not None:
            self.choose((best.number,))


def _checked(plan: SweepPlan, shape: tuple[tuple[int, ...], int] | None) -> SweepPlan:
    """Return a plan once it is sure that it can be met, as far as the data are known.

    Raises:
        ConfigError: If not.
    """
    if shape is not None:
        check_parameters(plan, *shape)
    return plan
