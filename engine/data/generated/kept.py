"""Drawn digits kept from one start of the program to the next: drawing takes seconds, reading hundredths of one.

A file holds nothing but pixels: the labels follow from the seed. It is found by what it was drawn from, the program and
the sources that drew it among that, so that no older drawing is ever taken for one of now. A file that is missing,
damaged or of another length is no news: the digits are drawn.
"""

from __future__ import annotations

import hashlib
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.atomic import write_bytes
from engine.data.ink import SIZE
from engine.errors import NetSketchError
from engine.folders import home_folder
from engine.regular_file import read_regular
from engine.version import program_version

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.config import DataConfig

FOLDER = "drawn"
MOST_FILES = 2
LEAST_IMAGES = 10_000  # fewer are drawn in the time that one looks
MOST_IMAGES = 200_000


def load(config: DataConfig, count: int) -> NDArray[np.uint8] | None:
    """Return the images that were kept of these settings, ``(count, 28, 28)`` uint8, or None where there are none.

    Args:
        config: How they are drawn.
        count: How many there are, training and test images together.
    """
    if not LEAST_IMAGES <= count <= MOST_IMAGES:
        return None
    size = count * SIZE * SIZE
    try:
        packed = zlib.decompressobj()
        data = packed.decompress(read_regular(_path(config), size), size)
    except (OSError, zlib.error):
        return None
    is_whole = len(data) == size and packed.eof and not packed.unused_data
    return np.frombuffer(data, np.uint8).reshape(count, SIZE, SIZE).copy() if is_whole else None


def keep(config: DataConfig, images: NDArray[np.uint8]) -> None:
    """Keep images for the next start, beside the one kind used last; where that cannot be, nothing happens.

    Args:
        config: How they were drawn.
        images: Training images, then test images, ``(count, 28, 28)`` uint8.
    """
    if not LEAST_IMAGES <= len(images) <= MOST_IMAGES:
        return
    path = _path(config)
    with suppress(OSError, NetSketchError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, zlib.compress(np.ascontiguousarray(images).data, 1))
        others = sorted(path.parent.glob("*.digits"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in [each for each in others if each != path][MOST_FILES - 1 :]:
            old.unlink()


def _path(config: DataConfig) -> Path:
    """Return where the digits of some settings are kept."""
    of = f"{config.generated_count} {config.seed} {config.variation.model_dump_json()}"
    about = f"{of} {program_version()} {np.__version__} {_sources()}"
    return home_folder() / FOLDER / f"{hashlib.blake2b(about.encode(), digest_size=12).hexdigest()}.digits"


@cache
def _sources() -> str:
    """Return a sum over the sources of what draws; those of a packed program are known by its version alone."""
    digest = hashlib.blake2b(digest_size=12)
    here = Path(__file__).parent
    with suppress(OSError):
        for path in sorted([*here.rglob("*.py"), *(here.parent / "ink").glob("*.py")]):
            digest.update(read_regular(path))
    return digest.hexdigest()
