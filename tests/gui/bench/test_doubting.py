from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from engine.config import Experiment
from gui.bench.run_state import RunState
from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture
def bench(qtbot: QtBot, small: Experiment) -> Iterator[Workbench]:
    """A workbench with drawings enough to learn from what is none."""
    many = {"data.generated_count": 2400, "training.epochs": 100_000, "training.batch_size": 2400}
    workbench = Workbench(small.with_(**many))
    workbench.loader.load()
    qtbot.waitUntil(lambda: workbench.data is not None and not workbench.loader.busy, timeout=LONG)
    yield workbench
    workbench.shutdown()


def stopped(qtbot: QtBot, bench: Workbench) -> None:
    before = bench.model
    bench.start()
    qtbot.waitUntil(
        lambda: bench.model is not None and bench.model is not before and bench.model.step > 0, timeout=LONG
    )
    bench.stop()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)


def has_doubt(bench: Workbench) -> bool:
    return bench.model is not None and bench.model.recognizer.doubt is not None


def test_a_run_that_was_stopped_learns_it_afterwards(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.current_model.doubt_changed, timeout=LONG):
        stopped(qtbot, bench)
        assert bench.model is not None
        assert bench.model.recognizer.doubt is None, "whoever stops waits for nothing"

    assert has_doubt(bench)
    assert bench.model.as_saved().doubt is bench.model.recognizer.doubt, "it goes into the file"
    first = bench.model
    stopped(qtbot, bench)
    assert bench.model is not first
    assert has_doubt(bench), "the same drawings are known by now"


def test_of_a_private_run_nothing_is_learnt(qtbot: QtBot, bench: Workbench) -> None:
    private = {"training.privacy_epsilon": 0.0, "training.privacy_noise": 1.0}
    bench.editor.replace(bench.experiment.with_(**private), lambda: "private")
    stopped(qtbot, bench)

    assert not bench.doubting._task.busy
    assert not has_doubt(bench)


def test_few_drawings_begin_no_thread(qtbot: QtBot, bench: Workbench) -> None:
    few = bench.experiment.with_(**{"data.generated_count": 400})
    bench.editor.replace(few, lambda: "few")
    bench.loader.load()
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    stopped(qtbot, bench)

    assert not bench.doubting._task.busy
