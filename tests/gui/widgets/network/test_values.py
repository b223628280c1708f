"""Weights and activations in the network's picture: cut to what is drawn, coloured by sign, refused where foreign."""

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from engine.config import ConvLayer, DenseLayer, Experiment, NetworkConfig
from engine.inference import Recognizer
from engine.inference.diagram_values import ENDS, unit_means, weights_between
from engine.inference.step_values import step_values
from engine.layers import Picture
from engine.models.build import build
from gui.look import theme
from gui.look.words import percent, plain_number
from gui.widgets.network import painting as network_painting
from gui.widgets.network.diagram import NetworkDiagram
from gui.widgets.network.layout import MOST_CIRCLES
from gui.widgets.network.values import NetworkValues, group_of, unit_indices, units_shown
from tests.engine.layers.throwaway_kinds import TwinLayer, register

DIGITS = tuple("0123456789")
GREY = (1, 28, 28)
IMAGE = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
DENSE = NetworkConfig(hidden=(DenseLayer(size=64), DenseLayer(size=6)))
CONVOLUTIONS = NetworkConfig(hidden=(ConvLayer(channels=8), ConvLayer(channels=2), DenseLayer(size=20)))


def moment(network, image_shape=GREY, classes=DIGITS):
    """Return weights and activations of a network with its first weights."""
    state = build(network, image_shape=image_shape, classes=len(classes)).state_dict()
    experiment = Experiment().model_copy(update={"network": network})
    recognizer = Recognizer(experiment, classes, state, image_shape=image_shape)
    image = np.resize(IMAGE, image_shape[1:] if image_shape[0] == 1 else (*image_shape[1:], image_shape[0]))
    return weights_between(network, image_shape, state), unit_means(recognizer.activations(image))


@pytest.fixture
def diagram(qtbot, qapp):
    theme.apply(qapp, "light")
    widget = NetworkDiagram()
    qtbot.addWidget(widget)
    widget.resize(480, 190)
    widget.set_network(DENSE, GREY, DIGITS)
    return widget


def picture(diagram):
    return diagram.grab().toImage()


def color_at(diagram, column, place):
    return picture(diagram).pixelColor(round(column.x), round(column.ys[place]))


def test_enough_units_are_kept_for_all_circles():
    assert 2 * ENDS >= MOST_CIRCLES


@pytest.mark.parametrize(
    ("shown", "count", "wanted"),
    [(4, 4, [0, 1, 2, 3]), (4, 100, [0, 1, 98, 99]), (3, 5, [0, 1, 4]), (1, 1, [0])],
)
def test_circles_stand_for_the_first_and_last_units(shown, count, wanted):
    assert units_shown(shown, count) == unit_indices(shown, count).tolist() == wanted


def test_links_are_those_between_the_circles(diagram):
    weights, _ = moment(DENSE)
    values = NetworkValues(weights=weights)
    image, first, second, output = diagram.columns()
    assert values.links(image, first).shape == (5, len(first.ys))
    links = values.links(first, second)
    assert links.shape == (len(first.ys), 6)
    strongest = np.abs(weights[1]).max()
    np.testing.assert_allclose(links[0], weights[1][:, 0] / strongest)
    np.testing.assert_allclose(links[-1], weights[1][:, -1] / strongest)
    assert values.links(second, output).shape == (6, 10)
    assert NetworkValues().links(first, second) is None


def test_fills_are_in_relation_to_the_strongest(diagram):
    first = diagram.columns()[1]
    units = np.zeros(64, np.float32)
    units[[0, 30, -1]] = (1, 4, -2)  # the strongest is not drawn
    shares = np.linspace(0, 0.2, 10, dtype=np.float32)
    values = NetworkValues(activations=(units, np.zeros(6, np.float32), shares))
    fills = values.fills(first, len(first.ys))
    assert fills[0] == 0.25
    assert fills[-1] == -0.5
    assert values.fills(diagram.columns()[2], 6).tolist() == [0] * 6
    np.testing.assert_array_equal(values.fills(diagram.columns()[3], 10), shares)
    units[0] = np.nan
    assert values.fills(first, len(first.ys)).tolist() == [0] * len(first.ys)


def test_none_is_as_before(diagram):
    bare = picture(diagram)
    weights, activations = moment(DENSE)
    diagram.set_weights(weights)
    weighted = picture(diagram)
    diagram.set_activations(activations, IMAGE)
    assert weighted != bare
    assert picture(diagram) != weighted
    diagram.set_weights(None)
    diagram.set_activations(None)
    assert picture(diagram) == bare


def test_circles_take_the_colour_of_their_sign(diagram):
    column = diagram.columns()[2]
    units = np.array([1, -1, 0, 0, 0, 0], np.float32)
    diagram.set_activations((np.zeros(64, np.float32), units, np.zeros(10, np.float32)))
    look = theme.current()
    assert color_at(diagram, column, 0) == look.color("positive")
    assert color_at(diagram, column, 1) == look.color("negative")
    assert color_at(diagram, column, 2) == look.color("surface")


def test_a_probable_class_is_full_and_others_are_empty(diagram):
    shares = np.eye(10, dtype=np.float32)[3]
    diagram.set_activations((np.zeros(64, np.float32), np.zeros(6, np.float32), shares))
    output = diagram.columns()[-1]
    look = theme.current()
    assert color_at(diagram, output, 3) == look.class_color(3)
    assert color_at(diagram, output, 4) == look.color("surface")


def test_another_network_drops_what_is_shown(diagram):
    weights, activations = moment(DENSE)
    diagram.set_weights(weights)
    diagram.set_activations(activations)
    live = picture(diagram)
    diagram.set_network(DENSE, GREY, DIGITS)
    assert picture(diagram) == live
    assert "Blue" in diagram.explanation(diagram.columns()[1])
    diagram.set_network(NetworkConfig(hidden=(DenseLayer(size=64), DenseLayer(size=7))), GREY, DIGITS)
    assert "Blue" not in diagram.explanation(diagram.columns()[1])
    with pytest.raises(ValueError, match="weights of shapes"):
        diagram.set_weights(weights)
    with pytest.raises(ValueError, match="activations of shapes"):
        diagram.set_activations(activations)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("network", "image_shape", "classes"),
    [
        (CONVOLUTIONS, (3, 16, 16), DIGITS),
        (NetworkConfig(hidden=()), GREY, ("one",)),
        (NetworkConfig(hidden=tuple(DenseLayer(size=size) for size in range(1, 30))), GREY, DIGITS),
        (DENSE, GREY, tuple(f"class {index}" for index in range(100))),
    ],
    ids=["convolutions", "no layer", "deep", "many classes"],
)
def test_any_network_can_be_shown_live(diagram, qapp, network, image_shape, classes, mode):
    theme.apply(qapp, mode)
    diagram.set_network(network, image_shape, classes)
    bare = picture(diagram)
    weights, activations = moment(network, image_shape, classes)
    diagram.set_weights(weights)
    diagram.set_activations(activations)
    assert picture(diagram) != bare
    theme.apply(qapp, "light")


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0])
def test_weights_that_are_no_numbers_are_not_drawn(diagram, value):
    weights, _ = moment(DENSE)
    diagram.set_weights(tuple(np.full_like(array, value) for array in weights))
    assert not picture(diagram).isNull()


def test_mixing_colours():
    black, white = QColor("black"), QColor("white")
    assert network_painting.mixed(black, white, 0) == black
    assert network_painting.mixed(black, white, 2) == white
    assert network_painting.mixed(black, white, float("nan")) == black
    assert network_painting.mixed(black, white, 0.5).red() in (127, 128)


TRANSFORMER = Experiment().with_(**{"network.hidden": "patches7x32,attention4,attention2,pool"}).network


def live(diagram, network, seed=2):
    """Show a network with its first weights and a drawing; return what its layers make of steps."""
    experiment = Experiment().model_copy(update={"network": network})
    state = build(network, seed=seed).state_dict()
    recognizer = Recognizer(experiment, DIGITS, state)
    outputs = recognizer.activations(IMAGE)
    steps = step_values(recognizer, IMAGE, outputs)
    diagram.set_network(network, GREY, DIGITS)
    diagram.set_weights(weights_between(network, GREY, state))
    diagram.set_activations(unit_means(outputs), IMAGE, steps)
    return steps


def test_tokens_take_the_colour_of_their_means(diagram):
    steps = live(diagram, TRANSFORMER)
    tokens = diagram.plan().figures(NetworkValues())[1]
    means = steps[0].made[0]
    shown, look = picture(diagram), theme.current()
    for place in (int(means.argmax()), int(means.argmin())):
        middle = tokens.cells()[place].center()
        color = shown.pixelColor(round(middle.x()), round(middle.y()))
        share = float(means[place] / np.abs(means).max())
        role = look.color("negative" if share < 0 else "positive")
        wanted = network_painting.mixed(look.color("surface"), role, abs(share))
        assert abs(color.red() - wanted.red()) <= 2
        assert abs(color.blue() - wanted.blue()) <= 2


def test_a_block_shows_who_looks_where(diagram):
    steps = live(diagram, TRANSFORMER)
    figure = diagram.plan().figures(diagram._values)[2]
    look = steps[1].look
    assert figure.shares().shape == (len(figure.tokens), 4)
    np.testing.assert_allclose(figure.shares().sum(axis=0), 1, rtol=1e-5)
    np.testing.assert_allclose(figure.sharpness(), 1 - look.evenness, atol=1e-6)
    assert figure.chosen == group_of(look.token, 16, len(figure.tokens))
    row, column, rows, columns = look.area
    image = diagram.plan().figures(diagram._values)[0]
    tile, area = image.tile, image.looked_from()
    assert (rows, columns) == (7, 7)
    assert area.left() - tile.left() == pytest.approx(column / 28 * tile.width())
    assert area.top() - tile.top() == pytest.approx(row / 28 * tile.height())


def test_pointing_at_attention_tells_the_numbers_of_the_moment(diagram):
    steps = live(diagram, TRANSFORMER)
    look = steps[1].look
    text = diagram.explanation(diagram.columns()[2])
    row, column = divmod(look.token, 4)
    assert "H = softmax(Q K\u1d40 / √8) V" in text
    assert f"Now, for the token at row {row + 1}, column {column + 1}" in text
    for head in range(4):
        found = look.layer.head_sum(head, look.token)
        most = int(found.shares.argmax())
        assert found.scores[most] == pytest.approx(float(found.query @ found.keys[most]) / 8**0.5, rel=1e-4)
        line = next(line for line in text.splitlines() if line.startswith(f"head {head + 1}: "))
        assert plain_number(float(found.scores[most])) in line
        assert percent(float(look.shares[head, most])) in line
        assert line.endswith(f"row {most // 4 + 1}, column {most % 4 + 1}")
    diagram.set_activations(None)
    assert "Now, for" not in diagram.explanation(diagram.columns()[2])


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("patches7x64,attention16,pool", "and 8 more heads"),
        ("lstm16,attention2,pool", "from row "),
        ("patches7x16,gru16,attention2,pool", "from step "),
    ],
)
def test_heads_and_steps_are_told_of_by_their_names(diagram, hidden, told):
    network = Experiment().with_(**{"network.hidden": hidden}).network
    live(diagram, network)
    place = next(place for place, layer in enumerate(network.hidden, start=1) if layer.kind == "attention")
    diagram.resize(900, 190)
    assert told in diagram.explanation(diagram.columns()[place])
    assert not picture(diagram).isNull()


def test_what_is_too_much_to_follow_is_said(diagram, monkeypatch):
    monkeypatch.setattr("engine.inference.step_values.MOST_PAIRS", 1)
    live(diagram, TRANSFORMER)
    assert "too many pairs of tokens" in diagram.explanation(diagram.columns()[2])
    assert not picture(diagram).isNull()


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_diverged_attention_can_be_shown(diagram, value):
    experiment = Experiment().model_copy(update={"network": TRANSFORMER})
    state = {name: torch.full_like(tensor, value) for name, tensor in build(TRANSFORMER).state_dict().items()}
    recognizer = Recognizer(experiment, DIGITS, state)
    outputs = recognizer.activations(IMAGE)
    diagram.set_network(TRANSFORMER, GREY, DIGITS)
    diagram.set_activations(unit_means(outputs), IMAGE, step_values(recognizer, IMAGE, outputs))
    assert not picture(diagram).isNull()
    assert diagram.explanation(diagram.columns()[2])


def test_steps_of_another_network_are_refused(diagram):
    steps = live(diagram, TRANSFORMER)
    other = Experiment().with_(**{"network.hidden": "patches7x32,attention2,attention2,pool"}).network
    diagram.set_network(other, GREY, DIGITS)
    assert "Now, for" not in diagram.explanation(diagram.columns()[2])
    units = [np.zeros(32, np.float32)] * 4 + [np.zeros(10, np.float32)]
    with pytest.raises(ValueError, match="2 heads over 16 tokens"):
        diagram.set_activations(units, IMAGE, steps)
    with pytest.raises(ValueError, match="steps of 4 layers"):
        diagram.set_activations(units, IMAGE, steps[:2])


@pytest.mark.parametrize(
    "hidden",
    [
        "lstm16",
        "bigru8,pool,4",
        "bilstm8,lstm8,8",
        "conv8,patches1,attention8,poollast",
        "patches2,attention16",
    ],
)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_sequences_of_any_kind_can_be_shown_live(diagram, qapp, hidden, mode):
    theme.apply(qapp, mode)
    network = Experiment().with_(**{"network.hidden": hidden}).network
    diagram.set_network(network, GREY, DIGITS)
    bare = picture(diagram)
    live(diagram, network)
    shown = picture(diagram)
    assert shown != bare
    diagram._hover(1)
    assert picture(diagram) != shown
    diagram._hover(-1)
    theme.apply(qapp, "light")


def test_no_line_of_an_explanation_shows_markup(diagram):
    diagram.resize(1400, 190)
    network = Experiment().with_(**{"network.hidden": "conv8,lstm16,gru16,attention2,pool,8"}).network
    diagram.set_network(network, GREY, DIGITS)
    for column in diagram.columns():
        assert "<" not in diagram.explanation(column)


def test_a_click_in_the_image_chooses_the_token_that_looks(diagram, qtbot):
    steps = live(diagram, TRANSFORMER)
    usual = steps[1].look.token
    other = 5 if usual != 5 else 6
    assert "Click on a part of it" in diagram.explanation(diagram.columns()[0])

    def click(token):
        tile = diagram.plan().figures(diagram._values)[0].tile
        row, column = divmod(token, 4)
        point = QPointF(
            tile.left() + (column + 0.5) / 4 * tile.width(), tile.top() + (row + 0.5) / 4 * tile.height()
        )
        QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=point.toPoint())

    def told():
        return diagram.explanation(diagram.columns()[3])

    before = picture(diagram)
    click(other)
    assert picture(diagram) != before
    assert (
        f"Now, for the token at row {other // 4 + 1}, column {other % 4 + 1}, of which the answer has "
        in told()
    )
    assert "most" not in told()
    found = steps[2].look.layer.head_sum(1, other)
    assert percent(float(found.shares.max())) in told()
    live(diagram, TRANSFORMER, seed=3)  # another moment, the same token
    assert f"row {other // 4 + 1}, column {other % 4 + 1}, of which" in told()
    click(other)
    assert "of which the answer has most" in told()
    diagram.set_activations(None)
    click(other)
    assert "Click on" not in diagram.explanation(diagram.columns()[0])


@pytest.mark.parametrize("drawn", list(Picture))
def test_a_kind_that_says_no_numbers_of_its_picture_is_drawn(diagram, monkeypatch, drawn):
    register(monkeypatch)
    monkeypatch.setattr(TwinLayer, "picture", drawn)
    network = Experiment().with_(**{"network.hidden": "twin8,8"}).network
    live(diagram, network)
    assert diagram.columns()[1].kind is drawn
    assert not picture(diagram).isNull()
