"""The Data station where the data are a table: rows, figures of the features, and examples for the pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from engine.config import load_preset
from gui.pad.sliders.panel import SlidersPanel
from gui.widgets.examples.rows import ExampleRows
from gui.widgets.tables.feature_figures import FeatureFigures

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow

LONG = 60_000


@pytest.fixture
def iris(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the flowers, learnt as their preset says."""
    bench = window.workbench
    quick = load_preset("iris").with_(
        **{"training.epochs": 30, "training.threads": 1, "data.generated_count": 400}
    )
    bench.editor.replace(quick, "take the flowers")
    qtbot.waitUntil(lambda: bench.data is not None and bench.data.train.name == "iris", timeout=LONG)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    window.show_station("data")
    return window


def test_rows_stand_in_a_table_and_a_click_fills_the_pad(qtbot: QtBot, iris: MainWindow) -> None:
    page = iris.station("data").page
    table = page.findChild(ExampleRows)
    assert table.isVisible()
    assert table.count() == 108
    figures = page.findChild(FeatureFigures)
    assert figures.isVisible()
    assert [row.name for row in figures.rows()] == [
        "sepal length", "sepal width", "petal length", "petal width",
    ]  # fmt: skip
    assert page.findChild(QComboBox, "partCombo").currentText() == "Training rows"
    (count,) = (label for label in page.findChildren(QLabel) if label.text() == "108 rows")
    assert count.width() >= count.fontMetrics().horizontalAdvance(count.text()), "it stands in one line"
    pad = iris.pad.face
    assert isinstance(pad, SlidersPanel)
    usual = pad.values()
    place = table.visualRect(table.model().index(5, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    row = iris.workbench.data.train.images[5]
    assert (pad.values() == row).all()
    qtbot.waitUntil(
        lambda: pad.findChild(QLabel, "predictionLabel").text().startswith("setosa"), timeout=LONG
    )
    assert pad.probabilities() is not None
    iris.undo.undo_action.trigger()
    assert (pad.values() == usual).all()


def test_the_pad_is_for_pictures_again_when_the_data_are(qtbot: QtBot, iris: MainWindow) -> None:
    bench = iris.workbench
    bench.editor.edit("data.dataset", "generated")
    qtbot.waitUntil(lambda: bench.data is not None and not bench.data.train.features, timeout=LONG)
    assert iris.pad.face is iris.panel
    page = iris.station("data").page
    assert not page.findChild(FeatureFigures).isVisible()
    assert page.findChild(QComboBox, "partCombo").currentText() == "Training examples"
