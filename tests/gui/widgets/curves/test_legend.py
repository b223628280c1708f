"""The legend of a plot: the names of all its curves, or their lines alone where there is no room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from gui.widgets.curves.plot import CurvePlot
from gui.widgets.short_label import ShortLabel

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
    plot.resize(start, 120)
    plot.show()
    legend = plot.bar.legend
    seen = set()
    for width in (*range(300, 900, 20), *range(900, 300, -20)):
        plot.resize(width, 120)
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


@pytest.mark.parametrize("title", ["R²", "Squared error", "Loss per character"])
def test_the_heading_and_the_names_share_the_room(qtbot: QtBot, title: str) -> None:
    plot = CurvePlot(title)
    qtbot.addWidget(plot)
    for name in ("batch", "training", "validation"):
        plot.add_series(name, name)
    plot.resize(900, 240)
    plot.show()
    bar, heading, legend = plot.bar, plot.bar.heading, plot.bar.legend
    assert isinstance(heading, ShortLabel)
    seen = set()
    for width in (*range(880, 300, -20), *range(300, 900, 20)):
        plot.resize(width, 240)
        qtbot.waitUntil(lambda width=width: bar.width() == width and is_whole(legend))
        assert {entry.toolButtonStyle() for entry in legend.findChildren(QToolButton)} == {NAMES}
        is_below = legend.y() >= heading.geometry().bottom()
        assert is_below or heading.geometry().right() < legend.x()
        assert heading.shown() == title or heading.shown().endswith("…")
        assert heading.width() >= heading.fontMetrics().horizontalAdvance(title) * 0.7
        last = bar.log_button.x()
        assert heading.geometry().right() < last
        assert is_below or legend.geometry().right() < last
        seen.add((width, is_below))
    assert (880, False) in seen
    assert (300, True) in seen
    assert len(seen) == 30  # it stands alike, whether the room grows or shrinks


def test_where_there_is_no_height_for_a_row_the_marks_stand_alone(qtbot: QtBot) -> None:
    plot = CurvePlot("Loss per character")
    qtbot.addWidget(plot)
    for name in ("batch", "training", "validation"):
        plot.add_series(name, name)
    plot.resize(300, 120)
    plot.show()
    heading, legend = plot.bar.heading, plot.bar.legend
    qtbot.waitUntil(lambda: plot.bar.width() == 300 and is_whole(legend))
    assert {entry.toolButtonStyle() for entry in legend.findChildren(QToolButton)} == {LINES}
    assert heading.shown() == "Loss per character" or heading.shown().endswith("…")
    assert heading.geometry().right() < legend.x()
    assert legend.geometry().right() < plot.bar.log_button.x()


def test_a_plot_that_becomes_high_gives_the_names_a_row_of_their_own(qtbot: QtBot) -> None:
    plot = CurvePlot("Accuracy")
    qtbot.addWidget(plot)
    for name in ("batch", "training", "validation"):
        plot.add_series(name, name)
    plot.resize(330, 120)
    plot.show()
    legend = plot.bar.legend

    def styles() -> set[Qt.ToolButtonStyle]:
        return {entry.toolButtonStyle() for entry in legend.findChildren(QToolButton)}

    qtbot.waitUntil(lambda: styles() == {LINES})
    plot.resize(330, 240)  # the bar keeps its width
    qtbot.waitUntil(lambda: styles() == {NAMES})
