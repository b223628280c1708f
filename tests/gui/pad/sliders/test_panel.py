"""The pad of sliders: entered, undone, asked about, and what speaks for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSlider

from engine.errors import DataError
from engine.goals import number as number_goal
from engine.inputs.entries import MOST_ENTERED
from engine.inputs.feature import Feature
from gui.bench.undo_stack import UndoStack
from gui.pad.sliders.entry_row import ChoiceRow, NumberRow
from gui.pad.sliders.panel import SlidersPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

FEATURES = (
    Feature("width", 0, 4, 1.5),
    Feature("legs", 2, 8, 4, whole=True),
    Feature("colour = red", 0, 1, 0, True, "colour"),
    Feature("colour = green", 0, 1, 1, True, "colour"),
    Feature("colour = ?", 0, 1, 0, True, "colour"),
)
CLASSES = ("bird", "spider")
WEIGHTS = np.array([2.0, 0.5, 0.0, 0.0, 0.0])


def linear(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    second = 1 / (1 + np.exp(-(rows.astype(np.float64) @ WEIGHTS - 5)))
    return np.column_stack([1 - second, second]).astype(np.float32)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SlidersPanel]:
    made = SlidersPanel()
    qtbot.addWidget(made)
    made.set_features(FEATURES)
    made.resize(300, 560)
    made.show()
    yield made
    made.close()


@pytest.fixture
def stack(panel: SlidersPanel) -> UndoStack:
    made = UndoStack(panel)
    panel.set_undo_stack(made)
    return made


def number(panel: SlidersPanel, place: int) -> NumberRow:
    row = panel.rows()[place]
    assert isinstance(row, NumberRow)
    return row


def answered(qtbot: QtBot, panel: SlidersPanel) -> None:
    with qtbot.waitSignal(panel.answered):
        panel.refresh()


def said(panel: SlidersPanel) -> str:
    return panel.findChild(QLabel, "predictionLabel").text()


def test_it_starts_at_the_usual_values_with_one_row_for_a_category(panel: SlidersPanel) -> None:
    assert panel.values().tolist() == [1.5, 4, 0, 1, 0]
    assert [row.entry.name for row in panel.rows()] == ["width", "legs", "colour"]
    choice = panel.rows()[2]
    assert isinstance(choice, ChoiceRow)
    assert choice.box.currentText() == "green"
    assert choice.box.itemText(2) == "? (not known)"
    assert number(panel, 0).field.value() == 1.5


def test_sliders_fields_and_choices_enter_values_and_each_is_undone(
    qtbot: QtBot, panel: SlidersPanel, stack: UndoStack
) -> None:
    width = number(panel, 0)
    width.slider.setFocus()
    QTest.keyClick(width.slider, Qt.Key.Key_End)
    assert panel.values()[0] == 4
    assert width.field.value() == 4
    legs = number(panel, 1)
    legs.field.selectAll()
    QTest.keyClicks(legs.field, "7")
    QTest.keyClick(legs.field, Qt.Key.Key_Return)
    assert panel.values()[1] == 7
    assert legs.slider.value() == 5
    box = panel.findChild(QComboBox, "featureChoice")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert panel.values().tolist() == [4, 7, 1, 0, 0]
    assert stack.undoText() == "change colour"
    for before in ([4, 7, 0, 1, 0], [4, 4, 0, 1, 0], [1.5, 4, 0, 1, 0]):
        stack.undo()
        assert panel.values().tolist() == before
    assert not stack.canUndo()
    assert width.slider.value() == round(1.5 / 4 * width.slider.maximum())
    stack.redo()
    assert width.field.value() == 4


def test_a_number_beyond_what_was_learnt_from_is_taken(panel: SlidersPanel) -> None:
    width = number(panel, 0)
    width.field.selectAll()
    QTest.keyClicks(width.field, "9.25")
    QTest.keyClick(width.field, Qt.Key.Key_Return)
    assert panel.values()[0] == 9.25
    told = panel.findChild(QLabel, "beyondLearnt")
    assert told.text() == "Beyond what was learnt from: width"
    assert told.isVisible()
    panel.findChild(QPushButton, "usualValues").click()
    assert not told.isVisible()
    panel.set_example(np.array([9.25, 4, 0, 1, 0], np.float32))
    assert width.slider.value() == width.slider.maximum()
    assert width.field.value() == 9.25


def test_a_pull_at_a_slider_is_one_command_and_answers_come_on_the_way(
    qtbot: QtBot, panel: SlidersPanel, stack: UndoStack
) -> None:
    panel.set_predictor(linear, CLASSES)
    slider = number(panel, 0).slider
    slider.setSliderDown(True)
    with qtbot.waitSignal(panel.answered):
        slider.setValue(150)
    assert panel.probabilities()[1] == pytest.approx(linear(panel.values()[None])[0, 1])
    slider.setValue(200)
    assert not stack.canUndo()
    slider.setSliderDown(False)
    assert stack.count() == 1
    assert panel.values()[0] == 4
    stack.undo()
    assert panel.values()[0] == 1.5


def test_its_newest_reading_is_the_class_that_is_answered(panel: SlidersPanel) -> None:
    assert panel.newest_readings() == []
    panel.set_predictor(linear, CLASSES)
    panel.probabilities()  # asks
    ((name, share),) = panel.newest_readings()
    shares = linear(panel.values()[None])[0]
    assert (name, share) == (CLASSES[int(shares.argmax())], pytest.approx(shares.max()))
    panel.set_predictor(lambda rows: rows[:, :1], ("weight",), number_goal.GOAL.name)
    panel.probabilities()
    assert panel.newest_readings() == []


def test_an_example_fills_it_and_the_usual_values_come_back(panel: SlidersPanel, stack: UndoStack) -> None:
    row = np.array([3.25, 8, 1, 0, 0], np.float32)
    panel.set_example(row)
    assert (panel.example() == row).all()
    panel.set_example(np.zeros(3, np.float32))  # of another table
    assert (panel.example() == row).all()
    panel.findChild(QPushButton, "usualValues").click()
    assert panel.values().tolist() == [1.5, 4, 0, 1, 0]
    stack.undo()
    assert (panel.example() == row).all()


def test_what_speaks_for_the_answer_is_told(qtbot: QtBot, panel: SlidersPanel) -> None:
    panel.set_predictor(linear, CLASSES)
    panel.set_example(np.array([3.5, 2, 1, 0, 0], np.float32))
    with qtbot.waitSignal(panel.answered):
        panel.refresh()
    assert said(panel).startswith("spider")
    width, legs, colour = (row.bar for row in panel.rows())
    assert width.share() == 1  # 2 × (3.5 − 1.5) is the most
    assert legs.share() == pytest.approx(-0.5 * 2 / 4, abs=1e-3)
    assert colour.share() == pytest.approx(0, abs=1e-6)
    assert width.bar().left() == pytest.approx(width.width() / 2)
    assert legs.bar().right() == pytest.approx(legs.width() / 2)
    tip = width.tip_at(QPoint())
    assert "“spider” with this value: 95.3" in tip
    assert "with the usual one: 26.9" in tip


def test_without_a_network_it_says_how_one_comes(panel: SlidersPanel) -> None:
    assert said(panel) == "No network yet: press Train"
    panel.set_coming(True)
    assert said(panel) == "The network is on its way …"
    assert panel.probabilities() is None
    assert [row.bar.share() for row in panel.rows()] == [None] * 3


def test_a_network_that_fails_says_why(qtbot: QtBot, panel: SlidersPanel) -> None:
    def refuse(_rows: NDArray[np.float32]) -> NDArray[np.float32]:
        raise DataError("It does not fit.")

    panel.set_predictor(refuse, CLASSES)
    assert "It does not fit." in said(panel)
    assert panel.probabilities() is None


def test_other_features_take_the_place_of_those_before(panel: SlidersPanel, stack: UndoStack) -> None:
    panel.set_example(np.array([3.5, 2, 1, 0, 0], np.float32))
    panel.set_predictor(linear, CLASSES)
    panel.set_features((Feature("age", 1, 90, 40), Feature("height", 50, 200, 170)))
    assert [row.entry.name for row in panel.rows()] == ["age", "height"]
    assert panel.values().tolist() == [40, 170]
    stack.undo()  # of what is gone
    assert panel.values().tolist() == [40, 170]


def test_what_was_entered_for_other_features_of_the_same_number_is_not_brought_back(
    panel: SlidersPanel, stack: UndoStack
) -> None:
    two = (Feature("a", 0, 1, 0.5), Feature("b", 0, 1, 0.5))
    panel.set_features(two)
    panel.set_example(np.array([0.1, 0.2], np.float32))
    panel.set_features((Feature("c", 0, 1, 0.3), Feature("d", 0, 1, 0.3)))
    stack.undo()
    assert panel.example().tolist() == pytest.approx([0.3, 0.3])
    panel.set_features(two)
    stack.redo()
    assert panel.example().tolist() == pytest.approx([0.1, 0.2])


def test_the_same_features_with_other_bounds_keep_what_is_entered(panel: SlidersPanel) -> None:
    row = np.array([3.25, 8, 1, 0, 0], np.float32)
    panel.set_example(row)
    panel.set_features((Feature("width", 0, 10, 2), *FEATURES[1:]))
    assert (panel.example() == row).all()


def test_thirty_features_scroll_and_the_answer_stays(qtbot: QtBot) -> None:
    panel = SlidersPanel()
    qtbot.addWidget(panel)
    panel.set_features(tuple(Feature(f"measure {n}", 0, 1, 0.5) for n in range(30)))
    panel.set_predictor(lambda rows: np.tile(np.float32([0.25, 0.75]), (len(rows), 1)), CLASSES)
    panel.resize(284, 420)
    panel.show()
    sliders = panel.findChildren(QSlider, "featureSlider")
    assert len(sliders) == 30
    answer = panel.findChild(QLabel, "predictionLabel")
    last = sliders[-1]
    assert not panel.rect().contains(last.mapTo(panel, last.rect().center()))
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Home)
    assert panel.rect().contains(answer.geometry())
    assert panel.values()[29] == 0
    panel.close()


def test_of_very_many_features_the_first_are_entered(panel: SlidersPanel) -> None:
    """A slider for each would keep the window busy for a quarter of a minute."""
    many = tuple(Feature(f"f{number}", 0, 1, 0.25) for number in range(MOST_ENTERED + 2800))
    asked: list[tuple[int, ...]] = []

    def ask(rows: NDArray[np.float32]) -> NDArray[np.float32]:
        asked.append(rows.shape)
        return np.tile(np.array([0.25, 0.75], np.float32), (len(rows), 1))

    panel.set_features(many)
    panel.set_predictor(ask, CLASSES)
    assert len(panel.rows()) == MOST_ENTERED
    assert panel.probabilities() is not None
    assert asked[-1] == (1 + MOST_ENTERED, 3000)
    assert panel.values().tolist() == [0.25] * 3000
    notes = [label.text() for label in panel.findChildren(QLabel)]
    assert any("first 200 of 3,000 features" in text for text in notes)


def test_usual_values_empty_it_where_something_was_entered(panel: SlidersPanel, qtbot: QtBot) -> None:
    told: list[bool] = []
    panel.emptied.connect(lambda: told.append(True))
    panel.clear()
    assert told == []
    panel.set_example(np.array([3.0, 6.0, 0.0, 1.0, 0.0], np.float32))
    assert told == []
    panel.findChild(QPushButton, "usualValues").click()
    assert told == [True]
