"""The pad as a whole: draw, and see at once what the network sees and what it makes of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QElapsedTimer, QMetaMethod, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from engine.data.ink import InkStage, image_stages, stages
from engine.errors import NetSketchError
from gui.pad.arrangement import MARGIN, arrange, scale_for
from gui.pad.canvas import DrawingCanvas
from gui.pad.ink_strip import InkStrip
from gui.pad.probability_bars import ProbabilityBars
from gui.pad.strokes import SIDE
from gui.pad.tool_row import ToolRow
from gui.style_sheet import repolish
from gui.theme import tabular_font
from gui.widgets.words import error_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QUndoStack

    Predictor = Callable[[NDArray[np.uint8]], NDArray[np.float32]]

log = logging.getLogger(__name__)

PAUSES = (4, 100)
"""Shortest and longest pause between two predictions in milliseconds; between them, as long as the last one took."""
DIGITS = tuple("0123456789")


class DrawingPanel(QWidget):
    """Joins the canvas, its tools, the network's view and its answer.

    Signals:
        failed: An image could not be shown; a sentence for the person (str). Where nobody listens, the panel says
            it itself.
    """

    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingPanel")
        self._predictor: Predictor | None = None
        self._classes: tuple[str, ...] = DIGITS
        self._stages: list[InkStage] | None = None
        self._probabilities: NDArray[np.float32] | None = None
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
        self.tools = ToolRow(self.canvas, self)
        self._notice = QLabel(self)
        self._notice.setObjectName("padNotice")
        self._notice.setWordWrap(True)
        self._notice.setProperty("banner", "warning")
        self._notice.hide()
        self._answer = QLabel(self)
        self._answer.setObjectName("predictionLabel")
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._answer.setWordWrap(True)
        self._answer.setAccessibleName(self.tr("Prediction"))
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
        self._classes = tuple(classes)
        self.bars.set_classes(self._classes)
        digits = set(self._classes) <= set(DIGITS)
        self.canvas.set_placeholder(self.tr("Draw a digit here") if digits else self.tr("Draw here"))
        self._predict()

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others; many calls in a row cost one prediction."""
        self._schedule()

    def set_notice(self, text: str) -> None:
        """Show a sentence above the canvas, such as that the model is from older settings; empty hides it."""
        self._show_notice(text, "warning")

    def probabilities(self) -> NDArray[np.float32] | None:
        """Return the network's answer, ``(classes,)`` float32; None for an empty pad or without a network."""
        self._catch_up()
        return None if self._probabilities is None else self._probabilities.copy()

    def drawing(self) -> NDArray[np.uint8] | None:
        """Return what the network sees, ``(28, 28)`` uint8; None for an empty pad."""
        self._catch_up()
        return self._stages[-1].image.copy() if self._stages else None

    # Predicting

    def _schedule(self) -> None:
        """Predict soon, once for all that happens until then."""
        self._stale = True
        if self._timer.isActive() or not self.isVisible():
            return
        spent = self._since_prediction.elapsed() if self._since_prediction.isValid() else PAUSES[1]
        self._timer.start(max(0, self._pause - int(spent)))

    def _catch_up(self) -> None:
        if self._stale:
            self._predict()

    def _predict(self) -> None:
        self._timer.stop()
        self._stale = False
        self._problem = ""
        self._probabilities = None
        clock = QElapsedTimer()
        clock.start()
        try:
            if self._stages is None:
                self._stages = self._prepare()
                self.strip.set_stages(self._stages)
            if self._stages and self._predictor is not None:
                self._probabilities = self._ask(self._predictor, self._stages[-1].image)
        except NetSketchError as error:
            self._problem = " ".join(filter(None, error_words(error)))
        except Exception as error:
            log.exception("The prediction failed")
            self._problem = self.tr("The network gave no answer: {reason}").format(reason=error)
        self._pause = min(max(int(clock.elapsed()), PAUSES[0]), PAUSES[1])
        self._since_prediction.start()
        self._show_answer()

    def _prepare(self) -> list[InkStage]:
        """Return the pictures on the way from the canvas to the network; none for an empty pad."""
        if self.canvas.is_empty:
            return []
        image = self.canvas.image()
        if image is not None:
            return image_stages(image, steps=self.strip.steps)
        return stages(
            self.canvas.strokes(),
            steps=self.strip.steps,
            pen_width_drawn=self.canvas.stroke_width(),
            canvas=(SIDE, SIDE),
        )

    def _ask(self, predictor: Predictor, view: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        answer = np.asarray(predictor(view[None]), dtype=np.float32)
        if answer.shape != (1, len(self._classes)):
            raise NetSketchError(
                "The network's answer does not fit.",
                cause="It has {found} numbers for {classes} classes.",
                found=answer.shape[-1] if answer.ndim else 1,
                classes=len(self._classes),
            )
        if not np.isfinite(answer).all():
            raise NetSketchError(
                "The network's answer is not a number.",
                remedy="Train anew with a lower learning rate.",
            )
        return np.asarray(answer[0])

    def _show_answer(self) -> None:
        self.bars.set_probabilities(self._probabilities)
        if self._probabilities is not None:
            best = int(np.argmax(self._probabilities))
            text = self.tr("{name} · {percent}").format(
                name=self._classes[best], percent=self.bars.text_of(best)
            )
            self._say(text, "answer")
        elif self._problem:
            self._say(self._problem, "problem")
        elif self._predictor is None:
            drawn = bool(self._stages)
            self._say(
                self.tr("No network yet: press Train") if drawn else self.tr("Train first, then draw"),
                "muted",
            )
        elif set(self._classes) <= set(DIGITS):
            self._say(self.tr("Draw a digit"), "muted")
        else:
            self._say(self.tr("Draw something or drop an image"), "muted")

    def _say(self, text: str, role: str) -> None:
        if text == self._answer.text() and role == self._answer.property("role"):
            return
        self._answer.setText(text)
        self._answer.setToolTip(text if role == "problem" else "")
        if role != self._answer.property("role"):
            self._answer.setProperty("role", role)
            repolish(self._answer)
        self._fit_answer()

    def _fit_answer(self) -> None:
        """Give the answer the largest letters that fit."""
        scale = scale_for(self.width(), self.height())
        role = self._answer.property("role")
        size = (26 if role == "answer" else 13) * scale
        font = tabular_font(self.font(), bold=role == "answer")
        font.setPixelSize(round(size))
        if role == "answer":
            wide = QFontMetricsF(font).horizontalAdvance(self._answer.text())
            font.setPixelSize(max(10, round(size * min(1.0, (self._answer.width() - 4) / max(wide, 1.0)))))
        if font != self._answer.font():
            self._answer.setFont(font)

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
        self._stages = None
        self._schedule()

    @Slot(object)
    def _on_strip_steps_changed(self, _steps: object) -> None:
        self._stages = None
        self._predict()

    @Slot(str)
    def _on_canvas_failed(self, sentence: str) -> None:
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            self._show_notice(sentence, "error")
        self.failed.emit(sentence)

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._catch_up()

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
        )
        self.canvas.setGeometry(places.canvas)
        self.tools.setGeometry(places.tools)
        self._answer.setGeometry(places.answer)
        self.strip.setGeometry(places.strip)
        self.bars.setGeometry(places.bars)
        self._fit_answer()

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
