"""Where the processes of one training find each other, and leave word of a failure."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from engine.errors import Cancelled
from engine.training.ranks.place import RankError, check_interface, own_address
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from torch.distributed import Store  # type: ignore[attr-defined]

    from engine.training.ranks.place import Place
    from engine.training.ranks.ranks import Ranks

COMING = 300.0  # seconds until a process that has not come is given up
ATTEMPT = 3.0  # seconds for one attempt to reach the first
A_MOMENT = 0.05  # seconds between two looks
RUN = "netsketch/run"  # outlives a new beginning by torchrun
FAILED, READY = "failed", "ready"


class Meeting:
    """A store of a few words that all processes reach; a context, which leaves word where it ends with an error.

    Args:
        place: Which process this is.
        seconds: How long to wait for others.

    Raises:
        RankError: If the place where they meet cannot be reached.
    """

    def __init__(self, place: Place, *, seconds: float = COMING) -> None:
        from torch.distributed import PrefixStore  # type: ignore[attr-defined]

        check_interface(place)
        self._address = own_address(place)
        self.place = place
        self._seconds = seconds
        self._lasting = self._connected()
        self._store: Store = PrefixStore(f"netsketch/{place.attempt}", self._lasting)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self.say_failed("")

    def say_failed(self, words: str) -> None:
        """Leave word that this process has failed, and why; the first such word stays."""
        with suppress(RuntimeError):
            if not self._store.check([FAILED]):
                self._store.set(FAILED, words)

    @property
    def failure(self) -> str:
        """What a process that failed has said; empty where none has."""
        with suppress(RuntimeError):
            return self._store.get(FAILED).decode() if self._store.check([FAILED]) else ""
        return ""

    @property
    def run(self) -> str:
        """The run that ``torchrun`` had begun before it began anew; empty where there is none."""
        if self.place.attempt == 0:
            return ""
        with suppress(RuntimeError):
            return self._lasting.get(RUN).decode() if self._lasting.check([RUN]) else ""
        return ""

    def note_run(self, name: str) -> None:
        """Have it known how the run is called, should ``torchrun`` begin anew."""
        with suppress(RuntimeError):
            self._lasting.set(RUN, name)

    def ranks(self, cancelled: Callable[[], object] = bool) -> Ranks:
        """Return all processes, once each of them is there; the first calls it when it has prepared everything.

        Args:
            cancelled: Asked now and then whether to give up.

        Raises:
            RankError: If one does not come, or cannot be reached.
            Cancelled: If ``cancelled`` says so, or the first process has given up.
        """
        from torch.distributed import PrefixStore, ProcessGroupGloo  # type: ignore[attr-defined]

        from engine.training.ranks.ranks import Ranks

        self._await_all(cancelled)
        options: Any = ProcessGroupGloo._Options()  # type: ignore[attr-defined]
        options._timeout = timedelta(seconds=2 * self._seconds)
        interface, address = self.place.interface, self._address
        try:
            device = (
                ProcessGroupGloo.create_device(interface=interface)
                if interface
                else ProcessGroupGloo.create_device(hostname=address)
            )
            options._devices = [device]
            store = PrefixStore("gloo", self._store)
            group = ProcessGroupGloo(store, self.place.rank, self.place.world, options)
        except RuntimeError as error:
            raise RankError(
                "The processes of this training do not reach each other.",
                cause="This machine offered itself as {address}.",
                remedy="Let all ports between the machines be open, or name the network interface to use in "
                "GLOO_SOCKET_IFNAME.",
                address=interface or address,
            ) from error
        return Ranks(self.place, group, make_cards_group=self._cards_group, failure=lambda: self.failure)

    def _connected(self) -> Store:
        """Return the store, as soon as it is there; in between, signals are heard."""
        from torch.distributed import TCPStore  # type: ignore[attr-defined]

        place, last = self.place, time.monotonic() + self._seconds
        keeps = place.keeps_store and place.rank == 0
        while True:
            try:
                return TCPStore(
                    place.address,
                    place.port,
                    is_master=keeps,
                    timeout=timedelta(seconds=self._seconds if keeps else ATTEMPT),
                    wait_for_workers=False,
                )
            except RuntimeError as error:
                if keeps or time.monotonic() >= last:
                    raise RankError(
                        "The other processes of this training cannot be met at {address}, port {port}.",
                        cause="The port is taken, a wall is in the way, or the first process is not there.",
                        remedy="See that the first process is at work, and that its machine lets others in there.",
                        address=place.address,
                        port=place.port,
                    ) from error

    def _cards_group(self) -> Any:
        from torch.distributed import PrefixStore, ProcessGroupNCCL  # type: ignore[attr-defined]

        store = PrefixStore("nccl", self._store)
        return ProcessGroupNCCL(store, self.place.rank, self.place.world, ProcessGroupNCCL.Options())

    def _await_all(self, cancelled: Callable[[], object]) -> None:
        from engine.training.ranks.ranks import lost

        here = [f"here/{rank}" for rank in range(self.place.world)]
        try:
            self._store.set(here[self.place.rank], "")
            if self.place.rank == 0:
                missing = self._seconds
                while not self._store.check(here):
                    if cancelled():
                        raise Cancelled
                    if self._store.check([FAILED]):
                        raise lost(self.failure)
                    if missing <= 0:
                        raise self._missing(here)
                    missing -= A_MOMENT
                    time.sleep(A_MOMENT)
                self._store.set(READY, "")
            else:  # as long as the first process takes to prepare
                while not self._store.check([READY]):
                    if cancelled() or self._store.check([FAILED]):
                        raise Cancelled
                    time.sleep(A_MOMENT)
        except RuntimeError as error:  # the store has gone with the first process
            raise Cancelled from error

    def _missing(self, here: list[str]) -> RankError:
        gone = [str(rank) for rank, key in enumerate(here) if not self._store.check([key])]
        return RankError(
            "Not all processes of this training have come.",
            cause="Of {world}, these are missing: {missing}.",
            remedy="Start them all within {minutes:.0f} minutes, with the same address and port.",
            world=self.place.world,
            missing=Phrase.listed(gone),
            minutes=self._seconds / 60,
        )
