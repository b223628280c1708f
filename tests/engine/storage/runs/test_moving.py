from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from engine.storage.runs.moving import is_id, move, move_in, next_ids, stem_of


@pytest.mark.parametrize("name", ["article-12", "a", "größer 3", "数字-1", "v1.5+x_y"])
def test_names_that_a_run_can_have(name: str) -> None:
    assert is_id(name)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", ".bin", "-a", "a/b", "a\\b", "a.", "a ", " a", "a:b", "a\nb", "NUL", "com1.x", "x" * 121, "a~2"],
)  # fmt: skip
def test_names_that_no_run_can_have(name: str) -> None:
    assert not is_id(name)


def test_the_next_number_is_one_that_was_never_used(tmp_path: Path) -> None:
    for name in ("a-1", "a-7", "b-9", "a-x", ".bin/a-8", ".bin/a-11~2"):
        (tmp_path / name).mkdir(parents=True)
    assert list(islice(next_ids(tmp_path, "a"), 2)) == ["a-12", "a-13"]
    assert next(next_ids(tmp_path, "c")) == next(next_ids(tmp_path / "nothing", "c")) == "c-1"
    assert (stem_of("a-b-12"), stem_of("plain")) == ("a-b", "plain")


def test_nothing_is_moved_over_another_folder(tmp_path: Path) -> None:
    (tmp_path / "runs" / "a-1").mkdir(parents=True)  # one that is just being begun is empty
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "file").touch()
    assert move_in(tmp_path / "new", tmp_path / "runs", "a-1") == "a-2"
    assert list((tmp_path / "runs" / "a-1").iterdir()) == []
    assert (tmp_path / "runs" / "a-2" / "file").exists()
    with pytest.raises(FileExistsError):
        move(tmp_path / "runs" / "a-2", tmp_path / "runs", ["a-1"])


def test_what_is_gone_leaves_no_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        move_in(tmp_path / "gone", tmp_path, "a-1")
    assert list(tmp_path.iterdir()) == []
