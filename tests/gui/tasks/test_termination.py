from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSocketNotifier
from pytestqt.qtbot import QtBot

from gui.tasks.termination import Termination


@pytest.fixture
def as_in_a_terminal() -> Iterator[None]:
    """Whatever started the tests may have had Ctrl-C ignored."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def termination(qtbot: QtBot, as_in_a_terminal: None) -> Iterator[Termination]:
    made = Termination()
    yield made
    made.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_loop_hears_a_signal_once(qtbot: QtBot, termination: Termination, number: int) -> None:
    told: list[bool] = []
    termination.asked.connect(lambda: told.append(True))
    with qtbot.waitSignal(termination.asked):
        signal.raise_signal(number)
    notifier = termination.findChild(QSocketNotifier)
    assert notifier is not None
    with qtbot.waitSignal(notifier.activated):
        signal.raise_signal(signal.SIGTERM)  # whoever waits in vain asks again
    assert told == [True]


def test_the_second_ctrl_c_ends_the_program_itself(qtbot: QtBot, termination: Termination) -> None:
    with qtbot.waitSignal(termination.asked):
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL


def test_signals_are_left_as_they_were(qtbot: QtBot, as_in_a_terminal: None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # told to outlive it
    made = Termination()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    made.close()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.set_wakeup_fd(-1) == -1
