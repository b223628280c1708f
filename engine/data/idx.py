"""The IDX format, in which MNIST and its kin are published: a short header, then the bytes of one array.

Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits", section "File formats".
"""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError
from engine.foreign_bytes import reading
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

GZIP_START = b"\x1f\x8b"
UNSIGNED_BYTE = 0x08
OTHER_TYPES = {
    0x09: "int8",
    0x0B: "int16",
    0x0C: "int32",
    0x0D: "float32",
    0x0E: "float64",
}  # high byte first
MAX_DIMENSIONS = 4  # (N, H, W, C)
MAX_BYTES = 1 << 28  # unpacked; five times the largest file of MNIST
MAX_MEMBERS = 4096  # pieces of which a gzip file may be made
CHUNK = 1 << 20  # bytes that are unpacked at a time
Buffer = bytes | bytearray


def read_idx(
    data: Buffer, *, name: str = "data", dimensions: int | None = None, limit: int = MAX_BYTES
) -> NDArray[np.uint8]:
    """Read an array of bytes in IDX format, packed by gzip or not.

    Args:
        data: The content of the file; where it can be written to, the array may lie in it.
        name: What to call it in an error.
        dimensions: How many dimensions the array must have; None allows one to four.
        limit: The largest size in bytes that the content may unpack to.

    Returns:
        The array, writable, of the shape that the header names.

    Raises:
        DataError: If the content is damaged, cut short, overlong, empty or of another type.
    """
    numbers = read_idx_numbers(
        data, name=name, dimensions=dimensions, limit=limit, kinds={UNSIGNED_BYTE: "uint8"}
    )
    return np.asarray(numbers, dtype=np.uint8)


def read_idx_numbers(
    data: Buffer,
    *,
    name: str = "data",
    dimensions: int | None = None,
    limit: int = MAX_BYTES,
    kinds: Mapping[int, str] = {UNSIGNED_BYTE: "uint8", **OTHER_TYPES},
) -> NDArray[Any]:
    """Read an array of numbers of any type that the format knows; all else as in ``read_idx``."""
    content = _unpacked(data, name, limit)
    if len(content) < 4 or content[:2] != b"\0\0":
        raise _damaged(name, Phrase("It does not begin as an IDX file does."))
    kind, count = content[2], content[3]
    if kind not in kinds:
        held = OTHER_TYPES.get(kind, Phrase("an unknown type (0x{code:02x})", code=kind))
        raise _damaged(name, Phrase("It holds {held} where unsigned bytes are expected.", held=held))
    dtype = np.dtype(kinds[kind]).newbyteorder(">")
    if not 1 <= count <= MAX_DIMENSIONS or (dimensions is not None and count != dimensions):
        wanted = dimensions if dimensions is not None else f"1–{MAX_DIMENSIONS}"
        raise _damaged(
            name,
            Phrase("It has {count} dimensions where {wanted} are expected.", count=count, wanted=wanted),
        )
    start = 4 + 4 * count
    if len(content) < start:
        raise _damaged(name, Phrase("It ends within its header."))
    shape = struct.unpack_from(f">{count}I", content, 4)
    size, promised = len(content) - start, math.prod(shape) * dtype.itemsize
    if promised == 0:
        raise _damaged(name, Phrase("It holds nothing."))
    if size != promised:
        raise _damaged(
            name,
            Phrase(
                "Its header promises {promised:,} bytes and {size:,} follow.", promised=promised, size=size
            ),
        )
    array = np.frombuffer(content, dtype=dtype, offset=start).reshape(shape)
    if isinstance(content, bytes):
        return array.astype(dtype.newbyteorder("="))
    return array if dtype.isnative else array.byteswap(inplace=True).view(dtype.newbyteorder("="))


def write_idx(array: NDArray[np.uint8], *, packed: bool = False) -> bytes:
    """Return ``array`` in IDX format.

    Args:
        array: One to four dimensions, uint8, not empty.
        packed: Whether to pack it by gzip; the same array always gives the same bytes.

    Raises:
        DataError: If the format cannot hold the array.
    """
    if array.dtype != np.uint8 or not 1 <= array.ndim <= MAX_DIMENSIONS or array.size == 0:
        raise DataError(
            "This array cannot be written in IDX format.",
            cause="It is {dtype} of shape {shape}.",
            remedy="Only bytes in one to four dimensions can be written.",
            dtype=array.dtype,
            shape=array.shape,
        )
    header = bytes((0, 0, UNSIGNED_BYTE, array.ndim)) + struct.pack(f">{array.ndim}I", *array.shape)
    content = header + array.tobytes()
    return gzip.compress(content, mtime=0) if packed else content


def unpack(data: Buffer, *, name: str = "data", limit: int = MAX_BYTES) -> bytes:
    """Unpack ``data`` if gzip packed it; never holds more than ``limit`` bytes, however much is promised.

    Args:
        data: Packed or plain bytes.
        name: What to call them in an error.
        limit: The largest size in bytes that is accepted.

    Raises:
        DataError: If they are damaged, cut short or larger than ``limit``.
    """
    return bytes(_unpacked(data, name, limit))


def _unpacked(data: Buffer, name: str, limit: int) -> Buffer:
    """Return the same as ``unpack``, in memory of its own where it was packed."""
    if not data.startswith(GZIP_START):
        if len(data) > limit:
            raise _too_large(name, limit)
        return data
    content = bytearray()
    view, place, members = memoryview(data), 0, 0
    while data.startswith(GZIP_START, place) and members < MAX_MEMBERS:
        member = zlib.decompressobj(wbits=31)
        with reading(
            lambda _: _damaged(name, Phrase("Its packed content does not unpack.")), told=(DataError,)
        ):
            while not member.eof and place < len(view):
                piece = bytes(view[place : place + CHUNK])
                place += len(piece)
                while piece and not member.eof:
                    content += member.decompress(piece, CHUNK)
                    if len(content) > limit:
                        raise _too_large(name, limit)
                    piece = member.unconsumed_tail
            if not member.eof:
                content += member.flush()
        if not member.eof:
            raise _damaged(name, Phrase("It breaks off before its end."))
        place -= len(member.unused_data)
        members += 1
    if bytes(view[place:]).strip(b"\0"):  # gzip allows zeros for padding
        raise _damaged(name, Phrase("Something foreign follows its packed content."))
    return content


def _damaged(name: str, cause: Phrase) -> DataError:
    return DataError("“{name}” is damaged.", cause=cause, remedy="Fetch the file again.", name=name)


def _too_large(name: str, limit: int) -> DataError:
    return _damaged(name, Phrase("It is larger than the {limit:,} bytes that it may have.", limit=limit))
