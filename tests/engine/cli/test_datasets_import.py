"""``datasets import``: a set of one's own from the command line, trained on like any other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.cli.lists import parsed_range
from engine.cli.program import main
from engine.data import datasets
from engine.data.generated import generate
from engine.errors import DataError


def table(path: Path, count: int = 60) -> Path:
    images, labels = generate(count)
    np.savez(path, images=images, labels=labels)
    return path


def test_a_set_of_ones_own_is_made_listed_and_trained_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table(tmp_path / "pens.npz")
    assert main(["datasets", "import", str(tmp_path / "pens.npz"), "--name", "My pens", "--json"]) == 0
    record = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (record["name"], record["count"], record["rejected"]) == ("my-pens", 60, [])
    assert main(["datasets"]) == 0
    listed = capsys.readouterr().out
    assert "my-pens" in listed
    assert "Your own 60 images of 10 classes." in listed
    out = tmp_path / "m.safetensors"
    assert main(["train", "--data", "my-pens", "--epochs", "1", "--hidden", "8", "--out", str(out)]) == 0
    assert out.exists()


def test_what_is_not_used_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    images, labels = generate(6)
    rows = [
        f"{label}," + ",".join(map(str, image.ravel())) for image, label in zip(images, labels, strict=True)
    ]
    (tmp_path / "t.csv").write_text("\n".join([*rows, "7,nonsense"]))
    assert main(["datasets", "import", str(tmp_path / "t.csv")]) == 0
    assert "not used: row 7: It is not a label and numbers." in capsys.readouterr().out


def test_names_that_are_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table(tmp_path / "a.npz")
    assert main(["datasets", "import", str(tmp_path / "a.npz"), "--name", "mnist"]) == 2
    assert "already" in capsys.readouterr().err
    assert main(["datasets", "import", str(tmp_path / "nothing")]) == 2


def test_the_values_are_said_and_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    images, labels = generate(40)
    np.savez(tmp_path / "t.npz", images=images // 5, labels=labels)
    command = ["datasets", "import", str(tmp_path / "t.npz")]
    assert main(command) == 2
    assert "Its values run from 0 to 51." in capsys.readouterr().err
    assert main([*command, "--value-range", "-51", "51"]) == 0
    assert "values \u221251 to 51 → 0 to 255" in capsys.readouterr().out
    assert main([*command, "--value-range", "0", "51", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["values"] == "0 to 51 → 0 to 255"
    assert main([*command, "--value-range", "0", "x"]) == 2


def test_a_range_in_digits_of_any_script() -> None:
    assert parsed_range(("-١", "٠٫٥")) == (-1.0, 0.5)
    assert parsed_range(None) is None
    with pytest.raises(DataError, match="no two numbers"):
        parsed_range(("0", "white"))


def test_where_the_labels_are_is_said_and_can_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    images, labels = generate(40)
    images = images.copy()
    images[:, -1, -1] = np.random.default_rng(1).integers(0, 4, 40) * 85  # as few values as labels have
    table = np.column_stack([labels, images.swapaxes(1, 2).reshape(40, -1)])
    np.savetxt(tmp_path / "t.csv", table, fmt="%d", delimiter=",")
    command = ["datasets", "import", str(tmp_path / "t.csv")]
    assert main(command) == 2
    assert "The labels may be in the first column or in the last column." in capsys.readouterr().err
    assert main([*command, "--label-column", "first", "--transpose"]) == 0
    assert "note: The labels are in the first column." in capsys.readouterr().out
    whole = datasets.load("t", part="all")
    assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in images}
    assert main([*command, "--label-column", "colour"]) == 2
    assert "no column “colour”" in capsys.readouterr().err
    np.savez(tmp_path / "a.npz", images=images, labels=labels)
    assert main(["datasets", "import", str(tmp_path / "a.npz"), "--label-column", "last"]) == 2
    assert "It is no table" in capsys.readouterr().err
