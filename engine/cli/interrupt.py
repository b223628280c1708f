"""Ctrl-C, and the system's wish that the program end: asked once, what is done is kept; asked twice, it is the end."""

from __future__ import annotations

import signal
import threading
import time
from typing import TYPE_CHECKING, Self

from engine.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType

BY_SIGNAL = 128  # what shells add to the number of a signal that ended a program
CTRL_C = BY_SIGNAL + signal.SIGINT
TERMINATED = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Interrupted(Cancelled):
    """A signal broke a command off.

    Args:
        told: What was told of it.
        number: The signal.

    Attributes:
        exit_code: What the program ends with.
    """

    def __init__(self, told: Cancelled, number: int) -> None:
        super().__init__(told.what)
        self.exit_code = BY_SIGNAL + number


class Interrupt:
    """While entered, the first Ctrl-C is only noted and told to ``on_request``; the second raises KeyboardInterrupt.

    That the system wants the program to end is noted likewise. A terminal that goes away is none of its matters where
    the program was told to outlive it (``nohup``).

    Args:
        on_request: Called at the first Ctrl-C.
        on_termination: Called where the system asks first; ``on_request`` by default.
        again: Seconds for which a second signal counts as the first: a program that starts others passes on to them
            what the terminal has told all.

    Attributes:
        number: The signal that came first, or 0.
    """

    def __init__(
        self,
        on_request: Callable[[], None],
        on_termination: Callable[[], None] | None = None,
        *,
        again: float = 0.0,
    ) -> None:
        self._on_request = on_request
        self._on_termination = on_termination or on_request
        self._again, self._heard_at = again, 0.0
        self.number = 0
        self._before: dict[int, signal.Handlers | Callable[[int, FrameType | None], object] | int | None] = {}

    def __call__(self) -> bool:
        """Tell whether an end was asked for; what long operations take as ``cancelled``."""
        return self.number != 0

    @property
    def is_termination(self) -> bool:
        """Whether it was the system that asked, which does not wait for long."""
        return self.number in TERMINATED

    def hear(self, number: int) -> None:
        """Note a signal that came to another process of the same work."""
        if not self.number:
            self._handle(number, None)

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():  # elsewhere Python takes no handler
            self._before = {
                number: signal.signal(number, self._handle)
                for number in (signal.SIGINT, *TERMINATED)
                if number == signal.SIGINT or signal.getsignal(number) is not signal.SIG_IGN
            }
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._before:
            signal.signal(*self._before.popitem())
        if isinstance(error, Cancelled) and self.number:
            raise Interrupted(error, self.number) from error

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if not self.number:
            self.number, self._heard_at = number, time.monotonic()
            (self._on_termination if self.is_termination else self._on_request)()
        elif time.monotonic() - self._heard_at < self._again:
            pass
        elif number == signal.SIGINT or not self.is_termination:  # the system may well ask twice
            raise KeyboardInterrupt
