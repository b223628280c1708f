"""Claim: redrawing both plots of a run of 1,000,000 steps takes at most 1.5 times what it takes after 1,000.

The real window with the real plots, whose history was filled through its own `add()`, with an epoch every 422 steps,
a validation after each, and smoothing as it comes. In turns (A B A B …) each history is shown and then grows by
twenty steps, and after each of these additions both plots are laid out and painted; the time of that is what counts,
of the processor, as others share the machine.

Run: python benchmarks/long_history.py [--rounds 15] [--steps 1000000]
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from _claims import arguments, conclude, ratio
from _measure import in_turns, machine, own_home, spread, use_display
from _told_run import STEPS_PER_EPOCH, some_steps, told_run

if TYPE_CHECKING:
    from engine.training.history import History

LIMIT = 1.5
SHORT = 1000
REDRAWS = 10
GROWTH = 20  # steps between two redraws


def filled(steps: int) -> History:
    """Return the history of a run of that length."""
    from engine.training.history import History

    history = History()
    for event in told_run(steps):
        history.add(event)
    return history


def redraw(window: Any, history: History) -> float:
    """Show a history, let it grow, and return the milliseconds of a redraw, from new numbers to painted plots."""
    from gui.widgets.curves.canvas import CurveCanvas

    curves = window.station("train").page.curves
    random = np.random.default_rng(1)
    curves.set_history(history)
    curves.draw()
    canvases = curves.findChildren(CurveCanvas)
    for canvas in canvases:
        canvas.viewport().repaint()
    taken = []
    for _ in range(REDRAWS):
        first = len(history) + 1
        began = time.thread_time()
        history.add(some_steps(first, first + GROWTH - 1, 1 + first // STEPS_PER_EPOCH, random))
        curves.draw()
        for canvas in canvases:
            canvas.viewport().repaint()
        taken.append(1000 * (time.thread_time() - began))
    return statistics.median(taken)


def main() -> int:
    """Measure and print; the exit code says whether the claim is met."""
    options = arguments(__doc__, rounds=15, steps=1_000_000).parse_args()
    use_display()
    with own_home():
        from _window import open_window

        from engine.config import load_preset

        histories = {f"{steps:,} steps": filled(steps) for steps in (options.steps, SHORT)}
        with open_window(load_preset("first-try")) as window:
            window.show_station("train")
            found = in_turns(
                {
                    name: lambda history=history: redraw(window, history)
                    for name, history in histories.items()
                },
                options.rounds,
            )
    print(f"{machine(windows=True)}; {options.rounds} rounds of {REDRAWS} redraws of both plots")
    for name, values in found.items():
        print(f"{name:16} {spread(values, 2)} ms")
    claim = ratio(
        f"redraw of both plots after {options.steps:,} steps",
        f"after {SHORT:,} steps",
        *found.values(),
        LIMIT,
    )
    return conclude([claim], as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
