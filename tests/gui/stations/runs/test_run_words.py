"""What is said of a run: each figure with its own epoch, and 0 by what it means."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.storage.runs.listing import RunListing
from engine.storage.runs.summary import read_summary
from engine.training.events import EpochDone
from engine.training.history import History
from gui.stations.runs import run_words
from gui.stations.runs.compare_rows import compare_rows
from gui.stations.runs.details import RunDetails
from gui.stations.runs.run_curves import RunCurves
from tests.gui.run_folders import write_run


def put(folder: Path, **progress: object) -> None:
    told = json.loads((folder / "run.json").read_text())
    told["progress"] |= progress
    (folder / "run.json").write_text(json.dumps(told))


def test_the_best_accuracy_and_the_lowest_loss_have_an_epoch_each(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "article-1", accuracy=0.73)
    put(folder, best_epoch=2, accuracy_epoch=3)
    (run,) = RunListing(tmp_path).summaries()
    assert run_words.best_accuracy(run) == "73.00\u00a0% at epoch 3"
    assert run_words.best_loss(run) == "0.2500 at epoch 2"


def test_epochs_by_the_thousand_are_parted_as_everywhere(tmp_path: Path) -> None:
    write_run(tmp_path / "article-1", epochs=1)
    (run,) = RunListing(tmp_path).summaries()
    long = replace(run, epoch=12_345, epochs=100_000)
    assert run_words.status_help(long).endswith("12,345 of 100,000 epochs done.")


def test_a_loss_is_told_as_on_the_page_of_training(tmp_path: Path) -> None:
    put(write_run(tmp_path / "article-1"), best_epoch=2, validation_loss=1.2e-5)
    (run,) = RunListing(tmp_path).summaries()
    assert run_words.best_loss(run) == "1.2\u00a0×\u00a010⁻⁵ at epoch 2"
    rows = {row.label: row.texts for row in compare_rows([run], None)}
    assert any("1.2\u00a0×\u00a010⁻⁵" in texts for texts in rows.values())


def test_a_difference_of_losses_is_short_whatever_they_are() -> None:
    assert run_words.loss_difference(-0.25) == "−0.2500"
    assert run_words.loss_difference(1e308) == "+10³⁰⁸"
    assert run_words.loss_difference(-3.4e38) == "−3.4\u00a0×\u00a010³⁸"
    assert run_words.loss_difference(float("inf")) == "–"


def test_an_advice_of_any_number_of_sentences_is_said_in_a_moment(qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "article-1", accuracy=0.2)
    header = json.loads((folder / "run.json").read_text("utf-8"))
    header["advice"] = [f"{number} {'long ' * 3000}" for number in range(100)]
    (folder / "run.json").write_text(json.dumps(header), encoding="utf-8")
    details = RunDetails()
    qtbot.addWidget(details)
    details.set_run(read_summary(folder))
    markup = details._facts.text()
    assert "0 long" in markup
    assert len(markup) < 20_000  # Qt took 34 s for two million letters


def test_of_a_run_that_does_not_say_the_epoch_none_is_told(tmp_path: Path) -> None:
    write_run(tmp_path / "article-1", accuracy=0.73)
    (run,) = RunListing(tmp_path).summaries()
    assert run_words.best_accuracy(run) == "73.00\u00a0%"


def test_nought_is_told_by_what_it_means(tmp_path: Path) -> None:
    write_run(tmp_path / "article-1", data__train_count=0)
    write_run(tmp_path / "article-2", data__train_count=500, training__early_stopping=4)
    runs = RunListing(tmp_path).summaries()
    rows = {row.label: set(row.texts) for row in compare_rows(runs, None)}
    assert rows["Training examples"] == {"all", "500"}
    assert rows["Early stopping"] == {"off", "4"}


def test_features_are_told_by_their_names(tmp_path: Path) -> None:
    write_run(tmp_path / "spiral-1", data__plane__features=("x", "y", "x²"))
    (run,) = RunListing(tmp_path).summaries()
    assert "Features x, y, x²" in run_words.changes(run)


def test_curves_that_are_being_read_are_not_told_to_be_missing(qtbot: QtBot, tmp_path: Path) -> None:
    write_run(tmp_path / "article-1")
    (run,) = RunListing(tmp_path).summaries()
    curves = RunCurves()
    qtbot.addWidget(curves)
    curves.set_runs([run], 1)
    assert curves.plot._empty_text == "The curves are being read …"
    history = History()
    curves.set_history(run.id, history)
    assert curves.plot._empty_text == "No epoch is done yet"
    history.add(EpochDone(1, 4, 1.0, 0.5, None, None, 0.001, 1.0, best=True))
    curves.set_history(run.id, history)
    assert np.isnan(history.validation_losses).all()
    assert "Without validation" in curves.plot._empty_text
    history.add(EpochDone(2, 8, 1.0, 0.5, 1.0, 0.5, 0.001, 1.0, best=True))
    curves.set_history(run.id, history)
    assert curves.plot._empty_text == "", "they only wait for what draws them"


@pytest.mark.parametrize("kept", [0, 2])
def test_the_weights_of_a_run_are_told_where_they_are_not_the_last(tmp_path: Path, kept: int) -> None:
    folder = write_run(tmp_path / "article-1")
    put(folder, kept_epoch=kept)
    (run,) = RunListing(tmp_path).summaries()
    assert run.kept_epoch == kept


def test_what_privacy_cost_is_told_of_private_runs_alone(qtbot: QtBot, tmp_path: Path) -> None:
    write_run(tmp_path / "plain-1")
    put(write_run(tmp_path / "private-1"), privacy_spent=2.9991)
    plain, private = sorted(RunListing(tmp_path).summaries(), key=lambda run: run.id)
    assert run_words.privacy(plain) == ""
    assert run_words.privacy(private) == "ε 3 at δ 1 × 10⁻⁵".replace("1 × ", "")
    assert "Privacy" not in {row.label for row in compare_rows([plain], None)}
    [row] = [row for row in compare_rows([plain, private], None) if row.label == "Privacy"]
    assert row.texts == ("", run_words.privacy(private))
    details = RunDetails()
    qtbot.addWidget(details)
    details.set_run(private)
    assert run_words.privacy(private) in details._facts.text()


def test_runs_of_several_goals_are_measured_by_no_one_word(tmp_path: Path, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        write_run(tmp_path / f"article-{number}", day=number, accuracy=0.5 + number / 10)
    hills, digits, others = RunListing(tmp_path).summaries()
    hills = replace(hills, goal="number")
    curves = RunCurves()
    qtbot.addWidget(curves)
    for runs, word in (
        ([hills], "R²"),
        ([hills, digits], "Score"),
        ([others, digits], "Accuracy"),
        ([], "Accuracy"),
    ):
        curves.set_runs(runs, len(runs))
        assert curves._quantity.button("accuracy").text() == word
        assert curves.plot.accessibleName() == word

    alike = compare_rows([others, digits], others)[0]
    assert alike.best
    assert "+" in alike.texts[1]
    mixed = compare_rows([hills, digits], hills)[0]
    assert mixed.texts == ("R² 80.00\u00a0%", "70.00\u00a0%")
    assert not mixed.best


def test_no_run_is_the_best_among_runs_of_several_data_sets(tmp_path: Path) -> None:
    write_run(tmp_path / "article-1", accuracy=0.6)
    write_run(tmp_path / "article-2", day=2, accuracy=0.9)
    write_run(tmp_path / "article-3", day=3, accuracy=0.7, data__dataset="spiral")
    spiral, *digits = RunListing(tmp_path).summaries()
    assert compare_rows(digits, None)[0].best == {0}
    assert not compare_rows([spiral, *digits], None)[0].best


def test_text_without_questions_is_measured_by_its_characters(tmp_path: Path) -> None:
    write_run(tmp_path / "article-1", accuracy=0.5, data__dataset="grammar-en")
    write_run(tmp_path / "article-2", day=2, accuracy=0.5, data__dataset="adding")
    (asks, prose) = (replace(run, goal="characters") for run in RunListing(tmp_path).summaries())
    assert run_words.measured(prose, 0.5) == "Characters right 50.00\u00a0%"
    assert run_words.measured(asks, 0.5) == "Exact answers 50.00\u00a0%"


def test_a_figure_in_a_cell_comes_before_the_word_for_it(tmp_path: Path) -> None:
    write_run(tmp_path / "article-1", accuracy=0.5)
    (run,) = RunListing(tmp_path).summaries()
    assert run_words.in_a_cell(run, 0.5) == "50.00\u00a0%"
    assert run_words.in_a_cell(replace(run, goal="number"), 0.5) == "50.00\u00a0% R²"
    assert run_words.in_a_cell(replace(run, goal="number"), None) == run_words.measured(run, None)
