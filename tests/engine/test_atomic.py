from __future__ import annotations

import errno
import os
import stat
import threading
import time
from pathlib import Path

import pytest

from engine import atomic
from engine.atomic import (
    FileWriteError,
    check_writable,
    is_temporary,
    new_folder,
    replace_file,
    sweep,
    with_ending,
    write_bytes,
    write_text,
)
from engine.errors import DataError

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links as POSIX has them")


def contents(folder: Path) -> dict[str, bytes]:
    return {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}


def test_writes_a_new_file_and_nothing_beside_it(tmp_path: Path) -> None:
    write_bytes(tmp_path / "model", b"weights")

    assert contents(tmp_path) == {"model": b"weights"}


def test_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"a longer text than what follows")

    write_bytes(tmp_path / "model", b"new")

    assert contents(tmp_path) == {"model": b"new"}


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"old")

    with replace_file(tmp_path / "model") as file:
        file.write(b"new")
        file.flush()
        assert (tmp_path / "model").read_bytes() == b"old"

    assert contents(tmp_path) == {"model": b"new"}


@pytest.mark.parametrize("failure", [ValueError("no"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, failure: BaseException) -> None:
    (tmp_path / "model").write_bytes(b"old")

    def write_half() -> None:
        with replace_file(tmp_path / "model") as file:
            file.write(b"ne")
            raise failure

    with pytest.raises(type(failure)):
        write_half()

    assert contents(tmp_path) == {"model": b"old"}


def test_a_full_disk_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "model").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(FileWriteError) as caught:
        write_bytes(tmp_path / "model", b"new")

    assert "model” could not be saved. The disk is full. Free some space" in str(caught.value)
    assert contents(tmp_path) == {"model": b"old"}


@posix
def test_what_the_system_refuses_while_writing_is_the_same_error(tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    (tmp_path / "model").write_bytes(b"old")
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(FileWriteError, match="too large for this disk"):
            write_bytes(tmp_path / "model", b"new" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert contents(tmp_path) == {"model": b"old"}


@posix
def test_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"old")
    (tmp_path / "model").chmod(0o640)

    write_bytes(tmp_path / "model", b"new")

    assert stat.S_IMODE((tmp_path / "model").stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    write_bytes(tmp_path / "model", b"new")
    (tmp_path / "other").write_bytes(b"")

    assert (tmp_path / "model").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(Path("folder") / "real")

    write_bytes(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert contents(tmp_path / "folder") == {"real": b"new"}


@posix
def test_a_read_only_folder_is_one_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("root may write anywhere")
    try:
        with pytest.raises(FileWriteError, match="You may not write there"):
            write_bytes(tmp_path / "model", b"new")
        with pytest.raises(FileWriteError, match="You may not write there"):
            check_writable(tmp_path / "model")
    finally:
        tmp_path.chmod(0o700)


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may do all, so ask for it

    with pytest.raises(FileWriteError, match="You may not write there"):
        write_bytes(tmp_path / "model", b"new")

    assert contents(tmp_path) == {"model": b"old"}


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("missing/model", "The folder does not exist"),
        ("file/model", "not a folder|does not exist"),
        ("folder", "There is a folder of that name"),
        ("x" * 256, "The name is too long"),
    ],
)
def test_a_place_that_cannot_be_is_one_clear_error(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()

    for write in (check_writable, lambda path: write_bytes(path, b"new")):
        with pytest.raises(FileWriteError, match=cause):
            write(tmp_path / name)

    assert contents(tmp_path) == {"file": b""}
    assert contents(tmp_path / "folder") == {}


@pytest.mark.parametrize(
    ("name", "whole"), [("m", "m.zip"), ("m.tar", "m.tar.zip"), ("m.ZIP", "m.ZIP"), ("m.zip", "m.zip")]
)
def test_an_ending_is_added_where_it_is_missing(tmp_path: Path, name: str, whole: str) -> None:
    (tmp_path / "m").touch()  # a file is no reason: the other one is written beside it
    assert with_ending(tmp_path / name, ".zip") == tmp_path / whole


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("folder", "There is a folder of that name"),
        ("link", "There is a folder"),
        ("pipe", "a device or a pipe"),
    ],
)
def test_who_names_a_folder_or_a_pipe_does_not_mean_a_file_beside_it(
    tmp_path: Path, name: str, cause: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileWriteError, match=cause):
        with_ending(tmp_path / name, ".zip")


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="about /dev")
def test_an_open_pipe_is_no_file_either() -> None:
    """Such as ``/dev/stdout`` where another program reads on."""
    reading, writing = os.pipe()
    try:
        with pytest.raises(FileWriteError, match="a device or a pipe"):
            with_ending(Path(f"/dev/fd/{writing}"), ".zip")
    finally:
        os.close(reading)
        os.close(writing)


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write_bytes(tmp_path / ("x" * 255), b"new")

    assert contents(tmp_path) == {"x" * 255: b"new"}


def test_check_writable_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"old")

    check_writable(tmp_path / "model")
    check_writable(tmp_path / "other")

    assert contents(tmp_path) == {"model": b"old"}


def test_of_many_writers_one_wins_whole(tmp_path: Path) -> None:
    texts = [bytes([65 + number]) * 100_000 for number in range(8)]
    threads = [threading.Thread(target=write_bytes, args=(tmp_path / "model", text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert list(contents(tmp_path)) == ["model"]
    assert (tmp_path / "model").read_bytes() in texts


def test_a_reader_sees_the_old_or_the_new_and_never_a_part(tmp_path: Path) -> None:
    texts = [b"a" * 50_000, b"b" * 70_000]
    write_bytes(tmp_path / "model", texts[0])
    done = threading.Event()

    def write() -> None:
        for turn in range(30):
            write_bytes(tmp_path / "model", texts[turn % 2])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = set()
    while not done.is_set():
        seen.add((tmp_path / "model").read_bytes())
    writer.join()

    assert seen <= set(texts)


@posix
def test_file_and_folder_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []

    def note(descriptor: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")

    monkeypatch.setattr(atomic.os, "fsync", note)

    write_bytes(tmp_path / "model", b"new")

    assert synced == ["file", "folder"]


def test_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "notes", "één\nzwei\r\n")

    assert contents(tmp_path) == {"notes": "één\nzwei\r\n".encode()}


def test_whoever_writes_may_say_it_in_other_words(tmp_path: Path) -> None:
    def refused(path: Path, error: OSError) -> DataError:
        return DataError("“{path}”: {reason}", path=path.name, reason=error.strerror)

    with pytest.raises(DataError, match="“model”: No such file or directory"):
        write_bytes(tmp_path / "missing" / "model", b"weights", refused=refused)
    with (
        pytest.raises(DataError, match="“images”: No such file or directory"),
        new_folder(tmp_path / "missing" / "images", refused=refused),
    ):
        pass


def test_a_folder_is_there_once_it_is_whole(tmp_path: Path) -> None:
    with new_folder(tmp_path / "images") as folder:
        (folder / "1.png").write_bytes(b"ink")
        assert not (tmp_path / "images").exists()
        assert is_temporary(folder.name)

    assert [item.name for item in tmp_path.iterdir()] == ["images"]
    assert contents(tmp_path / "images") == {"1.png": b"ink"}


def test_nothing_is_left_of_a_folder_that_was_not_finished(tmp_path: Path) -> None:
    def write_half() -> None:
        with new_folder(tmp_path / "images") as folder:
            (folder / "1.png").write_bytes(b"ink")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()

    assert not list(tmp_path.iterdir())


def left(path: Path, hours: float) -> Path:
    """Let a file seem to have been written that many hours ago."""
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def test_what_a_killed_program_left_is_swept_when_something_is_written_beside(tmp_path: Path) -> None:
    ours = ".netsketch-0123456789abcdef.tmp"
    kept = [".netsketch-notes.tmp", ".netsketch-0123456789abcdef.tmp.txt", ".netsketch-0123456789abcde1.tmp"]
    for name in (ours, *kept):
        (tmp_path / name).touch()
        left(tmp_path / name, 25)
    left(tmp_path / kept[2], 23)  # perhaps it is being written, at another machine
    write_text(tmp_path / "new.txt", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, "new.txt"])


def test_of_a_folder_of_very_many_files_some_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "MOST_ENTRIES", 2)
    for number in range(5):
        path = tmp_path / f".netsketch-000000000000000{number}.tmp"
        path.touch()
        left(path, 25)
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_is_left_over_when_nothing_in_it_is_new(tmp_path: Path) -> None:
    old, busy, elsewhere = (tmp_path / f".netsketch-000000000000000{number}.tmp" for number in range(3))
    for folder in (old, busy):
        folder.mkdir()
        (folder / "0.png").touch()
        left(folder / "0.png", 25)
        left(folder, 25)
    left(busy / "0.png", 1)
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").touch()
    elsewhere.symlink_to(precious)
    os.utime(elsewhere, (0, 0), follow_symlinks=False)
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == [busy, precious]
    assert (precious / "file").exists()
    left(busy / "0.png", 25)
    sweep(tmp_path.parent, depth=1)
    assert not busy.exists()


def test_only_so_many_folders_are_remembered_as_swept(tmp_path: Path) -> None:
    for number in range(2 * atomic.MOST_SWEPT):
        atomic._sweep_once(tmp_path / str(number))
        assert len(atomic._swept) <= atomic.MOST_SWEPT
