"""What it betrays: what is shown is what the engine finds, it is asked when somebody looks, and it can be stopped."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from engine.challenge.membership import STRONGER, exposure
from engine.data.learnt import Learnt
from gui.stations.challenge.exposed_grid import ExposedGrid
from gui.stations.challenge.exposure_view import ExposureView
from tests.gui.stations.challenge.conftest import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.challenge.station import ChallengeStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page over a network trained for it


@pytest.fixture
def view(trained: ChallengeStation, qtbot: QtBot) -> ExposureView:
    trained.page.show_view("exposure")
    found = trained.page.view
    assert isinstance(found, ExposureView)
    settle(qtbot, found)
    return found


def settle(qtbot: QtBot, view: ExposureView) -> None:
    qtbot.waitUntil(lambda: not view.task.busy, timeout=LONG)


def verdict(view: ExposureView) -> str:
    return view.findChild(QLabel, "exposureVerdict").text()


def test_what_is_shown_is_what_the_engine_finds(
    view: ExposureView, trained: ChallengeStation, bench: Workbench, tmp_path: Path
) -> None:
    found = exposure(bench.model.as_saved(), bench.own_data)
    assert view._found.loss.auc == found.loss.auc
    assert f"AUC {found.loss.auc:.3f} ({found.loss.interval.low:.3f}" in view.by_loss.area.text()
    assert f"{100 * found.moved.found_few:.1f}" in view.by_moved.few.text()
    assert str(STRONGER) in verdict(view)
    assert f"{found.count} training images" in verdict(view)
    assert ("cannot tell" in verdict(view)) is not found.loss.tells
    curves = {series.key: series for series in view.plot.series()}
    assert (curves["loss"].x[0], curves["loss"].y[-1]) == (0, 1)
    guess = curves["guess"]  # what is read under the mouse is that of the nearest of its points
    assert guess.y[abs(guess.x - 0.5).argmin()] == pytest.approx(0.5, abs=0.01)
    trained.page.save_button.save_menu.save_csv(str(tmp_path / "roc.csv"))
    head, *rows = list(csv.reader((tmp_path / "roc.csv").read_text("utf-8").splitlines()))
    assert head == ["attack", "false_alarms", "found"]
    assert len(rows) == len(found.loss.found) + len(found.moved.found)
    trained.page.save_button.save_menu.save_png(str(tmp_path / "roc.png"))
    assert (tmp_path / "roc.png").stat().st_size > 0

    # The pictures say what betrays them.
    grid = view.findChild(ExposedGrid, "exposedImages")
    first = view._found.exposed[0]
    assert (grid.image(0) == first.image).all()
    assert any((image == first.image).all() for image in bench.own_data.train.images)
    about = view.findChild(QLabel, "exposedAbout")
    assert not about.isVisible()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert about.text() == grid.words_of(0)
    tip = grid.tip_at(QPoint(20, 20))
    assert f"“{bench.own_data.classes[first.label]}”" in tip
    assert f"{100 * first.sure:.1f}"[:3] in tip


def test_another_model_is_asked_anew_and_the_same_one_is_not(
    view: ExposureView, trained: ChallengeStation, bench: Workbench, qtbot: QtBot
) -> None:
    before = view._found
    trained.page.show_view("fool")
    trained.page.show_view("exposure")
    assert view._found is before
    assert not view.task.busy
    bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    qtbot.waitUntil(lambda: view._found is not None and view._found is not before, timeout=LONG)


def test_it_can_be_cancelled_and_asked_again(
    view: ExposureView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view._ask()
    view.cancel.click()
    settle(qtbot, view)
    if view._found is None:  # else it was done sooner
        assert view.again.isVisible()
        view.again.click()
        settle(qtbot, view)
    assert view._found is not None
    assert not view.again.isVisible()
    # What the page still hears is of the model itself.
    monkeypatch.setattr(view, "set_scene", lambda _scene: None)
    view._saved = replace(view._saved, learnt=Learnt())
    view._ask()
    settle(qtbot, view)
    assert "There are too few examples to compare." in verdict(view)
    assert view.again.isVisible()
    words = view.verdict
    qtbot.waitUntil(
        lambda: words.height() <= words.heightForWidth(words.width()) + 1
    )  # no larger for the room
    assert view.again.width() < view.width() / 2


def test_that_it_is_asked_is_seen_also_where_it_was_asked_before(view: ExposureView, qtbot: QtBot) -> None:
    view._ask()
    with qtbot.waitSignal(view.task.finished, timeout=LONG):
        view._ask()  # as of another model, while the first is given up
    assert view.cancel.isVisible()
    assert not view.again.isVisible()
    settle(qtbot, view)
    assert not view.cancel.isVisible()


def test_leaving_it_ends_what_nobody_sees(
    view: ExposureView, trained: ChallengeStation, qtbot: QtBot
) -> None:
    view._ask()
    trained.page.show_view("fool")
    settle(qtbot, view)
    trained.page.show_view("exposure")
    settle(qtbot, view)
    assert view._found is not None
