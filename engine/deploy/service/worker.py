"""The one worker of a service: it takes all that waits, and the network answers it as one batch."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.deploy.service.bodies import asked
from engine.deploy.service.request import Refusal
from engine.errors import NetSketchError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.deploy.service.bodies import Asked
    from engine.deploy.service.served import Served

    Network = Callable[[NDArray[np.uint8]], NDArray[np.float32]]

GATHERING = 0.05  # seconds; what waits longer for its turn goes into the next batch


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What waits for the worker.

    Attributes:
        kind: What the body is, such as ``image/png``.
        body: As it came.
        since: When, in seconds of the monotonic clock.
        reply: Whom the answer is for; the worker gives it back.
    """

    kind: str
    body: bytes
    since: float
    reply: Any


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """What became of a question.

    Attributes:
        question: The one that was asked.
        content: JSON; empty where ``error`` says why there is no answer.
        error: What was wrong.
        image: The last that was asked about.
        answer: The likeliest class of it, and its probability.
    """

    question: Question
    content: bytes = b""
    error: NetSketchError | None = None
    image: NDArray[np.uint8] | None = None
    answer: tuple[str, float] | None = None


class Worker:
    """Answers questions on a thread of its own.

    Args:
        served: What is asked.
        network: Turns images ``(N, H, W)`` uint8 into probabilities ``(N, classes)``.
        told: Given the replies of each batch, on the worker's thread.
    """

    def __init__(self, served: Served, network: Network, told: Callable[[list[Reply]], None]) -> None:
        self._served, self._network, self._told = served, network, told
        self._waiting: SimpleQueue[Question | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="service-worker", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Let a question wait for its turn."""
        self._waiting.put(question)

    def stop(self, seconds: float) -> None:
        """Answer what waits, then end; after some seconds it is not waited for any more."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def _work(self) -> None:
        while (question := self._waiting.get()) is not None:
            is_last = self._answer(question)
            if is_last:
                return

    def _answer(self, first: Question) -> bool:
        """Answer a question and those that wait behind it; return whether the end was among them."""
        question: Question | None = first
        together: list[tuple[Question, Asked]] = []
        replies: list[Reply] = []
        count, until = 0, monotonic() + GATHERING
        while question is not None:
            try:
                found = asked(question.kind, question.body, self._served)
            except Exception as error:  # noqa: BLE001 - whatever was sent, the next one is answered
                replies.append(Reply(question, error=_told(error)))
            else:
                together.append((question, found))
                count += len(found.images)
            if count >= self._served.most_images or monotonic() > until:
                break
            try:
                question = self._waiting.get_nowait()
            except Empty:
                break
        if together:
            try:
                replies += self._answers(together)
            except Exception as error:  # noqa: BLE001 - as above
                replies += [Reply(asking, error=_told(error)) for asking, _ in together]
        self._told(replies)
        return question is None

    def _answers(self, together: list[tuple[Question, Asked]]) -> list[Reply]:
        every = self._network(np.concatenate([found.images for _, found in together]))
        names, now, start = self._served.about.classes, monotonic(), 0
        replies = []
        for question, found in together:
            shares = every[start : start + len(found.images)]
            start += len(shares)
            if not np.isfinite(shares).all():
                replies.append(Reply(question, error=_no_number()))
                continue
            make = _number if self._served.network.gives_number else _record
            records = [make(names, values) for values in shares.tolist()]
            told: dict[str, Any] = dict(records[0])
            if found.several:
                for record, box in zip(records, found.boxes, strict=False):
                    record["box"] = list(box)
                told["answers"] = records
            told["ms"] = round(1000 * (now - question.since), 3)
            image = found.images[-1] if found.images.ndim == 3 else None
            last = records[-1]
            likeliest = None if self._served.network.gives_number else (last["class"], last["probability"])
            replies.append(Reply(question, json.dumps(told).encode(), None, image, likeliest))
        return replies


def _record(names: tuple[str, ...], shares: list[float]) -> dict[str, Any]:
    best = max(range(len(shares)), key=shares.__getitem__)
    return {
        "class": names[best],
        "probability": shares[best],
        "probabilities": dict(zip(names, shares, strict=True)),
    }


def _number(names: tuple[str, ...], values: list[float]) -> dict[str, Any]:
    return {"target": names[0], "number": values[0]}


def _told(error: Exception) -> NetSketchError:
    if isinstance(error, NetSketchError):
        return error
    if isinstance(error, MemoryError):
        return Refusal("There is not enough memory for this.", status=503)
    logging.getLogger(__name__).error("a request could not be answered", exc_info=error)
    return Refusal("Something went wrong that should not: {kind}.", status=500, kind=type(error).__name__)


def _no_number() -> Refusal:
    return Refusal("The network's answer is no number.", status=500)
