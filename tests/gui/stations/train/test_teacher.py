"""The teacher's row in Train: chosen from runs and files, looked at, told of, and learnt from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine.data.learnt import Learnt
from engine.models.build import build
from engine.storage import model_file
from gui.main_window import MainWindow
from gui.stations.train.page import TEACHER, TrainPage
from gui.widgets.fields.file_field import FileField
from gui.workbench import RunState, Workbench

LONG = 30_000  # milliseconds


def teacher_at(path: Path, bench: Workbench, classes: int = 10) -> Path:
    experiment = bench.experiment.with_(**{"network.hidden": "4"})
    model_file.save(
        path,
        experiment=experiment,
        classes=tuple(map(str, range(classes))),
        state=build(experiment.network, classes=classes).state_dict(),
        image_shape=(1, 28, 28),
        learnt=Learnt(),
    )
    return path


def note(page: TrainPage) -> str:
    return page._form.row(TEACHER).note.text()


def test_share_and_temperature_are_idle_without_a_teacher_and_say_why(
    bench: Workbench, page: TrainPage
) -> None:
    rows = [page._form.row(f"{TEACHER}_{name}") for name in ("share", "temperature")]
    assert not any(row.field.isEnabled() for row in rows)
    assert all("where a teacher is chosen" in row.field.toolTip() for row in rows)
    bench.editor.edit(TEACHER, "x")
    assert all(row.field.isEnabled() for row in rows)
    bench.undo_stack.undo()
    assert not any(row.field.isEnabled() for row in rows)


def test_a_file_that_cannot_be_one_is_told_at_the_field(
    qtbot: QtBot, bench: Workbench, page: TrainPage, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: bench.data is not None, timeout=LONG)
    bench.editor.edit(TEACHER, str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: "There is no file" in note(page), timeout=LONG)
    bench.editor.edit(TEACHER, str(teacher_at(tmp_path / "three.safetensors", bench, classes=3)))
    qtbot.waitUntil(lambda: "other classes apart" in note(page), timeout=LONG)
    bench.editor.edit(TEACHER, str(teacher_at(tmp_path / "ten.safetensors", bench)))
    qtbot.waitUntil(lambda: note(page) == "", timeout=LONG)
    bench.editor.edit("training.epochs", 0)  # other problems stand beside it
    bench.editor.edit(TEACHER, str(tmp_path / "gone"))
    qtbot.waitUntil(lambda: "There is no file" in note(page), timeout=LONG)
    bench.editor.edit(TEACHER, "")
    assert note(page) == ""


def test_a_file_is_chosen_by_the_menu(
    qtbot: QtBot, bench: Workbench, page: TrainPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = teacher_at(tmp_path / "ten.safetensors", bench)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    menu = page._teacher.menu()
    assert [action.text() for action in menu.actions()] == ["Choose a file …"]
    menu.actions()[0].trigger()
    assert bench.experiment.training.teacher == str(path)
    field = page._form.row(TEACHER).field
    assert isinstance(field, FileField)
    assert field.raw() == str(path)


def test_a_run_becomes_the_teacher_of_the_next_and_what_it_has_seen_more_is_told(
    qtbot: QtBot, window: MainWindow
) -> None:
    bench, page = window.workbench, window.station("train").page

    def train() -> None:
        bench.start()
        qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.run_progress is not None, timeout=LONG)

    train()
    qtbot.waitUntil(lambda: len(bench.catalogue.summaries) == 1, timeout=LONG)
    menu = page._teacher.menu()
    assert [action.text() for action in menu.actions() if not action.isSeparator()][1:] == [
        "Choose a run …", "Choose a file …",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    first = bench.current_run.run
    assert first is not None
    assert bench.experiment.training.teacher == str(first.best_path)
    warned: list[str] = []
    bench.warned.connect(lambda sentence: warned.append(str(sentence)))
    progress: list[str] = []
    bench.progress_changed.connect(lambda told: progress.append("" if told is None else str(told.text)))

    train()
    assert warned == []
    bench.editor.edit("data.train_count", 50)
    train()

    assert "Asking the teacher" in progress
    assert any("not among the" in sentence for sentence in warned)
    run = bench.current_run.run
    assert run is not None
    assert run.teacher_path.exists()


def test_training_does_not_begin_with_a_teacher_that_is_gone(
    qtbot: QtBot, bench: Workbench, page: TrainPage, tmp_path: Path
) -> None:
    bench.editor.edit(TEACHER, str(tmp_path / "gone"))
    failures: list[str] = []
    bench.failed.connect(lambda error, _details: failures.append(str(error)))
    bench.start()
    qtbot.waitUntil(lambda: bool(failures), timeout=LONG)
    assert "cannot begin with this teacher" in failures[0]
    assert bench.current_run.run is None


def test_a_run_is_gone_on_with_by_its_copy_after_the_teacher_is_gone(
    qtbot: QtBot, bench: Workbench, page: TrainPage, tmp_path: Path
) -> None:
    path = teacher_at(tmp_path / "ten.safetensors", bench)
    bench.editor.edit(TEACHER, str(path))
    bench.start()
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE and bench.run_progress is not None, timeout=LONG)
    run, steps = bench.current_run.run, len(bench.history)
    assert run is not None
    path.unlink()
    failures: list[str] = []
    bench.failed.connect(lambda error, _details: failures.append(str(error)))

    bench.actions.resume(run, 1)

    qtbot.waitUntil(lambda: bool(failures) or len(bench.history) > steps, timeout=LONG)
    qtbot.waitUntil(lambda: bench.state is RunState.IDLE, timeout=LONG)
    assert failures == []
