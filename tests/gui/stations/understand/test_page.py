"""The Understand station over a network trained for real: what each view shows, follows, saves and costs."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton

from gui.look import theme
from gui.stations.understand import registry
from gui.stations.understand.activations_view import ActivationsView
from gui.stations.understand.histograms_view import HistogramsView
from gui.stations.understand.map_view import MapView
from gui.stations.understand.page import UnderstandPage
from gui.stations.understand.weights_view import WeightsView
from gui.stations.understand.why_view import WhyView
from tests.gui.stations.understand.conftest import LONG, train

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.stations.understand.station import UnderstandStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it

VIEWS = tuple(view.name for view in registry.VIEWS)


def settle(qtbot: QtBot, station: UnderstandPage) -> None:
    for view in station.views.values():
        if isinstance(view, MapView | HistogramsView | WhyView):
            qtbot.waitUntil(lambda task=view.task: not task.busy, timeout=LONG)


def formula(station: UnderstandPage) -> str:
    label = station.view.findChild(QLabel, "neuronFormula")
    assert isinstance(label, QLabel)
    return re.sub("<[^>]+>", "", label.text().replace("</p>", "\n"))


def outputs(view: ActivationsView) -> list[float]:
    """Return the values of the output layer."""
    header, rows = view.table()
    return [row[header.index("activation")] for row in rows if row[header.index("layer")] == "output"]


def test_numbers_open_on_what_has_something(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation
) -> None:
    """Weights of numbers are no pictures: it opens on activations, and says there what to look at instead."""
    bench.editor.edit("data.dataset", "iris")
    qtbot.waitUntil(lambda: bench.data is not None and bool(bench.data.train.features), timeout=LONG)
    train(qtbot, bench)
    page = joined.page
    qtbot.waitUntil(lambda: isinstance(page.view, ActivationsView))
    page.show_view("weights")
    [words] = [label.text() for label in page.findChildren(QLabel) if "are numbers" in label.text()]
    assert words.endswith("These have something to show: Activations, Map, Histograms.")
    assert isinstance(page.view, WeightsView), "what a person chose stays"


def answer(station: UnderstandPage, bench: Workbench) -> int:
    """Return what the network takes the example for."""
    image, _ = station.subject.example()
    return int(bench.model.recognizer.probabilities(image[None])[0].argmax())


# What is shown, and of what


def test_without_a_network_it_leads_to_train(qtbot: QtBot, joined: UnderstandStation) -> None:
    button = joined.page.findChild(QPushButton, "understandGoToTrain")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    with qtbot.waitSignal(joined.station_wanted) as caught:
        button.click()
    assert caught.args == ["train"]


def test_an_empty_pad_shows_examples_to_step_through(qtbot: QtBot, station: UnderstandPage) -> None:
    first = station.subject.example()
    assert first is not None
    following = station.findChild(QToolButton, "nextExample")
    assert isinstance(following, QToolButton)
    following.click()
    second = station.subject.example()
    assert second is not None
    assert not np.array_equal(first[0], second[0])
    station.subject.step(-1)
    again = station.subject.example()
    assert again is not None
    assert np.array_equal(first[0], again[0])


def test_a_drawing_takes_the_place_of_the_example(
    joined: UnderstandStation, station: UnderstandPage, drawing: NDArray[np.uint8], bench: Workbench
) -> None:
    station.show_view("activations")
    view = station.view
    assert isinstance(view, ActivationsView)
    joined.set_drawing(drawing)
    assert bench.model is not None
    expected = bench.model.recognizer.probabilities(drawing[None])[0]
    assert outputs(view) == pytest.approx(expected, abs=1e-5)
    assert not station.findChild(QToolButton, "nextExample").isVisible()  # type: ignore[union-attr]
    joined.set_drawing(None)
    assert outputs(view) != pytest.approx(expected, abs=1e-5)


def test_a_drawing_from_before_the_page_was_built_is_there(
    qtbot: QtBot, bench: Workbench, drawing: NDArray[np.uint8]
) -> None:
    from PySide6.QtWidgets import QWidget

    from gui.stations.understand.station import UnderstandStation

    window = QWidget()
    qtbot.addWidget(window)
    made = UnderstandStation(bench, window)
    made.set_drawing(drawing)
    assert not made.is_built
    train(qtbot, bench)
    window.show()
    made.place.show()
    station = made.page
    assert isinstance(station, UnderstandPage)
    station.show_view("activations")
    qtbot.waitUntil(station.isVisible, timeout=LONG)
    assert outputs(station.view) == pytest.approx(
        bench.model.recognizer.probabilities(drawing[None])[0], abs=1e-5
    )
    made.shutdown()


@pytest.mark.parametrize("view", VIEWS)
def test_only_the_view_in_sight_computes(
    qtbot: QtBot,
    station: UnderstandPage,
    view: str,
    drawing: NDArray[np.uint8],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    station.show_view(view)
    settle(qtbot, station)
    asked: list[str] = []
    for name, item in station.views.items():
        told = "set_scene" if item.needs_model else "set_drawing"
        shown = getattr(item, told)
        monkeypatch.setattr(item, told, lambda scene, n=name, s=shown: (asked.append(n), s(scene)))
    expected = [] if view in ("reading", "attention") else [view]  # which a dense network does not
    station.set_drawing(drawing)
    assert asked == expected
    asked.clear()
    station.hide()
    station.set_drawing(None)
    station.followed.changed.emit()
    assert asked == []
    station.show()
    assert asked == expected
    settle(qtbot, station)


@pytest.mark.parametrize(
    "view", [view for view in VIEWS if view not in ("reading", "attention", "captions")]
)  # which a dense network does not; captions, once there are some, in a test of their own
def test_every_view_saves_picture_and_numbers(
    qtbot: QtBot, station: UnderstandPage, view: str, tmp_path: Path
) -> None:
    station.show_view(view)
    settle(qtbot, station)
    if isinstance(station.view, WeightsView):
        station.view.grid.select(1)
    station.save_button.save_menu.save_png(str(tmp_path / "view.png"))
    station.save_button.save_menu.save_csv(str(tmp_path / "view.csv"))
    qtbot.waitUntil((tmp_path / "view.csv").is_file, timeout=LONG)  # a long table is written bit by bit
    assert QImage(str(tmp_path / "view.png")).width() > 500
    rows = list(csv.reader((tmp_path / "view.csv").read_text("utf-8").splitlines()))
    assert len(rows) > 10
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_change_of_theme_reaches_every_view(
    qtbot: QtBot, station: UnderstandPage, mode: theme.Mode
) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.mode()
    for view in VIEWS:
        station.show_view(view)
        settle(qtbot, station)
        theme.apply(app, mode)
        assert not station.grab().isNull()
    theme.apply(app, before)


# Training and time


def test_it_follows_the_training_and_is_right_at_its_end(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench
) -> None:
    station.show_view("weights")
    view = station.view
    assert isinstance(view, WeightsView)
    train(qtbot, bench)
    assert bench.model is not None
    newest = bench.model.recognizer.state["hidden_1.linear.weight"].numpy()
    assert view.grid.tiles.reshape(newest.shape) == pytest.approx(newest)


def test_a_moment_of_the_past_is_shown_at_once(station: UnderstandPage, bench: Workbench) -> None:
    station.show_view("weights")
    view = station.view
    assert isinstance(view, WeightsView)
    newest = view.grid.tiles.copy()
    bench.actions.view(0)
    assert not np.array_equal(view.grid.tiles, newest)
    assert station.followed.choice == "slider"
    bench.actions.view(None)
    assert station.followed.choice == "newest"
    assert np.array_equal(view.grid.tiles, newest)


def test_another_network_takes_the_place_of_the_one_before(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench
) -> None:
    station.show_view("weights")
    view = station.view
    assert isinstance(view, WeightsView)
    view.grid.tile_clicked.emit(15)
    assert view.panel.neuron == ("hidden_1", 15)
    bench.editor.edit("network.hidden", "8")
    train(qtbot, bench)
    assert len(view.grid.tiles) == 8
    assert view.panel.neuron is None


def test_a_network_that_has_diverged_does_no_harm(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench, joined: UnderstandStation
) -> None:
    failures: list[object] = []
    joined.failed.connect(lambda error, _details: failures.append(error))
    assert bench.model is not None
    state = {name: tensor * float("nan") for name, tensor in bench.model.recognizer.state.items()}
    bench.current_model.take(state, bench.model.step + 1)
    for name in VIEWS:
        station.show_view(name)
        if isinstance(station.view, WeightsView):
            station.view.grid.tile_clicked.emit(1)
        if isinstance(station.view, ActivationsView):
            station.view.picture.unit_clicked.emit("output", 1)
        settle(qtbot, station)
        assert not station.grab().isNull()
    assert failures == []
    assert isinstance(station.views["map"], MapView)
    assert station.views["map"].result is None


# Weights and activations


def test_a_tile_shows_the_sum_in_its_neuron(
    station: UnderstandPage, bench: Workbench, drawing: NDArray[np.uint8]
) -> None:
    from engine.insight.model import own_model
    from engine.insight.neuron import neuron_sum

    station.show_view("weights")
    station.set_drawing(drawing)
    view = station.view
    assert isinstance(view, WeightsView)
    QTest.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=view.grid.cell(3).center())
    assert bench.model is not None
    model = own_model(bench.model.experiment, bench.model.recognizer.state)
    expected = neuron_sum(model, drawing, "hidden_1", 3)
    words = formula(station)
    assert f"= {expected.total:.2f}".replace("-", "−") in words
    assert "781 more terms" in words
    _, rows = view.panel.table()
    assert sum(row[3] for row in rows) + expected.bias == pytest.approx(expected.total, abs=1e-3)


def test_a_click_on_a_cell_shows_the_sum_of_a_later_layer(station: UnderstandPage) -> None:
    station.show_view("activations")
    view = station.view
    assert isinstance(view, ActivationsView)
    station.grab()
    place = view.picture.place_of("output", 4)
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert view.panel.neuron == ("output", 4)
    assert "softmax" in formula(station)
    QTest.keyClick(view.picture, Qt.Key.Key_Left)
    QTest.keyClick(view.picture, Qt.Key.Key_Down)
    assert view.panel.neuron == ("hidden_1", 5)
    assert view.picture.words_of("hidden_1", 2).startswith("Hidden layer 1, neuron 3:")


def test_a_convolution_shows_filters_maps_and_a_place(qtbot: QtBot, bench: Workbench, joined: object) -> None:
    bench.editor.edit("network.hidden", "conv4,16")
    train(qtbot, bench)
    station = joined.page
    assert isinstance(station, UnderstandPage)
    station.show_view("weights")
    assert isinstance(station.view, WeightsView)
    assert station.view.grid.tiles.shape == (4, 3, 3)
    station.show_view("activations")
    view = station.view
    assert isinstance(view, ActivationsView)
    station.grab()
    for layer, unit in (("hidden_1", 2), ("hidden_2", 5)):
        place = view.picture.place_of(layer, unit)
        QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
        assert view.panel.neuron == (layer, unit)
        assert "more terms" in formula(station)
    for name in ("why", "map", "histograms"):
        station.show_view(name)
        settle(qtbot, station)
        assert not station.grab().isNull()


# Why


def test_the_maps_explain_the_class_that_is_chosen(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench
) -> None:
    station.show_view("why")
    settle(qtbot, station)
    view = station.view
    assert isinstance(view, WhyView)
    before = {key: item.values() for key, item in view.maps.items()}
    assert all(values is not None and values.shape == (28, 28) for values in before.values())
    other = (answer(station, bench) + 3) % 10
    view.target.setCurrentIndex(other + 1)
    view.target.activated.emit(other + 1)
    settle(qtbot, station)
    for key in ("gradient_times_input", "integrated_gradients", "occlusion"):
        assert not np.array_equal(view.maps[key].values(), before[key])


def test_what_would_make_it_another_class(qtbot: QtBot, station: UnderstandPage, bench: Workbench) -> None:
    station.show_view("why")
    settle(qtbot, station)
    view = station.view
    assert isinstance(view, WhyView)
    wanted = (answer(station, bench) + 1) % 10
    view.other.setCurrentIndex(wanted + 1)
    view.other.activated.emit(wanted + 1)
    settle(qtbot, station)
    lead = view.findChild(QLabel, "whyLead")
    assert isinstance(lead, QLabel)
    assert f"“{wanted}” has" in lead.text()
    add, remove = view.maps["add"].values(), view.maps["remove"].values()
    assert add is not None
    assert remove is not None
    assert add.min() >= 0
    assert remove.max() <= 0
    view.other.setCurrentIndex(answer(station, bench) + 1)
    view.other.activated.emit(0)
    settle(qtbot, station)
    assert "already" in lead.text()


# The map


def test_the_drawing_moves_in_the_map(
    qtbot: QtBot, station: UnderstandPage, drawing: NDArray[np.uint8]
) -> None:
    station.show_view("map")
    view = station.view
    assert isinstance(view, MapView)
    qtbot.waitUntil(lambda: view.result is not None, timeout=LONG)
    assert view.result is not None
    count = len(view.result.examples)
    assert view.result.places.shape == (count, 2)
    first = view.cloud.marker
    station.set_drawing(drawing)
    second = view.cloud.marker
    station.set_drawing(np.roll(drawing, 4, axis=1))
    third = view.cloud.marker
    assert first is not None
    assert second is not None
    assert third is not None
    assert not np.allclose(first, second)
    assert not np.allclose(second, third)


def test_an_example_lies_where_its_point_is(qtbot: QtBot, station: UnderstandPage) -> None:
    station.show_view("map")
    view = station.view
    assert isinstance(view, MapView)
    qtbot.waitUntil(lambda: view.result is not None, timeout=LONG)
    assert view.result is not None
    found = view.result.place_of(view.result.examples.images[5])
    assert found == pytest.approx(view.result.places[5], abs=1e-3)
    x, y = view.cloud.pixels(view.result.places[5:6])[0].tolist()
    nearest = view.cloud.point_at(x, y)
    assert np.allclose(view.result.places[nearest], view.result.places[5])


def test_tsne_is_made_on_demand_and_can_be_cancelled(qtbot: QtBot, station: UnderstandPage) -> None:
    station.show_view("map")
    view = station.view
    assert isinstance(view, MapView)
    qtbot.waitUntil(lambda: view.result is not None, timeout=LONG)
    button = view.findChild(QPushButton, "cancelMap")
    assert isinstance(button, QPushButton)
    view.method.button("tsne").click()
    assert button.isVisible()
    button.click()
    assert view.method.value == "pca"
    settle(qtbot, station)
    assert view.result is not None
    assert view.result.method == "pca"
    assert not button.isVisible()
    view.method.button("tsne").click()
    qtbot.waitUntil(lambda: view.result is not None and view.result.method == "tsne", timeout=LONG)
    assert view.cloud.marker is not None


def test_another_layer_makes_another_map(qtbot: QtBot, station: UnderstandPage) -> None:
    station.show_view("map")
    view = station.view
    assert isinstance(view, MapView)
    qtbot.waitUntil(lambda: view.result is not None, timeout=LONG)
    assert view.result is not None
    assert view.result.layer == "hidden_1"
    layer = view.findChild(QComboBox, "mapLayer")
    layer.setCurrentIndex(1)
    layer.activated.emit(1)
    qtbot.waitUntil(lambda: view.result is not None and view.result.layer == "output", timeout=LONG)


# Histograms


@pytest.mark.parametrize("kind", ["weights", "gradients"])
def test_the_moments_of_the_run_are_counted(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench, kind: str
) -> None:
    station.show_view("histograms")
    view = station.view
    assert isinstance(view, HistogramsView)
    view.kind.button(kind).click()
    steps = [moment.step for moment in bench.current_run.moments]
    assert len(steps) >= 4
    qtbot.waitUntil(lambda: view.picture.moments() == steps, timeout=LONG)
    settle(qtbot, station)
    bench.actions.view(steps[1])
    settle(qtbot, station)
    assert view.picture.step == steps[1]
    header, rows = view.table()
    assert {row[header.index("layer")] for row in rows} == {"hidden_1", "output"}
    assert {row[header.index("step")] for row in rows} >= set(steps)


def test_gradients_that_the_doctor_has_counted_are_not_counted_again(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench
) -> None:
    last = bench.history.steps[-1]
    qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=LONG)
    station.show_view("histograms")
    view = station.view
    assert isinstance(view, HistogramsView)
    view.kind.button("gradients").click()
    kept = [moment.step for moment in bench.current_run.moments]
    steps = sorted({*kept, *bench.doctor.series.steps.tolist()})
    qtbot.waitUntil(lambda: view.picture.moments() == steps, timeout=LONG)
    settle(qtbot, station)
    asked = {step for kind, step in view._found if kind == "gradients"}
    assert asked == set(kept) - set(bench.doctor.series.steps.tolist())
    by_doctor = view.picture._layers["output"][last]
    by_view = view._now[-1]  # of the same weights and images
    assert by_view.norm == pytest.approx(by_doctor.norm, rel=1e-4)
    assert by_view.edges == pytest.approx(by_doctor.edges, rel=1e-3)


def test_a_network_from_a_file_has_no_moments(
    qtbot: QtBot, station: UnderstandPage, bench: Workbench, tmp_path: Path
) -> None:
    bench.save_model(tmp_path / "model.safetensors")
    bench.open_model(tmp_path / "model.safetensors")
    station.show_view("histograms")
    view = station.view
    assert isinstance(view, HistogramsView)
    settle(qtbot, station)
    assert view.picture.moments() == []
    header, rows = view.table()
    assert {row[header.index("layer")] for row in rows} == {"hidden_1", "output"}
