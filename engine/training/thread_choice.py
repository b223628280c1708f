"""Which number of threads is the fastest for the steps of a run, found by doing some: pure, the steps are handed in.

Two threads that share a step wait for each other many times in it. On a quiet machine that costs little; where another
program wants a core, each such wait may last as long as the system lets that program go on, and a step a hundred times
as long as with one thread. What happens here and now is known only by trying, in the very thread that trains.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHARE = 0.02  # of the time that the run is expected to take, at most spent on trying
MOST_SECONDS = 0.12
LEAST_SECONDS = 0.01  # less tells nothing: such a run is over before it matters
MARGIN = 1.07  # so much faster a larger number must be
ROUNDS = 3  # with each number, in turns
FEW_ROUNDS = 2  # where a single step takes long
SLOW, SLOWER_THAN_ONE = 3.0, 2.0


@dataclass(frozen=True, slots=True)
class ThreadChoice:
    """What was found.

    Attributes:
        threads: The number that is taken.
        seconds: What a step took with it; 0 where it was not measured.
        alone: What a step took with one thread; 0 where it was not measured.
    """

    threads: int = 1
    seconds: float = 0.0
    alone: float = 0.0

    @property
    def limit(self) -> float:
        """Seconds of a step beyond which one thread is to take over; 0 where one does the work."""
        return min(SLOW * self.seconds, SLOWER_THAN_ONE * self.alone) if self.threads > 1 else 0.0


def numbers_to_try(cores: int) -> list[int]:
    """Return 2, 4, 8 … and the number of cores, as far as there are so many."""
    return sorted({cores, *(2**power for power in range(1, cores.bit_length()))} - {0, 1})


def fastest(
    seconds_of: Callable[[int, int], float],
    are_at_hand: Callable[[int], bool],
    numbers: Sequence[int],
    steps_to_come: int,
) -> ThreadChoice:
    """Return with how many threads the steps are fastest; one where no other number is, by a margin.

    Args:
        seconds_of: Does so many steps (second) with so many threads (first), and returns the seconds they took.
        are_at_hand: Tells whether so many threads are free to work at once.
        numbers: Which numbers beside one are tried, rising; the first that brings nothing ends it.
        steps_to_come: How many steps the run has.
    """
    seconds_of(1, 2)  # what is loaded and allocated once
    alone, count = seconds_of(1, 1), 1
    while alone < LEAST_SECONDS / 4 and count < SHARE * steps_to_come:
        alone, count = seconds_of(1, 2 * count), 2 * count
    alone /= count
    budget = min(MOST_SECONDS, SHARE * alone * steps_to_come)
    best, best_seconds, alone_again = 1, alone, alone
    for number in numbers:
        each = budget / (2 * ROUNDS * len(numbers))  # seconds of a few steps
        steps = max(1, int(each / alone)) if alone > 0 else 1
        rounds = ROUNDS if steps > 1 else FEW_ROUNDS
        is_worth_it = budget >= LEAST_SECONDS and 2 * rounds <= SHARE * steps_to_come
        if not is_worth_it or not are_at_hand(number):
            break
        few = max(1, steps // 10)
        if seconds_of(number, few) > SLOW * few * alone + LEAST_SECONDS:
            break
        held = tried = 0.0
        for _ in range(rounds):
            held += seconds_of(best, steps)
            tried += seconds_of(number, steps)
            if tried > held:  # where in doubt it is not taken
                break
        if tried * MARGIN >= held:
            break
        alone_again = held / (rounds * steps) if best == 1 else alone_again
        best, best_seconds = number, tried / (rounds * steps)
    return ThreadChoice(best, best_seconds, alone_again)
