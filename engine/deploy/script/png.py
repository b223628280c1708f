"""Reads a PNG picture with NumPy and zlib alone; copied into exported scripts, and equal there to what Pillow reads.

Source: Portable Network Graphics Specification, third edition, W3C 2025.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 36_000_000
LONGEST_SIDE = 20_000  # each line, and each column, is a step that costs
MOST_UNPACKED = 48_000_000  # bytes of all lines: a photograph of sixteen million pixels in colour
MOST_BYTES = 1 << 28  # of a file
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a pixel, by the type of colour
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Where the seven passes of an interlaced picture begin, and how far their pixels lie apart: down and across.
PASSES = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))


def read_png(path: str) -> Bytes:
    """Read a picture as ``(H, W)`` grey, ``(H, W, 3)`` colours or ``(H, W, 4)`` colours and opacity, uint8.

    Raises:
        DataError: If there is no such file, or it is damaged, too large or no PNG.
    """
    try:
        if not Path(path).is_file():
            raise DataError("“{path}” cannot be read: there is no such file.", path=path)
        with Path(path).open("rb") as stream:
            content = stream.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise DataError("“{path}” cannot be read: {error}.", path=path, error=error) from error
    if content[:8] != SIGNATURE:
        raise DataError("“{path}” is no PNG picture. Save it as PNG and try again.", path=path)
    try:
        return decoded(content, path)
    except DataError:
        raise
    except Exception as error:
        raise DataError(
            "“{path}” is damaged. Open it in another program and save it again.", path=path
        ) from error


def decoded(content: bytes, path: str) -> Bytes:
    """Return the pixels of a file that begins as a PNG."""
    parts = chunks(content)
    kind, head = next(parts, (b"", b""))
    if kind != b"IHDR" or len(head) != 13:
        raise ValueError("no head")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, colour, packing, filtering, interlaced = head[8:]
    if (
        depth not in DEPTHS.get(colour, ())
        or packing
        or filtering
        or interlaced > 1
        or not (width and height)
    ):
        raise ValueError("an unknown kind")
    bits = depth * SAMPLES[colour]
    passes = PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = [(-(-(height - top) // down), -(-(width - left) // across)) for top, left, down, across in passes]
    wanted = sum(rows * (1 + (columns * bits + 7) // 8) for rows, columns in sizes if rows > 0 < columns)
    too_many = width * height > MOST_PIXELS or wanted > MOST_UNPACKED
    if too_many or max(width, height) > LONGEST_SIDE:
        raise DataError("“{path}” is too large. Scale it down and try again.", path=path)
    packed, palette, clear = [], b"", b""
    for kind, data in parts:
        if kind == b"IDAT":
            packed.append(data)
        elif kind == b"PLTE":
            palette = data
        elif kind == b"tRNS":
            clear = data
        elif kind == b"IEND":
            break
    stream = zlib.decompressobj()
    plain = stream.decompress(b"".join(packed), wanted)
    if len(plain) < wanted:
        raise ValueError("its end is missing")
    pixels = np.zeros((height, width, SAMPLES[colour]), np.uint16 if depth == 16 else np.uint8)
    begin = 0
    for (top, left, down, across), (rows, columns) in zip(passes, sizes, strict=True):
        if rows > 0 < columns:
            length = rows * (1 + (columns * bits + 7) // 8)
            lines = np.frombuffer(plain, np.uint8, length, begin).reshape(rows, -1)
            begin += length
            values = samples(unfiltered(lines, max(1, bits // 8)), columns, depth, SAMPLES[colour])
            pixels[top::down, left::across] = values
    return in_colours(pixels, colour, depth, palette, clear)


def chunks(content: bytes) -> Any:
    """Go through the parts of a file: name and content of each."""
    place = len(SIGNATURE)
    while place + 8 <= len(content):
        length, kind = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        data = content[place + 8 : place + 8 + length]
        if len(data) < length:
            if kind != b"IDAT":
                raise ValueError("its end is missing")
        elif kind in (b"IHDR", b"PLTE", b"IDAT") and zlib.crc32(kind + data) != int.from_bytes(
            content[place + 8 + length : place + 12 + length], "big"
        ):
            raise ValueError("a part is damaged")
        yield kind, data
        place += 12 + length


def unfiltered(lines: Bytes, step: int) -> Bytes:
    """Undo what made the lines easier to pack: ``(rows, 1 + bytes)`` with each line's filter in front.

    A pixel may need those left of it, above, and above left. So all that lie on a slanted line are worked out together.

    Args:
        lines: The lines.
        step: Bytes of a pixel.
    """
    filters, rows, length = lines[:, 0], len(lines), lines.shape[1] - 1
    if filters.max() > 4:
        raise ValueError("an unknown filter")
    if not filters.any():
        return lines[:, 1:]
    columns = length // step
    coded = np.ascontiguousarray(lines[:, 1:]).reshape(rows * columns, step)
    plain = np.zeros((rows * columns, step), np.uint8)
    before = further = np.zeros((rows + 1, step), np.int16)  # the slanted lines before, a row further down
    which = filters.astype(np.int16)[:, None]
    for slant in range(rows + columns - 1):
        low, high = max(0, slant - columns + 1), min(rows, slant + 1)
        places = slant + np.arange(low, high) * (columns - 1)
        left, above, corner = before[low + 1 : high + 1], before[low:high], further[low:high]
        some = which[low:high]
        to_left, to_above = np.abs(above - corner), np.abs(left - corner)
        to_corner = np.abs(left + above - 2 * corner)
        nearest = np.where(
            (to_left <= to_above) & (to_left <= to_corner),
            left,
            np.where(to_above <= to_corner, above, corner),
        )
        guess = np.choose(some, [np.zeros_like(left), left, above, (left + above) // 2, nearest])
        values = (coded[places] + guess).astype(np.uint8)
        plain[places] = values
        now = np.zeros((rows + 1, step), np.int16)
        now[low + 1 : high + 1] = values
        before, further = now, before
    return plain.reshape(rows, length)


def samples(lines: Bytes, columns: int, depth: int, count: int) -> NDArray[Any]:
    """Return the numbers in lines of bytes: ``(rows, columns, count)``."""
    rows = len(lines)
    if depth == 16:
        return np.ascontiguousarray(lines).view(">u2").reshape(rows, columns, count)
    if depth == 8:
        return lines.reshape(rows, columns, count)
    bits = np.unpackbits(np.ascontiguousarray(lines), axis=1)[:, : columns * depth].reshape(
        rows, columns, depth
    )
    values: NDArray[Any] = bits @ (1 << np.arange(depth)[::-1]).astype(np.uint8)
    return values[:, :, None]


def in_colours(pixels: NDArray[Any], colour: int, depth: int, palette: bytes, clear: bytes) -> Bytes:
    """Return bytes of the pixels' numbers, as a person sees them."""
    if colour == 3:
        colours = np.zeros((256, 4), np.uint8)
        entries = np.frombuffer(palette, np.uint8, len(palette) // 3 * 3).reshape(-1, 3)[:256]
        colours[: len(entries), :3], colours[:, 3] = entries, 255
        opacity = np.frombuffer(clear, np.uint8)[:256]
        colours[: len(opacity), 3] = opacity
        return colours[pixels[:, :, 0]][:, :, : 4 if clear else 3]
    if colour == 0 and depth == 16:
        return ((pixels[:, :, 0].astype(np.int32) + 128) // 257).astype(np.uint8)
    scaled = pixels >> 8 if depth == 16 else pixels * (255 // (2**depth - 1))  # for a byte, by 1
    values: Bytes = scaled.astype(np.uint8)
    grey = values[:, :, [0, 0, 0]] if colour in (0, 4) else values[:, :, :3]
    if colour in (4, 6):
        return np.concatenate([grey, values[:, :, -1:]], axis=2)
    if clear:
        key = np.frombuffer(clear, ">u2", pixels.shape[2])
        opacity = np.where((pixels == key).all(axis=2), 0, 255).astype(np.uint8)
        return np.concatenate([grey, opacity[:, :, None]], axis=2)
    return grey if colour == 2 else values[:, :, 0]
