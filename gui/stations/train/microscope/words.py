"""The microscope's words: what happens in each phase in one sentence, and how units and weights are called."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.choices import Activation
from gui.look.words import choice_label, labelled, layer_title, plain_number
from gui.stations.train.microscope.phases import Stage

if TYPE_CHECKING:
    from gui.stations.train.microscope.phases import Phase
    from gui.stations.train.microscope.scene import Scene

_tr = partial(QCoreApplication.translate, "Microscope")

DIGITS = 4  # of the numbers on paper
FEW_DIGITS = 3  # of those in the picture


def number(value: float, digits: int = DIGITS) -> str:
    """Return a number as it is written on the microscope's paper."""
    return plain_number(value, digits)


def whole(value: int) -> str:
    """Return a whole number."""
    return QLocale().toString(value)


def activation_name(name: str) -> str:
    """Return the name of an activation as people read it."""
    return choice_label(Activation(name))


def column_title(scene: Scene, column: int) -> str:
    """Return how a column is called."""
    if column:
        return layer_title(scene.layers[column - 1].name)
    before = scene.layers[0].before
    return layer_title("input") if before == "input" else layer_title(before)


def unit_name(scene: Scene, column: int, unit: int) -> str:
    """Return how a unit is called in its column, short: a feature, a class, or its number counted from 1."""
    names = scene.names
    if column == len(scene.layers):
        return names.classes[unit] if unit < len(names.classes) else whole(unit + 1)
    if column or scene.layers[0].before != "input":
        return whole(unit + 1)
    if names.features:
        return names.features[unit] if unit < len(names.features) else whole(unit + 1)
    if len(names.image_shape) == 3:
        channels, rows, columns = names.image_shape
        channel, inside = divmod(unit, rows * columns)
        row, place = divmod(inside, columns)
        where = f"{whole(row + 1)}:{whole(place + 1)}"
        return where if channels == 1 else f"{whole(channel + 1)}:{where}"
    return whole(unit + 1)


def truth_word() -> str:
    """Return what stands beside the class that the example is of."""
    return _tr("truth")


def unit_title(scene: Scene, column: int, unit: int) -> str:
    """Return how a unit is called where its column is not in sight."""
    name = unit_name(scene, column, unit)
    if column == len(scene.layers):
        return _tr("output “{name}”").format(name=name)
    if column == 0 and scene.layers[0].before == "input":
        if scene.names.features:
            return _tr("input “{name}”").format(name=name)
        if len(scene.names.image_shape) == 3:
            return _tr("pixel {place}").format(place=name)
        return _tr("input {number}").format(number=name)
    return _tr("unit {number} of {layer}").format(number=name, layer=_within(column_title(scene, column)))


def weight_title(scene: Scene) -> str:
    """Return from where to where the chosen weight leads."""
    return _tr("{first} → {second}").format(
        first=unit_title(scene, scene.column - 1, scene.source),
        second=unit_title(scene, scene.column, scene.unit),
    )


def shown_words(scene: Scene, column: int, shown: int) -> str:
    """Return how many units of a column are in sight, and which, where not all are."""
    total = scene.units(column)
    if shown >= total:
        return ""
    if column == 0:
        return _tr("{shown} of {total}, strongest |a|").format(shown=whole(shown), total=whole(total))
    return _tr("{shown} of {total}, strongest |δ|").format(shown=whole(shown), total=whole(total))


def stage_title(scene: Scene, phase: Phase) -> str:
    """Return the heading of a phase."""
    titles = {
        Stage.BATCH: _tr("The batch"),
        Stage.LOSS: _tr("The loss"),
        Stage.GRADIENT: _tr("The gradient of a weight"),
        Stage.UPDATE: _tr("The update"),
        Stage.AFTER: _tr("The same batch again"),
    }
    if phase.stage is Stage.FORWARD:
        return labelled(_tr("Forward"), column_title(scene, phase.column))
    if phase.stage is Stage.BACKWARD:
        return labelled(_tr("Backward"), column_title(scene, phase.column))
    return titles[phase.stage]


def stage_sentence(scene: Scene, phase: Phase) -> str:
    """Return one sentence on what happens in a phase."""
    size = whole(scene.trace.size)
    if phase.stage is Stage.BATCH:
        words = _tr(
            "{count} training examples go through the network together; one of them, of class “{label}”, is followed."
        )
        return words.format(count=size, label=unit_name(scene, len(scene.layers), scene.label))
    if phase.stage is Stage.FORWARD:
        return _forward_sentence(scene, phase.column)
    if phase.stage is Stage.LOSS:
        return _tr(
            "Softmax turns the outputs into probabilities; the less the right class gets, the greater the loss "
            "−log p."
        )
    if phase.stage is Stage.BACKWARD and phase.column == len(scene.layers):
        return _tr(
            "δ says how the loss grows with a sum: at the output it is the probability less what should have "
            "come out."
        )
    if phase.stage is Stage.BACKWARD:
        return _tr(
            "Each unit takes the δ behind it back along its weights, and times the slope of its activation "
            "function that is its own δ."
        )
    if phase.stage is Stage.GRADIENT:
        words = _tr(
            "The chain rule: a weight counts by what goes in, a, times the δ that it leads to, averaged over the "
            "{count} examples."
        )
        return words.format(count=size)
    if phase.stage is Stage.UPDATE:
        return _tr("All weights go against their gradients at once, as far as the optimiser lets them.")
    change = scene.trace.judgement.loss_after - scene.trace.judgement.loss
    if not math.isfinite(change):
        return _tr("The loss is no number any more: the step went much too far.")
    if change < 0:
        return _tr("With the new weights the same examples cost less: the step went the right way.")
    return _tr(
        "With the new weights the same examples cost more: the step went too far, or in a bad direction."
    )


def _forward_sentence(scene: Scene, column: int) -> str:
    layer = scene.layers[column - 1]
    if layer.is_output:
        return _tr(
            "Each class adds up what comes in times its weights, and its bias: the sums are the outputs, or logits."
        )
    words = _tr(
        "Each unit adds up what comes in times its weights, and its bias; {activation} makes of the sum what it "
        "gives on."
    )
    return words.format(activation=activation_name(layer.activation))


def _within(title: str) -> str:
    """Return a title as it stands within a sentence."""
    return title[:1].lower() + title[1:]
