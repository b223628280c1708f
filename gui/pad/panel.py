"""The pad as a whole: draw, and see at once what the network sees and what it makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaMethod, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from engine.data.doubt.verdict import Verdict
from engine.data.photo import DRAWN_SHAPE, takes_colours, takes_drawings
from engine.goals.registry import CLASSES
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.style_sheet import repolish
from gui.look.text_size import follow_size
from gui.look.words import percent
from gui.pad.answer import Answer, ShownReading
from gui.pad.apron import Apron
from gui.pad.arrangement import MARGIN, arrange, letters_for, scale_for
from gui.pad.brackets import Brackets
from gui.pad.canvas import DrawingCanvas
from gui.pad.face import FaceWidget
from gui.pad.ink_strip import InkStrip
from gui.pad.naming_row import NamingRow
from gui.pad.probability_bars import ProbabilityBars
from gui.pad.read_edge import ReadEdge
from gui.pad.reader import Reader
from gui.pad.tool_row import ToolRow
from gui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from engine.data.doubt.doubt import Doubt
    from gui.pad.reading import PadDigit, Predictor
    from gui.widgets.read_part import ReadPart

DIGITS = tuple("0123456789")
NONE = "?"
"""Stands in the row of several digits for one that may be none."""
PRESENTED_LETTERS = 1.35
"""In front of a class, so much larger letters on the bars get their room before the paper."""


class DrawingPanel(FaceWidget):
    """Joins the canvas, its tools, the network's view and its answer.

    Several digits side by side are read one by one; the bars and the network's view are those of the chosen one,
    which is the one drawn last until a person chooses another.

    Signals:
        failed: An image could not be shown; a sentence for the person (Words). Where nobody listens, the panel says
            it itself.
        named: The person says what the chosen digit is (name of its class, str); only after ``set_naming``.
        trained_wanted: The trained network that comes with the program is to be tried; only after ``offer_trained``.
    """

    failed = Signal(object)
    named = Signal(str)
    trained_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingPanel")
        self._has_size = False
        self._build_ui()
        self._connect()
        follow_language(self, self._show_answer)
        follow_size(self, self._arrange_anew)

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        said(self.setAccessibleName, lambda: self.tr("Pad"))
        self.canvas = DrawingCanvas(self)
        self._is_empty = True
        self._apron = Apron(self.canvas)
        self._brackets = Brackets(self.canvas)
        self.read_edge = ReadEdge(self.canvas)
        self.tools = ToolRow(self.canvas, self)
        self._notice = dressed(Label(self, wordWrap=True), name="padNotice", banner="warning")
        self._notice.hide()
        self._answer = Answer(self)
        self._try = dressed(
            QPushButton(self),
            name="tryTrainedButton",
            text=lambda: self.tr("Try a trained one"),
            tip=lambda: self.tr("Open the network that comes with NetSketch: it has learnt to read digits"),
        )
        self._try.hide()
        self._offers_trained = False
        self.naming_row = NamingRow(self)
        self.naming_row.set_classes(DIGITS)
        self.naming_row.hide()
        self._naming_wanted = self._naming = False
        self._is_presented = False
        self._is_coming = False
        self.strip = InkStrip(self)
        self.bars = ProbabilityBars(self)
        self.bars.set_classes(DIGITS)
        self._reader = Reader(self.canvas, self.strip, self)

    def _connect(self) -> None:
        self.canvas.drawing_changed.connect(self._on_canvas_drawing_changed)
        self.canvas.failed.connect(self._on_canvas_failed)
        self.strip.steps_changed.connect(self._on_strip_steps_changed)
        self._answer.reading_chosen.connect(self.choose)
        self._try.clicked.connect(self.trained_wanted)
        self.naming_row.chosen.connect(self.named)
        self._reader.digits_changed.connect(self._show_digits)
        self._reader.answered.connect(self._on_reader_answered)

    # What others set and ask

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change of the drawing becomes one command."""
        self.canvas.set_undo_stack(stack)
        self.tools.set_undo_stack(stack)

    def set_predictor(
        self,
        predictor: Predictor | None,
        classes: Sequence[str],
        goal: str = CLASSES.name,
        *,
        image_shape: tuple[int, ...] = DRAWN_SHAPE,
    ) -> None:
        """Take the network that is asked.

        Args:
            predictor: From ``(N, 28, 28)`` uint8 to probabilities ``(N, classes)``; None while there is no network.
            classes: The names of its classes.
            goal: What it gives: classes are what a drawing is of.
            image_shape: ``(C, H, W)`` of what it takes; where those are no drawings, from ``(N, H, W[, 3])``.
        """
        del goal
        names = tuple(classes)
        self.bars.set_classes(names)
        self.naming_row.set_classes(names)
        self.strip.set_image_shape(image_shape)
        self._reader.set_predictor(predictor, names, image_shape)
        self._show_naming()
        said(self.canvas.set_placeholder, self._placeholder)
        self._show_offer()
        self._arrange_anew()

    def offer_trained(self) -> None:
        """Offer the trained network that comes with the program wherever digits are drawn and none is there yet."""
        self._offers_trained = True
        self._show_offer()

    def _show_offer(self) -> None:
        reader = self._reader
        digits = set(reader.classes) <= set(DIGITS) and takes_drawings(reader.image_shape)
        offered = self._offers_trained and reader.predictor is None and not self._is_coming and digits
        if offered != self._try.isVisibleTo(self):
            if self._try.hasFocus():
                self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # where it is tried
            self._try.setVisible(offered)
            self._arrange_anew()

    def set_doubt(self, doubt: Doubt | None) -> None:
        """Take what tells which drawings are none of the network's classes; None where nothing is claimed."""
        self._reader.set_doubt(doubt)

    def _placeholder(self) -> str:
        """Return what is written on blank paper: what the network knows."""
        if takes_colours(self._reader.image_shape):
            return self.tr("Drop or paste a picture here, or draw")
        return self.tr("Draw a digit here") if set(self.bars.classes) <= set(DIGITS) else self.tr("Draw here")

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others; no more often than one can read the answer."""
        self._reader.refresh()

    def set_coming(self, is_coming: bool) -> None:
        """Say where there is no network yet that one is on its way, or how one comes."""
        if is_coming != self._is_coming:
            self._is_coming = is_coming
            self._show_answer()
            self._show_offer()

    def set_notice(self, text: str) -> None:
        """Show a sentence above the canvas, such as that the model is from older settings; empty hides it."""
        self._show_notice(text, "warning")

    def set_naming(self, wanted: bool) -> None:
        """Let the person say what the drawing is: by keys and by the row below the answer."""
        self._naming_wanted = wanted
        self._show_naming()
        self._arrange_anew()

    def seal(self) -> None:
        """Take no images from now on, and give none away: it is for drawing alone."""
        self.canvas.seal()
        self.tools.seal()

    def begin_anew(self) -> None:
        """Take a blank sheet that leads back to nothing, and the pen as it is at first."""
        self.canvas.begin_anew()

    def set_presented(self, presented: bool) -> None:
        """Leave paper and answer the room of what is small, in front of a class, or show all again."""
        self._is_presented = presented
        self.strip.setVisible(not presented)
        self._show_naming()
        self._arrange_anew()

    def _show_naming(self) -> None:
        """Let be named what is a drawing: the collection of the person's drawings holds no others."""
        is_drawing = takes_drawings(self._reader.image_shape)
        self._naming = self._naming_wanted and is_drawing and not self._is_presented
        self._show_keys()
        self.naming_row.setVisible(self._naming)
        self._show_nameable()

    def _show_keys(self) -> None:
        keys = self.naming_row.keys if self._naming else {}
        self.bars.set_keys(keys)
        self.canvas.leave_keys(keys)

    def take_away(self) -> None:
        """Take the chosen digit off the pad, undoably; an image goes as a whole, after its last digit."""
        digits, chosen = self.digits(), self.chosen
        if len(digits) > 1 and digits[chosen].strokes:
            self.canvas.remove(digits[chosen].strokes)
        elif chosen + 1 < len(digits):
            self.choose(chosen + 1)
        else:
            self.canvas.clear()

    def probabilities(self) -> NDArray[np.float32] | None:
        """Return the network's answer, ``(classes,)`` float32; None for an empty pad or without a network.

        Of several digits it is the answer for the chosen one.
        """
        return self._reader.probabilities()

    def readings(self) -> list[tuple[str, float]]:
        """Return the likeliest class of each digit and its probability, as one reads them; empty without an answer."""
        return self._reader.readings()

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the same as it is shown, which may be of the drawing a moment ago; nothing is asked."""
        return self._reader.newest_readings()

    def digits(self) -> list[PadDigit]:
        """Return the digits on the pad as one reads them; empty for an empty pad."""
        return self._reader.digits()

    @property
    def chosen(self) -> int:
        """Which of the digits is shown in the bars and the strip, counted from 0."""
        return self._reader.chosen

    @Slot(int)
    def choose(self, place: int) -> None:
        """Show the bars and the network's view of one of several digits, counted from 0."""
        if self._reader.choose(place):
            self.strip.set_stages(self._reader.digits()[place].stages())
            self._show_answer()
            self.answered.emit()

    @Slot(object)
    def set_read_part(self, part: ReadPart | None) -> None:
        """Show over the chosen digit how far a network that reads has read it, until it changes; None for no more."""
        found = self._reader.found
        if part is None or not found:
            self.read_edge.clear()
        else:
            self.read_edge.set_part(part, found[self._reader.chosen], is_alone=len(found) == 1)

    def drawing(self) -> NDArray[np.uint8] | None:
        """Return what the network sees of the chosen digit, ``(28, 28)`` uint8 or ``(H, W, 3)``; None if empty."""
        return self._reader.view()

    def clear(self) -> None:
        """Take a blank sheet."""
        if not self.canvas.is_empty:
            self.canvas.clear()

    def reset(self) -> None:
        """Take a blank sheet and the pen as it is at first, and confirm no more what was kept last."""
        self.clear()
        self.canvas.take_first_pen()
        self.naming_row.forget_kept()

    def example(self) -> NDArray[np.uint8] | None:
        """Return the same, as every face does."""
        return self.drawing()

    def set_example(self, example: NDArray[Any]) -> None:
        """Take an image onto the pad."""
        self.canvas.set_image(example)

    # Showing

    @Slot()
    def _show_digits(self) -> None:
        digits, chosen = self._reader.found, self._reader.chosen
        self.read_edge.clear()
        if digits:
            self.strip.follow(digits[chosen].stages)
        else:
            self.strip.set_stages([])
        self._brackets.set_digits([digit.area for digit in digits], chosen)

    def _show_answer(self) -> None:
        reader = self._reader
        self.bars.set_probabilities(reader.answer)
        shown = [] if reader.answer is None else self._shown()
        self.bars.set_doubted(bool(shown) and shown[reader.chosen].mark == NONE)
        if reader.answer is not None:
            self._answer.show_readings(shown, reader.chosen)
        elif reader.problem:
            self._answer.say(reader.problem, "problem")
        elif reader.predictor is None and self._is_coming:
            self._answer.say(self.tr("The network is on its way …"), "muted")
        elif reader.predictor is None:
            first = self.tr("Train first, then draw")
            if takes_colours(reader.image_shape):
                first = self.tr("Train first, then show it a picture")
            self._answer.say(self.tr("No network yet: press Train") if reader.found else first, "muted")
        elif takes_colours(reader.image_shape):
            self._answer.say(self.tr("Drop, paste or open a picture"), "muted")
        elif set(reader.classes) <= set(DIGITS):
            self._answer.say(self.tr("Draw a digit"), "muted")
        else:
            self._answer.say(self.tr("Draw something or drop an image"), "muted")

    def _shown(self) -> list[ShownReading]:
        """Return what is said of each digit."""
        reader, shown = self._reader, []
        for place, ((name, share), found) in enumerate(
            zip(reader.readings(), reader.verdicts(), strict=True)
        ):
            answer = name, self.bars.words_for(share)
            if found is Verdict.NONE and reader.doubt is not None:
                digits = set(reader.classes) <= set(DIGITS)
                words = self.tr("No digit?") if digits else self.tr("None of these?")
                reason = self.tr(
                    "It is unlike all that this model has learnt from; of its own validation examples {share} are "
                    "refused as well. Likeliest all the same: {name}, {percent}."
                ).format(share=percent(reader.doubt.refused, 1), name=answer[0], percent=answer[1])
                shown.append(ShownReading(*answer, words, reason, NONE))
            elif found is Verdict.UNSURE:
                first, second = reader.two_likeliest(place)
                words = self.tr("Not sure: {first} or {second}?").format(first=first, second=second)
                reason = self.tr("The network finds the second nearly as probable as the first.")
                shown.append(ShownReading(*answer, words, reason, self.tr("{name}?").format(name=name)))
            else:
                shown.append(ShownReading(*answer))
        return shown

    def _show_notice(self, text: str, kind: str) -> None:
        if text == self._notice.text() and kind == self._notice.property("banner"):
            return
        self._notice.setText(text)
        self._notice.setProperty("banner", kind)
        repolish(self._notice)
        self._notice.setVisible(bool(text))
        self._arrange_anew()

    # What is heard

    @Slot()
    def _on_canvas_drawing_changed(self) -> None:
        self.read_edge.clear()
        self._reader.look_again()
        self._show_nameable()
        was_empty, self._is_empty = self._is_empty, self.canvas.is_empty
        if self._is_empty and not was_empty:
            self.emptied.emit()

    @Slot(object)
    def _on_strip_steps_changed(self, _steps: object) -> None:
        self._reader.look_again(at_once=True)

    @Slot()
    def _on_reader_answered(self) -> None:
        self._show_answer()
        self.answered.emit()

    @Slot(object)
    def _on_canvas_failed(self, sentence: Words) -> None:
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            self._show_notice(words_of(sentence), "error")
        self.failed.emit(sentence)

    def _show_nameable(self) -> None:
        self.naming_row.set_drawn(self._naming and not self.canvas.is_empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nameable = self._naming and not self.canvas.is_empty
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        name = self.naming_row.class_typed(event.text()) if not event.modifiers() & control else None
        if nameable and name is not None:
            self.named.emit(name)
        elif not self._answer.handle_key(event):
            super().keyPressEvent(event)

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(284, 620)

    def minimumSizeHint(self) -> QSize:
        return QSize(210, 420)

    def _arrange_anew(self) -> None:
        """Place the parts as something has changed; before there is a size, the first one does it for all changes."""
        if self._has_size:
            self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        scale = letters_for(width, height, theme.scale())
        inner = max(width - 2 * MARGIN, 1)
        self.strip.set_text_size(round(11 * scale), inner)
        self.tools.set_scale(scale)
        self.naming_row.set_scale(scale)
        top = self._notice.heightForWidth(inner) if self._notice.text() else 0
        self._notice.setGeometry(MARGIN, MARGIN, inner, top)
        offer = self._try.sizeHint().height() + MARGIN // 2 if self._try.isVisibleTo(self) else 0
        places = arrange(
            width,
            height,
            top=top,
            tools=self.tools.sizeHint().height(),
            answer=round(36 * scale) + offer,
            strip=0 if self._is_presented else self.strip.heightForWidth(min(inner, round(264 * scale))),
            keys=self.naming_row.sizeHint().height() if self._naming else 0,
            letters=PRESENTED_LETTERS if self._is_presented else scale / scale_for(width, height),
        )
        self.canvas.setGeometry(places.canvas)
        self._apron.lie_around(places.canvas)
        self._brackets.setGeometry(self.canvas.rect())
        self.read_edge.setGeometry(self.canvas.rect())
        self.tools.setGeometry(places.tools)
        self._answer.setGeometry(places.answer.adjusted(0, 0, 0, -offer))
        wide = min(self._try.sizeHint().width(), places.answer.width())
        below = QRect(0, 0, wide, self._try.sizeHint().height())
        below.moveCenter(places.answer.center())
        below.moveBottom(places.answer.bottom())
        self._try.setGeometry(below)
        self.naming_row.setGeometry(places.keys)
        self.strip.setGeometry(places.strip)
        self.bars.setGeometry(places.bars)
        self._answer.set_scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_size = True
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        self._reader.catch_up_soon()


def main() -> None:
    """Show the pad alone, with a network that compares with the digits of a font."""
    from gui.pad.font_predictor import FontPredictor
    from gui.widgets.demo import show

    def make() -> DrawingPanel:
        panel = DrawingPanel()
        panel.set_predictor(FontPredictor(), DIGITS)
        return panel

    show(make)


if __name__ == "__main__":
    main()
