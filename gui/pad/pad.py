"""The pad: of its faces the one that suits what the model takes, with the network that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.goals.registry import CLASSES
from engine.inputs.feature import names_of
from engine.inputs.registry import kind_holding, kind_of
from gui.look.dressed import dressed
from gui.pad.faces import drawing
from gui.pad.faces.registry import face_for
from gui.pad.panel import DrawingPanel
from gui.widgets.label import Label
from gui.widgets.pages import turn_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from engine.data.doubt.doubt import Doubt
    from engine.inputs.feature import Feature
    from gui.pad.face import Ask, FaceWidget
    from gui.workbench import Workbench


class Pad(QStackedWidget):
    """Shows one face at a time; the drawing pad is always there, as menus and files act on its canvas.

    Attributes:
        panel: The drawing pad.

    Signals:
        answered: The network was asked anew, or another face is shown.
        face_changed: Another face is shown.
        emptied: Someone took away all that was made on one of its faces.
    """

    answered = Signal()
    emptied = Signal()
    face_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pad")
        self.panel = DrawingPanel(self)
        self._none = dressed(
            Label(lambda: self.tr("There is no pad for what this model takes."), self, wordWrap=True),
            name="noPad",
            role="muted",
        )
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._none)
        self._widgets: dict[str, FaceWidget] = {}
        self._features: tuple[Feature, ...] = ()
        self._shape: tuple[int, ...] = (1, 28, 28)
        self._predictor: Ask | None = None
        self._classes: tuple[str, ...] = ()
        self._goal = CLASSES.name
        self._coming, self._notice = False, ""
        self._is_presented = False
        self._undo_stack: QUndoStack | None = None
        self._bench: Workbench | None = None
        self._add(drawing.FACE.name, self.panel)
        turn_to(self, self.panel)

    @property
    def face(self) -> FaceWidget | None:
        """The face that is shown; None where none suits."""
        shown = self.currentWidget()
        return next((widget for widget in self._widgets.values() if widget is shown), None)

    @property
    def draws(self) -> bool:
        """Whether one draws on the face that is shown."""
        return self.currentWidget() is self.panel

    def set_input(self, features: tuple[Feature, ...], image_shape: tuple[int, ...]) -> None:
        """Show the face for a model or data, by its features and the shape it takes."""
        if (features, image_shape) == (self._features, self._shape):
            return
        is_same = names_of(features) == names_of(self._features)
        self._features, self._shape = features, image_shape
        face = face_for(features, image_shape)
        if face is not None and face.name not in self._widgets:
            self._add(face.name, face.make(self))
        widget = None if face is None else self._widgets[face.name]
        if widget is not None:
            widget.set_features(features)
            widget.set_coming(self._coming)
            widget.set_notice(self._notice)
            widget.set_presented(self._is_presented)
        shown = widget or self._none
        if self._undo_stack is not None and not (is_same and shown is self.currentWidget()):
            self._undo_stack.clear()  # what was changed is out of sight
        if shown is not self.currentWidget():
            turn_to(self, shown)
            self.face_changed.emit()
        self.answered.emit()

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change becomes one command; it is of the face that is shown alone."""
        self._undo_stack = stack
        for widget in self._widgets.values():
            widget.set_undo_stack(stack)

    def set_bench(self, bench: Workbench) -> None:
        """Take the workbench, for faces that show or change the data at hand."""
        self._bench = bench
        for widget in self._widgets.values():
            widget.set_bench(bench)

    def _add(self, name: str, widget: FaceWidget) -> None:
        if self._undo_stack is not None:
            widget.set_undo_stack(self._undo_stack)
        if self._bench is not None:
            widget.set_bench(self._bench)
        self._widgets[name] = widget
        self.addWidget(widget)
        widget.answered.connect(self._on_widget_answered)
        widget.emptied.connect(self.emptied)

    def set_predictor(self, predictor: Ask | None, classes: Sequence[str], goal: str = CLASSES.name) -> None:
        """Take the network that is asked, for the face that is shown; None while there is no network."""
        self._predictor, self._classes, self._goal = predictor, tuple(classes), goal
        if self.draws:
            self.panel.set_predictor(predictor, classes, image_shape=self._shape)
        elif self.face is not None:
            self.face.set_predictor(predictor, classes, goal)

    def forget_predictor(self) -> None:
        """Ask the network no more, as it is gone and nothing has taken its place yet."""
        if self._predictor is not None:
            self.set_predictor(None, self._classes, self._goal)

    def set_doubt(self, doubt: Doubt | None) -> None:
        """Take what tells which drawings are none of the network's classes; None where nothing is claimed."""
        self.panel.set_doubt(doubt)

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others."""
        if self.face is not None:
            self.face.refresh()

    def set_coming(self, is_coming: bool) -> None:
        """Say where there is no network yet that one is on its way, or how one comes."""
        self._coming = is_coming
        if self.face is not None:
            self.face.set_coming(is_coming)

    def set_notice(self, text: str) -> None:
        """Show a sentence above all; empty hides it."""
        self._notice = text
        if self.face is not None:
            self.face.set_notice(text)

    def set_presented(self, presented: bool) -> None:
        """Show what is seen from the last row alone, in front of a class, or all again."""
        self._is_presented = presented
        for widget in self._widgets.values():
            widget.set_presented(presented)

    def reset(self) -> None:
        """Bring the face that is shown, and the drawing, to where they stood at first; what was made can be undone."""
        for widget in dict.fromkeys((self.panel, self.face)):
            if widget is not None:
                widget.reset()

    def example(self) -> NDArray[Any] | None:
        """Return what is on the pad as data sets keep it; None for an empty one."""
        return None if self.face is None else self.face.example()

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the newest answers, each the likeliest class and its probability; nothing is asked anew."""
        return [] if self.face is None else self.face.newest_readings()

    @Slot(object)
    def set_example(self, example: NDArray[Any]) -> None:
        """Take an example onto the pad, where it is one for the face that is shown."""
        if self.face is not None and kind_holding(example[None]) is kind_of(self._shape):
            self.face.set_example(example)

    @Slot()
    def _on_widget_answered(self) -> None:
        if self.sender() is self.currentWidget():
            self.answered.emit()
