"""How a recurrent network reads the image: what it remembers and would answer after every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import joined, layer_title, percent, translate_engine
from gui.stations.understand.gates_picture import GatesPicture
from gui.stations.understand.reading_picture import ReadingPicture, read_part
from gui.stations.understand.scale_bar import ScaleBar
from gui.stations.understand.view import View
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.insight.reading import Reading
    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench

STEP_MS, WHOLE_MS = 120, 8_000  # from one step to the next while it plays, and for all of them at most


class ReadingView(View):
    """The image read step by step: the line of reading, the state as a strip, the answer, and the gates of a unit.

    While a drawing is read that lies on the pad, the line moves there, too.
    """

    name = "reading"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._reading: Reading | None = None
        self._is_followed = False  # on the pad
        self.step = self.unit = 0
        self.play_button = dressed(
            QToolButton(self), name="readButton", tip=lambda: self.tr("Read the image step by step, or stop")
        )
        said(self.play_button.setAccessibleName, lambda: self.tr("Read"))
        self._words = dressed(WholeLabel(self), name="readingWords")
        self.layer = dressed(ChoiceBox(self), name="readLayer", accessible=lambda: self.tr("Layer"))
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._unit_words = dressed(WholeLabel(self), role="muted")
        self._scale = ScaleBar("−1", "1", self)
        self.picture = ReadingPicture(self)
        said(self.picture.setAccessibleName, lambda: self.tr("Reading"))
        self.gates = GatesPicture(self)
        said(self.gates.setAccessibleName, lambda: self.tr("The gates of a neuron"))
        self._timer = QTimer(self, interval=STEP_MS)
        about_unit = QWidget(self)
        row_of((self._unit_words, 1), self._scale, on=about_unit, spacing=10)
        self._parts = (self.play_button, self.picture, about_unit, self.gates)
        self.lay_out(
            row_of(self.play_button, (self._words, 1), self.layer, spacing=10),
            *(self.picture, about_unit, self.gates),
        )
        self._show_playing()
        self.play_button.clicked.connect(self.play)
        self.layer.currentIndexChanged.connect(self._on_layer_chosen)
        self._timer.timeout.connect(self._on_timer_timeout)
        for part in (self.picture, self.gates):
            part.step_chosen.connect(self._on_step_chosen)
            part.unit_chosen.connect(self._on_unit_chosen)
            part.play_wanted.connect(self.play)
        follow_language(self, self._say_words)

    def title(self) -> str:
        return self.tr("Reading")

    def help_text(self) -> str:
        return self.tr("What a recurrent network remembers and would answer after every row")

    def against(self, kind: InputKind, goal: Goal) -> str:
        del goal
        return kind.no_parts

    def lacks(self, scene: Scene) -> str:
        from engine.layers.recurrent import RecurrentLayer
        from engine.models.parts import layers

        if any(isinstance(layer, RecurrentLayer) for _name, _part, layer in layers(scene.model)):
            return ""
        return self.tr(
            "This network reads no rows: it sees the image at once. Add an LSTM or GRU to see one read."
        )

    def set_scene(self, scene: Scene) -> None:
        if scene.image is None:
            return
        before, self._scene = self._scene, scene
        if before is None or before.image is None or not np.array_equal(before.image, scene.image):
            self._end(at_last=self._timer.isActive())
        self._look()

    def _look(self) -> None:
        """Look how the chosen layer reads the image now."""
        from engine.insight.reading import read_through

        scene = self._scene
        assert scene is not None
        assert scene.image is not None
        before = self._reading
        self._reading = found = read_through(scene.model, scene.image, self.layer.currentData() or "")
        for part in self._parts:
            part.setVisible(found is not None)
        self._show_layers()
        if found is None:
            self._end()
        else:
            was_at_end = before is None or self.step >= before.count - 1
            self.step = found.count - 1 if was_at_end and not self._timer.isActive() else self.step
            self.step = min(self.step, found.count - 1)
            self.unit = min(self.unit, len(found.states) - 1)
            pause = max(1, min(STEP_MS, WHOLE_MS // found.count))
            if pause != self._timer.interval():  # setting it would let a step wait anew
                self._timer.setInterval(pause)
            self.picture.set_reading(scene, found)
            self.gates.set_gates(found.gates(self.unit), len(found.states))
        self._show_place()

    def _show_layers(self) -> None:
        """Let one of several layers be chosen."""
        names = () if self._reading is None else self._reading.layers
        self.layer.blockSignals(True)
        if names != tuple(self.layer.itemData(row) for row in range(self.layer.count())):
            self.layer.clear()
            for name in names:
                self.layer.addItem(layer_title(name), name)
        if self._reading is not None:
            self.layer.setCurrentIndex(names.index(self._reading.layer))
        self.layer.blockSignals(False)
        self.layer.setVisible(len(names) > 1)

    @Slot()
    def play(self) -> None:
        """Read from the step that is shown, or from the beginning where that is the last; or stop there."""
        if self._timer.isActive():
            self._end()
        elif self._reading is not None:
            self._is_followed = True
            if self.step >= self._reading.count - 1:
                self.step = 0
            self._timer.start()
            self._show_playing()
            self._show_place()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._reading is None or self.step >= self._reading.count - 1:
            self._end()
            return
        self.step += 1
        self._show_place()

    def _end(self, *, at_last: bool = False) -> None:
        """Read on no more; nothing is shown on the pad until the person goes on.

        Args:
            at_last: Whether the last step is shown, and not that which was come to.
        """
        self._timer.stop()
        self._show_playing()
        self._is_followed = False
        if at_last and self._reading is not None:
            self.step = self._reading.count - 1
        self._tell_pad()

    def _show_playing(self) -> None:
        icons.set_icon(self.play_button, "pause" if self._timer.isActive() else "play")

    @Slot(int)
    def _on_step_chosen(self, step: int) -> None:
        self._timer.stop()
        self._show_playing()
        self._is_followed = True
        self.step = step
        self._show_place()

    @Slot(int)
    def _on_unit_chosen(self, unit: int) -> None:
        self.unit = unit
        if self._reading is not None:
            self.gates.set_gates(self._reading.gates(unit), len(self._reading.states))
        self._show_place()

    @Slot()
    def _on_layer_chosen(self) -> None:
        if self._scene is not None:
            self._look()

    def _show_place(self) -> None:
        self._say_words()
        for part in (self.picture, self.gates):
            part.set_place(self.step, self.unit)
        self._tell_pad()

    def _tell_pad(self) -> None:
        """Let the pad show how far its drawing is read, where that is what is read here."""
        found, scene = self._reading, self._scene
        is_shown = self._is_followed and scene is not None and scene.is_drawing and self.isVisible()
        if is_shown and found is not None and self.step < found.count - 1:
            self.read_so_far.emit(read_part(found, self.step))
        else:
            self.read_so_far.emit(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end()

    def _say_words(self) -> None:
        found, scene = self._reading, self._scene
        if found is None or scene is None:
            return
        for row in range(self.layer.count()):
            self.layer.setItemText(row, layer_title(self.layer.itemData(row)))
        words = self.tr("{layer}, neuron {unit}: its gates over the steps")
        if self.unit >= found.described.units:
            words = self.tr("{layer}, neuron {unit}, which reads from the last step to the first: its gates")
        self._unit_words.setText(words.format(layer=layer_title(found.layer), unit=self.unit + 1))
        if found.answers is None or found.settled is None:
            self._words.setText(translate_engine(found.why_no_answers))
            return
        shares = found.answers[self.step]
        after, mind, at_last = self._after()
        if found.settled == found.count - 1:  # nothing follows in which it could stay in front
            mind = at_last if found.count > 1 else ""
        now = after.format(
            step=self.step + 1,
            count=found.count,
            name=scene.classes[int(shares.argmax())],
            share=percent(float(shares.max()), 0),
        )
        final = scene.classes[int(found.answers[-1].argmax())]
        self._words.setText(joined([now, mind.format(step=found.settled + 1, name=final)]))

    def _after(self) -> tuple[str, str, str]:
        """Return what is said of a step, of that with which the network makes up its mind, and where it is the last."""
        assert self._reading is not None
        rows, columns = (len(ends) - 1 for ends in self._reading.edges)
        if columns == 1:
            return (
                self.tr("After row {step} of {count}: {name}, {share}."),
                self.tr("It makes up its mind at row {step}: from there to the end, {name} stays in front."),
                self.tr("It makes up its mind at the last row: before it, another answer is in front."),
            )
        if rows == 1:
            return (
                self.tr("After column {step} of {count}: {name}, {share}."),
                self.tr(
                    "It makes up its mind at column {step}: from there to the end, {name} stays in front."
                ),
                self.tr("It makes up its mind at the last column: before it, another answer is in front."),
            )
        return (
            self.tr("After step {step} of {count}: {name}, {share}."),
            self.tr("It makes up its mind at step {step}: from there to the end, {name} stays in front."),
            self.tr("It makes up its mind at the last step: before it, another answer is in front."),
        )

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
