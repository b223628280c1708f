"""The menus: every action of the window, with its words and its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from engine import file_names
from engine.config import list_presets
from engine.visible import visible
from gui.look import language, theme
from gui.look.allowed import allow
from gui.look.plain import caption, name_action, plain
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.words import translate_engine
from gui.pad.place import Place
from gui.tasks.behind_paint import behind_paint
from gui.window import help_dialogs
from gui.window.key_list import Keys, all_keys, sequences
from gui.workbench import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from engine.config.presets import Preset
    from gui.window.body import WindowBody
    from gui.window.model_files import ModelFiles
    from gui.window.undo import JointUndo
    from gui.workbench import Workbench


class Menus(QObject):
    """Builds the menu bar of a window and keeps its actions in step with the workbench.

    Args:
        window: Whose menu bar.
        workbench: What the actions steer.
        body: What is in the window; its stations add actions of their own.
        files: What opens and saves.
        undo: What undoes.

    Signals:
        theme_chosen: Another theme is wanted (one of ``theme.MODES``).
        language_chosen: Another language is wanted (one of ``language.languages()``, or ``SYSTEM``).
        preferences_wanted: What is preferred is to be shown.
        palette_wanted: Anything is to be found by its words.
        presenting_wanted: The window is to stand in front of a class, or to do so no more.
        lessons_wanted: The lessons are to be shown.
        lesson_file_wanted: A lesson of one's own is to be opened.
        keystrokes_wanted: Keys that are pressed are to be shown, or no more.
        lab_reset_wanted: The lab is to be made ready for the next class.
        layout_reset_wanted: Everything is to stand where it stood at the first start.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    preferences_wanted = Signal()
    layout_reset_wanted = Signal()
    palette_wanted = Signal()
    presenting_wanted = Signal()
    lessons_wanted = Signal()
    lesson_file_wanted = Signal()
    keystrokes_wanted = Signal(bool)
    lab_reset_wanted = Signal()

    def __init__(
        self,
        window: QMainWindow,
        workbench: Workbench,
        body: WindowBody,
        files: ModelFiles,
        undo: JointUndo,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workbench = workbench
        self._body = body
        self._files = files
        self._undo = undo
        titles = {
            "fileMenu": lambda: self.tr("&File"),
            "editMenu": lambda: self.tr("&Edit"),
            "modelMenu": lambda: self.tr("&Model"),
            "trainMenu": lambda: self.tr("&Train"),
            "viewMenu": lambda: self.tr("&View"),
            "helpMenu": lambda: self.tr("&Help"),
        }
        self._themes: dict[theme.Mode, QAction] = {}
        self._languages: dict[str, QAction] = {}
        self._menus = {name: window.menuBar().addMenu("") for name in titles}
        for name, menu in self._menus.items():
            menu.setObjectName(name)
            said(menu.setTitle, titles[name])
        for station in body.stations:
            station.add_menus(self)
        behind_paint(self._fill)

    def _fill(self) -> None:
        """Put in what is seen once a menu is opened."""
        self._build_file()
        self._build_edit()
        self._build_train()
        self._build_view()
        for station in self._body.stations:
            station.add_actions(self)
        self._build_presets()
        self._build_help()
        self._connect()
        follow_language(self, self._show_state)

    def _connect(self) -> None:
        bench = self._workbench
        bench.state_changed.connect(self._show_state)
        bench.model_changed.connect(self._show_state)
        bench.weights_changed.connect(self._show_state)
        bench.experiment_changed.connect(self._show_state)
        self._body.pad_placement.place_changed.connect(self._on_pad_place_changed)

    def menu(self, name: str, title: Words = "") -> QMenu:
        """Return the menu of this object name; one that is not there yet is put in before that of the model."""
        if name not in self._menus:
            menu = self._menus[name] = QMenu(self._window)
            menu.setObjectName(name)
            said(menu.setTitle, title)
            self._window.menuBar().insertMenu(self._menus["modelMenu"].menuAction(), menu)
        return self._menus[name]

    def add(
        self,
        menu: QMenu,
        text: Words,
        slot: Callable[..., object],
        keys: QKeySequence | QKeySequence.StandardKey | str | None = None,
        tip: Words = "",
    ) -> QAction:
        """Append an action to a menu; ``tip`` is said in the status bar."""
        action = QAction(self._window)
        said(action.setText, text)
        if keys is not None:
            action.setShortcuts(sequences(keys))
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # also above a pad that floats
        said(action.setStatusTip, lambda: visible(words_of(tip)))
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        return action

    def _menu_in(self, menu: QMenu, title: Words) -> QMenu:
        inner = QMenu(menu)
        said(inner.setTitle, title)
        menu.addMenu(inner)
        return inner

    def _build_file(self) -> None:
        files, menu = self._files, self.menu("fileMenu")
        self.open = self.add(menu, lambda: self.tr("&Open Model …"), files.choose_model, Keys.Open)
        self._recent = self._menu_in(menu, lambda: self.tr("Open &Recent"))
        self.open_shipped = self.add(menu, lambda: self.tr("Open the &Trained Network"), files.open_shipped)
        self.save = self.add(menu, lambda: self.tr("&Save Model"), files.save, Keys.Save)
        self.save_as = self.add(menu, lambda: self.tr("Save Model &As …"), files.save_as, Keys.SaveAs)
        menu.addSeparator()
        self.add(menu, lambda: self.tr("Open &Experiment …"), files.choose_experiment)
        self.add(menu, lambda: self.tr("Save E&xperiment As …"), files.save_experiment_as)
        self.add(menu, lambda: self.tr("Open Lesso&n …"), self.lesson_file_wanted.emit)
        menu.addSeparator()
        self.reset_lab = self.add(
            menu,
            lambda: self.tr("Reset the La&b …"),
            self.lab_reset_wanted.emit,
            tip=lambda: self.tr(
                "Bring all to the state of a first start, for the next lesson; runs are kept"
            ),
        )
        menu.addSeparator()
        quit_action = self.add(menu, lambda: self.tr("&Quit"), self._window.close, Keys.Quit)
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)
        self._workbench.preferences.follow("recent_files", self._show_recent)

    def _build_edit(self) -> None:
        menu = self.menu("editMenu")
        menu.addActions([self._undo.undo_action, self._undo.redo_action])
        menu.addSeparator()
        canvas = self._body.panel.canvas
        self._of_drawing = (
            self.add(menu, lambda: self.tr("&Clear Drawing"), canvas.clear, "Ctrl+Backspace"),
            self.add(menu, lambda: self.tr("Paste &Image onto Pad"), canvas.paste, "Ctrl+Shift+V"),
            self.add(menu, lambda: self.tr("Copy &Drawing as Image"), canvas.copy, "Ctrl+Shift+C"),
        )
        self._body.pad.face_changed.connect(self._on_pad_face_changed)
        menu.addSeparator()
        self.add(menu, lambda: self.tr("&Find Anything …"), self.palette_wanted.emit, "Ctrl+K")
        preferences = self.add(
            menu, lambda: self.tr("&Preferences …"), self.preferences_wanted.emit, Keys.Preferences
        )
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _build_presets(self) -> None:
        presets = self._menu_in(self.menu("modelMenu"), lambda: self.tr("&Presets"))
        presets.setToolTipsVisible(True)
        for preset in list_presets():
            action = self.add(
                presets,
                partial(translate_engine, preset.title),
                lambda name=preset.name: self._workbench.editor.apply_preset(name),
            )
            said(action.setToolTip, partial(_tip_of, preset))
        self._presets = presets

    def _build_train(self) -> None:
        bench, menu = self._workbench, self.menu("trainMenu")
        self.train = self.add(menu, lambda: self.tr("&Train"), self._body.run_bar.toggle)
        self.step_batch = self.add(menu, lambda: self.tr("One &Batch"), bench.step_batch, "F6")
        self.step_epoch = self.add(menu, lambda: self.tr("One &Epoch"), bench.step_epoch, "F7")
        self.stop = self.add(menu, lambda: self.tr("&Stop"), bench.stop, "F8")
        self.restart = self.add(menu, lambda: self.tr("&Restart, Same Seed"), bench.actions.restart, "F9")
        restart_with_new_seed = bench.actions.restart_with_new_seed
        self.new_seed = self.add(
            menu, lambda: self.tr("Restart, &New Seed"), restart_with_new_seed, "Shift+F9"
        )

    def _build_view(self) -> None:
        menu, stations, placement = self.menu("viewMenu"), self._body.stations, self._body.pad_placement
        for station in stations:
            self.add(
                menu, station.title, lambda name=station.name: stations.show(name), stations.keys(station)
            )
        menu.addSeparator()
        pad = self._menu_in(menu, lambda: self.tr("&Pad"))
        titles = {
            Place.RIGHT: lambda: self.tr("At the &Right"),
            Place.FLOATING: lambda: self.tr("In a &Window of its Own"),
            Place.SECOND_SCREEN: lambda: self.tr("On the &Second Screen"),
            Place.HIDDEN: lambda: self.tr("&Folded Away"),
        }
        places = QActionGroup(self)
        self._places: dict[Place, QAction] = {}
        for place, title in titles.items():
            action = self.add(pad, title, lambda place=place: placement.set_place(place))
            action.setCheckable(True)
            places.addAction(action)
            self._places[place] = action
        placement.second_screen.changed.connect(self._on_second_screen_changed)
        self._on_second_screen_changed()
        self.fold = self.add(menu, "", placement.fold, "F4")
        self.fold.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # in the pad's own window, too
        placement.edge.set_keys(self.fold.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        self._on_pad_place_changed(placement.place)
        looks = self._menu_in(menu, lambda: self.tr("&Theme"))
        look_titles = {
            "system": lambda: self.tr("As the &System"),
            "light": lambda: self.tr("&Light"),
            "dark": lambda: self.tr("&Dark"),
        }
        group = QActionGroup(self)
        for mode in theme.MODES:
            action = self.add(looks, look_titles[mode], lambda mode=mode: self.theme_chosen.emit(mode))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[mode] = action
        self._workbench.preferences.follow("theme", self._show_theme)
        self._build_languages(self._menu_in(menu, lambda: self.tr("&Language")))
        menu.addSeparator()
        self.present = self.add(
            menu,
            lambda: self.tr("Presenter &Mode"),
            self.presenting_wanted.emit,
            "F5",
            lambda: self.tr("Curves and pad alone, in large letters, for a projector"),
        )
        self.present.setCheckable(True)
        self.keystrokes = self.add(
            menu,
            lambda: self.tr("Show &Keystrokes"),
            lambda: self.keystrokes_wanted.emit(self.keystrokes.isChecked()),
            tip=lambda: self.tr("Show large which keys are pressed, but never what is typed into a field"),
        )
        self.keystrokes.setCheckable(True)
        self.add(menu, lambda: self.tr("&Full Screen"), self._toggle_full_screen, Keys.FullScreen)
        self.add(menu, lambda: self.tr("&Reset Layout"), self.layout_reset_wanted.emit)

    def _build_languages(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for code in (language.SYSTEM, *language.languages()):
            name: Words = caption(language.own_name(code)) if code else (lambda: self.tr("As the &System"))
            action = self.add(menu, name, lambda code=code: self.language_chosen.emit(code))
            action.setCheckable(True)
            group.addAction(action)
            self._languages[code] = action

    def show_language(self, wanted: str, spoken: str) -> None:
        """Mark which language is spoken, or that it is the system's.

        Args:
            wanted: The language that was chosen or asked for, as in ``meant_by``.
            spoken: The one of ``languages`` that is spoken.
        """
        code = language.SYSTEM if language.is_left_to_system(wanted) else spoken
        behind_paint(lambda: self._languages[code].setChecked(True))

    @Slot(object)
    def _show_theme(self, mode: theme.Mode) -> None:
        """Mark which theme is chosen."""
        self._themes[mode].setChecked(True)

    def _build_help(self) -> None:
        menu, stations = self.menu("helpMenu"), self._body.stations

        def steps() -> list[str]:
            return [step for step in (station.first_step() for station in stations) if step]

        self.add(
            menu,
            lambda: self.tr("&First Steps"),
            lambda: help_dialogs.first_steps(self._window, steps).open(),
            Keys.HelpContents,
        )
        self.lessons = self.add(menu, lambda: self.tr("&Lessons"), self.lessons_wanted.emit, "Shift+F1")
        bar = self._window.menuBar()
        self.add(
            menu,
            lambda: self.tr("&Keyboard"),
            lambda: help_dialogs.keyboard(self._window, partial(all_keys, bar, stations)).open(),
        )
        about = self.add(
            menu, lambda: self.tr("&About NetSketch"), lambda: help_dialogs.about(self._window).open()
        )
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def _show_state(self) -> None:
        bench = self._workbench
        said(self.train.setText, self._words_of_train)
        moving = bench.state in (RunState.PREPARING, RunState.STOPPING)
        wait: Words = (lambda: self.tr("Wait until it is prepared or has stopped.")) if moving else ""
        running: Words = (lambda: self.tr("Stop the training first.")) if bench.running else ""
        for action in (self.train, self.step_batch, self.step_epoch):
            allow(action, wait)
        has_run = len(bench.history) > 0 or bench.running
        for action in (self.restart, self.new_seed):
            allow(action, wait if has_run else (lambda: self.tr("There is no run yet. Train first.")))
        is_idle = not bench.running or bench.state is RunState.STOPPING
        allow(self.stop, (lambda: self.tr("Nothing is being trained.")) if is_idle else "")
        for thing in (self._presets, self.open, self._recent, self.reset_lab):
            allow(thing, running)
        no_model: Words = "" if bench.model is not None else (lambda: self.tr("There is no model yet."))
        for action in (self.save, self.save_as):
            allow(action, no_model)
        allow(self.open_shipped, running)

    def _words_of_train(self) -> str:
        words = {RunState.TRAINING: self.tr("&Pause"), RunState.PAUSED: self.tr("&Resume")}
        text = words.get(self._workbench.state, self.tr("&Train"))
        return f"{text}\t{self.tr('Space')}"

    def _words_of_fold(self) -> str:
        placement = self._body.pad_placement
        shown = placement.place is Place.RIGHT and not placement.gave_way
        return self.tr("Fold Pad A&way") if shown else self.tr("Sho&w Pad")

    @Slot()
    def _on_pad_face_changed(self) -> None:
        """Offer what is done to a drawing where one can draw."""
        for action in self._of_drawing:
            action.setEnabled(self._body.pad.draws)

    @Slot(object)
    def _on_pad_place_changed(self, place: Place) -> None:
        self._places[place].setChecked(True)
        said(self.fold.setText, self._words_of_fold)

    @Slot()
    def _on_second_screen_changed(self) -> None:
        is_there = self._body.pad_placement.second_screen.area() is not None
        allow(self._places[Place.SECOND_SCREEN], "" if is_there else self._words_on_one_screen)

    def _words_on_one_screen(self) -> str:
        return self.tr("There is no second screen. Connect one, and let it show more than the first.")

    @Slot(object)
    def _show_recent(self, _names: list[str]) -> None:
        self._recent.clear()
        for path in self._workbench.preferences.recent_files:
            action = self.add(self._recent, "", lambda path=path: self._files.open_model(path), tip=str(path))
            name_action(action, file_names.model_name(path))
        if self._recent.isEmpty():
            nothing = self._recent.addAction("")
            said(nothing.setText, lambda: self.tr("Nothing yet"))
            allow(nothing, lambda: self.tr("No file was opened yet."))
        else:
            self._recent.addSeparator()
            self.add(self._recent, lambda: self.tr("&Clear List"), self._workbench.preferences.clear_recent)


def _tip_of(preset: Preset) -> str:
    return plain(translate_engine(preset.explanation))
