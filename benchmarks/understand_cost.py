"""Claim: an open view of the Understand station costs training at most 15 %, and the window answers all the while.

In turns (hidden, weights, activations, …) the same network is trained in one process, once with the station out of
sight and once with each of its views in sight and an example in it: every view with the article's network, and with
those of the presets `lstm`, `transformer` and `hybrid` the views made for their layers, or those asked for. A timer of
5 ms tells how long the event loop was held up. At the end each view is asked for at rest: what one update and its
painting cost.

Run: python benchmarks/understand_cost.py [--rounds 5] [--epochs 10] [--presets article lstm] [--views reading why]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time

from _measure import command_line, images_at_hand, in_turns, machine, own_home, spread, use_display

from engine.config import load_preset

MOST = 1.15  # times the seconds without a view
HIDDEN = "hidden"
PAGE = (980, 612)  # what the window has for a page at 1366 × 768, the pad at its right
UPDATES = 10
ARTICLE = "article"
# What else is measured: the views made for its layers.
OWN = {"lstm": ("reading",), "transformer": ("attention",), "hybrid": ("attention",)}
FEWER = 6000  # images that these learn from, as their steps take ten times as long and more


def main() -> int:
    """Measure, print, and return 1 where a view costs more than it should."""
    parser = command_line(__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--presets", nargs="+", choices=(ARTICLE, *OWN), default=(ARTICLE, *OWN))
    parser.add_argument("--views", nargs="+", default=())
    options = parser.parse_args()
    use_display()
    worst = 0.0
    for preset in options.presets:
        with own_home():
            worst = max(worst, _measure(preset, options))
    return 0 if worst <= MOST else 1


def _measure(preset: str, options: argparse.Namespace) -> float:
    """Measure the views with one network; return what the dearest costs, times the seconds without one."""
    from _window import Lateness, open_window, train_from_first_epoch, wait_for
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from gui.stations.understand.registry import VIEWS
    from gui.stations.understand.station import UnderstandStation

    views = tuple(options.views) or OWN.get(preset) or tuple(view.name for view in VIEWS)
    name = images_at_hand()
    changes = {"data.dataset": name, "training.epochs": options.epochs, "training.threads": 1}
    if preset != ARTICLE:
        changes["data.train_count"] = FEWER
    with open_window(load_preset(preset).with_(**changes)) as window:
        window.showMinimized()  # the station alone is measured
        bench, place = window.workbench, QWidget()
        joined = UnderstandStation(bench, place)
        layout = QVBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(joined.place)
        place.resize(*PAGE)
        station = joined.page
        late = Lateness((HIDDEN, *views))

        def train(view: str) -> float:
            place.setVisible(view != HIDDEN)
            if view != HIDDEN:
                station.show_view(view)
            train_from_first_epoch(window, late, view)
            return bench.history.seconds

        seconds = in_turns({view: lambda view=view: train(view) for view in (HIDDEN, *views)}, options.rounds)
        print(machine(windows=True))
        print(f"{preset} on {name}, {options.epochs} epochs, {options.rounds} rounds")
        print(f"{HIDDEN}: {spread(seconds[HIDDEN])} s, delay at worst {max(late.delays[HIDDEN]):.0f} ms")
        place.show()
        worst = 0.0
        for view in views:
            pairs = zip(seconds[view], seconds[HIDDEN], strict=True)
            ratio = statistics.median(own / without for own, without in pairs)
            worst = max(worst, ratio)
            station.show_view(view)
            settled = time.monotonic() + 2
            wait_for(lambda until=settled: time.monotonic() > until)
            update, painting = _at_rest(station)
            print(
                f"{view}: ratio {ratio:.2f}, {spread(seconds[view])} s; {late.words(view)}; "
                f"an update {update:.1f} ms, its painting {painting:.1f} ms"
            )
        joined.shutdown()
        place.hide()
    return worst


def _at_rest(station: object) -> tuple[float, float]:
    """Return what one update of the view in sight costs, and its painting, in milliseconds."""
    updates, paintings = [], []
    for _ in range(UPDATES):
        before = station.view.painting_seconds()
        started = time.perf_counter()
        station._on_workbench_model_changed()
        updates.append(1000 * (time.perf_counter() - started))
        station.view.repaint()
        station.view.figure().repaint()
        paintings.append(1000 * (station.view.painting_seconds() - before))
    return statistics.median(updates), statistics.median(paintings)


if __name__ == "__main__":
    sys.exit(main())
