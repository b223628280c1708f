"""What killed programs left half written in the folders that are this program's own."""

from __future__ import annotations

from engine.atomic import sweep
from engine.folders import datasets_folder, home_folder, runs_folder

RUNS_DEPTH = 3  # a run, the bin with a run in it, and the snapshots of that
DATASETS_DEPTH = 2


def sweep_home() -> None:
    """Remove them, where they are a day old; other folders of the person are swept when something is written there."""
    sweep(home_folder())
    sweep(runs_folder(), depth=RUNS_DEPTH)
    sweep(datasets_folder(), depth=DATASETS_DEPTH)
