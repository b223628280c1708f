"""How little it takes: the drawing, a change of it, and what the model takes it for then, as the slider is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import percent
from gui.stations.challenge.answering import Answering, Question
from gui.stations.challenge.attack_controls import AttackControls
from gui.stations.challenge.reading_column import ReadingColumn
from gui.stations.challenge.view import View
from gui.widgets.images.pixel_picture import PixelPicture
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.stations.challenge.answering import Answer
    from gui.stations.challenge.scene import Scene
    from gui.workbench import Workbench

TIMES = 10  # a change is shown so many times as strong


class FoolView(View):
    """An attack on the present drawing, or on an example."""

    name = "fool"
    needs_image = True
    follows_training = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._answer: Answer | None = None
        self.answering = Answering(self)
        self.controls = AttackControls(self)
        self._verdict = dressed(Label(self, wordWrap=True), name="foolVerdict")
        self.before = ReadingColumn("foolBefore", lambda: self.tr("As it is"), self)
        self.after = ReadingColumn("foolAfter", lambda: self.tr("What becomes of it"), self)
        self.change = dressed(
            PixelPicture(self), accessible=lambda: self.tr("The change, ten times as strong")
        )
        self._size = dressed(Label(self, wordWrap=True), name="foolSize", role="muted")
        heading = dressed(ShortLabel(self), role="heading")
        said(heading.setText, lambda: self.tr("The change × {times}").format(times=TIMES))
        change = QWidget(self)
        column_of(heading, (self.change, 3), self._size, STRETCH, on=change, spacing=4)
        self._sides = QWidget(self)
        row_of((self.before, 1), (change, 1), (self.after, 1), on=self._sides, spacing=16)
        column_of(self.controls, self._verdict, (self._sides, 1), on=self, margins=(14, 4, 14, 10), spacing=8)
        self.controls.changed.connect(self._ask)
        self.answering.answered.connect(self._on_answering_answered)
        self.answering.failed.connect(self.failed)
        follow_language(self, self._show)

    def title(self) -> str:
        return self.tr("Fool it")

    def help_text(self) -> str:
        return self.tr("Change an image a little, and see what the network takes it for")

    def figure(self) -> QWidget:
        return self._sides

    def set_scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        self.controls.set_classes(scene.classes)
        if before is not None and before.challenged is scene.challenged and before.image is scene.image:
            return
        self._ask()

    def give_up(self) -> None:
        self.answering.give_up()

    def shutdown(self) -> None:
        self.answering.shutdown()
        super().shutdown()

    @Slot()
    def _ask(self) -> None:
        """Ask what becomes of the image; the answer comes from beside the window."""
        scene = self._scene
        if scene is not None and scene.image is not None and scene.challenged is not None:
            controls = self.controls
            chosen = controls.attack, controls.strength, controls.aim
            question = Question(scene.challenged, scene.image, *chosen)
            self.answering.ask(question, calm=scene.is_training)

    @Slot(object)
    def _on_answering_answered(self, answer: Answer) -> None:
        self._answer = answer
        self._show()

    def _show(self) -> None:
        answer = self._answer
        if answer is None:
            return
        question, classes = answer.question, answer.question.challenged.saved.classes
        self.before.show_reading(question.image, classes, answer.before)
        self.after.show_reading(answer.result, classes, answer.after)
        self.change.set_numbers(_strongest(answer.change) * TIMES, 1.0)
        self._verdict.setText(self._verdict_words(answer))
        changed = int((np.abs(_strongest(answer.change)) > 0).sum())
        words = self.tr("Blue is added, orange taken away. Pixels changed: {count} of {all}.")
        self._size.setText(words.format(count=changed, all=_strongest(answer.change).size))

    def _verdict_words(self, answer: Answer) -> str:
        """Say in a sentence whether the model is fooled."""
        question, classes = answer.question, answer.question.challenged.saved.classes
        was, became = classes[answer.was], classes[answer.became]
        share = percent(float(answer.after[answer.became]), 0)
        if question.aim == answer.was:
            return self.tr("“{name}” is what it takes it for already.").format(name=was)
        if answer.is_fooled:
            words = self.tr(
                "Fooled: it took this for “{was}”, and takes it for “{became}” now, with {share}."
            )
        elif answer.became != answer.was:
            words = self.tr("Not yet: it takes it for “{became}” now, with {share}, but not for “{aim}”.")
        else:
            words = self.tr("Not fooled: it still takes this for “{became}”, with {share}.")
        aim = "" if question.aim is None else classes[question.aim]
        return words.format(was=was, became=became, share=share, aim=aim)

    def table(self) -> tuple[list[str], list[list[Any]]]:
        head = ["row", "column", "before", "change", "after"]
        if self._answer is None:
            return head, []
        answer = self._answer
        before = _strongest(answer.question.image.astype(np.float32) / 255)
        change, after = _strongest(answer.change), _strongest(answer.result.astype(np.float32) / 255)
        rows = [
            [row, column, *(float(each[row, column]) for each in (before, change, after))]
            for row, column in np.ndindex(*before.shape)
        ]
        return head, rows


def _strongest(numbers: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return numbers ``(H, W)`` or ``(H, W, C)`` as ``(H, W)``: of the channels that which is furthest from 0."""
    if numbers.ndim == 2:
        return numbers
    found = np.abs(numbers).argmax(axis=2, keepdims=True)
    return np.take_along_axis(numbers, found, axis=2)[:, :, 0]
