"""Read a picture from a file into an array of bytes."""

from __future__ import annotations

import logging
import math
import re
import warnings
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError, TooLargeError
from engine.foreign_bytes import reading
from engine.regular_file import open_regular

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PIL.Image import Image

MAX_PIXELS = 36_000_000  # a sheet of A4 at 600 dots an inch is 34.8 million
COSTLY = {"JPEG2000": 12_000_000, "AVIF": 12_000_000}  # formats that take far more time and memory for each
LONGEST_SIDE = 65_535  # pixels, as in JPEG; each row costs, however short it is
MOST_SLOW = 4_000_000  # values in a PPM of kinds that Pillow goes through one by one
MOST_SLOW_BYTES = 16 << 20  # of plain text
MOST_HEAD = 64 << 10  # bytes in front of the values
MOST_NOTES = 1000  # in it: each makes Pillow look at all of the rest again
SLOW_DECODERS = ("ppm", "ppm_plain")
PIXELS_AT_A_TIME = 1 << 18
MOST_PASSED = 800_000_000  # pixels; a progressive JPEG in four colours is gone through about eighteen times
# Named one by one: others would start programs (EPS) or hold no picture to recognise.
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF", "WEBP", "AVIF", "JPEG2000", "PPM", "ICO", "TGA")
ORIENTATION = 0x0112  # Exif tag


def read_image(path: Path | str) -> NDArray[np.uint8]:
    """Read a picture as a person sees it: turned as the camera noted, sixteen bits brought down to eight.

    Args:
        path: A file in one of the usual formats; of several pictures in it the first is read.

    Returns:
        ``(H, W)``, ``(H, W, 3)`` red, green, blue or ``(H, W, 4)`` with opacity; uint8, 255 is white and opaque.

    Raises:
        DataError: If the file is missing, damaged, too large or no picture.
    """
    return _bytes_of(read_values(path))


def picture_in(
    content: bytes, name: str, most: int = MAX_PIXELS, formats: tuple[str, ...] = FORMATS
) -> NDArray[np.uint8]:
    """Read a picture that lies in no file, as ``read_image`` does.

    Args:
        content: What would be in the file.
        name: What it is called in errors.
        most: Pixels that it may have.
        formats: In which it may be, some of ``FORMATS``.

    Raises:
        DataError: If it is damaged, too large or no picture.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _bytes_of(_read(name, lambda: BytesIO(content), most, formats))


def _bytes_of(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Bring numbers as they are stored to bytes."""
    if values.dtype == np.uint8:
        return np.asarray(values, dtype=np.uint8)
    return _from_sixteen_bits(values) if values.dtype == np.uint16 else _from_any_range(values)


def read_values(path: Path | str) -> NDArray[Any]:
    """Read a picture with its numbers as they are stored, for whoever knows more pictures of the same kind.

    Args:
        path: As for ``read_image``.

    Returns:
        As ``read_image``, but uint16, int32 or float32 where the file holds such numbers.

    Raises:
        DataError: If the file is missing, damaged, too large or no picture.
    """
    path = Path(path)
    try:
        if not path.is_file():  # also keeps away from pipes and devices, which might never end
            raise DataError(
                "“{path}” cannot be read.",
                cause="There is no such file." if not path.exists() else "It is not a file.",
                remedy="Check the name.",
                path=path,
            )
        with open_regular(path) as stream:
            stream.peek(1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(
            "“{path}” cannot be read.",
            cause="The system says: {reason}.",
            remedy="Check the name and its permissions.",
            path=path,
            reason=reason,
        ) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about broken notes beside the picture, which are of no interest
        return _read(path, lambda: open_regular(path))


def _read(
    path: Path | str,
    opened: Callable[[], IO[bytes]],
    most: int = MAX_PIXELS,
    formats: tuple[str, ...] = FORMATS,
) -> NDArray[Any]:
    from PIL import Image, UnidentifiedImageError

    logging.getLogger("PIL").setLevel(
        logging.CRITICAL
    )  # what is wrong with a file is told once, by our error
    Image.MAX_IMAGE_PIXELS = (
        MAX_PIXELS // 2
    )  # of twice as many it makes an error, of pictures within others, too
    Image.init()
    known = [name for name in formats if name in Image.OPEN]  # some are not built in everywhere

    def refusal(error: BaseException) -> DataError:
        if isinstance(error, UnidentifiedImageError):
            return DataError(
                "“{path}” is not a picture this program can read.",
                cause="It can read PNG, JPEG, GIF, BMP, TIFF, WebP and PPM.",
                remedy="Save the picture as PNG and try again.",
                path=path,
            )
        if isinstance(error, Image.DecompressionBombError | MemoryError):
            return _too_large(path, most)
        return DataError(
            "“{path}” is damaged.",
            cause="Its content breaks off or contradicts itself.",
            remedy="Open it in another program and save it again as PNG.",
            path=path,
        )

    try:
        with (
            reading(refusal),
            opened() as stream,
            Image.open(_with_an_end(stream), formats=known) as image,
        ):
            _check_size(path, image, most)
            if image.format == "JPEG" and _passes(stream) * math.prod(image.size) > MOST_PASSED:
                raise ValueError("passes without end")
            if image.format == "PPM":
                _check_slow(path, image, stream)
            image.load()
            _check_size(path, image, most)  # some know their size only then
            return _turned(_pixels(image), _orientation(image))
    except OSError as error:  # of a decoder that takes a damaged file for one of the system
        raise refusal(error) from error


def _check_size(path: Path | str, image: Image, most: int) -> None:
    most = min(COSTLY.get(image.format or "", most), most)
    if math.prod(image.size) > most:
        raise _too_large(path, most)
    if max(image.size) > LONGEST_SIDE:
        raise TooLargeError(
            "“{path}” is too large.",
            cause="One of its sides has more than {most:,} pixels.",
            remedy="Cut it into pieces and try again.",
            path=path,
            most=LONGEST_SIDE,
        )
    if 0 in image.size:
        raise ValueError("no pixels")


def _with_an_end(stream: IO[bytes]) -> IO[bytes]:
    """Refuse a PPM whose sizes come behind too many notes: Pillow looks for them byte by byte."""
    head = stream.read(MOST_HEAD)
    stream.seek(0)
    wanted = 3 if head[1:2] in b"14" else 4  # words: of black and white no largest value is told
    words = re.sub(rb"#[^\r\n]*", b"", head).split(None, wanted - 1)
    if len(head) == MOST_HEAD and re.match(rb"P[0-9A-Za-z]", head) and len(words) < wanted:
        raise ValueError("notes without end")
    return stream


def _check_slow(path: Path | str, image: Image, stream: IO[bytes]) -> None:
    """Refuse a large PPM whose values are text, or of a range of their own: a loop of Python goes through them."""
    decoders = {tile[0] for tile in getattr(image, "tile", ())}
    if not decoders & set(SLOW_DECODERS):
        return
    if math.prod(image.size) * len(image.getbands()) > MOST_SLOW:
        raise _too_large(path, MOST_SLOW // len(image.getbands()))
    if "ppm_plain" in decoders:
        place = stream.tell()
        content = stream.read(MOST_SLOW_BYTES)
        stream.seek(place)
        if len(content) == MOST_SLOW_BYTES or content.count(b"#") > MOST_NOTES:
            raise ValueError("text without end")


def _passes(stream: IO[bytes]) -> int:
    """Return at most how often a decoder goes through all of a JPEG: each pass begins with a mark."""
    place = stream.tell()
    stream.seek(0)
    passes = stream.read().count(b"\xff\xda")
    stream.seek(place)
    return passes


def _pixels(image: Image) -> NDArray[Any]:
    """Return the pixels as they are stored: grey, colour, or colour with opacity."""
    convert, dtype, channels = _form(image)
    width, height = image.size
    pixels = np.empty((height, width, channels) if channels > 1 else (height, width), dtype)
    step = max(1, PIXELS_AT_A_TIME // width)
    for top in range(0, height, step):  # of a large picture, several copies might not fit into memory
        rows = image.crop((0, top, width, min(top + step, height)))
        values = np.asarray(rows.convert(convert) if convert else rows)
        if dtype == np.uint16 and values.dtype != np.uint16:
            values = np.clip(values, 0, 65535)
        pixels[top : top + step] = values
    return pixels


def _form(image: Image) -> tuple[str, type[np.generic], int]:
    """Return to which mode a picture is brought, or none; and what its pixels are then."""
    if image.mode.startswith("I;16"):
        return "", np.uint16, 1
    if image.mode == "I":
        return "", np.uint16 if image.format in ("PNG", "PPM") else np.int32, 1
    if image.mode == "F":
        return "", np.float32, 1
    if image.has_transparency_data or image.mode in ("LA", "La", "PA", "RGBa"):
        return "RGBA", np.uint8, 4
    return ("L", np.uint8, 1) if image.mode in ("1", "L") else ("RGB", np.uint8, 3)


def _from_sixteen_bits(values: NDArray[Any]) -> NDArray[np.uint8]:
    return _by_rows(values, lambda rows: (np.clip(rows.astype(np.int32), 0, 65535) + 128) // 257)


def _from_any_range(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Bring numbers of a range that the file does not tell to bytes.

    Fractions up to 1, bytes and sixteen bits are recognised by their size; all else is stretched from the smallest
    to the largest.
    """
    values = np.nan_to_num(values)
    low, high = float(values.min()), float(values.max())
    if low < 0 or high > 65535:
        scale = 255 / max(high - low, 1e-300)
    else:
        low, scale = 0.0, 255.0 if high <= 1 else 1.0 if high <= 255 else 1 / 257
    return _by_rows(values, lambda rows: np.rint((rows.astype(np.float64) - low) * scale))


def _by_rows(values: NDArray[Any], convert: Callable[[NDArray[Any]], NDArray[Any]]) -> NDArray[np.uint8]:
    """Convert some rows at a time: of a large picture, several copies in wide numbers might not fit into memory."""
    pixels = np.empty(values.shape, dtype=np.uint8)  # (H, W)
    step = max(1, PIXELS_AT_A_TIME // values.shape[1])
    for start in range(0, len(values), step):
        pixels[start : start + step] = convert(values[start : start + step])
    return pixels


def _orientation(image: Image) -> int:
    """Return how the camera was held, 1 to 8 as Exif counts; 1 where the file does not say so legibly."""
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a broken note beside the picture is no reason to refuse it
        return 1


def _turned(pixels: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Turn and mirror pixels ``(H, W, …)`` as Exif's ``orientation`` demands."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)


def _too_large(path: Path | str, most: int) -> DataError:
    return TooLargeError(
        "“{path}” is too large.",
        cause="It has more than {millions} million pixels.",
        remedy="Scale it down and try again.",
        path=path,
        millions=most // 1_000_000,
    )
