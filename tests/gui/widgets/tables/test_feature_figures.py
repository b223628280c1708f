"""What features are like, a line each."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.inputs.feature import Feature
from gui.widgets.tables.feature_figures import FeatureFigures


def test_numbers_have_bounds_and_categories_their_most_frequent(qtbot: QtBot) -> None:
    figures = FeatureFigures()
    qtbot.addWidget(figures)
    figures.set_features(
        (
            Feature("width", 0.5, 4, 1.5, missing=12),
            Feature("colour = red", 0, 1, 0, True, "colour", 3),
            Feature("colour = green", 0, 1, 1, True, "colour", 3),
        )
    )
    model = figures.model()
    cells = [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]
    assert cells == [["width", "0.5", "1.5", "4", "12"], ["colour", "", "green", "", "3"]]
    higher = figures.sizeHint().height()
    figures.set_features((Feature("width", 0.5, 4, 1.5),))
    assert figures.sizeHint().height() < higher
