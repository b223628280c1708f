from __future__ import annotations

import os
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.config import Experiment, load_preset
from engine.data import datasets, generated
from engine.storage import model_file
from engine.version import program_version

ROOT = Path(__file__).resolve().parents[3]


def test_presets_are_listed(
    capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    assert cli.main(["presets"]) == 0
    assert "article" in capsys.readouterr().out

    assert cli.main(["presets", "--json"]) == 0
    records = {record["name"]: record for record in records_of(capsys.readouterr().out)}
    assert Experiment.model_validate(records["overfit"]["experiment"]) == load_preset("overfit")


def test_a_damaged_preset_is_left_out(
    damaged_first: str,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    assert cli.main(["presets", "--json"]) == 0
    names = [record["name"] for record in records_of(capsys.readouterr().out)]
    assert damaged_first not in names
    assert "article" in names


def test_datasets_are_listed(
    capsys: pytest.CaptureFixture[str], records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    assert cli.main(["datasets", "--json"]) == 0

    records = {record["name"]: record for record in records_of(capsys.readouterr().out)}
    assert records["generated"]["available"] is True
    assert records["generated"]["needs_download"] is False
    assert "mnist" in records

    assert cli.main(["datasets"]) == 0
    assert "generated" in capsys.readouterr().out


def test_a_data_set_is_fetched(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    draw = generated.dataset
    monkeypatch.setattr(datasets, "_memory", OrderedDict())  # another test may have asked for them
    monkeypatch.setattr(generated, "dataset", lambda count, *rest, **o: draw(count // 100, *rest, **o))
    assert cli.main(["datasets", "fetch", "generated", "--json"]) == 0

    record = records_of(capsys.readouterr().out)[0]
    assert record["available"] is True
    assert (record["train_count"], record["test_count"]) == (300, 50)


def test_an_unknown_data_set_cannot_be_fetched(
    capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    assert cli.main(["datasets", "fetch", "unknown", "--json"]) == 2

    assert "unknown" in error_of(capsys)


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"NetSketch {program_version()}\n"
    for arguments in (["--help"], ["train", "--help"], ["datasets", "--help"], []):
        assert cli.main(arguments) == 0
        said = capsys.readouterr()
        assert "Usage: netsketch" in said.out
        assert said.err == ""


def test_an_unknown_command(capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]) -> None:
    assert cli.main(["trian"]) == 2

    assert "trian" in error_of(capsys)


def test_what_should_not_happen_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    def fail(output: object) -> None:
        raise ZeroDivisionError("a fault\nof ours")

    monkeypatch.setattr("engine.cli.lists.list_all_presets", fail)

    assert cli.main(["presets"]) == 2
    assert "ZeroDivisionError: a fault of ours" in error_of(capsys)

    monkeypatch.setenv("NETSKETCH_TRACEBACK", "1")
    assert cli.main(["presets"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_goes_away_does_not_stop_a_training(
    tmp_path: Path, small: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read, write = os.pipe()
    os.close(read)
    arguments = ["train", *small, "--epochs", "1", "--out", str(tmp_path / "model"), "--json"]

    with os.fdopen(write, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        code = cli.main(arguments)  # at its end nothing is left that could not be written: see below

    assert (code, capsys.readouterr().err) == (0, "")
    assert model_file.load(tmp_path / "model.safetensors")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_onto_a_full_disk_is_said_once() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, str(ROOT / "main.py"), "presets"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("arguments", [["train", "--help"], ["presets"]])
def test_a_reader_that_goes_away_is_no_error(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments], stdout=write, stderr=subprocess.PIPE, text=True
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_help_and_lists_do_without_torch() -> None:
    code = (
        "import sys; from engine import cli;"
        "assert cli.main(['train', '--help']) == cli.main(['presets']) == cli.main(['datasets']) == 0;"
        "print([name for name in ('torch', 'pooch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_of_files_that_are_no_text_are_said_nevertheless(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    done = subprocess.run(
        [sys.executable, "-m", "main", "datasets", "import", name],
        capture_output=True, check=False, env=environment, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().startswith(r"netsketch: “caf\xe9” cannot be read")
