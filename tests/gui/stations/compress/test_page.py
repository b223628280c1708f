"""The Compress station with a real model: the curve, the tries, the two answers, and what becomes the model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.compress.registry import METHODS
from engine.compress.trial import Measure, measure
from engine.folders import runs_folder
from engine.lessons.state import Deed
from engine.storage import model_file
from engine.storage.runs.library import RunLibrary
from gui.look.words import translate_engine
from gui.stations.compress.words import verdict
from tests.gui.stations.compress.conftest import LONG, attempt, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from engine.compress.trial import Trial
    from gui.stations.compress.page import CompressPage
    from gui.stations.compress.station import CompressStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it


def shown(page: CompressPage) -> QWidget:
    return page._pages.currentWidget()


def last(station: CompressStation) -> Trial:
    assert station.subject.study is not None
    return station.subject.study.trials[-1]


def cell(page: CompressPage, row: int, column: int) -> str:
    model = page.table.model()
    return str(model.index(row, column).data())


def test_without_a_model_it_leads_to_train(station: CompressStation, qtbot: QtBot) -> None:
    page = station.page
    assert shown(page) is page._empty
    assert not page.controls.attempt.isEnabled()
    with qtbot.waitSignal(station.station_wanted) as wanted:
        page.findChild(QWidget, "compressGoToTrain").click()  # type: ignore[union-attr]
    assert wanted.args == ["train"]


def test_the_curve_comes_by_itself(trained: CompressStation) -> None:
    page, study = trained.page, trained.subject.study
    assert study is not None
    assert study.original is not None
    assert shown(page) is page._body
    points = study.points_of(page.controls.method)
    assert tuple(sorted(points)) == page.controls.method.amount.steps
    assert points[0.0].validation == study.original.validation
    assert page.curve._picture.caption == "Sparsity"  # type: ignore[union-attr]
    del points[0.5], points[0.9]
    page._show_pictures()
    assert page.curve._picture.caption == "Sparsity: 2 more to measure"  # type: ignore[union-attr]
    assert cell(page, 0, 0) == "Original"
    assert study.original.validation == measure(study.saved, study.split.validation)  # type: ignore[union-attr]


def test_every_method_of_the_registry_is_offered(station: CompressStation) -> None:
    offered = station.page.controls.methods
    assert {name: offered.button(name).text() for name in METHODS} == {
        name: translate_engine(kind.title) for name, kind in METHODS.items()
    }


def test_nothing_is_measured_out_of_sight(trained: CompressStation, bench: Workbench, qtbot: QtBot) -> None:
    trained.place.hide()
    bench.editor.edit("training.seed", 7)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    before = trained.subject.study
    qtbot.wait(50)
    assert not trained.subject.busy
    assert trained.subject.study is before
    trained.place.show()
    settle(qtbot, trained)
    assert trained.subject.study is not before


def test_slider_and_field_say_the_same(trained: CompressStation) -> None:
    controls = trained.page.controls
    controls.slider.setFocus()
    controls.slider.setValue(70)
    assert controls.field.value() == 70
    assert controls.amount == 0.7
    QTest.keyClick(controls.slider, Qt.Key.Key_Right)
    assert controls.amount == 0.71
    controls.field.setValue(55)
    assert controls.slider.value() == 55
    controls.field.lineEdit().setText("100")  # more than there can be
    controls.field.interpretText()
    assert controls.amount == 0.55
    assert not controls._refusal.isHidden()


def test_a_press_on_the_curve_takes_the_slider_there(trained: CompressStation) -> None:
    page = trained.page
    QTest.mouseClick(page.curve, Qt.MouseButton.LeftButton, pos=page.curve.place_of(0.95))
    assert page.controls.amount == 0.95


def test_a_try_adds_a_row(trained: CompressStation, qtbot: QtBot) -> None:
    page = trained.page
    attempt(qtbot, trained, 0.6)
    trial = last(trained)
    weights = [each for name, each in trial.saved.state.items() if name.endswith("weight")]
    zeros, whole = (sum(map(count, weights)) for count in (lambda w: int((w == 0).sum()), torch.numel))
    assert zeros == round(0.6 * whole)
    assert cell(page, 1, 1) == "60\u00a0%"
    assert cell(page, 1, 2) == "1"
    assert page.table.isColumnHidden(4)  # of the same shape as the original
    assert page.verdict.text()
    assert page.table.trial is trial  # as the slider still stands there
    assert page.take.isEnabled()


def test_a_new_row_is_in_sight_but_not_chosen_where_another_is(
    trained: CompressStation, qtbot: QtBot
) -> None:
    page = trained.page
    for amount in range(12):
        attempt(qtbot, trained, amount / 100, epochs=0)
    table = page.table
    newest, room = table.model().index(12, 0), table.viewport()
    qtbot.waitUntil(lambda: 0 <= table.visualRect(newest).top() <= room.height() - table.rowHeight(12))
    table.selectRow(1)
    page.controls.attempt.click()
    qtbot.waitUntil(lambda: not trained.trying.busy, timeout=LONG)
    assert table.trial is table.trials[1]


def test_methods_are_read_in_full_however_narrow_the_table_is(trained: CompressStation, qtbot: QtBot) -> None:
    table, head = trained.page.table, trained.page.table.horizontalHeader()
    trained.page.controls.set_amount(4, "quantise")
    settle(qtbot, trained)
    attempt(qtbot, trained, 4, epochs=0)
    for width in (1200, 400):
        table.resize(width, 200)
        assert head.sectionSize(0) >= table.sizeHintForColumn(0)
    table.resize(1200, 200)
    assert head.length() == table.viewport().width()


def test_nothing_moves_while_something_is_tried(trained: CompressStation, qtbot: QtBot) -> None:
    controls = trained.page.controls
    controls.epochs.setValue(10)
    before = controls.height(), controls.attempt.y()
    with qtbot.waitSignal(trained.trying.progressed, timeout=LONG):
        controls.curve.click()
    assert controls.cancel.isVisible()
    assert (controls.height(), controls.attempt.y()) == before
    controls.cancel.click()
    qtbot.waitUntil(lambda: not trained.trying.busy, timeout=LONG)


def test_without_fine_tuning_there_is_no_run_to_keep(station: CompressStation) -> None:
    controls = station.page.controls
    controls.epochs.setValue(0)
    assert not controls.kept.isEnabled()
    controls.epochs.setValue(1)
    assert controls.kept.isEnabled()


def test_all_amounts_are_tried_but_those_known(trained: CompressStation, qtbot: QtBot) -> None:
    page, controls = trained.page, trained.page.controls
    attempt(qtbot, trained, 0.5)
    controls.curve.click()
    qtbot.waitUntil(lambda: not trained.trying.busy, timeout=LONG)
    study = trained.subject.study
    assert study is not None
    assert [trial.amount for trial in study.tuned(controls.method, 1)] == list(controls.method.amount.steps)
    assert len(study.trials) == len(controls.method.amount.steps)
    assert page.table.model().rowCount() == 1 + len(study.trials)


def test_the_original_stays_first_however_it_is_sorted(trained: CompressStation, qtbot: QtBot) -> None:
    table = trained.page.table
    for amount in (0.9, 0.3):
        attempt(qtbot, trained, amount, epochs=0)
    assert [row.amount for row in table.trials] == [0.0, 0.9, 0.3]
    for column in range(table.model().columnCount()):
        for order in Qt.SortOrder:
            table.sortByColumn(column, order)
            assert not table.trials[0].method
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row.amount for row in table.trials] == [0.0, 0.3, 0.9]


def test_the_pad_is_read_by_both(trained: CompressStation, bench: Workbench, qtbot: QtBot) -> None:
    page, model = trained.page, bench.model
    assert model is not None
    assert bench.data is not None
    drawing = bench.data.test.images[0]
    page.controls.set_amount(0.98)
    trained.set_drawing(drawing)
    settle(qtbot, trained)
    (_, before), (_, after) = page.beside._before, page.beside._after
    assert np.allclose(before.probabilities(), model.recognizer.probabilities(drawing)[0], atol=1e-6)
    shares = [each.share for each in page.beside.shares._shares]
    kept = sum(each.kept for each in page.beside.shares._shares)
    assert kept <= 0.021 * sum(each.whole for each in page.beside.shares._shares)
    pruned = after.probabilities()
    page.controls.set_amount(0.0)
    settle(qtbot, trained)
    assert np.allclose(after.probabilities(), before.probabilities(), atol=1e-6)
    assert not np.allclose(pruned, before.probabilities(), atol=1e-3)
    assert shares != [each.share for each in page.beside.shares._shares]
    trained.set_drawing(None)
    settle(qtbot, trained)
    assert page.beside._bars.isHidden()


def test_a_chosen_row_answers_instead(trained: CompressStation, bench: Workbench, qtbot: QtBot) -> None:
    page = trained.page
    assert bench.data is not None
    trained.set_drawing(bench.data.test.images[0])
    attempt(qtbot, trained, 0.9)
    trial = last(trained)
    QTest.mouseClick(page.sizes, Qt.MouseButton.LeftButton, pos=page.sizes.place_of(trial))
    assert page.table.trial is trial
    settle(qtbot, trained)
    from engine.inference import Recognizer

    own = Recognizer(trial.saved.experiment, trial.saved.classes, trial.saved.state)
    assert np.allclose(
        page.beside._after[1].probabilities(), own.probabilities(bench.data.test.images[0])[0], atol=1e-6
    )
    page.controls.set_amount(0.1)  # the slider is asked again
    assert page.table.trial is None


def test_a_press_on_a_faint_mark_takes_the_slider_there(trained: CompressStation) -> None:
    page = trained.page
    marks = page.sizes._picture.marks  # type: ignore[union-attr]
    faint = next(mark for mark in marks if mark.meant == ("prune", (), 0.98))
    QTest.mouseClick(page.sizes, Qt.MouseButton.LeftButton, pos=page.sizes.place_of(faint.meant))
    assert page.controls.amount == 0.98


def test_a_faint_mark_of_other_options_brings_them(trained: CompressStation, qtbot: QtBot) -> None:
    page, controls = trained.page, trained.page.controls
    box = controls._boxes["quantise", "per"]
    for value in ("tensor", "group"):
        controls.set_amount(2, "quantise", {"per": value})
        settle(qtbot, trained)
        assert controls.method.options == {"per": value}
    marks = page.sizes._picture.marks  # type: ignore[union-attr]
    assert len({mark.words for mark in marks}) == len(marks)  # each says which it is
    page.sizes.chosen.emit(("quantise", (("per", "tensor"),), 3.0))
    assert (box.currentData(), controls.amount) == ("tensor", 3.0)


def test_what_becomes_the_model_can_be_undone(
    trained: CompressStation, bench: Workbench, qtbot: QtBot
) -> None:
    page, before = trained.page, bench.model
    assert before is not None
    study, experiment, moments = trained.subject.study, bench.experiment, bench.current_run.moments
    assert study is not None
    assert study.split is not None
    attempt(qtbot, trained, 0.8)
    trial = last(trained)
    page.table.choose(trial)
    with qtbot.waitSignal(trained.notice_raised, timeout=LONG) as raised:
        page.take.click()
    model = bench.model
    assert model is not None
    assert model is not before
    assert all(
        torch.equal(tensor, trial.saved.state[name]) for name, tensor in model.recognizer.state.items()
    )
    assert model.unsaved
    assert not model.kept
    assert bench.experiment == trial.saved.experiment
    tested = measure(trial.saved, study.split.test)
    assert tested is not None
    assert model.results["test_accuracy"] == tested.accuracy
    assert f"{100 * tested.accuracy:.2f}".rstrip("0").rstrip(".")[:4] in raised.args[0].more()
    assert bench.own_data is study.split
    settle(qtbot, trained)
    assert trained.subject.study is not study  # another model, of which nothing was tried
    bench.undo_stack.undo()
    assert bench.model is before
    assert bench.experiment == experiment
    assert bench.current_run.moments == moments
    assert bench.current_model.is_of_run
    settle(qtbot, trained)
    assert trained.subject.study is study  # with all that was tried
    assert trial in page.table.trials
    bench.undo_stack.redo()
    assert bench.model is model


def test_undo_leaves_a_model_that_came_later(
    trained: CompressStation, bench: Workbench, qtbot: QtBot
) -> None:
    attempt(qtbot, trained, 0.8, epochs=0)
    trained.page.table.choose(last(trained))
    with qtbot.waitSignal(trained.notice_raised, timeout=LONG):
        trained.page.take.click()
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    newest = bench.model
    bench.undo_stack.undo()
    assert bench.model is newest


def test_a_try_is_given_up_with_a_word_where_training_begins(
    trained: CompressStation, bench: Workbench, qtbot: QtBot
) -> None:
    page = trained.page
    page.controls.epochs.setValue(10)
    with qtbot.waitSignal(trained.notice_raised) as raised:
        page.controls.curve.click()
        bench.start()
    assert "given up" in raised.args[0].text()
    assert shown(page) is page._waiting
    assert not page.controls.attempt.isEnabled()
    qtbot.waitUntil(lambda: not trained.trying.busy and not bench.running, timeout=LONG)
    study = trained.subject.study
    assert study is not None
    assert len(study.trials) < len(page.controls.method.amount.steps)


def test_a_try_can_be_cancelled(trained: CompressStation, qtbot: QtBot) -> None:
    controls = trained.page.controls
    before = {run.id for run in RunLibrary().summaries()}
    controls.kept.click()
    controls.epochs.setValue(10)
    with qtbot.waitSignal(trained.trying.progressed, timeout=LONG):
        controls.curve.click()
    assert controls.cancel.isVisible()
    controls.cancel.click()
    qtbot.waitUntil(lambda: not trained.trying.busy, timeout=LONG)
    assert not controls.cancel.isVisible()
    assert controls.attempt.isEnabled()
    study = trained.subject.study
    assert study is not None
    assert len({run.id for run in RunLibrary().summaries()} - before) == len(study.trials)


def test_a_row_is_saved_to_a_file(
    trained: CompressStation, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt(qtbot, trained, 0.9)
    trial, path = last(trained), tmp_path / "small.safetensors"
    trained.page.table.choose(trial)
    monkeypatch.setattr("gui.bench.model_saving.ask_where", lambda *_told: path)
    trained.page.save.click()
    saved = model_file.load(path)
    assert all(torch.equal(tensor, trial.saved.state[name]) for name, tensor in saved.state.items())


def test_numbers_are_saved(trained: CompressStation, qtbot: QtBot, tmp_path: Path) -> None:
    page = trained.page
    attempt(qtbot, trained, 0.9)
    page.save_sizes.save_menu.save_csv(str(tmp_path / "tries.csv"))
    lines = (tmp_path / "tries.csv").read_text().splitlines()
    assert lines[0].startswith("method,options,amount,epochs,right,images")
    assert [line.split(",")[0] for line in lines[1:]] == ["original", "prune"]
    page.save_curve.save_menu.save_csv(str(tmp_path / "curve.csv"))
    steps = len(page.controls.method.amount.steps)
    assert len((tmp_path / "curve.csv").read_text().splitlines()) == 1 + steps + 1
    page.save_sizes.save_menu.save_png(str(tmp_path / "sizes.png"))
    assert (tmp_path / "sizes.png").stat().st_size > 0


def test_a_method_that_cannot_be_used_says_why_and_answers_nothing(
    station: CompressStation, bench: Workbench, qtbot: QtBot
) -> None:
    bench.editor.edit("network.hidden", ())
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    settle(qtbot, station)
    page = station.page
    assert bench.data is not None
    station.set_drawing(bench.data.test.images[0])
    attempt(qtbot, station, 0.6)
    settle(qtbot, station)
    assert page.beside.shares._shares
    page.controls.set_amount(0.5, "units")
    assert not page.controls.attempt.isEnabled()
    assert not page.beside.shares._shares  # of what was chosen before
    assert "no hidden layer" in page.beside._title.text()
    assert "Remove units" not in [words for _, words in page.sizes._picture.legend]  # type: ignore[union-attr]
    page.table.choose(
        last(station)
    )  # what was tried by another method can still be chosen, and reads the drawing
    qtbot.waitUntil(lambda: bool(page.beside.shares._shares), timeout=LONG)


def test_marks_say_what_they_stand_for(trained: CompressStation) -> None:
    page = trained.page
    assert "98\u00a0%, now" in page.curve.tip_at(page.curve.place_of(0.98))
    assert page.curve.tip_at(QPoint(0, 0)) == ""
    first = page.beside.shares._shares[0]
    assert f"{first.kept:,} of {first.whole:,}" in page.beside.shares.tip_at(QPoint(5, 5))


def test_fine_tuning_is_kept_as_a_run_where_that_is_wanted(
    trained: CompressStation, bench: Workbench, qtbot: QtBot
) -> None:
    before = {run.id for run in RunLibrary().summaries()}
    attempt(qtbot, trained, 0.5)
    assert {run.id for run in RunLibrary().summaries()} == before
    trained.page.controls.kept.click()
    attempt(qtbot, trained, 0.5)
    (run,) = (run for run in RunLibrary().summaries() if run.id not in before)
    assert run.name == "prune 0.5"
    assert run.step > 0
    qtbot.waitUntil(lambda: bench.catalogue.get(run.id) is not None, timeout=LONG)


def test_a_try_whose_run_cannot_be_kept_is_a_try(trained: CompressStation, qtbot: QtBot) -> None:
    folder = runs_folder()
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    trained.page.controls.kept.click()
    with qtbot.waitSignal(trained.notice_raised, timeout=LONG) as raised:
        attempt(qtbot, trained, 0.5)
    assert last(trained).amount == 0.5
    assert raised.args[0].kind == "warning"
    assert raised.args[0].text() == "The run is not kept in the library."
    assert raised.args[0].more()


def test_the_verdict_counts(trained: CompressStation, qtbot: QtBot) -> None:
    study = trained.subject.study
    assert study is not None
    assert study.original is not None
    before = study.original.validation
    assert before is not None
    attempt(qtbot, trained, 0.0, epochs=0)
    trial = last(trained)
    for fewer, words in (
        (0, f"Of {before.count} validation examples it reads no fewer right than the original."),
        (1, "it reads 1 fewer right than the original, which is within the bounds"),
        (before.right, f"it reads {before.right} fewer right than the original."),
    ):
        other = replace(trial, validation=Measure(before.right - fewer, before.count))
        assert words in verdict(other, study)


def test_a_model_of_other_settings_is_another(trained: CompressStation) -> None:
    study = trained.subject.study
    assert study is not None
    assert study.is_of(study.saved)
    other = study.saved.experiment.with_(**{"training.held": "zeros"})
    assert not study.is_of(replace(study.saved, experiment=other))


def test_a_lesson_hears_what_was_tried(trained: CompressStation, qtbot: QtBot) -> None:
    told: list[Deed] = []
    trained.achieved.connect(told.append)
    attempt(qtbot, trained, 0.5)
    study = trained.subject.study
    assert study is not None
    assert study.original is not None
    trial = study.trials[-1]
    (deed,) = told
    assert (deed.kind, deed.name) == ("compressed", trial.method)
    assert deed.figures["share"] == trial.size / study.original.size < 1
    assert deed.figures["lost"] == study.original.validation.accuracy - trial.validation.accuracy  # type: ignore[union-attr]
