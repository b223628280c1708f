"""The picture of the network: its columns, what is left out of deep ones, and what pointing tells."""

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine.config import Activation, ConvLayer, DenseLayer, NetworkConfig
from engine.inference.diagram_values import BANDS, kept
from engine.layers import Picture
from engine.models.size import parameter_count
from gui.look import theme
from gui.widgets.network import diagram as diagram_module
from gui.widgets.network import feature_maps
from gui.widgets.network.diagram import NetworkDiagram
from gui.widgets.network.layout import LEAST_COLUMN, circles, columns
from gui.widgets.network.plan import Plan

DIGITS = tuple(str(digit) for digit in range(10))


@pytest.fixture
def diagram(qtbot):
    widget = NetworkDiagram()
    qtbot.addWidget(widget)
    widget.resize(480, 190)
    return widget


def show(diagram, *sizes, batch_norm=False, classes=DIGITS):
    network = NetworkConfig(hidden=tuple(DenseLayer(size=size) for size in sizes), batch_norm=batch_norm)
    diagram.set_network(network, (1, 28, 28), classes)
    return network


def parameters_told(diagram):
    """Return how many parameters the columns say that they have."""
    texts = [diagram.explanation(column) for column in diagram.columns()[1:]]
    return sum(int(re.search(r"([\d,]+) parameters", text)[1].replace(",", "")) for text in texts)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.floats(10, 400))
def test_circles_stay_in_their_room(count, largest, room):
    ys, is_cut, radius = circles(count, max(count, largest), 5, 5 + room)
    assert list(ys) == sorted(set(ys))
    assert len(ys) <= count
    assert is_cut == (len(ys) < count)
    if room > 30:
        assert min(ys) - radius >= 5 - 1e-6
        assert max(ys) + radius <= 5 + room + 1e-6
    assert all(later - earlier >= 2 * radius for earlier, later in pairwise(ys)) or room < 30


@given(st.lists(st.integers(1, 5000), max_size=60), st.integers(1, 1000), st.floats(200, 900))
def test_columns_never_crowd_and_leave_out_only_what_they_say(sizes, classes, width):
    found = columns(sizes, classes, 40, width, 10, 110)
    assert found[0].kind == "input"
    assert found[-1].kind == "output"
    gaps = [column for column in found if column.kind == "gap"]
    shown = [column for column in found if column.kind == "circles"]
    assert len(gaps) <= 1
    assert len(shown) + sum(gap.count for gap in gaps) == len(sizes)
    assert [column.count for column in shown] == [sizes[column.index] for column in shown]
    distances = [b.x - a.x for a, b in pairwise(found)]
    assert min(distances) >= LEAST_COLUMN * 0.99 or len(found) <= 3


def test_a_column_for_each_layer(diagram):
    show(diagram, 512, 64, 8)
    assert [(column.kind, column.count) for column in diagram.columns()] == [
        ("input", 0), ("circles", 512), ("circles", 64), ("circles", 8), ("output", 10),
    ]  # fmt: skip
    assert len(diagram.columns()[1].ys) > len(diagram.columns()[2].ys)
    assert len(diagram.columns()[3].ys) == 8
    assert not diagram.columns()[3].is_cut


def test_a_deep_network_is_cut_in_its_middle(diagram):
    show(diagram, *range(1, 41))
    kinds = [column.kind for column in diagram.columns()]
    assert kinds.count("gap") == 1
    assert diagram.columns()[1].count == 1
    assert diagram.columns()[-2].count == 40
    diagram.grab()


@pytest.mark.parametrize("batch_norm", [False, True])
def test_the_explanations_add_up_to_all_parameters(diagram, batch_norm):
    network = show(diagram, 100, 20, batch_norm=batch_norm)
    assert parameters_told(diagram) == parameter_count(network, (1, 28, 28), 10)


def test_convolutions_are_stacks_before_the_circles(diagram, monkeypatch):
    stacks = []
    paint = feature_maps.paint

    def note(painter, stack, *rest, **how):
        stacks.append(stack)
        paint(painter, stack, *rest, **how)

    monkeypatch.setattr(feature_maps, "paint", note)
    layers = (ConvLayer(channels=8), ConvLayer(channels=40, dropout=0.5), DenseLayer(size=16))
    diagram.set_network(NetworkConfig(hidden=layers), (1, 28, 28), DIGITS)
    assert [(column.kind, column.count) for column in diagram.columns()] == [
        ("input", 0), ("maps", 8), ("maps", 40), ("circles", 16), ("output", 10),
    ]  # fmt: skip
    assert "8 × 14 × 14 ReLU – 40 × 7 × 7 ReLU – 16 ReLU" in diagram.accessibleDescription()
    assert not diagram.grab().toImage().isNull()
    first, second = stacks
    assert len(second) > len(first)
    assert second[0].width() < first[0].width()


@pytest.mark.parametrize("batch_norm", [False, True])
def test_the_explanations_of_convolutions_add_up(diagram, batch_norm):
    hidden = (ConvLayer(kernel=5), ConvLayer(channels=3, stride=2, pooling="none"), DenseLayer(size=16))
    network = NetworkConfig(hidden=hidden, batch_norm=batch_norm)
    diagram.set_network(network, (1, 28, 28), DIGITS)
    assert parameters_told(diagram) == parameter_count(network, (1, 28, 28), 10)


def test_pointing_explains_a_convolution(diagram):
    hidden = (
        ConvLayer(channels=4, kernel=5),
        ConvLayer(channels=3, stride=2, pooling="average"),
        DenseLayer(size=9),
    )
    diagram.set_network(NetworkConfig(hidden=hidden), (1, 28, 28), DIGITS)
    _, first, second, dense, _ = diagram.columns()
    text = diagram.explanation(first)
    assert "4 filters of 1 × 5 × 5" in text
    assert "largest" in text
    assert "a is 4 × 14 × 14" in text
    text = diagram.explanation(second)
    assert "3 filters of 4 × 3 × 3" in text
    assert "moves by 2 pixels" in text
    assert "average" in text
    assert "W is 9 × 27" in diagram.explanation(dense)


@given(st.integers(1, 5000), st.integers(1, 64), st.floats(20, 60))
def test_stacks_stay_small(channels, side, tile):
    stack = feature_maps.squares((channels, side, side), 64, tile, QPointF(0, 0), LEAST_COLUMN)
    hull = stack[0].united(stack[-1])
    assert len(stack) <= channels
    assert hull.width() <= LEAST_COLUMN + 1e-6
    assert abs(hull.center().x()) < 1e-6
    assert abs(hull.center().y()) < 1e-6


def test_pointing_explains(diagram):
    layer = DenseLayer(size=64, activation=Activation.TANH, dropout=0.25)
    diagram.set_network(NetworkConfig(hidden=(layer,)), (1, 28, 28), DIGITS)
    image, hidden, output = diagram.columns()
    assert "784" in diagram.explanation(image)
    text = diagram.explanation(hidden)
    assert "W is 64 × 784" in text
    assert "tanh(z)" in text
    assert "25\u00a0%" in text
    assert "W is 10 × 64" in diagram.explanation(output)
    assert diagram.column_at(hidden.x + 5) == 1
    assert diagram.column_at((image.x + hidden.x) / 2) == -1


def test_pointing_highlights(diagram, qtbot):
    show(diagram, 8)
    diagram.show()
    qtbot.waitExposed(diagram)
    before = diagram.grab().toImage()
    QTest.mouseMove(diagram, QPoint(round(diagram.columns()[1].x), 60))
    qtbot.waitUntil(lambda: diagram.grab().toImage() != before)


def test_summary_and_description(diagram):
    show(diagram, 64)
    diagram.set_summary(50_890, 1_200_000)
    assert diagram.summary().replace(",", "") == "50890 parameters · 1.2 MB of memory"
    assert "784 pixels – 64 ReLU – 10 classes" in diagram.accessibleDescription()
    assert diagram.objectName() == "networkView"


@pytest.mark.parametrize("sizes", [(), (1,), (64, 64), (5000, 1), tuple(range(1, 60))])
@pytest.mark.parametrize("width", [260, 480, 900])
@pytest.mark.parametrize("classes", [DIGITS, ("one",), tuple(f"a long name {index}" for index in range(200))])
def test_any_network_can_be_drawn(diagram, sizes, width, classes):
    show(diagram, *sizes, classes=classes)
    diagram.resize(width, 130)
    picture = diagram.grab().toImage()
    assert not picture.isNull()
    assert all(math.isfinite(column.x) for column in diagram.columns())


def test_dropout_and_theme_change_the_picture(diagram, qapp):
    theme.apply(qapp, "light")
    show(diagram, 10)
    plain = diagram.grab().toImage()
    diagram.set_network(NetworkConfig(hidden=(DenseLayer(size=10, dropout=0.5),)), (1, 28, 28), DIGITS)
    dropped = diagram.grab().toImage()
    assert plain != dropped
    theme.apply(qapp, "dark")
    assert diagram.grab().toImage() != dropped
    theme.apply(qapp, "light")
    assert diagram.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_what_stands_still_is_laid_out_once(diagram, monkeypatch):
    made = []
    monkeypatch.setattr(diagram_module, "Plan", lambda *asked: made.append(asked) or Plan(*asked))
    show(diagram, 12, 12)
    sides = (BANDS, kept(Picture.CIRCLES, 12), kept(Picture.CIRCLES, 12), 10)
    for value in (0.5, -1.0, 2.0):
        diagram.set_weights([np.full((b, a), value, np.float32) for a, b in pairwise(sides)])
        diagram.grab()
    assert len(made) == 1
    diagram.resize(400, 190)
    diagram.grab()
    assert len(made) == 2
    QCoreApplication.sendEvent(diagram, QEvent(QEvent.Type.LanguageChange))
    diagram.grab()
    assert len(made) == 3, "words of another language have another width"
    theme.notifier.theme_changed.emit(theme.current())
    diagram.grab()
    assert len(made) == 4, "and so have letters of another size"
