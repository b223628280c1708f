"""The window follows another language while it is open: no word of the language before is left anywhere in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton

from engine.errors import DataError
from gui.look import language
from gui.look.spoken import say_all
from gui.tasks.task import Task
from tests.gui.look.test_translation import bare
from tests.gui.look.walk import left, unfold

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 60_000
STATIONS = ("train", "data", "evaluate", "understand", "challenge", "compress", "deploy", "sweep", "runs")


def see_all(window: MainWindow, qtbot: QtBot) -> None:
    """Turn to every station, and to every view in it that is chosen by a button."""
    for name in STATIONS:
        window.show_station(name)
        qtbot.wait(20)
    for station in ("understand", "challenge"):
        page = window.station(station).page
        window.show_station(station)
        for name, view in page.views.items():
            page.show_view(name)
            qtbot.wait(20)
            for task in view.findChildren(Task):
                qtbot.waitUntil(lambda task=task: not task.busy, timeout=LONG)
    unfold(window)


def test_no_word_is_left_in_the_window(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    see_all(window, qtbot)
    brackets()
    found, count = left(window)
    assert count > 1500
    assert found == []
    print(f"{count} texts in the window, 0 left in the other language")


def test_no_word_is_left_under_the_microscope(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    station = window.station("train")
    station.step_under_microscope()
    microscope = station.page.under.microscope
    qtbot.waitUntil(lambda: microscope.scene is not None, timeout=LONG)
    microscope.transport.pause()
    microscope.transport.go(1.0)
    brackets()
    found, _ = left(window)
    of_numbers = "stepPaper", "stepPicture", "exampleSpin", "qt_spinbox_lineedit"  # signs of formulas in them
    assert [what for what in found if not any(name in what[1] for name in of_numbers)] == []
    assert "⟦unit " in microscope._paper.text()
    assert microscope._example.text().startswith("⟦Example ")


def test_no_word_is_left_after_training(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    bench = window.workbench
    window.show_station("runs")
    for _ in range(2):
        bench.start()
        qtbot.waitUntil(lambda: not bench.running and bench.model is not None, timeout=LONG)
    qtbot.waitUntil(lambda: len(bench.catalogue.summaries) == 2, timeout=LONG)
    window.panel.canvas.set_image(np.asarray(bench.data.test.images[0]))
    see_all(window, qtbot)
    window.station("understand").page.views["activations"].picture.unit_clicked.emit("hidden_1", 0)
    window.show_station("evaluate")
    window.findChild(QPushButton, "measureButton").click()
    qtbot.wait(50)
    matrix = window.station("evaluate").page.report.matrix_view
    matrix._on_run_chosen(bench.catalogue.summaries[-1], "best")  # to be compared with
    qtbot.waitUntil(lambda: matrix._comparing.other is not None, timeout=LONG)
    runs = window.station("runs").page
    runs.list.choose([run.id for run in bench.catalogue.summaries])
    window.show_station("runs")
    bench.editor.edit("training.batch_size", 16)  # to be undone
    bench.editor.edit("training.learning_rate", 0)  # wrong
    window.words.show_error(DataError("“{name}” is damaged.", cause="The disk is full.", name="7"))
    qtbot.wait(300)
    brackets()
    names = {run.name for run in bench.catalogue.summaries} | {run.id for run in bench.catalogue.summaries}
    assert left(window, names)[0] == []


def test_no_word_is_left_in_the_preferences_that_are_open(
    window: MainWindow, brackets: Callable[[], None]
) -> None:
    window.show_preferences()
    dialog = window.findChild(QDialog, "preferencesDialog")
    brackets()
    own = [language.own_name(code) for code in language.languages()]
    found, count = left(dialog, own)
    assert count > 40
    assert [text for _, _, text in found] == ["Close"]  # a word of Qt's own


def test_no_word_is_left_in_the_palette_that_is_open(
    window: MainWindow, brackets: Callable[[], None]
) -> None:
    window.show_palette()
    dialog = window.findChild(QDialog, "palette")
    brackets()
    own = [language.own_name(code) for code in language.languages()]
    own += [
        lesson.title.said("en") for lesson in window.lessons.all().values()
    ]  # in the languages of its file
    found, count = left(dialog, own)
    assert count > 5
    assert [text for _, _, text in found if text != "MNIST" and "F9" not in text] == []
    names = {thing.names[0] for thing in dialog._things} | {thing.places[0] for thing in dialog._things}
    assert {name for name in names if bare(name)} <= {*own}


def test_no_word_is_left_while_it_trains(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 5000)
    see_all(window, qtbot)
    bench.start()
    qtbot.waitUntil(lambda: bench.model is not None and len(bench.history) > 3, timeout=LONG)
    bench.pause()  # so that nothing is said anew by itself
    qtbot.waitUntil(lambda: bench.state.name == "PAUSED", timeout=LONG)
    window.show_station("train")
    bench.actions.view(bench.current_run.moments[0].step)  # an earlier moment
    brackets()
    names = {run.name for run in bench.catalogue.summaries} | {run.id for run in bench.catalogue.summaries}
    assert left(window, names)[0] == []
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def test_what_the_status_bar_says_in_passing_follows(
    window: MainWindow, brackets: Callable[[], None]
) -> None:
    window.files.save_experiment(window.workbench.catalogue.folder.parent / "7.json")
    assert window.statusBar().currentMessage() == "Settings saved as “7.json”."
    brackets()
    assert window.statusBar().currentMessage() == "⟦Settings saved as “7.json”.⟧"
    window.files.waiting.emit(lambda: window.files.tr("Replace"))
    say_all()
    assert window.statusBar().currentMessage() == "⟦Replace⟧"
    window.statusBar().clearMessage()
    say_all()
    assert window.statusBar().currentMessage() == ""


def test_what_the_pad_could_not_show_follows(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    QGuiApplication.clipboard().setText("seven")
    window.panel.canvas.paste()
    assert "no image to paste" in window.notices.accessibleName()
    brackets()
    assert bare(window.notices.accessibleName()) == ""
