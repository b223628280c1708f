"""Faults of bytes that know nothing of what they are in."""

from __future__ import annotations

import gzip
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

MOST = 2 << 20  # bytes that a fault may make of a file
NUMBERS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 20_000, 65_500, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF,
           0xFFFFFFFE, 1 << 32, (1 << 63) - 1, 1 << 63, (1 << 64) - 1)  # fmt: skip
LAYOUTS = (("B", 8), ("<H", 16), (">H", 16), ("<I", 32), (">I", 32), ("<Q", 64), (">Q", 64))


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with one to four faults anywhere in them."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        chance.choice(FAULTS)(spoilt, chance)
    return bytes(spoilt[:MOST])


def in_head(data: bytes, chance: random.Random, length: int = 64) -> bytes:
    """Return bytes with numbers of their first ``length`` exchanged for the largest and smallest of their size."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        _number(spoilt, chance, length)
    return bytes(spoilt)


def in_gzip(data: bytes, chance: random.Random, spoil: Callable[[bytes, random.Random], bytes]) -> bytes:
    """Return what gzip packed with a fault within, or one in how it is packed."""
    content = gzip.decompress(data)
    match chance.randrange(8):
        case 0:
            return in_head(data, chance, 12)
        case 1:
            return in_bytes(data, chance)
        case 2:  # far more comes out than went in
            return gzip.compress(content + bytes(chance.choice((10**6, 3 * 10**7))), 6, mtime=0)[:MOST]
        case 3:
            return data * chance.choice((2, 50, 3000)) + data[:5]
        case 4:
            return gzip.compress(data, mtime=0)
        case 5:  # a sum or a size at the end that is not that of the content
            return data[:-8] + struct.pack("<II", zlib.crc32(content), chance.choice(NUMBERS) & 0xFFFFFFFF)
        case _:
            return gzip.compress(spoil(content, chance), 1, mtime=0)


def _flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _number(data: bytearray, chance: random.Random, within: int | None = None) -> None:
    form, bits = chance.choice(LAYOUTS)
    last = min(len(data), within or len(data)) - bits // 8
    if last >= 0:
        struct.pack_into(form, data, chance.randint(0, last), chance.choice(NUMBERS) & ((1 << bits) - 1))


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


def _leave_out(data: bytearray, chance: random.Random) -> None:
    start, length = _piece(data, chance)
    del data[start : start + length]


def _put_in(data: bytearray, chance: random.Random) -> None:
    added = chance.choice((b"\0", b"\xff", chance.randbytes(4))) * chance.choice((1, 3, 64, 5000))
    place = chance.randint(0, len(data))
    data[place:place] = added


def _again(data: bytearray, chance: random.Random) -> None:
    start, length = _piece(data, chance)
    piece = bytes(data[start : start + length])
    place = chance.randint(0, len(data))
    data[place:place] = piece * min(chance.choice((1, 2, 100, 10_000)), 1 + MOST // (len(piece) + 1))


def _move(data: bytearray, chance: random.Random) -> None:
    start, length = _piece(data, chance)
    piece = bytes(data[start : start + length])
    place = chance.randint(0, max(0, len(data) - length))
    data[place : place + length] = piece


def _random(data: bytearray, chance: random.Random) -> None:
    start, length = _piece(data, chance)
    data[start : start + length] = chance.randbytes(len(data[start : start + length]))


def _piece(data: bytearray, chance: random.Random) -> tuple[int, int]:
    return chance.randint(0, len(data)), chance.choice((1, 2, 4, 16, 256, 4096))


FAULTS = (_flip, _flip, _number, _number, _cut, _leave_out, _put_in, _again, _move, _random)
