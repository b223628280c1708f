"""Claim: the plots that we paint are there in a third of pyqtgraph's time, and thinning costs no more than its own.

Both draw the same points, bars, laws and axes, as near to each other as pyqtgraph's own means go; the curves of a run
are thinned by ours and by its "peak" downsampling. Processor time of the window's thread, offscreen.

Run: python benchmarks/painted_plots.py [--rounds 30]
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from _measure import command_line, machine, own_home, spread, use_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZES, ERRORS = np.array([3375, 6750, 13500, 27000, 54000]), np.array([0.12, 0.08, 0.055, 0.04, 0.03])
EDGES, COUNTS = np.linspace(0, 1, 11), np.array([5, 5, 8, 10, 20, 40, 80, 120, 300, 5000])
CONFIDENCES = (EDGES[:-1] + EDGES[1:]) / 2
SIZE = (560, 360)
STEPS = (5_000, 100_000, 1_000_000)
MOST_BUILT, MOST_THINNED = 1 / 3, 1.1  # of pyqtgraph's time


def main() -> int:
    """Measure, print, and return 1 where a claim is not met."""
    parser = command_line(__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    use_display()
    with own_home():
        from gui.app import create_app

        app = create_app([sys.argv[0]])
        print(machine(windows=True))
        ratios = [_plots(app, rounds, *pair) for pair in _pairs()]
        met = all(ratio <= MOST_BUILT for ratio in ratios)
        met &= all(_thinning(app, steps, rounds) <= MOST_THINNED for steps in STEPS)
    return 0 if met else 1


def _clock(action: Callable[[], object], rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        started = time.process_time()
        action()
        found.append(1000 * (time.process_time() - started))
    return sorted(found)


def _plots(app: Any, rounds: int, name: str, ours: type, theirs: type) -> float:
    """Compare what building costs, and new numbers; return the ratio of the first."""
    built = []
    for whose, kind in (("ours", ours), ("pyqtgraph's", theirs)):
        kept: list[Any] = []

        def make(kind: type = kind, kept: list[Any] = kept) -> None:
            kept.append(kind())
            kept[-1].resize(*SIZE)
            kept[-1].show()
            app.processEvents()

        times = _clock(make, max(3, rounds // 3))
        plot = kept[-1]
        renewed = _clock(lambda plot=plot: (plot.fill(), _surface(plot).repaint()), rounds)
        print(f"{name}, {whose}: built {spread(times, 1)} ms, new numbers {spread(renewed, 1)} ms")
        built.append(times[len(times) // 2])
    return built[0] / built[1]


def _surface(plot: Any) -> QWidget:
    return plot.viewport() if hasattr(plot, "viewport") else plot


def _pairs() -> list[tuple[str, type, type]]:
    import pyqtgraph as pg

    from gui.look import theme
    from gui.stations.evaluate.reliability_plot import ReliabilityPlot
    from gui.stations.evaluate.size_curve import SizeCurve

    look = theme.current()

    class OurCurve(SizeCurve):
        def __init__(self) -> None:
            super().__init__()
            self.fill()

        def fill(self) -> None:
            runs = [(int(size), float(error)) for size, error in zip(SIZES, ERRORS * 1.1, strict=True)]
            self.set_points(runs, SIZES, ERRORS, ERRORS * 0.1, ERRORS * 0.5)
            self.set_law(lambda sizes: 0.12 * (sizes / 3375) ** -0.5, (108000, 0.021, 0.018, 0.025))

    class TheirCurve(pg.PlotWidget):
        def __init__(self) -> None:
            super().__init__(background=look.color("surface"))
            self.addLegend()
            self.showGrid(y=True, alpha=0.15)
            self.setLogMode(True, True)
            point = {"symbol": "o", "symbolBrush": look.series_color(1), "pen": None}
            self.means = self.plot([], [], name="wrong validation examples", **point)
            self.single = self.plot([], [], **point)
            self.train = self.plot([], [], symbol="o", name="wrong training examples", antialias=True)
            self.law = self.plot([], [], name="fitted law", antialias=True)
            self.bars = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0))  # knows no log mode
            self.addItem(self.bars)
            self.getAxis("bottom").setTicks([[(math.log10(size), f"{size:,}") for size in SIZES.tolist()]])
            self.fill()

        def fill(self) -> None:
            self.means.setData(SIZES, ERRORS)
            self.single.setData(SIZES, ERRORS * 1.1)
            self.train.setData(SIZES, ERRORS * 0.5)
            sizes = np.geomspace(3375, 108000, 60)
            self.law.setData(sizes, 0.12 * (sizes / 3375) ** -0.5)
            high, low = math.log10(1.1), -math.log10(0.9)
            self.bars.setData(x=np.log10(SIZES), y=np.log10(ERRORS), top=high, bottom=low)

    class OurBins(ReliabilityPlot):
        def __init__(self) -> None:
            super().__init__()
            self.fill()

        def fill(self) -> None:
            self.set_bins(EDGES, COUNTS, CONFIDENCES, CONFIDENCES - 0.04)

    class TheirBins(pg.GraphicsLayoutWidget):
        def __init__(self) -> None:
            super().__init__()
            upper, lower = self.addPlot(row=0, col=0), self.addPlot(row=1, col=0)
            lower.setXLink(upper)
            bins = {"x0": EDGES[:-1], "width": 0.098, "pen": None}
            self.right = pg.BarGraphItem(height=CONFIDENCES, brush=look.color("positive", 170), **bins)
            self.count = pg.BarGraphItem(height=COUNTS, brush=look.color("text_disabled"), **bins)
            self.level = pg.PlotCurveItem(pen=pg.mkPen(look.color("negative"), width=2))
            for item in (self.right, self.level, pg.PlotCurveItem([0, 1], [0, 1])):
                upper.addItem(item)
            lower.addItem(self.count)
            self.fill()

        def fill(self) -> None:
            self.right.setOpts(height=CONFIDENCES - 0.04)
            self.count.setOpts(height=COUNTS)
            places = np.stack([EDGES[:-1], EDGES[1:]], axis=1).ravel()
            self.level.setData(places, np.repeat(CONFIDENCES, 2), connect="pairs")

    return [("learning curve", OurCurve, TheirCurve), ("reliability", OurBins, TheirBins)]


def _thinning(app: Any, steps: int, rounds: int) -> float:
    """Compare what a curve costs that is set and painted; return the ratio."""
    import pyqtgraph as pg

    from gui.widgets.curves.series import thin

    x = np.arange(1.0, steps + 1)
    y = 2.3 * x**-0.35 * np.random.default_rng(0).lognormal(0, 0.25, steps)
    plots = [pg.PlotWidget(), pg.PlotWidget()]
    for plot in plots:
        plot.resize(*SIZE)
        plot.disableAutoRange()
        plot.setRange(xRange=(0, steps), yRange=(0, 3), padding=0)
        plot.show()
    app.processEvents()
    curve, item = pg.PlotCurveItem(), plots[1].plot()
    plots[0].addItem(curve, ignoreBounds=True)
    item.setDownsampling(auto=True, method="peak")
    item.setClipToView(True)

    def ours() -> None:
        curve.setData(*thin(x, y, -math.inf, math.inf, SIZE[0]), connect="finite")
        plots[0].viewport().repaint()

    def theirs() -> None:
        item.setData(x, y)
        plots[1].viewport().repaint()

    own, other = _clock(ours, rounds), _clock(theirs, rounds)
    counts = len(curve.getData()[0]), len(item.getData()[0])
    print(
        f"{steps} points: ours {spread(own, 2)} ms ({counts[0]} drawn), theirs {spread(other, 2)} ms ({counts[1]})"
    )
    return own[len(own) // 2] / other[len(other) // 2]


if __name__ == "__main__":
    sys.exit(main())
