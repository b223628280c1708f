"""Archives are read in memory, by names alone, and no more of them than can be in them."""

from __future__ import annotations

import errno
import gzip
import hashlib
import io
import random
import tarfile
import zipfile
from pathlib import Path

import pytest

from engine.data.sources.download import fetch_into
from engine.data.sources.published_archive import Archive
from engine.errors import Cancelled, DataError

WANTED = {"a.bin", "b.bin"}
MOST = 100_000


def archive(name: str, content: bytes, *mirrors: str) -> Archive:
    return Archive(name, len(content), hashlib.sha256(content).hexdigest(), mirrors)


def tar(entries: list[tuple[str, bytes]], kind: bytes = tarfile.REGTYPE) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as file:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.type, info.size = kind, len(content) if kind == tarfile.REGTYPE else 0
            info.linkname = "/etc/passwd"
            file.addfile(info, io.BytesIO(content))
    return made.getvalue()


def zip_of(entries: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return made.getvalue()


def read(tmp_path: Path, name: str, content: bytes) -> dict[str, bytes]:
    path = tmp_path / name
    path.write_bytes(content)
    found = archive(name, content).read(path, WANTED, 2, MOST)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    return found


@pytest.mark.parametrize(("name", "packed"), [("x.tar.gz", tar), ("x.zip", zip_of)])
def test_wanted_files_are_found_by_name_whatever_leads_to_them(tmp_path, name: str, packed) -> None:
    entries = [("other", b"o" * 50), ("../../a.bin", b"one"), ("/x/y/b.bin", b"two"), ("z/a.bin", b"again")]
    assert read(tmp_path, name, packed(entries)) == {"a.bin": b"one", "b.bin": b"two"}


def test_links_are_no_files(tmp_path) -> None:
    assert read(tmp_path, "x.tar.gz", tar([("a.bin", b"")], tarfile.SYMTYPE)) == {}


@pytest.mark.parametrize(("name", "packed"), [("x.tar.gz", tar), ("x.zip", zip_of)])
def test_what_is_larger_than_it_can_be_is_left_out(tmp_path, name: str, packed) -> None:
    assert read(tmp_path, name, packed([("a.bin", bytes(MOST + 1)), ("b.bin", b"two")])) == {"b.bin": b"two"}


def test_bomb_of_files_that_nobody_wants_is_not_unpacked_to_its_end(tmp_path) -> None:
    with pytest.raises(DataError, match="damaged"):
        read(tmp_path, "x.tar.gz", tar([("bomb", bytes(8 << 20)), ("a.bin", b"one")]))


@pytest.mark.parametrize("name", ["x.tar.gz", "x.zip"])
@pytest.mark.parametrize("content", [b"", b"nothing of the kind", gzip.compress(b"no tar", mtime=0)])
def test_what_is_no_archive_is_one_clear_error(tmp_path, name: str, content: bytes) -> None:
    with pytest.raises(DataError, match="damaged"):
        read(tmp_path, name, content)


def test_archive_that_breaks_off(tmp_path) -> None:
    noise = random.Random(0).randbytes(MOST)
    with pytest.raises(DataError, match="damaged"):
        read(tmp_path, "x.tar.gz", tar([("a.bin", noise), ("b.bin", noise)])[: MOST + 5000])


def test_quick_look_asks_for_the_size(tmp_path) -> None:
    known = archive("x.zip", b"12345")
    assert known.found_in(tmp_path) is None
    (tmp_path / "x.zip").write_bytes(b"1234")
    assert known.found_in(tmp_path) is None
    (tmp_path / "x.zip").write_bytes(b"12345")
    assert known.found_in(tmp_path) == tmp_path / "x.zip"
    (tmp_path / "x.zip").unlink()
    (tmp_path / "x.zip").mkdir()
    assert known.found_in(tmp_path) is None


def test_cancelled_download_leaves_nothing(servers, tmp_path) -> None:
    content = servers.archives["x.zip"] = bytes(1 << 16)
    known = archive("x.zip", content, servers.mirror("stalled"), servers.mirror("good"))
    with pytest.raises(Cancelled):
        known.fetch_to(tmp_path, None, servers.stalled.is_set)
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_bytes(servers, tmp_path) -> None:
    content = servers.archives["x.zip"] = bytes(1 << 16)
    told: list[tuple[int, int]] = []

    def progress(received: int, announced: int) -> None:
        told.append((received, announced))
        servers.release.set()

    with pytest.raises(DataError):
        archive("x.zip", content, servers.mirror("stalled")).fetch_to(tmp_path, progress, None)
    assert told[0] == (len(content) // 2, len(content))


class FullDisk(io.BytesIO):
    def write(self, data) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_file_that_cannot_be_kept_is_no_fault_of_the_server(servers) -> None:
    content = servers.archives["x.zip"] = bytes(1 << 16)
    mirrors = [servers.mirror("good")] * 2
    with pytest.raises(OSError, match="No space left") as caught:
        fetch_into(FullDisk(), "x.zip", mirrors, sha256="", size=len(content))
    assert caught.value.errno == errno.ENOSPC
    assert len(servers.requests) == 1
