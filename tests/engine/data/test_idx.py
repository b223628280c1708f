"""The IDX parser, fed with whole and with damaged files."""

from __future__ import annotations

import gzip
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.data.idx import MAX_MEMBERS, read_idx, unpack, write_idx
from engine.errors import DataError

STEADY = settings(deadline=None, derandomize=True)  # the same on a slow machine as on a fast one
arrays = hnp.arrays(np.uint8, hnp.array_shapes(min_dims=1, max_dims=4, max_side=6))
small = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)


def header(kind: int, *sizes: int) -> bytes:
    return bytes((0, 0, kind, len(sizes))) + struct.pack(f">{len(sizes)}I", *sizes)


def outcome(content: bytes) -> np.ndarray | DataError:
    try:
        return read_idx(content, limit=10_000)
    except DataError as error:
        return error


@pytest.mark.slow
@STEADY
@given(arrays, st.booleans())
def test_what_is_written_is_read(array: np.ndarray, packed: bool) -> None:
    read = read_idx(write_idx(array, packed=packed), dimensions=array.ndim)
    assert read.dtype == np.uint8
    assert np.array_equal(read, array)
    assert read.flags.writeable


def test_layout_is_the_published_one() -> None:
    assert write_idx(np.array([[7, 8]], np.uint8)) == bytes.fromhex("00000802 00000001 00000002 0708")


@pytest.mark.slow
@settings(STEADY, max_examples=300)
@given(arrays, st.booleans(), st.data())
def test_damage_gives_one_clear_error(array: np.ndarray, packed: bool, data: st.DataObject) -> None:
    """Bytes changed, cut off, put in or added: either an array of bytes comes out or a DataError, nothing else."""
    content = bytearray(write_idx(array, packed=packed))
    place = data.draw(st.integers(0, len(content) - 1))
    damage = data.draw(st.binary(min_size=0, max_size=5))
    content[place : place + data.draw(st.integers(0, 8))] = damage
    result = outcome(bytes(content))
    if isinstance(result, DataError):
        assert result.cause
        assert result.remedy
    else:
        assert result.dtype == np.uint8
        assert result.size > 0


@STEADY
@given(st.binary(max_size=60))
def test_anything_at_all_gives_an_array_or_a_clear_error(content: bytes) -> None:
    for start in (b"", b"\x1f\x8b\x08\0", b"\0\0\x08", b"\0\0\x08\x03"):
        outcome(start + content)


@STEADY
@given(arrays, st.booleans(), st.data())
def test_every_cut_is_noticed(array: np.ndarray, packed: bool, data: st.DataObject) -> None:
    content = write_idx(array, packed=packed)
    with pytest.raises(DataError):
        read_idx(content[: data.draw(st.integers(0, len(content) - 1))])


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "does not begin"),
        (b"\x89PNG\r\n", "does not begin"),
        (header(0x0D, 1) + bytes(4), "float32"),
        (header(0x77, 1) + b"\0", "unknown type"),
        (b"\0\0\x08\0", "0 dimensions"),
        (header(0x08, *[1] * 64) + b"\0", "64 dimensions"),
        (b"\0\0\x08\xff" + bytes(4 * 255), "255 dimensions"),
        (header(0x08, 2, 3)[:-1], "within its header"),
        (header(0x08, 2, 3) + bytes(5), "promises 6 bytes and 5 follow"),
        (header(0x08, 2, 3) + bytes(7), "promises 6 bytes and 7 follow"),
        (header(0x08, 0, 2**32 - 1, 2**32 - 1), "holds nothing"),
        (header(0x08, *[2**32 - 1] * 4) + b"\0", "promises"),
        (write_idx(small, packed=True) + b"more", "foreign"),
        (b"\x1f\x8bnonsense, and more of it", "does not unpack"),
    ],
)
def test_what_is_wrong_is_said(content: bytes, cause: str) -> None:
    with pytest.raises(DataError, match=cause) as caught:
        read_idx(content, name="digits")
    assert "“digits” is damaged" in caught.value.what


def test_other_number_of_dimensions_than_wanted() -> None:
    with pytest.raises(DataError, match="3 dimensions where 1"):
        read_idx(write_idx(small), dimensions=1)


def test_gzip_in_pieces_and_with_padding() -> None:
    content = write_idx(small)
    packed = gzip.compress(content[:9]) + gzip.compress(content[9:]) + bytes(512)
    assert np.array_equal(read_idx(packed), small)


def test_bomb_takes_no_more_memory_than_allowed() -> None:
    packer = zlib.compressobj(wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(60)) + packer.flush()
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="larger than"):
            unpack(bomb, limit=1 << 20)
        with pytest.raises(DataError, match="larger than"):
            unpack(gzip.compress(bytes(1 << 16)) * 100, limit=1 << 20)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_what_is_there_counts_before_the_next_piece_is_unpacked() -> None:
    limit = 4 << 20
    pieces = gzip.compress(bytes(limit)) + gzip.compress(bytes(8 * limit))
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="larger than"):
            unpack(pieces, limit=limit)
        assert tracemalloc.get_traced_memory()[1] < 2.5 * limit  # the first one as it grows, and no second
    finally:
        tracemalloc.stop()


def test_header_that_lies_takes_no_memory() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="promises"):
            read_idx(gzip.compress(header(0x08, 60_000, 28_000, 28_000) + bytes(100)))
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_limit_is_exact() -> None:
    assert unpack(gzip.compress(bytes(100)), limit=100) == bytes(100)
    assert unpack(bytes(100), limit=100) == bytes(100)
    for data in (bytes(101), gzip.compress(bytes(101))):
        with pytest.raises(DataError, match="larger than the 100 bytes"):
            unpack(data, limit=100)


def test_endless_row_of_empty_pieces_is_refused() -> None:
    with pytest.raises(DataError, match="foreign"):
        unpack(gzip.compress(b"") * (MAX_MEMBERS + 1))


@pytest.mark.parametrize(
    "array", [small.astype(np.int64), np.zeros((), np.uint8), np.zeros((0, 3), np.uint8), small[None, None]]
)
def test_what_the_format_cannot_hold_is_not_written(array: np.ndarray) -> None:
    with pytest.raises(DataError, match="cannot be written"):
        write_idx(array)
