"""The grain of paper and scanner: by how much the edge of ink strays at each pixel.

Pictures drawn by a program have perfect edges, and a network of convolutions that has seen nothing else looks for them:
of MNIST, whose edges are ragged, it then reads two digits in a hundred less.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.data.generated.counters import normal, random_words
from engine.data.ink import SIZE

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHEET = 256
"""Side of the sheet from which each picture gets a piece, in pixels."""
ROUGHEST = 0.5
"""Deviation in pixels of the roughest edges."""
FINE, COARSE = 0.6, 0.8
"""How much of the grain is each pixel's own and how much it shares with its neighbours; their squares make 1."""


def grain_of(
    amount: NDArray[np.float32], place: NDArray[np.float32], roughness: float
) -> NDArray[np.float32] | None:
    """Cut a piece of the sheet for each picture.

    Args:
        amount: ``(N,)``, from 0 for smooth edges to 1 for the roughest.
        place: ``(N,)``, 0 to below 1, which piece.
        roughness: Scales all; 0 gives None.

    Returns:
        ``(N, 28, 28)`` float32, pixels.
    """
    if not roughness:
        return None
    row, column = np.divmod((place * np.float32(SHEET**2)).astype(np.int64), SHEET)
    pieces: NDArray[np.float32] = sliding_window_view(_sheet(), (SIZE, SIZE))[row, column]
    pieces *= (np.float32(ROUGHEST * roughness) * amount)[:, None, None]
    return pieces


@cache
def _sheet() -> NDArray[np.float32]:
    """Return the sheet, continued beyond its edges as far as a piece may reach: always the same."""
    own = normal(random_words(0, np.arange(SHEET), SHEET, stream=3))
    shared = np.zeros_like(own)
    for down, row in enumerate(((1, 3, 1), (3, 6, 3), (1, 3, 1)), start=SHEET // 2):
        for across, weight in enumerate(row, start=SHEET // 2):
            shared += np.float32(weight) * np.roll(own, (down, across), (0, 1))
    sheet = np.float32(FINE) * own + np.float32(COARSE) * (shared / shared.std())
    return np.pad(sheet, (0, SIZE), mode="wrap").astype(np.float32)
