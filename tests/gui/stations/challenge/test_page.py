"""The frame of the Challenge station: what each view is handed, what stands in its place, and one view more."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from engine.data import datasets
from gui.stations.challenge import registry
from gui.stations.challenge.station import ChallengeStation
from gui.stations.challenge.view import View
from tests.gui.stations.challenge.conftest import LONG
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.stations.challenge.scene import Scene
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it


class ProbeView(View):
    """Keeps what it was handed."""

    name = "probe"
    needs_split = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.scenes: list[Scene] = []
        self.left = 0

    def title(self) -> str:
        return "Probe"

    def help_text(self) -> str:
        return "What is at hand"

    def set_scene(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def give_up(self) -> None:
        self.left += 1

    def table(self) -> tuple[list[str], list[list[int]]]:
        return ["images"], [[len(self.scenes[-1].split.train)]]


class DataView(ProbeView):
    """Wants no model."""

    name = "data"
    needs_model = needs_split = False
    needs_data = True

    def title(self) -> str:
        return "Schools"


@pytest.fixture
def probed(qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChallengeStation]:
    """The station with two views more: two lines in the registry."""
    monkeypatch.setattr(registry, "VIEWS", [*registry.VIEWS, ProbeView, DataView])
    with shown(ChallengeStation, bench) as made:
        yield made


def train(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def words(station: ChallengeStation) -> str:
    label = station.page.findChild(QLabel, "challengeWords")
    return label.text() if label.isVisible() else ""


def test_without_a_network_it_leads_to_train(qtbot: QtBot, station: ChallengeStation) -> None:
    button = station.page.findChild(QPushButton, "challengeGoToTrain")
    assert button.isVisible()
    assert not station.page.save_button.isEnabled()
    with qtbot.waitSignal(station.station_wanted) as caught:
        button.click()
    assert caught.args == ["train"]


def test_a_view_more_is_offered_shown_and_saved(
    qtbot: QtBot, probed: ChallengeStation, bench: Workbench, tmp_path: Path
) -> None:
    train(qtbot, bench)
    page = probed.page
    button = page.findChild(QWidget, "challengeViews").button("probe")
    assert (button.text(), button.toolTip()) == ("Probe", "What is at hand")
    button.click()
    assert page.view is page.views["probe"]
    assert page.view.isVisible()
    assert not page.subject.isVisible()  # it asks about no image
    page.save_button.save_menu.save_csv(str(tmp_path / "probe.csv"))
    rows = list(csv.reader((tmp_path / "probe.csv").read_text("utf-8").splitlines()))
    assert rows == [["images"], [str(len(bench.own_data.train))]]


def test_a_view_is_handed_the_model_with_its_weights_and_data(
    qtbot: QtBot, probed: ChallengeStation, bench: Workbench, drawing: NDArray[np.uint8]
) -> None:
    train(qtbot, bench)
    probed.set_drawing(drawing)
    page = probed.page
    page.show_view("probe")
    scene = page.view.scenes[-1]
    assert scene.split is bench.own_data
    assert scene.is_drawing
    assert scene.label is None
    assert scene.classes == bench.model.recognizer.classes
    assert not scene.model.training
    assert not any(weights.requires_grad for weights in scene.model.parameters())
    from engine.insight.model import pixels_of

    answer = scene.model(pixels_of(drawing)).softmax(1)[0].numpy()
    assert np.allclose(answer, bench.model.recognizer.probabilities(drawing[None])[0], atol=1e-6)
    assert np.array_equal(scene.probabilities, bench.model.recognizer.probabilities(drawing[None])[0])
    probed.set_drawing(None)
    example = page.view.scenes[-1]
    assert example.saved is scene.saved  # the same weights
    assert example.label == page.subject.example()[1]
    train(qtbot, bench)
    assert page.view.scenes[-1].saved is not scene.saved


def test_what_learns_is_not_measured_and_data_alone_need_no_model(
    qtbot: QtBot, probed: ChallengeStation, bench: Workbench
) -> None:
    page = probed.page
    page.show_view("data")
    assert page.view.isVisible()
    assert page.view.scenes[-1].data is bench.data
    assert page.view.scenes[-1].challenged is None
    page.show_view("probe")
    assert page.views["data"].left == 1
    bench.editor.edit("training.epochs", 500)
    bench.start()
    qtbot.waitUntil(lambda: bench.model is not None and len(bench.history) > 3, timeout=LONG)
    assert "A network is learning now" in words(probed)
    bench.stop()
    qtbot.waitUntil(page.view.isVisible, timeout=LONG)


def test_data_that_are_not_here_are_told_of_and_those_that_are_get_read(
    qtbot: QtBot, probed: ChallengeStation, bench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    train(qtbot, bench)
    bench.save_model(tmp_path / "model.safetensors")
    bench.open_model(tmp_path / "model.safetensors")
    images = len(bench.data.train)
    bench.editor.edit("data.seed", 5)  # other images than the model's
    monkeypatch.setattr(type(bench), "own_data", property(lambda _bench: None))
    page = probed.page
    with monkeypatch.context() as away:
        away.setattr(datasets, "is_available", lambda _name: False)
        page.show_view("probe")
        qtbot.waitUntil(lambda: "is not on this computer" in words(probed), timeout=LONG)
    assert not page.save_button.isEnabled()
    bench.data_changed.emit()  # as when they were brought in
    qtbot.waitUntil(page.view.isVisible, timeout=LONG)
    assert len(page.view.scenes[-1].split.train) == images
    assert page.save_button.isEnabled()


def test_nothing_is_asked_of_a_page_that_nobody_sees(
    qtbot: QtBot, probed: ChallengeStation, bench: Workbench, drawing: NDArray[np.uint8]
) -> None:
    train(qtbot, bench)
    page = probed.page
    page.show_view("probe")
    seen = len(page.view.scenes)
    page.hide()
    assert page.view.left == 1
    probed.set_drawing(drawing)
    assert len(page.view.scenes) == seen
    page.show()
    assert page.view.scenes[-1].image is drawing
