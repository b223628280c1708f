"""Several digits on the pad, each read by itself."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.data.generated import generate
from engine.data.ink import InkSteps, render_strokes
from gui.pad import answer as answer_module
from gui.pad.answer import Answer, ShownReading
from gui.pad.brackets import Brackets
from gui.pad.canvas import DrawingCanvas
from gui.pad.panel import DIGITS, DrawingPanel
from gui.pad.reading import digits_of, last_drawn
from tests.gui.pad.hands import SEVEN, pull

Path = list[tuple[float, float]]


def stem(x: float) -> Path:
    return [(x, 0.25), (x, 0.5), (x, 0.75)]


def bar(x: float) -> Path:
    return [(x - 0.06, 0.5), (x + 0.06, 0.5)]


class InkCounter:
    """Takes a picture for the digit that says how many of its tenths are ink; remembers what it was shown."""

    def __init__(self) -> None:
        self.asked: list[NDArray[np.uint8]] = []

    def __call__(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        self.asked.append(images)
        answer = np.full((len(images), 10), 0.01, np.float32)
        best = np.minimum((images > 127).mean(axis=(1, 2)) * 40, 9).astype(int)
        answer[np.arange(len(images)), best] = 0.91
        return answer


@pytest.fixture
def panel(qtbot: QtBot) -> DrawingPanel:
    panel = DrawingPanel()
    qtbot.addWidget(panel)
    panel.resize(284, 620)
    panel.canvas.set_pen_width(12)
    panel.set_predictor(InkCounter(), DIGITS)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def draw(panel: DrawingPanel, *paths: Path) -> None:
    for path in paths:
        pull(panel.canvas, path)


def answer_of(panel: DrawingPanel) -> Answer:
    found = panel.findChild(Answer, "predictionLabel")
    assert isinstance(found, Answer)
    return found


def brackets_of(panel: DrawingPanel) -> Brackets:
    found = panel.canvas.findChild(Brackets)
    assert isinstance(found, Brackets)
    return found


def network_of(panel: DrawingPanel) -> InkCounter:
    network = InkCounter()
    panel.set_predictor(network, DIGITS)
    return network


def test_each_digit_is_read_in_order_by_one_question(panel: DrawingPanel) -> None:
    network = network_of(panel)
    draw(panel, stem(0.8), stem(0.2), stem(0.5), bar(0.8))
    readings = panel.readings()
    assert len(readings) == 3
    assert [image.shape for image in network.asked[-1:]] == [(3, 28, 28)]
    strokes = panel.canvas.strokes()
    for view, group in zip(network.asked[-1], ([1], [2], [0, 3]), strict=True):
        np.testing.assert_array_equal(view, render_strokes([strokes[index] for index in group]))
    words = "   ".join(f"{name} · {round(100 * share)}\u00a0%" for name, share in readings)
    assert answer_of(panel).text() == words


def test_the_one_drawn_last_is_shown_until_another_is_chosen(panel: DrawingPanel) -> None:
    draw(panel, stem(0.2), stem(0.7), bar(0.7))
    assert panel.probabilities() is not None
    assert panel.chosen == 1
    draw(panel, bar(0.2))
    first = panel.probabilities()
    assert panel.chosen == 0
    assert first is not None
    np.testing.assert_array_equal(panel.bars.probabilities(), first)
    panel.choose(1)
    second = panel.drawing()
    assert panel.chosen == 1
    np.testing.assert_array_equal(second, panel.digits()[1].view)
    assert panel.strip.picture("centred").image is not None
    panel.refresh()
    panel.probabilities()
    assert panel.chosen == 1, "newer weights do not change what was chosen"
    panel.choose(7)
    assert panel.chosen == 1


def test_bars_strip_and_brackets_follow_the_choice(qtbot: QtBot, panel: DrawingPanel) -> None:
    draw(panel, stem(0.2), [(0.6, 0.3), (0.9, 0.3), (0.6, 0.7), (0.9, 0.7)])
    last = panel.probabilities()
    qtbot.waitUntil(lambda: panel.strip.picture("centred").image is not None)
    strip = panel.strip.picture("centred").image
    panel.choose(0)
    assert not np.array_equal(panel.probabilities(), last)
    assert panel.strip.picture("centred").image != strip
    areas = brackets_of(panel).areas
    assert len(areas) == 2
    assert areas[0].right() < areas[1].left()
    assert areas[0].height() == pytest.approx(0.5 * 280 + 12, abs=3)


def test_a_single_digit_is_as_ever(panel: DrawingPanel) -> None:
    network = network_of(panel)
    draw(panel, list(SEVEN), bar(0.55))
    assert len(panel.readings()) == 1
    assert network.asked[-1].shape == (1, 28, 28)
    np.testing.assert_array_equal(network.asked[-1][0], render_strokes(panel.canvas.strokes()))
    assert brackets_of(panel).areas == ()
    assert answer_of(panel).focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.keyClick(panel.canvas, Qt.Key.Key_Left)
    assert panel.chosen == 0


def test_clearing_takes_readings_and_brackets_away(panel: DrawingPanel) -> None:
    draw(panel, stem(0.2), stem(0.7))
    assert len(panel.readings()) == 2
    panel.canvas.clear()
    assert panel.readings() == []
    assert panel.digits() == []
    assert brackets_of(panel).areas == ()
    panel.canvas.undo_stack.undo()
    assert len(panel.readings()) == 2


def test_click_and_arrow_keys_choose(panel: DrawingPanel, qtbot: QtBot) -> None:
    draw(panel, stem(0.2), stem(0.5), stem(0.8))
    assert len(panel.readings()) == 3
    answer = answer_of(panel)
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=answer.cell(0).center().toPoint())
    assert panel.chosen == 0
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert panel.chosen == 0
    QTest.keyClick(panel.canvas, Qt.Key.Key_Right)  # the canvas has no use for it
    assert panel.chosen == 1
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Right)
    QTest.keyClick(answer, Qt.Key.Key_Right)
    assert panel.chosen == 2
    QTest.keyClick(answer, Qt.Key.Key_Left)
    assert panel.chosen == 1
    assert answer.accessibleDescription() == "Number 2 of 3 is chosen."


def test_the_tooltip_names_the_digit_below_the_pointer(
    panel: DrawingPanel, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(answer_module.QToolTip, "showText", lambda _where, text, _widget: shown.append(text))
    draw(panel, stem(0.2), stem(0.8))
    name = panel.readings()[1][0]
    answer = answer_of(panel)
    where = answer.cell(1).center().toPoint()
    qapp.sendEvent(answer, QHelpEvent(QEvent.Type.ToolTip, where, answer.mapToGlobal(where)))
    assert len(shown) == 1
    assert shown[0].startswith(f"{name}: 91\u00a0%")


def test_classes_that_are_no_characters_are_not_parted(panel: DrawingPanel) -> None:
    panel.set_predictor(lambda images: np.full((len(images), 2), 0.5, np.float32), ["Sandal", "Sneaker"])
    draw(panel, stem(0.2), stem(0.8))
    assert len(panel.readings()) == 1
    network = network_of(panel)
    assert len(panel.readings()) == 2, "other classes, another look"
    assert network.asked[-1].shape == (2, 28, 28)


def test_the_pen_draws_through_the_brackets(panel: DrawingPanel) -> None:
    draw(panel, stem(0.2), stem(0.8))
    panel.readings()
    area = brackets_of(panel).areas[0]
    x, y = area.center().x() / 280, (area.bottom() + 6) / 280
    canvas = panel.canvas
    position = canvas.mapTo(panel, QPoint(round(x * canvas.width()), round(y * canvas.height())))
    assert panel.childAt(position) is canvas
    assert not panel.grab().isNull()


def test_an_image_of_several_digits(panel: DrawingPanel) -> None:
    digits, _ = generate(3, seed=8)
    paper = np.zeros((40, 120), dtype=np.uint8)
    for place, digit in enumerate(digits):
        paper[6:34, 4 + 38 * place : 32 + 38 * place] = digit
    panel.canvas.set_image(255 - np.kron(paper, np.ones((4, 4), dtype=np.uint8)))
    assert len(panel.readings()) == 3
    assert panel.chosen == 0
    areas = brackets_of(panel).areas
    assert [round(area.center().x() / 280 * 120) for area in areas] == pytest.approx([18, 56, 94], abs=3)
    assert all(area.top() > 280 / 3 - 5 for area in areas), "the image lies in the middle of the pad"
    pull(panel.canvas, [(0.95, 0.35), (0.95, 0.65)])  # ink on the image
    assert len(panel.readings()) >= 3


def test_digits_of_keeps_strokes_and_steps(qtbot: QtBot) -> None:
    canvas = DrawingCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(280, 280)
    assert digits_of(canvas.drawing(), InkSteps(), 20) == []
    for path in (stem(0.75), stem(0.25)):
        pull(canvas, path)
    drawing = canvas.drawing()
    digits = digits_of(drawing, InkSteps(crop=False), 20)
    assert [digit.strokes for digit in digits] == [(drawing.strokes[1],), (drawing.strokes[0],)]
    assert last_drawn(digits, drawing) == 0
    for digit in digits:
        np.testing.assert_array_equal(digit.stages()[-1].image, digit.view)
    whole = digits_of(drawing, InkSteps(), 20, several=False)
    assert [len(digit.strokes) for digit in whole] == [2]


class TestAnswer:
    def test_many_digits_fit(self, qtbot: QtBot) -> None:
        answer = Answer()
        qtbot.addWidget(answer)
        answer.resize(200, 36)
        answer.show_readings([ShownReading(str(digit), "100\u00a0%") for digit in range(10)], 3)
        assert answer.cell(9).right() <= 200.5
        assert not answer.grab().isNull()
        assert answer.chosen == 3
        with qtbot.waitSignal(answer.reading_chosen) as chosen:
            QTest.mouseClick(answer, Qt.MouseButton.LeftButton, pos=answer.cell(6).center().toPoint())
        assert chosen.args == [6]
        answer.say("Draw a digit", "muted")
        assert answer.text() == "Draw a digit"
        with qtbot.assertNotEmitted(answer.reading_chosen):
            QTest.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPointF(100, 18).toPoint())
            QTest.keyClick(answer, Qt.Key.Key_Right)
