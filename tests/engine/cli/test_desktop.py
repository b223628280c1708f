"""``desktop``: a menu entry that starts this very copy, and a kind of file that is told by what is in it."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.cli import desktop
from engine.cli.program import main

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[3]
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desktop looks, an empty folder of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@on_linux
def test_it_comes_and_goes(
    place: Path, capsys: Capture, records_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    (place / "mime" / "packages").mkdir(parents=True)
    (place / "mime" / "packages" / "other.xml").write_text(
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"/>'
    )
    assert main(["desktop", "install", "--json"]) == 0
    written = {record["path"] for record in records_of(capsys.readouterr().out)}
    assert written == {str(place / name) for name in desktop.PLACES.values()}
    assert set(desktop.PLACES.values()) <= files(place)
    assert main(["desktop", "install"]) == 0  # again, over it
    assert main(["desktop", "remove"]) == 0
    assert not set(desktop.PLACES.values()) & files(place)
    assert "mime/packages/other.xml" in files(place)
    assert main(["desktop", "remove"]) == 0


def test_every_file_for_a_desktop_has_its_place() -> None:
    folder = ROOT / "resources" / "desktop"
    assert {path.name for path in folder.iterdir() if path.suffix != ".py"} == set(desktop.PLACES)


@on_linux
def test_the_entry_starts_this_copy_and_says_what_it_opens(place: Path) -> None:
    assert main(["desktop", "install"]) == 0
    parser = configparser.RawConfigParser(delimiters="=")
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(place / desktop.ENTRY, encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert Path(entry["TryExec"]).is_file()
    assert entry["Exec"].startswith(f'"{entry["TryExec"]}"')
    assert entry["Exec"].endswith(" %f")
    assert entry["MimeType"] == "application/x-netsketch-model;"
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", place / desktop.ENTRY], check=True)


@pytest.mark.parametrize(
    ("program", "line"),
    [
        ("/opt/net", '"/opt/net"'),
        ("/my programs/net", '"/my programs/net"'),
        ('/a"b', r'"/a\\"b"'),
        ("/$HOME`id`", r'"/\\$HOME\\`id\\`"'),
        ("/100%f", '"/100%%f"'),
        ("/back\\slash", r'"/back\\\\slash"'),
        ("/new\nline", r'"/new\nline"'),
        ("/größer 数字", '"/größer 数字"'),
    ],
)
def test_a_path_is_a_word_whatever_is_in_it(program: str, line: str) -> None:
    text = (ROOT / "resources/desktop/netsketch.desktop").read_text(encoding="utf-8")
    entry = desktop.entry_of(text, [program]).splitlines()
    assert f"Exec={line} %f" in entry
    assert len(entry) == len(text.splitlines()) + 1
    more = desktop.entry_of(text, [program, "main.py"]).splitlines()
    assert f'Exec={line} "main.py" %f' in more


@on_linux
@pytest.mark.skipif(
    not shutil.which("update-mime-database"), reason="without the data base of kinds of files"
)
@pytest.mark.skipif(not shutil.which("gio"), reason="without what asks it")
def test_our_models_are_told_from_other_weights(place: Path, tmp_path: Path, trained: Path) -> None:
    assert main(["desktop", "install"]) == 0
    other = tmp_path / "other.safetensors"
    other.write_bytes((2).to_bytes(8, "little") + b"{}")
    kinds = {trained: "application/x-netsketch-model", other: "application/x-safetensors"}
    for path, kind in kinds.items():
        asked = subprocess.run(
            ["gio", "info", "-a", "standard::content-type", path], capture_output=True, text=True, check=True
        )
        assert asked.stdout.split()[-1] == kind


def test_elsewhere_it_says_so(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, error_of: Callable[..., str]
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main(["desktop", "install"]) == 2
    assert "Linux" in error_of(capsys)
    assert not place.exists()


@on_linux
def test_a_place_that_cannot_be_written_is_told(
    place: Path, capsys: Capture, error_of: Callable[..., str]
) -> None:
    place.mkdir()
    (place / "applications").touch()
    assert main(["desktop", "install"]) == 2
    assert "could not be saved" in error_of(capsys)
