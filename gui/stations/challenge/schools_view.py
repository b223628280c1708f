"""Schools: a training in which images stay at the schools that have them, and only weights travel."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from engine.errors import NetSketchError
from gui.bench.model_saving import save_model
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import joined, percent, told
from gui.stations.challenge.class_bars import ClassBars
from gui.stations.challenge.schooling import Schools
from gui.stations.challenge.schools_controls import SchoolsControls
from gui.stations.challenge.view import View
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.notice_bar import Notice
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.challenge.federated import RoundDone
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from gui.stations.challenge.scene import Scene
    from gui.stations.challenge.schooling import Schooling, Tested
    from gui.workbench import Workbench


class SchoolsView(View):
    """Settings, what each school has, accuracy by round, and what becomes of the average."""

    name = "schools"
    needs_model = False
    needs_data = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self.schools = Schools(self)
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self._help = dressed(
            WholeLabel(
                lambda: self.tr(
                    "Each school has images that nobody else may see. In each round all of them train on from the same "
                    "weights, each on its own images, and the weights are averaged: that is federated averaging. "
                    "Images, network, optimiser and learning rate are those of the pages Data and Train."
                ),
                self,
            ),
            role="muted",
        )
        self.controls = SchoolsControls(self)
        self.plot = CurvePlot(
            lambda: self.tr("Accuracy by round"), x_label=lambda: self.tr("round"), percent=True, parent=self
        )
        self.plot.set_empty_text(self._why_nothing)
        self.plot.bar.legend.columns = (
            3  # five names have no room beside each other where the window is small
        )
        self.plot.add_series("average", lambda: self.tr("average"), colour=0, symbol="circle", width=2)
        self.plot.add_series("together", lambda: self.tr("all together"), colour=1, style="dashes")
        self.plot.add_series("alone", lambda: self.tr("alone"), colour=2, symbol="square")
        self.plot.add_series("best", lambda: self.tr("best alone"), colour=2, style="dots")
        self.plot.add_series("worst", lambda: self.tr("worst alone"), colour=2, style="dots")
        self.plot.set_table_source(self.table)
        self.bars = ClassBars(self)
        card = self._card = dressed(QFrame(self), card=True)
        heading = dressed(Label(lambda: self.tr("What each school has"), card), role="heading")
        column_of(heading, (self.bars, 1), on=card, margins=(10, 4, 8, 6), spacing=4)
        self._pictures = QWidget(self)
        column_of((self.plot, 5), (card, 1), on=self._pictures, spacing=8)
        self.verdict = dressed(WholeLabel(self), name="schoolsVerdict")
        self.take = dressed(
            QPushButton(self),
            text=lambda: self.tr("Make it the model"),
            name="takeAverage",
            tip=lambda: self.tr(
                "Pad and pages ask it from then on; it is measured once on the test examples. Edit ▸ Undo takes it back"
            ),
        )
        self.save = dressed(QPushButton(self), text=lambda: self.tr("Save as …"), name="saveAverage")
        buttons = FlowBox(spacing=8, parent=self)
        for button in (self.take, self.save):
            buttons.add(button)
        column_of(
            *(self._help, self.controls, (self._pictures, 1), self.verdict, buttons),
            on=self,
            margins=(14, 4, 14, 10),
            spacing=8,
        )

    def _connect(self) -> None:
        self.controls.start_wanted.connect(self._on_controls_start_wanted)
        self.controls.stop_wanted.connect(self.schools.cancel)
        self.schools.changed.connect(self._show)
        self.schools.progressed.connect(self.controls.show_progress)
        self.schools.tested.connect(self._on_schools_tested)
        self.schools.failed.connect(self._on_schools_failed)
        self.take.clicked.connect(self.schools.test)
        self.save.clicked.connect(self._on_save_clicked)
        self.workbench.state_changed.connect(self._on_workbench_state_changed)

    def title(self) -> str:
        return self.tr("Schools")

    def help_text(self) -> str:
        return self.tr("Train where the images are: weights travel, images do not")

    def figure(self) -> QWidget:
        return self._pictures

    def table(self) -> tuple[list[str], list[list[Any]]]:
        head = ["round", "average", "alone", "worst", "best", "together", "seconds"]
        schooling = self.schools.schooling
        return head, [] if schooling is None else [_row(done) for done in schooling.rounds]

    def shutdown(self) -> None:
        self.schools.shutdown()
        super().shutdown()

    # What is shown

    def against(self, kind: InputKind, goal: Goal) -> str:
        del kind
        return goal.no_classes

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self._show()

    def _why_not(self) -> str:
        """Return why schools cannot begin now, or nothing."""
        if self.workbench.running:
            return self.tr("A training is under way. Stop it or wait for its end.")
        return ""

    def _why_nothing(self) -> str:
        """Say what the curves wait for."""
        if self.schools.busy:
            return self.tr("The first round is under way …")
        return self.tr("Press “Let them learn”: the rounds appear here one by one")

    @Slot()
    def _show(self) -> None:
        self.plot.set_empty_text(self._why_nothing)
        schools, schooling = self.schools, self.schools.schooling
        self.controls.show_state(busy=schools.busy, reason=self._why_not())
        ready = None if schooling is None else schooling.ready
        self._card.setVisible(ready is not None)
        self._help.setVisible(ready is None)  # its room is the curves' then
        if schooling is not None and ready is not None:
            self.bars.show_counts(ready.counts, schooling.split.classes)
        rows = [] if schooling is None else [_row(done) for done in schooling.rounds]
        columns = np.array(rows, np.float64).reshape(-1, 7).T
        self.plot.set_expected_x(0 if schooling is None else schooling.plan.rounds)
        for key, column in (("average", 1), ("alone", 2), ("worst", 3), ("best", 4), ("together", 5)):
            sound = np.isfinite(columns[column])
            self.plot.set_data(key, columns[0][sound], columns[column][sound])
        has_average = schooling is not None and schooling.last is not None and not schools.busy
        self.take.setEnabled(has_average and not self.workbench.running)
        self.save.setEnabled(has_average)
        self.verdict.setText("" if schooling is None else self._verdict_words(schooling))
        self.verdict.setVisible(bool(self.verdict.text()))

    def _verdict_words(self, schooling: Schooling) -> str:
        """Say in a sentence what the last round has reached."""
        done, ready = schooling.last, schooling.ready
        if done is None or ready is None:
            return ""
        number = QLocale().toString
        reached = {
            "round": number(done.round),
            "average": percent(done.average, 1),
            "count": number(ready.measured),
        }
        if ready.part == "validation":
            words = self.tr("Round {round}: the average reads {average} of {count} validation images right.")
        else:
            words = self.tr("Round {round}: the average reads {average} of {count} test images right.")
        sentences = [words.format(**reached)]
        if done.alone and done.together is not None:
            words = self.tr(
                "A school that learns alone as long reads {alone} on average ({worst} to {best}); a network that has "
                "all images, {together}."
            )
            low, high = percent(min(done.alone), 1), percent(max(done.alone), 1)
            alone, together = percent(done.alone_mean, 1), percent(done.together, 1)
            sentences.append(words.format(alone=alone, worst=low, best=high, together=together))
        sentences.append(
            self.tr(
                "No image has left its school, but weights can betray images, too: see “What it betrays”."
            )
        )
        return joined(sentences)

    # What is done

    @Slot()
    def _on_controls_start_wanted(self) -> None:
        from engine.challenge.federated import check

        data, experiment, plan = self.workbench.data, self.workbench.experiment, self.controls.plan
        if data is None or self._why_not():
            return
        try:
            check(experiment, plan)
        except NetSketchError as error:
            self.controls.show_refusal(partial(told, error))
            return
        self.controls.show_refusal("")
        self.workbench.editor.note_use()
        self.schools.start(experiment, data, plan)

    @Slot(object, str)
    def _on_schools_failed(self, error: NetSketchError, details: str) -> None:
        if details:
            self.failed.emit(error, details)
        else:
            self.controls.show_refusal(partial(told, error))
        self._show()

    @Slot()
    def _on_workbench_state_changed(self) -> None:
        """Let a training have the machine: schools end after the steps under way, and keep their rounds."""
        if self.workbench.running and self.schools.busy:
            self.schools.cancel()
            words = lambda: self.tr("A training has begun: the schools were stopped.")  # noqa: E731
            self.notice_raised.emit(Notice("info", words))
        self._show()

    @Slot(object)
    def _on_schools_tested(self, tested: Tested) -> None:
        """Make the average the model, once it is known what it does on the test images."""
        schooling, bench = self.schools.schooling, self.workbench
        if schooling is None or schooling.last is None:
            return
        before = 0 if bench.model is None else bench.model.step  # the average has not come of that one
        try:
            bench.adoption.take(
                tested.saved,
                schooling.split,
                _steps(schooling) - before,
                lambda: self.tr("average of the schools"),
            )
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        model = bench.model
        self.notice_raised.emit(
            Notice(
                "success",
                lambda: self.tr("The average of the schools is the model now."),
                lambda: self._tested_words(tested),
                stands=lambda: bench.model is model,
            )
        )

    def _tested_words(self, tested: Tested) -> str:
        undo = self.tr("Edit ▸ Undo brings the one before back.")
        if tested.accuracy is None:
            return undo
        words = self.tr("Of the test images it reads {share} right.")
        return joined((words.format(share=percent(tested.accuracy, 1)), undo))

    @Slot()
    def _on_save_clicked(self) -> None:
        schooling = self.schools.schooling
        if schooling is None or schooling.last is None:
            return
        try:
            notice = save_model(self.window(), self.workbench.preferences, schooling.saved(), "federated")
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        if notice is not None:
            self.notice_raised.emit(notice)


def _row(done: RoundDone) -> list[Any]:
    """Return a round as a row of the table; what nobody asked for is no number."""
    low, high = (min(done.alone), max(done.alone)) if done.alone else (math.nan, math.nan)
    together = math.nan if done.together is None else done.together
    return [done.round, done.average, done.alone_mean, low, high, together, done.seconds]


def _steps(schooling: Schooling) -> int:
    """Return how many steps the school with the most images has taken."""
    ready, last = schooling.ready, schooling.last
    assert ready is not None, "a round is over"
    assert last is not None, "likewise"
    of_epoch = math.ceil(int(ready.counts.sum(1).max()) / schooling.experiment.training.batch_size)
    return of_epoch * last.round * schooling.plan.local_epochs
