"""Why the network answers as it does: three maps over the image, and what would make it something else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.data.photo import takes_colours
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.words import percent
from gui.stations.understand.scale_bar import ScaleBar
from gui.stations.understand.scene import number_words
from gui.stations.understand.view import View
from gui.stations.understand.why_job import METHODS, WhyResult, explain
from gui.tasks.task import Task
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.images.impact_map import ImpactMap
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.short_label import ShortLabel
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.insight.contrast import PixelChanges
    from gui.stations.understand.scene import Scene
    from gui.stations.understand.why_job import Maps
    from gui.tasks.worker import Progress
    from gui.workbench import Workbench

AUTOMATIC = -1  # in a chooser: the answer itself, or what comes next to it
USUAL_SQUARES = (4, 2)  # pixels: the side of a square that is wiped out, and from one to the next
SOON_MS = 500  # milliseconds after which it is told how far the maps are


class WhyView(View):
    """Gradient × input, integrated gradients and occlusion, and below them the pixels to add and to remove."""

    name = "why"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._maps: Maps = {}
        self._shown: tuple[Scene, PixelChanges] | None = None
        self._squares = USUAL_SQUARES
        self.task = Task("why", self)
        self._late = QTimer(self, singleShot=True, interval=SOON_MS)
        self.target = self._chooser("whyClass", lambda: self.tr("The class that is explained"))
        self.other = self._chooser("otherClass", lambda: self.tr("The class that it should be"))
        self.maps: dict[str, ImpactMap] = {}
        self._notes: dict[str, Label] = {}
        self._helps: dict[str, WholeLabel] = {}
        self._of_kind: list[
            tuple[Callable[[str], object], Words]
        ] = []  # what depends on the kind of picture, too
        titles: dict[str, tuple[Words, Words]] = {
            "gradient_times_input": (
                lambda: self.tr("Gradient × input"),
                lambda: self.tr("What each pixel adds, as if the network were linear here."),
            ),
            "integrated_gradients": (
                lambda: self.tr("Integrated gradients"),
                lambda: self.tr("The same, added up on the way from an empty image to this one."),
            ),
            "occlusion": (lambda: self.tr("Occlusion"), self._occlusion_words),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        for column, (key, (title, help_text)) in enumerate(titles.items()):
            self._add_map(grid, 0, column, key, title, help_text)
            grid.setColumnStretch(column, 1)
        self._lead = dressed(Label(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), name="whyLead")
        lower = QGridLayout()
        lower.setHorizontalSpacing(18)
        lower.setVerticalSpacing(2)
        self._add_map(
            *(lower, 0, 0, "add"),
            lambda: self.tr("Pixels to brighten") if self._in_colour else self.tr("Pixels to add"),
            lambda: (
                self.tr("More light here would bring it nearer.")
                if self._in_colour
                else self.tr("Ink here would bring it nearer.")
            ),
        )
        self._add_map(
            *(lower, 0, 1, "remove"),
            lambda: self.tr("Pixels to darken") if self._in_colour else self.tr("Pixels to remove"),
            lambda: (
                self.tr("The light here keeps it away.")
                if self._in_colour
                else self.tr("Ink here keeps it away.")
            ),
        )
        side = column_of(self._heading(lambda: self.tr("How far it is from there")), (self._lead, 1))
        lower.addLayout(side, 0, 2, 3, 1)
        for column in range(3):
            lower.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 10)
        layout.setSpacing(8)
        scale = ScaleBar(lambda: self.tr("against"), lambda: self.tr("for"), self)
        top = self._row(lambda: self.tr("Why"), self.target, scale)
        self._bar = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("How far the maps are")
        )
        self._bar.setFixedWidth(140)
        self._bar.setRange(0, 100)
        self._cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelWhy")
        for place, part in enumerate((self._bar, self._cancel), 2):
            top.insertWidget(place, part)
            part.hide()
        layout.addLayout(top)
        layout.addLayout(grid, 1)
        layout.addSpacing(4)
        layout.addLayout(self._row(lambda: self.tr("What would make it"), self.other, None))
        layout.addLayout(lower, 1)
        self.task.failed.connect(self.failed)
        self.task.progressed.connect(self._on_task_progressed)
        self.task.idle.connect(self._on_task_idle)
        self._late.timeout.connect(self._on_late_timeout)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self.target.activated.connect(self._ask)
        self.other.activated.connect(self._ask)
        follow_language(self, self._say_words)

    def _say_words(self) -> None:
        if self._scene is not None:
            self._fill_choosers(self._scene)
        if self._shown is not None:
            self._show_lead(*self._shown)

    def _chooser(self, name: str, words: Words) -> ChoiceBox:
        chooser = dressed(ChoiceBox(self), name=name, accessible=words)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return chooser

    def _heading(self, text: Words) -> Label:
        return dressed(Label(text, self), role="heading")

    def _row(self, text: Words, chooser: ChoiceBox, scale: ScaleBar | None) -> QHBoxLayout:
        row = row_of(self._heading(text), chooser, STRETCH, spacing=8)
        if scale is not None:
            row.addWidget(scale)
        return row

    def _add_map(
        self, grid: QGridLayout, row: int, column: int, key: str, title: Words, help_text: Words
    ) -> None:
        """Put a map with its title above it and its scale behind the title."""
        note = dressed(Label(self), role="muted")
        dressed(
            note,
            tip=lambda: self.tr(
                "What gets the full colour, in points (logits): the scores from which the probabilities are made"
            ),
        )
        heading = dressed(ShortLabel(self), role="heading")
        self._of_kind.append((heading.setText, title))
        said(heading.setText, title)
        head = row_of((heading, 1), note)
        words = dressed(WholeLabel(help_text, self), role="muted")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        picture = dressed(ImpactMap(self), accessible=title)
        said(picture.setAccessibleDescription, help_text)
        self._of_kind += [
            (words.setText, help_text),
            (picture.setAccessibleName, title),
            (picture.setAccessibleDescription, help_text),
        ]
        grid.addLayout(head, row, column)
        grid.addWidget(words, row + 1, column)
        grid.addWidget(picture, row + 2, column)
        grid.setRowStretch(row + 2, 1)
        self.maps[key], self._notes[key], self._helps[key] = picture, note, words

    def title(self) -> str:
        return self.tr("Why this answer")

    def help_text(self) -> str:
        return self.tr("Which pixels speak for the answer, and which against it")

    @property
    def _in_colour(self) -> bool:
        return self._scene is not None and takes_colours(self._scene.image_shape)

    def against(self, kind: InputKind, goal: Goal) -> str:
        return kind.no_map or goal.no_classes

    def set_scene(self, scene: Scene) -> None:
        was_in_colour = self._in_colour
        self._scene = scene
        if self._in_colour is not was_in_colour:
            for show, words in self._of_kind:
                show(words_of(words))
        self._fill_choosers(scene)
        self._ask()

    def _fill_choosers(self, scene: Scene) -> None:
        """Offer the classes; what was chosen stays chosen."""
        if scene.probabilities is None:
            return
        words = self.tr("the answer: {name}").format(name=scene.classes[scene.answer])
        nearest = self.tr("the next best: {name}").format(name=scene.classes[_second(scene)])
        for chooser, first in ((self.target, words), (self.other, nearest)):
            if chooser.count() != len(scene.classes) + 1 or any(
                chooser.itemText(place + 1) != name for place, name in enumerate(scene.classes)
            ):
                chooser.clear()
                chooser.addItem(first, AUTOMATIC)
                for index, name in enumerate(scene.classes):
                    chooser.addItem(name, index)
            elif chooser.itemText(0) != first:
                chooser.setItemText(0, first)

    @Slot()
    def _ask(self) -> None:
        """Ask for the maps of the image and the classes that are chosen; they come from beside the window."""
        scene = self._scene
        if scene is None or scene.image is None or scene.probabilities is None:
            return
        target, wanted = self.target.currentData(), self.other.currentData()
        target = scene.answer if target in (None, AUTOMATIC) else int(target)
        wanted = _second(scene) if wanted in (None, AUTOMATIC) else int(wanted)
        if not scene.is_live:  # in training, each of the maps is shown, or there might be none
            self.task.give_up()
        self.task.ask(partial(explain, scene, target, wanted), self._take, calm=scene.is_live)
        if not scene.is_live and not self._late.isActive() and not self._bar.isVisibleTo(self):
            self._late.start()

    def _take(self, result: WhyResult) -> None:
        changes = result.changes
        self._maps = result.maps | {"add": changes.add, "remove": -changes.remove}
        most = float(max(changes.add.max(), changes.remove.max()))
        for key, values in self._maps.items():
            scale = most if key in ("add", "remove") else float(np.abs(values).max(initial=0.0))
            self.maps[key].set_map(values, result.scene.image, scale)
            self._notes[key].setText(f"± {number_words(scale)}")
        self._shown = result.scene, changes
        self._show_lead(result.scene, changes)
        self._show_squares(result.squares)

    def _show_squares(self, squares: tuple[int, int]) -> None:
        self._squares = squares
        self._helps["occlusion"].setText(self._occlusion_words())
        self.maps["occlusion"].setAccessibleDescription(self._occlusion_words())

    def _occlusion_words(self) -> str:
        side, step = self._squares
        if (side, step) == USUAL_SQUARES:
            return self.tr("What is lost when a square of 4 × 4 pixels is wiped out.")
        words = self.tr(
            "What is lost when a square of {side} × {side} pixels is wiped out: one beside the other only, as this "
            "network is large."
        )
        return words.format(side=side)

    # What is heard of the task

    @Slot(object)
    def _on_task_progressed(self, progress: Progress) -> None:
        self._bar.setValue(round(100 * progress.share))

    @Slot()
    def _on_late_timeout(self) -> None:
        self._show_busy(busy=self.task.busy)

    @Slot()
    def _on_task_idle(self) -> None:
        self._late.stop()
        self._show_busy(busy=False)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        """Give up; what is shown is of another image or class, and goes."""
        self.task.give_up()
        self._late.stop()
        self._show_busy(busy=False)
        self._maps, self._shown = {}, None
        for key, picture in self.maps.items():
            picture.set_map(None)
            self._notes[key].setText("")
        self._lead.setText("")

    def _show_busy(self, *, busy: bool) -> None:
        for part in (self._bar, self._cancel):
            part.setVisible(busy)
        if not busy:
            self._bar.setValue(0)

    def _show_lead(self, scene: Scene, changes: PixelChanges) -> None:
        """Say how far the wanted class is from being the answer."""
        assert scene.probabilities is not None
        name, against = scene.classes[changes.target], scene.classes[changes.against]
        share = percent(float(scene.probabilities[changes.target]), 0)
        if changes.lead < 0 and self._in_colour:
            words = self.tr(
                "“{name}” has {share} now. It lies {lead} points behind “{against}”: make the blue pixels brighter and "
                "the orange ones darker, and it comes nearer."
            )
        elif changes.lead < 0:
            words = self.tr(
                "“{name}” has {share} now. It lies {lead} points behind “{against}”: paint the blue pixels and wipe "
                "out the orange ones, and it comes nearer."
            )
        else:
            words = self.tr(
                "“{name}” is the answer already, with {share}: {lead} points ahead of “{against}”. Blue and orange "
                "pixels would make it surer still."
            )
        lead = number_words(abs(changes.lead), 1)
        self._lead.setText(words.format(name=name, share=share, lead=lead, against=against))

    def table(self) -> tuple[list[str], list[list[Any]]]:
        if not self._maps:
            return ["row", "column", *METHODS, "add", "remove"], []
        height, width = next(iter(self._maps.values())).shape
        rows: list[list[Any]] = [
            [row, column, *(float(values[row, column]) for values in self._maps.values())]
            for row in range(height)
            for column in range(width)
        ]
        return ["row", "column", *self._maps], rows


def _second(scene: Scene) -> int:
    """Return the index of the second most probable class."""
    assert scene.probabilities is not None
    order = np.argsort(-scene.probabilities, kind="stable")
    return int(order[min(1, len(order) - 1)])
