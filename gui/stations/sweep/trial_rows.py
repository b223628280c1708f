"""The numbers of a sweep as they are saved: a row for each trial, as written by the command line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from engine.sweep.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.stations.sweep.scene import Scene


def trial_rows(scene: Scene | None) -> tuple[Sequence[str], list[list[str]]]:
    """Return the heads and the rows of a sweep; nothing where there is none."""
    if scene is None:
        return (), []
    read_here = Sweep(scene.sweep.folder)  # the scene's own is read on another thread
    head, *rows = csv.reader(io.StringIO(read_here.csv()))
    return head, rows
