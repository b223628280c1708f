"""One step of a lesson: its words, what it offers to set up, its question, and what is said when it is done."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QRadioButton, QScrollArea, QWidget

from engine.config import Experiment, label_of, preset
from engine.lessons.figures import filled
from gui.bench.value_words import setting_text
from gui.look import language
from gui.look.dressed import dressed
from gui.look.plain import escaped, plain
from gui.look.style_sheet import repolish
from gui.look.words import in_turn, labelled, translate_engine
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from engine.lessons.course import Course
    from engine.lessons.lesson import LessonText, SetUp
    from engine.lessons.state import LabState

MOST_CHOICES = 6
LAYERS = "network.hidden"
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)  # to words that take no keys
_EMPHASIS = re.compile(r"\*([^*\n]+)\*")


class StepPage(QScrollArea):
    """Shows the step of a course; it scrolls where there is no room for all of it.

    Signals:
        set_up_wanted: What the step offers is to be changed.
        chosen: The question is answered (which choice, counted from 1).
        hint_wanted: The hint is to be shown.
    """

    set_up_wanted = Signal()
    chosen = Signal(int)
    hint_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setObjectName("lessonStep")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shows_hint = False
        self._is_praised = False
        self._announced = ""
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        column = _Column(self)
        self._title = dressed(WholeLabel(parent=column), name="lessonStepTitle", role="heading")
        self._text = dressed(_MarkupLabel(parent=column), name="lessonText")
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read aloud; arrow keys scroll from there
        self.setFocusProxy(self._text)
        self.set_up_button = dressed(
            QPushButton(column), text=lambda: self.tr("Set it up"), name="lessonSetUp"
        )
        self._set_up = dressed(WholeLabel(parent=column), name="lessonSetUpWords", role="muted")
        self._question = dressed(_MarkupLabel(parent=column), name="lessonQuestion")
        self.choices = [_Choice(number, column) for number in range(1, MOST_CHOICES + 1)]
        self._group = QButtonGroup(self)
        for choice in self.choices:
            self._group.addButton(choice.button)
        self.hint_button = dressed(QPushButton(column), text=lambda: self.tr("Hint"), name="lessonHintButton")
        self._hint = dressed(_MarkupLabel(parent=column), name="lessonHint", role="muted")
        self._praise = dressed(_MarkupLabel(parent=column), name="lessonPraise", banner="success")
        column_of(
            self._title,
            self._text,
            row_of(self.set_up_button, STRETCH),
            self._set_up,
            self._question,
            *self.choices,
            row_of(self.hint_button, STRETCH),
            self._hint,
            self._praise,
            STRETCH,
            on=column,
            margins=(12, 6, 12, 8),
            spacing=8,
        )
        self.setWidget(column)

    def _connect(self) -> None:
        self.set_up_button.clicked.connect(self.set_up_wanted)
        self.hint_button.clicked.connect(self._on_hint_button_clicked)
        for choice in self.choices:
            choice.chosen.connect(self.chosen)

    def show_course(self, course: Course, lab: LabState, *, is_new: bool, refusal: str = "") -> None:
        """Show how a course stands.

        Args:
            course: The course.
            lab: The lab now, for the figures of a hint.
            is_new: Whether another step has come into sight.
            refusal: Why nothing can be set up now.
        """
        step, code = course.step, language.spoken()
        if is_new:
            self._shows_hint = False
            self.verticalScrollBar().setValue(0)
        self._show(self._title, step.title.said(code))
        self._text.say(step.text.said(code))
        self.set_up_button.setVisible(bool(step.set_up))
        self.set_up_button.setEnabled(not refusal)
        self.set_up_button.setToolTip(plain(refusal))
        self._show(self._set_up, refusal or self._words_of(step.set_up) if step.set_up else "")
        self._show_question(course, code)
        self._show_hint(course, lab, code)
        praise = filled(step.praise.said(code), course.lab, _written) if course.is_done and course.lab else ""
        waits = bool(step.until or step.question)
        is_praised, self._is_praised = self._is_praised and not is_new, bool(praise)
        self._praise.say(praise or (self.tr("Done.") if course.is_done and waits else ""))
        if is_praised and praise:
            return  # its figures follow, which is told and scrolled to but once
        self._announce(step.text, praise, code)
        if praise and not is_new:
            QTimer.singleShot(0, self, self._show_praise)  # once it is laid out

    @Slot()
    def _show_praise(self) -> None:
        """Scroll to the praise, to its beginning where there is no room for all of it."""
        self.ensureWidgetVisible(self._praise, 0, 0)
        if self._praise.height() > self.viewport().height():
            self.verticalScrollBar().setValue(self._praise.y())

    def _words_of(self, set_up: SetUp) -> str:
        """Say what is set up."""
        parts = []
        if set_up.preset:
            parts.append(labelled(self.tr("Preset"), translate_engine(preset(set_up.preset).title)))
        if set_up.data:
            parts.append(labelled(self.tr("Data"), setting_text("data.dataset", set_up.data)))
        for path, value in set_up.settings.items():
            parts.append(labelled(translate_engine(label_of(path)), self._value_words(path, value)))
        return in_turn(parts)

    def _value_words(self, path: str, value: object) -> str:
        """Return a value as a form shows it, and hidden layers as the status line does."""
        experiment = Experiment().with_(**{path: value})
        if path == LAYERS:
            return experiment.network.summary or self.tr("none")
        return setting_text(path, reduce(getattr, path.split("."), experiment))

    def _show_question(self, course: Course, code: str) -> None:
        question = course.step.question
        self._question.say("" if question is None else question.text.said(code))
        texts = () if question is None else question.choices
        self._group.setExclusive(False)
        for number, choice in enumerate(self.choices, start=1):
            choice.setVisible(number <= len(texts))
            if number <= len(texts):
                choice.set_state(
                    texts[number - 1].said(code),
                    is_chosen=course.answer == number,
                    is_right=course.is_right,
                )
        self._group.setExclusive(bool(course.answer))

    def _show_hint(self, course: Course, lab: LabState, code: str) -> None:
        words = course.step.hint.said(code)
        is_wrong = bool(course.answer) and not course.is_right
        shows = bool(words) and not course.is_done and (self._shows_hint or is_wrong)
        self.hint_button.setVisible(bool(words) and not course.is_done and not shows)
        hint = filled(words, lab, _written) if shows else ""
        self._hint.say(hint or (self.tr("Not quite. Try another answer.") if is_wrong else ""))

    def _show(self, label: WholeLabel, text: str) -> None:
        label.setVisible(bool(text))
        if text != label.text():
            label.setText(text)

    def _announce(self, text: LessonText, praise: str, code: str) -> None:
        """Let a screen reader say what came: the words of a step, then its praise."""
        words = _bare(praise or text.said(code))
        self.setAccessibleName(_bare(text.said(code)))
        if words != self._announced:
            self._announced = words
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def _on_hint_button_clicked(self) -> None:
        self._shows_hint = True
        self.hint_wanted.emit()


class _MarkupLabel(WholeLabel):
    """Shows words of a lesson: paragraphs, and what is emphasised; nothing else is taken for markup."""

    _said = ""

    def say(self, words: str) -> None:
        self.setVisible(bool(words))
        if words != self._said:
            self._said = words
            self.set_markup(_markup(words))
            self.setAccessibleName(_bare(words))
            self._ask_for_room()

    def event(self, event: QEvent) -> bool:
        above = self.parentWidget()
        if isinstance(event, QFocusEvent) and isinstance(above, _Column):
            above.set_framed(self if event.gotFocus() and event.reason() in BY_KEY else None)
        return super().event(event)


class _Column(QWidget):
    """What the parts of a step stand on; it frames the words that Tab has come to, clear of their letters."""

    _framed: QWidget | None = None

    def set_framed(self, part: QWidget | None) -> None:
        self._framed = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._framed is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.2))
            painter.drawRoundedRect(QRectF(self._framed.geometry()).adjusted(-6, -3, 6, 3), 4, 4)
            painter.end()


class _Choice(QWidget):
    """An answer that may take several lines.

    Signals:
        chosen: It was chosen (its number).
    """

    chosen = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.button = dressed(QRadioButton(self), name=f"lessonChoice{number}")
        self._words = WholeLabel(self)
        row_of((self.button, 0, Qt.AlignmentFlag.AlignTop), (self._words, 1), on=self, spacing=4)
        self.button.clicked.connect(self._on_button_clicked)

    def set_state(self, words: str, *, is_chosen: bool, is_right: bool) -> None:
        """Show an answer, whether it was given, and whether another can be given still."""
        if words != self._words.text():
            self._words.setText(words)
        self.button.setAccessibleName(words)
        self.button.setChecked(is_chosen)
        self.setEnabled(not is_right or is_chosen)
        role = "problem" if is_chosen and not is_right else ""
        if role != (self._words.property("role") or ""):
            self._words.setProperty("role", role)
            repolish(self._words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it by its words, too."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.click()

    @Slot()
    def _on_button_clicked(self) -> None:
        self.chosen.emit(self._number)


def _markup(words: str) -> str:
    """Return words in HTML; whatever else they hold is shown letter by letter."""
    shown = [_EMPHASIS.sub(r"<b>\1</b>", escaped(part)) for part in _paragraphs(words)]
    return "".join(f"<p style='margin:0 0 6px 0'>{part}</p>" for part in shown[:-1]) + "".join(shown[-1:])


def _paragraphs(words: str) -> list[str]:
    """Return the paragraphs, each in one line as a long text in a file is broken anywhere."""
    return [_joined(part.split("\n")) for part in re.split(r"\n\s*\n", words)]


def _joined(lines: list[str]) -> str:
    """Join lines: with a space, but for between two signs of Chinese, where none stands."""
    row = ""
    for line in map(str.strip, lines):
        wants_space = row and line and not (row[-1] > "\u2e7f" and line[0] > "\u2e7f")
        row += f" {line}" if wants_space else line
    return row


def _bare(words: str) -> str:
    return _EMPHASIS.sub(r"\1", words)


def _written(phrase: str) -> str:
    return translate_engine(phrase)
