"""Fetching files from servers on this computer, good ones and bad ones, and keeping them."""

from __future__ import annotations

import stat
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data.sources.download import fetch
from engine.data.sources.published_files import FileSet
from engine.errors import Cancelled, DataError

IMAGES = "train-images-idx3-ubyte"


@pytest.fixture(autouse=True)
def no_folder_of_data_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETSKETCH_DATA", raising=False)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_mirrors_are_tried_in_turn(servers, tiny, isolated_home) -> None:
    mirrors = [servers.dead_mirror(), *map(servers.mirror, ("missing", "truncated", "good"))]
    data_set = tiny.data_set(*mirrors)
    train, test = data_set.parts(DataConfig())
    assert np.array_equal(train.images, tiny.arrays[IMAGES])
    assert train.labels.tolist() == [0, 1, 1, 0, 1, 0]
    assert len(test) == 3
    assert train.classes == ("dark", "light")
    assert [path.split("/")[1] for path in servers.requests] == ["missing", "truncated", *["good"] * 4]
    folder = isolated_home / "datasets" / "tiny"
    assert names_in(folder) == sorted(f"{name}.gz" for name in tiny.contents)
    assert (folder / f"{IMAGES}.gz").read_bytes() == tiny.packed(IMAGES)


@pytest.mark.parametrize("behaviour", ["broken-off", "truncated", "other", "portal", "endless", "missing"])
def test_bad_mirror_is_passed_over(servers, tiny, behaviour: str) -> None:
    data_set = tiny.data_set(servers.mirror(behaviour), servers.mirror("good"))
    assert data_set.files.read() == tiny.contents


def test_what_is_kept_is_not_fetched_again(servers, tiny) -> None:
    data_set = tiny.data_set(servers.mirror("good"))
    data_set.files.read()
    servers.requests.clear()
    assert data_set.files.read() == tiny.contents
    assert servers.requests == []


def test_file_sent_unpacked_is_kept_unpacked(servers, tiny, isolated_home) -> None:
    data_set = tiny.data_set(servers.mirror("plain"))
    assert data_set.files.read() == tiny.contents
    assert names_in(isolated_home / "datasets" / "tiny") == sorted(tiny.contents)
    assert data_set.files.read() == tiny.contents


def test_progress_rises_to_the_end_and_counts_bytes(servers, tiny) -> None:
    told: list[tuple[str, float]] = []
    tiny.data_set(servers.mirror("good")).files.read(progress=lambda *args: told.append(args))
    shares = [share for words, share in told if words == "Downloading Tiny"]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.95 < shares[-1] <= 1  # the last file is small
    assert {words for words, _ in told} == {"Reading Tiny", "Downloading Tiny"}


def test_progress_comes_while_bytes_arrive(servers, tiny) -> None:
    told: list[tuple[int, int]] = []
    packed = tiny.packed(IMAGES)

    def progress(received: int, announced: int) -> None:
        told.append((received, announced))
        servers.release.set()  # the server now breaks off

    with pytest.raises(DataError):
        fetch(
            f"{IMAGES}.gz",
            [servers.mirror("stalled")],
            check=lambda data: data,
            limit=1 << 20,
            progress=progress,
        )
    assert 0 < told[0][0] < len(packed)
    assert told[0][1] == len(packed)


def test_cancel_while_the_server_is_silent(servers, tiny, isolated_home) -> None:
    data_set = tiny.data_set(servers.mirror("stalled"), servers.mirror("good"))
    begin = time.monotonic()
    with pytest.raises(Cancelled):
        data_set.files.read(cancelled=servers.stalled.is_set)
    assert time.monotonic() - begin < 10  # the server would have been silent for 30 seconds
    assert len(servers.requests) == 1
    assert names_in(isolated_home / "datasets" / "tiny") == []


def test_cancel_keeps_whole_files_and_goes_on_from_them(servers, tiny, isolated_home) -> None:
    data_set = tiny.data_set(servers.mirror("good"))
    with pytest.raises(Cancelled):
        data_set.files.read(cancelled=lambda: len(servers.requests) == 2)
    kept = names_in(isolated_home / "datasets" / "tiny")
    assert kept == [f"{name}.gz" for name in sorted(tiny.contents) if name.startswith("train")]
    assert data_set.files.found() is None
    servers.requests.clear()
    assert data_set.files.read() == tiny.contents
    assert len(servers.requests) == 2


def test_all_mirrors_fail(servers, tiny, isolated_home) -> None:
    data_set = tiny.data_set(servers.mirror("missing"), servers.mirror("portal"))
    with pytest.raises(DataError, match="Tiny could not be downloaded") as caught:
        data_set.files.read()
    error = caught.value
    assert "offline" not in error.cause
    assert "generated digits" in error.remedy
    assert f"{IMAGES}.gz" in error.remedy
    assert str(isolated_home / "datasets" / "tiny") in error.remedy


def test_offline(servers, tiny) -> None:
    data_set = tiny.data_set(servers.dead_mirror(), servers.dead_mirror())
    with pytest.raises(DataError) as caught:
        data_set.files.read()
    assert "offline?" in caught.value.cause
    assert "127.0.0.1" in caught.value.cause


def test_each_failure_is_told(servers) -> None:
    mirrors = [servers.mirror("missing"), servers.mirror("broken-off").replace("127.0.0.1", "localhost")]
    with pytest.raises(DataError) as caught:
        fetch(f"{IMAGES}.gz", mirrors, check=lambda data: data, limit=1 << 20)
    assert "127.0.0.1: it answered with error 404" in caught.value.cause
    assert "localhost: the download broke off" in caught.value.cause


def test_address_that_is_none() -> None:
    with pytest.raises(DataError, match="could not be downloaded"):
        fetch("file.gz", ["http://[::bad/", "gopher://nowhere/"], check=lambda data: data, limit=10)


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "overlong"])
@pytest.mark.parametrize("packed", [True, False])
def test_broken_file_is_set_aside_and_fetched_again(
    servers, tiny, isolated_home, damage: str, packed: bool
) -> None:
    folder = isolated_home / "datasets" / "tiny"
    tiny.write(folder, packed=packed)
    path = folder / (f"{IMAGES}.gz" if packed else IMAGES)
    whole = path.read_bytes()
    middle = len(whole) // 2
    broken = {
        "cut": whole[:middle],
        "changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "emptied": b"",
        "overlong": whole + bytes(1 << 17),
    }[damage]
    path.write_bytes(broken)
    assert tiny.data_set(servers.mirror("good")).files.read() == tiny.contents
    assert servers.requests == [f"/good/{IMAGES}.gz"]
    assert (folder / f"{path.name}.broken").read_bytes() == broken
    assert (folder / f"{IMAGES}.gz").read_bytes() == tiny.packed(IMAGES)


def test_broken_file_without_network_is_never_used(servers, tiny, isolated_home) -> None:
    folder = isolated_home / "datasets" / "tiny"
    tiny.write(folder)
    (folder / f"{IMAGES}.gz").write_bytes(tiny.packed(IMAGES)[:-9])
    with pytest.raises(DataError) as caught:
        tiny.data_set(servers.dead_mirror()).files.read()
    assert f"damaged and could not be downloaded anew: {folder / IMAGES}.gz" in caught.value.what
    assert "t10k" not in caught.value.remedy  # only what is missing is asked for


@pytest.mark.parametrize("packed", [True, False])
def test_given_folder_comes_first_and_is_only_read(
    servers, tiny, tmp_path, monkeypatch, isolated_home, packed: bool
) -> None:
    tiny.write(tmp_path / "tiny", packed=packed)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "tiny").iterdir()}
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    assert tiny.data_set().files.read() == tiny.contents
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "tiny").iterdir()} == before
    assert not (isolated_home / "datasets").exists()


def test_broken_file_in_the_given_folder_stays_there(
    servers, tiny, tmp_path, monkeypatch, isolated_home
) -> None:
    tiny.write(tmp_path / "tiny")
    broken = tmp_path / "tiny" / f"{IMAGES}.gz"
    broken.write_bytes(b"broken")
    before = names_in(tmp_path / "tiny")
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    assert tiny.data_set(servers.mirror("good")).files.read() == tiny.contents
    assert names_in(tmp_path / "tiny") == before
    assert broken.read_bytes() == b"broken"
    assert names_in(isolated_home / "datasets" / "tiny") == [f"{IMAGES}.gz"]


def test_names_with_a_dot_are_found(tiny, isolated_home) -> None:
    folder = isolated_home / "datasets" / "tiny"
    tiny.write(folder, packed=False)
    (folder / IMAGES).rename(folder / "train-images.idx3-ubyte")
    files: FileSet = tiny.data_set().files
    assert files.found() is not None
    assert files.read() == tiny.contents


def test_quick_look_notices_what_is_missing_or_cut(tiny, isolated_home) -> None:
    files = tiny.data_set().files
    assert files.found() is None
    folder = isolated_home / "datasets" / "tiny"
    for packed in (True, False):
        tiny.write(folder, packed=packed)
        assert files.found() is not None
        path = folder / (f"{IMAGES}.gz" if packed else IMAGES)
        for content in (path.read_bytes()[:-1], b"", b"\x1f\x8b"):
            path.write_bytes(content)
            assert files.found() is None
        path.unlink()
        path.mkdir()
        assert files.found() is None
        path.rmdir()


def test_folder_that_cannot_be_written(servers, tiny, isolated_home) -> None:
    (isolated_home / "datasets").write_bytes(b"a file where the folder should be")
    with pytest.raises(DataError, match="could not be saved") as caught:
        tiny.data_set(servers.mirror("good")).files.read()
    assert "NETSKETCH_HOME" in caught.value.remedy
    assert servers.requests == []


def test_file_that_cannot_be_kept_leaves_nothing_behind(servers, tiny, isolated_home) -> None:
    folder = isolated_home / "datasets" / "tiny"
    (folder / f"{IMAGES}.gz").mkdir(parents=True)
    with pytest.raises(DataError, match="could not be saved"):
        tiny.data_set(servers.mirror("good")).files.read()
    assert names_in(folder) == [f"{IMAGES}.gz"]


def test_reading_can_be_cancelled(tiny, isolated_home) -> None:
    tiny.write(isolated_home / "datasets" / "tiny")
    with pytest.raises(Cancelled):
        tiny.data_set().files.read(cancelled=lambda: True)


def test_kept_files_are_readable_by_others_as_usual(servers, tiny, isolated_home) -> None:
    tiny.data_set(servers.mirror("good")).files.read()
    probe = isolated_home / "probe"
    probe.touch()
    kept = isolated_home / "datasets" / "tiny" / f"{IMAGES}.gz"
    assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IMODE(probe.stat().st_mode)


def test_two_at_once_both_get_whole_files(servers, tiny) -> None:
    data_set = tiny.data_set(servers.mirror("good"))
    results: list[object] = []
    threads = [threading.Thread(target=lambda: results.append(data_set.files.read())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [tiny.contents] * 3
