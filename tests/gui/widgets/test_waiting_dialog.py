"""The dialog over something that takes its time shows how far a task is, cancels it, and goes away with it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from gui.tasks.task import Task
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.tasks.task import Job

LONG = 20_000


def reading(job: Job) -> str:
    """Tell of half of it, then wait until it is cancelled."""
    job.progress("reading", 0.5)
    while not job.cancelled():
        threading.Event().wait(0.001)
    return "read"


@pytest.fixture
def task(qtbot: QtBot) -> Iterator[Task]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Task("test", window)
    yield made
    made.shutdown()


def dialog_over(task: Task, *, with_words: bool = True) -> WaitingDialog:
    dialog = WaitingDialog("waiting", "Title", "Please wait", "Cancel", task.parent())
    dialog.wait_for(task, with_words=with_words)
    return dialog


def is_gone(dialog: WaitingDialog) -> bool:
    return not dialog.isVisible() and dialog.signalsBlocked()


@pytest.mark.parametrize(("with_words", "text"), [(True, "reading"), (False, "Please wait")])
def test_it_follows_a_job_and_the_button_cancels_it(
    qtbot: QtBot, task: Task, with_words: bool, text: str
) -> None:
    dialog = dialog_over(task, with_words=with_words)
    gone: list[bool] = []
    with qtbot.waitSignal(task.progressed, timeout=LONG):
        task.ask(reading, lambda _result: gone.append(is_gone(dialog)))
    assert (dialog.value(), dialog.labelText()) == (50, text)
    with qtbot.waitSignal(task.idle, timeout=LONG):
        dialog.canceled.emit()
    assert gone == [True]  # before anything else is shown


def test_it_goes_with_the_window(qtbot: QtBot, task: Task) -> None:
    dialog = dialog_over(task)
    with qtbot.waitSignal(task.progressed, timeout=LONG):
        task.ask(reading)
    task.shutdown()
    assert is_gone(dialog)


@pytest.mark.parametrize("by", ["button", "key", "frame"])
def test_cancelled_it_says_so_and_stays_until_what_is_under_way_has_ended(
    qtbot: QtBot, task: Task, by: str
) -> None:
    """A picture that is being decoded cannot be broken off; the window below is not free before."""
    last_picture = threading.Event()

    def decoding(job: Job) -> None:
        while not job.cancelled():
            job.progress("reading", 0.5)
            threading.Event().wait(0.001)
        last_picture.wait(5)
        job.progress("reading", 0.6)

    dialog = dialog_over(task)
    dialog.show()
    with qtbot.waitSignal(task.progressed, timeout=LONG):
        task.ask(decoding)
    (button,) = dialog.findChildren(QPushButton)
    if by == "button":
        button.click()
    elif by == "key":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert (dialog.isVisible(), dialog.labelText(), button.isEnabled()) == (True, "Cancelling …", False)
    with qtbot.waitSignal(task.idle, timeout=LONG):
        last_picture.set()
    assert is_gone(dialog)
