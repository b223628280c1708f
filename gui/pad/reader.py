"""Asks the network what is on the pad: soon after each change, and no more often than the machine can answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from engine.data.ink import stand_in_lines
from engine.data.photo import DRAWN_SHAPE
from engine.errors import NetSketchError
from gui.look.words import error_words, joined
from gui.pad.reading import ask, digits_of, last_drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gui.pad.canvas import DrawingCanvas
    from gui.pad.ink_strip import InkStrip
    from gui.pad.reading import PadDigit, Predictor

log = logging.getLogger(__name__)

PAUSES = (4, 100)
"""Shortest and longest pause between two predictions in milliseconds; between them, as long as the last one took."""
READING_PAUSE = 250
"""Pause in milliseconds where only the weights are others, as they are all the time in training."""
DIGITS = tuple("0123456789")


class Reader(QObject):
    """Finds the digits on a canvas and holds what a network makes of each.

    Nothing is asked while nobody sees the answer; whoever wants it then gets it at once.

    Args:
        canvas: What is drawn on.
        strip: Which steps of the preparation are switched on.
        viewer: Who shows the answer.

    Signals:
        digits_changed: Other digits were found, or another is chosen.
        answered: The network was asked anew.

    Attributes:
        predictor: The network, from ``(N, 28, 28)`` uint8, or what it takes instead, to probabilities
            ``(N, classes)``, or None.
        classes: The names of its classes.
        image_shape: ``(C, H, W)`` of what it takes.
        chosen: Which of the digits the answer is about, counted from 0.
        problem: Why there is no answer, a sentence for the person, or an empty string.
    """

    digits_changed = Signal()
    answered = Signal()

    def __init__(self, canvas: DrawingCanvas, strip: InkStrip, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.predictor: Predictor | None = None
        self.classes: tuple[str, ...] = DIGITS
        self.image_shape: tuple[int, ...] = DRAWN_SHAPE
        self.chosen = 0
        self.problem = ""
        self._canvas = canvas
        self._strip = strip
        self._viewer = viewer
        self._digits: list[PadDigit] | None = None  # None until the drawing was looked at
        self._answers: NDArray[np.float32] | None = None  # (digits, classes)
        self._stale = False
        self._since_prediction = QElapsedTimer()
        self._pause = PAUSES[0]
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.setObjectName("predictionTimer")
        self._timer.timeout.connect(self.catch_up)

    # What is known now

    @property
    def found(self) -> Sequence[PadDigit]:
        """The digits as they were found last."""
        return self._digits or ()

    @property
    def answer(self) -> NDArray[np.float32] | None:
        """The newest answer for the chosen digit, ``(classes,)`` float32, or None."""
        return None if self._answers is None else self._answers[self.chosen]

    # What counts for the drawing as it is

    def probabilities(self) -> NDArray[np.float32] | None:
        """Return the answer for the chosen digit, ``(classes,)`` float32; None without a drawing or a network."""
        self.catch_up()
        return None if self.answer is None else np.array(self.answer)

    def readings(self) -> list[tuple[str, float]]:
        """Return the likeliest class of each digit and its probability; empty without an answer."""
        self.catch_up()
        if self._answers is None:
            return []
        return [(self.classes[int(answer.argmax())], float(answer.max())) for answer in self._answers]

    def digits(self) -> list[PadDigit]:
        """Return the digits as one reads them; empty for an empty pad."""
        self.catch_up()
        return list(self.found)

    def view(self) -> NDArray[np.uint8] | None:
        """Return what the network sees of the chosen digit, ``(28, 28)`` uint8 or ``(H, W, 3)``; None if empty."""
        self.catch_up()
        return self._digits[self.chosen].view.copy() if self._digits else None

    def choose(self, place: int) -> bool:
        """Choose one of several digits, counted from 0; returns whether another is chosen now."""
        self.catch_up()
        if not 0 <= place < len(self.found) or place == self.chosen:
            return False
        self.chosen = place
        self.digits_changed.emit()
        return True

    # When the network is asked

    def set_predictor(
        self,
        predictor: Predictor | None,
        classes: Sequence[str],
        image_shape: tuple[int, ...] = DRAWN_SHAPE,
    ) -> None:
        """Take another network, and ask it."""
        self.predictor = predictor
        if (self.classes, self.image_shape) != (tuple(classes), image_shape):
            self._digits = None  # other classes may be read one by one or not
        self.classes, self.image_shape = tuple(classes), image_shape
        self._predict()

    def refresh(self) -> None:
        """Ask anew, as the weights are others; no more often than one can read the answer."""
        self._schedule(READING_PAUSE)

    def look_again(self, *, at_once: bool = False) -> None:
        """Find the digits anew and ask about them, as drawing or preparation are others."""
        self._digits = None
        if at_once:
            self._predict()
        else:
            self._schedule()

    @Slot()
    def catch_up(self) -> None:
        """Ask now where that is still to be done."""
        if self._stale:
            self._predict()

    def catch_up_soon(self) -> None:
        """Ask where that is still to be done, as somebody looks again."""
        if self._stale:
            self._schedule()

    def _schedule(self, pause: int = 0) -> None:
        """Predict soon, once for all that happens until then, ``pause`` milliseconds after the last time or later."""
        self._stale = True
        if not self._viewer.isVisible():
            return
        spent = self._since_prediction.elapsed() if self._since_prediction.isValid() else READING_PAUSE
        wait = max(0, max(self._pause, pause) - int(spent))
        if not self._timer.isActive() or wait < self._timer.remainingTime():
            self._timer.start(wait)

    def _predict(self) -> None:
        self._timer.stop()
        self._stale = False
        self.problem = ""
        self._answers = None
        clock = QElapsedTimer()
        clock.start()
        try:
            if self._digits is None:
                self._look()
            if self._digits and self.predictor is not None:
                self._answers = ask(self.predictor, self._digits, len(self.classes))
        except NetSketchError as error:
            self.problem = joined(error_words(error))
        except Exception as error:
            log.exception("The prediction failed")
            self.problem = self.tr("The network gave no answer: {reason}").format(reason=error)
        self._pause = min(max(int(clock.elapsed()), PAUSES[0]), PAUSES[1])
        self._since_prediction.start()
        self.answered.emit()

    def _look(self) -> None:
        """Find the digits on the canvas and bring each to what the network sees."""
        drawing = self._canvas.drawing()
        several = stand_in_lines(self.classes)
        steps, pen = self._strip.steps, self._canvas.pen_width
        self._digits = digits_of(drawing, steps, pen, several=several, image_shape=self.image_shape)
        self.chosen = last_drawn(self._digits, drawing)
        self.digits_changed.emit()
