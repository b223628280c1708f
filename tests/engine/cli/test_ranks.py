"""Training by several processes, as a person starts it; network namespaces play the part of machines."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import dev
from engine import cli
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder

sys.path.insert(0, str(dev.ROOT / "benchmarks"))

from _machines import ADDRESSES, two_machines

ErrorOf = Callable[[pytest.CaptureFixture[str]], str]
Records = Callable[[str], list[dict[str, Any]]]

ENDLESS = [
    *("train", "--generated-count", "200", "--hidden", "8", "--batch-size", "32", "--threads", "1"),
    *("--epochs", "100000", "--json"),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def place(rank: int, world: int, port: int, address: str = "127.0.0.1") -> dict[str, str]:
    return {"RANK": str(rank), "WORLD_SIZE": str(world), "MASTER_ADDR": address, "MASTER_PORT": str(port)}


@contextmanager
def process(
    told: dict[str, str], arguments: list[str], *, before: tuple[str, ...] = ()
) -> Iterator[subprocess.Popen[str]]:
    """Start a process of a training, and see that it does not outlive the test."""
    started = subprocess.Popen(
        [*before, sys.executable, str(dev.ROOT / "main.py"), *arguments],
        env=os.environ | told | {"OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def when(happened: Callable[[], bool], then: Callable[[], object]) -> threading.Thread:
    """Do something on another thread as soon as something else has happened."""
    tick = threading.Event()

    def watch() -> None:
        last = time.monotonic() + 60
        while not happened() and time.monotonic() < last:
            tick.wait(0.02)
        then()

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


@pytest.mark.slow
def test_a_run_goes_on_where_another_process_was_killed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], records_of: Records, tmp_path: Path
) -> None:
    from torch.distributed import TCPStore  # type: ignore[attr-defined]

    options = RunRecorder.__init__.__kwdefaults__
    monkeypatch.setitem(options, "safe_seconds", 0.2)
    monkeypatch.chdir(tmp_path)
    # As torchrun has it: the place where all meet outlives them.
    store = TCPStore("127.0.0.1", 0, is_master=True, wait_for_workers=False, timeout=timedelta(seconds=60))
    first, second = place(0, 2, store.port), place(1, 2, store.port)
    monkeypatch.setenv("TORCHELASTIC_USE_AGENT_STORE", "True")
    for name, value in first.items():
        monkeypatch.setenv(name, value)

    def checkpoints() -> list[Path]:
        return [run for run in Path(os.environ["NETSKETCH_HOME"]).rglob("checkpoint*") if run.is_file()]

    with process(second, ENDLESS) as other:
        killing = when(lambda: bool(checkpoints()), other.kill)
        code = cli.main(ENDLESS)
        killing.join()
        out, err = other.communicate()
    assert (out, err) == ("", "")
    said = capsys.readouterr()
    assert code == 2
    assert said.err.startswith("netsketch: Another process of this training was ended or is out of reach")
    assert "`netsketch train --resume generated-1` goes on" in said.err
    assert said.err.count("\n") == 1
    records = records_of(said.out)
    assert records[0]["message"].startswith("The steps of this training are so short")
    assert next(record for record in records if record["event"] == "started")["ranks"] == 2
    (run,) = RunLibrary().summaries()
    assert run.status.value == "failed"
    done = RunLibrary().open(run.id).checkpoint()
    assert done is not None
    assert done.about["ranks"] == 2

    # torchrun begins anew, with the processes that are left: the same run goes on.
    monkeypatch.setenv("TORCHELASTIC_RESTART_COUNT", "1")
    monkeypatch.setenv("WORLD_SIZE", "1")
    history = RunLibrary().open(run.id).history_path
    size = history.stat().st_size
    stopping = when(lambda: history.stat().st_size > size + 2000, lambda: os.kill(os.getpid(), signal.SIGINT))
    code = cli.main(ENDLESS)
    stopping.join()
    records = records_of(capsys.readouterr().out)
    assert code == 0
    assert [run.id for run in RunLibrary().summaries()] == ["generated-1"]
    assert any(
        "another number of processes so far (2, now 1)" in record.get("message", "") for record in records
    )
    started = next(record for record in records if record["event"] == "started")
    assert started["first_step"] >= done.checkpoint.step
    assert started["ranks"] == 1
    assert records[-1]["reason"] == "stopped"


@pytest.mark.slow
def test_two_machines_train_together_and_either_may_stop_both(tmp_path: Path, records_of: Records) -> None:
    with two_machines() as machines:
        if machines is None:
            pytest.skip("machines are played by network namespaces, which takes Linux, root and iproute2")
        here, there = machines
        arguments = [*ENDLESS, "--out", str(tmp_path / "model.safetensors")]
        first, second = (place(rank, 2, 29_517, ADDRESSES[0]) for rank in (0, 1))
        other_home = {"NETSKETCH_HOME": str(tmp_path / "other home")}
        with (
            process(first, arguments, before=("ip", "netns", "exec", here)) as one,
            process(second | other_home, arguments, before=("ip", "netns", "exec", there)) as other,
        ):
            assert one.stdout is not None
            lines = []
            while not lines or '"epoch"' not in lines[-1]:
                lines.append(one.stdout.readline())
                assert lines[-1], one.communicate()[1]
            other.send_signal(signal.SIGINT)  # ip has become the program
            out, err = one.communicate(timeout=60)
            told, said = other.communicate(timeout=60)
    assert (told, said, other.returncode) == ("", "", 0)
    assert (err, one.returncode) == ("", 0)
    records = records_of("".join(lines) + out)
    assert records[-1]["reason"] == "stopped"
    assert (tmp_path / "model.safetensors").is_file()
    assert not (tmp_path / "other home" / "runs").exists()


def test_other_commands_are_not_shared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error_of: ErrorOf
) -> None:
    for name, value in (place(0, 2, 29_500) | {"TORCHELASTIC_RUN_ID": "x"}).items():
        monkeypatch.setenv(name, value)
    assert cli.main(["runs"]) == 2
    assert "Only `train` is shared" in error_of(capsys)
    monkeypatch.setenv("RANK", "1")
    assert cli.main(["runs"]) == 2
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({"RANK": "0"}, "RANK is set in the environment, and WORLD_SIZE is not"),
        (place(0, 2, 29_500, "nowhere.invalid"), "does not resolve on this machine"),
        (place(1, 2, 29_500, "nowhere.invalid"), "does not resolve on this machine"),
        (place(0, 2, 29_500) | {"GLOO_SOCKET_IFNAME": "nowhere0"}, "no network interface “nowhere0”"),
    ],
)
def test_who_cannot_meet_the_others_says_so(
    told: dict[str, str],
    word: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error_of: ErrorOf,
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert cli.main(["train", "--epochs", "1"]) == 2
    assert word in error_of(capsys)


@pytest.mark.parametrize(
    ("flags", "word"),
    [(["--batch-size", "1"], "more processes than images"), (["--privacy-epsilon", "8"], "private training")],
)
def test_what_several_do_not_share_is_said_before_anything_is_done(
    flags: list[str],
    word: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error_of: ErrorOf,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in place(0, 2, free_port()).items():
        monkeypatch.setenv(name, value)
    assert cli.main(["train", *flags]) == 2
    assert word in error_of(capsys)
    assert RunLibrary().summaries() == ()
