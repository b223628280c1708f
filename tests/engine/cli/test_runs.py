"""``runs``: the library from the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.cli.program import main
from engine.cli.run_commands import RUN_FORMAT_NAMES
from engine.folders import runs_folder
from engine.storage.runs.file.lock import RunLock
from engine.storage.runs.library import RunLibrary
from tests.engine.storage.runs.written import write_run

ROOT = Path(__file__).resolve().parents[3]
Capture = pytest.CaptureFixture[str]
RecordsOf = Callable[[str], list[dict[str, Any]]]


@pytest.fixture
def library() -> RunLibrary:
    """Return a library of three runs: one done, one killed, and one with a name and other settings."""
    library = RunLibrary()
    write_run(library.folder / "article-1", epochs=10, created="2026-01-01T00:00:00Z", snapshots=0)
    write_run(library.folder / "article-2", reason=None, created="2026-01-02T00:00:00Z")
    write_run(
        library.folder / "article-3",
        epochs=10,
        created="2026-01-03T00:00:00Z",
        **{"network.hidden": "32", "training.learning_rate": 0.25, "data.augmentation.enabled": True},
    )
    library.rename("article-3", "größer 3")
    library.set_notes("article-3", "Much better.\n\nSo far.")
    return library


def test_no_runs_yet(capsys: Capture) -> None:
    assert main(["runs"]) == 0
    assert capsys.readouterr().out == "There are no runs yet.\n"
    assert main(["runs", "--json"]) == 0
    assert capsys.readouterr().out == ""
    assert not runs_folder().exists()


def test_a_line_a_run_the_name_first(library: RunLibrary, capsys: Capture) -> None:
    assert main(["runs"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:9].strip() for line in lines] == ["größer 3", "article-2", "article-1"]
    assert "interrupted" in lines[1]
    for words in (
        "done",
        "2026-01",
        "mnist 64-64",
        "epoch 10/10",
        "validation 90.0\u00a0%, test 87.5\u00a0%",
        "5.0 s",
    ):
        assert words in lines[2]


def test_an_object_a_run(library: RunLibrary, capsys: Capture, records_of: RecordsOf) -> None:
    assert main(["runs", "--json"]) == 0
    text = capsys.readouterr().out
    records = records_of(text)
    assert all(line.startswith('{"name": ') for line in text.splitlines())
    assert [(item["name"], item["id"], item["status"], item["resumable"]) for item in records] == [
        ("größer 3", "article-3", "done", True),
        ("article-2", "article-2", "interrupted", True),
        ("article-1", "article-1", "done", True),
    ]
    assert records[0]["changes"] == {
        "data.augmentation.enabled": True, "network.hidden": "32", "training.learning_rate": 0.25,
    }  # fmt: skip
    assert records[0]["experiment"]["training"]["learning_rate"] == 0.25
    assert records[2]["changes"] == {}


def test_of_trials_it_is_told_in_what_they_differ(
    library: RunLibrary, capsys: Capture, records_of: RecordsOf
) -> None:
    for number, rate in enumerate((0.5, 0.25)):
        folder = library.folder / f"trial-{number}"
        write_run(
            folder,
            created=f"2026-01-0{number + 4}T00:00:00Z",
            **{"training.learning_rate": rate, "training.momentum": 0.5},
        )
        header = json.loads((folder / "run.json").read_text("utf-8"))
        (folder / "run.json").write_text(json.dumps(header | {"sweep": "sweep-1"}), encoding="utf-8")
    assert main(["runs", "list", "--sweep", "sweep-1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition("  ")[2] for line in lines] == ["Learning rate 0.25", "Learning rate 0.5"]
    assert main(["runs", "list", "--sweep", "sweep-1", "--json"]) == 0
    told = [item["differs"] for item in records_of(capsys.readouterr().out)]
    assert told == [{"training.learning_rate": 0.25}, {"training.learning_rate": 0.5}]
    assert main(["runs", "list"]) == 0
    assert "Learning rate" not in capsys.readouterr().out


def test_what_is_not_readable_is_said(library: RunLibrary, capsys: Capture, records_of: RecordsOf) -> None:
    (library.folder / "article-1" / "run.json").write_text("{")
    assert main(["runs"]) == 0
    assert "not readable: The run “article-1” is damaged." in capsys.readouterr().out
    assert main(["runs", "--json"]) == 0
    assert [item["status"] for item in records_of(capsys.readouterr().out)] == [
        "done", "interrupted", "unreadable",
    ]  # fmt: skip


def test_one_run_is_shown(library: RunLibrary, capsys: Capture, records_of: RecordsOf) -> None:
    assert main(["runs", "show", "größer 3"]) == 0
    said = capsys.readouterr().out
    for words in (
        "article-3", "done, epoch 10 of 10", "Learning rate: 0.25 (not 0.001)", "Hidden layers: 32 (not 64-64)",
        "Vary training images: on (not off)", "test 87.5\u00a0%", "history.jsonl", "4 snapshots 4.0 KB",
        "Much better.",
        "So far.", "`netsketch train --resume 'größer 3'`",
    ):  # fmt: skip
        assert words in said

    assert main(["runs", "show", "article-3", "--json"]) == 0
    (record,) = records_of(capsys.readouterr().out)
    assert record["snapshots"] == [0, 4, 8, 12]
    assert record["notes"] == "Much better.\n\nSo far."
    assert set(record["files"]) == {"experiment.json", "history.jsonl", "label.json", "notes.md", "run.json"}
    assert record["path"] == str(library.folder / "article-3")


def test_features_of_points_are_said_by_their_names(library: RunLibrary, capsys: Capture) -> None:
    write_run(library.folder / "moons-1", **{"data.plane.features": ("x", "x²")})
    assert main(["runs", "show", "moons-1"]) == 0
    assert "Features: x, x² (not x, y)" in capsys.readouterr().out


def test_a_run_that_cannot_go_on(library: RunLibrary, capsys: Capture) -> None:
    write_run(library.folder / "wild-1", reason="diverged")
    assert main(["runs", "show", "wild-1"]) == 0
    assert "not possible" in capsys.readouterr().out


def test_renamed(library: RunLibrary, capsys: Capture, error_of: Callable[..., str]) -> None:
    assert main(["runs", "rename", "article-1", " base "]) == 0
    assert capsys.readouterr().out == "article-1 is called base now.\n"
    assert library.find("base").id == "article-1"
    assert main(["runs", "rename", "article-2", "base"]) == 2
    assert "already" in error_of(capsys)


def test_deleted_and_restored(library: RunLibrary, capsys: Capture, records_of: RecordsOf) -> None:
    assert main(["runs", "delete", "größer 3", "article-1", "article-3"]) == 0
    assert "`netsketch runs restore 'größer 3' article-1`" in capsys.readouterr().out
    assert [run.id for run in library.summaries()] == ["article-2"]

    assert main(["runs", "restore", "größer 3", "article-1", "--json"]) == 0
    records = records_of(capsys.readouterr().out)
    assert [(item["name"], item["restored"]) for item in records] == [("größer 3", True), ("article-1", True)]
    assert main(["runs", "delete", "article-1", "--json"]) == 0
    assert records_of(capsys.readouterr().out) == [{"name": "article-1", "id": "article-1", "deleted": True}]
    assert main(["runs", "restore", "article-1"]) == 0
    assert capsys.readouterr().out == "article-1 is back.\n"


def test_a_run_under_way_is_not_deleted(
    library: RunLibrary, capsys: Capture, error_of: Callable[..., str]
) -> None:
    with RunLock(library.folder / "article-2"):
        assert main(["runs", "delete", "article-1", "article-2"]) == 2
        assert "article-2" in error_of(capsys)
        assert len(library.summaries()) == 3


def test_out_and_in_again(
    library: RunLibrary, tmp_path: Path, capsys: Capture, records_of: RecordsOf
) -> None:
    shutil.rmtree(library.folder / "article-3" / "snapshots")
    assert main(["runs", "export", "größer 3", str(tmp_path / "run"), "--json"]) == 0
    (record,) = records_of(capsys.readouterr().out)
    assert record["path"] == str(tmp_path / "run.zip")
    assert record["bytes"] == record["size"] == (tmp_path / "run.zip").stat().st_size

    assert main(["runs", "import", record["path"], "--json"]) == 0
    (record,) = records_of(capsys.readouterr().out)
    assert (record["name"], record["id"]) == ("größer 3 (2)", "article-4")
    assert library.notes("article-4") == "Much better.\n\nSo far."
    assert main(["runs", "import", str(tmp_path / "run.zip")]) == 0
    assert capsys.readouterr().out.startswith("größer 3 (3) is here: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "nothing"], ["rename", "nothing", "x"], ["rename", "article-1", ""], ["delete", "nothing"],
        ["delete", "article-1", "nothing"], ["restore", "article-1"], ["export", "nothing", "x.zip"], ["delete"],
        ["export", "article-1", "no/such/folder/x.zip"], ["import", "nothing.zip"], ["import", "."], ["show"],
        ["list", "x"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_one_line_on_standard_error(
    library: RunLibrary, capsys: Capture, error_of: Callable[..., str], arguments: list[str]
) -> None:
    assert main(["runs", *arguments]) == 2
    error_of(capsys)
    assert len(library.summaries()) == 3


def test_runs_are_listed_without_torch(library: RunLibrary) -> None:
    code = (
        "import sys; from engine import cli;"
        "assert cli.main(['runs']) == cli.main(['runs', 'show', 'article-1']) == 0;"
        "print([name for name in ('torch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=dict(os.environ),
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("form", RUN_FORMAT_NAMES)
def test_out_in_every_form(
    library: RunLibrary, tmp_path: Path, capsys: Capture, records_of: RecordsOf, form: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["runs", "export", "größer 3", "--format", form, "--json"]) == 0
    place = "here/sub" if form == "tensorboard" else "here"
    assert main(["runs", "export", "größer 3", "--format", form, "--out", place, "--json"]) == 0
    usual, asked = records_of(capsys.readouterr().out)
    assert (usual["format"], usual["id"]) == (form, "article-3")
    names = {"zip": ("größer 3.zip", "here.zip"), "csv": ("größer 3.csv", "here.csv"),
             "tensorboard": ("logs/größer 3", "here/sub/größer 3")}  # fmt: skip
    assert (usual["path"], asked["path"]) == tuple(str(Path(name)) for name in names[form])
    assert 0 < usual["size"]
    assert Path(usual["path"]).exists()
    assert Path(asked["path"]).exists()


def test_a_file_named_twice_and_a_form_that_is_none_are_told(
    library: RunLibrary, capsys: Capture, error_of: Callable[..., str], tmp_path: Path
) -> None:
    assert main(["runs", "export", "article-1", str(tmp_path / "a"), "--out", str(tmp_path / "b")]) == 2
    assert "twice" in error_of(capsys)
    assert main(["runs", "export", "article-1", "--format", "pdf", "--out", str(tmp_path / "b")]) == 2
    assert "Formats are: zip, csv" in error_of(capsys)
    assert main(["runs", "export", "article-1", "--format", "csv", "--out", str(tmp_path)]) == 2
    assert "folder of that name" in error_of(capsys)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(("home", "runs"))] == []
