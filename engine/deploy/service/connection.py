"""One connection to the service: requests come in one after the other, each within its time, and answers go out."""

from __future__ import annotations

import asyncio
import math
import socket
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from engine.deploy.service.answer import CONTINUE, Answer, refusing
from engine.deploy.service.request import MOST_HEAD, Head, Refusal, end_of_head, head_of
from engine.errors import NetSketchError

if TYPE_CHECKING:
    from engine.deploy.service.desk import Desk

IDLE = 30.0  # seconds for which a connection may wait between two requests
LINGER = 2.0  # seconds for which a client that is refused may go on sending, so that it reads why
SLOWEST = 100_000  # bytes a second in which a body has to come, beside the patience


class Connection(asyncio.Protocol):
    """Reads requests from a connection, and writes what the desk answers.

    Args:
        desk: Where requests are answered.

    Attributes:
        until: When it has waited for too long, in seconds of the monotonic clock.
        reached: The address of this machine that it came to.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._head: Head | None = None  # of the request whose body is awaited, or that is being answered
        self._is_asking = False  # whether an answer is awaited
        self._is_writable = True
        self._is_leaving = False  # nothing is read any more
        self._has_ended = False  # the client sends nothing any more
        self._last = math.inf  # when the body that is awaited has to be there
        self.until = math.inf
        self.reached = ""

    @property
    def is_idle(self) -> bool:
        """Whether nothing has come of another request."""
        return self._head is None and not self._buffer and not self._is_leaving

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Be one of the desk's connections."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        # Small answers go out at once. asyncio sees to it only where a socket was opened for TCP by name.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reached = str(transport.get_extra_info("sockname")[0])
        self.until = monotonic() + self._desk.patience
        if not self._desk.enter(self):
            busy = Refusal("There are too many connections.", status=503, fields=[("Retry-After", "1")])
            transport.write(refusing(busy).bytes(keeps=False))
            self._desk.count_refusal()
            self.close()  # at once: those beyond the limit are nobody's to look after

    def connection_lost(self, exc: Exception | None) -> None:
        """Leave the desk; what was asked is answered to nobody."""
        del exc
        self._desk.leave(self)
        if self._head is not None and not self._is_asking:
            self._desk.release(self._head)
        self._buffer.clear()
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Take what came."""
        if self._is_leaving:
            return
        if self.is_idle:
            self.until = monotonic() + self._desk.patience
        self._buffer += data
        self.go_on()

    def eof_received(self) -> bool:
        """Answer what was asked, if anything was, and close."""
        self._has_ended = True
        return (self._is_asking or not self._is_writable) and not self._is_leaving

    def pause_writing(self) -> None:
        """Ask nothing more for a client that does not read."""
        self._is_writable = False
        self.until = monotonic() + self._desk.patience

    def resume_writing(self) -> None:
        """Go on."""
        self._is_writable = True
        self._await_more()
        self.go_on()

    def expire(self) -> None:
        """End it: it has waited for too long."""
        if self._transport is None:
            return
        if self._is_leaving or not self._is_writable:
            self._transport.abort()
        elif self.is_idle:
            self._transport.close()
        else:
            self._refuse(Refusal("The request did not come to its end in time.", status=408))

    def close(self) -> None:
        """End it, once what was written is sent."""
        self._is_leaving = True
        self.until = monotonic() + self._desk.patience  # it may not read what was written
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """End it at once."""
        if self._transport is not None:
            self._transport.abort()

    def answer(self, answer: Answer) -> None:
        """Send the answer of what was asked last."""
        head, self._head, self._is_asking = self._head, None, False
        if self._transport is None or self._is_leaving or head is None:
            return
        has_more = bool(self._buffer) or not self._has_ended
        keeps = head.keeps and has_more and not self._desk.is_closing
        self._transport.write(answer.bytes(keeps=keeps, headed=head.method == "HEAD"))
        if not keeps:
            self.close()
            return
        self._await_more()

    def go_on(self) -> None:
        """Take up what has come."""
        try:
            while not self._is_asking and self._is_writable and not self._is_leaving and self._take():
                pass
        except NetSketchError as error:
            self._refuse(error)
        if self._transport is None or self._transport.is_closing():
            return
        if len(self._buffer) > MOST_HEAD and (self._is_asking or not self._is_writable):
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    def _take(self) -> bool:
        """Take a request if it is whole; return whether there may be another.

        Raises:
            NetSketchError: If it is refused before its body has come.
        """
        if self._head is None:
            end = end_of_head(self._buffer)
            if not end:
                return False
            head = head_of(bytes(self._buffer[:end]))
            del self._buffer[:end]
            try:
                self._desk.admit(head, self.reached)
            except NetSketchError as error:
                if head.length:
                    raise
                self._head, self._is_asking = head, True
                self._desk.count_refusal()
                self.answer(refusing(error))
                return True
            self._head = head
            now = monotonic()
            self.until = now + self._desk.patience
            self._last = now + self._desk.patience + head.length / SLOWEST
            if head.expects and len(self._buffer) < head.length and self._transport is not None:
                self._transport.write(CONTINUE)
        head = self._head
        if len(self._buffer) < head.length:
            self.until = min(self._last, monotonic() + self._desk.patience)
            return False
        body = bytes(self._buffer[: head.length])
        del self._buffer[: head.length]
        self._is_asking, self.until = True, math.inf
        self._desk.take(head, body, self)
        return not self._is_asking

    def _await_more(self) -> None:
        is_waited_for = bool(self._buffer) or not self._is_writable
        self.until = monotonic() + (self._desk.patience if is_waited_for else max(IDLE, self._desk.patience))

    def _refuse(self, error: NetSketchError) -> None:
        """Say why nothing more is read, and give the client time to read it."""
        head, self._head = self._head, None
        if head is not None:
            self._desk.release(head)
        self._is_leaving = True
        self._buffer.clear()
        self._desk.count_refusal()
        if self._transport is None:
            return
        self._transport.write(refusing(error).bytes(keeps=False))
        self.until = monotonic() + LINGER
        if self._has_ended or not self._transport.can_write_eof():
            self._transport.close()
            return
        with suppress(OSError):  # the client is gone already
            self._transport.write_eof()
