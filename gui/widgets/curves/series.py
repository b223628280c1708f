"""What a curve is, and the arithmetic of showing it: thinning, nearest values, and limits of axes. No Qt in here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from engine.records import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Style = Literal["line", "dashes", "dots"]
Symbol = Literal["", "circle", "square", "triangle"]

END_ROOM = 0.04  # of the axis; the first and the last number find room there
_NICE = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


NO_POINTS = cast("Points", ())
"""As good as an empty array to who asks for its length; a window shows empty plots before NumPy is loaded."""


@dataclass(slots=True, eq=False)
class CurveSeries:
    """One curve of a plot.

    Attributes:
        key: Its name for the program.
        label: Its name for people.
        color: Which of the theme's curve colours.
        style: How its line is drawn.
        symbol: Mark at each of its points; empty for none.
        smooth: Whether smoothing applies to it.
        width: Width of its line in pixels; 0 for the usual.
        is_visible: Whether it is drawn.
        help: What it shows, in a sentence for its entry in the legend; perhaps nothing.
        x: ``(N,)``, rising.
        y: ``(N,)``; what is not finite is left out.
        smooth_x: ``(M,)``, x of the smoothed curve.
        smooth_y: ``(M,)``, the smoothed curve.
    """

    key: str
    label: str
    color: int = 0
    style: Style = "line"
    symbol: Symbol = ""
    smooth: bool = False
    width: int = 0
    is_visible: bool = True
    x: Points = NO_POINTS
    y: Points = NO_POINTS
    smooth_x: Points = NO_POINTS
    smooth_y: Points = NO_POINTS
    help: str = ""

    def smooth_by(self, weight: float) -> None:
        """Work the smoothed curve out from the points, none where it is not wanted.

        Args:
            weight: Weight of the past, 0 for no smoothing to below 1.
        """
        if not self.smooth or not weight or not len(self.y):
            self.smooth_x = self.smooth_y = NO_POINTS
            return
        from engine.training.series import smooth

        sound = np.isfinite(self.y)
        self.smooth_x = self.x[sound]
        self.smooth_y = smooth(self.y[sound], weight)[0].astype(np.float64)


def thin(x: Points, y: Points, low: float, high: float, width: int) -> tuple[Points, Points]:
    """Return what a plot needs between two x: at most four points a pixel, no peak lost.

    Args:
        x: ``(N,)``, rising.
        y: ``(N,)``.
        low: Left end; one point before it is kept, so that lines lead out of sight.
        high: Right end; one point after it is kept.
        width: Pixels there are.

    Returns:
        x and y, ``(K,)`` each: all points, or the least and greatest of each stretch in their order.
    """
    first = max(0, int(np.searchsorted(x, low, "left")) - 1)
    last = min(len(x), int(np.searchsorted(x, high, "right")) + 1)
    x, y = np.asarray(x)[first:last], np.asarray(y)[first:last]
    width = max(1, width)
    if len(x) <= 4 * width:
        return x, y
    block = -(-len(x) // (2 * width))
    whole = len(x) // block * block
    stretches = y[:whole].reshape(-1, block)
    filled = np.isfinite(stretches)
    starts = np.arange(0, whole, block)
    ends = np.stack(
        [
            np.where(filled, stretches, np.inf).argmin(axis=1) + starts,
            np.where(filled, stretches, -np.inf).argmax(axis=1) + starts,
        ],
        axis=1,
    )
    ends.sort(axis=1)
    kept = np.concatenate([ends.reshape(-1), np.arange(whole, len(x))])
    return x[kept], y[kept]


def heights(y: Points, *, log: bool) -> Points:
    """Return where values lie on the y axis; what has no place there is NaN."""
    placed = np.where(np.isfinite(y), y, np.nan)
    return np.log10(np.where(placed > 0, placed, np.nan)) if log else placed


def nearest(x: Points, y: Points, at: float) -> float:
    """Return the value whose x is nearest to ``at``, or NaN where there is none."""
    return float(y[place_nearest(x, at)]) if len(x) else math.nan


def place_nearest(x: Points, at: float) -> int:
    """Return which of ascending numbers is nearest to ``at``; there is one at least."""
    right = min(int(np.searchsorted(x, at)), len(x) - 1)
    left = max(0, right - 1)
    return left if abs(x[left] - at) <= abs(x[right] - at) else right


def rounded_up(value: float) -> float:
    """Return a round number that is at least ``value`` and at most a third more."""
    if value <= 0 or not math.isfinite(value):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next((nice * power for nice in _NICE if nice * power >= value * (1 - 1e-9)), 10 * power)


def right_end(last: float, expected: float) -> float:
    """Return where an x axis ends that grows with its curves: in few leaps, as each lays the axes out anew.

    Args:
        last: The greatest x there is.
        expected: How far x will reach; halves of it are the ends on the way. 0 where that is not known.
    """
    if not 0 < last <= expected:
        return rounded_up(last)
    return expected * 0.5 ** math.floor(math.log2(expected / last) + 1e-9)


def finite_range(arrays: list[Points]) -> tuple[float, float] | None:
    """Return the least and the greatest finite value of several arrays, or None where there is none."""
    low, high = math.inf, -math.inf
    for array in arrays:
        sound = array[np.isfinite(array)]
        if len(sound):
            low, high = min(low, float(sound.min())), max(high, float(sound.max()))
    return (low, high) if low <= high else None


def y_limits(
    low: float, high: float, before: tuple[float, float] | None, *, percent: bool, log: bool
) -> tuple[float, float]:
    """Return the limits of a y axis that shows ``low`` to ``high``.

    The limits of ``before`` are kept as long as they still fit, so that the axis stands still while curves grow.

    Args:
        low: Least value, already a power of ten if ``log``.
        high: Greatest value, likewise.
        before: The limits there are.
        percent: Whether the values are shares; they always end at 1.
        log: Whether the axis shows powers of ten.
    """
    if percent and not log:
        bottom = min(0.9, max(0.0, math.floor(low * 10 - 0.2) / 10))
        margin = END_ROOM * (1 - bottom)
        return bottom - margin, 1 + margin
    span = max(high - low, 0.05 * abs(high), 1e-12)
    if before is not None:
        room = before[1] - before[0]
        if before[0] <= low and high <= before[1] and span > 0.6 * room:
            return before
    if log:
        return low - 0.06 * span, high + 0.06 * span
    top = rounded_up(high) if high > 0 else high + 0.06 * span
    bottom = -END_ROOM * top if 0 <= low < 0.4 * high else low - 0.06 * span
    return bottom, top + END_ROOM * abs(top)
