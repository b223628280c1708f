"""Pictures in colour, and many classes, on their way through the real window: data, training, and every station."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from engine.config import Experiment
from engine.data.sources.registry import SOURCES
from gui.look import theme
from gui.main_window import MainWindow
from gui.pad.probability_bars import ProbabilityBars
from gui.stations.data.augmentation_form import AugmentationForm
from gui.stations.data.class_balance import ClassBalance
from gui.stations.evaluate.confusion_matrix import ConfusionMatrix
from gui.widgets.images.image_grid import ImageGrid
from gui.widgets.views.subject_bar import SubjectBar
from gui.workbench import Workbench
from tests.engine.data.sources.blobs import COLOURS, BlobsSource, MarksSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LONG = 30_000  # milliseconds
SMALL = Experiment().with_(
    **{"network.hidden": (16,), "training.batch_size": 32, "training.learning_rate": 0.01}
)


@pytest.fixture(autouse=True)
def registered() -> Iterator[None]:
    before = list(SOURCES)
    SOURCES.extend((BlobsSource(), MarksSource()))
    yield
    SOURCES[:] = before


def opened(qtbot: QtBot, experiment: Experiment) -> MainWindow:
    """Return a window on these data, its network trained."""
    bench = Workbench(experiment)
    bench.loader.load()
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    window = MainWindow(bench)
    window.resize(1366, 768)
    window.show()
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: bench.model is not None and not bench.running, timeout=LONG)
    return window


def closed(window: MainWindow) -> None:
    bench = window.workbench
    window.set_theme("system")
    if bench.model is not None:
        bench.model.saved = True
    window.close()
    window.deleteLater()
    bench.shutdown()


@pytest.fixture
def coloured(qtbot: QtBot, unstyled: None) -> Iterator[MainWindow]:
    window = opened(
        qtbot,
        SMALL.with_(
            **{
                "data.dataset": "blobs",
                "network.hidden": ({"kind": "conv", "channels": 6}, 16),
                "training.epochs": 6,
                "data.augmentation.enabled": True,
                "data.augmentation.mirror": True,
                "data.augmentation.colour": 0.1,
            }
        ),
    )
    yield window
    closed(window)


@pytest.fixture
def many(qtbot: QtBot, unstyled: None) -> Iterator[MainWindow]:
    window = opened(qtbot, SMALL.with_(**{"data.dataset": "marks", "training.epochs": 4}))
    yield window
    closed(window)


def photo(label: int) -> np.ndarray:
    """A larger picture than the network takes, of a class."""
    picture = np.full((90, 160, 3), 120, np.uint8)
    picture[25:65, 60:100] = COLOURS[label]
    return picture


def test_picture_on_the_pad_goes_through_every_station(qtbot: QtBot, coloured: MainWindow) -> None:
    panel = coloured.panel
    panel.canvas.set_image(photo(2))
    qtbot.waitUntil(lambda: bool(panel.readings()))
    assert panel.readings()[0][0] == "ship"
    drawing = panel.drawing()
    assert drawing is not None
    assert drawing.shape == (32, 32, 3)

    coloured.show_station("data")
    grid = coloured.station("data").page.findChild(ImageGrid)
    assert grid.image(0).shape == (32, 32, 3)

    coloured.show_station("understand")
    page = coloured.station("understand").page
    said = page.findChild(SubjectBar)._what
    qtbot.waitUntil(lambda: said.text() == "Your picture", timeout=LONG)
    weights = page.views["weights"]
    assert weights.grid.tiles.shape == (6, 3, 3, 3)
    assert weights.table()[0][-3:] == ["red", "green", "blue"]
    for name, view in page.views.items():
        page.show_view(name)
        assert not view.grab().isNull()
    why = page.views["why"]
    page.show_view("why")
    qtbot.waitUntil(lambda: all(each.values() is not None for each in why.maps.values()), timeout=LONG)
    assert why.maps["occlusion"].values().shape == (32, 32)
    assert why._helps["add"].text() == "More light here would bring it nearer."

    coloured.show_station("challenge")
    challenge = coloured.station("challenge").page
    fool = challenge.views["fool"]
    qtbot.waitUntil(lambda: fool._answer is not None, timeout=LONG)
    assert fool._answer.result.shape == (32, 32, 3)

    coloured.show_station("compress")
    compress = coloured.station("compress").page
    qtbot.waitUntil(
        lambda: compress._answer is not None and compress._answer.before is not None, timeout=LONG
    )
    assert compress.beside._title.text() == "What is on the pad"

    coloured.show_station("deploy")
    for name in ("sweep", "runs", "train"):
        coloured.show_station(name)
        assert not coloured.grab().isNull()


def test_measured_mistakes_are_pictures_and_go_to_the_pad(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.show_station("evaluate")
    page = coloured.station("evaluate").page
    page.findChild(QPushButton, "measureButton").click()
    matrix = page.findChild(ConfusionMatrix)
    qtbot.waitUntil(lambda: len(matrix.values) == 4, timeout=LONG)
    matrix._choose((1, 1))
    grid = next(each for each in page.findChildren(ImageGrid) if each.count())
    grid.activate(0)
    to_pad = page.findChild(QAbstractButton, "sendToPad")
    to_pad.click()
    drawing = coloured.panel.drawing()
    assert drawing is not None
    assert np.array_equal(drawing, grid.image(0))


def test_augmentation_is_previewed_in_colour(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.show_station("data")
    form = coloured.station("data").page.findChild(AugmentationForm)
    form.set_open(True)
    form.set_ready()
    qtbot.waitUntil(lambda: form.preview().varied() is not None, timeout=LONG)
    varied = form.preview().varied()
    assert varied is not None
    assert varied.shape[2:] == (32, 32, 3)
    assert form._form.row("data.augmentation.colour").field.isEnabled()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_47_classes_have_their_names(qtbot: QtBot, many: MainWindow, mode: theme.Mode) -> None:
    many.set_theme(mode)
    many.show_station("data")
    assert many.station("data").page.findChild(ClassBalance)._classes[-1] == "t"
    assert (
        not many.station("data")
        .page.findChild(AugmentationForm)
        ._form.row("data.augmentation.colour")
        .field.isEnabled()
    )
    many.show_station("evaluate")
    page = many.station("evaluate").page
    page.findChild(QPushButton, "measureButton").click()
    matrix = page.findChild(ConfusionMatrix)
    qtbot.waitUntil(lambda: len(matrix.values) == 47, timeout=LONG)
    assert matrix.named, "each row and column says its class"
    panel = many.panel
    assert many.workbench.data is not None
    panel.canvas.set_image(many.workbench.data.test.images[3])
    bars = panel.findChild(ProbabilityBars)
    qtbot.waitUntil(lambda: bars.probabilities() is not None)
    assert bars._grid().row_height >= 15
    for name in ("understand", "challenge", "compress", "deploy", "runs"):
        many.show_station(name)
        assert not many.grab().isNull()


def test_inputs_of_a_neuron_are_called_by_their_colours(qtbot: QtBot, coloured: MainWindow) -> None:
    coloured.panel.canvas.set_image(photo(1))
    coloured.show_station("understand")
    page = coloured.station("understand").page
    weights = page.views["weights"]
    qtbot.waitUntil(lambda: weights._scene is not None and weights._scene.image is not None, timeout=LONG)
    weights.grid.choose(0)
    table = weights.panel._terms
    names = {name.split()[0] for name, _ in table._rows}
    assert names <= {"red", "green", "blue"}
    assert names
