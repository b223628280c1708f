"""A finding's button names what it does; done, it trains again and says what that changed; undone, that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from engine.evaluation.advice import Limit
from engine.training.doctor.findings import FindingKind
from gui.look.words import percent
from gui.stations.train.page import TrainPage
from tests.left_running import styled_once

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


def crawls(qtbot: QtBot, bench: Workbench, epochs: int) -> TrainPage:
    """Return a page with settings that are too slow to learn anything."""
    with styled_once():
        page = TrainPage(bench)
    qtbot.addWidget(page)
    page.show()
    bench.editor.edit("training.learning_rate", 1e-6)
    bench.editor.edit("training.batch_size", 4)
    bench.editor.edit("training.epochs", epochs)
    return page


@pytest.fixture
def crawling(qtbot: QtBot, bench: Workbench) -> TrainPage:
    """A page whose run was too slow to learn anything."""
    page = crawls(qtbot, bench, epochs=4)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: bool(bench.counsel.findings), timeout=LONG)
    return page


def button(page: TrainPage) -> QPushButton:
    return page.findings.findChild(QPushButton, "findingDo")


@pytest.mark.parametrize("way", ["undone", "trained again"])
def test_a_remedy_is_named_done_and_told(
    qtbot: QtBot, bench: Workbench, crawling: TrainPage, way: str
) -> None:
    assert [item.kind for item in bench.counsel.findings] == [FindingKind.RATE_TOO_LOW]
    assert bench.counsel.advice.limit is Limit.FAULT
    assert button(crawling).text() == "Raise to 0.001 and train again"
    before = bench.model.results["test_accuracy"]

    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        button(crawling).click()

    assert bench.experiment.training.learning_rate == 0.001
    after = bench.model.results["test_accuracy"]
    assert after > before
    said = crawling.findings.findChild(QLabel, "findingWords")
    expected = f"Learning rate: 10⁻⁶ → 0.001. Test examples right: {percent(before)} → {percent(after)}."
    assert said.text() == expected
    assert said.isVisible()
    if way == "undone":
        bench.undo_stack.undo()
        assert bench.experiment.training.learning_rate == 1e-6
    else:
        with qtbot.waitSignal(bench.run_finished, timeout=LONG):
            bench.start()
    assert "→" not in said.text(), "it was taken back, or is past"


def test_a_rate_is_changed_in_the_run_under_way(qtbot: QtBot, bench: Workbench) -> None:
    page = crawls(qtbot, bench, epochs=100_000)
    bench.start()
    qtbot.waitUntil(lambda: bool(button(page).text()), timeout=LONG)
    run = bench.current_run.run
    assert button(page).text() == "Raise to 0.001"

    button(page).click()

    qtbot.waitUntil(lambda: bool(bench.history.marks), timeout=LONG)
    assert bench.current_run.run is run
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
