"""The pad of a plane: its points and the network's answer everywhere; points are added, carried and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from engine.data.plane.ground import plane_of
from engine.goals.registry import CLASSES
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.icons import set_icon
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language, said
from gui.look.text_size import follow_size, sized
from gui.look.words import plain_number
from gui.pad.answer import Answer, ShownReading
from gui.pad.face import FaceWidget
from gui.pad.plane.brushes import Brushes
from gui.pad.plane.data_points import DataPoints
from gui.pad.probability_bars import ProbabilityBars
from gui.pad.undo_tip import undo_tip
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.message_box import MessageBox
from gui.widgets.plane.canvas import PlaneCanvas
from gui.widgets.plane.legend import PlaneLegend
from gui.widgets.plane.view import LEAST
from gui.widgets.text_dialog import ask_class_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from engine.inputs.feature import Feature
    from gui.widgets.plane.view import Predictor
    from gui.workbench import Workbench

ANSWER_HEIGHT = 40  # pixels
BAR_HEIGHT = 34  # pixels of a class, at most
LEAST_BARS = 44
MARGIN = 8


class PlanePad(FaceWidget):
    """Joins the plane, the classes to put down, and the answer at the place that is looked at.

    Without a workbench there are no points, and nothing can be put down.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planePad")
        self._bench: Workbench | None = None
        self._is_coming = False
        self._reading: tuple[str, float] | None = None
        self._data = DataPoints()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build_ui()
        self._connect()
        follow_language(self, self._show_answer)
        follow_language(self, self._say_undo)
        self._show_points()

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        said(self.setAccessibleName, lambda: self.tr("Pad"))
        self._notice = dressed(Label(self, wordWrap=True), name="planeNotice", banner="warning")
        self._notice.hide()
        self.canvas = dressed(PlaneCanvas(self), name="planeCanvas")
        self.canvas.set_opaque()
        self.canvas.set_empty_text(lambda: self.tr("Click to put points down"))
        self.brushes = Brushes(self)
        self._undo, self._redo = (
            self._tool("undoPointButton", "undo", lambda: self.tr("Undo")),
            self._tool("redoPointButton", "redo", lambda: self.tr("Redo")),
        )
        self._clear = self._tool("clearPointsButton", "clear", lambda: self.tr("Delete all points"))
        self._tools = QWidget(self)
        row_of(self.brushes, STRETCH, self._undo, self._redo, self._clear, on=self._tools, spacing=2)
        self._legend = PlaneLegend(self)
        self._answer = dressed(Answer(self), name="planeAnswer")
        sized(self._answer.setFixedHeight, ANSWER_HEIGHT)
        follow_size(self._answer, lambda: self._answer.set_scale(theme.scale()))
        self.bars = dressed(ProbabilityBars(self), name="planeBars")
        sized(self.bars.setMinimumHeight, LEAST_BARS)
        parts = (
            (self.canvas, 8),
            self._legend,
            self._tools,
            self._answer,
            (self.bars, 1),
            self._notice,  # last: the first point that is put down brings it, and no place moves under the mouse
            STRETCH,
        )
        column_of(*parts, on=self, margins=MARGIN, spacing=6)

    def _tool(self, name: str, icon: str, words: Words) -> QToolButton:
        button = dressed(QToolButton(self), name=name, accessible=words, tip=words)
        set_icon(button, icon)
        return button

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.place_changed.connect(self._show_answer)
        canvas.points_wanted.connect(self._on_canvas_points_wanted)
        canvas.point_moved.connect(self._on_canvas_point_moved)
        canvas.points_unwanted.connect(self._on_canvas_points_unwanted)
        self.brushes.chosen.connect(canvas.set_brush)
        self.brushes.name_wanted.connect(self._on_brushes_name_wanted)
        self._soon.timeout.connect(self._show_points)

    def set_bench(self, bench: Workbench) -> None:
        """Take the workbench whose data and model are shown."""
        self._bench = self._data.bench = bench
        bench.data_changed.connect(self._soon.start)
        bench.experiment_changed.connect(self._soon.start)
        bench.own_points.changed.connect(self._show_points)
        bench.state_changed.connect(self._show_state)
        stack = bench.undo_stack
        self._undo.clicked.connect(stack.undo)
        self._redo.clicked.connect(stack.redo)
        self._clear.clicked.connect(self._on_clear_clicked)
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._say_undo)
        stack.redoTextChanged.connect(self._say_undo)
        self._say_undo()
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        self._show_state()
        self._show_points()

    # What others set

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Take what the network, or before there is one the data, are told of each point."""
        plane = plane_of(features)
        if plane is not None:
            self.canvas.set_plane(plane)
            self._show_points()

    def set_predictor(
        self, predictor: Predictor | None, classes: Sequence[str], goal: str = CLASSES.name
    ) -> None:
        """Take the network that is asked.

        Args:
            predictor: From rows ``(N, F)`` float32 to probabilities ``(N, classes)``, or numbers ``(N, 1)``; None while
                there is none.
            classes: The names of its classes, or of its number.
            goal: What it gives.
        """
        self.bars.set_classes(tuple(classes))
        sized(self.bars.setMaximumHeight, max(LEAST_BARS, BAR_HEIGHT * len(classes)))
        self.bars.setVisible(goal == CLASSES.name)
        self.canvas.set_predictor(predictor, classes, goal)
        self._show_legend()
        self._show_answer()

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others."""
        self.canvas.refresh()
        self._show_answer()

    def set_notice(self, text: str) -> None:
        """Show a sentence below all; empty hides it."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def set_coming(self, is_coming: bool) -> None:
        """Say where there is no network yet that one is on its way, or how one comes."""
        if is_coming != self._is_coming:
            self._is_coming = is_coming
            self._show_answer()

    def example(self) -> NDArray[np.float32] | None:
        """Return what the network is told of the place that is looked at, ``(F,)``; None where none is."""
        place = self.canvas.place
        return None if place is None else self.canvas.plane.rows(np.array([place], np.float32))[0]

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the class that is answered at the place that is looked at; nothing of a number, or without one."""
        return [] if self._reading is None else [self._reading]

    def set_example(self, example: NDArray[np.float32]) -> None:
        """Look at the place that an example is from."""
        found = self.canvas.plane.points(example[None])
        if found is not None:
            self.canvas.look_at(*found[0].tolist())

    # What is shown

    @Slot()
    def _say_undo(self) -> None:
        """Say what would be undone: it may be a setting that was changed last, and not a point."""
        stack = None if self._bench is None else self._bench.undo_stack
        if stack is not None and not isValid(stack):
            return  # a stack tells of its end as of any other change
        undone, redone = ("", "") if stack is None else (stack.undoText(), stack.redoText())
        keys = QKeySequence.StandardKey
        self._undo.setToolTip(plain(undo_tip(self.tr("Undo"), undone, keys.Undo)))
        self._redo.setToolTip(plain(undo_tip(self.tr("Redo"), redone, keys.Redo)))

    @Slot()
    def _show_state(self) -> None:
        self.canvas.set_live(self._bench is not None and self._bench.running)

    @Slot()
    def _show_points(self) -> None:
        """Show the points of the data at hand."""
        self._data.look()
        points = self._data
        self.canvas.set_points(points.places, points.labels, points.is_unlearnt, points.classes)
        self._show_legend()
        can_be_own = points.is_drawn and not self.canvas.points.have_numbers
        editable = self._bench is not None and self.canvas.plane.is_drawn and can_be_own
        self.canvas.set_editable(editable)
        for widget in (self.brushes, self._undo, self._redo, self._clear):
            widget.setVisible(editable)
        self._clear.setEnabled(points.are_own and len(points.labels) > 0)
        names = tuple(dict.fromkeys((*points.classes, *self.brushes.names[len(points.classes) :])))
        self.brushes.set_names(names if points.are_own else points.classes)
        self._show_answer()

    def _show_legend(self) -> None:
        canvas = self.canvas
        self._legend.set_heights(canvas.heights if canvas.gives_number else None)

    @Slot()
    def _show_answer(self) -> None:
        """Say what the network answers at the place that is looked at."""
        place = self.canvas.place
        answer = None if place is None else self.canvas.answer_at(*place)
        self._reading = None
        if answer is not None and self.canvas.gives_number:
            self._answer.show_readings(
                [ShownReading(self.bars.classes[0], plain_number(float(answer[0])))], 0
            )
        elif answer is not None and len(answer) == len(self.bars.classes):
            self.bars.set_probabilities(answer)
            best = int(np.argmax(answer))
            self._reading = name, share = self.bars.classes[best], float(answer[best])
            self._answer.show_readings([ShownReading(name, self.bars.words_for(share))], 0)
        else:
            self.bars.set_probabilities(None)
            if not self.canvas.has_network and self._is_coming:
                words = self.tr("The network is on its way …")
            elif not self.canvas.has_network:
                words = self.tr("Train, and watch its answer come")
            elif place is None:
                words = self.tr("Point at a place")
            else:
                words = self.tr("No answer")
            self._answer.say(words, "muted")
        self.answered.emit()

    # What is done

    def _own(self, text: Words, change: Callable[[Sequence[str]], bool]) -> None:
        """Make a change of one's own points; others are copied first, all undone as one.

        Args:
            text: What it is called where it can be undone.
            change: Makes it; given the ids of the points in the order in which they were shown.
        """
        bench = self._bench
        if bench is None:
            return
        if self._data.are_own:
            change(self._data.ids)
            return
        if not self._may_replace():
            return
        points = self._data
        with bench.own_points.as_one(text):
            if bench.own_points.take_over(points.places, points.labels, points.is_test, points.classes):
                change([point.id for point in bench.own_points.entries()])
                bench.own_points.be_at_hand()
        self._show_points()

    def _may_replace(self) -> bool:
        """Ask whether the points that the person has may make room for copies of those at hand."""
        assert self._bench is not None, "there are points of one's own"
        count = len(self._bench.own_points.entries())
        return not count or MessageBox.ask(
            self,
            lambda: self.tr("Your points"),
            lambda: self.tr(
                "These points become your own, to be changed. Shall they replace the {count} points that you have "
                "put down before? It can be undone."
            ).format(count=count),
        )

    @Slot(object)
    def _on_canvas_points_wanted(self, places: list[tuple[float, float]]) -> None:
        bench = self._bench
        if bench is not None:
            name = self.brushes.name
            self._own(lambda: self.tr("add points"), lambda _ids: bench.own_points.add(places, name))

    @Slot(int, float, float)
    def _on_canvas_point_moved(self, index: int, x: float, y: float) -> None:
        bench = self._bench
        if bench is None:
            return

        def move(ids: Sequence[str]) -> bool:
            known = {point.id: point for point in bench.own_points.entries()}
            return ids[index] in known and bench.own_points.move(known[ids[index]], x, y)

        self._own(lambda: self.tr("move point"), move)

    @Slot(object)
    def _on_canvas_points_unwanted(self, indices: list[int]) -> None:
        bench = self._bench
        if bench is None:
            return

        def delete(ids: Sequence[str]) -> bool:
            gone = {ids[index] for index in indices}
            return bench.own_points.delete(
                [point for point in bench.own_points.entries() if point.id in gone]
            )

        self._own(lambda: self.tr("delete points"), delete)
        self._tell_emptied()

    @Slot(str)
    def _on_brushes_name_wanted(self, before: str) -> None:
        bench = self._bench
        if bench is None:
            return

        def rename(after: str) -> None:
            self._own(lambda: self.tr("rename class"), lambda _ids: bench.own_points.rename(before, after))

        ask_class_name(self, rename, title=lambda: self.tr("Rename class"), before=before)

    @Slot()
    def _on_clear_clicked(self) -> None:
        if self._bench is not None:
            self._bench.own_points.delete(self._bench.own_points.entries())
            self._tell_emptied()

    def _tell_emptied(self) -> None:
        """Tell where no point is left of those that are one's own."""
        if self._data.are_own and self._bench is not None and not self._bench.own_points.entries():
            self.emptied.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the plane be a square, with what belongs to it right below."""
        self.canvas.setMaximumHeight(max(LEAST, self.width() - 2 * MARGIN))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a class by its place or its name, or give it another one."""
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        text = event.text().upper()
        names = self.brushes.names
        if self.canvas.is_editable and event.key() == Qt.Key.Key_F2 and names:
            self.brushes.name_wanted.emit(self.brushes.name)
            return
        if self.canvas.is_editable and text and not event.modifiers() & control:
            if text in names:
                self.brushes.choose(names.index(text))
                return
            if text.isdecimal() and 1 <= int(text) <= len(names):
                self.brushes.choose(int(text) - 1)
                return
        super().keyPressEvent(event)
