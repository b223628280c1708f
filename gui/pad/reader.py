"""Asks the network what is on the pad: soon after each change, and no more often than the machine can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal

from engine.data.ink import stand_in_lines
from engine.data.photo import DRAWN_SHAPE
from gui.pad.asker import Asker
from gui.pad.reading import ask, digits_of, last_drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gui.pad.canvas import DrawingCanvas
    from gui.pad.ink_strip import InkStrip
    from gui.pad.reading import PadDigit, Predictor

DIGITS = tuple("0123456789")


class Reader(Asker):
    """Finds the digits on a canvas and holds what a network makes of each.

    Args:
        canvas: What is drawn on.
        strip: Which steps of the preparation are switched on.
        viewer: Who shows the answer.

    Signals:
        digits_changed: Other digits were found, or another is chosen.

    Attributes:
        predictor: The network, from ``(N, 28, 28)`` uint8, or what it takes instead, to probabilities
            ``(N, classes)``, or None.
        classes: The names of its classes.
        image_shape: ``(C, H, W)`` of what it takes.
        chosen: Which of the digits the answer is about, counted from 0.
    """

    digits_changed = Signal()

    def __init__(self, canvas: DrawingCanvas, strip: InkStrip, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.predictor: Predictor | None = None
        self.classes: tuple[str, ...] = DIGITS
        self.image_shape: tuple[int, ...] = DRAWN_SHAPE
        self.chosen = 0
        self._canvas = canvas
        self._strip = strip
        self._digits: list[PadDigit] | None = None  # None until the drawing was looked at
        self._answers: NDArray[np.float32] | None = None  # (digits, classes)

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
        return self.newest_readings()

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the same of the newest answer, which may be of the drawing a moment ago; nothing is asked."""
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
        self._ask()

    def look_again(self, *, at_once: bool = False) -> None:
        """Find the digits anew and ask about them, as drawing or preparation are others."""
        self._digits = None
        if at_once:
            self._ask()
        else:
            self._schedule()

    def _forget(self) -> None:
        self._answers = None

    def _find(self) -> None:
        if self._digits is None:
            self._look()
        if self._digits and self.predictor is not None:
            self._answers = ask(self.predictor, self._digits, len(self.classes))

    def _look(self) -> None:
        """Find the digits on the canvas and bring each to what the network sees."""
        drawing = self._canvas.drawing()
        several = stand_in_lines(self.classes)
        steps, pen = self._strip.steps, self._canvas.pen_width
        self._digits = digits_of(drawing, steps, pen, several=several, image_shape=self.image_shape)
        self.chosen = last_drawn(self._digits, drawing)
        self.digits_changed.emit()
