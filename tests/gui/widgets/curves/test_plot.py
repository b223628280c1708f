"""The curve plot: drawing only what is in sight, legend, log axis, smoothing, values under the mouse, export."""

import csv
import math
import subprocess
import sys
from xml.etree import ElementTree as ET

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QToolButton

from gui.look import theme
from gui.look.colours import DARK, LIGHT
from gui.look.spoken import words_of
from gui.widgets.curves.axis import value_text
from gui.widgets.curves.canvas import CurveCanvas
from gui.widgets.curves.plot import CurvePlot
from gui.widgets.curves.readout import CurveReadout
from gui.widgets.curves.series import NO_POINTS
from gui.widgets.message_box import MessageBox
from gui.widgets.saving import save_as

STEPS = np.arange(1, 1001)
LOSS = 2.3 / np.sqrt(STEPS)


@pytest.fixture
def plot(qtbot):
    widget = CurvePlot("Loss")
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    widget.add_series("loss", "Training", colour=0, smooth=True)
    widget.add_series("validation", "Validation", colour=1, symbol="circle")
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def drawn(plot):
    plot.set_data("loss", STEPS, LOSS)
    plot.set_data("validation", STEPS[99::100], LOSS[99::100] + 0.05)
    plot.flush()
    return plot


def canvas_of(plot):
    return plot.findChild(CurveCanvas)


def items_of(plot, kind):
    """Return what of a kind is drawn."""
    return [
        item for item in canvas_of(plot).getPlotItem().items if isinstance(item, kind) and item.isVisible()
    ]


def pixels(widget, color):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    data = data[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[:, :, 2::-1].astype(int)
    wanted = np.array([color.red(), color.green(), color.blue()])
    return int((np.abs(data - wanted).max(axis=2) <= 12).sum())


def legend_entry(plot, label):
    return next(button for button in plot.findChildren(QToolButton) if button.text() == label)


@pytest.mark.slow
def test_importing_it_does_not_load_pyqtgraph():
    code = "import sys, gui.widgets.curves.plot; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_yet(plot):
    texts = [label.text() for label in plot.findChildren(QLabel) if label.isVisible()]
    assert "Press Train: curves appear here" in texts
    plot.set_empty_text("Nothing to see")
    assert any(label.text() == "Nothing to see" for label in plot.findChildren(QLabel))


def test_curves_are_drawn_in_their_colours(drawn):
    look = theme.current()
    assert pixels(drawn, look.series_color(0)) > 100
    assert pixels(drawn, look.series_color(1)) > 50


def test_flush_tells_what_it_cost_and_draws_once(plot):
    plot.set_data("loss", STEPS, LOSS)
    assert plot.flush() > 0
    assert plot.flush() == 0


def test_data_are_drawn_without_flush_too(plot, qtbot):
    plot.set_data("loss", STEPS, LOSS)
    qtbot.waitUntil(lambda: pixels(plot, theme.current().series_color(0)) > 100)


def test_a_hidden_plot_costs_nothing_and_remembers(drawn, qtbot):
    drawn.hide()
    drawn.set_data("loss", STEPS, np.full(1000, 9.0))
    assert drawn.flush() == 0
    drawn.show()
    qtbot.waitUntil(lambda: canvas_of(drawn).getViewBox().viewRange()[1][1] >= 9)


def test_nothing_is_loaded_for_a_plot_that_is_out_of_sight_by_then(plot, qtbot):
    plot.hide()
    with qtbot.waitSignal(plot._prepare_timer.timeout, timeout=5000):
        plot._prepare_timer.start(0)
    assert not plot.findChildren(CurveCanvas)

    plot.show()
    qtbot.waitUntil(lambda: len(plot.findChildren(CurveCanvas)) == 1)


def test_a_plot_that_python_has_taken_apart_still_hides(plot):
    vars(plot).clear()  # as the search for garbage does, before Qt ends the widget
    plot.hide()  # an error in what Qt calls would be one of this test
    assert not plot.isVisible()


def test_the_legend_shows_and_hides(drawn, qtbot):
    entry = legend_entry(drawn, "Training")
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    drawn.flush()
    entry.hide()
    assert pixels(canvas_of(drawn), theme.current().series_color(0)) == 0
    entry.click()
    drawn.flush()
    assert pixels(canvas_of(drawn), theme.current().series_color(0)) > 100


def test_axes_follow_until_someone_moves_them(drawn, qtbot):
    view = canvas_of(drawn).getViewBox()
    fit = drawn.findChild(QToolButton, "fitButton")
    assert not fit.isEnabled()
    assert drawn.visible_range() == (-math.inf, math.inf)
    assert view.viewRange()[0][1] >= 1000
    with qtbot.waitSignal(drawn.view_changed):
        view.setXRange(100, 200, padding=0)
        view.sigRangeChangedManually.emit(view.state["mouseEnabled"])
    assert drawn.visible_range() == pytest.approx((100, 200))
    drawn.set_data("loss", np.arange(1, 2001), np.ones(2000))
    drawn.flush()
    assert view.viewRange()[0] == pytest.approx([100, 200])
    qtbot.mouseClick(fit, Qt.MouseButton.LeftButton)
    assert view.viewRange()[0][1] >= 2000
    assert not fit.isEnabled()


def test_the_axis_stands_still_while_curves_grow(plot):
    plot.set_expected_x(1000)
    limits = set()
    for count in range(850, 1001, 10):
        plot.set_data("loss", STEPS[:count], LOSS[:count])
        plot.flush()
        limits.add(tuple(canvas_of(plot).getViewBox().viewRange()[0]))
    assert limits == {(0.0, 1000.0)}


def test_log_axis(drawn, qtbot):
    qtbot.mouseClick(drawn.findChild(QToolButton, "logButton"), Qt.MouseButton.LeftButton)
    assert drawn.is_log()
    drawn.flush()
    low, high = canvas_of(drawn).getViewBox().viewRange()[1]
    assert low == pytest.approx(math.log10(LOSS.min()), abs=0.2)
    assert high == pytest.approx(math.log10(LOSS.max()), abs=0.2)
    axis = canvas_of(drawn).getAxis("left")
    ticks = [value for _, values in axis.tickValues(low, high, 200) for value in values]
    assert {"0.1", "1"} <= set(axis.tickStrings(ticks, 1, 1))


def test_smoothing_draws_a_second_curve(drawn):
    noisy = LOSS * np.random.default_rng(0).lognormal(0, 0.5, len(LOSS))
    drawn.set_data("loss", STEPS, noisy)
    told = []
    drawn.smoothing_changed.connect(told.append)
    drawn.findChild(QSlider, "smoothingSlider").setValue(95)
    assert told == [0.95]
    loss = drawn.series()[0]
    assert np.std(np.diff(loss.smooth_y[100:])) < np.std(np.diff(noisy[100:])) / 5
    drawn.flush()
    assert pixels(drawn, theme.current().series_color(0)) > 100
    drawn.set_smoothing(0.0)
    assert len(drawn.series()[0].smooth_x) == 0
    assert told == [0.95]


def test_the_first_points_are_seen(plot):
    """One point makes no line: of every curve it is a mark, until there is a line to see."""
    plot.set_smoothing(0.9)
    plot.set_data("loss", STEPS[:1], LOSS[:1])
    plot.flush()
    assert pixels(canvas_of(plot), theme.current().series_color(0)) > 3
    assert [len(mark.data) for mark in items_of(plot, pg.ScatterPlotItem)] == [1, 0]
    plot.set_data("loss", STEPS[:100], LOSS[:100])
    plot.flush()
    assert [len(mark.data) for mark in items_of(plot, pg.ScatterPlotItem)] == [0]


def test_smoothed_points_may_come_from_the_owner(drawn):
    drawn.set_smoothing(0.9)
    drawn.set_data("loss", STEPS, LOSS, (STEPS[::2], LOSS[::2]))
    assert len(drawn.series()[0].smooth_x) == 500
    drawn.flush()


@pytest.mark.parametrize("log", [False, True])
def test_what_is_not_finite_leaves_a_gap(plot, log):
    plot.set_log(log)
    plot.set_smoothing(0.5)
    bad = LOSS.copy()
    bad[10:20], bad[500], bad[501], bad[502] = np.nan, np.inf, -np.inf, 0
    plot.set_data("loss", STEPS, bad)
    plot.set_data("validation", [100, 200], [np.nan, np.nan])
    plot.flush()
    assert all(math.isfinite(limit) for axis in canvas_of(plot).getViewBox().viewRange() for limit in axis)
    plot.set_data("loss", STEPS, np.full(1000, np.nan))
    plot.flush()
    plot.set_data("loss", [1], [2.0])
    plot.flush()


def test_values_at_a_step(drawn):
    values = {series.key: value for series, value in canvas_of(drawn).readout(100)}
    assert values == pytest.approx({"loss": LOSS[99], "validation": LOSS[99] + 0.05})
    legend_entry(drawn, "Validation").click()
    assert [series.key for series, _ in canvas_of(drawn).readout(100)] == ["loss"]


def test_a_value_is_told_with_the_place_that_it_is_from(drawn, qtbot):
    """Left of the first point, or between two, stands the value of the nearest one: its place is told with it."""
    canvas, readout = canvas_of(drawn), drawn.findChild(CurveReadout)
    drawn.set_data("validation", [300, 600], [0.5, 0.25])
    legend_entry(drawn, "Training").click()
    for x, place in ((0.0, "step: 300"), (400.0, "step: 300"), (460.0, "step: 600"), (900.0, "step: 600")):
        canvas._show_readout(x)
        assert place in readout.text()


def test_the_mouse_shows_values_and_takes_them_away(drawn, qtbot):
    canvas, readout = canvas_of(drawn), drawn.findChild(CurveReadout)
    QTest.mouseMove(canvas.viewport(), QPoint(canvas.width() // 2, canvas.height() // 2))
    qtbot.waitUntil(readout.isVisible)
    assert "Training" in readout.text()
    assert "Validation" in readout.text()
    assert canvas.rect().contains(readout.geometry())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not readout.isVisible()


def test_the_keyboard_shows_values(drawn, qtbot):
    canvas = canvas_of(drawn)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert drawn.findChild(CurveReadout).isVisible()
    (cross,) = items_of(drawn, pg.InfiniteLine)
    before = cross.value()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert cross.value() < before


def test_words_of_values():
    assert (
        value_text(0.97345, percent=True) == "97.34\u00a0%"
        or value_text(0.97345, percent=True) == "97.35\u00a0%"
    )
    assert value_text(0.123456, percent=False) == "0.1235"
    assert value_text(math.nan, percent=False) == "–"


def test_marks_are_kept_before_there_is_anything_to_draw(plot):
    plot.set_marks([(300, "rate 0.01")])
    plot.set_data("loss", STEPS, LOSS)
    plot.flush()
    assert [mark.value() for mark in items_of(plot, pg.InfiniteLine)] == [300]
    plot.clear()
    assert items_of(plot, pg.InfiniteLine) == []
    assert plot.flush() == 0


def test_words_at_marks_are_whole_however_low_it_is(plot):
    plot.resize(600, 100)
    plot.set_marks([(2, "threads: 1"), (990, "rate 0.01")])
    plot.set_data("loss", STEPS, LOSS)
    plot.flush()
    plot.grab()  # where words stand is known once they are painted
    area = canvas_of(plot).getPlotItem().getViewBox().sceneBoundingRect()
    for mark in items_of(plot, pg.InfiniteLine):
        words = mark.label.mapRectToScene(mark.label.boundingRect())
        assert area.adjusted(-1, -1, 1, 1).contains(words)


def test_themes_switch_while_it_stands(drawn, qapp):
    theme.apply(qapp, "dark")
    try:
        drawn.flush()
        assert pixels(drawn, DARK.color("surface")) > 10_000
        assert pixels(drawn, DARK.series_color(0)) > 100
    finally:
        theme.apply(qapp, "light")
    drawn.flush()
    assert pixels(drawn, LIGHT.series_color(0)) > 100


def test_shares_are_shown_in_percent(qtbot):
    plot = CurvePlot("Accuracy", percent=True)
    qtbot.addWidget(plot)
    plot.add_series("accuracy", "Training")
    plot.show()
    plot.set_data("accuracy", [1, 2, 3], [0.1, 0.5, 0.9])
    plot.flush()
    axis = canvas_of(plot).getAxis("left")
    assert axis.tickStrings([0.5, 1.0], 1, 0.5) == ["50\u00a0%", "100\u00a0%"]
    assert canvas_of(plot).getViewBox().viewRange()[1][1] == pytest.approx(1.04)


def test_png(drawn, tmp_path):
    drawn.bar.export_menu.save_png(str(tmp_path / "loss.png"))
    image = QImage(str(tmp_path / "loss.png"))
    assert image.width() == 2 * canvas_of(drawn).width()
    color = theme.current().series_color(0).name()
    assert any(
        image.pixelColor(x, y).name() == color
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    )


def test_svg(drawn, tmp_path):
    drawn.bar.export_menu.save_svg(str(tmp_path / "loss.svg"))
    root = ET.parse(tmp_path / "loss.svg").getroot()
    words = " ".join("".join(item.itertext()) for item in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Loss" in words
    assert "Validation" in words
    lines = [
        item for kind in ("path", "polyline") for item in root.iter(f"{{http://www.w3.org/2000/svg}}{kind}")
    ]
    points = [item.get("points", item.get("d", "")) for item in lines]
    assert max(text.count(",") for text in points) >= 500


def test_csv(drawn, tmp_path):
    path = tmp_path / "loss.csv"
    drawn.bar.export_menu.save_csv(str(path))
    rows = list(csv.reader(path.read_text().splitlines()))
    assert rows[0] == ["step", "Training", "Validation"]
    assert len(rows) == 1001
    assert [float(value) for value in rows[100]] == pytest.approx([100, LOSS[99], LOSS[99] + 0.05])
    assert rows[1][2] == ""
    drawn.set_table_source(lambda: (("step", "loss"), [(1, 0.5)]))
    drawn.bar.export_menu.save_csv(str(path))
    assert path.read_text() == "step,loss\n1,0.5\n"


def test_a_curve_without_a_point_is_an_empty_column(drawn, tmp_path):
    path = tmp_path / "loss.csv"
    drawn.set_data("validation", [], [])
    drawn.flush()
    later = drawn.series()[1]
    later.x = later.y = NO_POINTS  # as before its points are read
    drawn.bar.export_menu.save_csv(str(path))
    rows = list(csv.reader(path.read_text().splitlines()))
    assert rows[0] == ["step", "Training", "Validation"]
    assert len(rows) == 1001
    assert {row[2] for row in rows[1:]} == {""}


def test_export_asks_for_a_name_and_says_what_failed(drawn, tmp_path, monkeypatch):
    warned = []
    monkeypatch.setattr(MessageBox, "tell", lambda parent, title, text: warned.append(words_of(text)))
    for name, expected in (("curves", "curves.csv"), ("missing/curves.csv", None)):
        answer = str(tmp_path / name)
        monkeypatch.setattr(save_as.QFileDialog, "getSaveFileName", lambda *_, answer=answer: (answer, ""))
        drawn.bar.export_menu.csv.trigger()
        if expected:
            assert (tmp_path / expected).is_file()
    assert len(warned) == 1
    assert "folder does not exist" in warned[0]


def test_copy(drawn):
    drawn.bar.export_menu.copy.trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * canvas_of(drawn).width()


def test_series_can_be_taken_away_and_replaced(drawn):
    assert len(items_of(drawn, pg.PlotCurveItem)) == 2
    drawn.remove_series("validation")
    drawn.flush()
    assert [series.key for series in drawn.series()] == ["loss"]
    assert len(items_of(drawn, pg.PlotCurveItem)) == 1
    drawn.add_series("loss", "Other", colour=2, style="dashes")
    drawn.set_data("loss", [1, 2], [1, 2])
    drawn.flush()
    assert legend_entry(drawn, "Other").isChecked()
