"""The pad as a whole: draw, and see at once what the network sees and what it makes of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QMetaMethod, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from engine.data.ink import stand_in_lines
from engine.errors import NetSketchError
from gui.look.style_sheet import repolish
from gui.look.words import error_words
from gui.pad.answer import Answer, ShownReading
from gui.pad.arrangement import MARGIN, arrange, scale_for
from gui.pad.brackets import Brackets
from gui.pad.canvas import DrawingCanvas
from gui.pad.ink_strip import InkStrip
from gui.pad.naming_row import NamingRow
from gui.pad.probability_bars import ProbabilityBars
from gui.pad.reading import PadDigit, ask, digits_of, last_drawn
from gui.pad.tool_row import ToolRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    from gui.pad.reading import Predictor

log = logging.getLogger(__name__)

PAUSES = (4, 100)
"""Shortest and longest pause between two predictions in milliseconds; between them, as long as the last one took."""
READING_PAUSE = 250
"""Pause in milliseconds where only the weights are others, as they are all the time in training."""
DIGITS = tuple("0123456789")


class DrawingPanel(QWidget):
    """Joins the canvas, its tools, the network's view and its answer.

    Several digits side by side are read one by one; the bars and the network's view are those of the chosen one,
    which is the one drawn last until a person chooses another.

    Signals:
        failed: An image could not be shown; a sentence for the person (str). Where nobody listens, the panel says
            it itself.
        answered: The network was asked anew, as the drawing or the weights are others.
        named: The person says what the chosen digit is (name of its class, str); only after ``set_naming``.
    """

    failed = Signal(str)
    named = Signal(str)
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingPanel")
        self._predictor: Predictor | None = None
        self._classes: tuple[str, ...] = DIGITS
        self._digits: list[PadDigit] | None = None  # None until the drawing was looked at
        self._answers: NDArray[np.float32] | None = None  # (digits, classes)
        self._chosen = 0
        self._problem = ""
        self._stale = False
        self._since_prediction = QElapsedTimer()
        self._pause = PAUSES[0]
        self._build_ui()
        self._connect()
        self._show_answer()

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pad"))
        self.canvas = DrawingCanvas(self)
        self._brackets = Brackets(self.canvas)
        self.tools = ToolRow(self.canvas, self)
        self._notice = QLabel(self)
        self._notice.setObjectName("padNotice")
        self._notice.setWordWrap(True)
        self._notice.setProperty("banner", "warning")
        self._notice.hide()
        self._answer = Answer(self)
        self.naming_row = NamingRow(self)
        self.naming_row.set_classes(self._classes)
        self.naming_row.hide()
        self._naming = False
        self.strip = InkStrip(self)
        self.bars = ProbabilityBars(self)
        self.bars.set_classes(self._classes)
        self._timer = QTimer(self)
        self._timer.setObjectName("predictionTimer")
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)

    def _connect(self) -> None:
        self.canvas.drawing_changed.connect(self._on_canvas_drawing_changed)
        self.canvas.failed.connect(self._on_canvas_failed)
        self.strip.steps_changed.connect(self._on_strip_steps_changed)
        self._answer.reading_chosen.connect(self._on_answer_reading_chosen)
        self.naming_row.chosen.connect(self.named)
        self.bars.class_clicked.connect(self._on_bars_class_clicked)
        self._timer.timeout.connect(self._on_timer_timeout)

    # What others set and ask

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change of the drawing becomes one command."""
        self.canvas.set_undo_stack(stack)
        self.tools.set_undo_stack(stack)

    def set_predictor(self, predictor: Predictor | None, classes: Sequence[str]) -> None:
        """Take the network that is asked.

        Args:
            predictor: From ``(N, 28, 28)`` uint8 to probabilities ``(N, classes)``; None while there is no network.
            classes: The names of its classes.
        """
        self._predictor = predictor
        if self._classes != tuple(classes):
            self._digits = None  # other classes may be read one by one or not
        self._classes = tuple(classes)
        self.bars.set_classes(self._classes)
        self.naming_row.set_classes(self._classes)
        digits = set(self._classes) <= set(DIGITS)
        self.canvas.set_placeholder(self.tr("Draw a digit here") if digits else self.tr("Draw here"))
        self._predict()

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others; no more often than one can read the answer."""
        self._schedule(READING_PAUSE)

    def set_notice(self, text: str) -> None:
        """Show a sentence above the canvas, such as that the model is from older settings; empty hides it."""
        self._show_notice(text, "warning")

    def set_naming(self, wanted: bool) -> None:
        """Let the person say what the drawing is: by keys, by the row below the answer, by clicking a bar."""
        self._naming = wanted
        self.naming_row.setVisible(wanted)
        self._show_nameable()
        self._arrange()

    def take_away(self) -> None:
        """Take the chosen digit off the pad, undoably; an image goes as a whole, after its last digit."""
        digits = self.digits()
        if len(digits) > 1 and digits[self._chosen].strokes:
            self.canvas.remove(digits[self._chosen].strokes)
        elif self._chosen + 1 < len(digits):
            self.choose(self._chosen + 1)
        else:
            self.canvas.clear()

    def probabilities(self) -> NDArray[np.float32] | None:
        """Return the network's answer, ``(classes,)`` float32; None for an empty pad or without a network.

        Of several digits it is the answer for the chosen one.
        """
        self._catch_up()
        return None if self._answers is None else np.array(self._answers[self._chosen])

    def readings(self) -> list[tuple[str, float]]:
        """Return the likeliest class of each digit and its probability, as one reads them; empty without an answer."""
        self._catch_up()
        return self._readings()

    def _readings(self) -> list[tuple[str, float]]:
        if self._answers is None:
            return []
        return [(self._classes[int(answer.argmax())], float(answer.max())) for answer in self._answers]

    def digits(self) -> list[PadDigit]:
        """Return the digits on the pad as one reads them; empty for an empty pad."""
        self._catch_up()
        return list(self._digits or ())

    @property
    def chosen(self) -> int:
        """Which of the digits is shown in the bars and the strip, counted from 0."""
        return self._chosen

    def choose(self, place: int) -> None:
        """Show the bars and the network's view of one of several digits, counted from 0."""
        self._catch_up()
        if self._digits and 0 <= place < len(self._digits) and place != self._chosen:
            self._chosen = place
            self._show_digits()
            self.strip.set_stages(self._digits[place].stages())
            self._show_answer()

    def drawing(self) -> NDArray[np.uint8] | None:
        """Return what the network sees of the chosen digit, ``(28, 28)`` uint8; None for an empty pad."""
        self._catch_up()
        return self._digits[self._chosen].view.copy() if self._digits else None

    # Predicting

    def _schedule(self, pause: int = 0) -> None:
        """Predict soon, once for all that happens until then, ``pause`` milliseconds after the last time or later."""
        self._stale = True
        if not self.isVisible():
            return
        spent = self._since_prediction.elapsed() if self._since_prediction.isValid() else READING_PAUSE
        wait = max(0, max(self._pause, pause) - int(spent))
        if not self._timer.isActive() or wait < self._timer.remainingTime():
            self._timer.start(wait)

    def _catch_up(self) -> None:
        if self._stale:
            self._predict()

    def _predict(self) -> None:
        self._timer.stop()
        self._stale = False
        self._problem = ""
        self._answers = None
        clock = QElapsedTimer()
        clock.start()
        try:
            if self._digits is None:
                self._look()
            if self._digits and self._predictor is not None:
                self._answers = ask(self._predictor, self._digits, len(self._classes))
        except NetSketchError as error:
            self._problem = " ".join(filter(None, error_words(error)))
        except Exception as error:
            log.exception("The prediction failed")
            self._problem = self.tr("The network gave no answer: {reason}").format(reason=error)
        self._pause = min(max(int(clock.elapsed()), PAUSES[0]), PAUSES[1])
        self._since_prediction.start()
        self._show_answer()
        self.answered.emit()

    def _look(self) -> None:
        """Find the digits on the canvas and bring each to what the network sees."""
        drawing = self.canvas.drawing()
        several = stand_in_lines(self._classes)
        self._digits = digits_of(drawing, self.strip.steps, self.canvas.pen_width, several=several)
        self._chosen = last_drawn(self._digits, drawing)
        self._show_digits()

    def _show_digits(self) -> None:
        digits = self._digits or []
        if digits:
            self.strip.follow(digits[self._chosen].stages)
        else:
            self.strip.set_stages([])
        self._brackets.set_digits([digit.area for digit in digits], self._chosen)

    def _show_answer(self) -> None:
        self.bars.set_probabilities(None if self._answers is None else self._answers[self._chosen])
        if self._answers is not None:
            shown = [ShownReading(name, self.bars.words_for(share)) for name, share in self._readings()]
            self._answer.show_readings(shown, self._chosen)
        elif self._problem:
            self._answer.say(self._problem, "problem")
        elif self._predictor is None:
            drawn = bool(self._digits)
            self._answer.say(
                self.tr("No network yet: press Train") if drawn else self.tr("Train first, then draw"),
                "muted",
            )
        elif set(self._classes) <= set(DIGITS):
            self._answer.say(self.tr("Draw a digit"), "muted")
        else:
            self._answer.say(self.tr("Draw something or drop an image"), "muted")

    def _show_notice(self, text: str, kind: str) -> None:
        if text == self._notice.text() and kind == self._notice.property("banner"):
            return
        self._notice.setText(text)
        self._notice.setProperty("banner", kind)
        repolish(self._notice)
        self._notice.setVisible(bool(text))
        self._arrange()

    # What is heard

    @Slot()
    def _on_canvas_drawing_changed(self) -> None:
        self._digits = None
        self._show_nameable()
        self._schedule()

    @Slot(object)
    def _on_strip_steps_changed(self, _steps: object) -> None:
        self._digits = None
        self._predict()

    @Slot(int)
    def _on_answer_reading_chosen(self, place: int) -> None:
        self.choose(place)

    @Slot(str)
    def _on_canvas_failed(self, sentence: str) -> None:
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            self._show_notice(sentence, "error")
        self.failed.emit(sentence)

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._catch_up()

    @Slot(int)
    def _on_bars_class_clicked(self, index: int) -> None:
        self.named.emit(self._classes[index])

    def _show_nameable(self) -> None:
        nameable = self._naming and not self.canvas.is_empty
        self.naming_row.set_drawn(nameable)
        self.bars.set_clickable(nameable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nameable = self._naming and not self.canvas.is_empty
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if nameable and event.text() in (*self._classes, *DIGITS) and not event.modifiers() & control:
            self.named.emit(event.text())
        elif not self._answer.handle_key(event):
            super().keyPressEvent(event)

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(284, 620)

    def minimumSizeHint(self) -> QSize:
        return QSize(210, 380)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        scale = scale_for(width, height)
        self.strip.set_text_size(round(11 * scale))
        self.tools.set_scale(scale)
        self.naming_row.set_scale(scale)
        inner = max(width - 2 * MARGIN, 1)
        top = self._notice.heightForWidth(inner) if self._notice.text() else 0
        self._notice.setGeometry(MARGIN, MARGIN, inner, top)
        places = arrange(
            width,
            height,
            top=top,
            tools=self.tools.sizeHint().height(),
            answer=round(36 * scale),
            strip=self.strip.heightForWidth(min(inner, round(264 * scale))),
            keys=self.naming_row.sizeHint().height() if self._naming else 0,
        )
        self.canvas.setGeometry(places.canvas)
        self._brackets.setGeometry(self.canvas.rect())
        self.tools.setGeometry(places.tools)
        self._answer.setGeometry(places.answer)
        self.naming_row.setGeometry(places.keys)
        self.strip.setGeometry(places.strip)
        self.bars.setGeometry(places.bars)
        self._answer.set_scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._stale:
            self._schedule()


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
