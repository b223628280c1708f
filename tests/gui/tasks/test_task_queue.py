"""Jobs in turn on one thread: order, repeated ones, failures, and what must be done at the end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from engine.errors import RunError
from gui.tasks.task_queue import TaskQueue
from gui.tasks.worker import JobFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.tasks.worker import Job, Post


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[TaskQueue]:
    owner = QObject()
    made = TaskQueue("test", owner)
    yield made
    made.shutdown()


def telling(word: str) -> Job:
    return lambda post: post(word)


def failing(post: Post) -> None:
    raise RunError("No.")


def test_jobs_are_done_in_turn_and_off_the_windows_thread(qtbot: QtBot, queue: TaskQueue) -> None:
    heard: list[object] = []
    threads: set[int] = set()
    queue.reported.connect(heard.append)
    for number in range(5):

        def job(post: Post, number: int = number) -> None:
            threads.add(threading.get_ident())
            post(number)

        queue.ask(job)
    assert queue.busy
    qtbot.waitUntil(lambda: not queue.busy)
    assert heard == [0, 1, 2, 3, 4]
    assert threads.isdisjoint({threading.get_ident()})
    assert len(threads) == 1


def test_of_one_kind_only_one_waits(qtbot: QtBot, queue: TaskQueue) -> None:
    heard: list[object] = []
    queue.reported.connect(heard.append)
    gate = threading.Event()
    queue.ask(lambda post: gate.wait(20))
    for number in range(3):
        queue.ask(telling(f"list {number}"), "list")
        queue.ask(telling(f"change {number}"))
    gate.set()
    qtbot.waitUntil(lambda: not queue.busy)
    assert heard == ["list 0", "change 0", "change 1", "change 2"]


def test_a_job_that_fails_is_told_and_the_next_one_done(qtbot: QtBot, queue: TaskQueue) -> None:
    heard: list[object] = []
    queue.reported.connect(heard.append)
    queue.ask(failing)
    queue.ask(telling("next"))
    qtbot.waitUntil(lambda: not queue.busy)
    assert isinstance(heard[0], JobFailed)
    assert heard[1] == "next"


def test_what_must_be_done_is_done_at_the_end(qtbot: QtBot, queue: TaskQueue) -> None:
    done: list[str] = []
    errors: list[object] = []
    queue.failed.connect(errors.append)
    gate = threading.Event()
    queue.ask(lambda post: gate.wait(20))
    queue.ask(lambda post: done.append("reading"))
    queue.ask(failing, must_be_done=True)
    queue.ask(lambda post: done.append("change"), must_be_done=True)
    gate.set()
    queue.shutdown()
    assert done == ["change"]
    assert [str(error) for error in errors] == ["No."]
    queue.ask(lambda post: done.append("later"), must_be_done=True)
    assert done == ["change"]
    assert not queue.busy
