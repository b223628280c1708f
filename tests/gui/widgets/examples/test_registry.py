"""Examples are shown in the way that suits them; a new way is one file and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from gui.widgets.examples import registry
from gui.widgets.examples.examples import Examples
from gui.widgets.examples.view import ExamplesView
from tests.engine.data.sources.petals import petals

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PETALS = petals(6)
PICTURES = np.random.default_rng(1).integers(0, 256, (4, 28, 28), np.uint8)
LABELS = np.zeros(4, np.int64)


class RowsWidget(QLabel):
    """Says how many rows there are."""

    image_selected = Signal(int)
    image_activated = Signal(int)

    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.chosen = -1

    def set_features(self, features: Any) -> None:
        self.names = [each.name for each in features]

    def set_images(self, images: Any, labels: Any, classes: Any, captions: Any = None) -> None:
        self.setText(f"{len(images)} rows")

    def set_empty_text(self, text: Any) -> None:
        self.setToolTip(str(text))

    def selected(self) -> int:
        return self.chosen

    def select(self, index: int) -> None:
        self.chosen = index
        self.image_selected.emit(index)


@pytest.fixture
def examples(qtbot: QtBot) -> Examples:
    made = Examples("shown")
    qtbot.addWidget(made)
    return made


def test_a_way_of_its_own_is_taken(qtbot: QtBot, examples: Examples, monkeypatch: pytest.MonkeyPatch) -> None:
    view = ExamplesView("rows", lambda features, _shape: bool(features), RowsWidget)
    monkeypatch.setattr(registry, "VIEWS", [view, *registry.VIEWS])
    examples.set_empty_text("none")
    examples.set_examples(PETALS.images, PETALS.labels, PETALS.classes, features=PETALS.features)
    widget = examples.currentWidget()
    assert isinstance(widget, RowsWidget)
    assert (widget.text(), widget.toolTip(), len(widget.names)) == ("6 rows", "none", 5)
    with qtbot.waitSignal(examples.image_selected) as heard:
        examples.select(3)
    assert heard.args == [3]
    assert examples.selected() == 3
    np.testing.assert_array_equal(examples.image(3), PETALS.images[3])
    examples.set_examples(PICTURES, LABELS, ("a",))
    assert examples.currentWidget() is examples.grid
    assert examples.grid.count() == 4


def test_rows_become_bars_where_there_is_no_other_way(
    examples: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "VIEWS", [view for view in registry.VIEWS if view.name == "images"])
    examples.set_examples(PETALS.images, PETALS.labels, PETALS.classes, features=PETALS.features)
    assert examples.currentWidget() is examples.grid
    np.testing.assert_array_equal(examples.image(2), PETALS.images[2])
    examples.grid.show()
    examples.grid.grab()
    examples.grid.close()
