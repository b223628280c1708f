"""A kind of layer that is one file and one line is trained, kept, drawn, edited, explained, told of and used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from engine import cli
from engine.cli.flags import setting_flags
from engine.config import Activation, Experiment, load_preset
from engine.data import datasets
from engine.inference import Recognizer
from engine.layers import LAYER_KINDS
from engine.models.build import build
from engine.storage import model_file
from engine.storage.runs.compare import layers_in_words
from engine.training import ModelSnapshot, TrainingFinished, train
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import FindingKind
from engine.training.doctor.probe import Probe
from engine.training.fast.dense_step import DenseStep
from gui.stations.train.layer_list import LayerList
from gui.stations.train.layer_row import LayerRow
from gui.stations.understand.activations_view import ActivationsView
from gui.stations.understand.page import UnderstandPage
from gui.widgets.network.diagram import NetworkDiagram
from gui.workbench import RunState, Workbench
from tests.e2e.test_whole_way import LONG, ONE, draw
from tests.engine.layers.throwaway_kinds import FoldLayer, TwinLayer, register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

OF_THE_PROGRAM = dict(LAYER_KINDS)
VIEWS = ("weights", "activations", "why", "map", "histograms")


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch)


@pytest.fixture
def experiment() -> Experiment:
    changes = {"data.generated_count": 600, "training.epochs": 2, "network.hidden": "twin16,fold2,8"}
    return load_preset("first-try").with_(**changes)


@pytest.fixture
def window(qtbot: QtBot, experiment: Experiment, unstyled: None) -> Iterator[MainWindow]:
    from gui.main_window import MainWindow

    bench = Workbench(experiment.with_(**{"network.hidden": "8"}))
    main = MainWindow(bench)
    main.resize(1366, 768)
    with qtbot.waitExposed(main):
        main.show()
    yield main
    if bench.model is not None:
        bench.model.saved = True
    main.close()
    main.deleteLater()


def test_the_engine_trains_keeps_and_probes_it(experiment: Experiment, tmp_path: Path) -> None:
    data = datasets.load_split(experiment.data)
    events = list(train(experiment, data))
    assert isinstance(events[-1], TrainingFinished)
    state = [event for event in events if isinstance(event, ModelSnapshot)][-1].state
    shape, classes = data.train.image_shape, data.classes

    path = tmp_path / "twin.safetensors"
    model_file.save(path, experiment=experiment, classes=classes, state=state, image_shape=shape)
    saved = model_file.load(path)
    assert saved.experiment == experiment
    assert [type(layer) for layer in saved.experiment.network.hidden[:2]] == [TwinLayer, FoldLayer]
    image = data.train.images[0]
    here, again = Recognizer(experiment, classes, state), Recognizer.load(path)
    np.testing.assert_array_equal(here.probabilities(image), again.probabilities(image))

    probes = Probe(experiment, data.train).measure(state)
    assert [layer.name for layer in probes.layers] == [
        "hidden_1",
        "hidden_3",
        "output",
    ]  # a fold has no weights
    assert probes.layers[0].activation == "tanh"
    assert probes.layers[0].gradients is not None
    assert probes.layers[0].gradients.counts.sum() == 784 * 4 + 4 * 16


def test_the_fast_path_leaves_it_alone_though_it_looks_dense(experiment: Experiment) -> None:
    plain = build(experiment.with_(**{"network.hidden": "16,8"}).network)
    twin = build(experiment.with_(**{"network.hidden": "twin16,8"}).network)
    assert DenseStep.applies_to(plain, torch.device("cpu"))
    assert not DenseStep.applies_to(twin, torch.device("cpu"))


def test_the_doctor_tells_of_it_and_mends_it(experiment: Experiment) -> None:
    data = datasets.load_split(experiment.data)
    ill = experiment.with_(
        **{"network.hidden": [{"kind": "twin", "activation": "relu"}, {"kind": "fold"}, 8]}
    )
    doctor, state = Doctor(ill, data), {}
    for event in train(ill, data):
        doctor.add(event)
        state = event.state if isinstance(event, ModelSnapshot) else state
    state["hidden_1.wide.bias"] = torch.full_like(state["hidden_1.wide.bias"], -1e4)
    doctor.add_probe(Probe(ill, data.train).measure(state, step=10**6))
    found = next(item for item in doctor.findings if item.kind is FindingKind.DEAD_UNITS)
    assert found.layer == "hidden_1"
    mended = ill.with_(**found.changes).network.hidden
    assert [layer.function for layer in mended] == [Activation.LEAKY_RELU, None, Activation.LEAKY_RELU]


def test_the_command_line_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "model.safetensors"
    small = ["--generated-count", "300", "--epochs", "1", "--hidden", "twin16,8", "--activation", "tanh"]
    assert cli.main(["train", *small, "--out", str(path)]) == 0
    assert model_file.describe(path).experiment.network.summary == "twin16-8"
    capsys.readouterr()
    assert cli.main(["evaluate", str(path), "--json"]) == 0
    assert "accuracy" in json.loads(capsys.readouterr().out.splitlines()[-1])
    flags = {flag.name: flag for flag in setting_flags()}
    assert flags["inner"].path == "twin.inner"
    assert flags["inner"].panel == "Network: twins"
    assert "twin16,8 for a twin in front" in flags["hidden"].help
    networks = [
        Experiment().with_(**{"network.hidden": [{"kind": "twin", "inner": n}]}).network for n in (4, 5)
    ]
    assert layers_in_words(networks) == ("twin8", "twin8 (Inner 5)")


def test_the_window_adds_edits_trains_shows_and_uses_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bench = window.workbench
    layers = window.findChild(LayerList)
    assert layers is not None
    for name in ("addTwinButton", "addFoldButton"):
        menu = layers.findChild(QPushButton, "addMoreButton").menu()  # type: ignore[union-attr]
        next(entry for entry in menu.actions() if entry.objectName() == name).trigger()
    assert bench.experiment.network.summary == "8-twin8-fold2"
    twin = next(row for row in layers.findChildren(LayerRow) if row.kind is TwinLayer)
    twin.fields["inner"].setValue(3)
    twin.fields["eager"].click()
    assert twin.fields["eager"].text() == "Eager"
    QTest.keyClick(twin.handle, Qt.Key.Key_Up)
    (first, *_) = bench.experiment.network.hidden
    assert first == TwinLayer(inner=3, eager=True)

    window.show_station("understand")
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    draw(window.panel.canvas, ONE)
    qtbot.waitUntil(lambda: window.panel.probabilities() is not None)
    answer = window.panel.probabilities()

    page = window.findChild(UnderstandPage)
    assert page is not None
    for name in VIEWS:
        page.show_view(name)
        qtbot.waitUntil(lambda: len(list(page.view.table()[1])) > 0, timeout=LONG)
        assert not page.grab().isNull()
    page.show_view("activations")
    assert isinstance(page.view, ActivationsView)
    formula = page.view.findChild(QLabel, "neuronFormula")
    assert formula is not None
    page.view.picture.unit_clicked.emit("hidden_1", 0)
    assert "tanh" in formula.text()
    page.view.picture.unit_clicked.emit("hidden_3", 0)
    assert formula.text() == FoldLayer.no_sum

    window.show_station("train")
    diagram = window.findChild(NetworkDiagram)
    assert diagram is not None
    told = [diagram.explanation(column) for column in diagram.columns()]
    assert "z = V U x + b" in told[1]
    assert "a is the largest of every 2 x" in told[3]
    assert not diagram.grab().isNull()

    path = tmp_path / "twin.safetensors"
    assert window.files.save_model(path)
    bench.editor.edit("network.hidden", "5")
    window.open_model(path)
    qtbot.waitUntil(lambda: np.array_equal(window.panel.probabilities(), answer), timeout=LONG)
    assert bench.state is RunState.IDLE


def test_a_network_that_begins_with_one_that_says_nothing_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.editor.edit("network.hidden", "fold4,8")
    window.show_station("understand")
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    page = window.findChild(UnderstandPage)
    assert page is not None
    page.show_view("weights")
    told = page.findChild(QLabel, "insteadOfView")
    assert told is not None
    assert told.isVisible()
    assert told.text().startswith(FoldLayer.no_weights)
    assert not page.grab().isNull()


def test_the_registry_is_the_programs_own_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert LAYER_KINDS == OF_THE_PROGRAM
