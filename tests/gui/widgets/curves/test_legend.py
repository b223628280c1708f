"""The legend of a plot: the names of all its curves, or their lines alone where there is no room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from gui.widgets.curves.plot import CurvePlot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.widgets.curves.legend import CurveLegend

NAMES, LINES = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


def is_whole(legend: CurveLegend) -> bool:
    """Tell whether each name that is shown has its room, and whether all are shown or none."""
    entries = legend.findChildren(QToolButton)
    return len({entry.toolButtonStyle() for entry in entries}) == 1 and all(
        entry.width() >= entry.sizeHint().width() for entry in entries
    )


@pytest.mark.parametrize("start", [300, 900])
def test_no_name_is_shown_in_part(qtbot: QtBot, start: int) -> None:
    plot = CurvePlot("Accuracy")
    qtbot.addWidget(plot)
    for name in ("batch", "training", "validation"):
        plot.add_series(name, name)
    plot.resize(start, 200)
    plot.show()
    legend = plot.bar.legend
    seen = set()
    for width in (*range(300, 900, 20), *range(900, 300, -20)):
        plot.resize(width, 200)
        qtbot.waitUntil(lambda: is_whole(legend))
        seen |= {entry.toolButtonStyle() for entry in legend.findChildren(QToolButton)}
    assert seen == {NAMES, LINES}


def test_in_rows_names_are_shortened_a_little_and_never_to_nothing(qtbot: QtBot) -> None:
    plot = CurvePlot("Accuracy")
    qtbot.addWidget(plot)
    plot.bar.legend.columns = 3
    for name in ("batch", "training", "validation", "attacked"):
        plot.add_series(name, name)
    plot.show()
    seen = {}
    for width in (350, 900):
        plot.resize(width, 200)
        qtbot.waitUntil(lambda width=width: plot.bar.width() == width)
        seen[width] = {entry.toolButtonStyle() for entry in plot.bar.legend.findChildren(QToolButton)}
    assert seen == {350: {LINES}, 900: {NAMES}}
