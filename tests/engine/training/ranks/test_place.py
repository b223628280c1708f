from __future__ import annotations

import socket

import pytest

from engine.errors import NetSketchError
from engine.training.ranks.place import (
    Place,
    RankError,
    check_interface,
    is_silent,
    own_address,
    place_of,
    refuse_several,
)

WHOLE = {"RANK": "1", "WORLD_SIZE": "4", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "29501"}


def test_who_is_alone_has_no_place() -> None:
    assert place_of({}) is None
    assert place_of({"MASTER_ADDR": "somewhere", "LOCAL_RANK": "1"}) is None


def test_torchrun_says_where_a_process_stands() -> None:
    told = WHOLE | {
        "LOCAL_RANK": "1",
        "LOCAL_WORLD_SIZE": "2",
        "TORCHELASTIC_RESTART_COUNT": "3",
        "TORCHELASTIC_USE_AGENT_STORE": "True",
        "GLOO_SOCKET_IFNAME": "eth0",
    }
    assert place_of(told) == Place(1, 4, 1, 2, "127.0.0.1", 29501, 3, keeps_store=False, interface="eth0")
    assert place_of(WHOLE) == Place(1, 4, address="127.0.0.1", port=29501)


@pytest.mark.parametrize("missing", ["RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"])
def test_what_is_missing_is_named(missing: str) -> None:
    told = {name: value for name, value in WHOLE.items() if name != missing}
    with pytest.raises(RankError, match=rf"and {missing} is not"):
        place_of(told)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("RANK", "4"),
        ("RANK", "-1"),
        ("RANK", "one"),
        ("WORLD_SIZE", "0"),
        ("WORLD_SIZE", "9" * 30),
        ("WORLD_SIZE", "²"),
        ("MASTER_PORT", "70000"),
        ("LOCAL_RANK", "2"),
        ("LOCAL_WORLD_SIZE", "5"),
    ],
)
def test_what_cannot_be_is_named(name: str, text: str) -> None:
    with pytest.raises(RankError, match=f"{name} in the environment cannot be"):
        place_of(WHOLE | {name: text})


def test_all_but_the_first_are_silent() -> None:
    assert is_silent(WHOLE)
    assert not is_silent(WHOLE | {"RANK": "0"})
    assert not is_silent({})
    assert not is_silent({"RANK": "1"})  # it says what is wrong with that


def test_nothing_but_a_training_is_started_several_times() -> None:
    with pytest.raises(NetSketchError, match="Only `train`"):
        refuse_several(WHOLE | {"TORCHELASTIC_RUN_ID": "x"})
    refuse_several(WHOLE | {"TORCHELASTIC_RUN_ID": "x", "WORLD_SIZE": "1"})
    refuse_several(WHOLE)  # what another program has left behind


def test_a_machine_knows_the_address_it_is_reached_at() -> None:
    assert own_address(Place(0, 2, address="127.0.0.1")) == "127.0.0.1"


def test_a_name_that_does_not_resolve_is_told_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*arguments: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(RankError, match=r"“node-1\.cluster”.*does not resolve") as caught:
        own_address(Place(1, 2, address="node-1.cluster"))
    assert "--rdzv-endpoint" in str(caught.value)


def test_an_interface_that_is_not_there_is_told_beforehand() -> None:
    with pytest.raises(RankError, match="no network interface “nowhere0”"):
        check_interface(Place(0, 2, interface="nowhere0"))
    check_interface(Place(0, 2))
