"""Plots over the same steps: zoomed, fitted and clicked as one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.curves.canvas import CurveCanvas
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.curves.together import CurvesTogether


@pytest.fixture
def plots(qtbot: QtBot) -> Iterator[list[CurvePlot]]:
    """Two plots of 1,000 steps, one above the other, drawn."""
    place = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(place)
    place.resize(600, 500)
    both = [CurvePlot("Loss"), CurvePlot("Accuracy", percent=True)]
    steps = np.arange(1, 1001)
    for plot in both:
        place.addWidget(plot)
        plot.add_series("a", "A")
        plot.set_data("a", steps, 1 / steps)
        plot.set_expected_x(1000)
    place.show()
    for plot in both:
        plot.flush()
    qtbot.waitUntil(lambda: all(plot.edges() not in (None, (0.0, 0.0)) for plot in both))
    yield both  # and keep their place alive meanwhile
    place.hide()


def canvas(plot: CurvePlot) -> CurveCanvas:
    assert plot._canvas is not None
    return plot._canvas


def at_step(plot: CurvePlot, step: float) -> QPoint:
    """Return where a step lies in the middle of a plot's drawing area, in pixels of what draws."""
    drawn = canvas(plot)
    (low, high), (left, right) = drawn.sight(), drawn.edges(drawn.width())
    return QPoint(round(left + (right - left) * (step - low) / (high - low)), drawn.height() // 2)


def test_a_plot_that_never_drew_says_that_it_lies_elsewhere(qtbot: QtBot) -> None:
    plot = CurvePlot("Loss")
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.show()
    QApplication.processEvents()
    assert plot.sight() is None  # there is nothing yet that would say so by itself
    together = CurvesTogether([plot])
    told = QSignalSpy(together.sight_changed)
    plot.resize(600, 300)
    QApplication.processEvents()
    assert told.count() == 1
    plot.close()


def test_one_stretch_is_in_sight_in_all(plots: list[CurvePlot], qtbot: QtBot) -> None:
    together = CurvesTogether(plots)
    loss, accuracy = plots
    with qtbot.waitSignal(together.sight_changed):
        canvas(accuracy).getViewBox().setXRange(200, 400, padding=0)
    assert loss.sight() == accuracy.sight() == together.sight() == (200.0, 400.0)
    assert not loss.is_following()
    assert loss.bar.fit_button.isEnabled()
    with qtbot.waitSignal(together.sight_changed):
        canvas(accuracy).getViewBox().setXRange(300, 500, padding=0)  # none of them follows any more
    assert loss.sight() == accuracy.sight() == (300.0, 500.0)
    loss.fit()
    assert loss.sight() == accuracy.sight() == (0.0, 1000.0)
    assert accuracy.is_following()


def test_the_drawing_areas_lie_under_each_other(plots: list[CurvePlot]) -> None:
    together = CurvesTogether(plots)
    place = plots[0].parentWidget()
    assert place is not None
    edges = together.edges_in(place)
    assert edges is not None
    assert plots[0].edges() == plots[1].edges()
    drawn = canvas(plots[1])
    left = drawn.mapTo(place, drawn.mapFromScene(drawn.getViewBox().mapViewToScene(QPointF(0.0, 0.5)))).x()
    assert edges[0] == pytest.approx(left, abs=1)
    aside = QWidget(plots[1])
    aside.move(40, 10)
    assert together.edges_in(aside) == (edges[0] - 40, edges[1] - 40)


def test_a_click_says_where_and_a_drag_does_not(plots: list[CurvePlot], qtbot: QtBot) -> None:
    together = CurvesTogether(plots)
    heard: list[float] = []
    together.clicked.connect(heard.append)
    view = canvas(plots[1]).viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at_step(plots[1], 250))
    assert heard == [pytest.approx(250, abs=3)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at_step(plots[1], 250))
    for step in range(260, 420, 20):
        QTest.mouseMove(view, at_step(plots[1], step))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at_step(plots[1], 400))
    assert len(heard) == 1
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 20))  # beside the drawing area
    assert len(heard) == 1


def test_a_double_click_in_any_is_told(plots: list[CurvePlot]) -> None:
    together = CurvesTogether(plots)
    heard: list[bool] = []
    together.double_clicked.connect(lambda: heard.append(True))
    for number, plot in enumerate(plots, start=1):
        QTest.mouseDClick(canvas(plot).viewport(), Qt.MouseButton.LeftButton, pos=at_step(plot, 250))
        assert len(heard) == number


def test_return_chooses_where_the_keys_read_values(plots: list[CurvePlot]) -> None:
    together = CurvesTogether(plots)
    heard: list[float] = []
    together.clicked.connect(heard.append)
    drawn = canvas(plots[0])
    QTest.keyClick(drawn, Qt.Key.Key_Return)  # nothing is read yet
    assert heard == []
    QTest.keyClick(drawn, Qt.Key.Key_Right)
    QTest.keyClick(drawn, Qt.Key.Key_Return)
    assert heard == [pytest.approx(510)]


def test_the_moment_is_a_line_in_each(plots: list[CurvePlot]) -> None:
    together = CurvesTogether(plots)
    together.set_moment(300)
    assert [canvas(plot).uprights.moment() for plot in plots] == [300, 300]
    together.set_moment(None)
    assert [canvas(plot).uprights.moment() for plot in plots] == [None, None]


def test_an_axis_ends_where_those_of_the_others_do(qtbot: QtBot) -> None:
    plot = CurvePlot("Gradients")
    qtbot.addWidget(plot)
    plot.add_series("a", "A")
    plot.set_data("a", [1, 490], [1.0, 2.0])
    plot.set_expected_x(1000, reached=520)
    plot.resize(500, 300)
    plot.show()
    plot.flush()
    assert plot.sight() == (0.0, 1000.0)
