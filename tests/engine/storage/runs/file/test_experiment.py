from __future__ import annotations

from pathlib import Path

import pytest

from engine.config import load_preset
from engine.errors import RunError
from engine.storage.runs.file.experiment import read_experiment, write_experiment
from tests.engine.storage.runs.written import write_run


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return write_run(tmp_path / "article-1")


def test_what_was_written_is_read(run: Path) -> None:
    experiment = load_preset("article").with_(**{"training.epochs": 7})
    write_experiment(run, experiment)
    assert read_experiment(run) == experiment


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"network": 3}', b'{"training": {"epochs": -1}}', b"\xff"]
)
def test_settings_that_are_none(run: Path, data: bytes) -> None:
    (run / "experiment.json").write_bytes(data)
    with pytest.raises(RunError, match=r"settings.*article-1"):
        read_experiment(run)


def test_settings_of_a_newer_program(run: Path) -> None:
    (run / "experiment.json").write_text('{"training": {"telepathy": 3}}')
    with pytest.raises(RunError, match="newer NetSketch"):
        read_experiment(run)
