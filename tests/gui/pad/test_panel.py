from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data.ink import InkSteps, render_strokes
from engine.errors import ModelError
from gui.bench.undo_stack import UndoStack
from gui.look import theme
from gui.pad.font_predictor import FontPredictor
from gui.pad.panel import DIGITS, DrawingPanel
from gui.pad.probability_bars import ProbabilityBars
from gui.pad.sketch import PEN_WIDTHS, Tool
from tests.gui.pad.hands import SEVEN, pull


@pytest.fixture
def panel(qtbot: QtBot) -> DrawingPanel:
    panel = DrawingPanel()
    qtbot.addWidget(panel)
    panel.resize(284, 620)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


class Network:
    """Counts how often it is asked; says the class that it is told to."""

    def __init__(self, classes: int = 10) -> None:
        self.classes = classes
        self.says = 3
        self.asked: list[NDArray[np.uint8]] = []

    def __call__(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        self.asked.append(images)
        answer = np.full((len(images), self.classes), 0.03 / (self.classes - 1), np.float32)
        answer[:, self.says] = 0.97
        return answer


def label(panel: DrawingPanel) -> str:
    return panel.findChild(QLabel, "predictionLabel").text()


def button(panel: DrawingPanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def test_the_fixed_names_are_there(panel: DrawingPanel) -> None:
    assert panel.objectName() == "drawingPanel"
    for name in ("drawingCanvas", "clearButton", "predictionLabel", "probabilityBars"):
        assert panel.findChild(QWidget, name) is not None


def test_an_empty_pad_predicts_nothing(panel: DrawingPanel) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    assert panel.probabilities() is None
    assert panel.drawing() is None
    assert panel.bars.probabilities() is None
    assert network.asked == []
    assert label(panel) == "Draw a digit"


def test_the_network_is_shown_what_was_drawn(panel: DrawingPanel, qtbot: QtBot) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pull(panel.canvas, SEVEN)
    qtbot.waitUntil(lambda: panel.bars.probabilities() is not None)
    assert label(panel) == "3 · 97\u00a0%"
    assert network.asked[-1].shape == (1, 28, 28)
    assert network.asked[-1].dtype == np.uint8
    np.testing.assert_array_equal(network.asked[-1][0], render_strokes(panel.canvas.strokes()))
    np.testing.assert_array_equal(panel.drawing(), network.asked[-1][0])
    probabilities = panel.probabilities()
    assert probabilities is not None
    assert probabilities.dtype == np.float32
    assert probabilities.shape == (10,)


def test_the_answer_is_asked_for_while_the_pen_moves(panel: DrawingPanel) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pull(panel.canvas, SEVEN, release=False)
    assert panel.probabilities() is not None
    assert panel.canvas.undo_stack.count() == 0


def test_many_changes_in_one_turn_cost_one_prediction(panel: DrawingPanel) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pull(panel.canvas, SEVEN)
    panel.probabilities()
    before = len(network.asked)
    for _ in range(50):
        panel.canvas.drawing_changed.emit()
        panel.refresh()
    assert len(network.asked) == before
    panel.probabilities()
    assert len(network.asked) == before + 1


def test_refresh_asks_the_newest_weights_without_rendering_anew(panel: DrawingPanel, qtbot: QtBot) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pull(panel.canvas, SEVEN)
    qtbot.waitUntil(lambda: label(panel).startswith("3"))
    seen = panel.drawing()
    network.says = 8
    panel.refresh()
    qtbot.waitUntil(lambda: label(panel) == "8 · 97\u00a0%")
    np.testing.assert_array_equal(panel.drawing(), seen)


def test_a_hidden_pad_asks_nothing_until_it_is_shown(panel: DrawingPanel, qtbot: QtBot) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pull(panel.canvas, SEVEN)
    qtbot.waitUntil(lambda: label(panel).startswith("3"))
    panel.hide()
    before = len(network.asked)
    network.says = 5
    panel.refresh()
    qtbot.wait(30)
    assert len(network.asked) == before
    panel.show()
    qtbot.waitUntil(lambda: label(panel).startswith("5"))


def test_clearing_empties_everything(panel: DrawingPanel, qtbot: QtBot) -> None:
    panel.set_predictor(Network(), DIGITS)
    assert not button(panel, "clearButton").isEnabled()
    pull(panel.canvas, SEVEN)
    assert panel.probabilities() is not None
    qtbot.mouseClick(button(panel, "clearButton"), Qt.MouseButton.LeftButton)
    assert panel.probabilities() is None
    assert panel.strip.picture("centred").image is None
    assert label(panel) == "Draw a digit"


def test_without_a_network_it_says_what_to_do(panel: DrawingPanel) -> None:
    pull(panel.canvas, SEVEN)
    assert panel.probabilities() is None
    assert "train" in label(panel).lower()
    assert panel.drawing() is not None, "what the network would see is shown all the same"
    panel.set_predictor(Network(), DIGITS)
    assert label(panel) == "3 · 97\u00a0%"
    panel.set_predictor(None, DIGITS)
    assert panel.probabilities() is None


def test_any_classes(panel: DrawingPanel) -> None:
    classes = ["T-shirt/top", "Trouser", "Ankle boot with a very long name that cannot fit"]
    network = Network(3)
    network.says = 2
    panel.set_predictor(network, classes)
    assert label(panel) == "Draw something or drop an image"
    pull(panel.canvas, SEVEN)
    panel.probabilities()
    assert label(panel).startswith("Ankle boot")
    shown = panel.findChild(QLabel, "predictionLabel")
    panel.set_predictor(Network(10), DIGITS)
    panel.probabilities()
    assert shown.font().pixelSize() > 20


def fail(error: Exception) -> Callable[[NDArray[np.uint8]], NDArray[np.float32]]:
    def predictor(_images: NDArray[np.uint8]) -> NDArray[np.float32]:
        raise error

    return predictor


@pytest.mark.parametrize(
    ("predictor", "words"),
    [
        (fail(RuntimeError("mat1 and mat2 shapes cannot be multiplied")), "cannot be multiplied"),
        (fail(ModelError("The network is gone.", remedy="Train it anew.")), "Train it anew."),
        (lambda images: np.full((1, 10), np.nan, np.float32), "not a number"),
        (lambda images: np.zeros((1, 4), np.float32), "4 numbers for 10 classes"),
    ],
)
def test_a_network_that_fails_is_told_not_raised(
    panel: DrawingPanel, predictor: Callable[[NDArray[np.uint8]], NDArray[np.float32]], words: str
) -> None:
    panel.set_predictor(predictor, DIGITS)
    pull(panel.canvas, SEVEN)
    assert panel.probabilities() is None
    assert words in label(panel)
    panel.set_predictor(Network(), DIGITS)
    assert label(panel) == "3 · 97\u00a0%"


def test_steps_can_be_switched_off(panel: DrawingPanel) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pull(panel.canvas, [(0.1, 0.1), (0.2, 0.3)])
    panel.strip.switch("crop").click()
    panel.probabilities()
    expected = render_strokes(
        panel.canvas.strokes(), steps=InkSteps(crop=False), pen_width_drawn=20, canvas=(280, 280)
    )
    np.testing.assert_array_equal(network.asked[-1][0], expected)


def test_an_image_is_recognised_too(panel: DrawingPanel) -> None:
    network = Network()
    panel.set_predictor(network, DIGITS)
    pixels = np.full((120, 90), 240, np.uint8)
    pixels[20:100, 40:50] = 10
    panel.canvas.set_image(pixels)
    assert panel.probabilities() is not None
    assert network.asked[-1][0].max() > 200
    assert (network.asked[-1][0].max(axis=1) > 60).sum() == pytest.approx(20, abs=2)


def test_a_notice_is_shown_above_and_nothing_is_lost(panel: DrawingPanel) -> None:
    notice = panel.findChild(QLabel, "padNotice")
    assert notice.isHidden()
    top = panel.canvas.y()
    panel.set_notice("This model is from older settings.")
    assert notice.isVisible()
    assert notice.text() == "This model is from older settings."
    assert panel.canvas.y() > top
    assert panel.bars.geometry().bottom() < panel.height()
    panel.set_notice("")
    assert notice.isHidden()
    assert panel.canvas.y() == top


def test_failures_go_to_who_listens_or_are_shown(panel: DrawingPanel, qtbot: QtBot) -> None:
    notice = panel.findChild(QLabel, "padNotice")
    panel.canvas.failed.emit("Not an image.")
    assert notice.text() == "Not an image."
    assert notice.property("banner") == "error"
    panel.set_notice("")
    with qtbot.waitSignal(panel.failed) as failed:
        panel.canvas.failed.emit("Not an image either.")
    assert failed.args == ["Not an image either."]
    assert notice.isHidden()


def test_tools_work_on_the_canvas(panel: DrawingPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    qtbot.mouseClick(button(panel, "eraserButton"), Qt.MouseButton.LeftButton)
    assert canvas.tool is Tool.ERASER
    qtbot.mouseClick(button(panel, "penButton"), Qt.MouseButton.LeftButton)
    assert canvas.tool is Tool.PEN
    canvas.set_tool(Tool.ERASER)
    assert button(panel, "eraserButton").isChecked()
    slider = panel.findChild(QSlider, "penWidth")
    slider.setValue(slider.maximum())
    assert canvas.pen_width == PEN_WIDTHS[1]
    canvas.set_pen_width(10)
    assert slider.value() == 10


def test_undo_and_redo_follow_the_stack_from_outside(panel: DrawingPanel, qtbot: QtBot) -> None:
    stack = UndoStack()
    panel.set_undo_stack(stack)
    undo, redo = button(panel, "undoStrokeButton"), button(panel, "redoStrokeButton")
    assert not undo.isEnabled()
    pull(panel.canvas, SEVEN)
    assert "stroke" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert panel.canvas.is_empty
    assert not undo.isEnabled()
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert len(panel.canvas.strokes()) == 1
    panel.set_undo_stack(UndoStack(panel))
    assert not undo.isEnabled()
    stack.clear()
    assert "stroke" not in undo.toolTip()


@pytest.mark.parametrize("size", [(210, 380), (284, 620), (520, 860), (900, 620), (1600, 1000), (300, 1100)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_size_shows_every_part(
    panel: DrawingPanel, size: tuple[int, int], mode: theme.Mode, qapp: QApplication
) -> None:
    before = theme.mode()
    try:
        theme.apply(qapp, mode)
        panel.set_predictor(FontPredictor(), DIGITS)
        panel.resize(*size)
        pull(panel.canvas, SEVEN)
        assert panel.probabilities() is not None
        assert not panel.grab().isNull()
        for part in (panel.canvas, panel.tools, panel.strip, panel.bars):
            assert panel.rect().contains(part.geometry())
        assert panel.findChild(ProbabilityBars).height() >= 66
    finally:
        theme.apply(qapp, before)


def test_every_button_says_what_it_does(panel: DrawingPanel) -> None:
    for each in panel.findChildren(QToolButton):
        assert each.toolTip()
        assert each.accessibleName()


def test_the_font_knows_its_own_digits(panel: DrawingPanel) -> None:
    panel.set_predictor(FontPredictor(), DIGITS)
    panel.canvas.set_pen_width(20)
    pull(panel.canvas, [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)])
    probabilities = panel.probabilities()
    assert probabilities is not None
    assert probabilities.argmax() == 7
    QTest.keyClick(panel.canvas, Qt.Key.Key_Delete)
    assert panel.probabilities() is None
