"""Several processes of a training as threads of one: they meet through real sockets, and cost no start."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from engine.training.ranks.place import Place
from engine.training.ranks.ranks import Ranks

Together = Callable[..., list[object]]


def ranks_on_loopback(world: int) -> list[Ranks]:
    """Let so many threads meet."""
    from torch.distributed import HashStore, ProcessGroupGloo

    store = HashStore()
    found: dict[int, Ranks] = {}

    def meet(rank: int) -> None:
        options = ProcessGroupGloo._Options()
        options._timeout = timedelta(seconds=60)
        options._devices = [ProcessGroupGloo.create_device(hostname="127.0.0.1")]
        found[rank] = Ranks(Place(rank, world), ProcessGroupGloo(store, rank, world, options))

    run_all([lambda rank=rank: meet(rank) for rank in range(world)])  # type: ignore[misc]
    return [found[rank] for rank in range(world)]


def run_all(tasks: list[Callable[[], object]]) -> list[object]:
    """Do all at once, a thread each, and return what they return, or raise what the first of them raised."""
    results: list[object] = [None] * len(tasks)
    errors: list[BaseException | None] = [None] * len(tasks)

    def run(place: int) -> None:
        try:
            results[place] = tasks[place]()
        except BaseException as error:  # noqa: BLE001 - raised again below
            errors[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(tasks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        if error is not None:
            raise error
    return results


@pytest.fixture
def meet() -> Callable[[int], list[Ranks]]:
    """Return what lets threads meet as the processes of one training."""
    return ranks_on_loopback


@pytest.fixture
def at_once() -> Callable[[list[Callable[[], object]]], list[object]]:
    """Return what does several things at once."""
    return run_all
