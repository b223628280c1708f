"""Jobs for views: of those that wait only the newest is done, one under way can be ended, and calm ones wait."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from engine.errors import Cancelled
from gui.stations.understand.newest_job import NewestJob
from gui.tasks.worker import Progress
from tests.gui.stations.understand.conftest import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gui.stations.understand.newest_job import CancellableJob
    from gui.tasks.worker import Post


@pytest.fixture
def jobs(qtbot: QtBot, qapp: object) -> Iterator[NewestJob]:
    from PySide6.QtCore import QObject

    owner = QObject()
    made = NewestJob("test", owner)
    yield made
    made.shutdown()


def saying(word: str, gate: threading.Event | None = None) -> CancellableJob:
    def job(post: Post, _cancelled: Callable[[], bool]) -> None:
        if gate is not None:
            gate.wait(LONG / 1000)
        post(word)

    return job


def test_of_those_that_wait_only_the_newest_is_done(qtbot: QtBot, jobs: NewestJob) -> None:
    heard: list[object] = []
    jobs.reported.connect(heard.append)
    gate = threading.Event()
    jobs.ask(saying("first", gate))
    jobs.ask(saying("second"))
    jobs.ask(saying("third"))
    with qtbot.waitSignal(jobs.ended, timeout=LONG):
        gate.set()
    assert heard == ["first", "third"]


def test_a_job_under_way_can_be_ended(qtbot: QtBot, jobs: NewestJob) -> None:
    heard: list[object] = []
    jobs.reported.connect(heard.append)
    jobs.failed.connect(lambda *_: heard.append("failed"))

    def job(post: Post, cancelled: Callable[[], bool]) -> None:
        post(Progress("", 0.5))
        while not cancelled():
            threading.Event().wait(0.001)
        post("too late")
        raise Cancelled

    with qtbot.waitSignal(jobs.progressed, timeout=LONG):
        jobs.ask(job)
    jobs.ask(saying("never"))
    with qtbot.waitSignal(jobs.ended, timeout=LONG):
        jobs.cancel()
    assert heard == []
    with qtbot.waitSignal(jobs.ended, timeout=LONG):
        jobs.ask(saying("afterwards"))
    assert heard == ["afterwards"]


def test_a_calm_job_gives_way_to_one_that_is_not(qtbot: QtBot, jobs: NewestJob) -> None:
    heard: list[object] = []
    jobs.reported.connect(heard.append)
    with qtbot.waitSignal(jobs.ended, timeout=LONG):
        jobs.ask(saying("first"), calm=True)
    jobs.ask(saying("calm"), calm=True)
    assert jobs.busy
    assert not jobs.under_way
    with qtbot.waitSignal(jobs.ended, timeout=LONG):
        jobs.ask(saying("at once"))
    assert heard == ["first", "at once"]


def test_a_calm_job_is_done_in_the_end(qtbot: QtBot, jobs: NewestJob) -> None:
    for word in ("first", "second"):
        with qtbot.waitSignal(jobs.reported, timeout=LONG) as caught:
            jobs.ask(saying(word), calm=True)
        assert caught.args == [word]
        qtbot.waitUntil(lambda: not jobs.busy, timeout=LONG)


def test_an_error_is_told_and_the_next_job_is_done(
    qtbot: QtBot, jobs: NewestJob, caplog: pytest.LogCaptureFixture
) -> None:
    def job(_post: Post, _cancelled: Callable[[], bool]) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.failed, timeout=LONG) as caught:
        jobs.ask(job)
    assert "ZeroDivisionError" in caught.args[1]
    with qtbot.waitSignal(jobs.reported, timeout=LONG):
        jobs.ask(saying("next"))


def test_nothing_starts_after_the_end(jobs: NewestJob) -> None:
    jobs.shutdown()
    jobs.ask(saying("late"))
    assert not jobs.busy
