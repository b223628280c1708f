"""A way of writing a digit as the path of a pen.

A path is a text of points ``x y`` in hundredths of the digit's height, x right and y down, parted by commas; the pen
goes smoothly through them, and a ``^`` after a point makes it a corner. A skeleton has one or more poses with the
same strokes and number of points; a drawing lies somewhere between them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One way of writing a digit.

    Attributes:
        digit: 0 to 9.
        name: What is special about it.
        share: How often it is met among the ways of writing this digit; only the ratio counts.
        poses: One or more poses, each a tuple of strokes.
    """

    digit: int
    name: str
    share: float
    poses: tuple[tuple[str, ...], ...]


def way(digit: int, name: str, share: float, *poses: str) -> Skeleton:
    """Return a skeleton; the strokes of each pose are parted by ``/``."""
    return Skeleton(digit, name, share, tuple(tuple(pose.split("/")) for pose in poses))
