"""The Train station: network and settings at the left, curves at the right; enough for the whole first hour."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from engine.config import NetworkConfig, TrainingConfig, preset
from engine.goals.registry import CLASSES, GOALS
from engine.models.size import layer_problems, memory_needed, parameter_count
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import problem_text, translate_engine
from gui.stations.train.code_beside import CodeBeside
from gui.stations.train.finding_strip import FindingStrip
from gui.stations.train.layer_list import LayerList
from gui.stations.train.microscope.place import UnderMicroscope
from gui.stations.train.result_line import ResultLine
from gui.stations.train.run_curves import RunCurves
from gui.stations.train.run_figures import RunFigures, figures_of
from gui.stations.train.teacher_check import TeacherCheck
from gui.stations.train.teacher_choice import TeacherChoice
from gui.stations.train.time_machine import TimeMachine
from gui.tasks.own_turn import OwnTurn
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets import remembered_layout
from gui.widgets.fields.settings_form import SettingsForm
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.network.diagram import NetworkDiagram
from gui.widgets.remembered_layout import HasLayout
from gui.widgets.rows_area import UNBOUND, RowsArea
from gui.widgets.sides import Sides
from gui.widgets.whole_label import WholeLabel
from gui.workbench import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from engine.goals.goal import Goal
    from engine.training.moments import Moment
    from gui.look.spoken import Words
    from gui.stations.train.microscope.page import Microscope
    from gui.workbench import Workbench

SIDE_WIDTH = 400
LEAST_SETTINGS = 150  # pixels high
PICTURE_SHARE = [
    190,
    450,
]  # of the height, for the network's picture and for what it and its training are made of
TEACHER = "training.teacher"
TARGET = "training.target_accuracy"
NETWORK_OPTIONS = ("batch_norm", "initialisation")


class TrainPage(HasLayout, QWidget):
    """Describe the network, set the training, watch the curves.

    Args:
        workbench: Whose experiment and history are shown.

    Signals:
        code_shown: The code stands beside the network from now on, or does so no more (bool).
        microscope_shown: One step lies over the page from now on, or does so no more (bool).

    Attributes:
        under: What the microscope is laid over.
    """

    code_shown = Signal(bool)
    microscope_shown = Signal(bool)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainStation")
        self._workbench = workbench
        self._budget = RepaintBudget()
        self._painted = 0.0  # seconds that painting had taken when curves were last drawn
        self._soon = OwnTurn(self)
        self._build_ui()
        self._connect()
        follow_language(self, self._show_experiment)
        follow_language(self, self._on_editor_problems_changed)
        follow_language(self, self._on_counsel_changed)

    def _build_ui(self) -> None:
        self._explanation = dressed(WholeLabel(self), name="presetExplanation", role="muted")
        self._diagram = NetworkDiagram(self)
        self._layers = LayerList(self)
        picture = QWidget(self)
        self._look_closely = dressed(
            QToolButton(self),
            name="microscopeButton",
            tip=lambda: self.tr("Train one batch, then pause, and look at every number of it (Shift+F6)"),
            accessible=lambda: self.tr("One batch under the microscope"),
        )
        icons.set_icon(self._look_closely, "microscope", "text_muted")
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        top = row_of((self._explanation, 1), (self._look_closely, 0, corner))
        column_of(top, (self._diagram, 1), on=picture, margins=(14, 8, 12, 4), spacing=4)

        self._form = SettingsForm(TrainingConfig, "training", parent=self)
        self._teacher = TeacherChoice(self._workbench, self)
        self.teacher_check = TeacherCheck(self._workbench, self)
        self._form.add_section(NetworkConfig, "network", NETWORK_OPTIONS)
        settings = QWidget(self)
        column_of(self._layers, self._form, STRETCH, on=settings, margins=(12, 4, 6, 10), spacing=12)
        scroll = dressed(RowsArea(self, most=UNBOUND, least=LEAST_SETTINGS), name="settingsScroll")
        scroll.setWidget(settings)

        self._side = dressed(QSplitter(Qt.Orientation.Vertical, self), name="trainSideSplitter")
        self._side.setChildrenCollapsible(False)
        self._side.addWidget(picture)
        self._side.addWidget(scroll)
        self._side.setStretchFactor(0, 1)
        self._side.setStretchFactor(1, 3)
        self.curves = RunCurves(self)
        self.figures = RunFigures(self)
        self.findings = FindingStrip(self)
        self.time_machine = TimeMachine(self._workbench, self._diagram, self)
        run = QWidget(self)
        result = ResultLine(self._workbench, self)
        self._told = QWidget(self)  # what is said about it in sentences
        column_of(self.findings, result, on=self._told, spacing=0)
        column_of(self._told, self.figures, (self.curves, 1), self.time_machine, on=run, spacing=0)
        self._splitter = dressed(Sides(self), name="trainSplitter")
        self._splitter.addWidget(self._side)
        self._beside = dressed(CodeBeside(run, self._make_code, self), name="codeSplitter")
        self._splitter.addWidget(self._beside)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self.under = UnderMicroscope(self._splitter, self._make_microscope, self)
        column_of(self.under, on=self)
        self._share_room()

    def _connect(self) -> None:
        self._soon.come.connect(self._on_soon_come)
        bench = self._workbench
        self._form.edited.connect(bench.editor.edit)
        self._look_closely.clicked.connect(self.look_at_a_step)
        self._form.file_wanted.connect(self._on_form_file_wanted)
        self._teacher.chosen.connect(self._on_teacher_chosen)
        self.teacher_check.changed.connect(self._on_editor_problems_changed)
        self._layers.layers_edited.connect(self._on_layers_edited)
        bench.experiment_changed.connect(self._show_experiment)
        bench.data_changed.connect(self._show_experiment)
        bench.data_changed.connect(self._show_goal)
        bench.model_changed.connect(self._show_goal)
        bench.editor.problems_changed.connect(self._on_editor_problems_changed)
        bench.run_started.connect(self._on_workbench_run_started)
        bench.history_changed.connect(self._on_workbench_history_changed)
        bench.state_changed.connect(self._on_workbench_state_changed)
        bench.run_finished.connect(self._on_workbench_run_finished)
        bench.counsel.changed.connect(self._on_counsel_changed)
        bench.doctor.series_changed.connect(self._on_doctor_series_changed)
        self.findings.remedy_wanted.connect(bench.remedy.do)
        self.findings.gradients_wanted.connect(self.curves.show_gradients)
        together, bar = self.curves.together, self.time_machine.bar
        together.sight_changed.connect(self._on_together_sight_changed)
        together.clicked.connect(bar.go_near)
        together.double_clicked.connect(bar.go_back)
        bar.moment_shown.connect(self._on_bar_moment_shown)

    def _make_code(self, parent: QWidget) -> QWidget:
        """Make what shows the code; loaded where it is wanted."""
        from gui.stations.train.code_panel import CodePanel

        panel = CodePanel(self._workbench, parent)
        panel.close_wanted.connect(lambda: self.show_code(shown=False))
        return panel

    def _make_microscope(self, parent: QWidget) -> Microscope:
        """Make what shows one step; loaded where it is wanted."""
        from gui.stations.train.microscope.page import Microscope

        microscope = Microscope(self._workbench, parent)
        microscope.close_wanted.connect(lambda: self.show_microscope(shown=False))
        return microscope

    @Slot()
    def look_at_a_step(self) -> None:
        """Take one step, with every number of it in sight."""
        self.show_microscope(shown=True)
        self._workbench.step_batch()

    def show_microscope(self, *, shown: bool) -> None:
        """Lay one step of training over the page, or take it away."""
        self.under.show_microscope(shown=shown)
        self.microscope_shown.emit(shown)

    @property
    def is_code_shown(self) -> bool:
        """Whether the code stands beside the network."""
        return self._beside.is_code_shown

    def show_code(self, *, shown: bool) -> None:
        """Put the code beside the network, or take it away."""
        self._beside.show_code(shown)
        self.code_shown.emit(shown)

    def read_code(self) -> None:
        """Give the focus to the code, so that it comes into sight and its keys are heard."""
        if self._beside.code is not None:
            self._beside.code.setFocus()

    def add_layer(self) -> None:
        """Append a plain layer, like the last one if that is such."""
        self._layers.append()

    def reset_layout(self) -> None:
        """Bring the splitters back to where they were at the first start."""
        self.show_code(shown=False)
        self.show_microscope(shown=False)
        self._share_room()
        self._beside.share_width()
        self.curves.reset_layout()

    def _share_room(self) -> None:
        self._splitter.setSizes([SIDE_WIDTH, 640])
        self._side.setSizes(PICTURE_SHARE)

    def set_presented(self, presented: bool) -> None:
        """Show the curves and the figures of a run alone, or all again."""
        for part in (self._side, self._told, self.time_machine, self.curves.gradients):
            part.setVisible(not presented)

    def splitters(self) -> dict[str, QSplitter]:
        found: dict[str, QSplitter] = {"train": self._splitter, "trainPicture": self._side}
        if self._beside.code is not None:  # without it there is nothing to share
            found["trainCode"] = self._beside
        return found | {"curves": self.curves.splitter}

    def save_layout(self) -> None:
        """Remember the splitters, and whether the code is shown."""
        super().save_layout()
        remembered_layout.save("code", "shown" if self.is_code_shown else "")

    def restore_layout(self) -> None:
        """Put everything where it was, the code too."""
        if remembered_layout.text("code", "") == "shown":
            self.show_code(shown=True)
        super().restore_layout()

    @Slot(object)
    def _on_layers_edited(self, layers: object) -> None:
        self._workbench.editor.edit("network.hidden", layers)

    @Slot()
    def _on_editor_problems_changed(self) -> None:
        problem = self.teacher_check.problem
        of_teacher = {TEACHER: translate_engine(problem)} if problem else {}
        of_privacy = {item.path: problem_text(item) for item in self._workbench.editor.training_problems}
        texts = of_teacher | of_privacy | self._workbench.editor.problem_texts
        self._form.set_problems(texts)
        self._layers.set_problems(texts)

    @Slot(str)
    def _on_form_file_wanted(self, path: str) -> None:
        """Offer what may be a teacher, the one setting that is a file."""
        self._teacher.ask(self._form.row(path).field)

    @Slot(object)
    def _on_teacher_chosen(self, path: object) -> None:
        self._workbench.editor.edit(TEACHER, str(path))

    @Slot()
    def _on_together_sight_changed(self) -> None:
        """Let the slider lie on the scale of the curves."""
        bar = self.time_machine.bar
        bar.set_scale(self.curves.together.sight(), self.curves.together.edges_in(bar))

    @Slot(object)
    def _on_bar_moment_shown(self, moment: Moment | None) -> None:
        self.curves.together.set_moment(None if moment is None else moment.step)
        self._show_figures()

    def _show_figures(self) -> None:
        """Show the figures of the moment that is looked at."""
        moment = self.time_machine.bar.moment()
        self.figures.set_figures(figures_of(self._workbench.history, None if moment is None else moment.step))

    @Slot()
    def _show_goal(self) -> None:
        """Say of what the curves and figures are."""
        goal = self._workbench.goal
        self.curves.set_goal(goal)
        self.figures.set_goal(goal)
        data = self._workbench.data
        aim = CLASSES if data is None else GOALS[data.goal]
        self._form.set_title(TARGET, None if aim is CLASSES else self._target_of(aim))

    def _target_of(self, aim: Goal) -> Words:
        return lambda: self.tr("Target of {measure}").format(measure=translate_engine(aim.measure))

    @Slot()
    def _on_workbench_run_started(self) -> None:
        self._budget.reset()
        self._show_goal()
        self.curves.set_history(self._workbench.history)
        self._show_figures()

    @Slot()
    def _on_workbench_history_changed(self) -> None:
        if self._workbench.state is RunState.PAUSED:  # no others follow with which these would come
            self._draw_curves(self.curves.draw)
        elif self._budget.is_due(time.perf_counter()):
            self._soon.start()

    @Slot()
    def _on_soon_come(self) -> None:
        self._draw_curves(self.curves.draw_next)

    @Slot(object)
    def _on_workbench_run_finished(self, _event: object) -> None:
        self._draw_curves(self.curves.draw)

    @Slot()
    def _on_counsel_changed(self) -> None:
        bench = self._workbench
        self.findings.set_words(bench.remedy.outcome or bench.counsel.wish)
        self.findings.set_findings(bench.counsel.findings, bench.remedy.is_followed_by_training)

    @Slot()
    def _on_doctor_series_changed(self) -> None:
        """Draw a look that comes after the last step at once; while steps come, it is drawn with them."""
        doctor = self._workbench.doctor
        self.curves.set_probes(doctor.series, is_blind=doctor.is_blind)
        if self._workbench.state is not RunState.TRAINING:
            self._draw_curves(self.curves.draw)

    @Slot(object)
    def _on_workbench_state_changed(self, state: RunState) -> None:
        self.curves.set_coming(self._workbench.running)
        if state is RunState.PAUSED:
            self._draw_curves(self.curves.draw)

    def _draw_curves(self, draw: Callable[[], None]) -> None:
        if not self.isVisible():
            return
        started = time.perf_counter()
        draw()
        self.time_machine.show_now()
        self._show_figures()
        # Painting comes later in the event loop: what is counted here is that of the curves before these.
        painted_before, self._painted = self._painted, self.curves.painting_seconds
        self._budget.spent(started, time.perf_counter() + self._painted - painted_before)

    @Slot()
    def _show_experiment(self) -> None:
        bench = self._workbench
        experiment: Experiment = bench.experiment
        self._form.set_values(experiment)
        idle = () if experiment.training.teacher else (f"{TEACHER}_share", f"{TEACHER}_temperature")
        self._form.set_locked(idle, self.tr("It counts where a teacher is chosen."))
        self._on_editor_problems_changed()  # some come of settings that do not go together
        self._layers.set_layers(experiment.network.hidden)
        split = bench.data
        shape, classes = (split.train.image_shape, split.classes) if split else ((1, 28, 28), None)
        features = split.train.features if split else ()
        names = classes or tuple(str(digit) for digit in range(10))
        self._layers.set_ends(shape, len(names))
        misfits = layer_problems(experiment.network, shape)
        self._diagram.setVisible(not misfits)  # rather none than that of other data
        if misfits:  # data of another shape have come
            self._layers.set_problems({item.path: problem_text(item) for item in misfits})
            return
        self._diagram.set_network(experiment.network, shape, names, features)
        self.time_machine.set_network(experiment.network, shape, names)
        self._diagram.set_summary(
            parameter_count(experiment.network, shape, len(names)),
            memory_needed(
                *(experiment.network, shape, len(names), experiment.training),
                len(split.train) if split else None,
            ),
        )
        name = bench.editor.preset_name
        text = translate_engine(preset(name).explanation) if name else ""
        self._explanation.setText(text)
        self._explanation.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while the page was hidden."""
        super().showEvent(event)
        self._budget.reset()
        self.teacher_check.look_again()
        self.curves.draw()
        self.time_machine.show_now()
        self._show_figures()
