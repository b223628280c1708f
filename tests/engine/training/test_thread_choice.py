"""The fastest number of threads is found, honestly and in little time; steps here take what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.training.thread_choice import ThreadChoice, fastest, numbers_to_try


class Machine:
    """Steps that take as long as is said, by the number of threads."""

    def __init__(self, seconds: dict[int, float | Callable[[int], float]]) -> None:
        self.seconds = seconds
        self.spent = 0.0
        self.tried: list[tuple[int, int]] = []

    def seconds_of(self, threads: int, steps: int) -> float:
        self.tried.append((threads, steps))
        cost = self.seconds[threads]
        took = steps * (cost(len(self.tried)) if callable(cost) else cost)
        self.spent += took
        return took


def choose(machine: Machine, *, steps: int = 10_000, free: bool = True, cores: int = 8) -> ThreadChoice:
    return fastest(machine.seconds_of, lambda _: free, numbers_to_try(cores), steps)


@pytest.mark.parametrize(
    ("cores", "numbers"), [(1, []), (2, [2]), (3, [2, 3]), (6, [2, 4, 6]), (8, [2, 4, 8]), (0, [])]
)
def test_powers_of_two_and_all_cores_are_tried(cores: int, numbers: list[int]) -> None:
    assert numbers_to_try(cores) == numbers


@pytest.mark.parametrize(
    ("seconds", "threads"),
    [
        ({1: 4.0, 2: 2.2, 4: 1.3, 8: 1.0}, 8),
        ({1: 4.0, 2: 2.2, 4: 2.1, 8: 1.0}, 2),  # what brings next to nothing ends it
        ({1: 4.0, 2: 3.9, 4: 1.0, 8: 1.0}, 1),
        ({1: 4.0, 2: 400.0, 4: 1.0, 8: 1.0}, 1),
    ],
)
@pytest.mark.parametrize("unit", [1e-4, 1e-2])
def test_the_fastest_wins_by_a_margin(seconds: dict[int, float], threads: int, unit: float) -> None:
    choice = choose(Machine({number: unit * cost for number, cost in seconds.items()}))
    assert choice.threads == threads
    if threads > 1:
        assert choice.seconds == pytest.approx(unit * seconds[threads])
        assert choice.alone == pytest.approx(unit * seconds[1])
        assert choice.limit == pytest.approx(unit * min(3 * seconds[threads], 2 * seconds[1]))
    else:
        assert not choice.limit


def test_where_threads_are_not_free_no_step_is_done_with_them() -> None:
    machine = Machine({1: 1e-3, 2: 1e-4})
    assert choose(machine, free=False, cores=2).threads == 1
    assert {threads for threads, _ in machine.tried} == {1}


def test_a_core_that_is_taken_now_and_then_is_noticed() -> None:
    """Every third try meets the other program; the mean of them counts, and not the luckiest."""
    machine = Machine({1: 1e-3, 2: lambda tries: 1e-2 if tries % 3 == 0 else 5e-4})
    assert choose(machine, cores=2).threads == 1


@pytest.mark.parametrize("alone", [1e-5, 1e-4, 5e-4, 5e-3, 2e-2, 0.3])
@pytest.mark.parametrize("steps", [1, 20, 400, 4000, 1_000_000])
@pytest.mark.parametrize("each", [0.3, 0.6, 40.0])
def test_trying_takes_a_small_share_of_the_run(alone: float, steps: int, each: float) -> None:
    machine = Machine({1: alone, 2: each * alone, 4: each**2 * alone, 8: each**3 * alone})
    choose(machine, steps=steps)
    once = (
        min(0.0075, 0.1 * alone * steps) + 5 * alone
    )  # what is done beforehand: loading, and one look at a step
    collapsed = each * alone if each > 1 else 0.0  # a step cannot be broken off
    assert machine.spent <= once + min(max(0.2, 20 * alone), 0.05 * alone * steps) + 2 * collapsed


def test_a_run_that_is_soon_over_is_not_measured() -> None:
    machine = Machine({1: 1e-3, 2: 5e-4})
    assert choose(machine, steps=100, cores=2).threads == 1
    assert {threads for threads, _ in machine.tried} == {1}


def test_a_clock_that_stands_ends_it_too() -> None:
    assert choose(Machine(dict.fromkeys((1, 2, 4, 8), 0.0)), steps=1000).threads == 1
