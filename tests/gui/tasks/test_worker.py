"""Background threads report through a mailbox, always say that they are done, and end when told to."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread

from engine.errors import Cancelled, DataError
from gui.tasks import worker
from gui.tasks.worker import BackgroundThread, JobCancelled, JobFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.tasks.worker import Post


@pytest.fixture
def thread(qtbot: QtBot) -> Iterator[BackgroundThread]:
    parent = QObject()
    background = BackgroundThread("test", parent)
    yield background
    background.shutdown()


def test_a_job_runs_elsewhere_and_its_messages_arrive_in_order(
    qtbot: QtBot, thread: BackgroundThread
) -> None:
    def job(post: Post) -> None:
        post(threading.get_ident())
        for number in range(3):
            post(number)

    with qtbot.waitSignal(thread.finished):
        thread.start(job)
    where, *numbers = thread.messages()
    assert where != threading.get_ident()
    assert numbers == [0, 1, 2]
    assert not thread.busy


@pytest.mark.parametrize(
    ("error", "expected"),
    [(Cancelled(), JobCancelled), (DataError("Broken."), JobFailed), (RuntimeError("boom"), JobFailed)],
)
def test_an_error_ends_the_job_and_not_the_thread(
    qtbot: QtBot, thread: BackgroundThread, error: Exception, expected: type, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(_post: Post) -> None:
        raise error

    with qtbot.waitSignal(thread.finished):
        thread.start(failing)
    (message,) = thread.messages()
    assert isinstance(message, expected)
    with qtbot.waitSignal(thread.finished):
        thread.start(lambda post: post("alive"))
    assert list(thread.messages()) == ["alive"]


def test_unexpected_errors_carry_their_traceback(qtbot: QtBot, thread: BackgroundThread) -> None:
    def failing(_post: Post) -> None:
        raise ZeroDivisionError("x / 0")

    with qtbot.waitSignal(thread.finished):
        thread.start(failing)
    (message,) = thread.messages()
    assert isinstance(message, JobFailed)
    assert "ZeroDivisionError" in message.details
    assert message.error.remedy


def test_one_job_at_a_time(qtbot: QtBot, thread: BackgroundThread) -> None:
    go_on = threading.Event()
    with qtbot.waitSignal(thread.finished):
        thread.start(lambda _post: go_on.wait(10) and None)
        with pytest.raises(RuntimeError):
            thread.start(lambda _post: None)
        go_on.set()


def test_a_thread_that_cannot_begin_is_free_again(
    qtbot: QtBot, thread: BackgroundThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise ImportError("numpy")

    with monkeypatch.context() as broken:
        broken.setattr(worker, "load_what_waits", missing)
        with pytest.raises(ImportError):
            thread.start(lambda _post: None)
    assert not thread.busy
    with qtbot.waitSignal(thread.finished):
        thread.start(lambda post: post("alive"))
    assert list(thread.messages()) == ["alive"]


def test_shutdown_ends_the_thread(qtbot: QtBot, thread: BackgroundThread) -> None:
    with qtbot.waitSignal(thread.finished):
        thread.start(lambda post: post(1))
    thread.shutdown()
    assert not thread.findChild(QThread).isRunning()
