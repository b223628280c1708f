"""How a worker is held and ended from outside: by words of its crew, or by Ctrl-C."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from engine.sweep.wishes import GO_ON, PAUSE, STOP, SUSPEND, TIME_IS_UP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.training.control import TrainingControl


class WorkerControl:
    """Holds and ends a worker; safe to call from any thread.

    Attributes:
        stopped: Whether the sweep was ended: the trial under way keeps what it has come to, if it came to an epoch.
        time_is_up: Whether that is because its minutes are over.
        suspended: Whether the worker is to end for now: the trial under way is done again.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._training: TrainingControl | None = None
        self._paused = False
        self.stopped = False
        self.time_is_up = False
        self.suspended = False

    @property
    def ended(self) -> bool:
        """Whether no further trial is to begin."""
        return self.stopped or self.suspended

    @property
    def stopped_by_hand(self) -> bool:
        """Whether a person ended the sweep, who may go on with it."""
        return self.stopped and not self.time_is_up

    def take(self, wish: str) -> None:
        """Do what was asked for: one of the words above; others are passed over."""
        with self._changed:
            if wish in (PAUSE, GO_ON):
                self._paused = wish == PAUSE
            elif wish in (STOP, TIME_IS_UP) and not self.ended:
                self.stopped, self.time_is_up = True, wish == TIME_IS_UP
            elif wish == SUSPEND and not self.stopped:
                self.suspended = True
            self._steer()
            self._changed.notify_all()

    @contextmanager
    def steering(self, training: TrainingControl) -> Iterator[None]:
        """Steer a training, as long as this is entered."""
        with self._changed:
            self._training = training
            self._steer()
        try:
            yield
        finally:
            with self._changed:
                self._training = None

    def wait_while_paused(self) -> bool:
        """Return once trials may go on, or the worker is to end; tell whether it is that."""
        with self._changed:
            self._changed.wait_for(lambda: not self._paused or self.ended)
        return self.ended

    def idle(self, seconds: float) -> None:
        """Wait for so long, or until something is asked for."""
        with self._changed:
            if not self.ended:
                self._changed.wait(seconds)

    def _steer(self) -> None:
        if self._training is None:
            return
        if self.ended:
            self._training.stop()
        elif self._paused:
            self._training.pause()
        else:
            self._training.resume()


LAST_SECONDS = 20.0  # that a worker has to end by itself once its crew has gone or has told it to end for now
TOO_LATE = 75  # exit code of one that took longer: what it was at is done again


def end_at_once() -> None:
    """End this process without another word, whatever it is at."""
    os._exit(TOO_LATE)


def listen(
    control: WorkerControl,
    words: IO[str],
    end: Callable[[], object],
    *,
    last_seconds: float = LAST_SECONDS,
) -> None:
    """Do what is asked for in lines, on a thread of its own; whoever hangs up wants the worker to end for now.

    Args:
        control: What does it.
        words: The lines.
        end: Ends the process where it takes too long: nobody may be there any more who would.
        last_seconds: How long the worker may take to end for now.
    """

    def hear() -> None:
        with suppress(OSError, ValueError):
            for line in words:
                control.take(line.strip())
                if control.suspended:
                    break
        control.take(SUSPEND)
        late = threading.Timer(last_seconds, end)
        late.daemon = True
        late.start()

    threading.Thread(target=hear, name="wishes", daemon=True).start()
