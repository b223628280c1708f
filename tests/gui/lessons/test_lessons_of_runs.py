"""Lessons over runs, opened anew in another window, or over what is moved: each in a window of its own."""

# ruff: noqa: E501 - a lesson is read in one line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from gui.lessons.lessons import Lessons
from tests.gui.lessons.conftest import button, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow


def test_a_run_is_waited_for_and_its_figures_are_told(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot
) -> None:
    lessons = opened(
        '[[step]]\ntext = "x"\nuntil = [{trained = true}, {figure = "epochs", equals = 3}]\npraise = "{epochs} epochs, {training_accuracy}"\n'
    )
    window.workbench.start()
    qtbot.waitUntil(lambda: lessons.panel.is_done, timeout=20_000)
    assert "3 epochs, " in shown(window, "lessonPraise")
    assert "–" not in shown(window, "lessonPraise")


def test_while_training_nothing_is_set_up(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot
) -> None:
    opened('[[step]]\ntext = "x"\nsettings = {"training.epochs" = 7}\n')
    with qtbot.waitSignal(window.workbench.run_finished, timeout=20_000):
        window.workbench.start()
        assert not button(window, "lessonSetUp").isEnabled()
        assert shown(window, "lessonSetUpWords") == "Stop the training first."
    qtbot.waitUntil(lambda: button(window, "lessonSetUp").isEnabled(), timeout=5000)


def test_what_is_outlined_is_neither_covered_nor_moved(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot
) -> None:
    lessons = opened('[[step]]\ntext = "a"\nlook = "train"\nuntil = {trained = true}\n')
    outline = window.findChild(QWidget, "lessonOutline")
    train = window.findChild(QPushButton, "trainButton")
    assert outline is not None
    assert train is not None
    assert outline.isVisible()
    assert outline.geometry().contains(train.mapTo(window, train.rect().center()))
    assert window.childAt(train.mapTo(window, train.rect().center())) is train
    before = outline.geometry()
    window.resize(1200, 700)
    train.move(train.pos() + QPoint(20, 0))
    assert outline.geometry() != before
    lessons.close()
    assert window.findChild(QWidget, "lessonOutline") is None or not outline.isVisible()


def test_a_training_before_the_set_up_does_not_count(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot
) -> None:
    lessons = opened(
        '[[step]]\ntext = "a"\nsettings = {"training.epochs" = 2}\nuntil = {trained = true, new = true}\npraise = "{epochs}"\n'
    )

    def train() -> None:
        with qtbot.waitSignal(window.workbench.run_finished, timeout=20_000):
            window.workbench.start()
        qtbot.waitUntil(lambda: not window.workbench.running, timeout=20_000)

    train()
    qtbot.waitUntil(lambda: lessons.panel.is_done, timeout=5000)
    assert shown(window, "lessonPraise") == "3"
    lessons.set_up()
    assert not lessons.panel.is_done
    qtbot.waitUntil(lambda: not window.workbench.loader.busy, timeout=20_000)
    train()
    qtbot.waitUntil(lambda: shown(window, "lessonPraise") == "2", timeout=5000)
