"""What it betrays: can the images that the model learnt from be told from others, how surely, and which most?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.style_sheet import repolish
from gui.look.words import joined, told, translate_engine
from gui.stations.challenge.exposed_grid import ExposedGrid
from gui.stations.challenge.roc_facts import RocFacts
from gui.stations.challenge.view import View
from gui.tasks.task import Task
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.sides import Sides
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.challenge.membership import Exposure
    from engine.data.dataset import Split
    from engine.errors import NetSketchError
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.storage.model_file import SavedModel
    from gui.stations.challenge.scene import Scene
    from gui.tasks.task import Job
    from gui.tasks.worker import Progress
    from gui.workbench import Workbench

PER_MILLE = 1000
MUCH = 0.55  # of an area under the curve: what lies surely above is told as a warning
SHOWN_POINTS = 600  # of a curve; more than it has pixels


class ExposureView(View):
    """Asks the model about images that it learnt from and others, as soon as somebody looks."""

    name = "exposure"
    needs_split = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._saved: SavedModel | None = None  # of which something is known, or is being found out
        self._split: Split | None = None
        self._found: Exposure | None = None
        self._error: NetSketchError | None = None
        self.task = Task("challenge-exposure", self)
        self._build_ui()
        self.task.progressed.connect(self._on_task_progressed)
        self.task.failed.connect(self._on_task_failed)
        self.task.finished.connect(self._show)
        self.again.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.task.cancel)
        self.grid.image_selected.connect(self._say_about)
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self.verdict = dressed(WholeLabel(self), name="exposureVerdict", banner="info")
        self.again = dressed(
            QPushButton(self), text=lambda: self.tr("Ask the model"), name="askExposure", main=True
        )
        self.cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelExposure")
        self._progress = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Progress of asking")
        )
        self._progress.setRange(0, PER_MILLE)
        self._doing = dressed(Label(self), name="exposureDoing", role="muted")
        self._under_way = QWidget(self)
        row_of(self._doing, (self._progress, 1), self.cancel, on=self._under_way, spacing=10)
        self.plot = CurvePlot(
            lambda: self.tr("ROC curve"),
            x_label=lambda: self.tr("share of false alarms"),
            percent=True,
            x_percent=True,
            parent=self,
        )
        self.plot.set_empty_text(lambda: self.tr("The curve appears here"))
        self.plot.bar.legend.columns = 1  # its names have no room beside each other
        self.plot.add_series("loss", lambda: self.tr("by the loss"), colour=0, width=2)
        self.plot.add_series("moved", lambda: self.tr("by moved copies"), colour=1, width=2)
        self.plot.add_series("guess", lambda: self.tr("guessing"), colour=2, style="dashes")
        self.plot.set_table_source(self.table)
        self.by_loss = RocFacts(
            "exposureByLoss",
            lambda: self.tr("By the loss"),
            lambda: self.tr(
                "The model is asked once about each image: an image that it learnt from may have the lower loss"
            ),
            self,
        )
        self.by_moved = RocFacts(
            "exposureByMoved",
            lambda: self.tr("By moved copies"),
            lambda: self.tr(
                "The model is asked about each image and about four copies moved by one pixel: of an image that it has "
                "learnt by heart it is much surer than of its copies"
            ),
            self,
        )
        facts, images = QWidget(self), QWidget(self)
        row_of((self.by_loss, 1), (self.by_moved, 1), on=facts, spacing=10)
        self._heading = dressed(
            Label(lambda: self.tr("The most exposed training images"), self), role="heading"
        )
        self.grid = ExposedGrid(self)
        self._about = dressed(WholeLabel(self), name="exposedAbout", role="muted")
        column_of(facts, self._heading, (self.grid, 1), self._about, on=images, spacing=6)
        self._sides = Sides(self)
        self._sides.addWidget(self.plot)
        self._sides.addWidget(images)
        self._sides.setSizes((420, 420))
        column = column_of(
            *(self.verdict, self._under_way, row_of(self.again, STRETCH), (self._sides, 1)),
            on=self,
            margins=(14, 4, 14, 10),
            spacing=8,
        )
        column.addStretch(0)  # takes the room while there are no results to fill it

    def title(self) -> str:
        return self.tr("What it betrays")

    def help_text(self) -> str:
        return self.tr("Can the images that the network learnt from be told from others?")

    def figure(self) -> QWidget:
        return self._sides

    def table(self) -> tuple[list[str], list[list[Any]]]:
        head = ["attack", "false_alarms", "found"]
        found = self._found
        if found is None:
            return head, []
        curves = (("loss", found.loss), ("moved", found.moved))
        return head, [
            [name, float(alarms), float(share)]
            for name, curve in curves
            for alarms, share in zip(curve.false_alarms, curve.found, strict=True)
        ]

    # What is at hand

    def against(self, kind: InputKind, goal: Goal) -> str:
        return kind.no_exposure or goal.no_exposure

    def set_scene(self, scene: Scene) -> None:
        if scene.saved is self._saved and scene.split is self._split:
            return
        self._saved, self._split = scene.saved, scene.split
        self._ask()

    def give_up(self) -> None:
        if self.task.busy:
            self.task.give_up()
            self._saved = None  # it is asked again when somebody looks

    @Slot()
    def _ask(self) -> None:
        self._found = self._error = None
        self.task.give_up()
        if self._saved is not None and self._split is not None:
            self.task.ask(partial(_expose, self._saved, self._split), self._take)
        self._show()

    def _take(self, found: Exposure) -> None:
        self._found = found
        self._show()

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self._error = error
        self._show()
        if details:
            self.failed.emit(error, details)

    @Slot(object)
    def _on_task_progressed(self, progress: Progress) -> None:
        self._progress.setValue(round(PER_MILLE * progress.share) if progress.share == progress.share else 0)
        said(self._doing.setText, lambda: translate_engine(progress.text))

    # What is shown

    @Slot()
    def _show(self) -> None:
        found, is_busy = self._found, self.task.busy  # one that waits is begun without a word
        self._under_way.setVisible(is_busy)
        self.again.setVisible(not is_busy and found is None)
        self._sides.setVisible(found is not None)
        self._say_verdict()
        if found is None:
            return
        for key, curve in (("loss", found.loss), ("moved", found.moved)):
            places = np.unique(np.linspace(0, len(curve.found) - 1, SHOWN_POINTS).astype(int))
            self.plot.set_data(key, curve.false_alarms[places], curve.found[places])
        even = np.linspace(0.0, 1.0, SHOWN_POINTS)  # so that it is read under the mouse, too
        self.plot.set_data("guess", even, even)
        self.by_loss.show_roc(found.loss)
        self.by_moved.show_roc(found.moved)
        self.grid.show_images(found.exposed, found.classes)
        self._say_about()

    @Slot()
    def _say_about(self) -> None:
        """Say what the chosen picture is betrayed by: for who has no mouse to ask for its tooltip."""
        index = self.grid.selected()
        self._about.setText(self.grid.words_of(index) if index >= 0 else "")
        self._about.setVisible(index >= 0)

    def _say_verdict(self) -> None:
        found, kind = self._found, "info"
        if self._error is not None:
            words, kind = told(self._error), "warning"
        elif found is None:
            words = self.tr(
                "Images that the network learnt from are compared with others, which it has never seen: whoever asks "
                "it may find out which are which."
            )
        else:
            kind = "warning" if max(found.loss.interval.low, found.moved.interval.low) > MUCH else "info"
            words = joined((self._compared(found), *map(translate_engine, found.sentences)))
        self.verdict.setText(words)
        if self.verdict.property("banner") != kind:
            self.verdict.setProperty("banner", kind)
            repolish(self.verdict)

    def _compared(self, found: Exposure) -> str:
        count = QLocale().toString(found.count)
        if found.part == "validation":
            words = self.tr("{count} training images were compared with as many validation images.")
        else:
            words = self.tr("{count} training images were compared with as many test images.")
        return words.format(count=count)


def _expose(saved: SavedModel, split: Split, job: Job) -> Exposure:
    from engine.challenge.membership import exposure

    return exposure(saved, split, progress=job.progress, cancelled=job.cancelled)
