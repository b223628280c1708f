"""What a model writes while it learns: the same few unseen questions with its present answers, or a line of prose."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from engine.data.text.asked import asked_of, beginning_of, is_prose
from engine.data.text.signs import signs_of
from engine.records import dataclass
from gui.look import theme
from gui.look.text_size import px
from gui.look.words import joined
from gui.stations.train.strip import Strip
from gui.widgets.images import pictures
from gui.widgets.images.cells import CellRows
from gui.widgets.text.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QShowEvent

    from engine.data.dataset import Dataset
    from engine.data.text.asked import Asked
    from gui.widgets.text.writes import Writes

QUESTIONS = 4
EVERY = 1.0  # seconds from one writing to the next while training
PROSE_LENGTH, ANSWER_LENGTH = 120, 64  # characters at most
TEMPERATURE = 0.8  # of prose
EDGE, GAP = 4, 10  # pixels
NARROWEST = 110  # pixels of a question with its answer


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: what is asked, what is right, and where in the data it stands."""

    asked: Asked
    prompt: str


class LineStrip(Strip):
    """Lines that are written anew with newer weights, once a second while they keep coming, a little at a time.

    Enter puts one on the pad.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineStrip")
        self._lines: list[_Line] = []
        self._prose = True
        self._answers: dict[int, str] = {}
        self._writer: Writes | None = None
        self._place = 0  # of the line that is being written
        self._seed = 0
        self._is_stale = False
        self._began = 0.0
        self._problem = ""
        self._writing = Writing(self)
        self._writing.ended.connect(self._on_writing_ended)
        self._writing.failed.connect(self._on_writing_failed)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._begin)
        self._tell()

    # What others set

    def set_examples(self, examples: Dataset) -> None:
        """Ask other questions, the first of these, or go on with the beginning of the first text of them."""
        self._writing.stop()
        self._prose = is_prose(examples.labels)
        shown = examples.subset(slice(1 if self._prose else QUESTIONS))
        self._lines = []
        for ids, labels in zip(shown.images, shown.labels, strict=True):
            asked = asked_of(ids, labels, shown.classes)
            self._lines.append(_Line(asked, beginning_of(asked.answer) if self._prose else asked.question))
        self._answers = {}
        self.hovered = self.chosen = -1
        self._tell()
        self.update()
        self.refresh(live=False)

    def set_writer(self, writer: Writes | None) -> None:
        """Take another model, or None where there is none that fits."""
        if writer is self._writer:
            return
        self._writer = writer
        if writer is None:
            self._writing.stop()
            self._later.stop()
            self._answers = {}
            self._tell()
            self.update()
        else:
            self.refresh(live=False)

    def refresh(self, *, live: bool) -> None:
        """Write anew, as weights are others.

        Args:
            live: Whether more will come soon: then once a second is enough.
        """
        self._is_stale = True
        if self._writing.is_active or not self.isVisible():
            return
        wait = self._began + EVERY - time.perf_counter() if live else 0.0
        if not self._later.isActive() or not live:
            self._later.start(max(0, round(1000 * wait)))

    def answers(self) -> list[str | None]:
        """Return what stands behind each line; None where nothing does yet."""
        return [self._answers.get(place) for place in range(len(self._lines))]

    def right(self) -> int | None:
        """Return how many questions are answered rightly, or None where that is not known."""
        if self._prose or len(self._answers) < len(self._lines) or not self._lines:
            return None
        return sum(self._answers[place] == line.asked.answer for place, line in enumerate(self._lines))

    # Writing

    @Slot()
    def _begin(self) -> None:
        if self._writer is not None and self._lines and self.isVisible():
            self._is_stale = False
            self._began = time.perf_counter()
            self._place = 0
            self._problem = ""
            self._write()

    def _write(self) -> None:
        writer, line = self._writer, self._lines[self._place]
        assert writer is not None, "it began with one"
        if self._prose:
            self._seed += 1
            self._writing.begin(writer.write(line.prompt, PROSE_LENGTH, TEMPERATURE, self._seed))
        else:
            self._writing.begin(writer.write(line.prompt, ANSWER_LENGTH, 0.0, 0))

    @Slot(str)
    def _on_writing_ended(self, text: str) -> None:
        if self._answers.get(self._place) != text:
            self._answers[self._place] = text
            self.update(self.cell(self._place))
        self._place += 1
        if self._place < len(self._lines):
            self._write()
            return
        self._tell()
        if self._is_stale:
            self.refresh(live=True)

    @Slot(str)
    def _on_writing_failed(self, words: str) -> None:
        self._problem, self._answers = words, {}
        self._tell()
        self.update()

    # Words

    def words_of(self, index: int) -> str:
        line, answer = self._lines[index], self._answers.get(index)
        if self._prose:
            return self.tr("The model goes on with “{beginning}”").format(beginning=line.prompt)
        right = self.tr("“{question}”: right is {answer}").format(
            question=line.prompt, answer=line.asked.answer
        )
        if answer is None:
            return right
        says = self.tr("the model says “{answer}”").format(answer=answer)
        if answer == line.asked.answer:
            return self.tr("“{question}”: the model says {answer}, and that is right").format(
                question=line.prompt, answer=answer
            )
        return joined((right, says))

    def click_words(self) -> str:
        return self.tr("A click puts it on the pad.")

    def _tell(self) -> None:
        """Say how many are right for those who hear the window."""
        self.setAccessibleName(self.tr("Examples"))
        right = self.right()
        words = self._problem or self.tr("No examples yet")
        if self._prose and self._answers:
            words = self._lines[0].prompt + self._answers[0]
        elif right is not None:
            words = self.tr("{right} of {count} questions are answered rightly").format(
                right=right, count=len(self._lines)
            )
        elif self._lines:
            words = self.tr("{count} examples").format(count=len(self._lines))
        self.setAccessibleDescription(words)

    # Measures

    def count(self) -> int:
        return min(len(self._lines), self._columns())

    def _columns(self) -> int:
        return 1 if self._prose else max(1, min(QUESTIONS, self.width() // px(NARROWEST)))

    def rows(self) -> CellRows:
        """Return where lines lie, beside each other."""
        columns = max(1, min(self._columns(), len(self._lines)))
        across = (self.width() - 2 * EDGE + GAP) / columns
        return CellRows(columns, QSize(round(across - GAP), self.height()), across, self.height(), left=EDGE)

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 3

    def sizeHint(self) -> QSize:
        return QSize(px(420, 0.5), 2 * self._line_height() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(NARROWEST), 2 * self._line_height() + 2 * EDGE)

    # Painting

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setFont(theme.tabular_font(self.font()))
        if not self._lines or self._problem:
            painter.setPen(look.color("text_disabled"))
            words = self._problem or self.tr("Examples appear here with the data.")
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
            return
        for place in range(self.count()):
            cell = self.cell(place)
            if self._prose:
                self._paint_prose(painter, cell)
            else:
                self._paint_question(painter, cell, place)
            if place == self.chosen and self.hasFocus():
                pictures.paint_frame(painter, cell.adjusted(1, 2, -1, -2), "text")
            elif place == self.hovered:
                pictures.paint_frame(painter, cell.adjusted(1, 2, -1, -2), "accent")

    def _paint_question(self, painter: QPainter, cell: QRect, place: int) -> None:
        look, line = theme.current(), self._lines[place]
        answer = self._answers.get(place)
        high = self._line_height()
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter)
        first = QRect(cell.x(), EDGE, cell.width(), high)
        painter.setPen(look.color("text_muted"))
        painter.drawText(QRectF(first), middle, _elided(painter, signs_of(line.prompt), cell.width()))
        if answer is None:
            return
        is_right = answer == line.asked.answer
        below = first.translated(0, high)
        words = signs_of(answer) or self.tr("nothing")
        pictures.paint_answer(painter, below, words, "success" if is_right else "error", is_right=is_right)

    def _paint_prose(self, painter: QPainter, cell: QRect) -> None:
        look, prompt = theme.current(), signs_of(self._lines[0].prompt)
        written = signs_of(self._answers.get(0, ""))
        metrics, high = QFontMetricsF(painter.font()), self._line_height()
        inside = cell.adjusted(6, 0, -6, 0)
        left, top = float(inside.left()), float(EDGE)
        for role, text in (("text_muted", prompt), ("accent", written)):
            painter.setPen(look.color(role))
            for word in re.findall(r"\S+|\s", text):
                wide = metrics.horizontalAdvance(word)
                fits = wide <= inside.width()
                for part in (word,) if fits else word:  # what has no spaces is broken anywhere
                    wide = metrics.horizontalAdvance(part)
                    if left + wide > inside.right():
                        left, top = float(inside.left()), top + high
                        if top + high > self.height():
                            return
                    if part.isspace() and left <= inside.left():
                        continue
                    line = QRectF(left, top, wide + 2, high)
                    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), part)
                    left += wide

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh(live=False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)


def _elided(painter: QPainter, words: str, room: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
