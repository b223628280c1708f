"""Whatever lies in the home folder, the program starts, says once what cannot be used, and loses nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from engine.data.imported_sets import imported_sets, load_parts
from engine.data.my_digits import MyDigits
from engine.data.sources.known_files import known_files, remember
from engine.errors import NetSketchError
from engine.evaluation.marks import Marks
from engine.folders import runs_folder
from engine.storage import model_file
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.library import RunLibrary
from gui.bench.preferences import Preferences
from tests.e2e.damage import DAMAGE, FILES, FOLDERS, RUN, damage, keep_something

STATIONS = ["data", "train", "evaluate", "understand", "challenge", "compress", "deploy", "sweep", "runs"]

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="pipes, devices and links in folders are others' there"
)


@pytest.fixture(scope="module")
def good_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which something of everything is kept."""
    place = tmp_path_factory.mktemp("good")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETSKETCH_HOME", str(place / "home"))
        keep_something(place)
    return place / "home"


@pytest.fixture
def home(good_home: Path, isolated_home: Path) -> Path:
    shutil.copytree(good_home, isolated_home, dirs_exist_ok=True)
    return isolated_home


def read_everything() -> int:
    """Read as the program does at its start and at its stations; returns how many readers refused in words."""
    run, refused = RunFolder(runs_folder() / RUN), 0
    readers: list[Callable[[], object]] = [
        RunLibrary().summaries, run.history, run.checkpoint, lambda: run.weights(4), run.experiment,
        lambda: RunLibrary().notes(RUN), lambda: model_file.load(run.model_path), lambda: RunLibrary().deleted(),
        lambda: [load_parts(each.name) for each in imported_sets()], lambda: MyDigits().dataset(), Marks().entries,
        known_files, lambda: remember(Path("my.csv")),
        lambda: Preferences().theme, lambda: RunLibrary().expire(), lambda: RunLibrary().disk_use(),
    ]  # fmt: skip
    for read in readers:
        try:
            read()
        except NetSketchError:
            refused += 1
    return refused


@pytest.mark.parametrize("how", DAMAGE)
def test_every_file_may_be_anything(home: Path, good_home: Path, how: str) -> None:
    for name in FILES:
        damage(name, DAMAGE[how])
        read_everything()
        damage(name, lambda path: None)
        with suppress(FileNotFoundError):
            shutil.copy(good_home / name, home / name)
    assert read_everything() == 0
    assert [run.name for run in RunLibrary().summaries()] == ["my run"]
    assert len(MyDigits().dataset()) == 4


@pytest.mark.parametrize("how", ["nothing", "empty", "nowhere", "loop", "device", "pipe"])
def test_every_folder_may_be_none(home: Path, good_home: Path, how: str) -> None:
    for name in FOLDERS:
        damage(name, DAMAGE[how])
        read_everything()
        damage(name, lambda path: None)
        if (good_home / name).exists():
            shutil.copytree(good_home / name, home / name)
    assert read_everything() == 0


def visited(home: Path) -> dict[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.visit"],
        capture_output=True, text=True, check=False, timeout=280, cwd=Path(__file__).parents[2],
        env={**os.environ, "NETSKETCH_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    assert seen["errors"] == []
    assert seen["stations"] == STATIONS
    return seen


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_window_opens_on_a_home_that_is_damaged_all_over(home: Path) -> None:
    kinds = ("pipe", "deep", "device", "folder", "noise")
    whole = home / "runs" / RUN
    for number, name in enumerate(
        ("run.json", "history.jsonl", "experiment.json", "checkpoint.safetensors", "label.json")
    ):
        shutil.copytree(whole, home / "runs" / f"other-{number}")
        damage(f"runs/other-{number}/{name}", DAMAGE[kinds[number % len(kinds)]])
    for number, name in enumerate(("NetSketch/NetSketch.ini", *FILES[:4], "NetSketch.ini")):
        damage(name, DAMAGE[kinds[number % len(kinds)]])
    (home / "runs" / os.fsdecode(b"\xff\xfe")).mkdir()
    before = {path: path.read_bytes() for path in whole.rglob("*") if path.is_file()}
    seen = visited(home)
    assert "my run" in seen["runs"]
    told = [text for text in seen["notices"] if "things that you keep could not be read" in text]
    assert len(told) == 1
    assert (home / "NetSketch" / "NetSketch.ini.bak").is_fifo()
    assert (home / "preferences.json.bak").read_bytes() == b"[" * 100_000
    assert {path: path.read_bytes() for path in whole.rglob("*") if path.is_file()} == before


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_window_opens_where_its_home_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("mine")
    assert visited(tmp_path / "home")["runs"] == []
    assert (tmp_path / "home").read_text() == "mine"
