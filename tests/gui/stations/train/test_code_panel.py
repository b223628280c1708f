"""View ▸ Code: the script of the experiment beside the network follows each edit, and is copied and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from engine.atomic import FileWriteError
from engine.deploy.code.keras import keras_script
from engine.deploy.code.pytorch import Subject, pytorch_script
from gui.stations.train.code_beside import CodeBeside
from gui.stations.train.code_panel import CodePanel
from gui.widgets.remembered_layout import text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow
    from gui.stations.train.page import TrainPage
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow


@pytest.fixture
def panel(qtbot: QtBot, bench: Workbench) -> CodePanel:
    panel = CodePanel(bench)
    qtbot.addWidget(panel)
    panel.resize(500, 400)
    panel.show()
    return panel


def code_action(window: MainWindow) -> QAction:
    found: QAction = window.station("train")._code
    return found


def test_it_follows_each_edit(qtbot: QtBot, bench: Workbench, panel: CodePanel) -> None:
    assert panel.view.toPlainText() == pytorch_script(Subject(bench.experiment))
    bench.editor.edit("training.learning_rate", 0.0123)
    qtbot.waitUntil(lambda: "lr=0.0123" in panel.view.toPlainText())
    [line] = panel.view.changed_lines
    assert "lr=0.0123" in panel.view.document().findBlockByNumber(line).text()
    bench.editor.edit("training.epochs", 77)
    qtbot.waitUntil(lambda: "range(1, 78)" in panel.view.toPlainText())
    bench.undo_stack.undo()
    qtbot.waitUntil(lambda: "range(1, 78)" not in panel.view.toPlainText())


def test_edits_while_it_is_hidden_are_caught_up_with(bench: Workbench, panel: CodePanel) -> None:
    panel.hide()
    bench.editor.edit("training.epochs", 55)
    panel.show()
    assert "range(1, 56)" in panel.view.toPlainText()


def test_keras_or_a_sentence_why_not(qtbot: QtBot, bench: Workbench, panel: CodePanel) -> None:
    panel.libraries.button("keras").click()
    assert panel.view.toPlainText() == keras_script(Subject(bench.experiment))
    assert panel.view.changed_lines == []
    bench.editor.edit("network.hidden", "lstm8")
    qtbot.waitUntil(lambda: not panel.view.isVisible())
    assert "dense layers alone" in panel._why.text()
    assert not panel._copy.isEnabled()
    panel.libraries.button("pytorch").click()
    assert "nn.LSTM" in panel.view.toPlainText()
    assert panel._copy.isEnabled()
    assert not panel._why.isVisible()


def test_it_is_copied_and_says_so(panel: CodePanel) -> None:
    button = panel.findChild(QPushButton, "copyCodeButton")
    assert button is not None
    assert button.text() == "Copy"
    button.click()
    assert QGuiApplication.clipboard().text() == panel.view.toPlainText()
    assert button.text() == "Copied"
    panel._confirmed.timeout.emit()


def test_it_is_saved_as_the_format_writes_it(bench: Workbench, panel: CodePanel, tmp_path: Path) -> None:
    panel.save(str(tmp_path / "network.py"))
    assert (tmp_path / "network.py").read_text(encoding="utf-8") == pytorch_script(Subject(bench.experiment))
    with pytest.raises(FileWriteError):
        panel.save(str(tmp_path))


def test_the_menu_shows_it_and_takes_it_away(qtbot: QtBot, window: MainWindow) -> None:
    page: TrainPage = window.station("train").page
    action = code_action(window)
    assert page._beside.code is None  # nothing is made at the start
    assert not action.isChecked()
    window.show_station("evaluate")

    action.trigger()

    assert page.isVisible()
    assert page.is_code_shown
    assert action.isChecked()
    assert isinstance(page._beside.code, CodePanel)
    qtbot.waitUntil(lambda: page._beside.code.view.hasFocus() or not window.isActiveWindow())  # type: ignore[union-attr]
    action.trigger()
    assert not page.is_code_shown
    assert not action.isChecked()
    assert page.curves.isVisible()
    action.trigger()
    page._beside.code._close.click()
    assert not action.isChecked()


def test_it_takes_the_place_of_the_curves_where_room_is_short(qtbot: QtBot, window: MainWindow) -> None:
    page: TrainPage = window.station("train").page
    code_action(window).trigger()
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: not page.curves.isVisible())
    assert page._beside.code is not None
    assert page._beside.code.isVisible()
    window.resize(1900, 900)
    qtbot.waitUntil(page.curves.isVisible)
    assert page._beside.code.isVisible()


def test_it_is_remembered(window: MainWindow) -> None:
    page: TrainPage = window.station("train").page
    code_action(window).trigger()
    page.save_layout()
    assert text("code", "") == "shown"
    page.show_code(shown=False)
    page.restore_layout()
    assert page.is_code_shown
    page.reset_layout()
    assert not page.is_code_shown
    page.save_layout()
    assert text("code", "none") == ""


@pytest.mark.parametrize("shown", [False, True])
def test_what_has_lost_its_python_half_does_not_raise_when_qt_asks(qtbot: QtBot, shown: bool) -> None:
    beside = CodeBeside(QWidget(), QWidget)
    qtbot.addWidget(beside)
    beside.show_code(shown)
    beside.show()
    vars(beside).clear()  # as the search for garbage leaves it
    beside.resize(300, 200)
    assert beside.minimumSizeHint().isValid()
