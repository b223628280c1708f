"""Preferences: bounds of what is kept, several windows, and files that cannot be read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.errors import NetSketchError
from engine.one_at_a_time import one_at_a_time
from gui.bench.preference import Preference
from gui.bench.preference_list import PREFERENCES
from gui.bench.preferences import DEFAULTS, Preferences, glance


def test_room_and_safe_points_outlast_the_program() -> None:
    preferences = Preferences()
    assert (preferences.runs_limit_mb, preferences.checkpoint_seconds) == (4096, 10)
    preferences.runs_limit_mb, preferences.checkpoint_seconds = 2048, 5
    assert (Preferences().runs_limit_mb, Preferences().checkpoint_seconds) == (2048, 5)


@pytest.mark.parametrize("was", ['{"theme": "dark", "language": 7}', "{", "[]", ""])
def test_a_glance_leaves_the_file_as_it_is(isolated_home: Path, was: str) -> None:
    assert glance() == DEFAULTS
    assert not any(isolated_home.iterdir())
    path = isolated_home / "preferences.json"
    path.write_text(was, encoding="utf-8")
    assert glance() == {**DEFAULTS, **({"theme": "dark"} if "dark" in was else {})}
    assert list(isolated_home.iterdir()) == [path]
    assert path.read_text(encoding="utf-8") == was


@pytest.mark.parametrize(("given", "kept"), [(0, 100), (10**9, 1_000_000), (250, 250)])
def test_room_is_held_within_bounds(given: int, kept: int) -> None:
    preferences = Preferences()
    preferences.runs_limit_mb = given
    assert Preferences().runs_limit_mb == kept


def test_a_value_out_of_bounds_leaves_the_good_ones_and_the_file_as_it_was(tmp_path: Path) -> None:
    was = json.dumps(
        {"theme": "dark", "checkpoint_seconds": 0, "recent_files": ["/a"], "later": [1, {"a": 2}]}
    )
    path = tmp_path / "preferences.json"
    path.write_text(was, encoding="utf-8")
    again = Preferences(path)
    assert (again.checkpoint_seconds, again.theme, again.recent_files) == (10, "dark", (Path("/a"),))
    assert again.set_aside is not None
    assert again.set_aside.read_text(encoding="utf-8") == was
    once_more = Preferences(path)
    assert (once_more.set_aside, once_more.theme) == (None, "dark")
    assert json.loads(path.read_text(encoding="utf-8"))["later"] == [1, {"a": 2}]


@pytest.mark.parametrize("entry", PREFERENCES, ids=lambda entry: entry.key)
@pytest.mark.parametrize("damaged", ["\0", 10**9, -1, 0.5, None, [], {"a": 1}, True])
def test_a_damaged_value_is_as_at_the_first_start(tmp_path: Path, entry: Preference, damaged: object) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({entry.key: damaged, "passed_over_run": "a"}), encoding="utf-8")
    preferences = Preferences(path)
    assert (preferences.value(entry.key), preferences.passed_over_run) == (entry.default, "a")
    assert preferences.set_aside is not None


def test_those_who_follow_are_told_the_value_and_each_change_once(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    heard: list[int] = []
    preferences.follow("checkpoint_seconds", heard.append)
    preferences.checkpoint_seconds = 5
    preferences.checkpoint_seconds = 5
    preferences.theme = "dark"
    Preferences(preferences.path).checkpoint_seconds = 7
    preferences.refresh()
    assert heard == [10, 5, 7]


def test_what_is_guarded_changes_when_the_guard_agrees(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    asked: list[tuple[Any, Callable[[], None], Callable[[], None]]] = []
    kept: list[bool] = []
    preferences.kept.connect(lambda: kept.append(True))
    preferences.guard("runs_limit_mb", lambda *question: asked.append(question))
    preferences.wish("runs_limit_mb", 500)
    preferences.wish("runs_limit_mb", 4096)  # as it is
    asked[0][2]()
    assert (preferences.runs_limit_mb, kept, len(asked)) == (4096, [True], 1)
    asked[0][1]()
    assert preferences.runs_limit_mb == 500


def test_two_windows_keep_what_each_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    first, second = Preferences(path), Preferences(path)
    path.write_text(json.dumps({"schema_version": 7, "of a newer program": {"kept": True}}), encoding="utf-8")
    heard: list[str] = []
    second.changed.connect(lambda: heard.append(second.theme))
    first.theme = "dark"
    first.add_recent(tmp_path / "a")
    second.checkpoint_seconds = 5
    assert heard == ["dark"]
    second.add_recent(tmp_path / "b")
    first.refresh()
    assert first.recent_files == second.recent_files == (tmp_path / "b", tmp_path / "a")
    assert (first.theme, first.checkpoint_seconds) == (second.theme, second.checkpoint_seconds) == ("dark", 5)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert (kept["schema_version"], kept["of a newer program"]) == (7, {"kept": True})


WINDOW = """
import sys
from pathlib import Path
from gui.bench.preferences import DEFAULTS, Preferences, glance
preferences = Preferences(Path(sys.argv[1]))
for number in range(20):
    preferences._set(f"{sys.argv[2]} {number}", number)
"""


@pytest.mark.slow
def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    programs = [subprocess.Popen([sys.executable, "-c", WINDOW, str(path), name]) for name in "ab"]
    assert [program.wait() for program in programs] == [0, 0]
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert {f"{name} {number}" for name in "ab" for number in range(20)} <= kept.keys()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["preferences.json", "preferences.lock"]


def test_a_lock_that_is_not_let_go_is_told_and_the_change_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.one_at_a_time.PATIENCE", 0.0)
    path = tmp_path / "preferences.json"
    preferences = Preferences(path)
    told: list[NetSketchError] = []
    preferences.refused = told.append
    with one_at_a_time(path, tmp_path / "preferences.lock"):
        preferences.theme = "dark"
        preferences.checkpoint_seconds = 3
        assert preferences.theme == "dark"
    assert [str(error.cause) for error in told] == ["Another window or command holds it at this moment."]
    assert not path.exists()
    preferences.refresh()
    assert (Preferences(path).theme, Preferences(path).checkpoint_seconds) == ("dark", 3)


def deep(path: Path) -> None:
    path.write_bytes(b"[" * 100_000)


def pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes with names")
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").touch()


def holding(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


@pytest.mark.parametrize(
    "make",
    [
        *(deep, pipe, folder, holding(b""), holding(b"\0" * 50), holding(b"\xff\xfe{}"), holding(b"[]")),
        *(holding(b'{"runs_limit_mb": 1e999}'), holding(b'{"runs_limit_mb": ' + b"9" * 5000 + b"}")),
        *(
            holding(b'{"theme": {"a": []}}'),
            holding(b'{"theme": null}'),
            holding(b'{"checkpoint_seconds": true}'),
        ),
        *(holding(b'{"recent_files": ["a\\u0000b"]}'), holding(b'{"recent_files": ["\\ud800"]}')),
        *(holding(b'{"x": ' + b"[" * 900 + b"]" * 900 + b"}"), holding(b'{"x": "' + b"a" * 2**21 + b'"}')),
    ],
)
def test_what_is_no_file_of_preferences_is_set_aside(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "preferences.json"
    for number in range(2):  # an older one that was set aside is not lost
        path.unlink(missing_ok=True)
        make(path)
        preferences = Preferences(path)
        assert (preferences.theme, preferences.runs_limit_mb, preferences.recent_files) == (
            "system",
            4096,
            (),
        )
        assert preferences.set_aside == tmp_path / f"preferences.json.bak{'-2' * number}"
        assert os.path.lexists(preferences.set_aside)
    preferences.theme = "dark"
    assert Preferences(path).theme == "dark"


def test_a_file_that_is_spoiled_or_deleted_meanwhile_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    preferences = Preferences(path)
    preferences.theme = "dark"
    path.unlink()
    preferences.checkpoint_seconds = 7
    aside: list[Path] = []
    preferences.file_set_aside.connect(aside.append)
    deep(path)
    preferences.runs_limit_mb = 500
    again = Preferences(path)
    assert (again.theme, again.checkpoint_seconds, again.runs_limit_mb) == ("dark", 7, 500)
    assert [item.read_bytes() for item in aside] == [b"[" * 100_000]
