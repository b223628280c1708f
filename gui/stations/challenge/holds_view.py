"""What it holds: the images that a model is surest of, as they form; beside them those of another model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QPushButton, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import percent
from gui.stations.challenge.held_picture import HeldPicture
from gui.stations.challenge.holding import Holding
from gui.stations.challenge.second_model import SecondModel
from gui.stations.challenge.view import View
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fields.number_fields import IntField
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.short_label import ShortLabel
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from gui.stations.challenge.holding import Held
    from gui.stations.challenge.scene import Challenged, Scene
    from gui.workbench import Workbench

ALL = -1  # in the list of classes
MOST_CLASSES = 20  # of which images form at once; of more, the first
MOST_SEED = 9999


class HoldsView(View):
    """Pixels that climb from grey until the model is as sure of a class as it can be."""

    name = "holds"

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._first: Challenged | None = None
        self._classes: tuple[str, ...] = ()
        self.holding = Holding(self)
        self._build_ui()
        self._connect()
        follow_language(self, self._say)

    def _build_ui(self) -> None:
        self.which = dressed(ChoiceBox(self), name="heldClass", accessible=lambda: self.tr("Class"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.which.addItem("", ALL)
        self.seed = dressed(
            IntField(low=0, high=MOST_SEED, strict=True, parent=self),
            name="heldSeed",
            accessible=lambda: self.tr("Seed"),
            tip=lambda: self.tr("Of the trace of noise in the grey that the images begin with"),
        )
        self.seed.set_raw(0)
        sized(self.seed.setMinimumWidth, 84)
        self.helped = dressed(
            QCheckBox(self),
            text=lambda: self.tr("Help lines form"),
            name="heldHelped",
            tip=lambda: self.tr(
                "Ink that brings nothing fades, and the image is moved by up to a pixel before each step. Without that "
                "each pixel goes for itself"
            ),
        )
        self.helped.setChecked(True)
        self.start = dressed(
            QPushButton(self), text=lambda: self.tr("Let them form"), name="formHeld", main=True
        )
        self.cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelHeld")
        self._progress = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("How far the images are")
        )
        self._progress.setRange(0, 100)
        sized(self._progress.setMinimumWidth, 120)
        which, seed = QWidget(self), QWidget(self)
        row_of(Label(lambda: self.tr("Class"), self), self.which, on=which, spacing=8)
        row_of(Label(lambda: self.tr("Seed"), self), self.seed, on=seed, spacing=8)
        flow = FlowBox(spacing=14, parent=self)
        for part in (which, seed, self.helped, self.start, self._progress, self.cancel):
            flow.add(part)
        help_line = dressed(
            Label(
                lambda: self.tr(
                    "Each image begins as grey, and changes in small steps until the network is as sure as it can be "
                    "that it shows its class. Nothing tells it what such an image looks like."
                ),
                self,
                wordWrap=True,
            ),
            role="muted",
        )
        card = dressed(QFrame(self), card=True)
        column_of(flow, help_line, on=card, margins=(12, 8, 12, 8), spacing=6)
        self._verdict = dressed(WholeLabel(parent=self), name="heldVerdict")
        self._sides = QWidget(self)
        self.second = SecondModel(self.workbench, lambda: self.tr("No second network"), self._sides)
        heading = dressed(ShortLabel(self._sides), role="heading")
        said(heading.setText, lambda: self.tr("The network at hand"))
        self.mine = dressed(HeldPicture(self._sides), accessible=lambda: self.tr("What the network holds"))
        self.other = dressed(
            HeldPicture(self._sides), accessible=lambda: self.tr("What the second network holds")
        )
        grid = QGridLayout(self._sides)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        for column, parts in enumerate(((heading, self.mine), (self.second, self.other))):
            for row, part in enumerate(parts):
                grid.addWidget(part, row, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        column_of(card, self._verdict, (self._sides, 1), on=self, margins=(14, 4, 14, 10), spacing=8)
        self._show_busy()

    def _connect(self) -> None:
        self.start.clicked.connect(self._form)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.which.currentIndexChanged.connect(self._form)
        self.seed.edited.connect(self._form)
        self.helped.toggled.connect(self._form)
        self.second.changed.connect(self._on_second_changed)
        self.second.failed.connect(self.failed)
        self.holding.formed.connect(self._on_holding_formed)
        self.holding.ended.connect(self._show_busy)
        self.holding.failed.connect(self.failed)

    def title(self) -> str:
        return self.tr("What it holds")

    def help_text(self) -> str:
        return self.tr("Which image does the network hold for the surest of each class?")

    def caption(self) -> str:
        return self._verdict.text() or self.title()

    def figure(self) -> QWidget:
        return self._sides

    @property
    def busy(self) -> bool:
        """Whether images are forming."""
        return self.holding.busy

    # What is formed

    def against(self, kind: InputKind, goal: Goal) -> str:
        return kind.no_map or goal.no_classes

    def set_scene(self, scene: Scene) -> None:
        if scene.challenged is self._first:
            return
        self._first = scene.challenged
        assert self._first is not None
        self._offer(scene.classes)
        self.second.set_first(self._first)
        self.other.show_held(None)
        self._form()

    def give_up(self) -> None:
        if self.holding.busy:
            self._first = None  # what was begun begins anew when it comes back
            self.holding.cancel()

    def shutdown(self) -> None:
        self.holding.shutdown()
        super().shutdown()

    def _offer(self, classes: tuple[str, ...]) -> None:
        if classes != self._classes:
            self._classes = classes
            with QSignalBlocker(self.which):
                while self.which.count() > 1:
                    self.which.removeItem(1)
                for index, name in enumerate(classes):
                    self.which.addItem(name, index)
                self.which.setCurrentIndex(0)
        self._say()

    @Slot()
    def _form(self) -> None:
        """Begin anew with both networks."""
        if self._first is None:
            return
        chosen = self.which.currentData()
        every = tuple(range(min(len(self._classes), MOST_CLASSES)))
        classes = every if chosen in (None, ALL) else (int(chosen),)
        second = self.second.model
        models = (self._first,) if second is None else (self._first, second)
        self.holding.start(models, classes, int(self.seed.value()), helped=self.helped.isChecked())
        self._show_busy()

    @Slot()
    def _on_second_changed(self) -> None:
        self.other.show_held(None)
        self._form()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.start.setFocus()
        self.holding.cancel()
        self._show_busy()

    # What is shown

    @Slot(object)
    def _on_holding_formed(self, held: Held) -> None:
        is_mine = held.challenged is self._first
        (self.mine if is_mine else self.other).show_held(held)
        self._progress.setValue(round(100 * held.share))
        self._say()

    @Slot()
    def _show_busy(self) -> None:
        for part in (self._progress, self.cancel):
            part.setVisible(self.holding.busy)

    def _say(self) -> None:
        several, most = (
            self.tr("all classes"),
            self.tr("the first {count} classes").format(count=MOST_CLASSES),
        )
        self.which.setItemText(0, several if len(self._classes) <= MOST_CLASSES else most)
        mine, other = self.mine.held, self.other.held
        if mine is None:
            self._verdict.setText("")
            return
        sure = percent(float(mine.probabilities.mean()), 1)
        if other is None:
            words = self.tr("On average the network at hand is {share} sure of what it holds.")
            self._verdict.setText(words.format(share=sure))
            return
        words = self.tr(
            "On average the network at hand is {share} sure of what it holds, and “{name}” {other}."
        )
        others = percent(float(other.probabilities.mean()), 1)
        self._verdict.setText(words.format(share=sure, name=other.challenged.name, other=others))

    def table(self) -> tuple[list[str], list[list[Any]]]:
        head = ["network", "class", "probability", "row", "column", "value"]
        rows: list[list[Any]] = []
        for held in (self.mine.held, self.other.held):
            if held is None:
                continue
            grey = held.images if held.images.ndim == 3 else held.images.mean(axis=3)
            for place, index in enumerate(held.classes):
                before = [
                    held.challenged.name,
                    held.challenged.saved.classes[index],
                    float(held.probabilities[place]),
                ]
                rows.extend(
                    [*before, row, column, float(grey[place, row, column]) / 255]
                    for row, column in np.ndindex(*grey.shape[1:])
                )
        return head, rows
