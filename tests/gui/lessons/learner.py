"""A learner: does in the real window, by mouse and keys, what a lesson asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QInputDialog, QLineEdit, QSlider, QWidget

from gui.widgets.fields.segments import Segments
from gui.workbench import RunState
from tests.gui.pad.hands import pull

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytestqt.qtbot import QtBot

    from engine.lessons.course import Course
    from gui.main_window import MainWindow

    Path = Iterable[tuple[float, float]]

LONG = 60_000  # milliseconds, and no more than a busy machine needs


class Learner:
    """Sits before a window in which a lesson is open.

    Args:
        window: The window.
        qtbot: What waits.
    """

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.bench = window.workbench
        self._qtbot = qtbot

    # With the panel

    def open(self, key: str) -> None:
        """Open a lesson at its first step."""
        self.window.lessons.open(key)

    @property
    def course(self) -> Course:
        """How far it is."""
        course = self.window.lessons.course
        assert course is not None
        return course

    def set_up(self) -> None:
        """Press the button of the step that loads something, and wait until the data are there."""
        loader = self.bench.loader
        self.press("lessonSetUp")
        self.wait(lambda: not loader.busy and not loader.loading and self.bench.data is not None)

    def answer(self, number: int) -> None:
        """Choose an answer, counted from 1."""
        self.press(f"lessonChoice{number}")

    def go_on(self) -> None:
        """Go to the next step."""
        self.press("lessonNext")

    # With the window

    def wait(self, holds: Callable[[], Any]) -> None:
        """Let the window work until something holds."""
        self._qtbot.waitUntil(holds, timeout=LONG)

    def find(self, name: str) -> QWidget:
        """Return the widget of a name that is in sight."""
        found: list[QWidget] = []

        def look() -> None:
            found[:] = [part for part in self.window.findChildren(QWidget, name) if part.isVisible()]
            assert found, f"“{name}” is not in sight"

        self.wait(look)
        return found[0]

    def press(self, name: str) -> None:
        """Press a button, as soon as it can be."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        self.wait(button.isEnabled)
        button.click()

    def train(self) -> None:
        """Press Train, and wait for the end."""
        with self._qtbot.waitSignal(self.bench.run_finished, timeout=LONG):
            self.press("trainButton")
        self.wait(lambda: self.bench.state is RunState.IDLE)

    def turn_to(self, station: str, view: str = "") -> None:
        """Go to a page by the rail, and to a view of it by its button."""
        self.press(f"{station}StationButton")
        for segments in self.window.station(station).page.findChildren(Segments) if view else ():
            if segments.has(view):
                segments.button(view).click()

    def type_number(self, name: str, text: str) -> None:
        """Type a number into a field."""
        self.type_into(self.find(name), text)

    def type_into(self, field: QWidget, text: str) -> None:
        """Type a number into a field that is at hand."""
        line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        assert line is not None
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def pull_slider(self, name: str, share: float) -> None:
        """Pull a slider of the window to a share of its way."""
        slider = self.find(name)
        assert isinstance(slider, QSlider)
        slider.setValue(slider.minimum() + round(share * (slider.maximum() - slider.minimum())))

    # With the pad

    def draw(self, path: Path) -> None:
        """Draw a stroke by mouse."""
        pull(self.window.panel.canvas, path)

    def draw_anew(self, path: Path) -> None:
        """Empty the pad, and draw."""
        if not self.window.panel.canvas.is_empty:
            self.press("clearButton")
        self.draw(path)

    def wait_for_answer(self) -> None:
        """Wait for what the network says."""
        self.wait(lambda: self.window.panel.probabilities() is not None)

    def name_drawing(self, name: str) -> None:
        """Say by the dialog for another name what is on the pad."""
        row = self.window.panel.naming_row
        other = next(action for action in row.findChildren(QWidget, "otherClassButton"))
        menu = other.menu()  # type: ignore[attr-defined]
        next(action for action in menu.actions() if action.objectName() == "anotherName").trigger()
        dialog = self.window.findChild(QInputDialog, "anotherNameDialog")
        assert dialog is not None
        dialog.setTextValue(name)
        dialog.accept()
        self.wait(lambda: self.window.panel.canvas.is_empty)

    def name_by_key(self, name: str) -> None:
        """Say by its key what is on the pad."""
        keys = {label: sign for sign, label in self.window.panel.naming_row.keys.items()}
        self.window.panel.canvas.setFocus()
        QTest.keyClicks(self.window.panel.canvas, keys[name])
        self.wait(lambda: self.window.panel.canvas.is_empty)
