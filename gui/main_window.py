"""The window: the frame that comes first, what is put into it, and what it hears.

What is in the window is imported when it is put there: the frame alone stands on the screen long before.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from engine.inputs.feature import names_of
from gui.look.plain import window_title
from gui.look.spoken import Words, follow_language
from gui.tasks.behind_paint import behind_paint
from gui.widgets.steady_focus import SteadyFocus
from gui.window.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent

    from engine.lessons.problems import LessonError
    from gui.look import theme
    from gui.stations.station import Station
    from gui.window.findables import Findables
    from gui.workbench import Workbench


class MainWindow(QMainWindow):
    """The one window of the program.

    Args:
        workbench: What it shows and steers; without one the frame is bare until ``furnish`` is called. The window shuts
            it down when it closes.
    """

    def __init__(self, workbench: Workbench | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mainWindow")
        self._closing = False
        self._is_furnished = False  # before the window is put where it stood, which already brings events
        self._outline: Outline | None = Outline(self)
        self._focus: SteadyFocus | None = None
        if workbench is not None:
            self.furnish(workbench)

    def furnish(self, workbench: Workbench, asked_language: str = "", *, later: bool = False) -> None:
        """Put everything into the frame.

        Args:
            workbench: What it shows and steers.
            asked_language: What this window speaks at first whatever the preferences say, unless it is empty.
            later: Whether the pages out of sight wait for ``complete``.
        """
        from gui.lessons.lessons import Lessons
        from gui.look import language, text_size, theme
        from gui.window.body import WindowBody
        from gui.window.damage import Damage
        from gui.window.menus import Menus
        from gui.window.model_files import ModelFiles
        from gui.window.notices import WindowNotices
        from gui.window.placing import WindowPlacing
        from gui.window.presenting import Presenting
        from gui.window.status_summary import StatusSummary
        from gui.window.undo import JointUndo

        self.workbench = workbench
        theme.apply(_app(), workbench.preferences.theme, bare=True)
        text_size.apply(_app(), workbench.preferences.value("text_size"))
        self._chosen_language = workbench.preferences.language
        spoken = language.speak(asked_language or self._chosen_language)
        self.files = ModelFiles(workbench, self)
        body = WindowBody(workbench, self, later=later)
        self.body = body
        self.run_bar, self.rail = body.run_bar, body.stations.rail
        self.pad, self.panel = body.pad, body.panel
        self.notices = body.notices
        self.words = WindowNotices(body.notices, self, workbench)
        self.damage = Damage(workbench, body.notices, self)
        self.undo = JointUndo((workbench.undo_stack, body.draw_stack), self, workbench.editor)
        self.setCentralWidget(body)
        summary = StatusSummary(workbench, self)
        self.statusBar().addWidget(summary, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().messageChanged.connect(summary.yield_to_message)
        self.menus = Menus(self, workbench, body, self.files, self.undo)
        self.menus.show_language(asked_language or self._chosen_language, spoken)
        self.lessons = Lessons(workbench, body, self)
        self._connect()
        self.setAcceptDrops(True)
        self.menuBar().show()  # with the first layout of all, and not each with one of its own
        self.statusBar().show()
        theme.put_on_sheet(_app())
        self._placing = WindowPlacing(self, body)
        self._placing.restore()
        body.show()  # or Qt does so when the empty window was painted once more
        self._focus = SteadyFocus(self, rest=body, first=self.rail)
        self._outline, self._is_furnished = None, True
        self.presenting = Presenting(self, workbench, body, self._placing)
        self.presenting.changed.connect(self._on_presenting_changed)
        self.menus.presenting_wanted.connect(self.presenting.toggle)
        behind_paint(self._add_what_menus_ask_for)
        follow_language(self, self._show_title)
        follow_language(self, self._show_pad_notice)
        self._check_font(asked_language or self._chosen_language)
        preferences = workbench.preferences
        preferences.refused = self.words.show_error
        preferences.follow("theme", self._on_theme_preferred)
        preferences.follow("language", self._on_language_preferred)
        preferences.file_set_aside.connect(self.words.show_set_aside)
        if preferences.set_aside is not None:
            self.words.show_set_aside(preferences.set_aside)

    def _add_what_menus_ask_for(self) -> None:
        from gui.window.keystrokes import Keystrokes
        from gui.window.lab_reset import LabReset

        self.keystrokes = Keystrokes(self)
        self.menus.keystrokes_wanted.connect(self.keystrokes.set_shown)
        self.lab_reset = LabReset(self, self.workbench, self.body, self.files)
        self.menus.lab_reset_wanted.connect(self.lab_reset.ask)
        self.lab_reset.add(lambda: self.tr("the progress of the lessons"), self.lessons.forget_progress)
        self.lab_reset.done.connect(self._on_lab_reset_done)

    def _connect(self) -> None:
        from gui.window.passing_words import PassingWords

        bench, stations, words = self.workbench, self.body.stations, self.words
        bench.model_changed.connect(self._on_workbench_model_changed)
        bench.data_changed.connect(self._on_workbench_data_changed)
        bench.weights_changed.connect(self.pad.refresh)
        bench.current_model.doubt_changed.connect(self._show_face)
        bench.weights_changed.connect(self._show_title)
        bench.experiment_changed.connect(self._show_pad_notice)
        bench.state_changed.connect(self._on_workbench_state_changed)
        bench.failed.connect(words.show_failure)
        bench.editor.failed.connect(words.show_error)
        bench.my_digits.failed.connect(words.show_error)
        bench.run_started.connect(words.clear)
        bench.run_finished.connect(words.show_end)
        bench.run_finished.connect(self._show_title)
        bench.current_model.viewed_changed.connect(self._show_title)
        self.files.failed.connect(words.show_error)
        self.files.failed.connect(self.statusBar().clearMessage)
        self._passing = PassingWords(self.statusBar())
        self.files.waiting.connect(self._passing.wait)
        self.files.done.connect(self._on_files_done)
        self.files.coming_changed.connect(self._show_coming)
        self.panel.failed.connect(words.show_sentence)
        self.panel.offer_trained()
        self.panel.trained_wanted.connect(self.files.open_shipped)
        self.pad.answered.connect(self._on_pad_answered)
        stations.failed.connect(words.show_error)
        stations.notice_raised.connect(self.notices.set_notice)
        stations.model_wanted.connect(self.files.open_model)
        stations.example_chosen.connect(self._on_stations_example_chosen)
        stations.preferences_wanted.connect(self.show_preferences)
        stations.read_so_far.connect(self.panel.set_read_part)
        self.menus.theme_chosen.connect(self.set_theme)
        self.menus.language_chosen.connect(self.set_language)
        self.menus.preferences_wanted.connect(self.show_preferences)
        self.menus.layout_reset_wanted.connect(self.reset_layout)
        self.menus.palette_wanted.connect(self.show_palette)
        self.menus.lessons_wanted.connect(self.lessons.show)
        self.menus.lesson_file_wanted.connect(self.lessons.choose_file)
        self.lessons.failed.connect(words.show_error)
        self.lessons.notice_raised.connect(self.notices.set_notice)
        self.lessons.shown.connect(self.notices.review)
        self.lessons.refused.connect(self._on_lessons_refused)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self, autoRepeat=False)
        space.setContext(Qt.ShortcutContext.ApplicationShortcut)  # also where the pad has a window of its own
        space.activated.connect(self._on_space_activated)

    # What others ask for

    def station(self, name: str) -> Station[Any]:
        """Return the station of a name, such as ``train``."""
        return self.body.stations[name]

    @Slot(str)
    def show_station(self, name: str) -> None:
        """Turn to a station's page."""
        self.body.stations.show(name)

    def open_model(self, path: Path) -> None:
        """Open a model file, as soon as PyTorch is there where it is still being loaded."""
        self.files.open_model(path)

    @Slot(str)
    def set_theme(self, mode: theme.Mode) -> None:
        """Choose light, dark or as the system, and remember it."""
        self.workbench.preferences.theme = mode

    @Slot(str)
    def set_language(self, code: str) -> None:
        """Speak another language from now on, and remember it."""
        self.workbench.preferences.language = code
        self._speak(code)

    def _speak(self, code: str) -> None:
        from gui.look import language

        self._chosen_language = code
        self.menus.show_language(code, language.speak(code))
        self._check_font(code)

    def _check_font(self, code: str) -> None:
        """Say why a language is not spoken that should be."""
        from gui.look import language

        wanted = language.meant_by(code)
        if not language.has_font(wanted):
            self.words.show_no_font(wanted)

    @Slot()
    @Slot(str)
    def show_preferences(self, first: str = "") -> None:
        """Show what is preferred.

        Args:
            first: The key of the one that has the focus, or nothing.
        """
        from gui.window.preferences_dialog import PreferencesDialog

        PreferencesDialog(self.workbench.preferences, self, first=first).open()

    @cached_property
    def findables(self) -> Findables:
        """What the palette finds, gathered when it is first asked for."""
        from gui.window.findables import Findables

        made = Findables(self, self.workbench, self.body)
        made.add_source(self.lessons.findables)
        made.preference_wanted.connect(self.show_preferences)
        return made

    @Slot()
    def show_palette(self) -> None:
        """Let any action, setting, station, preset or run be found by its words."""
        from gui.window.palette import Palette

        Palette(self.findables, self).show()

    @Slot()
    def reset_layout(self) -> None:
        """Bring window, splitters, station and pad back to where they were at the first start."""
        self.presenting.end()
        self._placing.reset()
        self.tell_held_layout()

    def complete(self) -> None:
        """Build what is out of sight and was left for later."""
        self.body.stations.complete()

    def tell_held_layout(self) -> None:
        """Say in passing that how the window stands is not kept, where another program holds its file."""
        from gui.widgets import remembered_layout

        if not remembered_layout.may_write():
            self._passing.say(
                lambda: self.tr(
                    "Another program holds the file of the layout: how the window stands is not kept."
                )
            )

    # What is heard

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        self._show_face()
        self._show_pad_notice()
        self._show_title()

    @Slot()
    def _on_workbench_data_changed(self) -> None:
        self._show_face()
        self._show_pad_notice()

    @Slot()
    def _show_face(self) -> None:
        """Let the pad be the one for the model at hand, and for the data where these are of another kind."""
        model, data = self.workbench.model, self.workbench.data
        if model is not None and self._asks_the_model():
            knows = model.recognizer
            self.pad.set_input(knows.features, knows.image_shape)
            self.pad.set_predictor(self._predict, knows.classes, knows.goal)
            self.pad.set_doubt(knows.doubt)
        elif data is not None:
            self.pad.set_input(data.train.features, data.train.image_shape)
            self.pad.set_predictor(None, data.classes, data.goal)
            self.pad.set_doubt(None)
        elif model is None:  # it was taken away, and other data are still on their way
            self.pad.forget_predictor()

    def _asks_the_model(self) -> bool:
        """Whether the pad is for the model at hand: of data of another kind it is for those to come."""
        model, data = self.workbench.model, self.workbench.data
        if model is None or data is None:
            return model is not None
        from engine.inputs.registry import kind_of  # here, as the frame is shown before NumPy is loaded

        knows, held = model.recognizer, data.train
        is_same = names_of(knows.features) == names_of(held.features)
        return is_same and kind_of(knows.image_shape) is kind_of(held.image_shape)

    def _predict(self, images: NDArray[Any]) -> NDArray[np.float32]:
        model = self.workbench.model
        assert model is not None, "the pad asks only while there is a model"
        return model.recognizer.probabilities(images)

    @Slot()
    def _show_pad_notice(self) -> None:
        older = self.workbench.model_is_older and not self.workbench.running and self._asks_the_model()
        self.pad.set_notice(
            self.tr("This model is from older settings. Train to use the new ones.") if older else ""
        )

    @Slot()
    def _on_workbench_state_changed(self) -> None:
        self._show_pad_notice()
        self._show_title()
        self._show_coming()

    @Slot()
    def _show_coming(self) -> None:
        """Say on the pad that a network is on its way, from a run or from a file."""
        self.pad.set_coming(self.workbench.running or self.files.is_coming)

    @Slot(object)
    def _on_files_done(self, sentence: Words) -> None:
        self.notices.set_notice(None)
        self._passing.say(sentence)
        self._show_title()

    @Slot()
    def _on_pad_answered(self) -> None:
        self.body.stations.set_drawing(self.pad.example())

    @Slot(object)
    def _on_stations_example_chosen(self, example: NDArray[Any]) -> None:
        self.pad.set_example(example)
        self.body.pad_placement.bring_back()

    @Slot(object)
    def _on_theme_preferred(self, mode: theme.Mode) -> None:
        from gui.look import theme

        if mode != theme.mode():
            theme.apply(_app(), mode)

    @Slot()
    def _on_lab_reset_done(self) -> None:
        self.words.clear()
        self.reset_layout()

    @Slot()
    def _on_presenting_changed(self) -> None:
        self.menus.present.setChecked(self.presenting.active)

    @Slot(object)
    def _on_language_preferred(self, code: str) -> None:
        """Speak as it is preferred now; as long as that stays, what this window alone was asked to speak holds."""
        if code != self._chosen_language:
            self._speak(code)

    @Slot()
    def _on_space_activated(self) -> None:
        """Train or pause; a button that Tab led to is pressed. In text, it is a space and does not come here."""
        if not SteadyFocus.press() and self.menus.train.isEnabled():
            self.run_bar.toggle()

    @Slot()
    def _show_title(self) -> None:
        model = self.workbench.model
        name = self.tr("untitled")
        if model is not None and model.path is not None:
            from engine.file_names import model_name  # not before the first paint

            name = model_name(model.path)
        if model is not None and model.is_shipped:
            name = self.tr("trained network")
        if self.workbench.moment_at_hand:
            name = self.tr("{name}, {moment}").format(name=name, moment=self.workbench.moment_at_hand)
        self.setWindowTitle(f"{window_title(name)}[*] – NetSketch" if model is not None else "NetSketch")
        self.setWindowModified(model is not None and model.unsaved)

    # Files dragged onto the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be opened."""
        if self._opens_dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        opens = self._opens_dropped(event)
        if opens is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, opens)

    def _opens_dropped(self, event: QDropEvent) -> Callable[[], object] | None:
        from gui.window.dropped_file import opens_dropped

        return opens_dropped(event, self.files.opener, self.lessons.opener, self.body.stations.opener)

    @Slot(object)
    def _on_lessons_refused(self, errors: Sequence[LessonError]) -> None:
        """Say of each lesson that cannot be used what is wrong in which line."""
        from gui.window.lesson_mistakes import lesson_mistakes

        lesson_mistakes(self, errors).open()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead Tab through the window as one reads it, and nothing else anywhere."""
        return self._focus.step(forward) if self._focus is not None else super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        """Take over what was changed in another window, when the person comes back from it."""
        super().changeEvent(event)
        is_at_work = self._is_furnished and not self._closing
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and is_at_work:
            QTimer.singleShot(0, self.workbench.preferences, self.workbench.preferences.refresh)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline, as long as there is nothing else."""
        super().paintEvent(event)
        if self._outline is not None:
            self._outline.paint()

    # The end

    @Slot()
    def end(self) -> None:
        """Close without a question, whatever is open: the system does not wait, and a run can be gone on with."""
        self._close_for_good()
        QApplication.exit()  # dialogs that wait for an answer, too

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about an unsaved model, remember the layout, end the threads."""
        if self._outline is not None:
            event.accept()
            return
        self.workbench.current_model.go_home()  # what was kept, or the newest weights, could be lost
        if not self._closing and self.files.work_is_unsaved:
            event.ignore()
            self.files.ask_about_unsaved(self._close_for_good)
            return
        if not self.presenting.close():
            self._placing.save()
        self.lessons.save_layout()
        self.hide()
        for dialog in self.findChildren(QDialog):
            dialog.hide()  # such as the palette, which is no part of the window for Qt
        self.panel.canvas.shutdown()
        self.body.stations.shutdown()
        self.damage.shutdown()
        self.workbench.preferences.refused = None  # nobody is there to be told
        self.workbench.preferences.refresh()  # what could not be written before
        self.workbench.shutdown()
        event.accept()

    def _close_for_good(self) -> None:
        self._closing = True
        self.close()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
