"""The model as a service of this window: started and stopped in the background, and gone with the window."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.stations.deploy.looking import fingerprint_of
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.deploy.service.desk import ServiceFigures
    from engine.deploy.service.service import Service
    from engine.errors import NetSketchError
    from gui.stations.deploy.subject import Source
    from gui.tasks.task import Job

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"
ENDING = 1.0  # seconds for which the window waits for the service when it closes


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """A service that runs.

    Attributes:
        service: It.
        name: What the person calls the model.
        fingerprint: By which the model is known again.
    """

    service: Service
    name: str
    fingerprint: str

    @property
    def is_open(self) -> bool:
        """Whether other devices of the network reach it."""
        return self.service.is_open


class Serving(Working):
    """One service at a time.

    Signals:
        changed: It runs, or it does not any more.
        failed: It could not be started (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__("serving", parent)
        self.served: Served | None = None
        self._task.failed.connect(self._on_task_failed)
        self._task.idle.connect(self.changed)

    def start(self, source: Source, port: int, *, is_open: bool) -> None:
        """Serve a model, in place of the one that is served.

        Args:
            source: The model.
            port: Where; 0 for one that is free.
            is_open: Whether other devices of the network may ask it.
        """
        if self.busy:
            return
        before = self.served
        if before is not None and not port:  # whoever has the address finds the new one there
            port = _port_of(before.service.address)
        self._task.ask(partial(_start, source, port, is_open, before), self._take)
        self.changed.emit()

    def stop(self) -> None:
        """End it."""
        served, self.served = self.served, None
        if served is not None:
            self._task.ask(partial(_stop, served))
        self.changed.emit()

    def figures(self) -> ServiceFigures | None:
        """Return what it has done so far; None where it does not run."""
        return None if self.served is None else self.served.service.figures()

    def shutdown(self) -> None:
        """End it with the window, which does not wait for long."""
        super().shutdown()
        served, self.served = self.served, None
        if served is not None:
            ending = threading.Thread(target=served.service.stop, name="service-ending", daemon=True)
            ending.start()
            ending.join(ENDING)

    def _take(self, served: Served) -> None:
        self.served = served
        self.changed.emit()

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        if self.served is not None and not self.served.service.is_running:  # it had to make room for this one
            self.served = None
        self.failed.emit(error, details)


def _start(source: Source, port: int, is_open: bool, before: Served | None, job: Job) -> Served:
    from engine.deploy.service.served import served
    from engine.deploy.service.service import Service
    from engine.errors import Cancelled

    saved = source.load()
    fingerprint = fingerprint_of(saved)
    if before is not None:
        before.service.stop()
    service = Service(
        lambda: served(saved, source.title), host=EVERYWHERE if is_open else LOOPBACK, port=port
    )
    service.start()
    if job.cancelled():  # the window closes
        service.stop()
        raise Cancelled
    return Served(service, source.name, fingerprint)


def _stop(served: Served, _job: Job) -> None:
    served.service.stop()


def _port_of(address: str) -> int:
    return int(address.rstrip("/").rpartition(":")[2])
