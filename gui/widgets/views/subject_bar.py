"""The image that the network is asked about: the pad's drawing, or an example to step through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from engine.data.examples import pick_examples
from engine.data.text.asked import shown_text
from engine.data.text.signs import signs_of
from engine.goals.registry import CLASSES
from engine.inputs.text import TextKind
from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language
from gui.look.text_size import px, sized
from gui.look.words import percent, plain_number
from gui.widgets.images import pictures
from gui.widgets.images.rows import paint_row, row_words
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from engine.data.dataset import Dataset
    from engine.inputs.feature import Feature

MOST_EXAMPLES = 500
TOLD = 12  # numbers of a row that its tip names
LETTERS = 24  # of a text that are shown
SIDE = 40  # of the small picture, pixels
ROW = 132  # of a few numbers with their names, pixels


class AskedImage(Protocol):
    """An image, and what a network says to it; the scenes of stations are such.

    Attributes:
        image: ``(H, W)`` or ``(H, W, 3)`` uint8, of numbers ``(F,)`` float32, or None.
        features: What each number is; of pictures none.
        label: Index of its true class where it is known.
        is_drawing: Whether it comes from the pad.
        classes: Names of the classes.
        probabilities: ``(classes,)`` float32, the answer; None without an image.
    """

    @property
    def image(self) -> NDArray[Any] | None: ...

    @property
    def features(self) -> tuple[Feature, ...]: ...

    @property
    def label(self) -> int | None: ...

    @property
    def is_drawing(self) -> bool: ...

    @property
    def classes(self) -> tuple[str, ...]: ...

    @property
    def probabilities(self) -> NDArray[np.float32] | None: ...


class SubjectBar(QWidget):
    """Shows the image with the answer, and steps through examples while the pad is empty.

    Signals:
        example_changed: Another example is to be looked at.
    """

    example_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("subjectBar")
        self._source: Dataset | None = None
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._place = 0
        self._scene: AskedImage | None = None
        self._thumb = _Thumb(self)
        self._what = Label(self)
        self._answer = dressed(Label(self), role="muted")
        self._previous = self._step_button("left", lambda: self.tr("The example before"), "previousExample")
        self._next = self._step_button("right", lambda: self.tr("The next example"), "nextExample")
        words = column_of(self._what, self._answer, spacing=0)
        row_of(self._thumb, words, self._previous, self._next, on=self, spacing=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._previous.clicked.connect(self._on_previous_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        follow_language(self, self._show)

    def _step_button(self, icon: str, text: Words, name: str) -> QToolButton:
        button = dressed(QToolButton(self), name=name)
        icons.set_icon(button, icon, "text_muted")
        dressed(button, tip=text, accessible=text)
        button.setAutoRepeat(True)
        return button

    def set_examples(self, source: Dataset | None) -> None:
        """Take examples from these images, the classes in turn; None where there are none that fit."""
        if source is self._source:
            return
        self._source, self._place = source, 0
        self._order = np.zeros(0, np.int64) if source is None else pick_examples(source, MOST_EXAMPLES)

    def example(self) -> tuple[NDArray[Any], int | None] | None:
        """Return the present example as its data set keeps it, and the index of its class, where it has one."""
        if self._source is None or not len(self._order):
            return None
        index = int(self._order[self._place])
        label = int(self._source.labels[index]) if self._source.goal == CLASSES.name else None
        return self._source.images[index], label

    def set_scene(self, scene: AskedImage) -> None:
        """Show the image and what the network says to it."""
        self._scene = scene
        self._show()

    def _show(self) -> None:
        scene = self._scene
        if scene is None:
            return
        image, features = scene.image, scene.features
        for button in (self._previous, self._next):
            button.setVisible(not scene.is_drawing and len(self._order) > 1)
        is_text = image is not None and image.dtype == TextKind.dtype
        self._thumb.setVisible(not is_text)
        if is_text and image is not None:
            self._show_text(shown_text(image, scene.classes), is_typed=scene.is_drawing)
            return
        self._thumb.set_example(image, features)
        if scene.image is None or scene.probabilities is None:
            self._what.setText(self.tr("Nothing on the pad") if features else self.tr("Draw something"))
            self._answer.setText("")
            return
        if scene.is_drawing:
            words = self.tr("Your picture") if scene.image.ndim == 3 else self.tr("Your drawing")
            self._what.setText(self.tr("Your numbers") if features else words)
        elif scene.label is not None:
            self._what.setText(self.tr("An example: {name}").format(name=scene.classes[scene.label]))
        else:
            self._what.setText(self.tr("An example"))
        answer = int(scene.probabilities.argmax())
        words = self.tr("The answer: {name}, {share}")
        found = float(scene.probabilities[answer])
        share = plain_number(found, 4) if len(scene.probabilities) == 1 else percent(found, 0)
        self._answer.setText(words.format(name=scene.classes[answer], share=share))

    def _show_text(self, text: str, *, is_typed: bool) -> None:
        """Say what text it is, which has no class."""
        self._what.setText(self.tr("Your text") if is_typed else self.tr("An example"))
        line = signs_of(text)
        self._answer.setText(line if len(line) <= LETTERS else line[: LETTERS - 1] + "…")

    def step(self, by: int) -> None:
        """Go on to another example."""
        if len(self._order):
            self._place = (self._place + by) % len(self._order)
            self.example_changed.emit()

    @Slot()
    def _on_previous_clicked(self) -> None:
        self.step(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.step(1)


class _Thumb(Painted):
    """The image in small; of a row of numbers those that are least usual, with their names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: NDArray[Any] | None = None
        self._features: tuple[Feature, ...] = ()
        sized(self.setFixedSize, QSize(SIDE, SIDE))

    def set_example(self, image: NDArray[Any] | None, features: tuple[Feature, ...]) -> None:
        """Show an example as its data set keeps it, or none."""
        if image is self._image and features == self._features:
            return
        if bool(features) != bool(self._features):
            sized(self.setFixedSize, QSize(ROW if features else SIDE, SIDE))
        self._image, self._features = image, features
        told = row_words(image, features, TOLD) if features and image is not None else []
        self.setToolTip(plain("\n".join(told)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(ROW if self._features else SIDE), px(SIDE))

    def paint(self, painter: QPainter) -> None:
        side = px(SIDE) - 2
        place = QRect(1, 1, self.width() - 2, side)
        if self._features:
            if self._image is not None:
                painter.setFont(theme.tabular_font(self.font(), scale=0.85))
                paint_row(painter, place.adjusted(2, 0, -2, 0), self._image, self._features)
            return
        if self._image is not None:
            pixmap = pictures.scaled(self._image, side, self.devicePixelRatioF())
            pictures.paint_image(painter, place, pixmap)
        pictures.paint_frame(painter, place.adjusted(1, 1, -1, -1), "border_strong")
