"""What programs do that add drawings beside each other: in a file of its own, as each loads it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.data.my_digits import MyDigits

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

SEVEN = [np.array([[60.0, 60.0], [200.0, 58.25], [120.123, 230.0]])]


def add_some(folder: str, label: str) -> None:
    """Add forty drawings."""
    own = MyDigits(Path(folder))
    for _ in range(40):
        own.add(SEVEN, label)


def add_when_all_are_there(folder: str, ready: Barrier) -> None:
    """Add ten drawings at the instant at which others do."""
    own = MyDigits(Path(folder))
    own.entries()
    ready.wait(60)
    for _ in range(10):
        own.add(SEVEN, "7")
