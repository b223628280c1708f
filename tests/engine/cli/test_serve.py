from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO
from urllib.request import Request, urlopen

import pytest

from engine import cli

ROOT = Path(__file__).parents[3]


def ask(started: str, model: Path) -> None:
    """Ask the service that a line tells of about two pictures."""
    told = json.loads(started)
    assert (told["event"], told["model"]) == ("started", str(model))
    body = json.dumps({"images": [[[0] * 28] * 28] * 2}).encode()
    asked = Request(f"{told['address']}predict", body, {"Content-Type": "application/json"})
    with urlopen(asked, timeout=20) as answer:
        assert len(json.load(answer)["answers"]) == 2


STOPPED = {"event": "stopped", "requests": 1, "refused": 0}


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_serves_until_ctrl_c(trained: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "serve", str(trained), "--port", "0", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        ask(process.stdout.readline(), trained)
        process.send_signal(signal.SIGINT)
        rest, said = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, said) == (0, "")
    assert json.loads(rest) == STOPPED


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_the_system_may_ask_for_the_end_too(trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "frozen", True, raising=False
    )  # so no process beside this one loads PyTorch again
    read, write = os.pipe()

    def ask_and_end(told: IO[str]) -> None:
        started = told.readline()
        assert started  # or it does not serve, and hears no signal
        try:
            ask(started, trained)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    with ThreadPoolExecutor(1) as other, os.fdopen(read, encoding="utf-8") as told:
        with os.fdopen(write, "w", encoding="utf-8") as said:
            monkeypatch.setattr(sys, "stdout", said)
            asked = other.submit(ask_and_end, told)
            assert cli.main(["serve", str(trained), "--port", "0", "--json"]) == 0
        asked.result(timeout=30)
        assert json.loads(told.read()) == STOPPED


def test_a_port_that_is_taken(
    trained: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert cli.main(["serve", str(trained), "--port", str(port)]) == 2
    assert f"Port {port} is taken: another program answers there. Use another port" in error_of(capsys)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--port", "70000"], "whole numbers from 0 to 65,535"),
        (["--port", "-1"], "whole numbers from 0 to 65,535"),
        (["--port", "1e3"], "whole numbers from 0 to 65,535"),
        (["--port", "9" * 5000], "whole numbers from 0 to 65,535"),
        (["--port", "0", "--host", "nowhere.invalid"], "no address of this machine"),
        (["--port", "0", "--host", ""], "no address of this machine"),
    ],
)
def test_what_cannot_be_is_one_line(
    arguments: list[str],
    told: str,
    trained: Path,
    capsys: pytest.CaptureFixture[str],
    error_of: Callable[..., str],
) -> None:
    assert cli.main(["serve", str(trained), *arguments]) == 2
    assert told in error_of(capsys)


def test_no_model(tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]) -> None:
    (tmp_path / "foreign.safetensors").write_bytes(b"nothing of ours")
    for name in ("foreign", "missing"):
        path = tmp_path / f"{name}.safetensors"
        assert cli.main(["serve", str(path), "--port", "0"]) == 2
        assert str(path) in error_of(capsys)
