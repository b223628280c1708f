"""A run that is opened another day is advised on as on the day that it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench


def test_a_run_from_the_disk_is_advised_on_as_when_it_ended(bench: Workbench, qtbot: QtBot) -> None:
    for path, value in (("training.learning_rate", 1e-7), ("training.batch_size", 8)):
        bench.editor.edit(path, value)
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    last = bench.history.steps[-1]
    qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=30_000)
    run, model = bench.current_run.run, bench.model
    assert run is not None
    assert model is not None
    told, results, findings = bench.counsel.words, dict(model.results), bench.counsel.findings

    learning = (("training.learning_rate", 0.01), ("training.batch_size", 32), ("training.epochs", 15))
    for path, value in learning:  # so long that the other run has begun to learn
        bench.editor.edit(path, value)
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    assert bench.counsel.words != told
    bench.actions.open(run)

    assert bench.counsel.words == told
    assert bench.model is not None
    assert bench.model.results == results
    assert {finding.kind for finding in bench.counsel.findings} <= {finding.kind for finding in findings}
