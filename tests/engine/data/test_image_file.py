"""Pictures from files: every usual kind, and damaged ones."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps, features

from engine.data import image_file
from engine.data.image_file import FORMATS, read_image
from engine.errors import DataError

STEADY = settings(deadline=None, derandomize=True)  # the same on a slow machine as on a fast one
RANDOM = np.random.default_rng(0)
GREY = RANDOM.integers(0, 256, (5, 7), dtype=np.uint8)
COLOUR = RANDOM.integers(0, 256, (5, 7, 3), dtype=np.uint8)
OPACITY = RANDOM.integers(0, 256, (5, 7, 4), dtype=np.uint8)


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


@pytest.mark.parametrize("pixels", [GREY, COLOUR, OPACITY], ids=["grey", "colour", "opacity"])
def test_pixels_come_as_they_are(tmp_path: Path, pixels: np.ndarray) -> None:
    read = read_image(saved(Image.fromarray(pixels), tmp_path / "picture.png"))
    assert read.dtype == np.uint8
    assert np.array_equal(read, pixels)
    assert read.flags.writeable
    assert read.flags.c_contiguous


@pytest.mark.parametrize("ending", ["png", "bmp", "tiff", "ppm", "tga"])
def test_formats_without_loss(tmp_path: Path, ending: str) -> None:
    path = saved(Image.fromarray(COLOUR), tmp_path / f"picture.{ending}")
    assert np.array_equal(read_image(str(path)), COLOUR)


@pytest.mark.parametrize("ending", ["jpg", "webp", "gif", "ico", "avif"])
def test_other_formats(tmp_path: Path, ending: str) -> None:
    if ending in ("webp", "avif") and not features.check(ending):
        pytest.skip(f"Pillow was built without {ending}")
    picture = Image.new("RGB", (32, 32), (200, 30, 90))
    read = read_image(saved(picture, tmp_path / f"picture.{ending}"))
    assert read.shape[:2] == (32, 32)
    assert np.abs(read[..., :3].astype(int) - (200, 30, 90)).max() < 12


@pytest.mark.parametrize(
    ("mode", "shape"),
    [
        ("1", (5, 7)),
        ("P", (5, 7, 3)),
        ("LA", (5, 7, 4)),
        ("CMYK", (5, 7, 3)),
        ("YCbCr", (5, 7, 3)),
        ("LAB", (5, 7, 3)),
    ],
)
def test_modes(tmp_path: Path, mode: str, shape: tuple[int, ...]) -> None:
    if mode == "LAB":
        image = Image.frombytes("LAB", (7, 5), COLOUR.tobytes())
    else:
        image = Image.fromarray(OPACITY if mode == "LA" else COLOUR).convert(mode)
    ending = "png" if mode in ("1", "P", "LA") else "tiff"
    read = read_image(saved(image, tmp_path / f"picture.{ending}"))
    assert read.shape == shape
    if mode == "1":
        assert np.array_equal(read, np.asarray(image) * np.uint8(255))
    if mode == "P":
        assert np.array_equal(read, np.asarray(image.convert("RGB")))
    if mode == "LA":
        assert np.array_equal(read[..., 3], OPACITY[..., 3])


def test_one_transparent_colour_becomes_opacity(tmp_path: Path) -> None:
    image = Image.fromarray((GREY > 128).astype(np.uint8), "P")
    image.putpalette([255, 255, 255, 0, 0, 0])
    read = read_image(saved(image, tmp_path / "picture.png", transparency=0))
    assert read.shape == (5, 7, 4)
    assert np.array_equal(read[..., 3], np.where(GREY > 128, 255, 0))
    # A palette with an opacity for each colour
    read = read_image(saved(image, tmp_path / "picture.png", transparency=b"\x40\xff"))
    assert np.array_equal(read[..., 3], np.where(GREY > 128, 255, 0x40))


@pytest.mark.parametrize("ending", ["png", "tiff", "pgm"])
def test_sixteen_bits_are_scaled(tmp_path: Path, ending: str) -> None:
    values = np.array([[0, 128, 129, 257], [32768, 65407, 65408, 65535]], dtype=np.uint16)
    read = read_image(saved(Image.fromarray(values), tmp_path / f"picture.{ending}"))
    assert read.tolist() == [[0, 0, 1, 1], [128, 255, 255, 255]]
    assert np.array_equal(read, np.rint(values / 257))


@pytest.mark.parametrize(
    ("values", "bytes_"),
    [
        ([[0.0, 0.5, 1.0]], [[0, 128, 255]]),
        ([[0.0, 100.0, 255.0]], [[0, 100, 255]]),
        ([[0.0, 257.0, 65535.0]], [[0, 1, 255]]),
        ([[-1.0, 0.0, 1.0]], [[0, 128, 255]]),
        ([[np.nan, 0.0, 1.0]], [[0, 0, 255]]),
        ([[-np.inf, 0.0, np.inf]], [[0, 128, 255]]),
        ([[0.0, 0.0, 0.0]], [[0, 0, 0]]),
        ([[-3.0, -3.0, -3.0]], [[0, 0, 0]]),
    ],
)
def test_numbers_of_any_range(tmp_path: Path, values: list[list[float]], bytes_: list[list[int]]) -> None:
    image = Image.fromarray(np.array(values, dtype=np.float32))
    assert read_image(saved(image, tmp_path / "picture.tiff")).tolist() == bytes_


def test_large_picture_in_wide_numbers_is_converted_row_by_row(tmp_path: Path) -> None:
    values = RANDOM.integers(0, 65536, (700, 900), dtype=np.uint16)
    read = read_image(saved(Image.fromarray(values), tmp_path / "picture.png"))
    assert np.array_equal(read, np.rint(values / 257))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_as_the_camera_noted(tmp_path: Path, orientation: int) -> None:
    image = Image.fromarray(COLOUR)
    exif = Image.Exif()
    exif[0x0112] = orientation
    read = read_image(saved(image, tmp_path / "picture.png", exif=exif))
    with Image.open(tmp_path / "picture.png") as again:
        expected = np.asarray(ImageOps.exif_transpose(again))
    assert np.array_equal(read, expected)
    assert read.flags.c_contiguous


def test_broken_note_of_the_camera_is_no_obstacle(tmp_path: Path) -> None:
    path = saved(
        Image.fromarray(COLOUR), tmp_path / "picture.png", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff nonsense"
    )
    assert np.array_equal(read_image(path), COLOUR)


def test_first_of_several_pictures(tmp_path: Path) -> None:
    frames = [Image.new("L", (4, 4), value) for value in (255, 0)]
    path = saved(frames[0], tmp_path / "picture.gif", save_all=True, append_images=frames[1:])
    assert (read_image(path)[..., 0] == 255).all()


def png_of_size(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes(100))), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [6_100, 13_000, 30_000, 2**31 - 1])
def test_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path, side: int) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png_of_size(side, side))
    with pytest.raises(DataError, match="36 million pixels"):
        read_image(path)


def test_large_picture_is_read_without_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(Image.fromarray(GREY), tmp_path / "picture.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 20)  # Pillow warns from here on
    assert np.array_equal(read_image(path), GREY)
    monkeypatch.setattr(image_file, "MAX_PIXELS", 34)
    with pytest.raises(DataError, match="too large"):
        read_image(path)


def test_missing_and_foreign_files(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        read_image(tmp_path / "nowhere.png")
    with pytest.raises(DataError, match="not a file"):
        read_image(tmp_path)
    for content in (b"", b"Dear Sir or Madam", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n"):
        path = tmp_path / "letter.png"
        path.write_bytes(content)
        with pytest.raises(DataError, match="not a picture") as caught:
            read_image(path)
        assert "PNG" in caught.value.remedy
    with pytest.raises(DataError, match="cannot be read"):
        read_image("a\0b.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(DataError, match="not a file"):
        read_image(tmp_path / "pipe.png")


def encoded(form: str) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(RANDOM.integers(0, 256, (16, 16, 3), dtype=np.uint8)).save(stream, form)
    return stream.getvalue()


PICTURES = [encoded(form) for form in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "PPM")]


@pytest.mark.parametrize("content", PICTURES)
def test_cut_picture_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(DataError, match=r"is damaged|not a picture") as caught:
        read_image(path)
    assert caught.value.remedy


@settings(STEADY, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PICTURES), st.data())
def test_damage_gives_pixels_or_one_clear_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, min(len(damaged), 400) - 1))
        damaged[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    path = tmp_path / "picture"
    path.write_bytes(damaged)
    try:
        read = read_image(path)
    except DataError:
        return
    finally:
        assert capfd.readouterr() == ("", "")  # decoders like to mutter
    assert read.dtype == np.uint8
    assert read.ndim in (2, 3)
    assert read.size > 0


def test_formats_are_pillows_own_names() -> None:
    Image.init()
    assert {"PNG", "JPEG", "GIF", "BMP", "TIFF", "PPM"} <= set(FORMATS) & set(Image.OPEN)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_some_rows_at_a_time_are_the_whole_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    numbers = np.random.default_rng(0).integers(0, 255, (50, 30, 4), np.uint8)
    base = (
        Image.fromarray(numbers, "RGBA")
        if mode not in ("I;16", "I", "F")
        else Image.fromarray(numbers[..., 0])
    )
    picture = (
        base.convert(mode) if mode != "I;16" else Image.fromarray(numbers[..., 0].astype(np.uint16) * 257)
    )
    path = tmp_path / "a.tif"
    picture.save(path)
    whole = image_file.read_values(path)
    monkeypatch.setattr(image_file, "PIXELS_AT_A_TIME", 100)
    parts = image_file.read_values(path)
    assert parts.dtype == whole.dtype
    assert np.array_equal(parts, whole)
    assert parts.shape[:2] == (50, 30)


def test_a_jpeg_that_is_gone_through_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (64, 64)).save(path, progressive=True)
    image_file.read_image(path)
    content = path.read_bytes()
    path.write_bytes(content[:-2] + b"\xff\xda" * 300_000 + content[-2:])
    with pytest.raises(DataError, match="is damaged"):
        image_file.read_image(path)


def test_a_picture_within_an_icon_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = png_of_size(9000, 9000)
    head = struct.pack("<HHHBBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 32, len(content), 22)
    (tmp_path / "a.ico").write_bytes(head + content)
    with pytest.raises(DataError, match=r"too large|damaged"):
        image_file.read_image(tmp_path / "a.ico")


@pytest.mark.parametrize(
    "content",
    [
        b"P2 3000 2000 255\n",
        b"P5 3000 2000 77\n",
        b"P6 1300 1100 77\n",
        b"P1 9 9\n" + 2000 * b"#a\n",
        b"P1 9 9\n" + bytes(17 << 20),
        b"P5 9\n" + 4_000_000 * b"#\n",
    ],
    ids=["text", "grey", "colour", "notes", "long", "notes in front"],
)
def test_a_ppm_that_would_be_gone_through_value_by_value(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.ppm"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"too large|damaged") as caught:
        read_image(path)
    assert ("million pixels" in caught.value.cause) == (len(content) < 20)


@pytest.mark.parametrize(("format_name", "ending"), [("JPEG2000", "jp2"), ("AVIF", "avif")])
def test_formats_that_cost_more_may_be_less_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str, ending: str
) -> None:
    if not features.check("jpg_2000" if ending == "jp2" else "avif"):
        pytest.skip("not built in")
    path = saved(Image.new("L", (64, 64), 9), tmp_path / f"picture.{ending}")
    assert read_image(path).shape[:2] == (64, 64)
    monkeypatch.setitem(image_file.COSTLY, format_name, 64 * 64 - 1)
    with pytest.raises(DataError, match="too large"):
        read_image(path)


def test_a_side_longer_than_any_picture_has(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png_of_size(1, 70_000))
    with pytest.raises(DataError, match="One of its sides has more than 65,535 pixels"):
        read_image(path)
