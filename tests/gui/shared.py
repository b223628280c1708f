"""A window that tests of a module share: it is put back after each, and looked at whether that was all."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize
from PySide6.QtWidgets import QApplication, QDialog, QScrollBar, QWidget

from engine.data import my_digits
from engine.data.plane import own_points
from gui.bench import clearing
from gui.tasks.task import Task
from gui.widgets.fields.fold import Fold
from gui.window import placing
from tests.left_running import lasting, leave_unstyled, nothing_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from gui.main_window import MainWindow

SAYS = ("text", "currentText", "placeholderText", "value", "isChecked", "toolTip", "title", "currentMessage")
LONG = 20_000


class Shared:
    """Has the window, opened when it is first wanted.

    Args:
        opened: Shows it, and closes it in the end.
        experiment: Its settings.
        home: The folder of what it keeps.
    """

    def __init__(
        self, opened: Callable[[], Iterator[MainWindow]], experiment: Experiment, home: Path
    ) -> None:
        self._opened, self._experiment, self.home = contextmanager(opened), experiment, home
        self._main: MainWindow | None = None
        self._size = QSize()
        self._look: dict[str, object] = {}
        self._ends = ExitStack()

    def window(self) -> MainWindow:
        """Return the window as it was opened."""
        if self._main is None:
            leave_unstyled(_app())
            self._ends.enter_context(nothing_left())
            self._main = self._ends.enter_context(self._opened())
            lasting.update({self._main, self._main.workbench})
            self._ends.callback(lasting.clear)
            self._size = self._main.size()
            self._bring_back(self._main)
            self._look = look_of(self._main)
        return self._main

    def end(self) -> None:
        """Close the window, if it is open."""
        self._main = None
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NETSKETCH_HOME", str(self.home))
            self._ends.close()
        QSettings().clear()  # how it stood is for no other window

    def put_back(self, qtbot: QtBot) -> None:
        """Bring the window back to that, and empty its folder; fails where something of it is not as it was.

        The next test has a new one then.
        """
        try:
            self._put_back(qtbot)
        except BaseException:
            self.end()
            raise

    def _put_back(self, qtbot: QtBot) -> None:
        main = self.window()
        bench = main.workbench
        tasks = [*main.findChildren(Task), *bench.findChildren(Task)]

        def is_quiet() -> bool:
            return not bench.running and not any(task.busy for task in tasks) and main.isActiveWindow()

        bench.stop()
        qtbot.waitUntil(lambda: not bench.running and not any(task.busy for task in tasks), timeout=LONG)
        self._bring_back(main)
        qtbot.waitUntil(is_quiet, timeout=LONG)
        for kept in self.home.iterdir():
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
        for stores in (my_digits._stores, own_points._mine):
            stores.clear()
        bench.my_digits.changed.emit()
        bench.own_points.changed.emit()
        if bench.catalogue.is_read:
            bench.catalogue.refresh()
            qtbot.waitUntil(is_quiet, timeout=LONG)
        assert (bench.model, bench.experiment) == (None, self._experiment)
        others = self._others(main)
        if others:  # other data have brought another pad since, or another language wider words
            main.reset_layout()
            self._settle(main)
            others = self._others(main)
        assert not others, f"not as it was: {others[-1]}"

    def _others(self, main: MainWindow) -> list[tuple[str, object, object]]:
        """Return the parts that are not as they were, with how they were and how they are."""
        before, now = self._look, look_of(main)
        parts = {**before, **now}
        return [
            (part, before.get(part), now.get(part)) for part in parts if before.get(part) != now.get(part)
        ]

    @contextmanager
    def _first_size(self) -> Iterator[None]:
        """Let a window have at its first start the size of those of tests, or all would be laid out twice over."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(placing.outline, "first_size", lambda _window: self._size)
            yield

    def _settle(self, main: MainWindow) -> None:
        main.resize(self._size)
        for _ in range(3):  # what is laid out anew lays out what is in it
            QApplication.processEvents()

    def _bring_back(self, main: MainWindow) -> None:
        """Do what the program does for the next class, with the settings of the tests for those of a first start."""
        bench = main.workbench
        for dialog in main.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()
        main.body.setFocus()  # what is typed into a field is taken when it is left
        if main.isFullScreen():
            main.showNormal()
        bench.preferences.reset()  # words as large as they were have the room that they had
        with pytest.MonkeyPatch.context() as patch:
            first = SimpleNamespace(experiment=self._experiment, name="")
            patch.setattr(clearing, "first_preset", lambda: first)
            with self._first_size():
                main.lab_reset._reset([])
        for fold in main.findChildren(Fold):
            if fold.is_open():
                fold.set_open(False, remember=False)
        for bar in main.findChildren(QScrollBar):
            bar.setValue(bar.minimum())
        main.notices.set_notice(None)
        main.statusBar().clearMessage()
        main.activateWindow()
        main.body.setFocus()
        assert main._focus is not None
        main._focus._left, main._focus._near = None, []  # nobody has been anywhere
        bench.undo_stack.clear()
        main.body.draw_stack.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._settle(main)


@cache
def said_by(kind: type[QWidget]) -> tuple[str, ...]:
    """Return what parts of a class can be asked for."""
    return tuple(name for name in SAYS if callable(getattr(kind, name, None)))


def _app() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def look_of(main: MainWindow) -> dict[str, object]:
    """Return what is seen of a window: of each part, by its place among the others, its room, words and state."""

    def looks(part: QWidget, path: str) -> Iterator[tuple[str, object]]:
        said = [getattr(part, name)() for name in said_by(type(part))]
        yield path, (part.geometry().getRect(), part.isEnabled(), said)
        inner = [child for child in part.children() if isinstance(child, QWidget) and not child.isWindow()]
        for place, child in enumerate(child for child in inner if child.isVisible()):
            yield from looks(child, f"{path}/{child.objectName() or f'{type(child).__name__} {place}'}")

    return dict(looks(main.body, "")) | {"title": main.windowTitle(), "size": main.size()}
