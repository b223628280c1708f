"""Where the features lie on a plane, a small one stands for each of them and for each unit."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from engine.config import NetworkConfig
from engine.inputs.feature import Feature
from gui.look import theme
from gui.widgets.network.diagram import NetworkDiagram
from gui.widgets.network.layout import circles

FEATURES = (Feature("x", -5, 5, 0), Feature("y", -5, 5, 0))
NETWORK = NetworkConfig.model_validate({"hidden": "4,3"})


@pytest.fixture
def diagram(qtbot: QtBot) -> NetworkDiagram:
    made = NetworkDiagram()
    qtbot.addWidget(made)
    made.resize(420, 240)
    made.set_network(NETWORK, (2,), ("A", "B"), FEATURES)
    return made


def halves(first: int, second: int, side: int = 6) -> tuple[np.ndarray, np.ndarray]:
    """Return planes of two layers: what a unit gives is above 0 at the right and below at the left."""
    plane = np.where(np.arange(side) < side / 2, -2.0, 5.0).astype(np.float32)
    whole = np.broadcast_to(plane, (side, side))
    return np.stack([whole] * first), np.stack([-whole] * second)


def test_planes_need_more_room_than_circles_and_are_cut_sooner() -> None:
    ys, is_cut, half = circles(4, 4, 0, 120, tiles=True)
    assert len(ys) == 4
    assert not is_cut
    assert half > 12
    ys, is_cut, half = circles(12, 12, 0, 120, tiles=True)
    assert is_cut
    assert 4 <= len(ys) <= 8
    assert all(after - before >= 2 * half for before, after in pairwise(ys))


def test_each_unit_shows_what_it_gives_everywhere(diagram: NetworkDiagram) -> None:
    diagram.set_planes(halves(4, 3))
    picture = diagram.grab().toImage()
    _, first, second, _ = diagram.columns()

    def role(x: float, y: float) -> str:
        found = picture.pixelColor(QPoint(round(x), round(y)) * picture.devicePixelRatio())
        parts = {
            name: sum(
                abs(a - b) for a, b in zip(found.getRgb(), theme.current().color(name).getRgb(), strict=True)
            )
            for name in ("positive", "negative")
        }
        return min(parts, key=lambda name: parts[name])

    reach = first.radius / 2
    for y in first.ys:
        assert [role(first.x - reach, y), role(first.x + reach, y)] == ["negative", "positive"]
    for y in second.ys:
        assert [role(second.x - reach, y), role(second.x + reach, y)] == ["positive", "negative"]
    assert "every place of the plane" in diagram.explanation(first)


def test_without_a_model_the_squares_are_empty_and_words_say_nothing_of_them(diagram: NetworkDiagram) -> None:
    before = diagram.grab().toImage()
    diagram.set_planes(halves(4, 3))
    assert diagram.grab().toImage() != before
    diagram.set_planes(None)
    assert diagram.grab().toImage() == before
    assert "every place of the plane" not in diagram.explanation(diagram.columns()[1])


def test_planes_of_another_network_are_not_shown(diagram: NetworkDiagram) -> None:
    before = diagram.grab().toImage()
    diagram.set_planes(halves(4, 3)[:1])
    assert diagram.grab().toImage() == before


def test_what_is_no_number_is_drawn_as_nothing(diagram: NetworkDiagram) -> None:
    first, second = halves(4, 3)
    diagram.set_planes((np.full_like(first, np.nan), np.zeros_like(second)))
    assert not diagram.grab().isNull()


def test_other_numbers_keep_their_circles(diagram: NetworkDiagram) -> None:
    more = (*FEATURES, Feature("age", 0, 90, 40))
    diagram.set_network(NETWORK, (3,), ("A", "B"), more)
    assert diagram.plan().plane is None
    assert diagram.columns()[1].radius <= 5
