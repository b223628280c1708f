"""Each view of the station over a network of every kind of layer: it shows something, or says in a sentence why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.layers import Layer
from engine.models.parts import hidden_name
from engine.models.placed_layers import placed_layers
from gui.look.words import layer_title, translate_engine
from gui.stations.understand import registry
from gui.stations.understand.activations_view import ActivationsView
from gui.tasks.task import Task
from gui.widgets.label import Label
from tests.engine.layers.networks import OF_IMAGES, first_of, network_of
from tests.gui.stations.understand.conftest import LONG, instead, train

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from gui.stations.understand.station import UnderstandStation
    from gui.stations.understand.view import View
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a network is trained for each kind


@pytest.fixture
def small(small: Experiment) -> Experiment:
    """One epoch over fewer digits: what is looked at is told as well of a network that knows little."""
    return small.with_(**{"data.generated_count": 200, "training.epochs": 1})


def said(view: View, name: str) -> str:
    label = view.findChild(Label, name)
    assert label is not None
    return label.text()


@pytest.mark.parametrize("kind", OF_IMAGES, ids=lambda kind: kind.kind_name())
def test_no_view_is_silent(
    qtbot: QtBot,
    bench: Workbench,
    joined: UnderstandStation,
    drawing: NDArray[np.uint8],
    kind: type[Layer],
) -> None:
    network = network_of(kind)
    bench.editor.edit("network.hidden", [layer.model_dump() for layer in network.hidden])
    failures: list[object] = []
    joined.page.failed.connect(lambda error, _: failures.append(error))
    train(qtbot, bench)
    page = joined.page
    page.set_drawing(drawing)
    for view in registry.VIEWS:
        page.show_view(view.name)
        shown = page.view
        for task in shown.findChildren(Task):
            qtbot.waitUntil(lambda task=task: not task.busy, timeout=LONG)
        why_not = instead(joined)
        assert shown.isVisible() == (not why_not)
        if why_not or not list(shown.table()[1]):
            labels = [label.text() for label in shown.findChildren(Label) if label.isVisible()]
            assert any(text.endswith(".") for text in (why_not, *labels)), view.name
        assert not shown.grab().isNull()
    page.show_view("histograms")
    counted = {row[1] for row in page.view.table()[1]}
    words = said(page.view, "histogramWords")
    for number in range(1, len(network.hidden) + 1):
        assert (hidden_name(number) in counted) != (layer_title(hidden_name(number)) in words)
    page.show_view("activations")
    assert isinstance(page.view, ActivationsView)
    words = said(page.view, "activationsWords")
    assert ("striped" in words) == any(
        len(placed.output_shape) == 2 for placed in placed_layers(network, (1, 28, 28))
    )
    first = first_of(kind, network)
    page.view.picture.unit_clicked.emit(first, 0)
    header, rows = page.view.table()
    row = next(row for row in rows if row[0] == first)
    has_sum = row[header.index("sum")] != ""
    assert has_sum != (said(page.view, "neuronFormula") == translate_engine(kind.no_sum))
    assert has_sum or "says why" in words
    assert page.view.picture.words_of(first, 0)
    page.view.picture.unit_clicked.emit("hidden_" + str(len(network.hidden)), 0)  # a dense layer behind it
    assert page.view.panel.table()[1]
    assert not page.view.grab().isNull()
    assert failures == []
