from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.atomic import FileWriteError
from engine.errors import RunError
from engine.one_at_a_time import one_at_a_time
from engine.storage.runs.file.lock import RunLock
from engine.storage.runs.library import RunLibrary, free_name

ROOT = Path(__file__).resolve().parents[4]


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# ---------------------------------------------------------------- names, colours, notes


@pytest.mark.parametrize("name", ["3 layers", "größer", "数字", "🖊️ pen", "می‌خواهم", "a/b\\c", "x" * 120])
def test_names(library: RunLibrary, make_run: Any, name: str) -> None:
    make_run()
    library.rename("article-1", f"  {name} ")

    assert RunLibrary(library.folder).find(name).id == "article-1"


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 121, "\ud800", "\0", "a\u202eb"])
def test_names_that_are_none(library: RunLibrary, make_run: Any, name: str) -> None:
    folder = make_run()
    before = files_in(folder)
    with pytest.raises(RunError):
        library.rename("article-1", name)
    assert files_in(folder) == before


def test_a_name_belongs_to_one_run(library: RunLibrary, make_run: Any) -> None:
    for number in (1, 2):
        make_run(f"a-{number}")
    library.rename("a-1", "é")
    library.rename("a-1", "é")
    for taken in ("é", "e\u0301", "a-1"):
        with pytest.raises(RunError, match="already"):
            library.rename("a-2", taken)
    library.rename("a-2", "a-2")
    library.rename("a-1", "a-1")


def test_colour_and_baseline(library: RunLibrary, make_run: Any) -> None:
    for number in (1, 2):
        make_run(f"a-{number}")
    library.rename("a-1", "first")
    library.set_colour("a-1", 3)
    library.set_baseline("a-1")
    run = library.get("a-1")
    assert (run.name, run.colour, run.baseline) == ("first", 3, True)

    library.set_baseline("a-2")
    library.set_colour("a-1", None)
    assert [(run.id, run.colour) for run in library.summaries() if run.baseline] == [("a-2", None)]
    assert library.get("a-1").colour is None
    library.set_baseline(None)
    assert not any(run.baseline for run in library.summaries())
    with pytest.raises(RunError):
        library.set_baseline("a-3")


@pytest.mark.parametrize(
    "label",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"name": 3}', b'{"name": "a\\nb"}', b'{"colour": -1}',
        b'{"colour": 1e99}',
        b'{"baseline": "yes"}', b"[" * 100_000, b" " * 2**17, b'{"name": "\\ud800"}',
    ],
)  # fmt: skip
def test_a_damaged_label_hides_no_run_and_is_kept(library: RunLibrary, make_run: Any, label: bytes) -> None:
    folder = make_run()
    (folder / "label.json").write_bytes(label)

    assert library.get("article-1").name == "article-1"
    library.rename("article-1", "new")
    assert library.get("article-1").name == "new"
    assert (folder / "label.json.bak").read_bytes() == label


@pytest.mark.parametrize(
    "text", ["plain", "two\r\nlines\n", "\ufeffmark", "数字 🖊️\0", "  ", "# title\n\n- [ ] x"]
)
def test_notes_are_kept_to_the_letter(library: RunLibrary, make_run: Any, text: str) -> None:
    folder = make_run()
    assert library.notes("article-1") == ""
    library.set_notes("article-1", text)
    assert library.notes("article-1") == text
    library.set_notes("article-1", "")
    assert not (folder / "notes.md").exists()


def test_notes_that_are_no_text(library: RunLibrary, make_run: Any) -> None:
    folder = make_run()
    (folder / "notes.md").write_bytes(b"\xff\xfe")
    with pytest.raises(RunError, match="not a text"):
        library.notes("article-1")
    library.set_notes("article-1", "half \ud800 a letter")
    assert library.notes("article-1") == "half ? a letter"
    with pytest.raises(RunError, match="too long"):
        library.set_notes("article-1", "x" * (2**24 + 1))
    assert library.notes("article-1") == "half ? a letter"


# ---------------------------------------------------------------- deleting


def test_deleted_and_restored(library: RunLibrary, make_run: Any) -> None:
    folders = [make_run(f"a-{number}") for number in (1, 2, 3)]
    library.rename("a-1", "first")
    before = [files_in(folder) for folder in folders]
    used = library.disk_use()

    library.delete("a-1", "a-2")
    assert [run.id for run in library.summaries()] == ["a-3"]
    assert library.disk_use() == used
    assert library.restore("a-1", "a-2") == ("a-1", "a-2")

    assert [files_in(folder) for folder in folders] == before
    assert library.find("first").id == "a-1"
    with pytest.raises(RunError, match="bin"):
        library.restore("a-1")


def test_all_or_none_are_deleted(library: RunLibrary, make_run: Any) -> None:
    folders = [make_run(f"a-{number}") for number in (1, 2)]
    with RunLock(folders[1]), pytest.raises(RunError, match="being trained"):
        library.delete("a-1", "a-2")
    with pytest.raises(RunError, match="no run"):
        library.delete("a-1", "a-9")
    assert len(library.summaries()) == 2
    library.delete("a-1", "a-1")
    assert len(library.summaries()) == 1


def test_restored_where_id_and_name_are_taken_meanwhile(library: RunLibrary, make_run: Any) -> None:
    make_run("a-1", epochs=1)
    library.rename("a-1", "same")
    library.set_baseline("a-1")
    library.delete("a-1")
    make_run("a-1", epochs=2)
    library.rename("a-1", "same")
    library.set_baseline("a-1")

    (back,) = library.restore("a-1")

    assert back == "a-2"
    assert (library.get("a-2").epochs, library.get("a-2").name) == (1, "same (2)")
    assert [run.id for run in library.summaries() if run.baseline] == ["a-1"]


def test_the_last_deleted_of_one_id_comes_back_first(library: RunLibrary, make_run: Any) -> None:
    for epochs in (1, 2):
        make_run("a-1", epochs=epochs)
        library.delete("a-1")
    os.utime(library.folder / ".bin" / "a-1", (1, 1))
    os.utime(library.folder / ".bin" / "a-1~2", (2, 2))

    assert library.restore("a-1") == ("a-1",)
    assert library.get("a-1").epochs == 2


def test_the_bin_is_emptied_in_time(library: RunLibrary, make_run: Any) -> None:
    for number in (1, 2):
        make_run(f"a-{number}")
    library.delete("a-1", "a-2")
    old = library.folder / ".bin" / "a-1"
    past = old.stat().st_mtime - 31 * 86_400
    os.utime(old, (past, past))
    left = library.folder / ".import-0123"
    left.mkdir()
    os.utime(left, (past, past))
    (library.folder / ".import-4567").mkdir()  # another window is at it

    assert library.expire() == 1
    assert not old.exists()
    assert not left.exists()
    assert (library.folder / ".import-4567").exists()
    assert library.restore("a-2") == ("a-2",)
    assert library.expire() == 0


def test_notes_that_two_windows_write_are_both_kept(library: RunLibrary, make_run: Any) -> None:
    make_run("a-1")
    library.set_notes("a-1", "one\ntwo\nhalf \ud800")
    before = "one\ntwo\nhalf \ud800"
    assert (
        RunLibrary(library.folder).set_notes("a-1", f"{before}\ntheirs", before=before) == f"{before}\ntheirs"
    )
    assert library.set_notes("a-1", "zero\none", before=before) == "zero\none\ntheirs"
    assert library.notes("a-1") == "zero\none\ntheirs"
    assert library.set_notes("a-1", "", before="zero\none\ntheirs") == ""


def test_a_label_is_changed_by_one_window_at_a_time(
    library: RunLibrary, make_run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.one_at_a_time.PATIENCE", 0.0)
    make_run("a-1")
    changes: list[Callable[[], object]] = [
        lambda: library.rename("a-1", "b"),
        lambda: library.set_colour("a-1", 3),
        lambda: library.set_baseline("a-1"),
        lambda: library.set_notes("a-1", "b"),
    ]
    with one_at_a_time(library.folder, library.folder / ".lock"):
        for change in changes:
            with pytest.raises(FileWriteError, match="holds it at this moment"):
                change()
    assert not (library.folder / "a-1" / "label.json").exists()
    for change in changes:
        change()
    run = library.get("a-1")
    assert (run.name, run.colour, run.baseline, library.notes("a-1")) == ("b", 3, True, "b")


def test_two_libraries_on_one_folder(library: RunLibrary, make_run: Any) -> None:
    other = RunLibrary(library.folder)
    make_run("a-1")
    assert len(library.summaries()) == len(other.summaries()) == 1
    library.rename("a-1", "mine")
    assert other.find("mine").id == "a-1"
    other.delete("a-1")
    assert library.summaries() == ()
    with pytest.raises(RunError, match="no run"):
        library.set_notes("a-1", "gone")
    assert not (library.folder / "a-1").exists()
    library.restore("a-1")
    assert other.get("a-1").name == "mine"


@given(name=st.text(min_size=1, max_size=120), count=st.integers(0, 12))
def test_a_free_name_is_free_and_fits(name: str, count: int) -> None:
    taken: set[str] = set()
    for _ in range(count):
        taken.add(free_name(name, taken))
    assert len(taken) == count
    assert all(len(item) <= 120 for item in taken)


def test_the_library_does_without_torch_and_window(tmp_path: Path) -> None:
    code = (
        "import sys; from engine.storage.runs.library import RunLibrary; RunLibrary().summaries();"
        "print([name for name in ('torch', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_labels_are_readable_files(library: RunLibrary, make_run: Any) -> None:
    folder = make_run()
    library.rename("article-1", "größer")
    assert json.loads((folder / "label.json").read_text(encoding="utf-8")) == {
        "name": "größer", "colour": None, "baseline": False,
    }  # fmt: skip
