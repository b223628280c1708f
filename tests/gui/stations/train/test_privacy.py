"""Privacy in Train: what does not go with it is said at its field, and keeps a run from beginning."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.errors import ConfigError
from gui.bench.training_job import Branch
from gui.stations.train.page import TrainPage
from gui.workbench import RunState, Workbench

BUDGET, NOISE = "training.privacy_epsilon", "training.privacy_noise"


def test_what_does_not_go_with_it_is_said_at_its_field_until_it_does(
    bench: Workbench, page: TrainPage
) -> None:
    editor = bench.editor
    editor.edit(BUDGET, 3.0)
    assert page._form.row(BUDGET).note.text() == ""
    editor.edit("network.hidden", "conv4,8")
    assert "dense layers alone, and hidden layer 1" in page._form.row(BUDGET).note.text()
    editor.edit(NOISE, 1.0)
    editor.edit(BUDGET, 0)
    assert page._form.row(BUDGET).note.text() == ""
    assert "dense layers alone" in page._form.row(NOISE).note.text()
    editor.edit("network.hidden", "8")
    assert page._form.row(NOISE).note.text() == ""


def test_a_run_does_not_begin_with_it(qtbot: QtBot, bench: Workbench, page: TrainPage) -> None:
    qtbot.waitUntil(lambda: bench.data is not None, timeout=30_000)
    bench.editor.edit(BUDGET, 3.0)
    bench.editor.edit("network.batch_norm", True)
    heard: list[object] = []
    bench.failed.connect(lambda error, _details: heard.append(error))
    bench.start()
    assert bench.state is RunState.IDLE
    [error] = heard
    assert isinstance(error, ConfigError)
    assert "Budget ε cannot be kept with batch normalisation" in error.what


def test_a_private_run_does_not_begin_with_weights_that_have_learnt(
    qtbot: QtBot, bench: Workbench, page: TrainPage
) -> None:
    qtbot.waitUntil(lambda: bench.data is not None, timeout=30_000)
    bench.editor.edit(BUDGET, 3.0)
    bench.current_run.set_branch(Branch("other-1", 5, {}))
    with qtbot.waitSignal(bench.failed) as heard:
        bench.start()
    assert "random weights" in heard.args[0].what
    assert bench.state is RunState.IDLE
