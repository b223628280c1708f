"""What the way back through a run shows while somebody draws."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from engine.storage import model_file
from gui.main_window import MainWindow
from gui.stations.train.time_bar import TimeBar
from gui.workbench import RunState


def test_a_drawing_brings_newer_weights_with_it_that_had_to_wait(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, machine = window.workbench, window.station("train").page.time_machine
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.model is not None, timeout=30_000)
    told: list[object] = []
    monkeypatch.setattr(machine.examples, "set_probabilities", told.append)
    drawing = np.zeros((28, 28), np.uint8)
    drawing[10:18, 13:15] = 255
    machine.set_drawing(drawing)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in machine.findChildren(QTimer)))
    assert told == []  # the same weights: the examples stay as they are
    machine._stale = True  # as when weights came and the time for painting was used up
    machine.set_drawing(drawing)
    qtbot.waitUntil(lambda: len(told) == 1)
    machine.set_drawing(drawing)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in machine.findChildren(QTimer)))
    assert len(told) == 1


def trained(qtbot: QtBot, window: MainWindow, **training: object) -> TimeBar:
    bench = window.workbench
    for name, value in training.items():
        bench.editor.edit(f"training.{name}", value)
    with qtbot.waitSignal(bench.run_finished, timeout=30_000):
        bench.start()
    return window.station("train").page.time_machine.bar


def label(bar: TimeBar, name: str = "timeLabel") -> str:
    found = bar.findChild(QLabel, name)
    assert found is not None
    return found.text()


def state(window: MainWindow) -> str:
    found = window.findChild(QLabel, "stateLabel")
    assert found is not None
    return found.text()


def click_keep(bar: TimeBar) -> None:
    button = bar.findChild(QToolButton, "keepButton")
    assert button is not None
    button.click()


def test_a_moment_that_is_kept_is_told_as_what_is_at_hand_and_undone(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, bar = window.workbench, trained(qtbot, window)
    assert bench.model is not None
    newest = bench.model.recognizer.state["output.weight"].clone()
    assert label(bar) == "now"
    assert "kept" not in state(window)
    asked: list[Path] = []
    monkeypatch.setattr(
        "gui.window.model_files.ask_where", lambda _parent, _title, start, *_: asked.append(start)
    )

    bar.go_near(4)
    assert (label(bar), bench.model.step) == ("step 4 · epoch 0 of 3", 4)
    assert state(window).endswith(" · shows step 4")
    click_keep(bar)
    assert label(bar) == "step 4 · epoch 0, kept"
    assert state(window).endswith(" · kept step 4")
    assert window.windowTitle() == "untitled, step 4[*] – NetSketch"
    window.files.save_as()
    assert asked[-1].name == "generated-16-step-4.safetensors"

    bar.go_near(24)  # a look at another moment takes nothing away
    click_keep(bar)
    assert state(window).endswith(" · kept epoch 2")
    assert window.windowTitle() == "untitled, epoch 2[*] – NetSketch"
    bench.undo_stack.undo()
    assert (bench.model.step, label(bar)) == (4, "step 4 · epoch 0, kept")
    bench.undo_stack.undo()
    assert label(bar) == "now"
    assert torch.equal(bench.model.recognizer.state["output.weight"], newest)
    assert window.windowTitle() == "untitled[*] – NetSketch"
    assert "kept" not in state(window)
    bench.undo_stack.redo()
    assert (bench.model.step, label(bar)) == (4, "step 4 · epoch 0, kept")


def test_what_was_kept_is_saved_and_comes_back_before_the_window_closes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bench, bar = window.workbench, trained(qtbot, window)
    assert bench.model is not None
    bar.go_near(4)
    click_keep(bar)
    kept = bench.model.recognizer.state["output.weight"].clone()
    bar.go_near(24)
    bench.current_model.go_home()
    assert (bench.model.step, label(bar)) == (4, "step 4 · epoch 0, kept")
    assert window.files.work_is_unsaved
    bench.save_model(tmp_path / "kept.safetensors")
    assert not window.files.work_is_unsaved
    bar.go_near(24)
    bench.current_model.go_home()
    assert not window.files.work_is_unsaved
    saved = model_file.load(tmp_path / "kept.safetensors")
    assert torch.equal(saved.state["output.weight"], kept)
    assert saved.results == {}  # it was measured with other weights


def test_keeping_is_undone_for_its_own_model_alone(qtbot: QtBot, window: MainWindow) -> None:
    bench, bar = window.workbench, trained(qtbot, window)
    for step in (4, 24):
        bar.go_near(step)
        click_keep(bar)
    trained(qtbot, window)
    assert label(bar) == "now"
    assert bench.model is not None
    step = bench.model.step
    bench.undo_stack.undo()
    assert bench.model.step == step
    assert label(bar) == "now"


def test_after_early_stopping_the_slider_stands_at_the_epoch_that_is_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    bar = trained(qtbot, window, epochs=60, early_stopping=2, learning_rate=0.1)
    bench = window.workbench
    best = bench.history.best_epoch
    assert label(bar).endswith(f"epoch {best}, kept")
    assert state(window).startswith(f"Stopped early · {best + 2} of 60 epochs in ")
    assert state(window).endswith(f" · kept epoch {best}")
    result = window.findChild(QLabel, "resultLine")
    assert result is not None
    assert result.isVisible()
    assert result.text() == str(bench.outcome)
    assert bench.model is not None
    share = f"{100 * bench.model.results['test_accuracy']:.1f}\u00a0%"
    assert f"{share} of 66 unseen examples right, kept epoch {best}, the best." in result.text()
    kept = bench.model.recognizer.state["output.weight"].clone()
    bar.go_near(10**6)  # the newest weights are not lost
    assert label(bar) == "now"
    assert bench.model.step == bench.history.steps[-1]
    newest = bench.model.recognizer.state["output.weight"]
    assert bench.current_run.run is not None
    assert torch.equal(newest, bench.current_run.run.weights(bench.model.step)["output.weight"])
    assert not torch.equal(newest, kept)
    assert "kept" not in state(window)


def test_a_run_that_is_refused_leaves_the_words_on_the_run_before(qtbot: QtBot, window: MainWindow) -> None:
    trained(qtbot, window)
    bench, before = window.workbench, state(window)
    result = window.findChild(QLabel, "resultLine")
    assert result is not None
    said = result.text()
    assert said.startswith("Done: ")
    bench.editor.edit("network.hidden", [{"size": 2_000_000}, {"size": 2_000_000}])
    with qtbot.waitSignal(bench.failed, timeout=30_000):
        bench.start()
    assert (state(window), result.text()) == (before, said)
    assert len(window.station("train").page.curves.loss.series()[1].x) == 3
