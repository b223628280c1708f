"""The picture of shares: where marks lie, what is told of them, and what a press means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from gui.widgets.point_plot import Look, Mark, Picture, PointPlot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINE = Look("circle", 0, is_joined=True)


def plot_of(qtbot: QtBot) -> PointPlot:
    plot = PointPlot("plot", "Accuracy")
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    marks = [
        Mark(LINE, along, share, f"{share:.0%} right", along) for along, share in ((0, 1), (0.5, 0.4), (1, 0))
    ]
    plot.show_picture(Picture(marks, [(LINE, "accuracy")], [(0, "0"), (1, "0.3")], "strength"))
    return plot


def test_higher_shares_lie_higher_and_later_ones_further_right(qtbot: QtBot) -> None:
    plot = plot_of(qtbot)
    first, middle, last = (plot.place_of(along) for along in (0, 0.5, 1))
    assert first.x() < middle.x() < last.x()
    assert first.y() < middle.y() < last.y()
    assert middle.x() - first.x() == last.x() - middle.x()


def test_the_point_under_the_pointer_is_told_and_all_of_them_to_those_who_hear(qtbot: QtBot) -> None:
    plot = plot_of(qtbot)
    assert plot.tip_at(plot.place_of(0.5) + QPoint(3, -3)) == "40% right"
    assert plot.tip_at(plot.place_of(0.5) + QPoint(40, 0)) == ""
    assert plot.accessibleDescription() == "100% right, 40% right, 0% right"


def test_a_press_chooses_a_mark_or_tells_the_place(qtbot: QtBot) -> None:
    plot = plot_of(qtbot)
    chosen: list[object] = []
    pressed: list[float] = []
    plot.chosen.connect(chosen.append)
    plot.pressed.connect(pressed.append)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(0.5))
    halfway = (plot.place_of(0).x() + plot.place_of(0.5).x()) // 2
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(halfway, plot.place_of(1).y() - 5))
    assert chosen == [0.5]
    assert [round(along, 2) for along in pressed] == [0.25]
