"""The panel of lessons at the side of the page: the list of them, or one step; folded away, a narrow strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QToolButton, QWidget

from gui.lessons.list_page import LessonList
from gui.lessons.step_page import StepPage
from gui.look import icons, language
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import said
from gui.look.style_sheet import repolish
from gui.look.text_size import px
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.short_label import ShortLabel
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.lessons.course import Course
    from engine.lessons.state import LabState

USUAL_WIDTH, LEAST_WIDTH = 270, 190
"""Pixels."""


class LessonPanel(QFrame):
    """Shows lessons, and steers nothing by itself.

    Attributes:
        lessons: The list of lessons.
        step_page: The step in sight.

    Signals:
        list_wanted: The list of lessons is to be shown.
        back_wanted: The step before is wanted.
        next_wanted: The next step is wanted, done or not.
        show_wanted: What the step points at is to be brought into sight again.
        close_wanted: The panel is to go.
        fold_wanted: It is to be folded away to a strip, or unfolded.
        folded: It was (bool).
    """

    list_wanted = Signal()
    back_wanted = Signal()
    next_wanted = Signal()
    show_wanted = Signal()
    close_wanted = Signal()
    fold_wanted = Signal()
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessonPanel")
        self._folded = False
        self._course: Course | None = None
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self._to_list = dressed(
            QToolButton(self, autoRaise=True, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
            text=lambda: self.tr("Lessons"),
            name="lessonsBack",
        )
        icons.set_icon(self._to_list, "left", "text_muted")
        self._heading = dressed(ShortLabel(self), role="heading")
        said(self._heading.setText, lambda: self.tr("Lessons"))
        self.fold_button = dressed(QToolButton(self, autoRaise=True), name="lessonFold")
        self._close = dressed(
            QToolButton(self, autoRaise=True),
            name="lessonClose",
            tip=lambda: self.tr("Close the lessons (Esc)"),
            accessible=lambda: self.tr("Close the lessons"),
        )
        self._close.setText("✕")
        self._room = QWidget(self)
        head = row_of(
            self._to_list, (self._heading, 1), (self._room, 1), self.fold_button, self._close,
            margins=(8, 8, 6, 0), spacing=2,
        )  # fmt: skip
        self._title = dressed(WholeLabel(parent=self), name="lessonTitle", role="heading")
        self._progress = ProgressBar(self, textVisible=False)
        self._progress.setFixedHeight(3)
        self._place = dressed(ShortLabel(self), name="lessonPlace", role="muted")
        self.step_page = StepPage(self)
        self._back = dressed(QPushButton(self), text=lambda: self.tr("Back"), name="lessonBack")
        self._show = dressed(
            QPushButton(self), text=lambda: self.tr("Show"), name="lessonShow",
            tip=lambda: self.tr("Bring into sight what this step is about"),
        )  # fmt: skip
        self._next = dressed(_OnceButton(self), name="lessonNext")
        one = QWidget(self)
        flow = FlowBox(spacing=6, parent=one, last_at_end=True)  # large words take two rows
        for button in (self._back, self._show, self._next):
            flow.add(button)
        buttons = row_of((flow, 1), margins=(12, 4, 12, 10))
        top = column_of(self._title, self._progress, self._place, margins=(12, 4, 12, 0), spacing=4)
        column_of(top, (self.step_page, 1), buttons, on=one, spacing=2)
        self.lessons = LessonList(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.lessons)
        self._pages.addWidget(one)
        self._one = one
        self._below = QWidget(self)  # what holds the head above where there is nothing else
        column_of(head, (self._pages, 1), (self._below, 1), on=self, spacing=2)

    def _connect(self) -> None:
        self._to_list.clicked.connect(self.list_wanted)
        self._close.clicked.connect(self.close_wanted)
        self._back.clicked.connect(self.back_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._show.clicked.connect(self.show_wanted)
        self.fold_button.clicked.connect(self.fold_wanted)

    @property
    def step(self) -> int:
        """Which step is in sight, counted from 0."""
        return 0 if self._course is None else self._course.place

    @property
    def is_done(self) -> bool:
        """Whether that step is done."""
        return self._course is not None and self._course.is_done

    @property
    def shows_list(self) -> bool:
        """Whether the list of lessons is in sight, and not a step."""
        return self._pages.currentWidget() is self.lessons

    def show_list(self) -> None:
        """Turn to the list of lessons."""
        self._course = None
        turn_to(self._pages, self.lessons)
        self._show_head()

    def show_course(self, course: Course, lab: LabState, *, is_new: bool, refusal: str = "") -> None:
        """Turn to the step of a course; see ``StepPage.show_course``."""
        self._course = course
        count = len(course.lesson.steps)
        self._title.setText(course.lesson.title.said(language.spoken()))
        self._progress.setRange(0, count)
        self._progress.setValue(course.place + course.is_done)
        place = self.tr("Step {number} of {count}").format(number=course.place + 1, count=count)
        self._place.setText(place)
        self._progress.setAccessibleName(place)
        self.step_page.show_course(course, lab, is_new=is_new, refusal=refusal)
        self._back.setEnabled(course.place > 0)
        self._show.setVisible(bool(course.step.look))
        if not course.is_done:
            self._next.setText(self.tr("Go on anyway"))
        else:
            self._next.setText(self.tr("Finish") if course.is_last else self.tr("Next"))
        if bool(self._next.property("main")) != course.is_done:
            self._next.setProperty("main", course.is_done)
            repolish(self._next)
        turn_to(self._pages, self._one)
        self._show_head()

    def _show_head(self) -> None:
        is_open, is_list = not self._folded, self.shows_list
        self._to_list.setVisible(is_open and not is_list)
        self._heading.setVisible(is_open and is_list)
        self._room.setVisible(is_open and not is_list)
        self._close.setVisible(is_open)
        self._pages.setVisible(is_open)
        self._below.setVisible(not is_open)

    # Room

    @property
    def is_folded(self) -> bool:
        """Whether only a strip of it is there."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Leave a narrow strip, or unfold it."""
        if folded == self._folded:
            return
        self._folded = folded
        self._show_head()
        self.say_fold()
        self.setMaximumWidth(self.minimumSizeHint().width() if folded else 16777215)
        self.updateGeometry()
        self.folded.emit(folded)

    def say_fold(self) -> None:
        """Say what the button does."""
        icons.set_icon(self.fold_button, "right" if self._folded else "left", "text_muted")
        words = self.tr("Unfold the lessons") if self._folded else self.tr("Fold the lessons away")
        self.fold_button.setToolTip(plain(words))
        self.fold_button.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(px(USUAL_WIDTH), 400)

    def minimumSizeHint(self) -> QSize:
        if self._folded:
            return QSize(self.fold_button.sizeHint().width() + 14, 0)
        return QSize(px(LEAST_WIDTH, 0.5), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)


class _OnceButton(QPushButton):
    """Takes a double click for one press: the second would be about a step that nobody has read yet."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
