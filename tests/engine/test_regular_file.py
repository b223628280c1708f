"""Files that others put there are opened only where they are files: a pipe never answers, a device never ends."""

from __future__ import annotations

import ast
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.atomic import FileWriteError, write_text
from engine.regular_file import check_regular, open_regular, read_regular

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
OWN = {
    "engine/cli/desktop.py",
    "engine/config/presets.py",
    "engine/deploy/script/png.py",  # leaves the program: it looks by itself whether it has a file before it
    "engine/deploy/web/page.py",
    "engine/language.py",
    "engine/lessons/shipped.py",
    "engine/version.py",
    "engine/runtime.py",
    "engine/sweep/network_drive.py",
    "gui/look/font_package.py",
    "gui/look/icons.py",
}  # ours, the system's

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and devices lie in folders on other systems")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


@pytest.mark.parametrize(
    ("make", "number"),
    [
        (pipe, errno.ENOTSUP),
        (device, errno.ENOTSUP),
        (loop, errno.ELOOP),
        (nowhere, errno.ENOENT),
        (Path.mkdir, errno.EISDIR),
    ],
)
@pytest.mark.parametrize("read", [open_regular, read_regular, check_regular])
def test_what_is_no_file_is_refused_at_once(
    tmp_path: Path, make: Callable[[Path], None], number: int, read: Callable[[Path], object]
) -> None:
    make(tmp_path / "it")
    with pytest.raises(OSError, match="it") as caught:
        read(tmp_path / "it")
    assert caught.value.errno == number


def test_a_file_and_a_link_to_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "it").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("it")
    assert read_regular(tmp_path / "link") == b"abc"
    with open_regular(tmp_path / "it") as file:
        assert file.read() == b"abc"


def test_no_more_is_read_than_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "it").write_bytes(b"abc")
    assert read_regular(tmp_path / "it", 3) == b"abc"
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(5 * 2**30)  # takes no room on the disk
    for name, most in (("it", 2), ("huge", 2**20)):
        with pytest.raises(OSError, match=name) as caught:
            read_regular(tmp_path / name, most)
        assert caught.value.errno == errno.EFBIG


def test_a_device_or_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    pipe(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        with pytest.raises(FileWriteError, match="not a file"):
            write_text(tmp_path / name, "text")
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()


def test_nobody_opens_foreign_files_in_another_way() -> None:
    found = []
    for path in (file for part in ("engine", "gui") for file in sorted((ROOT / part).rglob("*.py"))):
        name, source = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        if not any(word in source for word in ("read_bytes", "read_text", "open")):
            continue  # reading the whole program as a tree takes two seconds
        for call in ast.walk(ast.parse(source)):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or name in OWN:
                continue
            modes = [item.value for item in call.args if isinstance(item, ast.Constant)]
            if call.func.attr in ("read_bytes", "read_text") or (call.func.attr == "open" and "rb" in modes):
                found.append(f"{name}:{call.lineno}")
    assert found == []
