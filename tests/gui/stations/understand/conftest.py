"""A station over a workbench with small data, a network trained for real, and the ways tests look into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.stations.understand.station import UnderstandStation
from gui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gui.stations.understand.page import UnderstandPage
    from gui.stations.understand.view import View
    from gui.workbench import Workbench

LONG = 20_000
PAGE = QSize(980, 612)  # what the window has for a page at 1366 × 768, the pad at its right


@pytest.fixture
def drawing() -> NDArray[np.uint8]:
    """A bar from top to bottom, as the pad would hand it over."""
    image = np.zeros((28, 28), np.uint8)
    image[5:23, 13:16] = 255
    return image


@pytest.fixture
def joined(qtbot: QtBot, bench: Workbench) -> Iterator[UnderstandStation]:
    """The station in a window, on a network that was trained."""
    window = QWidget()
    qtbot.addWidget(window)
    made = UnderstandStation(bench, window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made.place)
    window.resize(PAGE)
    window.show()
    yield made
    made.shutdown()


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench, joined: UnderstandStation) -> UnderstandPage:
    """The station itself, with a trained network at hand, some neurons of which answer to every image."""
    bench.editor.edit("training.learning_rate", 0.003)  # at 0.01 all are silent to many images
    train(qtbot, bench)
    return joined.page


def train(qtbot: QtBot, bench: Workbench) -> None:
    """Train to the end."""
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def show_view(
    qtbot: QtBot,
    bench: Workbench,
    joined: UnderstandStation,
    drawing: NDArray[np.uint8],
    hidden: object,
    name: str,
) -> View:
    """Train a network of these hidden layers, and show a view of what it makes of a drawing."""
    bench.editor.edit("network.hidden", hidden)
    train(qtbot, bench)
    joined.page.set_drawing(drawing)
    joined.page.show_view(name)
    return joined.page.view


def instead(joined: UnderstandStation) -> str:
    """Return what stands in the place of the view that is chosen; empty where that is in sight."""
    label = joined.page.findChild(Label, "insteadOfView")
    assert label is not None
    return label.text() if label.isVisible() else ""
