"""The workbench: model files, data that follow the settings, and undo in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.data.dataset import Dataset, Split
from engine.errors import NetSketchError
from engine.training.events import FinishReason
from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


LONG = 30_000


def until(qtbot: QtBot, bench: Workbench, state: RunState) -> None:
    qtbot.waitUntil(lambda: bench.state is state, timeout=LONG)


def train(qtbot: QtBot, bench: Workbench) -> FinishReason:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG) as signal:
        bench.start()
    return signal.args[0].reason


def test_save_and_open_keep_the_answers(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    train(qtbot, bench)
    assert bench.data is not None
    images = bench.data.test.images[:20]
    assert bench.model is not None
    before = bench.model.recognizer.probabilities(images)
    bench.save_model(tmp_path / "m.safetensors")
    assert not bench.model.unsaved
    bench.editor.edit("network.hidden", "8,8")
    assert bench.model_is_older
    bench.open_model(tmp_path / "m.safetensors")
    assert [layer.size for layer in bench.experiment.network.hidden] == [16]
    assert not bench.model_is_older
    assert bench.model is not None
    assert np.array_equal(bench.model.recognizer.probabilities(images), before)
    bench.editor.undo_stack.undo()
    assert [layer.size for layer in bench.experiment.network.hidden] == [8, 8]


def test_a_bad_file_changes_nothing(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    train(qtbot, bench)
    model, experiment = bench.model, bench.experiment
    (tmp_path / "bad.safetensors").write_bytes(b"\x00" * 100)
    with pytest.raises(NetSketchError):
        bench.open_model(tmp_path / "bad.safetensors")
    assert bench.model is model
    assert bench.experiment is experiment


def test_no_model_is_opened_while_training(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    bench.step_batch()
    until(qtbot, bench, RunState.PAUSED)
    with pytest.raises(NetSketchError):
        bench.open_model(tmp_path / "any.safetensors")
    bench.stop()
    until(qtbot, bench, RunState.IDLE)


def test_data_follow_the_settings(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("data.validation_share", 0.25)
    assert bench.data is None
    qtbot.waitUntil(lambda: bench.data is not None, timeout=LONG)
    assert bench.data is not None
    assert len(bench.data.validation) == 100


def test_what_is_measured_follows_the_text_at_hand(qtbot: QtBot, bench: Workbench) -> None:
    for name, measure in (("reversing", "Exact answers"), ("grammar-en", "Characters right")):
        bench.editor.edit(
            "data", bench.editor.experiment.data.model_dump() | {"dataset": name, "text": {"count": 100}}
        )
        qtbot.waitUntil(
            lambda name=name: bench.data is not None and bench.data.train.name == name, timeout=LONG
        )
        assert bench.goal.measure == measure


def test_layers_are_to_fit_the_images_that_have_come(bench: Workbench) -> None:
    layers = [{"kind": "conv"}] * 5
    assert not bench.editor.edit("network.hidden", layers)
    of = Dataset("large", np.zeros((4, 64, 64, 3), np.uint8), np.arange(4), ("a", "b", "c", "d"))
    bench.loader.take(bench.experiment.data, Split(of, of, of))
    assert bench.editor.edit("network.hidden", layers)


def test_what_is_changed_on_the_bench_is_undone_in_order(bench: Workbench) -> None:
    bench.editor.edit("training.epochs", 7)
    drawing = bench.my_digits.store.add([np.array([[5.0, 5.0], [20.0, 20.0]])], "3", pen=2.0)
    bench.my_digits.relabel([drawing], "8")
    bench.editor.edit("training.epochs", 8)
    steps = [bench.undo_stack.command(place).text() for place in range(bench.undo_stack.count())]
    assert steps == ["change Epochs", "relabel as “8”", "change Epochs"]
    bench.undo_stack.undo()
    bench.undo_stack.undo()
    assert bench.experiment.training.epochs == 7
    assert [entry.label for entry in bench.my_digits.entries()] == ["3"]
