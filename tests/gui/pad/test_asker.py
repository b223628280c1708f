"""A network is asked soon, once for several changes, and only while somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from engine.errors import DataError
from gui.pad.asker import Asker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Counting(Asker):
    """Counts how often it asks."""

    def __init__(self, viewer: QWidget) -> None:
        super().__init__(viewer)
        self.asked = 0
        self.fault: Exception | None = None

    def _forget(self) -> None:
        """Have nothing to forget."""

    def _find(self) -> None:
        self.asked += 1
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def viewer(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


def test_nobody_is_asked_until_somebody_looks(qtbot: QtBot, viewer: QWidget) -> None:
    asker = Counting(viewer)
    asker.refresh()
    assert not asker._timer.isActive()
    viewer.show()
    with qtbot.waitSignal(asker.answered):
        asker.catch_up_soon()
    assert asker.asked == 1
    asker.catch_up()  # nothing is left to be done
    assert asker.asked == 1


def test_several_wishes_are_one_question(qtbot: QtBot, viewer: QWidget) -> None:
    asker = Counting(viewer)
    viewer.show()
    with qtbot.waitSignal(asker.answered):
        for _ in range(5):
            asker.refresh()
    assert asker.asked == 1


@pytest.mark.parametrize(
    ("fault", "problem"),
    [(DataError("It has no rows."), "It has no rows."), (ZeroDivisionError("by nothing"), "by nothing")],
)
def test_what_goes_wrong_is_said_until_it_goes_well(viewer: QWidget, fault: Exception, problem: str) -> None:
    asker = Counting(viewer)
    asker.fault = fault
    asker.refresh()
    asker.catch_up()
    assert problem in asker.problem
    asker.fault = None
    asker.refresh()
    asker.catch_up()
    assert asker.problem == ""
