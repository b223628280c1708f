"""What runs on the background threads beside training: loading data, and warming up."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.tasks.worker import Job, Post, Progress

if TYPE_CHECKING:
    from engine.config import DataConfig
    from engine.data.dataset import Split


@dataclass(frozen=True, slots=True, eq=False)
class DataLoaded:
    """The data of ``config`` are in memory."""

    config: DataConfig
    split: Split


@dataclass(frozen=True, slots=True)
class WarmedUp:
    """The heavy libraries are loaded."""


def loading_job(config: DataConfig, cancelled: Callable[[], bool]) -> Job:
    """Load (draw, read or download) the data of ``config``."""

    def job(post: Post) -> None:
        from engine.data.datasets import load_split

        def on_progress(text: str, share: float) -> None:
            post(Progress(text, share))

        split = load_split(config, progress=on_progress, cancelled=cancelled)
        post(DataLoaded(config, split))

    return job


def warm_up_job() -> Job:
    """Import what the first training needs, so that pressing Train does not wait for it."""

    def job(post: Post) -> None:
        import engine.inference
        from engine.training.rehearsal import rehearse

        engine.inference.Recognizer  # noqa: B018 - loads what it needs on first touch
        rehearse()
        import numpy.ma  # noqa: F401 - NumPy puts it off until the first stroke on the pad would wait for it

        gc.freeze()  # or every later search for garbage would hold the window up with all that was loaded
        post(WarmedUp())

    return job
