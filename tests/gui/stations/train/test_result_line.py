"""The line on what came of a run: it never names another moment than the one that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.stations.train.result_line import ResultLine

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench


def test_a_moment_kept_by_hand_is_said_and_taken_back(bench: Workbench, qtbot: QtBot) -> None:
    line = ResultLine(bench)
    qtbot.addWidget(line)
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    outcome = line.text()
    assert outcome.startswith("Done: ")

    bench.actions.keep(int(bench.history.epoch_steps[0]))
    assert line.text() == f"{outcome} You kept another moment: epoch 1."

    bench.undo_stack.undo()
    assert line.text() == outcome


def test_a_model_from_a_file_is_told_from_what_the_run_came_to(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    line = ResultLine(bench)
    qtbot.addWidget(line)
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    outcome = line.text()
    bench.save_model(tmp_path / "mine.safetensors")
    assert line.text() == outcome

    bench.open_model(tmp_path / "mine.safetensors")
    assert line.text() == f"{outcome} At hand is the model of mine.safetensors instead."

    of_a_run = tmp_path / "spiral-1" / "model.safetensors"
    of_a_run.parent.mkdir()
    bench.save_model(of_a_run)
    bench.open_model(of_a_run)
    assert line.text() == f"{outcome} At hand is the model of spiral-1/model.safetensors instead."
