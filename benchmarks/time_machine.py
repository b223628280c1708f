"""Claim: dragging the slider through a run's snapshots stays fluid: at least 30 updates a second, article's network.

In the real window, after a run of the article's preset and with a drawing on the pad, the slider goes back and forth
over all snapshots. An update counts when pad, examples and the network's picture have been painted with the weights of
that moment. Measured with the run at rest, and while another epoch is being trained. The yardstick is the screen: an
update must be painted within 33 ms.

Run: python benchmarks/time_machine.py [--sweeps 6]
"""

from __future__ import annotations

import argparse
import time

from _measure import command_line, machine, own_home, percentile, spread, use_display

LONG_RUN = 2000  # epochs, so that it still trains when the last update is counted


def main() -> None:
    """Measure and print."""
    options = _options()
    use_display()
    with own_home():
        from _window import SEVEN, draw, open_window, train, wait_for

        from engine.config import load_preset

        with open_window(load_preset("article")) as window:
            draw(window, [SEVEN])
            train(window)
            print(machine(windows=True))
            print(f"at rest         {_words(_sweep(window, options.sweeps))}")
            bench = window.workbench
            bench.editor.edit("training.epochs", LONG_RUN)
            bench.start()
            wait_for(lambda: len(bench.history.epochs) >= 8)
            print(f"while training  {_words(_sweep(window, options.sweeps))}")
            bench.stop()
            wait_for(lambda: not bench.running)


def _sweep(window, sweeps: int) -> list[float]:
    """Move through all moments and back; returns the seconds of each update, painting included."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QSlider

    machine_of_time = window.station("train").page.time_machine
    slider = machine_of_time.bar.findChild(QSlider, "timeSlider")
    places = range(len(machine_of_time.bar.moments()))
    found = []
    for sweep in range(sweeps):
        for place in places if sweep % 2 == 0 else reversed(places):
            began = time.perf_counter()
            slider.setValue(place)
            window.panel.refresh()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            window.panel.probabilities()  # the bars, where their own pause has not passed yet
            for widget in (window.panel.bars, machine_of_time.examples, machine_of_time.bar, slider):
                widget.repaint()
            found.append(time.perf_counter() - began)
    slider.setValue(slider.maximum())
    return found


def _words(seconds: list[float]) -> str:
    milliseconds = [1000 * value for value in seconds]
    slow = sum(value > 1000 / 30 for value in milliseconds)
    return (
        f"{len(seconds) / sum(seconds):5.0f} updates a second; ms an update {spread(milliseconds, 1)}, "
        f"99 % below {percentile(milliseconds, 0.99):.1f}; over 33 ms: {slow} of {len(seconds)}"
    )


def _options() -> argparse.Namespace:
    parser = command_line(__doc__)
    parser.add_argument("--sweeps", type=int, default=6)
    return parser.parse_args()


if __name__ == "__main__":
    main()
