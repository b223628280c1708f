from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from engine.errors import TrainingError
from engine.training.ranks.place import LostRankError
from engine.training.ranks.ranks import Ranks

Meet = Callable[[int], list[Ranks]]
AtOnce = Callable[[list[Callable[[], object]]], list[Any]]


def test_tensors_are_added_up_and_handed_out(meet: Meet, at_once: AtOnce) -> None:
    ranks = meet(3)
    sums = at_once([lambda one=one: one.sum(torch.tensor([1.0, one.rank])) for one in ranks])
    assert [total.tolist() for total in sums] == [[3.0, 3.0]] * 3
    handed = at_once([lambda one=one: one.hand(torch.tensor([one.rank + 5])) for one in ranks])
    assert [tensor.tolist() for tensor in handed] == [[5]] * 3


def test_one_that_goes_is_missed_at_once(meet: Meet) -> None:
    first, second = meet(2)
    second._group = second._cards_group = None  # its sockets close
    with pytest.raises(LostRankError, match="out of reach"):
        first.sum(torch.zeros(1))


def test_what_one_that_failed_has_said_is_told(meet: Meet) -> None:
    first, second = meet(2)
    first._failure = lambda: "There is not enough memory."
    second._group = second._cards_group = None
    with pytest.raises(LostRankError, match="It says: There is not enough memory"):
        first.sum(torch.zeros(1))


def test_all_work_on_the_processor_where_the_first_does(meet: Meet, at_once: AtOnce) -> None:
    first, second = meet(2)
    devices = at_once(
        [lambda: first.agree_on_device(torch.device("cpu")), lambda: second.agree_on_device(None)]
    )
    assert devices == [torch.device("cpu")] * 2


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a card")
def test_a_card_that_a_machine_lacks_is_told_by_each(meet: Meet, at_once: AtOnce) -> None:
    first, second = meet(2)
    with pytest.raises(TrainingError, match="fewer graphics cards"):
        at_once([lambda: first.agree_on_device(torch.device("cuda")), lambda: second.agree_on_device(None)])


def test_a_device_that_is_not_shared_is_refused(meet: Meet, at_once: AtOnce) -> None:
    first, second = meet(2)
    with pytest.raises(TrainingError, match="cannot share the work on this graphics card"):
        at_once([lambda: first.agree_on_device(torch.device("mps")), lambda: second.agree_on_device(None)])
