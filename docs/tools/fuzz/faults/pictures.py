"""Faults of pictures: sizes and depths in their headers, chunks and tags that lie, with sums that fit again."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import TYPE_CHECKING

from docs.tools.fuzz.faults.plain import MOST, in_bytes, in_head

if TYPE_CHECKING:
    import random

START = b"\x89PNG\r\n\x1a\n"
SIDES = (0, 1, 28, 9999, 10_001, 20_000, 65_535, 65_536, 2**31 - 1, 2**31, 2**32 - 1)
TAGS = (
    0x100,
    0x101,
    0x102,
    0x103,
    0x106,
    0x111,
    0x115,
    0x116,
    0x117,
    0x11A,
    0x13D,
    0x140,
    0x142,
    0x144,
    0x152,
    0x153,
)
TOKENS = ("0", "-1", "1", "28", "9999", "20000", "65536", "2147483648", "1e400", "9" * 5000, "x", "#", "")


def in_png(data: bytes, chance: random.Random) -> bytes:
    """Return a PNG with one to three faults in its chunks, their sums right again for the most part."""
    if chance.random() < 0.2:
        return in_bytes(data, chance)
    chunks = _chunks(data)
    for _ in range(chance.randint(1, 3)):
        _spoil_chunk(chunks, chance)
    return START + b"".join(_chunk(kind, content, chance) for kind, content in chunks)[:MOST]


def in_tiff(data: bytes, chance: random.Random) -> bytes:
    """Return a TIFF with entries of its directory exchanged."""
    if chance.random() < 0.2:
        return in_bytes(data, chance)
    spoilt = bytearray(data)
    order = "<" if data[:2] == b"II" else ">"
    (place,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, place)
    for _ in range(chance.randint(1, 3)):
        entry = place + 2 + 12 * chance.randrange(count)
        match chance.randrange(4):
            case 0:
                struct.pack_into(f"{order}H", spoilt, entry, chance.choice(TAGS))
            case 1:
                struct.pack_into(
                    f"{order}H", spoilt, entry + 2, chance.choice((0, 1, 2, 3, 4, 5, 12, 13, 99))
                )
            case 2:
                struct.pack_into(
                    f"{order}I", spoilt, entry + 4, chance.choice((0, 1, 2, 1000, 2**31, 2**32 - 1))
                )
            case _:
                struct.pack_into(f"{order}I", spoilt, entry + 8, chance.choice(SIDES) & 0xFFFFFFFF)
    return bytes(spoilt)


def in_ppm(data: bytes, chance: random.Random) -> bytes:
    """Return a PPM with another word in its head."""
    if chance.random() < 0.3:
        return in_bytes(data, chance)
    head, body = data[:20].split(None, 4)[:4], data.split(None, 4)[-1]
    head[chance.randrange(len(head))] = chance.choice((*TOKENS, "P1", "P3", "P4", "P5", "P7", "Pf")).encode()
    return b" ".join(head) + b"\n" + body


def in_jpeg(data: bytes, chance: random.Random) -> bytes:
    """Return a JPEG with other sides, or faults in one of its segments."""
    spoilt = bytearray(data)
    place = 2
    segments = []
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", data, place + 2)
        segments.append((data[place + 1], place, length))
        place += 2 + length
    kind, start, length = chance.choice(segments)
    if kind in (0xC0, 0xC2):
        struct.pack_into(">H", spoilt, start + chance.choice((5, 7)), chance.choice(SIDES) & 0xFFFF)
        return bytes(spoilt)
    if chance.random() < 0.3:
        struct.pack_into(">H", spoilt, start + 2, chance.choice((0, 1, 2, length + 1, 0xFFFF)))
        return bytes(spoilt)
    spoilt[start + 4 : start + 2 + length] = in_bytes(data[start + 4 : start + 2 + length], chance)
    return bytes(spoilt[:MOST])


def in_picture(data: bytes, chance: random.Random) -> bytes:
    """Return a picture of another form with other numbers in its head, or other bytes anywhere."""
    return (
        in_head(data, chance, chance.choice((16, 32, 64, 200)))
        if chance.random() < 0.6
        else in_bytes(data, chance)
    )


@cache
def _zeros(number: int) -> bytes:
    """Return so many zeros, packed."""
    return zlib.compress(bytes(number), 1)


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, place = [], len(START)
    while place + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        found.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += 12 + length
    return found


def _chunk(kind: bytes, content: bytes, chance: random.Random) -> bytes:
    length = len(content) if chance.random() < 0.97 else chance.choice((0, 1, 2**31, 2**32 - 1))
    total = zlib.crc32(kind + content) if chance.random() < 0.97 else 0
    return struct.pack(">I", length) + kind + content + struct.pack(">I", total)


def _spoil_chunk(chunks: list[tuple[bytes, bytes]], chance: random.Random) -> None:
    place = chance.randrange(len(chunks)) if chunks else 0
    match chance.randrange(9):
        case 0 | 1 if chunks and chunks[0][0] == b"IHDR" and len(chunks[0][1]) == 13:
            head = bytearray(chunks[0][1])
            if chance.random() < 0.6:
                struct.pack_into(">I", head, chance.choice((0, 4)), chance.choice(SIDES) & 0xFFFFFFFF)
            else:
                head[chance.randint(8, 12)] = chance.choice((0, 1, 2, 3, 4, 6, 8, 16, 32, 255))
            chunks[0] = b"IHDR", bytes(head)
        case 2 if chunks and chunks[0][0] == b"IHDR":  # a large picture, all of it there
            side = chance.choice((3000, 9000, 9999))
            rows = _zeros((side + 1) * side)
            chunks[:] = [
                (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
                (b"IDAT", rows),
                (b"IEND", b""),
            ]
        case 3 if chunks:
            del chunks[place]
        case 4 if chunks:
            times = min(chance.choice((1, 1, 2000)), 1 + MOST // (len(chunks[place][1]) + 12))
            chunks[place:place] = [chunks[place]] * times
        case 5:
            packed = _zeros(chance.choice((10, 10**6, 10**8)))
            extra = chance.choice(
                (
                    (b"zTXt", b"key\0\0" + packed),
                    (b"iCCP", b"name\0\0" + packed),
                    (b"iTXt", b"key\0\1\0\0\0" + packed),
                    (b"tEXt", b"key\0" + b"a" * 10**6),
                    (b"eXIf", chance.randbytes(60)),
                    (b"tRNS", chance.randbytes(chance.randrange(300))),
                    (b"PLTE", chance.randbytes(chance.randrange(900))),
                    (b"acTL", struct.pack(">II", 2**31, 0)),
                    (b"pHYs", b"\0"),
                )
            )
            chunks.insert(min(len(chunks), chance.choice((0, 1, 1, 1))), extra)
        case 6 if chunks:
            chance.shuffle(chunks)
        case _ if chunks:
            kind, content = chunks[place]
            if kind == b"IDAT" and chance.random() < 0.7:
                content = zlib.compress(in_bytes(zlib.decompress(content), chance))
            else:
                content = in_bytes(content, chance)
            chunks[place] = kind, content
        case _:
            chunks.append((b"IHDR", bytes(13)))
