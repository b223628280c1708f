"""Lessons in the window: opened, gone through and closed; nothing of them is read before somebody wants one."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from engine.errors import NetSketchError
from gui.lessons.progress import Progress
from gui.look import language
from gui.look.spoken import follow_language
from gui.widgets import remembered_layout
from gui.widgets.notice_bar import Notice
from gui.widgets.steady_focus import SteadyFocus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from engine.lessons.course import Course
    from engine.lessons.lesson import Lesson
    from engine.lessons.state import LabState
    from gui.lessons.panel import LessonPanel
    from gui.lessons.pointing import Pointing
    from gui.lessons.shelf import Shelf
    from gui.lessons.watching import Watching
    from gui.window.body import WindowBody
    from gui.window.finding import Findable
    from gui.workbench import Workbench

WIDTH = "lesson_width"  # under which the width of the panel is remembered


class _Parts(NamedTuple):
    """What is made when a lesson is first wanted."""

    panel: LessonPanel
    watching: Watching
    pointing: Pointing


class Lessons(QObject):
    """Leads a person through lessons, beside everything else that the window does.

    Args:
        workbench: What is watched, and set up where the person asks for it.
        body: What is in the window; the panel is put into it.
        window: The window.

    Signals:
        failed: Something could not be done (NetSketchError).
        notice_raised: Something is to be told above the page (Notice).
        refused: Lessons of one's own cannot be used as they are (list of LessonError).
        shown: The panel came into the window.
    """

    failed = Signal(object)
    notice_raised = Signal(object)
    refused = Signal(object)
    shown = Signal()

    def __init__(self, workbench: Workbench, body: WindowBody, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._body = body
        self._window = window
        self.progress = Progress(workbench.preferences)
        self._key = ""
        self._course: Course | None = None
        self._made: _Parts | None = None

    # What is there

    @property
    def panel(self) -> LessonPanel:
        """The panel; made when it is first asked for."""
        return self._parts().panel

    @property
    def course(self) -> Course | None:
        """How far one is in the lesson that is open; None while none is."""
        return self._course

    @property
    def key(self) -> str:
        """Key of the lesson that is open, or empty."""
        return self._key

    @property
    def target(self) -> QWidget | None:
        """What is pointed at now."""
        return None if self._made is None else self._made.pointing.target

    @property
    def is_shown(self) -> bool:
        """Whether the panel is in the window."""
        return self._made is not None and not self._made.panel.isHidden()

    def all(self) -> dict[str, Lesson]:
        """Return the lessons there are by their keys: those that come with the program, then one's own.

        Raises:
            LessonError: If one of the first is damaged.
        """
        return self._shelf.all()

    @cached_property
    def _shelf(self) -> Shelf:
        from gui.lessons.shelf import Shelf

        return Shelf(self.progress)

    def findables(self) -> Iterator[Findable]:
        """Return each lesson as something that can be found by its words."""
        from gui.window.finding import Findable

        titles = language.in_all_languages([lambda: self.tr("Lessons")])[0]
        for key, lesson in self.all().items():
            names = tuple(
                dict.fromkeys((lesson.title.said(language.spoken()), *lesson.title.by_language.values()))
            )
            yield Findable(f"lesson {key}", names, titles, partial(self.open, key))

    # Opening and closing

    def offer(self) -> None:
        """Say once, at the first start, that there are lessons."""
        if self.progress.take_offer():
            self.notice_raised.emit(
                Notice(
                    "info",
                    lambda: self.tr("New here?"),
                    lambda: self.tr("Short lessons lead you through the lab, from the first training on."),
                    lambda: self.tr("Show Lessons"),
                    self.show,
                    lambda: not self.is_shown,
                    is_patient=True,
                )
            )

    @Slot()
    def show(self) -> None:
        """Show the lessons there are, or the one that is open."""
        parts = self._parts()
        if self._course is None:
            self._list()
        self._come(parts)
        if self._course is None:
            parts.panel.lessons.list.setFocus()
        else:
            parts.pointing.point(self._course.step.look)  # no more since it was closed
            SteadyFocus.lead_to(parts.panel.step_page)

    @Slot(str)
    def open(self, key: str) -> None:
        """Open a lesson where one was in it last."""
        from engine.lessons.course import Course

        try:
            lesson = self.all().get(key)
        except NetSketchError as error:
            self.failed.emit(error)
            return
        if lesson is None:
            return
        parts = self._parts()
        focus = QApplication.focusWidget()
        was_listed = focus is not None and parts.panel.lessons.isAncestorOf(focus)
        self._key, self._course = key, Course(lesson, self.progress.place(key))
        parts.watching.begin_lesson()
        self._come(parts)
        self._begin_step()
        if was_listed:
            SteadyFocus.lead_to(parts.panel.step_page)

    def open_path(self, path: Path) -> None:
        """Open a lesson of one's own, or list those of a folder; what is wrong with any is told."""
        lessons, errors = self._shelf.add(path)
        if errors:
            self.refused.emit(errors)
        if len(lessons) == 1:
            self.open(*lessons)
        elif lessons:
            self._course = None
            self.show()

    def opener(self, path: Path) -> Callable[[Path], object] | None:
        """Return what opens a lesson, or a folder of them; None where it is neither."""
        from gui.lessons.shelf import holds_lessons

        return self.open_path if holds_lessons(path) else None

    @Slot()
    def close(self) -> None:
        """Take the panel away; where one was is kept."""
        if self._made is None:
            return
        self.save_layout()
        panel, focus = self._made.panel, QApplication.focusWidget()
        had_focus = focus is not None and panel.isAncestorOf(focus)
        panel.hide()
        self._rest()
        if had_focus:
            self._body.setFocus()

    @Slot()
    def fold(self) -> None:
        """Leave a narrow strip of the panel, or unfold it."""
        self.save_layout()
        self.panel.set_folded(not self.panel.is_folded)

    def forget_progress(self) -> None:
        """Let nothing be begun or gone through, as for the next class; the panel goes."""
        self.close()
        self._key, self._course = "", None
        self.progress.forget()
        self._shelf.forget()

    # Through a lesson

    @Slot()
    def go_on(self) -> None:
        """Go to the next step, done or not; from the last one to the list, with the lesson that follows."""
        course = self._course
        if course is None:
            return
        if course.go(1):
            self._turn(course)
            return
        if course.is_done:
            self.progress.finish(self._key)
        self._list(following=True)

    @Slot()
    def go_back(self) -> None:
        """Go to the step before."""
        if self._course is not None and self._course.go(-1):
            self._turn(self._course)

    def _turn(self, course: Course) -> None:
        """Show the step that was gone to; who came by a key reads it first, as the button says something else now."""
        self.progress.set_place(self._key, course.place)
        self._begin_step()
        focus, panel = QApplication.focusWidget(), self.panel
        if focus is not None and panel.isAncestorOf(focus) and SteadyFocus.has_led_to(focus):
            SteadyFocus.lead_to(panel.step_page, Qt.FocusReason.TabFocusReason)

    @Slot()
    def set_up(self) -> None:
        """Change what the step offers to change, undone as one."""
        course = self._course
        if course is None or self._refusal():
            return
        what, lesson = course.step.set_up, course.lesson
        changes = ({"data.dataset": what.data} if what.data else {}) | dict(what.settings)
        words, before = partial(self._words_of_set_up, lesson), self._workbench.experiment
        try:
            self._workbench.editor.set_up(what.preset, changes, words)
        except NetSketchError as error:
            self.failed.emit(error)
            return
        if self._workbench.experiment == before:
            return
        course.begin_anew()
        self._parts().watching.begin_anew()
        self._show_step()

    def _words_of_set_up(self, lesson: Lesson) -> str:
        return self.tr("set up for “{title}”").format(title=lesson.title.said(language.spoken()))

    @Slot(int)
    def choose(self, choice: int) -> None:
        """Answer the question of the step; choices are counted from 1."""
        if self._course is not None:
            self._course.choose(choice)
            self._show_step()

    @Slot()
    def point(self) -> None:
        """Bring into sight what the step points at, and the pad where it waits for a hand on that."""
        from engine.lessons.conditions.pad import ask_for_pad

        if self._made is not None:
            self._made.pointing.bring()
            if self._course is not None and ask_for_pad(self._course.step.until):
                self._body.pad_placement.bring_back()

    def _begin_step(self) -> None:
        course, parts = self._course, self._parts()
        if course is None:
            return
        parts.watching.begin_step()
        parts.pointing.point(course.step.look)
        if not course.is_done:
            self.point()
        self._show_step(is_new=True)
        parts.watching.look()

    def _refusal(self) -> str:
        """Return why nothing can be set up now."""
        return self.tr("Stop the training first.") if self._workbench.running else ""

    @Slot()
    def _show_step(self, *, is_new: bool = False) -> None:
        parts = self._made
        if self._course is not None and parts is not None:
            lab = parts.watching.lab()
            parts.panel.show_course(self._course, lab, is_new=is_new, refusal=self._refusal())

    @Slot(object)
    def _on_watching_looked(self, lab: LabState) -> None:
        if self._course is not None and self._course.look(lab):
            self._show_step()
        self._parts().pointing.follow()

    def _list(self, *, following: bool = False) -> None:
        """Turn to the list of lessons; ``following`` offers the lesson after the one that was open."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.panel.isAncestorOf(focus)
        chosen, self._key, self._course = self._key, "", None
        self._rest()
        try:
            found = self.all()
        except NetSketchError as error:
            self.failed.emit(error)
            found = self._shelf.own()
        rows = [(key, lesson, self.progress.is_done(key)) for key, lesson in found.items()]
        keys = list(found)
        place = keys.index(chosen) + 1 if following and chosen in keys else len(keys)
        after = keys[place] if place < len(keys) else ""
        self.panel.lessons.show_lessons(rows, after or chosen, is_next=bool(after))
        self.panel.show_list()
        if had_focus and following:
            SteadyFocus.lead_to(self.panel.lessons.next_button if after else self.panel.lessons.list)

    def _rest(self) -> None:
        """Watch and point no more."""
        if self._made is not None:
            self._made.watching.set_active(False)
            self._made.pointing.point("")
            self._made.pointing.take_away()

    # The panel

    def _parts(self) -> _Parts:
        """Return what only lessons need, made when the first is wanted."""
        if self._made is not None:
            return self._made
        from gui.lessons.panel import LessonPanel
        from gui.lessons.pointing import Pointing
        from gui.lessons.watching import Watching

        panel = LessonPanel(self._body)
        panel.hide()
        watching, pointing = Watching(self._workbench, self._body, self), Pointing(self._body, self._window)
        self._made = _Parts(panel, watching, pointing)
        self._body.put_beside(panel)
        watching.looked.connect(self._on_watching_looked)
        self._workbench.state_changed.connect(self._on_workbench_state_changed)
        panel.list_wanted.connect(self._on_panel_list_wanted)
        panel.back_wanted.connect(self.go_back)
        panel.next_wanted.connect(self.go_on)
        panel.show_wanted.connect(self.point)
        panel.close_wanted.connect(self.close)
        panel.fold_wanted.connect(self.fold)
        panel.folded.connect(self._on_panel_folded)
        panel.step_page.set_up_wanted.connect(self.set_up)
        panel.step_page.chosen.connect(self.choose)
        panel.step_page.hint_wanted.connect(self._show_step)
        panel.lessons.chosen.connect(self.open)
        panel.lessons.file_wanted.connect(self.choose_file)
        panel.lessons.folder_wanted.connect(self.choose_folder)
        follow_language(panel, self._say_words)
        return self._made

    def _say_words(self) -> None:
        panel = self.panel
        panel.setAccessibleName(self.tr("Lessons"))
        panel.say_fold()
        if self._course is not None:
            self._show_step()
        elif self.is_shown:
            self._list()

    def _come(self, parts: _Parts) -> None:
        """Bring the panel into the window, as wide as it was left."""
        panel = parts.panel
        if panel.isHidden():
            panel.show()
            self._body.set_beside_width(self._width)
            self.shown.emit()
        panel.set_folded(False)
        parts.watching.set_active(self._course is not None)

    @property
    def _width(self) -> int:
        """Pixels that the person gave the panel; 0 where it was never dragged."""
        kept = remembered_layout.text(WIDTH, "")
        return int(kept) if kept.isdecimal() and len(kept) < 5 else 0

    def save_layout(self) -> None:
        """Remember how wide the panel is."""
        if self._made is not None and self.is_shown and not self._made.panel.is_folded:
            remembered_layout.save(WIDTH, str(self._made.panel.width()))

    @Slot()
    def _on_panel_list_wanted(self) -> None:
        self._list()

    @Slot(bool)
    def _on_panel_folded(self, folded: bool) -> None:
        """Give the page the room of a panel that is folded away, and take it again."""
        panel = self.panel
        self._body.set_beside_width(panel.minimumSizeHint().width() if folded else self._width)

    @Slot(object)
    def _on_workbench_state_changed(self, _state: object) -> None:
        self._show_step()

    # Files

    @Slot()
    def choose_file(self) -> None:
        """Ask which lesson of one's own to open."""
        pattern = self.tr("Lessons (*.toml);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open lesson"), str(Path.home()), pattern)
        if name:
            self.open_path(Path(name))

    @Slot()
    def choose_folder(self) -> None:
        """Ask which folder of lessons to open."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a folder of lessons"), str(Path.home())
        )
        if name:
            self.open_path(Path(name))
