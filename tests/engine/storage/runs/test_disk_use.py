from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.storage.runs.disk_use import folder_size
from engine.storage.runs.file.lock import RunLock
from engine.storage.runs.file.snapshots import snapshots_in
from engine.storage.runs.library import RunLibrary

SIZE = 1000  # bytes of a snapshot


def steps(folder: Path) -> list[int]:
    return [item.step for item in snapshots_in(folder)]


@pytest.fixture
def three(make_run: Any) -> list[Path]:
    """Return three runs, the oldest first, with a snapshot for each of six epochs of four steps and the beginning."""
    return [
        make_run(f"a-{number}", epochs=6, snapshots=7, created=f"2026-01-0{number}T00:00:00Z")
        for number in (1, 2, 3)
    ]


def test_all_files_count(library: RunLibrary, three: list[Path]) -> None:
    bytes_of = {path.name: sum(f.stat().st_size for f in path.rglob("*") if f.is_file()) for path in three}
    assert {run.id: run.size for run in library.summaries()} == bytes_of
    (library.folder / ".import-12").mkdir()
    (library.folder / ".import-12" / "x").write_bytes(bytes(50))
    (three[0] / "run.json").write_bytes(b"")
    assert library.disk_use() == folder_size(library.folder) > sum(bytes_of.values()) - 2000


def test_nothing_goes_while_there_is_room(library: RunLibrary, three: list[Path]) -> None:
    assert library.thin(library.disk_use()) == 0
    assert [len(steps(folder)) for folder in three] == [7, 7, 7]


def test_the_oldest_give_up_every_other_one_first(library: RunLibrary, three: list[Path]) -> None:
    use = library.disk_use()
    assert library.thin(use - 1) == 2 * SIZE
    assert [steps(folder) for folder in three] == [
        [0, 4, 12, 20, 24], [0, 4, 8, 12, 16, 20, 24], [0, 4, 8, 12, 16, 20, 24],
    ]  # fmt: skip
    assert library.disk_use() == use - 2 * SIZE

    assert library.thin(use - 5 * SIZE) == 3 * SIZE
    assert [steps(folder) for folder in three[:2]] == [[0, 4, 20, 24], [0, 4, 12, 20, 24]]
    assert len(steps(three[2])) == 7


def test_first_last_and_best_stay_whatever_the_limit(library: RunLibrary, three: list[Path]) -> None:
    text = (three[1] / "run.json").read_text().replace('"best_epoch": 6', '"best_epoch": 2')
    (three[1] / "run.json").write_text(text)
    assert library.thin(0) == 14 * SIZE
    assert [steps(folder) for folder in three] == [[0, 24], [0, 8, 24], [0, 24]]
    assert library.thin(0) == 0


def test_runs_that_are_held_or_damaged_are_left_alone(library: RunLibrary, three: list[Path]) -> None:
    (three[1] / "run.json").write_text("{")
    with RunLock(three[0]):
        assert library.thin(0) == 5 * SIZE
    assert [len(steps(folder)) for folder in three] == [7, 7, 2]


def test_what_was_deleted_gives_first(library: RunLibrary, three: list[Path]) -> None:
    library.delete("a-3")
    assert library.thin(library.disk_use() - 1) == 2 * SIZE
    assert library.restore("a-3") == ("a-3",)
    assert [len(steps(folder)) for folder in three] == [7, 7, 5]


def test_what_would_go_is_what_goes(library: RunLibrary, three: list[Path]) -> None:
    library.delete("a-3")
    limit = library.disk_use() - 7 * SIZE
    with RunLock(three[0]):
        going = library.would_thin(limit)
        before = {folder: set(folder.rglob("*")) for folder in library.folder.iterdir()}
        assert {file for item in going for file in item.snapshots} <= set().union(*before.values())
        freed = library.thin(limit)
    assert [item.run.name.partition("~")[0] for item in going] == ["a-3", "a-2"]
    assert freed == sum(item.bytes for item in going) == 7 * SIZE
    gone = {file for folder, files in before.items() for file in files if not file.exists()}
    assert gone == {file for item in going for file in item.snapshots}
    assert library.would_thin(library.disk_use()) == ()
