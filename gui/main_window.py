"""The frame: rail of stations, pages, pad, run bar and menus, wired to the workbench.

What is in the window is imported when it is put there: the frame alone stands on the screen long before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.window.outline import Outline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent

    from engine.errors import NetSketchError
    from gui.look import theme
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
        self._outline: Outline | None = Outline(self)
        if workbench is not None:
            self.furnish(workbench)

    def furnish(self, workbench: Workbench) -> None:
        """Put everything into the frame."""
        from gui.look import theme
        from gui.stations.data.fine_tuning import FineTuning
        from gui.stations.data.import_export import ImportExport
        from gui.stations.evaluate.in_window import EvaluateInWindow
        from gui.stations.runs.in_window import RunsInWindow
        from gui.stations.understand.in_window import UnderstandInWindow
        from gui.widgets.notice_bar import NoticeBar
        from gui.window.menus import Menus
        from gui.window.model_files import ModelFiles
        from gui.window.notices import WindowNotices
        from gui.window.placing import WindowPlacing
        from gui.window.undo import JointUndo

        self.workbench = workbench
        self.preferences = workbench.preferences
        theme.apply(_app(), self.preferences.theme, bare=True)
        self.files = ModelFiles(workbench, self.preferences, self)
        self._draw_stack = QUndoStack(self)
        self.import_export = ImportExport(workbench, self)
        self.fine_tuning = FineTuning(workbench, self)
        self.notices = NoticeBar(self)
        self.words = WindowNotices(self.notices, self)
        self.runs = RunsInWindow(workbench, self.preferences, self.notices, self)
        self.evaluate = EvaluateInWindow(workbench, self.runs.catalogue, self)
        self.understand = UnderstandInWindow(workbench, self)
        self.undo = JointUndo((workbench.undo_stack, self._draw_stack), self)
        self._build_ui()
        self.menus = Menus(self)
        self._connect()
        self.setAcceptDrops(True)
        theme.put_on_sheet(_app())
        self.rail.setFixedWidth(self.rail.sizeHint().width())
        self._placing = WindowPlacing(self)
        self._placing.restore()
        self._outline = None
        self._show_title()
        self._show_pad_notice()
        if self.preferences.set_aside is not None:
            self.words.show_set_aside(self.preferences.set_aside)

    def _build_ui(self) -> None:
        from gui.pad.naming import PadNaming
        from gui.pad.panel import DrawingPanel
        from gui.pad.place import PadPlacement
        from gui.stations.data import DataPage
        from gui.stations.train import TrainPage
        from gui.window.rail import Rail
        from gui.window.run_bar import RunBar
        from gui.window.status_summary import StatusSummary

        self.run_bar = RunBar(self.workbench, self)
        self.rail = Rail(self)
        self.train_station = TrainPage(self.workbench, self)
        self.data_station = DataPage(self.workbench, self)
        self._stations: dict[str, QWidget] = {
            "data": self.data_station,
            "train": self.train_station,
            "evaluate": self.evaluate.page,
            "understand": self.understand.page,
            "runs": self.runs.page,
        }
        help_texts = {
            "data": self.tr("Choose the images to learn from and look at them"),
            "train": self.tr("Describe the network, train it and watch"),
            "evaluate": self.tr(
                "Measure how good the network is and where it errs, and whether the data are enough"
            ),
            "understand": self.tr("See what is inside the network, and why it answers as it does"),
            "runs": self.tr("Look at every run, compare them, and go on with one"),
        }
        self._pages = QStackedWidget(self)
        for name, page in self._stations.items():
            self.rail.add_station(name, self.station_titles()[name], name, help_texts[name])
            self._pages.addWidget(page)
        self.panel = DrawingPanel(self)
        self.panel.set_undo_stack(self._draw_stack)
        self.naming = PadNaming(self.panel, self.workbench.my_digits, self._draw_stack)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("mainSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._pages)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.pad_placement = PadPlacement(self.panel, self.splitter, self)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.splitter, 1)
        body = QSplitter(Qt.Orientation.Horizontal, self)
        body.setHandleWidth(1)
        body.addWidget(self.rail)
        body.addWidget(middle)
        body.setStretchFactor(1, 1)
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.run_bar)
        layout.addWidget(body, 1)
        self.setCentralWidget(central)
        self._summary = StatusSummary(self.workbench, self)
        self.statusBar().addWidget(self._summary, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._message = QLabel(self)
        self.statusBar().addPermanentWidget(self._message)
        self.statusBar().messageChanged.connect(self._summary.yield_to_message)

    def _connect(self) -> None:
        bench = self.workbench
        self.rail.station_chosen.connect(self.show_station)
        bench.model_changed.connect(self._on_workbench_model_changed)
        bench.weights_changed.connect(self.panel.refresh)
        bench.experiment_changed.connect(self._show_pad_notice)
        bench.state_changed.connect(self._on_workbench_state_changed)
        bench.failed.connect(self.words.show_error)
        bench.my_digits.failed.connect(self.words.show_error)
        bench.run_started.connect(self.words.clear)
        bench.run_finished.connect(self.words.show_end)
        bench.run_finished.connect(self._show_title)
        self.files.failed.connect(self.words.show_error)
        self.files.done.connect(self._on_files_done)
        self.import_export.failed.connect(self.words.show_error)
        self.fine_tuning.failed.connect(self.words.show_error)
        self.import_export.notice_raised.connect(self.notices.set_notice)
        self.import_export.station_wanted.connect(self.show_station)
        self.import_export.sets_changed.connect(self.data_station.refresh_datasets)
        self.data_station.set_import_export(self.import_export, self.fine_tuning)
        self.panel.failed.connect(self.words.show_sentence)
        self.panel.answered.connect(self._on_panel_answered)
        self.train_station.time_machine.example_chosen.connect(self.panel.canvas.set_image)
        self.runs.failed.connect(self.words.show_error)
        self.runs.model_wanted.connect(self.open_model)
        self.runs.compare_wanted.connect(self.evaluate.compare_runs)
        self.evaluate.model_wanted.connect(self.open_model)
        self.runs.station_wanted.connect(self.show_station)
        for part in (self.evaluate, self.understand):
            part.failed.connect(self.words.show_error)
            part.station_wanted.connect(self.show_station)
        self.evaluate.example_chosen.connect(self.panel.canvas.set_image)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self)
        space.activated.connect(self._on_space_activated)

    # What menus and other parts ask for

    def station_titles(self) -> dict[str, str]:
        """Return the stations that are built, name to title, in the order of the data."""
        return {
            "data": self.tr("Data"),
            "train": self.tr("Train"),
            "evaluate": self.tr("Evaluate"),
            "understand": self.tr("Understand"),
            "runs": self.tr("Runs"),
        }

    @Slot(str)
    def show_station(self, name: str) -> None:
        """Turn to a station's page."""
        page = self._stations.get(name, self.train_station)
        self._pages.setCurrentWidget(page)
        self.rail.set_station(name)

    def open_model(self, path: Path) -> None:
        """Open a model file, as soon as PyTorch is there where it is still being loaded."""
        loader = self.workbench.loader
        if not loader.warming:
            self.files.open_model(path)
            return
        self.statusBar().showMessage(
            self.tr("“{name}” opens as soon as PyTorch is loaded …").format(name=path.name)
        )
        loader.warmed_up.connect(lambda: self.files.open_model(path), Qt.ConnectionType.SingleShotConnection)

    def add_hidden_layer(self) -> None:
        """Append a hidden layer like the last one."""
        self.show_station("train")
        self.train_station.add_layer()

    def set_theme(self, mode: theme.Mode) -> None:
        """Choose light, dark or as the system, and remember it."""
        from gui.look import theme

        self.preferences.theme = mode
        theme.apply(_app(), mode)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or return from it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def reset_layout(self) -> None:
        """Bring window, splitters, station and pad back to where they were at the first start."""
        self._placing.reset()

    def show_error(self, error: NetSketchError, details: str = "") -> None:
        """Tell what went wrong above the page, with the details a click away."""
        self.words.show_error(error, details)

    # What is heard

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        model = self.workbench.model
        if model is not None:
            self.panel.set_predictor(self._predict, model.recognizer.classes)
        self._show_pad_notice()
        self._show_title()

    def _predict(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        model = self.workbench.model
        assert model is not None, "the pad asks only while there is a model"
        return model.recognizer.probabilities(images)

    @Slot()
    def _show_pad_notice(self) -> None:
        older = self.workbench.model_is_older and not self.workbench.running
        self.panel.set_notice(
            self.tr("This model is from older settings. Train to use the new ones.") if older else ""
        )

    @Slot()
    def _on_workbench_state_changed(self) -> None:
        self._show_pad_notice()
        self._show_title()

    @Slot(str)
    def _on_files_done(self, sentence: str) -> None:
        self.notices.set_notice(None)
        self.statusBar().showMessage(sentence, 6000)
        self._show_title()

    @Slot()
    def _on_panel_answered(self) -> None:
        drawing = self.panel.drawing()
        self.train_station.time_machine.set_drawing(drawing)
        self.understand.set_drawing(drawing)

    @Slot()
    def _on_space_activated(self) -> None:
        """Train or pause, unless the focus lies on something that Space presses."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and focus.isEnabled():
            focus.click()
        elif isinstance(focus, QComboBox):
            focus.showPopup()
        elif self.menus.train.isEnabled():
            self.run_bar.toggle()

    @Slot()
    def _show_title(self) -> None:
        model = self.workbench.model
        name = model.path.name if model is not None and model.path is not None else self.tr("untitled")
        self.setWindowTitle(f"{name}[*] – NetSketch" if model is not None else "NetSketch")
        self.setWindowModified(model is not None and model.unsaved)

    # Files dragged onto the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a model, an experiment, or images with labels."""
        from gui.window.dropped_file import dropped_file

        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        from gui.window.dropped_file import dropped_file
        from gui.window.model_files import MODEL_ENDING

        path = dropped_file(event)
        if path is None:
            return
        event.acceptProposedAction()
        kinds = {".json": self.files.open_experiment, MODEL_ENDING: self.open_model}
        opens = kinds.get(path.suffix.lower(), self.import_export.make_set)
        QTimer.singleShot(0, self, lambda: opens(path))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline, as long as there is nothing else."""
        super().paintEvent(event)
        if self._outline is not None:
            self._outline.paint()

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about an unsaved model, remember the layout, end the threads."""
        if self._outline is not None:
            event.accept()
            return
        self.workbench.current_model.view(None)  # it is the newest weights that could be lost
        if not self._closing and self.files.work_is_unsaved:
            event.ignore()
            self.files.ask_about_unsaved(self._close_for_good)
            return
        self._placing.save()
        self.hide()
        self.import_export.shutdown()
        self.fine_tuning.shutdown()
        self.workbench.shutdown()
        self.evaluate.shutdown()
        self.understand.shutdown()
        self.undo.clear()
        event.accept()

    def _close_for_good(self) -> None:
        self._closing = True
        self.close()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
