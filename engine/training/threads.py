"""The processor threads that do the steps of a run: which number it begins with, and when that changes.

*Automatic* tries a few steps with one thread, two, four … before the first, and throws them away; while the run goes,
steps that take far longer than then bring it down to one thread at the next epoch. What was chosen, and when, belongs
to the run's record; a run that is gone on with, or done again, takes that instead.
"""

from __future__ import annotations

import statistics
from collections import deque
from typing import TYPE_CHECKING

import torch

from engine.config import Adversary
from engine.runtime import choose_threads, free_threads, preferred_threads, usable_cores
from engine.training.events import ThreadsChanged
from engine.training.thread_choice import fastest, numbers_to_try

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import TrainingConfig
    from engine.training.checkpoint import Checkpoint
    from engine.training.learner import Learner
    from engine.training.thread_course import ThreadCourse

LEAST_WORK = 3_000_000
"""Multiply-adds in the forward pass of a step; below, no second thread was ever seen to pay."""

ENOUGH_STEPS, ENOUGH_STRETCHES, RECENT_STRETCHES = 20, 5, 31
SHORTEST_STRETCH = 0.004  # seconds; what is done beside the steps weighs too much in shorter ones
PROBE_SECONDS, MOST_PROBES = 0.008, 500  # of work that says whether threads are free
PROBE_NUMBERS = 32_768  # of it, for each thread: enough that PyTorch shares it
FREE = 1.6  # times as long as a thread's share takes it alone


class StepThreads:
    """The number of threads of a run, step by step.

    Args:
        number: With how many the next step is done.
        limit: Seconds of a step beyond which one thread takes over at the next epoch; 0 for never.
        to_come: Changes that are known already, as the run is done again.

    Attributes:
        number: With how many threads the next step is done.
        limit: As above.
        to_come: As above, those that are done left out.
    """

    def __init__(self, number: int, *, limit: float = 0.0, to_come: ThreadCourse = ()) -> None:
        self.number, self.limit, self.to_come = number, limit, to_come
        self._recent: deque[float] = deque(maxlen=RECENT_STRETCHES)
        self._steps = 0  # among them

    def steps_to_change(self, step: int) -> int | None:
        """Return how many steps after this one the next known change comes; None where none does."""
        return self.to_come[0][0] - 1 - step if self.to_come else None

    def known_change(self, step: int) -> ThreadsChanged | None:
        """Change the number where that is known to come with step ``step``, and return what is told of it."""
        if not self.to_come or self.to_come[0][0] > step:
            return None
        (_, number), *later = self.to_come
        self.to_come = tuple(later)
        return self._change(step, number)

    def note(self, seconds: float, steps: int) -> None:
        """Note how long some steps took together."""
        if self.limit and seconds >= SHORTEST_STRETCH:
            self._recent.append(seconds / steps)
            self._steps += steps

    def eased(self, step: int) -> ThreadsChanged | None:
        """Come down to one thread from step ``step`` on if the last ones took too long, and return what is told."""
        enough = len(self._recent) >= ENOUGH_STRETCHES and self._steps >= ENOUGH_STEPS
        if not self.limit or not enough or statistics.median(self._recent) <= self.limit:
            return None
        self.limit = 0.0
        return self._change(step, 1)

    def _change(self, step: int, number: int) -> ThreadsChanged:
        before, self.number = self.number, number
        torch.set_num_threads(number)
        return ThreadsChanged(step, before, number)


def known_threads(
    config: TrainingConfig,
    resume: Checkpoint | None,
    course: ThreadCourse,
    work: int,
    *,
    measures: bool,
    is_shared: bool = False,
) -> StepThreads | None:
    """Return the threads of a run where nothing need be measured; else None.

    Args:
        config: What is asked for goes before all.
        resume: Where the run is gone on with from; it takes the number that it had.
        course: The record of the run that is done again; it is taken where the person prefers nothing else, and this
            machine has as many cores.
        work: Multiply-adds in the forward pass of a step.
        measures: Whether it may be measured, where nothing else says a number.
        is_shared: Whether other processes share each step, as many as there are cores.
    """
    if config.threads or is_shared:
        return StepThreads(config.threads or 1)
    if resume is not None and resume.threads:
        return StepThreads(resume.threads, limit=resume.step_limit, to_come=resume.threads_to_come)
    if preferred_threads():
        return StepThreads(preferred_threads())
    if resume is None and course and max(threads for _, threads in course) <= usable_cores():
        return StepThreads(course[0][1], to_come=course[1:])
    if not measures:
        return StepThreads(choose_threads(work))
    return None


def measured_threads(
    learner: Learner,
    config: TrainingConfig,
    steps_to_come: int,
    work: int,
    clock: Callable[[], float],
    stopped: Callable[[], bool] = lambda: False,
) -> StepThreads:
    """Do some steps with one thread, two, four …, throw them away, and return the fastest number; it is not set.

    Args:
        learner: Before its first epoch; it is left as it was, to the bit.
        config: The rates and strengths of the steps.
        steps_to_come: Steps of the run.
        work: Multiply-adds in the forward pass of a step.
        clock: Seconds from any beginning.
        stopped: Whether the person has no patience for it; then one thread does.
    """
    numbers = numbers_to_try(free_threads())
    if not numbers or work < LEAST_WORK:
        return StepThreads(1)
    position = 0

    def seconds_of(threads: int, steps: int) -> float:
        nonlocal position
        torch.set_num_threads(threads)
        began = clock()
        while steps:
            if stopped():
                raise _Stopped
            position %= learner.steps_per_epoch
            some = min(steps, learner.steps_per_epoch - position)
            attacked = config.adversary is not Adversary.OFF
            strengths = [config.adversary_strength] * some if attacked else []
            learner.steps(position, [config.learning_rate] * some, strengths)
            position, steps = position + some, steps - some
        return clock() - began

    try:
        with learner.thrown_away():
            choice = fastest(seconds_of, lambda threads: are_free(threads, clock), numbers, steps_to_come)
    except _Stopped:
        return StepThreads(1)
    return StepThreads(choice.threads, limit=choice.limit)


class _Stopped(Exception):
    """The run is to end before it has begun."""


def are_free(threads: int, clock: Callable[[], float]) -> bool:
    """Tell whether so many threads can work at once: whether all do theirs in little more time than one does its own.

    Where another program holds a core, one of many such tasks waits for it, and far longer than it takes. So it is
    found out in milliseconds, and not by steps that each may last a second.
    """

    def mean(shares: int, seconds: float) -> float:
        """Return what it takes to work out ``shares`` times what PyTorch gives a thread, tried for so many seconds."""
        numbers = torch.zeros(shares * PROBE_NUMBERS)
        numbers.erf_()
        began, done = clock(), 0
        while done < MOST_PROBES and clock() - began < seconds:
            numbers.erf_()
            done += 1
        return (clock() - began) / max(1, done)

    torch.set_num_threads(1)
    alone = mean(1, PROBE_SECONDS / 10)
    torch.set_num_threads(threads)
    return mean(threads, PROBE_SECONDS) < FREE * alone
