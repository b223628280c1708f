"""What has a task of its own: whether it is busy, and its end."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from gui.tasks.task import Job
from gui.tasks.working import Working


class Counting(Working):
    """Counts what its task has done."""

    def __init__(self) -> None:
        super().__init__("counting")
        self.done = 0

    def ask(self, go_on: threading.Event) -> None:
        """Wait for a word, then count one."""

        def work(_job: Job) -> int:
            go_on.wait(5)
            return 1

        self._task.ask(work, self._take)

    def _take(self, count: int) -> None:
        self.done += count


def test_it_is_busy_until_its_task_is_told(qtbot: QtBot) -> None:
    counting, go_on = Counting(), threading.Event()
    counting.ask(go_on)

    assert counting.busy
    go_on.set()
    qtbot.waitUntil(lambda: not counting.busy)

    assert counting.done == 1
    counting.shutdown()


def test_nothing_starts_after_its_end(qtbot: QtBot) -> None:
    counting, go_on = Counting(), threading.Event()
    go_on.set()
    counting.shutdown()

    counting.ask(go_on)

    assert not counting.busy
    assert counting.done == 0
