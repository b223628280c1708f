"""The images that a model holds, as they form: for one class or all, of one model or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from engine.insight.model import pixels_of
from gui.stations.challenge import holding
from gui.stations.challenge.held_picture import best_columns
from gui.stations.challenge.holds_view import HoldsView
from gui.stations.challenge.scene import Challenged
from tests.gui.stations.challenge.conftest import LONG

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.stations.challenge.station import ChallengeStation


@pytest.fixture
def view(trained: ChallengeStation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> HoldsView:
    monkeypatch.setattr(holding, "PACE", 0.0)
    trained.page.show_view("holds")
    found = trained.page.view
    assert isinstance(found, HoldsView)
    settle(qtbot, found)
    return found


def settle(qtbot: QtBot, view: HoldsView) -> None:
    qtbot.waitUntil(lambda: not view.busy, timeout=LONG)


@pytest.mark.slow
def test_all_classes_form_by_themselves_and_the_model_is_as_sure_as_is_said(
    view: HoldsView, qtbot: QtBot
) -> None:
    held = view.mine.held
    assert held.share == 1
    assert len(held.images) == len(held.challenged.saved.classes)
    for place, image in enumerate(held.images):
        answer = held.challenged.model(pixels_of(image)).softmax(1)[0]
        assert float(answer[held.classes[place]]) == pytest.approx(held.probabilities[place], abs=0.05)
    said = view.findChild(QLabel, "heldVerdict").text()
    assert said.startswith("On average the network at hand is ")
    assert not view.cancel.isVisible()
    assert view.other.held is None


@pytest.mark.slow
def test_a_class_a_seed_and_a_second_model_are_heeded(view: HoldsView, qtbot: QtBot) -> None:
    view.which.setCurrentIndex(1 + 3)
    settle(qtbot, view)
    three = view.mine.held
    assert three.classes == (3,)
    view.seed.setValue(5)
    settle(qtbot, view)
    assert not np.array_equal(view.mine.held.images, three.images)
    seeded = view.mine.held
    view.helped.click()
    settle(qtbot, view)
    assert view.mine.held.images.mean() > seeded.images.mean()  # no ink fades
    second = Challenged(three.challenged.saved, three.challenged.model, "twin")
    view.second._set(second)
    settle(qtbot, view)
    assert view.other.held.challenged is second
    assert np.array_equal(view.other.held.images, view.mine.held.images)  # of the same weights
    assert "“twin”" in view.findChild(QLabel, "heldVerdict").text()
    heads, rows = view.table()
    assert heads[:3] == ["network", "class", "probability"]
    assert len(rows) == 2 * 28 * 28
    view.second.clear()
    settle(qtbot, view)
    assert view.other.held is None


@pytest.mark.slow
def test_of_many_classes_it_says_how_many_form(
    view: HoldsView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert view.which.itemText(0) == "all classes"
    monkeypatch.setattr("gui.stations.challenge.holds_view.MOST_CLASSES", 4)
    view.start.click()
    settle(qtbot, view)
    assert view.mine.held.classes == (0, 1, 2, 3)
    assert view.which.itemText(0) == "the first 4 classes"


@pytest.mark.slow
def test_what_forms_can_be_cancelled_and_is_shown_as_far_as_it_came(
    view: HoldsView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "PACE", 0.2)
    view.start.click()
    qtbot.waitUntil(lambda: view.mine.held.share < 1, timeout=LONG)
    assert view.cancel.isVisible()
    view.cancel.click()
    shown = view.mine.held
    settle(qtbot, view)
    assert view.mine.held is shown
    assert not view.cancel.isVisible()


@pytest.mark.parametrize(
    ("count", "width", "height", "columns", "side"),
    [(10, 594, 256, 5, 109.0), (1, 300, 216, 1, 200.0), (4, 106, 500, 1, 104.5)],
)
def test_images_are_as_large_as_there_is_room(
    count: int, width: float, height: float, columns: int, side: float
) -> None:
    assert best_columns(count, width, height, 16.0) == (columns, pytest.approx(side))
