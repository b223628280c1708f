"""Protocol buffers, as far as ONNX needs them: messages as lists of fields, to bytes and back.

Source: Protocol Buffers, "Encoding", protobuf.dev/programming-guides/encoding.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

Value = int | float | str | bytes | Sequence["Field"]
Field = tuple[int, Value]

VARINT, FIXED_64, BYTES, FIXED_32 = 0, 1, 2, 5


def message(fields: Sequence[Field]) -> bytes:
    """Return a message: numbers of fields with their values, in order; what is a list is a message by itself."""
    return b"".join(_field(number, value) for number, value in fields)


def _field(number: int, value: Value) -> bytes:
    if isinstance(value, int):
        return varint(number << 3 | VARINT) + varint(value)
    if isinstance(value, float):
        return varint(number << 3 | FIXED_32) + struct.pack("<f", value)
    if isinstance(value, str):
        value = value.encode("utf-8", "backslashreplace")
    content = value if isinstance(value, bytes) else message(value)
    return varint(number << 3 | BYTES) + varint(len(content)) + content


def varint(value: int) -> bytes:
    """Return a number in as few bytes as it needs, seven bits in each; one below 0 as its 64 bits."""
    value %= 1 << 64
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def fields(content: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Go through the fields of a message: numbers as they are, all else as bytes.

    Raises:
        ValueError: If it breaks off, or is none.
    """
    place = 0
    while place < len(content):
        key, place = _varint(content, place)
        kind = key & 7
        if kind == VARINT:
            value, place = _varint(content, place)
            yield key >> 3, value
            continue
        if kind == BYTES:
            length, place = _varint(content, place)
        elif kind in (FIXED_32, FIXED_64):
            length = 4 if kind == FIXED_32 else 8
        else:
            raise ValueError("an unknown kind of field")
        if place + length > len(content):
            raise ValueError("a field breaks off")
        yield key >> 3, content[place : place + length]
        place += length


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while place < len(content) and shift < 64:
        byte = content[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return value, place
    raise ValueError("a number breaks off")
