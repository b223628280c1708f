"""How long a model takes for one example, as the pad asks it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from engine.inputs.registry import kind_of

if TYPE_CHECKING:
    from engine.storage.model_file import SavedModel

WARM_UP, ROUNDS, LONGEST = 3, 51, 0.5  # drawings, drawings, seconds


def milliseconds(saved: SavedModel) -> float:
    """Return what one example takes on this machine, the least of some: other work only ever makes it longer."""
    from engine.inference import Recognizer

    recognizer = Recognizer.of(saved)
    kind = kind_of(saved.image_shape)
    drawing = np.zeros(kind.form_of(saved.image_shape), kind.dtype)
    took: list[float] = []
    began = time.perf_counter()
    for number in range(WARM_UP + ROUNDS):
        started = time.perf_counter()
        recognizer.probabilities(drawing)
        ended = time.perf_counter()
        if number >= WARM_UP:
            took.append(1000 * (ended - started))
            if ended - began > LONGEST:
                break
    return min(took)
