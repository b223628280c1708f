"""A table whose file alone is named is found again; nothing that lies in the home can hinder that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.data.sources.known_files import FILE_NAME, MOST, found_again, remember, without_folder
from engine.folders import home_folder
from tests.engine.data.tables.own_tables import two_clouds

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("isolated_home")


def test_others_are_told_the_file_alone(tmp_path: Path) -> None:
    assert without_folder(str(tmp_path / "secret" / "my.csv")) == "my.csv"
    assert without_folder(str(tmp_path / "hamlet.txt")) == "hamlet.txt"
    assert without_folder("mnist") == "mnist"
    assert without_folder("my.set/of") == "my.set/of"


def test_it_is_found_beside_the_model_where_it_was_read_and_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("beside", "read", "here"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert found_again("t.csv", tmp_path / "beside") == "t.csv"
    here = two_clouds(tmp_path / "here" / "t.csv")
    assert found_again("t.csv", tmp_path / "beside") == str(here)
    read = two_clouds(tmp_path / "read" / "t.csv")
    remember(read)
    assert found_again("t.csv", tmp_path / "beside") == str(read)
    beside = two_clouds(tmp_path / "beside" / "t.csv")
    assert found_again("t.csv", tmp_path / "beside") == str(beside)
    assert found_again(str(read), tmp_path / "beside") == str(read)
    assert found_again("iris", tmp_path / "beside") == "iris"


@pytest.mark.parametrize(
    "content", [b"", b"[", b"[1]", b'{"t.csv": 7, "a": "b.csv"}', b'{"t.csv": "/etc/passwd"}', b"\xff"]
)
def test_what_cannot_be_read_counts_for_nothing(tmp_path: Path, content: bytes) -> None:
    home_folder().mkdir(parents=True, exist_ok=True)
    (home_folder() / FILE_NAME).write_bytes(content)
    assert found_again("t.csv", tmp_path) == "t.csv"
    remember(two_clouds(tmp_path / "t.csv"))
    assert found_again("t.csv", tmp_path / "elsewhere") == str(tmp_path / "t.csv")


def test_the_latest_ones_are_kept(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        remember(tmp_path / f"{number}.csv")
    for number in (0, MOST + 4):
        two_clouds(tmp_path / f"{number}.csv")
    assert found_again("0.csv", tmp_path / "elsewhere") == "0.csv"
    assert found_again(f"{MOST + 4}.csv", tmp_path / "elsewhere") == str(tmp_path / f"{MOST + 4}.csv")
