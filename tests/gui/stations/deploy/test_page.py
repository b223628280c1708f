"""The Deploy station: which model leaves, whether it passes, what becomes of exports."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from engine.deploy.registry import FORMATS
from engine.deploy.weights import Activations, Weights
from engine.lessons.state import Deed
from engine.storage import model_file
from engine.training.private.promise import SPENT
from engine.words import Phrase
from gui.stations.deploy.cards import Cards
from gui.stations.deploy.gate_bar import GateBar
from gui.stations.deploy.looking import not_rounded
from gui.stations.deploy.model_box import ModelBox
from gui.stations.deploy.page import DeployPage
from gui.stations.deploy.subject import AT_HAND, BEST, NEWEST, Choice, Kind, Subjects
from tests.gui.stations.deploy.conftest import LONG, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.deploy.station import DeployStation


def export(
    qtbot: QtBot, station: DeployStation, monkeypatch: pytest.MonkeyPatch, path: Path, form: str = "script"
) -> None:
    """Press the button of a card, choose a file, and wait for what comes of it."""
    asked: list[Path] = []

    def ask(_parent: object, _title: str, start: Path, *_: str) -> Path:
        asked.append(start)
        return path

    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", ask)
    station.page.cards.cards[form].button.click()
    qtbot.waitUntil(lambda: not station.exporting.busy and not station.recents.busy, timeout=LONG)
    assert len(asked) == 1
    assert asked[0].name.startswith("generated_16")


def rows(station: DeployStation) -> list[list[str]]:
    table = station.page.recent.table
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(6)] for item in items if item is not None]


def test_before_the_first_training_it_says_what_to_do(
    qtbot: QtBot, station: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = station.page
    assert page._empty.isVisible()
    assert not page.cards.isVisible()
    assert not page.gate.isVisible()
    with qtbot.waitSignal(station.station_wanted, check_params_cb=lambda name: name == "train"):
        page._empty.findChild(QPushButton, "deployGoToTrain").click()
    path = tmp_path / "7.safetensors"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(station.model_wanted, check_params_cb=lambda given: given == path):
        page._empty_open.click()


def test_out_of_sight_nothing_is_computed_and_it_is_right_once_it_is_seen(
    qtbot: QtBot, station: DeployStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, bench = station.page, station.workbench
    page.window().hide()
    done: list[str] = []
    for kind, name in (
        (ModelBox, "show_choices"), (DeployPage, "_show"), (Cards, "show_offers"), (Subjects, "title"),
        (Subjects, "source"), (GateBar, "set_about"),
    ):  # fmt: skip
        original = getattr(kind, name)

        def noting(*given: object, name: str = name, original: Callable[..., object] = original) -> object:
            done.append(name)
            return original(*given)

        monkeypatch.setattr(kind, name, noting)
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    station.recents.changed.emit()
    assert done == []
    monkeypatch.setattr(bench.catalogue, "refresh", lambda: None)  # or it tells of changes

    page.window().show()
    settle(qtbot, station)
    assert page.cards.isVisible()
    assert page.about.text().startswith("Layers: 16.")
    assert page.gate.words.text().startswith("Not passed: ")
    assert page.cards.cards["script"].button.isEnabled()
    assert page.model_box.itemText(0) == station.subjects.title(AT_HAND)
    best = f"Best epoch: {bench.current_run.best.epoch}"
    assert best in [page.model_box.itemText(at) for at in range(page.model_box.count())]


def test_a_model_is_exported_proved_and_remembered(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, target = trained.page, tmp_path / "digit.py"
    assert set(page.cards.cards) == {form.name for form in FORMATS}
    assert "10 classes: 0, 1, 2, 3" in page.about.text()
    assert page.about.text().startswith("Layers: 16.")
    card = page.cards.cards["script"]
    export(qtbot, trained, monkeypatch, target)

    done = subprocess.run([sys.executable, target, "--about"], capture_output=True, text=True, timeout=60)
    told = json.loads(done.stdout)
    assert told["gate"]["verdict"] == "not_passed"  # it goes along
    assert told["name"] == trained.workbench.current_run.run.id  # as from the command line
    assert card.result.isVisible()
    assert "“digit.py” in " in card.result.text()
    assert "40 examples, largest difference " in card.result.text()
    assert card.folder.isVisible()
    ((model, form, _when, verdict, size, place),) = rows(trained)
    assert (model, form, verdict) == (trained.workbench.current_run.run.id, "Python script", "not passed")
    assert size == f"{round(target.stat().st_size / 1000)} kB"
    assert place == str(target)

    assert card.result.text().count("\n") == 0
    page.recent.table.topLevelItem(0).setSelected(True)
    assert "40 examples" in page.recent.proof.text()
    target.write_text("print('seven')")
    trained.recents.refresh()
    settle(qtbot, trained)
    assert rows(trained)[0][5] == f"{target} (changed since)"
    assert "changed since" in card.result.text()
    target.unlink()
    trained.recents.refresh()
    settle(qtbot, trained)
    assert rows(trained)[0][5] == f"{target} (not there any more)"
    assert not page.recent.open.isEnabled()
    page.recent.table.setFocus()
    qtbot.keyClick(page.recent.table, Qt.Key.Key_Delete)
    settle(qtbot, trained)
    assert rows(trained) == []
    assert not page.recent.isVisible()


def test_coming_back_from_another_program_shows_what_became_of_a_file(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, target, other = trained.page, tmp_path / "digit.py", QWidget()
    qtbot.addWidget(other)
    export(qtbot, trained, monkeypatch, target)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    target.unlink()
    page.window().activateWindow()
    qtbot.waitUntil(lambda: rows(trained)[0][5].endswith("(not there any more)"), timeout=LONG)
    assert not page.recent.open.isEnabled()


def test_weights_that_a_format_cannot_hold_are_seen_and_not_chosen(trained: DeployStation) -> None:
    cards = trained.page.cards.cards
    box = cards["c"].weights
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    items = {kind: model.item(place) for place, kind in enumerate(Weights)}
    assert [kind for kind, item in items.items() if not item.isEnabled()] == [Weights.FLOAT16]
    assert items[Weights.FLOAT16].toolTip() == "C99 has no floating-point numbers of 16 bits."
    assert items[Weights.INT8].toolTip() == ""
    sizes = [item.text() for item in items.values()]
    assert sizes[0].startswith("weights of 32 bits, 5")
    assert sizes[3].startswith("weights of 4 bits, 8")
    box.setCurrentIndex(3)
    assert cards["c"].chosen is Weights.INT4
    assert not cards["code"].weights.isVisible()


def test_activations_are_rounded_where_there_are_training_images(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = trained.page.cards.cards["onnx"]
    model = card.weights.model()
    assert isinstance(model, QStandardItemModel)
    last = model.item(len(Weights))
    assert last.text() == "weights and activations of 8 bits"
    assert last.isEnabled()
    card.weights.setCurrentIndex(len(Weights))
    assert (card.chosen, card.chosen_activations) == (Weights.INT8, Activations.INT8)

    export(qtbot, trained, monkeypatch, tmp_path / "digit.onnx", "onnx")

    assert "Rounded to weights and activations of 8 bits, " in card.result.text()
    assert trained.recents.items[0][0].activations == "int8"
    item = trained.page.recent.table.topLevelItem(0)
    assert "weights and activations of 8 bits" in item.text(1)
    offer = card._offer
    assert offer is not None
    reason = Phrase(
        "Training examples decide the steps of activations, and “{name}” is not on this computer.", name="x"
    )
    card.set_offer(replace(offer, not_rounded=reason))
    assert not last.isEnabled()
    assert last.toolTip() == reason
    assert (card.chosen, card.chosen_activations) == (Weights.FLOAT32, Activations.FLOAT32)
    saved = trained.workbench.model.as_saved()
    assert not_rounded(card.form, saved) == ""
    assert "does not cover that" in not_rounded(card.form, replace(saved, results={SPENT: 1.0}))


def test_of_code_it_is_said_that_no_weights_are_in_it(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(qtbot, trained, monkeypatch, tmp_path / "network.py", "code")
    words = "With the model’s weights in its network: 40 examples, largest difference "
    assert words in trained.page.cards.cards["code"].result.text()


def test_an_export_is_cancelled_and_nothing_is_written(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, other = (trained.page.cards.cards[name] for name in ("script", "onnx"))
    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", lambda *_: tmp_path / "digit.py")
    card.button.click()
    assert card.cancel.isVisible()
    assert not other.button.isEnabled()
    assert "Another export" in other.button.toolTip()
    card.cancel.click()
    qtbot.waitUntil(lambda: not trained.exporting.busy, timeout=LONG)
    assert list(tmp_path.iterdir()) == []
    assert card.button.isVisible()
    assert card.button.isEnabled()
    assert not card.result.isVisible()


def test_nothing_is_replaced_unasked_and_the_model_itself_never(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, path = trained.workbench, tmp_path / "model.safetensors"
    bench.save_model(path)
    before = path.read_bytes()
    settle(qtbot, trained)
    with qtbot.waitSignal(trained.failed, timeout=LONG) as refused:
        export(qtbot, trained, monkeypatch, path)
    assert "would be lost" in str(refused.args[0])
    trained.subjects.choose(Choice(Kind.FILE, path=path))
    settle(qtbot, trained)
    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", lambda *_: path)
    with qtbot.waitSignal(trained.failed, timeout=LONG):
        trained.page.cards.cards["script"].button.click()
    qtbot.waitUntil(lambda: not trained.exporting.busy, timeout=LONG)
    assert path.read_bytes() == before

    there = tmp_path / "digit.py"  # named without its ending, of which the dialog did not ask
    there.write_text("mine")
    asked: list[str] = []

    def ask(_parent: object, _title: object, text: object) -> bool:
        asked.append(text())
        return False

    monkeypatch.setattr("gui.stations.deploy.destination.MessageBox.ask", ask)
    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", lambda *_: tmp_path / "digit")
    trained.page.cards.cards["script"].button.click()
    assert asked == ["“digit.py” is there already. Replace it?"]
    assert not trained.exporting.busy
    assert there.read_text() == "mine"


def test_the_verdict_is_said_and_leads_on(qtbot: QtBot, trained: DeployStation, tmp_path: Path) -> None:
    bench, gate = trained.workbench, trained.page.gate
    assert gate.property("banner") == "warning"
    assert gate.words.text().startswith("Not passed: the model read ")
    assert bench.counsel.words in gate.words.text()
    assert gate.button.text() == "Back to the data"
    with qtbot.waitSignal(trained.station_wanted, check_params_cb=lambda name: name == "evaluate"):
        gate.button.click()
    for mark, banner, words in ((0.01, "success", "Passed: "), (0.0, "info", "No pass mark is set.")):
        bench.editor.edit("evaluation.gate", mark)  # as Evaluate does, whose verdict is the same
        settle(qtbot, trained)
        assert (gate.property("banner"), gate.words.text()[: len(words)]) == (banner, words)

    path = tmp_path / "model.safetensors"
    bench.model.results.clear()
    bench.save_model(path)
    bench.open_model(path)
    settle(qtbot, trained)
    assert gate.words.text().startswith("Not measured yet")
    assert gate.button.text() == "Measure it"
    bench.editor.edit("evaluation.gate", 0.5)
    bench.counsel.set_measured(0.9, 0.8)  # as Evaluate does
    settle(qtbot, trained)
    assert (
        gate.words.text()
        == "Passed: the model read 80.00\u00a0% of the test examples, the pass mark is 50\u00a0%."
    )


def test_each_model_is_the_one_that_is_named(qtbot: QtBot, trained: DeployStation) -> None:
    bench, subjects = trained.workbench, trained.subjects
    best = bench.current_run.best
    assert [subjects.title(each) for each in subjects.choices] == [
        "Newest weights",
        f"Best epoch: {best.epoch}",
    ]
    newest = bench.model.recognizer.state
    first = bench.current_run.moments[0]
    bench.actions.view(first.step)
    titles = [subjects.title(each) for each in subjects.choices]
    assert titles[:2] == [f"At the slider: {bench.moment_at_hand}", "Newest weights"]
    expected = {
        AT_HAND: bench.current_run.weights(first.step),
        NEWEST: newest,
        BEST: bench.current_run.best_weights(),
    }
    for choice, state in expected.items():
        subjects.choose(choice)
        found = subjects.source().load()
        assert all((found.state[name] == tensor).all() for name, tensor in state.items()), choice
    settle(qtbot, trained)
    assert trained.page.gate.button.text() in ("Measure it", "Back to the data")
    bench.actions.view(None)
    assert subjects.choice == BEST
    assert NEWEST not in subjects.choices

    run = bench.current_run.run
    path = model_file.load(run.model_path)
    subjects.choose(Choice(Kind.RUN, run=run.id, which="last"))
    bench.catalogue.refresh()
    qtbot.waitUntil(lambda: bench.catalogue.get(run.id) is not None, timeout=LONG)
    assert subjects.title(subjects.choice) == f"{run.id}, final weights"
    found = subjects.source().load()
    assert all((found.state[name] == tensor).all() for name, tensor in path.state.items())


def test_best_weights_that_are_the_final_ones_are_measured_with_them(
    qtbot: QtBot, trained: DeployStation
) -> None:
    run, subjects = trained.workbench.current_run.run, trained.subjects
    trained.workbench.catalogue.refresh()
    qtbot.waitUntil(lambda: trained.workbench.catalogue.get(run.id) is not None, timeout=LONG)
    last = model_file.load(run.model_path)
    about = {"experiment": last.experiment, "classes": last.classes, "image_shape": last.image_shape}
    for change, accuracy in ((0, last.results["test_accuracy"]), (1, None)):
        state = {name: tensor + change for name, tensor in last.state.items()}
        model_file.save(run.best_path, state=state, **about)
        subjects.choose(Choice(Kind.RUN, run=run.id, which="best"))
        found = subjects.source().load()
        assert found.results.get("test_accuracy") == accuracy
        assert all((found.state[name] == tensor).all() for name, tensor in state.items())
    summary = trained.workbench.catalogue.get(run.id)
    subjects.choose_run(summary)  # the list names it with its accuracy, which is of these
    assert subjects.source().load().results == last.results


def test_a_card_tells_of_no_model_that_was_exported_before(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = trained.page.cards.cards["script"]
    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", lambda *_: tmp_path / "digit.py")
    card.button.click()
    trained.workbench.editor.edit(
        "evaluation.gate", 0.123
    )  # what is said of it is other than what is written
    qtbot.waitUntil(lambda: not trained.exporting.busy and not trained.recents.busy, timeout=LONG)
    settle(qtbot, trained)
    assert (tmp_path / "digit.py").exists()
    assert card.export is None
    assert len(rows(trained)) == 1


def test_what_failed_is_taken_back_once_it_is_tried_again(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gui.stations.deploy.destination.ask_where", lambda *_: tmp_path / "none" / "digit.py"
    )
    with qtbot.waitSignal(trained.failed, timeout=LONG):
        trained.page.cards.cards["script"].button.click()
    qtbot.waitUntil(lambda: not trained.exporting.busy, timeout=LONG)
    with qtbot.waitSignal(trained.notice_raised, check_params_cb=lambda notice: notice is None):
        trained.page.cards.cards["script"].button.click()
    qtbot.waitUntil(lambda: not trained.exporting.busy, timeout=LONG)


def test_a_format_that_cannot_hold_it_says_why(
    qtbot: QtBot, trained: DeployStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = next(each for each in FORMATS if each.name == "onnx")
    monkeypatch.setattr(type(form), "obstacle", lambda *_: Phrase("It has too many layers."))
    trained.page._look()
    settle(qtbot, trained)
    card = trained.page.cards.cards[form.name]
    assert card.obstacle.isVisible()
    assert card.obstacle.text() == card.button.toolTip() == "It has too many layers."
    assert not card.button.isEnabled()
    assert trained.page.cards.cards["script"].button.isEnabled()


def test_a_file_that_is_no_model_is_told_in_place(
    qtbot: QtBot, station: DeployStation, tmp_path: Path
) -> None:
    path = tmp_path / "7.safetensors"
    path.write_bytes(b"nothing of ours")
    station.subjects.choose(Choice(Kind.FILE, path=path))
    settle(qtbot, station)
    assert "7.safetensors" in station.page.about.text()
    assert not any(card.button.isEnabled() for card in station.page.cards.cards.values())
    assert not station.page.gate.isVisible()


def test_whoever_asks_for_a_way_out_can_press_return(trained: DeployStation) -> None:
    page = trained.page
    for view, wanted in (("serve", page.service.start), ("export", page.cards.cards["web"].button)):
        page.model_box.setFocus()  # somewhere else
        for _ in range(2):  # where that way is in sight already, too
            page.show_view(view)
            assert page.window().focusWidget() is wanted
            page.model_box.setFocus()


def test_it_is_found_by_its_words_and_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    station = window.station("deploy")
    assert window.body.stations.keys(station) == "Ctrl+7"
    window.show_station("deploy")
    found = {(thing.names[0], thing.places[0]): thing for thing in window.findables.all()}
    for form in FORMATS:
        assert (str(form.title), "Deploy") in found
        assert (f"Export: {form.title}", "Deploy") in found
    assert ("Start the service", "Deploy") in found
    window.show_station("train")
    found["Export Model", "Model"].go()
    assert window.rail.station == "deploy"
    found["Serve Model", "Model"].go()
    assert station.page.view.value == "serve"
    for label in station.page.findChildren(QLabel):
        assert label.textFormat() is not Qt.TextFormat.AutoText


def test_a_name_that_says_another_form_is_refused_in_a_sentence(
    qtbot: QtBot, trained: DeployStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.stations.deploy.destination.ask_where", lambda *_: tmp_path / "digit.c")
    with qtbot.waitSignal(trained.failed) as told:
        trained.page.cards.cards["onnx"].button.click()
    assert "“digit.c” would be taken for something else." in str(told.args[0])
    assert not trained.exporting.busy
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_hears_what_was_exported(
    trained: DeployStation, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with qtbot.waitSignal(trained.achieved, timeout=LONG) as told:
        export(qtbot, trained, monkeypatch, tmp_path / "digit.py")
    assert told.args == [Deed("exported", "script")]
    assert trained.view() == "export"
