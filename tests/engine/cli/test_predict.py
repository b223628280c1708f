from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from engine import cli
from engine.config import Experiment
from engine.data.datasets import load_split
from engine.data.photo import picture_for
from engine.inference import Recognizer
from engine.models.build import build
from engine.storage import model_file
from tests.engine.data.doubt.conftest import made


@pytest.fixture(scope="module")
def pictures(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return three pictures of digits, dark on light and larger than the network's view."""
    test = load_split(model_file.describe(trained).experiment.data).test
    folder = tmp_path_factory.mktemp("pictures")
    paths = []
    for index in range(3):
        picture = Image.fromarray(255 - test.images[index]).resize((140, 140), Image.Resampling.BICUBIC)
        path = folder / f"{index} {test.classes[test.labels[index]]}.png"
        picture.save(path)
        paths.append(path)
    return paths


def test_pictures_in_colour_are_read_as_a_whole(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    shape = (3, 12, 10)
    experiment = Experiment().with_(**{"network.hidden": (5,)})
    state = build(experiment.network, image_shape=shape, classes=3).state_dict()
    path, classes = tmp_path / "colour.safetensors", ("bird", "cat", "ship")
    model_file.save(path, experiment=experiment, classes=classes, state=state, image_shape=shape)
    pixels = np.random.default_rng(0).integers(0, 256, (60, 90, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")

    assert cli.main(["predict", str(path), str(tmp_path / "photo.png"), "--json"]) == 0

    [record] = records_of(capsys.readouterr().out)
    wanted = Recognizer.load(path).probabilities(picture_for(pixels, shape)[None])[0]
    assert list(record["probabilities"].values()) == pytest.approx(wanted.tolist(), abs=1e-6)
    assert record["digits"][0]["box"] == [20, 0, 70, 60]


def test_predict_reads_pictures(
    trained: Path,
    pictures: list[Path],
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    assert cli.main(["predict", str(trained), *map(str, pictures), "--json"]) == 0

    records = records_of(capsys.readouterr().out)
    assert [record["image"] for record in records] == [str(path) for path in pictures]
    for record in records:
        probabilities = record["probabilities"]
        assert sum(probabilities.values()) == pytest.approx(1, abs=1e-5)
        best, second = sorted(probabilities, key=lambda name: -probabilities[name])[:2]
        assert (record["digit"], record["confidence"]) == (best, probabilities[best])
        assert (record["second"], record["second_confidence"]) == (second, probabilities[second])


def test_predict_for_a_person(
    trained: Path,
    pictures: list[Path],
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    cli.main(["predict", str(trained), str(pictures[0]), "--json"])
    record = records_of(capsys.readouterr().out)[0]

    assert cli.main(["predict", str(trained), str(pictures[0])]) == 0

    line = capsys.readouterr().out
    said = {"read": f"{record['digit']}  ", "unsure": f"not sure, {record['digit']} "}
    assert line.startswith(f"{pictures[0]}: {said[record['verdict']]}")
    assert line.count("\n") == 1
    assert line.count("\u00a0%") == 2


def test_several_digits_in_a_picture(
    trained: Path,
    pictures: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    alone = [Image.open(path) for path in pictures]
    row = Image.new("L", (60 + 160 * len(alone), 180), 255)
    for place, picture in enumerate(alone):
        row.paste(picture, (20 + 160 * place, 20))
    row.save(tmp_path / "row.png")

    assert cli.main(["predict", str(trained), *map(str, pictures), str(tmp_path / "row.png"), "--json"]) == 0

    *single, together = records_of(capsys.readouterr().out)
    digits = together["digits"]
    assert [digit["digit"] for digit in digits] == [record["digit"] for record in single]
    for place, digit in enumerate(digits):
        left, top, right, bottom = digit["box"]
        assert 20 + 160 * place <= left < right <= 160 + 160 * place
        assert 20 <= top < bottom <= 160
    first = digits[0]
    assert {name: together[name] for name in first if name != "box"} == {
        name: first[name] for name in first if name != "box"
    }
    for record in single:
        assert len(record["digits"]) == 1
        assert record["digits"][0]["probabilities"] == record["probabilities"]

    assert cli.main(["predict", str(trained), str(tmp_path / "row.png")]) == 0

    line = capsys.readouterr().out
    marks = {"read": "", "unsure": "?"}
    names = " ".join(digit["digit"] + marks[digit["verdict"]] for digit in digits)
    assert line.startswith(f"{tmp_path / 'row.png'}: {names}  (")
    assert line.count("\u00a0%") == 3


def test_an_unreadable_picture_does_not_keep_the_others_from_being_read(
    trained: Path,
    pictures: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    (tmp_path / "broken.png").write_bytes(pictures[0].read_bytes()[:100])
    Image.new("L", (50, 50), 255).save(tmp_path / "blank.png")
    files = [
        tmp_path / "missing.png",
        pictures[0],
        tmp_path / "broken.png",
        tmp_path / "blank.png",
        pictures[1],
    ]

    assert cli.main(["predict", str(trained), *map(str, files), "--json"]) == 2

    said = capsys.readouterr()
    assert [record["image"] for record in records_of(said.out)] == [str(pictures[0]), str(pictures[1])]
    lines = said.err.splitlines()
    assert len(lines) == 3
    for line, name in zip(lines, ("missing.png", "broken.png", "blank.png"), strict=True):
        assert name in line


def test_predict_without_a_picture(
    trained: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    assert cli.main(["predict", str(trained)]) == 2

    assert "IMAGE" in error_of(capsys)


def test_what_is_no_digit_is_said_as_on_the_pad(
    trained: Path,
    pictures: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    records_of: Callable[[str], list[dict[str, Any]]],
) -> None:
    saved = model_file.load(trained)
    outcomes = {}
    for limit, verdict in ((-100.0, "none"), (100.0, "read")):
        path = tmp_path / f"{verdict}.safetensors"
        model_file.save_copy(path, replace(saved, doubt=made(10, limit=limit)))
        assert cli.main(["predict", str(path), str(pictures[0]), "--json"]) == 0
        [record] = records_of(capsys.readouterr().out)
        assert record["verdict"] == record["digits"][0]["verdict"]
        assert (record["verdict"] == "none") is (verdict == "none")
        assert (record["doubt"] > 1) is (verdict == "none")
        assert cli.main(["predict", str(path), str(pictures[0])]) == 0
        outcomes[verdict] = capsys.readouterr().out

    assert "no digit?  (likeliest" in outcomes["none"]
    assert "no digit" not in outcomes["read"]


def test_of_two_as_good_as_equal_none_is_said_to_be_the_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    experiment = Experiment().with_(**{"network.hidden": (3,)})
    state = build(experiment.network).state_dict()
    state |= {name: torch.zeros_like(each) for name, each in state.items() if name.startswith("output")}
    path = tmp_path / "even.safetensors"
    model_file.save(
        path, experiment=experiment, classes=tuple("0123456789"), state=state, image_shape=(1, 28, 28)
    )
    drawn = np.full((60, 60), 255, np.uint8)
    drawn[10:50, 28:33] = 0
    Image.fromarray(drawn).save(tmp_path / "one.png")

    assert cli.main(["predict", str(path), str(tmp_path / "one.png")]) == 0

    assert "not sure, 0 10.0 % or 1 10.0 %?" in capsys.readouterr().out.replace("\u00a0", " ")
