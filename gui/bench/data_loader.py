"""Loads the data of the settings in the background, and warms PyTorch up behind the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.data import datasets, my_digits
from gui.bench.loading_jobs import DataLoaded, WarmedUp, loading_job, warm_up_job
from gui.tasks.worker import BackgroundThread, JobFailed, Progress

if TYPE_CHECKING:
    from engine.config import DataConfig
    from engine.data.dataset import Split


class DataLoader(QObject):
    """Keeps the split of the newest data settings, loaded on a thread of its own.

    Signals:
        changed: ``split`` is another, or loading began or ended.
        progressed: How far loading is (Progress).
        failed: The data could not be loaded (JobFailed).
        warmed_up: PyTorch is in memory.
        started: The thread has work; ``drain`` is to be called until ``busy`` is false.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object)
    warmed_up = Signal()
    started = Signal()

    def __init__(self, config: DataConfig, parent: QObject) -> None:
        super().__init__(parent)
        self._config = config.images
        self._split: Split | None = None
        self._split_config: DataConfig | None = None
        self._loading: DataConfig | None = None
        self._cancelled = threading.Event()
        self._download = False
        self._stale = False  # the files changed after the split was read
        self._overtaken = False  # what is being loaded was not wanted any more, even if it is by now
        self._warm_up_wanted = False
        self._warming = False
        self._ended = False
        self._thread = BackgroundThread("loading", self)
        self._thread.finished.connect(self._on_thread_finished)

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
        return self._warm_up_wanted or self._warming

    @property
    def busy(self) -> bool:
        """Whether the thread has something to do or to report."""
        return self._thread.busy

    def set_config(self, config: DataConfig) -> None:
        """Want other data; they are loaded at once if they are on this computer."""
        config = config.images
        if config != self._config:
            self._config = config
            if self._loading is not None and self._loading != config:
                self._cancelled.set()
                self._overtaken = True
            self.changed.emit()
            self.load()

    def take(self, message: DataLoaded) -> None:
        """Keep data that were loaded elsewhere."""
        self._split, self._split_config = message.split, message.config.images
        self.changed.emit()

    def load(self, *, download: bool = False) -> None:
        """Load the data wanted, from the network only if ``download``."""
        if self._ended or self._thread.busy or (self.split is not None and not self._stale):
            return
        if download or datasets.is_available(self._config.dataset):
            self._cancelled = threading.Event()
            self._stale = False
            self._loading = self._config
            self._start(loading_job(self._config, self._cancelled.is_set))
            self.changed.emit()

    def reload(self) -> None:
        """Load the data anew, as their files are others; those at hand stay until the new ones have come."""
        self._stale = True
        if not datasets.is_available(self._config.dataset):
            self._split = self._split_config = None
            self.changed.emit()
        self.load()

    @Slot()
    def on_my_digits_changed(self) -> None:
        """Load anew where the data wanted are the drawings of one's own."""
        if self._config.dataset == my_digits.NAME:
            self.reload()

    def warm_up(self) -> None:
        """Load the data wanted, then import PyTorch."""
        self._warm_up_wanted = True
        self.load()
        self._go_on()

    def cancel(self) -> None:
        """Stop loading; the data that were there stay."""
        self._cancelled.set()

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._ended = True
        self._cancelled.set()
        self._thread.shutdown()

    def drain(self) -> None:
        """Empty the mailbox of the thread."""
        for message in self._thread.messages():
            if isinstance(message, Progress):
                self.progressed.emit(message)
            elif isinstance(message, DataLoaded):
                self.take(message)
            elif isinstance(message, JobFailed):
                self.failed.emit(message)
            elif isinstance(message, WarmedUp):
                self._warming = False
                self.warmed_up.emit()

    def _start(self, job: object) -> None:
        self._thread.start(job)  # type: ignore[arg-type]
        self.started.emit()

    def _go_on(self) -> None:
        if self._warm_up_wanted and not self._thread.busy and not self._ended:
            self._warm_up_wanted, self._warming = False, True
            self._start(warm_up_job())

    @Slot()
    def _on_thread_finished(self) -> None:
        self.drain()
        loaded, self._loading = self._loading, None
        overtaken, self._overtaken = self._overtaken, False
        if overtaken:
            self.load()
        elif loaded is None or self._stale:
            self.load()  # the settings changed while PyTorch was being imported, or the files while they were read
        self._go_on()
        self.changed.emit()
