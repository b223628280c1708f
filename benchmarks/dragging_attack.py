"""Claim: while the slider of Challenge is dragged, a dense network answers at least 15 times a second, in the window.

The networks of presets are trained for an epoch each. Then the slider goes up and down for some seconds, a tick every
8 ms, with a drawing in sight: how many answers are shown a second, and how late a timer of 5 ms comes, which tells how
long the event loop was held up. Convolutional networks answer as fast as they can; they hold nothing up either.

Run: python benchmarks/dragging_attack.py [--seconds 5] [--presets article wide cnn] [--attacks pgd few-pixels]
"""

from __future__ import annotations

import argparse
import sys
import time

import numpy as np
from _measure import command_line, images_at_hand, machine, own_home, use_display

from engine.attacks.registry import ATTACKS
from engine.config import load_preset

LEAST = 15.0  # answers a second, of dense networks
TICK_MS = 8
FEWER = 6000  # images that each learns from


def main() -> int:
    """Measure, print, and return 1 where a dense network answers too slowly to many steps."""
    parser = command_line(__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--presets", nargs="+", default=("article", "wide", "cnn"))
    parser.add_argument("--attacks", nargs="+", choices=tuple(ATTACKS), default=("pgd",))
    options = parser.parse_args()
    use_display()
    print(machine(windows=True))
    slowest = [_measure(preset, options) for preset in options.presets]
    return 0 if all(rate >= LEAST for rate in slowest) else 1


def _measure(preset: str, options: argparse.Namespace) -> float:
    """Return how many times a second a dense network answered at worst; infinity for another."""
    from _window import Lateness, open_window, train, wait_for
    from PySide6.QtCore import QTimer

    name = images_at_hand()
    experiment = load_preset(preset).with_(
        **{"data.dataset": name, "data.train_count": FEWER, "training.epochs": 1, "training.threads": 1}
    )
    is_dense = all(layer.kind == "dense" for layer in experiment.network.hidden)
    slowest = float("inf")
    with own_home(), open_window(experiment) as window:
        train(window)
        window.show_station("challenge")
        station = window.station("challenge").page
        station.show_view("fool")
        image = np.zeros((28, 28), np.uint8)
        image[5:23, 12:16] = 255
        window.panel.canvas.set_image(image)
        view, late = station.view, Lateness(options.attacks)
        answers = [0]
        view.answering.answered.connect(lambda _answer: answers.__setitem__(0, answers[0] + 1))
        for attack in options.attacks:
            view.controls.set_attack(attack)
            wait_for(lambda: not view.answering.busy)
            slider, way = view.controls.slider, [1]
            drag = QTimer(interval=TICK_MS)

            def tick(slider: object = slider, way: list[int] = way) -> None:
                if not slider.minimum() < slider.value() + way[0] < slider.maximum():
                    way[0] = -way[0]
                slider.setValue(slider.value() + way[0])

            drag.timeout.connect(tick)
            answers[0], until = 0, time.monotonic() + options.seconds
            drag.start()
            with late.watched(attack):
                wait_for(lambda until=until: time.monotonic() > until)
            drag.stop()
            rate = answers[0] / options.seconds
            print(f"{preset}, {attack}: {rate:.0f} answers a second; {late.words(attack)}", flush=True)
            if is_dense and attack == "pgd":
                slowest = rate
    return slowest


if __name__ == "__main__":
    sys.exit(main())
