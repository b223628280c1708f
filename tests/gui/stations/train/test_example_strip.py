"""The strip of examples: what it says of each, and how little it paints."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from engine.inputs.feature import Feature
from gui.look import theme
from gui.look.colours import Theme
from gui.stations.train.example_strip import ExampleStrip
from gui.widgets.images import pictures

DIGITS = tuple(str(digit) for digit in range(10))
COUNT = 12


def answers(labels, share=0.9):
    """Return probabilities that say ``labels``."""
    result = np.full((len(labels), 10), (1 - share) / 9, np.float32)
    result[np.arange(len(labels)), labels] = share
    return result


LABELS = np.arange(COUNT) % 10
IMAGES = np.random.default_rng(0).integers(0, 256, (COUNT, 28, 28), np.uint8)


@pytest.fixture
def strip(qtbot):
    widget = ExampleStrip()
    qtbot.addWidget(widget)
    widget.resize(620, 64)
    widget.set_examples(IMAGES, LABELS, DIGITS)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def middle(strip, index):
    return strip.cell(index).center()


def test_tells_what_it_takes_an_image_for(strip):
    assert strip.words_of(7) == "true 7"
    shares = answers(LABELS)
    shares[7] = 0
    shares[7, [1, 7]] = (0.83, 0.12)
    strip.set_probabilities(shares)
    assert strip.words_of(7) == "true 7, predicted 1 with 83\u00a0%, 7 with 12\u00a0%"
    assert strip.words_of(2) == "true 2, predicted 2 with 90\u00a0%"
    assert strip.right() == COUNT - 1
    assert strip.accessibleDescription() == "11 of 12 examples are recognised"
    strip.set_probabilities(None)
    assert strip.right() is None


def test_right_and_wrong_differ_in_form_too(strip, qapp, monkeypatch):
    monkeypatch.setattr(Theme, "color", lambda look, role, alpha=255: Qt.GlobalColor.red)
    place = strip.cell(3)
    strip.set_probabilities(answers(LABELS))
    right = strip.grab(place).toImage()
    strip.set_examples(IMAGES, np.where(LABELS == 3, 4, LABELS), DIGITS)
    strip.set_probabilities(answers(LABELS))
    assert strip.grab(place).toImage() != right


def test_pointing_tells(strip, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda point, text, widget: shown.append(text))
    strip.set_probabilities(answers(LABELS))
    for point in (middle(strip, 4), QPoint(strip.width() + 50, 20)):
        QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, point, strip.mapToGlobal(point)))
    assert shown == [f"{strip.words_of(4)}\nA click puts it on the pad.", ""]


def test_click_and_keys_activate(strip, qtbot):
    heard = []
    strip.example_activated.connect(heard.append)
    for index in (0, 5, 11):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, index))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(strip, key)
    assert heard == [0, 5, 11, 1]
    assert strip.accessibleDescription() == strip.words_of(1)


def test_shows_as_many_as_fit(strip):
    assert strip.shown() == COUNT
    strip.resize(300, 64)
    assert 4 <= strip.shown() <= 6
    assert strip.cell(strip.shown() - 1).right() < strip.width()
    assert strip.cell_at(QPoint(299, 20)) == strip.shown() - 1
    cell = strip.cell(2)
    assert {strip.cell_at(point) for point in (cell.topLeft(), cell.bottomLeft())} == {2}, "to its edges"
    strip.resize(2000, 64)
    assert strip.shown() == COUNT
    assert strip.cell_at(QPoint(1900, 20)) == -1


@pytest.mark.parametrize("ending", [(), (3,), (1,)])
def test_any_image_and_class_can_be_drawn(strip, ending):
    images = np.zeros((3, 32, 20, *ending), np.uint8)
    strip.set_examples(images, [0, 1, 1], ("Ankle boot", "an even longer name of a class"))
    strip.set_probabilities(np.eye(2, dtype=np.float32)[[0, 0, 1]])
    assert not strip.grab().isNull()
    assert strip.words_of(1).startswith("true an even longer")


def test_rows_of_numbers_are_told_by_name(strip, monkeypatch):
    """In no picture but in words; they stand in their own order, as there is room for all."""
    rows = np.array([[1, 50, 0, 1], [9, 10, 1, 0]], np.float32)
    features = (
        Feature("length", 0, 10, 1),
        Feature("weight", 0, 100, 10),
        Feature("colour = red", 0, 1, 1, column="colour"),
        Feature("colour = blue", 0, 1, 0, column="colour"),
    )
    painted = []
    monkeypatch.setattr(pictures, "paint_image", lambda *_: painted.append(1))
    strip.set_examples(rows, [0, 1], ("a", "b"), features)
    strip.set_probabilities(np.eye(2, dtype=np.float32)[[0, 0]])
    painted.clear()
    assert not strip.grab().isNull()
    assert painted == []
    assert strip.words_of(0).endswith("length = 1, weight = 50, colour = blue")
    assert strip.words_of(1).endswith("length = 9, weight = 10, colour = red")
    assert strip.cell(0).width() > strip.height()

    strip.set_examples(IMAGES, LABELS, DIGITS)
    assert strip.words_of(1) == "true 1"


@pytest.fixture
def painted(strip, monkeypatch, qtbot):
    """The places that are painted from now on."""
    places = []
    paint = pictures.paint_image

    def note(painter, place, pixmap):
        places.append(strip.cell_at(place.center()))
        paint(painter, place, pixmap)

    monkeypatch.setattr(pictures, "paint_image", note)
    strip.update()
    qtbot.waitUntil(lambda: places == list(range(COUNT)))
    places.clear()
    return places


def test_only_what_changed_is_painted(strip, painted, qtbot):
    strip.set_probabilities(answers(LABELS))
    qtbot.waitUntil(lambda: painted == list(range(COUNT)))
    painted.clear()
    strip.set_probabilities(answers(LABELS, 0.8))
    QApplication.processEvents()
    assert painted == []
    strip.set_probabilities(answers(np.where(LABELS == 5, 3, LABELS)))
    qtbot.waitUntil(lambda: painted == [5])


def test_images_are_scaled_once(strip, painted, qapp, monkeypatch):
    sides = []
    scale = pictures.scaled
    monkeypatch.setattr(pictures, "scaled", lambda *how: sides.append(how[1]) or scale(*how))
    theme.apply(qapp, "dark")
    strip.grab()
    theme.apply(qapp, "light")
    assert sides == []
    strip.resize(620, 58)
    strip.grab()
    assert len(sides) == COUNT
    assert len(set(sides)) == 1


def test_refuses_what_does_not_fit(strip):
    with pytest.raises(ValueError, match="12, 10"):
        strip.set_probabilities(np.zeros((5, 10), np.float32))
    with pytest.raises(ValueError, match="labels"):
        strip.set_examples(np.zeros((2, 28, 28), np.uint8), [0], DIGITS)


def test_empty_says_so(qtbot):
    strip = ExampleStrip()
    qtbot.addWidget(strip)
    strip.resize(500, 64)
    assert strip.accessibleDescription() == "No examples yet"
    assert strip.shown() == 0
    assert not strip.grab().isNull()
    assert strip.objectName() == "exampleStrip"
