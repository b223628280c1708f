"""How a recurrent network reads the image: what it remembers and would answer after every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from engine.choices import Reading as Order
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import layer_title, percent
from gui.stations.understand.gates_picture import GatesPicture
from gui.stations.understand.reading_picture import ReadingPicture
from gui.stations.understand.view import View
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.insight import Reading
    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench

STEP_MS = 120  # from one step to the next while it plays


class ReadingView(View):
    """The image read step by step: the line of reading, the state as a strip, the answer, and the gates of a unit."""

    name = "reading"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._reading: Reading | None = None
        self.step = self.unit = 0
        self.play_button = dressed(
            QToolButton(self), name="readButton", tip=lambda: self.tr("Read the image from its beginning")
        )
        said(self.play_button.setAccessibleName, lambda: self.tr("Read"))
        self._words = dressed(WholeLabel(self), name="readingWords")
        self._unit_words = dressed(WholeLabel(self), role="muted")
        self.picture = ReadingPicture(self)
        said(self.picture.setAccessibleName, lambda: self.tr("Reading"))
        self.gates = GatesPicture(self)
        said(self.gates.setAccessibleName, lambda: self.tr("The gates of a neuron"))
        self._timer = QTimer(self, interval=STEP_MS)
        self.lay_out(
            row_of(self.play_button, (self._words, 1), spacing=10),
            *(self.picture, self._unit_words, self.gates),
        )
        self._show_playing()
        self.play_button.clicked.connect(self._on_play_button_clicked)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.picture.step_chosen.connect(self._on_picture_step_chosen)
        self.picture.unit_chosen.connect(self._on_picture_unit_chosen)
        follow_language(self, self._say_words)

    def title(self) -> str:
        return self.tr("Reading")

    def help_text(self) -> str:
        return self.tr("What a recurrent network remembers and would answer after every row")

    def set_scene(self, scene: Scene) -> None:
        from engine.insight import read_through

        if scene.image is None:
            return
        before, self._scene = self._reading, scene
        self._reading = found = read_through(scene.model, scene.image)
        for part in (self.play_button, self.picture, self._unit_words, self.gates):
            part.setVisible(found is not None)
        if found is None:
            self._end()
        else:
            was_at_end = before is None or self.step >= before.count - 1
            self.step = found.count - 1 if was_at_end and not self._timer.isActive() else self.step
            self.step = min(self.step, found.count - 1)
            self.unit = min(self.unit, len(found.states) - 1)
            self.picture.set_reading(scene, found)
        self._show_place()

    @Slot()
    def _on_play_button_clicked(self) -> None:
        if self._timer.isActive():
            self._end()
        elif self._reading is not None:
            if self.step >= self._reading.count - 1:
                self.step = 0
            self._timer.start()
            self._show_playing()
            self._show_place()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._reading is None or self.step >= self._reading.count - 1 or not self.isVisible():
            self._end()
            return
        self.step += 1
        self._show_place()

    def _end(self) -> None:
        self._timer.stop()
        self._show_playing()

    def _show_playing(self) -> None:
        icons.set_icon(self.play_button, "pause" if self._timer.isActive() else "play")

    @Slot(int)
    def _on_picture_step_chosen(self, step: int) -> None:
        self._end()
        self.step = step
        self._show_place()

    @Slot(int)
    def _on_picture_unit_chosen(self, unit: int) -> None:
        self.unit = unit
        self._show_place()

    def _show_place(self) -> None:
        self._say_words()
        if self._reading is not None:
            self.picture.set_place(self.step, self.unit)
            self.gates.set_gates(self._reading.gates(self.unit), self.step)

    def _say_words(self) -> None:
        found, scene = self._reading, self._scene
        if found is None or scene is None:
            self._words.setText(
                self.tr(
                    "This network reads no rows: it sees the image at once. Add an LSTM or GRU to see one read."
                )
            )
            return
        self._unit_words.setText(
            self.tr("{layer}, neuron {unit}: its gates over the steps").format(
                layer=layer_title(found.layer), unit=self.unit + 1
            )
        )
        if found.answers is None:
            self._words.setText(
                self.tr("The layers behind take all steps at once: there is no answer before the last.")
            )
            return
        shares = found.answers[self.step]
        words = self._after()
        self._words.setText(
            words.format(
                step=self.step + 1,
                count=found.count,
                name=scene.classes[int(shares.argmax())],
                share=percent(float(shares.max()), 0),
            )
        )

    def _after(self) -> str:
        assert self._reading is not None
        if not self._reading.reads_image:
            return self.tr("After step {step} of {count}: {name}, {share}")
        if self._reading.described.reading is Order.COLUMNS:
            return self.tr("After column {step} of {count}: {name}, {share}")
        return self.tr("After row {step} of {count}: {name}, {share}")

    def figure(self) -> QWidget:
        return self.picture

    def table(self) -> tuple[list[str], list[list[Any]]]:
        found, scene = self._reading, self._scene
        if found is None or scene is None:
            return ["step"], []
        names = [] if found.answers is None else list(scene.classes)
        units = [f"unit {unit + 1}" for unit in range(len(found.states))]
        rows: list[list[Any]] = []
        for step in range(found.count):
            answers = [] if found.answers is None else found.answers[step].tolist()
            rows.append([step + 1, *answers, *found.states[:, step].tolist()])
        return ["step", *names, *units], rows

    def shutdown(self) -> None:
        self._timer.stop()
        super().shutdown()
