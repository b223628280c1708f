"""How little it takes: the drawing, a change of it, and what the model takes it for then, as the slider is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from engine.lessons.state import Deed
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.stations.challenge.answering import Answering, Finding, Question
from gui.stations.challenge.attack_controls import AttackControls
from gui.stations.challenge.fool_words import none_found, verdict
from gui.stations.challenge.reading_column import ReadingColumn
from gui.stations.challenge.second_model import SecondModel
from gui.stations.challenge.view import View
from gui.widgets.images.pixel_picture import PixelPicture
from gui.widgets.layouts import column_of
from gui.widgets.short_label import ShortLabel
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from gui.stations.challenge.answering import Answer
    from gui.stations.challenge.scene import Scene
    from gui.workbench import Workbench

TIMES = 10  # a change is shown so many times as strong
SOON_MS = 400  # milliseconds after which looking for the smallest change can be cancelled


class FoolView(View):
    """An attack on the present drawing, or on an example."""

    name = "fool"
    needs_image = True
    follows_training = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._answer: Answer | None = None
        self._in_vain: Question | None = None  # for which no change was found
        self.answering, self.finding = Answering(self), Finding(self)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self.controls = AttackControls(self)
        self.find_button = dressed(
            QPushButton(self),
            text=lambda: self.tr("Find the smallest"),
            name="findSmallest",
            tip=lambda: self.tr("Look for the smallest change of this kind that fools the network"),
        )
        self.cancel_button = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelSmallest")
        self.cancel_button.hide()
        self.controls.add(self.find_button)
        self.controls.add(self.cancel_button)
        self._verdict = dressed(WholeLabel(parent=self, least_lines=2), name="foolVerdict")
        self._sides = QWidget(self)
        self.second = SecondModel(self.workbench, lambda: self.tr("Shuffled"), self._sides)
        self.before = ReadingColumn("foolBefore", lambda: self.tr("As it is"), self._sides)
        self.after = ReadingColumn("foolAfter", lambda: self.tr("Changed"), self._sides)
        self.beside = ReadingColumn(
            "foolBeside", lambda: self.tr("What stands beside it"), self._sides, head=self.second
        )
        self.change = dressed(
            PixelPicture(self._sides), accessible=lambda: self.tr("The change, ten times as strong")
        )
        self._size = dressed(WholeLabel(parent=self._sides), name="foolSize", role="muted")
        heading = dressed(ShortLabel(self._sides), role="heading")
        said(heading.setText, lambda: self.tr("Change × {times}").format(times=TIMES))
        grid = QGridLayout(self._sides)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, column in ((0, self.before), (2, self.after), (3, self.beside)):
            column.put(grid, place)
        grid.addWidget(heading, 0, 1)
        grid.addWidget(self.change, 1, 1)
        grid.addWidget(self._size, 2, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        for row, stretch in ((1, 3), (3, 2)):
            grid.setRowStretch(row, stretch)
        grid.setColumnStretch(1, 1)
        column_of(
            self.controls,
            self._verdict,
            (self._sides, 1),
            on=self,
            margins=(14, 4, 14, 10),
            spacing=8,
        )

    def _connect(self) -> None:
        self.controls.changed.connect(self._ask)
        self.second.changed.connect(self._ask)
        self.second.failed.connect(self.failed)
        self.answering.answered.connect(self._on_answering_answered)
        self.answering.failed.connect(self.failed)
        self.find_button.clicked.connect(self._on_find_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.finding.found.connect(self._on_finding_found)
        self.finding.ended.connect(self._on_finding_ended)
        self.finding.failed.connect(self.failed)
        self._soon.timeout.connect(self._on_soon_timeout)

    def title(self) -> str:
        return self.tr("Fool it")

    def help_text(self) -> str:
        return self.tr("Change an image a little, and see what the network takes it for")

    def caption(self) -> str:
        return self._verdict.text() or self.title()

    def figure(self) -> QWidget:
        return self._sides

    # What is asked

    def against(self, kind: InputKind, goal: Goal) -> str:
        return kind.no_attack or goal.no_attack

    def set_scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        self.controls.set_classes(scene.classes)
        assert scene.challenged is not None
        self.second.set_first(scene.challenged)
        if before is None or before.challenged is not scene.challenged or before.image is not scene.image:
            self._ask()

    def give_up(self) -> None:
        self._scene = None  # asked anew when it comes back
        self.answering.give_up()
        self.finding.give_up()

    def shutdown(self) -> None:
        self.answering.shutdown()
        self.finding.shutdown()
        super().shutdown()

    @Slot()
    def _ask(self) -> None:
        """Ask what becomes of the image; the answer comes from beside the window."""
        question = self._question()
        self._in_vain = None
        self.finding.give_up()
        if question is not None:
            self.answering.ask(question, calm=self._scene is not None and self._scene.is_training)

    def _question(self) -> Question | None:
        scene, controls = self._scene, self.controls
        if scene is None or scene.image is None or scene.challenged is None:
            return None
        return Question(
            scene.challenged,
            scene.image,
            controls.attack,
            controls.strength,
            controls.aim,
            self.second.model,
            label=scene.label,
        )

    @Slot()
    def _on_find_clicked(self) -> None:
        question = self._question()
        if question is not None:
            self.answering.give_up()
            self.finding.ask(question)
            self._soon.start()

    @Slot()
    def _on_soon_timeout(self) -> None:
        self._offer(self.cancel_button, self.find_button)

    def _offer(self, button: QPushButton, before: QPushButton) -> None:
        """Put a button in the place of another, and the focus with it."""
        has_focus = before.hasFocus()
        button.show()
        if has_focus:
            button.setFocus()
        before.hide()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._ask()

    @Slot(object)
    def _on_finding_found(self, answer: Answer | None) -> None:
        if answer is None:
            self._in_vain = self._question()
            self._show()
            return
        self.controls.show_strength(answer.question.strength)
        self._on_answering_answered(answer)

    @Slot()
    def _on_finding_ended(self) -> None:
        self._soon.stop()
        self._offer(self.find_button, self.cancel_button)

    @Slot(object)
    def _on_answering_answered(self, answer: Answer) -> None:
        self._answer = answer
        self._show()
        if answer.is_fooled and not answer.is_wrong:
            self.achieved.emit(Deed("fooled", "", {"strength": answer.question.strength}))

    # What is shown

    def _show(self) -> None:
        answer = self._answer
        if answer is None:
            return
        question, classes = answer.question, answer.question.challenged.saved.classes
        self.before.show_reading(question.image, classes, answer.before)
        self.after.show_reading(answer.result, classes, answer.after)
        self.beside.show_reading(answer.beside, classes, answer.beside_after)
        change = _strongest(answer.change)
        self.change.set_numbers(change * TIMES, 1.0)
        self._verdict.setText(none_found(self._in_vain) if self._in_vain is not None else verdict(answer))
        words = self.tr("Blue is added, orange taken away. Pixels changed: {count} of {all}.")
        self._size.setText(words.format(count=int((change != 0).sum()), all=change.size))

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
