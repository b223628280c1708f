"""The gradients of each layer on the Train station: drawn while they are looked at, kept, led to and saved."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QWidget

from engine.errors import ModelError
from engine.training.doctor.findings import Finding, FindingKind, LayerProbe, LayerProbes
from engine.training.doctor.probe_series import ProbeSeries
from engine.words import Phrase
from gui.stations.train.gradient_plot import GradientPlot
from gui.stations.train.page import TrainPage
from gui.tasks.behind_paint import catch_up, let_wait
from gui.widgets import remembered_layout
from gui.widgets.curves.canvas import CurveCanvas
from gui.widgets.curves.plot import LEAST_HEIGHT, CurvePlot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> TrainPage:
    made = TrainPage(bench)
    qtbot.addWidget(made)
    made.resize(980, 680)
    made.show()
    return made


@pytest.fixture
def folded(station: TrainPage) -> GradientPlot:
    return station.curves.gradients


@pytest.mark.parametrize("is_open", [True, False])
def test_it_waits_for_the_first_paint_only_where_it_is_folded_away(qtbot: QtBot, is_open: bool) -> None:
    remembered_layout.write({"folds/gradients": is_open})
    let_wait()
    try:
        fold = GradientPlot()
        qtbot.addWidget(fold)
        assert bool(fold.findChildren(CurvePlot)) is is_open
    finally:
        catch_up()
    assert fold.findChildren(CurvePlot)


def test_it_hears_of_a_run_that_begins_before_the_first_paint(qtbot: QtBot) -> None:
    let_wait()
    try:
        fold = GradientPlot()
        qtbot.addWidget(fold)
        fold.set_coming(True)
    finally:
        catch_up()
    assert fold.plot.findChild(QLabel, "emptyPlot").text().endswith("with the first steps.")


def train(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    last = bench.history.steps[-1]
    qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=LONG)


def drawn(folded: GradientPlot) -> dict[str, list[float]]:
    return {series.key: series.x.tolist() for series in folded.plot.series()}


def test_it_is_closed_at_first_and_draws_nothing(
    qtbot: QtBot, bench: Workbench, station: TrainPage, folded: GradientPlot
) -> None:
    height = station.curves.accuracy.height()
    assert not folded.is_open()
    train(qtbot, bench)
    assert not folded.plot.isVisible()
    assert drawn(folded) == {}
    folded.heading().click()
    assert folded.plot.isVisible()
    assert drawn(folded) == dict.fromkeys(["hidden_1", "output"], bench.doctor.series.steps.tolist())
    assert station.curves.accuracy.height() < height
    folded.heading().click()
    assert not folded.plot.isVisible()


def test_it_grows_while_the_network_learns_and_begins_anew_with_the_next_run(
    qtbot: QtBot, bench: Workbench, station: TrainPage, folded: GradientPlot
) -> None:
    station.curves.show_gradients()
    empty = folded.plot.findChild(QLabel, "emptyPlot")
    assert "appears here" in empty.text()
    assert empty.isVisible()
    train(qtbot, bench)
    assert drawn(folded)["output"][-1] == bench.history.steps[-1]
    assert [series.label for series in folded.plot.series()] == ["Hidden layer 1", "Output"]
    assert folded.plot.is_log()
    bench.editor.edit("network.hidden", "8,8")
    train(qtbot, bench)
    steps = bench.doctor.series.steps.tolist()
    assert steps[-1] == bench.history.steps[-1]
    assert drawn(folded) == dict.fromkeys(["hidden_1", "hidden_2", "output"], steps)


def test_what_came_while_the_station_was_hidden_is_there(
    qtbot: QtBot, bench: Workbench, station: TrainPage, folded: GradientPlot
) -> None:
    station.curves.show_gradients()
    station.hide()
    train(qtbot, bench)
    assert not any(drawn(folded).values())
    station.show()
    assert drawn(folded)["output"] == bench.doctor.series.steps.tolist()


def test_a_finding_leads_there(station: TrainPage, folded: GradientPlot) -> None:
    words = Phrase("Gradients explode on their way back: a step may throw the weights anywhere.")
    found = [Finding(kind, words, words, words) for kind in FindingKind]
    show = station.findings.findChild(QPushButton, "findingShow")
    assert isinstance(show, QPushButton)
    station.findings.set_findings([item for item in found if item.kind is FindingKind.PLATEAU])
    assert not show.isVisible()
    station.findings.set_findings([item for item in found if item.kind is FindingKind.VANISHING_GRADIENTS])
    assert show.isVisible()
    show.click()
    assert folded.plot.isVisible()


def test_picture_and_numbers_are_saved(
    qtbot: QtBot, bench: Workbench, station: TrainPage, folded: GradientPlot, tmp_path: Path
) -> None:
    train(qtbot, bench)
    station.curves.show_gradients()
    folded.plot.bar.export_menu.save_png(str(tmp_path / "gradients.png"))
    assert not QImage(str(tmp_path / "gradients.png")).isNull()
    folded.plot.bar.export_menu.save_csv(str(tmp_path / "gradients.csv"))
    with (tmp_path / "gradients.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2 * len(bench.doctor.series)
    assert rows[-1]["layer"] == "output"
    last = bench.doctor.series.gradient_norms()[-1, -1]
    assert float(rows[-1]["gradient_norm"]) == pytest.approx(last)


def test_many_layers_are_told_apart_and_do_not_widen_the_window(qtbot: QtBot) -> None:
    folded = GradientPlot()
    qtbot.addWidget(folded)
    folded.set_open(True, remember=False)
    width = folded.minimumSizeHint().width()
    names = [*(f"hidden_{number}" for number in range(1, 20)), "output"]
    layers = tuple(LayerProbe(name, "relu", 8, 0.0, 0.0, 1.0, 0.1, 1.0) for name in names)
    series = ProbeSeries()
    series.add(LayerProbes(3, layers, 1.0, np.full(10, 0.1), np.full(10, 0.1)))
    folded.set_series(series)
    folded.draw(100)
    looks = {(item.color, item.style, item.symbol) for item in folded.plot.series()}
    assert len(looks) == 20
    assert [item.label for item in folded.plot.series()][-2:] == ["19", "Output"]
    assert folded.minimumSizeHint().width() == width


def test_a_layer_keeps_its_number_where_one_before_it_has_no_weights(qtbot: QtBot) -> None:
    folded = GradientPlot()
    qtbot.addWidget(folded)
    folded.set_open(True, remember=False)
    names = ["hidden_1", "hidden_2", "hidden_4", "hidden_5", "output"]  # the third is a pool
    layers = tuple(LayerProbe(name, "", 8, 0.0, 0.0, 1.0, 0.1, 1.0) for name in names)
    series = ProbeSeries()
    series.add(LayerProbes(3, layers, 1.0, np.full(10, 0.1), np.full(10, 0.1)))
    folded.set_series(series)
    folded.draw(100)
    assert [item.label for item in folded.plot.series()] == ["1", "2", "4", "5", "Output"]


def test_many_layers_leave_room_to_draw_in(qtbot: QtBot, station: TrainPage) -> None:
    curves = station.curves
    station.resize(station.minimumSizeHint())
    curves.show_gradients()
    names = [*(f"hidden_{number}" for number in range(1, 13)), "output"]
    layers = tuple(LayerProbe(name, "relu", 8, 0.0, 0.0, 1.0, 0.1, 1.0) for name in names)
    series = ProbeSeries()
    series.add(LayerProbes(3, layers, 1.0, np.full(10, 0.1), np.full(10, 0.1)))
    curves.set_probes(series)
    curves.draw()
    canvas = curves.gradients.plot.findChild(CurveCanvas)
    qtbot.waitUntil(lambda: canvas.height() >= LEAST_HEIGHT)


def test_a_network_that_cannot_be_looked_into_is_told_of(
    qtbot: QtBot,
    bench: Workbench,
    station: TrainPage,
    folded: GradientPlot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Blind:
        def __init__(self, *_arguments: object) -> None:
            raise ModelError("No memory is left.")

    station.curves.show_gradients()
    with monkeypatch.context() as patch:
        patch.setattr("engine.training.doctor.probe.Probe", Blind)
        with qtbot.waitSignal(bench.run_finished, timeout=LONG):
            bench.start()
        qtbot.waitUntil(lambda: bench.doctor.is_blind, timeout=LONG)
    empty = folded.plot.findChild(QLabel, "emptyPlot")
    assert empty.text().startswith("The gradients of this network could not be measured.")
    train(qtbot, bench)
    assert not bench.doctor.is_blind
    assert empty.text().startswith("Press Train")
    assert drawn(folded)["output"][-1] == bench.history.steps[-1]


def test_a_layout_kept_before_there_were_gradients_still_fits(
    qtbot: QtBot, station: TrainPage, folded: GradientPlot
) -> None:
    old = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(old)
    for _ in range(2):
        old.addWidget(QWidget())
    old.resize(500, 600)
    old.show()
    old.setSizes([400, 200])
    remembered_layout.save("curves", old.saveState())
    station.restore_layout()
    curves = station.curves
    assert not folded.is_open()
    assert folded.height() == folded.heading().sizeHint().height()
    assert curves.loss.height() / curves.accuracy.height() == pytest.approx(2, rel=0.2)
    folded.heading().click()
    assert min(part.height() for part in (curves.loss, curves.accuracy, folded.plot)) > 100


def test_it_is_open_the_next_time(qtbot: QtBot, bench: Workbench, station: TrainPage) -> None:
    station.curves.gradients.heading().click()
    station.save_layout()
    again = TrainPage(bench)
    qtbot.addWidget(again)
    again.resize(980, 680)
    again.show()
    again.restore_layout()
    assert again.curves.gradients.is_open()
    assert again.curves.splitter.sizes() == station.curves.splitter.sizes()
    again.reset_layout()
    assert not again.curves.gradients.is_open()
