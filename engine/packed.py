"""How much may come out of a file: packed or not, what it describes is held against what it is.

A few kilobytes of zeros unpack to gigabytes, and a header of twenty bytes names any number of images. What real data
sets unpack to is far below these bounds: MNIST as numbers of eight bytes shrinks to a thirtieth.
"""

from __future__ import annotations

MOST_TIMES = 40  # what comes out may be that many times the file
LEAST_BYTES = 448 << 20  # so much may come out of any file: all of MNIST as numbers of eight bytes
LEAST_IMAGES = 200_000  # so many may be in any file
IMAGE_BYTES = 32  # that each takes in larger ones
MOST_IMAGES = 2_000_000
LEAST_PIXELS = 400_000_000  # so many may the pictures of any files have together
PIXELS_EACH = 50  # that each byte of larger files may stand for: of a photograph it is about ten
LEAST_CELLS = 16_000_000  # so many may any table have
CELLS_EACH = (
    4  # that each byte of a larger one may stand for: two bytes are the least of one that is not packed
)


def most_unpacked(size: int) -> int:
    """Return how many bytes a file of ``size`` bytes may unpack to."""
    return max(LEAST_BYTES, MOST_TIMES * size)


def most_images(size: int) -> int:
    """Return how many images there may be in a file of ``size`` bytes."""
    return min(max(LEAST_IMAGES, size // IMAGE_BYTES), MOST_IMAGES)


def most_pixels(size: int) -> int:
    """Return how many pixels pictures may have together whose files have ``size`` bytes."""
    return max(LEAST_PIXELS, PIXELS_EACH * size)


def most_cells(size: int) -> int:
    """Return how many cells there may be in a table whose file has ``size`` bytes."""
    return max(LEAST_CELLS, CELLS_EACH * size)
