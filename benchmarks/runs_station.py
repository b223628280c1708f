"""Claim: the Runs station opens on 2,000 runs in under a second, and scrolls smoothly.

The real window, as the program opens it, whose library holds 2,000 runs. Opening is counted from the click on the
station to its painted table; once with the runs read behind the window, as they are by then, and once with the reading
counted in, in a window that has not read them yet. Scrolling goes from the first run to the last in 150 steps, each
painted. The yardstick is the screen: 16 ms for a step.

Run: python benchmarks/runs_station.py [--runs 2000]
"""

from __future__ import annotations

import time

from _measure import command_line, machine, own_home, percentile, spread, use_display
from library_of_runs import write_runs

STEPS = 150


def main() -> None:
    """Measure and print."""
    parser = command_line(__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    count = parser.parse_args().runs
    use_display()
    with own_home() as home:
        write_runs(home / "runs", count)
        from _window import open_window

        from engine.config import load_preset
        from gui.widgets import remembered_layout

        for read_before in (False, True):
            with open_window(load_preset("first-try")) as window:
                if read_before:
                    _read(window.workbench.catalogue)
                _open(window, count, read_before=read_before)
            remembered_layout.forget()  # or the next window would begin with this station
        print(machine(windows=True))


def _read(catalogue) -> None:
    from _window import wait_for

    catalogue.refresh()
    wait_for(lambda: catalogue.is_read and not catalogue.busy)


def _open(window, count: int, *, read_before: bool) -> None:
    from PySide6.QtWidgets import QApplication

    catalogue = window.workbench.catalogue
    began = time.perf_counter()
    window.show_station("runs")
    while not catalogue.is_read:
        QApplication.processEvents()
    table = window.station("runs").page.list
    QApplication.processEvents()
    table.viewport().repaint()
    opened = time.perf_counter() - began
    words = "runs read before" if read_before else "reading counted in"
    print(f"opened on {count:,} runs, {words}: {opened:.2f} s")
    if read_before:
        _read(catalogue)
        print(f"scrolling, ms a step: {_scroll(table)}")


def _scroll(table) -> str:
    """Scroll through all runs and say how long each step took."""
    bar = table.verticalScrollBar()
    found = []
    for step in range(STEPS + 1):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * step // STEPS)
        table.viewport().repaint()
        found.append(1000 * (time.perf_counter() - began))
    return f"{spread(found, 1)}, 99 % below {percentile(found, 0.99):.1f}"


if __name__ == "__main__":
    main()
