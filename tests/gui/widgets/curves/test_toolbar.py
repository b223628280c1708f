"""What gives way above a curve plot where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.widgets.curves.plot import CurvePlot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HIGH, LOW = 300, 130  # pixels


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    made = CurvePlot("Loss per character")
    qtbot.addWidget(made)
    for key, label in (("batch", "batch"), ("training", "training"), ("validation", "validation")):
        made.add_series(key, label, smooth=True)
    made.show()
    return made


def give(plot: CurvePlot, beside: int, height: int) -> None:
    """Leave the heading and the legend's names so much more, or less, than they need in one row."""
    bar = plot.bar
    plot.resize(900, height)
    spare = bar.width() - bar.heading.sizeHint().width() - bar.legend.sizeHint().width()
    buttons = (bar.smooth_button, bar.log_button, bar.fit_button, bar.export_button)
    used = bar.width() - buttons[0].x() + 10  # with the edge at the left
    plot.resize(900 - spare + used + beside, height)


def test_the_button_without_a_task_gives_way_before_the_heading(plot: CurvePlot) -> None:
    bar = plot.bar
    give(plot, 20, LOW)
    assert (bar.heading.is_cut(), bar.fit_button.isHidden()) == (False, False)
    give(plot, -10, LOW)
    assert (bar.heading.is_cut(), bar.fit_button.isHidden()) == (False, True)
    bar.fit_button.setEnabled(True)
    bar.share_room()
    assert (bar.heading.is_cut(), bar.fit_button.isHidden()) == (True, False)
    bar.fit_button.setEnabled(False)
    give(plot, 20, LOW)
    assert (bar.heading.is_cut(), bar.fit_button.isHidden()) == (False, False)


def test_the_legend_has_a_row_of_its_own_before_the_heading_is_cut(plot: CurvePlot) -> None:
    bar = plot.bar
    give(plot, -50, HIGH)
    assert not bar.heading.is_cut()
    assert bar.legend.y() > bar.heading.y() + bar.heading.height() // 2
    assert bar.legend.width() >= bar.legend.sizeHint().width()
    assert not bar.fit_button.isHidden()
