from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import torch

from engine.errors import Cancelled
from engine.training.ranks.meeting import Meeting
from engine.training.ranks.place import LostRankError, Place, RankError
from engine.training.ranks.ranks import Ranks

AtOnce = Callable[[list[Callable[[], object]]], list[Any]]


@pytest.fixture
def place() -> Iterator[Place]:
    """Return the place of the first of two, where they meet as torchrun has it."""
    from torch.distributed import TCPStore  # type: ignore[attr-defined]

    store = TCPStore("127.0.0.1", 0, is_master=True, wait_for_workers=False, timeout=timedelta(seconds=30))
    yield Place(0, 2, port=store.port, keeps_store=False)
    del store


def test_all_come_and_add_up(place: Place, at_once: AtOnce) -> None:
    def come(rank: int) -> float:
        with Meeting(replace(place, rank=rank)) as meeting:
            return float(meeting.ranks().sum(torch.tensor([rank + 1.0])))

    assert at_once([lambda: come(0), lambda: come(1)]) == [3.0, 3.0]


def test_one_that_does_not_come_is_named(place: Place) -> None:
    with Meeting(place, seconds=0.1) as meeting, pytest.raises(RankError, match="these are missing: 1"):
        meeting.ranks()


def test_what_one_that_fails_says_reaches_the_first(place: Place, at_once: AtOnce) -> None:
    def lead() -> None:
        with Meeting(place) as meeting:
            meeting.ranks().sum(torch.zeros(1))

    def fail() -> None:
        with Meeting(replace(place, rank=1)) as meeting:
            ranks: list[Ranks] = [meeting.ranks()]
            meeting.say_failed("There is not enough memory.")
            meeting.say_failed("Something that followed from it.")
            ranks.clear()

    with pytest.raises(LostRankError, match="It says: There is not enough memory"):
        at_once([lead, fail])


def test_where_one_fails_before_all_are_there_the_first_does_not_wait(place: Place) -> None:
    with Meeting(replace(place, rank=1)) as other:
        other.say_failed("This machine has no room.")
    with Meeting(place) as meeting, pytest.raises(LostRankError, match="This machine has no room"):
        meeting.ranks()


def test_where_the_first_gives_up_nobody_waits(place: Place) -> None:
    with pytest.raises(ValueError, match="no such file"), Meeting(place):
        raise ValueError("no such file")
    with Meeting(replace(place, rank=1)) as meeting, pytest.raises(Cancelled):
        meeting.ranks()


def test_who_waits_can_be_called_off(place: Place) -> None:
    for rank in (0, 1):
        with Meeting(replace(place, rank=rank)) as meeting, pytest.raises(Cancelled):
            meeting.ranks(cancelled=lambda: True)


def test_a_run_is_known_when_torchrun_begins_anew(place: Place) -> None:
    with Meeting(place) as meeting:
        meeting.note_run("article-7")
        assert meeting.run == ""
    with Meeting(replace(place, attempt=1)) as meeting:
        assert meeting.run == "article-7"


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(RankError, match="cannot be met at 127"):
            Meeting(Place(0, 2, port=other.getsockname()[1]))
