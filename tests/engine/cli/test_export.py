from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import cli
from engine.cli.model_commands import ACTIVATIONS_NAMES, FORMAT_NAMES, WEIGHTS_NAMES
from engine.deploy.export_format import ExportFormat
from engine.deploy.registry import FORMATS
from engine.deploy.weights import Activations, Weights
from engine.evaluation.gate import Outcome
from engine.storage import model_file

RecordsOf = Callable[[str], list[dict[str, Any]]]


def test_help_names_the_formats_there_are() -> None:
    assert tuple(form.name for form in FORMATS) == FORMAT_NAMES
    assert tuple(Weights) == WEIGHTS_NAMES
    assert tuple(Activations) == ACTIVATIONS_NAMES


def test_export_for_a_program(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    out = tmp_path / "digit.py"

    assert cli.main(["export", str(trained), "--format", "script", "--out", str(out), "--json"]) == 0

    [record] = records_of(capsys.readouterr().out)
    assert record["format"] == "script"
    assert record["path"] == str(out)
    assert record["bytes"] == out.stat().st_size
    assert 0 <= record["max_difference"] < 1e-5
    assert record["count"] == 2000
    done = subprocess.run([sys.executable, out, "--about"], capture_output=True, text=True, timeout=60)
    about = json.loads(done.stdout)
    described = model_file.describe(trained)
    assert about["classes"] == list(described.classes)
    assert about["test_accuracy"] == described.results["test_accuracy"]
    gate = described.experiment.evaluation.gate
    passes = about["test_accuracy"] >= gate
    assert about["gate"] == {"pass_mark": gate, "verdict": record["gate"]}
    assert record["gate"] == (Outcome.PASSED if passes else Outcome.NOT_PASSED).value


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form.name != "script"], ids=lambda form: form.name
)
def test_every_format(
    form: ExportFormat,
    trained: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: RecordsOf,
) -> None:
    if form.name == "c" and shutil.which("cc") is None:
        pytest.skip("there is no C compiler")

    assert (
        cli.main(["export", str(trained), "--format", form.name, "--out", str(tmp_path / "digit"), "--json"])
        == 0
    )

    [record] = records_of(capsys.readouterr().out)
    assert record["path"] == str(tmp_path / f"digit{form.ending}")
    assert record["bytes"] == (tmp_path / f"digit{form.ending}").stat().st_size
    assert record["count"] == 2000
    assert 0 <= record["max_difference"] < 1e-5


def test_export_for_a_person(trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(trained), "--format", "script", "--out", str(tmp_path / "digit")]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"Saved to {tmp_path / 'digit.py'}, ")
    assert "Asked about 2,000 examples, it answers as the model does" in said[0]
    assert "pass mark" in said[1]


def test_of_code_it_is_said_that_no_weights_are_in_it(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(trained), "--format", "code", "--out", str(tmp_path / "network")]) == 0

    assert "It holds no weights; with the model's in its network" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_rounded_weights(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    export = [
        "export",
        str(trained),
        "--format",
        "c",
        "--out",
        str(tmp_path / "digit.c"),
        "--weights",
        "int8",
    ]

    assert cli.main([*export, "--json"]) == 0
    [record] = records_of(capsys.readouterr().out)
    assert cli.main(export) == 0
    said = capsys.readouterr().out.splitlines()

    assert record["weights"] == "int8"
    assert record["max_difference"] < 1e-5 < record["rounding_difference"] < 0.5
    assert "answers as the model with weights rounded to int8 does" in said[0]
    assert said[1].startswith(
        f"Rounding changed {record['changed']} of 2,000 answers, and probabilities by 0."
    )


def test_rounded_activations(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], records_of: RecordsOf
) -> None:
    export = ["export", str(trained), "--format", "onnx", "--out", str(tmp_path / "digit.onnx")]
    export += ["--weights", "int8", "--activations", "int8"]

    assert cli.main([*export, "--json"]) == 0
    [record] = records_of(capsys.readouterr().out)
    assert cli.main(export) == 0
    said = capsys.readouterr().out.splitlines()

    assert (record["weights"], record["activations"]) == ("int8", "int8")
    assert record["max_difference"] < 1e-6 < record["rounding_difference"] < 0.5
    assert "weights rounded to int8 and activations to int8 does" in said[0]
    assert said[1].startswith(f"Rounding changed {record['changed']} of 2,000 answers")
    assert b"QuantizeLinear" in (tmp_path / "digit.onnx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--format", "code", "--out", "x", "--weights", "int8"],
            "cannot hold weights as int8. The script trains anew and holds no weights. It can: float32",
        ),
        (
            ["--format", "c", "--out", "x", "--weights", "float16"],
            "as float16. C99 has no floating-point numbers of 16 bits. It can: float32, int8, int4",
        ),
        (["--format", "c", "--out", "x", "--weights", "int3"], "They can be: float32, float16, int8, int4"),
        (
            ["--format", "c", "--out", "x", "--weights", "int8", "--activations", "int8"],
            "It multiplies floating-point numbers, for which rounded activations are no gain. It can: float32.",
        ),
        (["--format", "onnx", "--out", "x", "--activations", "int8"], "need weights as int8"),
        (["--format", "tea", "--out", "x"], "Formats are: web, script"),
        (["--format", "script"], "--out"),
        (["--out", "x.py"], "--format"),
        (["--format", "script", "--out", "missing/x.py"], "folder does not exist"),
        (["--format", "script", "--out", "."], "folder"),
    ],
)
def test_what_cannot_be_is_one_line(
    arguments: list[str],
    told: str,
    trained: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    error_of: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["export", str(trained), *arguments]) == 2
    assert told in error_of(capsys)
    assert list(tmp_path.iterdir()) == []


def test_the_model_itself_is_not_lost(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    copy, link = tmp_path / "copy.safetensors", tmp_path / "link.py"
    copy.write_bytes(trained.read_bytes())
    link.symlink_to(copy)
    for out in (copy, link):
        assert cli.main(["export", str(copy), "--format", "script", "--out", str(out)]) == 2
        assert "would be lost" in error_of(capsys)
    assert copy.read_bytes() == trained.read_bytes()


def test_no_model(tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]) -> None:
    (tmp_path / "foreign.safetensors").write_bytes(b"nothing of ours")
    for name in ("foreign", "missing"):
        path = tmp_path / f"{name}.safetensors"
        assert cli.main(["export", str(path), "--format", "script", "--out", str(tmp_path / "x.py")]) == 2
        assert str(path) in error_of(capsys)
    assert not (tmp_path / "x.py").exists()
