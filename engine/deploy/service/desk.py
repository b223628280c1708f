"""Where requests of all connections are answered: what may be asked, how much at a time, and what was asked so far."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from engine.deploy.service.addresses import check_caller
from engine.deploy.service.answer import HTML, OWN_POLICY, Answer, refusing
from engine.deploy.service.bodies import most_bytes
from engine.deploy.service.request import Head, Refusal
from engine.deploy.service.worker import Question, Reply

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.deploy.service.served import Served

MOST_CONNECTIONS = 256
MOST_WAITING = 64 << 20  # bytes of all bodies that are awaited or wait
SPAN = 2.0  # seconds over which requests a second are counted
READ = ("GET", "HEAD")
METHODS = {"/": READ, "/health": READ, "/favicon.ico": READ, "/predict": ("POST",)}


@dataclass(frozen=True, slots=True, eq=False)
class ServiceFigures:
    """What a service has done so far.

    Attributes:
        requests: How many were answered.
        per_second: How many a second of late.
        refused: How many were told an error.
        last_image: ``(H, W)`` or ``(H, W, 3)`` uint8, the image it was asked about last; None before the first.
        last_answer: The likeliest class of it, and its probability.
    """

    requests: int = 0
    per_second: float = 0.0
    refused: int = 0
    last_image: NDArray[np.uint8] | None = None
    last_answer: tuple[str, float] | None = None


class Caller(Protocol):
    """What the desk asks of a connection."""

    until: float

    @property
    def is_idle(self) -> bool:
        """Whether nothing has come of another request."""

    def answer(self, answer: Answer) -> None:
        """Send the answer of what was asked last."""

    def go_on(self) -> None:
        """Take up what has come."""

    def expire(self) -> None:
        """End it: it has waited for too long."""

    def close(self) -> None:
        """End it, once what was written is sent."""

    def abort(self) -> None:
        """End it at once."""


class Desk:
    """Answers requests; all but ``figures`` is called on the thread of the connections.

    Args:
        served: The model, and what is known of it.
        names: Under which the service may be called.
        patience: Seconds in which a head has to be there, and after which a body that stalls is given up.
        ask: Lets a question wait for the worker.

    Attributes:
        is_closing: Whether nothing more is answered than what was asked already.
    """

    def __init__(
        self, served: Served, names: frozenset[str], patience: float, ask: Callable[[Question], None]
    ) -> None:
        self.patience, self.is_closing = patience, False
        self._served, self._names, self._ask = served, names, ask
        self._page = served.page()
        self.connections: set[Caller] = set()
        self._waiting = 0  # bytes
        self._asked = 0  # questions that wait for an answer
        self._since = monotonic()
        self._lock = threading.Lock()
        self._figures = ServiceFigures()
        self._recent: deque[tuple[float, int]] = deque()  # when, and how many were answered

    def figures(self) -> ServiceFigures:
        """Return what was done so far, on any thread."""
        with self._lock:
            self._forget(monotonic())
            told = self._figures
            rate = sum(count for _, count in self._recent) / SPAN
        return ServiceFigures(told.requests, rate, told.refused, told.last_image, told.last_answer)

    def enter(self, connection: Caller) -> bool:
        """Take in a connection, if need be in the place of one that only waits; return whether there is room."""
        if len(self.connections) >= MOST_CONNECTIONS:
            idle = [other for other in self.connections if other.is_idle]
            if not idle:
                return False
            min(idle, key=lambda other: other.until).close()
        self.connections.add(connection)
        return True

    def leave(self, connection: Caller) -> None:
        """Forget a connection."""
        self.connections.discard(connection)

    def expire(self) -> None:
        """End the connections that have waited for too long."""
        now = monotonic()
        for connection in [each for each in self.connections if each.until < now]:
            connection.expire()

    def admit(self, head: Head, reached: str) -> None:
        """See that a request may be made, before its body is read.

        Args:
            head: Of it.
            reached: The address of this machine that it came to.

        Raises:
            Refusal: If not.
        """
        check_caller(head, self._names, reached)
        methods = METHODS.get(head.path)
        if methods is None or (head.path == "/" and not self._page):
            raise Refusal("There is nothing at “{path}”.", status=404, path=head.path[:80])
        if head.method not in methods:
            allow = ", ".join(methods)
            raise Refusal(
                "“{path}” is asked for by {methods}.",
                status=405,
                fields=[("Allow", allow)],
                path=head.path,
                methods=allow,
            )
        most = 0 if methods is READ else most_bytes(head.kind, self._served)
        if head.length > most:
            raise Refusal(
                "The body has {bytes:,} bytes, and {most:,} are the most.",
                status=413,
                bytes=head.length,
                most=most,
            )
        if self.is_closing or self._waiting + head.length > MOST_WAITING:
            raise Refusal("The service is busy.", status=503, fields=[("Retry-After", "1")])
        self._waiting += head.length

    def release(self, head: Head) -> None:
        """Give back the room of a body."""
        self._waiting -= head.length

    def take(self, head: Head, body: bytes, connection: Caller) -> None:
        """Answer a request that is whole, at once or by the worker."""
        if head.path == "/predict":
            self._asked += 1
            self._ask(Question(head.kind, body, monotonic(), (head, connection)))
            return
        connection.answer(self._told(head.path))

    def deliver(self, replies: list[Reply]) -> None:
        """Send what the worker has answered."""
        good = [reply for reply in replies if reply.error is None]
        with self._lock:
            now, told = monotonic(), self._figures
            self._forget(now)
            self._recent.append((now, len(good)))
            last = good[-1] if good else None
            self._figures = ServiceFigures(
                told.requests + len(good),
                0.0,
                told.refused + len(replies) - len(good),
                told.last_image if last is None else last.image,
                told.last_answer if last is None else last.answer,
            )
        for reply in replies:
            head, connection = reply.question.reply
            self.release(head)
            self._asked -= 1
            connection.answer(Answer(body=reply.content) if reply.error is None else refusing(reply.error))
            connection.go_on()

    def count_refusal(self) -> None:
        """Count a request that was refused before the worker saw it."""
        with self._lock:
            told = self._figures
            self._figures = ServiceFigures(
                told.requests, 0.0, told.refused + 1, told.last_image, told.last_answer
            )

    def _forget(self, now: float) -> None:
        while self._recent and self._recent[0][0] < now - SPAN:
            self._recent.popleft()

    def _told(self, path: str) -> Answer:
        if path == "/":
            return Answer(body=self._page, kind=HTML, policy=OWN_POLICY)
        if path == "/favicon.ico":
            return Answer(204)
        return Answer(body=json.dumps(self._health()).encode())

    def _health(self) -> dict[str, Any]:
        figures = self._figures
        return {
            "status": "ok",
            **self._served.about.record,
            "row" if self._served.kind.has_features else "image": list(self._served.form),
            "most_images": self._served.most_images,
            "requests": figures.requests,
            "refused": figures.refused,
            "waiting": self._asked,
            "uptime": round(monotonic() - self._since, 3),
        }
