"""A model of text in the real window: trained, asked, watched, and taken through every station."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from engine.config import Experiment
from gui.pad.line.panel import LinePad
from gui.stations.evaluate.text_view import TextView
from gui.stations.train.line_strip import QUESTIONS, LineStrip
from gui.stations.understand.character_attention import CharacterAttention
from gui.workbench import RunState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a window and a training


@pytest.fixture
def small() -> Experiment:
    """Letters to turn round, learnt by a tiny Transformer."""
    return Experiment().with_(
        **{
            "data.dataset": "reversing",
            "data.text.count": 300,
            "data.text.letters": 4,
            "network.hidden": "embedding16,attention2,attention2",
            "training.epochs": 3,
            "training.batch_size": 32,
            "training.learning_rate": 0.01,
            "training.threads": 1,
        }
    )


def trained(qtbot: QtBot, bench: Workbench, window: MainWindow) -> LinePad:
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.model is not None, timeout=60_000)
    pad = window.pad.face
    assert isinstance(pad, LinePad)
    return pad


def settle() -> None:
    for _ in range(10):
        QCoreApplication.processEvents()


def test_it_is_trained_asked_and_looked_back_at(qtbot: QtBot, bench: Workbench, window: MainWindow) -> None:
    pad = trained(qtbot, bench, window)
    window.show_station("train")
    strip = window.findChild(LineStrip)
    qtbot.waitUntil(lambda: strip.right() is not None)
    assert len(strip.answers()) == QUESTIONS
    strip.press(1)
    assert pad.prompt.text() == strip._lines[1].prompt
    qtbot.waitUntil(lambda: pad.bars.probabilities() is not None and not pad._writing.is_active)
    newest = pad.bars.probabilities()
    bench.actions.view(bench.current_run.moments[0].step)  # as the time slider does
    qtbot.waitUntil(
        lambda: pad.bars.probabilities() is not None and not (pad.bars.probabilities() == newest).all()
    )
    bench.actions.view(None)


def test_other_data_bring_their_own_pad(qtbot: QtBot, bench: Workbench, window: MainWindow) -> None:
    trained(qtbot, bench, window)
    bench.editor.edit("data.generated_count", 200)
    bench.editor.edit("data.dataset", "generated")
    bench.editor.edit("training.epochs", 2)
    qtbot.waitUntil(lambda: window.pad.draws, timeout=20_000)
    assert bench.model_is_older
    shown = [label.text() for label in window.pad.panel.findChildren(QLabel) if not label.isHidden()]
    assert not any("older settings" in text for text in shown)  # it is not asked here
    assert any("Train first" in text for text in shown)


def test_it_is_told_as_what_it_is_where_it_is_exported_and_made_up(
    qtbot: QtBot, bench: Workbench, window: MainWindow
) -> None:
    trained(qtbot, bench, window)
    window.show_station("deploy")
    page = window.station("deploy").page
    qtbot.waitUntil(lambda: "an alphabet of 28 characters: ∎" in page.about.text(), timeout=20_000)
    window.show_station("data")
    counts = window.findChild(QLabel, "partCounts")
    assert counts.text() == "270 to train, 30 to validate, 60 to test"
    bench.editor.edit("data.dataset", "adding")
    bench.editor.edit("data.text.digits", 1)
    qtbot.waitUntil(lambda: "fewer than 300" in counts.text(), timeout=20_000)


def test_every_station_shows_it_or_says_why_not(qtbot: QtBot, bench: Workbench, window: MainWindow) -> None:
    pad = trained(qtbot, bench, window)
    pad.ask("abc=")
    failures: list[object] = []
    bench.failed.connect(lambda error, trace: failures.append((error, trace)))
    for station in window.body.stations:
        window.show_station(station.name)
        page = station.page
        for view in getattr(page, "views", ()):
            page.show_view(view)
            settle()
        settle()
        page.grab()
    window.show_station("evaluate")
    report = window.findChild(TextView)
    qtbot.waitUntil(report.isVisible, timeout=20_000)
    window.show_station("understand")
    window.station("understand").page.show_view("attention")
    attention = window.findChild(CharacterAttention)
    qtbot.waitUntil(attention.isVisible)
    assert attention.sentence.text()
    assert failures == []
