"""A real disk that is nearly full: a small file system in memory, where one may be mounted."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

SIZE = 512  # KiB


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Mount a disk of 512 KiB at a folder; skips the test where that is not allowed."""
    place.mkdir()
    try:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}k,nr_inodes=10000", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        )
    except OSError:
        pytest.skip("there is no mount here")
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def fill(disk: Path, left: int) -> None:
    """Leave so many KiB on the disk."""
    (disk / "filling").unlink(missing_ok=True)
    with (disk / "filling").open("wb", buffering=0) as file, suppress(OSError):
        for _ in range(SIZE):
            file.write(bytes(1024))
    size = (disk / "filling").stat().st_size
    with (disk / "filling").open("r+b") as file:
        file.truncate(max(0, size - left * 1024))
