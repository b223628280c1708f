"""What became of one input."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from engine.errors import NetSketchError

ROOT = Path(__file__).resolve().parents[3]
PREPARED = 1000
"""Pictures of a data file that are prepared: honest ones take a millisecond each, with a way to stop."""
TOOL = str(Path(__file__).parent)
DEPTH = 30  # calls of a traceback that are kept


class Verdict(StrEnum):
    """What became of an input; the last three are faults."""

    TOLD = "told"  # a clear error
    TAKEN = "taken"
    OTHER = "other"  # any other error, or the end of the process
    SLOW = "slow"
    BIG = "big"


FAULTS = (Verdict.OTHER, Verdict.SLOW, Verdict.BIG)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may take.

    Attributes:
        seconds: Of the processor.
        growth: Bytes by which the process may grow over what it had.
        patience: Seconds after which its process is ended, however little of the processor it had.
        factor: A process that takes this many times as much is ended before its input is.
    """

    seconds: float = 5.0
    growth: int = 10**9
    patience: float = 180.0
    factor: float = 2.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    Attributes:
        kind: Name of the kind.
        number: Which input of that kind.
        verdict: What became of it.
        seconds: Of the processor that it took.
        growth: Bytes by which the process grew at most.
        root: Of a fault, what and where, the same for all of one root.
        note: Of a fault, all that is known.
    """

    kind: str
    number: int
    verdict: Verdict
    seconds: float = 0.0
    growth: int = 0
    root: str = ""
    note: str = ""


def judged(outcome: Outcome, error: BaseException | None, limits: Limits) -> Outcome:
    """Return what became of an input that came to an end.

    Args:
        outcome: What it took, and whether it was taken, as far as no error says otherwise.
        error: What was raised, if anything was.
        limits: What it may take.
    """
    if error is not None and not isinstance(error, NetSketchError):
        text = "".join(traceback.format_exception(error, limit=-DEPTH))
        return replace(outcome, verdict=Verdict.OTHER, root=_root(error), note=text)
    verdict = outcome.verdict if error is None else Verdict.TOLD
    took = f"{outcome.seconds:.1f} s of the processor, {outcome.growth / 1e6:,.0f} MB"
    measured = f"{took}; it was {verdict}. {error or ''}"
    if outcome.seconds > limits.seconds:
        return replace(outcome, verdict=Verdict.SLOW, root="slow", note=measured)
    if outcome.growth > limits.growth:
        return replace(outcome, verdict=Verdict.BIG, root="big", note=measured)
    return replace(outcome, verdict=verdict)


def _root(error: BaseException) -> str:
    """Return an error's type and the last line of the program's own that it went through."""
    try:
        message = str(error).splitlines()[0][:80] if str(error) else ""
    except Exception:  # noqa: BLE001 - an error that cannot say what it is
        message = "?"
    if isinstance(error, AssertionError):
        message = message or "what should hold does not"
    frames = traceback.extract_tb(error.__traceback__)
    own = [
        frame
        for frame in frames
        if frame.filename.startswith(str(ROOT)) and "site-packages" not in frame.filename
    ]
    inner = [frame for frame in own if not frame.filename.startswith(TOOL)] or own
    place = f"{Path(inner[-1].filename).relative_to(ROOT)}:{inner[-1].lineno}" if inner else "?"
    return f"{type(error).__name__} in {place}: {message}"
