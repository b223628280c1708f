"""How many threads the steps of a run used, from its first to its last, so that it can be done again to the bit.

Sums that several threads share are rounded otherwise than those of one. Without torch.
"""

from __future__ import annotations

from typing import TypeGuard

from engine.choices import MOST, MOST_THREADS
from engine.words import Phrase

ThreadCourse = tuple[tuple[int, int], ...]
"""Pairs, rising: from which step on, counted from 1, and how many threads then."""

MOST_CHANGES = 1000
"""A resumed run may bring one; no run is resumed more often."""


def is_course(pairs: object) -> TypeGuard[ThreadCourse]:
    """Tell whether something that was read is one."""
    if not isinstance(pairs, tuple) or len(pairs) > MOST_CHANGES:
        return False
    if not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        return False
    if not all(type(number) is int for pair in pairs for number in pair):
        return False
    steps = [step for step, _ in pairs]
    are_numbers = all(1 <= threads <= MOST_THREADS for _, threads in pairs)
    return are_numbers and all(1 <= step <= MOST for step in steps) and steps == sorted(set(steps))


def going_on(course: ThreadCourse, step: int, threads: int) -> ThreadCourse:
    """Return the course of a run whose step ``step`` and those after it use ``threads``; 0 for not known."""
    before = tuple(pair for pair in course if pair[0] < step)
    if not threads or (before and before[-1][1] == threads):
        return before
    return (*before[: MOST_CHANGES - 1], (step, threads))


def threads_at(course: ThreadCourse, step: int) -> int:
    """Return how many threads a step used, counted from 1; 0 where that is not known."""
    return next((threads for first, threads in reversed(course) if first <= step), 0)


def in_words(course: ThreadCourse) -> str:
    """Return how many threads a run used, such as “2; 1 from step 845 on”; empty where that is not known."""
    words = str(course[0][1]) if course else ""
    for step, threads in course[1:][-1:]:  # of many changes the last one
        words = Phrase("{before}; {threads} from step {step:,} on", before=words, threads=threads, step=step)
    return words
