"""The reader of PNG files that goes along with scripts reads what Pillow reads, and refuses what is none."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data.image_file import read_image
from engine.deploy.script.png import PASSES, SIGNATURE, read_png
from engine.errors import DataError

NUMBERS = np.random.default_rng(5)
COLOURS = NUMBERS.integers(0, 256, (13, 11, 4), np.uint8)
SMOOTH = np.add.outer(np.arange(40), 3 * np.arange(30)).astype(np.uint8)


def png(
    width: int, height: int, depth: int, colour: int, lines: bytes, *parts: bytes, interlaced: int = 0
) -> bytes:
    """Return a file of lines that are packed as they are."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    return SIGNATURE + b"".join(
        (chunk(b"IHDR", head), *parts, chunk(b"IDAT", zlib.compress(lines)), chunk(b"IEND", b""))
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def filtered(pixels: np.ndarray, filters: list[int]) -> bytes:  # type: ignore[type-arg]
    """Return the lines of bytes ``(H, W, step)`` with a filter of its own for each, worked out number by number."""
    height, width, step = pixels.shape
    made = bytearray()
    for row in range(height):
        kind = filters[row % len(filters)]
        made.append(kind)
        for column in range(width):
            for part in range(step):
                left = int(pixels[row, column - 1, part]) if column else 0
                above = int(pixels[row - 1, column, part]) if row else 0
                corner = int(pixels[row - 1, column - 1, part]) if row and column else 0
                nearest = min((left, above, corner), key=lambda value: abs(left + above - corner - value))
                guess = (0, left, above, (left + above) // 2, nearest)[kind]
                made.append((int(pixels[row, column, part]) - guess) % 256)
    return bytes(made)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P", "I;16"])
def test_what_pillow_writes(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    picture = (
        Image.fromarray(COLOURS, "RGBA")
        if mode != "I;16"
        else Image.fromarray(COLOURS.view(np.uint16)[..., 0])
    )
    picture.convert(mode).save(path) if mode != "I;16" else picture.save(path)

    np.testing.assert_array_equal(read_png(str(path)), read_image(path))


@pytest.mark.parametrize("filters", [[0], [1], [2], [3], [4], [0, 1, 2, 3, 4], [4, 3]])
@pytest.mark.parametrize(("colour", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_filters(filters: list[int], colour: int, channels: int, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png(11, 13, 8, colour, filtered(COLOURS[:, :, :channels], filters)))

    np.testing.assert_array_equal(read_png(str(path)), read_image(path))


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 9), (9, 1), (2, 40), (40, 2)])
def test_narrow_pictures(width: int, height: int, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    pixels = NUMBERS.integers(0, 256, (height, width, 3), np.uint8)
    path.write_bytes(png(width, height, 8, 2, filtered(pixels, [4, 3, 2, 1])))

    np.testing.assert_array_equal(read_png(str(path)), pixels)


@pytest.mark.parametrize("depth", [1, 2, 4])
@pytest.mark.parametrize("colour", [0, 3])
def test_pixels_smaller_than_a_byte(depth: int, colour: int, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    length = (11 * depth + 7) // 8
    lines = b"".join(bytes([row % 3]) + NUMBERS.bytes(length) for row in range(13))
    palette = (
        () if colour == 0 else (chunk(b"PLTE", NUMBERS.bytes(3 * 2**depth)), chunk(b"tRNS", b"\x00\x80"))
    )
    path.write_bytes(png(11, 13, depth, colour, lines, *palette))

    np.testing.assert_array_equal(read_png(str(path)), read_image(path))


@pytest.mark.parametrize(("colour", "channels"), [(0, 1), (2, 3), (6, 4)])
def test_sixteen_bits(colour: int, channels: int, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    pixels = NUMBERS.integers(0, 256, (9, 7, 2 * channels), np.uint8)
    path.write_bytes(png(7, 9, 16, colour, filtered(pixels, [4, 1])))

    np.testing.assert_array_equal(read_png(str(path)), read_image(path))


@pytest.mark.parametrize(("colour", "channels"), [(0, 1), (2, 3)])
def test_one_colour_that_is_clear(colour: int, channels: int, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    pixels = COLOURS[:, :, :channels]
    key = b"".join(b"\x00" + bytes([value]) for value in pixels[2, 3])
    path.write_bytes(png(11, 13, 8, colour, filtered(pixels, [0]), chunk(b"tRNS", key)))

    found = read_png(str(path))

    np.testing.assert_array_equal(found, read_image(path))
    assert found[2, 3, 3] == 0


@pytest.mark.parametrize(("width", "height"), [(11, 13), (1, 1), (3, 2), (40, 30)])
def test_interlaced(width: int, height: int, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    pixels = NUMBERS.integers(0, 256, (height, width, 3), np.uint8)
    parts = [pixels[top::down, left::across] for top, left, down, across in PASSES]
    lines = b"".join(filtered(part, [4, 1]) for part in parts if part.size)
    path.write_bytes(png(width, height, 8, 2, lines, interlaced=1))

    np.testing.assert_array_equal(read_png(str(path)), pixels)
    np.testing.assert_array_equal(read_image(path), pixels)


WHOLE = png(30, 40, 8, 0, filtered(SMOOTH[:, :, None], [4]))
BAD = {
    "empty": b"",
    "another kind": b"GIF89a" + bytes(100),
    "cut": WHOLE[:60],
    "no end": WHOLE[:-30],
    "no pixels": png(30, 40, 8, 0, b""),
    "no size": png(0, 40, 8, 0, b""),
    "too large": png(2**31 - 1, 2**31 - 1, 8, 0, b""),
    "too many bytes": png(5000, 5000, 8, 2, b""),
    "too long": png(20_001, 1, 8, 0, bytes(20_002)),
    "unknown filter": png(2, 2, 8, 0, bytes([9, 1, 1, 0, 1, 1])),
    "unknown depth": png(2, 2, 3, 0, bytes(6)),
    "unknown colour": png(2, 2, 8, 5, bytes(6)),
    "no head": SIGNATURE + chunk(b"IDAT", zlib.compress(bytes(6))),
    "signature alone": SIGNATURE,
    "wrong sum": WHOLE[:20] + b"\x01" + WHOLE[21:],
    "short key": png(2, 2, 8, 2, bytes(14), chunk(b"tRNS", b"\x00")),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes_are_one_clear_error(name: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(BAD[name])

    with pytest.raises(DataError, match=r"picture\.png” is (damaged|no PNG|too large)"):
        read_png(str(path))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.png", tmp_path):
        with pytest.raises(DataError, match="no such file"):
            read_png(str(path))


def test_any_byte_may_be_another(tmp_path: Path) -> None:
    """Whatever one byte becomes, a picture comes of it or our error."""
    buffer = io.BytesIO()
    Image.fromarray(COLOURS, "RGBA").quantize(16).save(buffer, "PNG")
    path, content = tmp_path / "picture.png", buffer.getvalue()
    for place in range(8, len(content), 3):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        try:
            assert read_png(str(path)).dtype == np.uint8
        except DataError as error:
            assert str(path) in str(error)  # noqa: PT017 - most of them are refused
