"""A model as a service on this machine: started, asked over HTTP, looked at, and stopped."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from engine.deploy.reference import probabilities
from engine.deploy.service import addresses
from engine.deploy.service.connection import Connection
from engine.deploy.service.desk import Desk, ServiceFigures
from engine.deploy.service.served import Served, served
from engine.deploy.service.worker import Reply, Worker
from engine.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.storage.model_file import SavedModel

MOST_PORT = 65_535
BACKLOG = 128  # connections that wait to be taken up
PATIENCE = 10.0  # seconds
STOPPING = 2.0  # seconds for what was asked already
TURNS = (
    4  # of the loop, in which connections it has accepted become ours; asyncio loses those of a closed server
)
FLUSHING = 1.0  # seconds for its answers to be sent


class Service:
    """Serves a model; its methods are called by one thread, ``figures`` by any.

    It answers until ``stop`` is called. Of one that is not stopped, nothing keeps the program from ending.

    Args:
        model: A model file as it was read, what ``served`` has made of it, or what brings that when it starts.
        host: An address of this machine, or a name of it; 0.0.0.0 for all of them.
        port: 0 for one that is free.
        patience: Seconds in which the head of a request has to be there, and for which a body may stall.
        network: Turns images ``(N, H, W)`` uint8 into probabilities; by default the model's operations.
    """

    def __init__(
        self,
        model: SavedModel | Served | Callable[[], Served],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        patience: float = PATIENCE,
        network: Callable[[NDArray[Any]], NDArray[Any]] | None = None,
    ) -> None:
        self._model, self._host, self._port = model, host, port
        self._patience, self._network = patience, network
        self._desk: Desk | None = None
        self._worker: Worker | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._address, self._is_open = "", False

    @property
    def address(self) -> str:
        """Where it is reached: ``http://…/``; empty before it was started."""
        return self._address

    @property
    def is_running(self) -> bool:
        """Whether it answers."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def is_open(self) -> bool:
        """Whether others than this machine reach it, once it was started."""
        return self._is_open

    def start(self) -> None:
        """Begin to answer. A model file becomes operations here, which takes a moment and loads PyTorch.

        Raises:
            NetSketchError: If the port is taken, the address is none of this machine's, or the model would answer
                otherwise.
        """
        family, address = addresses.resolved(self._host)
        listening = _listening(family, address, self._port, self._host)
        try:
            model = self._ready()
        except BaseException:
            listening.close()
            raise
        self._model = model
        port = listening.getsockname()[1]
        shown = addresses.outward(family) if addresses.is_everywhere(address) else address
        self._address = f"http://{addresses.written(shown or '127.0.0.1')}:{port}/"
        self._is_open = not addresses.is_loopback(address)
        worker = Worker(model, self._network or partial(probabilities, model.network), self._deliver)
        names = addresses.names_of(self._host, address)
        self._worker, self._desk = worker, Desk(model, names, self._patience, worker.ask)
        ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(listening, ready)), name="service", daemon=True
        )
        worker.start()
        self._thread.start()
        ready.wait()

    def stop(self) -> None:
        """Answer what was asked already, for some seconds at most, and end; without effect where it does not run."""
        loop, thread, worker = self._loop, self._thread, self._worker
        if loop is None or thread is None or worker is None:
            return
        with suppress(RuntimeError, TimeoutError):  # it has ended by itself
            asyncio.run_coroutine_threadsafe(self._leave(), loop).result(STOPPING)
        worker.stop(STOPPING)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(self._ended.set)
        thread.join(STOPPING + FLUSHING)
        self._thread = self._loop = None

    def figures(self) -> ServiceFigures:
        """Return what it has done so far."""
        return ServiceFigures() if self._desk is None else self._desk.figures()

    def _ready(self) -> Served:
        if isinstance(self._model, Served):
            return self._model
        return self._model() if callable(self._model) else served(self._model)

    async def _serve(self, listening: socket.socket, ready: threading.Event) -> None:
        desk = self._desk
        assert desk is not None
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        self._server = await self._loop.create_server(
            partial(Connection, desk), sock=listening, backlog=BACKLOG
        )
        ready.set()
        pause = min(0.5, self._patience / 4)
        while not self._ended.is_set():
            desk.expire()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), pause)
        until = self._loop.time() + FLUSHING
        for connection in list(desk.connections):
            connection.close()
        while desk.connections and self._loop.time() < until:
            await asyncio.sleep(0.01)
        for connection in list(desk.connections):
            connection.abort()
        await asyncio.sleep(0)

    async def _leave(self) -> None:
        assert self._desk is not None
        self._desk.is_closing = True
        with suppress(NotImplementedError):
            asyncio.get_running_loop().remove_reader(self._server.sockets[0])
            for _ in range(TURNS):
                await asyncio.sleep(0)
        self._server.close()
        for connection in list(self._desk.connections):
            if connection.is_idle:
                connection.close()

    def _deliver(self, replies: list[Reply]) -> None:
        """Hand replies from the worker's thread to that of the connections."""
        if self._loop is not None and self._desk is not None:
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._desk.deliver, replies)


def _listening(family: int, address: str, port: int, host: str) -> socket.socket:
    """Return a socket that takes connections.

    Raises:
        ServiceError: If the system does not let this program have it.
    """
    if not 0 <= port <= MOST_PORT:
        raise ServiceError(
            "{port} is no port.",
            remedy="Ports are whole numbers from 0 to {most:,}.",
            port=port,
            most=MOST_PORT,
        )
    try:
        return socket.create_server((address, port), family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ServiceError(
                "Port {port} is taken: another program answers there.",
                remedy="Use another port, or 0 for any that is free.",
                port=port,
            ) from error
        if error.errno == errno.EADDRNOTAVAIL:
            raise addresses.none_here(host) from error
        raise ServiceError(
            "Port {port} of “{host}” cannot be used.",
            cause="The system says: {reason}.",
            remedy="Use a port from 1,024 on.",
            port=port,
            host=host,
            reason=error.strerror or str(error),
        ) from error
