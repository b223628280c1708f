from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from engine import cli

SMALL = ("--generated-count", "600", "--hidden", "12", "--batch-size", "32", "--threads", "1")


@pytest.fixture(scope="session", autouse=True)
def threads_restored() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def small() -> list[str]:
    """Return the flags of a training that is done in a moment."""
    return list(SMALL)


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a model that knows the generated digits a little."""
    path = tmp_path_factory.mktemp("trained") / "digits.safetensors"
    assert (
        cli.main(["train", *SMALL, "--epochs", "3", "--learning-rate", "0.01", "--out", str(path), "--json"])
        == 0
    )
    return path


@pytest.fixture
def error_of() -> Callable[[pytest.CaptureFixture[str]], str]:
    """Return a function that returns the one line on standard error, and sees that nothing else was said."""

    def find(capsys: pytest.CaptureFixture[str]) -> str:
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert said.err.startswith("netsketch: ")
        assert "Traceback" not in said.err
        return said.err

    return find


@pytest.fixture
def records_of() -> Callable[[str], list[dict[str, Any]]]:
    """Return a function that reads one JSON object a line, strictly."""

    def read(text: str) -> list[dict[str, Any]]:
        return [json.loads(line, parse_constant=pytest.fail) for line in text.splitlines()]

    return read
