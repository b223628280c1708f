"""One advice on one model: report, “Enough data?” and the doctor's strip say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from engine.evaluation.advice import Limit
from engine.evaluation.learning_curve.events import CurveFinished
from engine.evaluation.learning_curve.summary import CurvePoint, summarise
from gui.stations.train.page import TrainPage
from tests.left_running import styled_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.stations.evaluate.station import EvaluateStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow

LONG = 30_000
FALLING = [0.4, 0.28, 0.2, 0.14, 0.1]
RESTING = [0.12, 0.105, 0.101, 0.1002, 0.1]


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> Iterator[TrainPage]:
    """The Train page alone, kept until it is closed: collected in sight, it would hear of its own end."""
    with styled_once():
        made = TrainPage(bench)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("errors", "limit"), [(FALLING, Limit.DATA), (RESTING, Limit.NETWORK), (None, None)], ids=str
)
def test_whoever_speaks_says_the_same(
    qtbot: QtBot,
    bench: Workbench,
    evaluating: EvaluateStation,
    page: TrainPage,
    errors: list[float] | None,
    limit: Limit | None,
) -> None:
    evaluate = evaluating.page
    bench.editor.edit("evaluation.gate", 1.0)
    for path, value in (("training.learning_rate", 0.003), ("training.epochs", 25)):
        bench.editor.edit(path, value)  # it has begun to learn, and no unit is dead: nothing is amiss with it
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    last = bench.history.steps[-1]
    qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=LONG)
    qtbot.waitUntil(
        lambda: evaluating.measuring.newest is not None and not evaluating.measuring.busy, timeout=LONG
    )
    if errors is not None:
        curve = evaluating.curve
        points = tuple(CurvePoint(2**n * 100, 0, 1 - error, 1.0, 5000) for n, error in enumerate(errors))
        curve.points, curve._experiment = points, bench.experiment
        curve._on_task_reported(CurveFinished(points, summarise(points)))
        curve.changed.emit()
        assert bench.counsel.advice.limit is limit
        assert evaluate.enough.verdict.text().endswith(bench.counsel.words)

    assert evaluate.report.summary.verdict.text().endswith(bench.counsel.words)
    strip = page.findings
    shown = [item.what for item in strip.findings] or [strip.findChild(QLabel, "findingWords").text()]
    is_told = bench.counsel.advice.limit is not Limit.UNKNOWN
    assert (shown[0] and bench.counsel.words.startswith(shown[0])) or not is_told

    bench.editor.edit(
        "training.epochs", 7
    )  # a model of other settings than those edited now is still the same model
    assert evaluate.report.summary.verdict.text().endswith(bench.counsel.words)


def test_after_a_change_and_its_undo_the_curve_counts_as_before(
    monkeypatch: pytest.MonkeyPatch, bench: Workbench, evaluating: EvaluateStation
) -> None:
    curve, enough = evaluating.curve, evaluating.page.enough
    monkeypatch.setattr(curve._task, "ask", lambda _work: None)  # it is drawn by hand
    bench.editor.edit("training.epochs", 25)
    curve.start()
    points = tuple(CurvePoint(2**n * 100, 0, 1 - error, 1.0, 5000) for n, error in enumerate(FALLING))
    curve.points = points
    curve._on_task_reported(CurveFinished(points, summarise(points)))
    curve.changed.emit()
    said = bench.counsel.words, enough.verdict.text()
    assert curve.is_of_model
    assert said[1].endswith(said[0])
    bench.editor.edit("training.epochs", 7)
    assert not curve.is_of_model
    bench.undo_stack.undo()
    assert curve.is_of_model
    assert (bench.counsel.words, enough.verdict.text()) == said
