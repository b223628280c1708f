"""Texts on the command line: brought in, fetched, written to files, and trained on from where they lie."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine import cli
from engine.config import load_preset
from engine.deploy.code.data import export_command

STORY = "Anna looks for her hat in the garden. " * 40
SMALL = ["--hidden", "embedding8,lstm8", "--epochs", "1", "--context", "16", "--threads", "1"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert cli.main(list(arguments)) == 0
    return capsys.readouterr().out.splitlines()


def test_a_text_is_brought_in_listed_and_trained_on(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = lines_of(capsys, "datasets", "import", str(story))
    assert (
        lines[-1] == f"story is here: a text of {len(STORY):,} characters, {len(set(STORY))} different ones."
    )
    listed = [json.loads(line) for line in lines_of(capsys, "datasets", "--json")]
    assert next(each for each in listed if each["name"] == "story")["kind"] == "text"
    lines_of(capsys, "train", "--data", "story", *SMALL, "--out", str(tmp_path / "a.safetensors"))
    assert (tmp_path / "a.safetensors").is_file()


def test_a_text_is_trained_on_from_where_it_lies(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines_of(capsys, "train", "--data", "story.txt", *SMALL, "--out", "a.safetensors")
    runs = [json.loads(line) for line in lines_of(capsys, "runs", "--json")]
    assert runs[0]["name"].startswith("story")


def test_what_is_no_text_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode("utf-16"))
    for command in (["datasets", "import", str(path)], ["train", "--data", str(path), *SMALL]):
        assert cli.main(command) == 2
        assert "It is written in UTF-16" in error_of(capsys)


def test_a_task_is_there_and_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "texts to train" in lines_of(capsys, "datasets", "fetch", "adding")[-1]
    target = tmp_path / "adding.npz"
    lines = lines_of(capsys, "datasets", "export", "adding", str(target), "--made-up", "200", "--digits", "3")
    assert lines[-1].startswith("240 texts are in ")
    with np.load(target) as written:
        assert written["images"].shape == (240, 12)
        assert written["is_test"].sum() == 40


def test_the_words_of_a_task_are_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "words.csv"
    lines_of(capsys, "datasets", "export", "adding", str(target), "--format", "csv", "--made-up", "200")
    head, *rows = target.read_text(encoding="utf-8-sig").splitlines()
    assert head == "question,answer"
    assert len(rows) == 240
    for row in rows:
        first, second, total = row.replace("=,", "+").split("+")
        assert int(first) + int(second) == int(total)


def test_pictures_are_no_form_for_a_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    for form in ("png", "idx"):
        assert cli.main(["datasets", "export", "adding", str(tmp_path / "x"), "--format", form]) == 2
        assert "no set of images, but a text" in error_of(capsys)


def test_a_script_says_by_which_command_its_text_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    experiment = load_preset("little-gpt-adds").with_(
        **{"data.text.count": 150, "data.text.letters": 5, "data.seed": 3}
    )
    words = shlex.split(export_command(experiment.data))
    assert words[1:] == ["datasets", "export", "adding", "adding.npz", "--made-up", "150", "--data-seed", "3"]
    words[4] = str(tmp_path / words[4])
    assert "180 texts" in lines_of(capsys, *words[1:])[-1]


def test_a_text_in_another_alphabet_of_the_same_size_is_refused(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    model, other = tmp_path / "a.safetensors", tmp_path / "other.txt"
    lines_of(capsys, "train", "--data", str(story), *SMALL, "--out", str(model))
    other.write_text(STORY.replace("A", "Ω"), encoding="utf-8")
    assert cli.main(["evaluate", str(model), "--data", str(other)]) == 2
    assert "Its alphabet is another one" in error_of(capsys)


def test_a_run_does_not_go_on_with_a_text_in_other_characters(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], error_of: Callable[..., str]
) -> None:
    """The same places in the alphabet are other characters: examples are the same numbers, and mean something else."""
    out = ["--out", str(tmp_path / "a.safetensors")]
    lines_of(capsys, "train", "--data", str(story), *SMALL, *out)
    run = json.loads(lines_of(capsys, "runs", "--json")[0])["name"]
    lines_of(capsys, "train", "--resume", run, "--epochs", "2", *out)
    story.write_text(STORY.translate(str.maketrans({sign: chr(ord(sign) + 1) for sign in set(STORY)})))
    assert cli.main(["train", "--resume", run, "--epochs", "3", *out]) == 2
    assert "Its text has other characters" in error_of(capsys)
