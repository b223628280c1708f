"""Loads the data of the settings in the background, and warms PyTorch up behind the window."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.data import datasets, my_digits
from engine.data.plane import own_points
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.config import DataConfig
    from engine.data.dataset import Split
    from gui.tasks.task import Job


class DataLoader(Working):
    """Keeps the split of the newest data settings, loaded on a thread of its own.

    Signals:
        changed: ``split`` is another, or loading began or ended.
        progressed: How far loading is (Progress).
        failed: The data could not be loaded (NetSketchError, traceback or empty string).
        warmed_up: PyTorch is in memory.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, str)
    warmed_up = Signal()

    def __init__(self, config: DataConfig, parent: QObject) -> None:
        super().__init__("loading", parent)
        self._config = config.images
        self._split: Split | None = None
        self._split_config: DataConfig | None = None
        self._loading: DataConfig | None = None
        self._is_stale = False  # the files changed after the split was read
        self._is_warm_up_wanted = False
        self._is_warming = False
        self._is_ended = False
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self._on_task_idle)

    @property
    def split(self) -> Split | None:
        """The data of the present settings, or None while they are not loaded."""
        return self._split if self._split_config == self._config else None

    @property
    def loading(self) -> bool:
        """Whether data are being loaded."""
        return self._loading is not None

    @property
    def warming(self) -> bool:
        """Whether PyTorch is being loaded or about to be."""
        return self._is_warm_up_wanted or self._is_warming

    @property
    def importing(self) -> bool:
        """Whether PyTorch is being loaded now."""
        return self._is_warming

    def set_config(self, config: DataConfig) -> None:
        """Want other data; they are loaded at once if they are on this computer."""
        config = config.images
        if config != self._config:
            self._config = config
            if self._loading not in (None, config):  # not wanted any more, even if it is again before it ends
                self._task.give_up()
                self._loading = None
            self.changed.emit()
            self.load()

    def take(self, config: DataConfig, split: Split) -> None:
        """Keep data, loaded here or elsewhere."""
        self._split, self._split_config = split, config.images
        self.changed.emit()

    def load(self, *, download: bool = False) -> None:
        """Load the data wanted, from the network only if ``download``."""
        is_under_way = self._loading is not None or self._is_warming
        if self._is_ended or is_under_way or (self.split is not None and not self._is_stale):
            return
        if download or datasets.is_available(self._config.dataset):
            self._is_stale = False
            self._loading = self._config
            self._task.ask(partial(_load, self._config), partial(self.take, self._config))
            self.changed.emit()

    def reload(self) -> None:
        """Load the data anew, as their files are others; those at hand stay until the new ones have come."""
        self._is_stale = True
        if not datasets.is_available(self._config.dataset):
            self._split = self._split_config = None
            self.changed.emit()
        self.load()

    @Slot()
    def on_my_digits_changed(self) -> None:
        """Load anew where the data wanted are the drawings of one's own."""
        if self._config.dataset == my_digits.NAME:
            self.reload()

    @Slot()
    def on_own_points_changed(self) -> None:
        """Load anew where the data wanted are the points of one's own."""
        if self._config.dataset == own_points.NAME:
            self.reload()

    def warm_up(self) -> None:
        """Load the data wanted, then import PyTorch."""
        self._is_warm_up_wanted = True
        self.load()
        self._go_on()

    def cancel(self) -> None:
        """Stop loading; the data that were there stay."""
        self._task.cancel()

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._is_ended = True
        super().shutdown()

    def _go_on(self) -> None:
        if self._is_warm_up_wanted and not self._task.busy and not self._is_ended:
            self._is_warm_up_wanted, self._is_warming = False, True
            self._task.ask(_warm_up, self._on_warmed_up)

    def _on_warmed_up(self, _nothing: None) -> None:
        self._is_warming = False
        self.warmed_up.emit()

    @Slot()
    def _on_task_idle(self) -> None:
        loaded, self._loading = self._loading, None
        self._is_warming = False
        if loaded is None or self._is_stale:
            self.load()  # the settings changed while PyTorch was being imported, or the files while they were read
        self._go_on()
        self.changed.emit()


def _load(config: DataConfig, job: Job) -> Split:
    """Draw, read or download data."""
    from engine.data.datasets import load_split

    return load_split(config, progress=job.progress, cancelled=job.cancelled)


def _warm_up(_job: Job) -> None:
    """Import what the first training needs, so that pressing Train does not wait for it."""
    import engine.inference
    from engine.training.rehearsal import rehearse

    engine.inference.Recognizer  # noqa: B018 - loads what it needs on first touch
    rehearse()
    import numpy.ma  # noqa: F401 - NumPy puts it off until the first stroke on the pad would wait for it

    gc.freeze()  # or every later search for garbage would hold the window up with all that was loaded
