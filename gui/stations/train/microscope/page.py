"""One training step, phase by phase: the network's picture, the arithmetic beside it, and what moves both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QSplitter,
    QToolButton,
    QWidget,
)

from engine.training.events import StepTraced
from engine.visible import visible
from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.plain import MOST_IN_CAPTION, shortened
from gui.look.spoken import follow_language
from gui.look.text_size import px, sized
from gui.look.words import translate_engine
from gui.stations.train.microscope import words
from gui.stations.train.microscope.paper import paper
from gui.stations.train.microscope.phases import instant_at
from gui.stations.train.microscope.picture import StepPicture
from gui.stations.train.microscope.scene import Names, Scene, scene_of
from gui.stations.train.microscope.transport import Transport
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.short_label import ShortLabel
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from engine.training.step_trace import StepTrace
    from gui.workbench import Workbench

NARROW = 300  # pixels in width, of the picture and the arithmetic below each other
SHARES = [640, 360]  # of the room, for the picture and the arithmetic
BESIDE = 620  # pixels in width, at 100 %, from which the arithmetic stands beside the picture


class Microscope(QWidget):
    """Shows the step that was taken last, and lets one look at every number of it.

    Args:
        workbench: Whose training.
        parent: The widget it belongs to.

    Attributes:
        picture: The network.
        transport: What moves the animation.

    Signals:
        close_wanted: It is to go.
    """

    close_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("microscope")
        self._workbench = workbench
        self._scene: Scene | None = None
        self._written: tuple[object, ...] = ()  # what the paper shows
        self._build_ui()
        self._connect()
        follow_language(self, self._say)

    def _build_ui(self) -> None:
        self._title = dressed(ShortLabel(self), name="phaseTitle", role="heading")
        self._next = dressed(QPushButton(self), name="nextStepButton")
        close = lambda: self.tr("Close the microscope (Esc)")  # noqa: E731
        self._close = dressed(QToolButton(self), name="closeMicroscopeButton", tip=close, accessible=close)
        icons.set_icon(self._close, "remove", "text_muted")
        self._sentence = dressed(WholeLabel(self, least_lines=2), name="phaseSentence", role="muted")

        self.picture = StepPicture(self)
        self._paper = dressed(Label(self), name="stepPaper")
        self._paper.setWordWrap(True)
        self._paper.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._paper.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._paper.setContentsMargins(8, 4, 8, 4)
        self._scroll = dressed(
            QScrollArea(self), name="stepPaperScroll", accessible=lambda: self.tr("The arithmetic")
        )
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._paper)
        self._scroll.setMinimumSize(px(200), px(90))
        self._splitter = dressed(QSplitter(Qt.Orientation.Horizontal, self), name="microscopeSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.picture)
        self._splitter.addWidget(self._scroll)
        # Side by side it would ask for more width than it needs, as it can stand in a column.
        self._splitter.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        sized(self._splitter.setMinimumWidth, NARROW, share=0.5)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes(SHARES)

        self.transport = Transport(self)
        self._example = dressed(
            QSpinBox(self),
            name="exampleSpin",
            accessible=lambda: self.tr("Example of the batch"),
            tip=lambda: self.tr("Which example of the batch is followed"),
        )
        self._example.setWrapping(True)
        self._example.setKeyboardTracking(False)
        step = QWidget(self)  # also while there is nothing in it: what is above stays there
        step.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        below = row_of((self.transport, 1), self._example, spacing=8)
        column_of((self._splitter, 1), below, on=step, spacing=4)
        head = row_of((self._title, 1), self._next, self._close, spacing=6)
        column_of(head, self._sentence, (step, 1), on=self, margins=(12, 8, 10, 8), spacing=4)

    def _connect(self) -> None:
        bench = self._workbench
        bench.training_event.connect(self._on_workbench_training_event)
        bench.run_started.connect(self._on_workbench_run_started)
        bench.data_changed.connect(self._say)
        bench.model_changed.connect(self._say)
        bench.state_changed.connect(self._say_next)
        self._next.clicked.connect(bench.step_batch)
        self._close.clicked.connect(self.close_wanted)
        self.transport.moved.connect(self._on_transport_moved)
        self.picture.unit_chosen.connect(self._on_picture_unit_chosen)
        self.picture.weight_chosen.connect(self._on_picture_weight_chosen)
        self.picture.turned.connect(self._on_picture_turned)
        self._example.valueChanged.connect(self._on_example_value_changed)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        for keys, do in (("Esc", self.close_wanted.emit), ("P", self.transport.toggle)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # What is shown

    @property
    def scene(self) -> Scene | None:
        """What is shown; None before there is a step."""
        return self._scene

    def set_trace(self, trace: StepTrace, names: Names) -> None:
        """Show a step from its beginning, along the same units as the one before where it has them.

        Args:
            trace: The step.
            names: How its inputs and classes are called.
        """
        scene, before = scene_of(trace, names), self._scene
        if before is not None and [scene.units(n) for n in range(scene.columns)] == [
            before.units(n) for n in range(before.columns)
        ]:
            scene = _along(scene, before)
        self._scene = scene
        self._example.blockSignals(True)
        self._example.setRange(1, trace.size)
        self._example.setValue(scene.example + 1)
        self._example.blockSignals(False)
        self.transport.set_phases(len(scene.phases))
        self._say()

    def take_focus(self) -> None:
        """Let keys be heard by what is in sight: the picture, or what takes the first step."""
        first = self._next if self._next.isEnabled() else self._close
        (first if self._scene is None else self.picture).setFocus()

    def clear(self) -> None:
        """Show no step."""
        self._scene = None
        self.transport.pause()
        self.picture.set_scene(None)
        self._say()

    def _show(self) -> None:
        scene = self._scene
        self.picture.set_scene(scene)
        if scene is None:
            return
        said_of = (scene.instant.number, scene.example, scene.path, scene.column, id(scene.trace))
        if said_of != self._written:  # words change with the phase, not with each frame
            self._written = said_of
            self._write(scene)

    def _write(self, scene: Scene) -> None:
        title = self.tr("Step {step} · {phase}").format(
            step=words.whole(scene.trace.place.step), phase=words.stage_title(scene, scene.phase)
        )
        self._title.set_words(title, words.stage_title(scene, scene.phase))
        self._sentence.setText(words.stage_sentence(scene, scene.phase))
        self._paper.setFont(theme.tabular_font(self.font()))
        self._paper.set_markup(paper(scene))
        self.picture.describe()

    @Slot()
    def _say_next(self) -> None:
        """Say whether a step goes on with a run or begins another."""
        text, tip = self.tr("Next step"), self.tr("Train one batch, and look at it (F6)")
        if not self._workbench.running:
            text = self.tr("First step")
            tip = self.tr("Begin a run from new random weights, and look at its first batch (F6)")
        dressed(self._next, text=text, tip=tip)

    @Slot()
    def _say(self) -> None:
        self._say_next()
        self._written = ()
        scene = self._scene
        for part in (self._splitter, self.transport, self._example):
            part.setVisible(scene is not None)
        refusal = self._workbench.goal.no_arithmetic
        self._next.setEnabled(not refusal)
        if scene is None:
            self._title.set_words(self.tr("One step under the microscope"))
            if refusal:
                self._sentence.setText(translate_engine(refusal))
                return
            self._sentence.setText(
                self.tr(
                    "Take one step of training: what it computes is written out here, forwards, backwards, and into "
                    "the weights."
                )
            )
            return
        form = self.tr("Example {number} of {count}").replace("{count}", words.whole(scene.trace.size))
        before, _, after = form.partition("{number}")
        self._example.setPrefix(before)
        self._example.setSuffix(after)
        self._show()

    # What is heard

    @Slot(object)
    def _on_workbench_training_event(self, event: object) -> None:
        if isinstance(event, StepTraced):
            self.set_trace(event.trace, self._names())
            if self.isVisible():
                self.transport.toggle()

    def _names(self) -> Names:
        """Return how inputs and classes of the run under way are called."""
        bench = self._workbench
        split = bench.current_model.run_data or bench.data
        if split is None:
            return Names(())
        features = (feature.name for feature in getattr(split.train, "features", ()))
        return Names(
            tuple(map(_short, split.classes)), tuple(map(_short, features)), tuple(split.train.image_shape)
        )

    @Slot()
    def _on_workbench_run_started(self) -> None:
        self.clear()

    @Slot(object)
    def _on_transport_moved(self, position: float) -> None:
        if self._scene is not None:
            self._scene = self._scene.at(instant_at(position))
            self._show()

    @Slot(int, int)
    def _on_picture_unit_chosen(self, column: int, unit: int) -> None:
        if self._scene is not None:
            self._choose(self._scene.chosen(column, unit))

    @Slot(int, int, int)
    def _on_picture_weight_chosen(self, column: int, source: int, unit: int) -> None:
        if self._scene is not None:
            self._choose(self._scene.weight_chosen(column, source, unit))

    @Slot(str, int)
    def _on_picture_turned(self, what: str, by: int) -> None:
        scene = self._scene
        if scene is None:
            return
        if what == "phase":
            self.transport.step(by)
        elif what == "layer":
            column = min(max(1, scene.column + by), len(scene.layers))
            self._choose(scene.chosen(column, scene.path[column]))
        else:
            column = scene.column if what == "unit" else scene.column - 1
            kept, unit = scene.column, (scene.path[column] + by) % scene.units(column)
            moved = scene.chosen(column, unit)
            self._choose(moved.chosen(kept, moved.path[kept]))

    def _choose(self, scene: Scene) -> None:
        self.transport.pause()
        self._scene = scene
        self._show()

    @Slot(int)
    def _on_example_value_changed(self, value: int) -> None:
        if self._scene is not None:
            self._scene = self._scene.of_example(value - 1)
            self._show()

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self._say()

    # Its size and coming and going

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = across if self.width() >= px(BESIDE) else down
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
            self._splitter.setSizes(SHARES)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on each step that is asked for alone is told with all its numbers."""
        super().showEvent(event)
        self._workbench.trainer.trace_steps(wanted=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: steps cost nothing more than before."""
        self._workbench.trainer.trace_steps(wanted=False)
        super().hideEvent(event)


def _short(name: str) -> str:
    """Return a name as a picture shows it: one line of letters, and not too many."""
    return shortened(visible(name), MOST_IN_CAPTION)


def _along(scene: Scene, before: Scene) -> Scene:
    """Return a scene along the path of another, whose network has the same units; the right class stays the scene's."""
    for column, unit in enumerate(before.path[:-1]):
        scene = scene.chosen(column, unit)
    return scene.chosen(before.column, scene.path[before.column])
