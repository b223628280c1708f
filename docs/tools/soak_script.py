"""What somebody does in the window for half an hour: small pieces of work in an order that a seed decides."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QPushButton

from gui.tasks.task import Task

if TYPE_CHECKING:
    from gui.main_window import MainWindow

PATIENCE = 180.0  # seconds for one thing to come to its end, on a busy machine too
KEPT_RUNS = 5
DIGITS = (
    [(0.28, 0.24), (0.72, 0.22), (0.60, 0.42), (0.50, 0.62), (0.44, 0.82)],
    [
        (0.30, 0.24),
        (0.46, 0.16),
        (0.64, 0.22),
        (0.66, 0.36),
        (0.48, 0.47),
        (0.66, 0.56),
        (0.70, 0.72),
        (0.30, 0.78),
    ],
    [(0.50, 0.15), (0.52, 0.50), (0.50, 0.85)],
)
Steps = Iterator[None]


class Stuck(Exception):
    """Something did not come to its end."""


class Script:
    """Drives the window, a small step at a time: each ``yield`` lets it live on.

    Args:
        window: The window.
        folder: For files that are saved and brought in.
        seed: Decides what is done in which order.

    Attributes:
        what: What is being done.
        done: How often each thing was done.
    """

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        self.window, self.bench = window, window.workbench
        self.folder = folder
        self.random = random.Random(seed)
        self.what = "warming up"
        self.done: dict[str, int] = {}
        self._imported = self._images(folder / "shapes")

    def steps(self) -> Steps:
        """Do one thing after another, without end."""
        yield from self._until(lambda: self.bench.data is not None and not self.bench.loader.warming)
        self.bench.editor.edit("data.generated_count", 300)
        actions = self._actions()
        while True:
            for action in self.random.sample(actions, len(actions)):
                self.what = action.__name__.strip("_").replace("_", " ")
                yield  # so that what follows is not taken for a part of what was before
                yield from action()
                yield from self._until(self._is_idle)
                self.done[self.what] = self.done.get(self.what, 0) + 1
            self.what = "tidying up"
            yield
            yield from self._tidy()
            self.what = "rest"
            yield

    def _actions(self) -> list[Callable[[], Steps]]:
        return [
            self._train, self._train_and_pause, self._train_and_draw, self._step, self._restart, self._change_settings,
            self._change_layers, self._draw, self._draw, self._visit_stations, self._change_theme, self._evaluate,
            self._understand, self._challenge, self._compare_runs, self._delete_and_undo, self._import_set,
            self._look_at_images, self._save_and_open, self._open_dialogs, self._name_drawings, self._undo_and_redo,
            self._resize, self._time_machine, self._move_pad,
        ]  # fmt: skip

    # Training

    def _train(self) -> Steps:
        self.window.show_station("train")
        yield from self._begin()
        yield from self._until(lambda: not self.bench.running)

    def _train_and_pause(self) -> Steps:
        self.window.show_station("train")
        yield from self._begin(30)
        yield from self._until(lambda: len(self.bench.history) > 0 or not self.bench.running)
        for do in (self.bench.pause, self.bench.start, self.bench.stop):
            do()
            yield from self._breathe(8)
        yield from self._until(lambda: not self.bench.running)

    def _train_and_draw(self) -> Steps:
        self.window.show_station("train")
        yield from self._begin(20)
        yield from self._draw()
        yield from self._visit_stations()
        self.bench.stop()
        yield from self._until(lambda: not self.bench.running)

    def _step(self) -> Steps:
        self.window.show_station("train")
        yield from self._ready()
        self.bench.step_batch()
        yield from self._until(lambda: self.bench.running or bool(self.bench.editor.problems))
        yield from self._breathe(10)
        self.bench.step_epoch()
        yield from self._breathe(10)
        self.bench.stop()
        yield from self._until(lambda: not self.bench.running)

    def _restart(self) -> Steps:
        yield from self._begin(10)
        yield from self._until(lambda: len(self.bench.history) > 0 or not self.bench.running)
        self.bench.actions.restart()
        yield from self._breathe(10)
        self.bench.stop()
        yield from self._until(lambda: not self.bench.running)

    def _begin(self, epochs: int = 2) -> Steps:
        yield from self._ready()
        self.bench.editor.edit("training.epochs", epochs)
        self.bench.start()
        yield

    def _ready(self) -> Steps:
        """Come to rest on small data and a small network, from wherever the last thing led."""
        yield from self._until(self._is_idle)
        editor = self.bench.editor
        if self.bench.experiment.data.dataset != "generated":
            editor.edit("data.dataset", "generated")
        editor.edit("data.generated_count", 300)
        editor.edit("training.batch_size", 32)
        yield from self._until(lambda: self.bench.data is not None and self._is_idle())

    # Settings

    def _change_settings(self) -> Steps:
        choose, editor = self.random.choice, self.bench.editor
        self.window.show_station("train")
        editor.edit("training.learning_rate", choose([0.001, 0.003, 0.01]))
        yield
        editor.edit("training.optimizer", choose(["sgd", "adam"]))
        yield
        editor.edit("training.learning_rate", -1)  # refused, and said below the field
        yield from self._breathe(3)
        editor.edit("training.learning_rate", 0.01)
        yield
        editor.apply_preset(choose(["article", "first-try", "wide"]))
        yield from self._ready()
        editor.edit("network.hidden", "16")

    def _change_layers(self) -> Steps:
        self.window.show_station("train")
        for hidden in ("16, 16", "8, 8, 8, 8", self.random.choice(["24", "12, 6"])):
            self.bench.editor.edit("network.hidden", hidden)
            yield from self._breathe(4)

    def _undo_and_redo(self) -> Steps:
        stack = self.bench.undo_stack
        for move in [stack.undo] * 3 + [stack.redo] * 3:
            move()
            yield from self._breathe(3)
            yield from self._until(self._is_idle)

    # The pad

    def _draw(self) -> Steps:
        canvas = self.window.panel.canvas
        if not canvas.isVisible():
            return
        points = self.random.choice(DIGITS)
        at = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in points]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at[0])
        for start, end in pairwise(at):
            for part in range(1, 7):
                QTest.mouseMove(canvas, start + (end - start) * part / 6)
                yield
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at[-1])
        yield from self._breathe(6)
        if self.random.random() < 0.5:
            canvas.clear()
            yield

    def _name_drawings(self) -> Steps:
        yield from self._draw()
        image = np.zeros((28, 28), np.uint8)
        image[4:24, 10 + self.random.randrange(8)] = 255
        self.window.panel.canvas.set_image(image)
        yield from self._breathe(6)
        self.window.panel.canvas.clear()

    def _move_pad(self) -> Steps:
        from gui.pad.place import Place

        for place in (Place.HIDDEN, Place.FLOATING, Place.RIGHT):
            self.window.body.pad_placement.set_place(place)
            yield from self._breathe(5)

    # The window

    def _visit_stations(self) -> Steps:
        stations = list(self.window.body.stations)
        for station in self.random.sample(stations, len(stations)):
            self.window.show_station(station.name)
            yield from self._breathe(6)

    def _change_theme(self) -> Steps:
        for mode in ("dark", "light"):
            self.window.set_theme(mode)
            yield from self._breathe(4)

    def _resize(self) -> Steps:
        for width, height in ((1100, 700), (1600, 900), (1366, 768)):
            self.window.resize(width, height)
            yield from self._breathe(4)

    def _open_dialogs(self) -> Steps:
        """Open the dialogs of the help menu and close them again."""
        menu = self.window.findChild(QMenu, "helpMenu")
        for action in menu.actions() if menu is not None else ():
            action.trigger()
            yield from self._breathe(5)
            for dialog in self.window.findChildren(QDialog):
                if dialog.isVisible():
                    dialog.reject()
            yield from self._breathe(2)
        for action in self.window.menuBar().actions():
            opened: QMenu | None = action.menu() if isinstance(action, QAction) else None  # type: ignore[assignment]
            if opened is not None:
                opened.popup(QPoint(0, 0))
                yield
                opened.close()

    # Evaluate and Understand

    def _evaluate(self) -> Steps:
        yield from self._with_model()
        self.window.show_station("evaluate")
        page = self.window.station("evaluate").page
        yield from self._breathe(4)
        button = page.findChild(QPushButton, "measureButton")
        if button is not None and button.isEnabled():
            button.click()
        yield from self._until(self._is_idle)
        page.view.set_value("data")
        yield from self._breathe(4)
        page.view.set_value("report")
        yield

    def _understand(self) -> Steps:
        yield from self._look_through("understand")

    def _challenge(self) -> Steps:
        yield from self._look_through("challenge")
        page = self.window.station("challenge").page
        page.show_view("fool")
        slider = page.view.controls.slider
        for _ in range(12):
            slider.setValue(self.random.randint(slider.minimum(), slider.maximum()))
            yield
        yield from self._until(self._is_idle)

    def _look_through(self, station: str) -> Steps:
        yield from self._with_model()
        yield from self._draw()
        self.window.show_station(station)
        page = self.window.station(station).page
        for name in page.views:
            page.show_view(name)
            yield from self._breathe(8)
            yield from self._until(self._is_idle)

    def _time_machine(self) -> Steps:
        yield from self._with_model()
        self.window.show_station("train")
        moments = self.bench.current_run.moments
        for moment in self.random.sample(moments, min(2, len(moments))):
            self.bench.actions.view(moment.step)
            yield from self._breathe(4)
            yield from self._until(self._is_idle)
        self.bench.actions.view(None)
        yield

    # Runs

    def _compare_runs(self) -> Steps:
        yield from self._show_runs()
        page = self.window.station("runs").page
        page.list.selectAll()
        yield from self._breathe(6)
        yield from self._until(self._is_idle)
        page.list.clearSelection()
        yield

    def _delete_and_undo(self) -> Steps:
        yield from self._show_runs()
        runs = [run for run in self.bench.catalogue.summaries if not run.here]
        if not runs:
            return
        self.window.station("runs")._changes.delete([self.random.choice(runs).id])
        yield from self._until(self._is_idle)
        self.bench.undo_stack.undo()
        yield from self._until(self._is_idle)

    def _show_runs(self) -> Steps:
        self.window.show_station("runs")
        self.bench.catalogue.refresh()
        yield from self._until(self._is_idle)

    # Files

    def _save_and_open(self) -> Steps:
        yield from self._with_model()
        path = self.folder / "model.safetensors"
        self.window.files.save_model(path)
        yield
        self.window.open_model(path)
        yield from self._until(self._is_idle)

    def _import_set(self) -> Steps:
        import_export = self.window.station("data").import_export
        import_export.make_set(self._imported)
        yield from self._until(lambda: self.bench.experiment.data.dataset != "generated" and self._is_idle())
        yield from self._breathe(5)
        import_export.remove(self.bench.experiment.data.dataset)
        yield from self._ready()

    def _look_at_images(self) -> Steps:
        """Open the preview of an import, wait for its pictures, and close it."""
        self.window.station("data").import_export.preview_set(self._imported)
        yield from self._until(self._is_idle)
        yield from self._breathe(5)
        dialog = self.window.findChild(QDialog, "importPreview")
        if dialog is not None:
            dialog.reject()
        yield

    def _images(self, folder: Path) -> Path:
        from PIL import Image

        for name, rows in (("bar", slice(4, 24)), ("dot", slice(12, 16))):
            (folder / name).mkdir(parents=True)
            for number in range(8):
                pixels = np.zeros((28, 28), np.uint8)
                pixels[rows, 8 + number : 12 + number] = 255
                Image.fromarray(pixels).save(folder / name / f"{number}.png")
        return folder

    # Underneath

    def _with_model(self) -> Steps:
        if self.bench.model is None:
            yield from self._train()
        yield from self._until(self._is_idle)

    def _tidy(self) -> Steps:
        """Come back to what there was at the last rest: few runs, an empty bin, nothing to undo, an empty pad."""
        yield from self._until(self._is_idle)
        yield from self._ready()
        old = [run.id for run in self.bench.catalogue.summaries if not run.here][KEPT_RUNS:]
        if old:
            self.bench.catalogue.do(lambda library: library.delete(*old))
        self.bench.catalogue.do(lambda library: library.expire(0.0))
        yield from self._until(self._is_idle)
        self.bench.catalogue.refresh()
        self.window.panel.canvas.clear()
        self.window.show_station("train")
        yield from self._until(self._is_idle)
        self.bench.undo_stack.clear()
        self.window.body.draw_stack.clear()
        self.window.notices.set_notice(None)
        yield from self._breathe(20)

    def _is_idle(self) -> bool:
        owners = (self.window, self.bench)
        tasks = (task for owner in owners for task in owner.findChildren(Task))
        return not self.bench.running and not any(task.busy for task in tasks)

    def _until(self, condition: Callable[[], bool]) -> Steps:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise Stuck(self.what)
            self._answer()
            yield

    def _breathe(self, turns: int) -> Steps:
        for _ in range(turns):
            self._answer()
            yield

    def _answer(self) -> None:
        """Answer the one question that may come: nothing of this is worth saving."""
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            discard = box.button(QMessageBox.StandardButton.Discard)
            (discard.click if discard is not None else box.reject)()
