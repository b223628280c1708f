"""NPZ files of anybody: a header is believed only where the bytes bear it out."""

from __future__ import annotations

import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.data.npz_file import open_npz
from engine.zip_files import BadZip
from tests.engine.data.npz_bytes import DAMAGED, described, npz

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


@pytest.mark.parametrize("method", METHODS)
def test_what_numpy_writes_is_read_as_it_was(tmp_path: Path, method: int) -> None:
    arrays = {
        "turned": np.asfortranarray(np.arange(24, dtype=np.float32).reshape(2, 3, 4)),
        "words": np.array([["ä", "bcd"]]),
        "bytes": np.array([b"x", b"yz"]),
        "empty": np.zeros((0, 28, 28), np.uint8),
        "single": np.array(7, ">i4"),
        "long": np.arange(3 << 16),
    }
    (tmp_path / "a.npz").write_bytes(npz(arrays, method))
    with open_npz(tmp_path / "a.npz") as file:
        assert file.arrays.keys() == arrays.keys()
        for name, stored in file.arrays.items():
            array = stored.read()
            assert (array.shape, array.dtype) == (stored.shape, stored.dtype)
            assert np.array_equal(array, arrays[name])
            assert array.flags.writeable


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_array_is_named_and_the_rest_is_read(tmp_path: Path, damage: str) -> None:
    (tmp_path / "a.npz").write_bytes(npz({"a": DAMAGED[damage], "b": np.arange(3)}))
    with open_npz(tmp_path / "a.npz") as file:
        assert np.array_equal(file.arrays["b"].read(), np.arange(3))
        if "a" in file.arrays:
            with pytest.raises(BadZip, match="instead of a plain array"):
                file.arrays["a"].read()
        else:
            assert "“a” in it is damaged" in file.damaged["a"]


def test_no_room_is_made_for_what_is_promised(tmp_path: Path) -> None:
    """The zip itself lies about the size here, so that the header alone cannot be caught."""
    content = bytearray(npz({"a": described("'|u1'", "(400000000,)", bytes(784))}, zipfile.ZIP_STORED))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (500_000_000).to_bytes(4, "little")
    (tmp_path / "a.npz").write_bytes(content)
    tracemalloc.start()
    try:
        with open_npz(tmp_path / "a.npz") as file, pytest.raises(BadZip):
            file.arrays["a"].read()
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", METHODS)
def test_what_unpacks_to_far_more_than_it_is(
    tmp_path: Path, method: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.packed.LEAST_BYTES", 1 << 20)
    monkeypatch.setattr("engine.packed.MOST_TIMES", 0)
    (tmp_path / "a.npz").write_bytes(npz({"a": np.zeros(900_000, np.uint8), "b": np.zeros(900_000)}, method))
    with open_npz(tmp_path / "a.npz") as file:
        assert not file.arrays["a"].read().any()
        with pytest.raises(BadZip, match="far too large"):
            file.arrays["b"].read()
