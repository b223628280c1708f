"""Another model in place of the one at hand, and that one as a file has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.storage import model_file

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


def test_what_is_taken_has_no_past_and_undo_goes_back_to_the_moment(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    bench.actions.view(0)
    model = bench.model
    assert model is not None
    assert bench.current_model.viewed == 0

    bench.adoption.take(model.as_saved(), bench.data, 0, "another model")

    assert bench.model is not model
    assert bench.current_model.viewed is None
    bench.editor.undo_stack.undo()
    assert bench.model is model
    assert bench.current_model.viewed == 0


def test_a_file_holds_what_is_known_of_the_model(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    model = bench.model
    assert model is not None
    model.results["test_accuracy"] = 0.25
    bench.save_model(tmp_path / "model.safetensors")
    saved = model_file.load(tmp_path / "model.safetensors")
    assert saved.results == model.results
    assert model.as_saved().results == model.results
    assert saved.experiment == model.experiment
