"""The exports of late: kept, bounded, and believed as far as their file goes."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.atomic import FileWriteError
from engine.deploy.recent import MOST, RecentExport, RecentExports, State, digest_of
from engine.evaluation.gate import Outcome


@pytest.fixture
def exports(tmp_path: Path) -> RecentExports:
    return RecentExports(tmp_path / "home" / "exports.json")


def entry(path: Path, content: bytes = b"seven", **changes: Any) -> RecentExport:
    path.write_bytes(content)
    made = RecentExport(
        "article-1",
        "script",
        path,
        len(content),
        digest_of(path),
        datetime(2026, 11, 29, 16, 0, tzinfo=UTC),
        2e-6,
        2000,
        verdict=Outcome.PASSED,
        accuracy=0.975,
        gate=0.97,
    )
    return replace(made, **changes)


def test_they_come_back_as_they_were_the_newest_first(exports: RecentExports, tmp_path: Path) -> None:
    assert exports.all() == ()
    one = entry(tmp_path / "one.py")
    other = entry(
        tmp_path / "other.c",
        weights="int8",
        rounding=0.01,
        changed=3,
        verdict=None,
        accuracy=None,
        activations="int8",
    )
    exports.note(one)
    exports.note(other)
    assert exports.all() == (other, one)
    again = replace(one, model="article-2")  # written to the same place
    exports.note(again)
    assert exports.all() == (again, other)
    exports.forget([other])
    assert exports.all() == (again,)
    assert (tmp_path / "other.c").exists()


def test_only_so_many_are_kept(exports: RecentExports, tmp_path: Path) -> None:
    one = entry(tmp_path / "one.py")
    raw = [replace(one, path=tmp_path / f"{number}.py").record for number in range(MOST)]
    exports.path.parent.mkdir()
    exports.path.write_text(json.dumps({"exports": raw}))
    exports.note(one)
    found = exports.all()
    assert len(found) == MOST
    assert found[0] == one
    assert found[-1].path.name == f"{MOST - 2}.py"


def test_what_became_of_a_file_is_seen(tmp_path: Path) -> None:
    one = entry(tmp_path / "one.py")
    assert one.state is State.THERE
    os.utime(one.path, (1, 1))  # touched, and the same
    assert one.state is State.THERE
    one.path.write_bytes(b"eight")  # as many bytes
    assert one.state is State.CHANGED
    one.path.write_bytes(b"seventeen")
    assert one.state is State.CHANGED
    one.path.unlink()
    assert one.state is State.GONE
    one.path.mkdir()
    assert one.state is not State.THERE


def test_a_device_or_a_pipe_in_the_place_of_a_file_is_never_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.py"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        assert replace(entry(tmp_path / "one.py"), path=path, size=0).state is not State.THERE


HOSTILE: list[bytes] = [
    b"",
    b"\xff\xfe",
    b"[]",
    b"null",
    b'{"exports": 7}',
    b'{"exports": {"0": 1}}',
    b'{"other": []}',
    b"[" * 100_000,
    b'{"exports": NaN}',
    b'{"exports": [' + b"9" * 10_000 + b"]}",
    b" " * (2**20 + 1),
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_that_is_none_of_ours_is_set_aside(
    content: bytes, exports: RecentExports, tmp_path: Path
) -> None:
    exports.path.parent.mkdir()
    exports.path.write_bytes(content)
    assert exports.all() == ()
    assert [each.name for each in exports.path.parent.iterdir()] == ["exports.json.bak"]
    one = entry(tmp_path / "one.py")
    exports.note(one)
    assert exports.all() == (one,)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("path", value) for value in ("relative.py", "", "/", "/a\0b", "/" + "a" * 5000, 7, None, ["/a"])],
        *[("model", value) for value in (None, 7, "a" * 1001, "\ud800")],
        *[("bytes", value) for value in (-1, 2**41, 1.5, True, "1", None)],
        *[("when", value) for value in ("", "now", "2026-11-29", "9999-12-31T23:59:59+00:00", 7)],
        *[("max_difference", value) for value in (-1, 2, "0", True)],
        *[("accuracy", value) for value in (1.01, "all", [])],
        *[("verdict", value) for value in ("perhaps", 1, [])],
        *[("rounding", value) for value in (-0.1, {})],
    ],
)
def test_an_entry_that_cannot_be_used_is_left_out(
    name: str, value: Any, exports: RecentExports, tmp_path: Path
) -> None:
    one = entry(tmp_path / "one.py")
    exports.path.parent.mkdir()
    bad = {**one.record, name: value}
    exports.path.write_text(json.dumps({"exports": [bad, one.record, 7, None, []]}))
    assert exports.all() == (one,)


def test_a_home_that_cannot_be_written_is_one_error(exports: RecentExports, tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"a file")
    with pytest.raises(FileWriteError):
        exports.note(entry(tmp_path / "one.py"))
    assert exports.all() == ()
