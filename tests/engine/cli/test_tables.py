"""Tables on the command line: brought in, and learnt from where they lie."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli.program import main
from tests.engine.data.tables.own_tables import FRUIT, two_clouds, written

QUICK = ("--hidden", "8", "--epochs", "20", "--batch-size", "8", "--learning-rate", "0.02", "--threads", "1")


def records(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_table_is_learnt_from_where_it_lies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    two_clouds(tmp_path / "my.csv")
    monkeypatch.chdir(tmp_path)
    assert main(["train", "--data", "my.csv", *QUICK, "--out", "m", "--json"]) == 0
    capsys.readouterr()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")  # the path leads there from anywhere
    assert main(["evaluate", str(tmp_path / "m.safetensors"), "--json"]) == 0
    (told,) = records(capsys)
    assert told["accuracy"] >= 0.9
    assert told["count"] == 20
    assert told["data"] == str(tmp_path / "my.csv")


def test_a_model_names_the_table_and_not_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "of-nobody-else").mkdir()
    path = two_clouds(tmp_path / "of-nobody-else" / "my.csv")
    model = tmp_path / "m.safetensors"
    assert main(["train", "--data", str(path), *QUICK, "--no-keep", "--out", str(model)]) == 0
    assert b"my.csv" in model.read_bytes()
    assert b"of-nobody-else" not in model.read_bytes()
    capsys.readouterr()
    assert main(["evaluate", str(model), "--part", "train", "--json"]) == 0  # it was read on this computer
    (told,) = records(capsys)
    assert told["data"] == str(path)
    assert told["learnt"] == told["count"]
    path.unlink()
    assert main(["evaluate", str(model)]) == 2
    assert "There is no table “my.csv”" in capsys.readouterr().err
    two_clouds(tmp_path / "my.csv")
    assert main(["evaluate", str(model)]) == 0  # beside the model


def test_the_label_of_a_table_may_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [f"{'ab'[n % 2]},{n % 2 * 4 + n % 7 / 7:.2f},{n * 7 % 11 / 3:.2f}" for n in range(60)]
    path = written(tmp_path / "my.csv", "\n".join(["kind,x,target", *rows]))
    assert main(["train", "--data", str(path), *QUICK, "--no-keep", "--out", str(tmp_path / "m")]) == 0
    assert "R²" in capsys.readouterr().out  # many numbers are no classes
    given = ["--label-column", "kind", "--no-keep", "--out", str(tmp_path / "m"), "--json"]
    assert main(["train", "--data", str(path), *QUICK, *given]) == 0
    assert "R²" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing.csv", None, "There is no such file"),
        (
            "pixels.csv",
            "label," + ",".join(f"pixel{n}" for n in range(49)) + "\n" + "1" + ",3" * 49,
            "holds pictures",
        ),
    ],
)
def test_what_is_no_table_of_features_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, told: str
) -> None:
    if content is not None:
        written(tmp_path / name, content)
    assert main(["train", "--data", str(tmp_path / name), *QUICK, "--no-keep"]) == 2
    assert told in capsys.readouterr().err


def test_a_table_is_brought_in_with_what_became_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "fruit.csv", FRUIT)
    assert main(["datasets", "import", str(path)]) == 0
    told = capsys.readouterr().out
    assert "not used: row 12: It has no label." in told
    assert "note: Left out: “picked”. It holds days or times." in told
    assert told.splitlines()[-1] == "fruit is here: 11 rows of 7 features, 3 classes."
    assert main(["datasets", "import", str(path), "--label-column", "colour", "--json"]) == 0
    (record,) = records(capsys)
    assert record["name"] == "fruit-2"
    assert record["classes"] == ["dark red", "green", "red", "yellow"]
    assert "fruit = apple" in record["features"]
    assert main(["datasets"]) == 0
    assert "Your own table: 11 rows of 7 features, 3 classes." in capsys.readouterr().out


def test_a_model_is_not_measured_on_numbers_that_mean_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two_clouds(tmp_path / "mine.csv")
    other = two_clouds(tmp_path / "other.csv", header="height,width,kind")  # the same numbers by other names
    model = str(tmp_path / "m.safetensors")
    assert main(["train", "--data", str(tmp_path / "mine.csv"), *QUICK, "--no-keep", "--out", model]) == 0
    capsys.readouterr()
    assert main(["evaluate", model, "--data", str(other)]) == 2
    assert "It takes the features width, height, and these are height, width." in capsys.readouterr().err
    assert main(["compress", model, "--method", "prune", "--data", str(other), "--no-keep"]) == 2
    assert "does not fit the data" in capsys.readouterr().err
    pupil = ["train", "--data", str(other), *QUICK, "--no-keep", "--out", str(tmp_path / "pupil")]
    assert main([*pupil, "--teacher", model]) == 2
    assert "takes the features width, height, and here there are height, width." in capsys.readouterr().err
