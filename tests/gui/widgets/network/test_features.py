"""The features that go into a network are drawn as named circles, with their links and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.config import NetworkConfig
from engine.inference.diagram_values import weights_between
from engine.models.build import build
from gui.widgets.network.diagram import NetworkDiagram
from gui.widgets.network.figures.features import FeaturesFigure
from tests.engine.data.sources.petals import petals

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PETALS = petals(30)
NETWORK = NetworkConfig(hidden=(4,))


@pytest.fixture
def diagram(qtbot: QtBot) -> NetworkDiagram:
    made = NetworkDiagram()
    qtbot.addWidget(made)
    made.resize(500, 260)
    made.set_network(NETWORK, (5,), PETALS.classes, PETALS.features)
    return made


def test_each_feature_has_a_circle_and_links_of_its_own(diagram: NetworkDiagram) -> None:
    column = diagram.columns()[0]
    assert (column.kind, column.count, len(column.ys)) == ("input", 5, 5)
    model = build(NETWORK, image_shape=(5,), classes=3)
    weights = weights_between(NETWORK, (5,), model.state_dict())
    diagram.set_weights(weights)
    np.testing.assert_array_equal(weights[0], model.state_dict()["hidden_1.linear.weight"])
    figure = diagram.plan().figures(diagram._values)[0]
    assert len(figure.ends(1)) == 5
    diagram.grab()
    assert "5 features" in diagram.accessibleDescription()


def test_circles_are_filled_by_where_the_numbers_lie(diagram: NetworkDiagram) -> None:
    row = np.array([each.high for each in PETALS.features], np.float32)
    diagram.set_activations([np.zeros(4, np.float32), np.full(3, 1 / 3, np.float32)], row)
    figure = diagram.plan().figures(diagram._values)[0]
    assert isinstance(figure, FeaturesFigure)
    assert figure.fills() == pytest.approx(np.ones(5))
    diagram.grab()
