"""A full disk, a read-only folder, a folder that is gone: one true sentence, and nothing of what was there is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine import cli
from engine.data.imported_sets import imported_sets
from engine.data.my_digits import KeptDrawing, my_digits
from engine.errors import NetSketchError
from engine.folders import runs_folder
from engine.inference import Recognizer
from engine.storage.runs.library import RunLibrary
from gui.bench.preferences import Preferences
from tests.e2e.full_disk import fill, small_disk
from tests.engine.data.own_images import folder_of

TRAIN = "train --generated-count 200 --hidden 8 --epochs 2 --threads 1".split()
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as place:
        yield place


@pytest.fixture
def home_on_disk(disk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NETSKETCH_HOME", str(disk / "home"))
    (disk / "home").mkdir()
    return disk / "home"


def is_whole(run: str) -> bool:
    folder = RunLibrary().open(run)
    return (
        Path(folder.model_path).is_file()
        and folder.checkpoint() is not None
        and folder.history().epochs.size == 2
    )


@pytest.mark.parametrize("left", [0, 4, 12, 40, 100, 500])
def test_a_run_is_said_to_be_kept_where_it_is(
    home_on_disk: Path, tmp_path: Path, capsys: Capture, left: int
) -> None:
    fill(home_on_disk.parent, left)
    out = tmp_path / "model.safetensors"
    assert cli.main([*TRAIN, "--out", str(out)]) == 0
    said = capsys.readouterr()
    Recognizer.load(out)
    assert "Saved to" in said.out
    runs = [path.name for path in runs_folder().iterdir()] if runs_folder().exists() else []
    if "Kept as the run" in said.out:
        assert left == 500
        assert is_whole("generated-1")
        assert said.err == ""
    else:
        assert left < 500
        last = said.err.strip().splitlines()[-1]
        assert "not in the library as a whole" in last or (
            "is not kept in the library" in last and runs == []
        )
        assert "disk is full" in last


def test_a_run_that_is_nowhere_is_an_error(home_on_disk: Path, tmp_path: Path, capsys: Capture) -> None:
    assert cli.main([*TRAIN, "--out", str(tmp_path / "m.safetensors")]) == 0
    before = sorted(path.name for path in runs_folder().rglob("*"))
    fill(home_on_disk.parent, 0)
    capsys.readouterr()
    assert cli.main(["train", "--resume", "generated-1", "--epochs", "3"]) == 2
    said = capsys.readouterr()
    assert "Kept as" not in said.out
    assert said.err.strip()
    (home_on_disk.parent / "filling").unlink()
    assert is_whole("generated-1")
    assert sorted(path.name for path in runs_folder().rglob("*")) == before


def test_a_model_that_is_not_saved_leaves_the_one_before_and_the_run(
    disk: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = disk / "model.safetensors"
    out.write_bytes(b"the one before")
    fill(disk, 4)
    assert cli.main([*TRAIN, "--out", str(out), "--json"]) == 2
    said = capsys.readouterr()
    finished = json.loads(said.out.splitlines()[-1])
    assert (finished["path"], finished["run"]) == (None, "generated-1")
    assert said.err.count("\n") == 1
    assert "could not be saved. The disk is full." in said.err
    assert out.read_bytes() == b"the one before"
    assert is_whole("generated-1")


def test_sets_that_cannot_be_kept(home_on_disk: Path, tmp_path: Path, capsys: Capture) -> None:
    first, second = (folder_of(tmp_path / name, {"a": 6, "b": 6}) for name in ("first", "second"))
    assert cli.main(["datasets", "import", str(first)]) == 0
    fill(home_on_disk.parent, 0)
    capsys.readouterr()
    assert cli.main(["datasets", "import", str(second)]) == 2
    said = capsys.readouterr()
    assert "is here" not in said.out
    assert said.err.count("\n") == 1
    assert [each.name for each in imported_sets()] == ["first"]
    target = home_on_disk.parent / "out.npz"
    target.write_bytes(b"")
    assert cli.main(["datasets", "export", "first", str(target)]) == 2
    assert "images are in" not in capsys.readouterr().out
    assert target.read_bytes() == b""


def test_runs_that_cannot_be_written(home_on_disk: Path, tmp_path: Path, capsys: Capture) -> None:
    assert cli.main([*TRAIN, "--out", str(tmp_path / "m.safetensors")]) == 0
    zipped = tmp_path / "run.zip"
    assert cli.main(["runs", "export", "generated-1", str(zipped)]) == 0
    fill(home_on_disk.parent, 8)
    capsys.readouterr()
    target = home_on_disk.parent / "run.zip"
    for command in (["runs", "export", "generated-1", str(target)], ["runs", "import", str(zipped)]):
        assert cli.main(command) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert "disk is full" in said.err
    assert not target.exists()
    assert [path.name for path in runs_folder().iterdir() if not path.name.startswith(".")] == ["generated-1"]
    assert is_whole("generated-1")


def test_drawings_and_preferences(home_on_disk: Path) -> None:
    store = my_digits()
    image = np.zeros((28, 28), np.uint8)
    image[4:20, 10:14] = 255
    store.add_all([KeptDrawing("", "1", (), image=image)])
    preferences = Preferences()
    preferences.theme = "dark"
    told: list[NetSketchError] = []
    preferences.refused = told.append
    fill(home_on_disk.parent, 0)
    with pytest.raises(NetSketchError, match="could not be saved"):
        store.add_all([KeptDrawing("", "7", (), image=image)] * 40)
    assert len(store.dataset()) == 1
    for theme in ("light", "system", "light"):
        preferences.theme = theme  # type: ignore[assignment]
    assert len(told) == 1
    assert "disk is full" in str(told[0])
    assert Preferences().theme == "dark"
    (home_on_disk.parent / "filling").unlink()
    preferences.theme = "light"
    assert Preferences().theme == "light"


def test_a_disk_that_can_only_be_read(home_on_disk: Path, tmp_path: Path, capsys: Capture) -> None:
    assert cli.main([*TRAIN, "--out", str(tmp_path / "m.safetensors")]) == 0
    subprocess.run(["mount", "-o", "remount,ro", str(home_on_disk.parent)], capture_output=True, check=True)
    capsys.readouterr()
    assert cli.main([*TRAIN, "--out", str(tmp_path / "n.safetensors")]) == 0
    said = capsys.readouterr()
    assert "Kept as" not in said.out
    assert "is not kept in the library" in said.err
    assert "can only be read" in said.err
    assert cli.main([*TRAIN, "--out", str(home_on_disk / "n.safetensors")]) == 2
    assert "can only be read" in capsys.readouterr().err
    assert is_whole("generated-1")


LIMITED = """
import resource, sys
sys.dont_write_bytecode = True  # or what is compiled is cut off as well, and whoever reads it next fails
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
from engine import cli
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_files_that_may_not_grow(tmp_path: Path, isolated_home: Path) -> None:
    """As a quota does; goes where nothing may be mounted."""
    out = tmp_path / "m.safetensors"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *TRAIN, "--out", str(out)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 2
    assert "Kept as" not in done.stdout
    assert "Saved to" not in done.stdout
    assert "Done:" in done.stdout  # what came of the training is told all the same
    lines = done.stderr.strip().splitlines()
    assert all(line.startswith("netsketch: ") for line in lines)
    assert not out.exists()


def test_a_folder_that_is_gone_meanwhile(
    tmp_path: Path, isolated_home: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.cli import train as command

    def trained_and_gone(*arguments: object) -> object:
        result = before(*arguments)
        shutil.rmtree(tmp_path / "there")
        while runs_folder().exists():  # something may just be written there
            shutil.rmtree(runs_folder(), ignore_errors=True)
        return result

    before = command._train
    monkeypatch.setattr(command, "_train", trained_and_gone)
    (tmp_path / "there").mkdir()
    assert cli.main([*TRAIN, "--out", str(tmp_path / "there" / "m.safetensors")]) == 2
    said = capsys.readouterr()
    assert "Saved to" not in said.out
    assert "The folder does not exist." in said.err
    assert said.err.count("They are written again") == 1
    assert "Kept as the run generated-1" in said.out
    assert is_whole("generated-1")
