"""Saying on the pad what the drawing is: keys, row and list; kept with its strokes, and taken back."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel, QToolButton, QWidget

from engine.data import ink
from engine.data.my_digits import my_digits
from gui.pad.sketch import PEN_WIDTH
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from tests.gui.shared import Shared

ONE = [(0.15, 0.2), (0.15, 0.8)]
TWO_SEVENS = [[(0.1, 0.3), (0.35, 0.3), (0.2, 0.75)], [(0.6, 0.3), (0.88, 0.3), (0.7, 0.75)]]


def labels() -> list[str]:
    return [entry.label for entry in my_digits().entries()]


def key(window: MainWindow, name: str) -> QToolButton:
    return next(button for button in window.panel.findChildren(QToolButton) if button.text() == name)


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


@pytest.fixture
def canvas(window: MainWindow) -> QWidget:
    window.panel.canvas.setFocus()
    return window.panel.canvas


def test_a_digit_key_keeps_the_drawing_and_clears_the_pad(window: MainWindow, canvas: QWidget) -> None:
    pull(canvas, SEVEN)
    drawn = [stroke.copy() for stroke in window.panel.canvas.strokes()]
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert labels() == ["7"]
    assert window.panel.canvas.is_empty
    kept = my_digits().entries()[0]
    assert np.abs(kept.strokes[0] - drawn[0]).max() <= 0.06
    assert np.array_equal(my_digits().dataset().images[0], ink.render_strokes(kept.strokes))
    label = window.findChild(QLabel, "keptLabel")
    assert label.isVisible()
    assert "7" in label.text()


def test_a_stroke_that_was_pressed_is_kept_with_its_mean_width(window: MainWindow, canvas: QWidget) -> None:
    sketch = window.panel.canvas._sketch
    sketch.begin((60, 60, 0.5))
    sketch.extend((200, 60, 1.5))
    sketch.end()
    QTest.keyClick(canvas, Qt.Key.Key_1)
    [kept] = my_digits().entries()
    assert kept.pen == PEN_WIDTH
    assert kept.strokes[0].shape[1] == 2
    assert np.array_equal(my_digits().dataset().images[0], ink.render_strokes(kept.strokes))


def test_nothing_is_kept_of_an_empty_pad(window: MainWindow, canvas: QWidget) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert labels() == []
    assert not key(window, "7").isEnabled()


def test_undo_brings_the_drawing_back(window: MainWindow, canvas: QWidget) -> None:
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert "My Digits" in window.undo.undo_action.text()
    window.undo.undo_action.trigger()
    assert labels() == []
    assert len(window.panel.canvas.strokes()) == 1
    window.undo.redo_action.trigger()
    assert labels() == ["1"]
    assert window.panel.canvas.is_empty


def test_undo_beside_the_confirmation(window: MainWindow, canvas: QWidget) -> None:
    pull(canvas, SEVEN)
    key(window, "1").click()
    assert labels() == ["1"]
    window.findChild(QToolButton, "keptUndo").click()
    assert labels() == []
    key(window, "7").click()
    assert labels() == ["7"]


def test_the_confirmation_passes_when_drawing_goes_on(window: MainWindow, canvas: QWidget) -> None:
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, Qt.Key.Key_7)
    pull(canvas, SEVEN)
    assert not window.findChild(QLabel, "keptLabel").isVisible()
    assert key(window, "3").isEnabled()


def test_a_click_on_a_bar_changes_nothing(window: MainWindow, canvas: QWidget) -> None:
    pull(canvas, SEVEN)
    drawn = [stroke.tolist() for stroke in window.panel.canvas.strokes()]
    bars = window.panel.bars
    for row in range(10):
        where = QPoint(bars.width() // 2, round((row + 0.5) * bars.height() / 10))
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(bars, Qt.MouseButton.LeftButton, pos=where)
    assert labels() == []
    assert [stroke.tolist() for stroke in window.panel.canvas.strokes()] == drawn
    assert "My Digits" not in bars.tip_at(QPoint(20, 20))


def test_of_several_digits_the_chosen_one_is_kept(window: MainWindow, canvas: QWidget) -> None:
    for path in TWO_SEVENS:
        pull(canvas, path)
    assert len(window.panel.digits()) == 2
    window.panel.choose(0)
    QTest.keyClick(canvas, Qt.Key.Key_7)
    (left,) = window.panel.digits()
    assert left.area.left() > 140
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert window.panel.canvas.is_empty
    assert labels() == ["7", "1"]
    for _ in range(2):
        window.undo.undo_action.trigger()
    assert len(window.panel.digits()) == 2
    assert labels() == []


def test_an_image_is_kept_as_the_network_sees_it(window: MainWindow, canvas: QWidget) -> None:
    image = np.full((90, 60), 255, np.uint8)
    image[10:80, 27:33] = 0
    window.panel.canvas.set_image(image)
    QTest.keyClick(canvas, Qt.Key.Key_1)
    (entry,) = my_digits().entries()
    assert entry.image is not None
    assert np.array_equal(entry.image, ink.normalize_image(image))
    assert window.panel.canvas.is_empty


def test_another_name(qtbot: QtBot, window: MainWindow, canvas: QWidget) -> None:
    pull(canvas, SEVEN)
    window.findChild(QAction, "anotherName").trigger()
    dialog = window.findChild(QInputDialog, "anotherNameDialog")
    dialog.setTextValue("  Ω ")
    dialog.accept()
    assert labels() == ["Ω"]


def test_what_cannot_be_kept_stays_on_the_pad(window: MainWindow, canvas: QWidget, lasting: Shared) -> None:
    (lasting.home / "my-digits").write_text("in the way")
    pull(canvas, SEVEN)
    QTest.keyClick(canvas, Qt.Key.Key_7)
    assert not window.panel.canvas.is_empty
    assert window.notices.isVisible()


NAMED = ("T-shirt/top", "Trouser & belt", "A name of sixty letters, which is the longest that can be it")


def keys(window: MainWindow) -> list[QToolButton]:
    found = window.panel.naming_row.findChildren(QToolButton)
    return [button for button in found if button.objectName().startswith("thatWasKey") and button.isVisible()]


def test_three_classes_with_long_names_have_keys(window: MainWindow, canvas: QWidget) -> None:
    window.panel.set_predictor(None, NAMED)
    pull(canvas, ONE)
    assert [button.text()[0] for button in keys(window)] == ["1", "2", "3"]
    assert all(escape(name) in button.toolTip() for name, button in zip(NAMED, keys(window), strict=True))
    QTest.keyClick(canvas, Qt.Key.Key_3)
    pull(canvas, ONE)
    keys(window)[1].click()
    assert labels() == [NAMED[2], NAMED[1]]
    pull(canvas, ONE)
    QTest.keyClick(canvas, Qt.Key.Key_7)  # there is no seventh class
    assert len(labels()) == 2
    assert not window.panel.canvas.is_empty


def test_names_can_be_chosen_in_full_from_a_list(window: MainWindow, canvas: QWidget) -> None:
    window.panel.set_predictor(None, NAMED)
    pull(canvas, ONE)
    row = window.panel.naming_row
    next(action for action in row.findChildren(QAction) if action.data() == "Trouser & belt").trigger()
    assert labels() == ["Trouser & belt"]


def test_letters_are_typed_even_where_the_canvas_has_a_key_of_that_letter(
    window: MainWindow, canvas: QWidget
) -> None:
    window.panel.set_predictor(None, tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    tool = window.panel.canvas.tool
    pull(canvas, ONE)
    QTest.keyClick(canvas, Qt.Key.Key_E)
    assert labels() == ["E"]
    assert window.panel.canvas.tool is tool
    QTest.keyClick(canvas, Qt.Key.Key_E)  # nothing is drawn: the eraser's key again
    assert window.panel.canvas.tool is not tool


def test_one_of_hundreds_is_found_by_typing(window: MainWindow, canvas: QWidget) -> None:
    window.panel.set_predictor(None, tuple(f"thing number {number}" for number in range(345)))
    pull(canvas, ONE)
    assert keys(window) == []
    window.findChild(QAction, "anotherName").trigger()
    dialog = window.findChild(QInputDialog, "anotherNameDialog")
    assert len(dialog.comboBoxItems()) == 346
    dialog.setTextValue("thing number 300")
    dialog.accept()
    assert labels() == ["thing number 300"]


def test_before_there_is_a_model_drawings_are_named_as_the_images_are(
    qtbot: QtBot, window: MainWindow, canvas: QWidget
) -> None:
    for label in ("cat", "a dog of three legs", "cat", "a dog of three legs"):
        my_digits().add([np.array([[0.0, 0.0], [9.0, 9.0]])], label)
    window.workbench.editor.edit("data.dataset", "my-digits")
    qtbot.waitUntil(lambda: window.panel.bars.classes == ("a dog of three legs", "cat"), timeout=20_000)
    pull(canvas, ONE)
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert labels()[-1] == "cat"


def test_my_digits_are_loaded_anew_when_they_grow(qtbot: QtBot, window: MainWindow, canvas: QWidget) -> None:
    bench = window.workbench
    bench.editor.edit("data.dataset", "my-digits")
    assert bench.data is None
    for _ in range(3):
        pull(canvas, SEVEN)
        QTest.keyClick(canvas, Qt.Key.Key_7)

    def count() -> int:
        return (
            0
            if bench.data is None
            else sum(map(len, (bench.data.train, bench.data.validation, bench.data.test)))
        )

    qtbot.waitUntil(lambda: count() == 3, timeout=20_000)
    for _ in range(6):
        window.undo.undo_action.trigger()
    qtbot.waitUntil(lambda: bench.data is None, timeout=20_000)
