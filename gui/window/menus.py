"""The menus: every action of the window, with its words and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from engine.config import list_presets
from gui.look import theme
from gui.look.words import translate_engine
from gui.pad.place import Place
from gui.window import help_dialogs
from gui.window.data_menu import DataMenu
from gui.workbench import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from gui.main_window import MainWindow

Keys = QKeySequence.StandardKey


class Menus(QObject):
    """Builds the menu bar of a window and keeps its actions in step with the workbench."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._build_file()
        self._build_edit()
        self._build_data()
        self._build_model()
        self._build_train()
        self._build_view()
        self._build_help()
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        bench, window = self._window.workbench, self._window
        bench.state_changed.connect(self._on_workbench_changed)
        bench.model_changed.connect(self._on_workbench_changed)
        bench.weights_changed.connect(self._on_workbench_changed)
        bench.experiment_changed.connect(self._on_workbench_changed)
        window.files.recent_changed.connect(self._on_files_recent_changed)
        window.pad_placement.place_changed.connect(self._on_pad_place_changed)

    def _add(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[..., object],
        keys: QKeySequence | QKeySequence.StandardKey | str | None = None,
        tip: str = "",
    ) -> QAction:
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.setStatusTip(tip)
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        return action

    def _menu(self, title: str, name: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setObjectName(name)
        return menu

    def _build_file(self) -> None:
        files = self._window.files
        menu = self._menu(self.tr("&File"), "fileMenu")
        self.open = self._add(menu, self.tr("&Open Model …"), files.choose_model, Keys.Open)
        self._recent = menu.addMenu(self.tr("Open &Recent"))
        self.save = self._add(menu, self.tr("&Save Model"), files.save, Keys.Save)
        self.save_as = self._add(menu, self.tr("Save Model &As …"), files.save_as, Keys.SaveAs)
        menu.addSeparator()
        self._add(menu, self.tr("Open &Experiment …"), files.choose_experiment)
        self._add(menu, self.tr("Save E&xperiment As …"), files.save_experiment_as)
        menu.addSeparator()
        quit_action = self._add(menu, self.tr("&Quit"), self._window.close, Keys.Quit)
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)
        if quit_action.shortcut().isEmpty():
            quit_action.setShortcut(QKeySequence("Ctrl+Q"))
        self._on_files_recent_changed()

    def _build_edit(self) -> None:
        menu = self._menu(self.tr("&Edit"), "editMenu")
        menu.addActions([self._window.undo.undo_action, self._window.undo.redo_action])
        menu.addSeparator()
        canvas = self._window.panel.canvas
        self._add(menu, self.tr("&Clear Drawing"), canvas.clear, "Ctrl+Backspace")
        self._add(menu, self.tr("Paste &Image onto Pad"), canvas.paste, "Ctrl+Shift+V")
        self._add(menu, self.tr("Copy &Drawing as Image"), canvas.copy, "Ctrl+Shift+C")

    def _build_data(self) -> None:
        self._data = DataMenu(self._window, self._menu(self.tr("&Data"), "dataMenu"), self._add)

    def _build_model(self) -> None:
        menu = self._menu(self.tr("&Model"), "modelMenu")
        self._add(menu, self.tr("&Add Hidden Layer"), self._window.add_hidden_layer, "Ctrl+L")
        presets = menu.addMenu(self.tr("&Presets"))
        presets.setToolTipsVisible(True)
        for preset in list_presets():
            action = self._add(
                presets,
                translate_engine(preset.title),
                lambda name=preset.name: self._window.workbench.editor.apply_preset(name),
            )
            action.setToolTip(translate_engine(preset.explanation))
        self._presets = presets

    def _build_train(self) -> None:
        bench = self._window.workbench
        menu = self._menu(self.tr("&Train"), "trainMenu")
        self.train = self._add(menu, self.tr("&Train"), self._window.run_bar.toggle)
        self.step_batch = self._add(menu, self.tr("One &Batch"), bench.step_batch, "F6")
        self.step_epoch = self._add(menu, self.tr("One &Epoch"), bench.step_epoch, "F7")
        self.stop = self._add(menu, self.tr("&Stop"), bench.stop, "F8")
        self.restart = self._add(menu, self.tr("&Restart, Same Seed"), bench.actions.restart, "F9")
        restart_with_new_seed = bench.actions.restart_with_new_seed
        self.new_seed = self._add(menu, self.tr("Restart, &New Seed"), restart_with_new_seed, "Shift+F9")
        menu.addSeparator()
        tip = self.tr("Train the model on a little with your own drawings among the old images")
        self.teach = self._add(menu, self.tr("Teach &My Digits"), self._window.fine_tuning.start, tip=tip)

    def _build_view(self) -> None:
        window = self._window
        menu = self._menu(self.tr("&View"), "viewMenu")
        for number, (name, title) in enumerate(window.station_titles().items(), start=1):
            self._add(menu, title, lambda name=name: window.show_station(name), f"Ctrl+{number}")
        menu.addSeparator()
        pad = menu.addMenu(self.tr("&Pad"))
        titles = {
            Place.RIGHT: self.tr("At the &Right"),
            Place.FLOATING: self.tr("In a &Window of its Own"),
            Place.HIDDEN: self.tr("&Hidden"),
        }
        places = QActionGroup(self)
        self._places: dict[Place, QAction] = {}
        for place, title in titles.items():
            action = self._add(pad, title, lambda place=place: window.pad_placement.set_place(place))
            action.setCheckable(True)
            places.addAction(action)
            self._places[place] = action
        self._places[window.pad_placement.place].setChecked(True)
        looks = menu.addMenu(self.tr("&Theme"))
        look_titles = {
            "system": self.tr("As the &System"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        group = QActionGroup(self)
        for mode in theme.MODES:
            action = self._add(looks, look_titles[mode], lambda mode=mode: window.set_theme(mode))
            action.setCheckable(True)
            action.setChecked(mode == window.preferences.theme)
            group.addAction(action)
        menu.addSeparator()
        self._add(menu, self.tr("&Full Screen"), window.toggle_full_screen, Keys.FullScreen)
        self._add(menu, self.tr("&Reset Layout"), window.reset_layout)

    def _build_help(self) -> None:
        menu = self._menu(self.tr("&Help"), "helpMenu")
        self._add(
            menu,
            self.tr("&First Steps"),
            lambda: self._open(help_dialogs.first_steps),
            Keys.HelpContents,
        )
        self._add(menu, self.tr("&Keyboard"), lambda: self._open(help_dialogs.keyboard))
        about = self._add(menu, self.tr("&About NetSketch"), lambda: self._open(help_dialogs.about))
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _open(self, dialog: Callable[[QWidget], QDialog]) -> None:
        dialog(self._window).open()

    @Slot()
    def _on_workbench_changed(self) -> None:
        self._show_state()

    def _show_state(self) -> None:
        bench = self._window.workbench
        words = {RunState.TRAINING: self.tr("&Pause"), RunState.PAUSED: self.tr("&Resume")}
        text = words.get(bench.state, self.tr("&Train"))
        self.train.setText(f"{text}\t{self.tr('Space')}")
        moving = bench.state in (RunState.PREPARING, RunState.STOPPING)
        for action in (self.train, self.step_batch, self.step_epoch):
            action.setEnabled(not moving)
        has_run = len(bench.history) > 0 or bench.running
        self.restart.setEnabled(has_run and not moving)
        self.new_seed.setEnabled(has_run and not moving)
        self.stop.setEnabled(bench.running and bench.state is not RunState.STOPPING)
        self._presets.setEnabled(not bench.running)
        self.open.setEnabled(not bench.running)
        self._recent.setEnabled(not bench.running)
        self.save.setEnabled(bench.model is not None)
        self.save_as.setEnabled(bench.model is not None)
        self.teach.setEnabled(bench.model is not None and not bench.running)

    @Slot(object)
    def _on_pad_place_changed(self, place: Place) -> None:
        self._places[place].setChecked(True)

    @Slot()
    def _on_files_recent_changed(self) -> None:
        self._recent.clear()
        for path in self._window.preferences.recent_files:
            action = self._add(self._recent, path.name, lambda path=path: self._window.open_model(path))
            action.setStatusTip(str(path))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("Nothing yet")).setEnabled(False)
        else:
            self._recent.addSeparator()
            self._add(self._recent, self.tr("&Clear List"), self._clear_recent)

    def _clear_recent(self) -> None:
        self._window.preferences.clear_recent()
        self._on_files_recent_changed()
