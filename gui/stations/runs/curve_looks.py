"""Which colour and mark the curves of each run have, so that no two look alike and none changes its look by the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gui.stations.runs.dots import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from engine.storage.runs.summary import RunSummary
    from gui.widgets.curves.series import Symbol

SYMBOLS: tuple[Symbol, ...] = ("circle", "square", "triangle")


class CurveLook(NamedTuple):
    """How the curves of a run are drawn.

    Attributes:
        colour: Which of the theme's curve colours.
        symbol: Mark at each point; tells runs of one colour apart.
    """

    colour: int
    symbol: Symbol


def looks_for(runs: Iterable[RunSummary], before: Mapping[str, CurveLook]) -> dict[str, CurveLook]:
    """Return a look for each run.

    Its own colour comes first; the others keep the one they had, or take the next that is free.

    Args:
        runs: The runs drawn together.
        before: The looks of those that were drawn until now.
    """
    shown = tuple(runs)
    colours = {run.id: run.colour % COLOURS for run in shown if run.colour is not None}
    for run in shown:
        if run.id in before and before[run.id].colour not in colours.values():
            colours.setdefault(run.id, before[run.id].colour)
    for run in shown:
        if run.id not in colours:
            used = list(colours.values())
            colours[run.id] = min(range(COLOURS), key=lambda colour: (used.count(colour), colour))
    looks: dict[str, CurveLook] = {}
    for run in shown:
        alike = sum(look.colour == colours[run.id] for look in looks.values())
        looks[run.id] = CurveLook(colours[run.id], SYMBOLS[alike % len(SYMBOLS)])
    return looks
