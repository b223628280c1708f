"""The lines of the step's picture: where the chosen one lies, and which numbers are written on it and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF

from gui.stations.train.microscope import words
from gui.stations.train.microscope.phases import Stage

if TYPE_CHECKING:
    from engine.training.step_trace import Floats
    from gui.stations.train.microscope.layout import Column, Sizes
    from gui.stations.train.microscope.scene import Scene

APART = 0.28  # of the way along lines that meet in a unit, where numbers on them are apart


def chosen_line(scene: Scene, columns: tuple[Column, ...], sizes: Sizes) -> tuple[QPointF, QPointF] | None:
    """Return the line of the chosen weight; None where one of its ends is out of sight."""
    of_number = {column.number: column for column in columns}
    before, after = of_number.get(scene.column - 1), of_number.get(scene.column)
    if before is None or after is None:
        return None
    start, end = before.y_of(scene.source), after.y_of(scene.unit)
    if start is None or end is None:
        return None
    half = sizes.unit[0] / 2
    return QPointF(before.x + half, start), QPointF(after.x - half, end)


def weight_words(scene: Scene) -> str:
    """Return what is written on the line of the chosen weight."""
    place, change = (scene.unit, scene.source), scene.layer.weights
    before, after = float(change.before[place]), float(change.after[place])
    if scene.phase.stage is Stage.GRADIENT:
        return f"∂L/∂w {words.number(float(change.gradient[place]), words.FEW_DIGITS)}"
    if scene.phase.stage is Stage.UPDATE:
        return f"{words.number(before)} → {words.number(after)}"
    return f"w {words.number(after if scene.phase.stage is Stage.AFTER else before, words.FEW_DIGITS)}"


def sign_role(scene: Scene) -> str:
    """Return the colour of the chosen weight, by the sign of the number that is written on its line."""
    place, change = (scene.unit, scene.source), scene.layer.weights
    values = change.gradient if scene.phase.stage is Stage.GRADIENT else change.before
    if scene.phase.stage in (Stage.UPDATE, Stage.AFTER):
        values = change.after
    return "negative" if float(values[place]) < 0 else "positive"


def numbers_beside(scene: Scene, columns: tuple[Column, ...], sizes: Sizes) -> list[tuple[str, QPointF]]:
    """Return what is written on other lines, and where: of all weights that lead to the unit, or back to it."""
    stage, column = scene.phase.stage, scene.column
    is_back = stage is Stage.BACKWARD and column < len(scene.layers)
    of_number = {shown.number: shown for shown in columns}
    before, after = of_number.get(column - (not is_back)), of_number.get(column + is_back)
    if before is None or after is None or (stage is Stage.BACKWARD and not is_back):
        return []
    change = scene.layers[column - 1 + is_back].weights
    values = change.gradient if stage is Stage.GRADIENT else change.before
    if stage in (Stage.UPDATE, Stage.AFTER):
        values = change.after
    half = sizes.unit[0] / 2
    ends = after.units if is_back else before.units
    here = (before if is_back else after).y_of(scene.unit)
    found = []
    for unit, y in zip(ends, (after if is_back else before).ys, strict=True):
        place = (unit, scene.unit) if is_back else (scene.unit, unit)
        start, end = (here, y) if is_back else (y, here)
        if start is None or end is None:
            continue
        line = QPointF(before.x + half, start), QPointF(after.x - half, end)
        where = between(*line, 1 - APART if is_back else APART)
        found.append((words.number(float(values[place]), words.FEW_DIGITS), where))
    return found


def in_relation(values: Floats) -> Floats:
    """Return values so that the strongest is 1 or −1; zeros where one is no number."""
    strongest = float(np.abs(values).max(initial=0.0))
    if strongest == 0 or not np.isfinite(strongest):
        return np.zeros_like(values)
    found: Floats = (values / np.float32(strongest)).astype(np.float32)
    return found


def between(first: QPointF, second: QPointF, share: float) -> QPointF:
    """Return the place so far along a line."""
    return first + (second - first) * share
