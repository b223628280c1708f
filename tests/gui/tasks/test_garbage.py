"""Widgets in cycles are ended in the window's thread, whatever other threads do meanwhile."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from gui.tasks.garbage import GarbageCollector


class Knot:
    """Holds itself, so that only the search for garbage finds it, and says where that ends it."""

    def __init__(self, ended_in: list[int]) -> None:
        self._itself = self
        self._ended_in = ended_in

    def __del__(self) -> None:
        self._ended_in.append(threading.get_ident())


def test_the_program_searches_by_its_own_timer_only(qapp: QCoreApplication) -> None:
    assert len(qapp.findChildren(GarbageCollector)) == 1
    assert not gc.isenabled()


def test_other_threads_end_nothing(qtbot: QtBot, qapp: QCoreApplication) -> None:
    ended_in: list[int] = []
    kept: list[list[int]] = []

    def make_much() -> None:
        Knot(ended_in)
        kept.extend([number] for number in range(5000))  # enough for an automatic search, were there one

    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    assert ended_in == []
    collector = qapp.findChild(GarbageCollector)
    assert isinstance(collector, GarbageCollector)
    collector.check()
    qtbot.waitUntil(lambda: ended_in == [threading.get_ident()])


def test_nothing_is_searched_while_it_rests(qapp: QCoreApplication) -> None:
    collector, ended_in = GarbageCollector(qapp), list[int]()
    collector.rest_while(lambda: True)
    Knot(ended_in)
    kept = [[number] for number in range(5000)]
    collector.check()
    assert ended_in == []
    collector.rest_while(lambda: False)
    collector.check()
    assert ended_in == [threading.get_ident()]
    assert len(kept) == 5000
    collector.deleteLater()


def test_nothing_is_searched_before_it_is_due(qapp: QCoreApplication) -> None:
    collector = qapp.findChild(GarbageCollector)
    assert isinstance(collector, GarbageCollector)
    gc.collect()
    before = gc.get_stats()[2]["collections"]
    collector.check()
    assert gc.get_stats()[2]["collections"] == before
