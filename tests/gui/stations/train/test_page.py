"""The parts of the Train page together: the slider stands under the curves, a click in a curve takes it there."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.training import StepsDone
from gui.main_window import MainWindow
from gui.stations.train.page import TrainPage
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.network.diagram import NetworkDiagram
from gui.workbench import RunState

LONG = 30_000  # milliseconds


def trained(qtbot: QtBot, window: MainWindow) -> TrainPage:
    """Train until there is nothing left to do, and return the page."""
    bench = window.workbench
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.model is not None, timeout=LONG)
    page: TrainPage = window.station("train").page
    qtbot.waitUntil(lambda: all(plot.sight() not in (None, (0.0, 1.0)) for plot in plots(page)), timeout=LONG)
    return page


def plots(page: TrainPage) -> list[CurvePlot]:
    return [page.curves.loss, page.curves.accuracy]


def x_in_plot(page: TrainPage, plot: CurvePlot, step: float) -> float:
    """Return where a step lies, in pixels from the left of the page."""
    canvas = plot._canvas
    assert canvas is not None
    at = canvas.mapFromScene(canvas.getViewBox().mapViewToScene(QPointF(step, 0.0)))
    return canvas.mapTo(page, QPoint(0, 0)).x() + at.x()


def x_of_handle(page: TrainPage) -> float:
    slider = page.time_machine.bar._slider
    return slider.mapTo(page, QPoint(0, 0)).x() + slider.x_of(slider.value())


def assert_joined(page: TrainPage) -> None:
    """Assert that at each moment the handle stands under the same step of both plots."""
    bar = page.time_machine.bar
    steps = [moment.step for moment in bar.moments()]
    for place in (0, 3, len(steps) - 1, len(steps)):
        bar._slider.setValue(place)
        step = steps[place] if place < len(steps) else len(page.curves._history)
        for plot in plots(page):
            assert x_of_handle(page) == pytest.approx(x_in_plot(page, plot, step), abs=1.1)
            assert plot.moment() == (step if place < len(steps) else None)


def test_the_handle_stands_under_its_step_of_the_curves(qtbot: QtBot, window: MainWindow) -> None:
    page = trained(qtbot, window)
    assert_joined(page)
    window.resize(window.width() + 120, window.height())
    qtbot.waitUntil(lambda: page.width() > 400)
    assert_joined(page)
    canvas = page.curves.accuracy._canvas
    assert canvas is not None
    last = len(page.curves._history)
    canvas.getViewBox().setXRange(last / 4, last, padding=0)
    assert [plot.sight() for plot in plots(page)] == [pytest.approx((last / 4, last))] * 2
    assert_joined(page)
    assert [plot.sight() for plot in plots(page)] == [pytest.approx((last / 4, last))] * 2
    page.curves.loss.fit()
    assert_joined(page)


def test_a_click_in_a_curve_goes_to_the_moment(qtbot: QtBot, window: MainWindow) -> None:
    page, bench = trained(qtbot, window), window.workbench
    moments = page.time_machine.bar.moments()
    aim = moments[-2]
    for plot in plots(page):
        page.time_machine.bar._slider.setValue(0)
        canvas = plot._canvas
        assert canvas is not None
        x = round(x_in_plot(page, plot, aim.step)) - canvas.mapTo(page, QPoint(0, 0)).x()
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, canvas.height() // 2))
        assert bench.current_model.viewed == aim.step
        assert [each.moment() for each in plots(page)] == [aim.step, aim.step]


def test_the_handle_stays_at_the_end_of_the_curves_while_they_grow(qtbot: QtBot, window: MainWindow) -> None:
    bench, page = window.workbench, window.station("train").page
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    slider = page.time_machine.bar._slider
    qtbot.waitUntil(lambda: page.curves.loss.sight() is not None and slider.places() > 4, timeout=LONG)
    seen: list[int] = []
    for _ in range(3):
        before = len(bench.history)
        qtbot.waitUntil(lambda before=before: len(bench.history) > before, timeout=LONG)
        bench.pause()
        qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=LONG)
        end = int(bench.history.steps[-1])
        qtbot.waitUntil(lambda end=end: slider._steps[-1] == end, timeout=LONG)
        assert x_of_handle(page) == pytest.approx(x_in_plot(page, page.curves.loss, end), abs=1.1)
        seen.append(end)
        bench.start()
    assert seen == sorted(set(seen))
    bench.stop()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


def test_steps_that_come_after_the_pause_are_shown(qtbot: QtBot, window: MainWindow) -> None:
    bench, page = window.workbench, window.station("train").page
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: page.curves.loss.sight() is not None, timeout=LONG)
    bench.pause()
    qtbot.waitUntil(lambda: bench.trainer._control.held, timeout=LONG)
    bench.trainer._drain()
    page._budget = RepaintBudget(longest=1e6)
    page._budget.spent(time.perf_counter(), time.perf_counter() + 1e6)
    window.run_bar._shown_at = time.perf_counter() + 1e6
    assert bench.run_progress is not None
    done, epoch = int(bench.history.steps[-1]), bench.run_progress.epoch
    per_epoch = bench.run_progress.steps_per_epoch
    values = np.full(per_epoch, 0.5, np.float32)
    bench.trainer._on_grown(StepsDone(done + 1, values, values, values, epoch + 1, 1e3))
    bench.history_changed.emit()
    assert page.curves.loss._series["loss"].x[-1] == done + per_epoch
    assert f"epoch {epoch + 1} of" in window.run_bar._words()[0]
    assert f"epoch {epoch + 1} of" in window.run_bar._state.toolTip()
    bench.stop()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


def test_a_layer_added_by_the_menu_is_in_sight_and_marked_and_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    bench, page = window.workbench, window.station("train").page
    bench.editor.edit("network.hidden", (64,) * 8)
    bench.editor.edit("training.epochs", 7)  # so that the undo before it stands alone
    before = bench.experiment.network
    window.station("train").add_layer()
    added = page._layers._rows[-1]
    assert bench.experiment.network.hidden[-1].size == 64
    assert len(bench.experiment.network.hidden) == 9
    assert added.property("fresh")
    qtbot.waitUntil(lambda: added.visibleRegion().boundingRect().height() == added.height())
    bench.undo_stack.undo()
    assert bench.experiment.network == before
    assert len(page._layers._rows) == 8


def test_a_network_that_cannot_take_the_data_has_no_picture(qtbot: QtBot, window: MainWindow) -> None:
    editor, page = window.workbench.editor, window.station("train").page
    diagram = page.findChild(NetworkDiagram)
    assert diagram is not None
    assert diagram.isVisible()
    editor.edit("data.dataset", "adding")
    qtbot.waitUntil(lambda: not diagram.isVisible(), timeout=LONG)
    editor.apply_preset("little-gpt-adds")
    qtbot.waitUntil(diagram.isVisible, timeout=LONG)


def test_the_layers_of_usual_networks_are_read_without_scrolling(qtbot: QtBot, window: MainWindow) -> None:
    page = window.station("train").page
    window.resize(1024, 600)
    for preset in ("article", "cnn"):
        window.workbench.editor.apply_preset(preset)
        rows = page._layers._rows
        qtbot.waitUntil(
            lambda rows=rows: all(row.visibleRegion().boundingRect().height() == row.height() for row in rows)
        )
