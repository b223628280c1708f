"""Asks the network what is on the pad: soon after each change, and no more often than the machine can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal

from engine.data import ink
from engine.data.doubt.verdict import Verdict, verdict
from engine.data.photo import DRAWN_SHAPE, takes_drawings
from gui.pad.asker import Asker
from gui.pad.reading import ask, digits_of, last_drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from engine.data.doubt.doubt import Doubt
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
        doubt: What tells which drawings are none of its classes; None where nothing is claimed.
        chosen: Which of the digits the answer is about, counted from 0.
    """

    digits_changed = Signal()

    def __init__(self, canvas: DrawingCanvas, strip: InkStrip, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.predictor: Predictor | None = None
        self.classes: tuple[str, ...] = DIGITS
        self.image_shape: tuple[int, ...] = DRAWN_SHAPE
        self.doubt: Doubt | None = None
        self.chosen = 0
        self._canvas = canvas
        self._strip = strip
        self._digits: list[PadDigit] | None = None  # None until the drawing was looked at
        self._answers: NDArray[np.float32] | None = None  # (digits, classes)
        self._doubts: list[float] = []  # of each digit

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

    def verdicts(self) -> list[Verdict]:
        """Return what may be said of each digit; empty without an answer."""
        self.catch_up()
        if self._answers is None:
            return []
        return [verdict(answer, doubt) for answer, doubt in zip(self._answers, self._doubts, strict=True)]

    def two_likeliest(self, place: int) -> tuple[str, str]:
        """Return the likeliest class of a digit that was asked about, and the next."""
        assert self._answers is not None, "there is an answer"
        first, second = np.argsort(-self._answers[place], kind="stable")[:2]
        return self.classes[first], self.classes[second]

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

    def set_doubt(self, doubt: Doubt | None) -> None:
        """Take what tells which drawings are none of the classes, and look anew: it parts digits, too."""
        if doubt is not self.doubt:
            self.doubt = doubt
            self.look_again(at_once=True)

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
            views = [digit.view for digit in self._digits]
            doubt = self._usable_doubt()
            self._doubts = [0.0] * len(views) if doubt is None else doubt.doubts(np.stack(views)).tolist()

    def _look(self) -> None:
        """Find the digits on the canvas and bring each to what the network sees."""
        drawing = self._canvas.drawing()
        several = ink.stand_in_lines(self.classes)
        steps, pen = self._strip.steps, self._canvas.pen_width
        doubt = self._usable_doubt()
        self._digits = digits_of(
            *(drawing, steps, pen),
            several=several,
            image_shape=self.image_shape,
            part=None if doubt is None else doubt.best_parting,
        )
        self.chosen = last_drawn(self._digits, drawing)
        self.digits_changed.emit()

    def _usable_doubt(self) -> Doubt | None:
        """Return what is known of strange drawings, for a network of its classes that takes drawings as they come."""
        doubt = self.doubt
        fits = doubt is not None and doubt.classes == len(self.classes) and takes_drawings(self.image_shape)
        return doubt if fits and self._strip.steps == ink.InkSteps() else None
