"""Which weights the views look at: the newest, the best, or those of the moment on the time slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction

from engine.storage import model_file
from gui.stations.understand.weights_view import WeightsView
from tests.gui.stations.understand.conftest import LONG, train

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from torch import Tensor

    from gui.main_window import MainWindow
    from gui.stations.understand.page import UnderstandPage
    from gui.workbench import Workbench


pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it


def entry(station: UnderstandPage, name: str) -> QAction:
    return station.follow_button.action(name)


def shown(station: UnderstandPage) -> np.ndarray:
    view = station.views["weights"]
    assert isinstance(view, WeightsView)
    return view.grid.tiles.reshape(-1)


def weights(state: Mapping[str, Tensor]) -> np.ndarray:
    return state["hidden_1.linear.weight"].numpy().reshape(-1)


@pytest.fixture
def overfitted(qtbot: QtBot, bench: Workbench, station: UnderstandPage) -> UnderstandPage:
    """A station over a run whose best epoch is not its last."""
    bench.editor.edit("training.learning_rate", 0.05)
    bench.editor.edit("training.epochs", 12)
    train(qtbot, bench)
    assert 0 < bench.history.best_epoch < 12
    station.show_view("weights")
    return station


def test_the_newest_are_followed_at_first_and_the_others_say_why_not(
    station: UnderstandPage, bench: Workbench, tmp_path: Path
) -> None:
    assert station.followed.choice == "newest"
    assert entry(station, "newest").isChecked()
    assert entry(station, "best").isEnabled()
    assert not entry(station, "slider").isEnabled()
    assert "stands at the newest" in entry(station, "slider").text()
    bench.save_model(tmp_path / "model.safetensors")
    bench.open_model(tmp_path / "model.safetensors")
    assert not entry(station, "best").isEnabled()
    assert "once an epoch" in entry(station, "best").text()


def test_the_best_weights_are_those_of_the_run_on_disk(overfitted: UnderstandPage, bench: Workbench) -> None:
    assert bench.model is not None
    newest = weights(bench.model.recognizer.state)
    assert shown(overfitted) == pytest.approx(newest)
    entry(overfitted, "best").trigger()
    assert bench.current_run.run is not None
    best = weights(model_file.load(bench.current_run.run.best_path).state)
    assert shown(overfitted) == pytest.approx(best)
    assert not np.allclose(best, newest)
    assert bench.current_run.best is not None
    assert bench.current_run.best.epoch == bench.history.best_epoch
    assert overfitted.follow_button.text() == f"Best: step {bench.current_run.best.step:,}"
    assert np.allclose(weights(bench.model.recognizer.state), newest), "the pad still asks the newest"
    entry(overfitted, "newest").trigger()
    assert shown(overfitted) == pytest.approx(newest)
    assert overfitted.follow_button.text() == "Newest weights"


def test_all_three_can_be_told_apart_at_once(overfitted: UnderstandPage, bench: Workbench) -> None:
    assert bench.model is not None
    newest = weights(bench.model.recognizer.state).copy()
    bench.actions.view(0)
    assert overfitted.followed.choice == "slider"
    untrained = weights(bench.current_run.weights(0))
    assert shown(overfitted) == pytest.approx(untrained)
    entry(overfitted, "newest").trigger()
    assert bench.current_model.viewed == 0, "the slider stays"
    assert shown(overfitted) == pytest.approx(newest)
    entry(overfitted, "best").trigger()
    best = weights(bench.current_run.best_weights())
    assert shown(overfitted) == pytest.approx(best)
    bench.actions.view(1)
    assert shown(overfitted) == pytest.approx(best), "the best were asked for, wherever the slider goes"
    entry(overfitted, "slider").trigger()
    assert shown(overfitted) == pytest.approx(weights(bench.current_run.weights(1)))


def test_the_newest_grow_on_while_the_slider_stands_in_the_past(
    qtbot: QtBot, overfitted: UnderstandPage, bench: Workbench
) -> None:
    assert bench.model is not None
    bench.actions.view(0)
    entry(overfitted, "newest").trigger()
    newest = bench.current_model.newest
    assert newest is not None
    grown = {name: tensor + 1 for name, tensor in newest[0].items()}
    with qtbot.waitSignal(overfitted.followed.changed):
        bench.current_model.take(grown, newest[1] + 1)
    assert shown(overfitted) == pytest.approx(weights(grown))


def test_another_run_has_no_best_yet(qtbot: QtBot, overfitted: UnderstandPage, bench: Workbench) -> None:
    entry(overfitted, "best").trigger()
    at_first: list[tuple[str, bool]] = []
    bench.run_started.connect(
        lambda: at_first.append((overfitted.followed.choice, entry(overfitted, "best").isEnabled()))
    )
    bench.start()
    qtbot.waitUntil(lambda: at_first == [("newest", False)], timeout=LONG)
    qtbot.waitUntil(lambda: entry(overfitted, "best").isEnabled(), timeout=LONG)
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def test_the_best_of_a_run_gone_on_with_is_read_from_the_disk(
    qtbot: QtBot, overfitted: UnderstandPage, bench: Workbench
) -> None:
    best, run = bench.current_run.best, bench.current_run.run
    assert best is not None
    assert run is not None
    wanted = weights(bench.current_run.best_weights()).copy()
    bench.actions.resume(run, more_epochs=1)
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    assert bench.current_run.best is not None
    if bench.current_run.best.step == best.step:  # the epoch more did no better
        assert weights(bench.current_run.best_weights()) == pytest.approx(wanted)
    assert bench.current_run.best.epoch == bench.history.best_epoch


def test_a_click_in_the_histograms_takes_the_slider_there(
    qtbot: QtBot, bench: Workbench, window: MainWindow
) -> None:
    train(qtbot, bench)
    window.show_station("understand")
    station = window.station("understand").page
    station.show_view("histograms")
    picture = station.view.picture
    steps = [moment.step for moment in bench.current_run.moments]
    qtbot.waitUntil(lambda: picture.moments() == steps, timeout=LONG)
    entry(station, "best").trigger()
    places = (QPoint(x, y) for y in range(0, picture.height(), 5) for x in range(0, picture.width(), 3))
    inside = next(place for place in places if picture.moment_at(QPointF(place)) == steps[2])
    qtbot.mouseMove(picture, inside)
    assert "Click" in picture.toolTip()
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=inside)
    bar = window.station("train").page.time_machine.bar
    assert bar.moment() is not None
    assert bar.moment().step == bench.current_model.viewed == steps[2]
    assert station.followed.choice == "slider"
    assert picture.step == steps[2]


def test_keys_go_from_moment_to_moment(qtbot: QtBot, bench: Workbench, window: MainWindow) -> None:
    train(qtbot, bench)
    window.show_station("understand")
    station = window.station("understand").page
    station.show_view("histograms")
    picture = station.view.picture
    steps = [moment.step for moment in bench.current_run.moments]
    qtbot.waitUntil(lambda: picture.moments() == steps, timeout=LONG)
    picture.setFocus()
    visited = []
    for key in (
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
    ):
        qtbot.keyClick(picture, key)
        visited.append(bench.current_model.viewed)
    assert visited == [steps[0], steps[0], steps[1], steps[-1], steps[-1], steps[-2]]
