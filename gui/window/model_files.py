"""Opening and saving from the window: dialogs, recent files, and the question about unsaved work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine import file_names
from engine.atomic import write_text
from engine.config import problem_sentence
from engine.config.reading import experiment_in
from engine.errors import ConfigError, NetSketchError
from engine.models.shipped import shipped_model
from engine.words import Phrase
from gui.widgets.saving.ask_where import ask_where
from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from gui.look.spoken import Words


MODEL_ENDING = ".safetensors"
MOVING_STATES = (RunState.PREPARING, RunState.TRAINING, RunState.STOPPING)


class ModelFiles(QObject):
    """Opens and saves models and experiments for a window.

    Signals:
        failed: A file could not be read or written; nothing was lost (NetSketchError).
        done: Something worth a word succeeded (Words).
        waiting: Something will be done as soon as it can be (Words).
        coming_changed: Whether a model is on its way is another.
    """

    failed = Signal(object)
    done = Signal(object)
    waiting = Signal(object)
    coming_changed = Signal()

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._preferences = workbench.preferences
        self._window = window
        self._opens_next: Callable[[], None] | None = None  # as soon as PyTorch is loaded
        self._stamps: dict[Path, tuple[int, ...] | None] = {}  # of files as they were opened or saved here

    @property
    def folder(self) -> str:
        """Where dialogs start: beside the newest recent file, else the home folder."""
        recent = self._preferences.recent_files
        return str(recent[0].parent if recent else Path.home())

    @property
    def is_coming(self) -> bool:
        """Whether a model is opened as soon as PyTorch is loaded."""
        return self._opens_next is not None

    @Slot()
    def choose_model(self) -> None:
        """Ask which model to open."""
        pattern = self.tr("NetSketch models (*.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open model"), self.folder, pattern)
        if name:
            self.open_model(Path(name))

    @Slot(object)
    def open_model(self, path: Path) -> None:
        """Open a model as soon as PyTorch is there, after asking what becomes of unsaved work."""

        def open_it() -> None:
            try:
                self._workbench.open_model(path)
            except NetSketchError as error:
                if not file_names.is_there(path):
                    self._preferences.remove_recent(path)
                self.failed.emit(error)
                return
            self._remember(path)
            self.done.emit(
                lambda: self.tr("Opened “{name}”. Draw on the pad to try it.").format(
                    name=file_names.model_name(path)
                )
            )

        self._open_when_warm(
            open_it, lambda: self.tr("“{name}” opens as soon as PyTorch is loaded …").format(name=path.name)
        )

    @Slot()
    def open_shipped(self) -> None:
        """Open the trained model that comes with the program, as any other; saving it asks for a place."""

        def open_it() -> None:
            try:
                self._workbench.open_model(shipped_model(), is_shipped=True)
            except NetSketchError as error:
                self.failed.emit(error)
                return
            self.done.emit(lambda: self.tr("Opened the trained network. Draw a digit on the pad."))

        self._open_when_warm(
            open_it, lambda: self.tr("The trained network opens as soon as PyTorch is loaded …")
        )

    def _open_when_warm(self, open_it: Callable[[], None], waiting: Words) -> None:
        """Open a model once PyTorch is there and the person has said what becomes of unsaved work."""
        loader = self._workbench.loader
        if not loader.warming:
            self.ask_about_unsaved(open_it)
            return
        self._opens_next = open_it  # of several, the last one asked for
        self.waiting.emit(waiting)
        self.coming_changed.emit()
        loader.warmed_up.connect(self._on_loader_warmed_up, Qt.ConnectionType.SingleShotConnection)

    @Slot()
    def _on_loader_warmed_up(self) -> None:
        open_it, self._opens_next = self._opens_next, None
        if open_it is not None:
            self.ask_about_unsaved(open_it)
            self.coming_changed.emit()

    @Slot()
    def save(self) -> bool:
        """Save the model to its file, asking for one where it has none; returns whether it is saved."""
        model = self._workbench.model
        if model is None or model.path is None:
            return self.save_as()
        now = _stamp_of(model.path)
        if now not in (None, self._stamps.get(model.path, now)):
            self._ask_about_changed(model.path)
            return False
        return self.save_model(model.path)

    @Slot()
    def save_as(self) -> bool:
        """Ask where to save the model; returns whether it is saved."""
        model = self._workbench.model
        if model is None:
            return False
        parts = [model.experiment.data.dataset, model.experiment.network.summary or "linear"]
        at_hand = self._workbench.moment_at_hand.replace(" ", "-")
        named = "-".join(filter(None, [*parts, at_hand]))
        start = model.path or Path(self.folder) / f"{file_names.file_name(named, 'model')}{MODEL_ENDING}"
        pattern = self.tr("NetSketch models (*.safetensors)")
        path = ask_where(self._window, self.tr("Save model"), start, pattern, MODEL_ENDING)
        return path is not None and self.save_model(path)

    def save_model(self, path: Path) -> bool:
        """Save the current model; returns whether that succeeded."""
        try:
            self._workbench.save_model(path)
        except NetSketchError as error:
            self.failed.emit(error)
            return False
        self._remember(path)
        self.done.emit(lambda: self.tr("Saved as “{name}”.").format(name=path.name))
        return True

    def _ask_about_changed(self, path: Path) -> None:
        """Ask what becomes of a file that another window or program has written since it was opened or saved here."""
        from gui.widgets.message_box import MessageBox

        box = MessageBox(
            self._window,
            MessageBox.Icon.Question,
            lambda: self.tr("Changed Model"),
            lambda: self.tr("“{name}” was changed since it was opened here.").format(name=path.name),
            lambda: self.tr(
                "Another window or program has written it. Do you want to replace what it has written?"
            ),
        )
        box.setObjectName("changedDialog")
        replace = box.add_button(lambda: self.tr("Replace"), MessageBox.ButtonRole.DestructiveRole)
        elsewhere = box.add_button(lambda: self.tr("Save As …"), MessageBox.ButtonRole.AcceptRole)
        box.addButton(MessageBox.StandardButton.Cancel)
        box.setDefaultButton(elsewhere)

        def go_on() -> None:
            box.deleteLater()
            if box.clickedButton() is replace:
                self.save_model(path)
            elif box.clickedButton() is elsewhere:
                self.save_as()

        box.finished.connect(go_on)
        box.open()

    @property
    def work_is_unsaved(self) -> bool:
        """Whether trained weights at rest would be lost: no file of the person's holds them, and no run on the disk."""
        model, state = self._workbench.model, self._workbench.state
        return model is not None and model.unsaved and not model.kept and state not in MOVING_STATES

    def ask_about_unsaved(self, then: Callable[[], None]) -> None:
        """Go on with ``then`` at once, or once the person has saved or discarded a trained model.

        The question does not block: the window lives on beneath it.
        """
        from gui.widgets.message_box import MessageBox

        model = self._workbench.model
        if model is None or not self.work_is_unsaved:
            then()
            return
        buttons = MessageBox.StandardButton
        box = MessageBox(
            self._window,
            MessageBox.Icon.Question,
            lambda: self.tr("Unsaved Model"),
            lambda: self.tr("The trained model is not saved."),
            lambda: self.tr("Do you want to save it before it is gone?"),
        )
        box.setObjectName("unsavedDialog")
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)

        def go_on(result: int) -> None:
            box.deleteLater()
            if result == buttons.Discard:
                model.saved = True  # asked once is enough
                then()
            elif result == buttons.Save and self.save():
                then()

        box.finished.connect(go_on)
        box.open()

    @Slot()
    def choose_experiment(self) -> None:
        """Ask which experiment file to open."""
        pattern = self.tr("Experiments (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open experiment"), self.folder, pattern)
        if name:
            self.open_experiment(Path(name))

    def open_experiment(self, path: Path) -> None:
        """Take the settings of a file into the editor, undoably."""
        try:
            experiment = read_experiment(path)
        except NetSketchError as error:
            self.failed.emit(error)
            return
        self._workbench.editor.replace(
            experiment, lambda: self.tr("settings of “{name}”").format(name=path.name)
        )
        self.done.emit(lambda: self.tr("Settings of “{name}” taken over.").format(name=path.name))

    @Slot()
    def save_experiment_as(self) -> None:
        """Ask where to write the settings."""
        start = Path(self.folder) / "experiment.json"
        path = ask_where(
            self._window, self.tr("Save experiment"), start, self.tr("Experiments (*.json)"), ".json"
        )
        if path is not None:
            self.save_experiment(path)

    def save_experiment(self, path: Path) -> None:
        """Write the settings to a readable file."""
        try:
            write_text(path, self._workbench.experiment.model_dump_json(indent=2) + "\n")
        except NetSketchError as error:
            self.failed.emit(error)
            return
        self.done.emit(lambda: self.tr("Settings saved as “{name}”.").format(name=path.name))

    def opener(self, path: Path) -> Callable[[Path], object] | None:
        """Return what opens a file of this name, or None where it is neither a model nor an experiment."""
        return {MODEL_ENDING: self.open_model, ".json": self.open_experiment}.get(path.suffix.lower())

    def _remember(self, path: Path) -> None:
        self._stamps[path] = _stamp_of(path)
        self._preferences.add_recent(path)


def _stamp_of(path: Path) -> tuple[int, ...] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns, state.st_size


def read_experiment(path: Path) -> Experiment:
    """Return the experiment in a JSON file.

    Raises:
        ConfigError: If it cannot be read or is not an experiment.
    """
    from engine.models.size import IMAGE_SHAPE, layer_problems

    try:
        experiment = experiment_in(path)
    except ConfigError as error:
        if error.problems:
            raise
        raise ConfigError(
            "“{name}” is not an experiment.",
            cause=error.what,
            remedy="Choose another file.",
            name=path.name,
        ) from error
    except OSError as error:
        raise ConfigError(
            "“{name}” cannot be read.",
            cause="The system says: {reason}.",
            remedy="Choose another file.",
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    misfits = layer_problems(experiment.network, IMAGE_SHAPE)
    if misfits:
        raise ConfigError(
            Phrase.joined(map(problem_sentence, misfits)),
            problems=misfits,
            remedy=misfits[0].remedy,
        )
    return experiment
