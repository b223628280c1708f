"""Which of several processes of one training this one is, as ``torchrun`` and its like say in the environment."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import NetSketchError, TrainingError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

RANK, WORLD = "RANK", "WORLD_SIZE"
ADDRESS, PORT = "MASTER_ADDR", "MASTER_PORT"
INTERFACE = "GLOO_SOCKET_IFNAME"
BY_TORCHRUN = "TORCHELASTIC_RUN_ID"
MOST_RANKS = 4096
MOST_PORT = 65535


class RankError(NetSketchError):
    """This process cannot meet the others; each that has such a trouble says so itself."""


class LostRankError(TrainingError):
    """Another process of the training has ended or does not answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a process stands among those of one training.

    Attributes:
        rank: Its number, from 0; the first one drives, records, prints and saves.
        world: How many there are.
        local_rank: Its number on its machine.
        local_world: How many there are on its machine.
        address: Where they meet.
        port: The port there.
        attempt: How often ``torchrun`` has begun anew.
        keeps_store: Whether the first process holds the place where they meet, and not ``torchrun``.
        interface: The network interface that a person named, or an empty string.
    """

    rank: int
    world: int
    local_rank: int = 0
    local_world: int = 1
    address: str = "127.0.0.1"
    port: int = 29500
    attempt: int = 0
    keeps_store: bool = True
    interface: str = ""


def place_of(environment: Mapping[str, str] = os.environ) -> Place | None:
    """Return the place that the environment says; None where this process trains alone.

    Raises:
        RankError: If what it says is not whole, or cannot be.
    """
    if not environment.get(RANK) and not environment.get(WORLD):
        return None
    for one, other in ((RANK, WORLD), (WORLD, RANK), (RANK, ADDRESS), (RANK, PORT)):
        if not environment.get(other):
            raise RankError(
                "This process does not know the other ones of its training.",
                cause="{one} is set in the environment, and {other} is not.",
                remedy="Start it with torchrun, which sets all that is needed, or unset {one} to train alone.",
                one=one,
                other=other,
            )
    world = _number(environment, WORLD, 1, MOST_RANKS)
    rank = _number(environment, RANK, 0, world - 1)
    local_world = _number(environment, "LOCAL_WORLD_SIZE", 1, world, default=1)
    return Place(
        rank=rank,
        world=world,
        local_rank=_number(environment, "LOCAL_RANK", 0, local_world - 1, default=0),
        local_world=local_world,
        address=environment[ADDRESS],
        port=_number(environment, PORT, 1, MOST_PORT),
        attempt=_number(environment, "TORCHELASTIC_RESTART_COUNT", 0, 10**9, default=0),
        keeps_store=environment.get("TORCHELASTIC_USE_AGENT_STORE") != "True",
        interface=environment.get(INTERFACE, ""),
    )


def is_silent(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether another process of the same training says what there is to be said."""
    with suppress(RankError):
        place = place_of(environment)
        return place is not None and place.rank > 0
    return False


def refuse_several(environment: Mapping[str, str] = os.environ) -> None:
    """See that what is not a training is not started several times by ``torchrun``.

    Variables that other programs leave behind are none of it.

    Raises:
        NetSketchError: If it is.
    """
    if BY_TORCHRUN in environment and environment.get(WORLD, "1") != "1":
        raise NetSketchError(
            "Only `train` is shared by several processes.",
            remedy="Start this without torchrun, or with `--nproc-per-node 1`.",
        )


def own_address(place: Place) -> str:
    """Return the address of this machine through which it reaches the place where all meet.

    Raises:
        RankError: If that place has a name that does not resolve, or there is no way to it.
    """
    try:
        found = socket.getaddrinfo(place.address, place.port, type=socket.SOCK_DGRAM)
    except OSError as error:
        raise RankError(
            "The host name “{name}”, where the processes of this training meet, does not resolve on this machine.",
            cause="The system says: {reason}.",
            remedy="Give an address instead: `--rdzv-endpoint` or `--master-addr` of torchrun, and `--local-addr` on "
            "the machine that others come to.",
            name=place.address,
            reason=error.strerror or str(error),
        ) from error
    reason = ""
    for family, kind, protocol, _, where in found:
        try:
            with socket.socket(family, kind, protocol) as probe:
                probe.connect(where)  # sends nothing: it only asks which way it would go
                return str(probe.getsockname()[0])
        except OSError as error:
            reason = error.strerror or str(error)
    raise RankError(
        "This machine has no way to “{name}”, where the processes of this training meet.",
        cause="The system says: {reason}.",
        remedy="Join the machines by a network, or give another address.",
        name=place.address,
        reason=reason,
    )


def check_interface(place: Place) -> None:
    """See that the network interface that a person named is there.

    Raises:
        RankError: If it is not.
    """
    names = [name for _, name in socket.if_nameindex()]
    if place.interface and place.interface not in names:
        raise RankError(
            "This machine has no network interface “{name}”.",
            cause="{variable} names it.",
            remedy="Interfaces are: {known}. Unset {variable} to let the right one be found.",
            name=place.interface,
            variable=INTERFACE,
            known=Phrase.listed(names),
        )


def _number(
    environment: Mapping[str, str], name: str, least: int, most: int, default: int | None = None
) -> int:
    text = environment.get(name, "")
    if not text and default is not None:
        return default
    if text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most:
        return int(text)
    raise RankError(
        "{name} in the environment cannot be.",
        cause="It is “{text}”, where a number from {least} to {most} is needed.",
        remedy="Start the processes with torchrun, which sets it.",
        name=name,
        text=text[:40],
        least=least,
        most=most,
    )
