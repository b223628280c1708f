"""Every banner goes with its cause, whatever takes that away."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.atomic import FileWriteError
from engine.config import Preset, preset
from engine.errors import ModelFileError
from engine.training.events import FinishReason, TrainingFinished
from gui.look.spoken import words_of
from gui.main_window import MainWindow
from gui.widgets.notice_bar import Notice
from gui.window import notices
from gui.workbench import RunState
from tests.gui.run_folders import settle, write_run

LONG = 30_000


@pytest.fixture
def window(shared_window: MainWindow) -> MainWindow:
    return shared_window


def shown(window: MainWindow) -> str:
    notice = window.notices.notice
    assert window.notices.isVisible() is (notice is not None)
    return "" if notice is None else words_of(notice.text)


def press(window: MainWindow) -> None:
    """Do what the notice offers."""
    notice = window.notices.notice
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()


def refuse(qtbot: QtBot, window: MainWindow, path: str, value: object) -> None:
    window.workbench.editor.edit(path, value)
    with qtbot.waitSignal(window.workbench.failed, timeout=LONG):
        window.workbench.start()


def train(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()


@pytest.mark.parametrize(("path", "bad", "good"), [
    ("network.hidden", [{"size": 0}], [{"size": 8}]),
    ("training.epochs", 0, 2),
    ("training.learning_rate", "abc", 0.1),
])  # fmt: skip
def test_what_must_be_mended_is_told_until_it_is(
    qtbot: QtBot, window: MainWindow, path: str, bad: object, good: object
) -> None:
    refuse(qtbot, window, path, bad)
    assert "cannot start yet" in shown(window)
    window.workbench.editor.edit(path, good)
    assert shown(window) == ""


@pytest.mark.parametrize("way", ["mended", "undone", "started"])
def test_what_does_not_fit_in_memory_is_told_until_the_settings_are_others(
    qtbot: QtBot, window: MainWindow, way: str
) -> None:
    bench = window.workbench
    refuse(qtbot, window, "network.hidden", [{"size": 2_000_000}, {"size": 2_000_000}])
    assert "memory" in shown(window)
    window.show_station("data")
    assert "memory" in shown(window)  # nothing has changed
    if way == "mended":
        bench.editor.edit("network.hidden", "8")
    elif way == "undone":
        bench.undo_stack.undo()
    else:
        bench.start()
    assert shown(window) == ""
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def test_data_that_could_not_be_had_are_told_until_others_are_wanted(
    qtbot: QtBot, window: MainWindow
) -> None:
    refuse(qtbot, window, "data.dataset", "imported-nobody-has")
    assert shown(window)
    window.workbench.editor.edit("data.dataset", "generated")
    assert shown(window) == ""


def test_a_data_set_that_has_a_preset_offers_it_and_that_is_undone(window: MainWindow) -> None:
    editor = window.workbench.editor
    before = editor.experiment
    editor.edit("data.dataset", "spiral")
    assert shown(window).startswith("“Spiral” has a preset")
    press(window)
    assert editor.experiment.network == preset("spiral").experiment.network
    assert shown(window) == ""
    editor.undo_stack.undo()
    assert editor.experiment == before.with_(**{"data.dataset": "spiral"})
    editor.apply_preset("spiral")
    editor.edit("data.dataset", "xor")  # has none
    assert shown(window) == ""
    editor.apply_preset("spiral")  # nothing is offered to whoever has it
    assert shown(window) == ""


def test_data_of_another_kind_offer_the_first_preset_that_learns_from_them(window: MainWindow) -> None:
    editor = window.workbench.editor
    editor.apply_preset("first-try")
    editor.edit("data.dataset", "adding")
    assert shown(window).startswith("The preset “A little GPT that adds” suits these data")
    press(window)
    assert editor.experiment.network == preset("little-gpt-adds").experiment.network
    assert shown(window) == ""
    editor.apply_preset("first-try")
    editor.edit("data.dataset", "mnist")  # pictures, too: the network takes them
    assert shown(window) == ""


def test_a_damaged_preset_is_not_offered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = Preset("spiral", "Spiral", "One.", 1, {"training": {"epochs": -1}})
    monkeypatch.setattr(notices, "list_presets", lambda: (damaged,))
    window.workbench.editor.edit("data.dataset", "spiral")
    assert shown(window) == ""


def test_a_run_that_diverged_is_told_until_another_has_begun(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.editor.edit("network.hidden", [{"size": 16, "activation": "identity"}] * 3)
    bench.editor.edit("training.optimizer", "sgd")
    bench.editor.edit("training.learning_rate", 1000.0)
    train(qtbot, window)
    assert "out of control" in shown(window)
    bench.editor.edit("training.learning_rate", 0.01)
    assert "out of control" in shown(window)  # the model at hand is still that one
    train(qtbot, window)
    assert shown(window) == ""


@pytest.mark.parametrize("way", ["undo", "button", "menu"])
def test_a_deletion_that_is_undone_is_told_no_more(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, way: str
) -> None:
    bench = window.workbench
    catalogue, runs = bench.catalogue, window.station("runs")
    write_run(catalogue.folder / "article-1")
    catalogue.refresh()
    settle(qtbot, catalogue)
    runs.page._changes.delete(["article-1"])
    settle(qtbot, catalogue)
    assert shown(window) == "“article-1” is deleted."
    bench.editor.edit("training.epochs", 7)  # has nothing to do with it
    assert shown(window) == "“article-1” is deleted."
    bench.undo_stack.undo()
    assert shown(window) == "“article-1” is deleted."
    if way == "undo":
        bench.undo_stack.undo()
    elif way == "menu":
        window.undo.undo()
    else:
        press(window)
    assert shown(window) == ""
    settle(qtbot, catalogue)
    assert catalogue.get("article-1") is not None


def test_a_branch_is_told_until_it_is_used_and_takes_no_other_banner_with_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    bench = window.workbench
    train(qtbot, window)
    bench.actions.branch(8)
    assert "step 8" in shown(window)
    other = Notice("info", "Something else")
    window.notices.set_notice(other)
    bench.current_run.set_branch(None)
    assert window.notices.notice is other
    bench.actions.branch(8)
    bench.current_run.set_branch(None)
    assert shown(window) == ""
    bench.actions.branch(8)
    train(qtbot, window)
    assert shown(window) == ""


def test_a_disk_that_refuses_is_told_until_it_takes_the_run_and_no_longer_than_the_run(
    qtbot: QtBot, window: MainWindow
) -> None:
    bench = window.workbench
    bench.step_batch()
    qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=LONG)
    bench.current_run.set_write_error(FileWriteError("The disk is full."))
    assert "not being written" in shown(window)
    bench.current_run.set_write_error(None)
    assert "written to the disk again" in shown(window)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.stop()
    assert shown(window) == ""


def test_what_a_run_under_way_stands_in_the_way_of_is_told_until_that_has_ended(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    bench = window.workbench
    bench.step_batch()
    qtbot.waitUntil(lambda: bench.state is RunState.PAUSED, timeout=LONG)
    window.files.open_model(tmp_path / "any.safetensors")
    assert shown(window) == "A training is under way."
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.stop()
    assert shown(window) == ""


def test_a_file_that_could_not_be_read_is_told_until_another_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    train(qtbot, window)
    window.files.save_model(tmp_path / "good.safetensors")
    window.files.open_model(tmp_path / "none.safetensors")
    assert shown(window)
    window.workbench.editor.edit("training.epochs", 9)
    assert shown(window)  # it is as missing as before
    window.files.open_model(tmp_path / "good.safetensors")
    assert shown(window) == ""


def test_a_model_that_waited_to_be_opened_and_failed_waits_no_more(window: MainWindow) -> None:
    window.files.waiting.emit("“x” opens as soon as PyTorch is loaded …")
    assert window.statusBar().currentMessage()
    window.files.failed.emit(ModelFileError("“x” is damaged."))
    assert window.statusBar().currentMessage() == ""


def test_other_ends_of_a_run_need_no_banner(window: MainWindow) -> None:
    for reason in FinishReason:
        if reason is not FinishReason.DIVERGED:
            window.words.show_end(TrainingFinished(reason, 1, 1, 1.0, {}))
            assert shown(window) == ""


def test_a_fault_of_the_program_is_told_once_with_its_details(qtbot: QtBot, window: MainWindow) -> None:
    tasks, shown_notices = window.workbench.catalogue, []

    def fails(_library: object) -> None:
        raise ZeroDivisionError("here")

    for _ in range(4):
        with qtbot.waitSignal(tasks.failed, timeout=LONG):
            tasks.do(fails)
        shown_notices.append(window.notices.notice)
    first = shown_notices[0]
    assert first is not None
    assert "ZeroDivisionError: here" in words_of(first.more)
    assert words_of(first.action) == "Details"
    assert all(notice is first for notice in shown_notices)
    try:
        raise LookupError("in a slot")
    except LookupError as error:
        window.words.show_unexpected(error)
    assert window.notices.notice is not None
    assert "LookupError: in a slot" in words_of(window.notices.notice.more)
