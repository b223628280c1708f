"""What can wait leaves a turn of the event loop to what has begun in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from gui.tasks import own_turn
from gui.tasks.own_turn import OwnTurn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def work(done: list[str], name: str) -> None:
    """Take more of the thread than a turn has room for."""
    until = time.thread_time() + 2 * own_turn.ROOM
    while time.thread_time() < until:
        pass
    done.append(name)


def made(parent: QObject, done: list[str], name: str) -> OwnTurn:
    turn = OwnTurn(parent)
    turn.come.connect(lambda: work(done, name))
    return turn


def counted(parent: QObject, done: list[str]) -> QTimer:
    """Return a timer that notes each turn, before what can wait."""
    timer = QTimer(parent, interval=0)
    timer.timeout.connect(lambda: done.append("|"))
    timer.start()
    return timer


def test_two_that_can_wait_come_one_after_the_other(
    parent: QObject, done: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_turn, "PATIENCE", 60.0)
    counted(parent, done)
    first, second = made(parent, done, "first"), made(parent, done, "second")
    first.start()
    second.start()
    first.start()
    assert first.is_awaited
    qtbot.waitUntil(lambda: "first" in done and "second" in done)
    assert (
        "|" in done[done.index("first") : done.index("second")]
        or "|" in (done[done.index("second") : done.index("first")])
    )
    assert done.count("first") == done.count("second") == 1
    assert not first.is_awaited


def test_what_can_wait_leaves_the_turn_to_what_has_begun(
    parent: QObject, done: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_turn, "PATIENCE", 60.0)
    urgent = QTimer(parent, interval=0)
    urgent.timeout.connect(lambda: work(done, "urgent"))
    turn = made(parent, done, "later")
    urgent.start()
    turn.start()
    qtbot.waitUntil(lambda: done.count("urgent") > 8)
    assert "later" not in done
    urgent.stop()
    qtbot.waitUntil(lambda: "later" in done)


def test_it_does_not_wait_for_ever(
    parent: QObject, done: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_turn, "PATIENCE", 0.0)
    urgent = QTimer(parent, interval=0)
    urgent.timeout.connect(lambda: work(done, "urgent"))
    turn = made(parent, done, "later")
    urgent.start()
    turn.start()
    qtbot.waitUntil(lambda: "later" in done)


def test_it_can_be_stopped(parent: QObject, done: list[str], qtbot: QtBot) -> None:
    turn = made(parent, done, "never")
    turn.start()
    turn.stop()
    assert not turn.is_awaited
    counted(parent, done)
    qtbot.waitUntil(lambda: len(done) > 5)
    assert "never" not in done
