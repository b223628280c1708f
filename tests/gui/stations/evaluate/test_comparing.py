"""Kept runs subtracted from the current model: chosen, measured on the same images, cancelled, refused in words."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QTreeWidget

from engine.evaluation.evaluate import evaluate
from gui.bench.run_catalogue import RunCatalogue
from gui.bench.run_picker import RunPicker
from gui.stations.evaluate.measuring_job import Target
from gui.stations.evaluate.page import EvaluatePage
from gui.stations.evaluate.station import EvaluateStation
from gui.stations.station import CompareRuns
from tests.gui.run_folders import write_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it

LONG = 30_000


def train(qtbot: QtBot, bench: Workbench, **changes: object) -> str:
    """Train a run and return its id."""
    for path, value in changes.items():
        bench.editor.edit(path.replace("__", "."), value)
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    assert bench.current_run.run is not None
    return bench.current_run.run.id


def read(qtbot: QtBot, catalogue: RunCatalogue) -> None:
    catalogue.refresh()
    qtbot.waitUntil(lambda: catalogue.is_read and not catalogue.busy, timeout=LONG)


def station_of(qtbot: QtBot, evaluating: EvaluateStation) -> EvaluatePage:
    evaluating.place.show()
    station = evaluating.page
    settle(qtbot, evaluating)
    return station


def settle(qtbot: QtBot, evaluating: EvaluateStation) -> None:
    measuring, comparing = evaluating.measuring, evaluating.comparing

    def is_settled() -> bool:
        rests = not measuring.busy and not measuring.is_stale and not comparing.busy
        return (
            rests
            and measuring.newest is not None
            and (comparing.choice is None or comparing.other is not None)
        )

    qtbot.waitUntil(is_settled, timeout=LONG)
    read(qtbot, evaluating.workbench.catalogue)


def pick(station: EvaluatePage, words: str) -> None:
    box = station.findChild(QComboBox, "compareWith")
    place = next(place for place in range(box.count()) if box.itemText(place).startswith(words))
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_a_kept_run_is_measured_on_the_same_images_and_subtracted(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    first = train(qtbot, bench)
    train(qtbot, bench, training__epochs=8)
    station = station_of(qtbot, evaluating)
    pick(station, f"{first} ·")
    settle(qtbot, evaluating)
    newest, other = evaluating.measuring.newest, evaluating.comparing.other
    assert newest is not None
    assert other is not None
    assert other.dataset is newest.dataset
    from engine.storage import model_file

    saved = model_file.load(evaluating.workbench.catalogue.model_path(first, "best"))
    from engine.insight.model import own_model

    model = own_model(saved.experiment, saved.state, classes=10, image_shape=saved.image_shape)
    assert np.array_equal(other.report.confusion, evaluate(model, newest.dataset).confusion)
    change = newest.report.confusion - other.report.confusion
    assert np.array_equal(station.report.matrix.values, change)
    words = station.report.matrix_view.difference.words.text()
    assert words.startswith(f"“{bench.current_run.run.id}” less “{first}” (best weights)")
    assert "blue cells are better" in words
    assert f"{100 * (newest.report.accuracy - other.report.accuracy):+.2f}" in words
    pick(station, "Compare with …")
    assert evaluating.comparing.choice is None
    assert np.array_equal(station.report.matrix.values, newest.report.confusion)
    assert not station.report.matrix_view.difference.isVisible()


def test_runs_that_are_alike_are_said_to_be(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    first = train(qtbot, bench)
    again = train(qtbot, bench)
    station = station_of(qtbot, evaluating)
    pick(station, f"{first} ·")
    settle(qtbot, evaluating)
    assert not station.report.matrix.values.any()
    words = station.report.matrix_view.difference.words.text()
    assert words == (
        f"“{again}” and “{first}” (best weights) get the same examples right: there is no difference to show."
    )
    chosen = station.findChild(QComboBox, "compareWith").currentText()
    pick(station, f"{first} ·")
    assert station.findChild(QComboBox, "compareWith").currentText() == chosen == f"{first}, best weights"


def test_other_images_are_measured_for_both(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    first = train(qtbot, bench)
    train(qtbot, bench, data__validation_share=0.3)
    station = station_of(qtbot, evaluating)
    pick(station, f"{first} ·")
    settle(qtbot, evaluating)
    assert "Take care" not in station.report.matrix_view.difference.words.text()
    evaluating.measuring.set_target(Target("validation"))
    qtbot.waitUntil(lambda: evaluating.measuring.newest.target.part == "validation", timeout=LONG)
    settle(qtbot, evaluating)
    assert evaluating.comparing.other.report.count == len(bench.data.validation)
    learnt = round(0.3 * 400) - round(0.1 * 400)  # those that the share was raised by
    words = (
        f"Take care: {learnt} of these examples are among those that “{first}” (best weights) learnt from."
    )
    assert words in station.report.matrix_view.difference.words.text()


def test_nothing_is_measured_that_nobody_looks_at(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    first = train(qtbot, bench)
    station_of(qtbot, evaluating)
    evaluating.place.hide()
    evaluating.comparing.choose_run(evaluating.workbench.catalogue.get(first), "last")
    assert not evaluating.comparing.busy
    evaluating.place.show()
    settle(qtbot, evaluating)
    assert evaluating.comparing.other is not None


def test_measuring_a_run_is_cancelled(qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation) -> None:
    first = train(qtbot, bench)
    station = station_of(qtbot, evaluating)
    evaluating.comparing.choose_run(evaluating.workbench.catalogue.get(first))
    assert evaluating.comparing.busy
    view = station.report.matrix_view
    assert view.difference.words.text().startswith(f"Measuring “{first}” (best weights)")
    cancel = view.difference.findChild(QPushButton, "cancelComparing")
    assert cancel.isVisible()
    cancel.click()
    qtbot.waitUntil(lambda: not evaluating.comparing.busy, timeout=LONG)
    assert evaluating.comparing.other is None
    assert not view.difference.isVisible()
    assert station.findChild(QComboBox, "compareWith").currentIndex() == 0


def test_weights_that_are_gone_or_do_not_fit_are_told(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, tmp_path: Path
) -> None:
    first = train(qtbot, bench)
    write_run(evaluating.workbench.catalogue.folder / "damaged-1")
    station = station_of(qtbot, evaluating)
    with qtbot.waitSignal(evaluating.failed, timeout=LONG) as failed:
        pick(station, "damaged-1")
    assert failed.args[0].remedy
    run = evaluating.workbench.catalogue.get(first)
    for name in ("best.safetensors", "model.safetensors"):
        (evaluating.workbench.catalogue.folder / first / name).unlink()
    with qtbot.waitSignal(evaluating.failed, timeout=LONG) as failed:
        evaluating.comparing.choose_run(run)
    assert failed.args[0].what == f"The weights of “{first}” are gone."
    assert evaluating.comparing.choice is None
    assert station.report.matrix_view.difference.words.text() == ""


def test_a_run_on_other_classes_is_refused_in_words(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    from engine.storage import model_file

    first = train(qtbot, bench)
    station_of(qtbot, evaluating)
    path = evaluating.workbench.catalogue.model_path(first, "best")
    saved = model_file.load(path)
    model_file.save(
        path,
        experiment=saved.experiment,
        classes=tuple("abcdefghij"),
        state=saved.state,
        image_shape=saved.image_shape,
    )
    with qtbot.waitSignal(evaluating.failed, timeout=LONG) as failed:
        evaluating.comparing.choose_run(evaluating.workbench.catalogue.get(first))
    assert "cannot be compared" in failed.args[0].what
    assert "other classes" in failed.args[0].cause


def test_all_runs_are_in_the_dialog_and_filtered(qtbot: QtBot, tmp_path: Path) -> None:
    for day in range(1, 13):
        write_run(tmp_path / f"run-{day}", day=day, accuracy=0.8 + day / 100)
    from engine.storage.runs.library import RunLibrary

    catalogue = RunCatalogue(RunLibrary(tmp_path))
    read(qtbot, catalogue)
    picker = RunPicker(catalogue.summaries, "Compare with a Run", "Compare")
    qtbot.addWidget(picker)
    picker.show()
    listed = picker.findChild(QTreeWidget)
    assert [listed.topLevelItem(place).text(0) for place in range(2)] == ["run-12", "run-11"]
    assert listed.topLevelItem(0).text(2) == "92.00\u00a0%"
    picker.findChild(QLineEdit).setText("run-7")
    assert listed.currentItem().text(0) == "run-7"
    weights = picker.findChild(QComboBox)
    weights.setCurrentIndex(1)
    with qtbot.waitSignal(picker.run_chosen) as chosen:
        picker.accept()
    assert (chosen.args[0].id, chosen.args[1]) == ("run-7", "last")
    assert picker.result() == QDialog.DialogCode.Accepted
    picker.findChild(QLineEdit).setText("nothing like it")
    (compare,) = (button for button in picker.findChildren(QPushButton) if button.text() == "Compare")
    assert not compare.isEnabled()
    catalogue.shutdown()


def test_the_list_offers_the_newest_runs_and_the_dialog(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    for day in range(1, 13):
        write_run(evaluating.workbench.catalogue.folder / f"old-{day}", day=day)
    train(qtbot, bench)
    station = station_of(qtbot, evaluating)
    box = station.findChild(QComboBox, "compareWith")
    words = [box.itemText(place) for place in range(box.count())]
    assert sum("·" in text for text in words) == 8
    assert words[-1] == "Choose a run …"
    pick(station, "Choose a run …")
    picker = station.window().findChild(RunPicker)
    assert picker.findChild(QTreeWidget).topLevelItemCount() == 13
    picker.reject()
    assert box.currentIndex() == 0


def test_two_runs_of_the_runs_station_meet_in_the_evaluate_station(
    qtbot: QtBot, bench: Workbench, window: MainWindow
) -> None:
    first = train(qtbot, bench)
    second = train(qtbot, bench, training__epochs=6)
    train(qtbot, bench, training__epochs=2)
    window.show_station("runs")
    catalogue = window.workbench.catalogue
    read(qtbot, catalogue)
    runs = window.station("runs").page
    compare = runs.findChild(QPushButton, "compareMistakesButton")
    runs.list.choose([first])
    assert not compare.isVisible()
    runs.list.choose([first, second])
    assert compare.isVisible()
    bench.model.saved = True  # no question on the way
    compare.click()
    evaluating = window.station("evaluate")
    qtbot.waitUntil(
        lambda: evaluating.comparing.other is not None and not evaluating.measuring.is_stale, timeout=LONG
    )
    assert window.rail.station == "evaluate"
    assert evaluating.comparing.choice.id == first
    assert bench.model.path.parent.name == second
    words = evaluating.page.report.matrix_view.difference.words
    qtbot.waitUntil(lambda: words.text().startswith(f"“{second}” less “{first}”"), timeout=LONG)
    title = evaluating.page.findChild(QLabel, "measuredOf").text()
    assert f"{second}/best.safetensors" in title, "the title says what was opened"


def test_two_runs_are_not_compared_beside_a_training_nor_without_weights(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    first = train(qtbot, bench)
    second = train(qtbot, bench)
    read(qtbot, evaluating.workbench.catalogue)
    shutil.rmtree(evaluating.workbench.catalogue.folder / first / "snapshots", ignore_errors=True)
    for name in ("best.safetensors", "model.safetensors"):
        (evaluating.workbench.catalogue.folder / first / name).unlink()
    with qtbot.waitSignal(evaluating.failed) as failed:
        evaluating.compare_runs(CompareRuns(second, first))
    assert "gone" in failed.args[0].what
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: bench.running, timeout=LONG)
    with qtbot.waitSignal(evaluating.failed) as failed:
        evaluating.compare_runs(CompareRuns(second, first))
    assert "under way" in failed.args[0].what
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_what_is_shown_is_saved(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, tmp_path: Path
) -> None:
    train(qtbot, bench)
    station = station_of(qtbot, evaluating)
    report, measured = station.report, evaluating.measuring.newest
    save = report.matrix_view.save_button
    save.save_menu.save_csv(str(tmp_path / "counts.csv"))
    counts = rows_of(tmp_path / "counts.csv")
    assert counts[0] == ["Truth", *measured.report.classes]
    assert [row[1:] for row in counts[1:]] == [
        list(map(str, row)) for row in measured.report.confusion.tolist()
    ]
    report.matrix_view.kind.button("shares").click()
    save.save_menu.save_csv(str(tmp_path / "shares.csv"))
    shares = np.array([row[1:] for row in rows_of(tmp_path / "shares.csv")[1:]], float)
    assert shares == pytest.approx(measured.report.confusion_shares, abs=1e-6)
    save.save_menu.save_png(str(tmp_path / "matrix.png"))
    assert (tmp_path / "matrix.png").read_bytes().startswith(b"\x89PNG")

    beside = report.save_button
    index = int(measured.report.mistakes[0])
    truth = measured.report.classes[measured.report.labels[index]]
    images = measured.dataset
    evaluating.mislabelled.set_marked(images.name, images.images[index], truth, is_marked=True)
    beside.save_menu.save_csv(str(tmp_path / "mistakes.csv"))
    mistakes = rows_of(tmp_path / "mistakes.csv")
    assert len(mistakes) == 1 + len(measured.report.mistakes)
    assert mistakes[1][:2] == [str(index), truth]
    assert [row[4] for row in mistakes[1:3]] == ["1", "0"]
    evaluating.mislabelled.undo_stack.undo()
    assert not beside.save_menu.png.isVisible(), "there is no picture of these"
    QTest.mouseClick(
        report.matrix, Qt.MouseButton.LeftButton, pos=report.matrix.cell_rect(3, 3).center().toPoint()
    )
    beside.save_menu.save_csv(str(tmp_path / "cell.csv"))
    assert len(rows_of(tmp_path / "cell.csv")) == 1 + measured.report.confusion[3, 3]

    report.view.button("classes").click()
    beside.save_menu.save_csv(str(tmp_path / "classes.csv"))
    classes = rows_of(tmp_path / "classes.csv")
    assert float(classes[4][2]) == pytest.approx(measured.report.recall[3], abs=1e-6)
    assert int(classes[4][4]) == measured.report.support[3]

    report.view.button("calibration").click()
    assert beside.save_menu.png.isVisible()
    beside.save_menu.save_csv(str(tmp_path / "bins.csv"))
    bins = measured.report.calibration()
    assert [int(row[2]) for row in rows_of(tmp_path / "bins.csv")[1:]] == bins.counts.tolist()
    beside.save_menu.save_png(str(tmp_path / "bins.png"))
    assert (tmp_path / "bins.png").stat().st_size > 1000


def test_a_learning_curve_is_saved(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, tmp_path: Path
) -> None:
    evaluating.place.show()
    station = evaluating.page
    station.view.button("data").click()
    save = station.enough.save_button
    assert not save.isEnabled(), "there is nothing to save"
    evaluating.curve.start()
    qtbot.waitUntil(lambda: evaluating.curve.is_finished and not evaluating.curve.busy, timeout=LONG)
    save.save_menu.save_csv(str(tmp_path / "curve.csv"))
    rows = rows_of(tmp_path / "curve.csv")[1:]
    sizes = len(evaluating.curve.started.sizes)
    kinds = [row[0] for row in rows]
    assert (kinds.count("training"), kinds.count("mean")) == (2 * sizes, sizes)
    assert float(rows[0][3]) == pytest.approx(evaluating.curve.points[0].error, abs=1e-6)
    save.save_menu.save_png(str(tmp_path / "curve.png"))
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")


def test_the_splitter_stays_where_it_was_and_is_reset(
    qtbot: QtBot, bench: Workbench, window: MainWindow
) -> None:
    from gui.main_window import MainWindow

    train(qtbot, bench)
    window.show_station("evaluate")
    splitter = window.station("evaluate").page.report.splitter
    qtbot.waitUntil(splitter.isVisible, timeout=LONG)
    settle(qtbot, window.station("evaluate"))  # a report that comes later may need other widths
    before = splitter.sizes()
    splitter.setSizes([before[0] + 90, before[1] - 90])
    moved = splitter.sizes()
    assert moved != before
    window._placing.save()
    again = MainWindow(bench)
    again.resize(window.size())
    again.show()
    again.show_station("evaluate")
    other = again.station("evaluate").page.report.splitter
    qtbot.waitUntil(lambda: other.sizes() == moved, timeout=LONG)
    again.reset_layout()
    again.show_station("evaluate")
    qtbot.waitUntil(lambda: abs(other.sizes()[0] - other.sizes()[1]) <= 2, timeout=LONG)
    again.body.stations.shutdown()
    again.hide()
    again.deleteLater()
