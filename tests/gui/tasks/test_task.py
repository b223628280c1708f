"""Work beside the window: what is told of it and where, what waits, and how it is ended."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Slot

from engine.errors import Cancelled, DataError, RunError
from gui.tasks.task import Task
from gui.tasks.worker import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gui.tasks.task import Job

LONG = 20_000


class Heard(QObject):
    """Notes all that a task tells, in order, and the threads in which it was told."""

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self.all: list[object] = []
        self.threads: set[int] = set()
        task.progressed.connect(self._on_told)
        task.reported.connect(self._on_told)
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        task.idle.connect(self._on_idle)

    @property
    def results(self) -> list[object]:
        return [item for item in self.all if item not in ("finished", "idle")]

    @Slot(object)
    def _on_told(self, message: object) -> None:
        self.note(message)

    @Slot()
    def _on_finished(self) -> None:
        self.note("finished")

    @Slot(object, str)
    def _on_failed(self, error: object, details: str) -> None:
        self.note((error, details))

    @Slot()
    def _on_idle(self) -> None:
        self.note("idle")

    def note(self, message: object) -> None:
        self.threads.add(threading.get_ident())
        self.all.append(message)


@pytest.fixture
def task(qtbot: QtBot, qapp: object) -> Iterator[Task]:
    owner = QObject()
    made = Task("test", owner)
    yield made
    made.shutdown()


@pytest.fixture
def heard(task: Task) -> Heard:
    return Heard(task)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Hold the work that waits for it; opened at the end of the test."""
    made = threading.Event()
    yield made
    made.set()


def saying(word: object) -> Callable[[Job], object]:
    return lambda _job: word


def waiting(gate: threading.Event, word: object = "waited") -> Callable[[Job], object]:
    def work(_job: Job) -> object:
        gate.wait(LONG / 1000)
        return word

    return work


def until_cancelled(job: Job) -> object:
    job.report("begun")
    while not job.cancelled():
        threading.Event().wait(0.001)
    job.report("found so far")
    raise Cancelled


def failing(_job: Job) -> object:
    raise DataError("Broken.")


def rest(qtbot: QtBot, task: Task) -> None:
    qtbot.waitUntil(lambda: not task.busy, timeout=LONG)


# What is told


def test_what_came_of_the_work_is_told_in_order_in_the_windows_thread(
    qtbot: QtBot, task: Task, heard: Heard
) -> None:
    where: list[int] = []

    def work(job: Job) -> str:
        where.append(threading.get_ident())
        job.report(1)
        job.report(2)
        return "result"

    with qtbot.waitSignal(task.idle, timeout=LONG):
        task.ask(work, heard.note)
        assert task.busy
        assert task.under_way
    assert heard.all == [1, 2, "finished", "result", "idle"]
    assert heard.threads == {threading.get_ident()}
    assert where != [threading.get_ident()]
    assert not task.busy


def test_one_thread_does_all_jobs(qtbot: QtBot, task: Task, heard: Heard) -> None:
    assert task.findChild(QThread) is None  # it begins with the first job
    for _ in range(3):
        task.ask(lambda _job: threading.get_ident(), heard.note)
        rest(qtbot, task)
    assert len(set(heard.results)) == 1


def test_progress_is_told_between_reports_and_only_the_newest_of_several(
    qtbot: QtBot, task: Task, heard: Heard, gate: threading.Event
) -> None:
    def work(job: Job) -> None:
        for percent in range(50):
            job.progress("reading", percent / 100)
        job.report("half")
        for percent in range(50, 101):
            job.progress("writing", percent / 100)

    task.progressed.connect(lambda _progress: gate.set())
    with qtbot.waitSignal(task.finished, timeout=LONG):
        task.ask(work)
    told = heard.results
    assert told.index(Progress("reading", 0.49)) < told.index("half") < told.index(Progress("writing", 1.0))
    shares = [item.share for item in told if isinstance(item, Progress)]
    assert shares == sorted(shares)
    assert len(shares) < 101


def test_progress_is_told_while_the_work_goes_on(qtbot: QtBot, task: Task, gate: threading.Event) -> None:
    def work(job: Job) -> None:
        job.progress("waiting", 0.5)
        gate.wait(LONG / 1000)

    with qtbot.waitSignal(task.progressed, timeout=LONG) as told:
        task.ask(work)
    assert told.args == [Progress("waiting", 0.5)]
    assert task.under_way


def test_a_failure_is_told_and_the_next_job_done(qtbot: QtBot, task: Task, heard: Heard) -> None:
    with qtbot.waitSignal(task.idle, timeout=LONG):
        task.ask(failing, heard.note)
    before, (error, details), after = heard.all
    assert (before, after) == ("finished", "idle")
    assert isinstance(error, DataError)
    assert details == ""
    task.ask(saying("next"), heard.note)
    rest(qtbot, task)
    assert heard.results[1:] == ["next"]


@pytest.mark.usefixtures("caplog")
def test_an_error_nobody_foresaw_comes_with_its_traceback(qtbot: QtBot, task: Task, heard: Heard) -> None:
    def work(_job: Job) -> None:
        raise ZeroDivisionError("x / 0")

    with qtbot.waitSignal(task.failed, timeout=LONG) as told:
        task.ask(work, heard.note)
    error, details = told.args
    assert "ZeroDivisionError: x / 0" in details
    assert error.remedy


def test_what_follows_may_fail_and_may_ask_for_more(
    qtbot: QtBot, task: Task, heard: Heard, gate: threading.Event
) -> None:
    def then(result: object) -> None:
        heard.note(result)
        task.ask(saying("third"), heard.note, kind="third")
        raise LookupError("of the window")

    with qtbot.capture_exceptions() as raised:
        task.ask(waiting(gate, "first"), then)
        task.ask(saying("second"), heard.note, kind="second")
        gate.set()
        rest(qtbot, task)
    assert heard.results == ["first", "second", "third"]
    assert [kind for kind, *_ in raised] == [LookupError]
    assert heard.all[-1] == "idle"
    assert heard.all.count("idle") == 1


def test_slots_that_let_events_through_hear_all_in_order(
    qtbot: QtBot, task: Task, heard: Heard, gate: threading.Event
) -> None:
    told = threading.Event()

    def work(job: Job) -> str:
        job.progress("reading", 0.5)
        job.report(1)
        job.report(2)
        told.set()
        gate.wait(LONG / 1000)
        return "result"

    def let_through() -> None:
        """Do as the dialog does in ``setValue``, for so long that the end of the job is among the events."""
        gate.set()
        qtbot.waitUntil(lambda: not task.busy, timeout=LONG)

    task.progressed.connect(let_through)
    task.ask(work, heard.note)
    told.wait(LONG / 1000)  # all of it lies in the mailbox
    rest(qtbot, task)
    assert heard.all == [Progress("reading", 0.5), 1, 2, "finished", "result", "idle"]


def test_what_a_slot_asks_for_while_a_job_ends_comes_after_it(
    qtbot: QtBot, task: Task, heard: Heard, gate: threading.Event
) -> None:
    def work(job: Job) -> str:
        job.report("found")
        gate.set()
        return "first"

    task.reported.connect(lambda _found: task.ask(saying("second"), heard.note))
    task.ask(work, heard.note)
    gate.wait(LONG / 1000)
    rest(qtbot, task)
    assert heard.all == ["found", "finished", "first", "finished", "second", "idle"]


def test_what_came_of_the_work_is_not_held_longer_than_it_is_told(qtbot: QtBot, task: Task) -> None:
    class Large:
        pass

    held: list[weakref.ref[Large]] = []
    with qtbot.waitSignal(task.idle, timeout=LONG):
        task.ask(lambda _job: Large(), lambda large: held.append(weakref.ref(large)))
    assert held[0]() is None


# What waits


def test_of_those_that_wait_the_newest_of_each_kind_is_done(
    qtbot: QtBot, task: Task, heard: Heard, gate: threading.Event
) -> None:
    task.ask(waiting(gate, "under way"), heard.note)
    for number in range(3):
        task.ask(saying(f"list {number}"), heard.note, kind="list")
        task.ask(saying(f"size {number}"), heard.note, kind="size")
        task.ask(saying(f"change {number}"), heard.note, must_be_done=True)
    gate.set()
    with qtbot.waitSignal(task.idle, timeout=LONG):
        assert task.busy
    assert heard.results == ["under way", "list 2", "size 2", "change 0", "change 1", "change 2"]
    assert heard.all.count("idle") == 1
    assert heard.all.count("finished") == 6


def test_a_calm_job_gives_way_to_one_that_is_not(qtbot: QtBot, task: Task, heard: Heard) -> None:
    task.ask(saying("first"), heard.note, calm=True)
    rest(qtbot, task)
    task.ask(saying("calm"), heard.note, calm=True)
    assert task.busy
    assert not task.under_way
    task.ask(saying("at once"), heard.note)
    assert task.under_way
    rest(qtbot, task)
    assert heard.results == ["first", "at once"]


def test_a_calm_job_is_done_in_the_end(qtbot: QtBot, task: Task, heard: Heard) -> None:
    for word in ("first", "second"):
        task.ask(saying(word), heard.note, calm=True)
        rest(qtbot, task)
    assert heard.results == ["first", "second"]


# How it is ended


def test_a_cancelled_job_may_still_tell_what_it_has(qtbot: QtBot, task: Task, heard: Heard) -> None:
    with qtbot.waitSignal(task.reported, timeout=LONG):
        task.ask(until_cancelled, heard.note)
    task.ask(saying("never"), heard.note)
    with qtbot.waitSignal(task.idle, timeout=LONG):
        task.cancel()
    assert heard.all == ["begun", "found so far", "finished", "idle"]


def test_a_job_that_ends_all_the_same_is_told(
    qtbot: QtBot, task: Task, heard: Heard, gate: threading.Event
) -> None:
    task.ask(waiting(gate, "too late to stop"), heard.note)
    task.cancel()
    gate.set()
    rest(qtbot, task)
    assert heard.results == ["too late to stop"]


@pytest.mark.parametrize("outcome", [saying("too late"), failing])
def test_of_a_job_given_up_nothing_is_told_but_its_end(
    qtbot: QtBot, task: Task, heard: Heard, outcome: Callable[[Job], object]
) -> None:
    def work(job: Job) -> object:
        job.report("begun")
        while not job.cancelled():
            threading.Event().wait(0.001)
        job.progress("", 0.9)
        job.report("late")
        return outcome(job)

    with qtbot.waitSignal(task.reported, timeout=LONG):
        task.ask(work, heard.note)
    task.give_up()
    task.ask(saying("the newest"), heard.note)
    rest(qtbot, task)
    assert heard.all == ["begun", "finished", "finished", "the newest", "idle"]


def test_a_slot_may_give_up_what_it_has_heard_enough_of(qtbot: QtBot, task: Task, heard: Heard) -> None:
    def work(job: Job) -> str:
        job.report("enough")
        job.report("more")
        job.progress("", 1.0)
        return "result"

    task.reported.connect(task.give_up)
    task.ask(work, heard.note)
    rest(qtbot, task)
    assert heard.all == ["enough", "finished", "idle"]


def test_giving_up_before_anything_was_asked_for_is_forgotten(qtbot: QtBot, task: Task, heard: Heard) -> None:
    task.give_up()
    task.ask(lambda job: job.cancelled(), heard.note)
    rest(qtbot, task)
    assert heard.results == [False]


def test_shutdown_ends_the_job_under_way_and_tells_nothing_of_it(
    qtbot: QtBot, task: Task, heard: Heard
) -> None:
    with qtbot.waitSignal(task.reported, timeout=LONG):
        task.ask(until_cancelled, heard.note)
    task.ask(saying("waits"), heard.note)
    task.shutdown()
    assert not task.busy
    assert not task.findChild(QThread).isRunning()
    assert not any(timer.isActive() for timer in task.findChildren(QTimer))
    with qtbot.assertNotEmitted(task.idle, wait=50):
        task.ask(saying("later"), heard.note)
        task.ask(saying("later"), heard.note, must_be_done=True)
    assert not task.busy
    assert heard.all == ["begun", "finished"]  # so that a dialog above it goes


def test_what_must_be_done_is_done_at_the_end(task: Task, heard: Heard, gate: threading.Event) -> None:
    done: list[str] = []

    def refused(_job: Job) -> None:
        raise RunError("No.")

    task.ask(waiting(gate))
    task.ask(lambda _job: done.append("reading"))
    task.ask(refused, must_be_done=True)
    task.ask(lambda job: done.append(f"change {job.cancelled()}"), must_be_done=True)
    gate.set()
    task.shutdown()
    assert done == ["change False"]
    assert [str(error) for error, _ in heard.results] == ["No."]


def test_a_calm_job_that_waits_is_forgotten_at_the_end(qtbot: QtBot, task: Task, heard: Heard) -> None:
    task.ask(saying("first"), heard.note)
    rest(qtbot, task)
    task.ask(saying("calm"), heard.note, calm=True)
    task.shutdown()
    assert not task.busy
    assert not any(timer.isActive() for timer in task.findChildren(QTimer))
    assert heard.results == ["first"]


@pytest.mark.parametrize("moment", ["reported", "finished", "then"])
def test_nothing_is_told_after_a_shutdown_in_the_midst_of_telling(
    qtbot: QtBot, task: Task, heard: Heard, moment: str
) -> None:
    def work(job: Job) -> str:
        job.report("found")
        job.report("found more")
        return "result"

    def then(result: object) -> None:
        heard.note(result)
        task.shutdown()

    if moment != "then":
        getattr(task, moment).connect(task.shutdown)
    with qtbot.assertNotEmitted(task.idle, wait=200):
        task.ask(work, then)
        task.ask(saying("next"), heard.note)
    told = {
        "reported": ["found", "finished"],
        "finished": ["found", "found more", "finished"],
        "then": ["found", "found more", "finished", "result"],
    }
    assert heard.all == told[moment]
